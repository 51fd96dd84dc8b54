#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace whofunds::language {

/// A value that each thread has for itself, of one object: what it remembers so as not to work it out again.
///
///     const PerThread<Memory> memories;
///     Memory& memory = memories.get([] { return Memory(); });
template <typename Value>
class PerThread {
 public:
  PerThread() : serial_(++last_serial()) {}

  PerThread(const PerThread&) = delete;
  PerThread& operator=(const PerThread&) = delete;

  /// The value of this thread; where it has none yet, what `make()` gives.
  template <typename Make>
  Value& get(const Make& make) const {
    thread_local std::vector<std::unique_ptr<Owned>> values;
    for (const std::unique_ptr<Owned>& owned : values) {
      if (owned->serial == serial_) return owned->value;
    }
    // Objects come and go in tests only; a thread need not remember for all of them.
    if (values.size() >= kMost) values.erase(values.begin());
    values.push_back(std::make_unique<Owned>(serial_, make()));
    return values.back()->value;
  }

 private:
  struct Owned {
    Owned(std::uint64_t of, Value made) : serial(of), value(std::move(made)) {}
    std::uint64_t serial;
    Value value;
  };

  static constexpr std::size_t kMost = 8;

  static std::atomic<std::uint64_t>& last_serial() {
    static std::atomic<std::uint64_t> last = 0;
    return last;
  }

  std::uint64_t serial_;  ///< tells the values of different objects apart
};

}  // namespace whofunds::language
