#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>

#include "commands/commands.hpp"
#include "graph_query.hpp"
#include "output_file.hpp"
#include "printing.hpp"
#include "whofunds/exchange/csv_tables.hpp"
#include "whofunds/exchange/cypher.hpp"
#include "whofunds/exchange/follow_the_money.hpp"
#include "whofunds/exchange/gexf.hpp"
#include "whofunds/exchange/graph_table.hpp"
#include "whofunds/exchange/graphml.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {
namespace {

using Write = std::function<void(std::ostream&)>;

/// "map.nodes.csv" of "map.csv", and of "map".
std::string part_of(const std::string& file, const std::string& part) {
  const std::string ending = ".csv";
  return (file.ends_with(ending) ? file.substr(0, file.size() - ending.size()) : file) + "." + part + ending;
}

class ExportCommand : public Command {
 public:
  std::string_view name() const override { return "export"; }

  void setup(CLI::App& app) override {
    app.add_option("GRAPH", graph_)->required();
    app.add_option("--to", format_)
        ->required()
        ->check(CLI::IsMember({"graphml", "gexf", "csv", "cypher", "ftm", "jsonl"}));
    app.add_option("-o,--output", output_);
    app.add_option("--headers", headers_)->check(CLI::IsMember({"gephi", "neo4j"}));
  }

  ExitCode run() override {
    if (!headers_.empty() && format_ != "csv")
      throw UsageError("--headers", "only CSV has headers", "leave it out, or export --to csv");
    if (format_ == "csv" && output_.empty())
      throw UsageError("", "CSV is two files, and standard output is one", "name them with -o NAME.csv");
    std::error_code ignored;
    if (std::filesystem::equivalent(output_, graph_, ignored))
      throw UsageError(output_, "this is the graph itself", "name another file to write");
    if (format_ == "jsonl") return write_facts();
    const graph::FundingGraph graph = open_graph(graph_);
    const exchange::GraphTable table = exchange::table_of(graph);
    if (format_ == "csv") return write_csv(table);
    write([&](std::ostream& out) { write_graph(table, out); });
    return ExitCode::kDone;
  }

 private:
  void write_graph(const exchange::GraphTable& table, std::ostream& out) const {
    if (format_ == "graphml") exchange::write_graphml(table, out);
    if (format_ == "gexf") exchange::write_gexf(table, out);
    if (format_ == "cypher") exchange::write_cypher(table, out);
    if (format_ == "ftm")
      exchange::write_follow_the_money(table, store::Store::open(graph_).documents(), out);
  }

  ExitCode write_csv(const exchange::GraphTable& table) const {
    const auto headers = headers_ == "neo4j" ? exchange::CsvHeaders::kNeo4j : exchange::CsvHeaders::kGephi;
    write_file(part_of(output_, "nodes"),
               [&](std::ostream& out) { exchange::write_csv_entities(table, headers, out); });
    write_file(part_of(output_, "edges"),
               [&](std::ostream& out) { exchange::write_csv_facts(table, headers, out); });
    return ExitCode::kDone;
  }

  /// All that the graph was made from, one document after the other.
  ExitCode write_facts() const {
    const store::Store store = store::Store::open(graph_);
    write([&](std::ostream& out) { exchange::write_json_lines(store, out); });
    return ExitCode::kDone;
  }

  void write(const Write& write) const {
    if (!output_.empty()) return write_file(output_, write);
    write(std::cout);
    flush_output();
  }

  std::string graph_;
  std::string format_;
  std::string output_;
  std::string headers_;
};

}  // namespace

std::unique_ptr<Command> make_export() {
  return std::make_unique<ExportCommand>();
}

}  // namespace whofunds::tools
