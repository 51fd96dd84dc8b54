#include "option_checks.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

namespace whofunds::tools {

CLI::Validator whole_number(std::int64_t least) {
  return {[least](const std::string& text) -> std::string {
            std::int64_t number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            const bool is_whole = error == std::errc() && end == text.data() + text.size();
            if (is_whole && number >= least) return {};
            return fmt::format("'{}' is no whole number {}", text,
                               least == 0 ? "of 0 or more" : fmt::format("from {} on", least));
          },
          "N"};
}

CLI::Validator currency_code() {
  return {[](std::string& text) -> std::string {
            std::ranges::transform(text, text.begin(), [](char c) {
              return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            });
            const bool is_code =
                text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
            return is_code ? std::string() : "'" + text + "' is no code of a currency, such as USD, EUR, RUB";
          },
          "CODE"};
}

}  // namespace whofunds::tools
