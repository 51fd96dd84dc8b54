#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "whofunds/language/per_thread.hpp"

namespace whofunds::language {

/// What threads remember of the word forms that they met, each for itself: working out what a form can be
/// costs much more than looking it up, and a text says the same words over and over. A form that falls on the
/// place of another takes it, so that the memory does not grow.
///
///     const FormMemory<Traits> memory;
///     const Traits& traits = memory.find(form, [&](Traits& place) { place = traits_of(form); });
template <typename Value>
class FormMemory {
 public:
  /// `places` is how many forms a thread remembers; a power of two.
  explicit FormMemory(std::size_t places) : places_(places) {}

  /// The value of `form`; where this thread does not know it, `make(value)` fills in what an older form left
  /// there. It stays until this thread asks for another form.
  template <typename Make>
  const Value& find(std::string_view form, const Make& make) const {
    std::vector<Place>& places = memories_.get([this] { return std::vector<Place>(places_); });
    const std::uint64_t hash = std::hash<std::string_view>()(form) | 1U;  // zero marks an empty place
    Place& place = places[(hash >> 1U) & (places_ - 1)];
    if (place.hash != hash) {
      place.hash = 0;
      make(place.value);
      place.hash = hash;
    }
    return place.value;
  }

 private:
  struct Place {
    std::uint64_t hash = 0;
    Value value = {};
  };

  PerThread<std::vector<Place>> memories_;
  std::size_t places_;
};

}  // namespace whofunds::language
