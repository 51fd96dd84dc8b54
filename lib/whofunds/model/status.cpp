#include "whofunds/model/status.hpp"

#include <algorithm>

namespace whofunds::model {
namespace {

constexpr std::array<std::string_view, kAllStatuses.size()> kStatusNames{"completed", "announced", "rumoured",
                                                                         "denied", "ended"};

}  // namespace

std::string_view to_string(Status status) {
  return kStatusNames.at(static_cast<std::size_t>(status));
}

std::optional<Status> parse_status(std::string_view name) {
  const auto* const found = std::find(kStatusNames.begin(), kStatusNames.end(), name);
  if (found == kStatusNames.end()) return std::nullopt;
  return kAllStatuses.at(static_cast<std::size_t>(found - kStatusNames.begin()));
}

}  // namespace whofunds::model
