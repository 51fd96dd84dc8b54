#pragma once

#include <vector>

#include "whofunds/graph/funding_graph.hpp"

namespace whofunds::render {

/// One thing that a picture draws between or beside entities.
struct PlannedItem {
  enum class Form {
    kArrow,  ///< one fact: from → to
    kDeal,   ///< a small node for several facts of one relation: every `from` → the deal → every `to`
    kNote,   ///< beside `to`: what it raised, with nobody named
  };

  Form form = Form::kArrow;
  model::Relation relation = model::Relation::kInvestsIn;
  std::vector<graph::Vertex> from;  ///< of a symmetric deal all of its parties
  std::vector<graph::Vertex> to;    ///< empty for a symmetric deal
  std::vector<graph::Edge> facts;   ///< what it says; of an arrow or a note the first is the one drawn
  graph::EdgeFact
      shared;  ///< what the facts agree on; what they do not agree on is absent, evidence is all of it. Of
               ///< several sums the one that is the whole deal's, as far as that can be told
  bool repeats_deal =
      false;  ///< another item of the same deal stands before it and tells that sum, or that round
};

/// Everybody that a deal or a note touches: `from`, then `to`.
std::vector<graph::Vertex> parties_of(const PlannedItem& item);

/// What the facts of an item say of one of its parties and not of all: its own sum, its stake, that it led.
graph::EdgeFact own_part(const graph::Graph& graph, const PlannedItem& item, graph::Vertex party);

/// Decides what a picture of the graph draws, so that every fact is in exactly one item and the sum of a deal
/// is told once.
///
/// The facts of a deal that share a relation are one item where every subject goes with every object; else
/// they are one item an object. `raised` joins the item of its own deal that goes to the same company, for it
/// says the same.
std::vector<PlannedItem> plan_picture(const graph::Graph& graph);

}  // namespace whofunds::render
