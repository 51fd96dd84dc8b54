#include "whofunds/text/reading.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <optional>
#include <streambuf>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "whofunds/text/json_line.hpp"
#include "whofunds/text/line_reader.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

constexpr std::string_view kForm = R"(a document is {"id": …, "text": …})";

std::string too_long() {
  return fmt::format("it is longer than {} MB", kLargestDocument / (1024 * 1024));
}

// The text of a key, which may be absent.
std::string text_of(const nlohmann::json& object, const char* key, std::string_view where) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  if (!found->is_string()) throw InputError(where, fmt::format("'{}' is no text", key), kForm);
  return found->get<std::string>();
}

std::string id_of(const nlohmann::json& object, std::string_view where) {
  const auto found = object.find("id");
  if (found != object.end() && found->is_number()) return found->dump();
  std::string id = text_of(object, "id", where);
  if (id.empty()) throw InputError(where, "'id' is missing or empty", kForm);
  if (id.find('\0') != std::string::npos) throw InputError(where, "'id' holds NUL", kForm);
  return id;
}

std::optional<model::PartialDate> date_of(const nlohmann::json& object, std::string_view where) {
  const std::string text = text_of(object, "date", where);
  if (text.empty()) return std::nullopt;
  const auto date = model::parse_partial_date(text);
  if (!date)
    throw InputError(where, fmt::format("the date '{}' is none", text), "write YYYY, YYYY-MM or YYYY-MM-DD");
  return date;
}

// "en-US", "EN" → "en".
std::string language_of(const nlohmann::json& object, std::string_view where) {
  std::string lang = text_of(object, "lang", where);
  lang.erase(std::min(lang.size(), lang.find_first_of("-_")));
  for (char& c : lang) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lang;
}

void check_text(const std::string& text, std::string_view where) {
  if (const std::string fault = text_fault(text); !fault.empty())
    throw InputError(where, fault, "give text as UTF-8");
  if (is_blank(text)) throw InputError(where, "it is empty");
}

Document document_from_json(const nlohmann::json& object, std::string_view where) {
  if (!object.contains("text")) throw InputError(where, "'text' is missing", kForm);
  Document document{.id = id_of(object, where),
                    .text = text_of(object, "text", where),
                    .lang = language_of(object, where),
                    .date = date_of(object, where),
                    .url = text_of(object, "url", where),
                    .title = text_of(object, "title", where)};
  check_text(document.text, where);
  if (document.lang.empty()) document.lang = detect_language(document.text);
  return document;
}

// All of `input`, or one byte more than `kLargestDocument`.
std::string contents(std::istream& input, std::string_view source) {
  std::string text;
  constexpr std::size_t kStep = 64U * 1024;
  try {
    while (text.size() <= kLargestDocument) {
      const std::size_t size = text.size();
      text.resize(size + kStep);
      const std::streamsize got =
          input.rdbuf()->sgetn(text.data() + size, static_cast<std::streamsize>(kStep));
      text.resize(size + static_cast<std::size_t>(got));
      if (got == 0) break;
    }
  } catch (const std::ios_base::failure& failure) {
    throw MachineError(source, fmt::format("reading failed: {}", failure.what()));
  }
  return text;
}

Document document_from_text(std::istream& input, std::string_view source) {
  Document document{.id = std::string(source), .text = contents(input, source)};
  if (document.text.size() > kLargestDocument) {
    throw InputError(source, too_long(), "split it, or give its documents as JSON lines");
  }
  drop_byte_order_mark(document.text);
  check_text(document.text, source);
  document.lang = detect_language(document.text);
  return document;
}

void read_json_lines(std::istream& input, std::string_view source, const OnDocument& on_document,
                     const OnFault& on_fault, const OnOther& on_other, const IsOther& is_other) {
  LineReader lines(input, source, kLargestDocument);
  for (std::string line; lines.next(line);) {
    if (is_blank(line)) continue;
    const std::string where = fmt::format("{}:{}", source, lines.number());
    std::optional<Document> document;
    try {
      if (lines.too_long()) throw InputError(where, too_long(), "split the document");
      if (is_other && is_other(line)) {
        on_other(line, where);
      } else {
        const nlohmann::json object = parse_json_line(line, where, 1);
        if (on_other && !object.contains("text")) {
          on_other(line, where);
        } else {
          document = document_from_json(object, where);
        }
      }
    } catch (const InputError& fault) {
      on_fault(fault);
    }
    // Outside of the try: what the caller throws is no fault of the document.
    if (document) on_document(std::move(*document));
  }
}

void read_text(std::istream& input, std::string_view source, const OnDocument& on_document,
               const OnFault& on_fault) {
  std::optional<Document> document;
  try {
    document = document_from_text(input, source);
  } catch (const InputError& fault) {
    on_fault(fault);
  }
  if (document) on_document(std::move(*document));
}

bool named_as_json_lines(std::string_view source) {
  return source.ends_with(".jsonl") || source.ends_with(".ndjson");
}

bool is_cyrillic(UChar32 c) {
  return c >= 0x400 && c < 0x530;
}

}  // namespace

void read_documents(std::istream& input, std::string_view source, Format format,
                    const OnDocument& on_document, const OnFault& on_fault, const OnOther& on_other,
                    const IsOther& is_other) {
  if (format == Format::kAuto) format = named_as_json_lines(source) ? Format::kJsonLines : Format::kText;
  if (format == Format::kJsonLines) {
    read_json_lines(input, source, on_document, on_fault, on_other, is_other);
  } else {
    read_text(input, source, on_document, on_fault);
  }
}

void read_file(const std::filesystem::path& file, Format format, const OnDocument& on_document,
               const OnFault& on_fault) {
  const std::string source = file.string();
  if (source == "-") return read_documents(std::cin, source, format, on_document, on_fault);
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found) throw InputError(source, "no such file");
  if (std::filesystem::is_directory(status)) throw InputError(source, "it is a folder", "name files");
  std::ifstream input(file, std::ios::binary);
  if (!input)
    throw MachineError(source,
                       fmt::format("it cannot be opened: {}", std::generic_category().message(errno)));
  read_documents(input, source, format, on_document, on_fault);
}

std::string_view detect_language(std::string_view text) {
  std::size_t letters = 0;
  std::size_t cyrillic = 0;
  const auto* const units = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(units, at, text.size(), c);
    letters += u_isalpha(c) ? 1U : 0U;
    cyrillic += is_cyrillic(c) ? 1U : 0U;
  }
  return 2 * cyrillic > letters ? "ru" : "en";
}

}  // namespace whofunds::text
