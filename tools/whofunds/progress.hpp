#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace whofunds::tools {

/// What a batch has come to: "1234 documents, 85/s, 40 %, 2 min left".
std::string progress_line(std::size_t count, std::string_view what, double seconds, double part_done);

/// A count that grows, shown on standard error where that is a terminal, and taken away at the end.
class Progress {
 public:
  /// `what` is counted: "documents". `part_done`, where it is given, says how much of all is done, 0 … 1; 0
  /// where nobody knows. It is asked only when the line is shown.
  explicit Progress(std::string_view what, std::function<double()> part_done = nullptr);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  bool is_shown() const { return terminal_; }
  void step();
  /// Clears the line, so that a message can stand there.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;

  std::string what_;
  std::function<double()> part_done_;
  std::size_t count_ = 0;
  bool shown_ = false;
  bool terminal_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
};

}  // namespace whofunds::tools
