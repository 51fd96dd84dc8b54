#include <algorithm>

#include "whofunds/facts/trigger_search.hpp"

namespace whofunds::facts {

using language::Frame;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

/// "Лидером выступил А": nothing tells of what.
bool TriggerSearch::is_bare_title(int title) const {
  const int verb = tree_.head_of(title);
  const bool is_predicate = verb != kNoWord && lexicon_.copular_verbs.contains(tree_.at(verb).lemma) &&
                            (tree_.at(title).is(Dependency::kOpenComplement) || tree_.at(title).is_subject());
  return is_predicate && std::ranges::none_of(tree_.at(title).children, [&](int child) {
           const Word& below = tree_.at(child);
           // "провёл раунд, его лидером стал А"
           if (lexicon_.inflected && is_possessive(lexicon_.pronouns, below)) return false;
           return below.is(Dependency::kAdjectiveModifier) || below.is(Dependency::kNominalModifier) ||
                  (below.is(Dependency::kOblique) && child > title) || below.is(Dependency::kNumericModifier);
         });
}

bool TriggerSearch::is_subject_without_verb(int word) const {
  const int predicate = tree_.head_of(word);
  if (predicate == kNoWord) return tree_.child(word, Dependency::kCopula) == kNoWord;
  // "У «А» 30% завода"
  const bool has_holder = tree_.at(word).is(Dependency::kNominalModifier) &&
                          tree_.preposition(word).empty() && predicate < word &&
                          tree_.head_of(predicate) == kNoWord && !tree_.preposition(predicate).empty();
  return (tree_.at(word).is(Dependency::kSubject) || has_holder) && !tree_.at(predicate).is_verb();
}

bool TriggerSearch::is_given_for_investment(const Frame& frame, int verb) const {
  int before = tree_.at(verb).is(Dependency::kConjunct) ? tree_.head_of(verb) : kNoWord;
  for (const int child : tree_.at(verb).children) {
    if (tree_.at(child).note.part_of_speech == language::PartOfSpeech::kGerund) before = child;
  }
  // "вложил 3 млн, получив 7%"
  if (tree_.at(verb).note.part_of_speech == language::PartOfSpeech::kGerund) before = tree_.head_of(verb);
  if (frame.relation != model::Relation::kAcquires || before == kNoWord) return false;
  return (tree_.head_of(before) == verb || !tree_.has_subject(verb)) && tree_.at(before).is_verb() &&
         lexicon_.any_frame_of_verb(tree_.at(before).lemma, [&](const language::Frame& other) {
           // "вошёл в капитал, получив 7%"
           const auto is_asked = [&](int child) {
             return std::ranges::find(other.object_words, tree_.at(child).lemma) != other.object_words.end();
           };
           return other.relation == model::Relation::kInvestsIn && other.particles.empty() &&
                  !other.without_from &&
                  (other.object_words.empty() ||
                   (lexicon_.inflected && std::ranges::any_of(tree_.at(before).children, is_asked)));
         });
}

bool TriggerSearch::is_customer(int buyer) const {
  // "покупателем облигаций стал А"
  const std::vector<int> bought = clause_.possessors(buyer);
  if (std::ranges::any_of(bought, [&](int of) { return lexicon_.bond_nouns.contains(tree_.at(of).lemma); }))
    return true;
  return std::ranges::any_of(tree_.at(buyer).children, [&](int child) {
    return tree_.at(child).is(Dependency::kAdjectiveModifier) && in(lexicon_.customer_words, tree_.at(child));
  });
}

bool TriggerSearch::is_member_of_body(int word) const {
  const Word& here = tree_.at(word);
  return here.is(Dependency::kNominalModifier) && here.note.number == language::Number::kPlural &&
         tree_.preposition(word).empty() && lexicon_.bodies.contains(tree_.at(tree_.head_of(word)).lemma);
}

bool TriggerSearch::has_trigger(const std::vector<language::Trigger>& triggers, const std::string& lemma,
                                int word) const {
  return std::any_of(triggers.begin(), triggers.end(),
                     [&](const language::Trigger& trigger) { return is_trigger(trigger, lemma, word); });
}

bool TriggerSearch::is_trigger(const language::Trigger& trigger, const std::string& lemma, int word) const {
  return trigger.lemma == lemma &&
         std::all_of(trigger.modifiers.begin(), trigger.modifiers.end(),
                     [&](const std::string& modifier) { return has_modifier(word, modifier); });
}

bool TriggerSearch::is_of_firm(int title) const {
  const std::vector<int>& children = tree_.at(title).children;
  const bool is_indefinite = std::ranges::any_of(children, [&](int child) {
    return tree_.at(child).is(Dependency::kDeterminer) &&
           !lexicon_.demonstratives.contains(tree_.at(child).lower) &&
           !lexicon_.denying_determiners.contains(tree_.at(child).lower);
  });
  const int name = title == 0 ? kNoWord : sentence_.name_at(title - 1);
  if (!is_indefinite || name == kNoWord) return false;
  const mentions::NameMention& owner = sentence_.names[static_cast<std::size_t>(name)];
  // One word may as well be a town, where it is no abbreviation.
  const bool is_firm = owner.kind != model::EntityKind::kPlace &&
                       (owner.last - owner.first > 1 || tree_.at(owner.head).token.all_capitals);
  return is_firm && tree_.at(owner.head).is(Dependency::kCompound);
}

bool TriggerSearch::is_fellow(int word) const {
  return std::any_of(lexicon_.fellow_words.begin(), lexicon_.fellow_words.end(),
                     [&](const std::string& fellow) { return has_modifier(word, fellow); });
}

bool TriggerSearch::is_deputy(int word) const {
  // "директор по развитию"
  const bool has_field = std::ranges::any_of(tree_.at(word).children, [&](int child) {
    return child > word && lexicon_.deputy_prepositions.contains(tree_.preposition(child));
  });
  if (has_field) return true;
  // "директор фонда «А» по связям": whatever a parser hangs the field on
  for (int i = word + 2; lexicon_.inflected && i < tree_.size() && tree_.is_under(i, word); ++i) {
    if (lexicon_.deputy_prepositions.contains(tree_.at(i).lower) && sentence_.name_at(i) == kNoWord &&
        (sentence_.name_at(i - 1) != kNoWord || tree_.at(i - 1).lower == "»"))
      return true;
  }
  // "director of Aster Programme": what a title is of makes no deputy of it.
  const auto is_of = [&](const std::string& deputy) {
    return !lexicon_.inflected && std::ranges::any_of(tree_.at(word).children, [&](int child) {
      return child > word && tree_.preposition(child) == "of" && tree_.at(child).is_capitalised() &&
             tree_.at(child).lower == deputy;
    });
  };
  return std::any_of(lexicon_.deputy_words.begin(), lexicon_.deputy_words.end(),
                     [&](const std::string& deputy) { return has_modifier(word, deputy) && !is_of(deputy); });
}

bool TriggerSearch::lists_titles(int verb) const {
  return lexicon_.listing_verbs.contains(tree_.at(verb).lemma) &&
         std::ranges::any_of(clause_.subjects(verb), [&](int subject) {
           // "investors, which include B"
           if (tree_.at(verb).is(tagging::Dependency::kRelativeClause) && tree_.head_of(verb) < verb &&
               lexicon_.relative_pronouns.contains(tree_.at(subject).lower))
             return lexicon_.frames_by_title.contains(tree_.at(tree_.head_of(verb)).lemma) &&
                    sentence_.name_at(tree_.head_of(verb)) == kNoWord;
           const std::string& lemma = tree_.at(subject).lemma;
           // "совместная программа", but "программа «А» объединила"
           const auto nouns = lexicon_.frames_by_noun.find(lemma);
           const bool is_event = nouns != lexicon_.frames_by_noun.end() &&
                                 std::ranges::any_of(nouns->second, [&](std::size_t index) {
                                   return has_trigger(lexicon_.frames[index].nouns, lemma, subject);
                                 });
           return sentence_.name_at(subject) == kNoWord &&
                  (lexicon_.frames_by_title.contains(lemma) || is_event ||
                   lexicon_.transparent_nouns.contains(lemma));
         });
}

bool TriggerSearch::heads_part(int word) const {
  return std::ranges::any_of(tree_.at(word).children, [&](int child) {
    const Word& part = tree_.at(child);
    return tree_.preposition(child) == "of" && part.is_noun() && !part.is_capitalised() &&
           sentence_.name_at(child) == kNoWord && !lexicon_.descriptors.contains(part.lemma) &&
           !lexicon_.general_nouns.contains(part.lemma) && !lexicon_.board_nouns.contains(part.lemma) &&
           !lexicon_.transparent_nouns.contains(part.lemma) &&
           std::ranges::none_of(part.children, [&](int below) {
             return tree_.at(below).is(Dependency::kDeterminer) ||
                    tree_.at(below).is(Dependency::kCompound) || tree_.at(below).is(Dependency::kPossessor);
           });
  });
}

bool TriggerSearch::has_modified_trigger(const std::vector<language::Trigger>& triggers,
                                         const std::string& lemma, int word) const {
  return std::any_of(triggers.begin(), triggers.end(), [&](const language::Trigger& trigger) {
    return !trigger.modifiers.empty() && is_trigger(trigger, lemma, word);
  });
}

bool TriggerSearch::has_modifier(int word, const std::string& modifier) const {
  const auto matches = [&](int i) {
    // "подконтрольно компании": what is said of something else describes nothing.
    return i >= 0 && i < tree_.size() &&
           tree_.at(i).note.part_of_speech != language::PartOfSpeech::kShortForm &&
           (tree_.at(i).lemma == modifier || tree_.at(i).lower == modifier);
  };
  // "parent company, Aster Holdings": a name describes no noun.
  for (const int child : tree_.at(word).children) {
    if (!tree_.at(child).is(Dependency::kApposition) && matches(child)) return true;
  }
  // "подконтрольной структурой банка": what describes the noun before describes no bank.
  const auto is_of_other = [&](int i) {
    const int head = i < 0 ? kNoWord : tree_.head_of(i);
    return head != kNoWord && head > i && head < word && tree_.at(head).is_noun() &&
           tree_.at(i).is(Dependency::kAdjectiveModifier);
  };
  return matches(word - 1) || (matches(word - 2) && !is_of_other(word - 2));
}

bool TriggerSearch::has_particle(const Frame& frame, int word) const {
  if (frame.particles.empty()) return true;
  if (lexicon_.inflected) return stands_before_particle(frame, word);
  return std::any_of(tree_.at(word).children.begin(), tree_.at(word).children.end(), [&](int child) {
    return child > word && child <= word + 6 &&
           std::find(frame.particles.begin(), frame.particles.end(), tree_.at(child).lower) !=
               frame.particles.end();
  });
}

bool TriggerSearch::is_title_of(const Frame& frame, int title) const {
  const auto is_asked = [&](int noun) {
    return noun != kNoWord &&
           std::ranges::find(frame.object_words, tree_.at(noun).lemma) != frame.object_words.end();
  };
  return std::ranges::any_of(tree_.at(title).children, [&](int child) {
    // "раунд, лидером которого стал А"
    const int verb = tree_.head_of(title);
    const bool is_of_clause = lexicon_.relative_pronouns.contains(tree_.at(child).lemma) && verb != kNoWord &&
                              tree_.at(verb).is(Dependency::kRelativeClause);
    if (is_of_clause) {
      for (int noun = child - 1; noun >= 0 && !tree_.at(noun).is_verb(); --noun) {
        if (is_asked(noun)) return true;
      }
    }
    return tree_.at(child).is(Dependency::kNominalModifier) && is_asked(child);
  });
}

bool TriggerSearch::is_copula_of_title(const Trigger& trigger) const {
  return lexicon_.inflected && lexicon_.copular_verbs.contains(tree_.at(trigger.word).lemma) &&
         std::ranges::any_of(tree_.at(trigger.word).children, [&](int child) {
           return child != trigger.carrier &&
                  tree_.at(child).note.grammatical_case == language::Case::kInstrumental &&
                  tree_.preposition(child).empty() &&
                  lexicon_.frames_by_title.contains(tree_.at(child).lemma);
         });
}

bool TriggerSearch::stands_before_particle(const Frame& frame, int verb) const {
  constexpr int kFarthest = 14;
  for (int i = verb + 1; i < tree_.size() && i <= verb + kFarthest; ++i) {
    if (std::ranges::find(frame.particles, tree_.at(i).lower) != frame.particles.end()) return true;
    if (tree_.at(i).is_verb()) return false;
  }
  // "совместно с компанией А откроет", "безвозмездно передаст"
  constexpr int kFarthestBefore = 9;
  for (int i = verb - 1; i >= 0 && i >= verb - kFarthestBefore; --i) {
    if (std::ranges::find(frame.particles, tree_.at(i).lower) != frame.particles.end()) return true;
    if (tree_.at(i).is_verb() || tree_.at(i).token.text == ",") return false;
  }
  return false;
}

bool TriggerSearch::stands_after_particle(const Frame& frame, int noun) const {
  if (frame.particles.empty()) return true;
  // "об открытии кредитной линии"
  int first = noun;
  while (tree_.preposition(first).empty() && tree_.at(first).is(Dependency::kNominalModifier) &&
         tree_.head_of(first) < first &&
         lexicon_.transparent_nouns.contains(tree_.at(tree_.head_of(first)).lemma))
    first = tree_.head_of(first);
  return std::ranges::find(frame.particles, tree_.preposition(first)) != frame.particles.end();
}

bool TriggerSearch::is_given_to_use(int verb) const {
  return std::ranges::any_of(tree_.at(verb).children, [&](int child) {
    return !tree_.preposition(child).empty() && lexicon_.using_nouns.contains(tree_.at(child).lemma) &&
           (tree_.at(child).note.grammatical_case == language::Case::kAccusative ||
            tree_.at(child).note.grammatical_case == language::Case::kPrepositional);
  });
}

/// "a controlling 62% stake"
bool TriggerSearch::tells_size_of_stake(int word) const {
  constexpr int kFarthest = 3;
  if (!lexicon_.controlling_words.contains(tree_.at(word).lower)) return false;
  for (int next = word + 1; next < tree_.size() && next <= word + kFarthest; ++next) {
    if (lexicon_.stake_nouns.contains(tree_.at(next).lemma)) return true;
    if (tree_.at(next).note.part_of_speech == language::PartOfSpeech::kPreposition) return false;
  }
  return false;
}

bool TriggerSearch::is_total(int noun) const {
  return noun > 0 && lexicon_.total_phrases.contains(tree_.at(noun - 1).lower + " " + tree_.at(noun).lower);
}

bool TriggerSearch::has_stake_of(int title) const {
  const std::vector<int>& children = tree_.at(title).children;
  return !sentence_.values.stakes.empty() || std::any_of(children.begin(), children.end(), [&](int child) {
    return lexicon_.legal_forms.contains(tree_.at(child).lower);
  });
}

}  // namespace whofunds::facts
