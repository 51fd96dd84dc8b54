#pragma once

#include <string>
#include <string_view>

#include "whofunds/text/document.hpp"

namespace whofunds::text {

/// The parts of a .docx file that are read. A part that the file lacks is empty.
struct DocxParts {
  std::string text;        ///< word/document.xml
  std::string properties;  ///< docProps/core.xml
};

/// The paragraphs and the rows of tables of a Word document with an empty line between them, the cells of a
/// row between " | "; without what was deleted or hidden, and without notes. Title and date (of creation) are
/// those of the core properties. Throws InputError where the text is no XML.
Document read_docx(const DocxParts& parts, std::string_view source);

}  // namespace whofunds::text
