#include "graph_server.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "drawing.hpp"
#include "graph_part.hpp"
#include "graph_query.hpp"
#include "whofunds/query/path.hpp"
#include "whofunds/query/stats.hpp"
#include "whofunds/render/captions.hpp"
#include "whofunds/render/limit.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::tools {
namespace {

using graph::Graph;
using graph::VertexNumber;
using Json = nlohmann::ordered_json;

constexpr std::size_t kStart = 60;         // entities of the page as it opens
constexpr std::size_t kLongestName = 500;  // characters of a name to look for
constexpr std::size_t kMostHits = 50;
constexpr std::size_t kMostIds = 1000;      // in one list
constexpr std::size_t kMostFacts = 1500;    // in one picture
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
  if (text::count_code_points(value) > kLongestName)
    throw Refusal{400, fmt::format("'{}' is longer than {} characters", name, kLongestName)};
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

}  // namespace

ServerAnswer refusal(int status, const std::string& message) {
  return json({{"error", message}}, status);
}

GraphServer::GraphServer(store::OpenedGraph opened, const render::PageKit& kit, const ServerOptions& options)
    : opened_(std::move(opened)), kit_(kit), options_(options) {}

ServerAnswer GraphServer::answer(const ServerRequest& request) {
  try {
    if (!is_this_machine(request.host)) throw Refusal{403, "ask for localhost"};
    if (request.path == "/") return page();
    if (request.path == "/api/map") return map(request);
    if (request.path == "/api/entities") return entities(request);
    if (request.path == "/api/path") return path(request);
    if (request.path == "/api/stats") return stats();
    throw Refusal{404, "there is nothing of that name"};
  } catch (const Refusal& refused) {
    return refusal(refused.status, refused.message);
  }
}

VertexNumber GraphServer::vertex_of(const std::string& id) const {
  if (id.size() <= kLongestName) {
    for (const VertexNumber vertex : opened_.graph().find(id, opened_.forms())) {
      if (opened_.graph().id(vertex) == id) return vertex;
    }
  }
  throw Refusal{404, "no entity has that id"};
}

std::vector<VertexNumber> GraphServer::vertices_of(const ServerRequest& request,
                                                   const std::string& name) const {
  const std::vector<std::string> ids = list_of(request, name);
  if (ids.size() > kMostIds) throw Refusal{400, fmt::format("'{}' has more than {} ids", name, kMostIds)};
  std::vector<VertexNumber> vertices;
  vertices.reserve(ids.size());
  for (const std::string& id : ids) vertices.push_back(vertex_of(id));
  return vertices;
}

// The entities that are asked for, the neighbours of those that are to be expanded, and the facts between all
// of these.
Graph GraphServer::part(const ServerRequest& request) {
  const PartRequest wanted{.drawn = vertices_of(request, "entities"),
                           .expanded = vertices_of(request, "expand")};
  if (wanted.drawn.empty() && wanted.expanded.empty()) return beginning();
  return part_of(opened_, wanted, {.entities = options_.max_nodes, .facts = kMostFacts});
}

// Those that have the most facts; where these have nothing to do with each other, the first and its
// neighbours.
Graph GraphServer::beginning() {
  const PartLimits limits{.entities = std::min(kStart, options_.max_nodes), .facts = kMostFacts};
  if (best_known_.empty()) best_known_ = best_known(opened_.graph(), limits.entities);
  Graph part = part_of(opened_, {.drawn = best_known_}, limits);
  if (boost::num_edges(part) > 0 || best_known_.empty()) return part;
  return part_of(opened_, {.expanded = best_known(opened_.graph(), 1)}, limits);
}

render::Options GraphServer::drawing(const Graph& part) const {
  Sources quoted = sources_of(part, opened_);
  std::string caption = render::source_caption(part, kit_.styles.front(), quoted);
  return {.title = options_.title,
          .source = std::move(caption),
          .layout = render::fitting_layout(part, kMostInLayers),
          .sources = std::move(quoted),
          .total_entities = opened_.graph().vertices(),
          .total_facts = opened_.graph().edges()};
}

ServerAnswer GraphServer::page() {
  const Graph start = part({});
  return {.type = "text/html; charset=utf-8", .body = render::to_served_page(start, kit_, drawing(start))};
}

ServerAnswer GraphServer::map(const ServerRequest& request) {
  const Graph shown = part(request);
  return {.body = render::to_page_part(shown, kit_, drawing(shown))};
}

ServerAnswer GraphServer::entities(const ServerRequest& request) const {
  const std::string query = needed(request, "q");
  const std::size_t limit = number_of(request, "limit", 12, kMostHits);
  const graph::FrozenGraph& graph = opened_.graph();
  std::vector<VertexNumber> found = graph.find(query, opened_.forms());
  for (const VertexNumber vertex : graph.suggest(query, opened_.forms(), limit)) {
    if (std::find(found.begin(), found.end(), vertex) == found.end()) found.push_back(vertex);
  }
  if (found.size() > limit) found.resize(limit);
  Json list = Json::array();
  for (const VertexNumber vertex : found) list.push_back(entity_json(opened_, vertex));
  return json({{"entities", list}});
}

ServerAnswer GraphServer::path(const ServerRequest& request) const {
  const graph::FrozenGraph& graph = opened_.graph();
  const std::string first = needed(request, "from");
  const std::string last = needed(request, "to");
  const VertexNumber from = vertex_of(first);
  const VertexNumber to = vertex_of(last);
  if (from == to) return json({{"directed", true}, {"entities", {graph.id(from)}}});
  bool directed = true;
  auto found = query::shortest_path(graph, from, to);
  if (!found) {
    directed = false;
    const query::PathOptions any{.relations = {model::kAllRelations.begin(), model::kAllRelations.end()},
                                 .ended = true,
                                 .undirected = true};
    found = query::shortest_path(graph, from, to, any);
  }
  Json ids = Json::array();
  if (found) {
    ids.push_back(graph.id(from));
    for (const query::Step& step : found->steps) ids.push_back(graph.id(step.to));
  }
  return json({{"directed", found && directed}, {"entities", ids}});
}

ServerAnswer GraphServer::stats() {
  if (stats_.empty()) {
    const query::Stats counts = query::stats(opened_.graph());
    stats_ = json({{"documents", counts.documents},
                   {"entities", counts.entities},
                   {"facts", counts.facts},
                   {"deals", counts.deals},
                   {"sums", sums_json(counts.sums)}})
                 .body;
  }
  return {.body = stats_};
}

}  // namespace whofunds::tools
