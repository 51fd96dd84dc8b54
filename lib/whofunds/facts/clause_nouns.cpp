#include <algorithm>
#include <string>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/clause.hpp"

namespace whofunds::facts {

using language::Case;
using language::PartOfSpeech;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

std::vector<int> Clause::possessors(int noun) const {
  std::vector<int> found;
  for (const int child : tree_.at(noun).children) {
    const Word& candidate = tree_.at(child);
    const std::string_view preposition = tree_.preposition(child);
    const bool bare_genitive = candidate.is(Dependency::kNominalModifier) && preposition.empty() &&
                               (!lexicon_.inflected || fits_case(candidate, Case::kGenitive));
    const bool of = preposition == "of" && is_oblique(candidate);
    const bool owner = candidate.is(Dependency::kPossessor);
    // A capital that begins the sentence makes no name of a common noun: "Parent company Aster".
    const bool is_proper = candidate.note.part_of_speech == PartOfSpeech::kProperNoun || child > 0;
    const bool before = !lexicon_.inflected && candidate.is(Dependency::kCompound) &&
                        candidate.is_capitalised() && candidate.is_noun() && is_proper &&
                        !is_joined(child, noun) && candidate.note.name != tagging::NameClass::kGroup;
    const bool possessive = is_possessive(lexicon_.pronouns, candidate);
    // "Белов, чья компания"
    const bool is_whose = candidate.is(Dependency::kDeterminer) && child < noun &&
                          lexicon_.relative_pronouns.contains(candidate.lemma);
    // "its Parkinson's drug", "its Yukon unit": whose it is comes first.
    const auto is_whose_pronoun = [&](int other) {
      return other < child && tree_.at(other).is(Dependency::kPossessor) &&
             is_possessive(lexicon_.pronouns, tree_.at(other));
    };
    const bool is_second =
        !lexicon_.inflected && (owner || before) && !possessive &&
        (std::ranges::any_of(tree_.at(noun).children, is_whose_pronoun) ||
         (before && tree_.at(noun).is(Dependency::kCompound) &&
          std::ranges::any_of(tree_.at(tree_.head_of(noun)).children, is_whose_pronoun)) ||
         (candidate.is_capitalised() && std::ranges::any_of(candidate.children, is_whose_pronoun)));
    if (!is_second && (bare_genitive || of || owner || before || possessive || is_whose))
      append_words(found, with_conjuncts(child));
  }
  return found;
}

std::vector<int> Clause::equated(int noun) const {
  if (std::vector<int> subject = overt_subjects(noun); !subject.empty()) return subject;
  // "installed as its head by its creditors": those who do it are nothing that is told.
  if (tree_.at(noun).is(Dependency::kAgent)) return {};
  const bool is_one_of_titles =
      tree_.at(noun).is(Dependency::kConjunct) || tree_.at(noun).is(Dependency::kApposition);
  if (is_one_of_titles && tree_.at(tree_.head_of(noun)).is_noun()) {
    // "A — предприниматель, владелец …"
    if (std::vector<int> subject = overt_subjects(tree_.head_of(noun)); !subject.empty()) return subject;
  }
  // "стал владельцем", "remains its chief executive"
  int argument = noun;
  int head = tree_.head_of(argument);
  // "один из проектов X — Y"
  while (head != kNoWord && lexicon_.transparent_nouns.contains(tree_.at(head).lemma) &&
         !tree_.at(head).is_verb()) {
    argument = head;
    head = tree_.head_of(head);
  }
  if (argument != noun) {
    // "один из основателей X предприниматель Y", "Y — один из основателей X"
    for (const int child : tree_.at(argument).children) {
      if (child > noun && tree_.at(child).is(Dependency::kApposition)) return with_conjuncts(child);
    }
    if (std::vector<int> subject = overt_subjects(argument); !subject.empty()) return subject;
    // "A, one of the shareholders of X, voted"
    if (head != kNoWord && tree_.at(argument).is(Dependency::kApposition)) return {head};
  }
  if (head == kNoWord) return {};
  // "Инвестором мог бы стать А", where a parser hangs the title on the modal verb
  const int infinitive = tree_.child(head, Dependency::kOpenComplement);
  const bool is_modal = infinitive != kNoWord && infinitive != argument && tree_.at(infinitive).is_verb() &&
                        lexicon_.copular_verbs.contains(tree_.at(infinitive).lemma) &&
                        tree_.at(argument).note.grammatical_case == Case::kInstrumental;
  if (is_modal) return overt_subjects(head);
  const Word& governor = tree_.at(head);
  const bool is_subject = tree_.at(argument).is(Dependency::kSubject);
  if (std::vector<int> members = listed(argument); !members.empty()) return members;
  // "counts A among its investors", "among its investors are A and B"
  const std::string preposition(tree_.preposition(argument));
  const bool is_capacity = lexicon_.capacity_prepositions.contains(preposition);
  if (governor.is_verb() && lexicon_.listing_words.contains(preposition) && !is_capacity) {
    std::vector<int> members = objects(head);
    return members.empty() ? overt_subjects(head) : members;
  }
  // "among the founders were the writer A and the lawyer B"
  if (governor.is_noun() && lexicon_.listing_words.contains(preposition) && !is_capacity &&
      tree_.child(head, Dependency::kCopula) > argument) {
    std::vector<int> members = with_conjuncts(head);
    for (const int child : governor.children) {
      if (child > head && tree_.at(child).is(Dependency::kApposition))
        append_words(members, with_conjuncts(child));
    }
    return members;
  }
  // "acted for the buyer": whoever does so is not the buyer.
  if (!lexicon_.inflected && preposition == "for") return {};
  const auto status = lexicon_.status_verbs.find(governor.lemma);
  // "подал в отставку с поста"
  const bool resigns = std::ranges::any_of(
      governor.children, [&](int child) { return lexicon_.leaving_words.contains(tree_.at(child).lemma); });
  const bool leaves =
      argument != noun &&
      (resigns || (status != lexicon_.status_verbs.end() && status->second == model::Status::kEnded));
  // "Акционеры избрали директором А": who gives a post has none by that
  const bool appoints = lexicon_.inflected && governor.note.part_of_speech == PartOfSpeech::kVerb &&
                        lexicon_.appointing_verbs.contains(governor.lemma) && !is_passive(head);
  if (appoints && is_subject) return {};
  // "Должность президента получила А", "Пост президента достался А"
  if (governor.is_verb() && argument != noun && lexicon_.post_verbs.contains(governor.lemma)) {
    if (!is_subject) return overt_subjects(head);
    std::vector<int> receivers = in_case(head, Case::kDative);
    if (receivers.empty())
      receivers = after_preposition(head, {.place = language::Slot::Place::kPreposition,
                                           .grammatical_case = Case::kDative,
                                           .preposition = "к"});
    return receivers;
  }
  if (governor.is_verb() && (lexicon_.copular_verbs.contains(governor.lemma) || leaves)) {
    if (!is_subject) {
      // "was appointed chief executive", "named her chairwoman", "уволил её с поста директора"
      const bool acted_upon = is_passive(head) || tree_.child(head, Dependency::kObject) != kNoWord;
      std::vector<int> described = acted_upon ? objects(head) : std::vector<int>();
      std::erase_if(described, [&](int w) {
        return w == argument || lexicon_.relative_pronouns.contains(tree_.at(w).lemma);
      });
      if (!described.empty() || appoints) return described;
      if (std::vector<int> subject = subjects(head); !subject.empty() && subject.front() != argument)
        return subject;
    }
    std::vector<int> others;
    for (const int child : governor.children) {
      if (child != argument && (tree_.at(child).is(Dependency::kOpenComplement) ||
                                tree_.at(child).note.grammatical_case == Case::kInstrumental))
        append_words(others, with_conjuncts(child));
    }
    return others;
  }
  // "counts A as an investor", "fired A as chief executive"
  const int counted = tree_.child(head, Dependency::kObject);
  if (governor.is_verb() && is_capacity && !is_passive(head) && counted != kNoWord &&
      (lexicon_.counting_verbs.contains(governor.lemma) ||
       (status != lexicon_.status_verbs.end() && status->second == model::Status::kEnded &&
        tree_.at(counted).is_capitalised())))
    return objects(head);
  // "operates as a unit of A", "was founded as a unit of A"
  if (governor.is_verb() && is_capacity) {
    if (is_passive(head)) return objects(head);
    return subjects(head);
  }
  // "Новый владелец — группа X": the noun is the subject of a nominal predicate.
  if (!tree_.at(argument).is(Dependency::kSubject) || !governor.is_noun()) return {};
  std::vector<int> predicates = with_conjuncts(head);
  // "Учредитель — А, директор — Б": another title has a predicate of its own
  std::erase_if(predicates, [&](int word) {
    return word != head && lexicon_.frames_by_title.contains(tree_.at(word).lemma);
  });
  return predicates;
}

/// "was announced for A to buy B": who does what an infinitive says, before it after "for".
int Clause::subject_after_for(int infinitive) const {
  const Word& word = tree_.at(infinitive);
  if (lexicon_.inflected || word.note.part_of_speech != PartOfSpeech::kInfinitive) return kNoWord;
  for (const int sibling : tree_.at(word.note.head).children) {
    if (sibling < infinitive && is_oblique(tree_.at(sibling)) && tree_.preposition(sibling) == "for" &&
        tree_.at(sibling).is_capitalised() && sibling > word.note.head)
      return sibling;
  }
  return kNoWord;
}

/// Whether a conjunction stands between two words: "A and investor B" says nothing of whose B is.
bool Clause::is_joined(int first, int last) const {
  for (int i = first + 1; i < last; ++i) {
    if (tree_.at(i).note.part_of_speech == PartOfSpeech::kConjunction) return true;
  }
  return false;
}

std::vector<int> Clause::listed(int noun) const {
  const int head = tree_.head_of(noun);
  const bool lists = head != kNoWord && tree_.at(noun).is(Dependency::kSubject) &&
                     lexicon_.listing_verbs.contains(tree_.at(head).lemma);
  if (lists) return objects(head);
  // "its subsidiaries, which include A and B"
  for (const int clause : tree_.at(noun).children) {
    const int subject = tree_.child(clause, Dependency::kSubject);
    if (tree_.at(clause).is(Dependency::kRelativeClause) && subject != kNoWord &&
        lexicon_.listing_verbs.contains(tree_.at(clause).lemma) &&
        lexicon_.relative_pronouns.contains(tree_.at(subject).lower))
      return objects(clause);
  }
  return {};
}

int Clause::governing_verb(int noun) const {
  int word = noun;
  for (int steps = 0; steps < 4; ++steps) {
    const Word& here = tree_.at(word);
    const bool argument = is_oblique(here) || here.is(Dependency::kAdverbModifier) ||
                          here.is(Dependency::kPassiveSubject) || here.is(Dependency::kConjunct) ||
                          here.is(Dependency::kSubject);
    if (!argument || here.note.head == kNoWord) return kNoWord;
    word = here.note.head;
    if (tree_.at(word).is_verb()) return word;
    // "walked away from the deal"
    const bool carries_on =
        tree_.at(word).is_noun() || tree_.at(word).is(Dependency::kAdverbModifier) || is_money(word);
    if (!carries_on) return kNoWord;
  }
  return kNoWord;
}

}  // namespace whofunds::facts
