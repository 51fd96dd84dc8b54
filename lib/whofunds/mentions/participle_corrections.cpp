#include "whofunds/mentions/participle_corrections.hpp"

#include "whofunds/mentions/marks.hpp"

namespace whofunds::mentions {

using language::Case;
using language::Gender;
using language::Number;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Whether two words of a noun phrase can belong together: neither case, number nor gender tells them apart.
bool agree(const Word& modifier, const Word& noun) {
  const tagging::Annotation& a = modifier.note;
  const tagging::Annotation& b = noun.note;
  // Of things the nominative and the accusative look alike, but for the feminine.
  const auto is_direct = [](Case told) { return told == Case::kNominative || told == Case::kAccusative; };
  const bool look_alike = is_direct(a.grammatical_case) && is_direct(b.grammatical_case) && !b.animate &&
                          b.gender != Gender::kFeminine;
  if (a.grammatical_case != b.grammatical_case && a.grammatical_case != Case::kNone &&
      b.grammatical_case != Case::kNone && !look_alike)
    return false;
  if (a.number != b.number && a.number != Number::kNone && b.number != Number::kNone) return false;
  return a.number == Number::kPlural || a.gender == b.gender || a.gender == Gender::kNone ||
         b.gender == Gender::kNone;
}

}  // namespace

void correct_modifier_after_comma(AnnotatedSentence& sentence, int modifier) {
  const Word& here = sentence.at(modifier);
  const int told = here.note.head;
  const bool describes = here.is(Dependency::kClauseOfNoun) || here.is(Dependency::kAdjectiveModifier);
  if (!describes || modifier < 2 || !is_mark(sentence.at(modifier - 1), ",") || told >= modifier - 1 ||
      told == kNoWord)
    return;
  int noun = modifier - 2;
  if (is_mark(sentence.at(noun), "»")) --noun;
  while (noun > told && sentence.head_of(noun) >= 0 && sentence.head_of(noun) < noun &&
         sentence.at(noun).is(Dependency::kFlat))
    noun = sentence.head_of(noun);
  if (noun <= told || sentence.is_under(noun, modifier)) return;
  // "29% акций «А» компании «Б», принадлежащей": what it does not agree with it does not describe.
  const auto is_of_kind = [&](const Word& word) {
    return word.note.number == here.note.number &&
           (here.note.number == Number::kPlural || word.note.gender == here.note.gender);
  };
  const bool disagrees = here.note.part_of_speech == PartOfSpeech::kParticiple &&
                         sentence.at(told).is_noun() && !is_of_kind(sentence.at(told)) &&
                         sentence.at(told).note.gender != Gender::kNone;
  for (int other = noun; disagrees && other > told; other = sentence.head_of(other)) {
    if (sentence.at(other).is_noun() && is_of_kind(sentence.at(other)))
      return sentence.hang(modifier, other, here.note.dependency);
  }
  if (!sentence.at(noun).is_noun()) return;
  int described = sentence.at(noun).is(Dependency::kApposition) ? sentence.head_of(noun) : noun;
  // "в раунде серии А, возглавляемом": the nearest of those that it hangs on
  while (!(agree(here, sentence.at(described)) &&
           sentence.at(described).note.grammatical_case == here.note.grammatical_case) &&
         sentence.head_of(described) > told && sentence.at(sentence.head_of(described)).is_noun())
    described = sentence.head_of(described);
  const bool is_part_of_told = sentence.is_under(noun, told) && !sentence.at(told).is_verb();
  const Case told_case = sentence.at(described).note.grammatical_case;
  const bool is_clear = told_case != Case::kNone && told_case != Case::kGenitive;
  if (is_part_of_told || !is_clear || !agree(here, sentence.at(described))) return;
  sentence.hang(modifier, described, here.note.dependency);
}

void correct_object_of_passive(AnnotatedSentence& sentence, int participle) {
  const int noun = participle + 1;
  const Word& here = sentence.at(participle);
  if (here.note.voice != language::Voice::kPassive || noun >= sentence.size() ||
      !sentence.at(noun).is(Dependency::kObject) || sentence.head_of(noun) != participle ||
      !agree(here, sentence.at(noun)))
    return;
  int verb = participle - 1;
  while (verb >= 0 && !sentence.at(verb).is_verb() && !is_mark(sentence.at(verb), ",")) --verb;
  if (verb < 0 || !sentence.at(verb).is_verb() || sentence.is_under(verb, participle)) return;
  sentence.hang(noun, verb, Dependency::kObject);
  sentence.hang(participle, noun, Dependency::kAdjectiveModifier);
}

void correct_participle_before_noun(AnnotatedSentence& sentence, int participle) {
  constexpr int kFarthest = 14;
  const Word& here = sentence.at(participle);
  if (here.note.grammatical_case != Case::kNominative && here.note.grammatical_case != Case::kAccusative)
    return;
  const int told = here.note.head;
  const bool stands_first = participle == 0;
  if (!stands_first && (is_mark(sentence.at(participle - 1), ",") ||
                        sentence.at(participle - 1).note.part_of_speech == PartOfSpeech::kConjunction))
    return;
  // "Получивший кредит холдинг", "Входившая в группу «А» сеть": what it acts on and the names of that
  const auto is_of_participle = [&](int word) {
    const Word& other = sentence.at(word);
    int quote = word;
    while (quote > participle && !is_mark(sentence.at(quote), "«") && !is_mark(sentence.at(quote), "»"))
      --quote;
    const bool is_named =
        is_mark(sentence.at(quote), "«") && quote > participle + 1 && sentence.at(quote - 1).is_noun();
    const bool is_object = other.is(Dependency::kObject) && other.note.head == participle &&
                           other.note.grammatical_case == Case::kAccusative &&
                           here.note.voice != language::Voice::kPassive;
    return is_named || is_object;
  };
  int noun = participle + 1;
  bool has_complement = false;
  for (; noun < sentence.size() && noun <= participle + kFarthest; ++noun) {
    const Word& word = sentence.at(noun);
    const bool ends = word.is_verb() || is_mark(word, ",") || is_mark(word, "—") || is_mark(word, ".");
    if (ends) return;
    has_complement = has_complement || word.token.script == text::Script::kLatin;
    if (!word.is_noun()) continue;
    const bool is_name_head = !word.is(Dependency::kFlat) && !word.is(Dependency::kCompound);
    if (is_name_head && sentence.preposition(noun).empty() && agree(here, word) &&
        word.note.grammatical_case != Case::kNone && !is_of_participle(noun))
      break;
    has_complement = true;
  }
  if (noun >= sentence.size() || noun > participle + kFarthest || !has_complement) return;
  const int thing = sentence.head_of(noun);
  if (told == noun && !(sentence.at(noun).is(Dependency::kApposition) && thing > participle && thing < noun))
    return;
  if (told != kNoWord && told > participle && told < noun && !sentence.is_under(told, participle) &&
      is_of_participle(told)) {
    // "Разработавший программу «А» холдинг сообщает": a parser may take the name for what is told of.
    sentence.hang(noun, sentence.head_of(told), sentence.at(told).note.dependency);
    sentence.hang(participle, noun, Dependency::kAdjectiveModifier);
    int quote = told;
    while (!is_mark(sentence.at(quote), "«")) --quote;
    if (!sentence.is_under(quote - 1, told)) sentence.hang(told, quote - 1, Dependency::kApposition);
    return;
  }
  // "Строившая программу «А» корпорация сообщает": what acts is no name of what it acts on.
  if (sentence.at(noun).is(Dependency::kApposition) && !sentence.at(noun).is_capitalised() &&
      thing > participle && thing < noun && here.note.voice != language::Voice::kPassive &&
      (sentence.at(thing).note.grammatical_case == Case::kAccusative ||
       (sentence.at(thing).note.grammatical_case == Case::kNominative &&
        sentence.at(thing).note.gender != Gender::kFeminine)) &&
      !sentence.is_under(thing, participle) && sentence.at(noun).note.grammatical_case == Case::kNominative &&
      sentence.preposition(thing).empty()) {
    sentence.hang(noun, sentence.head_of(thing), sentence.at(thing).note.dependency);
    sentence.hang(participle, noun, Dependency::kAdjectiveModifier);
    return sentence.hang(thing, participle, Dependency::kObject);
  }
  if (sentence.is_under(noun, participle)) {
    // A parser may take the participle for what it describes.
    const bool acts = told != kNoWord && told > noun && sentence.at(told).is_verb() &&
                      sentence.at(noun).note.grammatical_case == Case::kNominative &&
                      !sentence.at(noun).is_capitalised() &&
                      (!sentence.has_subject(told) || here.is_subject());
    if (!acts) return;
    sentence.hang(noun, told, Dependency::kSubject);
  } else if (told != kNoWord && told < participle && !here.is(Dependency::kClauseOfNoun)) {
    // A noun that was taken for a part of something takes the place of its participle.
    sentence.hang(noun, told, here.note.dependency);
  }
  if (!sentence.is_under(noun, participle)) sentence.hang(participle, noun, Dependency::kAdjectiveModifier);
}

}  // namespace whofunds::mentions
