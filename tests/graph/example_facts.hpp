#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/model/fact.hpp"

// Facts for tests of the graph, of what stores it and of what asks it.
namespace whofunds::examples {

/// An entity whose id within its document is its name.
model::Entity entity(std::string_view name, model::EntityKind kind = model::EntityKind::kCompany);

/// A fact of companies with its evidence.
model::Fact fact(std::string_view document, std::string_view subject, model::Relation relation,
                 std::string_view object);

/// The same with a sum in dollars.
model::Fact paid(std::string_view document, std::string_view subject, std::string_view object,
                 std::int64_t dollars);

/// `count` facts of some documents, entities that are written in several ways, and all attributes, the same
/// for the same seed. Many agree, contradict or tell less than others.
std::vector<model::Fact> random_facts(unsigned seed, std::size_t count);

/// All that the graph says, a line a vertex and an edge: graphs are the same if this is.
std::string describe(const graph::FundingGraph& graph);

/// The one entity of that name.
graph::Vertex vertex(const graph::FundingGraph& graph, std::string_view name);

/// "A > B > C" of vertices.
std::string names(const graph::FundingGraph& graph, const std::vector<graph::Vertex>& vertices);
std::string names(const graph::FrozenGraph& graph, const std::vector<graph::VertexNumber>& vertices);

/// The frozen graph of facts, without legal forms.
graph::FrozenGraph frozen(const std::vector<model::Fact>& facts);
graph::VertexNumber vertex(const graph::FrozenGraph& graph, std::string_view name);

}  // namespace whofunds::examples
