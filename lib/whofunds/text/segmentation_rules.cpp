#include "whofunds/text/segmentation_rules.hpp"

#include <fstream>
#include <sstream>
#include <string_view>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "whofunds/model/error.hpp"

namespace whofunds::text {
namespace {

std::string contents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw MachineError(file.string(), "the rules that cut text into sentences cannot be opened",
                       "install whofunds again, or set WHOFUNDS_SHARE to its folder");
  }
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

// The file, and how to ask it for what must be there.
class RulesFile {
 public:
  explicit RulesFile(const std::filesystem::path& file) : file_(file) {
    try {
      table_ = toml::parse(contents(file), file.string());
    } catch (const toml::parse_error& error) {
      throw InputError(place(error.source()), error.description());
    }
  }

  std::string text(std::string_view path) const {
    const auto value = table_.at_path(path).value<std::string>();
    if (!value) fail(path, "a text");
    return *value;
  }

  bool has(std::string_view path) const { return static_cast<bool>(table_.at_path(path)); }

  std::vector<std::string> list(std::string_view path) const {
    const toml::array* const array = table_.at_path(path).as_array();
    if (array == nullptr) fail(path, "a list of texts");
    std::vector<std::string> texts;
    for (const toml::node& node : *array) {
      const auto value = node.value<std::string>();
      if (!value || value->empty())
        throw InputError(place(node.source()), fmt::format("'{}' holds what is no text", path));
      texts.push_back(*value);
    }
    return texts;
  }

 private:
  std::string place(const toml::source_region& source) const {
    return fmt::format("{}:{}", file_.string(), source.begin.line);
  }

  [[noreturn]] void fail(std::string_view path, std::string_view wanted) const {
    throw InputError(file_.string(), fmt::format("'{}' is missing or is not {}", path, wanted),
                     "add it; an empty list will do");
  }

  std::filesystem::path file_;
  toml::table table_;
};

}  // namespace

SegmentationRules read_segmentation_rules(const std::filesystem::path& file) {
  const RulesFile rules(file);
  const auto list_if_any = [&](const char* key) {
    return rules.has(key) ? rules.list(key) : std::vector<std::string>();
  };
  return {.source = file,
          .compiled = {},
          .tokens = rules.text("tokens"),
          .clitics = rules.list("clitics"),
          .splits = rules.list("splits"),
          .units = rules.list("units"),
          .signs = list_if_any("signs"),
          .one_token = rules.list("abbreviations.one_token"),
          .never_end = rules.list("abbreviations.never_end"),
          .may_end = rules.list("abbreviations.may_end"),
          .after_number = rules.list("abbreviations.after_number"),
          .starters = rules.list("sentences.starters"),
          .before_letter = rules.list("sentences.before_letter"),
          .ends_name = list_if_any("abbreviations.ends_name"),
          .continuers = list_if_any("sentences.continuers")};
}

}  // namespace whofunds::text
