#include "whofunds/exchange/csv_tables.hpp"

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "whofunds/exchange/csv.hpp"
#include "whofunds/exchange/cypher.hpp"
#include "whofunds/exchange/plain_text.hpp"

namespace whofunds::exchange {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string header_row(std::vector<std::string> first, std::span<const Column> columns, CsvHeaders headers) {
  for (const Column& column : columns) {
    first.emplace_back(column.name);
    const bool is_text = column.type == ColumnType::kText || column.type == ColumnType::kList;
    if (headers == CsvHeaders::kNeo4j && !is_text) first.back().append(":").append(type_name(column.type));
  }
  return csv_row(first);
}

std::string value_row(std::vector<std::string> first, std::span<const Column> columns,
                      const OrderedJson& values) {
  for (const Column& column : columns) {
    const auto value = values.find(column.name);
    first.push_back(value == values.end() ? std::string() : cell_text(*value));
  }
  return csv_row(first);
}

std::vector<std::string> first_cells(const model::Entity& entity, CsvHeaders headers) {
  const std::string id = clean_text(entity.id);
  if (headers == CsvHeaders::kGephi) return {id, clean_text(entity.name)};
  return {id, "Entity;" + cypher_label(entity.kind)};
}

std::vector<std::string> first_cells(const Arc& arc, CsvHeaders headers) {
  const std::string subject = clean_text(arc.subject->id);
  const std::string object = clean_text(arc.object->id);
  const std::string id = clean_text(arc.fact->id);
  if (headers == CsvHeaders::kGephi)
    return {subject, object, "Directed", id, std::string(to_string(arc.fact->relation))};
  return {subject, object, cypher_type(arc.fact->relation), id};
}

}  // namespace

void write_csv_entities(const GraphTable& table, CsvHeaders headers, std::ostream& out) {
  const bool gephi = headers == CsvHeaders::kGephi;
  out << header_row(
      gephi ? std::vector<std::string>{"Id", "Label"} : std::vector<std::string>{"id:ID", ":LABEL"},
      entity_columns(), headers);
  for (const model::Entity* entity : table.entities) {
    out << value_row(first_cells(*entity, headers), entity_columns(), values_of(*entity));
  }
}

void write_csv_facts(const GraphTable& table, CsvHeaders headers, std::ostream& out) {
  const bool gephi = headers == CsvHeaders::kGephi;
  out << header_row(gephi ? std::vector<std::string>{"Source", "Target", "Type", "Id", "Label"}
                          : std::vector<std::string>{":START_ID", ":END_ID", ":TYPE", "id"},
                    fact_columns(), headers);
  for (const Arc& arc : table.arcs) {
    out << value_row(first_cells(arc, headers), fact_columns(), values_of(*arc.fact));
  }
}

}  // namespace whofunds::exchange
