#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whofunds::text {

/// A text as it is easiest to read, and the way back from it to the text as it was.
///
/// Soft hyphens and other characters without width are left out; spaces of any kind (no-break, thin) are one
/// space together, and none at either end of a line; line ends are "\n", and spaces where a line was only
/// broken at a fixed width (see join_wrapped_lines); letters with marks are composed ("и" and a breve are
/// "й"), and accents over Russian vowels, which tell how a word is said, are left out; letters of the wrong
/// script in a word that is otherwise of one script ("Cбербанк" with a Latin C) are those they look like.
///
///     const Normalised clean = normalise(document.text);
///     clean.original(mention.begin);  // where it is in document.text
class Normalised {
 public:
  Normalised() = default;
  /// A text that is as it was.
  explicit Normalised(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }

  /// Where in the original the code point at `offset` of `text()` comes from, in code points. The end of the
  /// text has a place too.
  std::size_t original(std::size_t offset) const;

  /// Whether the text is as it was.
  bool unchanged() const { return same_; }

 private:
  friend class Normaliser;
  friend Normalised normalise(std::string_view text);
  /// From `offset` on, the original is `ahead` code points further on than before.
  struct Step {
    std::uint32_t offset = 0;
    std::int64_t ahead = 0;
  };
  std::string text_;
  std::vector<Step> steps_;
  bool same_ = true;
};

/// `text` is valid UTF-8. Takes time linear in it.
Normalised normalise(std::string_view text);

}  // namespace whofunds::text
