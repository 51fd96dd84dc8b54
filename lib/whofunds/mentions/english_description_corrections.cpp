#include <algorithm>

#include "whofunds/mentions/marks.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "since sold": since then, and no clause of time.
void tell_time(AnnotatedSentence& sentence, int participle) {
  const int mark = sentence.child(participle, Dependency::kMark);
  if (mark == participle - 1) sentence.hang(mark, participle, Dependency::kAdverbModifier);
}

/// "backed the lender Aster, since sold to Birch", "through its unit Aster, bought in May from Birch": who is
/// said to be sold or bought is the last name before the comma, where a parser gives the participle to the
/// verb. "Aster, sold to Birch, grew" is right as it is.
void correct_sale_after_name(AnnotatedSentence& sentence, int participle, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(participle);
  const int verb = here.note.head;
  if (!here.is(Dependency::kAdverbialClause) || here.note.part_of_speech != PartOfSpeech::kParticiple ||
      here.note.voice != language::Voice::kPassive || verb == kNoWord || verb > participle ||
      !lexicon.has_verb_of(here.lemma, model::Relation::kAcquires))
    return;
  int comma = participle - 1;
  if (comma > 0 && (sentence.at(comma).note.part_of_speech == PartOfSpeech::kAdverb ||
                    (sentence.at(comma).is(Dependency::kMark) && sentence.head_of(comma) == participle)))
    --comma;
  if (comma < 2 || !is_mark(sentence.at(comma), ",") || !sentence.at(comma - 1).is_capitalised()) return;
  const int name = sentence.head_of_name_ending(comma - 1);
  if (!sentence.at(name).is_noun() || sentence.at(name).is_subject() || name < verb) return;
  sentence.hang(participle, name, Dependency::kClauseOfNoun);
  tell_time(sentence, participle);
}

/// "Aster, which two engineers, Ann Lee and Carl Holm, founded": the pronoun is the object of a verb whose
/// subject has its names after it, where a parser takes it for an article.
void correct_object_before_named_subject(AnnotatedSentence& sentence, int pronoun,
                                         const language::Lexicon& lexicon) {
  const int noun = sentence.head_of(pronoun);
  if (pronoun < 2 || noun < pronoun || !lexicon.relative_pronouns.contains(sentence.at(pronoun).lower) ||
      !sentence.at(pronoun).is(Dependency::kDeterminer) || !is_mark(sentence.at(pronoun - 1), ",") ||
      !sentence.at(pronoun - 2).is_capitalised() || sentence.at(noun).is_capitalised() ||
      noun + 2 >= sentence.size() || !is_mark(sentence.at(noun + 1), ","))
    return;
  int comma = noun + 2;
  while (comma < sentence.size() && !is_mark(sentence.at(comma), ",") &&
         (sentence.at(comma).is_capitalised() || sentence.at(comma).is(Dependency::kCoordination)))
    ++comma;
  const int verb = comma + 1;
  if (verb >= sentence.size() || comma == noun + 2 || !is_mark(sentence.at(comma), ",") ||
      !sentence.at(verb).is_verb() || sentence.head_of(verb) != noun)
    return;
  const int name = sentence.head_of_name_ending(pronoun - 2);
  Word& here = sentence.words[static_cast<std::size_t>(verb)];
  here.note.part_of_speech = PartOfSpeech::kVerb;
  here.note.voice = language::Voice::kActive;
  sentence.hang(verb, name, Dependency::kRelativeClause);
  sentence.hang(pronoun, verb, Dependency::kObject);
  sentence.hang(noun, verb, Dependency::kSubject);
}

/// "bought Aster for $5bn with money from Birch": whose money it is stands under the money, and is not who
/// sold.
void correct_source_of_money(AnnotatedSentence& sentence, int from, const language::Lexicon& lexicon) {
  const int source = sentence.head_of(from);
  if (from < 2 || sentence.at(from).lower != "from" || source < from ||
      !sentence.at(source).is(Dependency::kOblique))
    return;
  const int verb = sentence.head_of(source);
  int money = from - 1;
  while (money > verb && sentence.head_of(money) > verb && sentence.preposition(money) != "with")
    money = sentence.head_of(money);
  if (money <= verb || money >= from || sentence.preposition(money) != "with" ||
      sentence.at(money).is_capitalised() || sentence.is_under(money, source))
    return;
  const Word& paid = sentence.at(money);
  const bool is_money = lexicon.currencies.contains(paid.lemma) || lexicon.scales.contains(paid.lower) ||
                        lexicon.whole_sums.contains(paid.lemma) ||
                        lexicon.frames_by_noun.contains(paid.lemma);
  if (is_money) sentence.hang(source, money, Dependency::kNominalModifier);
}

}  // namespace

void correct_english_descriptions(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_sale_after_name(sentence, i, lexicon);
    correct_object_before_named_subject(sentence, i, lexicon);
    correct_source_of_money(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
