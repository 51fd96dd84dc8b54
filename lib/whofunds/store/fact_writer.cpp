#include "whofunds/store/fact_writer.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "whofunds/store/rows.hpp"

namespace whofunds::store {
namespace {

using model::Entity;
using model::Evidence;
using model::Fact;

// Clears a map, and gives back the room that one very large document took.
template <typename Map>
void empty(Map& map) {
  constexpr std::size_t kKept = 1024;
  if (map.bucket_count() > kKept) {
    Map().swap(map);
  } else {
    map.clear();
  }
}

}  // namespace

std::size_t FactWriter::Hash::operator()(const Entity* entity) const {
  constexpr std::size_t kGolden = 0x9e3779b97f4a7c15;
  const std::hash<std::string_view> hash;
  return hash(entity->id) * kGolden ^ hash(entity->name);
}

FactWriter::FactWriter(const Database& database, Digest& digest)
    : digest_(digest),
      entity_(database, "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?)"),
      alias_(database, "INSERT INTO aliases VALUES (?, ?, ?, ?)"),
      deal_(database, "INSERT INTO deals VALUES (?, ?, ?)"),
      fact_(database,
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?, ?, ?)"),
      evidence_(database, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)") {}

void FactWriter::start(std::int64_t document) {
  document_ = document;
  facts_ = 0;
  empty(entities_);
  empty(deals_);
}

void FactWriter::add(const Fact& fact) {
  const std::int64_t number = facts_++;
  std::optional<std::int64_t> subject;
  if (fact.subject) subject = number_of(*fact.subject);
  const std::int64_t object = number_of(fact.object);
  std::optional<std::int64_t> deal;
  if (!fact.deal.empty()) deal = number_of(fact.deal);
  Binder(fact_, digest_)
      .add(document_)
      .add(number)
      .add(subject)
      .add(model::to_string(fact.relation))
      .add(object)
      .add_money(fact.amount)
      .add_stake(fact.stake)
      .add(fact.round)
      .add(fact.lead)
      .add(model::to_string(fact.status))
      .add(fact.date)
      .add_money(fact.valuation)
      .add(deal)
      .add(fact.confidence)
      .add(fact.rule);
  fact_.run();
  add_evidence(number, fact.evidence);
}

void FactWriter::add_evidence(std::int64_t fact, const std::vector<Evidence>& evidence) {
  for (std::size_t position = 0; position < evidence.size(); ++position) {
    const Evidence& each = evidence[position];
    Binder(evidence_, digest_)
        .add(document_)
        .add(fact)
        .add(position)
        .add(each.document)
        .add(each.begin)
        .add(each.end)
        .add(each.text);
    evidence_.run();
  }
}

std::int64_t FactWriter::number_of(const Entity& entity) {
  const auto [known, is_new] = entities_.try_emplace(&entity, static_cast<std::int64_t>(entities_.size()));
  if (is_new) add_entity(known->second, entity);
  return known->second;
}

void FactWriter::add_entity(std::int64_t number, const Entity& entity) {
  // The name itself, which nearly always is an alias too, takes no row of its own.
  const auto own = std::find(entity.aliases.begin(), entity.aliases.end(), entity.name);
  std::optional<std::int64_t> own_position;
  if (own != entity.aliases.end()) own_position = own - entity.aliases.begin();
  std::optional<std::string> countries;
  if (!entity.countries.empty()) countries = fmt::format("{}", fmt::join(entity.countries, " "));
  Binder(entity_, digest_)
      .add(document_)
      .add(number)
      .add(entity.id)
      .add(entity.name)
      .add(model::to_string(entity.kind))
      .add(own_position)
      .add(countries);
  entity_.run();
  for (std::size_t position = 0; position < entity.aliases.size(); ++position) {
    if (static_cast<std::int64_t>(position) == own_position) continue;
    Binder(alias_, digest_).add(document_).add(number).add(position).add(entity.aliases[position]);
    alias_.run();
  }
}

std::int64_t FactWriter::number_of(const std::string& deal) {
  const auto [known, is_new] = deals_.try_emplace(deal, static_cast<std::int64_t>(deals_.size()));
  if (is_new) {
    Binder(deal_, digest_).add(document_).add(known->second).add(deal);
    deal_.run();
  }
  return known->second;
}

}  // namespace whofunds::store
