#include "scratch_folder.hpp"

#include <stdexcept>

#include <sqlite3.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, not C++

namespace whofunds::examples {

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "whofunds-store-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test: " + name);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code none;
  std::filesystem::permissions(path_, std::filesystem::perms::owner_all, none);
  std::filesystem::remove_all(path_, none);
}

void run_sql(const std::filesystem::path& file, const char* sql) {
  sqlite3* database = nullptr;
  bool done = sqlite3_open(file.c_str(), &database) == SQLITE_OK;
  done = done && sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
  sqlite3_close(database);
  if (!done) throw std::runtime_error("SQLite refuses: " + std::string(sql));
}

}  // namespace whofunds::examples
