#include "whofunds/exchange/xml.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "whofunds/exchange/plain_text.hpp"

namespace whofunds::exchange {
namespace {

bool is_forbidden(std::int32_t c) {
  constexpr std::int32_t kFirstPrintable = 0x20;
  return c < kFirstPrintable || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for_each_code_point(text, [&escaped](std::int32_t c, std::string_view bytes) {
    if (c == '\t' || c == '\n' || c == '\r' || c == '<' || c == '>' || c == '&' || c == '"') {
      escaped += fmt::format("&#{};", c);
    } else {
      escaped.append(is_forbidden(c) ? kReplacement : bytes);
    }
  });
  return escaped;
}

}  // namespace whofunds::exchange
