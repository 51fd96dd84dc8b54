#include "whofunds/text/wrapped_lines.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace whofunds::text;

namespace {

std::string joined(std::string text) {
  join_wrapped_lines(text);
  return text;
}

}  // namespace

TEST_CASE("the lines of a paragraph that was broken at a fixed width are joined") {
  CHECK(joined("Ravenmoor Capital has invested $45 million in Brightwater\n"
               "Composites, the Gdynia-based maker of boat hulls, according\n"
               "to a statement released on Wednesday. The bank of the town\n"
               "Linden lent it $20 million.\n\n"
               "A second paragraph.\n") ==
        "Ravenmoor Capital has invested $45 million in Brightwater "
        "Composites, the Gdynia-based maker of boat hulls, according "
        "to a statement released on Wednesday. The bank of the town "
        "Linden lent it $20 million.\n\n"
        "A second paragraph.\n");
}

TEST_CASE("a line that goes on in lower case belongs to the one before, however short") {
  CHECK(joined("Фонд «Полюс»\nвложил 12 млн евро\nв завод.") == "Фонд «Полюс» вложил 12 млн евро в завод.");
}

TEST_CASE("headings, lists, quoted mail and paragraphs of one line stay apart") {
  for (const char* text : {
           "A heading of few words\nRavenmoor Capital has invested $45 million in the Brightwater\n",
           "Покупатель\nЦель\nСумма\n",
           "Ravenmoor Capital has invested $45 million in the Brightwater\n- Composites\n- Pennant "
           "Plastics\n",
           "> Ravenmoor Capital has invested $45 million in Brightwater\n> Composites, the maker of hulls.\n",
           "One line, which is a paragraph of its own. It ends here, as all of those do in this text, and is "
           "much "
           "longer than any that is broken at a fixed width.\nAnother one.\n",
           "\n\n",
           "",
       }) {
    CHECK(joined(text) == text);
  }
}
