#include <algorithm>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;
using text::TokenKind;

namespace {

bool is_mark(const Word& word, std::string_view text) {
  return word.token.text == text;
}

/// Whether a noun may have its name after it, and is one thing.
bool is_description(const Word& word, const language::Lexicon& lexicon) {
  return word.is_noun() && word.note.number != language::Number::kPlural && !word.is_capitalised() &&
         lexicon.descriptors.contains(word.lemma);
}

/// "сервис для фермеров «Грядка»", "сервис записи к врачам MedSlot": a name is that of the thing described
/// before it, not of the last word of the description. [first, …) is the name; `mark` the quote before it, if
/// any.
void correct_name_of_description(AnnotatedSentence& sentence, int first, int mark,
                                 const language::Lexicon& lexicon) {
  constexpr int kLongestDescription = 7;
  const int begin = mark == kNoWord ? first : mark;
  if (begin < 2) return;
  const Word& before = sentence.at(begin - 1);
  const bool may_describe = before.is_noun() || before.note.part_of_speech == PartOfSpeech::kAdjective;
  if (!may_describe || before.is_capitalised() || is_description(before, lexicon)) return;
  int noun = begin - 1;
  bool has_preposition = false;
  for (; noun >= 0 && begin - noun <= kLongestDescription; --noun) {
    const Word& word = sentence.at(noun);
    const bool opens_sentence = noun == 0 && word.is_noun() && lexicon.descriptors.contains(word.lemma) &&
                                word.note.number != language::Number::kPlural;
    if (is_description(word, lexicon) || opens_sentence) break;
    const PartOfSpeech part = word.note.part_of_speech;
    has_preposition = has_preposition || part == PartOfSpeech::kPreposition;
    const bool describes = part == PartOfSpeech::kPreposition || part == PartOfSpeech::kAdjective ||
                           (word.is_noun() && !word.is_capitalised());
    if (!describes) return;
  }
  if (noun < 0 || begin - noun > kLongestDescription) return;
  int name = first;
  while (sentence.head_of(name) > name && sentence.at(sentence.head_of(name)).is_capitalised() &&
         sentence.head_of(name) <= name + 4)
    name = sentence.head_of(name);
  const bool is_name_part = sentence.at(name).is(Dependency::kSubject) || sentence.is_under(noun, name);
  const bool hangs_beyond = sentence.head_of(name) > name;
  if (is_name_part || sentence.head_of(name) == noun || !(has_preposition || hangs_beyond)) return;
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "субсидию на 85 млн рублей: …", "заём размером 12 млн рублей": a sum right after a noun is that of the
/// noun.
void correct_sum_of_noun(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  constexpr int kLongestSum = 6;
  const Word& here = sentence.at(noun);
  const bool may_have_sum =
      lexicon.frames_by_noun.contains(here.lemma) || lexicon.round_nouns.contains(here.lemma);
  if (!here.is_noun() || !may_have_sum || noun + 2 >= sentence.size()) return;
  int next = noun + 1;
  const int percent = next + 1;
  if (sentence.at(next).token.kind == TokenKind::kNumber &&
      lexicon.percent_words.contains(sentence.at(percent).lemma)) {
    if (!sentence.is_under(percent, noun) && !sentence.is_under(noun, percent))
      sentence.hang(percent, noun, Dependency::kNominalModifier);
    return;
  }
  const bool is_introduced = sentence.at(next).note.part_of_speech == PartOfSpeech::kPreposition ||
                             lexicon.sum_nouns.contains(sentence.at(next).lemma);
  if (!is_introduced) return;
  ++next;
  if (next < sentence.size() && lexicon.sum_nouns.contains(sentence.at(next).lemma)) ++next;
  if (next >= sentence.size() || (sentence.at(next).token.kind != TokenKind::kNumber &&
                                  !lexicon.numerals.contains(sentence.at(next).lemma)))
    return;
  int currency = next;
  while (currency < sentence.size() && currency < next + kLongestSum &&
         !lexicon.currencies.contains(sentence.at(currency).lemma) &&
         !lexicon.currencies.contains(sentence.at(currency).lower))
    ++currency;
  if (currency >= sentence.size() || currency >= next + kLongestSum) return;
  if (sentence.is_under(currency, noun) || sentence.is_under(noun, currency)) return;
  const int head = sentence.head_of(currency);
  // What hangs on the verb of the noun is near enough.
  if (head == sentence.head_of(noun) && head != kNoWord) return;
  sentence.hang(currency, noun, Dependency::kNominalModifier);
}

/// "приобрести до 15% акций", "на 74% принадлежащее": how much belongs to what is bought, and to the
/// participle right after it.
void correct_percent(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(percent);
  if (!lexicon.percent_words.contains(here.lemma) || percent + 1 >= sentence.size()) return;
  const std::string_view preposition = sentence.preposition(percent);
  const Word& next = sentence.at(percent + 1);
  const int verb = here.note.head;
  if (preposition == "на" && next.note.part_of_speech == PartOfSpeech::kParticiple &&
      !sentence.is_under(percent + 1, percent)) {
    sentence.hang(percent, percent + 1, Dependency::kOblique);
  } else if (lexicon.at_most.contains(std::string(preposition)) && here.is(Dependency::kOblique) &&
             verb != kNoWord && sentence.at(verb).is_verb() &&
             sentence.child(verb, Dependency::kObject) == kNoWord &&
             lexicon.stake_nouns.contains(next.lemma)) {
    sentence.words[static_cast<std::size_t>(percent)].note.dependency = Dependency::kObject;
  }
}

/// "«Курс» вложит в терминал «Хаб»": a name describes nothing beyond a verb; it does what the verb says.
void correct_apposition_beyond_verb(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int head = here.note.head;
  if (!here.is(Dependency::kApposition) || !here.is_capitalised() || head <= name) return;
  for (int verb = name + 1; verb < head; ++verb) {
    const Word& word = sentence.at(verb);
    if (is_mark(word, ",")) return;
    if (word.note.part_of_speech != PartOfSpeech::kVerb) continue;
    const bool has_subject = sentence.child(verb, Dependency::kSubject) != kNoWord ||
                             sentence.child(verb, Dependency::kPassiveSubject) != kNoWord;
    if (!has_subject && !sentence.is_under(verb, name)) sentence.hang(name, verb, Dependency::kSubject);
    return;
  }
}

/// "из капитала «А»": a name in the genitive after a noun that has no name is whose it is.
void correct_genitive_apposition(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int noun = here.note.head;
  if (!here.is(Dependency::kApposition) || here.note.grammatical_case != Case::kGenitive || noun == kNoWord ||
      noun > name || !lexicon.stake_nouns.contains(sentence.at(noun).lemma))
    return;
  sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kNominalModifier;
}

/// "Кредит узбекской Solar выдали A и B": a name whose adjective is in another case than the nominative does
/// nothing; beside an object it is to whom it is done.
void correct_subject_of_oblique_adjective(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  if (here.note.grammatical_case != Case::kNone) return;
  const int adjective = sentence.child(name, Dependency::kAdjectiveModifier);
  if (adjective == kNoWord) return;
  const Case told = sentence.at(adjective).note.grammatical_case;
  if (told != Case::kGenitive && told != Case::kDative) return;
  const int verb = here.note.head;
  // "дочерняя компания американской Bell": it is hers, not she
  const bool is_owner = here.is(Dependency::kApposition) && verb != kNoWord && verb == adjective - 1 &&
                        sentence.at(verb).is_noun() && sentence.at(verb).note.grammatical_case != told;
  if (is_owner) {
    sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kNominalModifier;
    sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kGenitive;
    return;
  }
  if (!here.is(Dependency::kSubject)) return;
  if (verb == kNoWord || !sentence.at(verb).is_verb() || sentence.child(verb, Dependency::kObject) == kNoWord)
    return;
  sentence.hang(name, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kDative;
}

/// "продал 30% акций банка «А» кипрской Volta": what has its name already has no second one; whom it is sold
/// to stands there.
void correct_second_name(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int noun = here.note.head;
  if (!here.is(Dependency::kApposition) || here.token.script != text::Script::kLatin || noun == kNoWord ||
      noun > name || !is_description(sentence.at(noun), lexicon))
    return;
  const int first = sentence.child(noun, Dependency::kApposition);
  if (first == name || first > name) return;
  for (int i = first; i < name; ++i) {
    if (is_mark(sentence.at(i), ",") || sentence.at(i).lower == "и") return;
  }
  int verb = noun;
  while (verb != kNoWord && !sentence.at(verb).is_verb()) verb = sentence.head_of(verb);
  if (verb == kNoWord || sentence.child(verb, Dependency::kIndirectObject) != kNoWord) return;
  const auto frames = lexicon.frames_by_verb.find(sentence.at(verb).lemma);
  const auto goes_to_dative = [&](std::size_t frame) {
    return std::any_of(lexicon.frames[frame].from.slots.begin(), lexicon.frames[frame].from.slots.end(),
                       [](const language::Slot& slot) {
                         return slot.place == language::Slot::Place::kCase &&
                                slot.grammatical_case == Case::kDative;
                       });
  };
  if (frames == lexicon.frames_by_verb.end() ||
      std::none_of(frames->second.begin(), frames->second.end(), goes_to_dative))
    return;
  sentence.hang(name, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kDative;
}

/// "открыл кыргызской компании «А» линию": an adjective that a parser took for the party itself belongs to
/// the noun after it; of two things without a preposition the one that is no accusative is to whom it is
/// given.
void correct_adjective_taken_for_noun(AnnotatedSentence& sentence, int adjective) {
  const int noun = adjective + 1;
  const Word& here = sentence.at(adjective);
  const bool is_party = here.is(Dependency::kObject) || here.is(Dependency::kIndirectObject);
  if (here.note.part_of_speech != PartOfSpeech::kAdjective || !is_party || noun >= sentence.size() ||
      !sentence.at(noun).is_noun() || sentence.head_of(noun) != adjective || here.note.head == kNoWord)
    return;
  const int verb = here.note.head;
  const std::vector<int>& siblings = sentence.at(verb).children;
  const bool has_object = std::any_of(siblings.begin(), siblings.end(), [&](int other) {
    return other != adjective && sentence.at(other).is(Dependency::kObject);
  });
  const Dependency dependency = has_object ? Dependency::kIndirectObject : here.note.dependency;
  sentence.hang(noun, verb, dependency);
  sentence.hang(adjective, noun, Dependency::kAdjectiveModifier);
  if (has_object) sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

/// "продать «дочку», «А», компании «Б»": what stands in another case than the first of a list is none of it.
/// After what is sold or given in the accusative it is to whom.
void correct_conjunct_in_other_case(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int head = here.note.head;
  const bool is_joined = here.is(Dependency::kConjunct) || here.is(Dependency::kApposition);
  if (!is_joined || head == kNoWord || head > noun || here.is_capitalised() || noun == 0 ||
      !is_mark(sentence.at(noun - 1), ","))
    return;
  const Case told = here.note.grammatical_case;
  const Case wanted = sentence.at(head).note.grammatical_case;
  if (wanted != Case::kAccusative || (told != Case::kGenitive && told != Case::kDative)) return;
  const int verb = sentence.head_of(head);
  if (verb == kNoWord || !sentence.at(verb).is_verb() || !sentence.at(head).is(Dependency::kObject)) return;
  sentence.hang(noun, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

/// "«А», «дочка» банка «Б», поставит": a title after a comma is what the name before it is.
void correct_title_after_comma(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  if (!here.is(Dependency::kConjunct) || !lexicon.frames_by_title.contains(here.lemma) || title == 0) return;
  int mark = title - 1;
  while (mark > 0 &&
         (is_mark(sentence.at(mark), "«") || sentence.at(mark).is(Dependency::kAdjectiveModifier)))
    --mark;
  const int name = here.note.head;
  if (name == kNoWord) return;
  const bool has_conjunction = sentence.child(title, Dependency::kCoordination) != kNoWord;
  if (is_mark(sentence.at(mark), ",") && !has_conjunction && name < mark &&
      sentence.at(name).is_capitalised())
    sentence.words[static_cast<std::size_t>(title)].note.dependency = Dependency::kApposition;
}

/// "Кредит на 6 млрд рублей компании предоставил «А»": money is of nobody; to whom it goes the verb says.
void correct_complement_of_money(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int money = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || money == kNoWord || money > noun ||
      !sentence.preposition(noun).empty() || !lexicon.descriptors.contains(here.lemma) ||
      !(lexicon.currencies.contains(sentence.at(money).lemma) ||
        lexicon.scales.contains(sentence.at(money).lemma)))
    return;
  int verb = noun + 1;
  while (verb < sentence.size() && !sentence.at(verb).is_verb() && !is_mark(sentence.at(verb), ",")) ++verb;
  if (verb >= sentence.size() || !sentence.at(verb).is_verb() || sentence.is_under(verb, noun)) return;
  sentence.hang(noun, verb, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

/// "Банк А и «Б» выдали компании": what "и" joins to the words before it is no part of a list that begins
/// later.
void correct_conjunct_of_later(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int told = here.note.head;
  if (!here.is(Dependency::kConjunct) || told <= noun || !here.is_noun()) return;
  int link = noun - 1;
  while (link > 0 && (is_mark(sentence.at(link), "«") || sentence.head_of(link) == noun) &&
         sentence.at(link).lower != "и" && !is_mark(sentence.at(link), ","))
    --link;
  if (link < 1) return;
  if (sentence.at(link).lower == "и") {
    int before = link - 1;
    if (before > 0 && is_mark(sentence.at(before), "»")) --before;
    while (sentence.head_of(before) != kNoWord && sentence.head_of(before) < before &&
           !sentence.at(sentence.head_of(before)).is_verb() &&
           sentence.at(sentence.head_of(before)).is_noun())
      before = sentence.head_of(before);
    if (sentence.at(before).is_noun() && !sentence.is_under(before, noun))
      sentence.hang(noun, before, Dependency::kConjunct);
    return;
  }
  // "Как стало известно «А», банк «Б» может купить …": it begins its clause, and does what the verb after it
  // says.
  int verb = noun + 1;
  while (verb < told && sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb) ++verb;
  const bool is_nominative = here.note.grammatical_case == Case::kNominative;
  if (verb < told && is_nominative && sentence.child(verb, Dependency::kSubject) == kNoWord &&
      !sentence.is_under(verb, noun))
    sentence.hang(noun, verb, Dependency::kSubject);
}

/// "известно «Вестнику»": a dative is no subject.
void correct_dative_subject(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  if (noun == 0 || !here.is(Dependency::kSubject) || here.note.grammatical_case != Case::kDative) return;
  int word = noun - 1;
  while (word > 0 && (is_mark(sentence.at(word), "«") || sentence.head_of(word) == noun)) --word;
  const bool governs =
      sentence.at(word).is_verb() || sentence.at(word).note.part_of_speech == PartOfSpeech::kShortForm;
  const int head = governs && !sentence.is_under(word, noun) ? word : here.note.head;
  sentence.hang(noun, head, Dependency::kIndirectObject);
}

/// "продажу подразделения, «А», компании «Б»": without "и" it is no list, but a thing, its name, and to whom
/// it goes.
void correct_buyer_in_apposition(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int event = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || here.note.grammatical_case != Case::kGenitive ||
      event == kNoWord || !lexicon.frames_by_noun.contains(sentence.at(event).lemma))
    return;
  std::vector<int> joined;
  for (const int child : here.children) {
    if (sentence.at(child).is(Dependency::kConjunct) || sentence.at(child).is(Dependency::kApposition))
      joined.push_back(child);
    if (sentence.child(child, Dependency::kCoordination) != kNoWord) return;
  }
  const int last = joined.empty() ? kNoWord : joined.back();
  if (joined.size() != 2 || !is_description(sentence.at(last), lexicon) ||
      sentence.child(last, Dependency::kApposition) == kNoWord)
    return;
  sentence.words[static_cast<std::size_t>(joined.front())].note.dependency = Dependency::kApposition;
  sentence.hang(last, event, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(last)].note.grammatical_case = Case::kDative;
}

/// "трёх стартапов: A, B и C": what follows the colon names the several things before it.
void correct_names_after_colon(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  int mark = name - 1;
  if (mark > 0 && is_mark(sentence.at(mark), "«")) --mark;
  if (mark < 1 || !is_mark(sentence.at(mark), ":") || !here.is_capitalised() ||
      !here.is(Dependency::kParataxis))
    return;
  const int noun = mark - 1;
  const Word& before = sentence.at(noun);
  const bool sums_up = before.is_noun() && before.note.number == language::Number::kPlural &&
                       lexicon.descriptors.contains(before.lemma);
  if (sums_up && !sentence.is_under(noun, name)) sentence.hang(name, noun, Dependency::kApposition);
}

/// "Возглавляет стартап Тимофей Гаас": a thing is no person; of the two after a verb the person does it.
void correct_thing_before_person(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int thing = verb + 1;
  if (thing + 1 >= sentence.size() || sentence.head_of(thing) != verb) return;
  const auto descriptor = lexicon.descriptors.find(sentence.at(thing).lemma);
  if (descriptor == lexicon.descriptors.end() || descriptor->second.kind == model::EntityKind::kPerson)
    return;
  const bool is_bare =
      sentence.at(thing).is(Dependency::kSubject) || sentence.at(thing).is(Dependency::kObject);
  // "Возглавляет стартап «А» Белов"
  int person = thing + 1;
  if (is_mark(sentence.at(person), "«")) {
    while (person < sentence.size() && !is_mark(sentence.at(person), "»")) ++person;
    ++person;
  }
  if (person >= sentence.size() || !is_bare || sentence.at(person).note.name != tagging::NameClass::kPerson ||
      sentence.head_of(person) != thing ||
      !(sentence.at(person).is(Dependency::kApposition) ||
        sentence.at(person).is(Dependency::kNominalModifier)) ||
      sentence.at(person).note.grammatical_case == Case::kGenitive)
    return;
  sentence.hang(person, verb, Dependency::kSubject);
  sentence.hang(thing, verb, Dependency::kObject);
}

}  // namespace

void correct_attachments(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    const Word& word = sentence.at(i);
    correct_sum_of_noun(sentence, i, lexicon);
    correct_percent(sentence, i, lexicon);
    if (is_mark(word, "«") && i + 1 < sentence.size())
      correct_name_of_description(sentence, i + 1, i, lexicon);
    const bool is_bare_name = word.is_capitalised() && word.token.script == text::Script::kLatin && i > 0 &&
                              !is_mark(sentence.at(i - 1), "«") && !sentence.at(i - 1).is_capitalised();
    if (is_bare_name) correct_name_of_description(sentence, i, kNoWord, lexicon);
    correct_adjective_taken_for_noun(sentence, i);
    if (word.is_noun() || word.is_capitalised()) {
      correct_apposition_beyond_verb(sentence, i);
      correct_genitive_apposition(sentence, i, lexicon);
      correct_subject_of_oblique_adjective(sentence, i);
      correct_second_name(sentence, i, lexicon);
      correct_conjunct_in_other_case(sentence, i);
      correct_buyer_in_apposition(sentence, i, lexicon);
      correct_dative_subject(sentence, i);
      correct_conjunct_of_later(sentence, i);
      correct_title_after_comma(sentence, i, lexicon);
      correct_complement_of_money(sentence, i, lexicon);
      correct_names_after_colon(sentence, i, lexicon);
    }
    if (word.note.part_of_speech == PartOfSpeech::kVerb) correct_thing_before_person(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
