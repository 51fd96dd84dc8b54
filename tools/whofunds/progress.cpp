#include "progress.hpp"

#include <cmath>
#include <iostream>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace whofunds::tools {
namespace {

/// "40 s", "12 min", "3 h 05 min".
std::string duration_text(double seconds) {
  constexpr double kMinute = 60;
  constexpr double kHour = 3600;
  if (seconds < kMinute) return fmt::format("{:.0f} s", seconds);
  if (seconds < kHour) return fmt::format("{:.0f} min", seconds / kMinute);
  const auto minutes = static_cast<long>(std::lround(seconds / kMinute));
  return fmt::format("{} h {:02} min", minutes / 60, minutes % 60);
}

}  // namespace

std::string progress_line(std::size_t count, std::string_view what, double seconds, double part_done) {
  const double rate = seconds > 0 ? static_cast<double>(count) / seconds : 0;
  std::string line = fmt::format("{} {}, {:.{}f}/s", count, what, rate, rate < 10 ? 1 : 0);
  if (part_done > 0) {
    line += fmt::format(", {:.0f} %", 100 * part_done);
    line += fmt::format(", {} left", duration_text(seconds * (1 - part_done) / part_done));
  }
  return line;
}

Progress::Progress(std::string_view what, std::function<double()> part_done)
    : what_(what), part_done_(std::move(part_done)), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  hide();
}

void Progress::step() {
  ++count_;
  if (!terminal_) return;
  constexpr auto kBetweenShows = std::chrono::milliseconds(200);
  const Clock::time_point now = Clock::now();
  if (now - last_ < kBetweenShows) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  std::cerr << "\r\033[K" << progress_line(count_, what_, seconds, part_done_ ? part_done_() : 0)
            << std::flush;
  shown_ = true;
}

void Progress::hide() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
  shown_ = false;
}

}  // namespace whofunds::tools
