#include "whofunds/graph/funding_graph.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/graph/edge_table.hpp"
#include "whofunds/graph/entity_table.hpp"
#include "whofunds/graph/fact_key.hpp"
#include "whofunds/graph/fact_table.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::graph {
namespace {

using entities::LegalForms;
using model::Entity;
using model::Fact;

bool holds_words(std::string_view text, std::string_view words) {
  return fmt::format(" {} ", text).find(fmt::format(" {} ", words)) != std::string::npos;
}

}  // namespace

FundingGraph::FundingGraph(entities::LegalForms forms, entities::Decisions decisions)
    : forms_(std::move(forms)), decisions_(std::move(decisions)) {}

void FundingGraph::add(std::span<const model::Fact> facts) {
  for (const Fact& fact : facts) {
    if (const std::string fault = model::first_fault(fact); !fault.empty()) {
      throw InputError(fact.document, fault, "correct the fact or leave it out");
    }
  }
  const std::size_t known = facts_.size();
  for (const Fact& fact : facts) {
    Fact added = canonical(fact);
    std::string key = fact_key(added);
    facts_.try_emplace(std::move(key), std::move(added));
  }
  if (facts_.size() != known) rebuild();
}

void FundingGraph::merge(const FundingGraph& other) {
  facts_.insert(other.facts_.begin(), other.facts_.end());
  forms_.merge(other.forms_);
  decisions_.merge(other.decisions_);
  rebuild();
}

void FundingGraph::rebuild() {
  FactTable table(forms_);
  std::vector<const Fact*> facts;
  for (const auto& [key, fact] : facts_) {
    table.add(fact, static_cast<std::uint32_t>(facts.size()));
    facts.push_back(&fact);
  }
  table.finish();
  const EntityTable entities = join_entities(table.nodes(), table.uses(), forms_, decisions_);
  const EdgeTable edges = merge_facts(table, entities);

  graph_ = Graph();
  names_.clear();
  bare_.clear();
  latin_.clear();
  for (const JoinedEntity& joined : entities.entities) {
    add_names(boost::add_vertex(joined.entity, graph_), joined.entity.aliases);
    names_.push_back(joined.names);
  }
  std::vector<const Fact*> said;
  for (const ShortEdge& edge : edges.edges) {
    said.clear();
    for (std::uint32_t at = edge.facts_begin; at < edge.facts_end; ++at) {
      said.push_back(facts[table.facts()[edges.facts[at]].source]);
    }
    EdgeFact fact = edge_fact(said, graph_[edge.subject].id, graph_[edge.object].id);
    if (edge.deal != 0) fact.deal = id_text("d", edges.deals[edge.deal - 1]);
    boost::add_edge(edge.subject, edge.object, fact, graph_);
  }
}

void FundingGraph::add_names(Vertex vertex, const std::vector<std::string>& aliases) {
  const auto add_to = [&](Index& index, std::string form) {
    if (form.empty()) return;
    std::vector<Vertex>& vertices = index[std::move(form)];
    if (vertices.empty() || vertices.back() != vertex) vertices.push_back(vertex);
  };
  for (const std::string& alias : aliases) {
    entities::NameForms forms = entities::name_forms(alias, forms_);
    add_to(bare_, std::move(forms.bare));
    add_to(latin_, std::move(forms.latin));
  }
}

std::vector<model::Fact> FundingGraph::facts() const {
  std::vector<Fact> all;
  all.reserve(facts_.size());
  for (const auto& [key, fact] : facts_) all.push_back(fact);
  return all;
}

std::vector<std::string> FundingGraph::documents() const {
  std::vector<std::string> ids;
  for (const auto& [key, fact] : facts_) {
    if (ids.empty() || ids.back() != fact.document) ids.push_back(fact.document);
  }
  return ids;
}

std::vector<Vertex> FundingGraph::find(std::string_view name) const {
  const entities::NameForms forms = entities::name_forms(name, forms_);
  if (const auto found = bare_.find(forms.bare); found != bare_.end()) return found->second;
  if (const auto found = latin_.find(forms.latin); found != latin_.end()) return found->second;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_))) {
    if (graph_[vertex].id == name) return {vertex};
  }
  return {};
}

std::vector<Vertex> FundingGraph::suggest(std::string_view name, std::size_t limit) const {
  const std::string key = entities::name_key(name, forms_);
  if (key.empty()) return {};
  std::set<std::pair<bool, Vertex>> found;  // those that do not begin with it after those that do
  for (const auto& [form, vertices] : latin_) {
    const bool begins = form.starts_with(key);
    if (!begins && !holds_words(form, key)) continue;
    for (const Vertex vertex : vertices) found.emplace(!begins, vertex);
  }
  std::vector<Vertex> suggested;
  for (const auto& [later, vertex] : found) {
    if (suggested.size() == limit) break;
    if (std::find(suggested.begin(), suggested.end(), vertex) == suggested.end()) suggested.push_back(vertex);
  }
  return suggested;
}

std::vector<JoinedName> FundingGraph::joined_names(Vertex vertex) const {
  return graph::joined_names(names_.at(vertex), graph_[vertex], forms_, decisions_);
}

}  // namespace whofunds::graph
