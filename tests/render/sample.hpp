#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// Builds small graphs for tests: entities are made the first time that a fact names them.
class SampleGraph {
 public:
  /// Says of what kind an entity is; without it, a company.
  graph::Vertex entity(const std::string& name, model::EntityKind kind = model::EntityKind::kCompany);
  /// Says of which countries it is.
  SampleGraph& of(const std::string& name, std::vector<std::string> countries);
  /// Adds a fact, with a sentence of evidence.
  SampleGraph& fact(const std::string& from, graph::EdgeFact fact, const std::string& to);
  const graph::Graph& graph() const { return graph_; }

 private:
  graph::Graph graph_;
  std::map<std::string, graph::Vertex> vertices_;
};

model::Money dollars(std::int64_t value);
model::PartialDate date(const char* text);

/// The look of pictures, from the folder that the tests are given.
const Style& english();
const Style& russian();

/// One graph with everything that a picture shows: all kinds, every status, a round of several investors, a
/// note, a cycle.
graph::Graph everything();

/// Names and quotations made to break what shows them.
const std::vector<std::string>& nasty_names();

}  // namespace whofunds::render
