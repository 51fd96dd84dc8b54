#include "whofunds/render/plan.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <boost/range/iterator_range.hpp>

namespace whofunds::render {
namespace {

using graph::Edge;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;
using model::Relation;
using Form = PlannedItem::Form;

void add_once(std::vector<Vertex>& vertices, Vertex vertex) {
  if (std::find(vertices.begin(), vertices.end(), vertex) == vertices.end()) vertices.push_back(vertex);
}

// Takes the value into what is shared: kept while those who have one have the same.
template <typename T>
class Agreement {
 public:
  void hear(const std::optional<T>& value) {
    if (!value) return;
    if (value_ && *value_ != *value) agreed_ = false;
    if (!value_) value_ = value;
  }
  std::optional<T> result() const { return agreed_ ? value_ : std::nullopt; }

 private:
  std::optional<T> value_;
  bool agreed_ = true;
};

// What all of a deal came to: what is told of the company that raised it, else what is told of two parties at
// least, unless one of them alone put in more. Nothing where the facts tell sums that may be each party's
// own.
std::optional<model::Money> sum_of_deal(const Graph& graph, const std::vector<Edge>& facts) {
  std::vector<std::pair<model::Money, std::set<std::pair<Vertex, Vertex>>>> sums;
  for (const Edge& edge : facts) {
    const EdgeFact& fact = graph[edge];
    if (!fact.amount) continue;
    if (fact.relation == Relation::kRaised) return fact.amount;
    auto known = std::ranges::find(sums, *fact.amount, [](const auto& each) { return each.first; });
    if (known == sums.end()) known = sums.insert(known, {*fact.amount, {}});
    known->second.emplace(boost::source(edge, graph), boost::target(edge, graph));
  }
  if (sums.size() == 1) return sums.front().first;
  for (const auto& told : sums) {
    const model::Money& sum = told.first;
    const auto is_more = [&](const auto& other) {
      return other.first.currency == sum.currency && other.first.value > sum.value;
    };
    if (told.second.size() > 1 && std::ranges::none_of(sums, is_more)) return sum;
  }
  return std::nullopt;
}

EdgeFact shared_by(const Graph& graph, const std::vector<Edge>& facts) {
  EdgeFact shared = graph[facts.front()];
  Agreement<model::Money> valuation;
  Agreement<model::Stake> stake;
  Agreement<model::PartialDate> date;
  Agreement<std::string> round;
  shared.evidence.clear();
  for (const Edge& edge : facts) {
    const EdgeFact& fact = graph[edge];
    valuation.hear(fact.valuation);
    stake.hear(fact.stake);
    date.hear(fact.date);
    if (!fact.round.empty()) round.hear(fact.round);
    shared.lead = shared.lead && fact.lead;
    shared.status = std::min(shared.status, fact.status);
    for (const model::Evidence& evidence : fact.evidence) {
      const auto& known = shared.evidence;
      if (std::find(known.begin(), known.end(), evidence) == known.end()) shared.evidence.push_back(evidence);
    }
  }
  shared.amount = sum_of_deal(graph, facts);
  shared.valuation = valuation.result();
  shared.stake = stake.result();
  shared.date = date.result();
  shared.round = round.result().value_or("");
  return shared;
}

PlannedItem item_of(const Graph& graph, const std::vector<Edge>& facts) {
  PlannedItem item{.relation = graph[facts.front()].relation, .facts = facts};
  std::vector<Vertex> parties;
  for (const Edge& edge : facts) {
    add_once(item.from, boost::source(edge, graph));
    add_once(item.to, boost::target(edge, graph));
    add_once(parties, boost::source(edge, graph));
    add_once(parties, boost::target(edge, graph));
  }
  if (item.relation == Relation::kRaised) {
    item.form = Form::kNote;
    item.from.clear();
  } else if (is_symmetric(item.relation) && parties.size() > 2) {
    item.form = Form::kDeal;
    item.from = parties;
    item.to.clear();
  } else if (item.from.size() > 1 || item.to.size() > 1) {
    item.form = is_symmetric(item.relation) ? Form::kArrow : Form::kDeal;
  }
  return item;
}

// Whether the facts say the same of whomever they are.
bool agree(const Graph& graph, const std::vector<Edge>& facts) {
  const EdgeFact& first = graph[facts.front()];
  return std::all_of(facts.begin(), facts.end(), [&](const Edge& edge) {
    const EdgeFact& fact = graph[edge];
    return fact.amount == first.amount && fact.stake == first.stake && fact.round == first.round &&
           fact.lead == first.lead && fact.status == first.status && fact.date == first.date &&
           fact.valuation == first.valuation;
  });
}

// Whether one node between subjects and objects says all: every subject goes with every object, and what one
// fact says and another does not can be written beside the one subject or object that it is about.
bool fits_one_node(const Graph& graph, const std::vector<Edge>& facts) {
  std::set<Vertex> from;
  std::set<Vertex> to;
  std::set<std::pair<Vertex, Vertex>> pairs;
  for (const Edge& edge : facts) {
    from.insert(boost::source(edge, graph));
    to.insert(boost::target(edge, graph));
    pairs.emplace(boost::source(edge, graph), boost::target(edge, graph));
  }
  return pairs.size() == from.size() * to.size() &&
         (from.size() == 1 || to.size() == 1 || agree(graph, facts));
}

// Facts by a key, the groups in the order in which their first facts stand.
template <typename KeyOf>
std::vector<std::vector<Edge>> grouped(const std::vector<Edge>& facts, KeyOf key_of) {
  std::vector<std::vector<Edge>> groups;
  std::map<decltype(key_of(facts.front())), std::size_t> places;
  for (const Edge& edge : facts) {
    const auto [place, is_new] = places.try_emplace(key_of(edge), groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(edge);
  }
  return groups;
}

// What is drawn of facts that share a deal and a relation.
std::vector<PlannedItem> items_of(const Graph& graph, const std::vector<Edge>& facts) {
  const Relation relation = graph[facts.front()].relation;
  if (relation != Relation::kRaised && (is_symmetric(relation) || fits_one_node(graph, facts))) {
    return {item_of(graph, facts)};
  }
  std::vector<PlannedItem> items;
  for (const auto& group : grouped(facts, [&](const Edge& edge) { return boost::target(edge, graph); })) {
    items.push_back(item_of(graph, group));
  }
  return items;
}

// Puts each note of a deal into the item of that deal that brings the company its money, where there is one.
void fold_notes(std::vector<PlannedItem>& items) {
  const auto pays = [](const PlannedItem& item, Vertex company) {
    return item.form != Form::kNote && is_funding(item.relation) &&
           std::find(item.to.begin(), item.to.end(), company) != item.to.end();
  };
  for (PlannedItem& note : items) {
    if (note.form != Form::kNote) continue;
    const auto home = std::find_if(items.begin(), items.end(),
                                   [&](const PlannedItem& item) { return pays(item, note.to.front()); });
    if (home == items.end()) continue;
    home->facts.insert(home->facts.end(), note.facts.begin(), note.facts.end());
    note.facts.clear();
  }
  std::erase_if(items, [](const PlannedItem& item) { return item.facts.empty(); });
}

// Whether a sum, or where none is told a round, was told before: that two things are told in one breath makes
// them no one deal for a reader.
bool repeats(const EdgeFact& fact, const EdgeFact& before) {
  if (fact.amount) return fact.amount == before.amount;
  return !fact.round.empty() && fact.round == before.round;
}

std::vector<PlannedItem> items_of_deal(const Graph& graph, const std::vector<Edge>& facts) {
  std::vector<PlannedItem> items;
  // What has ended is told beside what was, not in its place.
  const auto said_of = [&](const Edge& edge) {
    return std::pair(graph[edge].relation, graph[edge].status == model::Status::kEnded);
  };
  for (const auto& group : grouped(facts, said_of)) {
    for (PlannedItem& item : items_of(graph, group)) items.push_back(std::move(item));
  }
  fold_notes(items);
  for (auto item = items.begin(); item != items.end(); ++item) {
    item->shared = shared_by(graph, item->facts);
    item->repeats_deal = std::any_of(
        items.begin(), item, [&](const PlannedItem& before) { return repeats(item->shared, before.shared); });
  }
  return items;
}

}  // namespace

std::vector<Vertex> parties_of(const PlannedItem& item) {
  std::vector<Vertex> parties = item.from;
  parties.insert(parties.end(), item.to.begin(), item.to.end());
  return parties;
}

EdgeFact own_part(const Graph& graph, const PlannedItem& item, Vertex party) {
  std::vector<Edge> facts;
  std::ranges::copy_if(item.facts, std::back_inserter(facts), [&](const Edge& fact) {
    return party == boost::source(fact, graph) || party == boost::target(fact, graph);
  });
  const EdgeFact& shared = item.shared;
  EdgeFact own = shared_by(graph, facts);
  own.lead = !shared.lead && std::ranges::any_of(facts, [&](const Edge& fact) { return graph[fact].lead; });
  own.amount.reset();
  for (const Edge& fact : facts) {
    if (graph[fact].amount && graph[fact].amount != shared.amount && !own.amount)
      own.amount = graph[fact].amount;
  }
  if (shared.stake) own.stake.reset();
  if (!shared.round.empty()) own.round.clear();
  if (shared.date) own.date.reset();
  if (shared.valuation) own.valuation.reset();
  return own;
}

std::vector<PlannedItem> plan_picture(const Graph& graph) {
  std::vector<Edge> edges;
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) edges.push_back(edge);

  // A fact without a deal is a deal of its own: its place in the graph tells it from all others.
  std::size_t alone = 0;
  const auto deal_of = [&](const Edge& edge) {
    const std::string_view deal = graph[edge].deal;
    return std::pair(deal, deal.empty() ? ++alone : 0U);
  };
  std::vector<PlannedItem> plan;
  for (const auto& facts : grouped(edges, deal_of)) {
    for (PlannedItem& item : items_of_deal(graph, facts)) plan.push_back(std::move(item));
  }
  return plan;
}

}  // namespace whofunds::render
