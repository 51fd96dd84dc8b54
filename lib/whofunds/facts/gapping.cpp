#include "whofunds/facts/gapping.hpp"

#include <algorithm>
#include <optional>

namespace whofunds::facts {

using language::Frame;
using mentions::DateMention;
using mentions::MoneyMention;
using mentions::NameMention;
using mentions::Place;
using mentions::SentenceMentions;
using mentions::StakeMention;

namespace {

bool is_dash(std::string_view text) {
  return text == "—" || text == "–";
}

/// The words [first, last) between two marks or conjunctions.
struct Segment {
  int first = 0;
  int last = 0;

  bool holds(int word) const { return word >= first && word < last; }
};

bool is_border(const mentions::Word& word) {
  return word.token.text == "," || word.token.text == ";" || word.is(tagging::Dependency::kCoordination);
}

std::vector<Segment> segments_after(const mentions::AnnotatedSentence& tree, int word) {
  std::vector<Segment> segments;
  int first = word + 1;
  for (int i = first; i <= tree.size(); ++i) {
    if (i < tree.size() && !is_border(tree.at(i))) continue;
    if (i > first) segments.push_back({first, i});
    first = i + 1;
  }
  return segments;
}

bool has_verb(const mentions::AnnotatedSentence& tree, const Segment& segment) {
  for (int i = segment.first; i < segment.last; ++i) {
    // "the remaining 40 %"
    if (tree.at(i).is_verb() && !tree.at(i).is(tagging::Dependency::kAdjectiveModifier)) return true;
  }
  return false;
}

/// The one among `mentions` that lies in the segment; nullptr where there is none, or more.
template <typename Mention, typename PlaceOf>
const Mention* only(const std::vector<Mention>& mentions, const Segment& segment, const PlaceOf& place_of) {
  const Mention* found = nullptr;
  for (const Mention& mention : mentions) {
    if (!segment.holds(place_of(mention))) continue;
    if (found != nullptr) return nullptr;
    found = &mention;
  }
  return found;
}

/// "40 % of B" tells of another asset, no other owner: a name after the stake owns it only after a dash or in
/// the dative.
bool is_what_stake_is_of(const mentions::AnnotatedSentence& tree, const NameMention& name,
                         const StakeMention& stake) {
  if (!tree.preposition(name.head).empty()) return true;
  if (name.first < stake.place.first) return false;
  for (int i = stake.place.last; i < name.first; ++i) {
    if (is_dash(tree.at(i).token.text)) return false;
  }
  return tree.at(name.head).note.grammatical_case != language::Case::kDative;
}

/// The one name of the segment: "Chile's Aster" is one.
const NameMention* only_name(const SentenceMentions& mentions, const Segment& segment) {
  const NameMention* found = nullptr;
  for (const NameMention& name : mentions.names) {
    const mentions::Word& head = mentions.tree.at(name.head);
    if (!segment.holds(name.head)) continue;
    if (head.is(tagging::Dependency::kPossessor) && mentions.name_at(head.note.head) != mentions::kNoWord)
      continue;
    if (found != nullptr) return nullptr;
    found = &name;
  }
  return found;
}

void take_off(std::vector<Referent>& parties, int entity) {
  std::erase_if(parties, [&](const Referent& party) { return party.entity == entity; });
}

/// "another 25 million": of the same, from somebody else.
bool is_more(const mentions::AnnotatedSentence& tree, const Segment& segment,
             const language::Lexicon& lexicon) {
  for (int i = segment.first; i < segment.last; ++i) {
    if (lexicon.adding_words.contains(tree.at(i).lower)) return true;
  }
  return false;
}

/// The preposition that stands before the words that begin at `first`, an article and what describes them
/// aside; empty if there is none.
std::string_view preposition_before(const mentions::AnnotatedSentence& tree, int first) {
  int i = first - 1;
  const auto describes = [&](const mentions::Word& word) {
    return word.note.part_of_speech == language::PartOfSpeech::kDeterminer ||
           word.note.part_of_speech == language::PartOfSpeech::kAdjective ||
           (word.is_noun() && !word.is_capitalised());
  };
  const auto opens_quote = [](std::string_view text) { return text == "«" || text == "„"; };
  while (i >= 0 && (describes(tree.at(i)) || opens_quote(tree.at(i).token.text))) --i;
  return i >= 0 && tree.at(i).is(tagging::Dependency::kCase) ? std::string_view(tree.at(i).lower)
                                                             : std::string_view();
}

std::string_view preposition_of(const SentenceMentions& mentions, const std::vector<Referent>& parties) {
  const int name = parties.empty() ? mentions::kNoWord : mentions.name_at(parties.front().word);
  return name == mentions::kNoWord
             ? std::string_view()
             : preposition_before(mentions.tree, mentions.names[static_cast<std::size_t>(name)].first);
}

/// Whether what `event` is done to stands right after its verb, or is what a stake that stands there is in.
bool is_object(const SentenceMentions& mentions, const language::Lexicon& lexicon, const Event& event) {
  if (event.to.empty() || event.to.front().word < event.trigger.word) return false;
  const int stake = mentions.tree.head_of(event.to.front().word);
  const bool is_of_stake = stake > event.trigger.word && mentions.tree.head_of(stake) == event.trigger.word &&
                           lexicon.stake_nouns.contains(mentions.tree.at(stake).lemma);
  return is_of_stake || preposition_of(mentions, event.to).empty();
}

/// "bought A in 2004, 34% of B in 2006": the stake that a name of the segment is what it is of; nullptr if
/// there is none.
const StakeMention* stake_of(const SentenceMentions& mentions, const Segment& segment,
                             const NameMention& name) {
  const StakeMention* const stake =
      only(mentions.values.stakes, segment, [](const StakeMention& mention) { return mention.place.first; });
  return stake != nullptr && stake->place.last == name.first - 1 &&
                 mentions.tree.preposition(name.head) == "of"
             ? stake
             : nullptr;
}

/// ", followed by A in 2008": the same was done to A next.
bool is_sequel(const mentions::AnnotatedSentence& tree, const Segment& segment,
               const language::Lexicon& lexicon) {
  return segment.first + 1 < segment.last && tree.at(segment.first + 1).lower == "by" &&
         lexicon.sequel_verbs.contains(tree.at(segment.first).lemma);
}

/// Which party of `event` the name of a segment with a sum or a date stands for; nullptr where it is neither.
/// "put $3m into A and $2m into B", "gave A $3m and B $2m", "bought A in 2001 and B in 2005", "by A in 2001
/// and by B in 2005"; of a sum else whoever paid it.
std::vector<Referent> Event::*party_told(const SentenceMentions& mentions, const Clause& clause,
                                         const language::Lexicon& lexicon, const Event& event,
                                         const Segment& segment, const NameMention& name, const Place& value,
                                         bool is_date) {
  const std::string_view preposition = preposition_before(mentions.tree, name.first);
  if (is_date && stake_of(mentions, segment, name) != nullptr)
    return is_object(mentions, lexicon, event) ? &Event::to : nullptr;
  if (!preposition.empty()) {
    if (name.first < value.first && !is_date) return nullptr;
    if (preposition == preposition_of(mentions, event.to)) return &Event::to;
    return preposition == preposition_of(mentions, event.from) ? &Event::from : nullptr;
  }
  if (name.first > value.first) return nullptr;
  const bool is_given = !clause.in_case(event.trigger.word, language::Case::kNone).empty();
  const bool is_priced = preposition_before(mentions.tree, value.first) == "for";
  if (is_date || is_priced || (is_given && !is_more(mentions.tree, segment, lexicon))) {
    return is_object(mentions, lexicon, event) ? &Event::to : nullptr;
  }
  return clause.is_passive(event.trigger.word) ? nullptr : &Event::from;
}

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

bool tells_rest(const mentions::AnnotatedSentence& tree, const Segment& segment, int dash,
                const language::Lexicon& lexicon) {
  for (int i = segment.first; i < dash; ++i) {
    if (in(lexicon.rest_words, tree.at(i))) return true;
  }
  return false;
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
  const bool has_both = first != nullptr && second != nullptr;
  // "…, её владелец – А" says something else.
  if (!names_at_once(tree, segment.first, segment.last, lexicon)) return std::nullopt;
  if (!has_both && (is_title || !model::is_funding(frame.relation))) return std::nullopt;
  Event gapped = whole;
  const auto give = [&](std::vector<Referent> Event::*place, const NameMention& name) {
    const auto& kinds = place == &Event::to ? frame.to.kinds : frame.from.kinds;
    gapped.*place = referents.of(name.head, kinds);
    return (gapped.*place).size() == 1;
  };
  const bool is_rest = tells_rest(tree, segment, dash, lexicon);
  auto before = first == nullptr ? nullptr : place_before_dash(mentions, whole, *first, verb);
  if (first != nullptr && before == nullptr) return std::nullopt;
  // "А владеет Б, а та – В"
  bool looks_back = false;
  for (int i = segment.first; i < dash && first == nullptr && !is_rest; ++i) {
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
    if (before == nullptr && !is_rest && !from_is_last && !to_is_last) return std::nullopt;
    const bool is_with_rest = is_rest && preposition_before(tree, second->first) == "у";
    if (!is_with_rest && !stands_as(mentions, *second, whole.*after, false)) return std::nullopt;
    if (!give(after, *second)) return std::nullopt;
  }
  take_values_of(mentions, segment, gapped);
  gapped.seller = std::move(seller);
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

/// "А вложил 5 млн, Б — 3 млн", "А купил Б, а в 2019-м — В": a part of the sentence that has a dash where the
/// verb would be. The name before the dash does it, too; one after the dash is what it is done to. "А купил
/// Б, а В — Г" has both, and so has "A was bought by B and C by D".
std::vector<Event> find_dashed(const SentenceMentions& mentions, const language::Lexicon& lexicon,
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

}  // namespace

std::vector<Event> find_gapped_values(const SentenceMentions& mentions, const Clause& clause,
                                      const language::Lexicon& lexicon, Referents& referents, Event& event) {
  std::vector<Event> found;
  const Frame& frame = *event.trigger.frame;
  if (lexicon.lang != "en" || !model::moves_money(frame.relation) ||
      event.trigger.form != Trigger::Form::kVerb || event.from.empty() ||
      (event.to.empty() && !event.to_from_context))
    return found;
  const bool has_sums = event.amount && mentions.values.money.size() > 1;
  const bool has_dates = event.date && mentions.values.dates.size() > 1;
  const auto is_known = [&](const Referent& other) {
    return other.entity == event.from.front().entity ||
           (!event.to.empty() && other.entity == event.to.front().entity);
  };
  for (const Segment& segment : segments_after(mentions.tree, event.trigger.word)) {
    const NameMention* const name = only_name(mentions, segment);
    const MoneyMention* money =
        only(mentions.values.money, segment, [](const MoneyMention& mention) { return mention.place.first; });
    const DateMention* date =
        only(mentions.values.dates, segment, [](const DateMention& mention) { return mention.place.first; });
    const bool is_sum =
        has_sums && money != nullptr && !money->valuation && !money->total && money->money != event.amount;
    const bool is_date =
        has_dates && !is_sum && money == nullptr && date != nullptr && date->date != event.date;
    const bool is_next = is_sequel(mentions.tree, segment, lexicon) && is_object(mentions, lexicon, event);
    if (name == nullptr || !(is_sum || is_date || is_next)) continue;
    if (!is_next && has_verb(mentions.tree, segment)) continue;
    const auto party = is_next ? &Event::to
                               : party_told(mentions, clause, lexicon, event, segment, *name,
                                            is_sum ? money->place : date->place, is_date);
    if (party == nullptr) continue;
    std::vector<Referent> other =
        referents.of(name->head, party == &Event::from ? frame.from.kinds : frame.to.kinds);
    if (other.size() != 1 || is_known(other.front())) continue;
    take_off(event.from, other.front().entity);
    take_off(event.to, other.front().entity);
    Event gapped = event;
    gapped.*party = std::move(other);
    if (party == &Event::from) gapped.seller.clear();
    gapped.amount = is_sum ? std::optional(money->money) : std::nullopt;
    if (is_next) gapped.date.reset();
    if (date != nullptr) gapped.date = date->date;
    gapped.stake.reset();
    if (const StakeMention* const stake = stake_of(mentions, segment, *name); stake != nullptr)
      gapped.stake = stake->stake;
    found.push_back(std::move(gapped));
  }
  return found;
}

std::vector<Event> find_gapped_rest(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                                    Referents& referents, Event& event) {
  std::vector<Event> found;
  if (lexicon.lang != "en" || event.trigger.frame->relation != model::Relation::kOwns ||
      event.trigger.form != Trigger::Form::kVerb || event.from.empty() || event.to.empty() || !event.stake)
    return found;
  for (const Segment& segment : segments_after(mentions.tree, event.trigger.word)) {
    const NameMention* const name = only_name(mentions, segment);
    if (name == nullptr || has_verb(mentions.tree, segment) ||
        !preposition_before(mentions.tree, name->first).empty())
      continue;
    int last = segment.last - 1;
    while (last > name->last && mentions.tree.at(last).token.kind == text::TokenKind::kPunctuation) --last;
    if (last < name->last || !lexicon.rest_words.contains(mentions.tree.at(last).lower)) continue;
    std::vector<Referent> owner = referents.of(name->head, event.trigger.frame->from.kinds);
    if (owner.size() != 1 || owner.front().entity == event.from.front().entity) continue;
    take_off(event.to, owner.front().entity);
    if (event.to.empty()) return {};
    Event gapped = event;
    gapped.from = std::move(owner);
    gapped.seller.clear();
    gapped.stake.reset();
    found.push_back(std::move(gapped));
  }
  return found;
}

std::vector<Event> find_gapped(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                               Referents& referents, Event& event) {
  std::vector<Event> found;
  if (mentions.values.stakes.size() < 2) return find_dashed(mentions, lexicon, referents, event);
  const model::Relation relation = event.trigger.frame->relation;
  const bool tells_owner = relation == model::Relation::kOwns || relation == model::Relation::kAcquires;
  if (!tells_owner || event.trigger.form != Trigger::Form::kVerb || event.from.empty() || event.to.empty())
    return found;
  const auto& stakes = mentions.values.stakes;
  if (stakes.size() < 2) return found;
  for (const Segment& segment : segments_after(mentions.tree, event.trigger.word)) {
    const NameMention* const name = only_name(mentions, segment);
    const StakeMention* const stake =
        only(stakes, segment, [](const StakeMention& mention) { return mention.place.first; });
    if (name == nullptr || stake == nullptr || has_verb(mentions.tree, segment)) continue;
    if (is_what_stake_is_of(mentions.tree, *name, *stake)) continue;
    std::vector<Referent> owner = referents.of(name->head, event.trigger.frame->from.kinds);
    if (owner.size() != 1) continue;
    const bool is_owner = owner.front().entity == event.from.front().entity;
    const bool is_first_asset = owner.front().entity == event.to.front().entity;
    if (is_owner || is_first_asset) continue;
    take_off(event.from, owner.front().entity);
    take_off(event.to, owner.front().entity);
    Event gapped = event;
    gapped.from = std::move(owner);
    gapped.seller.clear();
    gapped.stake = stake->stake;
    gapped.amount.reset();
    found.push_back(std::move(gapped));
  }
  if (event.from.empty() || event.to.empty()) return {};
  for (Event& gapped : found) gapped.to = event.to;
  return found;
}

}  // namespace whofunds::facts
