#include <algorithm>
#include <string>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "whofunds/mentions/name_finder.hpp"
#include "whofunds/mentions/surnames.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;

namespace {

std::string with_capital(const std::string& word) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(word);
  text.setCharAt(0, static_cast<char16_t>(u_toupper(text[0])));
  std::string result;
  text.toUTF8String(result);
  return result;
}

}  // namespace

/// "Marble Reach Partners": English capitals that hang on one another and end in a word for a business, where
/// a model took a word of them for a common one.
void NameFinder::find_businesses() {
  if (lexicon_.inflected) return;
  for (int last = 1; last < sentence_.size(); ++last) {
    const auto kind = lexicon_.name_words.find(word(last).lower);
    const bool ends_name = kind != lexicon_.name_words.end() && word(last).is_capitalised() &&
                           !is_taken(last) &&
                           (kind->second == EntityKind::kCompany || kind->second == EntityKind::kFund);
    if (!ends_name || (last + 1 < sentence_.size() && word(last + 1).is_capitalised())) continue;
    int first = last;
    const auto joins = [&](int i) {
      return word(i).is_capitalised() && word(i).token.kind == text::TokenKind::kWord && !is_taken(i) &&
             word(i).is(Dependency::kCompound) && word(i).note.head > i && word(i).note.head <= last &&
             word(i + 1).token.space_before && !starts_line_anew(i + 1);
    };
    while (first > 0 && joins(first - 1)) --first;
    bool has_common = false;
    for (int i = first; i <= last; ++i)
      has_common = has_common || word(i).note.part_of_speech == PartOfSpeech::kNoun;
    const bool is_part =
        first > 0 && word(first).note.name != NameClass::kNone && !word(first).note.name_begins;
    if (first == last || !has_common || is_part) continue;
    int end = last + 1;
    first = end_of_heading(first, end);
    if (end - first > 1) add(first, end, false);
  }
}

/// "Harland Media", where a model takes the one for a people: a proper noun that is part of the next is no
/// adjective.
bool NameFinder::begins_name(int i) const {
  return word(i).note.part_of_speech == PartOfSpeech::kProperNoun && word(i).is(Dependency::kCompound) &&
         i + 1 < sentence_.size() && word(i).note.head == i + 1 && is_name_word(i + 1) &&
         word(i + 1).note.part_of_speech == PartOfSpeech::kProperNoun;
}

/// "Sunrun Solar", of which a model makes two names.
void NameFinder::join_halves() {
  if (lexicon_.inflected) return;
  for (std::size_t n = 0; n + 1 < names_.size(); ++n) {
    const NameMention& name = names_[n];
    const NameMention& next = names_[n + 1];
    const bool are_words =
        name.last - name.first == 1 && next.last - next.first == 1 && !name.quoted && !next.quoted;
    // "Aster Werke Kolding GmbH", of which a model makes two
    const bool is_cut = name.last == next.first && !name.quoted && !next.quoted &&
                        name.kind != EntityKind::kPlace && name.kind != EntityKind::kPerson &&
                        !name.kind_told && next.last - next.first == 2 && is_legal_form(next.last - 1) &&
                        word(name.head).is(Dependency::kCompound) &&
                        word(name.head).note.head == next.last - 1 && word(next.first).token.space_before;
    if (is_cut && word(name.head).is_capitalised()) {
      join(n, name.first);
      continue;
    }
    const bool hang = name.last == next.first && word(name.first).note.head == next.first &&
                      word(name.first).is(Dependency::kCompound) && word(next.first).token.space_before;
    if (!are_words || !hang || name.kind == EntityKind::kPlace || name.kind_told || next.kind_told ||
        lexicon_.heading_words.contains(word(name.first).lower))
      continue;
    join(n, name.first);
  }
}

/// Makes one name, which begins at word `first`, of the name at `n` and the one after it.
void NameFinder::join(std::size_t n, int first) {
  const int last = names_[n + 1].last;
  for (int i = names_[n].first; i < last; ++i) taken_[static_cast<std::size_t>(i)] = false;
  const auto begin = names_.begin() + static_cast<std::ptrdiff_t>(n);
  names_.erase(begin, begin + 2);
  add(first, last, false);
  std::rotate(names_.begin() + static_cast<std::ptrdiff_t>(n), names_.end() - 1, names_.end());
}

/// "Two Rivers", "Seven Hills Capital": a number with a capital before a name is part of it; at the head of a
/// sentence only where it counts what has no name of its own ("Two Aster engineers").
void NameFinder::join_numerals() {
  if (lexicon_.inflected) return;
  for (std::size_t n = 0; n < names_.size(); ++n) {
    const int first = names_[n].first - 1;
    if (first < 0 || names_[n].quoted || !word(first).is_capitalised() || word(first).token.all_capitals ||
        !lexicon_.numerals.contains(word(first).lower) || !word(first + 1).token.space_before)
      continue;
    const Word& head = word(names_[n].last - 1);
    const bool is_many = head.lower.ends_with("s") || lexicon_.name_words.contains(head.lower);
    if (first == 0 && (!is_many || names_[n].kind == EntityKind::kPerson)) continue;
    const bool is_named = n > 0 && names_[n - 1].first == first && names_[n - 1].last == first + 1;
    if (is_named) {
      join(n - 1, first);
      --n;
      continue;
    }
    const int last = names_[n].last;
    for (int i = first; i < last; ++i) taken_[static_cast<std::size_t>(i)] = false;
    names_.erase(names_.begin() + static_cast<std::ptrdiff_t>(n));
    add(first, last, false);
    std::rotate(names_.begin() + static_cast<std::ptrdiff_t>(n), names_.end() - 1, names_.end());
  }
}

/// "Sal del Norte", "Casa de la Moneda": small words of other languages that stand within a name.
void NameFinder::join_over_particles() {
  constexpr int kMost = 2;
  for (std::size_t n = 0; n + 1 < names_.size(); ++n) {
    const NameMention& name = names_[n];
    const NameMention& next = names_[n + 1];
    const int between = next.first - name.last;
    if (name.quoted || next.quoted || between < 1 || between > kMost) continue;
    bool are_particles = true;
    for (int i = name.last; i < next.first; ++i) {
      are_particles = are_particles && lexicon_.name_particles.contains(word(i).lower) &&
                      !word(i).is_capitalised() && word(i).token.space_before;
    }
    // "Aster & Sons"
    const bool is_family_firm = !lexicon_.inflected && between == 1 && word(name.last).token.text == "&" &&
                                next.last - next.first == 1 &&
                                lexicon_.firm_endings.contains(word(next.first).lower);
    if ((are_particles || is_family_firm) && word(next.first).token.space_before) join(n, name.first);
  }
}

/// "Ильёй и Денисом Кравчуками", "Анны и Петра Лобачёвых": a given name, and a full name whose surname is in
/// the plural.
bool NameFinder::are_joined_persons(const NameMention& name, const NameMention& next) const {
  const bool joined = name.last + 1 == next.first && word(name.last).lower == "и";
  return lexicon_.inflected && joined && !name.quoted && !next.quoted && is_given_name(name.last - 1) &&
         next.last - next.first == 2 && is_given_name(next.first) && !is_given_name(next.last - 1) &&
         singular_surname(word(next.last - 1), morphology_).has_value();
}

/// "фонд Анны и Петра Лобачёвых": what is called after several persons is one thing.
void NameFinder::join_dedicated_to_many() {
  for (std::size_t n = 0; n + 1 < names_.size(); ++n) {
    const NameMention& name = names_[n];
    if (!are_joined_persons(name, names_[n + 1]) ||
        word(name.last - 1).note.grammatical_case != language::Case::kGenitive)
      continue;
    const auto is_body = [&](int i) {
      const auto kind = i < 0 ? lexicon_.name_words.end() : lexicon_.name_words.find(word(i).lemma);
      return kind != lexicon_.name_words.end() && model::is_organization(kind->second);
    };
    if (name.last - name.first > 1 && name.kind != EntityKind::kPerson)
      join(n, name.first);
    else if (name.last - name.first == 1 && is_body(name.first - 1) && !is_taken(name.first - 1))
      join(n, name.first - 1);
  }
}

/// "brothers Hugo and Leo Marr": a given name alone before a full name has its surname.
void NameFinder::share_surnames() {
  if (lexicon_.inflected) return;
  for (std::size_t n = 0; n + 1 < names_.size(); ++n) {
    NameMention& name = names_[n];
    const NameMention& next = names_[n + 1];
    const bool joined =
        name.last + 1 == next.first && word(name.last).note.part_of_speech == PartOfSpeech::kConjunction;
    // "the sisters Oana and Ilka Marr", whatever their names
    const bool are_kin = name.first > 0 && lexicon_.kin_nouns.contains(word(name.first - 1).lemma);
    const bool is_given = name.last - name.first == 1 && (are_kin || is_given_name(name.first));
    const bool is_full = next.last - next.first == 2 &&
                         (are_kin || (is_given_name(next.first) && next.kind == EntityKind::kPerson));
    if (!joined || !is_given || !is_full) continue;
    name.name.append(" ").append(word(next.last - 1).token.text);
    name.kind = EntityKind::kPerson;
    name.kind_told = true;
  }
}

/// "братья Илья и Денис Кравчуки": each has the surname in the singular, by the gender of the given name.
void NameFinder::share_plural_surnames() {
  for (std::size_t n = 0; n + 1 < names_.size(); ++n) {
    NameMention& name = names_[n];
    NameMention& next = names_[n + 1];
    if (name.last - name.first != 1 || !are_joined_persons(name, next)) continue;
    const std::optional<std::string> singular = singular_surname(word(next.last - 1), morphology_);
    const std::size_t end_of_given = next.name.rfind(' ');
    if (!singular || end_of_given == std::string::npos) continue;
    const auto give = [&](NameMention& person, const std::string& given, int i) {
      const bool is_feminine = word(i).note.gender == language::Gender::kFeminine;
      person.name = given + " " + with_capital(is_feminine ? surname_of_woman(*singular) : *singular);
      person.kind = EntityKind::kPerson;
      person.kind_told = true;
    };
    give(next, next.name.substr(0, end_of_given), next.first);
    give(name, name.name, name.first);
  }
}

/// "Aster and Birch have", "Aster and Birch merged", "the merger of Aster and Birch": what only several do.
bool NameFinder::acts_as_two(int first, int end) const {
  const bool is_of_deal =
      first > 1 && word(first - 1).lower == "of" && tells_of_partners(lexicon_.frames_by_noun, first - 2);
  const int verb = sentence_.head_of(head_of(first, end));
  if (is_of_deal || verb == kNoWord || !word(head_of(first, end)).is_subject()) return is_of_deal;
  const auto is_plural = [&](int i) { return lexicon_.plural_verbs.contains(word(i).lower); };
  const bool is_present = word(verb).note.part_of_speech == PartOfSpeech::kVerb &&
                          word(verb).lower == word(verb).lemma &&
                          sentence_.child(verb, Dependency::kAuxiliary) == kNoWord;
  if (is_plural(verb) || (is_present && verb == end) ||
      std::ranges::any_of(word(verb).children, [&](int i) { return i < verb && i >= end && is_plural(i); }))
    return true;
  const int object = sentence_.child(verb, Dependency::kObject);
  return tells_of_partners(lexicon_.frames_by_verb, verb) ||
         (object != kNoWord && tells_of_partners(lexicon_.frames_by_noun, object));
}

/// Whether word `i` tells what partners do, and nobody stands after "with": "merged", "a partnership".
bool NameFinder::tells_of_partners(const language::FrameIndex& index, int i) const {
  const auto found = index.find(word(i).lemma);
  if (found == index.end()) return false;
  const bool has_other = std::ranges::any_of(
      word(i).children, [&](int child) { return sentence_.preposition(child) == "with"; });
  return !has_other && std::ranges::any_of(found->second, [&](std::size_t frame) {
    const language::Frame& told = lexicon_.frames[frame];
    const std::vector<language::Trigger>& triggers = word(i).is_verb() ? told.verbs : told.nouns;
    return told.both && std::ranges::any_of(triggers, [&](const language::Trigger& trigger) {
             return trigger.lemma == word(i).lemma &&
                    std::ranges::all_of(trigger.modifiers, [&](const std::string& modifier) {
                      return i > 0 && word(i - 1).lower == modifier;
                    });
           });
  });
}

/// "Lindgren Trading": a common noun that a capital within a sentence makes a part of the name before it.
bool NameFinder::is_capital_noun(int i) const {
  const Word& w = word(i);
  const bool is_common = w.note.part_of_speech == PartOfSpeech::kNoun ||
                         (w.note.part_of_speech == PartOfSpeech::kParticiple && w.lower.ends_with("ing"));
  const bool joins = i > 0 && word(i - 1).is_capitalised() && word(i - 1).note.head == i &&
                     word(i - 1).is(Dependency::kCompound) && word(i - 1).note.name != NameClass::kNone &&
                     word(i - 1).note.name != NameClass::kPlace &&
                     word(i - 1).token.script == text::Script::kLatin;
  if (!joins || !is_common || !w.is_capitalised() || w.token.all_capitals || is_taken(i) ||
      lexicon_.frames_by_title.contains(w.lemma) || lexicon_.round_nouns.contains(w.lemma))
    return false;
  // In a headline all words have capitals.
  constexpr std::size_t kLongWord = 4;
  return std::ranges::any_of(sentence_.words, [&](const Word& other) {
    return other.is_verb() && !other.is_capitalised() && other.token.text.size() >= kLongWord;
  });
}

/// Where a name begins after what describes it: "Chipmaker Aster Semi" at the head of a sentence, "Cloud
/// start-up Nimbly", which a model takes for one name.
int NameFinder::end_of_heading(int first, int last) const {
  if (lexicon_.inflected) return first;
  for (int i = last - 2; i > first; --i) {
    const bool describes = !word(i).is_capitalised() && lexicon_.descriptors.contains(word(i).lower) &&
                           !lexicon_.name_words.contains(word(i).lower);
    if (describes && word(i + 1).is_capitalised()) return i + 1;
  }
  // "Investor AB" is called so.
  const bool is_all = last - first == 2 && is_legal_form(first + 1);
  const bool begins = first == 0 && last - first > 1 && word(first + 1).is_capitalised() && !is_all;
  const std::string& heading = word(first).lower;
  // "Carmakers Aster and Birch"
  const bool is_heading =
      lexicon_.heading_words.contains(heading) || heading.ends_with("maker") ||
      (heading.ends_with('s') && lexicon_.heading_words.contains(heading.substr(0, heading.size() - 1)));
  // "Pharmacist Ann Lee": a common noun before a first name and a surname
  const bool is_told_of_person = begins && last - first == 3 && word(last - 1).is_capitalised() &&
                                 is_given_name(first + 1) && !is_given_name(first) && word(first).is_noun() &&
                                 lexicon_.given_names.contains(word(first + 1).lower) &&
                                 !is_unknown_word(first) && word(first + 1).note.name == NameClass::kPerson;
  return (begins && is_heading) || is_told_of_person ? first + 1 : first;
}

}  // namespace whofunds::mentions
