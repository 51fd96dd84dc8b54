#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

namespace whofunds::text {

/// Reads lines without ever holding more than `limit` bytes of one. Takes from the input what is ready there,
/// so nobody else should read on from it.
class LineReader {
 public:
  /// `source` names the input in messages.
  LineReader(std::istream& input, std::string_view source, std::size_t limit)
      : input_(input), source_(source), limit_(limit) {}

  /// Reads the next line into `line`, without its end ("\n" or "\r\n"); of a longer line than the limit the
  /// beginning, while the rest is passed over. A byte order mark before the first line is dropped. False
  /// where the input has ended. Throws MachineError where reading fails.
  bool next(std::string& line);

  /// The number of the line that `next` gave, from 1.
  std::size_t number() const { return number_; }

  /// Whether that line was longer than the limit.
  bool too_long() const { return too_long_; }

 private:
  bool fill();

  std::istream& input_;
  std::string source_;
  std::size_t limit_;
  std::size_t number_ = 0;
  bool too_long_ = false;
  std::string piece_;   // read, and not yet given out
  std::size_t at_ = 0;  // how much of it was
};

}  // namespace whofunds::text
