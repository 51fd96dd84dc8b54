#include <algorithm>

#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;

/// "terminal", "wind farm"
bool NameFinder::names_project(int noun) const {
  const auto descriptor = lexicon_.descriptors.find(word(noun).lemma);
  const bool is_project =
      descriptor != lexicon_.descriptors.end() && descriptor->second.kind == EntityKind::kProject;
  if (noun > 0 && !word(noun).is_capitalised() && !is_project) {
    const auto pair = lexicon_.name_words.find(word(noun - 1).lower + " " + word(noun).lower);
    if (pair != lexicon_.name_words.end() && pair->second == EntityKind::kProject) return true;
  }
  return is_project && !descriptor->second.anaphoric;
}

/// "the Aster mapping tool": what somebody has that a title of a frame names.
bool NameFinder::is_product_noun(int noun) const {
  const auto frames = lexicon_.frames_by_title.find(word(noun).lemma);
  return frames != lexicon_.frames_by_title.end() && !word(noun).is_capitalised() &&
         std::ranges::any_of(frames->second, [&](std::size_t index) {
           const language::Frame& frame = lexicon_.frames[index];
           return frame.relation == model::Relation::kDevelops && !frame.title_is_from;
         });
}

/// "the Oslo project", where "Oslo" alone is a place; "the Meridian project".
bool NameFinder::is_undertaking(int name, int noun) const {
  const auto told = lexicon_.descriptors.find(word(noun).lemma);
  return name > 0 && noun == name + 1 && told != lexicon_.descriptors.end() &&
         told->second.kind == EntityKind::kProject && !word(noun).is_capitalised() &&
         word(noun).note.number != language::Number::kPlural &&
         std::ranges::any_of(word(noun).children,
                             [&](int child) { return lexicon_.demonstratives.contains(word(child).lower); });
}

/// "the Porto cargo terminal": in English what is built takes its name from a noun at the end.
void NameFinder::extend_over_project(int first, int& last, bool quoted) const {
  if (lexicon_.lang != "en" || quoted) return;
  // "a 120MW scheme" tells how large it is.
  if (word(first).token.kind == text::TokenKind::kNumber && !word(first).is(Dependency::kCompound)) return;
  int head = word(last - 1).note.head;
  const bool hangs =
      word(last - 1).is(Dependency::kCompound) || word(last - 1).is(Dependency::kAdjectiveModifier);
  // "the Porto desalination plant": each word may hang on the next.
  while (head >= last && word(head).is(Dependency::kCompound) && word(head).note.head == head + 1) ++head;
  if (head < last || head - last > 2 || !hangs) return;
  const bool is_called_so = head == last && last - first == 1 &&
                            word(first).note.name != NameClass::kPerson && is_undertaking(first, head);
  if (!names_project(head) && !is_called_so && (head == last || !is_product_noun(head))) return;
  // "the Aster plant" is one of a firm's, "the Aster cargo terminal" is called so.
  if (head == last && !is_called_so && word(first).note.name == NameClass::kOrganization) return;
  // "the Oslo app" is one from there.
  if (head == last && word(first).note.name == NameClass::kPlace && is_product_noun(head)) return;
  for (int i = last; i <= head; ++i) {
    const bool is_part =
        word(i).is_noun() ||
        (i + 1 == head && (word(i).is(Dependency::kAdjectiveModifier) || word(i).is(Dependency::kCompound)) &&
         lexicon_.name_words.contains(word(i).lower + " " + word(head).lower));
    if (!is_part || is_taken(i)) return;
  }
  last = head + 1;
}

/// "the broadcaster TV Aster"
void NameFinder::extend_over_station(int& first, int last) const {
  if (lexicon_.lang != "en" || first == 0 || last - first != 1 || is_taken(first - 1)) return;
  const Word& opening = word(first - 1);
  const bool opens = opening.is_capitalised() && lexicon_.station_openings.contains(opening.lower) &&
                     opening.is(Dependency::kCompound) && opening.note.head == first &&
                     word(first).token.space_before && word(first).is_capitalised();
  if (opens && !is_given_name(first) && !lexicon_.descriptors.contains(word(first).lemma)) --first;
}

/// "the Aster Fund for the Arts": whom or what a body is for is a part of its name.
void NameFinder::extend_over_purpose(int first, int& last) const {
  const int purpose = last + 2;
  if (lexicon_.lang != "en" || purpose >= sentence_.size() || last - first < 1 || word(last).lower != "for" ||
      word(last + 1).lower != "the" || is_taken(purpose))
    return;
  const auto kind = lexicon_.name_words.find(word(last - 1).lower);
  const bool is_body = kind != lexicon_.name_words.end() && kind->second != EntityKind::kCompany &&
                       kind->second != EntityKind::kProject && kind->second != EntityKind::kPlace;
  const bool ends = purpose + 1 >= sentence_.size() || !word(purpose + 1).is_capitalised();
  if (is_body && ends && word(purpose).is_capitalised() && !word(purpose).token.all_capitals &&
      !is_unknown_word(purpose) && word(purpose).note.name != tagging::NameClass::kPlace)
    last = purpose + 1;
}

/// "Уральский промышленник Иван Белов": whether a word says what the person is who is named after it.
bool NameFinder::describes_named_person(int i) const {
  const auto kind = lexicon_.descriptors.find(word(i).lemma);
  return kind != lexicon_.descriptors.end() && kind->second.kind == model::EntityKind::kPerson &&
         i + 1 < sentence_.size() && word(i + 1).note.name == tagging::NameClass::kPerson;
}

}  // namespace whofunds::mentions
