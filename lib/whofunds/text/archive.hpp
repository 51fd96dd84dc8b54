#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "whofunds/model/error.hpp"
#include "whofunds/text/docx.hpp"

namespace whofunds::text {

/// Archives stand in one another no deeper than this.
inline constexpr int kDeepestArchive = 4;
/// An archive unpacks to no more than so many times its size, once it is past `kUnpackedFreely` bytes.
inline constexpr std::size_t kMostExpansion = 250;
inline constexpr std::size_t kUnpackedFreely = 64U * 1024 * 1024;
/// An archive has no more files than this.
inline constexpr std::size_t kMostFiles = 1'000'000;

/// What unpacking has come to, from the first byte of the outermost archive on: an archive within an archive
/// has no limits of its own.
struct Unpacking {
  int depth = 0;
  std::size_t packed = 0;
  std::size_t unpacked = 0;
  std::size_t files = 0;
};

struct ArchiveHandler {
  /// Takes a file of the archive: where it is ("news.zip/a.txt"; of what is only compressed, the name of the
  /// archive) and its bytes. Reading them throws InputError where the archive is damaged or goes beyond a
  /// limit.
  std::function<void(std::string_view where, std::istream& file)> on_file;
  /// Takes the archive itself where it turns out to be a Word document.
  std::function<void(DocxParts parts)> on_docx;
  /// Takes what is wrong with one file; the others are read on.
  std::function<void(const InputError&)> on_fault;
};

/// Unpacks an archive as it comes, nothing of it being written anywhere: zip and tar, and what is compressed
/// with gzip, zstd, xz or bzip2. Files of the machine that packed it (".DS_Store", "__MACOSX/…") are passed
/// over. Throws InputError at `source` where the archive is damaged or beyond the limits.
void unpack(std::istream& input, std::string_view source, Unpacking& unpacking,
            const ArchiveHandler& handler);

}  // namespace whofunds::text
