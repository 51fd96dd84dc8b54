#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/page.hpp"
#include "whofunds/store/opened_graph.hpp"

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
};

/// Answers requests about a graph, by what docs/openapi.json describes; no request changes anything. It knows
/// the graph and nothing else: there are no files behind its paths. Of the graph it reads what a request asks
/// for. Used from one thread at a time.
class GraphServer {
 public:
  GraphServer(store::OpenedGraph opened, const render::PageKit& kit, const ServerOptions& options);

  /// Never throws for what a request says: that becomes an answer of status 400, 403 or 404 with the JSON
  /// {"error": …}. Only requests to a name of this machine itself (localhost, 127.0.0.1, [::1]) are answered,
  /// so that a page from elsewhere whose name was made to point here learns nothing.
  ServerAnswer answer(const ServerRequest& request);

 private:
  ServerAnswer page();
  ServerAnswer map(const ServerRequest& request);
  ServerAnswer entities(const ServerRequest& request) const;
  ServerAnswer path(const ServerRequest& request) const;
  ServerAnswer stats();

  graph::VertexNumber vertex_of(const std::string& id) const;
  std::vector<graph::VertexNumber> vertices_of(const ServerRequest& request, const std::string& name) const;
  graph::Graph part(const ServerRequest& request);
  graph::Graph beginning();
  render::Options drawing(const graph::Graph& part) const;

  store::OpenedGraph opened_;
  const render::PageKit& kit_;
  const ServerOptions& options_;
  // What takes a look at the whole graph, made when it is first asked for; the graph does not change.
  std::vector<graph::VertexNumber> best_known_;
  std::string stats_;  // as JSON
};

/// An answer that says what is wrong: the JSON {"error": message}.
ServerAnswer refusal(int status, const std::string& message);

}  // namespace whofunds::tools
