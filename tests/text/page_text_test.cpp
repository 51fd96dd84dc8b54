#include "whofunds/text/page_text.hpp"

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

TEST_CASE("a gap, an indent, a larger letter and an early end part paragraphs") {
  PlacedPage gap = page_of({"the first paragraph here"}) + page_of({"the second paragraph now"}, 0, 30);
  CHECK(running_text({gap}) == "the first paragraph here\n\nthe second paragraph now");
  PlacedPage indent = page_of({"ends here. And then again."}) + page_of({"Begins with an indent in"}, 20, 12);
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

TEST_CASE("nothing gives nothing") {
  CHECK(running_text({}).empty());
  CHECK(running_text({{}, {}}).empty());
}
