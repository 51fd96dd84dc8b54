#pragma once

#include <cstddef>
#include <string_view>

namespace whofunds::text {

/// How a document, or a file of many, is written.
enum class Format {
  kAuto,       ///< told by what is in it
  kText,       ///< the whole input is one document
  kMarkdown,   ///< one document
  kHtml,       ///< one document: the article of the page
  kPdf,        ///< one document
  kDocx,       ///< one document
  kMail,       ///< one document: a message of RFC 5322 (.eml)
  kJsonLines,  ///< a document a line: {"id", "text"} and, optional, "lang", "date", "url", "title"; or a list
               ///< of such objects
  kArchive,    ///< .zip and .tar, and whatever is compressed: .gz .zst .xz .bz2
  kUnknown,    ///< of a kind that we do not read: a picture, a program, an old .doc
};

/// So many bytes from the beginning of an input tell its format.
inline constexpr std::size_t kFormatHead = 4096;

/// The one place that recognises formats: by the first bytes (`head`, `kFormatHead` of them where there are
/// so many). Markdown, broken JSON lines and pages without a tag at their head cannot be told from plain text
/// by what is in them: there the ending of `source` tells (.md .markdown .jsonl .ndjson .html .htm). A .docx
/// is a zip archive at its head, and answers as one. Never answers `kAuto` or `kDocx`.
Format recognise(std::string_view head, std::string_view source);

/// Whether JSON is not written an object a line: it begins as a list, or its first object goes on in the next
/// line.
bool is_json_of_many_lines(std::string_view head);

/// What the name of `source` says that it is and its bytes do not, where these are plain text: ".docx" or
/// ".pdf". Empty otherwise.
std::string_view broken_kind(Format recognised, std::string_view source);

/// What a file of kind `kUnknown` is, where that is known: "a picture". Empty otherwise.
std::string_view kind_of_unknown(std::string_view head);

}  // namespace whofunds::text
