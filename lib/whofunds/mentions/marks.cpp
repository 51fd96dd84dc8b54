#include "whofunds/mentions/marks.hpp"

namespace whofunds::mentions {

int end_of_quotes(const AnnotatedSentence& sentence, int quote) {
  int close = quote + 1;
  while (close < sentence.size() && !is_mark(sentence.at(close), "»")) ++close;
  return close < sentence.size() && close > quote + 1 ? close : kNoWord;
}

int head_in_quotes(const AnnotatedSentence& sentence, int quote) {
  const int close = end_of_quotes(sentence, quote);
  return close == kNoWord ? kNoWord : sentence.top_within(quote + 1, quote + 1, close);
}

}  // namespace whofunds::mentions
