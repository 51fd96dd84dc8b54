#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/follow_the_money.hpp"
#include "whofunds/exchange/register_values.hpp"
#include "whofunds/model/country.hpp"

namespace whofunds::exchange {
namespace {

using Json = nlohmann::json;
using model::EntityKind;
using model::Relation;

struct PartySchema {
  std::string_view name;
  EntityKind kind;
};

// Things that are owned but do nothing themselves are projects: what money is put into and is no company.
constexpr std::array<PartySchema, 14> kPartySchemas{{
    {"Person", EntityKind::kPerson},
    {"Company", EntityKind::kCompany},
    {"PublicBody", EntityKind::kPublicBody},
    {"Organization", EntityKind::kOrganization},
    {"LegalEntity", EntityKind::kOrganization},
    {"Project", EntityKind::kProject},
    {"Address", EntityKind::kPlace},
    {"Asset", EntityKind::kProject},
    {"Airplane", EntityKind::kProject},
    {"License", EntityKind::kProject},
    {"RealEstate", EntityKind::kProject},
    {"Security", EntityKind::kProject},
    {"Vehicle", EntityKind::kProject},
    {"Vessel", EntityKind::kProject},
}};

struct LinkSchema {
  std::string_view name;
  const char* subject;
  const char* object;
  std::optional<Relation> relation;  // nothing where only a role can tell it
};

constexpr std::array<LinkSchema, 7> kLinkSchemas{{
    {"Ownership", "owner", "asset", Relation::kOwns},
    {"Directorship", "director", "organization", Relation::kLeads},
    {"Membership", "member", "organization", Relation::kParticipatesIn},
    {"ProjectParticipant", "participant", "project", Relation::kParticipatesIn},
    {"Payment", "payer", "beneficiary", Relation::kGrantsTo},
    {"Debt", "creditor", "debtor", Relation::kLendsTo},
    {"UnknownLink", "subject", "object", std::nullopt},
}};

// What tells two of one name apart, the best first.
constexpr std::array<const char*, 8> kMarks{"birthDate", "registrationNumber", "leiCode",     "innCode",
                                            "taxNumber", "jurisdiction",       "nationality", "country"};

// The properties that tell a country of an entity.
constexpr std::array<const char*, 4> kCountries{"country", "mainCountry", "jurisdiction", "nationality"};

template <typename Schemas>
auto schema_of(const Schemas& schemas, std::string_view name) {
  return std::find_if(schemas.begin(), schemas.end(),
                      [&](const auto& schema) { return schema.name == name; });
}

// The properties of an entity: lists of texts by name.
class Properties {
 public:
  Properties(const Json& entity, const Place& place) : place_(place) {
    const auto found = entity.find("properties");
    if (found == entity.end() || !found->is_object()) {
      throw InputError(place.where(), "'properties' is missing", "an entity of FollowTheMoney has them");
    }
    properties_ = &*found;
  }

  std::vector<std::string> all(const char* name) const {
    std::vector<std::string> texts;
    const auto found = properties_->find(name);
    if (found == properties_->end()) return texts;
    const Json list = found->is_array() ? *found : Json::array({*found});
    for (const Json& value : list) {
      if (!value.is_string())
        throw InputError(place_.where(), fmt::format("'{}' holds what is no text", name),
                         "values of FollowTheMoney are texts");
      texts.push_back(value.get<std::string>());
    }
    return texts;
  }

  std::string first(const char* name) const {
    const std::vector<std::string> texts = all(name);
    return texts.empty() ? std::string() : texts.front();
  }

  bool has(const char* name, std::string_view value) const {
    const std::vector<std::string> texts = all(name);
    return std::find(texts.begin(), texts.end(), value) != texts.end();
  }

 private:
  const Json* properties_ = nullptr;
  const Place& place_;
};

Party party_of(const Json& entity, EntityKind kind, const Properties& properties) {
  Party party{.id = text_under(entity, "id")};
  for (const char* names : {"name", "alias", "full"}) {
    const std::vector<std::string> more = properties.all(names);
    party.entity.aliases.insert(party.entity.aliases.end(), more.begin(), more.end());
  }
  const std::vector<std::string>& names = party.entity.aliases;
  const std::string caption = text_under(entity, "caption");
  const bool is_name = std::find(names.begin(), names.end(), caption) != names.end();
  party.entity.name = is_name || names.empty() ? caption : names.front();
  if (party.entity.name.empty()) party.entity.name = party.id;
  const bool body = kind == EntityKind::kOrganization || kind == EntityKind::kCompany;
  party.entity.kind = body && properties.has("topics", "fin.fund") ? EntityKind::kFund : kind;
  for (const char* countries : kCountries) {
    for (const std::string& told : properties.all(countries)) {
      if (const auto country = country_from(told)) model::unite_countries(party.entity.countries, {*country});
    }
  }
  for (const char* mark : kMarks) party.marks.push_back(properties.first(mark));
  return party;
}

template <typename Value, typename Parse>
std::optional<Value> named(const Properties& properties, const char* name, Parse parse) {
  for (const std::string& text : properties.all(name)) {
    if (const std::optional<Value> value = parse(text)) return value;
  }
  return std::nullopt;
}

std::optional<Relation> relation_of(const LinkSchema& schema, const Properties& properties) {
  for (const char* told : {"role", "purpose"}) {
    if (const auto relation = named<Relation>(properties, told, model::parse_relation)) return relation;
  }
  return schema.relation;
}

model::Fact fact_of(Relation relation, const Properties& properties, const Place& place) {
  model::Fact fact{.relation = relation};
  const std::string begun = properties.first("startDate");
  fact.date = date_from(begun.empty() ? properties.first("date") : begun, "startDate", place);
  fact.stake = stake_from(properties.first("percentage"), "percentage", place);
  fact.amount = money_from(properties.first("amount"), properties.first("currency"), "amount", place);
  if (!properties.first("endDate").empty()) fact.status = model::Status::kEnded;
  if (const auto status = named<model::Status>(properties, "status", model::parse_status))
    fact.status = *status;
  return fact;
}

// Links of every subject with every object: FollowTheMoney allows several of each.
void add_links(const std::vector<std::string>& subjects, const std::vector<std::string>& objects,
               const LinkSchema& schema, const model::Fact& fact, const Place& place, Register& into) {
  const bool is_raised = fact.relation == Relation::kRaised;
  for (const std::string& object : objects) {
    const LinkEnd to{.id = object, .role = schema.object};
    if (is_raised) into.add(Link{.object = to, .fact = fact}, place);
    for (const std::string& subject : is_raised ? std::vector<std::string>() : subjects)
      into.add(Link{.subject = LinkEnd{.id = subject, .role = schema.subject}, .object = to, .fact = fact},
               place);
  }
}

void read_link(const LinkSchema& schema, const std::string& id, const Properties& properties,
               const Place& place, Register& into) {
  const std::optional<Relation> relation = relation_of(schema, properties);
  if (!relation) return into.pass_over(schema.name);
  model::Fact fact = fact_of(*relation, properties, place);
  const std::vector<std::string> subjects = properties.all(schema.subject);
  std::vector<std::string> objects = properties.all(schema.object);
  if (schema.name == "Payment") {
    if (objects.empty()) objects = properties.all("project");
    if (subjects.empty()) fact.relation = Relation::kRaised;
  }
  // One sum of several, or to several, is one deal.
  if (subjects.size() > 1 || objects.size() > 1) fact.deal = id;
  const bool is_raised = fact.relation == Relation::kRaised;
  if (objects.empty() || (subjects.empty() && !is_raised)) {
    throw InputError(place.where(),
                     fmt::format("the {} of this {} is missing",
                                 objects.empty() ? schema.object : schema.subject, schema.name),
                     "name it by its id");
  }
  add_links(subjects, objects, schema, fact, place, into);
}

// That an entity names its parent says that the parent owns it.
void read_parents(const Json& entity, const Properties& properties, const Place& place, Register& into) {
  constexpr LinkSchema kParent{"Ownership", "parent", "id", Relation::kOwns};
  add_links(properties.all("parent"), {text_under(entity, "id")}, kParent, {.relation = Relation::kOwns},
            place, into);
}

}  // namespace

void read_follow_the_money(const Json& entity, const Place& place, Register& into) {
  const std::string name = text_under(entity, "schema");
  const Properties properties(entity, place);
  if (const auto* const link = schema_of(kLinkSchemas, name); link != kLinkSchemas.end()) {
    return read_link(*link, text_under(entity, "id"), properties, place, into);
  }
  const auto* const party = schema_of(kPartySchemas, name);
  if (party == kPartySchemas.end()) return into.pass_over(name);
  into.add(party_of(entity, party->kind, properties), place);
  if (party->kind != EntityKind::kPlace) read_parents(entity, properties, place, into);
}

}  // namespace whofunds::exchange
