#include <vector>

#include "whofunds/mentions/actor_corrections.hpp"
#include "whofunds/mentions/agreement_corrections.hpp"
#include "whofunds/mentions/apposition_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/order_corrections.hpp"
#include "whofunds/mentions/russian_list_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// ", который руководил «А», купил «Б»", "Заместитель главы «А» назначен директором «Б»": what stands right
/// after a verb or a noun in the case that it asks for belongs to that, and to nothing on the other side of a
/// verb.
void correct_word_beyond_verb(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int head = here.note.head;
  if (head == kNoWord || head > name || !here.is_capitalised() || !sentence.preposition(name).empty()) return;
  int before = name - 1;
  if (before > 0 && is_mark(sentence.at(before), "«")) --before;
  if (before <= head || sentence.is_under(before, name)) return;
  const auto is_finite = [&](int word) {
    const PartOfSpeech part = sentence.at(word).note.part_of_speech;
    return part == PartOfSpeech::kVerb || part == PartOfSpeech::kShortForm;
  };
  if (here.is(Dependency::kObject) && here.note.grammatical_case == Case::kAccusative && is_finite(before) &&
      sentence.at(before).note.voice != language::Voice::kPassive &&
      sentence.child(before, Dependency::kObject) == kNoWord)
    return sentence.hang(name, before, Dependency::kObject);
  const bool is_of_noun = here.is(Dependency::kNominalModifier) &&
                          here.note.grammatical_case == Case::kGenitive && sentence.at(head).is_noun() &&
                          sentence.at(before).is_noun() && !sentence.at(before).is_capitalised();
  if (!is_of_noun) return;
  for (int verb = head + 1; verb < before; ++verb) {
    if (is_finite(verb) && !sentence.is_under(verb, head))
      return sentence.hang(name, before, Dependency::kNominalModifier);
  }
}

/// "«А» (60 % у Б) купила В": what stands in brackets after a noun says nothing to the verb after them.
void correct_words_in_brackets(AnnotatedSentence& sentence, int open, const language::Lexicon& lexicon) {
  int close = open + 1;
  while (close < sentence.size() && !is_mark(sentence.at(close), ")")) ++close;
  int noun = open - 1;
  while (noun > 0 && is_mark(sentence.at(noun), "»")) --noun;
  if (close >= sentence.size() || noun < 0 || !sentence.at(noun).is_noun()) return;
  while (sentence.head_of(noun) != kNoWord && sentence.head_of(noun) < noun &&
         (sentence.at(noun).is(Dependency::kFlat) || sentence.at(noun).is(Dependency::kApposition)))
    noun = sentence.head_of(noun);
  // "получил инвестиции (3 млн)": of what is no name, a sum is that of what happened.
  const int verb = sentence.head_of(noun);
  if (!sentence.at(noun).is_capitalised() || verb < close || !sentence.at(verb).is_verb()) return;
  for (int i = open + 1; i < close; ++i) {
    const Word& word = sentence.at(i);
    const int head = word.note.head;
    const bool is_value =
        lexicon.percent_words.contains(word.lemma) || lexicon.currencies.contains(word.lemma);
    const bool is_of_verb = head > close && sentence.at(head).is_verb() && !word.is_verb() &&
                            word.token.kind != text::TokenKind::kPunctuation;
    // "«А» (принадлежит «Б») купил завод": nor of the thing after that
    const bool is_clause = word.is_verb() && head > close && sentence.at(head).is_noun();
    if (((is_of_verb || is_clause) && !sentence.is_under(noun, i)) || (is_value && head == noun))
      sentence.hang(i, noun, Dependency::kParataxis);
  }
}

/// "«А» – дочерняя компания «Б» – купила В": what stands between dashes after a subject describes it.
void correct_subject_between_dashes(AnnotatedSentence& sentence, int verb) {
  if (verb < 4 || !is_dash(sentence.at(verb - 1))) return;
  std::vector<int> subjects;
  for (const int child : sentence.at(verb).children) {
    if (child < verb && sentence.at(child).is(Dependency::kSubject)) subjects.push_back(child);
  }
  if (subjects.size() != 2 || sentence.at(subjects.back()).is_capitalised()) return;
  for (int i = subjects.front() + 1; i < subjects.back(); ++i) {
    if (is_dash(sentence.at(i)))
      return sentence.hang(subjects.back(), subjects.front(), Dependency::kApposition);
  }
}

/// "«А», у которой «Б» купила «В», сменила имя": of two subjects the one before the comma is that of the verb
/// after the clause.
void correct_subject_beyond_clause(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int outer = sentence.child(verb, Dependency::kSubject);
  const int after = sentence.child(verb, Dependency::kConjunct);
  if (outer == kNoWord || outer > verb || after < verb || !sentence.at(after).is_verb() ||
      sentence.has_subject(after))
    return;
  bool has_relative = false;
  bool has_inner = false;
  for (const int child : sentence.at(verb).children) {
    if (child <= outer || child >= verb) continue;
    has_relative = has_relative || lexicon.relative_pronouns.contains(sentence.at(child).lemma);
    has_inner = has_inner || (has_relative && sentence.at(child).is(Dependency::kSubject));
  }
  if (has_inner) sentence.hang(outer, after, Dependency::kSubject);
}

/// "Пётр Б. и принадлежащая ему «А» купили": a participle of another gender than the noun before "и"
/// describes the name after it, which is joined to that noun.
void correct_joined_participle(AnnotatedSentence& sentence, int participle) {
  constexpr int kFarthest = 5;
  using language::Gender;
  const Word& here = sentence.at(participle);
  const int noun = here.note.head;
  const int link = participle - 1;
  if (here.note.part_of_speech != PartOfSpeech::kParticiple || noun == kNoWord || noun > link || link < 0 ||
      sentence.at(link).lower != "и" || here.note.grammatical_case != Case::kNominative ||
      here.note.number == language::Number::kPlural || !sentence.at(noun).is_noun())
    return;
  const auto is_other = [&](Gender gender) { return gender != Gender::kNone && gender != here.note.gender; };
  if (here.note.gender == Gender::kNone || !is_other(sentence.at(noun).note.gender)) return;
  for (int name = participle + 1; name < sentence.size() && name <= participle + kFarthest; ++name) {
    const Word& word = sentence.at(name);
    if (word.is_verb() || is_mark(word, ",")) return;
    if (!word.is_noun() || word.note.grammatical_case != Case::kNominative ||
        word.note.gender != here.note.gender)
      continue;
    if (sentence.is_under(noun, name)) return;
    sentence.hang(name, noun, Dependency::kConjunct);
    sentence.hang(participle, name, Dependency::kAdjectiveModifier);
    return sentence.hang(link, name, Dependency::kCoordination);
  }
}

/// "«А»: «Б» купит «В»", "Пётр Г., «А»: «Б» купит «В»": who says it does nothing to what is said after the
/// colon.
void correct_source_before_colon(AnnotatedSentence& sentence, int colon) {
  constexpr int kLongestSource = 8;
  if (colon == 0 || colon > kLongestSource) return;
  int last = colon - 1;
  if (is_mark(sentence.at(last), "»")) --last;
  if (last < 0 || !sentence.at(last).is_capitalised()) return;
  const auto is_finite = [&](int i) { return sentence.at(i).note.part_of_speech == PartOfSpeech::kVerb; };
  for (int i = 0; i < colon; ++i) {
    if (is_finite(i)) return;
  }
  for (int i = 0; i < colon; ++i) {
    const Word& word = sentence.at(i);
    const int verb = word.note.head;
    if (verb < colon || !is_finite(verb) || !word.is_noun()) continue;
    bool has_other = false;
    for (const int child : sentence.at(verb).children) {
      has_other = has_other || (child > colon && sentence.at(child).is_subject());
    }
    // "Нива: купим «Каменку»" tells what it does.
    if (has_other || !word.is(Dependency::kSubject)) sentence.hang(i, verb, Dependency::kParataxis);
  }
}

/// "«А», входящая в группу «Б», купила завод за 3 млрд", "К союзу, в который вошли А и Б, присоединился В",
/// "«А» перешёл краю: регион купил 10 % у «Б»": what stands after a verb is its own, and nothing of a clause
/// that ends before that.
void correct_argument_of_ended_clause(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int ended = here.note.head;
  const bool is_subject = here.is(Dependency::kSubject);
  const bool is_argument = is_subject || here.is(Dependency::kOblique) || here.is(Dependency::kObject);
  if (!is_argument || ended == kNoWord || ended > noun || !sentence.at(ended).is_verb()) return;
  int verb = noun - 1;
  while (verb > ended && sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb) {
    if (is_mark(sentence.at(verb), ",") || is_mark(sentence.at(verb), ":")) return;
    --verb;
  }
  if (verb <= ended + 1) return;
  int border = verb - 1;
  while (border > ended && !is_mark(sentence.at(border), ",") && !is_mark(sentence.at(border), ":")) --border;
  if (border == ended) return;
  const bool is_described = (sentence.at(ended).is(Dependency::kClauseOfNoun) ||
                             sentence.at(ended).is(Dependency::kRelativeClause)) &&
                            sentence.is_under(ended, verb);
  const bool is_told_after = is_mark(sentence.at(border), ":") && sentence.head_of(verb) == ended;
  if (!is_described && !(is_told_after && !is_subject)) return;
  const bool has_own =
      is_subject ? sentence.has_subject(verb)
                 : here.is(Dependency::kObject) && sentence.child(verb, Dependency::kObject) != kNoWord;
  const bool is_second = !is_subject || sentence.child(ended, Dependency::kSubject) != noun;
  if (has_own || !is_second || (is_subject && !may_agree(sentence, verb, noun))) return;
  sentence.hang(noun, verb, here.note.dependency);
}

/// "«А» получит 3 млрд: 2 млрд вложит «Б», ещё 1 млрд — «В»": a second subject that stands after a dash is
/// that of the verb after the colon.
void correct_subject_in_list_of_parts(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int told = here.note.head;
  if (!here.is(Dependency::kSubject) || told == kNoWord || told > noun ||
      sentence.child(told, Dependency::kSubject) == noun || noun < 2)
    return;
  int before = noun - 1;
  while (before > told && (is_mark(sentence.at(before), "«") || sentence.head_of(before) == noun) &&
         !is_long_dash(sentence.at(before)))
    --before;
  if (!is_long_dash(sentence.at(before))) return;
  bool follows_colon = false;
  for (int i = told + 1; i < noun; ++i) {
    follows_colon = follows_colon || is_mark(sentence.at(i), ":");
    if (follows_colon && sentence.at(i).note.part_of_speech == PartOfSpeech::kVerb)
      return sentence.hang(noun, i, Dependency::kSubject);
  }
}

/// "В портфеле Orbisoft — сервисы «А» и «Б»": where a noun after a preposition opens a sentence without a
/// verb, the name right after it says whose it is, and what stands after the dash is there.
void correct_parts_around_dash(AnnotatedSentence& sentence, int dash, const language::Lexicon& lexicon) {
  constexpr int kLongestOpening = 8;
  if (dash < 3 || dash > kLongestOpening || !is_long_dash(sentence.at(dash))) return;
  const int noun = 1;
  if (sentence.preposition(noun).empty() || !sentence.at(noun).is_noun() ||
      sentence.head_of(noun) != kNoWord || !lexicon.frames_by_title.contains(sentence.at(noun).lemma))
    return;
  for (const Word& word : sentence.words) {
    if (word.note.part_of_speech == PartOfSpeech::kVerb) return;
  }
  const int owner = noun + 1;
  if (sentence.at(owner).is(Dependency::kApposition) && sentence.head_of(owner) == noun)
    sentence.hang(owner, noun, Dependency::kNominalModifier);
  for (int thing = dash + 1; thing < sentence.size(); ++thing) {
    const Word& word = sentence.at(thing);
    if (!word.is_noun()) continue;
    if (word.note.head != noun) return;
    sentence.words[static_cast<std::size_t>(thing)].note.grammatical_case = Case::kNominative;
    return sentence.hang(thing, noun, Dependency::kSubject);
  }
}

}  // namespace

void correct_borders(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  correct_series(sentence, lexicon);
  correct_conjuncts_beyond_borders(sentence);
  for (int i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence.at(i);
    correct_joined_participle(sentence, i);
    if (is_mark(word, ":")) correct_source_before_colon(sentence, i);
    if (i > 0 && is_mark(word, "(")) correct_words_in_brackets(sentence, i, lexicon);
    if (word.is_verb()) {
      correct_subject_between_dashes(sentence, i);
      correct_subject_beyond_clause(sentence, i, lexicon);
    }
    if (word.is_noun()) {
      correct_word_beyond_verb(sentence, i);
      correct_argument_of_ended_clause(sentence, i);
      correct_subject_in_list_of_parts(sentence, i);
      correct_apposition_beyond_verb(sentence, i, lexicon);
    }
    correct_parts_around_dash(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
