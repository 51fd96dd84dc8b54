#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/page.hpp"

namespace whofunds::tools {

/// A request of HTTP, as far as it matters here.
struct ServerRequest {
  std::string host;  ///< the header Host
  std::string path;  ///< decoded, without the query
  std::map<std::string, std::string>
      values;  ///< of the query, decoded; of a name that is there twice, the first
};

struct ServerAnswer {
  int status = 200;
  std::string type = "application/json";
  std::string body;
};

/// What a server shows and how much of it.
struct ServerOptions {
  std::string title;
  std::size_t max_nodes = 300;  ///< the most entities in one answer
  std::map<std::string, render::Source, std::less<>> sources;
};

/// Answers requests about a graph, by what docs/openapi.json describes; no request changes anything. It knows
/// the graph and nothing else: there are no files behind its paths. Safe to use from many threads.
class GraphServer {
 public:
  GraphServer(graph::FundingGraph graph, render::PageKit kit, ServerOptions options);

  /// Never throws for what a request says: that becomes an answer of status 400, 403 or 404 with the JSON
  /// {"error": …}. Only requests to a name of this machine itself (localhost, 127.0.0.1, [::1]) are answered,
  /// so that a page from elsewhere whose name was made to point here learns nothing.
  ServerAnswer answer(const ServerRequest& request) const;

 private:
  ServerAnswer page() const;
  ServerAnswer map(const ServerRequest& request) const;
  ServerAnswer entities(const ServerRequest& request) const;
  ServerAnswer path(const ServerRequest& request) const;
  std::string counted() const;

  graph::Vertex vertex_of(std::string_view id) const;
  graph::Graph part(const ServerRequest& request) const;
  render::Options drawing(const graph::Graph& part) const;

  graph::FundingGraph graph_;
  graph::FrozenGraph frozen_;  // the same, with the same numbers of vertices, for what queries ask
  render::PageKit kit_;
  ServerOptions options_;
  std::map<std::string_view, graph::Vertex> by_id_;
  std::string stats_;  // as JSON; the graph does not change
};

}  // namespace whofunds::tools
