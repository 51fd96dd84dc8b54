#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "whofunds/tagging/annotation.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::tagging {

/// Says of each token of a sentence its part of speech, its form, what it hangs on, and whether it is part of
/// a name.
///
/// Safe to use from many threads at once. The same tokens give the same annotations, whatever was read
/// before.
class Tagger {
 public:
  virtual ~Tagger() = default;

  /// Annotates one sentence. `annotations` is as long as `tokens`; heads are indexes into it. The heads form
  /// one tree: exactly one token has head -1.
  virtual void annotate(std::span<const text::Token> tokens, std::span<Annotation> annotations) const = 0;
};

/// What reads the grammar of a sentence.
enum class TaggerKind : std::uint8_t {
  kModel,  ///< the small published model of the language
  kRules,  ///< rules over its dictionary: faster many times, and right on plain sentences
};

/// The tagger of a language (ISO 639-1: "ru", "en"), from its compiled model in the folder `share`.
/// Throws MachineError where the file is missing or damaged, UsageError for a language that has no tagger.
std::unique_ptr<Tagger> open_tagger(const std::filesystem::path& share, std::string_view lang);

}  // namespace whofunds::tagging
