#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whofunds::render {

/// Text from outside as one line that may be shown: valid UTF-8 (what is not becomes U+FFFD), white space and
/// line ends each one space, none at the ends. Control characters, NUL and the marks that turn the direction
/// of the text around them are dropped.
std::string one_line(std::string_view text);

/// The first `length` code points of `text`, which must be valid UTF-8, with an ellipsis where something was
/// cut. A letter is not parted from its accents, nor an emoji from its colour.
std::string shortened(std::string_view text, std::size_t length);

/// Cuts `text`, as `one_line` gives it, into lines of at most `columns`, as even as may be, where Unicode
/// allows a line to break (UAX #14); a word longer than a line is broken between characters. A wide (East
/// Asian) character takes two columns.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// `text` as the content of an element or attribute of XML and HTML.
std::string escape_markup(std::string_view text);

/// `text`, one line, as it stands in an HTML-like label of Graphviz. More than `escape_markup`, for Graphviz
/// reads the text again once its XML parser has: "\N" and other escapes and entities that a name holds are
/// shown as they are.
std::string escape_label(std::string_view text);

/// `text`, one line, as it stands in a plain string of Graphviz: "\N", "\G" and other escapes and the
/// entities of HTML are shown as they are.
std::string escape_string(std::string_view text);

}  // namespace whofunds::render
