#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "whofunds/model/fact.hpp"
#include "whofunds/store/digest.hpp"
#include "whofunds/store/sqlite.hpp"

namespace whofunds::store {

/// Binds the parameters of a statement from the first to the last, as they stand in it. What is bound goes
/// into the digest. Texts are not copied: they must stay until the statement has run.
class Binder {
 public:
  Binder(Statement& statement, Digest& digest) : statement_(statement), digest_(digest) {}

  Binder& add(std::string_view text);
  Binder& add(std::int64_t number);
  Binder& add(double number);
  Binder& add(bool value) { return add(std::int64_t{value}); }
  Binder& add(std::size_t number) { return add(static_cast<std::int64_t>(number)); }
  Binder& add(const std::string& text) { return add(std::string_view(text)); }
  Binder& add(const model::PartialDate& date);

  template <typename T>
  Binder& add(const std::optional<T>& value) {
    return value ? add(*value) : add_nothing(1);
  }

  Binder& add_money(const std::optional<model::Money>& money);
  Binder& add_stake(const std::optional<model::Stake>& stake);

 private:
  Binder& add_nothing(int columns);

  Statement& statement_;
  Digest& digest_;
  int next_ = 0;
};

/// Reads the columns of a row from the first to the last, as they stand in its statement. Throws InputError
/// where they make no sense.
class Row {
 public:
  Row(const Statement& statement, const Database& database) : statement_(statement), database_(database) {}

  std::string text() { return statement_.text(next_++); }
  std::int64_t number() { return statement_.number(next_++); }
  double real() { return statement_.real(next_++); }
  bool flag() { return number() != 0; }
  std::optional<std::int64_t> number_or_nothing() { return statement_.number_or_nothing(next_++); }

  /// A number that counts items of which there are `count`.
  std::size_t item(std::size_t count, std::string_view what);
  std::optional<std::size_t> item_or_nothing(std::size_t count, std::string_view what);

  /// A word that `parse` knows.
  template <typename Parse>
  auto word(Parse parse) {
    const std::string_view name = statement_.view(next_++);
    const auto value = parse(name);
    if (!value) throw database_.damaged(fmt::format("the word '{}'", name));
    return *value;
  }

  std::optional<model::PartialDate> date();
  std::vector<std::string> countries();
  std::optional<model::Money> money();
  std::optional<model::Stake> stake();

 private:
  const Statement& statement_;
  const Database& database_;
  int next_ = 0;
};

/// What a fact says beside its ends, its deal and its evidence: the columns, and reading them.
inline constexpr const char* kFactColumns =
    "relation, amount_value, amount_currency, amount_approx, amount_min, amount_max, stake_percent, "
    "stake_at_least, stake_controlling, round, lead, status, date, valuation_value, valuation_currency, "
    "valuation_approx, valuation_min, valuation_max, confidence, rule";
void read_fact(Row& row, model::Fact& fact);

}  // namespace whofunds::store
