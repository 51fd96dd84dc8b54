#pragma once

#include <string>
#include <vector>

namespace whofunds::text {

/// A word on a page, and where: `left` to `right`, `top` to `bottom`, y growing downwards, in any one unit.
struct PlacedWord {
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  bool space_after = false;
};

/// The words of a page in reading order, column by column.
using PlacedPage = std::vector<PlacedWord>;

/// The running text of pages: lines joined into paragraphs, which an empty line parts, words that are parted
/// at line ends joined, and paragraphs that go on in the next column or on the next page made whole. Running
/// heads and page numbers are left out: lines at the top or the bottom of several pages that are the same but
/// for their numbers.
std::string running_text(const std::vector<PlacedPage>& pages);

}  // namespace whofunds::text
