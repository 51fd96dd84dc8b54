#include "whofunds/text/encoding.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::text;

namespace {

std::string encoded(std::string_view text, const char* encoding) {
  const icu::UnicodeString units =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  std::string bytes(4 * text.size() + 4, '\0');
  bytes.resize(static_cast<std::size_t>(
      units.extract(0, units.length(), bytes.data(), static_cast<unsigned>(bytes.size()), encoding)));
  return bytes;
}

constexpr std::string_view kRussian =
    "Компания Охта купила завод Кубометр за 3 млрд рублей. Сделку закрыли в марте, сообщили стороны.";

}  // namespace

TEST_CASE("Russian is read in every encoding that it was ever written in, declared or not") {
  for (const char* const encoding :
       {"UTF-8", "windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "UTF-16LE", "UTF-16BE"}) {
    CAPTURE(std::string(encoding));
    CHECK(decode_text(encoded(kRussian, encoding), "a") == kRussian);
    CHECK(decode_text(encoded("Охта", encoding), "a", encoding) == "Охта");
  }
}

TEST_CASE("upper case tells windows-1251 from KOI8-R") {
  constexpr std::string_view kCapitals = "КОМПАНИЯ «ОХТА» КУПИЛА ЗАВОД";
  CHECK(decode_text(encoded(kCapitals, "windows-1251"), "a") == kCapitals);
}

TEST_CASE("a byte order mark tells the encoding and is dropped") {
  CHECK(decode_text("\xEF\xBB\xBFда", "a") == "да");
  CHECK(decode_text(std::string("\xFF\xFE") + encoded("да", "UTF-16LE"), "a") == "да");
  CHECK(decode_text(std::string("\xFE\xFF") + encoded("да", "UTF-16BE"), "a") == "да");
}

TEST_CASE("valid UTF-8 is UTF-8 whatever is declared") {
  CHECK(decode_text("Охта купила", "a", "windows-1251") == "Охта купила");
}

TEST_CASE("western quotes and dashes of windows-1252 are read") {
  constexpr std::string_view kText =
      "The company’s boss said “we’ve bought Société Générale” – for €5 million, in café talks.";
  CHECK(decode_text(encoded(kText, "windows-1252"), "a") == kText);
  CHECK(decode_text(encoded(kText, "windows-1252"), "a", "iso-8859-1") == kText);
}

TEST_CASE("bytes that are no text say where and why") {
  const auto fault = [](const std::string& bytes) {
    try {
      return decode_text(bytes, "a");
    } catch (const InputError& error) {
      return std::string(error.what());
    }
  };
  CHECK(fault(std::string("a\0b", 3)) == "a: it is binary (NUL at byte 1); save it as UTF-8");
  CHECK(fault("Kestrel \xD0 Bay") == "a: it is not UTF-8 at byte 8; save it as UTF-8");
  CHECK(fault("Охта купила завод, но \xD0 сбой") == "a: it is not UTF-8 at byte 39; save it as UTF-8");
  CHECK(fault("\xFF\xFE"
              "a") == "a: it begins as UTF-16LE but is damaged; save it as UTF-8");
}
