#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whofunds::text {

/// Why bytes are no text that we can read, with where in them ("not UTF-8 at byte 17"): invalid UTF-8, or
/// NUL, which only binary files hold. Empty if nothing is wrong.
std::string text_fault(std::string_view bytes);

/// Drops a byte order mark (U+FEFF) at the beginning.
void drop_byte_order_mark(std::string& text);

/// How many code points a text of valid UTF-8 has.
std::size_t count_code_points(std::string_view text);

/// The first code point of a text, as ICU takes it; U+FFFD where it is no UTF-8, 0 where the text is empty.
std::int32_t first_code_point(std::string_view text);

/// Finds places in a text of valid UTF-8 that are told in code points, each in the same short time however
/// long the text is.
///
///     CodePointIndex(document.text).between(mention.begin, mention.end)
class CodePointIndex {
 public:
  /// `text` must outlive it.
  explicit CodePointIndex(std::string_view text);

  /// The code points [begin, end); fewer where the text ends before.
  std::string_view between(std::size_t begin, std::size_t end) const;

 private:
  std::size_t byte_of(std::size_t code_point) const;

  std::string_view text_;
  std::vector<std::size_t> bytes_;  ///< where every so many-th code point begins
};

/// Whether there is nothing but white space.
bool is_blank(std::string_view text);

}  // namespace whofunds::text
