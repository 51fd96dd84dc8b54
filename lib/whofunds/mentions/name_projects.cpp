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

}  // namespace whofunds::mentions
