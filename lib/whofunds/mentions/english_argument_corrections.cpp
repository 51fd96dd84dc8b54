#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "dismissed as untrue a claim that": what is dismissed stands after what it is dismissed as.
void correct_object_after_capacity(AnnotatedSentence& sentence, int as, const language::Lexicon& lexicon) {
  const int wrong = as + 1;
  if (sentence.at(as).lower != "as" || as == 0 || wrong + 1 >= sentence.size() ||
      !lexicon.false_words.contains(sentence.at(wrong).lower))
    return;
  const int report = sentence.head_of(as);
  if (report <= wrong || !sentence.at(report).is_noun() ||
      sentence.at(report).lower == sentence.at(wrong).lower)
    return;
  const int verb = sentence.head_of(report);
  if (verb == kNoWord || verb > as || !sentence.at(verb).is_verb()) return;
  sentence.hang(report, verb, Dependency::kObject);
  sentence.hang(wrong, verb, Dependency::kOblique);
  sentence.hang(as, wrong, Dependency::kCase);
}

/// "The games platform Aster has dismissed": of a sentence without another verb the name after a description
/// acts, where a parser takes the rest for a clause about the description.
void correct_clause_taken_for_relative(AnnotatedSentence& sentence, int verb,
                                       const language::Lexicon& lexicon) {
  const Word& here = sentence.at(verb);
  const int noun = here.note.head;
  if (!here.is_verb() || !here.is(Dependency::kRelativeClause) || noun == kNoWord || noun > verb ||
      sentence.head_of(noun) != kNoWord || sentence.at(noun).is_capitalised() ||
      !lexicon.descriptors.contains(sentence.at(noun).lemma) || noun + 1 >= sentence.size() ||
      !sentence.at(noun + 1).is_capitalised())
    return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (subject <= noun || subject > verb || !sentence.at(subject).is_capitalised()) return;
  for (int i = 0; i < noun; ++i) {
    if (sentence.at(i).is_verb() && !sentence.at(i).is(Dependency::kAdjectiveModifier)) return;
  }
  sentence.hang(verb, kNoWord, Dependency::kRoot);
  for (const int child : std::vector<int>(sentence.at(noun).children)) {
    if (child > subject) sentence.hang(child, verb, sentence.at(child).note.dependency);
  }
  sentence.hang(noun, subject, Dependency::kCompound);
}

/// "Aster Fund I has committed": the first of several funds, and not who speaks.
void correct_first_of_funds(AnnotatedSentence& sentence, int numeral) {
  Word& here = sentence.words[static_cast<std::size_t>(numeral)];
  if (here.token.text != "I" || numeral < 2 || numeral + 1 >= sentence.size() ||
      !sentence.at(numeral - 1).is_capitalised() || sentence.at(numeral).note.head == numeral - 1)
    return;
  const Word& next = sentence.at(numeral + 1);
  // "The fund I have", "Aster I know"
  const bool is_third_person =
      next.is_verb() && next.lower != next.lemma && next.lower.ends_with('s') && !next.lower.ends_with("ss");
  if (!is_third_person) return;
  const int verb = here.note.head;
  const int name = sentence.head_of_name_ending(numeral - 1);
  if (verb <= numeral || !sentence.at(verb).is_verb()) return;
  if (sentence.head_of(verb) == name) {
    sentence.hang(verb, sentence.head_of(name), sentence.at(name).note.dependency);
    for (const int child : std::vector<int>(sentence.at(name).children)) {
      if (child > numeral) sentence.hang(child, verb, sentence.at(child).note.dependency);
    }
  }
  sentence.hang(name, verb, Dependency::kSubject);
  sentence.hang(numeral, numeral - 1, Dependency::kCompound);
  here.note.part_of_speech = PartOfSpeech::kProperNoun;
}

/// "Aster and Birch each own half of it": after those that it counts out "each" has their verb after it.
void correct_verb_after_each(AnnotatedSentence& sentence, int each, const language::Lexicon& lexicon) {
  const int verb = each + 1;
  if (sentence.at(each).lower != "each" || each == 0 || verb + 1 >= sentence.size() ||
      !sentence.at(each - 1).is_capitalised())
    return;
  Word& here = sentence.words[static_cast<std::size_t>(verb)];
  const int object = here.note.head;
  if (here.is_verb() || here.is_capitalised() || object <= verb || !sentence.at(object).is_noun() ||
      !here.is(Dependency::kAdjectiveModifier) || !lexicon.frames_by_verb.contains(here.lower))
    return;
  int subject = each - 1;
  while (sentence.head_of(subject) != kNoWord && sentence.head_of(subject) < each &&
         sentence.at(sentence.head_of(subject)).is_noun())
    subject = sentence.head_of(subject);
  while (sentence.head_of(subject) == each - 1) subject = each - 1;
  sentence.hang(verb, sentence.head_of(subject), sentence.at(subject).note.dependency);
  sentence.hang(subject, verb, Dependency::kSubject);
  sentence.hang(object, verb, Dependency::kObject);
  sentence.hang(each, verb, Dependency::kAdverbModifier);
  here.note.part_of_speech = PartOfSpeech::kVerb;
  here.note.tense = language::Tense::kPresent;
  here.lemma = here.lower;
}

/// "pumped 60 billion won into Aster": a currency after a number, which a parser takes for a verb that it is
/// like.
void correct_currency_taken_for_verb(AnnotatedSentence& sentence, int currency,
                                     const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(currency)];
  if (!here.is_verb() || currency == 0 || !lexicon.currencies.contains(here.lower)) return;
  const Word& before = sentence.at(currency - 1);
  const bool is_counted =
      (before.token.kind == text::TokenKind::kNumber || lexicon.scales.contains(before.lower)) &&
      before.note.head == currency;
  const int verb = here.note.head;
  if (!is_counted || verb == kNoWord || !sentence.at(verb).is_verb()) return;
  here.note.part_of_speech = PartOfSpeech::kNoun;
  here.lemma = here.lower;
  for (const int child : std::vector<int>(here.children)) {
    if (child > currency) sentence.hang(child, verb, sentence.at(child).note.dependency);
  }
}

/// "raised $5m with Aster leading and Birch participating": of what opens with a name and ends in such a verb
/// the name is the subject.
void correct_absolute_participle(AnnotatedSentence& sentence, int participle,
                                 const language::Lexicon& lexicon) {
  const Word& here = sentence.at(participle);
  if (participle < 3 || !here.is_verb() || !here.lower.ends_with("ing") || here.is_capitalised() ||
      !sentence.at(participle - 1).is_capitalised() || here.is(Dependency::kRoot) ||
      sentence.child(participle, Dependency::kAuxiliary) != kNoWord)
    return;
  const bool may_stand_alone =
      lexicon.any_frame_of_verb(here.lemma, [&](const language::Frame& frame) { return frame.alone; });
  const bool ends = participle + 1 >= sentence.size() || sentence.at(participle + 1).lower == "and" ||
                    sentence.at(participle + 1).token.kind == text::TokenKind::kPunctuation;
  if (!may_stand_alone || !ends) return;
  int first = participle - 1;
  while (first > 0 && sentence.at(first - 1).is_capitalised()) --first;
  if (first == 0) return;
  const std::string& before = sentence.at(first - 1).lower;
  if (before != "with" && before != "and" && before != ",") return;
  int main = participle;
  while (main != kNoWord && sentence.head_of(main) != kNoWord) main = sentence.head_of(main);
  if (main == kNoWord || main >= first || !sentence.at(main).is_verb()) return;
  const int name = sentence.top_within(participle - 1, first, participle);
  sentence.hang(participle, main, Dependency::kAdverbialClause);
  // "with Aster and Birch leading"
  const int other = sentence.head_of(name);
  const bool is_second = sentence.at(name).is(Dependency::kConjunct) && other < first && other != kNoWord &&
                         sentence.at(other).is_subject() && sentence.head_of(other) == participle;
  if (!is_second) sentence.hang(name, participle, Dependency::kSubject);
}

/// "sold Aster back to its founder": to whom goes with the verb, where a parser hangs it on the adverb.
void correct_complement_of_adverb(AnnotatedSentence& sentence, int adverb) {
  const Word& here = sentence.at(adverb);
  const int verb = here.note.head;
  if (here.lower != "back" || verb == kNoWord || verb > adverb || !sentence.at(verb).is_verb() ||
      sentence.child(verb, Dependency::kObject) == kNoWord)
    return;
  for (const int child : std::vector<int>(here.children)) {
    if (child > adverb && sentence.preposition(child) == "to")
      sentence.hang(child, verb, Dependency::kOblique);
  }
}

/// "agreed to take the toymaker Aster private": of a verb that gives nothing what a parser takes for whom it
/// is given to is what it acts on.
void correct_indirect_object_alone(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int verb = here.note.head;
  if (!here.is(Dependency::kIndirectObject) || verb == kNoWord || verb > noun ||
      sentence.child(verb, Dependency::kObject) != kNoWord ||
      sentence.child(verb, Dependency::kClausalComplement) != kNoWord ||
      sentence.child(verb, Dependency::kOpenComplement) != kNoWord ||
      lexicon.paying_verbs.contains(sentence.at(verb).lemma) ||
      lexicon.providing_verbs.contains(sentence.at(verb).lemma) ||
      lexicon.saying_verbs.contains(sentence.at(verb).lemma) ||
      !lexicon.has_verb_of(sentence.at(verb).lemma, model::Relation::kAcquires))
    return;
  sentence.hang(noun, verb, Dependency::kObject);
}

/// "wants to buy a stake in Birch, its chairman Carl Holm told Reuters": who says so stands before the verb,
/// and describes nothing.
void correct_speaker_after_comma(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(verb);
  if (verb < 4 || !here.is_verb() || !lexicon.saying_verbs.contains(here.lemma) ||
      sentence.has_subject(verb) || !sentence.at(verb - 1).is_capitalised())
    return;
  int first = verb - 1;
  while (first > 0 && sentence.at(first - 1).is_capitalised()) --first;
  const int name = sentence.top_within(verb - 1, first, verb);
  const int title = first - 1;
  if (title < 2 || sentence.head_of(name) != title ||
      !lexicon.frames_by_title.contains(sentence.at(title).lemma) ||
      !sentence.at(title).is(Dependency::kApposition) || sentence.head_of(title) > title)
    return;
  int comma = title;
  while (comma > 0 && !is_mark(sentence.at(comma), ",") && !sentence.at(comma).is_verb()) --comma;
  if (!is_mark(sentence.at(comma), ",") || sentence.head_of(title) > comma || sentence.is_under(verb, title))
    return;
  sentence.hang(title, verb, Dependency::kSubject);
}

/// "sold its arm to Birch for £33m, half of it in shares": of two objects the one after a comma is said of
/// the sum.
void correct_object_after_sum(AnnotatedSentence& sentence, int object) {
  const Word& here = sentence.at(object);
  const int verb = here.note.head;
  if (!here.is(Dependency::kObject) || here.is_capitalised() || verb == kNoWord || verb > object ||
      !is_mark(sentence.at(object - 1), ","))
    return;
  const int first = sentence.child(verb, Dependency::kObject);
  if (first != kNoWord && first < object - 1) sentence.hang(object, verb, Dependency::kOther);
}

/// "granted the charity Aster €250,000": a sum right after whom it is given to is what is given.
void correct_sum_after_described(AnnotatedSentence& sentence, int sum, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(sum);
  const int name = here.note.head;
  if (!here.is(Dependency::kApposition)) return;
  if (here.token.kind != text::TokenKind::kNumber && !lexicon.scales.contains(here.lower)) return;
  if (!here.is(Dependency::kApposition) || name == kNoWord || name > sum ||
      !sentence.at(name).is_capitalised() || !lexicon.currencies.contains(sentence.at(name + 1).lower))
    return;
  int top = name;
  while (sentence.at(top).is(Dependency::kApposition) && sentence.head_of(top) < top &&
         sentence.head_of(top) != kNoWord)
    top = sentence.head_of(top);
  const int verb = sentence.head_of(top);
  if (!sentence.at(top).is(Dependency::kObject) || verb == kNoWord || verb > top ||
      !sentence.at(verb).is_verb() ||
      !lexicon.has_verb_of(sentence.at(verb).lemma, model::Relation::kGrantsTo))
    return;
  sentence.hang(sum, verb, Dependency::kObject);
  sentence.hang(top, verb, Dependency::kIndirectObject);
}

/// "lent the Port of Aster 40 million euros": a sum right after a name, which a parser took for one more of
/// the kind, is what the verb gives.
void correct_sum_after_recipient(AnnotatedSentence& sentence, int sum, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(sum);
  const bool is_money = lexicon.scales.contains(here.lower) || lexicon.currencies.contains(here.lemma);
  if (!is_money || sentence.child(sum, Dependency::kCoordination) != kNoWord || here.note.head > sum) return;
  // "lent its subsidiary, Aster, 40 million euros"
  const int owned = here.is(Dependency::kApposition) ? sentence.head_of(here.note.head) : kNoWord;
  if (owned != kNoWord && sentence.at(here.note.head).is(Dependency::kApposition) &&
      sentence.at(here.note.head + 1).token.text == "," && sentence.at(owned).is(Dependency::kObject) &&
      lexicon.has_verb_of(sentence.at(sentence.head_of(owned)).lemma, model::Relation::kLendsTo)) {
    const int lends = sentence.head_of(owned);
    sentence.hang(owned, lends, Dependency::kIndirectObject);
    return sentence.hang(sum, lends, Dependency::kObject);
  }
  if (!here.is(Dependency::kConjunct)) return;
  const int given_to = here.note.head;
  const Word& named = sentence.at(given_to);
  const int verb = named.note.head;
  if (!named.is(Dependency::kObject) || !named.is_capitalised() || verb == kNoWord) return;
  for (int i = given_to; i < sum; ++i) {
    if (sentence.at(i).token.text == ",") return;
  }
  sentence.hang(sum, verb, Dependency::kObject);
}

/// "A seed round in the payments firm Aster was led by Birch": the round is led, and Aster is where.
void correct_subject_after_preposition(AnnotatedSentence& sentence, int round,
                                       const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(round);
  const int preposition = round + 1;
  if (!lexicon.round_nouns.contains(sentence.at(round).lemma) || !sentence.at(round).is_noun() ||
      verb <= preposition || !sentence.at(verb).is_verb() ||
      !sentence.at(round).is(Dependency::kAdverbModifier) || !sentence.at(preposition).is(Dependency::kCase))
    return;
  const int subject = sentence.child(verb, Dependency::kPassiveSubject);
  if (subject <= preposition || subject > verb || !sentence.at(subject).is_capitalised()) return;
  for (int i = preposition + 1; i < subject; ++i) {
    if (sentence.at(i).token.kind == text::TokenKind::kPunctuation || sentence.at(i).is_verb()) return;
  }
  const int within = sentence.head_of(preposition);
  sentence.hang(round, verb, Dependency::kPassiveSubject);
  sentence.hang(subject, round, Dependency::kNominalModifier);
  sentence.hang(preposition, subject, Dependency::kCase);
  if (within > preposition && within < subject) {
    for (const int child : std::vector<int>(sentence.at(within).children))
      sentence.hang(child, subject, sentence.at(child).note.dependency);
    sentence.hang(within, subject, Dependency::kCompound);
  }
}

/// "gave the Oslo start-up a loan": of two things that a verb of giving has, the first begins with the name
/// before what describes it, where a parser takes that for what is given.
void correct_description_taken_for_given(AnnotatedSentence& sentence, int noun,
                                         const language::Lexicon& lexicon) {
  const int name = noun - 1;
  const int verb = sentence.head_of(noun);
  const int given = sentence.child(noun, Dependency::kObject);
  if (name < 1 || verb == kNoWord || verb > name || given <= noun ||
      !sentence.at(noun).is(Dependency::kObject) || !sentence.at(name).is(Dependency::kIndirectObject) ||
      sentence.head_of(name) != verb || !sentence.at(name).is_capitalised() ||
      sentence.at(noun).is_capitalised() || !lexicon.descriptors.contains(sentence.at(noun).lemma))
    return;
  sentence.hang(given, verb, Dependency::kObject);
  sentence.hang(noun, verb, Dependency::kIndirectObject);
  for (const int child : std::vector<int>(sentence.at(name).children)) {
    if (sentence.at(child).is(Dependency::kDeterminer)) sentence.hang(child, noun, Dependency::kDeterminer);
  }
  sentence.hang(name, noun, Dependency::kCompound);
}

}  // namespace

void correct_english_arguments(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_clause_taken_for_relative(sentence, i, lexicon);
    correct_first_of_funds(sentence, i);
    correct_complement_of_adverb(sentence, i);
    correct_indirect_object_alone(sentence, i, lexicon);
    correct_speaker_after_comma(sentence, i, lexicon);
    correct_object_after_sum(sentence, i);
    correct_sum_after_described(sentence, i, lexicon);
    correct_absolute_participle(sentence, i, lexicon);
    correct_sum_after_recipient(sentence, i, lexicon);
    correct_subject_after_preposition(sentence, i, lexicon);
    correct_currency_taken_for_verb(sentence, i, lexicon);
    correct_verb_after_each(sentence, i, lexicon);
    correct_object_after_capacity(sentence, i, lexicon);
    correct_description_taken_for_given(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
