#include "whofunds/exchange/graph_table.hpp"

#include <array>
#include <optional>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/plain_text.hpp"

namespace whofunds::exchange {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array kEntityColumns{
    Column{"name", ColumnType::kText},
    Column{"kind", ColumnType::kText},
    Column{"aliases", ColumnType::kList},
    Column{"countries", ColumnType::kList},
};

constexpr std::array kFactColumns{
    Column{"relation", ColumnType::kText},
    Column{"status", ColumnType::kText},
    Column{"date", ColumnType::kText},
    Column{"amount", ColumnType::kWhole},
    Column{"amount_currency", ColumnType::kText},
    Column{"amount_approx", ColumnType::kFlag},
    Column{"amount_min", ColumnType::kWhole},
    Column{"amount_max", ColumnType::kWhole},
    Column{"stake_percent", ColumnType::kReal},
    Column{"stake_at_least", ColumnType::kFlag},
    Column{"stake_controlling", ColumnType::kFlag},
    Column{"round", ColumnType::kText},
    Column{"lead", ColumnType::kFlag},
    Column{"valuation", ColumnType::kWhole},
    Column{"valuation_currency", ColumnType::kText},
    Column{"valuation_approx", ColumnType::kFlag},
    Column{"valuation_min", ColumnType::kWhole},
    Column{"valuation_max", ColumnType::kWhole},
    Column{"deal", ColumnType::kText},
    Column{"confidence", ColumnType::kReal},
    Column{"rules", ColumnType::kList},
    Column{"evidence", ColumnType::kList},
};

OrderedJson clean_list(const std::vector<std::string>& texts) {
  OrderedJson list = OrderedJson::array();
  for (const std::string& text : texts) list.push_back(clean_text(text));
  return list;
}

void set_if_told(OrderedJson& values, const char* column, const std::string& text) {
  if (!text.empty()) values[column] = clean_text(text);
}

void set_if(OrderedJson& values, const char* column, bool flag) {
  if (flag) values[column] = true;
}

void set_money(OrderedJson& values, const std::string& column, const std::optional<model::Money>& money) {
  if (!money) return;
  values[column] = money->value;
  values[column + "_currency"] = clean_text(money->currency);
  if (money->approx) values[column + "_approx"] = true;
  if (money->min) values[column + "_min"] = *money->min;
  if (money->max) values[column + "_max"] = *money->max;
}

void set_stake(OrderedJson& values, const model::Stake& stake) {
  if (stake.percent) values["stake_percent"] = *stake.percent;
  set_if(values, "stake_at_least", stake.at_least);
  set_if(values, "stake_controlling", stake.controlling);
}

// An escape of JSON, of which `c` stands after the backslash, by its number.
std::string_view numbered_escape(char c) {
  switch (c) {
    case '"':
      return "\\u0022";
    case '\\':
      return "\\u005c";
    case 'b':
      return "\\u0008";
    case 'f':
      return "\\u000c";
    case 'n':
      return "\\u000a";
    case 'r':
      return "\\u000d";
    case 't':
      return "\\u0009";
    default:  // is one
      return "\\u";
  }
}

OrderedJson evidence_list(const std::vector<model::Evidence>& evidence) {
  OrderedJson list = OrderedJson::array();
  for (const model::Evidence& each : evidence) {
    list.push_back({{"doc", clean_text(each.document)},
                    {"begin", each.begin},
                    {"end", each.end},
                    {"text", clean_text(each.text)}});
  }
  return list;
}

}  // namespace

GraphTable table_of(const graph::FundingGraph& graph) {
  const graph::Graph& held = graph.graph();
  GraphTable table;
  for (const graph::Vertex vertex : boost::make_iterator_range(boost::vertices(held))) {
    table.entities.push_back(&held[vertex]);
  }
  for (const graph::Vertex vertex : boost::make_iterator_range(boost::vertices(held))) {
    for (const graph::Edge edge : boost::make_iterator_range(boost::out_edges(vertex, held))) {
      table.arcs.push_back(
          {.subject = &held[vertex], .object = &held[boost::target(edge, held)], .fact = &held[edge]});
    }
  }
  return table;
}

std::span<const Column> entity_columns() {
  return kEntityColumns;
}

std::span<const Column> fact_columns() {
  return kFactColumns;
}

std::string_view type_name(ColumnType type) {
  switch (type) {
    case ColumnType::kWhole:
      return "long";
    case ColumnType::kReal:
      return "double";
    case ColumnType::kFlag:
      return "boolean";
    case ColumnType::kText:
    case ColumnType::kList:
      break;
  }
  return "string";
}

OrderedJson values_of(const model::Entity& entity) {
  OrderedJson values{{"name", clean_text(entity.name)},
                     {"kind", to_string(entity.kind)},
                     {"aliases", clean_list(entity.aliases)}};
  if (!entity.countries.empty()) values["countries"] = entity.countries;
  return values;
}

OrderedJson values_of(const graph::EdgeFact& fact) {
  OrderedJson values{{"relation", to_string(fact.relation)}, {"status", to_string(fact.status)}};
  if (fact.date) values["date"] = to_string(*fact.date);
  set_money(values, "amount", fact.amount);
  if (fact.stake) set_stake(values, *fact.stake);
  set_if_told(values, "round", fact.round);
  set_if(values, "lead", fact.lead);
  set_money(values, "valuation", fact.valuation);
  set_if_told(values, "deal", fact.deal);
  values["confidence"] = fact.confidence;
  if (!fact.rules.empty()) values["rules"] = clean_list(fact.rules);
  values["evidence"] = evidence_list(fact.evidence);
  return values;
}

std::string cell_text(const OrderedJson& value) {
  if (value.is_string()) return value.get<std::string>();
  const std::string json = value.dump();
  std::string text;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] != '\\') {
      text += json[at];
    } else {
      text += numbered_escape(json[++at]);
    }
  }
  return text;
}

}  // namespace whofunds::exchange
