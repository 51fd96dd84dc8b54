#include "whofunds/text/utf8.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace whofunds::text {
namespace {

constexpr std::size_t kIndexStep = 256;

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

std::string text_fault(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "it is UTF-16, not UTF-8";
  if (const std::size_t at = bytes.find('\0'); at != std::string_view::npos) {
    return fmt::format("it is binary (NUL at byte {})", at);
  }
  const auto* const units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(units, at, bytes.size(), c);
    if (c < 0) return fmt::format("it is not UTF-8 at byte {}", begin);
  }
  return {};
}

void drop_byte_order_mark(std::string& text) {
  if (text.starts_with("\uFEFF")) text.erase(0, std::string_view("\uFEFF").size());
}

std::int32_t first_code_point(std::string_view text) {
  if (text.empty()) return 0;
  UChar32 c = 0;
  [[maybe_unused]] std::size_t at = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  return c;
}

bool is_blank(std::string_view text) {
  const auto* const units = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(units, at, text.size(), c);
    if (!u_isUWhiteSpace(c)) return false;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_code_point));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::size_t code_point = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins_code_point(text[at]) && code_point++ % kIndexStep == 0) bytes_.push_back(at);
  }
}

std::size_t CodePointIndex::byte_of(std::size_t code_point) const {
  if (code_point / kIndexStep >= bytes_.size()) return text_.size();
  std::size_t at = bytes_[code_point / kIndexStep];
  for (std::size_t left = code_point % kIndexStep; left > 0 && at < text_.size(); --left) {
    for (++at; at < text_.size() && !begins_code_point(text_[at]);) ++at;
  }
  return at;
}

std::string_view CodePointIndex::between(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  const std::size_t first = byte_of(begin);
  return text_.substr(first, byte_of(end) - first);
}

}  // namespace whofunds::text
