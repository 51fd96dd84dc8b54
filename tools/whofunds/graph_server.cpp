#include "graph_server.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "graph_query.hpp"
#include "whofunds/graph/freezing.hpp"
#include "whofunds/query/path.hpp"
#include "whofunds/query/selection.hpp"
#include "whofunds/query/stats.hpp"
#include "whofunds/render/captions.hpp"
#include "whofunds/render/limit.hpp"

namespace whofunds::tools {
namespace {

using graph::Graph;
using graph::Vertex;
using Json = nlohmann::ordered_json;

constexpr std::size_t kStart = 60;         // entities of the page as it opens
constexpr std::size_t kLongestName = 500;  // bytes of a name to look for
constexpr std::size_t kMostHits = 50;
constexpr std::size_t kMostInLayers = 120;  // facts that are laid out in layers, which many would make slow

// A request that cannot be answered, with the status that says so.
struct Refusal {
  int status;
  std::string message;
};

ServerAnswer json(const Json& body, int status = 200) {
  return {.status = status, .body = body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"};
}

bool is_this_machine(std::string_view host) {
  if (const std::size_t port = host.rfind(':'); port != std::string_view::npos && !host.ends_with(']'))
    host = host.substr(0, port);
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

std::string value_of(const ServerRequest& request, const std::string& name) {
  const auto found = request.values.find(name);
  return found == request.values.end() ? "" : found->second;
}

std::string needed(const ServerRequest& request, const std::string& name) {
  std::string value = value_of(request, name);
  if (value.empty()) throw Refusal{400, fmt::format("'{}' is missing", name)};
  if (value.size() > kLongestName)
    throw Refusal{400, fmt::format("'{}' is longer than {} bytes", name, kLongestName)};
  return value;
}

std::size_t number_of(const ServerRequest& request, const std::string& name, std::size_t usual,
                      std::size_t most) {
  const std::string text = value_of(request, name);
  if (text.empty()) return usual;
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || number > most)
    throw Refusal{400, fmt::format("'{}' is no number from 0 to {}", name, most)};
  return number;
}

std::vector<std::string> list_of(const ServerRequest& request, const std::string& name) {
  std::vector<std::string> list;
  const std::string text = value_of(request, name);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) list.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

// Everybody who has a fact or a deal with the entity.
void add_neighbours(const Graph& graph, Vertex vertex, std::set<Vertex>& chosen) {
  chosen.insert(vertex);
  for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, graph)))
    chosen.insert(boost::target(edge, graph));
  for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, graph)))
    chosen.insert(boost::source(edge, graph));
}

}  // namespace

GraphServer::GraphServer(graph::FundingGraph graph, render::PageKit kit, ServerOptions options)
    : graph_(std::move(graph)),
      frozen_(graph::freeze(graph_)),
      kit_(std::move(kit)),
      options_(std::move(options)) {
  const Graph& all = graph_.graph();
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(all)))
    by_id_[all[vertex].id] = vertex;
  stats_ = counted();
}

ServerAnswer GraphServer::answer(const ServerRequest& request) const {
  try {
    if (!is_this_machine(request.host)) throw Refusal{403, "ask for localhost"};
    if (request.path == "/") return page();
    if (request.path == "/api/map") return map(request);
    if (request.path == "/api/entities") return entities(request);
    if (request.path == "/api/path") return path(request);
    if (request.path == "/api/stats") return {.body = stats_};
    throw Refusal{404, "there is nothing of that name"};
  } catch (const Refusal& refusal) {
    return json({{"error", refusal.message}}, refusal.status);
  }
}

Vertex GraphServer::vertex_of(std::string_view id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) throw Refusal{404, "no entity has that id"};
  return found->second;
}

// The entities that are asked for, the neighbours of those that are to be expanded, and the facts between all
// of these.
Graph GraphServer::part(const ServerRequest& request) const {
  const Graph& all = graph_.graph();
  std::set<Vertex> chosen;
  const std::vector<std::string> drawn = list_of(request, "entities");
  const std::vector<std::string> expanded = list_of(request, "expand");
  for (const std::string& id : drawn) chosen.insert(vertex_of(id));
  for (const std::string& id : expanded) add_neighbours(all, vertex_of(id), chosen);
  if (chosen.empty()) return render::most_connected(all, std::min(kStart, options_.max_nodes));
  const Graph part = query::select(all, {.focus = {chosen.begin(), chosen.end()}, .depth = 0});
  // Where not all have room, those near the ones that were asked for last stay.
  const std::vector<std::string>& named = expanded.empty() ? drawn : expanded;
  std::vector<Vertex> focus;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(part))) {
    if (std::find(named.begin(), named.end(), part[vertex].id) != named.end()) focus.push_back(vertex);
  }
  return render::most_connected(part, options_.max_nodes, focus);
}

render::Options GraphServer::drawing(const Graph& part) const {
  return {.title = options_.title,
          .source = render::source_caption(part, kit_.styles.front(), options_.sources),
          .layout = render::fitting_layout(part, kMostInLayers),
          .sources = options_.sources,
          .total_entities = boost::num_vertices(graph_.graph()),
          .total_facts = boost::num_edges(graph_.graph())};
}

ServerAnswer GraphServer::page() const {
  const Graph start = part({});
  return {.type = "text/html; charset=utf-8", .body = render::to_served_page(start, kit_, drawing(start))};
}

ServerAnswer GraphServer::map(const ServerRequest& request) const {
  const Graph shown = part(request);
  return {.body = render::to_page_part(shown, kit_, drawing(shown))};
}

ServerAnswer GraphServer::entities(const ServerRequest& request) const {
  const std::string query = needed(request, "q");
  const std::size_t limit = number_of(request, "limit", 12, kMostHits);
  std::vector<Vertex> found = graph_.find(query);
  for (const Vertex vertex : graph_.suggest(query, limit)) {
    if (std::find(found.begin(), found.end(), vertex) == found.end()) found.push_back(vertex);
  }
  if (found.size() > limit) found.resize(limit);
  Json list = Json::array();
  for (const Vertex vertex : found) list.push_back(entity_json(graph_.graph()[vertex]));
  return json({{"entities", list}});
}

ServerAnswer GraphServer::path(const ServerRequest& request) const {
  const auto from = static_cast<graph::VertexNumber>(vertex_of(needed(request, "from")));
  const auto to = static_cast<graph::VertexNumber>(vertex_of(needed(request, "to")));
  if (from == to) return json({{"directed", true}, {"entities", {graph_.graph()[from].id}}});
  bool directed = true;
  auto found = query::shortest_path(frozen_, from, to);
  if (!found) {
    directed = false;
    const query::PathOptions any{.relations = {model::kAllRelations.begin(), model::kAllRelations.end()},
                                 .ended = true,
                                 .undirected = true};
    found = query::shortest_path(frozen_, from, to, any);
  }
  Json ids = Json::array();
  if (found) {
    ids.push_back(graph_.graph()[from].id);
    for (const query::Step& step : found->steps) ids.push_back(graph_.graph()[step.to].id);
  }
  return json({{"directed", found && directed}, {"entities", ids}});
}

std::string GraphServer::counted() const {
  const query::Stats counts = query::stats(frozen_);
  const ServerAnswer answer = json({{"documents", counts.documents},
                                    {"entities", counts.entities},
                                    {"facts", counts.facts},
                                    {"deals", counts.deals},
                                    {"sums", sums_json(counts.sums)}});
  return answer.body;
}

}  // namespace whofunds::tools
