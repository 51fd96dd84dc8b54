#include "whofunds/store/frozen_file.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

namespace whofunds::store {
namespace {

using graph::FrozenGraph;
using graph::FrozenStamp;

// A file that was found whole is sealed: the nanoseconds of its time of change are made a digest of what is
// in it. Whoever writes to it, or copies it, gives it another time.
long seal_of(const FrozenGraph& frozen) {
  constexpr std::uint64_t kNanoseconds = 1'000'000'000;
  return static_cast<long>(frozen.checksum() % kNanoseconds);
}

void seal(const std::filesystem::path& file, const FrozenGraph& frozen) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0) return;
  timespec changed = found.st_mtim;
  changed.tv_nsec = seal_of(frozen);
  const timespec times[] = {{.tv_sec = 0, .tv_nsec = UTIME_OMIT}, changed};
  ::utimensat(AT_FDCWD, file.c_str(), times, 0);  // where that is not allowed, it is read again next time
}

bool is_sealed(const std::filesystem::path& file, const FrozenGraph& frozen) {
  struct stat found {};
  return ::stat(file.c_str(), &found) == 0 && found.st_mtim.tv_nsec == seal_of(frozen);
}

bool is_same_file(int descriptor, const std::filesystem::path& file) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

bool lock(int descriptor) {
  int result = 0;
  do {
    result = ::flock(descriptor, LOCK_EX);
  } while (result != 0 && errno == EINTR);
  return result == 0;
}

bool write_all(int descriptor, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::filesystem::path frozen_path(const std::filesystem::path& graph) {
  return graph.string() + ".frozen";
}

std::optional<FrozenGraph> read_frozen(const std::filesystem::path& file, const FrozenStamp& stamp,
                                       std::uint64_t always_checked) {
  try {
    FrozenGraph found = FrozenGraph::open(file);
    if (found.stamp() != stamp) return std::nullopt;
    const bool sealed = is_sealed(file, found);
    if (!sealed || found.bytes().size() <= always_checked) found.check();
    if (!sealed) seal(file, found);
    return found;
  } catch (const Error&) {
    // None, or none that can be used: it is made anew.
  }
  return std::nullopt;
}

bool drop_damaged_form(const std::filesystem::path& file) {
  std::error_code none;
  if (!std::filesystem::exists(file, none)) return false;
  try {
    FrozenGraph::open(file).check();
    return false;
  } catch (const InputError&) {
    return std::filesystem::remove(file, none);
  }
}

FreezeTurn::FreezeTurn(std::filesystem::path file)
    : file_(std::move(file)), unfinished_(file_.string() + ".unfinished") {
  constexpr mode_t kRights = 0666;
  for (;;) {
    descriptor_ = ::open(unfinished_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kRights);
    if (descriptor_ < 0) return;
    const bool locked = lock(descriptor_);
    if (locked && is_same_file(descriptor_, unfinished_)) return;
    // Whoever had the turn before has given the file that was waited for its final name, or taken it away.
    ::close(std::exchange(descriptor_, -1));
    if (!locked) return;
  }
}

FreezeTurn::~FreezeTurn() {
  if (descriptor_ < 0) return;
  if (is_same_file(descriptor_, unfinished_)) ::unlink(unfinished_.c_str());
  ::close(descriptor_);
}

bool FreezeTurn::write(const FrozenGraph& frozen) const {
  return descriptor_ >= 0 && ::ftruncate(descriptor_, 0) == 0 && write_all(descriptor_, frozen.bytes()) &&
         ::fsync(descriptor_) == 0;
}

bool FreezeTurn::keep(const FrozenGraph& frozen) {
  if (!write(frozen)) return false;
  seal(unfinished_, frozen);
  return ::rename(unfinished_.c_str(), file_.c_str()) == 0;
}

}  // namespace whofunds::store
