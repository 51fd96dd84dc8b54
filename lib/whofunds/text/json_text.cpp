#include "whofunds/text/json_text.hpp"

#include <cstdint>
#include <string_view>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "whofunds/text/steering.hpp"

namespace whofunds::text {

std::string json_text(const nlohmann::ordered_json& json, int indent) {
  std::string dumped = json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  const std::string_view text = dumped;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::string escaped;
  std::size_t kept = 0;  // all before it is in `escaped`
  for (std::size_t at = 0; at < text.size();) {
    constexpr std::uint8_t kDelete = 0x7F;  // below it JSON has escaped what stands in texts
    if (bytes[at] < kDelete) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (!steers(c)) continue;
    escaped.append(text.substr(kept, begin - kept)).append(fmt::format("\\u{:04x}", c));
    kept = at;
  }
  return kept == 0 ? dumped : escaped.append(text.substr(kept));
}

}  // namespace whofunds::text
