#include "option_checks.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

namespace whofunds::tools {

CLI::Validator whole_number(std::int64_t least) {
  return {[least](const std::string& text) -> std::string {
            std::int64_t number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            const bool is_whole = error == std::errc() && end == text.data() + text.size();
            if (is_whole && number >= least) return {};
            return fmt::format("'{}' is no whole number {}", text,
                               least == 0 ? "of 0 or more" : fmt::format("from {} on", least));
          },
          "N"};
}

// ISO 4217, and of what is no money any more what documents still tell of.
constexpr std::string_view kCurrencies =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BYR "
    "BZD CAD CDF CHE CHF CHW CLF CLP CNH CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD "
    "FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR "
    "KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN "
    "MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RUR RWF SAR SBD SCR "
    "SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN "
    "UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XCD XCG XDR XOF XPD XPF XPT YER ZAR ZMW ZWG ZWL ATS BEF "
    "CYP DEM EEK ESP FIM FRF GRD IEP ITL LUF MTL NLG PTE SIT SKK BTC ETH";

CLI::Validator currency_code() {
  return {[](std::string& text) -> std::string {
            std::ranges::transform(text, text.begin(), [](char c) {
              return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            });
            const bool is_code = text.size() == 3 &&
                                 std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
                                 kCurrencies.find(text) != std::string_view::npos;
            return is_code ? std::string() : "'" + text + "' is no code of a currency, such as USD, EUR, RUB";
          },
          "CODE"};
}

}  // namespace whofunds::tools
