#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "whofunds/model/partial_date.hpp"

namespace whofunds::text {

/// The largest text that is read as one document, in bytes; for JSON lines, the longest line. Beyond it a
/// file is no article but an archive or a fault.
inline constexpr std::size_t kLargestDocument = 32U * 1024 * 1024;

/// A text to read, with what is known of it. Offsets into it are Unicode code points of `text`.
struct Document {
  std::string id;    ///< unique in its batch
  std::string text;  ///< valid UTF-8
  std::string lang;  ///< ISO 639-1 ("ru", "en"); empty = not told
  std::optional<model::PartialDate> date;
  std::string url;
  std::string title;
  std::string where = {};  ///< source and line, for messages, where one source holds many; else empty
};

}  // namespace whofunds::text
