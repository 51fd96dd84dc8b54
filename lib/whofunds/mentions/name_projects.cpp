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
  return !word(noun).is_capitalised() &&
         lexicon_.any_frame_of_title(word(noun).lemma, [&](const language::Frame& frame) {
           return frame.relation == model::Relation::kDevelops && !frame.title_is_from;
         });
}

/// "the Aster satellites": all that are made have one name.
bool NameFinder::are_made(int noun) const {
  return word(noun).note.number == language::Number::kPlural && is_product_noun(noun) &&
         std::ranges::any_of(word(noun).children, [&](int child) {
           return word(child).is(Dependency::kDeterminer) &&
                  lexicon_.demonstratives.contains(word(child).lower);
         });
}

/// "Aster, a joint venture of two banks", "its investment vehicle, Aster": what two words say that somebody
/// owns is a firm, though the last of them alone may be built.
bool NameFinder::is_owned_firm(int noun) const {
  return noun > 0 && lexicon_.any_frame_of_title(word(noun).lemma, [&](const language::Frame& frame) {
    return frame.relation == model::Relation::kOwns && !frame.title_is_from &&
           std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
             return title.lemma == word(noun).lemma && !title.modifiers.empty() &&
                    title.modifiers.back() == word(noun - 1).lower;
           });
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

/// "the Hanhi nuclear project": what somebody undertakes, with a word before it that tells of what kind.
bool NameFinder::is_undertaking_of_kind(int name, int noun) const {
  const auto told = lexicon_.descriptors.find(word(noun).lemma);
  if (noun < name + 2 || told == lexicon_.descriptors.end() || told->second.kind != EntityKind::kProject ||
      word(noun).is_capitalised() || word(noun).note.number == language::Number::kPlural ||
      std::ranges::none_of(word(noun).children,
                           [&](int child) { return lexicon_.demonstratives.contains(word(child).lower); }))
    return false;
  for (int i = name + 1; i < noun; ++i) {
    const bool is_kind = word(i).is_noun() || word(i).is(Dependency::kAdjectiveModifier);
    if (!is_kind || word(i).is_capitalised() || is_taken(i)) return false;
  }
  return true;
}

/// "the Porto cargo terminal": in English what is built takes its name from a noun at the end.
void NameFinder::extend_over_project(int first, int& last, bool quoted) const {
  if (lexicon_.inflected || quoted) return;
  // "a 120MW scheme" tells how large it is.
  if (word(first).token.kind == text::TokenKind::kNumber && !word(first).is(Dependency::kCompound)) return;
  int head = word(last - 1).note.head;
  const bool hangs = word(last - 1).is(Dependency::kCompound) ||
                     word(last - 1).is(Dependency::kAdjectiveModifier) ||
                     (word(last - 1).is(Dependency::kNumericModifier) && word(last - 1).is_capitalised());
  // "the Porto desalination plant": each word may hang on the next.
  while (head >= last && word(head).is(Dependency::kCompound) && word(head).note.head == head + 1) ++head;
  if (head < last || head - last > 2 || !hangs) return;
  const bool is_called_so = head == last && last - first == 1 &&
                            word(first).note.name != NameClass::kPerson && is_undertaking(first, head);
  const bool is_of_kind = is_undertaking_of_kind(last - 1, head);
  if (!names_project(head) && !is_called_so && !is_of_kind && (head == last || !is_product_noun(head)))
    return;
  // "the Aster plant" is one of a firm's, "the Aster cargo terminal" is called so.
  if (head == last && !is_called_so && word(first).note.name == NameClass::kOrganization) return;
  // "the Oslo app" is one from there.
  if (head == last && word(first).note.name == NameClass::kPlace && is_product_noun(head)) return;
  for (int i = last; i <= head; ++i) {
    // "the Porto offshore wind farm": before the pair of words that names what is built
    const bool is_before_pair = i + 2 == head && word(i).is(Dependency::kAdjectiveModifier) &&
                                lexicon_.name_words.contains(word(i + 1).lower + " " + word(head).lower);
    const bool is_part =
        word(i).is_noun() || is_of_kind || is_before_pair ||
        (i + 1 == head && (word(i).is(Dependency::kAdjectiveModifier) || word(i).is(Dependency::kCompound)) &&
         lexicon_.name_words.contains(word(i).lower + " " + word(head).lower));
    if (!is_part || is_taken(i)) return;
  }
  last = head + 1;
}

/// "makes Picarro": a product, where it is not made into something.
bool NameFinder::is_made(int i) const {
  // "develops the Aster hearing aid"
  const int noun = sentence_.head_of(i);
  const bool is_called_so = word(i).is(Dependency::kCompound) && noun > i && word(noun).is_noun() &&
                            !word(noun).is_capitalised() && word(i).note.name == NameClass::kNone &&
                            !lexicon_.descriptors.contains(word(noun).lemma) &&
                            sentence_.child(noun, Dependency::kDeterminer) != kNoWord;
  if (is_called_so) i = noun;
  const int verb = sentence_.head_of(i);
  return verb != kNoWord && verb < i && word(i).is(Dependency::kObject) &&
         lexicon_.making_verbs.contains(word(verb).lemma) &&
         sentence_.child(verb, Dependency::kOpenComplement) == kNoWord &&
         sentence_.child(verb, Dependency::kIndirectObject) == kNoWord &&
         sentence_.child(verb, Dependency::kCompound) == kNoWord;
}

}  // namespace whofunds::mentions
