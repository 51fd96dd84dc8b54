#include <algorithm>
#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "the group whose members are Aster, Birch and Cedar": a parser that gives all but the first of a list to
/// the noun that its clause describes.
void correct_list_in_relative_clause(AnnotatedSentence& sentence, int first) {
  const Word& predicate = sentence.at(first);
  if (!predicate.is(Dependency::kRelativeClause) || !predicate.is_capitalised() ||
      sentence.child(first, Dependency::kCopula) == kNoWord)
    return;
  const int described = predicate.note.head;
  for (const int other : std::vector<int>(sentence.at(described).children)) {
    const Word& listed = sentence.at(other);
    const bool is_listed = listed.is(Dependency::kApposition) || listed.is(Dependency::kConjunct);
    if (other > first && is_listed && listed.is_capitalised() && listed.is_noun())
      sentence.hang(other, first, Dependency::kConjunct);
  }
}

/// The end of the capitalised words that begin at `first`, with what joins them inside a name: "Bank of
/// Oslo", "In-Q-Tel", "Marks & Co.", and "Oslo's Aster" where it `may_have_owner`. `head` is the last of
/// those before "of".
int end_of_name(const AnnotatedSentence& sentence, int first, int& head, bool may_have_owner = false) {
  int last = first;
  head = kNoWord;
  while (last < sentence.size() && sentence.at(last).is_capitalised()) {
    const int next = last + 1;
    if (head == kNoWord && next < sentence.size() && sentence.at(next).lower == "of") head = last;
    const bool is_joined = next + 1 < sentence.size() && sentence.at(next + 1).is_capitalised() &&
                           (sentence.at(next).lower == "of" || sentence.at(next).token.text == "&" ||
                            (may_have_owner && sentence.at(next).lower == "'s") ||
                            (sentence.at(next).token.text == "-" && !sentence.at(next).token.space_before));
    last = is_joined ? next + 1 : next;
  }
  if (head == kNoWord) head = last - 1;
  return last;
}

/// "by TPG and Aster Capital Partners": two names that a parser makes one of. An acronym, or a name of
/// several words, is no part of the next: "by Marks and Spencer Group" is; and of what stands between two
/// (`are_two`) none is.
void correct_two_names(AnnotatedSentence& sentence, int first, int second, bool are_two) {
  const bool is_whole =
      are_two || sentence.at(first).token.all_capitals ||
      (first > 0 && sentence.head_of(first - 1) == first && sentence.at(first - 1).is_capitalised());
  if (!is_whole || sentence.head_of(first) != second || !sentence.at(first).is(Dependency::kCompound)) return;
  const int governor = sentence.head_of(second);
  const int conjunction = sentence.child(first, Dependency::kCoordination);
  if (governor == kNoWord) return;
  const Dependency role = sentence.at(second).note.dependency;
  const bool is_joined = role == Dependency::kConjunct && governor < first;
  sentence.hang(first, governor, is_joined ? Dependency::kNominalModifier : role);
  for (const int child : std::vector<int>(sentence.at(second).children)) {
    if (child < first && child != first) sentence.hang(child, first, sentence.at(child).note.dependency);
  }
  sentence.hang(second, first, Dependency::kConjunct);
  for (int part = first + 1; part < second; ++part) {
    const bool is_joining = sentence.at(part).lower == "and";
    sentence.hang(part, second, is_joining ? Dependency::kCoordination : Dependency::kCompound);
  }
  if (conjunction != kNoWord) sentence.hang(conjunction, second, Dependency::kCoordination);
  // "talks between A and B over a merger": the talks are over it
  for (const int child : are_two ? std::vector<int>(sentence.at(second).children) : std::vector<int>()) {
    if (child > second && !sentence.preposition(child).empty())
      sentence.hang(child, governor, sentence.at(child).note.dependency);
  }
}

/// The name after a description in small letters that begins at `first`: "angel investor Ann Lee", "the
/// Danish bank Aster"; `first` where none stands there.
int name_after_description(const AnnotatedSentence& sentence, int first, const language::Lexicon& lexicon) {
  constexpr int kLongest = 5;
  // "Norway's sovereign fund Aster"
  int start = first;
  while (start < sentence.size() && sentence.at(start).is_capitalised()) ++start;
  const bool has_owner = start > first && start < sentence.size() && sentence.at(start).lower == "'s";
  start = has_owner ? start + 1 : first;
  int next = start;
  while (next < sentence.size() && next < start + kLongest &&
         (!sentence.at(next).is_capitalised() ||
          (next > start && sentence.at(next).note.part_of_speech == PartOfSpeech::kAdjective)) &&
         (sentence.at(next).is_noun() || sentence.at(next).note.part_of_speech == PartOfSpeech::kAdjective ||
          sentence.at(next).note.part_of_speech == PartOfSpeech::kDeterminer))
    ++next;
  const bool has_article =
      has_owner || (next > start && sentence.at(start).note.part_of_speech == PartOfSpeech::kDeterminer);
  const bool is_described = next > start && next < sentence.size() && sentence.at(next).is_capitalised() &&
                            sentence.at(next - 1).is_noun() && !sentence.at(next - 1).is_capitalised() &&
                            (has_article || lexicon.descriptors.contains(sentence.at(next - 1).lemma) ||
                             lexicon.frames_by_title.contains(sentence.at(next - 1).lemma));
  return is_described ? next : first;
}

/// Whether what stands right after word `i` may be a list: a preposition, a verb that lists or counts, a noun
/// that sums up ("its investors Aster, Birch and Cedar").
bool may_open_list(const AnnotatedSentence& sentence, int i, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(i);
  if (here.note.part_of_speech == PartOfSpeech::kPreposition) return true;
  // "Three backers – Aster, Birch and Cedar – put in $5m"
  const bool is_dash = here.token.text == "–" || here.token.text == "—" || here.token.text == ":";
  if (is_dash && i > 0) return may_open_list(sentence, i - 1, lexicon);
  if (here.is_noun())
    return !here.is_capitalised() && here.note.number == language::Number::kPlural &&
           lexicon.frames_by_title.contains(here.lemma);
  return here.is_verb() &&
         (lexicon.listing_verbs.contains(here.lemma) || lexicon.counting_verbs.contains(here.lemma) ||
          lexicon.plural_verbs.contains(here.lower));
}

/// "financing from A, the Danish bank B and Bank of C": three names or more that commas and a last "and" join
/// after a preposition or a verb that lists are one list, whatever a parser makes of them.
void correct_list_after_opener(AnnotatedSentence& sentence, int opener, const language::Lexicon& lexicon) {
  constexpr std::size_t kShortest = 3;
  if (!may_open_list(sentence, opener, lexicon)) return;
  const bool is_after_dash = sentence.at(opener).token.kind == text::TokenKind::kPunctuation;
  std::vector<int> heads;
  std::vector<int> begins;  // where a name begins with what describes it
  bool is_closed = false;
  for (int begin = opener + 1; begin < sentence.size();) {
    int next = name_after_description(sentence, begin, lexicon);
    const bool has_article =
        is_after_dash && next == begin && sentence.at(begin).note.part_of_speech == PartOfSpeech::kDeterminer;
    if (has_article) ++next;
    if (next >= sentence.size() || !sentence.at(next).is_capitalised()) break;
    int head = kNoWord;
    int end = end_of_name(sentence, next, head, is_after_dash);
    // "and investor Ann Lee's Birch" names another.
    const bool is_owner = end < sentence.size() && sentence.at(end).is(Dependency::kCase) &&
                          !sentence.at(next - 1).is_capitalised() && sentence.at(next - 1).is_noun();
    if (is_owner) break;
    heads.push_back(head);
    begins.push_back(begin);
    if (is_closed || end >= sentence.size()) break;
    const bool has_comma = sentence.at(end).token.text == ",";
    if (has_comma) ++end;
    is_closed = end < sentence.size() && sentence.at(end).lower == "and";
    if (is_closed) ++end;
    if (!has_comma && !is_closed) break;
    begin = end;
  }
  const bool is_after_preposition = sentence.at(opener).note.part_of_speech == PartOfSpeech::kPreposition;
  // "between Marks and Spencer Group and Aster" is not told apart
  const int next = heads.empty() ? sentence.size() : heads.back() + 1;
  const bool are_two = sentence.at(opener).lower == "between" &&
                       !(next < sentence.size() && sentence.at(next).is(Dependency::kCoordination));
  const bool is_after_be = lexicon.plural_verbs.contains(sentence.at(opener).lower);
  if (is_closed && heads.size() == 2 && (is_after_preposition || is_after_be))
    correct_two_names(sentence, heads.front(), heads.back(), are_two);
  if (!is_closed || heads.size() < kShortest) return;
  const int first = heads.front();
  for (std::size_t i = 1; i < heads.size(); ++i) {
    if (sentence.is_under(first, heads[i]) || sentence.at(heads[i]).is(Dependency::kSubject)) return;
  }
  for (std::size_t i = 1; i < heads.size(); ++i) {
    sentence.hang(heads[i], first, Dependency::kConjunct);
    for (int word = begins[i]; word < heads[i]; ++word) {
      const int head = sentence.head_of(word);
      const bool hangs_outside = head < begins[i] || head > heads[i];
      if (hangs_outside && sentence.at(word).is_noun()) sentence.hang(word, heads[i], Dependency::kCompound);
    }
  }
}

/// "counts A, B and the C family among its backers": what those are counted among goes with the verb.
void correct_counted_among(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  if (!here.is(Dependency::kNominalModifier) || here.is_capitalised() ||
      !lexicon.frames_by_title.contains(here.lemma) ||
      !lexicon.listing_words.contains(std::string(sentence.preposition(noun))))
    return;
  int verb = here.note.head;
  while (verb != kNoWord && !sentence.at(verb).is_verb()) verb = sentence.head_of(verb);
  const int object = verb == kNoWord ? kNoWord : sentence.child(verb, Dependency::kObject);
  if (object == kNoWord || !lexicon.counting_verbs.contains(sentence.at(verb).lemma) ||
      !sentence.is_under(noun, object))
    return;
  sentence.hang(noun, verb, Dependency::kOblique);
}

/// "the foundation and regional universities, such as Aster", "from investors, including Aster": those that
/// are named so are of the plural right before it.
void correct_examples(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  const bool is_such_as =
      sentence.at(word).lower == "such" && word + 1 < sentence.size() && sentence.at(word + 1).lower == "as";
  const int preposition = is_such_as ? word + 1 : word;
  if (word < 2 || (!is_such_as && sentence.at(word).lower != "including")) return;
  const int first = sentence.head_of(preposition);
  int noun = sentence.at(word - 1).token.text == "," ? word - 2 : word - 1;
  const auto is_kind = [&](int i) {
    const Word& here = sentence.at(i);
    return here.is_noun() && !here.is_capitalised() && here.note.number == language::Number::kPlural;
  };
  // "its subsidiaries and affiliates, including Aster": of both
  if (noun > 1 && sentence.at(noun - 1).is(Dependency::kCoordination) && is_kind(noun - 2) &&
      lexicon.frames_by_title.contains(sentence.at(noun - 2).lemma))
    noun -= 2;
  const int head = sentence.head_of(first);
  // "a group of investors including Aster"
  const bool is_of_group = head != kNoWord && sentence.at(head).is_noun() &&
                           !sentence.at(head).is_capitalised() && sentence.is_under(noun, head);
  if (first <= preposition || !is_kind(noun) || head == noun || is_of_group || sentence.is_under(noun, first))
    return;
  sentence.hang(first, noun, Dependency::kNominalModifier);
}

/// "founded by Ann Lee, now its chief scientist, and Carl Holm": a name after what describes another is one
/// more of the names.
void correct_name_joined_to_description(AnnotatedSentence& sentence, int name) {
  const Word& named = sentence.at(name);
  const int description = named.note.head;
  if (!named.is(Dependency::kConjunct) || !named.is_capitalised() || description == kNoWord ||
      description > name || sentence.at(description).is_capitalised() ||
      !sentence.at(description).is(Dependency::kApposition))
    return;
  const int first = sentence.head_of(description);
  const int conjunction = sentence.child(name, Dependency::kCoordination);
  if (!sentence.at(first).is_capitalised() || first > description || conjunction < 1 ||
      sentence.at(conjunction - 1).token.text != ",")
    return;
  sentence.hang(name, first, Dependency::kConjunct);
}

/// "Aster, Birch and two others lent it $5m": a parser that takes the second of a list for another name of
/// the first.
void correct_list_taken_for_apposition(AnnotatedSentence& sentence, int name) {
  const Word& named = sentence.at(name);
  const int first = named.note.head;
  if (!named.is(Dependency::kApposition) || !named.is_capitalised() || !named.is_noun() || first == kNoWord ||
      first > name || !sentence.at(first).is_capitalised() || !sentence.at(first).is_subject())
    return;
  const int next = sentence.child(name, Dependency::kConjunct);
  const bool is_last = next > name && sentence.child(next, Dependency::kCoordination) != kNoWord;
  const int coordination = sentence.child(name, Dependency::kCoordination);
  if (next < name || (coordination < name && !is_last)) return;
  const int verb = sentence.head_of(first);
  if (verb == kNoWord || verb < next || !sentence.at(verb).is_verb()) return;
  sentence.hang(name, first, Dependency::kConjunct);
  for (const int child : std::vector<int>(sentence.at(name).children)) {
    if (sentence.at(child).is(Dependency::kConjunct)) sentence.hang(child, first, Dependency::kConjunct);
  }
}

/// "Aster, Birch and Cedar hold 51%": three names or more at the head of a sentence, before its verb, are one
/// list, whatever a parser makes of the first.
void correct_list_before_verb(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  constexpr std::size_t kShortest = 3;
  std::vector<int> heads;
  bool is_closed = false;
  int next = 0;
  while (next < sentence.size() && sentence.at(next).is_capitalised() && !is_closed) {
    int head = kNoWord;
    int end = end_of_name(sentence, next, head);
    is_closed = next > 0 && sentence.at(next - 1).lower == "and";
    heads.push_back(head);
    if (!is_closed && end < sentence.size() && sentence.at(end).token.text == ",") ++end;
    if (!is_closed && end < sentence.size() && sentence.at(end).lower == "and") ++end;
    if (!is_closed && end == next) return;
    next = end;
  }
  if (!is_closed || heads.size() < kShortest || next >= sentence.size() || !sentence.at(next).is_verb())
    return;
  const int first = heads.front();
  if (!sentence.at(first).is_noun() || lexicon.weekdays.contains(sentence.at(first).lower) ||
      lexicon.months.contains(sentence.at(first).lower) || sentence.at(first).is_subject())
    return;
  const auto subject = std::ranges::find_if(heads, [&](int head) { return sentence.at(head).is_subject(); });
  if (subject == heads.end()) return;
  const int verb = sentence.head_of(*subject);
  const Dependency dependency = sentence.at(*subject).note.dependency;
  sentence.hang(first, verb, dependency);
  for (std::size_t i = 1; i < heads.size(); ++i) sentence.hang(heads[i], first, Dependency::kConjunct);
}

/// "founded by Aster, not by Birch": who is named only to be denied takes no part.
void correct_denied_complement(AnnotatedSentence& sentence, int negation, const language::Lexicon& lexicon) {
  const int preposition = negation + 1;
  if (negation == 0 || preposition + 1 >= sentence.size() || sentence.at(negation).lower != "not" ||
      !lexicon.contrasting_words.contains(sentence.at(negation - 1).lower) ||
      !sentence.at(preposition).is(Dependency::kCase) || !sentence.at(preposition + 1).is_capitalised())
    return;
  const int name = sentence.head_of(preposition);
  const int verb = sentence.head_of(name);
  if (name < preposition || verb == kNoWord || verb > name || !sentence.at(verb).is_verb()) return;
  sentence.hang(name, verb, Dependency::kOther);
}

/// "A and B bought C and D respectively": two names that "and" joins are a list, where a parser gave the
/// second to the verb.
void correct_respective_lists(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  const bool is_respective = std::ranges::any_of(sentence.words, [&](const Word& word) {
    return word.note.part_of_speech == PartOfSpeech::kAdverb && lexicon.respective_words.contains(word.lower);
  });
  for (int i = 1; is_respective && i + 1 < sentence.size(); ++i) {
    if (sentence.at(i).lower != "and" || !sentence.at(i - 1).is_capitalised() ||
        !sentence.at(i + 1).is_capitalised())
      continue;
    int last = i + 1;
    while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
    const int one = sentence.head_of_name_ending(i - 1);
    const int other = sentence.top_within(last, i + 1, last + 1);
    sentence.words[static_cast<std::size_t>(i) + 1].note.name_begins = true;
    if (sentence.is_under(one, other) || sentence.head_of(other) == one) continue;
    sentence.hang(other, one, Dependency::kConjunct);
  }
}

}  // namespace

void correct_english_lists(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_examples(sentence, i, lexicon);
    correct_list_after_opener(sentence, i, lexicon);
    correct_counted_among(sentence, i, lexicon);
    correct_list_in_relative_clause(sentence, i);
    correct_name_joined_to_description(sentence, i);
    correct_list_taken_for_apposition(sentence, i);
    correct_denied_complement(sentence, i, lexicon);
  }
  correct_list_before_verb(sentence, lexicon);
  correct_respective_lists(sentence, lexicon);
}

}  // namespace whofunds::mentions
