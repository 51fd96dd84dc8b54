#pragma once

#include <vector>

#include "whofunds/graph/frozen_graph.hpp"

namespace whofunds::query {

/// All that is known of an entity. The words of each fact are in the store.
struct Portrait {
  graph::VertexNumber entity = 0;
  std::vector<graph::JoinedName> names;     ///< as documents name it, each with why it was joined
  std::vector<graph::EdgeNumber> outgoing;  ///< facts of which it is the subject, in edge order
  std::vector<graph::EdgeNumber> incoming;  ///< facts of which it is the object
  std::vector<graph::EdgeNumber> raised;    ///< money it took in from sources not named
};

Portrait show(const graph::FrozenGraph& graph, graph::VertexNumber entity, const entities::LegalForms& forms,
              const entities::Decisions& decisions = {});

}  // namespace whofunds::query
