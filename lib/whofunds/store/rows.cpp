#include "whofunds/store/rows.hpp"

#include <algorithm>
#include <bit>

#include "whofunds/model/country.hpp"

namespace whofunds::store {

using model::Money;
using model::Stake;

Binder& Binder::add(std::string_view text) {
  statement_.bind_view(next_++, text);
  digest_.add(text);
  return *this;
}

Binder& Binder::add(const model::PartialDate& date) {
  const std::string text = model::to_string(date);
  statement_.bind(next_++, text);
  digest_.add(text);
  return *this;
}

Binder& Binder::add(std::int64_t number) {
  statement_.bind(next_++, number);
  digest_.add(static_cast<std::uint64_t>(number));
  return *this;
}

Binder& Binder::add(double number) {
  statement_.bind(next_++, number);
  digest_.add(std::bit_cast<std::uint64_t>(number));
  return *this;
}

Binder& Binder::add_nothing(int columns) {
  for (int column = 0; column < columns; ++column) statement_.bind_nothing(next_++);
  digest_.add(~static_cast<std::uint64_t>(columns));
  return *this;
}

Binder& Binder::add_money(const std::optional<Money>& money) {
  constexpr int kColumns = 5;
  if (!money) return add_nothing(kColumns);
  return add(money->value).add(money->currency).add(money->approx).add(money->min).add(money->max);
}

Binder& Binder::add_stake(const std::optional<Stake>& stake) {
  constexpr int kColumns = 3;
  if (!stake) return add_nothing(kColumns);
  return add(stake->percent).add(stake->at_least).add(stake->controlling);
}

std::size_t Row::item(std::size_t count, std::string_view what) {
  const std::int64_t at = number();
  if (at < 0 || static_cast<std::size_t>(at) >= count) {
    throw database_.damaged(fmt::format("no {} number {}", what, at));
  }
  return static_cast<std::size_t>(at);
}

std::optional<std::size_t> Row::item_or_nothing(std::size_t count, std::string_view what) {
  if (statement_.has(next_)) return item(count, what);
  ++next_;
  return std::nullopt;
}

std::optional<model::PartialDate> Row::date() {
  if (statement_.has(next_)) return word(model::parse_partial_date);
  ++next_;
  return std::nullopt;
}

std::vector<std::string> Row::countries() {
  std::vector<std::string> countries;
  std::string_view rest = statement_.view(next_++);
  while (!rest.empty()) {
    const std::string_view code = rest.substr(0, rest.find(' '));
    if (!model::is_country_code(code)) throw database_.damaged(fmt::format("the country '{}'", code));
    countries.emplace_back(code);
    rest.remove_prefix(std::min(rest.size(), code.size() + 1));
  }
  return countries;
}

std::optional<Money> Row::money() {
  constexpr int kColumns = 5;
  if (!statement_.has(next_)) {
    next_ += kColumns;
    return std::nullopt;
  }
  Money money{.value = number(), .currency = text(), .approx = flag()};
  money.min = number_or_nothing();
  money.max = number_or_nothing();
  return money;
}

std::optional<Stake> Row::stake() {
  Stake stake;
  if (statement_.has(next_)) stake.percent = statement_.real(next_);
  ++next_;
  const bool told = statement_.has(next_);  // the flags are there whenever a stake is
  stake.at_least = flag();
  stake.controlling = flag();
  return told ? std::optional(stake) : std::nullopt;
}

void read_fact(Row& row, model::Fact& fact) {
  fact.relation = row.word(model::parse_relation);
  fact.amount = row.money();
  fact.stake = row.stake();
  fact.round = row.text();
  fact.lead = row.flag();
  fact.status = row.word(model::parse_status);
  fact.date = row.date();
  fact.valuation = row.money();
  fact.confidence = row.real();
  fact.rule = row.text();
}

}  // namespace whofunds::store
