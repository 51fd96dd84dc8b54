#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/form_memory.hpp"
#include "whofunds/language/morphology.hpp"

namespace whofunds::language {

/// The words of another morphology, which is asked but once for a form that comes again and again: looking
/// into a dictionary is a good part of reading where no model is run.
class RememberedMorphology final : public Morphology {
 public:
  explicit RememberedMorphology(std::unique_ptr<Morphology> words);

  void analyze(std::string_view word, std::vector<Analysis>& readings) const override;
  std::optional<std::string> inflect(std::string_view word, const Analysis& reading, Case grammatical_case,
                                     Number number) const override;

 private:
  std::unique_ptr<Morphology> words_;
  FormMemory<std::vector<Analysis>> memory_;
};

}  // namespace whofunds::language
