#include "whofunds/text/page_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "whofunds/text/page_columns.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

struct Line {
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double first_word = 0;  ///< its width

  double height() const { return bottom - top; }
};

using Lines = std::vector<Line>;

constexpr std::string_view kSoftHyphen = "\u00AD";

/// Takes away the soft hyphens of a line but for one at its end, which says that a word goes on.
void drop_unseen_hyphens(std::string& text) {
  std::size_t at = 0;
  while ((at = text.find(kSoftHyphen, at)) != std::string::npos && at + kSoftHyphen.size() < text.size())
    text.erase(at, kSoftHyphen.size());
}

/// Whether a word goes on in the line.
bool continues(const Line& line, const PlacedWord& word) {
  const double middle = (word.top + word.bottom) / 2;
  const bool beside = middle > line.top && middle < line.bottom;
  return beside && word.left >= line.right - 0.5 * line.height();
}

Lines lines_of(const PlacedPage& page) {
  constexpr double kGap = 0.1;  // of the height of a line; parted words that no space was written between
  Lines lines;
  bool space = false;
  for (const PlacedWord& word : page) {
    if (word.text.empty()) continue;
    if (!lines.empty() && continues(lines.back(), word)) {
      Line& line = lines.back();
      if (word.text == kSoftHyphen) {  // has no width, wherever it is said to be
        line.text += word.text;
        continue;
      }
      const bool apart = space || word.left - line.right > kGap * line.height();
      line.text.append(apart ? " " : "").append(word.text);
      line.right = std::max(line.right, word.right);
      line.top = std::min(line.top, word.top);
      line.bottom = std::max(line.bottom, word.bottom);
    } else {
      lines.push_back({word.text, word.left, word.right, word.top, word.bottom, word.right - word.left});
    }
    space = word.space_after;
  }
  for (Line& line : lines) drop_unseen_hyphens(line.text);
  return lines;
}

/// A line with its numbers made alike: what the heads of all pages have in common.
std::string pattern_of(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) pattern += c;
    if (digit && !pattern.ends_with('#')) pattern += '#';
  }
  return pattern;
}

/// The lines of a page that may be its head or its foot: the two highest and the two lowest.
std::vector<std::size_t> edge_lines(const Lines& lines) {
  std::vector<std::size_t> order(lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return lines[a].top < lines[b].top; });
  constexpr std::size_t kEdge = 2;
  if (order.size() > 2 * kEdge) order.erase(order.begin() + kEdge, order.end() - kEdge);
  return order;
}

bool is_page_number(std::string_view pattern) {
  constexpr std::size_t kLongest = 12;
  return pattern.find('#') != std::string_view::npos &&
         pattern.find_first_not_of("#-–— .|/") == std::string_view::npos && pattern.size() < kLongest;
}

void drop_running_heads(std::vector<Lines>& pages) {
  std::map<std::string, std::set<std::size_t>> pages_with;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const std::size_t i : edge_lines(pages[p])) pages_with[pattern_of(pages[p][i].text)].insert(p);
  }
  const std::size_t fewest = std::max<std::size_t>(2, std::min<std::size_t>(pages.size() / 3, 10));
  for (Lines& lines : pages) {
    const std::vector<std::size_t> edges = edge_lines(lines);
    std::set<std::size_t> dropped;
    for (const std::size_t i : edges) {
      const std::string pattern = pattern_of(lines[i].text);
      const bool at_very_edge = i == edges.front() || i == edges.back();
      if (pages_with[pattern].size() >= fewest || (at_very_edge && is_page_number(pattern)))
        dropped.insert(i);
    }
    Lines kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!dropped.contains(i)) kept.push_back(std::move(lines[i]));
    }
    lines = std::move(kept);
  }
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kFinal = ".!?:;";
  while (text.ends_with('"') || text.ends_with(')')) text.remove_suffix(1);
  for (const std::string_view quote : {"»", "”", "’"}) {
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return text.ends_with("…") || (!text.empty() && kFinal.find(text.back()) != std::string_view::npos);
}

/// Whether a hyphen between the two parts is one of the word, whoever ended the line there: "Riga-based",
/// "пресс-служба".
bool has_own_hyphen(std::string_view first, std::string_view second) {
  constexpr std::array<std::string_view, 5> kFirst{"пресс", "вице", "премьер", "интернет", "онлайн"};
  constexpr std::array<std::string_view, 5> kSecond{"based", "backed", "owned", "led", "controlled"};
  constexpr std::size_t kFewest = 4;  // "de-based" may well be one word
  const auto is_cut_from = [](std::string_view text, std::string_view word) {
    return text.starts_with(word) && (text.size() == word.size() || u_isalpha(text[word.size()]) == 0);
  };
  return std::ranges::find(kFirst, first) != kFirst.end() ||
         (first.size() >= kFewest &&
          std::ranges::any_of(kSecond, [&](std::string_view word) { return is_cut_from(second, word); }));
}

/// Joins lines to paragraphs and these to a text.
class Joining {
 public:
  void add_page(const Lines& lines) {
    const std::vector<double> edges = right_edges(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool goes_on =
          i == 0 ? goes_on_after_break(lines[0]) : is_same_paragraph(lines[i - 1], lines[i], edges[i - 1]);
      if (!goes_on) finish();
      join(lines[i].text);
    }
  }

  std::string take() {
    finish();
    return std::move(all_);
  }

  void remember_hyphens(const Lines& lines) {
    for (const Line& line : lines) {
      for (std::size_t begin = 0; begin < line.text.size();) {
        const std::size_t end = std::min(line.text.size(), line.text.find(' ', begin));
        const std::string_view word = std::string_view(line.text).substr(begin, end - begin);
        const std::size_t hyphen = word.find('-');
        if (hyphen != std::string_view::npos && hyphen + 1 < word.size()) hyphenated_.emplace(word);
        begin = end + 1;
      }
    }
  }

 private:
  /// For each line, how far the lines near it that begin about where it does go to the right; the farthest
  /// of many do not count, which may stand over several columns.
  static std::vector<double> right_edges(const Lines& lines) {
    constexpr std::size_t kNear = 30;
    constexpr std::size_t kOneOf = 10;
    std::vector<double> edges;
    std::vector<double> beside;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      beside.clear();
      for (std::size_t near = i - std::min(i, kNear); near < std::min(lines.size(), i + kNear); ++near) {
        if (std::abs(lines[near].left - lines[i].left) < 3 * lines[i].height())
          beside.push_back(lines[near].right);
      }
      if (beside.empty()) beside.push_back(lines[i].right);
      const auto edge = beside.begin() + static_cast<std::ptrdiff_t>((beside.size() + kOneOf / 2) / kOneOf);
      std::ranges::nth_element(beside, edge, std::greater());
      edges.push_back(std::max(*edge, lines[i].right));
    }
    return edges;
  }

  bool goes_on_after_break(const Line& next) const {
    return !paragraph_.empty() && !ends_sentence(paragraph_) && u_islower(first_code_point(next.text));
  }

  bool is_same_paragraph(const Line& line, const Line& next, double edge) const {
    const double height = std::max(line.height(), 1.0);
    const double gap = next.top - line.bottom;
    const bool other_column = next.top < line.top - height;
    if (other_column) return goes_on_after_break(next);
    const double ratio = next.height() / height;
    const bool indented = next.left > line.left + 0.6 * height && ends_sentence(line.text);
    const bool had_room = line.right + 0.25 * height + next.first_word < edge;
    const bool ended_early = had_room && line.right < edge - 0.15 * (edge - line.left) &&
                             !line.text.ends_with('-') && !u_islower(first_code_point(next.text));
    return gap < 0.75 * height && ratio > 0.85 && ratio < 1.18 && !indented && !ended_early;
  }

  void join(std::string_view line) {
    if (!paragraph_.empty() && !join_parted_word(line)) paragraph_ += ' ';
    paragraph_ += line;
  }

  /// Where the paragraph ends in the first part of a word, takes the hyphen away if it is there only because
  /// the line ended. Says whether a word was parted.
  bool join_parted_word(std::string_view line) {
    constexpr std::string_view kUnicode = "\u2010";
    for (const std::string_view hyphen : {std::string_view("-"), kSoftHyphen, kUnicode}) {
      if (!paragraph_.ends_with(hyphen)) continue;
      const std::size_t end = paragraph_.size() - hyphen.size();
      const std::size_t begin = paragraph_.find_last_of(' ', end) + 1;
      if (end == begin) return false;
      const std::string first = paragraph_.substr(begin, end - begin);
      const std::string_view second = line.substr(0, std::min(line.size(), line.find(' ')));
      const std::string whole = first + "-" + std::string(second);
      const bool is_lower = u_islower(first_code_point(line)) != 0;
      const bool own =
          hyphenated_.contains(whole) || (hyphen != kSoftHyphen && has_own_hyphen(first, second));
      if (is_lower && !own) paragraph_.resize(end);
      return is_lower || u_isalnum(first_code_point(line)) != 0;
    }
    return false;
  }

  void finish() {
    if (!paragraph_.empty()) all_.append(all_.empty() ? "" : "\n\n").append(paragraph_);
    paragraph_.clear();
  }

  std::string all_;
  std::string paragraph_;
  std::set<std::string, std::less<>> hyphenated_;  // words with a hyphen that stand within a line
};

}  // namespace

std::string running_text(const std::vector<PlacedPage>& pages) {
  std::vector<Lines> lines;
  lines.reserve(pages.size());
  for (const PlacedPage& page : pages) lines.push_back(lines_of(in_columns(page)));
  drop_running_heads(lines);
  Joining joining;
  for (const Lines& page : lines) joining.remember_hyphens(page);
  for (const Lines& page : lines) joining.add_page(page);
  return joining.take();
}

}  // namespace whofunds::text
