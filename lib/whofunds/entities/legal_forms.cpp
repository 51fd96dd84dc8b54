#include "whofunds/entities/legal_forms.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/language/legal_form.hpp"

namespace whofunds::entities {

void LegalForms::add_form(std::string_view form, bool before, bool after) {
  const std::vector<std::string> words = words_of(form);
  const std::string joined = fmt::format("{}", fmt::join(words, " "));
  if (before) before_.insert(joined);
  if (after) after_.insert(joined);
  longest_ = std::max(longest_, words.size());
}

void LegalForms::add_generic(std::string_view word) {
  generic_.insert(fmt::format("{}", fmt::join(words_of(word), " ")));
}

void LegalForms::merge(const LegalForms& other) {
  before_.insert(other.before_.begin(), other.before_.end());
  after_.insert(other.after_.begin(), other.after_.end());
  generic_.insert(other.generic_.begin(), other.generic_.end());
  longest_ = std::max(longest_, other.longest_);
}

std::string LegalForms::digest_text() const {
  return fmt::format("{}\n{}\n{}", fmt::join(before_, "\t"), fmt::join(after_, "\t"),
                     fmt::join(generic_, "\t"));
}

LegalForms load_legal_forms(const std::filesystem::path& share) {
  const language::LegalFormData data = language::read_legal_forms(share);
  LegalForms forms;
  for (const language::LegalForm& form : data.forms) {
    for (const std::string& word : form.words) forms.add_form(word, form.before, form.after);
  }
  for (const std::string& word : data.generic) forms.add_generic(word);
  return forms;
}

}  // namespace whofunds::entities
