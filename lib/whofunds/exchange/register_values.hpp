#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "whofunds/exchange/register.hpp"
#include "whofunds/model/money.hpp"
#include "whofunds/model/partial_date.hpp"
#include "whofunds/model/stake.hpp"

namespace whofunds::exchange {

/// How registers write values. Each is nothing for an empty text, and throws InputError, naming the place and
/// `what` it is of ("percentage"), for one that it cannot read.

/// "51", "51.5 %", "51,5"; of "25-50" and "more than 25" the lower bound, as such.
std::optional<model::Stake> stake_from(std::string_view text, std::string_view what, const Place& place);

/// A sum in whole units: "1200000", "1,200,000", "1 200 000.50" (rounded). Nothing without a currency.
std::optional<model::Money> money_from(std::string_view text, std::string_view currency,
                                       std::string_view what, const Place& place);

/// "0.9".
std::optional<double> real_from(std::string_view text, std::string_view what, const Place& place);

/// "2019", "2019-05", "2019-05-01"; of "2019-05-01T12:00:00" the day.
std::optional<model::PartialDate> date_from(std::string_view text, std::string_view what, const Place& place);

/// Whether it has the form of a code of ISO 4217: three capital letters.
bool is_currency_code(std::string_view text);

/// The code of a country as we write it, of a code of ISO 3166 in any case: "gb" of "GB", and of "GB-SCT",
/// which is a part of it. Nothing for what is no country today.
std::optional<std::string> country_from(std::string_view text);

/// The text under a key; empty where there is none, or the object is none.
std::string text_under(const nlohmann::json& object, const char* key);

/// Letters of ASCII made small.
std::string lower_case(std::string_view text);

}  // namespace whofunds::exchange
