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
#include "whofunds/graph/edges.hpp"
#include "whofunds/graph/fact_key.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::graph {
namespace {

using entities::LegalForms;
using entities::LocalEntity;
using model::Entity;
using model::EntityKind;
using model::Fact;

// The entities of single documents, each once, and which of them the ends of facts are.
class Locals {
 public:
  std::size_t number_of(const std::string& document, const Entity& entity) {
    const auto [known, is_new] =
        numbers_.try_emplace(std::tuple(document, entity.id, entity.name, entity.kind), all_.size());
    if (is_new) {
      all_.push_back({.document = document, .id = entity.id, .name = entity.name, .kind = entity.kind});
    }
    std::vector<std::string>& aliases = all_[known->second].aliases;
    aliases.insert(aliases.end(), entity.aliases.begin(), entity.aliases.end());
    return known->second;
  }

  const std::vector<LocalEntity>& all() const { return all_; }

 private:
  // One id with two names or kinds is two: documents that were read twice with other results are not mixed
  // up.
  std::map<std::tuple<std::string, std::string, std::string, EntityKind>, std::size_t> numbers_;
  std::vector<LocalEntity> all_;
};

// An entity of the graph to be, with what its id and place depend on.
struct Joined {
  Entity entity;
  std::string key;                 // of its name
  std::vector<std::string> names;  // that documents gave it, sorted
  std::vector<const LocalEntity*> locals;
};

std::ptrdiff_t code_points(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(),
                       [](char c) { return (static_cast<unsigned>(c) & 0xC0U) != 0x80U; });
}

// The name to show: that of most documents; a full name of a person before any other; of several the longest,
// then the first.
std::string name_to_show(const Joined& joined) {
  std::map<std::string_view, std::int64_t> uses;
  for (const LocalEntity* local : joined.locals) ++uses[local->name];
  const auto rank = [&](const auto& use) {
    const bool full =
        joined.entity.kind == EntityKind::kPerson && entities::written_out_words(use.first) >= 2;
    return std::tuple(full, use.second, code_points(use.first));
  };
  auto best = uses.begin();
  for (auto use = uses.begin(); use != uses.end(); ++use) {
    if (rank(*use) > rank(*best)) best = use;
  }
  return std::string(best->first);
}

Joined joined_of(std::vector<const LocalEntity*> locals, const LegalForms& forms) {
  Joined joined{.locals = std::move(locals)};
  joined.entity.kind = joined.locals.front()->kind;
  std::set<std::string> names;
  std::set<std::string> aliases;
  for (const LocalEntity* local : joined.locals) {
    joined.entity.kind = model::more_specific(joined.entity.kind, local->kind);
    names.insert(local->name);
    aliases.insert(local->name);
    aliases.insert(local->aliases.begin(), local->aliases.end());
  }
  joined.names.assign(names.begin(), names.end());
  joined.entity.aliases.assign(aliases.begin(), aliases.end());
  joined.entity.name = name_to_show(joined);
  joined.key = entities::name_key(joined.entity.name, forms);
  return joined;
}

// Ids are made of name and kind. Where several have both in common (persons known by surname only), also of
// the first document that speaks of each.
void give_ids(std::vector<Joined>& all) {
  std::map<std::pair<std::string, EntityKind>, std::size_t> having;
  for (const Joined& joined : all) ++having[{joined.key, joined.entity.kind}];
  for (Joined& joined : all) {
    const std::string_view kind = model::to_string(joined.entity.kind);
    if (having[{joined.key, joined.entity.kind}] == 1) {
      joined.entity.id = stable_id("e", {joined.key, kind});
      continue;
    }
    const LocalEntity& first =
        **std::min_element(joined.locals.begin(), joined.locals.end(), [](const auto* a, const auto* b) {
          return std::tie(a->document, a->id, a->name) < std::tie(b->document, b->id, b->name);
        });
    joined.entity.id = stable_id("e", {joined.key, kind, first.document, first.id, first.name});
  }
}

// The entities of the graph in the order of its vertices. `number_of[n]` becomes the vertex of local entity
// n.
std::vector<Joined> joined_entities(const std::vector<LocalEntity>& locals, const LegalForms& forms,
                                    std::vector<std::size_t>& number_of) {
  const std::vector<std::size_t> groups = entities::join(locals, forms);
  std::vector<std::vector<const LocalEntity*>> members;
  for (std::size_t n = 0; n < locals.size(); ++n) {
    if (groups[n] == members.size()) members.emplace_back();
    members[groups[n]].push_back(&locals[n]);
  }
  std::vector<Joined> all;
  all.reserve(members.size());
  for (auto& group : members) all.push_back(joined_of(std::move(group), forms));
  give_ids(all);
  std::sort(all.begin(), all.end(), [](const Joined& a, const Joined& b) {
    return std::tie(a.key, a.entity.id) < std::tie(b.key, b.entity.id);
  });
  number_of.resize(locals.size());
  for (std::size_t vertex = 0; vertex < all.size(); ++vertex) {
    for (const LocalEntity* local : all[vertex].locals) {
      number_of[static_cast<std::size_t>(local - locals.data())] = vertex;
    }
  }
  return all;
}

std::vector<std::string> ids_of(const std::vector<Joined>& all) {
  std::vector<std::string> ids;
  ids.reserve(all.size());
  for (const Joined& joined : all) ids.push_back(joined.entity.id);
  return ids;
}

bool holds_words(std::string_view text, std::string_view words) {
  return fmt::format(" {} ", text).find(fmt::format(" {} ", words)) != std::string::npos;
}

}  // namespace

FundingGraph::FundingGraph(entities::LegalForms forms) : forms_(std::move(forms)) {}

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
  rebuild();
}

void FundingGraph::rebuild() {
  Locals locals;
  std::vector<PlacedFact> placed;
  for (const auto& [key, fact] : facts_) {
    const std::size_t object = locals.number_of(fact.document, fact.object);
    const std::size_t subject = fact.subject ? locals.number_of(fact.document, *fact.subject) : object;
    placed.push_back({.subject = subject, .object = object, .fact = &fact});
  }
  std::vector<std::size_t> vertex_of;
  const std::vector<Joined> all = joined_entities(locals.all(), forms_, vertex_of);
  for (PlacedFact& fact : placed) {
    fact.subject = vertex_of[fact.subject];
    fact.object = vertex_of[fact.object];
  }

  graph_ = Graph();
  names_.clear();
  bare_.clear();
  latin_.clear();
  for (const Joined& joined : all) {
    add_names(boost::add_vertex(joined.entity, graph_), joined.entity.aliases);
    names_.push_back(joined.names);
  }
  for (const PlacedEdge& edge : merge_facts(placed, ids_of(all))) {
    boost::add_edge(edge.subject, edge.object, edge.fact, graph_);
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
  const Entity& entity = graph_[vertex];
  std::vector<JoinedName> joined;
  for (const std::string& name : names_.at(vertex)) {
    const auto step = entities::same_name(name, entity.name, entity.kind, forms_);
    joined.push_back({.name = name, .step = step.value_or(entities::JoinStep::kAlias)});
  }
  return joined;
}

}  // namespace whofunds::graph
