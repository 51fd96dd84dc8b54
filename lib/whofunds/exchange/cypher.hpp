#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "whofunds/exchange/graph_table.hpp"

namespace whofunds::exchange {

/// Writes the graph as one script of Cypher, a statement a line, as Neo4j 4.4 and later run it (`cypher-shell
/// < graph.cypher`). An entity is a node `:Entity` with a second label for its kind (`:PublicBody`), a fact a
/// relationship with the relation as its type (`:INVESTS_IN`) and the columns as properties; a list is a list
/// of texts, a piece of evidence being JSON. Running it twice changes nothing: nodes and relationships are
/// merged by their ids, which are the same in every graph.
void write_cypher(const GraphTable& table, std::ostream& out);

/// The label of a kind, "PublicBody", and the type of a relation, "INVESTS_IN", as Neo4j's users write them.
std::string cypher_label(model::EntityKind kind);
std::string cypher_type(model::Relation relation);

}  // namespace whofunds::exchange
