#include <algorithm>
#include <string_view>

#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;
using text::TokenKind;

/// Whether an English name that the model carries on past word `i` ends before it: at a verb, after "Inc.",
/// at the comma of a list, unless the list is one name ("Kleiner, Perkins & Byers"), at the "to" of "sold A
/// to B" and at the "and" between two names.
bool NameFinder::ends_name(int first, int i) const {
  if (word(i).note.part_of_speech == PartOfSpeech::kVerb && !word(i).is_capitalised()) return true;
  if (lexicon_.inflected) return false;
  // "Aster Networks-owned Birch"
  if (word(i).token.text == "-" && i + 1 < sentence_.size() && !word(i + 1).is_capitalised() &&
      word(i + 1).is_verb() && lexicon_.frames_by_verb.contains(word(i + 1).lemma))
    return true;
  if (!word(i).is_capitalised() && lexicon_.name_breakers.contains(word(i).lower)) return true;
  // "Aster CEO Ann Lee"
  if (i > first && word(i).token.all_capitals && lexicon_.not_names.contains(word(i).lower) &&
      lexicon_.frames_by_title.contains(word(i).lemma))
    return true;
  // "started Aster in Toulouse": where it was done is no part of the name
  if (word(i).lower == "in" && !word(i).is_capitalised() && i > first && is_outside(first, i)) return true;
  // "Correction: Aster buys Birch"
  if (word(i).token.text == ":" || word(i).token.text == ";") return true;
  if (word(i).lower == "and" && joins_names(first, i)) return true;
  if (is_legal_form(i - 1) && word(i - 1).token.text.ends_with('.') && !is_legal_form(i)) return true;
  // "Harbor's Zyloq" are two: what belongs to the one is no word but a name.
  const bool is_possessive = (word(i).lower == "'s" || word(i).lower == "’s") &&
                             word(i).note.part_of_speech == PartOfSpeech::kParticle;
  if (is_possessive && i + 1 < sentence_.size() && word(i + 1).is_capitalised() && is_unknown_word(i + 1))
    return true;
  if (word(i).token.text != "," || is_legal_form(i + 1) || word(i).note.name == NameClass::kPlace)
    return false;
  // "its investments include Aster, Birch and Cedar"
  if (first > 0 && lexicon_.listing_verbs.contains(word(first - 1).lemma)) return true;
  for (int k = i + 1;
       k < sentence_.size() && word(k).note.name == word(i).note.name && !word(k).note.name_begins; ++k) {
    if (word(k).token.text == "&") return false;
    // "Marks, Hale and Reed", but "Marks, Hale and Reed Street"
    if (word(k).lower == "and") return k + 2 < sentence_.size() && word(k + 2).is_capitalised();
  }
  return true;
}

/// Whether what the preposition at word `i` stands before hangs on nothing of the name [first, i).
bool NameFinder::is_outside(int first, int i) const {
  const int place = word(i).note.head;
  if (place <= i) return false;
  const int head = word(place).note.head;
  return head != kNoWord && (head < first || head > place) && word(head).is_verb();
}

/// Whether the "and" at word `i` joins the name [first, i) to another, and is no part of one: what it joins
/// ends as a name does ("Harbor Capital and Ridge Ventures", "Harbor and Ridge Foods"), and what follows is
/// no mere end of one ("Harbor Bank and Trust", "Harbor and Ridge Ltd").
bool NameFinder::joins_names(int first, int i) const {
  int end = i + 1;
  while (end < sentence_.size() && word(end).note.name == word(i).note.name && !word(end).note.name_begins &&
         word(end).is_capitalised())
    ++end;
  if (end == i + 1 || lexicon_.name_words.contains(word(i + 1).lower) || is_legal_form(i + 1)) return false;
  // "In-Q-Tel and Ridge": what hyphens join is one word.
  const bool is_one_word = std::none_of(sentence_.words.begin() + first + 1, sentence_.words.begin() + i,
                                        [](const Word& w) { return w.token.space_before; });
  // "ING and Rabobank": letters alone are no half of a name.
  if (is_one_word && end == i + 2 && (word(first).token.all_capitals || word(i + 1).token.all_capitals))
    return true;
  // "investors including Aster and Birch", "between Aster and Birch"
  // "including Aster Birch and Cedar Bank"
  if (!is_one_word && first > 0 && lexicon_.listing_words.contains(word(first - 1).lower)) return true;
  if (is_one_word && end == i + 2 && (is_after_list(first) || acts_as_two(first, end))) return true;
  if (is_one_by_letters(first, i, end)) return false;
  const auto ends_as_name = [&](int from, int to) {
    return to - from > 1 && lexicon_.name_words.contains(word(to - 1).lower);
  };
  if (ends_as_name(first, i) || is_legal_form(i - 1)) return true;
  // "Food and Drug Administration": a body has the words of its field before its last.
  const auto last = lexicon_.name_words.find(word(end - 1).lower);
  const bool is_business = last != lexicon_.name_words.end() &&
                           (last->second == EntityKind::kCompany || last->second == EntityKind::kFund);
  return is_one_word && is_business && ends_as_name(i + 1, end) && !is_legal_form(end - 1) &&
         !agrees_as_one(end);
}

/// "Aster Research and Development Authority (ARDA)": the letters in brackets are those of both halves.
bool NameFinder::is_one_by_letters(int first, int joint, int end) const {
  if (end + 1 >= sentence_.size() || word(end).token.text != "(" || !word(end + 1).token.all_capitals)
    return false;
  std::string initials;
  std::string of_latter;
  for (int i = first; i < end; ++i) {
    if (!word(i).is_capitalised()) continue;
    initials += word(i).lower.front();
    if (i > joint) of_latter += word(i).lower.front();
  }
  const std::string& letters = word(end + 1).lower;
  std::size_t found = 0;
  for (const char initial : initials) {
    if (found < letters.size() && letters[found] == initial) ++found;
  }
  return found == letters.size() && letters.front() == initials.front() &&
         letters.back() == initials.back() && letters != of_latter;
}

/// Whether what stands right before word `i` sums up those that follow: "investors including", "brothers",
/// "between".
bool NameFinder::is_after_list(int i) const {
  // "include Aster, Birch and Cedar": at whichever of them
  while (i > 1 && word(i - 1).token.text == "," && word(i - 2).is_capitalised()) {
    i -= 2;
    while (i > 0 && word(i - 1).is_capitalised()) --i;
  }
  if (i == 0) return false;
  const Word& before = word(i - 1);
  // "a consortium of Aster and Birch"
  if (i > 1 && before.lower == "of" && lexicon_.acting_groups.contains(word(i - 2).lemma)) return true;
  return lexicon_.listing_words.contains(before.lower) || lexicon_.pair_words.contains(before.lower) ||
         lexicon_.listing_verbs.contains(before.lemma) ||
         (before.is_noun() && before.note.number == language::Number::kPlural && !before.is_capitalised());
}

/// "Harbor and Ridge Foods was": one name does it.
bool NameFinder::agrees_as_one(int next) const {
  if (next >= sentence_.size() || !word(next).is_verb()) return false;
  const std::string& verb = word(next).lower;
  return verb != word(next).lemma && verb.ends_with('s') && !verb.ends_with("ss");
}

/// A heading and the text below it are no one name.
bool NameFinder::starts_line_anew(int i) const {
  const std::string_view before = word(i - 1).token.text;
  const std::string_view between(before.data() + before.size(),
                                 static_cast<std::size_t>(word(i).token.text.data() - before.data() -
                                                          static_cast<std::ptrdiff_t>(before.size())));
  return between.find('\n') != std::string_view::npos;
}

bool NameFinder::may_extend(int i) const {
  // "Harland Media", where a model takes the one for a people: a proper noun, no adjective, is a part.
  const bool is_free = word(i).note.name == NameClass::kNone ||
                       (!lexicon_.inflected && word(i).note.name == NameClass::kGroup);
  return is_free && ((word(i).note.part_of_speech == PartOfSpeech::kProperNoun && is_name_word(i)) ||
                     is_capital_noun(i));
}

void NameFinder::extend_over_proper_nouns(int& first, int& last) const {
  while (last < sentence_.size() && may_extend(last) && word(last).token.space_before &&
         hangs_within(last, first, last))
    ++last;
  while (first > 0 && may_extend(first - 1) && word(first).token.space_before &&
         hangs_within(first - 1, first, last))
    --first;
  // "Ridgeline Timber bought": what begins a sentence and hangs on the name as a part of it, though a tagger
  // takes it for an adjective
  const bool is_first =
      !lexicon_.inflected && first == 1 && word(1).token.space_before && word(0).is_capitalised() &&
      word(0).is(Dependency::kCompound) && word(0).note.part_of_speech == PartOfSpeech::kAdjective &&
      word(0).note.head >= first && word(0).note.head < last && word(0).note.name == NameClass::kNone &&
      !is_taken(0) && !is_common_title(0) && !lexicon_.heading_words.contains(word(0).lower) &&
      !lexicon_.countries.adjectives.contains(word(0).lower) && !may_be_adjective(0);
  if (is_first) first = 0;
  // "its Little Aster brand": a capital within a sentence makes a name of an adjective, too.
  while (!lexicon_.inflected && first > 1 && word(first).token.space_before &&
         is_capital_adjective(first - 1) &&
         (word(first - 1).note.head >= first && word(first - 1).note.head <= last))
    --first;
}

/// "Helios Iberia built it", of which a model takes the one half or both for places: two names with nothing
/// between are one, unless the first is a country's.
void NameFinder::extend_over_other_half(int first, int& last) const {
  if (lexicon_.inflected || last >= sentence_.size() || is_taken(last) ||
      word(first).note.name != NameClass::kPlace || !word(last).is_capitalised() ||
      !word(last).token.space_before || starts_line_anew(last) || !hangs_within(last - 1, last, last + 1) ||
      !word(last - 1).is(Dependency::kCompound) || lexicon_.countries.names.contains(word(first).lower))
    return;
  const NameClass half = word(last).note.name;
  if (half != NameClass::kOrganization && half != NameClass::kPlace) return;
  do ++last;
  while (last < sentence_.size() && word(last).note.name == half && !word(last).note.name_begins &&
         !is_taken(last));
}

/// "Bright Robotics raised $5m": a word like "Robotics" alone is no name, so that the capital of the first
/// word is not only that of the sentence.
bool NameFinder::begins_with_first_word(int first, int last) const {
  if (lexicon_.inflected || first != 1 || last != 2 || is_taken(0)) return false;
  const Word& w = word(0);
  const bool modifies =
      w.note.head == 1 && (w.is(Dependency::kAdjectiveModifier) || w.is(Dependency::kCompound));
  return modifies && w.is_capitalised() && word(1).is_capitalised() && word(1).token.space_before &&
         (w.is_noun() || w.note.part_of_speech == PartOfSpeech::kAdjective) &&
         lexicon_.name_words.contains(word(1).lower) && !lexicon_.status_modifiers.contains(w.lower) &&
         !lexicon_.descriptors.contains(w.lemma) && !lexicon_.countries.adjectives.contains(w.lower) &&
         !is_common_title(0);
}

/// "Little" in "the Little Aster brand"; no word of a people or a place, and none that begins a sentence or a
/// quotation.
bool NameFinder::is_capital_adjective(int i) const {
  const Word& w = word(i);
  // "Cavendish Media", where a model takes the one for a people
  const bool is_free = w.note.name == NameClass::kNone ||
                       (w.note.name == NameClass::kGroup &&
                        !lexicon_.countries.adjectives.contains(w.lower) && is_unknown_word(i) &&
                        std::ranges::none_of(lexicon_.people_endings,
                                             [&](const std::string& end) { return w.lower.ends_with(end); }));
  return w.is_capitalised() && !w.token.all_capitals && w.note.part_of_speech == PartOfSpeech::kAdjective &&
         w.is(Dependency::kAdjectiveModifier) && is_free && !is_taken(i) && !is_common_title(i) &&
         w.token.space_before &&
         (word(i - 1).token.kind == TokenKind::kWord || word(i - 1).token.kind == TokenKind::kNumber);
}

/// Whether word `i` hangs on the words [first, last), or one of these on it, as parts of one name do.
bool NameFinder::hangs_within(int i, int first, int last) const {
  const auto joins = [](const Word& w) { return w.is(Dependency::kCompound) || w.is(Dependency::kFlat); };
  const int head = word(i).note.head;
  if (head >= first && head < last && joins(word(i))) return true;
  for (int k = first; k < last; ++k) {
    if (word(k).note.head == i && joins(word(k))) return true;
  }
  return false;
}

int head_of_words(const AnnotatedSentence& sentence, int first, int last) {
  int found = kNoWord;
  for (int i = first; i < last; ++i) {
    const int head = sentence.head_of(i);
    const bool hangs_outside = head < first || head >= last;
    if (!hangs_outside || sentence.at(i).token.kind == TokenKind::kPunctuation) continue;
    // "«Камские автобусы»", where a parser gave the adjective to another noun
    const bool is_modifier = sentence.at(i).is(Dependency::kAdjectiveModifier);
    if (!is_modifier) return i;
    if (found == kNoWord) found = i;
  }
  return found == kNoWord ? first : found;
}

int NameFinder::head_of(int first, int last) const {
  return head_of_words(sentence_, first, last);
}

}  // namespace whofunds::mentions
