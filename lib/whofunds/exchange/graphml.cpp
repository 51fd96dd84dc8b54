#include "whofunds/exchange/graphml.hpp"

#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/xml.hpp"

namespace whofunds::exchange {
namespace {

// A column of nodes and one of edges may have the same name, so the id of a key tells whose it is.
void write_keys(std::string_view of, std::span<const Column> columns, std::ostream& out) {
  for (const Column& column : columns) {
    out << fmt::format(R"(  <key id="{0}.{1}" for="{0}" attr.name="{1}" attr.type="{2}"/>)", of, column.name,
                       type_name(column.type))
        << '\n';
  }
}

void write_data(std::string_view of, const nlohmann::ordered_json& values, std::ostream& out) {
  for (const auto& [name, value] : values.items()) {
    out << fmt::format(R"(      <data key="{}.{}">{}</data>)", of, name, xml_text(cell_text(value))) << '\n';
  }
}

}  // namespace

void write_graphml(const GraphTable& table, std::ostream& out) {
  out << R"(<?xml version="1.0" encoding="UTF-8"?>)" << '\n'
      << R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns">)" << '\n';
  write_keys("node", entity_columns(), out);
  write_keys("edge", fact_columns(), out);
  out << R"(  <graph id="whofunds" edgedefault="directed">)" << '\n';
  for (const model::Entity* entity : table.entities) {
    out << fmt::format(R"(    <node id="{}">)", xml_text(entity->id)) << '\n';
    write_data("node", values_of(*entity), out);
    out << "    </node>\n";
  }
  for (const Arc& arc : table.arcs) {
    out << fmt::format(R"(    <edge id="{}" source="{}" target="{}">)", xml_text(arc.fact->id),
                       xml_text(arc.subject->id), xml_text(arc.object->id))
        << '\n';
    write_data("edge", values_of(*arc.fact), out);
    out << "    </edge>\n";
  }
  out << "  </graph>\n</graphml>\n";
}

}  // namespace whofunds::exchange
