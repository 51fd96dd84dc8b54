#include "whofunds/entities/legal_forms.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::entities;

namespace {

// A folder of data with one language, gone at the end of the test.
class Share {
 public:
  explicit Share(const std::string& toml)
      : folder_(std::filesystem::temp_directory_path() / ("whofunds-forms-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_ / "language" / "xx");
    std::ofstream(folder_ / "language" / "xx" / "legal_forms.toml") << toml;
  }
  ~Share() { std::filesystem::remove_all(folder_); }
  Share(const Share&) = delete;
  Share& operator=(const Share&) = delete;

  const std::filesystem::path& path() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

std::string fault_of(const std::string& toml) {
  const Share share(toml);
  try {
    load_legal_forms(share.path());
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("the shipped legal forms load, in both languages") {
  const LegalForms forms = load_legal_forms(std::getenv("WHOFUNDS_SHARE"));
  CHECK(forms.stands_before("ооо"));
  CHECK(forms.stands_after("gmbh"));
  CHECK(forms.stands_after("spa"));
  CHECK_FALSE(forms.stands_before("gmbh"));
  CHECK(forms.is_generic("фонд"));
  CHECK(forms.longest() >= 4);
}

TEST_CASE("a file of legal forms that is wrong names the line and what to do") {
  CHECK(fault_of("\n[[form]]\nwords = [\"X\"]\nkind = \"company\"\n")
            .find("legal_forms.toml:2: 'position' is missing") != std::string::npos);
  CHECK(fault_of("generic = [3]").find("legal_forms.toml:1: this must be a text") != std::string::npos);
  CHECK(fault_of("[[form]]\nwords = [\"X\"]\nposition = \"after\"\nkind = \"company\"\n").empty());
}

TEST_CASE("a folder without data is a fault of the installation") {
  CHECK_THROWS_AS(load_legal_forms("/nowhere"), MachineError);
}

TEST_CASE("taking over legal forms is a union") {
  LegalForms a;
  LegalForms b;
  a.add_form("ООО", true, true);
  b.add_form("Inc.", false, true);
  LegalForms ab = a;
  ab.merge(b);
  LegalForms ba = b;
  ba.merge(a);
  CHECK(ab == ba);
  ab.merge(ab);
  CHECK(ab == ba);
  CHECK(ab.stands_after("inc"));
}
