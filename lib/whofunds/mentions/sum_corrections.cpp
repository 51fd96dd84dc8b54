#include <algorithm>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/order_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "от «А» и 2 млн от «Б»": a preposition right before a name in quotes is that of the name.
void correct_preposition_of_name(AnnotatedSentence& sentence, int quote) {
  const int link = quote - 1;
  if (link < 0 || !is_mark(sentence.at(quote), "«") || !sentence.at(link).is(Dependency::kCase) ||
      sentence.at(link).note.part_of_speech != PartOfSpeech::kPreposition)
    return;
  int name = quote + 1;
  while (name + 1 < sentence.size() && !is_mark(sentence.at(name + 1), "»") &&
         sentence.head_of(name) > quote && sentence.head_of(name) < quote + 4)
    ++name;
  const int head = sentence.head_of(link);
  if (name < sentence.size() && head != name && head > name && sentence.at(name).is_noun() &&
      sentence.at(name).note.grammatical_case != Case::kNominative)
    sentence.hang(link, name, Dependency::kCase);
}

/// "получила 3 млн от А и 2 млн от Б", ", ранее привлекла 2 млн от Б": a name with a preposition right after
/// a sum is nothing to what stands before the verb of that sum, nor to the sum itself where the verb has one
/// more with the same preposition.
void correct_party_after_sum(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const int link = sentence.child(name, Dependency::kCase);
  if (link <= 0 || link > name || !sentence.at(name).is_capitalised()) return;
  const int sum = link - 1;
  if (!lexicon.currencies.contains(sentence.at(sum).lemma)) return;
  int verb = sum;
  while (verb != kNoWord && !sentence.at(verb).is_verb()) verb = sentence.head_of(verb);
  const int head = sentence.head_of(name);
  if (verb == kNoWord || verb > name || head == kNoWord || head == verb || sentence.is_under(sum, name))
    return;
  const bool has_another = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child != name && sentence.preposition(child) == sentence.preposition(name);
  });
  if (head < verb || (head == sum && has_another)) sentence.hang(name, verb, Dependency::kOblique);
}

/// "получила 3 млн рублей от А, ранее она привлекла 2 млн": a sum right after a verb is that verb's, and none
/// of a verb after a comma that has its own.
void correct_sum_of_verb(AnnotatedSentence& sentence, int sum, const language::Lexicon& lexicon) {
  if (!sentence.at(sum).is(Dependency::kObject) || !lexicon.currencies.contains(sentence.at(sum).lemma))
    return;
  const int other = sentence.head_of(sum);
  int verb = sum - 1;
  while (verb > 0 && (sentence.head_of(verb) == verb + 1 || sentence.is_under(verb, sum))) --verb;
  if (other < sum || verb < 0 || !sentence.at(verb).is_verb() || sentence.is_under(verb, sum) ||
      sentence.child(verb, Dependency::kObject) != kNoWord)
    return;
  sentence.hang(sum, verb, Dependency::kObject);
}

/// "ещё 50 млн даст банк", "«Пласт» взял у банка 150 млн": a sum counts what is given, and gives nothing;
/// who does is said to be the object, or stands before.
void correct_sum_for_subject(AnnotatedSentence& sentence, int sum, const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(sum);
  if (verb == kNoWord || !sentence.at(sum).is(Dependency::kSubject) ||
      (!lexicon.currencies.contains(sentence.at(sum).lemma) &&
       !lexicon.scales.contains(sentence.at(sum).lower)) ||
      sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb ||
      sentence.at(verb).lower.ends_with("ся") || sentence.at(verb).note.gender == language::Gender::kNeuter)
    return;
  const bool is_paid = lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
    using Place = language::Slot::Place;
    return model::moves_money(frame.relation) && frame.object_words.empty() &&
           (frame.from.has(Place::kSubject) || frame.to.has(Place::kSubject));
  });
  if (!is_paid) return;
  for (const int child : std::vector<int>(sentence.at(verb).children)) {
    if (sentence.at(child).is(Dependency::kObject) && sentence.at(child).is_noun() &&
        sentence.at(child).note.grammatical_case == Case::kNominative)
      sentence.hang(child, verb, Dependency::kSubject);
  }
  sentence.hang(sum, verb, Dependency::kObject);
}

/// "получила 3 млрд рублей в кредит": as what it is got the verb says.
void correct_loan_of_sum(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const int sum = sentence.head_of(noun);
  if (sum == kNoWord || !sentence.at(noun).is(Dependency::kNominalModifier) ||
      sentence.preposition(noun) != "в" || !lexicon.currencies.contains(sentence.at(sum).lemma) ||
      !lexicon.frames_by_noun.contains(sentence.at(noun).lemma))
    return;
  const int verb = sentence.head_of(sum);
  if (verb != kNoWord && sentence.at(verb).is_verb()) sentence.hang(noun, verb, Dependency::kOblique);
}

/// "привлёк инвестиции — 1,2 млн долларов": a sum after a dash is that of the noun right before it.
void correct_sum_after_dash(AnnotatedSentence& sentence, int sum, const language::Lexicon& lexicon) {
  const int noun = sentence.head_of(sum);
  if (!sentence.at(sum).is(Dependency::kParataxis) || !lexicon.currencies.contains(sentence.at(sum).lemma) ||
      noun == kNoWord || noun + 1 >= sum || !sentence.at(noun).is(Dependency::kObject) ||
      !is_long_dash(sentence.at(noun + 1)))
    return;
  sentence.words[static_cast<std::size_t>(sum)].note.dependency = Dependency::kNominalModifier;
}

}  // namespace

void correct_currencies(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 1; i < sentence.size(); ++i) {
    Word& word = sentence.words[static_cast<std::size_t>(i)];
    const Word& before = sentence.at(i - 1);
    const bool is_counted =
        before.token.kind == text::TokenKind::kNumber || lexicon.scales.contains(before.lower);
    if (!is_counted || word.token.kind != text::TokenKind::kWord ||
        !lexicon.currencies.contains(word.lower) ||
        (word.is_noun() && lexicon.currencies.contains(word.lemma)))
      continue;
    word.lemma = word.lower;
    word.note.part_of_speech = PartOfSpeech::kNoun;
  }
}

void correct_sums(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_preposition_of_name(sentence, i);
    if (!sentence.at(i).is_noun()) continue;
    correct_loan_of_sum(sentence, i, lexicon);
    correct_sum_of_verb(sentence, i, lexicon);
    correct_sum_after_dash(sentence, i, lexicon);
    correct_sum_for_subject(sentence, i, lexicon);
    correct_party_after_sum(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
