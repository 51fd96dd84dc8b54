#include "whofunds/exchange/bods.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/register_values.hpp"
#include "whofunds/model/country.hpp"

namespace whofunds::exchange {
namespace {

using Json = nlohmann::json;
using model::EntityKind;
using model::Relation;

// Types of interests, without regard to case and hyphens: 0.2 writes "voting-rights", 0.4 "votingRights".
constexpr std::array<std::string_view, 4> kShares{
    "shareholding", "votingrights", "rightstosurplusassetsondissolution", "rightstoprofitorincome"};
constexpr std::array<std::string_view, 7> kControl{"appointmentofboard",
                                                   "otherinfluenceorcontrol",
                                                   "influenceorcontrol",
                                                   "controlbylegalframework",
                                                   "controlviacompanyrulesorarticles",
                                                   "rightsgrantedbycontract",
                                                   "conditionalrightsgrantedbycontract"};
constexpr std::array<std::string_view, 3> kLeading{"boardmember", "boardchair", "seniormanagingofficial"};

template <typename List>
bool holds(const List& list, std::string_view type) {
  return std::find(list.begin(), list.end(), type) != list.end();
}

const Json& part(const Json& object, const char* key) {
  static const Json none;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? *found : none;
}

// The first of two keys that holds a text: a name of 0.4, and what 0.2 and 0.3 call it.
std::string text_under_either(const Json& object, const char* key, const char* older) {
  std::string text = text_under(object, key);
  return text.empty() ? text_under(object, older) : text;
}

// "entity", "person", "relationship"; empty = none of these.
std::string_view record_type(const Json& statement) {
  const std::string type = text_under_either(statement, "recordType", "statementType");
  if (type.starts_with("entity")) return "entity";
  if (type.starts_with("person")) return "person";
  return type == "relationship" || type == "ownershipOrControlStatement" ? "relationship" : "";
}

// What a statement says: in 0.4 apart from what is said of the statement, before that beside it.
const Json& details(const Json& statement) {
  const Json& apart = part(statement, "recordDetails");
  return apart.is_object() ? apart : statement;
}

// By what other statements refer to it.
std::string record_id(const Json& statement) {
  std::string record = text_under(statement, "recordId");
  return record.empty() ? text_under_either(statement, "statementID", "statementId") : record;
}

EntityKind entity_kind(const Json& entity) {
  const Json& told = part(entity, "entityType");
  const std::string type = told.is_string() ? told.get<std::string>() : text_under(told, "type");
  if (type == "registeredEntity") return EntityKind::kCompany;
  return type == "state" || type == "stateBody" ? EntityKind::kPublicBody : EntityKind::kOrganization;
}

std::vector<std::string> names_of(const Json& details) {
  std::vector<std::string> names;
  if (const std::string name = text_under(details, "name"); !name.empty()) names.push_back(name);
  for (const Json& name : part(details, "names")) {
    if (const std::string full = text_under(name, "fullName"); !full.empty()) names.push_back(full);
  }
  for (const Json& name : part(details, "alternateNames")) {
    if (name.is_string()) names.push_back(name.get<std::string>());
  }
  return names;
}

std::string first_identifier(const Json& details) {
  for (const Json& identifier : part(details, "identifiers")) {
    if (std::string id = text_under(identifier, "id"); !id.empty()) return id;
  }
  return {};
}

// Where an entity is incorporated ("jurisdiction" since 0.4) and whom a person is a citizen of.
std::vector<std::string> countries_of(const Json& details) {
  std::vector<std::string> countries;
  const auto add = [&](const Json& jurisdiction) {
    if (const auto code = country_from(text_under(jurisdiction, "code")))
      model::unite_countries(countries, {*code});
  };
  add(part(details, "jurisdiction"));
  add(part(details, "incorporatedInJurisdiction"));
  for (const Json& nationality : part(details, "nationalities")) add(nationality);
  return countries;
}

void read_party(const Json& statement, bool is_person, const Place& place, Register& into) {
  const Json& said = details(statement);
  Party party{.id = record_id(statement)};
  party.entity.kind = is_person ? EntityKind::kPerson : entity_kind(said);
  party.entity.aliases = names_of(said);
  // In small letters, which no name of somebody in particular has: such are never joined.
  party.entity.name = !party.entity.aliases.empty() ? party.entity.aliases.front()
                      : is_person                   ? "unknown person"
                                                    : "unknown entity";
  party.entity.countries = countries_of(said);
  party.marks = {text_under(said, "birthDate"), first_identifier(said)};
  into.add(std::move(party), place);
}

// The id of the party at an end of a relationship; empty where it names none but says why.
std::string party_at(const Json& end) {
  if (end.is_string()) return end.get<std::string>();
  return text_under_either(end, "describedByPersonStatement", "describedByEntityStatement");
}

std::string plain_type(const Json& interest) {
  std::string type = lower_case(text_under(interest, "type"));
  std::erase(type, '-');
  return type;
}

std::optional<model::Stake> share_of(const Json& interest) {
  const Json& share = part(interest, "share");
  if (const Json& exact = part(share, "exact"); exact.is_number())
    return model::Stake{.percent = exact.get<double>()};
  for (const char* bound : {"minimum", "exclusiveMinimum"}) {
    if (const Json& least = part(share, bound); least.is_number())
      return model::Stake{.percent = least.get<double>(), .at_least = true};
  }
  return std::nullopt;
}

// The interests of one relationship as facts without their ends: one of owning, one of leading, as there are.
class Interests {
 public:
  Interests(const Json& statement, const Place& place) : place_(place) {
    closed_ = text_under(statement, "recordStatus") == "closed";
  }

  void add(const Json& interest, Register& into) {
    const std::string type = plain_type(interest);
    const bool leading = holds(kLeading, type);
    const bool control = holds(kControl, type);
    if (!leading && !control && !holds(kShares, type)) return into.pass_over("interest of type " + type);
    std::optional<model::Fact>& fact = leading ? leads_ : owns_;
    if (!fact) fact = begun(leading ? Relation::kLeads : Relation::kOwns, interest);
    if (leading) return;
    // Of shares and votes, which often are told of both, the share is what is owned.
    if (!fact->stake || !fact->stake->percent || type == kShares.front()) {
      if (const auto share = share_of(interest)) {
        const bool controlling = fact->stake && fact->stake->controlling;
        fact->stake = share;
        fact->stake->controlling = controlling;
      }
    }
    if (control && !fact->stake) fact->stake.emplace();
    if (control) fact->stake->controlling = true;
  }

  // Where no interest is told at all, that there is one still is.
  void add_untold() { owns_ = begun(Relation::kOwns, Json::object()); }

  std::vector<model::Fact> facts() const {
    std::vector<model::Fact> all;
    for (const auto& fact : {owns_, leads_}) {
      if (fact) all.push_back(*fact);
    }
    return all;
  }

 private:
  model::Fact begun(Relation relation, const Json& interest) const {
    const bool ended = closed_ || !text_under(interest, "endDate").empty();
    return {.relation = relation,
            .status = ended ? model::Status::kEnded : model::Status::kCompleted,
            .date = date_from(text_under(interest, "startDate"), "startDate", place_)};
  }

  const Place& place_;
  bool closed_ = false;
  std::optional<model::Fact> owns_;
  std::optional<model::Fact> leads_;
};

void read_relationship(const Json& statement, const Place& place, Register& into) {
  const Json& said = details(statement);
  const std::string record = record_id(statement);
  into.supersede(record);
  for (const Json& replaced : part(statement, "replacesStatements")) {
    if (replaced.is_string()) into.supersede(replaced.get<std::string>());
  }
  const std::string subject = party_at(part(said, "subject"));
  const std::string holder = party_at(part(said, "interestedParty"));
  if (subject.empty() || holder.empty()) return into.pass_over("relationship that names no party");
  Interests interests(statement, place);
  const Json& told = part(said, "interests");
  for (const Json& interest : told) interests.add(interest, into);
  if (told.empty()) interests.add_untold();
  for (const model::Fact& fact : interests.facts()) {
    into.add(Link{.subject = LinkEnd{.id = holder, .role = "interested party"},
                  .object = {.id = subject, .role = "subject"},
                  .fact = fact,
                  .record = record},
             place);
  }
}

}  // namespace

bool is_bods(const Json& object) {
  return object.contains("statementId") || object.contains("statementID");
}

void read_bods(const Json& statement, const Place& place, Register& into) {
  const std::string_view type = record_type(statement);
  if (type == "relationship") return read_relationship(statement, place, into);
  if (type.empty())
    throw InputError(place.where(), "the statement is of no type that BODS has",
                     "recordType is entity, person or relationship");
  read_party(statement, type == "person", place, into);
}

}  // namespace whofunds::exchange
