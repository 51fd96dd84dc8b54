#include "whofunds/language/share.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"

using whofunds::language::share_directory;

namespace {

/// Sets WHOFUNDS_SHARE for a while.
class ToldShare {
 public:
  explicit ToldShare(const std::string& folder) {
    if (const char* const told = std::getenv("WHOFUNDS_SHARE")) before_ = told;
    ::setenv("WHOFUNDS_SHARE", folder.c_str(), 1);
  }
  ~ToldShare() { ::setenv("WHOFUNDS_SHARE", before_.c_str(), 1); }
  ToldShare(const ToldShare&) = delete;
  ToldShare& operator=(const ToldShare&) = delete;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("the share folder is the one that the environment names") {
  const std::string folder = std::filesystem::temp_directory_path().string();
  const ToldShare told(folder);
  CHECK(share_directory() == folder);
}

TEST_CASE("a share folder that is not there is refused by name") {
  const ToldShare told("no/such/folder");
  CHECK_THROWS_WITH_AS(share_directory(), doctest::Contains("no/such/folder"), whofunds::MachineError);
}

TEST_CASE("without the environment the share folder is found beside the program") {
  const ToldShare told("");
  CHECK(std::filesystem::exists(share_directory() / "russian.dictionary"));
}
