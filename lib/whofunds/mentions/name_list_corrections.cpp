#include "whofunds/mentions/name_list_corrections.hpp"

#include <vector>

#include "whofunds/mentions/marks.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// One of a list: "компанию «А»", "«А»". [first, last) are its words, `head` the one that it hangs by.
struct Item {
  int first = 0;
  int last = 0;
  int head = 0;
};

/// The item of a list that begins at word `i`; without words where none does.
Item item_at(const AnnotatedSentence& sentence, int i, const language::Lexicon& lexicon) {
  constexpr int kLongestDescription = 5;
  Item item{.first = i, .last = i, .head = kNoWord};
  for (int word = i; word < sentence.size() && word <= i + kLongestDescription; ++word) {
    const Word& here = sentence.at(word);
    if (is_mark(here, "«")) {
      const int end = end_of_quotes(sentence, word);
      if (end == kNoWord) return item;
      if (item.head == kNoWord) {
        if (word != i) return item;
        item.head = word + 1;
        while (item.head < end && sentence.head_of(item.head) > word && sentence.head_of(item.head) < end)
          ++item.head;
      }
      item.last = end + 1;
      return item;
    }
    const bool describes = here.is_noun() && lexicon.descriptors.contains(here.lemma) && item.head == kNoWord;
    if (describes) item.head = word;
    const bool may_stand = describes || here.note.part_of_speech == PartOfSpeech::kAdjective ||
                           (here.is_noun() && here.note.grammatical_case == Case::kGenitive);
    if (!may_stand) return item;
  }
  return item;
}

}  // namespace

void correct_list_of_names(AnnotatedSentence& sentence, int begin, const language::Lexicon& lexicon) {
  std::vector<Item> items;
  int next = begin;
  bool is_closed = false;
  while (next < sentence.size()) {
    const Item item = item_at(sentence, next, lexicon);
    if (item.last == item.first) break;
    items.push_back(item);
    next = item.last;
    if (is_closed || next >= sentence.size()) break;
    is_closed = sentence.at(next).lower == "и";
    if (!is_closed && !is_mark(sentence.at(next), ",")) break;
    ++next;
  }
  constexpr std::size_t kShortest = 3;
  if (!is_closed || items.size() < kShortest || next != items.back().last) return;
  const int first = items.front().head;
  for (std::size_t i = 1; i < items.size(); ++i) {
    const int head = items[i].head;
    const bool is_subject = sentence.at(head).is(Dependency::kSubject) && sentence.head_of(head) > head &&
                            !sentence.at(first).is(Dependency::kSubject);
    if (is_subject || sentence.is_under(first, head)) return;
  }
  for (std::size_t i = 1; i < items.size(); ++i) sentence.hang(items[i].head, first, Dependency::kConjunct);
  // The name of one may have been given to another.
  for (const Item& item : items) {
    int name = item.last - 2;
    const bool is_quoted = item.head > 0 && is_mark(sentence.at(item.head - 1), "«");
    const bool is_described = item.head < name && !is_quoted;
    if (!is_described || sentence.is_under(name, item.head)) continue;
    name = sentence.top_within(name, item.first, item.last);
    if (!sentence.is_under(item.head, name)) sentence.hang(name, item.head, Dependency::kApposition);
  }
}

}  // namespace whofunds::mentions
