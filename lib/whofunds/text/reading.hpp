#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/model/error.hpp"
#include "whofunds/text/document.hpp"
#include "whofunds/text/format.hpp"
#include "whofunds/text/language.hpp"

namespace whofunds::text {

/// A file of a kind that holds no document: a picture, a program. One that was met in a folder or an archive
/// may be passed over.
class NoDocument : public InputError {
 public:
  using InputError::InputError;
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

/// Reads every document of `input`, in whatever format it is: `format`, or what `recognise` says. `source`
/// names the input in messages ("a.jsonl", "-") and is the id of a document that has none of its own; a file
/// in an archive is "news.zip/a.txt".
///
/// A document that cannot be read (its encoding cannot be told, it is longer than `kLargestDocument`, empty,
/// damaged, beyond a limit of its format) is given to `on_fault` with where (source and line), what was wrong
/// and what to do. Empty lines of JSON are passed over. Memory is bounded by a small multiple of
/// `kLargestDocument`, whatever the length of the input or of a line. Where the language is not told it is
/// what `detect_language` says. Throws MachineError where reading fails. Without `on_other` a line of JSON
/// without "text" is a fault.
void read_documents(std::istream& input, std::string_view source, Format format,
                    const OnDocument& on_document, const OnFault& on_fault, const OnOther& on_other = nullptr,
                    const IsOther& is_other = nullptr);

/// Opens a file. Throws InputError for a folder, a file that is not there and one that may not be read.
std::ifstream open_file(const std::filesystem::path& file);

/// Reads a file, "-" being standard input, as `read_documents` does, with its path as `source`. Throws as
/// `open_file` does.
void read_file(const std::filesystem::path& file, Format format, const OnDocument& on_document,
               const OnFault& on_fault, const OnOther& on_other = nullptr);

/// The files in a folder and the folders in it, in the order of their names. Hidden ones, and links to
/// folders, are passed over. Throws InputError where it is no folder, MachineError where it cannot be read.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder);

/// The files that match a pattern as a shell knows it ("news/*.txt"), in the order of their names.
std::vector<std::string> files_matching(const std::string& pattern);

}  // namespace whofunds::text
