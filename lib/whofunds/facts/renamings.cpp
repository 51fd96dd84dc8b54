#include "whofunds/facts/renamings.hpp"

#include <algorithm>

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::NameMention;
using mentions::Word;
using tagging::Dependency;

namespace {

class RenamingSearch {
 public:
  RenamingSearch(const mentions::SentenceMentions& sentence, const Clause& clause,
                 const language::Lexicon& lexicon)
      : sentence_(sentence), tree_(sentence.tree), clause_(clause), lexicon_(lexicon) {}

  std::vector<Renaming> run() {
    for (int name = 0; name < static_cast<int>(sentence_.names.size()); ++name) {
      const int before = sentence_.names[static_cast<std::size_t>(name)].first;
      if (is_other_name(name)) {
        found_.push_back({.word = sentence_.names[static_cast<std::size_t>(name - 1)].head, .name = name});
      } else if (const int verb = renaming_verb(before); verb != kNoWord && stands_alone(name)) {
        for (const int word : renamed(verb)) found_.push_back({.word = word, .name = name});
      } else if (const int founding = founding_verb(before); founding != kNoWord) {
        for (const int word :
             clause_.is_passive(founding) ? clause_.objects(founding) : clause_.subjects(founding))
          found_.push_back({.word = word, .name = name});
      }
    }
    return std::move(found_);
  }

 private:
  /// In words, between a name and what says that it was given.
  static constexpr int kNear = 5;
  static constexpr int kNearVerb = 8;

  /// "became Aster", not "became an Aster company", "became Aster's".
  bool stands_alone(int name) const {
    const NameMention& mention = sentence_.names[static_cast<std::size_t>(name)];
    const Word& head = tree_.at(mention.head);
    const bool belongs_to_noun = head.is(Dependency::kCompound) || head.is(Dependency::kPossessor);
    return !belongs_to_noun || head.note.head <= mention.last;
  }

  bool links(int word) const {
    return lexicon_.naming_links.contains(tree_.at(word).lower) ||
           lexicon_.naming_words.contains(tree_.at(word).lemma);
  }

  /// "A (formerly B", "A, now known as B,": between the two nothing but words that say so.
  bool is_other_name(int name) const {
    if (name == 0) return false;
    const NameMention& former = sentence_.names[static_cast<std::size_t>(name - 1)];
    const NameMention& other = sentence_.names[static_cast<std::size_t>(name)];
    int begin = former.last + (former.quoted ? 1 : 0);
    const int end = other.first - (other.quoted ? 1 : 0);
    const auto is_word = [&](int i) { return tree_.at(i).token.kind == text::TokenKind::kWord; };
    int words = 0;
    for (int i = begin + 1; i < end; ++i) words += is_word(i) ? 1 : 0;
    if (end - begin < 2 || words >= kNear) return false;
    const std::string_view mark = tree_.at(begin).token.text;
    if (mark != "(" && mark != ",") return false;
    bool says_when = false;
    for (int i = begin + 1; i < end; ++i) {
      if (tree_.at(i).token.kind == text::TokenKind::kNumber || tree_.at(i).token.text == "\"") continue;
      const bool when = lexicon_.former_name_words.contains(tree_.at(i).lower) ||
                        lexicon_.former_name_words.contains(tree_.at(i).lemma);
      if (!when && !links(i) && !lexicon_.renaming_verbs.contains(tree_.at(i).lemma)) return false;
      const bool is_known = mark == "(" && lexicon_.naming_words.contains(tree_.at(i).lemma);
      says_when = says_when || when || is_known || lexicon_.renaming_verbs.contains(tree_.at(i).lemma);
    }
    return says_when && closes(mark, other.last + (other.quoted ? 1 : 0));
  }

  /// "A, now B," or the end; "A, formerly B and C" names more than one thing.
  bool closes(std::string_view mark, int end) const {
    if (end >= tree_.size()) return true;
    const Word& next = tree_.at(end);
    if (mark == "(") return next.token.text == ")" || next.token.text == "," || next.token.text == ";";
    return next.token.kind == text::TokenKind::kPunctuation;
  }

  /// The verb right before a name that gives it: "renamed Birch", "changed its name to Birch"; kNoWord if
  /// none.
  int renaming_verb(int name) const {
    bool says_name = false;
    for (int i = name - 1; i >= 0 && i >= name - kNear; --i) {
      const Word& word = tree_.at(i);
      if (sentence_.name_at(i) != kNoWord) return kNoWord;
      if (lexicon_.renaming_verbs.contains(word.lemma) && word.is_verb()) return i;
      const bool changes = lexicon_.name_changing_verbs.contains(word.lemma) && word.is_verb();
      if (changes && (says_name || is_name_changed(i))) return i;
      says_name = says_name || lexicon_.name_nouns.contains(word.lemma);
      const bool goes_on = links(i) || lexicon_.name_nouns.contains(word.lemma) ||
                           lexicon_.pronouns.contains(word.lower) || lexicon_.pronouns.contains(word.lemma) ||
                           word.token.kind == text::TokenKind::kPunctuation;
      if (!goes_on) return kNoWord;
    }
    return kNoWord;
  }

  /// "its name was shortened to Birch"
  bool is_name_changed(int verb) const {
    if (!clause_.is_passive(verb)) return false;
    const std::vector<int> objects = clause_.objects(verb);
    return !objects.empty() && lexicon_.name_nouns.contains(tree_.at(objects.front()).lemma);
  }

  /// The word before "as Birch" or "under the name Birch"; kNoWord where neither stands there.
  int end_of_founding(int name) const {
    if (name < 2) return kNoWord;
    if (lexicon_.capacity_prepositions.contains(tree_.at(name - 1).lower)) return name - 2;
    const bool is_called = lexicon_.name_nouns.contains(tree_.at(name - 1).lemma) &&
                           tree_.at(name - 2).note.part_of_speech == language::PartOfSpeech::kDeterminer;
    const bool has_preposition =
        is_called && name > 3 &&
        tree_.at(name - 3).note.part_of_speech == language::PartOfSpeech::kPreposition;
    return has_preposition ? name - 4 : kNoWord;
  }

  /// "was founded in 1967 as Birch": the name that a thing began with; kNoWord if it is none.
  int founding_verb(int name) const {
    const int last = end_of_founding(name);
    for (int i = last; i >= 0 && i >= name - kNearVerb; --i) {
      if (sentence_.name_at(i) != kNoWord || tree_.at(i).token.kind == text::TokenKind::kPunctuation)
        return kNoWord;
      if (tree_.at(i).is_verb()) return lexicon_.founding_verbs.contains(tree_.at(i).lemma) ? i : kNoWord;
    }
    return kNoWord;
  }

  /// What a verb gives a name to: the object of "renamed it", the subject of "was renamed", "rebranded as".
  std::vector<int> renamed(int verb) const {
    if (lexicon_.renaming_verbs.contains(tree_.at(verb).lemma)) {
      for (const int object : clause_.objects(verb)) {
        const bool is_pronoun = lexicon_.pronouns.contains(tree_.at(object).lower);
        const bool before_name = object > verb && sentence_.name_at(object) != kNoWord;
        if (clause_.is_passive(verb) || is_pronoun || (before_name && has_name_after(object)))
          return {object};
      }
    }
    if (!clause_.is_passive(verb)) return clause_.subjects(verb);
    // "its name was changed to Birch"
    std::vector<int> objects = clause_.objects(verb);
    const bool is_name = !objects.empty() && lexicon_.name_nouns.contains(tree_.at(objects.front()).lemma);
    if (!is_name) return objects;
    std::vector<int> owners = clause_.possessors(objects.front());
    // "the company name was shortened to Birch"
    for (const int child : tree_.at(objects.front()).children) {
      const bool is_thing =
          tree_.at(child).is(Dependency::kCompound) && lexicon_.descriptors.contains(tree_.at(child).lemma);
      if (owners.empty() && is_thing) owners.push_back(child);
    }
    return owners;
  }

  /// "renamed A as B"
  bool has_name_after(int word) const {
    return std::any_of(sentence_.names.begin(), sentence_.names.end(), [&](const NameMention& name) {
      return name.first > word && name.first <= word + kNear;
    });
  }

  const mentions::SentenceMentions& sentence_;
  const mentions::AnnotatedSentence& tree_;
  const Clause& clause_;
  const language::Lexicon& lexicon_;
  std::vector<Renaming> found_;
};

}  // namespace

std::vector<Renaming> find_renamings(const mentions::SentenceMentions& sentence, const Clause& clause,
                                     const language::Lexicon& lexicon) {
  return RenamingSearch(sentence, clause, lexicon).run();
}

}  // namespace whofunds::facts
