#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::exchange {

/// A fact of a graph with the entities that it is of. `raised`, which names nobody, has its company at both
/// ends.
struct Arc {
  const model::Entity* subject = nullptr;
  const model::Entity* object = nullptr;
  const graph::EdgeFact* fact = nullptr;
};

/// A graph as what every format writes down: its entities and its facts, in the order of the graph. Points
/// into the graph, and is good for as long as the graph is not changed. The only place of this room that
/// knows how a graph is held.
struct GraphTable {
  std::vector<const model::Entity*> entities;
  std::vector<Arc> arcs;
};

GraphTable table_of(const graph::FundingGraph& graph);

/// What the values of a column are.
enum class ColumnType {
  kText,
  kWhole,  ///< a whole number of 64 bits
  kReal,
  kFlag,  ///< true or false
  kList,  ///< a list of texts, or of objects
};

/// The name that GraphML, GEXF and Neo4j have for a type; lists are texts.
std::string_view type_name(ColumnType type);

/// A named attribute of an entity or of a fact: the same name in every format that has attributes.
struct Column {
  std::string_view name;
  ColumnType type = ColumnType::kText;
};

/// The attributes of an entity, and of a fact, in the order in which they are written. An entity's id and the
/// ids of a fact and of its ends are not among them: each format has its own place for these.
std::span<const Column> entity_columns();
std::span<const Column> fact_columns();

/// The values of these columns, by their name; what is unknown is absent. All text is `clean_text`.
nlohmann::ordered_json values_of(const model::Entity& entity);
nlohmann::ordered_json values_of(const graph::EdgeFact& fact);

/// A value as the text of a cell or of an XML element: a text as it is, a list as JSON, a number as the
/// shortest text that reads back as it. In JSON no backslash stands before a quote or another: readers of CSV
/// that take a backslash for an escape (Gephi's) read it as those do that follow RFC 4180.
std::string cell_text(const nlohmann::ordered_json& value);

}  // namespace whofunds::exchange
