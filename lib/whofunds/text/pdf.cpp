#include "whofunds/text/pdf.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include <nlohmann/json.hpp>

#include "whofunds/model/error.hpp"
#include "whofunds/text/apart.hpp"
#include "whofunds/text/dates.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {
namespace {

using Path = std::filesystem::path;

/// The program that reads a PDF: in the folder that the environment names; else beside the running program,
/// as in the build, or in the folder that belongs to where it is installed; else where the library was to be
/// installed.
Path reader_of_pdf(std::string_view source) {
  constexpr const char* kName = "whofunds-pdf";
  if (const char* const told = std::getenv("WHOFUNDS_LIBEXEC"); told != nullptr && *told != '\0')
    return Path(told) / kName;
  std::error_code none;
  const Path folder = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
  const Path above = folder.parent_path() / "libexec" / "whofunds";
  for (const Path& candidate : {folder, above, Path(WHOFUNDS_INSTALLED_LIBEXEC)}) {
    if (std::filesystem::exists(candidate / kName, none)) return candidate / kName;
  }
  throw MachineError(source, "whofunds-pdf, which reads PDF, is not in " + above.string(),
                     "set WHOFUNDS_LIBEXEC to the folder where it is");
}

}  // namespace

Document read_pdf(std::string_view bytes, std::string_view source) {
  const auto told = nlohmann::json::parse(run_apart(reader_of_pdf(source), bytes, source));
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
