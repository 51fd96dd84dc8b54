#include "whofunds/text/json_documents.hpp"

#include <optional>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/text/json_line.hpp"
#include "whofunds/text/language.hpp"
#include "whofunds/text/line_reader.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

constexpr std::string_view kForm = R"(a document is {"id": …, "text": …})";

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

void check_text(const std::string& text, std::string_view where) {
  if (const std::string fault = text_fault(text); !fault.empty())
    throw InputError(where, fault, "give text as UTF-8");
  if (is_blank(text)) throw InputError(where, "it is empty");
}

Document document_from_json(const nlohmann::json& object, std::string_view where) {
  if (!object.contains("text")) throw InputError(where, "'text' is missing", kForm);
  Document document{.id = id_of(object, where),
                    .text = text_of(object, "text", where),
                    .lang = language_name(text_of(object, "lang", where)),
                    .date = date_of(object, where),
                    .url = text_of(object, "url", where),
                    .title = text_of(object, "title", where),
                    .where = std::string(where)};
  check_text(document.text, where);
  if (document.lang.empty()) document.lang = detect_language(document.text);
  return document;
}

// Hands on what a line or an object holds.
void take(std::string_view line, const std::string& where, bool is_too_long,
          const JsonLinesHandler& handler) {
  std::optional<Document> document;
  try {
    if (is_too_long) {
      throw InputError(where, fmt::format("it is longer than {} MB", kLargestDocument / (1024 * 1024)),
                       "split the document");
    }
    if (handler.is_other && handler.is_other(line)) return handler.on_other(line, where);
    const nlohmann::json object = parse_json_line(line, where, 1);
    if (handler.on_other && !object.contains("text")) return handler.on_other(line, where);
    document = document_from_json(object, where);
  } catch (const InputError& fault) {
    handler.on_fault(fault);
  }
  // Outside of the try: what the caller throws is no fault of the document.
  if (document) handler.on_document(std::move(*document));
}

// Cuts JSON into its outermost objects, of each no more than `limit` bytes kept.
class ObjectReader {
 public:
  ObjectReader(std::istream& input, std::string_view source, std::size_t limit)
      : input_(*input.rdbuf()), source_(source), limit_(limit) {}

  /// Reads the next object; false after the last. Throws InputError where something else stands.
  bool next(std::string& object) {
    object.clear();
    is_too_long_ = false;
    int depth = 0;
    bool in_text = false;
    bool is_escaped = false;
    for (int read = input_.sbumpc(); read != std::char_traits<char>::eof(); read = input_.sbumpc()) {
      const char c = static_cast<char>(read);
      if (c == '\n') ++line_;
      if (depth == 0) {
        if (c != '{' && is_between(c)) continue;
        if (c != '{') throw InputError(where_of(line_), "here stands no object", kForm);
        begin_ = line_;
      }
      if (object.size() < limit_) {
        object += c;
      } else {
        is_too_long_ = true;
      }
      const bool was_escaped = std::exchange(is_escaped, in_text && !is_escaped && c == '\\');
      if (c == '"' && !was_escaped) in_text = !in_text;
      if (in_text) continue;
      if (c == '{') ++depth;
      if (c == '}' && --depth == 0) return true;
    }
    if (depth > 0) throw InputError(where_of(begin_), "the object that begins here is not closed", kForm);
    return false;
  }

  bool is_too_long() const { return is_too_long_; }
  /// Source and line where the object begins.
  std::string where() const { return where_of(begin_); }

 private:
  static bool is_between(char c) {
    return std::string_view(" \t\r\n,[]\xEF\xBB\xBF").find(c) != std::string_view::npos;
  }
  std::string where_of(std::size_t line) const { return fmt::format("{}:{}", source_, line); }

  std::streambuf& input_;
  std::string source_;
  std::size_t limit_;
  std::size_t line_ = 1;
  std::size_t begin_ = 1;
  bool is_too_long_ = false;
};

}  // namespace

void read_json_lines(std::istream& input, std::string_view source, const JsonLinesHandler& handler) {
  LineReader lines(input, source, kLargestDocument);
  for (std::string line; lines.next(line);) {
    if (is_blank(line)) continue;
    take(line, fmt::format("{}:{}", source, lines.number()), lines.too_long(), handler);
  }
}

void read_json_objects(std::istream& input, std::string_view source, const JsonLinesHandler& handler) {
  ObjectReader objects(input, source, kLargestDocument);
  for (std::string object; objects.next(object);)
    take(object, objects.where(), objects.is_too_long(), handler);
}

}  // namespace whofunds::text
