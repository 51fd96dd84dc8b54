#pragma once

#include <filesystem>
#include <string>

namespace whofunds::examples {

/// A folder for the files of one test, gone at its end.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Runs statements on a file of SQLite, past the store.
void run_sql(const std::filesystem::path& file, const char* sql);

}  // namespace whofunds::examples
