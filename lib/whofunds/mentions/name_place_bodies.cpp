#include <string>
#include <string_view>

#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;

/// "the UK government", "the Danish state", "Norway wealth fund": in English a body of a place or a people is
/// named by both.
void NameFinder::find_place_bodies() {
  if (lexicon_.inflected) return;
  for (int i = 0; i + 1 < sentence_.size(); ++i) {
    int end = end_of_place_body(i);
    if (end == i) end = end_of_body_of_place(i);
    if (end == i) continue;
    add(i, end, false);
    if (!names_.empty() && names_.back().first == i) {
      names_.back().kind = EntityKind::kPublicBody;
      names_.back().kind_told = true;
    }
    i = end - 1;
  }
}

/// "a subsidy from the Tuscany region", "the Tuscany region gave": a place that gives money is whoever runs
/// it.
bool NameFinder::is_acting_place(int noun) const {
  const auto descriptor = lexicon_.descriptors.find(word(noun).lower);
  const int governor = word(noun).note.head;
  if (descriptor == lexicon_.descriptors.end() || descriptor->second.kind != EntityKind::kPlace ||
      governor == kNoWord || !has_money_)
    return false;
  const std::string_view preposition = sentence_.preposition(noun);
  if (word(noun).is_subject())
    return preposition.empty() && lexicon_.has_verb_of(word(governor).lemma, model::Relation::kGrantsTo);
  return preposition == "from" || (preposition == "by" && word(noun).is(Dependency::kAgent));
}

/// "the port authority of Aster": where what stands in small letters after "the" ends with the place that it
/// is of; `i` where nothing such begins there.
int NameFinder::end_of_body_of_place(int i) const {
  constexpr int kLongestBody = 3;
  if (i == 0 || word(i - 1).lower != "the") return i;
  std::string words;
  for (int of = i + 1; of <= i + kLongestBody && of + 1 < sentence_.size(); ++of) {
    const int noun = of - 1;
    if (!word(noun).is_noun() || word(noun).is_capitalised() || is_taken(noun)) return i;
    words += (words.empty() ? "" : " ") + word(noun).lower;
    if (word(of).lower != "of" || !word(of + 1).is_capitalised()) continue;
    const auto kind = lexicon_.descriptors.find(word(noun).lemma);
    const bool is_body = lexicon_.place_bodies.contains(words) && kind != lexicon_.descriptors.end() &&
                         kind->second.kind == EntityKind::kPublicBody &&
                         !lexicon_.transparent_nouns.contains(word(noun).lemma);
    if (!is_body || !sentence_.is_under(of + 1, noun)) return i;
    int end = of + 2;
    while (end < sentence_.size() && word(end).is_capitalised() && word(end).token.space_before &&
           !is_taken(end))
      ++end;
    return is_taken(of + 1) ? i : end;
  }
  return i;
}

int NameFinder::end_of_place_body(int i) const {
  const Word& place = word(i);
  if (!place.is_capitalised() || is_taken(i)) return i;
  // "the Welsh government", where no model knows the people
  const bool is_unheard_people =
      i > 0 && place.note.name == NameClass::kNone && !place.token.all_capitals &&
      (place.is(Dependency::kAdjectiveModifier) || place.is(Dependency::kCompound)) &&
      word(i - 1).note.part_of_speech == PartOfSpeech::kDeterminer;
  // "Norway's culture ministry"
  const bool is_owner = i + 1 < sentence_.size() &&
                        (word(i + 1).lower == "'s" || word(i + 1).lower == "’s") &&
                        place.note.name != NameClass::kPerson && place.note.name != NameClass::kGroup;
  const bool is_place = place.note.name == NameClass::kPlace || place.note.name == NameClass::kGroup ||
                        is_owner || is_unheard_people;
  if (!is_place) return i;
  if (i > 0 && word(i - 1).is_capitalised() && word(i - 1).note.head == i) return i;  // "South African"
  std::string words;
  const int begin = is_owner ? i + 2 : i + 1;
  for (int end = begin; end < sentence_.size() && end < begin + 3; ++end) {
    const bool is_adjective = word(end).is(Dependency::kAdjectiveModifier) && word(end).note.head > end;
    if ((!word(end).is_noun() && !is_adjective) || word(end).is_capitalised() || is_taken(end)) return i;
    words += (words.empty() ? "" : " ") + word(end).lower;
    const bool hangs = place.note.head == end &&
                       (place.is(Dependency::kCompound) || place.is(Dependency::kAdjectiveModifier) ||
                        (is_owner && place.is(Dependency::kPossessor)));
    // "the Lodz hospital"
    const bool is_institution =
        lexicon_.nonprofit_words.contains(words) && i > 0 && word(i - 1).lower == "the";
    // "Aster's pension fund" is a firm's, only "Genoa's harbour authority" is of a place.
    const auto kind = lexicon_.descriptors.find(word(end).lower);
    const bool is_of_place =
        place.note.name == NameClass::kPlace || !is_owner ||
        (kind != lexicon_.descriptors.end() && kind->second.kind == EntityKind::kPublicBody);
    const bool is_body =
        (is_of_place && lexicon_.place_bodies.contains(words)) || is_institution || is_acting_place(end);
    if (!hangs || !is_body) continue;
    // "the Swiss pension fund Aster" has another name.
    const bool is_named = end + 1 < sentence_.size() && word(end + 1).is_capitalised() &&
                          word(end + 1).is_noun() && !is_taken(end + 1);
    return is_named ? i : end + 1;
  }
  return i;
}

}  // namespace whofunds::mentions
