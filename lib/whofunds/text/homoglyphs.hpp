#pragma once

#include <string>
#include <string_view>

namespace whofunds::text {

/// Whether a code point is of the blocks Cyrillic or Cyrillic Supplement.
bool is_cyrillic(char32_t c);

/// A word with letters of two scripts in which those of one all look like letters of the other: written in
/// the other. Any other word as it is. A word that could be either is taken for the script of more of its
/// letters, and of Cyrillic where there are as many. Code points are replaced one for one.
std::u32string without_homoglyphs(std::u32string_view word);

}  // namespace whofunds::text
