#pragma once

#include <algorithm>

#include "whofunds/text/token.hpp"

namespace whofunds::text {

/// Whether a token is spelled as names are: with a capital at its head, or within ("eBay"), or in letters of
/// two scripts.
inline bool has_capital(const Token& token) {
  return token.capitalised || token.script == Script::kMixed ||
         std::ranges::any_of(token.text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace whofunds::text
