#include "whofunds/tagging/english_names.hpp"

#include <array>
#include <string>

#include "whofunds/model/error.hpp"

namespace whofunds::tagging::english {

NameFinder::NameFinder(const Model& model) : weights_(model.names()) {
  for (const std::string_view name : weights_.moves) moves_.push_back(read_move(name));
}

NameFinder::Move NameFinder::read_move(std::string_view name) {
  constexpr std::string_view kKinds = "BILUO";
  const std::size_t kind = name.empty() ? std::string_view::npos : kKinds.find(name[0]);
  if (kind == std::string_view::npos) {
    throw MachineError("english.model", "has the unknown move '" + std::string(name) + "'",
                       "build or install whofunds again");
  }
  return {static_cast<MoveKind>(kind), name.size() < 3 ? std::string_view() : name.substr(2)};
}

void NameFinder::find(std::span<const float> vectors, TransitionScorer& scorer,
                      std::vector<NameSpan>& names) const {
  names.clear();
  scorer.prepare(weights_, vectors);
  const std::size_t count = vectors.size() / kWidth;
  bool open = false;
  for (std::size_t at = 0; at < count; ++at) {
    const auto token = static_cast<std::int32_t>(at);
    const std::array<std::int32_t, kNameSlots> slots = {
        token, open ? static_cast<std::int32_t>(names.back().begin) : -1, open ? token - 1 : -1};
    const auto scores = scorer.score(weights_, slots);
    const auto label = open ? names.back().label : std::string_view();
    const Move& move = moves_[best_move(scores, open, label, at + 1 == count)];
    if (move.kind == MoveKind::kBegin || move.kind == MoveKind::kUnit)
      names.push_back({at, at + 1, move.label});
    if (move.kind == MoveKind::kLast) names.back().end = at + 1;
    open = move.kind == MoveKind::kBegin || move.kind == MoveKind::kInside;
  }
}

/// The move with the highest score among those that make sense where a name of the kind `label` is open or
/// none is.
std::size_t NameFinder::best_move(std::span<const float> scores, bool open, std::string_view label,
                                  bool last) const {
  const auto allowed = [&](const Move& move) {
    switch (move.kind) {
      case MoveKind::kBegin:
        return !open && !last;
      case MoveKind::kInside:
        return open && !last && move.label == label;
      case MoveKind::kLast:
        return open && move.label == label;
      case MoveKind::kUnit:
        return !open && !move.label.empty();
      case MoveKind::kOutside:
        return !open;
    }
    return false;
  };
  std::size_t best = moves_.size();
  for (std::size_t move = 0; move < moves_.size(); ++move) {
    if ((best == moves_.size() || scores[move] > scores[best]) && allowed(moves_[move])) best = move;
  }
  return best;
}

}  // namespace whofunds::tagging::english
