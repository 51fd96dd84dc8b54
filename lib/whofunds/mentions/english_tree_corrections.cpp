#include <algorithm>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Hangs a word on another, or on nothing.
void hang(AnnotatedSentence& sentence, int word, int head, Dependency dependency) {
  Word& here = sentence.words[static_cast<std::size_t>(word)];
  if (here.note.head != kNoWord)
    std::erase(sentence.words[static_cast<std::size_t>(here.note.head)].children, word);
  here.note.head = head;
  here.note.dependency = dependency;
  if (head == kNoWord) return;
  std::vector<int>& children = sentence.words[static_cast<std::size_t>(head)].children;
  children.insert(std::upper_bound(children.begin(), children.end(), word), word);
}

/// The head of the capitalised words that begin at `first`, where each hangs on the next.
int head_of_capitals(const AnnotatedSentence& sentence, int first) {
  int head = first;
  while (head + 1 < sentence.size() && sentence.at(head).is_capitalised() &&
         sentence.head_of(head) == head + 1)
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
  if (!named.is_capitalised() || !named.is_noun() || verb == kNoWord || verb == noun ||
      !sentence.at(verb).is_verb() || sentence.child(name, Dependency::kCase) != kNoWord)
    return;
  const std::vector<int>& siblings = sentence.at(verb).children;
  const bool is_second_subject =
      named.is(Dependency::kSubject) && std::any_of(siblings.begin(), siblings.end(), [&](int sibling) {
        return sibling < name && sibling != name && sentence.at(sibling).is(Dependency::kSubject);
      });
  const bool is_sibling = described.note.head == verb && !named.is(Dependency::kSubject);
  if (!is_second_subject && !is_sibling) return;
  // "buys brewer Aster from Birch"
  for (const int child : std::vector<int>(named.children)) {
    const bool is_of_verb = child > name && is_sibling && sentence.child(child, Dependency::kCase) != kNoWord;
    if (is_of_verb) hang(sentence, child, verb, Dependency::kOblique);
  }
  hang(sentence, name, noun, Dependency::kApposition);
}

/// "a loan to developer Aster": parsers that take "to developer" for an infinitive. The name is what it was
/// given to.
void correct_described_after_to(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  Word& described = sentence.words[static_cast<std::size_t>(noun)];
  const bool describes = !described.token.capitalised && (lexicon.descriptors.contains(described.lower) ||
                                                          lexicon.frames_by_title.contains(described.lower));
  if (!describes || noun == 0 || noun + 1 >= sentence.size()) return;
  const int to = noun - 1;
  Word& preposition = sentence.words[static_cast<std::size_t>(to)];
  if (!preposition.is(Dependency::kMark) || preposition.note.head != noun) return;
  const int name = head_of_capitals(sentence, noun + 1);
  Word& named = sentence.words[static_cast<std::size_t>(name)];
  if (!named.is_capitalised()) return;
  const int head = named.note.head == noun ? described.note.head : named.note.head;
  if (head == kNoWord || head == name) return;
  hang(sentence, name, head,
       sentence.at(head).is_verb() ? Dependency::kOblique : Dependency::kNominalModifier);
  hang(sentence, noun, name, Dependency::kCompound);
  hang(sentence, to, name, Dependency::kCase);
  described.note.part_of_speech = PartOfSpeech::kNoun;
  preposition.note.part_of_speech = PartOfSpeech::kPreposition;
}

}  // namespace

void correct_english_tree(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_described_after_to(sentence, i, lexicon);
    correct_name_after_description(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
