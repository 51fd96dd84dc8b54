#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/tree_corrections.hpp"

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

/// "А пожертвовал 12 млн, а Б добавило 5": what is joined hangs on what stands first. Where a parser has it
/// the other way about, the verbs change places, and each has what stands on its side.
void correct_conjunct_before_head(AnnotatedSentence& sentence, int first) {
  const int second = sentence.head_of(first);
  if (!sentence.at(first).is(Dependency::kConjunct) || second <= first || !sentence.at(second).is_verb())
    return;
  int border = kNoWord;
  for (int i = first + 1; i < second; ++i) {
    if (is_mark(sentence.at(i), ",")) border = i;
  }
  if (border == kNoWord) return;
  const int head = sentence.head_of(second);
  const Dependency dependency = sentence.at(second).note.dependency;
  sentence.hang(first, head, dependency);
  sentence.hang(second, first, Dependency::kConjunct);
  for (const int child : std::vector<int>(sentence.at(first).children)) {
    if (child > border && child != second) sentence.hang(child, second, sentence.at(child).note.dependency);
  }
  for (const int child : std::vector<int>(sentence.at(second).children)) {
    if (child < border) sentence.hang(child, first, sentence.at(child).note.dependency);
  }
}

/// "сооснователь (вместе с А) компании Б, управляющий партнёр …": a genitive belongs to a noun before it,
/// never to one beyond a comma after it.
void correct_genitive_before_comma(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int head = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || here.note.grammatical_case != Case::kGenitive ||
      head <= noun || !sentence.preposition(noun).empty())
    return;
  const auto has_comma = [&](int from, int to) {
    return std::any_of(sentence.words.begin() + from, sentence.words.begin() + to,
                       [](const Word& word) { return is_mark(word, ","); });
  };
  if (!has_comma(noun + 1, head)) return;
  int before = noun - 1;
  while (before >= 0 && sentence.head_of(before) == noun) --before;
  if (before >= 0 && is_mark(sentence.at(before), ")")) {
    while (before >= 0 && !is_mark(sentence.at(before), "(")) --before;
    --before;
  }
  if (before < 0 || !sentence.at(before).is_noun() || sentence.is_under(before, noun)) return;
  sentence.hang(noun, before, Dependency::kNominalModifier);
}

/// "построит «А», подконтрольный холдингу": what stands after a comma describes the noun right before it,
/// where it agrees with that.
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

/// "предоставят синдицированный кредит": a passive participle has no object; the noun is that of the verb
/// before.
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

/// "завершил присоединение банка, 98% акций которого он приобрёл": a relative clause describes the noun right
/// before its comma, unless that belongs to the one that a parser chose.
void correct_relative_clause(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  if (!sentence.at(verb).is(Dependency::kRelativeClause)) return;
  const int told = sentence.head_of(verb);
  int pronoun = verb - 1;
  while (pronoun > told && !(lexicon.relative_pronouns.contains(sentence.at(pronoun).lemma) &&
                             sentence.is_under(pronoun, verb)))
    --pronoun;
  int comma = pronoun;
  while (comma > told && !is_mark(sentence.at(comma), ",")) --comma;
  if (comma <= told + 1) return;
  int noun = comma - 1;
  if (is_mark(sentence.at(noun), "»")) --noun;
  const bool is_foreign =
      sentence.at(noun).is_capitalised() && sentence.at(noun).token.script == text::Script::kLatin;
  if (!(sentence.at(noun).is_noun() || is_foreign) || sentence.is_under(noun, verb)) return;
  while (sentence.head_of(noun) > told && sentence.head_of(noun) < noun &&
         (sentence.at(noun).is(Dependency::kFlat) || sentence.at(noun).is(Dependency::kApposition)))
    noun = sentence.head_of(noun);
  const auto differs = [&](int described) {
    const tagging::Annotation& a = sentence.at(pronoun).note;
    const tagging::Annotation& b = sentence.at(described).note;
    const bool other_number = a.number != b.number && a.number != Number::kNone && b.number != Number::kNone;
    const bool other_gender = a.number != Number::kPlural && a.gender != b.gender &&
                              a.gender != Gender::kNone && b.gender != Gender::kNone;
    return other_number || other_gender;
  };
  // "в завод солнечных панелей «А», который": what it agrees with, above the last noun of a description
  while (differs(noun) && sentence.at(noun).is(Dependency::kNominalModifier) &&
         sentence.head_of(noun) > told && sentence.head_of(noun) < noun &&
         sentence.at(sentence.head_of(noun)).is_noun())
    noun = sentence.head_of(noun);
  if (differs(noun) || sentence.is_under(noun, told) || sentence.at(told).is_verb()) return;
  sentence.hang(verb, noun, Dependency::kRelativeClause);
}

/// "которое через «А» контролирует «Б»": who does something through another is what the clause describes.
void correct_subject_with_means(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int pronoun = sentence.child(verb, Dependency::kObject);
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (pronoun == kNoWord || subject == kNoWord || pronoun > verb || subject < verb ||
      !lexicon.relative_pronouns.contains(sentence.at(pronoun).lemma) ||
      !sentence.preposition(pronoun).empty())
    return;
  const bool has_means = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child > pronoun && child < verb && sentence.preposition(child) == "через";
  });
  if (!has_means) return;
  sentence.hang(pronoun, verb, Dependency::kSubject);
  sentence.hang(subject, verb, Dependency::kObject);
}

/// "принадлежащий «А» «Б»": a participle that no comma parts from what stands before it describes a noun
/// after it, beyond its own complements.
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

/// "оставшиеся две трети приобрёл «А»", "62% завода принадлежит А": a quantity at the head of a
/// clause is what the verb without one is about, and the name after the verb, which may look like an object,
/// does it.
void correct_quantity_before_verb(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  if (sentence.has_subject(verb)) return;
  int quantity = kNoWord;
  for (int i = verb - 1; i >= 0; --i) {
    const Word& word = sentence.at(i);
    if (word.is_verb() || is_mark(word, ",") || is_mark(word, ";") || is_mark(word, ":")) break;
    if (lexicon.stake_nouns.contains(word.lemma) && sentence.preposition(i).empty() &&
        !word.is(Dependency::kNominalModifier))
      quantity = i;
  }
  if (quantity == kNoWord || sentence.is_under(verb, quantity)) return;
  const Dependency told = sentence.at(quantity).note.dependency;
  const bool is_argument =
      sentence.head_of(quantity) == verb && (told == Dependency::kObject || told == Dependency::kOblique);
  const int object = sentence.child(verb, Dependency::kObject);
  const bool may_act = object > verb && sentence.at(object).is_noun() && sentence.at(object).is_capitalised();
  if (object == kNoWord && sentence.child(verb, Dependency::kIndirectObject) != kNoWord) {
    sentence.hang(quantity, verb, Dependency::kSubject);
  } else if (may_act && object != quantity) {
    sentence.hang(object, verb, Dependency::kSubject);
    if (!is_argument || told != Dependency::kObject) sentence.hang(quantity, verb, Dependency::kObject);
  }
}

/// "остаётся её директором": whose he is, no subject of its own.
void correct_possessive(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(pronoun);
  const auto known = lexicon.pronouns.find(here.lower);
  if (known == lexicon.pronouns.end() || !known->second.possessive || !here.is(Dependency::kSubject)) return;
  const int noun = here.note.head;
  if (noun > pronoun && sentence.at(noun).is_noun())
    sentence.hang(pronoun, noun, Dependency::kNominalModifier);
}

/// One of a list: "компанию «А»", "«А»". [first, last) are its words, `head` the one that it hangs by.
struct Item {
  int first = 0;
  int last = 0;
  int head = 0;
};

/// The item of a list that begins at word `i`; without words where none does.
Item item_at(const AnnotatedSentence& sentence, int i, const language::Lexicon& lexicon) {
  constexpr int kLongestDescription = 5;
  Item item{.first = i, .last = i, .head = kNoWord};
  for (int word = i; word < sentence.size() && word <= i + kLongestDescription; ++word) {
    const Word& here = sentence.at(word);
    if (is_mark(here, "«")) {
      const int end = end_of_quotes(sentence, word);
      if (end == kNoWord) return item;
      if (item.head == kNoWord) {
        if (word != i) return item;
        item.head = word + 1;
        while (item.head < end && sentence.head_of(item.head) > word && sentence.head_of(item.head) < end)
          ++item.head;
      }
      item.last = end + 1;
      return item;
    }
    const bool describes = here.is_noun() && lexicon.descriptors.contains(here.lemma) && item.head == kNoWord;
    if (describes) item.head = word;
    const bool may_stand = describes || here.note.part_of_speech == PartOfSpeech::kAdjective ||
                           (here.is_noun() && here.note.grammatical_case == Case::kGenitive);
    if (!may_stand) return item;
  }
  return item;
}

/// "вложил в комбинат «А», компанию «Б» и хозяйство «В»": described names that commas and a last "и" join are
/// one list, whatever a parser makes of them.
void correct_list_of_names(AnnotatedSentence& sentence, int begin, const language::Lexicon& lexicon) {
  std::vector<Item> items;
  int next = begin;
  bool is_closed = false;
  while (next < sentence.size()) {
    const Item item = item_at(sentence, next, lexicon);
    if (item.last == item.first) break;
    items.push_back(item);
    next = item.last;
    if (is_closed || next >= sentence.size()) break;
    is_closed = sentence.at(next).lower == "и";
    if (!is_closed && !is_mark(sentence.at(next), ",")) break;
    ++next;
  }
  constexpr std::size_t kShortest = 3;
  if (!is_closed || items.size() < kShortest || next != items.back().last) return;
  const int first = items.front().head;
  for (std::size_t i = 1; i < items.size(); ++i) {
    const int head = items[i].head;
    const bool is_subject = sentence.at(head).is(Dependency::kSubject) && sentence.head_of(head) > head &&
                            !sentence.at(first).is(Dependency::kSubject);
    if (is_subject || sentence.is_under(first, head)) return;
  }
  for (std::size_t i = 1; i < items.size(); ++i) sentence.hang(items[i].head, first, Dependency::kConjunct);
  // The name of one may have been given to another.
  for (const Item& item : items) {
    int name = item.last - 2;
    const bool is_quoted = item.head > 0 && is_mark(sentence.at(item.head - 1), "«");
    const bool is_described = item.head < name && !is_quoted;
    if (!is_described || sentence.is_under(name, item.head)) continue;
    name = sentence.top_within(name, item.first, item.last);
    if (!sentence.is_under(item.head, name)) sentence.hang(name, item.head, Dependency::kApposition);
  }
}

}  // namespace

void correct_clauses(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence.at(i);
    const PartOfSpeech part = word.note.part_of_speech;
    if (part == PartOfSpeech::kVerb) correct_conjunct_before_head(sentence, i);
    correct_enclosed_clause(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) correct_relative_clause(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) correct_subject_with_means(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) correct_second_object_of_relative(sentence, i, lexicon);
    if (part == PartOfSpeech::kVerb) correct_quantity_before_verb(sentence, i, lexicon);
    if (part == PartOfSpeech::kPronoun) correct_possessive(sentence, i, lexicon);
    if (word.is_noun()) correct_genitive_before_comma(sentence, i);
    if (part == PartOfSpeech::kParticiple || part == PartOfSpeech::kAdjective)
      correct_modifier_after_comma(sentence, i);
    if (part == PartOfSpeech::kParticiple) {
      correct_object_of_passive(sentence, i);
      correct_participle_before_noun(sentence, i);
    }
    const bool is_described = i > 0 && is_mark(word, "«") && sentence.at(i - 1).is_noun();
    const bool begins = i == 0 || (!is_mark(sentence.at(i - 1), ",") && sentence.at(i - 1).lower != "и");
    if (begins && !is_described && (is_mark(word, "«") || word.is_noun() || part == PartOfSpeech::kAdjective))
      correct_list_of_names(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
