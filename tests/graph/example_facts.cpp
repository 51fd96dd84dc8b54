#include "example_facts.hpp"

#include <array>
#include <random>
#include <stdexcept>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "whofunds/graph/freezing.hpp"

namespace whofunds::examples {
namespace {

using model::EntityKind;
using model::Fact;
using model::Money;

// The same on every machine, unlike the distributions of the standard library.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }

  template <typename T>
  const auto& any_of(const T& items) {
    return items[below(items.size())];
  }

 private:
  std::mt19937 random_;
};

struct Spelling {
  std::string_view name;
  EntityKind kind;
  std::string_view alias;
};

constexpr std::array kSpellings{
    Spelling{"Ромашка", EntityKind::kCompany, "Ромашки"},
    Spelling{"ООО «Ромашка»", EntityKind::kCompany, "Ромашка"},
    Spelling{"Romashka", EntityKind::kOrganization, "Romashka"},
    Spelling{"Acme Ventures", EntityKind::kFund, "Acme"},
    Spelling{"Acme", EntityKind::kCompany, "Acme Inc."},
    Spelling{"Иван Петров", EntityKind::kPerson, "Петров"},
    Spelling{"Петров", EntityKind::kPerson, "Петрова"},
    Spelling{"Ivan Petrov", EntityKind::kPerson, "Petrov"},
    Spelling{"Норвегия", EntityKind::kPlace, "Норвегии"},
    Spelling{"Норвегия", EntityKind::kPublicBody, "Норвегией"},
    Spelling{"Северный мост", EntityKind::kProject, "проект"},
    Spelling{"Lynx", EntityKind::kCompany, "Lynx"},
    Spelling{"Links", EntityKind::kCompany, "Links"},
};

model::Entity any_entity(Dice& dice) {
  const Spelling& spelling = dice.any_of(kSpellings);
  model::Entity result = entity(spelling.name, spelling.kind);
  if (dice.one_in(2)) result.aliases.emplace_back(spelling.alias);
  if (dice.one_in(3)) result.countries = {dice.one_in(2) ? "no" : "ru"};
  return result;
}

Money any_money(Dice& dice) {
  constexpr std::array<std::int64_t, 3> kSums{5'000'000, 7'000'000, 10'000'000};
  Money money{
      .value = dice.any_of(kSums), .currency = dice.one_in(3) ? "RUB" : "USD", .approx = dice.one_in(3)};
  if (dice.one_in(6)) money.min = money.value;
  return money;
}

Fact any_fact(Dice& dice, std::size_t number) {
  Fact result{.document = fmt::format("d{}", dice.below(6)),
              .relation = dice.any_of(model::kAllRelations),
              .object = any_entity(dice),
              .status = dice.any_of(model::kAllStatuses),
              .confidence = 0.5 + 0.1 * static_cast<double>(dice.below(5)),
              .rule = dice.one_in(2) ? "ru.invest.active" : "ru.invest.noun"};
  if (dice.one_in(2)) result.relation = model::Relation::kInvestsIn;
  if (dice.one_in(2)) result.status = model::Status::kCompleted;
  if (result.relation != model::Relation::kRaised) result.subject = any_entity(dice);
  if (dice.one_in(2)) result.amount = any_money(dice);
  if (dice.one_in(4)) result.valuation = any_money(dice);
  if (dice.one_in(3)) {
    result.stake = model::Stake{.at_least = dice.one_in(2), .controlling = dice.one_in(2)};
    if (dice.one_in(2)) result.stake->percent = dice.one_in(2) ? 25 : 51;
  }
  if (dice.one_in(3)) result.round = dice.one_in(2) ? "seed" : "series_a";
  if (dice.one_in(2)) result.deal = fmt::format("d{}", dice.below(3));
  if (dice.one_in(2)) {
    result.date = model::PartialDate{.year = 2023};
    if (dice.one_in(2)) result.date->month = 1 + static_cast<int>(dice.below(2));
  }
  result.lead = dice.one_in(4);
  result.evidence.push_back(
      {.document = result.document, .begin = number, .end = number + 9, .text = "… said …"});
  return result;
}

template <typename T>
std::string or_none(const std::optional<T>& value) {
  return value ? to_string(*value) : std::string("-");
}

std::string money(const std::optional<Money>& sum) {
  return sum ? fmt::format("{}{}", model::to_text(*sum), sum->approx ? " about" : "") : "-";
}

std::string stake(const std::optional<model::Stake>& part) {
  return part ? fmt::format("{}%{}{}", part->percent.value_or(-1), part->at_least, part->controlling) : "-";
}

std::string line(const graph::Graph& graph, const graph::Edge& edge) {
  const graph::EdgeFact& fact = graph[edge];
  std::string text = fmt::format(
      "{} {} {} {} | {} {} {} {} {} | {} {} | {} {} | {}", graph[boost::source(edge, graph)].id,
      to_string(fact.relation), graph[boost::target(edge, graph)].id, to_string(fact.status),
      money(fact.amount), stake(fact.stake), fact.round, or_none(fact.date), money(fact.valuation), fact.lead,
      fact.deal, fact.confidence, fmt::join(fact.rules, ","), fact.id);
  for (const model::Evidence& evidence : fact.evidence) {
    text += fmt::format(" {}:{}-{}", evidence.document, evidence.begin, evidence.end);
  }
  return text;
}

}  // namespace

model::Entity entity(std::string_view name, model::EntityKind kind) {
  return {.id = std::string(name), .name = std::string(name), .kind = kind, .aliases = {std::string(name)}};
}

model::Fact fact(std::string_view document, std::string_view subject, model::Relation relation,
                 std::string_view object) {
  Fact result{
      .document = std::string(document), .relation = relation, .object = entity(object), .rule = "test"};
  if (!subject.empty()) result.subject = entity(subject);
  result.evidence.push_back({.document = std::string(document),
                             .begin = 0,
                             .end = 20,
                             .text = fmt::format("{} {} {}", subject, to_string(relation), object)});
  return result;
}

model::Fact paid(std::string_view document, std::string_view subject, std::string_view object,
                 std::int64_t dollars) {
  Fact result = fact(document, subject, model::Relation::kInvestsIn, object);
  result.amount = Money{.value = dollars, .currency = "USD"};
  return result;
}

std::vector<model::Fact> random_facts(unsigned seed, std::size_t count) {
  Dice dice(seed);
  std::vector<Fact> facts;
  for (std::size_t number = 0; number < count; ++number) facts.push_back(any_fact(dice, number));
  return facts;
}

std::string describe(const graph::FundingGraph& funding) {
  const graph::Graph& graph = funding.graph();
  std::string text;
  for (const graph::Vertex each : boost::make_iterator_range(boost::vertices(graph))) {
    const model::Entity& entity = graph[each];
    text += fmt::format("{} {} {} {}\n", entity.id, entity.name, to_string(entity.kind),
                        fmt::join(entity.aliases, ","));
    for (const graph::JoinedName& joined : funding.joined_names(each)) {
      text += fmt::format("  {}: {}\n", joined.name, to_string(joined.step));
    }
  }
  for (const graph::Edge& edge : boost::make_iterator_range(boost::edges(graph)))
    text += fmt::format("{}\n", line(graph, edge));
  return text;
}

graph::Vertex vertex(const graph::FundingGraph& graph, std::string_view name) {
  const std::vector<graph::Vertex> found = graph.find(name);
  if (found.size() != 1) throw std::logic_error(fmt::format("{} entities named {}", found.size(), name));
  return found.front();
}

std::string names(const graph::FundingGraph& graph, const std::vector<graph::Vertex>& vertices) {
  std::string text;
  for (const graph::Vertex each : vertices) {
    if (!text.empty()) text += " > ";
    text += graph.graph()[each].name;
  }
  return text;
}

std::string names(const graph::FrozenGraph& graph, const std::vector<graph::VertexNumber>& vertices) {
  std::string text;
  for (const graph::VertexNumber each : vertices) {
    if (!text.empty()) text += " > ";
    text += graph.name(each);
  }
  return text;
}

graph::FrozenGraph frozen(const std::vector<model::Fact>& facts) {
  graph::FundingGraph graph;
  graph.add(facts);
  return graph::freeze(graph);
}

graph::VertexNumber vertex(const graph::FrozenGraph& graph, std::string_view name) {
  const std::vector<graph::VertexNumber> found = graph.find(name, {});
  if (found.size() != 1) throw std::logic_error(fmt::format("{} entities named {}", found.size(), name));
  return found.front();
}

}  // namespace whofunds::examples
