#include "whofunds/text/token_rules.hpp"

#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <unicode/uvernum.h>

#include "whofunds/model/error.hpp"

namespace whofunds::text {
namespace {

std::unique_ptr<icu::RuleBasedBreakIterator> compile(const SegmentationRules& rules) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  auto iterator = std::make_unique<icu::RuleBasedBreakIterator>(icu::UnicodeString::fromUTF8(rules.tokens),
                                                                place, status);
  if (U_FAILURE(status)) {
    throw InputError(rules.source.string(), fmt::format("ICU cannot read 'tokens', line {} of it: {}",
                                                        place.line, u_errorName(status)));
  }
  return iterator;
}

/// Behind the tables in a file that is whole.
constexpr std::string_view kEnd = "\nWFTOKENS ends\n";

/// What stands in a file before the tables: what they were made of.
std::string header_of(const SegmentationRules& rules) {
  return fmt::format("WFTOKENS {}\n{}\n", U_ICU_VERSION, rules.tokens);
}

/// The tables in `rules.compiled`; nothing where there are none of these very rules.
std::optional<std::vector<std::uint32_t>> read_tables(const SegmentationRules& rules) {
  if (rules.compiled.empty()) return std::nullopt;
  std::ifstream stream(rules.compiled, std::ios::binary);
  const std::string file{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  const std::string header = header_of(rules);
  if (!file.starts_with(header) || !file.ends_with(kEnd) || file.size() <= header.size() + kEnd.size())
    return std::nullopt;
  const std::size_t bytes = file.size() - header.size() - kEnd.size();
  std::vector<std::uint32_t> tables((bytes + sizeof(std::uint32_t) - 1) / sizeof(std::uint32_t));
  std::memcpy(tables.data(), file.data() + header.size(), bytes);
  return tables;
}

}  // namespace

TokenRules::TokenRules(const SegmentationRules& rules) {
  if (std::optional<std::vector<std::uint32_t>> tables = read_tables(rules)) {
    tables_ = *std::move(tables);
    UErrorCode status = U_ZERO_ERROR;
    auto iterator = std::make_unique<icu::RuleBasedBreakIterator>(
        reinterpret_cast<const std::uint8_t*>(tables_.data()),
        static_cast<std::uint32_t>(tables_.size() * sizeof(std::uint32_t)), status);
    if (U_SUCCESS(status)) {
      iterator_ = std::move(iterator);
      return;
    }
  }
  iterator_ = compile(rules);
}

std::string compile_token_rules(const SegmentationRules& rules) {
  const std::unique_ptr<icu::RuleBasedBreakIterator> iterator = compile(rules);
  std::uint32_t size = 0;
  const std::uint8_t* const tables = iterator->getBinaryRules(size);
  return header_of(rules).append(reinterpret_cast<const char*>(tables), size).append(kEnd);
}

}  // namespace whofunds::text
