#include "whofunds/graph/fact_table.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include "whofunds/graph/stable_id.hpp"
#include "whofunds/model/country.hpp"

namespace whofunds::graph {
namespace {

using entities::LocalEntity;
using model::Entity;
using model::Fact;

constexpr unsigned kDayBits = 5;
constexpr unsigned kMonthBits = 4;

std::size_t mixed(std::size_t hash, std::size_t value) {
  constexpr std::size_t kGolden = 0x9e3779b97f4a7c15;
  return (hash ^ value) * kGolden ^ (hash >> 29);
}

std::size_t hash_of(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

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

// One id with two names or kinds is two entities: documents that were read twice with other results are not
// mixed up.
std::string local_key(const Entity& entity) {
  std::string key = entity.id;
  key.append(1, '\0').append(1, static_cast<char>(entity.kind)).append(entity.name);
  return key;
}

}  // namespace

std::uint32_t pack(const std::optional<model::PartialDate>& date) {
  if (!date) return 0;
  const auto year = static_cast<std::uint32_t>(date->year + 1);  // so that the year 0 is not nothing
  return (year << (kMonthBits + kDayBits)) | (static_cast<std::uint32_t>(date->month) << kDayBits) |
         static_cast<std::uint32_t>(date->day);
}

std::optional<model::PartialDate> unpack_date(std::uint32_t packed) {
  if (packed == 0) return std::nullopt;
  return model::PartialDate{.year = static_cast<int>(packed >> (kMonthBits + kDayBits)) - 1,
                            .month = static_cast<int>((packed >> kDayBits) & ((1U << kMonthBits) - 1)),
                            .day = static_cast<int>(packed & ((1U << kDayBits) - 1))};
}

std::size_t HashOfMoney::operator()(const model::Money& money) const {
  std::size_t hash = mixed(hash_of(money.currency), static_cast<std::size_t>(money.value));
  hash = mixed(hash, money.approx ? 1 : 0);
  hash = mixed(hash, static_cast<std::size_t>(money.min.value_or(-1)));
  return mixed(hash, static_cast<std::size_t>(money.max.value_or(-1)));
}

std::size_t HashOfStake::operator()(const model::Stake& stake) const {
  const std::size_t hash = std::hash<double>()(stake.percent.value_or(-1));
  return mixed(hash, (stake.at_least ? 2U : 0U) + (stake.controlling ? 1U : 0U));
}

std::size_t FactTable::NodeHash::operator()(std::uint32_t node) const {
  const LocalEntity& entity = (*nodes)[node];
  std::size_t hash = mixed(hash_of(entity.name), static_cast<std::size_t>(entity.kind));
  for (const std::string& alias : entity.aliases) hash = mixed(hash, hash_of(alias));
  return hash;
}

bool FactTable::NodeEqual::operator()(std::uint32_t a, std::uint32_t b) const {
  const LocalEntity& one = (*nodes)[a];
  const LocalEntity& other = (*nodes)[b];
  return one.kind == other.kind && one.name == other.name && one.aliases == other.aliases;
}

void FactTable::start_document(std::string_view id) {
  if (open_ && document_ == id) return;
  end_document();
  document_ = id;
  open_ = true;
  ++documents_;
}

std::uint32_t FactTable::add_entity(const Entity& entity) {
  const auto [known, is_new] =
      local_numbers_.try_emplace(local_key(entity), static_cast<std::uint32_t>(locals_.size()));
  if (is_new) {
    locals_.push_back({.document = document_, .id = entity.id, .name = entity.name, .kind = entity.kind});
  }
  std::vector<std::string>& aliases = locals_[known->second].aliases;
  aliases.insert(aliases.end(), entity.aliases.begin(), entity.aliases.end());
  model::unite_countries(locals_[known->second].countries, entity.countries);
  return known->second;
}

void FactTable::add_fact(const Fact& fact, std::optional<std::uint32_t> subject, std::uint32_t object,
                         std::uint32_t source) {
  const std::optional<model::Stake> stake = telling(fact.stake);
  facts_.push_back({.subject = subject.value_or(object),
                    .object = object,
                    .source = source,
                    .deal = fact.deal.empty() ? 0 : deal_number(fact.deal),
                    .amount = fact.amount ? sums_.number_of(*fact.amount) : 0,
                    .valuation = fact.valuation ? sums_.number_of(*fact.valuation) : 0,
                    .stake = stake ? stakes_.number_of(*stake) : 0,
                    .round = fact.round.empty() ? 0 : rounds_.number_of(fact.round),
                    .date = pack(fact.date),
                    .relation = static_cast<std::uint8_t>(fact.relation),
                    .status = static_cast<std::uint8_t>(fact.status)});
}

void FactTable::add(const Fact& fact, std::uint32_t source) {
  start_document(fact.document);
  const std::uint32_t object = add_entity(fact.object);
  std::optional<std::uint32_t> subject;
  if (fact.subject) subject = add_entity(*fact.subject);
  add_fact(fact, subject, object, source);
}

std::uint32_t FactTable::deal_number(const std::string& deal) {
  const auto [known, is_new] = deal_numbers_.try_emplace(deal, 0);
  if (is_new) {
    deals_.push_back(stable_number({document_, deal}));
    known->second = static_cast<std::uint32_t>(deals_.size());
  }
  return known->second;
}

bool FactTable::joins(const LocalEntity& local) {
  const auto any = [&](const std::string& name) { return entities::joins(name, local.kind, *forms_); };
  return any(local.name) || std::any_of(local.aliases.begin(), local.aliases.end(), any);
}

std::uint32_t FactTable::node_for(LocalEntity local) {
  std::sort(local.aliases.begin(), local.aliases.end());
  local.aliases.erase(std::unique(local.aliases.begin(), local.aliases.end()), local.aliases.end());
  const auto number = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back(std::move(local));
  const auto [known, is_new] = alike_.insert(number);
  if (is_new || !joins_[*known]) {
    uses_.push_back(1);
    joins_.push_back(is_new && joins(nodes_.back()));
    return number;
  }
  LocalEntity& node = nodes_[*known];
  LocalEntity& same = nodes_.back();
  if (std::tie(same.document, same.id) < std::tie(node.document, node.id)) {
    node.document = std::move(same.document);
    node.id = std::move(same.id);
  }
  model::unite_countries(node.countries, same.countries);
  nodes_.pop_back();
  ++uses_[*known];
  return *known;
}

void FactTable::end_document() {
  std::vector<std::uint32_t> node_of;
  node_of.reserve(locals_.size());
  for (LocalEntity& local : locals_) node_of.push_back(node_for(std::move(local)));
  for (std::size_t at = first_fact_; at < facts_.size(); ++at) {
    facts_[at].subject = node_of[facts_[at].subject];
    facts_[at].object = node_of[facts_[at].object];
  }
  first_fact_ = facts_.size();
  locals_.clear();
  empty(local_numbers_);
  empty(deal_numbers_);
}

void FactTable::finish() {
  end_document();
  open_ = false;
}

Attributes FactTable::attributes(const ShortFact& fact) const {
  Attributes told;
  if (fact.amount != 0) told.amount = sums_[fact.amount];
  if (fact.stake != 0) told.stake = stakes_[fact.stake];
  if (fact.round != 0) told.round = rounds_[fact.round];
  told.date = unpack_date(fact.date);
  if (fact.valuation != 0) told.valuation = sums_[fact.valuation];
  return told;
}

}  // namespace whofunds::graph
