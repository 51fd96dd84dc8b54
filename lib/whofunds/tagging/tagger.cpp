#include "whofunds/tagging/tagger.hpp"

#include <string>

#include "whofunds/model/error.hpp"
#include "whofunds/tagging/english_tagger.hpp"
#include "whofunds/tagging/russian_tagger.hpp"

namespace whofunds::tagging {

std::unique_ptr<Tagger> open_tagger(const std::filesystem::path& share, std::string_view lang) {
  if (lang == "en") return open_english_tagger(share);
  if (lang == "ru") return open_russian_tagger(share);
  throw UsageError(std::string(lang), "there is no tagger for this language", "choose en or ru");
}

}  // namespace whofunds::tagging
