#include "whofunds/query/ownership.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <Eigen/SparseCore>
#include <Eigen/SparseLU>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

namespace whofunds::query {
namespace {

using graph::EdgeNumber;
using graph::FrozenGraph;
using graph::VertexNumber;
using model::Relation;
using model::Status;

constexpr double kWhole = 100;
constexpr double kHalf = 50;
constexpr double kTolerance = 1e-9;

bool tells_holding(const FrozenGraph& graph, EdgeNumber edge) {
  const Relation relation = graph.relation(edge);
  if (relation == Relation::kOwns || relation == Relation::kAcquires) return true;
  return model::is_funding(relation) && graph.stake(edge).has_value();
}

// A fact as far as it tells of a holding.
struct ToldHolding {
  EdgeNumber edge = 0;
  Relation relation = Relation::kOwns;
  std::uint32_t date = 0;  // packed, 0 = not told
  std::optional<graph::FrozenStake> stake;

  bool tells_stake() const { return stake && (stake->percent || stake->controlling); }
  // An acquisition of which no part is told is that of the whole.
  bool is_of_whole() const { return relation == Relation::kAcquires && !stake; }
  std::optional<double> percent() const {
    return is_of_whole() ? kWhole : stake ? stake->percent : std::nullopt;
  }
};

bool tell_same_stake(const ToldHolding& a, const ToldHolding& b) {
  return a.tells_stake() && b.tells_stake() && a.percent() == b.percent() &&
         a.stake->controlling == b.stake->controlling;
}

// Whether what `held` tells is over by what `ended` tells.
bool is_over(const ToldHolding& held, const ToldHolding& ended) {
  if (ended.percent() && held.percent() && *ended.percent() < *held.percent()) return false;  // a part of it
  // What is owned is told as it is now: a sale without a date may be how it came to be so.
  if (held.relation == Relation::kOwns && held.tells_stake() && !tell_same_stake(held, ended))
    return held.date != 0 && ended.date > held.date;
  return ended.date >= held.date;
}

// Takes the facts of one owner and one asset together.
class HoldingReader {
 public:
  HoldingReader(const FrozenGraph& graph, VertexNumber owner, VertexNumber asset)
      : graph_(graph), holding_{.owner = owner, .asset = asset} {}

  void add(EdgeNumber edge) {
    const ToldHolding told{.edge = edge,
                           .relation = graph_.relation(edge),
                           .date = graph_.packed_date(edge),
                           .stake = graph_.stake(edge)};
    if (graph_.status(edge) == Status::kEnded) ended_.push_back(told);
    if (graph_.status(edge) == Status::kCompleted) held_.push_back(told);
  }

  /// Takes what is not over.
  void finish() {
    for (const ToldHolding& told : held_) {
      const auto ends_it = [&](const ToldHolding& ended) { return is_over(told, ended); };
      if (std::none_of(ended_.begin(), ended_.end(), ends_it)) take(told);
    }
    holding_.controlling = holding_.controlling || holding_.percent.value_or(0) > kHalf;
    std::sort(holding_.facts.begin(), holding_.facts.end());
  }

  bool holds() const { return !holding_.facts.empty(); }
  Holding& holding() { return holding_; }

  /// When the whole was bought, 0 = not told; nothing where it was not, or where less was told since.
  std::optional<std::uint32_t> whole_bought() const {
    if (whole_date_ && holding_.percent && *whole_date_ <= percent_date_) return std::nullopt;
    return whole_date_;
  }

  /// The part that was surely not bought by somebody else at that date.
  double left_out_of_purchase(std::uint32_t date) const {
    if (percent_date_ != 0 && percent_date_ < date) return 0;
    return holding_.percent.value_or(0);
  }

 private:
  void take(const ToldHolding& told) {
    holding_.facts.push_back(told.edge);
    holding_.controlling = holding_.controlling || (told.stake && told.stake->controlling);
    if (told.is_of_whole()) whole_date_ = std::max(whole_date_.value_or(0), told.date);
    if (!told.stake || !told.stake->percent) return;
    const std::pair dated(told.date, *told.stake->percent);
    if (holding_.percent && dated < std::pair(percent_date_, *holding_.percent)) return;
    percent_date_ = told.date;
    holding_.percent = told.stake->percent;
    holding_.at_least = told.stake->at_least;
  }

  const FrozenGraph& graph_;
  Holding holding_;
  std::vector<ToldHolding> held_;
  std::vector<ToldHolding> ended_;
  std::uint32_t percent_date_ = 0;
  std::optional<std::uint32_t> whole_date_;
};

// Who bought the whole controls it, unless half of it or more is told to be in other hands: then it was some
// part that was bought, nobody knows how large.
void give_control_to_buyers(std::map<VertexNumber, HoldingReader>& readers) {
  for (auto& [owner, reader] : readers) {
    const auto date = reader.whole_bought();
    if (!date) continue;
    double elsewhere = 0;
    for (const auto& [other, held] : readers) {
      if (other != owner) elsewhere += held.left_out_of_purchase(*date);
    }
    if (elsewhere < kHalf) reader.holding().controlling = true;
  }
}

// Components of which each reaches each, by the number of each entity.
std::vector<std::size_t> component_numbers(const Ownership& ownership) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> local(ownership.entities.size());
  for (const Holding& holding : ownership.holdings) {
    if (holding.percent) boost::add_edge(holding.owner, holding.asset, local);
  }
  std::vector<std::size_t> numbers(ownership.entities.size());
  boost::strong_components(local, numbers.data());
  return numbers;
}

// Stakes as parts of 1, by asset, as they go into the system.
class StakeSystem {
 public:
  explicit StakeSystem(const Ownership& ownership)
      : ownership_(ownership),
        size_(ownership.entities.size()),
        told_(size_),
        component_(component_numbers(ownership)) {
    for (const Holding& holding : ownership.holdings) told_[holding.asset] += holding.percent.value_or(0);
    find_closed();
  }

  IndirectStakes solve() const {
    IndirectStakes result{.percent = std::vector<double>(size_)};
    for (std::size_t n = 0; n < size_; ++n) {
      if (told_[n] > kWhole + kTolerance) result.over_told.push_back(n);
      if (closed_.contains(component_[n])) result.wholly_inside.push_back(n);
    }
    const auto order = static_cast<Eigen::Index>(size_);
    Eigen::SparseMatrix<double> system(order, order);
    const auto stakes = entries();
    system.setFromTriplets(stakes.begin(), stakes.end());
    Eigen::SparseMatrix<double> identity(order, order);
    identity.setIdentity();
    Eigen::SparseLU<Eigen::SparseMatrix<double>> solver;
    const Eigen::VectorXd direct = system.col(0);
    system = identity - system;
    solver.compute(system);
    const Eigen::VectorXd gross = solver.solve(direct);
    for (std::size_t n = 0; n < size_; ++n) {
      result.percent[n] = std::max(0.0, kWhole * gross[static_cast<Eigen::Index>(n)]) / own_return(solver, n);
    }
    return result;
  }

 private:
  using Solver = Eigen::SparseLU<Eigen::SparseMatrix<double>>;

  // How often what an entity holds comes back to it: 1 outside of circles.
  double own_return(const Solver& solver, std::size_t n) const {
    if (in_component_.at(component_[n]) == 1) return 1;
    Eigen::VectorXd unit = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(size_));
    unit[static_cast<Eigen::Index>(n)] = 1;
    const Eigen::VectorXd back = solver.solve(unit);
    return std::max(1.0, back[static_cast<Eigen::Index>(n)]);
  }

  std::vector<Eigen::Triplet<double>> entries() const {
    std::vector<Eigen::Triplet<double>> stakes;
    for (const Holding& holding : ownership_.holdings) {
      if (!holding.percent || closed_.contains(component_[holding.asset])) continue;
      const double whole = std::max(kWhole, told_[holding.asset]);
      stakes.emplace_back(static_cast<int>(holding.owner), static_cast<int>(holding.asset),
                          *holding.percent / whole);
    }
    return stakes;
  }

  // Circles that leave nothing to anybody outside: the system would have no solution.
  void find_closed() {
    std::map<std::size_t, bool> open;
    std::vector<double> inside(size_);
    for (const Holding& holding : ownership_.holdings) {
      if (component_[holding.owner] == component_[holding.asset])
        inside[holding.asset] += holding.percent.value_or(0);
    }
    for (std::size_t n = 0; n < size_; ++n) {
      ++in_component_[component_[n]];
      const bool leaves_some = inside[n] < std::max(kWhole, told_[n]) - kTolerance;
      open[component_[n]] = open[component_[n]] || leaves_some;
    }
    for (const auto& [number, leaves_some] : open) {
      if (!leaves_some) closed_.insert(number);
    }
  }

  const Ownership& ownership_;
  std::size_t size_;
  std::vector<double> told_;  // by asset: the sum of the stakes in it
  std::vector<std::size_t> component_;
  std::map<std::size_t, std::size_t> in_component_;  // how many each has
  std::set<std::size_t> closed_;
};

}  // namespace

std::vector<Holding> holdings_in(const FrozenGraph& graph, VertexNumber asset) {
  std::map<VertexNumber, HoldingReader> readers;
  for (std::uint32_t place = graph.in_begin(asset); place < graph.in_end(asset); ++place) {
    const VertexNumber owner = graph.in_source(place);
    const EdgeNumber edge = graph.in_edge(place);
    if (!tells_holding(graph, edge)) continue;
    readers.try_emplace(owner, graph, owner, asset).first->second.add(edge);
  }
  for (auto& [owner, reader] : readers) reader.finish();
  give_control_to_buyers(readers);
  std::vector<Holding> holdings;
  for (auto& [owner, reader] : readers) {
    if (reader.holds()) holdings.push_back(std::move(reader.holding()));
  }
  return holdings;
}

Ownership ownership_of(const FrozenGraph& graph, VertexNumber entity) {
  Ownership ownership{.entities = {entity}, .holdings = {}};
  std::unordered_map<VertexNumber, VertexNumber> numbers{{entity, 0}};
  for (std::size_t at = 0; at < ownership.entities.size(); ++at) {
    for (Holding& holding : holdings_in(graph, ownership.entities[at])) {
      const auto next = static_cast<VertexNumber>(ownership.entities.size());
      const auto [known, is_new] = numbers.try_emplace(holding.owner, next);
      if (is_new) ownership.entities.push_back(holding.owner);
      holding.owner = known->second;
      holding.asset = static_cast<VertexNumber>(at);
      ownership.holdings.push_back(std::move(holding));
    }
  }
  return ownership;
}

IndirectStakes indirect_stakes(const Ownership& ownership) {
  return StakeSystem(ownership).solve();
}

std::vector<Control> controllers(const Ownership& ownership) {
  std::vector<std::vector<const Holding*>> held_by(ownership.entities.size());
  for (const Holding& holding : ownership.holdings) held_by[holding.owner].push_back(&holding);
  std::vector<Control> found;
  for (std::size_t start = 1; start < ownership.entities.size(); ++start) {
    std::map<std::size_t, double> together;                         // what the group holds of whom
    std::map<std::size_t, std::pair<double, std::size_t>> through;  // by asset, the largest stake and whose
    std::set<std::size_t> controlled{start};
    std::vector<std::size_t> waiting{start};
    while (!waiting.empty() && !controlled.contains(0)) {
      const std::size_t at = waiting.back();
      waiting.pop_back();
      for (const Holding* holding : held_by[at]) {
        const double part = holding->percent.value_or(0);
        double& sum = together[holding->asset];
        sum += part;
        auto& [largest, whose] = through.try_emplace(holding->asset, part, at).first->second;
        if (part > largest || holding->controlling) std::tie(largest, whose) = std::pair(part, at);
        if ((holding->controlling || sum > kHalf) && controlled.insert(holding->asset).second)
          waiting.push_back(holding->asset);
      }
    }
    if (!controlled.contains(0)) continue;
    Control control{.controller = start, .chain = {0}};
    while (control.chain.back() != start) control.chain.push_back(through.at(control.chain.back()).second);
    std::reverse(control.chain.begin(), control.chain.end());
    found.push_back(std::move(control));
  }
  return found;
}

}  // namespace whofunds::query
