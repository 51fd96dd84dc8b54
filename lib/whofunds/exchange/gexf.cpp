#include "whofunds/exchange/gexf.hpp"

#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/xml.hpp"

namespace whofunds::exchange {
namespace {

void write_attributes(std::string_view of, std::span<const Column> columns, std::ostream& out) {
  out << fmt::format(R"(    <attributes class="{}">)", of) << '\n';
  for (const Column& column : columns) {
    out << fmt::format(R"(      <attribute id="{0}.{1}" title="{1}" type="{2}"/>)", of, column.name,
                       type_name(column.type))
        << '\n';
  }
  out << "    </attributes>\n";
}

void write_attvalues(std::string_view of, const nlohmann::ordered_json& values, std::ostream& out) {
  out << "        <attvalues>\n";
  for (const auto& [name, value] : values.items()) {
    out << fmt::format(R"(          <attvalue for="{}.{}" value="{}"/>)", of, name,
                       xml_text(cell_text(value)))
        << '\n';
  }
  out << "        </attvalues>\n";
}

}  // namespace

void write_gexf(const GraphTable& table, std::ostream& out) {
  out << R"(<?xml version="1.0" encoding="UTF-8"?>)" << '\n'
      << R"(<gexf xmlns="http://gexf.net/1.3" version="1.3">)" << '\n'
      << "  <meta><creator>whofunds</creator></meta>\n"
      << R"(  <graph mode="static" defaultedgetype="directed">)" << '\n';
  write_attributes("node", entity_columns(), out);
  write_attributes("edge", fact_columns(), out);
  out << "    <nodes>\n";
  for (const model::Entity* entity : table.entities) {
    out << fmt::format(R"(      <node id="{}" label="{}">)", xml_text(entity->id), xml_text(entity->name))
        << '\n';
    write_attvalues("node", values_of(*entity), out);
    out << "      </node>\n";
  }
  out << "    </nodes>\n    <edges>\n";
  for (const Arc& arc : table.arcs) {
    out << fmt::format(R"(      <edge id="{0}" source="{1}" target="{2}" label="{3}" kind="{3}">)",
                       xml_text(arc.fact->id), xml_text(arc.subject->id), xml_text(arc.object->id),
                       model::to_string(arc.fact->relation))
        << '\n';
    write_attvalues("edge", values_of(*arc.fact), out);
    out << "      </edge>\n";
  }
  out << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace whofunds::exchange
