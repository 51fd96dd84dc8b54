// Reads a PDF on standard input, and prints its text as JSON: {"text", "title", "date"}, or {"fault",
// "remedy"}. Only this program is linked with Poppler. The library runs it for each PDF
// (whofunds/text/pdf.cpp): a PDF that makes Poppler crash ends nothing else, and Poppler's licence, the GPL,
// is that of this program alone.
#include <exception>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "whofunds/text/page_text.hpp"
#include "whofunds/text/pdf.hpp"

namespace whofunds::text {
namespace {

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string result(bytes.begin(), bytes.end());
  while (!result.empty() && result.back() == '\0') result.pop_back();
  return result;
}

PlacedPage words_of(const poppler::page& page) {
  PlacedPage words;
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf place = box.bbox();
    words.push_back({.text = utf8(box.text()),
                     .left = place.left(),
                     .right = place.right(),
                     .top = place.top(),
                     .bottom = place.bottom(),
                     .space_after = box.has_space_after()});
  }
  return words;
}

nlohmann::json fault(std::string_view what, std::string_view remedy) {
  return {{kPdfFault, what}, {kPdfRemedy, remedy}};
}

nlohmann::json read(std::string_view bytes) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!pdf) return fault("it is a damaged PDF", "save it anew");
  if (pdf->is_locked()) return fault("the PDF needs a password", "save it without one");
  if (pdf->pages() > kMostPages)
    return fault(fmt::format("it has more than {} pages", kMostPages), "split it");
  std::vector<PlacedPage> pages;
  for (int i = 0; i < pdf->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(i));
    if (page) pages.push_back(words_of(*page));
  }
  if (pages.empty()) return fault("it is a damaged PDF: it has no pages", "save it anew");
  return {{kPdfText, running_text(pages)},
          {kPdfTitle, utf8(pdf->info_key("Title"))},
          {kPdfDate, utf8(pdf->info_key("CreationDate"))}};
}

}  // namespace
}  // namespace whofunds::text

int main() {
  try {
    const std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
    using Json = nlohmann::json;
    std::cout << whofunds::text::read(bytes).dump(-1, ' ', false, Json::error_handler_t::replace)
              << std::flush;
    return std::cout ? 0 : 1;
  } catch (const std::exception&) {
    return 1;  // as of a crash, the caller says what it means
  }
}
