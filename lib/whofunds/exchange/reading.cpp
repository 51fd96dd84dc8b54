#include "whofunds/exchange/reading.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/bods.hpp"
#include "whofunds/exchange/csv_reading.hpp"
#include "whofunds/exchange/follow_the_money.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/text/json_line.hpp"
#include "whofunds/text/line_reader.hpp"
#include "whofunds/text/reading.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::exchange {
namespace {

// How deep statements of registers nest.
constexpr int kRecordDepth = 8;

void read_object(const Place& place, Register& into, const ImportTakers& takers) {
  try {
    const nlohmann::json object = text::parse_json_line(place.text, place.where(), kRecordDepth);
    if (object.contains("relation")) return takers.on_fact(fact_from_json(object, place.where()));
    if (object.contains("hash")) return takers.on_document(document_from_json(object, place.where()));
    if (object.contains("schema")) return read_follow_the_money(object, place, into);
    if (is_bods(object)) return read_bods(object, place, into);
    throw InputError(
        place.where(), "this is no fact, nor of FollowTheMoney or BODS",
        "it should have 'relation', 'schema' or 'statementId'; documents are read by 'whofunds build'");
  } catch (const InputError& fault) {
    takers.on_fault(fault);
  }
}

void read_lines(std::istream& input, std::string_view source, Register& into, const ImportTakers& takers) {
  text::LineReader lines(input, source, text::kLargestDocument);
  for (std::string line; lines.next(line);) {
    if (text::is_blank(line)) continue;
    const Place place{.source = std::string(source), .line = lines.number(), .text = line};
    if (lines.too_long()) {
      takers.on_fault({place.where(), "the line is too long"});
    } else {
      read_object(place, into, takers);
    }
  }
}

std::string whole_text(std::istream& input, std::string_view source) {
  std::string text;
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  std::string piece(kPiece, '\0');
  while (input.read(piece.data(), kPiece) || input.gcount() > 0) {
    text.append(piece, 0, static_cast<std::size_t>(input.gcount()));
    if (text.size() > kLargestTable)
      throw InputError(source, "it is longer than 1 GiB", "cut it into parts, or make lines of JSON of it");
  }
  if (input.bad()) throw MachineError(source, "it could not be read");
  return text;
}

// The end of the value of JSON that begins at `begin`: where its brackets have closed.
std::size_t value_end(std::string_view text, std::size_t begin) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string && c == '\\') {
      ++at;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string && (c == '{' || c == '[')) {
      ++depth;
    } else if (!in_string && (c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return text.size();
}

// The objects of one list, each with the line on which it begins.
void read_list(std::string_view text, std::string_view source, Register& into, const ImportTakers& takers) {
  std::size_t line = 1;
  for (std::size_t at = text.find('[') + 1; at < text.size();) {
    const std::size_t begin = text.find('{', at);
    const auto lines_until = [&](std::size_t end) {
      return static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                 text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    };
    if (begin == std::string_view::npos) break;
    line += lines_until(begin);
    at = begin;
    const std::size_t end = value_end(text, begin);
    read_object({.source = std::string(source), .line = line, .text = text.substr(begin, end - begin)}, into,
                takers);
    line += lines_until(end);
    at = end;
  }
}

bool is_csv(std::istream& input, std::string_view source) {
  for (const std::string_view ending : {".csv", ".tsv", ".CSV", ".TSV"}) {
    if (source.ends_with(ending)) return true;
  }
  return source == "-" && (input >> std::ws).peek() != '{' && input.peek() != '[';
}

}  // namespace

void read_import(std::istream& input, std::string_view source, ImportFormat format, Register& into,
                 const ImportTakers& takers) {
  try {
    if (format == ImportFormat::kCsv || (format == ImportFormat::kAuto && is_csv(input, source)))
      return read_csv_register(whole_text(input, source), source, into, takers.on_fault);
    if (input.peek() == '[') return read_list(whole_text(input, source), source, into, takers);
    read_lines(input, source, into, takers);
  } catch (const InputError& fault) {
    takers.on_fault(fault);
  }
}

}  // namespace whofunds::exchange
