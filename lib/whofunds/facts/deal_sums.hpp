#pragma once

#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::facts {

/// A sum that is said of a deal: what was paid, or what the deal makes the company worth.
struct DealSum {
  model::Money money;
  bool is_worth = false;
};

/// The sums of a sentence that are said of a deal told before them: "Сумма сделки составила …", "the deal is
/// worth …", "the deal values the company at …". Which deal that is, the sentence does not say.
std::vector<DealSum> find_deal_sums(const mentions::SentenceMentions& mentions,
                                    const language::Lexicon& lexicon);

/// The dates of a sentence that are said of a deal told before them: "Сделка закрыта 14 марта", "the deal
/// closed in May".
std::vector<model::PartialDate> find_deal_dates(const mentions::SentenceMentions& mentions,
                                                const language::Lexicon& lexicon);

/// Whether the sum that stands in `place` is said of a deal: "a deal worth $5m" tells what was paid, where "a
/// company worth $5m" tells a worth.
bool is_told_of_deal(const mentions::SentenceMentions& mentions, const language::Lexicon& lexicon,
                     const mentions::Place& place);

}  // namespace whofunds::facts
