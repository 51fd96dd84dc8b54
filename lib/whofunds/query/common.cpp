#include "whofunds/query/common.hpp"

#include <map>
#include <utility>

namespace whofunds::query {
namespace {

std::vector<Shared> shared(const Funding& first, const Funding& second, graph::VertexNumber a,
                           graph::VertexNumber b) {
  std::map<graph::VertexNumber, Shared> by_entity;
  for (const Funder& row : first.rows) by_entity[row.entity].with_first.push_back(row);
  for (const Funder& row : second.rows) by_entity[row.entity].with_second.push_back(row);
  std::vector<Shared> both;
  for (auto& [entity, found] : by_entity) {
    const bool is_one_of_them = entity == a || entity == b;
    if (is_one_of_them || found.with_first.empty() || found.with_second.empty()) continue;
    found.entity = entity;
    both.push_back(std::move(found));
  }
  return both;
}

}  // namespace

Common common(const graph::FrozenGraph& graph, graph::VertexNumber first, graph::VertexNumber second,
              const FundersOptions& options) {
  return {.funders = shared(funders(graph, first, options), funders(graph, second, options), first, second),
          .funded = shared(funded(graph, first, options), funded(graph, second, options), first, second)};
}

}  // namespace whofunds::query
