#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace whofunds::model {

/// How far a fact has got, by what the text says of it.
enum class Status {
  kCompleted,  ///< the default for a past or standing fact
  kAnnounced,  ///< agreed or planned
  kRumoured,   ///< talks, sources, possible
  kDenied,     ///< the text says that it is not so
  kEnded,      ///< was so, is no longer
};

inline constexpr std::array kAllStatuses{Status::kCompleted, Status::kAnnounced, Status::kRumoured,
                                         Status::kDenied, Status::kEnded};

/// The name used in files: "completed", "announced", …
std::string_view to_string(Status status);

/// The status of that name; nothing if there is none.
std::optional<Status> parse_status(std::string_view name);

}  // namespace whofunds::model
