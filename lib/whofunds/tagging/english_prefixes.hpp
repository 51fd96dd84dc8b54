#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "whofunds/tagging/annotation.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::tagging::english {

/// A sentence without the prefixes that hyphens set apart. The model all but never finds its way through "co
/// - founded", three tokens, and all but always through "founded".
class WithoutPrefixes {
 public:
  /// Leaves out the prefix and the hyphen of words like "co-founded", "ex-partner", "non-profit".
  void leave_out(std::span<const text::Token> tokens);

  std::span<const text::Token> tokens() const noexcept { return kept_; }

  /// Writes what is said of the tokens that were kept, `of_kept`, to their places in the sentence. A prefix
  /// and its hyphen hang on their word as kCompound and kPunctuation, and are part of the name that the word
  /// is part of.
  void spread(std::span<const Annotation> of_kept, std::span<Annotation> annotations) const;

 private:
  std::vector<text::Token> kept_;
  std::vector<std::size_t> places_;  ///< where in the sentence each was
};

}  // namespace whofunds::tagging::english
