#pragma once

#include <string_view>

#include "whofunds/text/document.hpp"

namespace whofunds::text {

/// A PDF has no more pages than this.
inline constexpr int kMostPages = 5000;

/// What the program that reads a PDF, tools/pdf, tells in JSON: the text, title and date, or what is wrong.
inline constexpr const char* kPdfText = "text";
inline constexpr const char* kPdfTitle = "title";
inline constexpr const char* kPdfDate = "date";
inline constexpr const char* kPdfFault = "fault";
inline constexpr const char* kPdfRemedy = "remedy";

/// The running text of a PDF, see `running_text`, with the title and the date of creation that it tells. It
/// is read by a program of its own, see `run_apart`. Throws InputError where it is damaged, needs a
/// password, has more than `kMostPages` pages or no text at all (a scan).
Document read_pdf(std::string_view bytes, std::string_view source);

}  // namespace whofunds::text
