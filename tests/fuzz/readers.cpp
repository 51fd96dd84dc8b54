#include "readers.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "whofunds/model/error.hpp"
#include "whofunds/text/docx.hpp"
#include "whofunds/text/encoding.hpp"
#include "whofunds/text/html.hpp"
#include "whofunds/text/mail.hpp"
#include "whofunds/text/markdown.hpp"
#include "whofunds/text/normalising.hpp"
#include "whofunds/text/page_text.hpp"
#include "whofunds/text/pdf.hpp"
#include "whofunds/text/reading.hpp"
#include "whofunds/text/utf8.hpp"
#include "whole_way.hpp"

namespace whofunds::fuzz {
namespace {

using text::Document;

void check(const Document& document) {
  demand(text::text_fault(document.text).empty());
  demand(text::text_fault(document.title).empty());
  demand(text::text_fault(document.url).empty());
}

void read_stream(std::string_view bytes, text::Format format) {
  std::istringstream input{std::string(bytes)};
  text::read_documents(input, "x", format, check, [](const InputError&) {});
}

void read_archive(std::string_view bytes) {
  read_stream(bytes, text::Format::kArchive);
}
void read_json_lines(std::string_view bytes) {
  read_stream(bytes, text::Format::kJsonLines);
}
void read_any(std::string_view bytes) {
  // As the program does, but for PDF, which has a target of its own.
  if (bytes.find("%PDF-") == std::string_view::npos) read_stream(bytes, text::Format::kAuto);
}
void read_docx(std::string_view bytes) {
  check(text::read_docx({.text = std::string(bytes), .properties = std::string(bytes)}, "x"));
}
void read_html(std::string_view bytes) {
  check(text::read_html(bytes, "x"));
}
void read_mail(std::string_view bytes) {
  check(text::read_mail(bytes, "x"));
}
void read_markdown(std::string_view bytes) {
  check(text::read_markdown(bytes, "x"));
}
void read_pdf(std::string_view bytes) {
  check(text::read_pdf(bytes, "x"));
}

/// Offsets of the normalised text must lead back to places in the original, in order.
void normalise(std::string_view bytes) {
  const std::string before = text::decode_text(bytes, "x");
  const text::Normalised clean = text::normalise(before);
  demand(text::text_fault(clean.text()).empty());
  std::size_t last = 0;
  for (std::size_t offset = 0; offset <= clean.text().size(); ++offset) {
    const std::size_t place = clean.original(offset);
    demand(place >= last);
    last = place;
  }
}

/// Words of eight bytes: four numbers for the place, four letters.
void lay_out(std::string_view bytes) {
  std::vector<text::PlacedPage> pages(1);
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    const auto number = [&](std::size_t at) {
      return static_cast<double>(static_cast<signed char>(bytes[at]));
    };
    if (bytes[7] == '\f') pages.emplace_back();
    std::string word(bytes.substr(4, 4));
    if (!text::text_fault(word).empty()) word = "a-";
    pages.back().push_back(
        {word, number(0), number(0) + number(1), number(2), number(2) + number(3), bytes[4] > 'm'});
  }
  demand(text::text_fault(text::running_text(pages)).empty());
}

struct Named {
  std::string_view name;
  Reader reader;
};
constexpr std::array kReaders{Named{"archive", read_archive},
                              Named{"docx", read_docx},
                              Named{"html", read_html},
                              Named{"json_lines", read_json_lines},
                              Named{"mail", read_mail},
                              Named{"markdown", read_markdown},
                              Named{"normalise", normalise},
                              Named{"page_text", lay_out},
                              Named{"pdf", read_pdf},
                              Named{"text", read_any},
                              Named{"whole_way", read_to_picture}};

}  // namespace

void demand(bool holds) {
  if (!holds) std::abort();
}

Reader reader_named(std::string_view name) {
  const auto* const found =
      std::find_if(kReaders.begin(), kReaders.end(), [&](const Named& each) { return each.name == name; });
  if (found == kReaders.end()) return nullptr;
  return found->reader;
}

}  // namespace whofunds::fuzz
