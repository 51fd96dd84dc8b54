#pragma once

#include <optional>
#include <string>

#include "whofunds/model/partial_date.hpp"

namespace whofunds::text {

/// A text to read, with what is known of it. Offsets into it are Unicode code points of `text`.
struct Document {
  std::string id;    ///< unique in its batch
  std::string text;  ///< valid UTF-8
  std::string lang;  ///< ISO 639-1 ("ru", "en"); empty = not told
  std::optional<model::PartialDate> date;
  std::string url;
  std::string title;
};

}  // namespace whofunds::text
