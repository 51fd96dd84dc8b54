#include "whofunds/mentions/title_corrections.hpp"

#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using tagging::Dependency;

namespace {

bool is_title_noun(const Word& word, const language::Lexicon& lexicon) {
  return word.is_noun() && !word.is_capitalised() && lexicon.frames_by_title.contains(word.lemma);
}

/// The first word of a person's name.
bool begins_person(const AnnotatedSentence& sentence, int word) {
  const Word& here = sentence.at(word);
  return here.note.name == tagging::NameClass::kPerson && here.is_capitalised() && here.is_noun() &&
         !here.is(Dependency::kFlat);
}

/// A word that calls a firm, of which people may be said to be owners; but not "рок-группа".
bool is_firm(const Word& word, const language::Lexicon& lexicon) {
  const auto descriptor = lexicon.descriptors.find(word.lemma);
  return word.is_noun() && lexicon.frames_by_title.contains(word.lemma) &&
         word.lower.find('-') == std::string::npos && descriptor != lexicon.descriptors.end() &&
         descriptor->second.kind == model::EntityKind::kCompany;
}

bool is_part_of_foreign_name(const Word& word) {
  return (word.is_capitalised() && word.token.script == text::Script::kLatin) || is_mark(word, ".");
}

}  // namespace

void correct_title_in_brackets(AnnotatedSentence& sentence, int bracket, const language::Lexicon& lexicon) {
  int title = bracket + 1;
  while (title < sentence.size() && is_mark(sentence.at(title), "«")) ++title;
  if (bracket == 0 || title >= sentence.size() || !is_title_noun(sentence.at(title), lexicon)) return;
  int end = title;
  while (end < sentence.size() && !is_mark(sentence.at(end), ")")) ++end;
  if (end == sentence.size() || sentence.at(title).note.head <= end) return;
  int noun = bracket - 1;
  while (noun > 0 && is_mark(sentence.at(noun), "»")) --noun;
  while (sentence.at(noun).is(Dependency::kApposition) || sentence.at(noun).is(Dependency::kFlat)) {
    const int above = sentence.head_of(noun);
    if (above == kNoWord || above > noun || !sentence.at(above).is_noun()) break;
    noun = above;
  }
  if (sentence.at(noun).is_noun() && !sentence.is_under(noun, title))
    sentence.hang(title, noun, Dependency::kApposition);
}

void correct_names_of_listed_titles(AnnotatedSentence& sentence, int title,
                                    const language::Lexicon& lexicon) {
  if (!sentence.at(title).is_noun() || !lexicon.frames_by_title.contains(sentence.at(title).lemma)) return;
  std::vector<int> titles{title};
  for (const int child : sentence.at(title).children) {
    const Word& other = sentence.at(child);
    const bool is_listed = other.is(Dependency::kConjunct) ||
                           (other.is(Dependency::kApposition) && is_title_noun(other, lexicon));
    if (child > title && is_listed && other.is_noun() && !other.is_capitalised()) titles.push_back(child);
  }
  if (titles.size() < 3) return;
  std::vector<int> names;
  for (const int holder : titles) {
    for (const int child : sentence.at(holder).children) {
      if (child > title && sentence.at(child).is(Dependency::kApposition) && begins_person(sentence, child))
        names.push_back(child);
    }
  }
  std::ranges::sort(names);
  int begin = title;
  for (const int name : names) {
    // Of the titles since the name before, the first that a frame knows; those that "и" joins to it share it.
    const auto own = std::ranges::find_if(titles, [&](int other) {
      return other >= begin && other < name && lexicon.frames_by_title.contains(sentence.at(other).lemma);
    });
    begin = name;
    if (own == titles.end()) continue;
    if (sentence.head_of(name) != *own) sentence.hang(name, *own, Dependency::kApposition);
    // The surname, which a parser may give to another.
    const int surname = name + 1;
    if (surname < sentence.size() && sentence.at(surname).note.name == tagging::NameClass::kPerson &&
        sentence.at(surname).is(Dependency::kFlat) && sentence.head_of(surname) != name)
      sentence.hang(surname, name, Dependency::kFlat);
  }
}

void correct_joined_title_of_name(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  const int name = here.note.head;
  if (!here.is(Dependency::kConjunct) || !is_title_noun(here, lexicon) || name == kNoWord || name > title ||
      !sentence.at(name).is_capitalised())
    return;
  int link = title - 1;
  while (link > name && sentence.head_of(link) == title && sentence.at(link).lower != "и") --link;
  if (link <= name || sentence.at(link).lower != "и") return;
  for (const int first : sentence.at(name).children) {
    if (first <= name || first >= link || !sentence.at(first).is(Dependency::kApposition) ||
        !is_title_noun(sentence.at(first), lexicon))
      continue;
    const bool is_of_list = std::any_of(sentence.words.begin() + first, sentence.words.begin() + link,
                                        [](const Word& word) { return is_mark(word, ","); });
    if (!is_of_list) return sentence.hang(title, first, Dependency::kConjunct);
  }
}

void correct_title_before_copula(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  const int head = here.note.head;
  // "Покупателем может стать «А»": it is what somebody becomes
  const bool is_before_modal = here.is(Dependency::kOpenComplement) && head > title &&
                               here.note.grammatical_case == Case::kInstrumental && here.is_noun() &&
                               sentence.at(head).is_verb();
  const int infinitive = is_before_modal ? head + 1 : kNoWord;
  if (infinitive != kNoWord && infinitive < sentence.size() && sentence.head_of(infinitive) == head &&
      lexicon.copular_verbs.contains(sentence.at(infinitive).lemma) &&
      sentence.at(infinitive).is(Dependency::kOpenComplement))
    return sentence.hang(title, infinitive, Dependency::kOpenComplement);
  if (!here.is(Dependency::kConjunct) || here.note.grammatical_case != Case::kInstrumental ||
      !lexicon.frames_by_title.contains(here.lemma) || head <= title || !sentence.at(head).is_subject() ||
      sentence.at(head).note.grammatical_case == Case::kInstrumental)
    return;
  const int verb = sentence.head_of(head);
  if (verb > title && verb < head && lexicon.copular_verbs.contains(sentence.at(verb).lemma))
    sentence.hang(title, verb, Dependency::kOpenComplement);
}

void correct_appointed_person(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(title);
  const int verb = here.note.head;
  if (!is_title_noun(here, lexicon) || here.note.grammatical_case != Case::kInstrumental || verb == kNoWord ||
      verb > title || sentence.at(verb).note.part_of_speech != language::PartOfSpeech::kVerb ||
      !lexicon.appointing_verbs.contains(sentence.at(verb).lemma) || !sentence.has_subject(verb) ||
      sentence.child(verb, Dependency::kObject) != kNoWord)
    return;
  for (int person = title + 2; person < sentence.size(); ++person) {
    if (is_mark(sentence.at(person), ",") || sentence.at(person).is_verb()) return;
    const Word& named = sentence.at(person);
    const bool may_be_object =
        named.note.grammatical_case == Case::kGenitive || named.note.grammatical_case == Case::kAccusative;
    if (!begins_person(sentence, person) || !may_be_object || !sentence.preposition(person).empty()) continue;
    const int told = sentence.head_of(person);
    // "сменщиком главы «А» Ивана Белова" is his name.
    const bool is_named_so = told != kNoWord && is_title_noun(sentence.at(told), lexicon) &&
                             !lexicon.descriptors.contains(sentence.at(told).lemma);
    if (told == title || is_named_so || !sentence.is_under(person, title)) return;
    sentence.hang(person, verb, Dependency::kObject);
    sentence.words[static_cast<std::size_t>(person)].note.grammatical_case = Case::kAccusative;
    return;
  }
}

void correct_owner_after_firm(AnnotatedSentence& sentence, int person, const language::Lexicon& lexicon) {
  if (person < 1 || !begins_person(sentence, person) ||
      sentence.at(person).note.grammatical_case != Case::kGenitive || !sentence.preposition(person).empty())
    return;
  int firm = person - 1;
  if (is_mark(sentence.at(firm), "»")) {
    const int end = firm;
    while (firm > 0 && !is_mark(sentence.at(firm), "«")) --firm;
    // "Millhouse Романа Абрамовича": a name alone
    if (firm < 1 || !is_firm(sentence.at(firm - 1), lexicon)) {
      firm = sentence.top_within(firm + 1, firm + 1, end);
    } else {
      --firm;
    }
  } else if (!is_firm(sentence.at(firm), lexicon)) {
    int first = firm;
    while (first > 0 && is_part_of_foreign_name(sentence.at(first - 1))) --first;
    if (!is_part_of_foreign_name(sentence.at(firm))) return;
    firm = sentence.top_within(first, first, person);
  } else {
    // "компания Ивана Белова Aster": the name follows.
    int name = person + 1;
    while (name < sentence.size() && sentence.at(name).note.name == tagging::NameClass::kPerson) ++name;
    const bool is_named =
        name < sentence.size() &&
        (is_mark(sentence.at(name), "«") ||
         (sentence.at(name).is_capitalised() && sentence.at(name).token.script == text::Script::kLatin));
    if (!is_named) return;
  }
  if (firm < 0 || firm == person || !sentence.at(firm).is_noun()) return;
  const bool is_told_so = sentence.head_of(person) == firm && sentence.at(person).is(Dependency::kApposition);
  if ((sentence.is_under(person, firm) && !is_told_so) || sentence.is_under(firm, person)) return;
  // "основателя группы «А» Ивана Белова" is his name.
  for (int above = sentence.head_of(firm); above != kNoWord && !sentence.at(above).is_verb();
       above = sentence.head_of(above)) {
    const Word& word = sentence.at(above);
    const auto told = lexicon.descriptors.find(word.lemma);
    const bool is_other_firm =
        told != lexicon.descriptors.end() && told->second.kind != model::EntityKind::kPerson;
    if (word.note.animate || (lexicon.frames_by_title.contains(word.lemma) && !is_other_firm)) return;
  }
  sentence.hang(person, firm, Dependency::kNominalModifier);
}

void correct_pronoun_of_title(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(pronoun);
  const int verb = here.note.head;
  // "сменил хозяина: вместо «А» им стал «Б»"
  int begin = pronoun - 1;
  while (begin >= 0 && !is_mark(sentence.at(begin), ":") && !is_mark(sentence.at(begin), ",") &&
         !sentence.at(begin).is_verb())
    --begin;
  const bool is_instead = begin >= 0 && begin + 1 < pronoun && sentence.at(begin + 1).is(Dependency::kCase);
  const bool is_first = begin >= 0 && !sentence.at(begin).is_verb() && (begin == pronoun - 1 || is_instead);
  if ((here.lower != "им" && here.lower != "ею" && here.lower != "ей") || !is_first || verb <= pronoun ||
      !lexicon.copular_verbs.contains(sentence.at(verb).lemma))
    return;
  const int named = sentence.child(verb, Dependency::kSubject);
  const auto is_title = [&](const Word& word) {
    return word.is_noun() && lexicon.frames_by_title.contains(word.lemma) &&
           !lexicon.descriptors.contains(word.lemma);
  };
  int title = pronoun - 1;
  while (title >= 0 && !is_title(sentence.at(title))) --title;
  if (named < verb || title < 0 || sentence.child(title, Dependency::kApposition) != kNoWord ||
      sentence.is_under(title, named))
    return;
  sentence.hang(named, title, Dependency::kApposition);
  const int changing = sentence.head_of(title);
  const int instead = is_instead ? sentence.head_of(begin + 1) : kNoWord;
  if (instead != kNoWord && changing != kNoWord && sentence.head_of(instead) == verb)
    sentence.hang(instead, changing, Dependency::kOblique);
}

void correct_names_of_joined_titles(AnnotatedSentence& sentence, int second,
                                    const language::Lexicon& lexicon) {
  const int first = sentence.head_of(second);
  if (!sentence.at(second).is(Dependency::kConjunct) || first == kNoWord || first > second ||
      !lexicon.frames_by_title.contains(sentence.at(first).lemma) ||
      !lexicon.frames_by_title.contains(sentence.at(second).lemma))
    return;
  const auto named = [&](int title, int begin, int end) {
    const auto found = std::ranges::find_if(sentence.at(title).children, [&](int child) {
      return child > begin && child < end && sentence.at(child).is(Dependency::kApposition) &&
             sentence.at(child).is_capitalised();
    });
    return found == sentence.at(title).children.end() ? kNoWord : *found;
  };
  if (const int crossed = named(second, first, second); crossed != kNoWord)
    sentence.hang(crossed, first, Dependency::kApposition);
  const int later = named(first, second, sentence.size());
  if (later != kNoWord && named(first, first, second) != kNoWord &&
      named(second, second, sentence.size()) == kNoWord)
    sentence.hang(later, second, Dependency::kApposition);
}

}  // namespace whofunds::mentions
