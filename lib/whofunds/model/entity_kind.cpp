#include "whofunds/model/entity_kind.hpp"

#include <algorithm>
#include <utility>

namespace whofunds::model {
namespace {

constexpr std::array<std::string_view, kAllEntityKinds.size()> kKindNames{
    "person", "company", "fund", "public_body", "organization", "project", "place",
};

// How much a kind tells: "organization" is also what we say when the text does not tell.
constexpr std::array<int, kAllEntityKinds.size()> kSpecificity{2, 1, 2, 2, 0, 1, 2};

}  // namespace

std::string_view to_string(EntityKind kind) {
  return kKindNames.at(static_cast<std::size_t>(kind));
}

std::optional<EntityKind> parse_entity_kind(std::string_view name) {
  const auto* const found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return kAllEntityKinds.at(static_cast<std::size_t>(found - kKindNames.begin()));
}

bool is_organization(EntityKind kind) {
  return kind == EntityKind::kCompany || kind == EntityKind::kFund || kind == EntityKind::kPublicBody ||
         kind == EntityKind::kOrganization;
}

EntityKind more_specific(EntityKind a, EntityKind b) {
  const int told_by_a = kSpecificity.at(static_cast<std::size_t>(a));
  const int told_by_b = kSpecificity.at(static_cast<std::size_t>(b));
  if (told_by_a != told_by_b) return told_by_a > told_by_b ? a : b;
  return std::min(a, b);
}

}  // namespace whofunds::model
