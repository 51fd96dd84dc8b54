#include "whofunds/text/reading.hpp"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <glob.h>

#include "whofunds/text/archive.hpp"
#include "whofunds/text/docx.hpp"
#include "whofunds/text/encoding.hpp"
#include "whofunds/text/head_buffer.hpp"
#include "whofunds/text/html.hpp"
#include "whofunds/text/json_documents.hpp"
#include "whofunds/text/mail.hpp"
#include "whofunds/text/markdown.hpp"
#include "whofunds/text/pdf.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

Document read_plain(std::string_view bytes, std::string_view source) {
  return {.id = std::string(source), .text = decode_text(bytes, source)};
}

/// The reader of a format of which a file is one document.
using Reader = Document (*)(std::string_view bytes, std::string_view source);

Reader reader_of(Format format) {
  switch (format) {
    case Format::kHtml:
      return read_html;
    case Format::kMarkdown:
      return read_markdown;
    case Format::kPdf:
      return read_pdf;
    case Format::kMail:
      return read_mail;
    default:
      return read_plain;
  }
}

std::string too_long() {
  return fmt::format("it is longer than {} MB", kLargestDocument / (1024 * 1024));
}

/// What a document declares is often what its template was made for: it counts only for a text that is too
/// short to tell.
std::string language_of(const Document& document) {
  constexpr std::size_t kShort = 200;
  if (!document.lang.empty() && document.text.size() < kShort) return document.lang;
  return detect_language(document.text);
}

/// What the caller threw while it was handed something, on its way out past those who look for faults of
/// documents.
struct ThrownByCaller {
  std::exception_ptr thrown;
};

/// `call` with what it throws marked as the caller's.
template <class... Arguments>
std::function<void(Arguments...)> guarded(const std::function<void(Arguments...)>& call) {
  return [&call](Arguments... arguments) {
    try {
      call(std::forward<Arguments>(arguments)...);
    } catch (...) {
      throw ThrownByCaller{std::current_exception()};
    }
  };
}

/// One input and all that is in it, archives and their files too.
class InputReading {
 public:
  InputReading(const OnDocument& on_document, const OnFault& on_fault, const OnOther& on_other,
               const IsOther& is_other)
      : on_document_(guarded(on_document)),
        on_fault_(guarded(on_fault)),
        on_other_(on_other),
        is_other_(is_other) {}

  void read(std::istream& input, std::string_view source, Format format) {
    try {
      HeadBuffer buffer(input, source);
      std::istream stream(&buffer);
      if (format == Format::kAuto) {
        format = recognise(buffer.head(), source);
        if (const std::string_view kind = broken_kind(format, source); !kind.empty())
          throw InputError(source, fmt::format("it is called {} and is none", kind),
                           "save it anew, or read it as text with --input text");
      }
      read_as(format, stream, source, buffer.head());
    } catch (const InputError& fault) {
      on_fault_(fault);
    }
  }

 private:
  void read_as(Format format, std::istream& input, std::string_view source, std::string_view head) {
    switch (format) {
      case Format::kArchive:
      case Format::kDocx:
        return read_archive(input, source);
      case Format::kJsonLines: {
        const JsonLinesHandler handler{on_document_, on_fault_, on_other_, is_other_};
        return is_json_of_many_lines(head) ? read_json_objects(input, source, handler)
                                           : read_json_lines(input, source, handler);
      }
      case Format::kUnknown:
        throw NoDocument(source, fmt::format("it is {}", kind_of_unknown(head)));
      default: {
        const std::string bytes = read_bytes(input, kLargestDocument);
        if (bytes.size() > kLargestDocument)
          throw InputError(source, too_long(), "split it, or give its documents as JSON lines");
        hand_on(reader_of(format)(bytes, source));
      }
    }
  }

  void hand_on(Document document) {
    if (document.text.size() > kLargestDocument) throw InputError(document.id, too_long(), "split it");
    if (is_blank(document.text)) throw InputError(document.id, "it is empty");
    document.lang = language_of(document);
    on_document_(std::move(document));
  }

  void read_archive(std::istream& input, std::string_view source) {
    const ArchiveHandler handler{
        .on_file = [this](std::string_view where, std::istream& file) { read(file, where, Format::kAuto); },
        .on_docx = [this, source](const DocxParts& parts) { hand_on(read_docx(parts, source)); },
        .on_fault = on_fault_};
    unpack(input, source, unpacking_, handler);
  }

  const OnDocument on_document_;
  const OnFault on_fault_;
  const OnOther& on_other_;  // may throw for its line
  const IsOther& is_other_;
  Unpacking unpacking_;
};

bool is_hidden(const std::filesystem::path& path) {
  return path.filename().string().starts_with('.');
}

}  // namespace

void read_documents(std::istream& input, std::string_view source, Format format,
                    const OnDocument& on_document, const OnFault& on_fault, const OnOther& on_other,
                    const IsOther& is_other) {
  try {
    InputReading(on_document, on_fault, on_other, is_other).read(input, source, format);
  } catch (const ThrownByCaller& caller) {
    std::rethrow_exception(caller.thrown);
  }
}

std::ifstream open_file(const std::filesystem::path& file) {
  const std::string source = file.string();
  if (std::error_code ignored; std::filesystem::is_directory(file, ignored))
    throw InputError(source, "it is a folder", "name the files in it, or read folders with -r");
  if (std::error_code ignored;
      source.find_first_of("*?") != std::string::npos && !std::filesystem::exists(file, ignored))
    throw InputError(source, "no file matches it");
  std::ifstream input(file, std::ios::binary);
  if (!input)
    throw InputError(source, fmt::format("it cannot be opened: {}", std::generic_category().message(errno)));
  return input;
}

void read_file(const std::filesystem::path& file, Format format, const OnDocument& on_document,
               const OnFault& on_fault, const OnOther& on_other) {
  if (file == "-") return read_documents(std::cin, "-", format, on_document, on_fault, on_other);
  std::ifstream input = open_file(file);
  read_documents(input, file.string(), format, on_document, on_fault, on_other);
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (is_hidden(entry->path())) {
      if (entry->is_directory(error)) entry.disable_recursion_pending();
    } else if (entry->is_regular_file(error)) {
      files.push_back(entry->path());
    }
    error.clear();
  }
  if (error) throw MachineError(folder.string(), fmt::format("it cannot be read: {}", error.message()));
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> files_matching(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> files;
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0)
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return files;
}

}  // namespace whofunds::text
