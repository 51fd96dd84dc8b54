#include "whofunds/text/token_rules.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "share.hpp"
#include "whofunds/text/segmenter.hpp"
#include "whofunds/text/tokenizer.hpp"

using namespace whofunds::text;

namespace {

constexpr std::string_view kText = "Фонд Aster Ltd. вложил $5.5m в «Охту» (2019—2020), site.com.";

/// A file that is gone with the test.
class CompiledFile {
 public:
  explicit CompiledFile(std::string_view contents)
      : path_(std::filesystem::temp_directory_path() / "whofunds_test.tokens") {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << contents;
  }
  ~CompiledFile() { std::filesystem::remove(path_); }
  CompiledFile(const CompiledFile&) = delete;
  CompiledFile& operator=(const CompiledFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::vector<std::string> tokens_by(const SegmentationRules& rules) {
  std::vector<std::string> texts;
  for (const Token& token : Tokenizer(rules).tokenize(kText)) texts.emplace_back(token.text);
  return texts;
}

}  // namespace

TEST_CASE("compiled rules cut a text as those that they were made of") {
  for (const char* const lang : {"en", "ru"}) {
    SegmentationRules rules = read_segmentation_rules(share() / "language" / lang / "segmentation.toml");
    const std::vector<std::string> wanted = tokens_by(rules);
    const CompiledFile file(compile_token_rules(rules));
    rules.compiled = file.path();
    CHECK(tokens_by(rules) == wanted);
  }
}

TEST_CASE("compiled rules are left alone where the rules are others, or their file is no longer whole") {
  SegmentationRules rules{.source = "s.toml", .tokens = "[a-z]+ {100};"};
  const std::string compiled = compile_token_rules(rules);
  const std::vector<std::string> by_small_letters = tokens_by(rules);
  rules.tokens = "[A-Za-z]+ {100};";
  const std::vector<std::string> by_all_letters = tokens_by(rules);
  REQUIRE(by_small_letters != by_all_letters);

  const CompiledFile of_others(compiled);
  rules.compiled = of_others.path();
  CHECK(tokens_by(rules) == by_all_letters);

  rules.tokens = "[a-z]+ {100};";
  for (const std::size_t size : {std::size_t{0}, std::size_t{9}, compiled.size() / 2, compiled.size() - 1}) {
    const CompiledFile cut(compiled.substr(0, size));
    rules.compiled = cut.path();
    CHECK(tokens_by(rules) == by_small_letters);
  }
  rules.compiled = "no-such-file.tokens";
  CHECK(tokens_by(rules) == by_small_letters);
}
