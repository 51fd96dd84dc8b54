#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace whofunds::model {

/// What a fact says of its two entities, read from subject to object.
enum class Relation {
  kInvestsIn,       ///< investor → company, fund, project, place: puts money in
  kGrantsTo,        ///< donor → recipient: money with no stake and no repayment
  kLendsTo,         ///< lender → borrower: loan, credit line, bonds
  kAcquires,        ///< buyer → target: buys the whole or a controlling part
  kOwns,            ///< owner → asset: holds shares; parent → subsidiary
  kRaised,          ///< (nobody named) → company: took in money, sources not named
  kFounded,         ///< founder → organisation or project
  kLeads,           ///< person → organisation: heads it
  kParticipatesIn,  ///< entity → project: member of a partnership, consortium, project
  kPartnersWith,    ///< entity — entity, symmetric: partnership, joint venture
  kDevelops,        ///< organisation → project: builds, makes, operates it
  kPartOf,          ///< entity → entity: product within a platform, unit within an organisation
};

inline constexpr std::array kAllRelations{
    Relation::kInvestsIn,      Relation::kGrantsTo,     Relation::kLendsTo,  Relation::kAcquires,
    Relation::kOwns,           Relation::kRaised,       Relation::kFounded,  Relation::kLeads,
    Relation::kParticipatesIn, Relation::kPartnersWith, Relation::kDevelops, Relation::kPartOf,
};

/// The name used in files: "invests_in", "lends_to", …
std::string_view to_string(Relation relation);

/// The relation of that name; nothing if there is none.
std::optional<Relation> parse_relation(std::string_view name);

/// Whether it moves money or ownership from one entity to another (an arrow of the funding graph).
bool is_funding(Relation relation);

/// Whether money passes when it comes about: every funding relation but `owns`.
bool moves_money(Relation relation);

/// Whether it reads the same both ways round.
bool is_symmetric(Relation relation);

}  // namespace whofunds::model
