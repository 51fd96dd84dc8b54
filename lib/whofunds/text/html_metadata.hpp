#pragma once

#include <optional>
#include <string>

#include "whofunds/model/partial_date.hpp"
#include "whofunds/text/html_tree.hpp"

namespace whofunds::text {

/// What a page says of itself.
struct HtmlMetadata {
  std::string title;                       ///< Open Graph, else JSON-LD, else its headline, else `<title>`
  std::string url;                         ///< canonical link, else Open Graph
  std::string lang;                        ///< ISO 639-1, as declared; "" = not told
  std::optional<model::PartialDate> date;  ///< of publication: meta, else JSON-LD, else `<time>`
};

HtmlMetadata metadata_of(const HtmlTree& page);

}  // namespace whofunds::text
