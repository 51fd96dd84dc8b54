#pragma once

#include <cstdint>

#include <CLI/CLI.hpp>

namespace whofunds::tools {

/// Takes a whole number from `least` on.
CLI::Validator whole_number(std::int64_t least);

/// Takes the code of a currency (ISO 4217), as "USD" or "usd", and makes capitals of it.
CLI::Validator currency_code();

}  // namespace whofunds::tools
