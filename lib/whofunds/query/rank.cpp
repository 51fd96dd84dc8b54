#include "whofunds/query/rank.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "whofunds/query/hops.hpp"

namespace whofunds::query {
namespace {

using graph::EdgeNumber;
using graph::FrozenGraph;
using graph::VertexNumber;
using Scores = std::vector<double>;

// By currency, the median sum of the facts that carry.
std::map<std::string_view, double> medians(const Hops& hops) {
  std::map<std::string_view, std::vector<std::int64_t>> sums;
  for (EdgeNumber edge = 0; edge < hops.graph().edges(); ++edge) {
    if (!hops.carries(edge)) continue;
    if (const auto sum = hops.graph().amount(edge)) sums[sum->currency].push_back(sum->value);
  }
  std::map<std::string_view, double> result;
  for (auto& [currency, values] : sums) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    result[currency] = std::max(1.0, static_cast<double>(*middle));
  }
  return result;
}

// By edge, how much of what its object has goes to its subject, before all of an object add up to 1.
std::vector<float> weights(const Hops& hops) {
  const FrozenGraph& graph = hops.graph();
  const std::map<std::string_view, double> median = medians(hops);
  std::vector<std::uint32_t> facts_of_deal(graph.deals());
  for (EdgeNumber edge = 0; edge < graph.edges(); ++edge) {
    if (const auto deal = graph.deal(edge); deal && hops.carries(edge)) ++facts_of_deal[*deal];
  }
  std::vector<float> weight(graph.edges());
  for (EdgeNumber edge = 0; edge < graph.edges(); ++edge) {
    if (!hops.carries(edge)) continue;
    const auto sum = graph.amount(edge);
    const auto deal = graph.deal(edge);
    double value = sum ? static_cast<double>(sum->value) / median.at(sum->currency) : 1.0;
    if (deal) value /= facts_of_deal[*deal];
    weight[edge] = static_cast<float>(value);
  }
  return weight;
}

Scores money_rank(const Hops& hops) {
  constexpr double kDamping = 0.85;
  constexpr double kEnough = 1e-9;
  constexpr int kMostRounds = 100;
  const FrozenGraph& graph = hops.graph();
  const std::vector<float> weight = weights(hops);
  Scores given(graph.vertices());  // the sum of the weights into each
  for (EdgeNumber edge = 0; edge < graph.edges(); ++edge) given[graph.target(edge)] += weight[edge];

  const auto count = static_cast<double>(graph.vertices());
  Scores scores(graph.vertices(), 1 / count);
  Scores per_weight(graph.vertices());
  for (int round = 0; round < kMostRounds; ++round) {
    double kept = 0;  // of those whom nobody funds: spread over all
    for (VertexNumber vertex = 0; vertex < graph.vertices(); ++vertex) {
      if (given[vertex] <= 0) kept += scores[vertex];
      per_weight[vertex] = given[vertex] > 0 ? scores[vertex] / given[vertex] : 0;
    }
    double change = 0;
    for (VertexNumber vertex = 0; vertex < graph.vertices(); ++vertex) {
      double sum = 0;
      for (EdgeNumber edge = graph.out_begin(vertex); edge < graph.out_end(vertex); ++edge)
        sum += weight[edge] * per_weight[graph.target(edge)];
      const double next = (1 - kDamping) / count + kDamping * (sum + kept / count);
      change += std::abs(next - scores[vertex]);
      scores[vertex] = next;
    }
    if (change < kEnough) break;
  }
  // Who funds nobody has only what everybody gets: that is no rank.
  for (VertexNumber vertex = 0; vertex < graph.vertices(); ++vertex) {
    bool funds = false;
    hops.each_next(vertex, [&](VertexNumber, EdgeNumber, bool) { funds = true; });
    if (!funds) scores[vertex] = 0;
  }
  return scores;
}

std::vector<VertexNumber> neighbours(const Hops& hops, VertexNumber vertex, bool both_ways) {
  std::vector<VertexNumber> found;
  const auto take = [&](VertexNumber other, EdgeNumber, bool) { found.push_back(other); };
  hops.each_next(vertex, take);
  if (both_ways) hops.each_previous(vertex, take);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Scores degrees(const Hops& hops) {
  Scores scores(hops.graph().vertices());
  for (VertexNumber vertex = 0; vertex < scores.size(); ++vertex)
    scores[vertex] = static_cast<double>(neighbours(hops, vertex, true).size());
  return scores;
}

// Adds to `scores` what the shortest paths from one vertex give to those between (Brandes 2001).
class PathCounter {
 public:
  PathCounter(const Hops& hops, Scores& scores)
      : hops_(hops),
        scores_(scores),
        depth_(scores.size(), kFar),
        paths_(scores.size()),
        depends_(scores.size()) {}

  void add(VertexNumber start) {
    reach(start);
    for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
      for (const VertexNumber next : neighbours(hops_, *at, false)) {
        if (depth_[next] == depth_[*at] + 1)
          depends_[*at] += paths_[*at] / paths_[next] * (1 + depends_[next]);
      }
      if (*at != start) scores_[*at] += depends_[*at];
    }
    for (const VertexNumber vertex : order_) {
      depth_[vertex] = kFar;
      paths_[vertex] = 0;
      depends_[vertex] = 0;
    }
  }

 private:
  static constexpr std::uint32_t kFar = static_cast<std::uint32_t>(-1);

  // Breadth-first, counting the shortest paths to each.
  void reach(VertexNumber start) {
    order_ = {start};
    depth_[start] = 0;
    paths_[start] = 1;
    for (std::size_t at = 0; at < order_.size(); ++at) {
      const VertexNumber vertex = order_[at];
      for (const VertexNumber next : neighbours(hops_, vertex, false)) {
        if (depth_[next] == kFar) {
          depth_[next] = depth_[vertex] + 1;
          order_.push_back(next);
        }
        if (depth_[next] == depth_[vertex] + 1) paths_[next] += paths_[vertex];
      }
    }
  }

  const Hops& hops_;
  Scores& scores_;
  std::vector<std::uint32_t> depth_;
  Scores paths_;
  Scores depends_;
  std::vector<VertexNumber> order_;
};

Scores betweenness(const Hops& hops, std::size_t pivots) {
  Scores scores(hops.graph().vertices());
  std::vector<VertexNumber> starts;
  for (VertexNumber vertex = 0; vertex < scores.size(); ++vertex) {
    if (!neighbours(hops, vertex, false).empty()) starts.push_back(vertex);
  }
  const std::size_t count = std::min(std::max<std::size_t>(pivots, 1), starts.size());
  PathCounter counter(hops, scores);
  for (std::size_t n = 0; n < count; ++n) counter.add(starts[n * starts.size() / count]);
  for (double& score : scores) {
    if (count != 0) score *= static_cast<double>(starts.size()) / static_cast<double>(count);
  }
  return scores;
}

Scores scores_by(const Hops& hops, const RankOptions& options) {
  switch (options.by) {
    case Centrality::kMoney:
      return money_rank(hops);
    case Centrality::kBetweenness:
      return betweenness(hops, options.pivots);
    case Centrality::kDegree:
      return degrees(hops);
  }
  return {};
}

}  // namespace

std::vector<Ranked> rank(const FrozenGraph& graph, const RankOptions& options) {
  if (graph.vertices() == 0) return {};
  const Hops hops(graph, options.along);
  const Scores scores = scores_by(hops, options);
  std::vector<Ranked> ranked;
  for (VertexNumber vertex = 0; vertex < scores.size(); ++vertex) {
    if (scores[vertex] > 0) ranked.push_back({.entity = vertex, .score = scores[vertex]});
  }
  const auto better = [](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.entity < b.entity;
  };
  const std::size_t top = std::min(options.top, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(top), ranked.end(), better);
  ranked.resize(top);
  return ranked;
}

}  // namespace whofunds::query
