#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "whofunds/facts/gapping.hpp"

namespace whofunds::facts {

using mentions::Place;
using mentions::SentenceMentions;

namespace {

/// Values that stand one beside the other: [first, last) of those of their kind.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;

  std::size_t size() const { return last - first; }
};

/// Whether a comma or "and" stands between two values of a list, and no name: "60 % и 40 %", "a $3m loan and
/// a $2m credit line".
bool are_joined(const mentions::AnnotatedSentence& tree, int first, int last) {
  constexpr int kFarthest = 5;
  if (first >= last || last - first > kFarthest) return false;
  bool has_joint = false;
  for (int i = first; i < last; ++i) {
    const mentions::Word& word = tree.at(i);
    if (word.is_capitalised() || word.is_verb()) return false;
    has_joint = has_joint || word.token.text == "," || word.is(tagging::Dependency::kCoordination) ||
                word.note.part_of_speech == language::PartOfSpeech::kConjunction;
  }
  return has_joint;
}

/// Whether the words [first, last) may stand between values and the word that gives them out: what the values
/// are of, and no clause of its own.
bool reaches(const mentions::AnnotatedSentence& tree, int first, int last) {
  constexpr int kFarthest = 12;
  if (first > last || last - first > kFarthest) return false;
  for (int i = first; i < last; ++i) {
    if (tree.at(i).token.text == ";" || (tree.at(i).is_verb() && !tree.at(i).is(tagging::Dependency::kCase)))
      return false;
  }
  return true;
}

bool opens(const mentions::AnnotatedSentence& tree, int word, int first) {
  constexpr int kFarthest = 3;  // "соответственно по 60 % и 40 %"
  return word < first && first - word <= kFarthest && reaches(tree, word + 1, first);
}

/// The values that `word` gives out, two or more; none where it gives out no values of this kind.
template <typename Mention>
std::optional<Run> run_of(const mentions::AnnotatedSentence& tree, const std::vector<Mention>& values,
                          int word) {
  for (std::size_t first = 0; first < values.size();) {
    std::size_t last = first + 1;
    const auto is_next = [&](std::size_t i) {
      return are_joined(tree, values[i - 1].place.last, values[i].place.first);
    };
    while (last < values.size() && is_next(last)) ++last;
    const Place whole{values[first].place.first, values[last - 1].place.last};
    if (last - first > 1 && (opens(tree, word, whole.first) || reaches(tree, whole.last, word)))
      return Run{first, last};
    first = last;
  }
  return std::nullopt;
}

/// What the word gives out, of each kind.
struct GivenOut {
  std::optional<Run> money;
  std::optional<Run> stakes;
  std::optional<Run> dates;

  std::size_t count() const {
    for (const auto& run : {money, stakes, dates}) {
      if (run) return run->size();
    }
    return 0;
  }
};

bool is_of(const SentenceMentions& mentions, const GivenOut& given, const Event& event) {
  const auto has = [](const auto& run, const auto& values, const auto& value, const auto& of) {
    if (!run || !value) return false;
    for (std::size_t i = run->first; i < run->last; ++i) {
      if (of(values[i]) == *value) return true;
    }
    return false;
  };
  // "акционеры – А и Б с 60 и 40 % соответственно": of a title nobody else is told them
  const bool is_title = event.trigger.form == Trigger::Form::kTitle && !event.stake &&
                        event.from.size() == given.count() && given.stakes &&
                        model::is_funding(event.trigger.frame->relation);
  if (is_title) return true;
  return has(given.money, mentions.values.money, event.amount, [](const auto& it) { return it.money; }) ||
         has(given.stakes, mentions.values.stakes, event.stake, [](const auto& it) { return it.stake; }) ||
         has(given.dates, mentions.values.dates, event.date, [](const auto& it) { return it.date; });
}

void take_values(const SentenceMentions& mentions, const GivenOut& given, std::optional<std::size_t> index,
                 Event& event) {
  if (given.money) {
    event.amount.reset();
    if (index) event.amount = mentions.values.money[given.money->first + *index].money;
  }
  if (given.stakes) {
    event.stake.reset();
    if (index) event.stake = mentions.values.stakes[given.stakes->first + *index].stake;
  }
  if (given.dates) {
    event.date.reset();
    if (index) event.date = mentions.values.dates[given.dates->first + *index].date;
  }
}

void sort_by_place(std::vector<Referent>& parties) {
  std::ranges::stable_sort(parties, {}, &Referent::word);
}

/// The sum that stands right before the preposition of a party: "3 млн от А"; nullptr where none does.
const mentions::MoneyMention* sum_before(const SentenceMentions& mentions, const Referent& party) {
  const int index = mentions.name_at(party.word);
  if (index == mentions::kNoWord) return nullptr;
  int link = mentions.names[static_cast<std::size_t>(index)].first - 1;
  const auto sum_at_end = [&](int last) -> const mentions::MoneyMention* {
    for (const mentions::MoneyMention& money : mentions.values.money) {
      if (money.place.last == last && !money.valuation && !money.total) return &money;
    }
    return nullptr;
  };
  const auto describes = [&](int i) {
    return mentions.tree.at(i).token.text == "«" ||
           (mentions.tree.at(i).is_noun() && !mentions.tree.at(i).is_capitalised());
  };
  while (link > 0 && describes(link) && sum_at_end(link + 1) == nullptr) --link;
  if (link < 0) return nullptr;
  // "3 млн музею «А»"
  const bool is_linked = mentions.tree.at(link).is(tagging::Dependency::kCase);
  return sum_at_end(is_linked ? link : link + 1);
}

/// "получил 3 млн от А и 2 млн от Б": an event for each of the parties that has its sum before it; none where
/// not all do.
std::vector<Event> part_sums(const SentenceMentions& mentions, const Event& event) {
  std::vector<Event> parted;
  for (const auto side : {&Event::from, &Event::to}) {
    const std::vector<Referent>& parties = event.*side;
    if (parties.size() < 2 || !model::moves_money(event.trigger.frame->relation)) continue;
    for (const Referent& party : parties) {
      const mentions::MoneyMention* const sum = sum_before(mentions, party);
      if (sum == nullptr) return {};
      Event one = event;
      one.*side = {party};
      one.amount = sum->money;
      parted.push_back(std::move(one));
    }
    return parted;
  }
  return parted;
}

}  // namespace

std::vector<Event> part_respective(const SentenceMentions& mentions, const language::Lexicon& lexicon,
                                   std::vector<Event>& events) {
  std::vector<Event> parted;
  const mentions::AnnotatedSentence& tree = mentions.tree;
  if (mentions.values.money.size() > 1) {
    std::erase_if(events, [&](const Event& event) {
      std::vector<Event> each = part_sums(mentions, event);
      std::ranges::move(each, std::back_inserter(parted));
      return !each.empty();
    });
  }
  for (int word = 0; word < tree.size() && !events.empty(); ++word) {
    if (!lexicon.respective_words.contains(tree.at(word).lower)) continue;
    const GivenOut given{.money = run_of(tree, mentions.values.money, word),
                         .stakes = run_of(tree, mentions.values.stakes, word),
                         .dates = run_of(tree, mentions.values.dates, word)};
    const std::size_t count = given.count();
    std::erase_if(events, [&](Event& event) {
      const std::size_t parties = count != 0 ? count : event.from.size();
      const bool to_each = event.to.size() == parties;
      const bool from_each = event.from.size() == parties;
      if (event.from.empty() || event.to.empty()) return false;
      // "основатели соответственно А и Б": of which, where not both were found, nobody knows
      if (count == 0 && event.trigger.form == Trigger::Form::kTitle && event.from.size() != event.to.size())
        return true;
      if (count == 0 ? !(to_each && parties > 1) : !is_of(mentions, given, event)) return false;
      if (!to_each && !from_each) {
        take_values(mentions, given, std::nullopt, event);
        return false;
      }
      sort_by_place(event.from);
      sort_by_place(event.to);
      for (std::size_t i = 0; i < parties; ++i) {
        Event one = event;
        if (to_each) one.to = {event.to[i]};
        if (from_each) one.from = {event.from[i]};
        if (given.stakes && from_each) one.from.front().stake.reset();
        take_values(mentions, given, i, one);
        parted.push_back(std::move(one));
      }
      return true;
    });
  }
  return parted;
}

}  // namespace whofunds::facts
