// Measures queries on a frozen graph, and Boost's breadth-first search on an adjacency_list of the same
// edges:
//
//     bench_graph GRAPH FOLDER [PAIRS]     GRAPH may be a frozen form alone (GRAPH.frozen)
//
// Prints a line of JSON a measurement, in time of the processor. Into FOLDER it writes the edges and pairs,
// with the length of the shortest path of each, for peers in other languages (peers.py). Answers that differ
// end it with 1.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <nlohmann/json.hpp>

#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/graph/frozen_boost.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/query/cycles.hpp"
#include "whofunds/query/funders.hpp"
#include "whofunds/query/hops.hpp"
#include "whofunds/query/path.hpp"
#include "whofunds/query/rank.hpp"
#include "whofunds/store/opened_graph.hpp"

namespace {

using namespace whofunds;
using graph::FrozenGraph;
using graph::VertexNumber;

// Time that the processor gave to this program, so that other work on the machine does not count.
struct Clock {
  using time_point = std::chrono::nanoseconds;
  static time_point now() {
    timespec spent{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
  }
};

using Pair = std::pair<VertexNumber, VertexNumber>;
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

void report(const std::string& who, const std::string& what, double milliseconds, std::size_t of = 1) {
  std::cout << nlohmann::ordered_json{{"who", who},
                                      {"what", what},
                                      {"ms", milliseconds / static_cast<double>(of)},
                                      {"runs", of}}
            << std::endl;
}

template <typename Run>
void measure(const std::string& what, std::size_t runs, Run run) {
  const auto begin = Clock::now();
  for (std::size_t n = 0; n < runs; ++n) run(n);
  report("whofunds", what, milliseconds_since(begin), runs);
}

// Pairs of vertices that have facts out and in, most of them far apart.
std::vector<Pair> any_pairs(const FrozenGraph& graph, std::size_t count) {
  std::mt19937_64 random(7);
  std::vector<Pair> pairs;
  for (std::size_t tries = 0; pairs.size() < count && tries < 1000 * count; ++tries) {
    const auto from = static_cast<VertexNumber>(random() % graph.vertices());
    const auto to = static_cast<VertexNumber>(random() % graph.vertices());
    const bool can_be = graph.out_end(from) > graph.out_begin(from) && graph.in_end(to) > graph.in_begin(to);
    if (from != to && can_be) pairs.emplace_back(from, to);
  }
  return pairs;
}

// All but names and what tells where facts stand in the store.
double bytes_of_rows(const FrozenGraph& frozen) {
  using graph::Section;
  const auto& header = *reinterpret_cast<const graph::FrozenHeader*>(frozen.bytes().data());
  std::uint64_t bytes = 0;
  for (std::size_t section = 0; section <= static_cast<std::size_t>(Section::kStakes); ++section)
    bytes += header.section[section].size;
  return static_cast<double>(bytes);
}

void stop_if(bool wrong, const std::string& what) {
  if (!wrong) return;
  std::cerr << "answers differ: " << what << '\n';
  std::exit(1);
}

// Boost's search from one end, stopped where the other is met.
struct Met {};
class StopAt : public boost::default_bfs_visitor {
 public:
  explicit StopAt(std::size_t target) : target_(target) {}
  void discover_vertex(std::size_t vertex, const BoostGraph& /*graph*/) const {
    if (vertex == target_) throw Met();
  }

 private:
  std::size_t target_;
};

std::size_t boost_length(const BoostGraph& graph, const Pair& pair) {
  std::vector<std::size_t> before(boost::num_vertices(graph), pair.second);
  const auto index = boost::get(boost::vertex_index, graph);
  std::vector<boost::default_color_type> colors(boost::num_vertices(graph));
  boost::queue<std::size_t> waiting;
  std::vector<std::size_t> depth(boost::num_vertices(graph));
  const auto recorder =
      boost::record_distances(boost::make_iterator_property_map(depth.begin(), index), boost::on_tree_edge());
  struct Visitor : StopAt {
    Visitor(std::size_t target, decltype(recorder) record) : StopAt(target), record_(record) {}
    void tree_edge(const BoostGraph::edge_descriptor& edge, const BoostGraph& graph) { record_(edge, graph); }
    std::remove_const_t<decltype(recorder)> record_;
  };
  try {
    boost::breadth_first_search(graph, boost::vertex(pair.first, graph), waiting,
                                Visitor(pair.second, recorder),
                                boost::make_iterator_property_map(colors.begin(), index));
  } catch (const Met&) {
    return depth[pair.second];
  }
  return 0;
}

// The frozen form of the graph, made if it is not there.
std::filesystem::path frozen_file(const std::filesystem::path& graph) {
  if (graph.extension() == ".frozen") return graph;
  store::OpenedGraph::open(graph, entities::load_legal_forms(language::share_directory()));
  return store::frozen_path(graph);
}

template <typename T>
void write(const std::filesystem::path& file, const std::vector<T>& items) {
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(items.data()),
             static_cast<std::streamsize>(items.size() * sizeof(T)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_graph GRAPH FOLDER [PAIRS]\n";
    return 2;
  }
  const std::size_t count = argc > 3 ? std::stoul(argv[3]) : 200;
  auto begin = Clock::now();
  const std::filesystem::path file = frozen_file(argv[1]);
  if (file != argv[1]) report("whofunds", "freeze", milliseconds_since(begin));
  begin = Clock::now();
  const FrozenGraph graph = FrozenGraph::open(file);
  report("whofunds", "open", milliseconds_since(begin));
  const auto per_edge =
      static_cast<double>(graph.bytes().size()) / std::max(1.0, static_cast<double>(graph.edges()));
  std::cout << nlohmann::ordered_json{{"vertices", graph.vertices()},
                                      {"edges", graph.edges()},
                                      {"bytes_per_edge_in_all", per_edge},
                                      {"bytes_per_edge_without_names",
                                       bytes_of_rows(graph) /
                                           std::max(1.0, static_cast<double>(graph.edges()))}}
            << std::endl;

  const std::vector<Pair> pairs = any_pairs(graph, count);
  std::vector<std::uint32_t> lengths;
  for (const Pair& pair : pairs) {  // once before, so that pages are there
    const auto path = query::shortest_path(graph, pair.first, pair.second);
    lengths.push_back(path ? static_cast<std::uint32_t>(path->steps.size()) : 0);
  }
  measure("path", pairs.size(), [&](std::size_t n) {
    const auto path = query::shortest_path(graph, pairs[n].first, pairs[n].second);
    stop_if((path ? path->steps.size() : 0) != lengths[n], "path");
  });
  const std::size_t few = std::min<std::size_t>(20, pairs.size());
  measure("path --k 10", few,
          [&](std::size_t n) { query::shortest_paths(graph, pairs[n].first, pairs[n].second, 10); });
  measure("path --widest", std::min<std::size_t>(5, few),
          [&](std::size_t n) { query::widest_path(graph, pairs[n].first, pairs[n].second, "USD"); });
  measure("funders --depth 3", few,
          [&](std::size_t n) { query::funders(graph, pairs[n].second, {.depth = 3}); });
  measure("rank --by money", 1, [&](std::size_t) { query::rank(graph); });

  // The peers go along the same facts: those that carry a path.
  const query::Hops hops(graph, {});
  std::vector<std::uint32_t> ends;
  for (VertexNumber vertex = 0; vertex < graph.vertices(); ++vertex) {
    hops.each_next(vertex, [&](VertexNumber next, graph::EdgeNumber, bool) {
      ends.insert(ends.end(), {vertex, next});
    });
  }
  std::vector<std::uint32_t> asked;
  for (std::size_t n = 0; n < pairs.size(); ++n)
    asked.insert(asked.end(), {pairs[n].first, pairs[n].second, lengths[n]});
  write(std::filesystem::path(argv[2]) / "edges", ends);
  write(std::filesystem::path(argv[2]) / "pairs", asked);

  begin = Clock::now();
  BoostGraph peer(graph.vertices());
  for (std::size_t at = 0; at < ends.size(); at += 2) boost::add_edge(ends[at], ends[at + 1], peer);
  report("boost", "load", milliseconds_since(begin));
  begin = Clock::now();
  for (std::size_t n = 0; n < few; ++n) stop_if(boost_length(peer, pairs[n]) != lengths[n], "path of Boost");
  report("boost", "path", milliseconds_since(begin), few);

  std::vector<std::uint32_t> component(graph.vertices());
  begin = Clock::now();
  const auto own = boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)),
      boost::vertex_index_map(get(boost::vertex_index, graph)));
  report("whofunds", "strong components of all facts", milliseconds_since(begin));
  std::cout << nlohmann::ordered_json{{"components", own}} << std::endl;
  begin = Clock::now();
  const auto theirs = boost::strong_components(
      peer, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, peer)));
  report("boost", "strong components", milliseconds_since(begin));
  std::cout << nlohmann::ordered_json{{"components", theirs}} << std::endl;
}
