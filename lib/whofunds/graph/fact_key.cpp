#include "whofunds/graph/fact_key.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whofunds::graph {
namespace {

void sort_lists(model::Entity& entity) {
  sort_once(entity.aliases);
  sort_once(entity.countries);
}

// Writes values so that no two different lists of them read the same.
class KeyWriter {
 public:
  void add(std::string_view text) { fmt::format_to(std::back_inserter(key_), "{}:{};", text.size(), text); }
  void add(const std::string& text) { add(std::string_view(text)); }
  void add(bool value) { add(value ? std::string_view("1") : std::string_view("0")); }
  void add(std::size_t value) { add(fmt::format("{}", value)); }
  void add(std::int64_t value) { add(fmt::format("{}", value)); }
  void add(double value) { add(fmt::format("{}", value)); }  // the shortest text that reads back as it
  void add(const model::PartialDate& date) { add(model::to_string(date)); }

  template <typename T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }

  template <typename T>
  void add(const std::vector<T>& values) {
    add(values.size());
    for (const T& value : values) add(value);
  }

  void add(const model::Entity& entity) {
    add(entity.id);
    add(entity.name);
    add(model::to_string(entity.kind));
    add(entity.aliases);
    add(entity.countries);
  }

  void add(const model::Money& money) {
    add(money.value);
    add(money.currency);
    add(money.approx);
    add(money.min);
    add(money.max);
  }

  void add(const model::Stake& stake) {
    add(stake.percent);
    add(stake.at_least);
    add(stake.controlling);
  }

  void add(const model::Evidence& evidence) {
    add(evidence.document);
    add(evidence.begin);
    add(evidence.end);
    add(evidence.text);
  }

  std::string take() { return std::move(key_); }

 private:
  std::string key_;
};

}  // namespace

void sort_once(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

void sort_evidence(std::vector<model::Evidence>& evidence) {
  std::sort(evidence.begin(), evidence.end(), [](const model::Evidence& a, const model::Evidence& b) {
    return std::tie(a.document, a.begin, a.end, a.text) < std::tie(b.document, b.begin, b.end, b.text);
  });
  evidence.erase(std::unique(evidence.begin(), evidence.end()), evidence.end());
}

model::Fact canonical(model::Fact fact) {
  if (fact.subject) sort_lists(*fact.subject);
  sort_lists(fact.object);
  sort_evidence(fact.evidence);
  return fact;
}

std::string fact_key(const model::Fact& canonical_fact) {
  const model::Fact& fact = canonical_fact;
  KeyWriter writer;
  writer.add(fact.document);
  writer.add(fact.subject);
  writer.add(model::to_string(fact.relation));
  writer.add(fact.object);
  writer.add(fact.amount);
  writer.add(fact.stake);
  writer.add(fact.round);
  writer.add(fact.lead);
  writer.add(model::to_string(fact.status));
  writer.add(fact.date);
  writer.add(fact.valuation);
  writer.add(fact.deal);
  writer.add(fact.confidence);
  writer.add(fact.rule);
  writer.add(fact.evidence);
  const std::size_t place = fact.evidence.empty() ? 0 : fact.evidence.front().begin;
  // A byte 0 ends the document's id, so that no id sorts inside the facts of one that it begins with.
  return fmt::format("{}{}{:020}{}", fact.document, '\0', place, writer.take());
}

}  // namespace whofunds::graph
