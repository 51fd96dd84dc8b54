#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

#include "whofunds/graph/frozen_graph.hpp"

namespace whofunds::store {

/// The file of the frozen form of a graph.
std::filesystem::path frozen_path(const std::filesystem::path& graph);

/// A frozen form of up to so many bytes is read whole when it is opened, which takes some milliseconds.
inline constexpr std::uint64_t kAlwaysChecked = std::uint64_t{16} << 20U;

/// The frozen form in the file, if it bears that stamp and is as it was written; nothing otherwise.
///
/// A larger form than `always_checked` is not read where its time of change says that nobody has written to
/// it since it was made or last checked. So a form that a disk has spoilt without a trace is found while it
/// is small, and by `drop_damaged_form`.
std::optional<graph::FrozenGraph> read_frozen(const std::filesystem::path& file,
                                              const graph::FrozenStamp& stamp,
                                              std::uint64_t always_checked = kAlwaysChecked);

/// Reads all of the frozen form in the file and takes it away if any part is damaged. Returns whether it was.
bool drop_damaged_form(const std::filesystem::path& file);

/// The turn to make the frozen form of a graph. One process has it at a time, so that many who ask at once
/// need the memory and time of one; it ends with the process, however that ends.
class FreezeTurn {
 public:
  /// Waits for it. Where the folder cannot be written nobody waits, and `keep` keeps nothing.
  explicit FreezeTurn(std::filesystem::path file);
  ~FreezeTurn();
  FreezeTurn(const FreezeTurn&) = delete;
  FreezeTurn& operator=(const FreezeTurn&) = delete;

  /// Puts the frozen form into the file, whole or not at all. False where the folder or the disk does not
  /// take it.
  bool keep(const graph::FrozenGraph& frozen);

 private:
  bool write(const graph::FrozenGraph& frozen) const;

  std::filesystem::path file_;
  std::filesystem::path unfinished_;  // what is written; whoever has it locked has the turn
  int descriptor_ = -1;
};

}  // namespace whofunds::store
