#include "whofunds/graph/edge_table.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "whofunds/graph/attributes.hpp"
#include "whofunds/graph/deals.hpp"

namespace whofunds::graph {
namespace {

// Facts that tell the same, or less.
struct Version {
  Attributes attributes;
  std::vector<std::uint32_t> facts;  // the first tells all
};

auto told_numbers(const ShortFact& fact) {
  return std::tie(fact.amount, fact.stake, fact.round, fact.date, fact.valuation);
}

// Facts of the same entities, relation and status, by what they tell.
std::vector<Version> versions_of(const FactTable& table, std::vector<std::uint32_t> group) {
  const auto& facts = table.facts();
  std::sort(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
    return told_numbers(facts[a]) < told_numbers(facts[b]);
  });
  std::vector<Version> versions;
  for (const std::uint32_t fact : group) {
    const bool same =
        !versions.empty() && told_numbers(facts[versions.back().facts.front()]) == told_numbers(facts[fact]);
    if (!same) versions.push_back({.attributes = table.attributes(facts[fact]), .facts = {}});
    versions.back().facts.push_back(fact);
  }
  return versions;
}

// Where each version goes: the one version that none tells more than and that tells all that it does; itself
// if there is none or more than one such.
std::vector<std::size_t> fullest_versions(const std::vector<Version>& versions) {
  const auto tells_more = [&](std::size_t a, std::size_t b) {
    return a != b && told_by(versions[b].attributes, versions[a].attributes);
  };
  std::vector<std::size_t> fullest;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    bool none_tells_more = true;
    for (std::size_t j = 0; none_tells_more && j < versions.size(); ++j) none_tells_more = !tells_more(j, i);
    if (none_tells_more) fullest.push_back(i);
  }
  std::vector<std::size_t> place(versions.size());
  for (std::size_t i = 0; i < versions.size(); ++i) {
    place[i] = i;
    std::size_t candidates = 0;
    for (const std::size_t full : fullest) {
      if (!tells_more(full, i)) continue;
      place[i] = full;
      ++candidates;
    }
    if (candidates > 1) place[i] = i;
  }
  return place;
}

std::vector<Version> merged_versions(const FactTable& table, std::span<const std::uint32_t> group) {
  std::vector<Version> versions = versions_of(table, {group.begin(), group.end()});
  if (versions.size() == 1) return versions;
  const std::vector<std::size_t> place = fullest_versions(versions);
  for (std::size_t i = 0; i < versions.size(); ++i) {
    if (place[i] == i) continue;
    std::vector<std::uint32_t>& into = versions[place[i]].facts;
    into.insert(into.end(), versions[i].facts.begin(), versions[i].facts.end());
    versions[i].facts.clear();
  }
  std::erase_if(versions, [](const Version& version) { return version.facts.empty(); });
  return versions;
}

// Sorts by date, then by the id that the edges are to have.
void sort_versions(const FactTable& table, const EntityTable& entities, std::vector<Version>& versions) {
  const ShortFact& any = table.facts()[versions.front().facts.front()];
  const auto number = [&](const Version& version) {
    return edge_number(entities.entities[any.subject].entity.id, entities.entities[any.object].entity.id,
                       any.relation_told(), any.status_told(), version.attributes);
  };
  std::vector<std::tuple<std::uint32_t, std::uint64_t, std::size_t>> order;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    order.emplace_back(pack(versions[i].attributes.date), number(versions[i]), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Version> sorted;
  sorted.reserve(versions.size());
  for (const auto& [date, id, at] : order) sorted.push_back(std::move(versions[at]));
  versions = std::move(sorted);
}

auto ends_and_relation(const ShortFact& fact) {
  return std::tie(fact.subject, fact.object, fact.relation, fact.status);
}

// Numbers of facts, sorted by ends, relation and status.
std::vector<std::uint32_t> in_order(const std::vector<ShortFact>& facts) {
  std::vector<std::uint32_t> order(facts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto one = ends_and_relation(facts[a]);
    const auto other = ends_and_relation(facts[b]);
    return one == other ? a < b : one < other;
  });
  return order;
}

void place(FactTable& table, const EntityTable& entities) {
  for (ShortFact& fact : table.facts()) {
    fact.subject = entities.entity_of_node[fact.subject];
    fact.object = entities.entity_of_node[fact.object];
    if (model::is_symmetric(fact.relation_told()) && fact.object < fact.subject) {
      std::swap(fact.subject, fact.object);
    }
  }
}

class EdgeWriter {
 public:
  EdgeWriter(const FactTable& table, const EntityTable& entities) : table_(table), entities_(entities) {}

  // Adds the edges of facts of the same ends, relation and status.
  void add(std::span<const std::uint32_t> group) {
    if (group.size() == 1) return add_edge(group);
    std::vector<Version> versions = merged_versions(table_, group);
    if (versions.size() > 1) sort_versions(table_, entities_, versions);
    for (const Version& version : versions) add_edge(version.facts);
  }

  EdgeTable take() { return std::move(edges_); }

 private:
  void add_edge(std::span<const std::uint32_t> facts) {
    const ShortFact& told = table_.facts()[facts.front()];
    const auto begin = static_cast<std::uint32_t>(edges_.facts.size());
    edges_.facts.insert(edges_.facts.end(), facts.begin(), facts.end());
    edges_.edges.push_back({.subject = told.subject,
                            .object = told.object,
                            .told = facts.front(),
                            .facts_begin = begin,
                            .facts_end = static_cast<std::uint32_t>(edges_.facts.size())});
  }

  const FactTable& table_;
  const EntityTable& entities_;
  EdgeTable edges_;
};

}  // namespace

EdgeTable merge_facts(FactTable& table, const EntityTable& entities) {
  place(table, entities);
  const std::vector<ShortFact>& facts = table.facts();
  const std::vector<std::uint32_t> order = in_order(facts);
  EdgeWriter writer(table, entities);
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() &&
           ends_and_relation(facts[order[end]]) == ends_and_relation(facts[order[begin]]))
      ++end;
    writer.add(std::span(order).subspan(begin, end - begin));
    begin = end;
  }
  EdgeTable edges = writer.take();
  unite_deals(table, entities, edges);
  return edges;
}

}  // namespace whofunds::graph
