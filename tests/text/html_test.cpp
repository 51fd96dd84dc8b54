#include "whofunds/text/html.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/html_tree.hpp"

using namespace whofunds;
using namespace whofunds::text;

namespace {

std::string text_of(const std::string& body) {
  return read_html("<html><body>" + body + "</body></html>", "a").text;
}

const std::string kParagraph =
    "<p>Kestrel Bay Ventures invested $20 million in Molo Freight, which runs twelve ships.</p>";
const std::string kText =
    "Kestrel Bay Ventures invested $20 million in Molo Freight, which runs twelve ships.";

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("what is no article is left out") {
  for (const char* const aside :
       {"<nav>N</nav>", "<aside>N</aside>", "<footer>N</footer>", "<script>N</script>", "<style>N</style>",
        "<div class='ad'>N</div>", "<div class='site-menu'>N</div>", "<div id=relatedNews>N</div>",
        "<div class=\"b-sidebar__box\">N</div>", "<div hidden>N</div>", "<div style='display: none'>N</div>",
        "<div aria-hidden=true>N</div>", "<div role=navigation>N</div>", "<p><a href=x>N N N N</a></p>",
        "<ul><li><a>N</a></li><li><a>N</a></li></ul>", "<!-- N -->", "<noscript>N</noscript>",
        "<template>N</template>"}) {
    CAPTURE(std::string(aside));
    CHECK(text_of(kParagraph + aside + kParagraph) == kText + "\n\n" + kText);
  }
}

TEST_CASE("words that only look like names of asides are read") {
  for (const char* const element :
       {"<div class=header-download>", "<div class='shadow'>", "<div class=readable>"})
    CHECK(text_of(element + kParagraph + "</div>") == kText);
}

TEST_CASE("the article is where most of the text is") {
  const std::string page = "<div><div>Weather: rain</div></div><div class=page><article>" + kParagraph +
                           kParagraph + "</article><div><p>Short note.</p></div></div>";
  CHECK(text_of(page) == kText + "\n\n" + kText);
}

TEST_CASE("a headline that stands before the article comes first") {
  CHECK(text_of("<header><h1>Molo <b>raises</b></h1></header><div><div>" + kParagraph + kParagraph +
                "</div></div>") == "Molo raises\n\n" + kText + "\n\n" + kText);
}

TEST_CASE("inline marks part no words, blocks and breaks do") {
  CHECK(text_of("<p>Mo<b>lo</b> Frei<wbr>ght &amp;\n  "
                "Co<br>of\tBergen</p><h2>Deals</h2><ul><li>one</li><li>two</li></ul>") ==
        "Molo Freight & Co\nof Bergen\n\nDeals\n\none\n\ntwo");
}

TEST_CASE("a row of a table is a line, a table for the look of a page is none") {
  CHECK(text_of("<table><tr><th>Investor</th><th>Sum</th></tr><tr><td>Kestrel</td><td><p>$5</p></td></tr></"
                "table>") == "Investor | Sum\n\nKestrel | $5");
  CHECK(text_of("<table><tr><td><p>one</p><p>two</p></td><td>three</td></tr></table>") ==
        "one\n\ntwo\n\nthree");
}

TEST_CASE("title, date, address and language are found where pages have them") {
  struct Case {
    const char* head;
    const char* title;
    const char* date;
  };
  const std::vector<Case> cases{
      {"<title>T | Site</title>", "T | Site", ""},
      {"<title>S</title><meta property='og:title' content='T &amp; U'>", "T & U", ""},
      {"<meta property='article:published_time' content='2024-03-15T08:00:00Z'><meta name=date "
       "content=2020-01-01>",
       "", "2024-03-15"},
      {"<meta itemprop=datePublished content=2024-03-15>", "", "2024-03-15"},
      {"<script "
       "type='application/"
       "ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"T\",\"datePublished\":\"2024-03-15\"}</script>",
       "T", "2024-03-15"},
      {"<script "
       "type='application/"
       "ld+json'>{\"@graph\":[{\"x\":1},{\"headline\":\"T\",\"datePublished\":\"2024-03\"}]}</script>",
       "T", "2024-03"},
      {"<script type='application/ld+json'>[{\"headline\":\"T\"}</script>", "", ""},
      {"<script type='application/ld+json'>[{\"@type\":\"BreadcrumbList\"},{\"@graph\":[{\"headline\":\"T\","
       "\"datePublished\":\"2024-03-15\"}]}]</script>",
       "T", "2024-03-15"},
      {"<body><span itemprop=datePublished content='2024-03-15T10:00'>today</span>", "", "2024-03-15"},
      {"<body><div itemprop=datePublished>15.03.2024</div>", "", ""},
      {"<time datetime='2024-03-15 10:00'>today</time>", "", "2024-03-15"},
      {"<time datetime='2020-01-01'>x</time><time itemprop=datePublished datetime='2024-03-15'>y</time>", "",
       "2024-03-15"},
  };
  for (const Case& wanted : cases) {
    CAPTURE(std::string(wanted.head));
    const Document document = read_html(std::string("<html lang=en-GB>") + wanted.head + kParagraph, "a");
    CHECK(document.title == wanted.title);
    CHECK((document.date ? model::to_string(*document.date) : "") == wanted.date);
    CHECK(document.lang == "en");
  }
  CHECK(read_html("<link rel=canonical href='https://a.example/b'>" + kParagraph, "a").url ==
        "https://a.example/b");
}

TEST_CASE("a page is read in the encoding that it declares") {
  CHECK(read_html("<meta charset=koi8-r><p>\xEF\xC8\xD4\xC1</p>", "a").text == "Охта");
  CHECK(read_html(
            "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xCE\xF5\xF2\xE0</p>",
            "a")
            .text == "Охта");
}

TEST_CASE("ten thousand levels are read, what grows without end is not") {
  CHECK(text_of(repeated("<div>", 10'000) + kParagraph) == kText);
  CHECK_THROWS_WITH_AS(text_of(repeated("<b>", 100'001)), "a: it has more than 100000 tags; split the page",
                       InputError);
  std::string attributes;
  for (int i = 0; i < 2001; ++i) attributes += " a" + std::to_string(i) + "='>' ";
  CHECK_THROWS_WITH_AS(text_of("<p" + attributes + ">x</p>"),
                       "a: a tag has more than 2000 attributes; it is no page that people read", InputError);
  CHECK(text_of("<p" + attributes.substr(0, 10'000) + ">" + kText + "</p>") == kText);
  std::string copies = "<p>";
  for (int i = 0; i < 20'000; ++i) copies += "<b id=" + std::to_string(i) + ">";
  CHECK_THROWS_WITH_AS(text_of(copies + repeated("</p><p>x", 20'000)),
                       "a: its tree takes more than 512 MB; it is no page that people read", InputError);
}
