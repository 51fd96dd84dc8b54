#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "whofunds/entities/joining.hpp"
#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// A name of an entity, and why it was taken to be of it.
struct JoinedName {
  std::string name;
  entities::JoinStep step = entities::JoinStep::kSameName;
};

/// Why an entity of that kind and shown name has each of `names`.
std::vector<JoinedName> joined_names(const std::vector<std::string>& names, const model::Entity& entity,
                                     const entities::LegalForms& forms,
                                     const entities::Decisions& decisions = {});

/// An entity of a graph: what documents call it, brought together.
struct JoinedEntity {
  model::Entity entity;
  std::uint64_t number = 0;        ///< of its id: `id_text("e", number)`
  std::string key;                 ///< of its name (`entities::name_key`)
  std::vector<std::string> names;  ///< that documents gave it as its own, sorted
};

/// The entities of a graph in the order of their key, then id, and which of them each node is.
struct EntityTable {
  std::vector<JoinedEntity> entities;
  std::vector<std::uint32_t> entity_of_node;

  std::vector<std::string> ids() const;
};

/// Joins entities of documents (`entities::join`). `uses[n]` tells how many entities of documents node n
/// stands for. An entity is shown by the name that most of its documents use; a full name of a person before
/// any other; of several the longest, then the first. Its id is made of the key of that name and its kind;
/// where several have both in common (persons known by surname only), also of the first document that speaks
/// of each. A name that was decided on goes before.
EntityTable join_entities(std::span<const entities::LocalEntity> nodes, std::span<const std::uint32_t> uses,
                          const entities::LegalForms& forms, const entities::Decisions& decisions = {});

}  // namespace whofunds::graph
