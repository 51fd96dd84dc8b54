#pragma once

#include <string_view>

#include "whofunds/text/document.hpp"

namespace whofunds::text {

/// A PDF has no more pages than this.
inline constexpr int kMostPages = 5000;

/// The running text of a PDF, see `running_text`, with the title and the date of creation that it tells. It
/// is read in a process of its own, see `done_apart`. Throws InputError where it is damaged, needs a
/// password, has more than `kMostPages` pages or no text at all (a scan).
Document read_pdf(std::string_view bytes, std::string_view source);

}  // namespace whofunds::text
