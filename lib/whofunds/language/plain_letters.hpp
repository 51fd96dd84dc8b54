#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whofunds::language {

/// Writes `word` into `lowered` in lower case, if it is of ASCII and of the letters of Russian alone; says
/// whether it is. Nearly every word is, and needs no table of Unicode.
inline bool lower_plainly(std::string_view word, std::string& lowered) {
  constexpr unsigned char kFirstLead = 0xD0;   // А–Я, а–п, Ё
  constexpr unsigned char kSecondLead = 0xD1;  // р–я, ё
  lowered.resize(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      lowered[i] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : word[i];
      continue;
    }
    if ((byte != kFirstLead && byte != kSecondLead) || i + 1 == word.size()) return false;
    auto lead = byte;
    auto trail = static_cast<unsigned char>(word[i + 1]);
    if (lead == kFirstLead && trail >= 0x90 && trail <= 0x9F) {  // А–П
      trail = static_cast<unsigned char>(trail + 0x20);
    } else if (lead == kFirstLead && trail >= 0xA0 && trail <= 0xAF) {  // Р–Я
      lead = kSecondLead;
      trail = static_cast<unsigned char>(trail - 0x20);
    } else if (lead == kFirstLead && trail == 0x81) {  // Ё
      lead = kSecondLead;
      trail = 0x91;
    } else if (!(lead == kFirstLead && trail >= 0xB0 && trail <= 0xBF) &&
               !(lead == kSecondLead && ((trail >= 0x80 && trail <= 0x8F) || trail == 0x91))) {
      return false;
    }
    lowered[i] = static_cast<char>(lead);
    lowered[++i] = static_cast<char>(trail);
  }
  return true;
}

}  // namespace whofunds::language
