#include "whofunds/exchange/xml.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "whofunds/exchange/plain_text.hpp"
#include "whofunds/text/steering.hpp"

namespace whofunds::exchange {
namespace {

bool is_forbidden(std::int32_t c) {
  constexpr std::int32_t kFirstPrintable = 0x20;
  const bool is_control = c < kFirstPrintable && c != '\t' && c != '\n' && c != '\r';
  return is_control || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for_each_code_point(text, [&escaped](std::int32_t c, std::string_view bytes) {
    const bool is_mark = c == '<' || c == '>' || c == '&' || c == '"';
    if (is_forbidden(c)) {
      escaped.append(kReplacement);
    } else if (is_mark || text::steers(c)) {
      escaped += fmt::format("&#{};", c);
    } else {
      escaped.append(bytes);
    }
  });
  return escaped;
}

}  // namespace whofunds::exchange
