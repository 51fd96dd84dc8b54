#include "whofunds/language/remembered_morphology.hpp"

#include <utility>

namespace whofunds::language {
namespace {

/// In forms; each takes about a kilobyte.
constexpr std::size_t kRemembered = std::size_t{1} << 12U;

}  // namespace

RememberedMorphology::RememberedMorphology(std::unique_ptr<Morphology> words)
    : words_(std::move(words)), memory_(kRemembered) {}

void RememberedMorphology::analyze(std::string_view word, std::vector<Analysis>& readings) const {
  readings = memory_.find(word, [&](std::vector<Analysis>& place) { words_->analyze(word, place); });
}

std::optional<std::string> RememberedMorphology::inflect(std::string_view word, const Analysis& reading,
                                                         Case grammatical_case, Number number) const {
  return words_->inflect(word, reading, grammatical_case, number);
}

}  // namespace whofunds::language
