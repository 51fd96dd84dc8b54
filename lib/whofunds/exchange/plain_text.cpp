#include "whofunds/exchange/plain_text.hpp"

#include <algorithm>
#include <cstdint>

#include <unicode/utf8.h>

#include "whofunds/text/utf8.hpp"

namespace whofunds::exchange {
namespace {

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

void for_each_code_point(std::string_view text,
                         const std::function<void(std::int32_t, std::string_view)>& take) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    take(c, text.substr(begin, at - begin));
  }
}

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for_each_code_point(text, [&clean](std::int32_t c, std::string_view bytes) {
    clean.append(c <= 0 ? kReplacement : bytes);
  });
  return clean;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins_code_point(text[at]) && seen++ == count) return text.substr(0, at);
  }
  return text;
}

std::string shortened(const std::string& text, std::size_t count) {
  if (text::count_code_points(text) <= count) return text;
  return std::string(first_code_points(text, count - 1)) + "…";
}

}  // namespace whofunds::exchange
