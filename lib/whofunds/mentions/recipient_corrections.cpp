#include <algorithm>
#include <string>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/name_agreement.hpp"
#include "whofunds/mentions/order_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Whether what a verb acts on goes to whom a dative tells: "продать", "уступить".
bool gives_away(const std::string& verb, const language::Lexicon& lexicon) {
  return lexicon.any_frame_of_verb(verb, [&](const language::Frame& told) {
    return told.to.has(language::Slot::Place::kObject) && told.from.has_case(Case::kDative);
  });
}

/// "продал его холдингу «А»": a form that may be a possessive is what is sold, where nothing else is, and the
/// noun after it to whom.
void correct_possessive_after_verb(AnnotatedSentence& sentence, int pronoun,
                                   const language::Lexicon& lexicon) {
  constexpr int kLongestPhrase = 4;
  const int verb = pronoun - 1;
  if (verb < 0 || !sentence.at(verb).is_verb()) return;
  if (!is_possessive_or_object(lexicon.pronouns, sentence.at(pronoun)) ||
      !gives_away(sentence.at(verb).lemma, lexicon))
    return;
  int noun = pronoun + 1;
  if (noun < sentence.size() && is_mark(sentence.at(noun), "«")) ++noun;
  while (noun < sentence.size() && noun < pronoun + kLongestPhrase &&
         sentence.at(noun).note.part_of_speech == PartOfSpeech::kAdjective)
    ++noun;
  if (noun >= sentence.size() || !sentence.at(noun).is_noun()) return;
  const Case told = sentence.at(noun).note.grammatical_case;
  // "сети": a form that several cases share
  const bool may_be_dative = told == Case::kDative || sentence.at(noun).lower.ends_with("и") ||
                             (told == Case::kNone && sentence.at(noun).is_capitalised());
  const bool has_other = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    const Word& other = sentence.at(child);
    return child != pronoun && child != noun && other.is(Dependency::kObject) &&
           !lexicon.currencies.contains(other.lemma);
  });
  if (!may_be_dative || has_other) return;
  sentence.hang(pronoun, verb, Dependency::kObject);
  sentence.words[static_cast<std::size_t>(pronoun)].note.part_of_speech = PartOfSpeech::kPronoun;
  sentence.hang(noun, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

/// "может продать завод инвестору А": to whom something goes stands with the verb that gives it away, and not
/// with one above that.
void correct_recipient_of_infinitive(AnnotatedSentence& sentence, int noun,
                                     const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  // "компании": a form that several cases share
  const bool is_second_subject = here.is(Dependency::kSubject) && here.lower.ends_with("и") &&
                                 here.note.grammatical_case == Case::kGenitive && !here.is_capitalised() &&
                                 verb != kNoWord && sentence.child(verb, Dependency::kSubject) != noun;
  const bool is_recipient = here.is(Dependency::kIndirectObject) || is_second_subject;
  if (!is_recipient || verb == kNoWord || verb > noun || !sentence.preposition(noun).empty() ||
      lexicon.control_verbs.contains(sentence.at(verb).lemma))
    return;
  for (int i = noun - 1; i > verb; --i) {
    const Word& word = sentence.at(i);
    if (is_mark(word, ",")) return;
    if (word.note.part_of_speech != PartOfSpeech::kInfinitive) continue;
    if (word.note.head != verb || !gives_away(word.lemma, lexicon)) return;
    sentence.hang(noun, i, Dependency::kIndirectObject);
    sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
    return;
  }
}

/// "принадлежащий ему завод": a pronoun has no adjectives; what stands before it is said of the noun after
/// it.
void correct_adjective_before_pronoun(AnnotatedSentence& sentence, int adjective,
                                      const language::Lexicon& lexicon) {
  const int pronoun = adjective + 1;
  const Word& here = sentence.at(adjective);
  if (!here.is(Dependency::kAdjectiveModifier) || here.note.head != pronoun || pronoun >= sentence.size() ||
      sentence.at(pronoun).note.part_of_speech != PartOfSpeech::kPronoun ||
      !lexicon.frames_by_title.contains(here.lemma))
    return;
  int noun = pronoun + 1;
  while (noun < sentence.size() && sentence.at(noun).note.part_of_speech == PartOfSpeech::kAdjective) ++noun;
  if (noun >= sentence.size() || !sentence.at(noun).is_noun()) return;
  sentence.hang(adjective, noun, Dependency::kAdjectiveModifier);
  sentence.hang(pronoun, adjective, Dependency::kIndirectObject);
}

/// "Подконтрольная «А» фирма «Б»": what an adjective asks for in the dative is no name of the noun after it.
void correct_dative_of_adjective(AnnotatedSentence& sentence, int adjective,
                                 const language::Lexicon& lexicon) {
  const Word& here = sentence.at(adjective);
  const int name = here.note.head;
  if (!here.is(Dependency::kAdjectiveModifier) || name <= adjective || name > adjective + 2 ||
      !sentence.at(name).is_capitalised() || !lexicon.frames_by_title.contains(here.lemma))
    return;
  const int noun = name + 1 < sentence.size() && is_mark(sentence.at(name + 1), "»") ? name + 2 : name + 1;
  if (noun >= sentence.size() || !sentence.at(noun).is_noun() || sentence.at(noun).is_capitalised() ||
      sentence.head_of(name) <= name || !sentence.preposition(name).empty())
    return;
  sentence.hang(adjective, noun, Dependency::kAdjectiveModifier);
  sentence.hang(name, adjective, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kDative;
}

/// "продал сервис «А» компании Orbisoft": of a form that two cases share, after the name of what is sold, a
/// dative tells to whom.
void correct_recipient_after_name(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  int before = noun - 1;
  while (before > 0 && sentence.head_of(before) == noun &&
         sentence.at(before).note.part_of_speech == PartOfSpeech::kAdjective)
    --before;
  const bool follows_name = before > 0 && (is_mark(sentence.at(before), "»") ||
                                           (before + 1 < noun && sentence.at(before).is_capitalised()));
  if (!follows_name || !here.is(Dependency::kNominalModifier) ||
      here.note.grammatical_case != Case::kGenitive || here.is_capitalised() || !here.lower.ends_with("и") ||
      here.note.number == language::Number::kPlural)
    return;
  int sold = here.note.head;
  while (
      sold != kNoWord && sold < noun &&
      (sentence.at(sold).is(Dependency::kApposition) || sentence.at(sold).is(Dependency::kNominalModifier)))
    sold = sentence.head_of(sold);
  const int verb = sold == kNoWord ? kNoWord : sentence.head_of(sold);
  if (verb == kNoWord || sold > noun || !sentence.at(sold).is(Dependency::kObject) ||
      !sentence.at(verb).is_verb() || !gives_away(sentence.at(verb).lemma, lexicon) ||
      sentence.child(verb, Dependency::kIndirectObject) != kNoWord)
    return;
  sentence.hang(noun, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

/// "Кредит размером 5 млн, выданный банком «А» клинике «Б»": to whom something is given the participle before
/// it says, and no noun before that.
void correct_recipient_of_participle(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int head = here.note.head;
  if (!here.is(Dependency::kIndirectObject) || head == kNoWord || head > noun || !sentence.at(head).is_noun())
    return;
  for (int i = noun - 1; i > head; --i) {
    const Word& word = sentence.at(i);
    if (is_mark(word, ",")) return;
    if (word.note.part_of_speech != PartOfSpeech::kParticiple || !word.is(Dependency::kClauseOfNoun))
      continue;
    if (word.note.voice == language::Voice::kPassive && i > 0 && is_mark(sentence.at(i - 1), ","))
      sentence.hang(noun, i, Dependency::kIndirectObject);
    return;
  }
}

/// "передал пост директора Юлии Белой": of a form that two cases share, a person after the post that is given
/// away is to whom.
void correct_recipient_of_post(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int title = here.note.head;
  const int post = title == kNoWord ? kNoWord : sentence.head_of(title);
  const int verb = post == kNoWord ? kNoWord : sentence.head_of(post);
  if (verb == kNoWord || here.note.name != tagging::NameClass::kPerson || title > name ||
      !here.is(Dependency::kNominalModifier) || !sentence.at(verb).is_verb() ||
      !lexicon.transparent_nouns.contains(sentence.at(post).lemma) ||
      !sentence.at(post).is(Dependency::kObject) ||
      !lexicon.frames_by_title.contains(sentence.at(title).lemma) ||
      sentence.child(verb, Dependency::kIndirectObject) != kNoWord)
    return;
  const bool gives_post =
      lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
        return frame.succeeds && frame.from.has(language::Slot::Place::kCase);
      });
  // "Ивана" is no dative.
  const bool may_be_dative = here.lower.ends_with("и") || here.lower.ends_with("е") ||
                             here.token.script == text::Script::kLatin || is_indeclinable_given_name(here);
  if (!gives_post || !may_be_dative) return;
  sentence.hang(name, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kDative;
}

/// "открыли авиакомпании «А» кредитную линию": of a form that two cases share, what one name calls is no
/// many, and before another object it is to whom that goes.
void correct_described_recipient(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  const int name = sentence.child(noun, Dependency::kApposition);
  if (!here.is(Dependency::kObject) || verb == kNoWord || verb > noun || name == kNoWord ||
      !here.lower.ends_with("и") || here.is_capitalised() || !lexicon.descriptors.contains(here.lemma) ||
      !lexicon.providing_verbs.contains(sentence.at(verb).lemma) || !sentence.preposition(noun).empty() ||
      sentence.child(verb, Dependency::kIndirectObject) != kNoWord)
    return;
  const bool has_other = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child > name && sentence.at(child).is(Dependency::kObject) && !sentence.at(child).is_capitalised();
  });
  if (!has_other) return;
  sentence.hang(noun, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

/// "у её бывшего мужа": after a preposition one says "у неё", and "её" tells whose the noun after it is.
void correct_possessive_after_preposition(AnnotatedSentence& sentence, int pronoun,
                                          const language::Lexicon& lexicon) {
  const auto known = lexicon.pronouns.find(sentence.at(pronoun).lower);
  const int preposition = pronoun - 1;
  if (known == lexicon.pronouns.end() || !known->second.possessive || preposition < 0 ||
      !sentence.at(preposition).is(Dependency::kCase) || sentence.head_of(preposition) != pronoun)
    return;
  int noun = pronoun + 1;
  const auto describes = [](const Word& word) {
    return word.note.part_of_speech == PartOfSpeech::kAdjective ||
           word.note.part_of_speech == PartOfSpeech::kParticiple;
  };
  while (noun < sentence.size() && describes(sentence.at(noun))) ++noun;
  if (noun >= sentence.size() || !sentence.at(noun).is_noun() || sentence.is_under(noun, pronoun)) return;
  sentence.hang(pronoun, noun, Dependency::kDeterminer);
  sentence.hang(preposition, noun, Dependency::kCase);
}

/// "пожертвует консерватории 15 млн": of two objects the one in the dative is to whom it goes.
void correct_object_in_dative(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  if (!here.is(Dependency::kObject) || here.note.grammatical_case != Case::kDative || verb == kNoWord ||
      !sentence.at(verb).is_verb() || !sentence.preposition(noun).empty() ||
      sentence.child(verb, Dependency::kIndirectObject) != kNoWord)
    return;
  const bool has_other = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child != noun && sentence.at(child).is(Dependency::kObject);
  });
  if (has_other) sentence.hang(noun, verb, Dependency::kIndirectObject);
}

/// "Из бюджета области заводу «А» перечислено 18 млн": a dative after a noun that gives nothing is to whom
/// the verb after it does.
void correct_recipient_of_noun(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const int giver = sentence.head_of(noun);
  if (!sentence.at(noun).is(Dependency::kIndirectObject) || giver == kNoWord || giver > noun ||
      sentence.at(noun).note.grammatical_case != Case::kDative || !sentence.at(giver).is_noun() ||
      lexicon.frames_by_noun.contains(sentence.at(giver).lemma))
    return;
  int verb = giver;
  while (verb != kNoWord && !sentence.at(verb).is_verb()) verb = sentence.head_of(verb);
  if (verb > noun && sentence.child(verb, Dependency::kIndirectObject) == kNoWord)
    sentence.hang(noun, verb, Dependency::kIndirectObject);
}

}  // namespace

void correct_recipients(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  correct_possessive_after_verb(sentence, word, lexicon);
  correct_possessive_after_preposition(sentence, word, lexicon);
  if (sentence.at(word).note.part_of_speech == PartOfSpeech::kAdjective) {
    correct_adjective_before_pronoun(sentence, word, lexicon);
    correct_dative_of_adjective(sentence, word, lexicon);
  }
  correct_datives(sentence, word, lexicon);
  if (!sentence.at(word).is_noun()) return;
  correct_recipient_of_infinitive(sentence, word, lexicon);
  correct_recipient_after_name(sentence, word, lexicon);
  correct_described_recipient(sentence, word, lexicon);
  correct_recipient_of_post(sentence, word, lexicon);
  correct_recipient_of_participle(sentence, word);
  correct_object_in_dative(sentence, word);
  correct_recipient_of_noun(sentence, word, lexicon);
}

}  // namespace whofunds::mentions
