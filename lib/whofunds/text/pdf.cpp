#include "whofunds/text/pdf.hpp"

#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/apart.hpp"
#include "whofunds/text/dates.hpp"
#include "whofunds/text/page_text.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

/// What the process that reads the PDF hands back.
constexpr const char* kText = "text";
constexpr const char* kTitle = "title";
constexpr const char* kDate = "date";
constexpr const char* kFault = "fault";
constexpr const char* kRemedy = "remedy";

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
  return {{kFault, what}, {kRemedy, remedy}};
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
  return {{kText, running_text(pages)},
          {kTitle, utf8(pdf->info_key("Title"))},
          {kDate, utf8(pdf->info_key("CreationDate"))}};
}

}  // namespace

Document read_pdf(std::string_view bytes, std::string_view source) {
  using Json = nlohmann::json;
  const std::string answer = done_apart(
      [bytes] { return read(bytes).dump(-1, ' ', false, Json::error_handler_t::replace); }, source);
  const Json told = Json::parse(answer);
  if (told.contains(kFault))
    throw InputError(source, told[kFault].get<std::string>(), told[kRemedy].get<std::string>());
  Document document{.id = std::string(source),
                    .text = told[kText].get<std::string>(),
                    .date = date_in(told[kDate].get<std::string>()),
                    .title = told[kTitle].get<std::string>()};
  std::erase(document.text, '\0');
  std::erase(document.title, '\0');
  if (is_blank(document.text))
    throw InputError(source, "the PDF has no text, only pictures", "let a program for scans read it first");
  return document;
}

}  // namespace whofunds::text
