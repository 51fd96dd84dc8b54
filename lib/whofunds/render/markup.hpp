#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "whofunds/render/dot.hpp"
#include "whofunds/render/style.hpp"

/// Labels in the HTML-like language of Graphviz. What is called `markup` is in that language already; what is
/// called `text` is not, and is escaped here.
namespace whofunds::render {

inline constexpr std::size_t kNameColumns = 20;
inline constexpr std::size_t kNameLength = 100;

std::string font(std::string_view colour, double size, std::string_view markup);

std::string bold(std::string_view markup);

/// One below another.
std::string lines(const std::vector<std::string>& texts);

/// Phrases side by side, as many to a line as fit.
std::vector<std::string> packed(const std::vector<std::string>& phrases);

/// A heading in a colour, and below it the details in ink.
std::string captioned(std::string_view heading, std::string_view colour,
                      const std::vector<std::string>& phrases, const Theme& theme);

/// The label of a line. `dot` finds it a place beside the line, with others perhaps passing behind it; the
/// remaining layouts put it onto the line itself.
std::string line_label(std::string_view markup, Layout layout, const Theme& theme);

/// A table without lines, from its rows.
std::string table(std::string_view rows, int spacing);

}  // namespace whofunds::render
