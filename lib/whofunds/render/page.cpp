#include "whofunds/render/page.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "whofunds/render/label.hpp"
#include "whofunds/render/phrases.hpp"
#include "whofunds/render/picture.hpp"

namespace whofunds::render {
namespace {

using graph::Edge;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;

constexpr std::string_view kSheet = R"(
:root { color-scheme: light dark; --ink: #1b1f23; --pale: #57606a; --paper: #ffffff; --rule: #d0d7de; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --pale: #9aa4af; --paper: #14181d; --rule: #3a424c; } }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 "Noto Sans", "Segoe UI", Arial, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.source { color: var(--pale); margin: .3rem 0 0; }
.picture { overflow: auto; max-height: 85vh; background: #ffffff; border: 1px solid var(--rule); border-radius: .4rem; }
.picture svg { display: block; margin: 0 auto; }
.facts { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--rule); }
thead th { color: var(--pale); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
.denied td, .denied th, .ended td, .ended th { color: var(--pale); }
small { color: var(--pale); display: block; }
q { quotes: none; }
blockquote { margin: 0 0 .4rem; }
cite { color: var(--pale); font-style: normal; font-size: .85em; }
@media print { .picture { max-height: none; border: 0; } }
)";

constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{sheet}</style>
</head>
<body>
<header>
<h1>{title}</h1>
{source}</header>
<main>
{body}</main>
</body>
</html>
)";

std::string shown(std::string_view text) {
  return escape_markup(one_line(text));
}

// A name from outside, whose direction of writing is kept from what stands around it.
std::string name_of(const Graph& graph, Vertex vertex) {
  return fmt::format("<bdi>{}</bdi>", shown(graph[vertex].name));
}

std::string cell(std::string_view markup) {
  return fmt::format("<td>{}</td>\n", markup);
}

// What of the SVG may stand in a page: all but the lines that make it a file of its own.
std::string inline_svg(const Graph& graph, const Style& style, const Options& options) {
  Options bare = options;
  bare.title.clear();
  bare.source.clear();
  const std::string svg = draw(to_dot(graph, style, bare), PictureFormat::kSvg);
  return svg.substr(svg.find("<svg"));
}

// Each deal of several facts, and the facts in it.
using Deals = std::map<std::string_view, std::vector<Edge>>;

Deals deals_of(const Graph& graph) {
  Deals deals;
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
    if (!graph[edge].deal.empty()) deals[graph[edge].deal].push_back(edge);
  }
  return deals;
}

// Says with whom the sum is shared, so that it is not taken for this one's. Of whom it is denied has no part
// in it.
std::string partners(const Graph& graph, const Deals& deals, const Edge& fact, const Style& style) {
  const auto deal = deals.find(graph[fact].deal);
  if (deal == deals.end() || !graph[fact].amount || graph[fact].status == model::Status::kDenied) return {};
  std::vector<Vertex> named{boost::source(fact, graph)};
  std::string names;
  for (const Edge& other : deal->second) {
    const Vertex vertex = boost::source(other, graph);
    if (graph[other].relation != graph[fact].relation || graph[other].status == model::Status::kDenied)
      continue;
    if (std::find(named.begin(), named.end(), vertex) != named.end()) continue;
    named.push_back(vertex);
    names.append(names.empty() ? "" : ", ").append(name_of(graph, vertex));
  }
  if (names.empty()) return {};
  return fmt::format("<small>{} {}</small>", escape_markup(style.word("together")), names);
}

// What a fact says that has no column: its round, who led it, the valuation.
std::string remainder(EdgeFact fact, const Style& style) {
  fact.amount.reset();
  fact.stake.reset();
  fact.date.reset();
  std::string markup;
  for (const std::string& phrase : details(fact, style))
    markup += fmt::format("<small>{}</small>", shown(phrase));
  return markup;
}

std::string evidence_cell(const EdgeFact& fact) {
  std::string quotes;
  for (const model::Evidence& evidence : fact.evidence) {
    quotes += fmt::format("<blockquote><q><bdi>{}</bdi></q> <cite>{}</cite></blockquote>",
                          shown(evidence.text), shown(evidence.document));
  }
  return cell(quotes);
}

std::string row(const Graph& graph, const Deals& deals, const Edge& edge, const Style& style) {
  const EdgeFact& fact = graph[edge];
  const bool is_raised = fact.relation == model::Relation::kRaised;
  const std::string from =
      is_raised ? escape_markup(style.word("nobody_named")) : name_of(graph, boost::source(edge, graph));
  const std::string relation = escape_markup(style.of(fact.relation).label) + remainder(fact, style);
  std::string amount = fact.amount ? shown(money_phrase(*fact.amount, style)) : "";
  amount += partners(graph, deals, edge, style);
  std::string markup =
      fmt::format("<tr class=\"{}\">\n<th scope=\"row\">{}</th>\n", to_string(fact.status), from);
  markup += cell(relation);
  markup += cell(name_of(graph, boost::target(edge, graph)));
  markup += cell(amount);
  markup += cell(fact.stake ? shown(stake_phrase(*fact.stake, style)) : "");
  markup += cell(escape_markup(style.of(fact.status)));
  markup += cell(fact.date ? to_string(*fact.date) : "");
  return markup.append(evidence_cell(fact)).append("</tr>\n");
}

std::string table(const Graph& graph, const Style& style) {
  std::string markup = "<div class=\"facts\"><table>\n<thead><tr>";
  for (const char* const key : {"from", "relation", "to", "amount", "stake", "status", "date", "evidence"}) {
    markup += fmt::format("<th scope=\"col\">{}</th>", escape_markup(style.word(key)));
  }
  markup += "</tr></thead>\n<tbody>\n";
  const Deals deals = deals_of(graph);
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph)))
    markup += row(graph, deals, edge, style);
  return markup.append("</tbody>\n</table></div>\n");
}

std::string section(std::string_view heading, std::string_view markup) {
  return fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n", escape_markup(heading), markup);
}

std::string body(const Graph& graph, const Style& style, const Options& options) {
  if (boost::num_edges(graph) == 0) return fmt::format("<p>{}</p>\n", escape_markup(style.word("no_facts")));
  const std::string picture =
      fmt::format("<div class=\"picture\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">\n{}</div>\n",
                  escape_markup(style.word("picture")), inline_svg(graph, style, options));
  return section(style.word("picture"), picture) + section(style.word("facts"), table(graph, style));
}

}  // namespace

std::string to_page(const Graph& graph, const Style& style, const Options& options) {
  std::string title = shown(options.title);
  if (title.empty()) title = escape_markup(style.word("untitled"));
  std::string source = shown(options.source);
  if (!source.empty()) source = fmt::format("<p class=\"source\">{}</p>\n", source);
  return fmt::format(kPage, fmt::arg("lang", style.language), fmt::arg("title", title),
                     fmt::arg("sheet", kSheet), fmt::arg("source", source),
                     fmt::arg("body", body(graph, style, options)));
}

}  // namespace whofunds::render
