#pragma once

#include <ostream>

#include "whofunds/exchange/graph_table.hpp"

namespace whofunds::exchange {

/// Whose names the columns of CSV have, so that the files open without asking.
enum class CsvHeaders {
  kGephi,  ///< Id, Label … and Source, Target, Type, Id, Label …: the import of a spreadsheet in Gephi
  kNeo4j,  ///< id:ID, :LABEL … and :START_ID, :END_ID, :TYPE …: `neo4j-admin database import`
};

/// Writes the graph as two files of CSV, one of entities and one of facts, a row each, with the columns of
/// graph_table.hpp after those that the headers ask for. Cells are `csv_cell`; lists are JSON. What a cell
/// holds may have line ends in it (neo4j-admin: --multiline-fields=true).
void write_csv_entities(const GraphTable& table, CsvHeaders headers, std::ostream& out);
void write_csv_facts(const GraphTable& table, CsvHeaders headers, std::ostream& out);

}  // namespace whofunds::exchange
