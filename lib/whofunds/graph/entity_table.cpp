#include "whofunds/graph/entity_table.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/graph/fact_key.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/model/country.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::graph {
namespace {

using entities::Decisions;
using entities::LegalForms;
using entities::LocalEntity;
using model::EntityKind;

// Nodes that are one entity.
using Members = std::vector<std::uint32_t>;

struct Nodes {
  std::span<const LocalEntity> all;
  std::span<const std::uint32_t> uses;
};

std::string name_to_show(const Nodes& nodes, const Members& members, EntityKind kind) {
  std::map<std::string_view, std::uint64_t> uses;
  for (const std::uint32_t node : members) uses[nodes.all[node].name] += nodes.uses[node];
  const auto rank = [&](const auto& use) {
    const bool full = kind == EntityKind::kPerson && entities::written_out_words(use.first) >= 2;
    return std::tuple(full, use.second, text::count_code_points(use.first));
  };
  auto best = uses.begin();
  if (uses.size() == 1) return std::string(best->first);
  for (auto use = uses.begin(); use != uses.end(); ++use) {
    if (rank(*use) > rank(*best)) best = use;
  }
  return std::string(best->first);
}

// By a name as decisions compare it, the name to show.
using ShownNames = std::map<std::string, std::string>;

ShownNames shown_names(const Decisions& decisions) {
  ShownNames shown;
  for (const auto& [of, show] : decisions.names()) shown.try_emplace(entities::decided_form(of), show);
  return shown;
}

void show_decided(JoinedEntity& joined, const ShownNames& shown) {
  if (shown.empty()) return;
  for (const std::string& alias : joined.entity.aliases) {
    const auto decided = shown.find(entities::decided_form(alias));
    if (decided == shown.end()) continue;
    joined.entity.name = decided->second;
    joined.entity.aliases.push_back(decided->second);
    return sort_once(joined.entity.aliases);
  }
}

JoinedEntity joined_of(const Nodes& nodes, const Members& members, const LegalForms& forms,
                       const ShownNames& shown) {
  JoinedEntity joined;
  joined.entity.kind = nodes.all[members.front()].kind;
  for (const std::uint32_t node : members) {
    const LocalEntity& local = nodes.all[node];
    joined.entity.kind = model::more_specific(joined.entity.kind, local.kind);
    model::unite_countries(joined.entity.countries, local.countries);
    joined.names.push_back(local.name);
    joined.entity.aliases.push_back(local.name);
    joined.entity.aliases.insert(joined.entity.aliases.end(), local.aliases.begin(), local.aliases.end());
  }
  sort_once(joined.names);
  sort_once(joined.entity.aliases);
  joined.entity.name = name_to_show(nodes, members, joined.entity.kind);
  show_decided(joined, shown);
  joined.key = entities::name_key(joined.entity.name, forms);
  return joined;
}

const LocalEntity& first_of(const Nodes& nodes, const Members& members) {
  const std::uint32_t first = *std::min_element(members.begin(), members.end(), [&](auto a, auto b) {
    const auto place = [&](std::uint32_t node) {
      const LocalEntity& local = nodes.all[node];
      return std::tie(local.document, local.id, local.name);
    };
    return place(a) < place(b);
  });
  return nodes.all[first];
}

void give_ids(const Nodes& nodes, const std::vector<Members>& members, std::vector<JoinedEntity>& all) {
  std::unordered_map<std::uint64_t, std::uint32_t> having;  // by the id that name and kind make
  for (JoinedEntity& joined : all) {
    joined.number = stable_number({joined.key, model::to_string(joined.entity.kind)});
    ++having[joined.number];
  }
  for (std::size_t n = 0; n < all.size(); ++n) {
    JoinedEntity& joined = all[n];
    if (having[joined.number] > 1) {
      const LocalEntity& first = first_of(nodes, members[n]);
      joined.number = stable_number(
          {joined.key, model::to_string(joined.entity.kind), first.document, first.id, first.name});
    }
    joined.entity.id = id_text("e", joined.number);
  }
}

}  // namespace

std::vector<JoinedName> joined_names(const std::vector<std::string>& names, const model::Entity& entity,
                                     const LegalForms& forms, const Decisions& decisions) {
  std::set<std::string> decided;
  for (const auto& [a, b] : decisions.same()) {
    decided.insert(entities::decided_form(a));
    decided.insert(entities::decided_form(b));
  }
  std::vector<JoinedName> joined;
  for (const std::string& name : names) {
    const auto step = entities::same_name(name, entity.name, entity.kind, forms);
    const bool by_decision = !decided.empty() && decided.contains(entities::decided_form(name));
    joined.push_back(
        {.name = name,
         .step = step.value_or(by_decision ? entities::JoinStep::kDecision : entities::JoinStep::kAlias)});
  }
  return joined;
}

std::vector<std::string> EntityTable::ids() const {
  std::vector<std::string> ids;
  ids.reserve(entities.size());
  for (const JoinedEntity& joined : entities) ids.push_back(joined.entity.id);
  return ids;
}

EntityTable join_entities(std::span<const LocalEntity> locals, std::span<const std::uint32_t> uses,
                          const LegalForms& forms, const Decisions& decisions) {
  std::vector<LocalEntity> decided;
  if (!decisions.different().empty()) {
    for (const LocalEntity& local : locals)
      decided.push_back(entities::without_decided_aliases(local, decisions));
    locals = decided;
  }
  const Nodes nodes{.all = locals, .uses = uses};
  const ShownNames shown = shown_names(decisions);
  const std::vector<std::size_t> groups = entities::join(locals, forms, decisions);
  std::vector<Members> members;
  for (std::uint32_t n = 0; n < locals.size(); ++n) {
    if (groups[n] == members.size()) members.emplace_back();
    members[groups[n]].push_back(n);
  }
  std::vector<JoinedEntity> all;
  all.reserve(members.size());
  for (const Members& group : members) all.push_back(joined_of(nodes, group, forms, shown));
  give_ids(nodes, members, all);

  std::vector<std::uint32_t> order(all.size());
  for (std::uint32_t n = 0; n < order.size(); ++n) order[n] = n;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(all[a].key, all[a].number) < std::tie(all[b].key, all[b].number);
  });
  EntityTable table;
  table.entities.reserve(all.size());
  table.entity_of_node.resize(locals.size());
  for (std::uint32_t vertex = 0; vertex < order.size(); ++vertex) {
    for (const std::uint32_t node : members[order[vertex]]) table.entity_of_node[node] = vertex;
    table.entities.push_back(std::move(all[order[vertex]]));
  }
  return table;
}

}  // namespace whofunds::graph
