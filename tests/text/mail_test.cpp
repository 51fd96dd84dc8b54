#include "whofunds/text/mail.hpp"

#include <string>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"

using namespace whofunds;
using namespace whofunds::text;

namespace {

const std::string kHead = "From: a@b.example\nDate: Fri, 15 Mar 2024 12:00:00 +0300\nMIME-Version: 1.0\n";

std::string mail_text(const std::string& message) {
  return read_mail(kHead + message, "a.eml").text;
}

}  // namespace

TEST_CASE("subject and date are those of the message") {
  const Document document = read_mail(
      kHead + "Subject: =?koi8-r?B?88TFzMvB?=\n =?utf-8?Q?_=E2=84=961?=\n\nAcme bought Bolt.\n", "a.eml");
  CHECK(document.id == "a.eml");
  CHECK(document.title == "Сделка №1");
  CHECK(document.date == model::PartialDate{2024, 3, 15});
  CHECK(document.text == "Acme bought Bolt.\n");
}

TEST_CASE("a part is read in its transfer encoding and charset") {
  CHECK(mail_text(
            "Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n"
            "=CE=F5=F2=\n=E0\n") == "Охта\n");
  CHECK(mail_text(
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n0J7RhdGC0LA=\n") ==
        "Охта");
}

TEST_CASE("of alternatives the plain text is read, of other parts all but attachments") {
  const std::string plain = "--b\nContent-Type: text/plain\n\nplain\n";
  const std::string html = "--b\nContent-Type: text/html\n\n<p>rich <b>text</b></p>\n";
  const std::string attached = "--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nattached\n";
  const std::string alternative = "Content-Type: multipart/alternative; boundary=b\n\n";
  const std::string mixed = "Content-Type: multipart/mixed; boundary=b\n\n";
  CHECK(mail_text(alternative + html + plain + "--b--\n") == "plain");
  CHECK(mail_text(alternative + html + "--b--\n") == "rich text");
  CHECK(mail_text(mixed + plain + html + attached + "--b--\n") == "plain\n\nrich text");
}

TEST_CASE("a message without a text, or nested without end, says so") {
  CHECK_THROWS_WITH_AS(mail_text("Content-Type: image/png\n\nx\n"), "a.eml: the message has no text",
                       InputError);
  std::string deep = kHead;
  for (int i = 0; i < 100; ++i)
    deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) +
            "\n";
  CHECK_THROWS_WITH_AS(read_mail(deep + "Content-Type: text/plain\n\nx\n", "a.eml"),
                       doctest::Contains("a.eml: its parts are nested deeper than 32 levels"), InputError);
}

TEST_CASE("a subject that was not encoded is read in the encoding that it is in") {
  // "Сделка года" in windows-1251, in KOI8-R, and in UTF-8.
  for (const char* subject : {"\xD1\xE4\xE5\xEB\xEA\xE0 \xE3\xEE\xE4\xE0",
                              "\xF3\xC4\xC5\xCC\xCB\xC1 \xC7\xCF\xC4\xC1", "Сделка года"}) {
    const std::string mail =
        std::string("From: a@b.c\nSubject: ") + subject + "\nDate: 2 Jan 2024\n\nText.\n";
    CHECK(read_mail(mail, "a").title == "Сделка года");
  }
}
