#pragma once

#include <string_view>

#include "whofunds/text/document.hpp"

namespace whofunds::text {

/// Parts of a message stand in one another no deeper than this.
inline constexpr int kDeepestPart = 32;

/// The text of a message of RFC 5322 and MIME (.eml): its parts of plain text, or those of HTML where there
/// is no other form of them; attachments are passed over. The title is the Subject, the date that of the
/// message. Throws InputError where it is no message or its parts are nested deeper than `kDeepestPart`.
Document read_mail(std::string_view bytes, std::string_view source);

}  // namespace whofunds::text
