#include "whofunds/text/format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "whofunds/text/encoding.hpp"

namespace whofunds::text {
namespace {

using std::string_view;

struct Mark {
  string_view bytes;
  string_view what;
};

/// Compressed files and archives that libarchive opens.
constexpr std::array<string_view, 6> kArchives{"PK\3\4",
                                               "PK\5\6",
                                               "\x1F\x8B",
                                               "\x28\xB5\x2F\xFD",
                                               "\xFD"
                                               "7zXZ",
                                               "BZh"};

/// What people have beside their documents, and what it is called in a message.
constexpr std::array kOthers{
    Mark{"\x89PNG", "a picture"},
    Mark{"\xFF\xD8\xFF", "a picture"},
    Mark{"GIF8", "a picture"},
    Mark{"\xD0\xCF\x11\xE0", "an old Office file, or one with a password; save it as .docx without one"},
    Mark{"{\\rtf", "RTF; save it as .docx"},
    Mark{"\x7F"
         "ELF",
         "a program"},
    Mark{"MZ\x90", "a program"},
    Mark{"SQLite format 3", "a database"},
    Mark{"Rar!\x1A", "a RAR archive; pack it as .zip"},
    Mark{"7z\xBC\xAF\x27\x1C", "a 7z archive; pack it as .zip"},
};

string_view without_space(string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f");
  return begin == string_view::npos ? string_view() : text.substr(begin);
}

std::string lower(string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lowered;
}

bool is_tar(string_view head) {
  return head.size() > 262 && head.substr(257, 5) == "ustar";
}

/// Names of elements that pages and pieces of them begin with.
bool is_name_of_element(string_view name) {
  constexpr std::array<string_view, 43> kNames{
      "html",     "head",    "body",   "title",   "base",   "meta",   "link", "style", "script",
      "noscript", "article", "main",   "section", "header", "footer", "nav",  "aside", "div",
      "span",     "p",       "h1",     "h2",      "h3",     "h4",     "h5",   "h6",    "table",
      "tr",       "td",      "ul",     "ol",      "li",     "dl",     "a",    "b",     "strong",
      "em",       "time",    "figure", "img",     "br",     "center", "font"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// A page begins with a tag that only pages have; after comments and an XML declaration.
bool is_html(string_view head) {
  string_view text = without_space(head);
  while (text.starts_with("<!--") || text.starts_with("<?")) {
    const string_view closing = text.starts_with("<?") ? "?>" : "-->";
    const std::size_t end = text.find(closing);
    if (end == string_view::npos) return false;
    text = without_space(text.substr(end + closing.size()));
  }
  constexpr std::size_t kLongestName = 20;
  const std::string begin = lower(text.substr(0, kLongestName));
  if (begin.starts_with("<!doctype html")) return true;
  const std::size_t end = begin.find_first_of(" \t\r\n\f/>");
  return begin.starts_with('<') && end != string_view::npos && is_name_of_element(begin.substr(1, end - 1));
}

bool is_header_name(string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
  });
}

/// A message begins with headers, two of which at least every message has.
bool is_mail(string_view head) {
  if (head.starts_with("From ")) head.remove_prefix(std::min(head.size(), head.find('\n') + 1));
  constexpr std::array<string_view, 9> kUsual{"from",         "to",          "date",
                                              "subject",      "received",    "message-id",
                                              "mime-version", "return-path", "content-type"};
  int usual = 0;
  bool sender = false;
  while (!head.empty()) {
    const std::size_t end = std::min(head.size(), head.find('\n'));
    const string_view line = head.substr(0, end);
    head.remove_prefix(std::min(head.size(), end + 1));
    if (line.empty() || line == "\r") break;
    if (line.front() == ' ' || line.front() == '\t') continue;
    const std::size_t colon = line.find(':');
    if (colon == string_view::npos || !is_header_name(line.substr(0, colon))) return false;
    const std::string name = lower(line.substr(0, colon));
    usual += std::find(kUsual.begin(), kUsual.end(), name) != kUsual.end() ? 1 : 0;
    sender |= name == "from" || name == "message-id" || name == "received" || name == "mime-version";
  }
  return usual >= 3 && sender;
}

/// A line that begins as an object with a key, or a list of such.
bool is_json_lines(string_view head) {
  string_view text = without_space(head);
  if (text.starts_with('[')) text = without_space(text.substr(1));
  return text.starts_with('{') && without_space(text.substr(1)).starts_with('"');
}

/// The bytes of one text in UTF-16 that are ASCII: all that telling its format needs.
std::string narrowed(string_view head) {
  std::string narrow(head.substr(head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ? 2 : 0));
  std::erase(narrow, '\0');
  return narrow;
}

/// The name of what was compressed: "a.md" of "a.md.gz".
string_view uncompressed_name(string_view source) {
  for (const string_view ending : {".gz", ".zst", ".xz", ".bz2"}) {
    if (source.ends_with(ending)) source.remove_suffix(ending.size());
  }
  return source;
}

bool named(string_view source, std::initializer_list<string_view> endings) {
  const std::string name = lower(source);
  return std::any_of(endings.begin(), endings.end(), [&](string_view each) { return name.ends_with(each); });
}

Format format_of_text(string_view head, string_view source) {
  if (is_html(head)) return Format::kHtml;
  if (is_json_lines(head)) return Format::kJsonLines;
  if (is_mail(head)) return Format::kMail;
  const string_view name = uncompressed_name(source);
  if (named(name, {".jsonl", ".ndjson"})) return Format::kJsonLines;
  if (named(name, {".html", ".htm", ".xhtml"})) return Format::kHtml;
  return named(name, {".md", ".markdown"}) ? Format::kMarkdown : Format::kText;
}

}  // namespace

Format recognise(string_view head, string_view source) {
  if (std::any_of(kArchives.begin(), kArchives.end(),
                  [&](string_view mark) { return head.starts_with(mark); }))
    return Format::kArchive;
  if (is_tar(head)) return Format::kArchive;
  // Some programs put bytes of their own before the first page.
  if (head.substr(0, 1024).find("%PDF-") != string_view::npos) return Format::kPdf;
  if (is_utf16(head)) return format_of_text(narrowed(head), source);
  const Format format = format_of_text(head, source);
  const bool lines = format == Format::kJsonLines;  // which have their faults one by one
  return lines || kind_of_unknown(head).empty() ? format : Format::kUnknown;
}

bool is_json_of_many_lines(string_view head) {
  const string_view text = without_space(head);
  if (text.starts_with('[')) return without_space(text.substr(1)).starts_with('{');
  const std::size_t end = text.find('\n');
  if (!text.starts_with('{') || end == string_view::npos) return false;
  // A line that was cut is followed by the next object; what goes on is set in, or a bracket that closes.
  const string_view next = text.substr(end + 1);
  if (next.starts_with('{')) return false;
  int depth = 0;
  bool in_text = false;
  for (std::size_t at = 0; at < end; ++at) {
    const char c = text[at];
    if (in_text && c == '\\') ++at;
    if (c == '"') in_text = !in_text;
    if (!in_text && (c == '{' || c == '[')) ++depth;
    if (!in_text && (c == '}' || c == ']')) --depth;
  }
  return !in_text && depth > 0;
}

string_view broken_kind(Format recognised, string_view source) {
  if (recognised != Format::kText) return "";
  for (const string_view kind : {".docx", ".pdf"}) {
    if (named(uncompressed_name(source), {kind})) return kind;
  }
  return "";
}

string_view kind_of_unknown(string_view head) {
  const auto* const found = std::find_if(kOthers.begin(), kOthers.end(),
                                         [&](const Mark& mark) { return head.starts_with(mark.bytes); });
  if (found != kOthers.end()) return found->what;
  if (head.size() >= 12 && head.starts_with("RIFF") && head.substr(8, 4) == "WEBP") return "a picture";
  return head.find('\0') == string_view::npos ? "" : "binary";
}

}  // namespace whofunds::text
