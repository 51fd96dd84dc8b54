#include <algorithm>
#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// A part of a sentence whose verb is left out, as it is that of the part before: "and Aster 30%", "and Birch
/// by Aster".
struct Remnant {
  int name = kNoWord;        ///< the head of its name
  int first = kNoWord;       ///< where the name begins
  int last = kNoWord;        ///< where it ends
  int complement = kNoWord;  ///< what follows: where a share, a sum or a preposition begins
};

bool is_joining(const Word& word) {
  return word.token.text == "," || word.token.text == ";" || word.lower == "and" || word.lower == "while" ||
         word.lower == "but";
}

bool is_symbol_of_share(const Word& word) {
  return word.token.text == "%" || word.lower == "percent" || word.lower == "pc" || word.lower == "per" ||
         word.lower == "cent";
}

bool is_number(const Word& word) {
  return word.token.kind == text::TokenKind::kNumber || word.note.part_of_speech == PartOfSpeech::kNumeral;
}

/// The words [first, last) before what is counted: "about", "another", "the remaining".
bool may_stand_before_value(const Word& word, const language::Lexicon& lexicon) {
  const PartOfSpeech part = word.note.part_of_speech;
  return !word.is_capitalised() &&
         (part == PartOfSpeech::kDeterminer || part == PartOfSpeech::kAdverb ||
          lexicon.adding_words.contains(word.lower) || lexicon.remaining_words.contains(word.lower) ||
          lexicon.approximators.contains(word.lower));
}

/// The end of the share, the sum or "the rest" that begins at `word`; kNoWord where none does.
int end_of_value(const AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon) {
  constexpr int kMostBefore = 3;
  int i = word;
  while (i < sentence.size() && i < word + kMostBefore && may_stand_before_value(sentence.at(i), lexicon))
    ++i;
  if (i >= sentence.size()) return kNoWord;
  const Word& here = sentence.at(i);
  if (lexicon.rest_words.contains(here.lower)) return i > word ? i + 1 : kNoWord;
  if (lexicon.fractions.contains(here.lower)) return i + 1;
  const bool has_sign = lexicon.currencies.contains(here.lower) && i + 1 < sentence.size();
  if (has_sign) ++i;
  if (!is_number(sentence.at(i))) return kNoWord;
  int last = has_sign ? i + 1 : kNoWord;
  constexpr int kFarthest = 4;  // "2 per cent", "one - third", "5 million euros"
  for (int next = i + 1; next < sentence.size() && next < i + kFarthest; ++next) {
    const Word& after = sentence.at(next);
    const bool tells_unit = is_symbol_of_share(after) || lexicon.currencies.contains(after.lower) ||
                            lexicon.currencies.contains(after.lemma) ||
                            lexicon.fractions.contains(after.lower);
    if (tells_unit || (has_sign && lexicon.scales.contains(after.lower))) last = next + 1;
    if (!tells_unit && !lexicon.scales.contains(after.lower) && after.token.text != "-") break;
  }
  // "and Aster the other 49"
  const bool tells_rest = i > word && sentence.at(i).token.kind == text::TokenKind::kNumber &&
                          lexicon.remaining_words.contains(sentence.at(i - 1).lower);
  return last == kNoWord && tells_rest ? i + 1 : last;
}

/// The name that begins at `first`, after what describes it in small letters: "its rival Aster".
Remnant remnant_at(const AnnotatedSentence& sentence, int first, const language::Lexicon& lexicon) {
  constexpr int kLongestDescription = 4;
  int begin = first;
  const auto describes = [&](const Word& word) {
    const PartOfSpeech part = word.note.part_of_speech;
    return !word.is_capitalised() && word.token.kind == text::TokenKind::kWord &&
           (word.is_noun() || part == PartOfSpeech::kDeterminer || part == PartOfSpeech::kAdjective);
  };
  while (begin < sentence.size() && begin < first + kLongestDescription && describes(sentence.at(begin)))
    ++begin;
  Remnant found;
  int last = begin;
  while (last < sentence.size() && sentence.at(last).is_capitalised() &&
         sentence.at(last).token.kind == text::TokenKind::kWord) {
    const int next = last + 1;
    const bool is_joined = next + 1 < sentence.size() && sentence.at(next + 1).is_capitalised() &&
                           (sentence.at(next).lower == "of" || sentence.at(next).token.text == "&");
    if (found.name == kNoWord && is_joined && sentence.at(next).lower == "of") found.name = last;
    last = is_joined ? next + 1 : next;
  }
  if (last == begin) return {};
  // "the Danish state"
  if (found.name == kNoWord && last < sentence.size() && sentence.at(last).is_noun() &&
      sentence.at(last - 1).note.head == last && lexicon.place_bodies.contains(sentence.at(last).lower))
    found.name = last++;
  if (found.name == kNoWord) found.name = last - 1;
  found.first = begin;
  found.last = last;
  found.complement = last;
  return found;
}

/// The verb whose object or complement stands right before the border at `border`; kNoWord if there is none.
int verb_before(const AnnotatedSentence& sentence, int border) {
  for (int i = border - 1; i > 0; --i) {
    if (sentence.at(i).token.text == ";") return kNoWord;
    if (sentence.at(i).is_verb() && !sentence.at(i).is(Dependency::kAdjectiveModifier)) return i;
  }
  return kNoWord;
}

/// Whether a word of the preposition `preposition` stands between the verb and the border, with a name after.
bool has_named_complement(const AnnotatedSentence& sentence, int verb, int border,
                          std::string_view preposition) {
  for (int i = verb + 1; i + 1 < border; ++i) {
    if (sentence.at(i).lower != preposition) continue;
    for (int next = i + 1; next < border; ++next) {
      if (sentence.at(next).is_capitalised()) return true;
    }
  }
  return false;
}

bool is_end(const AnnotatedSentence& sentence, int word) {
  return word >= sentence.size() || sentence.at(word).token.kind == text::TokenKind::kPunctuation;
}

/// "A was bought by B and C by D": of the prepositions that mark who does it, or to whom it is done.
bool is_pair(const AnnotatedSentence& sentence, const Remnant& remnant, int verb, int border,
             const language::Lexicon& lexicon) {
  const int preposition = remnant.complement;
  if (preposition + 1 >= sentence.size()) return false;
  const std::string& lower = sentence.at(preposition).lower;
  if (lower != "by" && lower != "to") return false;
  const Remnant other = remnant_at(sentence, preposition + 1, lexicon);
  if (other.name == kNoWord || !has_named_complement(sentence, verb, border, lower)) return false;
  for (int i = other.last; !is_end(sentence, i); ++i) {
    if (sentence.at(i).is_verb()) return false;
  }
  return true;
}

void correct_remnant(AnnotatedSentence& sentence, int border, const language::Lexicon& lexicon) {
  int first = border + 1;
  while (first < sentence.size() && is_joining(sentence.at(first))) ++first;
  const Remnant remnant = remnant_at(sentence, first, lexicon);
  if (remnant.name == kNoWord || remnant.complement >= sentence.size()) return;
  const int verb = verb_before(sentence, border);
  if (verb == kNoWord || !lexicon.frames_by_verb.contains(sentence.at(verb).lemma)) return;
  int end = remnant.complement;
  while (end < sentence.size() && !is_joining(sentence.at(end)) && sentence.at(end).token.text != ".") {
    if (sentence.at(end).is_verb() && !lexicon.remaining_words.contains(sentence.at(end).lower)) return;
    ++end;
  }
  if (!is_pair(sentence, remnant, verb, border, lexicon)) {
    end = end_of_value(sentence, remnant.complement, lexicon);
    bool has_like = false;
    for (int i = verb + 1; i < border && !has_like; ++i)
      has_like = end_of_value(sentence, i, lexicon) != kNoWord;
    if (end == kNoWord || !has_like) return;
  }
  const int name = remnant.name;
  if (sentence.is_under(verb, name)) return;
  sentence.hang(name, verb, Dependency::kOther);
  sentence.words[static_cast<std::size_t>(remnant.first)].note.name_begins = true;
  for (int i = first; i < end; ++i) {
    const int head = sentence.head_of(i);
    if (i != name && (head < first || head >= end)) sentence.hang(i, name, Dependency::kOther);
  }
  // What follows and hung on a part of it goes on with the sentence.
  for (int i = end; i < sentence.size(); ++i) {
    const int head = sentence.head_of(i);
    if (head >= first && head < end && i != name) sentence.hang(i, verb, sentence.at(i).note.dependency);
  }
}

/// Whether a verb tells of money or of ownership.
bool tells_of_deal(const Word& verb, const language::Lexicon& lexicon) {
  return verb.is_verb() && !lexicon.saying_verbs.contains(verb.lemma) &&
         lexicon.any_frame_of_verb(verb.lemma, [&](const language::Frame& frame) {
           return model::is_funding(frame.relation) && frame.object_words.empty();
         });
}

/// The first of the capitals that end at `last`.
int first_of_capitals(const AnnotatedSentence& sentence, int last) {
  while (last > 0 && sentence.at(last - 1).is_capitalised()) --last;
  return last;
}

/// Makes one name of the capitals [first, last], whose head is the last of them or what stood above "of".
int join_capitals(AnnotatedSentence& sentence, int first, int last) {
  const int head = sentence.top_within(last, first, last + 1);
  for (int i = first; i <= last; ++i) {
    const int above = sentence.head_of(i);
    if (i != head && (above < first || above > last)) sentence.hang(i, head, Dependency::kCompound);
  }
  sentence.words[static_cast<std::size_t>(first)].note.name_begins = true;
  return head;
}

/// "Aster bought Birch and Cedar bought Delm": of two names between two verbs that both have a subject and an
/// object the first is bought, and the second buys.
void correct_names_between_verbs(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  if (verb < 5 || verb + 1 >= sentence.size() || !sentence.at(verb).is_verb() ||
      !sentence.at(verb - 1).is_capitalised() || !tells_of_deal(sentence.at(verb), lexicon))
    return;
  const int last = verb - 1;
  const int first = first_of_capitals(sentence, verb);
  if (first > last || first < 4 || sentence.at(first - 1).lower != "and" ||
      !sentence.at(first - 2).is_capitalised())
    return;
  const int last_before = first - 2;
  const int first_before = first_of_capitals(sentence, last_before);
  const int other = first_before - 1;
  if (other < 1 || !tells_of_deal(sentence.at(other), lexicon) || !sentence.at(other - 1).is_capitalised() ||
      sentence.at(verb).lower.ends_with("ing"))
    return;
  const PartOfSpeech next = sentence.at(verb + 1).note.part_of_speech;
  if (next == PartOfSpeech::kPreposition || next == PartOfSpeech::kAdverb || is_end(sentence, verb + 1))
    return;
  const int doer = sentence.top_within(last, first, verb);
  const int subject = sentence.top_within(other - 1, first_of_capitals(sentence, other - 1), other);
  const bool is_right = sentence.head_of(doer) == verb && sentence.at(doer).is_subject() &&
                        sentence.head_of(verb) == other && sentence.at(verb).is(Dependency::kConjunct);
  if (is_right || sentence.is_under(verb, subject) || sentence.is_under(other, subject)) return;
  sentence.hang(verb, other, Dependency::kConjunct);
  sentence.hang(join_capitals(sentence, first_before, last_before), other, Dependency::kObject);
  sentence.hang(join_capitals(sentence, first, last), verb, Dependency::kSubject);
  sentence.hang(subject, other, Dependency::kSubject);
  sentence.hang(first - 1, verb, Dependency::kCoordination);
}

/// "Munich holding Aster has bought Birch": between two names "holding" is what the second is, unless "with"
/// or a comma stands before them.
void correct_holding_before_name(AnnotatedSentence& sentence, int holding, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(holding)];
  if (holding == 0 || holding + 1 >= sentence.size() || here.is_capitalised() ||
      !sentence.at(holding - 1).is_capitalised() || !sentence.at(holding + 1).is_capitalised() ||
      !lexicon.firm_participles.contains(here.lower))
    return;
  const int first = first_of_capitals(sentence, holding - 1);
  if (first > 0 && (sentence.at(first - 1).lower == "with" || sentence.at(first - 1).token.text == ","))
    return;
  int last = holding + 1;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
  const int top = sentence.top_within(holding - 1, first, last + 1);
  const int head = sentence.head_of(top);
  const Dependency dependency = sentence.at(top).note.dependency;
  const int name = sentence.top_within(last, holding + 1, last + 1);
  sentence.hang(name, head, dependency);
  for (int i = first; i <= holding; ++i) {
    for (const int child : std::vector<int>(sentence.at(i).children)) {
      if (child < first || child > last) sentence.hang(child, name, sentence.at(child).note.dependency);
    }
    sentence.hang(i, name, Dependency::kCompound);
  }
  here.note.part_of_speech = PartOfSpeech::kNoun;
  here.note.name = tagging::NameClass::kNone;
  here.lemma = here.lower;
}

/// "sold Aster to his brother, Carl Holm", "bought it from its founder, the chemist Ann Lee": a name after
/// the comma is that of the noun before it, where a parser takes it for one more object.
void correct_object_after_comma(AnnotatedSentence& sentence, int comma) {
  const int noun = comma - 1;
  if (sentence.at(comma).token.text != "," || noun < 2 || !sentence.at(noun).is_noun() ||
      sentence.at(noun).is_capitalised() || sentence.preposition(noun).empty() ||
      sentence.at(noun).note.number == language::Number::kPlural ||
      (sentence.child(noun, Dependency::kPossessor) == kNoWord &&
       sentence.child(noun, Dependency::kDeterminer) == kNoWord))
    return;
  int last = comma + 1;
  while (!is_end(sentence, last) &&
         (sentence.at(last).is_noun() || sentence.at(last).is(Dependency::kDeterminer) ||
          sentence.at(last).note.part_of_speech == PartOfSpeech::kAdjective))
    ++last;
  if (last == comma + 1 || !sentence.at(last - 1).is_capitalised() || !is_end(sentence, last)) return;
  const int name = sentence.top_within(last - 1, comma + 1, last);
  const int verb = sentence.head_of(name);
  const bool is_complement =
      sentence.at(name).is(Dependency::kObject) || sentence.at(name).is(Dependency::kAdverbModifier);
  if (!is_complement || verb == kNoWord || verb > noun || sentence.is_under(noun, name)) return;
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "Osgard (Lund)": a name in brackets is said of the one before them, where a parser takes the two for one.
void correct_place_in_brackets(AnnotatedSentence& sentence, int bracket) {
  if (bracket == 0 || sentence.at(bracket).token.text != "(" || !sentence.at(bracket - 1).is_capitalised())
    return;
  int last = bracket + 1;
  while (last < sentence.size() && sentence.at(last).is_capitalised() &&
         !sentence.at(last).token.all_capitals)
    ++last;
  if (last == bracket + 1 || last >= sentence.size() || sentence.at(last).token.text != ")") return;
  const int first = first_of_capitals(sentence, bracket - 1);
  const int name = sentence.top_within(bracket - 1, first, bracket);
  const int told = sentence.top_within(last - 1, bracket + 1, last);
  if (name == told || !sentence.is_under(name, told)) return;
  int top = name;  // "Aster and Birch (Oslo)"
  while (sentence.head_of(top) != told) top = sentence.head_of(top);
  if (!sentence.at(top).is(Dependency::kCompound)) return;
  sentence.hang(top, sentence.head_of(told), sentence.at(told).note.dependency);
  for (const int child : std::vector<int>(sentence.at(told).children)) {
    if (child < bracket) sentence.hang(child, top, sentence.at(child).note.dependency);
  }
  sentence.hang(told, name, Dependency::kApposition);
  sentence.words[static_cast<std::size_t>(first)].note.name_begins = true;
}

/// "Were Aster to bid for Birch": the verb of the condition is the one that "were" stands for.
void correct_inverted_condition(AnnotatedSentence& sentence, int opener, const language::Lexicon& lexicon) {
  if (!sentence.at(opener).is_verb() ||
      (opener > 0 && sentence.at(opener - 1).token.kind != text::TokenKind::kPunctuation) ||
      !lexicon.condition_openers.contains(sentence.at(opener).lower))
    return;
  const int subject = sentence.child(opener, Dependency::kSubject);
  for (const int verb : std::vector<int>(sentence.at(opener).children)) {
    if (subject < opener || verb < subject ||
        sentence.at(verb).note.part_of_speech != PartOfSpeech::kInfinitive ||
        sentence.child(verb, Dependency::kMark) == kNoWord)
      continue;
    sentence.hang(verb, sentence.head_of(opener), sentence.at(opener).note.dependency);
    sentence.hang(subject, verb, Dependency::kSubject);
    for (const int child : std::vector<int>(sentence.at(opener).children)) {
      if (child != verb) sentence.hang(child, verb, sentence.at(child).note.dependency);
    }
    sentence.hang(opener, verb, Dependency::kAuxiliary);
    return;
  }
}

}  // namespace

void correct_english_clauses(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i + 2 < sentence.size(); ++i) correct_inverted_condition(sentence, i, lexicon);
  for (int i = 1; i + 2 < sentence.size(); ++i) {
    correct_names_between_verbs(sentence, i, lexicon);
    correct_holding_before_name(sentence, i, lexicon);
    correct_object_after_comma(sentence, i);
    correct_place_in_brackets(sentence, i);
    if (is_joining(sentence.at(i)) && !is_joining(sentence.at(i - 1))) correct_remnant(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
