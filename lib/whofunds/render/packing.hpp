#pragma once

#include <span>
#include <vector>

namespace whofunds::render {

struct Size {
  double width = 0;
  double height = 0;
};

/// Where the upper left corner of a rectangle comes, counted to the right and down.
struct Corner {
  double x = 0;
  double y = 0;
};

/// Places rectangles beside and under each other, `gap` apart, so that the whole has about the shape of a
/// page or a screen: the highest first, each as far up as there is room, then as far left. Corners in the
/// order of `sizes`; the same sizes give the same corners.
std::vector<Corner> packed(std::span<const Size> sizes, double gap);

}  // namespace whofunds::render
