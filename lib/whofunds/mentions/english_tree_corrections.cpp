#include <algorithm>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// The head of the capitalised words that begin at `first`, where each hangs on the next.
int head_of_capitals(const AnnotatedSentence& sentence, int first) {
  int head = first;
  while (head + 1 < sentence.size() && sentence.at(head).is_capitalised() &&
         sentence.head_of(head) == head + 1 && !sentence.at(head + 1).is_verb())
    ++head;
  return head;
}

/// "buys brewer Aster", "a bid for the group Aster failed": a name right after what describes it, which a
/// parser gave to the verb as something of its own.
void correct_name_after_description(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& described = sentence.at(noun);
  const auto descriptor = lexicon.descriptors.find(described.lower);
  if (descriptor == lexicon.descriptors.end() || !described.is_noun() || described.token.capitalised ||
      noun + 1 >= sentence.size() || !sentence.at(noun + 1).is_capitalised() ||
      descriptor->second.kind == model::EntityKind::kPerson)
    return;
  const int name = head_of_capitals(sentence, noun + 1);
  const Word& named = sentence.at(name);
  const int verb = named.note.head;
  // "the chain Aster Nordic", where a parser takes the last word for an adjective
  const bool is_called_so = named.is_noun() || (named.note.part_of_speech == PartOfSpeech::kAdjective &&
                                                name > noun + 1 && named.is(Dependency::kAdverbModifier));
  if (!named.is_capitalised() || !is_called_so || verb == kNoWord || verb == noun ||
      sentence.child(name, Dependency::kCase) != kNoWord)
    return;
  if (!named.is_noun() && sentence.child(noun, Dependency::kApposition) == kNoWord &&
      !sentence.is_under(noun, name)) {
    sentence.words[static_cast<std::size_t>(name)].note.part_of_speech = PartOfSpeech::kProperNoun;
    return sentence.hang(name, noun, Dependency::kApposition);
  }
  // "between the builder Aster and the bank Birch", where a parser gives the name to the noun before
  if (verb < noun && sentence.at(verb).is_noun() && named.is(Dependency::kNominalModifier) &&
      sentence.child(noun, Dependency::kApposition) == kNoWord && !sentence.is_under(noun, name))
    return sentence.hang(name, noun, Dependency::kApposition);
  if (!sentence.at(verb).is_verb()) return;
  const std::vector<int>& siblings = sentence.at(verb).children;
  const bool is_second_subject =
      named.is_subject() && std::any_of(siblings.begin(), siblings.end(), [&](int sibling) {
        return sibling < name && sibling != name && sentence.at(sibling).is_subject();
      });
  const bool is_sibling = described.note.head == verb && !named.is_subject();
  if (!is_second_subject && !is_sibling) return;
  // "buys brewer Aster from Birch"
  for (const int child : std::vector<int>(named.children)) {
    const bool is_of_verb = child > name && is_sibling && sentence.child(child, Dependency::kCase) != kNoWord;
    if (is_of_verb) sentence.hang(child, verb, Dependency::kOblique);
  }
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "a loan to developer Aster": parsers that take "to developer" for an infinitive. The name is what it was
/// given to.
void correct_described_after_to(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  Word& described = sentence.words[static_cast<std::size_t>(noun)];
  const bool describes = !described.token.capitalised && (lexicon.descriptors.contains(described.lower) ||
                                                          lexicon.frames_by_title.contains(described.lower));
  if (!describes || noun == 0 || noun + 1 >= sentence.size()) return;
  // "a loan to sugar miller Aster"
  const bool has_modifier = noun > 1 && sentence.at(noun - 1).is_noun() &&
                            !sentence.at(noun - 1).is_capitalised() && sentence.at(noun - 2).lower == "to";
  const int to = has_modifier ? noun - 2 : noun - 1;
  Word& preposition = sentence.words[static_cast<std::size_t>(to)];
  const bool marks_modifier = has_modifier && preposition.note.head == noun - 1;
  if (!preposition.is(Dependency::kMark) || (preposition.note.head != noun && !marks_modifier)) return;
  if (to > 0 && lexicon.frames_by_verb.contains(described.lower) &&
      asks_for_infinitive(sentence, to - 1, lexicon))
    return;
  const int name = head_of_capitals(sentence, noun + 1);
  Word& named = sentence.words[static_cast<std::size_t>(name)];
  if (!named.is_capitalised()) return;
  int head = named.note.head == noun ? described.note.head : named.note.head;
  if (marks_modifier && head == noun - 1) head = sentence.head_of(noun - 1);
  if (head == kNoWord || head == name) return;
  if (marks_modifier) sentence.hang(noun - 1, noun, Dependency::kCompound);
  sentence.hang(name, head,
                sentence.at(head).is_verb() ? Dependency::kOblique : Dependency::kNominalModifier);
  sentence.hang(noun, name, Dependency::kCompound);
  sentence.hang(to, name, Dependency::kCase);
  described.note.part_of_speech = PartOfSpeech::kNoun;
  preposition.note.part_of_speech = PartOfSpeech::kPreposition;
}

bool is_year(const Word& word) {
  constexpr std::size_t kYearDigits = 4;
  return word.token.kind == text::TokenKind::kNumber && word.token.text.size() == kYearDigits &&
         (word.token.text.front() == '1' || word.token.text.front() == '2');
}

/// "In 2001 Bolt Capital bought it": parsers that make one phrase of the year and the name, and leave the
/// verb without a subject.
void correct_subject_after_year(AnnotatedSentence& sentence, int year) {
  if (!is_year(sentence.at(year)) || year == 0 || year + 1 >= sentence.size() ||
      !sentence.at(year + 1).is_capitalised())
    return;
  const int preposition = year - 1;
  const int name = head_of_capitals(sentence, year + 1);
  const int verb = sentence.head_of(name);
  if (sentence.head_of(preposition) != name || !sentence.at(preposition).is(Dependency::kCase) ||
      sentence.head_of(year) != name || verb <= name || !sentence.at(verb).is_verb() ||
      sentence.has_subject(verb))
    return;
  const bool is_passive = sentence.child(verb, Dependency::kPassiveAuxiliary) != kNoWord;
  sentence.hang(year, verb, Dependency::kOblique);
  sentence.hang(preposition, year, Dependency::kCase);
  sentence.hang(name, verb, is_passive ? Dependency::kPassiveSubject : Dependency::kSubject);
}

/// "bought another small bookstore, Page Soup in Hollywood": a name after the comma is that of the thing
/// without one before it, where a parser made it a part of what follows.
void correct_name_after_comma(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& described = sentence.at(noun);
  const int first = noun + 2;
  if (first >= sentence.size() || sentence.at(noun + 1).token.text != "," || !described.is_noun() ||
      described.is_capitalised() || !sentence.at(first).is_capitalised() || !sentence.at(first).is_noun() ||
      sentence.child(noun, Dependency::kApposition) != kNoWord)
    return;
  const auto descriptor = lexicon.descriptors.find(described.lemma);
  if (descriptor == lexicon.descriptors.end() || sentence.child(noun, Dependency::kDeterminer) == kNoWord)
    return;
  int last = first;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised() &&
         sentence.at(last + 1).token.space_before)
    ++last;
  // A subject, or one of a list, is what it is by itself.
  const bool ends_phrase = last + 1 >= sentence.size() ||
                           sentence.at(last + 1).token.kind == text::TokenKind::kPunctuation ||
                           sentence.at(last + 1).note.part_of_speech == PartOfSpeech::kPreposition;
  const Word& head = sentence.at(last);
  const bool is_part = head.is(Dependency::kCase) || head.is(Dependency::kCompound);
  if (!ends_phrase || !is_part || sentence.head_of(last) < last || sentence.is_under(noun, last)) return;
  sentence.hang(last, noun, Dependency::kApposition);
  for (int part = first; part < last; ++part) sentence.hang(part, last, Dependency::kCompound);
}

/// "sold its shares in Aster": what the share is in belongs to it, whatever a parser hangs it on.
void correct_complement_of_stake(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  if (!lexicon.stake_nouns.contains(sentence.at(noun).lemma) || noun + 2 >= sentence.size() ||
      (sentence.at(noun + 1).lower != "in" && sentence.at(noun + 1).lower != "of"))
    return;
  const int preposition = noun + 1;
  const int thing = sentence.head_of(preposition);
  if (thing <= preposition || !sentence.at(preposition).is(Dependency::kCase) ||
      !sentence.at(thing).is_capitalised() || !sentence.at(thing).is_noun() ||
      !sentence.at(thing).is(Dependency::kOblique))
    return;
  // "all of the shares in Aster": the share may stand below its amount.
  int top = noun;
  for (int steps = 0;
       steps < 2 && sentence.head_of(top) != kNoWord && sentence.head_of(top) < top &&
       !sentence.at(sentence.head_of(top)).is_verb() && sentence.child(top, Dependency::kCase) != kNoWord;
       ++steps)
    top = sentence.head_of(top);
  if (sentence.head_of(thing) != sentence.head_of(noun) && sentence.head_of(thing) != sentence.head_of(top))
    return;
  if (sentence.is_under(noun, thing)) return;
  sentence.hang(thing, noun, Dependency::kNominalModifier);
}

/// "Aster, of which Birch owns 40%": the share is of what the pronoun stands for.
void correct_whole_before_share(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(pronoun);
  if (!sentence.at(pronoun).is(Dependency::kOblique) || verb <= pronoun ||
      !lexicon.relative_pronouns.contains(sentence.at(pronoun).lower) ||
      sentence.preposition(pronoun) != "of")
    return;
  const int share = sentence.child(verb, Dependency::kObject);
  if (share > verb && lexicon.stake_nouns.contains(sentence.at(share).lemma))
    sentence.hang(pronoun, share, Dependency::kNominalModifier);
}

/// "acquire all of the shares in Aster from Birch": who sells stands with the verb, where a parser hangs it
/// on the name.
void correct_source_after_stake(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  constexpr int kFarthest = 3;
  if (!lexicon.stake_nouns.contains(sentence.at(noun).lemma) || !sentence.at(noun).is_noun()) return;
  int verb = sentence.head_of(noun);
  for (int steps = 0; steps < kFarthest && verb != kNoWord && !sentence.at(verb).is_verb(); ++steps)
    verb = sentence.head_of(verb);
  if (verb == kNoWord || verb > noun || !sentence.at(verb).is_verb()) return;
  const bool has_seller =
      lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
        const std::vector<language::Slot>& slots = frame.seller.slots;
        return !slots.empty() && slots.front().preposition == "from";
      });
  if (!has_seller) return;
  for (const int thing : std::vector<int>(sentence.at(noun).children)) {
    if (thing < noun || !sentence.at(thing).is(Dependency::kNominalModifier)) continue;
    for (const int source : std::vector<int>(sentence.at(thing).children)) {
      if (source > thing && sentence.preposition(source) == "from" && !sentence.is_under(verb, source))
        sentence.hang(source, verb, Dependency::kOblique);
    }
  }
}

/// "Oslo's Aster and Bergen's Birch": a parser joins what is before the second "'s" to what is before the
/// first name, and the two names are then one.
void correct_two_owned(AnnotatedSentence& sentence, int ending) {
  const Word& mark = sentence.at(ending);
  if ((mark.lower != "'s" && mark.lower != "’s") || ending < 2 || ending + 1 >= sentence.size()) return;
  const int owner = ending - 1;
  const int first = sentence.at(owner).note.head;
  if (!sentence.at(owner).is(Dependency::kConjunct) || !sentence.at(owner).is_capitalised() ||
      first == kNoWord || first > owner || !sentence.at(first).is_capitalised() ||
      !sentence.at(ending + 1).is_capitalised())
    return;
  const int second = head_of_capitals(sentence, ending + 1);
  const Word& named = sentence.at(second);
  if (sentence.head_of(first) != second || named.note.head == kNoWord) return;
  const Dependency dependency = named.note.dependency;
  const int head = named.note.head;
  sentence.hang(first, head, dependency);
  for (const int child : std::vector<int>(sentence.at(second).children)) {
    if (child < first) sentence.hang(child, first, sentence.at(child).note.dependency);
  }
  sentence.hang(owner, second, Dependency::kPossessor);
  sentence.hang(second, first, Dependency::kConjunct);
}

/// "ahead of founder and chief executive Ann Lee": a name right after titles has them, wherever a parser
/// hangs it.
void correct_name_after_title(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const Word& told = sentence.at(title);
  if (told.is_capitalised() || !told.is_noun() || title + 1 >= sentence.size() ||
      !lexicon.frames_by_title.contains(told.lemma) || !sentence.at(title + 1).is_capitalised())
    return;
  const int name = head_of_capitals(sentence, title + 1);
  const Word& named = sentence.at(name);
  const bool is_joined_to_title = told.is(Dependency::kConjunct) && told.note.head < title &&
                                  !sentence.at(told.note.head).is_capitalised() &&
                                  lexicon.frames_by_title.contains(sentence.at(told.note.head).lemma);
  const int first = is_joined_to_title ? told.note.head : title;
  const bool is_apart =
      named.is(Dependency::kApposition) && named.note.head < first && named.note.head != title;
  // "from Aster, Birch and investor Ann Lee"
  if (!is_apart || first == kNoWord || first > title ||
      !lexicon.frames_by_title.contains(sentence.at(first).lemma))
    return;
  if (sentence.is_under(first, name)) {
    int top = first;
    while (sentence.head_of(top) != name) top = sentence.head_of(top);
    if (top == first) return;  // "investor Ann Lee": the title is a part of the name
    sentence.hang(top, sentence.head_of(name), sentence.at(top).note.dependency);
  }
  sentence.hang(name, first, Dependency::kApposition);
}

/// "sold its shares in the payments firm Aster, a filing showed": a name before the comma is no subject of
/// whoever says it after.
void correct_name_before_source(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& named = sentence.at(name);
  const int verb = named.note.head;
  if (!named.is_capitalised() || !named.is(Dependency::kSubject) || verb == kNoWord || name + 2 >= verb ||
      sentence.at(name + 1).token.text != ",")
    return;
  // The source is the last thing that the sentence says.
  for (int i = verb + 1; i < sentence.size(); ++i) {
    if (sentence.at(i).token.kind == text::TokenKind::kWord) return;
  }
  const bool has_source = std::ranges::any_of(sentence.at(verb).children, [&](int child) {
    return child > name && child < verb && sentence.at(child).is(Dependency::kSubject);
  });
  int first = name;
  while (first > 0 && sentence.head_of(first - 1) == name && sentence.at(first - 1).is_noun()) --first;
  while (first > 0 && sentence.head_of(first - 1) == name && !sentence.at(first - 1).is_capitalised() &&
         lexicon.descriptors.contains(sentence.at(first - 1).lemma))
    --first;
  const int noun = first - 1;
  if (!has_source || noun < 1 || !sentence.at(noun).is_noun() || sentence.is_under(noun, name)) return;
  if (sentence.child(noun, Dependency::kCase) == kNoWord) return;
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "a loan to the government in Oslo": where a government sits tells whose it is.
void correct_seat_of_government(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& body = sentence.at(noun);
  const auto descriptor = lexicon.descriptors.find(body.lemma);
  if (descriptor == lexicon.descriptors.end() || descriptor->second.kind != model::EntityKind::kPublicBody ||
      !body.is_noun() || body.is_capitalised() || noun + 2 >= sentence.size() ||
      sentence.at(noun + 1).lower != "in" || !sentence.at(noun + 2).is_capitalised())
    return;
  const int seat = sentence.head_of(noun + 1);
  if (seat <= noun || !sentence.at(seat).is_capitalised() || sentence.head_of(seat) >= noun ||
      sentence.head_of(seat) == kNoWord)
    return;
  if (sentence.is_under(noun, seat)) return;
  sentence.hang(seat, noun, Dependency::kNominalModifier);
}

}  // namespace

void correct_english_tree(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  correct_english_complements(sentence, lexicon);
  correct_english_verbs(sentence, lexicon);
  correct_english_subjects(sentence, lexicon);
  correct_english_lists(sentence, lexicon);
  correct_english_coordination(sentence, lexicon);
  correct_english_phrases(sentence, lexicon);
  correct_english_modifiers(sentence, lexicon);
  for (int i = 0; i < sentence.size(); ++i) {
    correct_described_after_to(sentence, i, lexicon);
    correct_name_after_description(sentence, i, lexicon);
    correct_subject_after_year(sentence, i);
    correct_name_after_comma(sentence, i, lexicon);
    correct_complement_of_stake(sentence, i, lexicon);
    correct_whole_before_share(sentence, i, lexicon);
    correct_source_after_stake(sentence, i, lexicon);
    correct_two_owned(sentence, i);
    correct_name_before_source(sentence, i, lexicon);
    correct_name_after_title(sentence, i, lexicon);
    correct_seat_of_government(sentence, i, lexicon);
  }
  correct_english_arguments(sentence, lexicon);
  correct_english_relatives(sentence, lexicon);
  correct_english_descriptions(sentence, lexicon);
  correct_english_possessors(sentence);
  correct_english_inversions(sentence, lexicon);
  correct_english_titles(sentence, lexicon);
  correct_english_appositions(sentence, lexicon);
  correct_english_clauses(sentence, lexicon);
}

}  // namespace whofunds::mentions
