#pragma once

#include <filesystem>
#include <vector>

#include "whofunds/entities/joining.hpp"
#include "whofunds/graph/frozen_graph.hpp"

namespace whofunds::store {

/// The entities of documents that were joined to one of the graph: with the names and aliases that each
/// document gives it. `frozen` is the frozen form of the graph in the file; where that has changed meanwhile,
/// throws MachineError.
std::vector<entities::LocalEntity> told_entities(const std::filesystem::path& file,
                                                 const graph::FrozenGraph& frozen,
                                                 graph::VertexNumber vertex);

}  // namespace whofunds::store
