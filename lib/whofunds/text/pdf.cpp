#include "whofunds/text/pdf.hpp"

#include <string>

#include <nlohmann/json.hpp>

#include "whofunds/model/error.hpp"
#include "whofunds/text/apart.hpp"
#include "whofunds/text/companion.hpp"
#include "whofunds/text/dates.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {

Document read_pdf(std::string_view bytes, std::string_view source) {
  const auto told =
      nlohmann::json::parse(run_apart(companion_program("whofunds-pdf", source), bytes, source));
  if (told.contains(kPdfFault))
    throw InputError(source, told[kPdfFault].get<std::string>(), told[kPdfRemedy].get<std::string>());
  Document document{.id = std::string(source),
                    .text = told[kPdfText].get<std::string>(),
                    .date = date_in(told[kPdfDate].get<std::string>()),
                    .title = told[kPdfTitle].get<std::string>()};
  std::erase(document.text, '\0');
  std::erase(document.title, '\0');
  if (is_blank(document.text))
    throw InputError(source, "the PDF has no text, only pictures", "let a program for scans read it first");
  return document;
}

}  // namespace whofunds::text
