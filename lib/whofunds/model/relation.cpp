#include "whofunds/model/relation.hpp"

#include <algorithm>

namespace whofunds::model {
namespace {

constexpr std::array<std::string_view, kAllRelations.size()> kRelationNames{
    "invests_in", "grants_to", "lends_to",        "acquires",      "owns",     "raised",
    "founded",    "leads",     "participates_in", "partners_with", "develops", "part_of",
};

}  // namespace

std::string_view to_string(Relation relation) {
  return kRelationNames.at(static_cast<std::size_t>(relation));
}

std::optional<Relation> parse_relation(std::string_view name) {
  const auto* const found = std::find(kRelationNames.begin(), kRelationNames.end(), name);
  if (found == kRelationNames.end()) return std::nullopt;
  return kAllRelations.at(static_cast<std::size_t>(found - kRelationNames.begin()));
}

bool is_funding(Relation relation) {
  return relation <= Relation::kOwns;
}

bool moves_money(Relation relation) {
  return is_funding(relation) && relation != Relation::kOwns;
}

bool is_symmetric(Relation relation) {
  return relation == Relation::kPartnersWith;
}

}  // namespace whofunds::model
