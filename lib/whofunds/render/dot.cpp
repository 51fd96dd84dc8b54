#include "whofunds/render/dot.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "whofunds/render/canvas.hpp"
#include "whofunds/render/groups.hpp"
#include "whofunds/render/key.hpp"
#include "whofunds/render/label.hpp"
#include "whofunds/render/line_look.hpp"
#include "whofunds/render/markup.hpp"
#include "whofunds/render/phrases.hpp"
#include "whofunds/render/plan.hpp"
#include "whofunds/render/web_address.hpp"

namespace whofunds::render {
namespace {

using graph::Edge;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;
using model::Status;
using Form = PlannedItem::Form;

constexpr std::array<std::string_view, 6> kLayouts{"dot", "neato", "fdp", "sfdp", "twopi", "circo"};

// Noto and DejaVu have Cyrillic and, with what fontconfig adds, all other scripts; Arial, where a browser has
// neither, is no wider, so that names stay in their boxes.
constexpr const char* kFonts = "Noto Sans,Arial,DejaVu Sans,sans-serif";
// A node with many lines is as high as they need to come to places of their own.
constexpr double kLeastHeight = 0.4;
constexpr double kHeightPerLine = 0.13;
constexpr double kMostHeight = 2;
constexpr std::size_t kTooltipLength = 700;
constexpr std::size_t kTitleColumns = 48;
constexpr std::size_t kSourceColumns = 100;

std::string with_status(std::string_view text, Status status, const Style& style) {
  if (status == Status::kCompleted) return std::string(text);
  return fmt::format("{} ({})", text, style.of(status));
}

void set_tooltip(Attributes& attributes, std::string_view text) {
  const std::string tooltip = escape_string(shortened(text, kTooltipLength));
  for (const char* const name : {"tooltip", "labeltooltip"}) attributes.emplace_back(name, tooltip);
}

// ---- the picture

class Picture {
 public:
  Picture(const Graph& graph, const Style& style, const Options& options)
      : graph_(graph),
        style_(style),
        options_(options),
        plan_(plan_picture(graph)),
        lines_(boost::num_vertices(graph)) {}

  Canvas painted() {
    frame();
    count_lines();
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_))) entity(vertex);
    std::size_t number = 0;
    for (const PlannedItem& item : plan_) {
      const std::string name = fmt::format("i{}", ++number);
      if (item.form == Form::kArrow) arrow(name, item);
      if (item.form == Form::kDeal) deal(name, item);
      if (item.form == Form::kNote) note(name, item);
    }
    if (options_.layout == Layout::kDot) {
      for (const Group& group : groups_of(graph_, style_, options_.grouping)) group_frame(group);
    }
    return std::move(canvas_);
  }

 private:
  static std::string node_of(Vertex vertex) { return fmt::format("e{}", vertex + 1); }
  std::string name_of(Vertex vertex) const { return one_line(graph_[vertex].name); }

  void frame() {
    const std::string layout(kLayouts.at(static_cast<std::size_t>(options_.layout)));
    // Of the layouts that are not layered the router of Graphviz aborts on some graphs ("findMap", seen
    // in 2.43).
    const std::string splines = options_.layout == Layout::kDot ? "true" : "line";
    const bool across = options_.direction == Direction::kLeftToRight;
    canvas_.defaults(AGRAPH, {{"layout", layout},
                              {"charset", "UTF-8"},
                              {"linelength", "0"},
                              {"rankdir", across ? "LR" : "TB"},
                              {"bgcolor", theme_.paper},
                              {"pad", "0.3"},
                              {"nodesep", "0.3"},
                              {"ranksep", across ? "0.6" : "0.5"},
                              {"overlap", "false"},
                              {"splines", splines},
                              {"sep", "+14"},
                              {"K", "1.3"},
                              {"outputorder", "edgesfirst"},
                              {"fontname", kFonts},
                              {"labelloc", "t"},
                              {"labeljust", "l"}});
    canvas_.defaults(AGNODE, {{"fontname", kFonts},
                              {"fontsize", "12"},
                              {"fontcolor", theme_.ink},
                              {"style", "filled"},
                              {"penwidth", "1.2"},
                              {"margin", "0.14,0.07"},
                              {"height", fmt::format("{}", kLeastHeight)}});
    canvas_.defaults(AGEDGE,
                     {{"fontname", kFonts}, {"fontsize", "9.5"}, {"arrowsize", "0.8"}, {"len", "1.7"}});
    if (const std::string header = this->header(); !header.empty()) canvas_.graph_label(header);
  }

  void entity(Vertex vertex) {
    const model::Entity& entity = graph_[vertex];
    const KindStyle& kind = style_.of(entity.kind);
    const std::string name = name_of(vertex);
    const std::string shown = lines(wrapped(name.empty() ? "?" : shortened(name, kNameLength), kNameColumns));
    Attributes attributes{{"id", node_of(vertex)},
                          {"shape", kind.shape},
                          {"margin", kind.margin},
                          {"fillcolor", kind.fill},
                          {"color", kind.border}};
    if (const double height = height_of(vertex); height > kLeastHeight)
      attributes.emplace_back("height", fmt::format("{:.2f}", height));
    const auto& focus = options_.focus;
    if (std::find(focus.begin(), focus.end(), entity.id) != focus.end())
      attributes.emplace_back("penwidth", "3.5");
    std::string tooltip = fmt::format("{}, {}", kind.label, name);
    std::string separator = " = ";
    for (const std::string& alias : entity.aliases) {
      if (alias == entity.name) continue;
      tooltip.append(std::exchange(separator, ", ")).append(one_line(alias));
    }
    if (!entity.countries.empty())
      tooltip.append(" (").append(countries_phrase(entity.countries, style_)).append(")");
    set_tooltip(attributes, tooltip);
    // The lid of a cylinder lies where its text would begin.
    const std::string lid = kind.shape == "cylinder" ? font(theme_.pale, 5, "\u00A0") + "<BR/>" : "";
    canvas_.node(node_of(vertex),
                 lid + bold(shown) + "<BR/>" + font(theme_.pale, 8, escape_label(kind.label)), attributes);
  }

  void count_lines() {
    for (const PlannedItem& item : plan_) {
      for (const Vertex vertex : item.from) ++lines_[vertex].first;
      for (const Vertex vertex : item.to) ++lines_[vertex].second;
    }
  }

  double height_of(Vertex vertex) const {
    const auto lines = static_cast<double>(std::max(lines_[vertex].first, lines_[vertex].second));
    return std::clamp(kHeightPerLine * lines, kLeastHeight, kMostHeight);
  }

  // What an item says with its details; the sum only where no other item of its deal has told it.
  std::vector<std::string> details_of(const PlannedItem& item) const {
    EdgeFact told = item.shared;
    if (item.repeats_deal) told.amount.reset();
    std::vector<std::string> phrases = details(told, style_);
    if (item.repeats_deal) phrases.emplace_back(style_.word("same_deal"));
    return phrases;
  }

  // Who does what to whom, and the words of `said` that say so.
  std::string tooltip_of(const Edge& edge, const EdgeFact& said) const {
    return fmt::format("{} {} {}: {}", name_of(boost::source(edge, graph_)),
                       style_.of(graph_[edge].relation).label, name_of(boost::target(edge, graph_)),
                       evidence_phrase(said));
  }

  void arrow(const std::string& name, const PlannedItem& item) {
    const Status status = item.shared.status;
    const auto& amount = item.repeats_deal ? std::nullopt : item.shared.amount;
    Attributes attributes = line(item.relation, status, line_width(amount, style_), style_);
    attributes.emplace_back("id", name);
    set_head(attributes, item.relation, style_);
    set_tooltip(attributes, tooltip_of(item.facts.front(), item.shared));
    set_link(attributes, item.shared);
    const std::string heading = with_status(style_.of(item.relation).label, status, style_);
    canvas_.edge(
        node_of(item.from.front()), node_of(item.to.front()),
        line_label(captioned(heading, colour_of(item.relation, status, style_), details_of(item), theme_),
                   options_.layout, theme_),
        attributes);
  }

  void deal(const std::string& name, const PlannedItem& item) {
    const Status status = item.shared.status;
    const std::string colour = colour_of(item.relation, status, style_);
    Attributes attributes{{"id", name},
                          {"shape", "box"},
                          {"style", "rounded,filled"},
                          {"fillcolor", theme_.paper},
                          {"color", colour}};
    set_tooltip(attributes,
                fmt::format("{}: {}", style_.of(item.relation).deal, evidence_phrase(item.shared)));
    set_link(attributes, item.shared);
    const std::string heading = with_status(style_.of(item.relation).deal, status, style_);
    canvas_.node(name, captioned(heading, colour, details_of(item), theme_), attributes);
    const bool differs_by_object = item.to.size() > 1 && item.from.size() == 1;
    std::size_t number = 0;
    for (const Vertex vertex : item.from) leg(item, name, ++number, vertex, true, !differs_by_object);
    for (const Vertex vertex : item.to) leg(item, name, ++number, vertex, false, differs_by_object);
  }

  // The line between one party and the node of its deal. `tells` says what is this party's own.
  void leg(const PlannedItem& item, const std::string& deal, std::size_t number, Vertex party, bool inward,
           bool tells) {
    const Edge edge = *std::find_if(item.facts.begin(), item.facts.end(), [&](const Edge& fact) {
      return party == (inward ? boost::source(fact, graph_) : boost::target(fact, graph_)) ||
             (item.to.empty() && party == boost::target(fact, graph_));
    });
    const EdgeFact said = tells ? own_part(graph_, item, party) : graph_[edge];
    const Status status = tells ? said.status : item.shared.status;
    const bool carries_sum = !inward && !item.repeats_deal;
    Attributes attributes = line(item.relation, status,
                                 line_width(carries_sum ? item.shared.amount : std::nullopt, style_), style_);
    attributes.emplace_back("id", fmt::format("{}_{}", deal, number));
    set_head(attributes, item.relation, style_);
    if (inward) attributes.emplace_back("arrowhead", "none");
    set_tooltip(attributes, tooltip_of(edge, said));
    set_link(attributes, said);
    std::vector<std::string> own;
    if (tells) own = details(said, style_);
    if (tells && status != item.shared.status) own.insert(own.begin(), style_.of(status));
    const std::string_view ink = is_so(status) ? theme_.ink : theme_.not_so;
    const std::string label =
        own.empty() ? "" : line_label(font(ink, 9, lines(packed(own))), options_.layout, theme_);
    canvas_.edge(inward ? node_of(party) : deal, inward ? deal : node_of(party), label, attributes);
  }

  void note(const std::string& name, const PlannedItem& item) {
    const Status status = item.shared.status;
    const bool is_ahead = status == Status::kAnnounced || status == Status::kRumoured;
    std::vector<std::string> phrases = details_of(item);
    std::string heading(is_ahead ? style_.word("seeks") : std::string_view(style_.of(item.relation).label));
    if (!phrases.empty()) heading.append(" ").append(phrases.front());
    if (!phrases.empty()) phrases.erase(phrases.begin());
    Attributes attributes{{"id", name},
                          {"shape", "note"},
                          {"fillcolor", theme_.paper},
                          {"color", theme_.not_so},
                          {"penwidth", "0.8"}};
    set_tooltip(attributes,
                fmt::format("{} {}: {}", name_of(item.to.front()), heading, evidence_phrase(item.shared)));
    set_link(attributes, item.shared);
    canvas_.node(name,
                 captioned(with_status(heading, status, style_), colour_of(item.relation, status, style_),
                           phrases, theme_),
                 attributes);
    canvas_.edge(name, node_of(item.to.front()), "",
                 {{"id", name + "_1"},
                  {"color", theme_.not_so},
                  {"penwidth", "0.8"},
                  {"dir", "none"},
                  {"weight", "5"},
                  {"len", "0.8"}});
  }

  void group_frame(const Group& group) {
    std::vector<std::string> nodes;
    for (const Vertex vertex : group.members) nodes.push_back(node_of(vertex));
    canvas_.frame(group.name,
                  font(theme_.pale, 10, escape_label(shortened(one_line(group.label), kNameLength))), nodes,
                  {{"style", "rounded"}, {"color", theme_.not_so}, {"penwidth", "0.8"}, {"margin", "14"}});
  }

  // What it opens: the first document that says it and can be read on the web.
  void set_link(Attributes& attributes, const EdgeFact& said) const {
    for (const model::Evidence& evidence : said.evidence) {
      const auto source = options_.sources.find(evidence.document);
      if (source == options_.sources.end() || !is_web_address(source->second.url)) continue;
      for (const char* const name : {"URL", "labelURL"})
        attributes.emplace_back(name, escape_markup(quoted_address(one_line(source->second.url))));
      attributes.emplace_back("target", "_blank");
      return;
    }
  }

  std::string header() const {
    const auto row = [](std::string_view markup) {
      return fmt::format(R"(<TR><TD ALIGN="LEFT" BALIGN="LEFT">{}</TD></TR>)", markup);
    };
    const auto small = [&](const std::string& text) {
      return row(font(theme_.pale, 9.5, lines(wrapped(shortened(text, 1000), kSourceColumns))));
    };
    std::string rows;
    if (const std::string title = one_line(options_.title); !title.empty())
      rows += row(font(theme_.ink, 20, bold(lines(wrapped(shortened(title, 300), kTitleColumns)))));
    if (const std::string source = one_line(options_.source); !source.empty()) rows += small(source);
    if (const std::string note = one_line(options_.note); !note.empty()) rows += small(note);
    if (options_.key && boost::num_vertices(graph_) > 0) rows += row(key_of(graph_, plan_, style_));
    return rows.empty() ? rows : table(rows + R"(<TR><TD HEIGHT="12"></TD></TR>)", 0);
  }

  const Graph& graph_;
  const Style& style_;
  const Theme& theme_ = style_.theme;
  const Options& options_;
  std::vector<PlannedItem> plan_;
  std::vector<std::pair<std::size_t, std::size_t>> lines_;  // by vertex, how many go out of it and into it
  Canvas canvas_;
};

}  // namespace

std::optional<Layout> parse_layout(std::string_view name) {
  const auto* const found = std::find(kLayouts.begin(), kLayouts.end(), name);
  if (found == kLayouts.end()) return std::nullopt;
  return static_cast<Layout>(found - kLayouts.begin());
}

std::optional<Grouping> parse_grouping(std::string_view name) {
  if (name == "kind") return Grouping::kKind;
  if (name == "component") return Grouping::kComponent;
  if (name == "place") return Grouping::kPlace;
  if (name == "country") return Grouping::kCountry;
  return std::nullopt;
}

Canvas paint(const Graph& graph, const Style& style, const Options& options) {
  return Picture(graph, style, options).painted();
}

std::string to_dot(const Graph& graph, const Style& style, const Options& options) {
  const Canvas canvas = paint(graph, style, options);
  const std::scoped_lock lock(graphviz_mutex());
  return canvas.text();
}

}  // namespace whofunds::render
