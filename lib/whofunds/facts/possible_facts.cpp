#include "whofunds/facts/possible_facts.hpp"

#include <string>

#include "whofunds/language/spelling.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using model::Relation;

namespace {

class Plausibility {
 public:
  Plausibility(const entities::Roster& roster, const language::Lexicon& lexicon)
      : roster_(roster), lexicon_(lexicon) {}

  bool is_country(int entity) const {
    return entity != kNoEntity && roster_.at(entity).kind() == model::EntityKind::kPlace &&
           lexicon_.countries.names.contains(name_of(entity));
  }

  /// "The agency Aster belongs to the ministry": a part of it, and nobody's property
  bool is_body(int entity) const {
    return !lexicon_.inflected && roster_.at(entity).kind() == model::EntityKind::kPublicBody &&
           roster_.at(entity).kind_told();
  }

  /// "the Taiwanese-owned plant"
  bool is_nationality(int entity) const {
    return !lexicon_.inflected && entity != kNoEntity &&
           lexicon_.countries.adjectives.contains(name_of(entity));
  }

  /// "Aster Ventures partner Ann Lee": a title of hers.
  bool is_partner_of_firm(const FoundFact& fact) const {
    return fact.relation == Relation::kPartnersWith && fact.subject != kNoEntity &&
           fact.rule.ends_with(".title") && is_surely_person(fact.subject) != is_surely_person(fact.object);
  }

 private:
  std::string name_of(int entity) const { return language::lower_case(roster_.at(entity).name()); }

  /// One word that a model takes for a person may be a firm.
  bool is_surely_person(int entity) const {
    return roster_.at(entity).is_person() && roster_.at(entity).name().find(' ') != std::string::npos;
  }

  const entities::Roster& roster_;
  const language::Lexicon& lexicon_;
};

}  // namespace

bool is_possible(const FoundFact& fact, const entities::Roster& roster, const language::Lexicon& lexicon) {
  const Plausibility plausible(roster, lexicon);
  switch (fact.relation) {
    case Relation::kOwns:
      return !plausible.is_country(fact.object) && !plausible.is_body(fact.object) &&
             !plausible.is_nationality(fact.subject);
    case Relation::kAcquires:
    case Relation::kRaised:
      return !plausible.is_country(fact.object);
    case Relation::kDevelops:
      // "China's biggest app, Aster": where it is
      return !(fact.rule.ends_with(".title") && plausible.is_country(fact.subject));
    case Relation::kPartOf:
      // "Japan's aid agency, Aster"
      return !(!lexicon.inflected && fact.rule.ends_with(".title") && plausible.is_country(fact.object));
    case Relation::kPartnersWith:
      return !plausible.is_partner_of_firm(fact);
    default:
      return true;
  }
}

}  // namespace whofunds::facts
