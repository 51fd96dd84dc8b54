#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace whofunds::graph {

/// A name as it stands in the texts of a frozen graph.
struct FrozenName {
  std::string_view text;
  bool given = false;  ///< a document gave it to the entity as its own; otherwise only called it so
};

/// Adds a name: its length in groups of 7 bits, the lowest first (LEB128), a mark, its text.
void append_name(std::string& texts, const FrozenName& name);

/// Reads the names that stand from `begin` to before `end`.
class NameReader {
 public:
  NameReader(std::span<const char> texts, std::size_t begin, std::size_t end);

  /// The next; nothing after the last, or where the bytes make no sense.
  std::optional<FrozenName> next();

 private:
  std::string_view rest_;
};

}  // namespace whofunds::graph
