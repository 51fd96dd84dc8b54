#include <algorithm>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

bool is_sum(const Word& word, const language::Lexicon& lexicon) {
  return word.is(Dependency::kObject) &&
         (lexicon.scales.contains(word.lower) || lexicon.currencies.contains(word.lemma));
}

bool is_joint(const Word& word) {
  return word.token.text == "&" || word.token.text == "-";
}

/// The last word of the name that begins at `first`: "Bolt & Sons", "Aster plc"; kNoWord where none does.
int end_of_phrase(const AnnotatedSentence& sentence, int first, const language::Lexicon& lexicon) {
  int last = kNoWord;
  for (int i = first; i < sentence.size(); ++i) {
    const Word& here = sentence.at(i);
    const bool is_part = here.token.kind == text::TokenKind::kWord &&
                         (here.is_capitalised() || (i > first && lexicon.legal_forms.contains(here.lower)));
    if (is_part)
      last = i;
    else if (!is_joint(here) || last == kNoWord)
      break;
  }
  return last;
}

/// "agreed to fund Aster": a parser that takes what "to" stands before for a noun of the name after it. What
/// is agreed, planned or refused is done.
void correct_infinitive_taken_for_noun(AnnotatedSentence& sentence, int noun,
                                       const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(noun)];
  if (noun < 2 || noun + 1 >= sentence.size() || here.is_verb() || here.is_capitalised() ||
      here.lower != here.lemma || sentence.at(noun - 1).lower != "to" ||
      !lexicon.frames_by_verb.contains(here.lemma))
    return;
  if (here.is(Dependency::kOpenComplement) && sentence.at(noun - 1).is(Dependency::kMark)) {
    here.note.part_of_speech = PartOfSpeech::kInfinitive;  // "intends to back Aster"
    return;
  }
  int first = noun + 1;
  if (sentence.at(first).note.part_of_speech == PartOfSpeech::kDeterminer && first + 1 < sentence.size())
    ++first;
  const int last = end_of_phrase(sentence, first, lexicon);
  if (!here.is_noun() || last == kNoWord || !asks_for_infinitive(sentence, noun - 2, lexicon)) return;
  const int object = sentence.top_within(last, first, last + 1);
  const bool is_one = here.is(Dependency::kCompound) && sentence.is_under(noun, object);
  if (!is_one) return;
  sentence.hang(noun, noun - 2, Dependency::kOpenComplement);
  sentence.hang(noun - 1, noun, Dependency::kMark);
  for (const int child : std::vector<int>(sentence.at(object).children)) {
    const bool is_of_verb = child > last && sentence.at(child).is(Dependency::kNominalModifier) &&
                            sentence.preposition(child) != "of";
    if (is_of_verb) sentence.hang(child, noun, Dependency::kOblique);
  }
  sentence.hang(object, noun, Dependency::kObject);
  here.note.part_of_speech = PartOfSpeech::kInfinitive;
}

/// "denied buying Aster": a parser that makes one phrase of what is done and to whom.
void correct_gerund_taken_for_modifier(AnnotatedSentence& sentence, int gerund,
                                       const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(gerund)];
  const bool describes = here.is(Dependency::kCompound) || here.is(Dependency::kAdjectiveModifier);
  if (gerund == 0 || gerund + 1 >= sentence.size() || !describes || here.is_capitalised() ||
      !here.lower.ends_with("ing") || !sentence.at(gerund + 1).is_capitalised())
    return;
  const int verb = gerund - 1;
  const int object = here.note.head;
  if (object < gerund || sentence.head_of(object) != verb || !sentence.at(verb).is_verb() ||
      !sentence.at(object).is(Dependency::kObject) || !lexicon.status_verbs.contains(sentence.at(verb).lemma))
    return;
  sentence.hang(gerund, verb, Dependency::kOpenComplement);
  for (const int child : std::vector<int>(sentence.at(verb).children)) {
    // "denied lending Aster $5m"
    if (child > object && sentence.at(child).is(Dependency::kObject))
      sentence.hang(child, gerund, Dependency::kObject);
  }
  const bool has_sum = sentence.child(gerund, Dependency::kObject) != kNoWord;
  sentence.hang(object, gerund, has_sum ? Dependency::kIndirectObject : Dependency::kObject);
  here.note.part_of_speech = PartOfSpeech::kParticiple;
}

/// "Aster's seed round": what belongs to somebody is the round and not the seed.
void correct_owner_of_modifier(AnnotatedSentence& sentence, int owner) {
  const int modifier = sentence.head_of(owner);
  if (!sentence.at(owner).is(Dependency::kPossessor) || modifier <= owner ||
      !sentence.at(modifier).is(Dependency::kCompound) || sentence.at(modifier).is_capitalised() ||
      sentence.head_of(modifier) <= modifier)
    return;
  sentence.hang(owner, sentence.head_of(modifier), Dependency::kPossessor);
}

/// "named Ann Lee CEO", "appointed Ann Lee its chief executive": who is appointed is the object of the verb,
/// and the title what he becomes, where a parser made one phrase of both.
void correct_appointed(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& told = sentence.at(title);
  const int verb = told.note.head;
  if (verb == kNoWord || verb >= title || !sentence.at(verb).is_verb() ||
      !lexicon.copular_verbs.contains(sentence.at(verb).lemma) ||
      lexicon.plan_verbs.contains(sentence.at(verb).lemma) ||
      (!told.is(Dependency::kObject) && !told.is(Dependency::kOpenComplement)))
    return;
  if (!lexicon.has_title_of(told.lemma, model::Relation::kLeads)) return;
  // The headline "Ann Lee named Aster CEO": who is named stands before the verb.
  const int subject = sentence.child(verb, Dependency::kSubject);
  const auto is_person = [&](int last) {
    int first = last;
    while (first > 0 && sentence.head_of(first - 1) == last && sentence.at(first - 1).is_capitalised())
      --first;
    return first < last && in(lexicon.given_names, sentence.at(first));
  };
  if (subject != kNoWord && subject + 1 == verb && sentence.at(verb).note.tense == language::Tense::kPast &&
      sentence.at(verb).children.size() <= 3 && is_person(subject)) {
    const int owner = title - 1;
    const int firm = sentence.at(owner).is_capitalised() ? owner : kNoWord;
    const int top = firm == kNoWord ? kNoWord : sentence.top_within(firm, verb + 1, title);
    if (top != kNoWord && !is_person(top) && sentence.at(verb + 1).is_capitalised()) {
      sentence.hang(top, title, Dependency::kCompound);
      sentence.hang(title, verb, Dependency::kOpenComplement);
      sentence.hang(subject, verb, Dependency::kPassiveSubject);
      sentence.words[static_cast<std::size_t>(verb)].note.voice = language::Voice::kPassive;
      return;
    }
  }
  int name = verb + 1;
  while (name + 1 < title && sentence.at(name + 1).is_capitalised()) ++name;
  const Word& named = sentence.at(name);
  const bool is_name = name < title && sentence.at(verb + 1).is_capitalised() && named.is_noun();
  const bool is_part = named.note.head == title && named.is(Dependency::kCompound);
  const bool is_complement = named.note.head == verb && named.is(Dependency::kOpenComplement);
  if (!is_name || (!is_part && !is_complement)) return;
  for (int part = verb + 1; part < name; ++part) sentence.hang(part, name, Dependency::kCompound);
  sentence.hang(name, verb, Dependency::kObject);
  sentence.hang(title, verb, Dependency::kOpenComplement);
}

/// "the purchase by Aster of Birch": what is bought belongs to the purchase, where a parser gives it to the
/// buyer.
void correct_purchase_by_agent(AnnotatedSentence& sentence, int object, const language::Lexicon& lexicon) {
  const int agent = sentence.head_of(object);
  if (!sentence.at(object).is(Dependency::kNominalModifier) || sentence.preposition(object) != "of" ||
      agent == kNoWord || agent > object || !sentence.at(agent).is_capitalised() ||
      sentence.preposition(agent) != "by")
    return;
  const int noun = sentence.head_of(agent);
  if (noun == kNoWord || !sentence.at(noun).is_noun() ||
      !lexicon.frames_by_noun.contains(sentence.at(noun).lemma))
    return;
  sentence.hang(object, noun, Dependency::kNominalModifier);
}

/// "was started in a garage by Ann Lee", "was promised $5m by Aster": who did it, where a parser gives it to
/// the place or the sum.
void correct_agent_after_place(AnnotatedSentence& sentence, int agent, const language::Lexicon& lexicon) {
  const int place = sentence.head_of(agent);
  if (!sentence.at(agent).is(Dependency::kNominalModifier) || sentence.preposition(agent) != "by" ||
      !sentence.at(agent).is_capitalised() || place == kNoWord || place > agent ||
      sentence.at(place).is_capitalised() ||
      (!sentence.at(place).is(Dependency::kOblique) && !is_sum(sentence.at(place), lexicon)) ||
      lexicon.frames_by_noun.contains(sentence.at(place).lemma))
    return;
  const int verb = sentence.head_of(place);
  if (verb == kNoWord || !sentence.at(verb).is_verb() ||
      sentence.child(verb, Dependency::kPassiveAuxiliary) == kNoWord ||
      sentence.child(verb, Dependency::kAgent) != kNoWord)
    return;
  sentence.hang(agent, verb, Dependency::kAgent);
}

/// "a maker of lamps owned by Aster": it is the maker that is owned, and no lamps.
void correct_participle_after_product(AnnotatedSentence& sentence, int participle,
                                      const language::Lexicon& lexicon) {
  const Word& here = sentence.at(participle);
  const int product = here.note.head;
  if (!here.is(Dependency::kClauseOfNoun) || here.note.voice != language::Voice::kPassive ||
      product != participle - 1 || sentence.child(participle, Dependency::kAgent) == kNoWord ||
      sentence.at(product).is_capitalised() || lexicon.descriptors.contains(sentence.at(product).lemma) ||
      sentence.at(product).note.number != language::Number::kPlural || sentence.preposition(product) != "of")
    return;
  const int firm = sentence.head_of(product);
  const auto descriptor =
      firm == kNoWord ? lexicon.descriptors.end() : lexicon.descriptors.find(sentence.at(firm).lemma);
  if (descriptor == lexicon.descriptors.end() || descriptor->second.kind != model::EntityKind::kCompany)
    return;
  sentence.hang(participle, firm, Dependency::kClauseOfNoun);
}

/// "backs Aster's Series B round": the letter belongs to the round, where a parser made it another object.
void correct_letter_of_round(AnnotatedSentence& sentence, int letter, const language::Lexicon& lexicon) {
  if (letter == 0 || letter + 1 >= sentence.size() ||
      !lexicon.series_words.contains(sentence.at(letter - 1).lower) ||
      !lexicon.round_nouns.contains(sentence.at(letter + 1).lemma))
    return;
  const int round = letter + 1;
  if (sentence.head_of(letter) != sentence.head_of(round) || sentence.head_of(letter) == kNoWord) return;
  sentence.hang(letter, round, Dependency::kCompound);
  const int owner = sentence.child(letter, Dependency::kPossessor);
  if (owner != kNoWord) sentence.hang(owner, round, Dependency::kPossessor);
}

/// "lent Aster 40 million euros": a name right before a sum, which a parser took for a part of it, is who is
/// given it.
void correct_recipient_before_sum(AnnotatedSentence& sentence, int sum, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(sum);
  const int verb = here.note.head;
  const bool is_money = lexicon.scales.contains(here.lower) || lexicon.currencies.contains(here.lemma);
  if (!is_money || !here.is(Dependency::kObject) || verb == kNoWord || !sentence.at(verb).is_verb() ||
      sentence.child(verb, Dependency::kIndirectObject) != kNoWord)
    return;
  for (const int part : std::vector<int>(here.children)) {
    const Word& name = sentence.at(part);
    const bool is_name = name.is(Dependency::kCompound) && name.is_capitalised() && name.is_noun() &&
                         part > verb && part + 1 < sum && !lexicon.currencies.contains(name.lower);
    const bool stands_before_sum = is_name && (sentence.at(part + 1).token.kind == text::TokenKind::kNumber ||
                                               lexicon.currencies.contains(sentence.at(part + 1).lower));
    if (stands_before_sum) return sentence.hang(part, verb, Dependency::kIndirectObject);
  }
}

/// "Having snapped up Birch, Aster moved": a parser that takes what was bought for the subject. Who moved
/// stands after the comma.
void correct_object_taken_for_subject(AnnotatedSentence& sentence, int name) {
  const Word& named = sentence.at(name);
  const int object = named.note.head;
  if (!named.is(Dependency::kApposition) || !named.is_capitalised() || object == kNoWord || object > name ||
      !sentence.at(object).is(Dependency::kSubject) || !sentence.at(object).is_capitalised())
    return;
  const int verb = sentence.head_of(object);
  if (verb <= name || !sentence.at(verb).is_verb()) return;
  for (const int opening : std::vector<int>(sentence.at(verb).children)) {
    const Word& clause = sentence.at(opening);
    if (opening > object || !clause.is(Dependency::kAdverbialClause) ||
        clause.note.part_of_speech != PartOfSpeech::kParticiple ||
        clause.note.voice == language::Voice::kPassive ||
        sentence.child(opening, Dependency::kObject) != kNoWord)
      continue;
    bool is_next = true;
    for (int i = opening + 1; i < object; ++i) {
      is_next = is_next && (sentence.head_of(i) == opening || sentence.is_under(i, object));
    }
    if (!is_next || sentence.child(opening, Dependency::kOblique) != kNoWord) continue;
    sentence.hang(name, verb, Dependency::kSubject);
    return sentence.hang(object, opening, Dependency::kObject);
  }
}

/// "After buying Birch, Aster moved", "With their help, Bolt & Sons bought it": the name between the comma
/// and a verb without a subject is its subject, where a parser made it one more of what stands before.
void correct_subject_after_opening(AnnotatedSentence& sentence, int comma, const language::Lexicon& lexicon) {
  constexpr int kMostAdverbs = 2;
  if (sentence.at(comma).token.text != "," || comma == 0 || comma + 2 >= sentence.size()) return;
  int first = comma + 1;
  if (sentence.at(first).note.part_of_speech == PartOfSpeech::kDeterminer) ++first;
  const int last = first < sentence.size() ? end_of_phrase(sentence, first, lexicon) : kNoWord;
  if (last == kNoWord) return;
  int verb = last + 1;
  for (int adverbs = 0;
       verb < sentence.size() && adverbs < kMostAdverbs &&
       (sentence.at(verb).note.part_of_speech == PartOfSpeech::kAdverb ||
        sentence.at(verb).is(Dependency::kAuxiliary) || sentence.at(verb).is(Dependency::kPassiveAuxiliary));
       ++adverbs)
    ++verb;
  if (verb >= sentence.size() || !sentence.at(verb).is_verb() ||
      sentence.at(verb).note.part_of_speech == PartOfSpeech::kInfinitive)
    return;
  // "Having bought Birch, Aster moved": nor is what was done before the subject.
  const int subject = sentence.child(verb, Dependency::kSubject);
  const bool is_participle = subject != kNoWord && subject < comma &&
                             sentence.at(subject).note.part_of_speech == PartOfSpeech::kParticiple;
  if (sentence.has_subject(verb) && !is_participle) return;
  const int auxiliary = sentence.child(verb, Dependency::kAuxiliary);
  const int passive = sentence.child(verb, Dependency::kPassiveAuxiliary);
  const bool is_finite = sentence.at(verb).note.part_of_speech == PartOfSpeech::kVerb ||
                         auxiliary != kNoWord || passive != kNoWord;
  // The clause is opened by what stands before the comma, and goes on from nothing else.
  const bool is_main =
      sentence.head_of(verb) == kNoWord || sentence.at(verb).is(Dependency::kClausalComplement);
  const bool is_opened = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    const Word& opening = sentence.at(child);
    return child < comma &&
           (opening.is(Dependency::kAdverbialClause) || opening.is(Dependency::kOblique) || child == subject);
  });
  const int name = sentence.top_within(last, first, last + 1);
  const Word& named = sentence.at(name);
  const bool is_part = named.is(Dependency::kApposition) || named.is(Dependency::kConjunct);
  if (!is_finite || !is_main || !is_opened || !is_part || sentence.head_of(name) > comma) return;
  if (is_participle) sentence.hang(subject, verb, Dependency::kAdverbialClause);
  sentence.hang(name, verb, passive == kNoWord ? Dependency::kSubject : Dependency::kPassiveSubject);
  // "Bolt & Sons", of which a parser made two
  for (int part = first; part <= last; ++part) {
    const int head = sentence.head_of(part);
    if (part != name && (head < first || head > last)) sentence.hang(part, name, Dependency::kConjunct);
  }
}

}  // namespace

bool asks_for_infinitive(const AnnotatedSentence& sentence, int governor, const language::Lexicon& lexicon) {
  const Word& word = sentence.at(governor);
  const bool is_alone = !word.is_noun() || word.note.number == language::Number::kPlural;
  // "is keen to back Aster", "was first to fund it"
  const bool is_predicate = word.note.part_of_speech == PartOfSpeech::kAdjective &&
                            sentence.child(governor, Dependency::kCopula) != kNoWord;
  return is_predicate ||
         (is_alone &&
          (in(lexicon.control_verbs, word) || lexicon.copular_verbs.contains(word.lemma) ||
           lexicon.status_verbs.contains(word.lemma) || lexicon.status_verbs.contains(word.lower)));
}

void correct_english_phrases(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_infinitive_taken_for_noun(sentence, i, lexicon);
    correct_gerund_taken_for_modifier(sentence, i, lexicon);
    correct_owner_of_modifier(sentence, i);
    correct_appointed(sentence, i, lexicon);
    correct_purchase_by_agent(sentence, i, lexicon);
    correct_agent_after_place(sentence, i, lexicon);
    correct_participle_after_product(sentence, i, lexicon);
    correct_letter_of_round(sentence, i, lexicon);
    correct_recipient_before_sum(sentence, i, lexicon);
    correct_subject_after_opening(sentence, i, lexicon);
    correct_object_taken_for_subject(sentence, i);
  }
}

}  // namespace whofunds::mentions
