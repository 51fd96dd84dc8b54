#include "whofunds/text/page_text.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace whofunds::text;

namespace {

/// Lines of ten units, a character being five wide.
PlacedPage page_of(const std::vector<std::string>& lines, double left = 0, double top = 0) {
  PlacedPage page;
  for (const std::string& line : lines) {
    std::istringstream words(line);
    double x = left;
    for (std::string word; words >> word;) {
      const double width = 5.0 * static_cast<double>(word.size());
      page.push_back({word, x, x + width, top, top + 10, true});
      x += width + 5;
    }
    top += 12;
  }
  return page;
}

PlacedPage operator+(PlacedPage a, const PlacedPage& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace

TEST_CASE("lines are joined to paragraphs, parted words to words") {
  CHECK(running_text({page_of({"Kestrel invested in Mo-", "lo Freight, and it did", "so twice."})}) ==
        "Kestrel invested in Molo Freight, and it did so twice.");
}

TEST_CASE("a hyphen that a word has elsewhere stays, and so does one before a capital") {
  CHECK(running_text(
            {page_of({"the long-term plan is a long-", "term one for the New-", "York office of them"})}) ==
        "the long-term plan is a long-term one for the New-York office of them");
}

TEST_CASE("a compound that is parted at its own hyphen keeps it") {
  CHECK(running_text({page_of({"it was said by the Gdynia-", "based maker of hulls, and"})}) ==
        "it was said by the Gdynia-based maker of hulls, and");
  CHECK(running_text({page_of({"сообщила пресс-", "служба, а не вице-", "президент завода"})}) ==
        "сообщила пресс-служба, а не вице-президент завода");
}

TEST_CASE("soft hyphens are left out, at line ends and where no line ends") {
  CHECK(running_text({page_of({"Kes\u00ADtrel in\u00ADvest\u00AD", "ed in Molo"})}) ==
        "Kestrel invested in Molo");
  // A hyphen that is not seen may lie on the letter before it, as if a space came after it.
  const PlacedPage placed{{"Cap\u00ADi", 0, 20, 0, 10, false},
                          {"t", 20, 24, 0, 10, false},
                          {"\u00AD", 20, 23, 0, 10, true},
                          {"al", 24, 34, 0, 10, true}};
  CHECK(running_text({placed}) == "Capital");
}

TEST_CASE("a line over all columns parts no paragraph of them") {
  const PlacedPage head = page_of({"The Quay Gazette, volume seven, number fourteen, in the spring"});
  const PlacedPage left = page_of({"the fund put money in the Polar", "Optics works, as was said on a",
                                   "day in spring. The second said", "the same of the Harbour Robot"},
                                  0, 30);
  const PlacedPage right = page_of({"Company."}, 200, 30);
  CHECK(running_text({head + left + right}) ==
        "The Quay Gazette, volume seven, number fourteen, in the spring\n\n"
        "the fund put money in the Polar Optics works, as was said on a day in spring. The second said the "
        "same "
        "of the Harbour Robot\n\nCompany.");
}

TEST_CASE("a line ends early where the next word would have had room in it") {
  // The name is too long for the line before it, which ends at two thirds of the width.
  CHECK(running_text({page_of({"this goes on for quite a while yes", "and was bought by the",
                               "Northumberland-Winchester works in"})}) ==
        "this goes on for quite a while yes and was bought by the Northumberland-Winchester works in");
}

TEST_CASE("a gap, an indent, a larger letter and an early end part paragraphs") {
  PlacedPage gap = page_of({"the first paragraph here"}) + page_of({"the second paragraph now"}, 0, 30);
  CHECK(running_text({gap}) == "the first paragraph here\n\nthe second paragraph now");
  PlacedPage indent = page_of({"ends here. And then again."}) + page_of({"Begins with an indent in"}, 8, 12);
  CHECK(running_text({indent}) == "ends here. And then again.\n\nBegins with an indent in");
  CHECK(
      running_text({page_of({"a line as long as they come", "ends soon.", "Another one goes on and on"})}) ==
      "a line as long as they come ends soon.\n\nAnother one goes on and on");
}

TEST_CASE("a paragraph goes on in the next column") {
  CHECK(running_text({page_of({"it was said that the", "price of the deal was"}) +
                      page_of({"never told."}, 200, 0)}) ==
        "it was said that the price of the deal was never told.");
}

TEST_CASE("running heads and page numbers are left out, and what they parted is joined") {
  std::vector<PlacedPage> pages;
  for (int i = 1; i <= 3; ++i) {
    pages.push_back(page_of({"Harbour Letter, issue " + std::to_string(i)}) +
                    page_of({"text of page " + std::string(static_cast<std::size_t>(i), 'x'),
                             "goes on without", std::string(static_cast<std::size_t>(i), 'y') + " end of it"},
                            0, 40) +
                    page_of({std::to_string(i)}, 100, 400));
  }
  CHECK(running_text(pages) ==
        "text of page x goes on without y end of it text of page xx goes on without yy end of it text of "
        "page xxx "
        "goes on without yyy end of it");
}

TEST_CASE("the number of a page alone is left out, in whatever dashes") {
  for (const char* number : {"- 3 -", "– 3 –", "— 3 —", "3", "3 / 12"}) {
    CAPTURE(number);
    CHECK(running_text({page_of({"text of the page"}) + page_of({number}, 100, 400)}) == "text of the page");
  }
}

TEST_CASE("nothing gives nothing") {
  CHECK(running_text({}).empty());
  CHECK(running_text({{}, {}}).empty());
}

namespace {

/// Words of two columns as a program hands them out that goes to and fro between them, so many lines at a
/// time.
PlacedPage in_turn(const std::vector<std::string>& left, const std::vector<std::string>& right,
                   std::size_t lines) {
  PlacedPage page;
  for (std::size_t first = 0; first < left.size(); first += lines) {
    const auto some = [&](const std::vector<std::string>& of) {
      const auto begin = of.begin() + static_cast<std::ptrdiff_t>(first);
      return std::vector<std::string>(
          begin, begin + static_cast<std::ptrdiff_t>(std::min(lines, of.size() - first)));
    };
    const double top = 30 + 12.0 * static_cast<double>(first);
    page = page + page_of(some(left), 0, top) + page_of(some(right), 200, top);
  }
  return page;
}

}  // namespace

TEST_CASE("columns of running text are read down, whatever the order of their words") {
  const std::vector<std::string> left{
      "the mill bought a share of the old",  "bakery by the river and sold half",
      "of it to a bank in the north that",   "had lent it the money for the new",
      "ovens and for the boats which are",   "to bring the flour from the coast",
      "before the winter begins in earnest."};
  const std::vector<std::string> right{
      "Nobody else had made an offer for",  "the bakery since the spring when a",
      "flood took the quay and the house",  "of the miller with all the papers",
      "in it so that the court had yet to", "say whose the land under the ovens",
      "was and who may build on it again."};
  const std::string heading = "A mill and a bakery that is by the river, and what became of them";
  for (const std::size_t lines : {1U, 2U, 3U}) {
    CAPTURE(lines);
    const std::string text = running_text({page_of({heading}) + in_turn(left, right, lines)});
    CHECK(text.starts_with(heading));
    CHECK(text.find("bought a share of the old bakery by the river and sold") != std::string::npos);
    CHECK(text.find("begins in earnest. Nobody else") == std::string::npos);
    CHECK(text.find("earnest.") < text.find("Nobody"));
    CHECK(text.ends_with("build on it again."));
  }
}

TEST_CASE("a table is read across") {
  const std::vector<std::string> names{"Molo Freight",  "Quickmart", "Polar Optics", "Fathom",
                                       "Tern Shipyard", "Brine",     "Heron Rail",   "Ice"};
  const std::vector<std::string> sums{"5 million", "12 million", "700,000",   "3 million",
                                      "1 billion", "40,000",     "9 million", "2 million"};
  const std::string text = running_text({in_turn(names, sums, 1)});
  CHECK(text.find("Quickmart 12 million") != std::string::npos);
  CHECK(text.find("Heron Rail 9 million") != std::string::npos);
}
