#include "whofunds/query/hops.hpp"

#include <algorithm>
#include <map>

#include "whofunds/graph/fact_table.hpp"
#include "whofunds/query/sums.hpp"

namespace whofunds::query {
namespace {

using graph::EdgeNumber;
using graph::FrozenGraph;
using graph::VertexNumber;
using model::Relation;
using model::Status;

template <typename T>
bool holds(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool wanted(Relation relation, Status status, const PathOptions& options) {
  if (status == Status::kDenied || relation == Relation::kRaised) return false;
  if (!options.statuses.empty() ? !holds(options.statuses, status)
                                : status == Status::kEnded && !options.ended) {
    return false;
  }
  return options.relations.empty() ? model::is_funding(relation) : holds(options.relations, relation);
}

}  // namespace

Hops::Hops(const FrozenGraph& graph, const PathOptions& options)
    : graph_(graph), window_(options.window), open_window_(options.window.is_open()) {
  for (const Relation relation : model::kAllRelations) {
    for (const Status status : model::kAllStatuses) {
      if (!wanted(relation, status, options)) continue;
      const bool both_ways = options.undirected || model::is_symmetric(relation);
      along_[graph::class_of(relation, status)] = true;
      against_[graph::class_of(relation, status)] = both_ways;
      any_against_ = any_against_ || both_ways;
    }
  }
}

std::size_t Hops::next_cost(VertexNumber vertex) const {
  const std::size_t out = graph_.out_end(vertex) - graph_.out_begin(vertex);
  return any_against_ ? out + graph_.in_end(vertex) - graph_.in_begin(vertex) : out;
}

std::size_t Hops::previous_cost(VertexNumber vertex) const {
  const std::size_t in = graph_.in_end(vertex) - graph_.in_begin(vertex);
  return any_against_ ? in + graph_.out_end(vertex) - graph_.out_begin(vertex) : in;
}

bool Hops::lies_in_window(EdgeNumber edge) const {
  const auto sum = graph_.amount(edge);
  const auto value = sum ? std::optional(sum->value) : std::nullopt;
  return query::in_window(graph::unpack_date(graph_.packed_date(edge)), window_) &&
         large_enough(value, sum ? sum->currency : std::string_view(), window_);
}

void Hops::add_facts(VertexNumber subject, VertexNumber object, const Classes& classes, bool forward,
                     std::vector<StepFact>& facts) const {
  EdgeNumber begin = graph_.out_begin(subject);
  EdgeNumber end = graph_.out_end(subject);
  while (begin < end) {  // targets are sorted
    const EdgeNumber middle = begin + (end - begin) / 2;
    if (graph_.target(middle) < object) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  for (EdgeNumber edge = begin; edge < graph_.out_end(subject) && graph_.target(edge) == object; ++edge) {
    if (classes[graph_.edge_class(edge)] && in_window(edge))
      facts.push_back({.edge = edge, .forward = forward});
  }
}

std::vector<StepFact> Hops::facts(VertexNumber from, VertexNumber to) const {
  std::vector<StepFact> facts;
  add_facts(from, to, along_, true, facts);
  if (any_against_) add_facts(to, from, against_, false, facts);
  return facts;
}

std::int64_t width_of(const FrozenGraph& graph, const std::vector<StepFact>& facts,
                      std::string_view currency) {
  std::vector<EdgeNumber> edges;
  for (const StepFact& fact : facts) {
    const auto sum = graph.amount(fact.edge);
    if (sum && sum->currency == currency) edges.push_back(fact.edge);
  }
  if (edges.empty()) return 0;
  if (edges.size() == 1) return graph.amount(edges.front())->value;
  return sums_by_currency(graph, edges).front().value;
}

std::string main_currency(const Hops& hops) {
  std::map<std::string_view, std::size_t> uses;
  for (EdgeNumber edge = 0; edge < hops.graph().edges(); ++edge) {
    if (!hops.carries(edge)) continue;
    if (const auto sum = hops.graph().amount(edge)) ++uses[sum->currency];
  }
  const auto most = std::max_element(uses.begin(), uses.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == uses.end() ? std::string() : std::string(most->first);
}

}  // namespace whofunds::query
