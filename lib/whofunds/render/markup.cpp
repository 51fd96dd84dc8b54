#include "whofunds/render/markup.hpp"

#include <utility>

#include <fmt/format.h>

#include "whofunds/render/label.hpp"

namespace whofunds::render {
namespace {

constexpr std::size_t kDetailColumns = 18;

}  // namespace

std::string font(std::string_view colour, double size, std::string_view markup) {
  return fmt::format(R"(<FONT COLOR="{}" POINT-SIZE="{}">{}</FONT>)", colour, size, markup);
}

std::string bold(std::string_view markup) {
  return fmt::format("<B>{}</B>", markup);
}

std::string lines(const std::vector<std::string>& texts) {
  std::string markup;
  for (const std::string& text : texts) {
    if (!markup.empty()) markup += "<BR/>";
    markup += escape_label(text);
  }
  return markup;
}

std::vector<std::string> packed(const std::vector<std::string>& phrases) {
  std::vector<std::string> packed_lines;
  for (const std::string& phrase : phrases) {
    std::string joined = packed_lines.empty() ? phrase : packed_lines.back() + " · " + phrase;
    if (!packed_lines.empty() && wrapped(joined, kDetailColumns).size() == 1) {
      packed_lines.back() = std::move(joined);
      continue;
    }
    for (std::string& line : wrapped(shortened(phrase, kNameLength), kDetailColumns))
      packed_lines.push_back(std::move(line));
  }
  return packed_lines;
}

std::string captioned(std::string_view heading, std::string_view colour,
                      const std::vector<std::string>& phrases, const Theme& theme) {
  std::string markup = font(colour, 9, lines(wrapped(heading, kNameColumns)));
  if (phrases.empty()) return markup;
  return markup.append("<BR/>").append(font(theme.ink, 9.5, lines(packed(phrases))));
}

std::string line_label(std::string_view markup, Layout layout, const Theme& theme) {
  if (markup.empty()) return {};
  constexpr std::string_view kTable =
      R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="{}"><TR><TD{}>{}</TD></TR></TABLE>)";
  constexpr std::string_view kVeil = "C8";  // what passes behind shows through a little
  const std::string ground = theme.paper + std::string(layout == Layout::kDot ? kVeil : "");
  const std::string text = fmt::format(kTable, 0, fmt::format(R"( BGCOLOR="{}")", ground), markup);
  return fmt::format(kTable, layout == Layout::kDot ? 3 : 1, "", text);
}

std::string table(std::string_view rows, int spacing) {
  return fmt::format(R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="{}" CELLPADDING="1">{}</TABLE>)",
                     spacing, rows);
}

}  // namespace whofunds::render
