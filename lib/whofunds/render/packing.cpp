#include "whofunds/render/packing.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace whofunds::render {
namespace {

constexpr double kShape = 1.5;  // width to height: between a sheet of paper on its side and a screen

// What is taken, as seen from below: steps from left to right, each as far down as something stands there.
class Skyline {
 public:
  explicit Skyline(double width) : width_(width), steps_{{0, 0}} {}

  // Takes a place for a rectangle; it fits, or is wider than all.
  Corner take(const Size& size) {
    Corner best{.x = 0, .y = std::numeric_limits<double>::infinity()};
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      if (at > 0 && steps_[at].x + size.width > width_) break;
      if (const double y = lowest(at, size.width); y < best.y) best = {.x = steps_[at].x, .y = y};
    }
    cover(best.x, best.x + size.width, best.y + size.height);
    return best;
  }

 private:
  double end_of(std::size_t at) const {
    return at + 1 < steps_.size() ? steps_[at + 1].x : std::numeric_limits<double>::infinity();
  }

  // How far down reaches what stands above that width from a step on.
  double lowest(std::size_t at, double width) const {
    const double end = steps_[at].x + width;
    double y = 0;
    for (; at < steps_.size() && steps_[at].x < end; ++at) y = std::max(y, steps_[at].y);
    return y;
  }

  void cover(double begin, double end, double y) {
    std::vector<Corner> steps;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      if (steps_[at].x < begin) steps.push_back(steps_[at]);
    }
    steps.push_back({begin, y});
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      if (end_of(at) > end) steps.push_back({std::max(steps_[at].x, end), steps_[at].y});
    }
    steps_ = std::move(steps);
  }

  double width_;
  std::vector<Corner> steps_;
};

struct Packing {
  std::vector<Corner> corners;
  Size size;
};

Packing packed_into(double width, std::span<const Size> sizes, std::span<const std::size_t> order) {
  Packing packing{.corners = std::vector<Corner>(sizes.size()), .size = {}};
  Skyline skyline(width);
  for (const std::size_t number : order) {
    const Corner corner = skyline.take(sizes[number]);
    packing.corners[number] = corner;
    packing.size.width = std::max(packing.size.width, corner.x + sizes[number].width);
    packing.size.height = std::max(packing.size.height, corner.y + sizes[number].height);
  }
  return packing;
}

// How high the page of our shape is that holds it.
double page_height(const Size& size) {
  return std::max(size.height, size.width / kShape);
}

}  // namespace

std::vector<Corner> packed(std::span<const Size> sizes, double gap) {
  constexpr double kStep = 1.07;  // between widths that are tried
  std::vector<Size> spaced(sizes.begin(), sizes.end());
  double widest = 0;
  double all = 0;
  for (Size& size : spaced) {
    size = {.width = size.width + gap, .height = size.height + gap};
    widest = std::max(widest, size.width);
    all += size.width;
  }
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t number) { return spaced[number].height; });

  Packing best = packed_into(widest, spaced, order);
  for (double width = widest * kStep; width < all * kStep; width *= kStep) {
    Packing other = packed_into(width, spaced, order);
    if (page_height(other.size) < page_height(best.size)) best = std::move(other);
    if (width / kShape > page_height(best.size)) break;  // wider ones are only larger
  }
  return std::move(best.corners);
}

}  // namespace whofunds::render
