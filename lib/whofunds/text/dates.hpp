#pragma once

#include <optional>
#include <string_view>

#include "whofunds/model/partial_date.hpp"

namespace whofunds::text {

/// The day with which a text of metadata begins, as programs write it: "2024-01-15T10:00:00Z", "2024-01",
/// "2024/01/15", "20240115", "D:20240115…" (PDF), "15.01.2024", "Mon, 15 Jan 2024 10:00:00 +0300" (mail).
/// Nothing for other forms and days that no calendar has.
std::optional<model::PartialDate> date_in(std::string_view text);

}  // namespace whofunds::text
