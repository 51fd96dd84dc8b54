#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <string_view>

#include "whofunds/model/error.hpp"
#include "whofunds/text/document.hpp"

namespace whofunds::text {

/// The largest text that is read as one document, in bytes; for JSON lines, the longest line. Beyond it a
/// file is no article but an archive or a fault.
inline constexpr std::size_t kLargestDocument = 32U * 1024 * 1024;

enum class Format {
  kAuto,  ///< by the name of the input: JSON lines where it ends in ".jsonl" or ".ndjson", otherwise text
  kText,  ///< the whole input is one document
  kJsonLines,  ///< a document a line: {"id", "text"} and, optional, "lang", "date", "url", "title"
};

/// What to do with each document, in the order of the input.
using OnDocument = std::function<void(Document)>;
/// What to do with each document that could not be read. Reading goes on with the next.
using OnFault = std::function<void(const InputError&)>;
/// What to do with each line of JSON that is an object without "text": no document, but perhaps something
/// that the caller knows. `where` names source and line. An InputError that it throws is a fault of that
/// line.
using OnOther = std::function<void(std::string_view line, std::string_view where)>;
/// Tells such lines without parsing them, for who parses them anyway.
using IsOther = std::function<bool(std::string_view line)>;

/// Reads every document of `input`. `source` names the input in messages ("a.jsonl", "-") and is the id of a
/// text document.
///
/// A document that is not valid UTF-8, is binary (holds NUL), is longer than `kLargestDocument`, is empty, or
/// is no JSON of that form is given to `on_fault` with where (source and line), what was wrong and what to
/// do. Empty lines are passed over. Memory is bounded by a small multiple of `kLargestDocument`, whatever the
/// length of the input or of a line. A byte order mark is dropped. Where `lang` is not told it is what
/// `detect_language` says. Throws MachineError where reading fails. Without `on_other` a line without "text"
/// is a fault.
void read_documents(std::istream& input, std::string_view source, Format format,
                    const OnDocument& on_document, const OnFault& on_fault, const OnOther& on_other = nullptr,
                    const IsOther& is_other = nullptr);

/// Opens a file, "-" being standard input, and reads it as `read_documents` does, with its path as `source`.
/// Throws InputError where there is no such file or it is a folder, MachineError where it cannot be opened.
void read_file(const std::filesystem::path& file, Format format, const OnDocument& on_document,
               const OnFault& on_fault);

/// "ru" where most letters are Cyrillic, "en" otherwise.
std::string_view detect_language(std::string_view text);

}  // namespace whofunds::text
