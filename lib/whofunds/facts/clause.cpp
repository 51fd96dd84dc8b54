#include "whofunds/facts/clause.hpp"

#include <algorithm>

#include "whofunds/facts/arguments.hpp"

namespace whofunds::facts {

using language::Case;
using language::PartOfSpeech;
using language::Voice;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

namespace {

/// After a preposition there is no nominative: a name in quotes that is tagged so can be in any case.
bool fits_case_after_preposition(const Word& word, Case wanted) {
  return fits_case(word, wanted) || word.note.grammatical_case == Case::kNominative;
}

/// A name that shows no case, where its relation to the verb lets it stand in the dative or the instrumental.
bool is_bare_foreign(const Word& word, Case wanted) {
  // An indirect object is a dative even where its form is taken for an accusative.
  if (wanted == Case::kDative && word.is(Dependency::kIndirectObject))
    return word.note.grammatical_case != Case::kInstrumental;
  return word.note.grammatical_case == Case::kNone && wanted == Case::kInstrumental &&
         word.is(Dependency::kOblique);
}

}  // namespace

std::vector<int> Clause::with_conjuncts(int word) const {
  std::vector<int> words{word};
  for (const int child : tree_.at(word).children) {
    const bool coordinated = tree_.at(child).is(Dependency::kConjunct) && !tree_.at(child).is_verb() &&
                             !takes_rest(child) &&
                             !(lexicon_.percent_words.contains(tree_.at(word).lower) &&
                               (tree_.at(child).is_capitalised() || begins_other_clause(child)));
    if (coordinated && is_set_against(child)) continue;
    if (coordinated && is_other_than_denied(child, word)) words.clear();
    if (coordinated || is_list_member(child, word) || is_joined_before(child, word))
      append_words(words, with_conjuncts(child));
    if (const int joined = joined_before_title(child, word); joined != kNoWord)
      append_words(words, with_conjuncts(joined));
  }
  return words;
}

/// The first word of a name and of what describes it, before its negation.
int Clause::first_word_of(int word) const {
  int first = word;
  while (first > 0 && !lexicon_.negations.contains(tree_.at(first - 1).lower) &&
         !tree_.at(first - 1).is(Dependency::kCoordination) &&
         (tree_.at(first - 1).lower == "«" || tree_.is_under(first - 1, word)))
    --first;
  return first;
}

/// "не" of "а не «А»"; kNoWord if none, or where it denies nothing: "не только «А»".
int Clause::negation_before(int word) const {
  const int first = first_word_of(word);
  if (first == 0 || lexicon_.limiting_words.contains(tree_.at(first).lower)) return kNoWord;
  // "Sleep No More": a part of a name
  const bool is_in_name = first > 1 && tree_.at(first - 1).is_capitalised();
  return lexicon_.negations.contains(tree_.at(first - 1).lower) && !is_in_name ? first - 1 : kNoWord;
}

bool Clause::is_denied(int word) const {
  const int first = first_word_of(word);
  const bool is_one_of_denied = first > 0 && lexicon_.joint_negations.contains(tree_.at(first - 1).lower);
  return is_one_of_denied || negation_before(word) != kNoWord;
}

bool Clause::is_replaced(int word) const {
  const int first = first_word_of(word);
  for (int last = std::min(first + 1, word - 1); last > 0 && last >= first - 1; --last) {
    const std::string two = tree_.at(last - 1).lower + " " + tree_.at(last).lower;
    if (lexicon_.replacing_phrases.contains(two)) return true;
    if (last > 1 && lexicon_.replacing_phrases.contains(tree_.at(last - 2).lower + " " + two)) return true;
  }
  return false;
}

/// "купит А, а не Б", "A, but not B, bought it"
bool Clause::is_set_against(int word) const {
  const int negation = negation_before(word);
  return negation > 0 && lexicon_.contrasting_words.contains(tree_.at(negation - 1).lower);
}

/// "не А, а Б", "not A but B"
bool Clause::is_other_than_denied(int word, int denied) const {
  const int first = first_word_of(word);
  return first > 0 && negation_before(denied) != kNoWord && tree_.at(first - 1).token.text != "," &&
         lexicon_.contrasting_words.contains(tree_.at(first - 1).lower);
}

/// "владеет 52% завода, фонд и банк — 14%": a nominative after a share holds another.
bool Clause::begins_other_clause(int noun) const {
  return lexicon_.inflected && tree_.at(noun).is_noun() &&
         tree_.at(noun).note.grammatical_case == Case::kNominative &&
         lexicon_.descriptors.contains(tree_.at(noun).lemma);
}

/// In a list of names a parser takes one or another for an apposition: "A, B, C and D".
bool Clause::is_list_member(int word, int head) const {
  // "компания «А», шведская Б и институт": the first has its name already
  const int own_name = tree_.child(head, Dependency::kApposition);
  const bool is_named = lexicon_.inflected && own_name != kNoWord && own_name != word &&
                        tree_.at(own_name).is_capitalised() &&
                        lexicon_.descriptors.contains(tree_.at(head).lemma);
  if (word < head || !tree_.at(word).is(Dependency::kApposition) || !tree_.at(word).is_capitalised() ||
      !(tree_.at(head).is_capitalised() || is_named))
    return false;
  int first = word;
  // "A, Finland's B"
  while (first > 1 && tree_.is_under(first - 1, word) && tree_.at(first - 1).token.text != ",") --first;
  const auto has_conjunct = [&](int parent) {
    const std::vector<int>& children = tree_.at(parent).children;
    return std::any_of(children.begin(), children.end(), [&](int child) {
      return tree_.at(child).is(Dependency::kConjunct) &&
             (tree_.at(child).is_capitalised() || (is_named && child > word));
    });
  };
  if (tree_.at(first - 1).token.text != ",") return false;
  // "A, B, others"
  const std::vector<int>& siblings = tree_.at(head).children;
  const bool goes_on = std::any_of(siblings.begin(), siblings.end(), [&](int sibling) {
    return sibling > word && lexicon_.list_endings.contains(tree_.at(sibling).lower);
  });
  return goes_on || has_conjunct(head) || has_conjunct(word) || tree_.at(head).is(Dependency::kConjunct);
}

/// "A holds 30% of B and C the rest": C is no other B.
bool Clause::takes_rest(int word) const {
  int next = word + 1;
  if (next + 1 < tree_.size() && tree_.at(next).note.part_of_speech == PartOfSpeech::kDeterminer) ++next;
  // "the remaining two-thirds"
  const int noun = tree_.head_of(word + 1);
  if (next > word + 1 && noun > next && tree_.at(noun).is(Dependency::kApposition)) next = noun;
  return next > word + 1 && lexicon_.stake_nouns.contains(tree_.at(next).lemma) &&
         tree_.at(next).is(Dependency::kApposition);
}

/// "A Capital and B Ventures", where a parser takes the former for a part of the latter.
bool Clause::is_joined_before(int word, int head) const {
  if (word > head || !tree_.at(word).is(Dependency::kCompound) || !tree_.at(word).is_capitalised())
    return false;
  if (lexicon_.list_endings.contains(tree_.at(head).lower)) return true;  // "A, B, others"
  return is_joined(word, head);
}

/// "A and angel investor B", where a parser takes A for a part of the title.
int Clause::joined_before_title(int title, int head) const {
  const Word& here = tree_.at(title);
  if (lexicon_.inflected || title > head || !here.is(Dependency::kCompound) || here.is_capitalised())
    return kNoWord;
  for (const int child : here.children) {
    if (child < title && tree_.at(child).is(Dependency::kCompound) && tree_.at(child).is_capitalised() &&
        is_joined(child, title))
      return child;
  }
  return kNoWord;
}

bool Clause::is_passive(int verb) const {
  const Word& word = tree_.at(verb);
  if (tree_.child(verb, Dependency::kPassiveSubject) != kNoWord ||
      tree_.child(verb, Dependency::kPassiveAuxiliary) != kNoWord)
    return true;
  if (tree_.child(verb, Dependency::kAgent) != kNoWord) return true;
  // A finite passive in Russian is reflexive, whatever a tagger thinks of a verb that it never met.
  const bool is_finite = word.note.part_of_speech == PartOfSpeech::kVerb && lexicon_.inflected;
  if (is_finite && !word.lower.ends_with("ся") && !word.lower.ends_with("сь")) return false;
  // "контролировавшийся Беловым"
  const bool is_reflexive_participle = word.note.part_of_speech == PartOfSpeech::kParticiple &&
                                       lexicon_.inflected && word.lemma.ends_with("ся");
  return word.note.voice == Voice::kPassive || is_reflexive_participle;
}

std::vector<int> Clause::after_preposition(int word, const language::Slot& slot) const {
  std::vector<int> found;
  const auto look_under = [&](int parent) {
    for (const int child : tree_.at(parent).children) {
      const Word& candidate = tree_.at(child);
      // "стартап, куда А вложил …", "туда А вложил …"
      const auto adverb = lexicon_.pronominal_adverbs.find(candidate.lower);
      if (adverb != lexicon_.pronominal_adverbs.end() && adverb->second == slot.preposition) {
        found.push_back(child);
        continue;
      }
      // "invested in building A"
      const int mark = !lexicon_.inflected && candidate.is(Dependency::kAdverbialClause) &&
                               candidate.lower.ends_with("ing")
                           ? tree_.child(child, Dependency::kMark)
                           : kNoWord;
      if (mark != kNoWord && tree_.at(mark).lower == slot.preposition && slot.preposition == "in") {
        append_words(found, objects(child));
        continue;
      }
      if (!is_oblique(candidate) || tree_.preposition(child) != slot.preposition ||
          !fits_case_after_preposition(candidate, slot.grammatical_case))
        continue;
      append_words(found, with_conjuncts(child));
      // "в A и в B": the preposition again; other prepositions say something else.
      std::erase_if(found, [&](int w) {
        const std::string_view own = tree_.preposition(w);
        return !own.empty() && own != slot.preposition;
      });
    }
  };
  look_under(word);
  const Word& here = tree_.at(word);
  const bool shares = here.note.part_of_speech == PartOfSpeech::kGerund ||
                      here.note.part_of_speech == PartOfSpeech::kInfinitive;
  if (found.empty() && shares && here.note.head != kNoWord && tree_.at(here.note.head).is_verb()) {
    // "войдя …, выиграл в проекте": what stands after both may hang on either.
    look_under(here.note.head);
    std::erase_if(found, [&](int w) { return w < word; });
  }
  // "Контрольный пакет — у «А»"
  const bool may_be_subject = (here.is_noun() && here.is(Dependency::kSubject)) ||
                              (lexicon_.percent_words.contains(here.lemma) &&
                               (here.is(Dependency::kSubject) || here.is(Dependency::kNominalModifier)));
  const bool has_predicate =
      may_be_subject && here.note.head != kNoWord && !tree_.at(here.note.head).is_verb();
  if (found.empty() && has_predicate && tree_.preposition(here.note.head) == slot.preposition &&
      fits_case_after_preposition(tree_.at(here.note.head), slot.grammatical_case))
    append_words(found, with_conjuncts(here.note.head));
  if (found.empty() && here.is_noun() && here.is(Dependency::kSubject)) {
    // "инвестиции A в Б составили …": what stands between a noun and its verb may hang on either.
    look_under(here.note.head);
    std::erase_if(found, [&](int w) { return w < word || w > here.note.head; });
  }
  for (const int child : tree_.at(word).children) {
    const Word& noun = tree_.at(child);
    const bool argument = noun.is(Dependency::kObject) || noun.is(Dependency::kPassiveSubject) ||
                          noun.is(Dependency::kNumericModifier) || is_oblique(noun);
    // "invested in software companies in Europe": where those are
    const bool is_of_kind = !lexicon_.inflected && noun.is(Dependency::kOblique) &&
                            noun.note.number == language::Number::kPlural && !noun.is_capitalised() &&
                            lexicon_.descriptors.contains(noun.lemma) &&
                            tree_.preposition(child) == slot.preposition;
    if (is_of_kind) continue;
    if (argument && child != kNoWord &&
        (noun.is_noun() || noun.token.kind != text::TokenKind::kWord ||
         noun.note.part_of_speech == PartOfSpeech::kNumeral))
      look_under(child);
    // "received $5m in funding from A"
    if (!found.empty() || !argument || !is_money(child)) continue;
    for (const int below : noun.children) {
      if (is_oblique(tree_.at(below)) && tree_.at(below).is_noun()) look_under(below);
    }
  }
  leave_out_where(found);
  return found;
}

/// "invested in software companies in Europe": where those are, whatever a parser hangs it on.
void Clause::leave_out_where(std::vector<int>& found) const {
  if (lexicon_.inflected || found.size() < 2) return;
  const auto are_kind = [&](int word) {
    return tree_.at(word).note.number == language::Number::kPlural && !tree_.at(word).is_capitalised() &&
           lexicon_.descriptors.contains(tree_.at(word).lemma);
  };
  const auto kind = std::ranges::find_if(found, are_kind);
  if (kind == found.end()) return;
  const int first = *kind;
  std::erase_if(found, [&](int word) {
    return word > first && tree_.at(word).is_capitalised() && !tree_.at(word).is(Dependency::kConjunct);
  });
}

/// Whether a passive verb has an object, which its subject was given.
bool Clause::is_given_sum(int verb) const {
  const std::vector<int>& children = tree_.at(verb).children;
  return std::any_of(children.begin(), children.end(),
                     [&](int child) { return child > verb && tree_.at(child).is(Dependency::kObject); });
}

bool Clause::is_money(int word) const {
  const Word& here = tree_.at(word);
  return here.token.kind != text::TokenKind::kWord || lexicon_.scales.contains(here.lower) ||
         lexicon_.currencies.contains(here.lemma);
}

std::vector<int> Clause::in_case(int word, Case grammatical_case) const {
  std::vector<int> found;
  const int given_to = grammatical_case == Case::kNone ? recipient(word) : kNoWord;
  // "was awarded $5m by A"
  if (grammatical_case == Case::kNone && tree_.at(word).is_verb() && is_passive(word) && is_given_sum(word))
    return overt_subjects(word);
  for (const int child : tree_.at(word).children) {
    const Word& candidate = tree_.at(child);
    if (child == given_to) append_words(found, with_conjuncts(child));
    if (!tree_.preposition(child).empty()) continue;
    const bool bare = grammatical_case == Case::kNone
                          ? candidate.is(Dependency::kIndirectObject)
                          : is_oblique(candidate) && (candidate.note.grammatical_case == grammatical_case ||
                                                      is_bare_foreign(candidate, grammatical_case));
    if (bare) append_words(found, with_conjuncts(child));
  }
  if (found.empty() && grammatical_case == Case::kDative && tree_.at(word).is_verb())
    return datives_below_object(word);
  return found;
}

/// "продал свою долю корпорации": the feminine dative looks like a genitive, and parsers hang it on the
/// object. With "свой" before it the object is not the corporation's.
std::vector<int> Clause::datives_below_object(int verb) const {
  std::vector<int> found;
  for (const int object : tree_.at(verb).children) {
    if (!tree_.at(object).is(Dependency::kObject)) continue;
    const bool is_own = std::ranges::any_of(tree_.at(object).children, [&](int child) {
      return is_possessive(lexicon_.pronouns, tree_.at(child));
    });
    for (const int child : tree_.at(object).children) {
      const Word& candidate = tree_.at(child);
      // "продав долю «Калашникову»"
      const bool is_told = lexicon_.stake_nouns.contains(tree_.at(object).lemma) && candidate.is_noun() &&
                           candidate.note.grammatical_case == Case::kDative;
      if (((is_own && candidate.is(Dependency::kNominalModifier)) || is_told) &&
          tree_.preposition(child).empty() && !lexicon_.stake_nouns.contains(candidate.lemma))
        append_words(found, with_conjuncts(child));
    }
  }
  return found;
}

}  // namespace whofunds::facts
