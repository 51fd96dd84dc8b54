#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// "12,500", "12 500" in Russian.
std::string count_phrase(std::size_t count, const Style& style);

/// "$1.5 bn", "≈ €400 m", "$5–7 m", "12 500 ₽" in Russian; a currency without a sign is written by
/// its code.
std::string money_phrase(const model::Money& money, const Style& style);

/// "49 %", "≥ 25 %", "controlling stake", "51 %, controlling stake".
std::string stake_phrase(const model::Stake& stake, const Style& style);

/// "Series A", "pre-seed", "IPO"; a round that we do not know as it is written. Empty for none.
std::string round_phrase(std::string_view round, const Style& style);

/// What a language (ISO 639-1) calls the country of that code: "Germany", "Германия". One that ICU does not
/// know is named by its code.
std::string country_name(std::string_view code, std::string_view language);

/// Several countries, in the order of their codes: "Germany, France".
std::string countries_phrase(const std::vector<std::string>& codes, const Style& style);

/// What a fact says besides who, whom and how: its sum, stake, round, date and what else is known, each a
/// phrase.
std::vector<std::string> details(const graph::EdgeFact& fact, const Style& style);

/// The evidence of a fact: “what the text says” (document), one after another, as one line.
std::string evidence_phrase(const graph::EdgeFact& fact);

}  // namespace whofunds::render
