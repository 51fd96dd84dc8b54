#include "whofunds/render/dot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/render/graphviz.hpp"
#include "whofunds/render/label.hpp"
#include "whofunds/render/phrases.hpp"
#include "whofunds/render/plan.hpp"

namespace whofunds::render {
namespace {

using graph::Edge;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;
using model::Relation;
using model::Status;
using Form = PlannedItem::Form;

constexpr std::array<std::string_view, 6> kLayouts{"dot", "neato", "fdp", "sfdp", "twopi", "circo"};

// Noto and DejaVu have Cyrillic and, with what fontconfig adds, all other scripts; Arial, where a browser has
// neither, is no wider, so that names stay in their boxes.
constexpr const char* kFonts = "Noto Sans,Arial,DejaVu Sans,sans-serif";
constexpr std::string_view kInk = "#1B1F23";
constexpr std::string_view kPaleInk = "#57606A";
constexpr std::string_view kNotSo = "#8C959F";  // what was denied, or is over

constexpr std::size_t kNameColumns = 20;
constexpr std::size_t kDetailColumns = 18;
constexpr std::size_t kNameLength = 100;
constexpr std::size_t kTooltipLength = 700;
constexpr std::size_t kTitleColumns = 48;
constexpr std::size_t kSourceColumns = 100;

using Attributes = std::vector<std::pair<std::string, std::string>>;

// ---- the graph of cgraph, in memory

int put_string(void* text, const char* part) {
  static_cast<std::string*>(text)->append(part);
  return 0;
}

int no_flush(void* /*text*/) {
  return 0;
}

Agiodisc_t to_memory{.afread = nullptr, .putstr = put_string, .flush = no_flush};
Agdisc_t in_memory{.mem = &AgMemDisc, .id = &AgIdDisc, .io = &to_memory};

// A thin layer over cgraph that takes our strings: nodes, edges and their attributes.
class Canvas {
 public:
  Canvas() : graph_(agopen(to_graphviz("whofunds"), Agdirected, &in_memory)) {
    if (!graph_)
      throw MachineError("Graphviz", "it could not make a graph", "see whether there is memory left");
  }

  void defaults(int kind, const Attributes& attributes) {
    for (const auto& [name, value] : attributes)
      agattr(graph_.get(), kind, to_graphviz(name), to_graphviz(value));
  }

  void graph_label(const std::string& markup) {
    char* const label = agstrdup_html(graph_.get(), to_graphviz(markup));
    agattr(graph_.get(), AGRAPH, to_graphviz("label"), label);
    agstrfree(graph_.get(), label);
  }

  void node(const std::string& name, const std::string& markup, const Attributes& attributes) {
    set(agnode(graph_.get(), to_graphviz(name), 1), markup, attributes);
  }

  void edge(const std::string& from, const std::string& to, const std::string& markup,
            const Attributes& attributes) {
    Agnode_t* const tail = agnode(graph_.get(), to_graphviz(from), 0);
    Agnode_t* const head = agnode(graph_.get(), to_graphviz(to), 0);
    const std::string key = fmt::format("{}", ++edges_);
    set(agedge(graph_.get(), tail, head, to_graphviz(key), 1), markup, attributes);
  }

  std::string text() const {
    std::string text;
    agwrite(graph_.get(), &text);
    return text;
  }

 private:
  void set(void* object, const std::string& markup, const Attributes& attributes) {
    if (!markup.empty()) {
      char* const label = agstrdup_html(graph_.get(), to_graphviz(markup));
      agsafeset(object, to_graphviz("label"), label, to_graphviz(""));
      agstrfree(graph_.get(), label);
    }
    for (const auto& [name, value] : attributes) {
      agsafeset(object, to_graphviz(name), to_graphviz(value), to_graphviz(""));
    }
  }

  GraphHandle graph_;
  int edges_ = 0;
};

// ---- labels, in the HTML-like language of Graphviz

std::string font(std::string_view colour, double size, std::string_view markup) {
  return fmt::format(R"(<FONT COLOR="{}" POINT-SIZE="{}">{}</FONT>)", colour, size, markup);
}

std::string bold(std::string_view markup) {
  return fmt::format("<B>{}</B>", markup);
}

// One below another, each escaped.
std::string lines(const std::vector<std::string>& texts) {
  std::string markup;
  for (const std::string& text : texts) {
    if (!markup.empty()) markup += "<BR/>";
    markup += escape_label(text);
  }
  return markup;
}

// Phrases side by side, as many to a line as fit.
std::vector<std::string> packed(const std::vector<std::string>& phrases) {
  std::vector<std::string> packed_lines;
  for (const std::string& phrase : phrases) {
    std::string joined = packed_lines.empty() ? phrase : packed_lines.back() + " · " + phrase;
    if (!packed_lines.empty() && wrapped(joined, kDetailColumns).size() == 1) {
      packed_lines.back() = std::move(joined);
      continue;
    }
    for (std::string& line : wrapped(shortened(phrase, kNameLength), kDetailColumns))
      packed_lines.push_back(std::move(line));
  }
  return packed_lines;
}

std::string with_status(std::string_view text, Status status, const Style& style) {
  if (status == Status::kCompleted) return std::string(text);
  return fmt::format("{} ({})", text, style.of(status));
}

bool is_so(Status status) {
  return status != Status::kDenied && status != Status::kEnded;
}

// A heading in the colour of what it says, and below it the details.
std::string captioned(std::string_view heading, std::string_view colour,
                      const std::vector<std::string>& phrases) {
  std::string markup = font(colour, 9, lines(wrapped(heading, kNameColumns)));
  if (phrases.empty()) return markup;
  return markup.append("<BR/>").append(font(kInk, 9.5, lines(packed(phrases))));
}

// The label of a line. `dot` finds it a place beside the line, with others perhaps passing behind it; the
// remaining layouts put it onto the line itself.
std::string line_label(std::string_view markup, Layout layout) {
  if (markup.empty()) return {};
  constexpr std::string_view kTable =
      R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="{}"><TR><TD{}>{}</TD></TR></TABLE>)";
  const std::string_view ground = layout == Layout::kDot ? "#FFFFFFC8" : "#FFFFFF";
  const std::string text = fmt::format(kTable, 0, fmt::format(R"( BGCOLOR="{}")", ground), markup);
  return fmt::format(kTable, layout == Layout::kDot ? 3 : 1, "", text);
}

// ---- looks

// From a thin line for a million dollars to a thick one for hundreds of billions, a step a power of ten.
double line_width(const std::optional<model::Money>& amount, const Style& style) {
  constexpr double kThinnest = 1.2;
  constexpr double kThickest = 6.0;
  constexpr double kStep = 0.8;
  if (!amount || amount->value <= 0) return kThinnest;
  const auto currency = style.currencies.find(amount->currency);
  const double worth = currency == style.currencies.end() ? 1.0 : currency->second.worth;
  const double millions = static_cast<double>(amount->value) * worth / 1e6;
  return std::clamp(kThinnest + kStep * std::log10(std::max(millions, 1.0)), kThinnest, kThickest);
}

std::string_view line_style(Status status) {
  if (status == Status::kAnnounced) return "dashed";
  return status == Status::kRumoured ? "dotted" : "solid";
}

std::string colour_of(Relation relation, Status status, const Style& style) {
  return is_so(status) ? style.of(relation).colour : std::string(kNotSo);
}

Attributes line(Relation relation, Status status, double width, const Style& style) {
  return {{"color", colour_of(relation, status, style)},
          {"style", std::string(line_style(status))},
          {"penwidth", fmt::format("{:.1f}", width)},
          {"weight", is_funding(relation) ? "3" : "1"}};
}

void set_head(Attributes& attributes, Relation relation, const Style& style) {
  attributes.emplace_back("arrowhead", style.of(relation).arrowhead);
  if (is_symmetric(relation)) attributes.emplace_back("dir", "none");
}

void set_tooltip(Attributes& attributes, std::string_view text) {
  const std::string tooltip = escape_string(shortened(text, kTooltipLength));
  for (const char* const name : {"tooltip", "labeltooltip"}) attributes.emplace_back(name, tooltip);
}

// ---- the picture

class Picture {
 public:
  Picture(const Graph& graph, const Style& style, const Options& options)
      : graph_(graph), style_(style), options_(options), plan_(plan_picture(graph)) {}

  std::string text() {
    frame();
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_))) entity(vertex);
    for (const PlannedItem& item : plan_) {
      if (item.form == Form::kArrow) arrow(item);
      if (item.form == Form::kDeal) deal(item);
      if (item.form == Form::kNote) note(item);
    }
    return canvas_.text();
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
                              {"bgcolor", "white"},
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
                              {"fontcolor", std::string(kInk)},
                              {"style", "filled"},
                              {"penwidth", "1.2"},
                              {"margin", "0.14,0.07"},
                              {"height", "0.4"}});
    canvas_.defaults(AGEDGE,
                     {{"fontname", kFonts}, {"fontsize", "9.5"}, {"arrowsize", "0.8"}, {"len", "1.7"}});
    if (const std::string header = this->header(); !header.empty()) canvas_.graph_label(header);
  }

  void entity(Vertex vertex) {
    const model::Entity& entity = graph_[vertex];
    const KindStyle& kind = style_.of(entity.kind);
    const std::string name = name_of(vertex);
    const std::string shown = lines(wrapped(name.empty() ? "?" : shortened(name, kNameLength), kNameColumns));
    Attributes attributes{
        {"shape", kind.shape}, {"margin", kind.margin}, {"fillcolor", kind.fill}, {"color", kind.border}};
    const auto& focus = options_.focus;
    if (std::find(focus.begin(), focus.end(), entity.id) != focus.end())
      attributes.emplace_back("penwidth", "3.5");
    std::string tooltip = fmt::format("{}, {}", kind.label, name);
    std::string separator = " = ";
    for (const std::string& alias : entity.aliases) {
      if (alias == entity.name) continue;
      tooltip.append(std::exchange(separator, ", ")).append(one_line(alias));
    }
    set_tooltip(attributes, tooltip);
    canvas_.node(node_of(vertex), bold(shown) + "<BR/>" + font(kPaleInk, 8, escape_label(kind.label)),
                 attributes);
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

  void arrow(const PlannedItem& item) {
    const Status status = item.shared.status;
    const auto& amount = item.repeats_deal ? std::nullopt : item.shared.amount;
    Attributes attributes = line(item.relation, status, line_width(amount, style_), style_);
    set_head(attributes, item.relation, style_);
    set_tooltip(attributes, tooltip_of(item.facts.front(), item.shared));
    const std::string heading = with_status(style_.of(item.relation).label, status, style_);
    canvas_.edge(node_of(item.from.front()), node_of(item.to.front()),
                 line_label(captioned(heading, colour_of(item.relation, status, style_), details_of(item)),
                            options_.layout),
                 attributes);
  }

  void deal(const PlannedItem& item) {
    const std::string name = fmt::format("d{}", ++deals_);
    const Status status = item.shared.status;
    const std::string colour = colour_of(item.relation, status, style_);
    Attributes attributes{
        {"shape", "box"}, {"style", "rounded,filled"}, {"fillcolor", "white"}, {"color", colour}};
    set_tooltip(attributes,
                fmt::format("{}: {}", style_.of(item.relation).deal, evidence_phrase(item.shared)));
    const std::string heading = with_status(style_.of(item.relation).deal, status, style_);
    canvas_.node(name, captioned(heading, colour, details_of(item)), attributes);
    const bool differs_by_object = item.to.size() > 1 && item.from.size() == 1;
    for (const Vertex vertex : item.from) leg(item, name, vertex, true, !differs_by_object);
    for (const Vertex vertex : item.to) leg(item, name, vertex, false, differs_by_object);
  }

  // The line between one party and the node of its deal. `tells` says what is this party's own.
  void leg(const PlannedItem& item, const std::string& deal, Vertex party, bool inward, bool tells) {
    const Edge edge = *std::find_if(item.facts.begin(), item.facts.end(), [&](const Edge& fact) {
      return party == (inward ? boost::source(fact, graph_) : boost::target(fact, graph_)) ||
             (item.to.empty() && party == boost::target(fact, graph_));
    });
    const EdgeFact& fact = graph_[edge];
    const Status status = tells ? fact.status : item.shared.status;
    const bool carries_sum = !inward && !item.repeats_deal;
    Attributes attributes = line(item.relation, status,
                                 line_width(carries_sum ? item.shared.amount : std::nullopt, style_), style_);
    set_head(attributes, item.relation, style_);
    if (inward) attributes.emplace_back("arrowhead", "none");
    set_tooltip(attributes, tooltip_of(edge, fact));
    std::vector<std::string> own;
    if (tells) own = details(own_part(fact, item.shared), style_);
    if (tells && status != item.shared.status) own.insert(own.begin(), style_.of(status));
    const std::string_view ink = is_so(status) ? kInk : kNotSo;
    const std::string label =
        own.empty() ? "" : line_label(font(ink, 9, lines(packed(own))), options_.layout);
    canvas_.edge(inward ? node_of(party) : deal, inward ? deal : node_of(party), label, attributes);
  }

  static EdgeFact own_part(EdgeFact fact, const EdgeFact& shared) {
    if (shared.amount) fact.amount.reset();
    if (shared.stake) fact.stake.reset();
    if (!shared.round.empty()) fact.round.clear();
    if (shared.date) fact.date.reset();
    if (shared.valuation) fact.valuation.reset();
    fact.lead = fact.lead && !shared.lead;
    return fact;
  }

  void note(const PlannedItem& item) {
    const std::string name = fmt::format("r{}", ++notes_);
    const Status status = item.shared.status;
    const bool is_ahead = status == Status::kAnnounced || status == Status::kRumoured;
    std::vector<std::string> phrases = details_of(item);
    std::string heading(is_ahead ? style_.word("seeks") : std::string_view(style_.of(item.relation).label));
    if (!phrases.empty()) heading.append(" ").append(phrases.front());
    if (!phrases.empty()) phrases.erase(phrases.begin());
    Attributes attributes{
        {"shape", "note"}, {"fillcolor", "#FFFFFF"}, {"color", std::string(kNotSo)}, {"penwidth", "0.8"}};
    set_tooltip(attributes,
                fmt::format("{} {}: {}", name_of(item.to.front()), heading, evidence_phrase(item.shared)));
    canvas_.node(
        name,
        captioned(with_status(heading, status, style_), colour_of(item.relation, status, style_), phrases),
        attributes);
    canvas_.edge(name, node_of(item.to.front()), "",
                 {{"color", std::string(kNotSo)},
                  {"penwidth", "0.8"},
                  {"dir", "none"},
                  {"weight", "5"},
                  {"len", "0.8"}});
  }

  // ---- the title and the key

  static std::string row(std::string_view markup) {
    return fmt::format(R"(<TR><TD ALIGN="LEFT" BALIGN="LEFT">{}</TD></TR>)", markup);
  }

  static std::string table(std::string_view rows, int spacing) {
    return fmt::format(R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="{}" CELLPADDING="1">{}</TABLE>)",
                       spacing, rows);
  }

  std::string header() const {
    std::string rows;
    if (const std::string title = one_line(options_.title); !title.empty()) {
      rows += row(font(kInk, 20, bold(lines(wrapped(shortened(title, 300), kTitleColumns)))));
    }
    if (const std::string source = one_line(options_.source); !source.empty()) {
      rows += row(font(kPaleInk, 9.5, lines(wrapped(shortened(source, 1000), kSourceColumns))));
    }
    if (options_.key && boost::num_vertices(graph_) > 0) rows += row(key());
    return rows.empty() ? rows : table(rows + R"(<TR><TD HEIGHT="12"></TD></TR>)", 0);
  }

  static std::string cell(std::string_view markup) {
    return fmt::format(R"(<TD ALIGN="LEFT">{}</TD>)", markup);
  }

  // Cells side by side, so many to a row.
  static std::string rows_of(const std::vector<std::string>& cells) {
    constexpr std::size_t kRow = 7;
    std::string rows;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (at % kRow == 0) rows += at == 0 ? "<TR>" : "</TR><TR>";
      rows += cells[at];
    }
    return rows.empty() ? rows : table(rows + "</TR>", 4);
  }

  std::string key() const {
    std::string rows;
    for (const std::string& part :
         {rows_of(kind_cells()), rows_of(relation_cells()), rows_of(line_cells())}) {
      if (!part.empty()) rows += row(part);
    }
    return table(rows, 0);
  }

  std::vector<std::string> kind_cells() const {
    std::set<model::EntityKind> present;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_)))
      present.insert(graph_[vertex].kind);
    std::vector<std::string> cells;
    for (const model::EntityKind kind : present) {
      const KindStyle& look = style_.of(kind);
      cells.push_back(fmt::format(R"(<TD BORDER="1" COLOR="{}" BGCOLOR="{}">{}</TD>)", look.border, look.fill,
                                  font(kInk, 9, fmt::format(" {} ", escape_label(look.label)))));
    }
    return cells;
  }

  std::vector<std::string> relation_cells() const {
    std::set<Relation> present;
    for (const PlannedItem& item : plan_) {
      if (item.form != Form::kNote) present.insert(item.relation);
    }
    std::vector<std::string> cells;
    for (const Relation relation : present) {
      const RelationStyle& look = style_.of(relation);
      cells.push_back(cell(font(look.colour, 9, fmt::format("──{}", look.sign)) +
                           font(kInk, 9, fmt::format(" {} ", escape_label(look.label)))));
    }
    return cells;
  }

  static std::string sample(std::string_view stroke, std::string_view colour, std::string_view text) {
    return cell(font(colour, 9, bold(stroke)) + font(kInk, 9, fmt::format(" {} ", escape_label(text))));
  }

  // What lines and frames say, of those that occur.
  std::vector<std::string> line_cells() const {
    std::set<Status> present;
    bool sums = false;
    bool deals = false;
    for (const PlannedItem& item : plan_) {
      sums = sums || (item.shared.amount && item.form != Form::kNote);
      deals = deals || item.form == Form::kDeal;
      for (const Edge& edge : item.facts) present.insert(graph_[edge].status);
    }
    std::vector<std::string> cells;
    if (present.contains(Status::kAnnounced))
      cells.push_back(sample("– – –", kInk, style_.of(Status::kAnnounced)));
    if (present.contains(Status::kRumoured))
      cells.push_back(sample("· · · ·", kInk, style_.of(Status::kRumoured)));
    std::string not_so;
    for (const Status status : {Status::kDenied, Status::kEnded}) {
      if (present.contains(status)) not_so.append(not_so.empty() ? "" : ", ").append(style_.of(status));
    }
    if (!not_so.empty()) cells.push_back(sample("———", kNotSo, not_so));
    if (deals) {
      cells.push_back(fmt::format(R"(<TD BORDER="1" STYLE="ROUNDED" COLOR="{}">{}</TD>)", kPaleInk,
                                  font(kInk, 9, fmt::format(" {} ", escape_label(style_.word("one_deal"))))));
    }
    if (sums)
      cells.push_back(cell(font(kPaleInk, 9, fmt::format(" {} ", escape_label(style_.word("wider"))))));
    return cells;
  }

  const Graph& graph_;
  const Style& style_;
  const Options& options_;
  std::vector<PlannedItem> plan_;
  Canvas canvas_;
  int deals_ = 0;
  int notes_ = 0;
};

}  // namespace

std::optional<Layout> parse_layout(std::string_view name) {
  const auto* const found = std::find(kLayouts.begin(), kLayouts.end(), name);
  if (found == kLayouts.end()) return std::nullopt;
  return static_cast<Layout>(found - kLayouts.begin());
}

std::string to_dot(const Graph& graph, const Style& style, const Options& options) {
  const std::scoped_lock lock(graphviz_mutex());
  return Picture(graph, style, options).text();
}

}  // namespace whofunds::render
