#pragma once

#include "whofunds/render/graphviz.hpp"

namespace whofunds::render {

/// Lays out a graph in layers part by part, a part being what arrows connect, and packs the parts to the
/// shape of a page: `dot` alone puts them one under another, and what it packs itself loses its labels (seen
/// in 2.43). The places are left in the attributes of the graph, for the layout `nop2`, which takes them as
/// they are.
///
/// False, and the graph as it was, where there is nothing to pack: it hangs together, or it has frames, which
/// may stand around several parts. Under `graphviz_mutex`.
bool lay_out_parts(GVC_t* context, Agraph_t* graph);

}  // namespace whofunds::render
