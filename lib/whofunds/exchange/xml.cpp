#include "whofunds/exchange/xml.hpp"

#include <cstdint>

#include <fmt/format.h>
#include <unicode/utf8.h>

namespace whofunds::exchange {
namespace {

bool is_forbidden(UChar32 c) {
  constexpr UChar32 kFirstPrintable = 0x20;
  return c < kFirstPrintable || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c == '\t' || c == '\n' || c == '\r' || c == '<' || c == '>' || c == '&' || c == '"') {
      escaped += fmt::format("&#{};", c);
    } else {
      escaped.append(is_forbidden(c) ? std::string_view("\uFFFD") : text.substr(begin, at - begin));
    }
  }
  return escaped;
}

std::string_view xml_type(ColumnType type) {
  switch (type) {
    case ColumnType::kWhole:
      return "long";
    case ColumnType::kReal:
      return "double";
    case ColumnType::kFlag:
      return "boolean";
    case ColumnType::kText:
    case ColumnType::kList:
      break;
  }
  return "string";
}

}  // namespace whofunds::exchange
