#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "whofunds/graph/frozen_graph.hpp"

namespace whofunds::query {

/// A number by vertex, for a search that meets few of many vertices: open addressing with linear probing, so
/// that its cost goes with what was met.
class VertexMap {
 public:
  VertexMap() : slots_(kFirst, kEmpty) {}

  /// Sets the number of a vertex that has none yet; false, and nothing done, if it has one.
  bool insert(graph::VertexNumber vertex, std::uint32_t number) {
    std::size_t at = place(vertex);
    for (; slots_[at] != kEmpty; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at] >> kVertexShift == vertex) return false;
    }
    slots_[at] = (std::uint64_t{vertex} << kVertexShift) | number;
    if (++size_ * 2 > slots_.size()) grow();
    return true;
  }

  /// Calls the place of a vertex into the cache, for who will ask for it soon.
  void expect(graph::VertexNumber vertex) const { __builtin_prefetch(&slots_[place(vertex)]); }

  std::optional<std::uint32_t> find(graph::VertexNumber vertex) const {
    for (std::size_t at = place(vertex); slots_[at] != kEmpty; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at] >> kVertexShift == vertex) return static_cast<std::uint32_t>(slots_[at]);
    }
    return std::nullopt;
  }

  bool contains(graph::VertexNumber vertex) const { return find(vertex).has_value(); }
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kFirst = 64;
  static constexpr unsigned kVertexShift = 32;
  static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};  // no vertex has this number

  std::size_t place(graph::VertexNumber vertex) const {
    constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15;
    return static_cast<std::size_t>((vertex * kGolden) >> kVertexShift) & (slots_.size() - 1);
  }

  void grow() {
    std::vector<std::uint64_t> old(slots_.size() * 4, kEmpty);
    old.swap(slots_);
    for (const std::uint64_t slot : old) {
      if (slot == kEmpty) continue;
      std::size_t at = place(static_cast<graph::VertexNumber>(slot >> kVertexShift));
      while (slots_[at] != kEmpty) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<std::uint64_t> slots_;
  std::size_t size_ = 0;
};

}  // namespace whofunds::query
