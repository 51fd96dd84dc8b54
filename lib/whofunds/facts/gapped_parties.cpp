#include <algorithm>
#include <optional>
#include <utility>

#include "whofunds/facts/gapping.hpp"
#include "whofunds/facts/segments.hpp"

namespace whofunds::facts {

using mentions::NameMention;
using mentions::SentenceMentions;

namespace {

bool is_told_before(const std::vector<Referent>& parties, int verb) {
  return std::ranges::any_of(parties, [&](const Referent& party) { return party.word < verb; });
}

/// The words of the verb that an event is told by: its own, or that of its noun.
int verb_of(const SentenceMentions& mentions, const Trigger& trigger) {
  int word = trigger.word;
  while (word != mentions::kNoWord && !mentions.tree.at(word).is_verb()) word = mentions.tree.head_of(word);
  return word;
}

/// The one name of the words [first, last); nullptr where there is none, or more.
const NameMention* name_within(const SentenceMentions& mentions, int first, int last) {
  return only(mentions.names, Segment{first, last}, [](const NameMention& mention) { return mention.head; });
}

/// Takes off what a parser gave to the verb of `event` out of a segment that has a verb of its own left out.
void take_off_within(Event& event, const Segment& segment) {
  const auto is_within = [&](const Referent& party) { return segment.holds(party.word); };
  std::erase_if(event.from, is_within);
  std::erase_if(event.to, is_within);
}

/// The sum, the stake and the date that a segment tells take the place of those of the event.
void take_values_of(const SentenceMentions& mentions, const Segment& segment, Event& gapped) {
  gapped.seller.clear();
  gapped.amount.reset();
  gapped.stake.reset();
  gapped.date.reset();
  for (const auto& money : mentions.values.money) {
    if (segment.holds(money.place.first) && !gapped.amount && !money.vague) gapped.amount = money.money;
  }
  for (const auto& stake : mentions.values.stakes) {
    if (segment.holds(stake.place.first)) gapped.stake = stake.stake;
  }
  for (const auto& date : mentions.values.dates) {
    if (segment.holds(date.place.first)) gapped.date = date.date;
  }
}

/// Whether a name stands as a party does: after the same preposition, and in the same case where that tells
/// something. "вложил в А 3 млн, в Б — 2 млн", "дал А 3 млн, Б — 2 млн".
bool stands_as(const SentenceMentions& mentions, const NameMention& name,
               const std::vector<Referent>& parties, bool in_case) {
  if (parties.empty()) return false;
  const mentions::AnnotatedSentence& tree = mentions.tree;
  const std::string_view preposition = preposition_before(tree, name.first);
  if (preposition != preposition_of(mentions, parties)) return false;
  const language::Case stands_in = tree.at(name.head).note.grammatical_case;
  const bool tells = stands_in != language::Case::kNone && stands_in != language::Case::kNominative;
  return !in_case || !preposition.empty() ||
         (tells && stands_in == tree.at(parties.front().word).note.grammatical_case);
}

/// The party whose place a name before the dash takes: that which it stands as, else that which stands before
/// the verb; nullptr where neither does.
std::vector<Referent> Event::*place_before_dash(const SentenceMentions& mentions, const Event& event,
                                                const NameMention& name, int verb) {
  for (const bool in_case : {true, false}) {
    const bool is_from = stands_as(mentions, name, event.from, in_case);
    const bool is_to = stands_as(mentions, name, event.to, in_case);
    if (in_case && is_from != is_to) return is_from ? &Event::from : &Event::to;
    if (in_case && !is_from && stands_as(mentions, name, event.seller, true)) return &Event::seller;
    const bool from_first = is_told_before(event.from, verb) && !is_told_before(event.to, verb);
    const bool to_first = is_told_before(event.to, verb) && !is_told_before(event.from, verb);
    // "В А фонд Б вложил 3 млн, а фонд В – 2 млн": a preposition tells them apart
    const bool both_first = is_told_before(event.from, verb) && is_told_before(event.to, verb);
    if (!in_case && both_first && is_from != is_to) return is_from ? &Event::from : &Event::to;
    if (!in_case && from_first && is_from) return &Event::from;
    if (!in_case && to_first && is_to) return &Event::to;
  }
  return nullptr;
}

/// Whether none of the words [first, last) is a title: they name whoever they tell of at once.
bool names_at_once(const mentions::AnnotatedSentence& tree, int first, int last,
                   const language::Lexicon& lexicon) {
  for (int i = first; i < last; ++i) {
    const std::string& lemma = tree.at(i).lemma;
    // but "стартап «А»"
    if (lexicon.frames_by_title.contains(lemma) && !lexicon.descriptors.contains(lemma)) return false;
  }
  return true;
}

/// The party of an event that "the first" stands for; nullptr where neither does.
std::vector<Referent> Event::*place_of_pair(const SentenceMentions& mentions, const Event& event,
                                            const Referents& referents) {
  const auto is_of_pair = [&](const std::vector<Referent>& parties) {
    return parties.size() == 1 && mentions.name_at(parties.front().word) == mentions::kNoWord &&
           referents.is_one_of_two(parties.front().word);
  };
  if (is_of_pair(event.to)) return &Event::to;
  return is_of_pair(event.from) ? &Event::from : nullptr;
}

/// The case that the words of a party show: that of what describes its name.
language::Case case_of(const mentions::AnnotatedSentence& tree, int name) {
  const mentions::Word& here = tree.at(name);
  return tree.at(here.is(tagging::Dependency::kApposition) ? here.note.head : name).note.grammatical_case;
}

/// Whether a name is a nominative, where to whom is given stands in the dative.
bool tells_giver(const SentenceMentions& mentions, const NameMention& name, const Event& event) {
  const mentions::AnnotatedSentence& tree = mentions.tree;
  const bool is_given =
      event.to.size() == 1 && case_of(tree, event.to.front().word) == language::Case::kDative;
  return is_given && case_of(tree, name.head) == language::Case::kNominative &&
         preposition_before(tree, name.first).empty();
}

/// The event that a segment tells whose verb is left out, a dash being in its place; takes what a parser gave
/// to the verb of `event` out of that segment.
std::optional<Event> read_dashed(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                                 Referents& referents, const Segment& segment, int dash, int verb,
                                 Event& event) {
  const mentions::AnnotatedSentence& tree = mentions.tree;
  const language::Frame& frame = *event.trigger.frame;
  const NameMention* const first = name_within(mentions, segment.first, dash);
  const NameMention* const second = name_within(mentions, dash, segment.last);
  Event whole = event;
  take_off_within(whole, segment);
  if (whole.from.empty() || whole.to.empty() || (first == nullptr && second == nullptr)) return std::nullopt;
  const bool is_title = event.trigger.form == Trigger::Form::kTitle;
  int other = segment.first;
  while (other < dash && !referents.is_one_of_two(other)) ++other;
  const bool tells_other = first == nullptr && other < dash;
  const bool has_both = (first != nullptr || tells_other) && second != nullptr;
  // "…, её владелец – А" says something else.
  if (!names_at_once(tree, segment.first, segment.last, lexicon)) return std::nullopt;
  // "основал «А», а через год – «Б»"
  const bool goes_on =
      model::is_funding(frame.relation) || (frame.relation == model::Relation::kFounded && first == nullptr);
  if (!has_both && (is_title || !goes_on)) return std::nullopt;
  Event gapped = whole;
  const auto give = [&](std::vector<Referent> Event::*place, const NameMention& name) {
    const auto& kinds = place == &Event::to ? frame.to.kinds : frame.from.kinds;
    gapped.*place = referents.of(name.head, kinds);
    return (gapped.*place).size() == 1;
  };
  const bool is_rest = tells_rest(tree, {segment.first, dash}, lexicon);
  auto before = first == nullptr ? nullptr : place_before_dash(mentions, whole, *first, verb);
  if (first != nullptr && before == nullptr) return std::nullopt;
  // "первая принадлежит А, вторая – Б"
  if (tells_other) {
    before = place_of_pair(mentions, whole, referents);
    if (before == nullptr) return std::nullopt;
    gapped.*before = referents.of(other, {});
    if ((gapped.*before).size() != 1) return std::nullopt;
  }
  // "А владеет Б, а та – В"
  bool looks_back = false;
  for (int i = segment.first; i < dash && first == nullptr && before == nullptr && !is_rest; ++i) {
    looks_back = looks_back || lexicon.demonstratives.contains(tree.at(i).lemma) ||
                 lexicon.pronouns.contains(tree.at(i).lower);
  }
  if (looks_back && (whole.to.size() != 1 || second == nullptr)) return std::nullopt;
  if (looks_back) gapped.from = whole.to;
  if (first != nullptr && !give(before, *first)) return std::nullopt;
  std::vector<Referent> seller = before == &Event::seller ? gapped.seller : std::vector<Referent>();
  if (second != nullptr) {
    const bool from_is_last = is_told_before(whole.to, verb) && !is_told_before(whole.from, verb);
    const bool to_is_last = is_told_before(whole.from, verb) && !is_told_before(whole.to, verb);
    auto after = before == &Event::from || before == &Event::seller ? &Event::to : &Event::from;
    if (before == nullptr) after = (is_rest || from_is_last) && !looks_back ? &Event::from : &Event::to;
    // "даст «Б» 9 млн, ещё 3 млн – банк «В»": nor does a nominative stand in the place of a dative
    if (before == nullptr && after == &Event::to && !looks_back && tells_giver(mentions, *second, whole))
      after = &Event::from;
    if (before == nullptr && !is_rest && !from_is_last && !to_is_last) return std::nullopt;
    const bool is_with_rest = is_rest && preposition_before(tree, second->first) == "у";
    if (!is_with_rest && !stands_as(mentions, *second, whole.*after, false)) return std::nullopt;
    if (!give(after, *second)) return std::nullopt;
  }
  take_values_of(mentions, segment, gapped);
  gapped.seller = std::move(seller);
  gapped.takes_rest = is_rest;
  // "Ранее принадлежал А, а теперь – Б"
  for (int i = segment.first; i < dash; ++i) {
    if (gapped.status == model::Status::kEnded && in(lexicon.present_words, tree.at(i)))
      gapped.status = model::Status::kCompleted;
  }
  event = std::move(whole);
  return gapped;
}

/// Where the first of two names of a segment ends that are told apart by no dash: "C by D"; kNoWord if it
/// has not two.
int end_of_first(const SentenceMentions& mentions, const Segment& segment) {
  const NameMention* first = nullptr;
  for (const NameMention& name : mentions.names) {
    if (!segment.holds(name.head)) continue;
    if (first != nullptr) {
      const bool is_marked =
          name.first == first->last + 1 &&
          mentions.tree.at(first->last).note.part_of_speech == language::PartOfSpeech::kPreposition;
      const bool hangs_apart = mentions.tree.at(first->head).is(tagging::Dependency::kOther);
      return is_marked && hangs_apart ? first->last : mentions::kNoWord;
    }
    first = &name;
  }
  return mentions::kNoWord;
}

int first_word(const std::vector<Referent>& parties) {
  return std::ranges::min(parties, {}, &Referent::word).word;
}

/// "A was bought by B and C by D": the event that a segment of two names tells, with no mark in the place of
/// the verb.
std::optional<Event> read_two_names(const SentenceMentions& mentions, Referents& referents,
                                    const Segment& segment, int verb, Event& event) {
  const int end = end_of_first(mentions, segment);
  if (end == mentions::kNoWord) return std::nullopt;
  const language::Frame& frame = *event.trigger.frame;
  const NameMention* const first = name_within(mentions, segment.first, end);
  const NameMention* const second = name_within(mentions, end, segment.last);
  Event whole = event;
  take_off_within(whole, segment);
  if (first == nullptr || second == nullptr || whole.from.empty() || whole.to.empty()) return std::nullopt;
  const bool from_is_first = first_word(whole.from) < first_word(whole.to);
  const std::vector<Referent>& after = from_is_first ? whole.to : whole.from;
  if (preposition_of(mentions, after) != preposition_before(mentions.tree, second->first))
    return std::nullopt;
  Event gapped = whole;
  gapped.from = referents.of((from_is_first ? first : second)->head, frame.from.kinds);
  gapped.to = referents.of((from_is_first ? second : first)->head, frame.to.kinds);
  if (gapped.from.size() != 1 || gapped.to.size() != 1) return std::nullopt;
  const bool is_sided = is_told_before(whole.from, verb) != is_told_before(whole.to, verb);
  std::vector<Referent> seller = is_sided ? std::vector<Referent>() : whole.seller;
  take_values_of(mentions, segment, gapped);
  gapped.seller = std::move(seller);
  event = std::move(whole);
  return gapped;
}

}  // namespace

std::vector<Event> find_gapped_parties(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                                       Referents& referents, Event& event) {
  std::vector<Event> found;
  const mentions::AnnotatedSentence& tree = mentions.tree;
  int verb = verb_of(mentions, event.trigger);
  if (verb == mentions::kNoWord && event.trigger.form == Trigger::Form::kTitle) verb = event.trigger.word;
  if (verb == mentions::kNoWord || event.from.empty() || event.to.empty()) return found;
  for (const Segment& segment : segments_after(tree, std::max(verb, event.trigger.word))) {
    int dash = segment.first;
    while (dash < segment.last && !is_dash(tree.at(dash).token.text)) ++dash;
    int before = segment.first - 1;
    if (tree.at(before).is(tagging::Dependency::kCoordination)) --before;
    const bool is_after_comma = tree.at(before).token.text == "," || tree.at(before).token.text == ";";
    if (has_verb(tree, segment) || (dash < segment.last && !is_after_comma)) continue;
    if (std::optional<Event> gapped =
            dash < segment.last ? read_dashed(mentions, lexicon, referents, segment, dash, verb, event)
                                : read_two_names(mentions, referents, segment, verb, event))
      found.push_back(std::move(*gapped));
  }
  return found;
}

}  // namespace whofunds::facts
