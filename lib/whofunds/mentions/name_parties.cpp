#include <algorithm>

#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;
using tagging::NameClass;
using text::TokenKind;

/// "Halcyon, whose owners …, raised", "Thistledown, an app, raised": a noun that begins the sentence, with
/// nothing before it and only commas and what they hold after it, is what something is called.
bool NameFinder::is_told_of_alone(int i) const {
  const Word& w = word(i);
  if (i != 0 || sentence_.size() < 2 || word(1).token.text != "," ||
      lexicon_.frames_by_noun.contains(w.lemma) || lexicon_.frames_by_title.contains(w.lemma) ||
      lexicon_.stake_nouns.contains(w.lemma))
    return false;
  return std::ranges::any_of(w.children, [&](int child) { return describes_aside(child); }) &&
         std::ranges::all_of(w.children, [&](int child) {
           return word(child).is(Dependency::kPunctuation) || describes_aside(child);
         });
}

/// "whose owners …", "an app", "founded by Ann Lee"
bool NameFinder::describes_aside(int i) const {
  const bool is_done_by = word(i).is(Dependency::kClauseOfNoun) &&
                          word(i).note.part_of_speech == PartOfSpeech::kParticiple &&
                          sentence_.child(i, Dependency::kAgent) != kNoWord;
  return word(i).is(Dependency::kApposition) || word(i).is(Dependency::kRelativeClause) || is_done_by;
}

/// "51 percent of Nettle", "plans to buy Nettle": a common noun with a capital in the midst of a sentence in
/// small letters, and with nothing before it that tells which, where a deal is told of it.
bool NameFinder::is_capital_within(int i) const {
  constexpr int kFewestSmall = 2;
  const Word& w = word(i);
  const bool is_argument = w.is(Dependency::kObject) || w.is(Dependency::kNominalModifier) ||
                           w.is(Dependency::kOblique) || w.is(Dependency::kAgent);
  if (i < 2 || !is_argument || !w.is_capitalised() || w.token.all_capitals ||
      w.note.part_of_speech != PartOfSpeech::kNoun || w.note.number == language::Number::kPlural ||
      word(i - 1).token.kind != TokenKind::kWord || word(i - 1).is_capitalised() ||
      lexicon_.descriptors.contains(w.lemma) || lexicon_.name_words.contains(w.lower) ||
      lexicon_.frames_by_title.contains(w.lemma) || lexicon_.months.contains(w.lower) ||
      lexicon_.weekdays.contains(w.lower) || lexicon_.not_names.contains(w.lower))
    return false;
  const bool is_bare = std::ranges::all_of(
      w.children, [&](int child) { return child > i || word(child).is(Dependency::kCase); });
  const auto small = std::count_if(sentence_.words.begin() + 1, sentence_.words.end(), [](const Word& other) {
    return !other.is_capitalised() && (other.is_noun() || other.is_verb());
  });
  return is_bare && small >= kFewestSmall && is_party(i);
}

/// "Skyways has", "Boots is": what looks like many and has its verb in the singular is called so.
bool NameFinder::acts_as_one(int i) const {
  const Word& w = word(i);
  const int verb = w.note.head;
  const auto is_singular = [&](int at) {
    const Word& form = word(at);
    return at > i && form.lower != form.lemma && form.lower.ends_with("s") &&
           (at == verb ? form.is_verb()
                       : form.is(Dependency::kAuxiliary) || form.is(Dependency::kCopula) ||
                             form.is(Dependency::kPassiveAuxiliary));
  };
  return w.is_capitalised() && w.lower == w.lemma + "s" && !lexicon_.descriptors.contains(w.lemma) &&
         !lexicon_.frames_by_title.contains(w.lemma) &&
         (is_singular(verb) || std::ranges::any_of(word(verb).children, is_singular));
}

/// "Boots bought …", "mevio secured …": what acts in a deal with nothing before it is a name, whatever the
/// tagger says of it, where it has a capital or is no word.
bool NameFinder::is_bare_party(int i) const {
  const Word& w = word(i);
  const bool is_subject = w.is_subject();
  // "partnered with asterix": after a preposition only a word that is none.
  const std::string_view preposition = sentence_.preposition(i);
  const bool is_partner =
      (preposition == "with" || preposition == "by") && w.children.size() == 1 && is_unknown_word(i);
  const bool acts = (is_subject && (w.children.empty() || is_told_of_alone(i))) || is_partner;
  if (!acts || w.note.head == kNoWord) return false;
  const bool is_unheard = w.is_capitalised() && is_unknown_word(i);
  // "Nettle, founded by Ann Lee, employs"
  const bool is_dealt_with = std::ranges::any_of(w.children, [&](int child) {
    return word(child).is(Dependency::kClauseOfNoun) && describes_aside(child) &&
           lexicon_.frames_by_verb.contains(word(child).lemma);
  });
  if (!is_unheard && !is_dealt_with && !lexicon_.frames_by_verb.contains(word(w.note.head).lemma))
    return false;
  const bool nominal = w.is_noun() || w.note.part_of_speech == PartOfSpeech::kAdjective;
  if (!nominal) return false;
  if (w.note.number == language::Number::kPlural) return i == 0 && acts_as_one(i);
  if (lexicon_.descriptors.contains(w.lemma) || lexicon_.name_words.contains(w.lower)) return false;
  return w.is_capitalised() || w.note.part_of_speech == PartOfSpeech::kProperNoun || is_unknown_word(i);
}

/// "sold it to Tallis": a model may take for a people what has neither an article nor a plural.
bool NameFinder::is_single_party(int i) const {
  const Word& w = word(i);
  const bool is_argument = w.is(Dependency::kOblique) || w.is(Dependency::kNominalModifier) ||
                           w.is(Dependency::kAgent) || w.is(Dependency::kSubject) ||
                           w.is(Dependency::kObject) || w.is(Dependency::kPassiveSubject) ||
                           sentence_.child(i, Dependency::kCopula) != kNoWord;
  return i > 0 && w.note.part_of_speech == PartOfSpeech::kProperNoun && is_argument &&
         w.note.number != language::Number::kPlural &&
         sentence_.child(i, Dependency::kDeterminer) == kNoWord &&
         !lexicon_.countries.adjectives.contains(w.lower);
}

/// "Harbor-owned", "Harbor-backed"
bool NameFinder::is_hyphenated_agent(int i) const {
  if (i + 2 >= sentence_.size() || !word(i).is_capitalised() || word(i + 1).token.text != "-" ||
      lexicon_.fellow_words.contains(word(i).lower))
    return false;
  const bool is_joined = !word(i + 1).token.space_before && !word(i + 2).token.space_before;
  return is_joined && word(i + 2).is_verb() && lexicon_.frames_by_verb.contains(word(i + 2).lemma);
}

}  // namespace whofunds::mentions
