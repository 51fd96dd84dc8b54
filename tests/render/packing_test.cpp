#include "whofunds/render/packing.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace whofunds::render;

namespace {

bool touch(const Corner& a, const Size& of_a, const Corner& b, const Size& of_b, double gap) {
  return a.x < b.x + of_b.width + gap && b.x < a.x + of_a.width + gap && a.y < b.y + of_b.height + gap &&
         b.y < a.y + of_a.height + gap;
}

}  // namespace

TEST_CASE("rectangles of any size are packed apart to about the shape of a page") {
  std::vector<Size> sizes;
  for (int n = 0; n < 60; ++n) {
    sizes.push_back(
        {.width = 100.0 + (n * 37) % 400, .height = 30.0 + (n * n * 13) % (n % 7 == 0 ? 600 : 90)});
  }
  const std::vector<Corner> corners = packed(sizes, 20);
  REQUIRE(corners.size() == sizes.size());
  Size whole;
  double area = 0;
  for (std::size_t a = 0; a < sizes.size(); ++a) {
    CHECK(corners[a].x >= 0);
    CHECK(corners[a].y >= 0);
    whole.width = std::max(whole.width, corners[a].x + sizes[a].width);
    whole.height = std::max(whole.height, corners[a].y + sizes[a].height);
    area += (sizes[a].width + 20) * (sizes[a].height + 20);
    for (std::size_t b = 0; b < a; ++b) CHECK(!touch(corners[a], sizes[a], corners[b], sizes[b], 19.99));
  }
  CHECK(whole.width / whole.height > 1);
  CHECK(whole.width / whole.height < 2);
  CHECK(area / (whole.width * whole.height) > 0.7);
}

TEST_CASE("one rectangle, or none, stays where it is") {
  CHECK(packed({}, 20).empty());
  const std::vector<Size> one{{.width = 5000, .height = 10}};
  const std::vector<Corner> corners = packed(one, 20);
  REQUIRE(corners.size() == 1);
  CHECK(corners[0].x == 0);
  CHECK(corners[0].y == 0);
}

TEST_CASE("many rectangles that are alike fill a page") {
  const std::vector<Size> sizes(2000, {.width = 200, .height = 50});
  double right = 0;
  double down = 0;
  for (const Corner& corner : packed(sizes, 40)) {
    right = std::max(right, corner.x + 200);
    down = std::max(down, corner.y + 50);
  }
  CHECK(right / down > 1.3);
  CHECK(right / down < 1.7);
}
