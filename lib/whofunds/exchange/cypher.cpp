#include "whofunds/exchange/cypher.hpp"

#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/plain_text.hpp"
#include "whofunds/text/steering.hpp"

namespace whofunds::exchange {
namespace {

using OrderedJson = nlohmann::ordered_json;

// A string literal on one line. What steers a terminal, or ends a line for some reader, is written by its
// number.
std::string string_literal(std::string_view text) {
  std::string literal = "'";
  for_each_code_point(text, [&literal](std::int32_t c, std::string_view bytes) {
    if (c == '\'' || c == '\\') {
      literal.append("\\").append(bytes);
    } else if (text::steers(c)) {
      literal += fmt::format("\\u{:04x}", c);
    } else {
      literal.append(bytes);
    }
  });
  return literal + "'";
}

std::string literal_of(const OrderedJson& value) {
  if (value.is_string()) return string_literal(value.get<std::string>());
  if (!value.is_array()) return value.dump();
  std::string list;
  for (const OrderedJson& item : value) list += (list.empty() ? "" : ", ") + string_literal(cell_text(item));
  return "[" + list + "]";
}

// {id: 'e1', name: 'Elm'}
std::string map_of(const std::string& id, const OrderedJson& values) {
  std::string map = "{id: " + string_literal(clean_text(id));
  for (const auto& [name, value] : values.items()) map += fmt::format(", {}: {}", name, literal_of(value));
  return map + "}";
}

}  // namespace

void write_cypher(const GraphTable& table, std::ostream& out) {
  out << "CREATE CONSTRAINT whofunds_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
  for (const model::Entity* entity : table.entities) {
    out << fmt::format("MERGE (n:Entity {{id: {}}}) SET n:{}, n += {};\n",
                       string_literal(clean_text(entity->id)), cypher_label(entity->kind),
                       map_of(entity->id, values_of(*entity)));
  }
  for (const Arc& arc : table.arcs) {
    out << fmt::format(
        "MATCH (a:Entity {{id: {}}}) MATCH (b:Entity {{id: {}}}) MERGE (a)-[r:{} {{id: {}}}]->(b) SET r += "
        "{};\n",
        string_literal(clean_text(arc.subject->id)), string_literal(clean_text(arc.object->id)),
        cypher_type(arc.fact->relation), string_literal(clean_text(arc.fact->id)),
        map_of(arc.fact->id, values_of(*arc.fact)));
  }
}

std::string cypher_label(model::EntityKind kind) {
  std::string label;
  bool begins_word = true;
  for (const char c : to_string(kind)) {
    if (c != '_') label += begins_word ? static_cast<char>(c - 'a' + 'A') : c;
    begins_word = c == '_';
  }
  return label;
}

std::string cypher_type(model::Relation relation) {
  std::string type(to_string(relation));
  for (char& c : type) {
    if (c != '_') c = static_cast<char>(c - 'a' + 'A');
  }
  return type;
}

}  // namespace whofunds::exchange
