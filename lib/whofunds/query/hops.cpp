#include "whofunds/query/hops.hpp"

#include <algorithm>
#include <map>

#include <boost/range/iterator_range.hpp>

#include "whofunds/query/sums.hpp"

namespace whofunds::query {
namespace {

using graph::Edge;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;
using model::Relation;
using model::Status;

bool carries(const EdgeFact& fact, const PathOptions& options) {
  if (fact.status == Status::kDenied || fact.relation == Relation::kRaised) return false;
  if (fact.status == Status::kEnded && !options.ended) return false;
  if (options.relations.empty()) return model::is_funding(fact.relation);
  return std::find(options.relations.begin(), options.relations.end(), fact.relation) !=
         options.relations.end();
}

std::vector<Edge> edges_of(const Hop& hop) {
  std::vector<Edge> edges;
  edges.reserve(hop.facts.size());
  for (const StepFact& fact : hop.facts) edges.push_back(fact.edge);
  return edges;
}

}  // namespace

HopGraph hops_of(const Graph& graph, const PathOptions& options) {
  std::map<std::pair<Vertex, Vertex>, Hop> hops;
  for (const Edge& edge : boost::make_iterator_range(boost::edges(graph))) {
    const Vertex subject = boost::source(edge, graph);
    const Vertex object = boost::target(edge, graph);
    if (subject == object || !carries(graph[edge], options)) continue;
    hops[{subject, object}].facts.push_back({.edge = edge, .forward = true});
    if (options.undirected || model::is_symmetric(graph[edge].relation)) {
      hops[{object, subject}].facts.push_back({.edge = edge, .forward = false});
    }
  }
  HopGraph result(boost::num_vertices(graph));
  for (auto& [ends, hop] : hops) {
    std::stable_partition(hop.facts.begin(), hop.facts.end(),
                          [](const StepFact& fact) { return fact.forward; });
    boost::add_edge(ends.first, ends.second, hop, result);
  }
  return result;
}

void measure(HopGraph& hops, const Graph& graph, std::string_view currency) {
  for (const auto& each : boost::make_iterator_range(boost::edges(hops))) {
    Hop& hop = hops[each];
    hop.width = 0;
    for (const Sum& sum : sums_by_currency(graph, edges_of(hop))) {
      if (sum.currency == currency) hop.width = sum.value;
    }
  }
}

std::string main_currency(const HopGraph& hops, const Graph& graph) {
  std::map<std::string, std::size_t> uses;
  for (const auto& each : boost::make_iterator_range(boost::edges(hops))) {
    for (const StepFact& fact : hops[each].facts) {
      if (graph[fact.edge].amount) ++uses[graph[fact.edge].amount->currency];
    }
  }
  const auto most = std::max_element(uses.begin(), uses.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == uses.end() ? std::string() : most->first;
}

}  // namespace whofunds::query
