#include "whofunds/tagging/english_parser.hpp"

#include <array>
#include <string>

#include "whofunds/model/error.hpp"

namespace whofunds::tagging::english {

/// What has been read and what is to come: a stack, a buffer (tokens put back, then the rest of the
/// sentence), and the heads given so far.
class Parser::State {
 public:
  State(ParserMemory& memory, std::size_t count) : memory_(memory), count_(static_cast<std::int32_t>(count)) {
    memory.stack.clear();
    memory.returned.clear();
    memory.shifted.assign(count, false);
    memory.heads.assign(count, -1);
    memory.moves.assign(count, 0);
    memory.last_left.assign(count, -1);
    memory.last_right.assign(count, -1);
    memory.older.assign(count, -1);
  }

  bool finished() const { return memory_.stack.empty() && buffer_size() == 0; }

  /// The tokens that the model scores the next move by.
  std::array<std::int32_t, kParserSlots> slots() const {
    const std::int32_t first = buffer(0);
    const std::int32_t top = stack(0);
    return {first,
            buffer(1),
            top,
            stack(1),
            stack(2),
            first < 0 ? -1 : memory_.last_left[index(first)],
            top < 0 ? -1 : memory_.last_left[index(top)],
            top < 0 ? -1 : memory_.last_right[index(top)]};
  }

  /// Which kinds of moves are allowed. A sentence is never broken, and the last token of the stack stays
  /// while there are others to come, so everything ends up under one root.
  std::array<bool, 5> allowed() const {
    const std::size_t depth = memory_.stack.size();
    if (depth == 0) return {true, false, false, false, false};
    if (buffer_size() == 0) return {false, true, false, false, false};
    const bool may_shift = buffer_size() > 1 && !memory_.shifted[index(buffer(0))];
    return {may_shift, depth > 1, true, true, false};
  }

  void apply(MoveKind kind, std::uint8_t move) {
    switch (kind) {
      case MoveKind::kShift:
        push();
        break;
      case MoveKind::kReduce:
        reduce();
        break;
      case MoveKind::kLeft:
        set_head(stack(0), buffer(0), move);
        memory_.shifted[index(buffer(0))] = false;
        memory_.stack.pop_back();
        break;
      case MoveKind::kRight:
        set_head(buffer(0), stack(0), move);
        push();
        break;
      case MoveKind::kBreak:
        break;
    }
  }

 private:
  static std::size_t index(std::int32_t token) { return static_cast<std::size_t>(token); }

  std::int32_t stack(std::size_t at) const {
    return at < memory_.stack.size() ? memory_.stack[memory_.stack.size() - 1 - at] : -1;
  }

  std::int32_t buffer(std::size_t at) const {
    const std::size_t returned = memory_.returned.size();
    if (at < returned) return memory_.returned[returned - 1 - at];
    const std::int32_t token = next_ + static_cast<std::int32_t>(at - returned);
    return token < count_ ? token : -1;
  }

  std::size_t buffer_size() const { return index(count_ - next_) + memory_.returned.size(); }

  void push() {
    memory_.stack.push_back(buffer(0));
    if (memory_.returned.empty()) {
      ++next_;
    } else {
      memory_.returned.pop_back();
    }
  }

  void reduce() {
    const std::int32_t top = stack(0);
    memory_.stack.pop_back();
    if (memory_.heads[index(top)] >= 0 || memory_.stack.empty()) return;
    memory_.shifted[index(top)] = true;
    memory_.returned.push_back(top);
  }

  std::int32_t& last_child(std::int32_t head, std::int32_t child) {
    return (head > child ? memory_.last_left : memory_.last_right)[index(head)];
  }

  void set_head(std::int32_t child, std::int32_t head, std::uint8_t move) {
    take_from_head(child);
    std::int32_t& last = last_child(head, child);
    memory_.older[index(child)] = last;
    last = child;
    memory_.heads[index(child)] = head;
    memory_.moves[index(child)] = move;
  }

  void take_from_head(std::int32_t child) {
    const std::int32_t head = memory_.heads[index(child)];
    if (head < 0) return;
    std::int32_t* link = &last_child(head, child);
    while (*link != child) link = &memory_.older[index(*link)];
    *link = memory_.older[index(child)];
  }

  ParserMemory& memory_;
  std::int32_t count_;
  std::int32_t next_ = 0;  ///< the first token that has not been in the stack
};

Parser::Parser(const Model& model) : weights_(model.parser()) {
  for (const std::string_view name : weights_.moves) moves_.push_back(read_move(name));
}

Parser::Move Parser::read_move(std::string_view name) {
  constexpr std::string_view kKinds = "SDLRB";
  constexpr std::string_view kLifted = "||";
  const auto fail = [name] {
    throw MachineError("english.model", "has the unknown move '" + std::string(name) + "'",
                       "build or install whofunds again");
  };
  const std::size_t kind = name.empty() ? std::string_view::npos : kKinds.find(name[0]);
  if (kind == std::string_view::npos) fail();
  Move move;
  move.kind = static_cast<MoveKind>(kind);
  if (name.size() < 3) return move;

  std::string_view label = name.substr(2);
  const std::size_t lifted = label.find(kLifted);
  if (lifted != std::string_view::npos) {
    move.relation_of_head = find_relation(label.substr(lifted + kLifted.size()));
    if (!move.relation_of_head) fail();
    label = label.substr(0, lifted);
  }
  const auto relation = find_relation(label);
  if (!relation) fail();
  move.relation = *relation;
  return move;
}

void Parser::parse(std::span<const float> vectors, ParserMemory& memory, std::span<Word> words) const {
  memory.scorer.prepare(weights_, vectors);
  State state(memory, words.size());
  while (!state.finished()) {
    const auto slots = state.slots();
    const auto scores = memory.scorer.score(weights_, slots);
    const auto allowed = state.allowed();
    std::size_t best = moves_.size();
    for (std::size_t move = 0; move < moves_.size(); ++move) {
      if (!allowed[static_cast<std::size_t>(moves_[move].kind)]) continue;
      if (best == moves_.size() || scores[move] > scores[best]) best = move;
    }
    state.apply(moves_[best].kind, static_cast<std::uint8_t>(best));
  }
  for (std::size_t at = 0; at < words.size(); ++at) {
    words[at].head = memory.heads[at];
    words[at].relation = words[at].head < 0 ? Relation::kRoot : moves_[memory.moves[at]].relation;
  }
  restore_crossing(moves_, memory, words);
}

/// Hangs each lifted word on the first word below its head, breadth first, that has the relation its label
/// names.
void Parser::restore_crossing(std::span<const Move> moves, ParserMemory& memory, std::span<Word> words) {
  const auto count = static_cast<std::int32_t>(words.size());
  const auto word = [&](std::int32_t at) -> Word& { return words[static_cast<std::size_t>(at)]; };
  for (std::int32_t lifted = 0; lifted < count; ++lifted) {
    if (word(lifted).head < 0) continue;
    const auto wanted = moves[memory.moves[static_cast<std::size_t>(lifted)]].relation_of_head;
    if (!wanted) continue;
    memory.queue.assign(1, word(lifted).head);
    std::int32_t found = -1;
    for (std::size_t at = 0; at < memory.queue.size() && found < 0; ++at) {
      for (std::int32_t child = 0; child < count && found < 0; ++child) {
        if (child == lifted || word(child).head != memory.queue[at]) continue;
        if (word(child).relation == *wanted) found = child;
        memory.queue.push_back(child);
      }
    }
    if (found >= 0) word(lifted).head = found;
  }
}

}  // namespace whofunds::tagging::english
