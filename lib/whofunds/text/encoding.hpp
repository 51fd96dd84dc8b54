#pragma once

#include <string>
#include <string_view>

namespace whofunds::text {

/// Bytes of a text as UTF-8, whatever encoding they are in, without a byte order mark.
///
/// In this order: a byte order mark; UTF-8 where the bytes are valid UTF-8; the encoding that the document
/// declares (`declared`, a name as HTML and MIME write it, "" where none is) if it decodes without a fault;
/// UTF-16 without a mark, told by its zero bytes; a Cyrillic encoding (windows-1251, KOI8-R, IBM866,
/// ISO-8859-5) where its letters make Russian words; what ICU's detector is sure of.
///
/// Throws InputError at `where` for bytes that are no text (NUL), and for those whose encoding cannot be
/// told.
std::string decode_text(std::string_view bytes, std::string_view where, std::string_view declared = {});

/// Bytes of IBM866, in which Russian Windows names files in archives, as UTF-8. Every byte means something in
/// it, and no two the same.
std::string decode_ibm866(std::string_view bytes);

/// Whether bytes are UTF-16, with a byte order mark or without.
bool is_utf16(std::string_view bytes);

}  // namespace whofunds::text
