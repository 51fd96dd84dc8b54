#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/order_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Where the phrase ends that an adjective has right after it: a name in quotes, or a noun with its name.
/// `first` is its first word; sets its head.
int end_of_dative(const AnnotatedSentence& sentence, int first, int& head) {
  if (first < sentence.size() && is_mark(sentence.at(first), "«")) {
    head = head_in_quotes(sentence, first);
    return head == kNoWord ? kNoWord : end_of_quotes(sentence, first) + 1;
  }
  head = first;
  while (head < sentence.size() && sentence.at(head).note.part_of_speech == PartOfSpeech::kAdjective) ++head;
  if (head >= sentence.size() || !sentence.at(head).is_noun()) return kNoWord;
  int end = head + 1;
  const auto goes_on = [&](int i) {
    return i < sentence.size() && sentence.at(i).is_capitalised() && sentence.at(i).is_noun() &&
           (sentence.at(i).is(Dependency::kFlat) || sentence.at(i).is(Dependency::kApposition)) &&
           sentence.is_under(i, head);
  };
  while (goes_on(end)) ++end;
  const bool has_name = end > head + 1 || sentence.at(head).is_capitalised();
  if (has_name || !is_mark(sentence.at(end), "«")) return end;
  const int close = end_of_quotes(sentence, end);
  return close == kNoWord ? kNoWord : close + 1;
}

/// "Подконтрольная «А-у» Заречная ТЭЦ", "Подконтрольная Ивану Белову «Б»": what an adjective asks for in the
/// dative stands right after it, and what it describes comes next.
void correct_described_after_dative(AnnotatedSentence& sentence, int adjective,
                                    const language::Lexicon& lexicon) {
  constexpr int kLongestDescription = 4;
  const Word& here = sentence.at(adjective);
  const bool asks_for_dative = lexicon.any_frame_of_title(here.lemma, [&](const language::Frame& frame) {
    const language::Role& owner = frame.from;
    return owner.slots.size() == 1 && owner.has_case(Case::kDative);
  });
  if (!asks_for_dative) return;
  int owner = kNoWord;
  const int end = end_of_dative(sentence, adjective + 1, owner);
  if (end == kNoWord || end >= sentence.size()) return;
  int noun = end;
  if (is_mark(sentence.at(end), "«")) {
    noun = head_in_quotes(sentence, end);
  } else {
    while (noun < sentence.size() && noun < end + kLongestDescription &&
           sentence.at(noun).note.part_of_speech == PartOfSpeech::kAdjective)
      ++noun;
  }
  if (!sentence.at(noun).is_noun()) return;
  Word& dative = sentence.words[static_cast<std::size_t>(owner)];
  const bool may_be_dative = is_mark(sentence.at(adjective + 1), "«") ||
                             dative.note.grammatical_case == Case::kDative ||
                             (dative.is_capitalised() && dative.token.script == text::Script::kLatin);
  if (!may_be_dative) return;
  if (here.note.head == noun && dative.note.head == adjective) {
    dative.note.grammatical_case = Case::kDative;
    return sentence.hang(owner, adjective, Dependency::kIndirectObject);
  }
  const bool is_named = sentence.at(noun).is_capitalised() ||
                        (noun + 1 < sentence.size() &&
                         (is_mark(sentence.at(noun + 1), "«") || sentence.at(noun + 1).is_capitalised()));
  if (!is_named) return;
  if (sentence.is_under(noun, owner) && dative.note.head != kNoWord && dative.note.head != adjective) {
    const int verb = dative.note.head;
    const bool acts = sentence.at(verb).is_verb() && !sentence.has_subject(verb);
    sentence.hang(noun, verb, acts ? Dependency::kSubject : dative.note.dependency);
  }
  // "Подконтрольное «А-у» Заречное пароходство купило"
  if (dative.is(Dependency::kSubject) && sentence.head_of(noun) == dative.note.head)
    sentence.hang(noun, dative.note.head, Dependency::kSubject);
  dative.note.grammatical_case = Case::kDative;
  sentence.hang(adjective, noun, Dependency::kAdjectiveModifier);
  sentence.hang(owner, adjective, Dependency::kIndirectObject);
}

/// "выделил 400 тысяч франков организации «А»": money is of nobody; to whom it goes the verb before it says.
void correct_recipient_after_sum(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int money = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || money != noun - 1 || !here.lower.ends_with("и") ||
      here.is_capitalised() || here.note.number == language::Number::kPlural ||
      !lexicon.descriptors.contains(here.lemma) || !lexicon.currencies.contains(sentence.at(money).lemma) ||
      !sentence.at(money).is(Dependency::kObject))
    return;
  const int verb = sentence.head_of(money);
  if (verb == kNoWord || !sentence.at(verb).is_verb() ||
      sentence.child(verb, Dependency::kIndirectObject) != kNoWord)
    return;
  const bool takes_dative = lexicon.any_frame_of_verb(
      sentence.at(verb).lemma,
      [&](const language::Frame& frame) { return frame.to.has_case(Case::kDative); });
  if (!takes_dative) return;
  sentence.hang(noun, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

/// "кредит, предоставленный «Вега-банком» заводу": an instrumental after a participle in the passive is who
/// does it, whatever a tagger takes an unknown word for.
void correct_agent_taken_for_dative(AnnotatedSentence& sentence, int name) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const int participle = here.note.head;
  if (!here.is(Dependency::kIndirectObject) || participle == kNoWord || !here.is_capitalised() ||
      here.lower != here.lemma + "ом" ||
      sentence.at(participle).note.part_of_speech != PartOfSpeech::kParticiple ||
      sentence.at(participle).note.voice != language::Voice::kPassive)
    return;
  here.note.grammatical_case = Case::kInstrumental;
  sentence.hang(name, participle, Dependency::kAgent);
}

/// "Холдингу «А» принадлежат фабрики": of two datives of a verb in the plural the one whose form can be none
/// is the subject.
void correct_plural_taken_for_dative(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  const bool is_first_declension = here.lemma.ends_with("а") || here.lemma.ends_with("я");
  const bool shows_plural = is_first_declension && (here.lower.ends_with("и") || here.lower.ends_with("ы"));
  if (!here.is(Dependency::kIndirectObject) || !shows_plural || verb == kNoWord || verb > noun ||
      sentence.at(verb).note.number != language::Number::kPlural || sentence.has_subject(verb) ||
      sentence.child(verb, Dependency::kIndirectObject) == noun)
    return;
  Word& subject = sentence.words[static_cast<std::size_t>(noun)];
  subject.note.grammatical_case = Case::kNominative;
  subject.note.number = language::Number::kPlural;
  sentence.hang(noun, verb, Dependency::kSubject);
}

/// "Кредит девелоперу выдал Астрабанк": a name after a verb without a subject, in a form that may be a
/// nominative, is no second one to whom it is given.
void correct_giver_after_verb(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int verb = here.note.head;
  if (!here.is(Dependency::kIndirectObject) || !here.is_capitalised() || here.lower != here.lemma ||
      verb == kNoWord || verb > name || sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb ||
      sentence.has_subject(verb) || !sentence.preposition(name).empty())
    return;
  const int other = sentence.child(verb, Dependency::kIndirectObject);
  const int object = sentence.child(verb, Dependency::kObject);
  if (other == name || other > verb || object == kNoWord || object > verb) return;
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kNominative;
  sentence.hang(name, verb, Dependency::kSubject);
}

/// "продала 30% ООО «А» Ивану Белову": a name in the dative is none of what is sold; the verb says to whom.
void correct_buyer_after_share(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const bool hangs_on_noun = here.is(Dependency::kApposition) || here.is(Dependency::kNominalModifier);
  int above = here.note.head;
  if (!hangs_on_noun || !here.is_capitalised() || here.note.grammatical_case != Case::kDative ||
      !sentence.preposition(name).empty() || above == kNoWord || above > name ||
      sentence.at(above).note.grammatical_case == Case::kDative)
    return;
  while (above != kNoWord && !sentence.at(above).is_verb()) above = sentence.head_of(above);
  if (above == kNoWord || above > name || sentence.child(above, Dependency::kIndirectObject) != kNoWord)
    return;
  const bool takes_dative = lexicon.any_frame_of_verb(
      sentence.at(above).lemma,
      [](const language::Frame& frame) { return frame.from.has_case(Case::kDative); });
  if (takes_dative) sentence.hang(name, above, Dependency::kIndirectObject);
}

/// "переговоры о продаже завода «Судостроительной корпорации»": what stands in quotes after what describes it
/// is in the nominative, so that another case tells to whom.
void correct_buyer_in_quotes(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int thing = here.note.head;
  const int sale = thing == kNoWord ? kNoWord : sentence.head_of(thing);
  const bool hangs_on_thing = here.is(Dependency::kApposition) || here.is(Dependency::kNominalModifier);
  if (!hangs_on_thing || sale == kNoWord || sale > thing || thing > name ||
      !is_mark(sentence.at(thing + 1), "«") || sentence.at(thing).is_capitalised() ||
      sentence.at(thing).note.grammatical_case != Case::kGenitive ||
      sentence.child(sale, Dependency::kIndirectObject) != kNoWord)
    return;
  const int adjective = sentence.child(name, Dependency::kAdjectiveModifier);
  const bool shows_case = adjective > thing && here.note.gender == language::Gender::kFeminine &&
                          sentence.at(adjective).lower.ends_with("ой");
  const bool takes_dative =
      shows_case && lexicon.any_frame_of_noun(sentence.at(sale).lemma, [](const language::Frame& frame) {
        return frame.relation == model::Relation::kAcquires && frame.from.has_case(Case::kDative);
      });
  if (!takes_dative) return;
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kDative;
  sentence.hang(name, sale, Dependency::kIndirectObject);
}

}  // namespace

void correct_datives(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  if (sentence.at(word).note.part_of_speech == PartOfSpeech::kAdjective)
    correct_described_after_dative(sentence, word, lexicon);
  if (!sentence.at(word).is_noun()) return;
  correct_recipient_after_sum(sentence, word, lexicon);
  correct_plural_taken_for_dative(sentence, word);
  correct_agent_taken_for_dative(sentence, word);
  correct_giver_after_verb(sentence, word);
  correct_buyer_after_share(sentence, word, lexicon);
  correct_buyer_in_quotes(sentence, word, lexicon);
}

}  // namespace whofunds::mentions
