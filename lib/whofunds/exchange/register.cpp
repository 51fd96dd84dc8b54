#include "whofunds/exchange/register.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "whofunds/entities/joining.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/exchange/plain_text.hpp"
#include "whofunds/graph/fact_key.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/model/country.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::exchange {
namespace {

using Parties = std::map<std::string, Party, std::less<>>;
using Group = std::vector<Party*>;

model::Evidence quote(const Place& place) {
  const std::string_view text = first_code_points(place.text, Register::kLongestQuote);
  return {
      .document = place.where(), .begin = 0, .end = text::count_code_points(text), .text = std::string(text)};
}

void check_length(const std::string& text, std::string_view what, const Place& place) {
  if (text.size() > kLongestName)
    throw InputError(place.where(), fmt::format("{} is longer than {} bytes", what, kLongestName));
}

// What becomes of a party when it is called by what tells it apart.
using Rename = std::function<Party(const Party&)>;

std::string marked(const std::string& name, const std::string& mark) {
  return fmt::format("{} ({})", name, mark);
}

Party marked(Party party, const std::string& mark) {
  party.entity.name = marked(party.entity.name, mark);
  for (std::string& alias : party.entity.aliases) alias = marked(alias, mark);
  return party;
}

// The ways to tell parties apart, the one that changes least first. The last always does.
std::vector<Rename> renames(const Party& any) {
  std::vector<Rename> all;
  all.push_back([](Party party) {
    party.entity.aliases = {party.entity.name};
    return party;
  });
  for (std::size_t slot = 0; slot < any.marks.size(); ++slot) {
    all.push_back([slot](const Party& party) {
      const bool told = slot < party.marks.size() && !party.marks[slot].empty();
      return told ? marked(party, party.marks[slot]) : party;
    });
  }
  all.push_back([](const Party& party) { return marked(party, party.id); });
  all.push_back([](const Party& party) { return marked(party, graph::stable_id("", {party.id})); });
  return all;
}

entities::LocalEntity local_of(const Party& party) {
  return {
      .id = party.id, .name = party.entity.name, .kind = party.entity.kind, .aliases = party.entity.aliases};
}

// Parties that would become one, each with itself alone or with others.
std::vector<Group> groups_of(Parties& parties, const entities::LegalForms& forms) {
  std::vector<entities::LocalEntity> locals;
  std::vector<Party*> all;
  for (auto& [id, party] : parties) {
    locals.push_back(local_of(party));
    all.push_back(&party);
  }
  const std::vector<std::size_t> numbers = entities::join(locals, forms);
  std::vector<Group> groups;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (numbers[at] == groups.size()) groups.emplace_back();
    groups[numbers[at]].push_back(all[at]);
  }
  return groups;
}

bool are_apart(const std::vector<Party>& parties, const entities::LegalForms& forms) {
  std::vector<entities::LocalEntity> locals;
  locals.reserve(parties.size());
  for (const Party& party : parties) locals.push_back(local_of(party));
  const std::vector<std::size_t> numbers = entities::join(locals, forms);
  return std::set<std::size_t>(numbers.begin(), numbers.end()).size() == parties.size();
}

void tell_apart(const Group& group, const entities::LegalForms& forms) {
  for (const Rename& rename : renames(*group.front())) {
    std::vector<Party> renamed;
    renamed.reserve(group.size());
    for (const Party* party : group) renamed.push_back(rename(*party));
    if (!are_apart(renamed, forms)) continue;
    for (std::size_t at = 0; at < group.size(); ++at) *group[at] = std::move(renamed[at]);
    return;
  }
}

std::optional<model::Entity> entity_at(const LinkEnd& end, const Parties& parties) {
  if (const auto found = parties.find(end.id); found != parties.end()) return found->second.entity;
  if (!end.may_be_name) return std::nullopt;
  return model::Entity{.id = end.id, .name = end.id, .kind = end.kind, .aliases = {end.id}};
}

// The link as a fact of its file. Throws InputError where an end is not known.
model::Fact fact_of(const Link& link, const std::string& source, const std::string& where,
                    const Parties& parties) {
  const auto entity = [&](const LinkEnd& end) {
    std::optional<model::Entity> found = entity_at(end, parties);
    if (!found)
      throw InputError(where, fmt::format("the {} '{}' is in none of the files", end.role, end.id),
                       "give the file that holds it, too");
    return std::move(*found);
  };
  model::Fact fact = link.fact;
  fact.document = source;
  fact.object = entity(link.object);
  if (link.subject) fact.subject = entity(*link.subject);
  return fact;
}

}  // namespace

std::string Place::where() const {
  return fmt::format("{}:{}", source, line);
}

void Register::add(Party party, const Place& place) {
  if (party.id.empty()) throw InputError(place.where(), "an entity without an id", "give it one");
  if (party.entity.name.empty()) throw InputError(place.where(), "an entity without a name", "give it one");
  check_length(party.id, "the id", place);
  check_length(party.entity.name, "the name", place);
  for (const std::string& alias : party.entity.aliases) check_length(alias, "an alias", place);
  party.entity.id = party.id;
  party.entity.aliases.push_back(party.entity.name);
  std::erase(party.entity.aliases, std::string());
  const auto [known, is_new] = parties_.try_emplace(party.id, party);
  model::Entity& entity = known->second.entity;
  if (!is_new) {
    model::unite_countries(entity.countries, party.entity.countries);
    entity.kind = model::more_specific(entity.kind, party.entity.kind);
    entity.aliases.insert(entity.aliases.end(), party.entity.aliases.begin(), party.entity.aliases.end());
  }
  graph::sort_once(entity.aliases);
}

void Register::add(Link link, const Place& place) {
  if (link.fact.evidence.empty()) link.fact.evidence.push_back(quote(place));
  for (const LinkEnd* end : {link.subject ? &*link.subject : nullptr, &link.object}) {
    if (end == nullptr) continue;
    if (end->id.empty())
      throw InputError(place.where(), fmt::format("the {} is missing", end->role), "name it");
    check_length(end->id, fmt::format("the {}", end->role), place);
  }
  model::Fact fact = link.fact;  // with ends that cannot be at fault
  fact.object.name = "object";
  if (link.subject) fact.subject = fact.object;
  if (const std::string fault = model::first_fault(fact); !fault.empty())
    throw InputError(place.where(), fault);
  if (!link.record.empty()) of_record_[link.record].push_back(links_.size());
  links_.push_back(PlacedLink{.link = std::move(link), .source = place.source, .where = place.where()});
}

void Register::supersede(std::string_view record) {
  const auto found = of_record_.find(record);
  if (found == of_record_.end()) return;
  for (const std::size_t link : found->second) links_[link].reset();
  of_record_.erase(found);
}

std::vector<model::Fact> Register::facts(const entities::LegalForms& forms,
                                         const std::function<void(const InputError&)>& on_fault) const {
  Parties parties = parties_;
  for (const Group& group : groups_of(parties, forms)) {
    if (group.size() > 1) tell_apart(group, forms);
  }
  std::vector<model::Fact> facts;
  for (const auto& placed : links_) {
    if (!placed) continue;
    try {
      facts.push_back(fact_of(placed->link, placed->source, placed->where, parties));
    } catch (const InputError& fault) {
      on_fault(fault);
    }
  }
  return facts;
}

}  // namespace whofunds::exchange
