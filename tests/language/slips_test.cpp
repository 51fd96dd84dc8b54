// Runs slips.toml: what is said of slips in data files, which people edit who have no compiler.

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/language/syntax_data.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/text/data_file.hpp"
#include "whofunds/text/segmentation_rules.hpp"

using namespace whofunds;
using namespace whofunds::language;

namespace {

/// A copy of the words of all languages that the test may spoil, gone at its end.
class CopiedWords {
 public:
  CopiedWords() {
    std::filesystem::remove_all(share_);
    std::filesystem::create_directories(share_);
    std::filesystem::copy(std::filesystem::canonical(share_directory() / "language"), share_ / "language",
                          std::filesystem::copy_options::recursive);
  }
  ~CopiedWords() { std::filesystem::remove_all(share_); }
  CopiedWords(const CopiedWords&) = delete;
  CopiedWords& operator=(const CopiedWords&) = delete;

  const std::filesystem::path& share() const { return share_; }

 private:
  std::filesystem::path share_ =
      std::filesystem::temp_directory_path() / fmt::format("whofunds-slips-{}", ::getpid());
};

/// Reads all that `data/<lang>` has.
void load_all(const std::filesystem::path& share, const std::string& lang) {
  load_lexicon(share, lang);
  text::read_segmentation_rules(share / "language" / lang / "segmentation.toml");
}

/// What is said of a file with those contents, without its folder; empty where nothing is.
std::string said_of(const std::filesystem::path& share, const std::string& lang, const std::string& name,
                    const std::string& contents) {
  const std::filesystem::path folder = share / "language" / lang;
  const std::filesystem::path kept = folder / "kept";
  std::filesystem::rename(folder / name, kept);
  std::ofstream(folder / name) << contents;
  std::string said;
  try {
    load_all(share, lang);
  } catch (const InputError& error) {
    said = error.what();
  }
  std::filesystem::rename(kept, folder / name);
  const std::string before = folder.string() + "/";
  return said.starts_with(before) ? said.substr(before.size()) : said;
}

std::string text_of(const text::DataFile& file, const toml::table& slip, std::string_view key) {
  const toml::node& node = file.required(slip, key);
  return node.value_or(std::string());
}

}  // namespace

TEST_CASE("the words that are shipped load") {
  for (const std::string lang : {"ru", "en"}) {
    CAPTURE(lang);
    CHECK_NOTHROW(load_all(share_directory(), lang));
  }
}

TEST_CASE("a slip in a data file is told with its line and what to do") {
  const CopiedWords words;
  const text::DataFile file(std::filesystem::path(WHOFUNDS_TESTS) / "slips.toml");
  for (const toml::table* const slip : file.tables("slip")) {
    const std::string lang = (*slip)["lang"].value_or(std::string("en"));
    const std::string name = text_of(file, *slip, "file");
    const std::string holds = text_of(file, *slip, "holds");
    const std::string says = text_of(file, *slip, "says");
    CAPTURE(slip->source().begin.line);
    CAPTURE(holds);
    const std::string said = said_of(words.share(), lang, name, holds);
    // One that ends in a space goes on in the words of the library that reads TOML.
    if (says.ends_with(' ')) {
      CHECK(said.substr(0, says.size()) == says);
    } else {
      CHECK(said == says);
    }
  }
}

TEST_CASE("the prepositions of a language come with the cases that they stand with, where it has cases") {
  const Prepositions russian = load_prepositions(share_directory() / "language" / "ru");
  CHECK(russian.at("в") == std::vector{language::Case::kAccusative, language::Case::kPrepositional});
  const Prepositions english = load_prepositions(share_directory() / "language" / "en");
  CHECK(english.at("into").empty());
  CHECK_FALSE(english.contains("invest"));
}
