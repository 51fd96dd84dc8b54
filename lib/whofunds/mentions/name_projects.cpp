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

/// "Brewer Aster bought", "Museum director Ann Lee": whether the first word of the sentence describes what
/// is named after it.
bool NameFinder::is_heading_word() const {
  if (sentence_.size() < 3 || !word(0).is(Dependency::kCompound)) return false;
  const bool is_description = lexicon_.descriptors.contains(word(0).lemma) &&
                              lexicon_.frames_by_title.contains(word(1).lemma) && !word(1).is_capitalised() &&
                              word(2).is_capitalised();
  return is_description || (word(1).is_capitalised() && lexicon_.heading_words.contains(word(0).lower));
}

/// "the chain Habitus": a noun with a capital right after what describes it is what that is called.
bool NameFinder::is_called_so(int i) const {
  if (lexicon_.inflected || i < 2 || !word(i).is_capitalised() || !word(i).is(Dependency::kApposition) ||
      word(i).note.head != i - 1 || word(i).note.number == language::Number::kPlural)
    return false;
  const auto descriptor = lexicon_.descriptors.find(word(i - 1).lemma);
  return descriptor != lexicon_.descriptors.end() && descriptor->second.kind != EntityKind::kPerson &&
         !word(i - 1).is_capitalised() && word(i).is_noun() && !lexicon_.months.contains(word(i).lower);
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
    const bool is_part =
        word(i).is_noun() || is_of_kind ||
        (i + 1 == head && (word(i).is(Dependency::kAdjectiveModifier) || word(i).is(Dependency::kCompound)) &&
         lexicon_.name_words.contains(word(i).lower + " " + word(head).lower));
    if (!is_part || is_taken(i)) return;
  }
  last = head + 1;
}

/// "the Aster 3 drone": the number between a name and what is made is a part of the name.
bool NameFinder::counts_model(int last) const {
  const int noun = last + 1;
  return !lexicon_.inflected && noun < sentence_.size() && word(last).note.head == noun &&
         word(last - 1).is_capitalised() && word(last - 1).note.head == noun &&
         word(last - 1).is(Dependency::kCompound) && word(noun).note.number != language::Number::kPlural &&
         (names_project(noun) || is_product_noun(noun));
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

/// "Studio 71": a number right after a name that counts nothing.
void NameFinder::extend_over_number(int& last) const {
  constexpr std::size_t kMostDigits = 3;
  // "Aster Growth II", of which a model of Russian makes two names
  const bool is_roman = lexicon_.inflected && last < sentence_.size() && !is_taken(last) &&
                        word(last).token.all_capitals && word(last).token.text.size() > 1 &&
                        word(last).token.text.find_first_not_of("IVX") == std::string_view::npos;
  if (is_roman && word(last - 1).is_capitalised() && word(last - 1).token.script == text::Script::kLatin) {
    ++last;
    return;
  }
  // "Studio One": in small letters it would count.
  const bool is_spelled = !lexicon_.inflected && last < sentence_.size() && !is_taken(last) &&
                          word(last).is_capitalised() && !word(last).token.all_capitals &&
                          lexicon_.numerals.contains(word(last).lower) && word(last).token.space_before &&
                          (word(last - 1).note.head == last || word(last).note.head == last - 1);
  if (is_spelled) {
    ++last;
    return;
  }
  if (last >= sentence_.size() || is_taken(last) || word(last).token.kind != text::TokenKind::kNumber ||
      word(last).token.text.size() > kMostDigits || word(last).token.script == text::Script::kCyrillic)
    return;
  if (counts_model(last)) {
    ++last;
    return;
  }
  const bool belongs = word(last).note.head == last - 1 && word(last - 1).is_capitalised() &&
                       word(last - 1).token.script == text::Script::kLatin;
  const bool goes_on = last + 1 < sentence_.size() && !word(last + 1).token.space_before &&
                       word(last + 1).token.kind != text::TokenKind::kPunctuation;
  if (belongs && !goes_on) ++last;
}

/// "the broadcaster TV Aster"
void NameFinder::extend_over_station(int& first, int last) const {
  if (lexicon_.inflected || first == 0 || last - first != 1 || is_taken(first - 1)) return;
  const Word& opening = word(first - 1);
  const bool opens = opening.is_capitalised() && lexicon_.station_openings.contains(opening.lower) &&
                     opening.is(Dependency::kCompound) && opening.note.head == first &&
                     word(first).token.space_before && word(first).is_capitalised();
  if (opens && !is_given_name(first) && !lexicon_.descriptors.contains(word(first).lemma)) --first;
}

/// "the Agency for Rural Roads": what a body that is called by one word is for.
void NameFinder::extend_over_field(int first, int& last) const {
  if (lexicon_.inflected || last - first != 1 || last + 1 >= sentence_.size() || word(last).lower != "for" ||
      !word(first).is_capitalised())
    return;
  const auto kind = lexicon_.name_words.find(word(first).lower);
  if (kind == lexicon_.name_words.end() ||
      (kind->second != EntityKind::kPublicBody && kind->second != EntityKind::kOrganization))
    return;
  int end = last + 1;
  while (end < sentence_.size() && word(end).is_capitalised() && !is_taken(end) &&
         word(end).note.name != NameClass::kPlace && word(end).note.name != NameClass::kPerson)
    ++end;
  if (end > last + 1 && sentence_.is_under(end - 1, first)) last = end;
}

/// "the Aster Fund for the Arts": whom or what a body is for is a part of its name.
void NameFinder::extend_over_purpose(int first, int& last) const {
  extend_over_field(first, last);
  const int purpose = last + 2;
  if (lexicon_.inflected || purpose >= sentence_.size() || last - first < 1 || word(last).lower != "for" ||
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

bool NameFinder::is_in_list(const NameMention& name) const {
  return word(name.head).is(Dependency::kConjunct) ||
         sentence_.child(name.head, Dependency::kConjunct) != kNoWord;
}

/// "фонды «А» и «Б»": a word in the plural before the first of a list describes all of it.
std::optional<EntityKind> NameFinder::kind_of_list(const NameMention& name) const {
  if (!lexicon_.inflected || !name.quoted || !word(name.head).is(Dependency::kConjunct)) return std::nullopt;
  int first = name.head;
  while (word(first).is(Dependency::kConjunct) && word(first).note.head < first)
    first = word(first).note.head;
  // "фонды Aster и «Б»": letters of another script show no case
  const bool is_described =
      word(first).is(Dependency::kApposition) ||
      (word(first).is(Dependency::kNominalModifier) && word(first).token.script == text::Script::kLatin &&
       sentence_.preposition(first).empty());
  const int noun = is_described ? word(first).note.head : kNoWord;
  if (noun == kNoWord || noun > first || !word(first).is_capitalised() ||
      word(noun).note.number != language::Number::kPlural)
    return std::nullopt;
  const auto descriptor = lexicon_.descriptors.find(word(noun).lemma);
  return descriptor == lexicon_.descriptors.end() ? std::nullopt : std::optional(descriptor->second.kind);
}

}  // namespace whofunds::mentions
