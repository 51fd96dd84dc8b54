#include "output_file.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

namespace whofunds::tools {
namespace {

using Path = std::filesystem::path;

/// Writes a file where it stands. False, and `errno` says why, where that cannot be.
bool write_at(const Path& file, const std::function<void(std::ostream&)>& write) {
  std::ofstream output(file, std::ios::binary | std::ios::trunc);
  if (!output) return false;
  write(output);
  output.close();
  return !output.fail();
}

[[noreturn]] void raise(const std::string& file, int reason) {
  std::string remedy;
  if (reason == ENOSPC || reason == EDQUOT) remedy = "make room; what was there before is as it was";
  if (reason == EFBIG) remedy = "allow larger files (ulimit -f); what was there before is as it was";
  throw MachineError(file, "it could not be written: " + std::generic_category().message(reason), remedy);
}

/// A file that is gone again unless it was put in its place.
class Unfinished {
 public:
  explicit Unfinished(const Path& target) : file_(target.string() + fmt::format(".{}", ::getpid())) {}
  ~Unfinished() {
    std::error_code none;
    std::filesystem::remove(file_, none);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const Path& file() const { return file_; }

 private:
  Path file_;
};

/// The file that a path leads to, through links.
Path followed(const std::string& file) {
  std::error_code none;
  const Path target = std::filesystem::canonical(file, none);
  return none ? Path(file) : target;
}

Path folder_of(const Path& target) {
  return target.has_parent_path() ? target.parent_path() : Path(".");
}

/// Whether the file is to be written where it stands: it is no file but a pipe or device, it may not be
/// written, which is then said, or its folder takes no other file.
bool stays_in_place(const Path& target) {
  std::error_code none;
  const bool is_there = std::filesystem::exists(target, none);
  if (is_there && !std::filesystem::is_regular_file(target, none)) return true;
  if (is_there && ::access(target.c_str(), W_OK) != 0) return true;
  return ::access(folder_of(target).c_str(), W_OK | X_OK) != 0;
}

}  // namespace

void check_writable(const std::string& file) {
  const Path target = followed(file);
  std::error_code none;
  const bool is_there = std::filesystem::exists(target, none);
  if (std::filesystem::is_directory(target, none)) raise(file, EISDIR);
  if (::access((is_there ? target : folder_of(target)).c_str(), is_there ? W_OK : W_OK | X_OK) != 0)
    raise(file, errno);
}

void write_file(const std::string& file, const std::function<void(std::ostream&)>& write) {
  std::error_code none;
  const Path target = followed(file);  // a link stays, what it leads to is written
  errno = 0;
  if (stays_in_place(target)) {
    if (!write_at(target, write)) raise(file, errno);
    return;
  }
  const Unfinished unfinished(target);
  if (!write_at(unfinished.file(), write)) raise(file, errno);
  const auto before = std::filesystem::status(target, none);
  if (!none && std::filesystem::exists(before))
    std::filesystem::permissions(unfinished.file(), before.permissions(), none);
  std::filesystem::rename(unfinished.file(), target, none);
  if (none) raise(file, none.value());
}

}  // namespace whofunds::tools
