#include "whofunds/render/key.hpp"

#include <algorithm>
#include <set>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "whofunds/render/label.hpp"
#include "whofunds/render/markup.hpp"

namespace whofunds::render {
namespace {

using graph::Edge;
using graph::Graph;
using graph::Vertex;
using model::Relation;
using model::Status;
using Form = PlannedItem::Form;

std::string cell(std::string_view markup) {
  return fmt::format(R"(<TD ALIGN="LEFT">{}</TD>)", markup);
}

// A table is stretched to the width of the others, each of its columns by as much: these take nearly all of
// it.
constexpr std::string_view kRest = R"(<TD COLSPAN="40"></TD>)";

std::string word(std::string_view text, std::string_view colour) {
  // A plain space at an end of a text is not shown in SVG.
  return font(colour, 9, fmt::format("\u00A0{}\u00A0", escape_label(text)));
}

// Cells side by side, so many to a row.
std::string rows_of(const std::vector<std::string>& cells) {
  constexpr std::size_t kRow = 7;
  std::string rows;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at % kRow == 0) rows += at == 0 ? "<TR>" : "</TR><TR>";
    rows += cells[at];
    if (at + 1 == std::min(cells.size(), kRow)) rows += kRest;
  }
  return rows.empty() ? rows : table(rows + "</TR>", 4);
}

std::vector<std::string> kind_cells(const Graph& graph, const Style& style) {
  std::set<model::EntityKind> present;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph)))
    present.insert(graph[vertex].kind);
  std::vector<std::string> cells;
  for (const model::EntityKind kind : present) {
    const KindStyle& look = style.of(kind);
    cells.push_back(fmt::format(R"(<TD BORDER="1" COLOR="{}" BGCOLOR="{}">{}</TD>)", look.border, look.fill,
                                word(look.label, style.theme.ink)));
  }
  return cells;
}

std::vector<std::string> relation_cells(const std::vector<PlannedItem>& plan, const Style& style) {
  std::set<Relation> present;
  for (const PlannedItem& item : plan) {
    if (item.form != Form::kNote) present.insert(item.relation);
  }
  std::vector<std::string> cells;
  for (const Relation relation : present) {
    const RelationStyle& look = style.of(relation);
    cells.push_back(
        cell(font(look.colour, 9, fmt::format("──{}", look.sign)) + word(look.label, style.theme.ink)));
  }
  return cells;
}

// What lines and frames say.
struct LineUses {
  std::set<Status> statuses;
  bool sums = false;
  bool deals = false;
};

LineUses line_uses(const Graph& graph, const std::vector<PlannedItem>& plan) {
  LineUses uses;
  for (const PlannedItem& item : plan) {
    uses.sums = uses.sums || (item.shared.amount && item.form != Form::kNote);
    uses.deals = uses.deals || item.form == Form::kDeal;
    for (const Edge& edge : item.facts) uses.statuses.insert(graph[edge].status);
  }
  return uses;
}

std::vector<std::string> line_cells(const LineUses& uses, const Style& style) {
  const Theme& theme = style.theme;
  const auto sample = [&](std::string_view stroke, std::string_view colour, std::string_view text) {
    return cell(font(colour, 9, bold(stroke)) + word(text, theme.ink));
  };
  std::vector<std::string> cells;
  if (uses.statuses.contains(Status::kAnnounced))
    cells.push_back(sample("– – –", theme.ink, style.of(Status::kAnnounced)));
  if (uses.statuses.contains(Status::kRumoured))
    cells.push_back(sample("· · · ·", theme.ink, style.of(Status::kRumoured)));
  std::string not_so;
  for (const Status status : {Status::kDenied, Status::kEnded}) {
    if (uses.statuses.contains(status)) not_so.append(not_so.empty() ? "" : ", ").append(style.of(status));
  }
  if (!not_so.empty()) cells.push_back(sample("———", theme.not_so, not_so));
  if (uses.deals) {
    cells.push_back(fmt::format(R"(<TD BORDER="1" STYLE="ROUNDED" COLOR="{}">{}</TD>)", theme.pale,
                                word(style.word("one_deal"), theme.ink)));
  }
  if (uses.sums) cells.push_back(cell(word(style.word("wider"), theme.pale)));
  return cells;
}

}  // namespace

std::string key_of(const Graph& graph, const std::vector<PlannedItem>& plan, const Style& style) {
  std::string rows;
  for (const std::string& part : {rows_of(kind_cells(graph, style)), rows_of(relation_cells(plan, style)),
                                  rows_of(line_cells(line_uses(graph, plan), style))}) {
    if (!part.empty()) rows += "<TR>" + cell(part) + "</TR>";
  }
  return table(rows, 0);
}

}  // namespace whofunds::render
