#include "whofunds/render/groups.hpp"

#include <map>
#include <optional>

#include <boost/pending/disjoint_sets.hpp>
#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "whofunds/render/phrases.hpp"

namespace whofunds::render {
namespace {

using graph::Edge;
using graph::Graph;
using graph::Vertex;

// By vertex, the number of its group; nothing = stands alone.
using Membership = std::vector<std::optional<std::size_t>>;

Membership by_kind(const Graph& graph) {
  Membership groups;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph)))
    groups.emplace_back(static_cast<std::size_t>(graph[vertex].kind));
  return groups;
}

// The number of a component is its first vertex.
Membership by_component(const Graph& graph) {
  const std::size_t count = boost::num_vertices(graph);
  std::vector<std::size_t> rank(count);
  std::vector<Vertex> parent(count);
  boost::disjoint_sets sets(rank.data(), parent.data());
  for (Vertex vertex = 0; vertex < count; ++vertex) sets.make_set(vertex);
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph)))
    sets.union_set(boost::source(edge, graph), boost::target(edge, graph));
  std::map<Vertex, Vertex> first;
  Membership groups;
  for (Vertex vertex = 0; vertex < count; ++vertex)
    groups.emplace_back(first.try_emplace(sets.find_set(vertex), vertex).first->second);
  return groups;
}

// The number of a group is the vertex of its place, which is in it.
Membership by_place(const Graph& graph) {
  Membership groups(boost::num_vertices(graph));
  const auto is_place = [&](Vertex vertex) { return graph[vertex].kind == model::EntityKind::kPlace; };
  const auto belongs = [&](Vertex vertex, Vertex place) {
    if (!is_place(place) || is_place(vertex)) return;
    groups[place] = place;
    if (!groups[vertex] || *groups[vertex] > place) groups[vertex] = place;
  };
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
    belongs(boost::source(edge, graph), boost::target(edge, graph));
    belongs(boost::target(edge, graph), boost::source(edge, graph));
  }
  return groups;
}

// Groups are numbered in the order of their codes.
Membership by_country(const Graph& graph) {
  std::map<std::vector<std::string>, std::size_t> numbers;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph)))
    numbers[graph[vertex].countries];
  numbers.erase(std::vector<std::string>());
  std::size_t next = 0;
  for (auto& [countries, number] : numbers) number = next++;
  Membership groups;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
    const auto found = numbers.find(graph[vertex].countries);
    groups.push_back(found == numbers.end() ? std::nullopt : std::optional(found->second));
  }
  return groups;
}

Membership membership(const Graph& graph, Grouping grouping) {
  switch (grouping) {
    case Grouping::kKind:
      return by_kind(graph);
    case Grouping::kComponent:
      return by_component(graph);
    case Grouping::kPlace:
      return by_place(graph);
    case Grouping::kCountry:
      return by_country(graph);
    case Grouping::kNone:
      break;
  }
  return {};
}

// `first` is its first member.
std::string label_of(const Graph& graph, const Style& style, Grouping grouping, std::size_t number,
                     Vertex first) {
  if (grouping == Grouping::kCountry) return countries_phrase(graph[first].countries, style);
  if (grouping == Grouping::kKind) return style.of(static_cast<model::EntityKind>(number)).label;
  return grouping == Grouping::kPlace ? graph[number].name : "";
}

}  // namespace

std::vector<Group> groups_of(const Graph& graph, const Style& style, Grouping grouping) {
  const Membership member_of = membership(graph, grouping);
  std::map<std::size_t, Group> groups;
  for (Vertex vertex = 0; vertex < member_of.size(); ++vertex) {
    if (!member_of[vertex]) continue;
    const std::size_t number = *member_of[vertex];
    Group& group = groups[number];
    if (group.members.empty()) {
      group.name = fmt::format("{}", number + 1);
      group.label = label_of(graph, style, grouping, number, vertex);
    }
    group.members.push_back(vertex);
  }
  std::vector<Group> drawn;
  for (auto& [number, group] : groups) {
    const bool is_all = group.members.size() == boost::num_vertices(graph);
    if (grouping == Grouping::kCountry || (group.members.size() > 1 && !is_all))
      drawn.push_back(std::move(group));
  }
  return drawn;
}

}  // namespace whofunds::render
