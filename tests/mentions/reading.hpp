#pragma once

#include <optional>
#include <string_view>

#include "whofunds/mentions/sentence_mentions.hpp"
#include "whofunds/model/partial_date.hpp"

namespace whofunds::mentions::test {

/// Reads one sentence of a language ("ru", "en") all the way to its mentions. `text` must outlive the result.
/// `told` is the date of its document.
SentenceMentions read(std::string_view lang, std::string_view text,
                      const std::optional<model::PartialDate>& told = std::nullopt);

}  // namespace whofunds::mentions::test
