#include "whofunds/text/page_columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace whofunds::text {
namespace {

/// Words side by side with no gap between them: a line of a column, or a cell.
struct Segment {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  std::vector<std::size_t> words;  ///< numbers in the page, from left to right

  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

using Segments = std::vector<Segment>;

double middle(const PlacedWord& word) {
  return (word.top + word.bottom) / 2;
}

/// Takes the words of one line apart where there is a gap as wide as the line is high.
void add_segments(const PlacedPage& page, std::vector<std::size_t> line, Segments& segments) {
  std::ranges::sort(line, {}, [&](std::size_t word) { return page[word].left; });
  bool begins = true;
  for (const std::size_t number : line) {
    const PlacedWord& word = page[number];
    if (begins || word.left - segments.back().right > word.bottom - word.top)
      segments.push_back({word.left, word.right, word.top, word.bottom, {}});
    begins = false;
    Segment& segment = segments.back();
    segment.right = std::max(segment.right, word.right);
    segment.bottom = std::max(segment.bottom, word.bottom);
    segment.words.push_back(number);
  }
}

/// From top to bottom.
Segments segments_of(const PlacedPage& page, std::vector<std::size_t> words) {
  std::ranges::stable_sort(words, {}, [&](std::size_t word) { return middle(page[word]); });
  Segments segments;
  std::vector<std::size_t> line;
  for (const std::size_t word : words) {
    const bool same = !line.empty() && middle(page[word]) - middle(page[line.front()]) <
                                           0.3 * (page[line.front()].bottom - page[line.front()].top);
    if (!same && !line.empty()) add_segments(page, std::exchange(line, {}), segments);
    line.push_back(word);
  }
  add_segments(page, std::move(line), segments);
  return segments;
}

/// Two columns beside each other.
struct Columns {
  Segments left;
  Segments right;
};

constexpr std::size_t kFewestLines = 6;

/// Whether most lines are about as long as the longest, and of several words.
bool is_running_text(const Segments& lines) {
  constexpr std::size_t kFewestWords = 4;
  if (lines.size() < kFewestLines) return false;
  std::vector<double> widths;
  for (const Segment& line : lines) widths.push_back(line.width());
  const auto longest = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::ranges::nth_element(widths, longest);
  const double full = 0.75 * *longest;
  const auto is_full = [&](const Segment& line) {
    return line.width() > full && line.words.size() >= kFewestWords;
  };
  return 10 * std::ranges::count_if(lines, is_full) >= 6 * static_cast<std::ptrdiff_t>(lines.size());
}

/// The columns on both sides of what is left of `edge`, in the longest stretch that nothing crosses.
Columns beside(const Segments& segments, double edge) {
  Columns longest;
  Columns columns;
  const auto keep = [&] {
    const auto length = [](const Columns& of) { return std::min(of.left.size(), of.right.size()); };
    if (length(columns) > length(longest)) longest = columns;
    columns = {};
  };
  for (const Segment& segment : segments) {
    const double gutter = edge - 0.4 * segment.height();
    if (segment.left < gutter && segment.right > gutter) {
      keep();
    } else {
      (segment.right <= gutter ? columns.left : columns.right).push_back(segment);
    }
  }
  keep();
  return longest;
}

/// The first two columns of running text, from the left. An edge that is tried is that of a tenth of the
/// lines, so that few are.
std::optional<Columns> columns_of(const Segments& segments) {
  constexpr double kSameEdge = 2;
  std::map<long, std::size_t> edges;
  for (const Segment& segment : segments) ++edges[std::lround(segment.left / kSameEdge)];
  for (const auto& [edge, lines] : edges) {
    if (lines < std::max(kFewestLines, segments.size() / 10)) continue;
    Columns columns = beside(segments, static_cast<double>(edge - 1) * kSameEdge);
    if (is_running_text(columns.left) && is_running_text(columns.right)) return columns;
  }
  return std::nullopt;
}

std::vector<std::size_t> words_of(const Segments& segments) {
  std::vector<std::size_t> words;
  for (const Segment& segment : segments)
    words.insert(words.end(), segment.words.begin(), segment.words.end());
  return words;
}

/// Appends the words of segments, column by column, each of which may be two, so many times over.
void append(const Segments& segments, int times, std::vector<std::size_t>& order) {
  const std::vector<std::size_t> words = words_of(segments);
  const std::optional<Columns> columns = times == 0 ? std::nullopt : columns_of(segments);
  // Where there is more than columns in it, it stays as it is.
  if (!columns || words_of(columns->left).size() + words_of(columns->right).size() < words.size()) {
    order.insert(order.end(), words.begin(), words.end());
    return;
  }
  append(columns->left, times - 1, order);
  append(columns->right, times - 1, order);
}

}  // namespace

PlacedPage in_columns(PlacedPage page) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page[i].text.empty()) all.push_back(i);
  }
  if (all.empty()) return page;
  const std::optional<Columns> columns = columns_of(segments_of(page, all));
  if (!columns) return page;
  enum class Side { kNone, kLeft, kRight };
  std::vector<Side> sides(page.size(), Side::kNone);
  for (const std::size_t word : words_of(columns->left)) sides[word] = Side::kLeft;
  for (const std::size_t word : words_of(columns->right)) sides[word] = Side::kRight;
  std::size_t turns = 0;
  Side side = Side::kLeft;
  for (const Side next : sides) {
    if (next == Side::kNone || next == side) continue;
    ++turns;
    side = next;
  }
  if (turns <= 1) return page;

  constexpr int kTimes = 3;
  std::vector<std::size_t> order;
  append(columns->left, kTimes, order);
  append(columns->right, kTimes, order);
  PlacedPage result;
  bool placed = false;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (sides[i] == Side::kNone) {
      result.push_back(std::move(page[i]));
    } else if (!std::exchange(placed, true)) {
      for (const std::size_t word : order) result.push_back(page[word]);
    }
  }
  return result;
}

}  // namespace whofunds::text
