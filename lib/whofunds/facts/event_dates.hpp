#pragma once

#include <optional>

#include "whofunds/facts/event.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::facts {

/// "in 2019, when A bought it": the date that a clause describes.
std::optional<model::PartialDate> described_date(const mentions::SentenceMentions& mentions, int verb);

/// "Since it was founded in 2016, A has raised $5m", "its first loan since 2018", "кредит до 2028 года":
/// whether a date is no day on which the money of an event moved.
bool tells_other_time(const mentions::AnnotatedSentence& tree, const mentions::Place& date,
                      const Event& event, const language::Lexicon& lexicon);

}  // namespace whofunds::facts
