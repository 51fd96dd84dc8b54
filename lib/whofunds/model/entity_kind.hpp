#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace whofunds::model {

/// What sort of thing an entity is. An investor is no kind: it is any entity with a funding relation going
/// out of it.
enum class EntityKind {
  kPerson,        ///< a human being
  kCompany,       ///< a company, bank or other business
  kFund,          ///< a pool of money that invests: venture, private equity, sovereign, hedge, foundation
  kPublicBody,    ///< a state, ministry, agency, municipality, international body
  kOrganization,  ///< any other organisation, and one whose kind the text does not tell
  kProject,  ///< initiative, partnership, programme, facility, product: money goes in, and it is no company
  kPlace,    ///< a country, region or city
};

inline constexpr std::array kAllEntityKinds{
    EntityKind::kPerson,       EntityKind::kCompany, EntityKind::kFund,  EntityKind::kPublicBody,
    EntityKind::kOrganization, EntityKind::kProject, EntityKind::kPlace,
};

/// The name used in files: "person", "public_body", …
std::string_view to_string(EntityKind kind);

/// The kind of that name; nothing if there is none.
std::optional<EntityKind> parse_entity_kind(std::string_view name);

/// Company, fund, public body or organisation.
bool is_organization(EntityKind kind);

/// Of two kinds given to one entity, the one that tells more: a fund or a company is also an organisation.
/// Where both tell as much, the first in the order of `EntityKind`. Commutative and associative.
EntityKind more_specific(EntityKind a, EntityKind b);

}  // namespace whofunds::model
