#pragma once

#include "whofunds/text/page_text.hpp"

namespace whofunds::text {

/// The words of a page, columns of running text put one after the other where their order goes to and fro
/// between them: programs that take a page apart by its white space alone do so where paragraphs of
/// neighbouring columns end at one height. Columns are told by a left edge that many lines share and no line
/// beside them crosses, and running text by lines that are mostly full, and of several words, as the cells of
/// a table are not. All other words stay in their order.
PlacedPage in_columns(PlacedPage page);

}  // namespace whofunds::text
