#include "whofunds/render/web_address.hpp"

#include <fmt/format.h>

namespace whofunds::render {

bool is_web_address(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

std::string quoted_address(std::string_view address) {
  constexpr std::string_view kOutside = R"("'<>\`{}|^ )";
  std::string quoted;
  for (const char c : address) {
    const bool is_outside =
        c > '\0' && (c < ' ' || c == '\x7f' || kOutside.find(c) != std::string_view::npos);
    quoted += is_outside ? fmt::format("%{:02X}", c) : std::string(1, c);
  }
  return quoted;
}

}  // namespace whofunds::render
