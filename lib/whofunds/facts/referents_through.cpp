#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using tagging::Dependency;

/// "bought 200 shares of A": no stake in it.
bool Referents::is_few_shares(int word) const {
  if (lexicon_.inflected || at(word).note.number != language::Number::kPlural) return false;
  const std::vector<int>& children = at(word).children;
  return std::any_of(children.begin(), children.end(), [&](int child) {
    return at(child).is(Dependency::kNumericModifier) && at(child).token.kind == text::TokenKind::kNumber &&
           at(child).token.text.size() <= kFewestDigits;
  });
}

/// "an affiliate of A bought B": what has no name of its own acts for A. What is bought of A is not A.
bool Referents::acts_for_owner(int word) const {
  // "группа «А» и офис Белова вложили"
  const bool is_joined = lexicon_.inflected && at(word).is(Dependency::kConjunct);
  const int acting = is_joined ? at(word).note.head : word;
  const int verb = acting == kNoWord ? kNoWord : at(acting).note.head;
  const bool acts = verb != kNoWord && at(verb).is_verb() &&
                    !lexicon_.listing_verbs.contains(at(verb).lemma) &&
                    (at(acting).is(Dependency::kSubject) || at(acting).is(Dependency::kAgent));
  if (!acts || !lexicon_.member_nouns.contains(at(word).lemma)) return false;
  // "Aster, a subsidiary of Birch, bought": it has a name.
  const int article = sentence_->tree.child(word, Dependency::kDeterminer);
  const int before = (article == kNoWord ? word : article) - 1;
  return before < 1 || at(before).token.text != "," || sentence_->name_at(before - 1) == kNoWord;
}

/// "investors led by A", "banks led by A": a plural without an article, which is no party that was told of.
bool Referents::is_kind_of_investors(int word) const {
  const Word& here = at(word);
  if (lexicon_.inflected || !here.is_noun() || here.note.number != language::Number::kPlural ||
      sentence_->tree.child(word, Dependency::kDeterminer) != kNoWord)
    return false;
  const auto descriptor = lexicon_.descriptors.find(here.lemma);
  return lexicon_.frames_by_title.contains(here.lemma) || lexicon_.lender_words.contains(here.lemma) ||
         (descriptor != lexicon_.descriptors.end() && descriptor->second.kind == EntityKind::kFund);
}

/// "в проекте строительства магистрали «А»": a project that is called by what is done.
bool Referents::is_project_of_work(int word) const {
  const auto descriptor = lexicon_.descriptors.find(at(word).lemma);
  const bool is_project =
      descriptor != lexicon_.descriptors.end() && descriptor->second.kind == EntityKind::kProject;
  return is_project && sentence_->tree.child(word, Dependency::kApposition) == kNoWord &&
         std::ranges::any_of(at(word).children, [&](int child) {
           return at(child).is(Dependency::kNominalModifier) && lexicon_.work_nouns.contains(at(child).lemma);
         });
}

/// "49% акций завода", "a stake in the operator", "один из": the noun hands the role on to what it is of.
std::vector<Referent> Referents::through(int word, const Kinds& kinds, int depth) {
  const Word& here = at(word);
  // "invested in a round for A"
  const bool is_round = !lexicon_.inflected && lexicon_.round_nouns.contains(here.lemma);
  // "Акционеры «А» одобрили сделку", but no "акционер" does so alone, nor are they it where they are named
  const bool act_together = here.is(Dependency::kSubject) && here.note.head != kNoWord &&
                            at(here.note.head).is_verb() && lexicon_.board_nouns.contains(here.lower);
  const bool is_board = lexicon_.board_nouns.contains(here.lemma) || act_together;
  const bool is_member = acts_for_owner(word);
  // "Researchers at the University of Oslo received $2m"
  const bool is_staff = !lexicon_.inflected && lexicon_.staff_nouns.contains(here.lemma) &&
                        here.note.number == language::Number::kPlural && here.is_subject();
  const bool hands_on = is_board || is_member || is_staff || lexicon_.asset_nouns.contains(here.lemma) ||
                        lexicon_.stake_nouns.contains(here.lemma) || is_round ||
                        lexicon_.stake_nouns.contains(here.lower) ||
                        lexicon_.transparent_nouns.contains(here.lemma) || is_project_of_work(word) ||
                        here.token.kind == text::TokenKind::kNumber ||
                        here.note.part_of_speech == language::PartOfSpeech::kNumeral;
  if (!hands_on && is_kind_of_investors(word)) return heads_of_group(word, kinds, depth);
  if (!hands_on || is_few_shares(word)) return {};
  // "60% её акций": of the one that issued them
  // "свои 30 % «А»": of what is named
  const bool is_named = std::ranges::any_of(here.children, [&](int child) {
    return at(child).is(Dependency::kNominalModifier) && sentence_->name_at(child) != kNoWord &&
           sentence_->tree.preposition(child).empty() &&
           (at(child).note.grammatical_case == language::Case::kGenitive ||
            lexicon_.percent_words.contains(here.lower));
  });
  const int whose = is_named ? kNoWord : possessive_of(word);
  const auto issuer = whose == kNoWord ? lexicon_.pronouns.end() : lexicon_.pronouns.find(at(whose).lower);
  if (depth > 0 && lexicon_.issued_nouns.contains(here.lemma) && issuer != lexicon_.pronouns.end() &&
      here.note.number == language::Number::kPlural && here.is(Dependency::kNominalModifier))
    return looked_back(issuer->second, whose, kinds);
  if (whose != kNoWord && is_asset_dealt_with(word)) return resolve(whose, kinds, depth + 1);
  std::vector<Referent> found;
  const bool is_own = whose != kNoWord;
  const bool asset_told = lexicon_.stake_nouns.contains(here.lemma) &&
                          std::any_of(here.children.begin(), here.children.end(), [&](int child) {
                            const std::string_view preposition = sentence_->tree.preposition(child);
                            const int named = sentence_->name_at(child);
                            const bool is_place =
                                lexicon_.inflected && named != kNoWord &&
                                sentence_->names[static_cast<std::size_t>(named)].kind == EntityKind::kPlace;
                            return ((preposition == "в" || preposition == "во") && !is_place) ||
                                   (preposition == "in" && sentence_->name_at(child) != kNoWord);
                          });
  for (const int child : here.children) {
    const Word& candidate = at(child);
    const bool complement = candidate.is(Dependency::kNominalModifier) ||
                            candidate.is(Dependency::kOblique) || candidate.is(Dependency::kPossessor) ||
                            candidate.is(Dependency::kNumericModifier) ||
                            candidate.is(Dependency::kApposition) ||
                            (candidate.is(Dependency::kCompound) && candidate.is_capitalised());
    const std::string_view preposition = sentence_->tree.preposition(child);
    // "A's business" stands for A, "A's stake" for nothing of A's.
    const bool is_issuer = lexicon_.issued_nouns.contains(here.lemma) && depth > 0 &&
                           here.note.number == language::Number::kPlural &&
                           here.is(Dependency::kNominalModifier);
    const bool is_owner =
        candidate.is(Dependency::kPossessor) &&
        (lexicon_.asset_nouns.contains(here.lemma) || is_issuer || is_round || is_board || is_member);
    const bool told = is_owner || preposition.empty() || preposition == "в" || preposition == "во" ||
                      preposition == "из" || preposition == "in" || preposition == "of" ||
                      (preposition == "for" && is_round) || (preposition == "at" && is_staff) ||
                      (preposition == "behind" && lexicon_.transparent_nouns.contains(here.lemma)) ||
                      preposition == "о" || preposition == "об" || preposition == "над";
    // but "Former Aster engineers founded Birch"
    if (!complement || !told || (is_staff && preposition != "at")) continue;
    // "loans to businesses in Indonesia": where they are
    const int named = sentence_->name_at(child);
    const bool tells_where = preposition == "in" && named != kNoWord &&
                             sentence_->names[static_cast<std::size_t>(named)].kind == EntityKind::kPlace &&
                             here.note.number == language::Number::kPlural &&
                             !lexicon_.stake_nouns.contains(here.lemma);
    if (tells_where) continue;
    // "a Hong Kong consortium": where it is, and no party
    if (candidate.is(Dependency::kCompound) && is_group_of_place(word, child)) continue;
    // "продав долю «Калашникову»": to whom, not of what
    if (lexicon_.stake_nouns.contains(here.lemma) && preposition.empty() && candidate.is_noun() &&
        candidate.note.grammatical_case == language::Case::kDative)
      continue;
    // "доля А в Б": of the two, the genitive is the holder.
    const bool tells_holder = preposition.empty() || preposition == "of";
    if (asset_told && tells_holder && !lexicon_.stake_nouns.contains(candidate.lemma)) continue;
    // "its stake", "свою долю": whose it is, not what it is of.
    const bool is_pronoun =
        lexicon_.pronouns.contains(candidate.lower) || lexicon_.pronouns.contains(candidate.lemma);
    // but "60% of it"
    // "в его модернизацию"
    const bool is_of_work = is_pronoun && child == whose && lexicon_.work_nouns.contains(here.lemma);
    if (is_of_work) {
      const auto pronoun = lexicon_.pronouns.find(candidate.lower);
      return pronoun == lexicon_.pronouns.end() ? found : looked_back(pronoun->second, child, kinds);
    }
    if (is_pronoun && !is_board && preposition.empty()) continue;
    if (candidate.is(Dependency::kPossessor) && !is_owner && lexicon_.stake_nouns.contains(here.lemma))
      continue;
    // "свою долю корпорации": sold to the corporation; whose the stake is has been said. But "продал «А» свои
    // акции «Б»": it is told to whom.
    const int verb = here.note.head;
    const bool says_to_whom = lexicon_.issued_nouns.contains(here.lemma) && verb != kNoWord &&
                              sentence_->tree.child(verb, Dependency::kIndirectObject) != kNoWord;
    if (is_own && !says_to_whom && preposition.empty() && lexicon_.inflected &&
        !lexicon_.stake_nouns.contains(candidate.lemma))
      continue;
    for (const int each : clause_->with_conjuncts(child)) {
      for (const Referent& referent : resolve(each, kinds, depth + 1)) found.push_back(referent);
    }
    if (!found.empty()) break;
  }
  if (found.empty()) found = heads_of_group(word, kinds, depth);
  if (found.empty() && is_own && lexicon_.stake_nouns.contains(here.lemma))
    return own_stake(word, kinds, depth);
  return found;
}

/// "its assets were bought by A", "его имущество купил А": of somebody else than whoever deals with them.
bool Referents::is_asset_dealt_with(int noun) const {
  const int verb = at(noun).note.head;
  if (!lexicon_.asset_nouns.contains(at(noun).lemma) || verb == kNoWord || verb < noun || !at(verb).is_verb())
    return false;
  return at(noun).is(Dependency::kPassiveSubject) || at(noun).is(Dependency::kObject);
}

bool Referents::is_group_of_place(int noun, int place) const {
  const auto descriptor = lexicon_.descriptors.find(at(noun).lemma);
  const int name = sentence_->name_at(place);
  const bool is_body =
      descriptor != lexicon_.descriptors.end() &&
      (descriptor->second.kind == EntityKind::kPublicBody || descriptor->second.kind == EntityKind::kPlace);
  return name != kNoWord && !is_body &&
         sentence_->names[static_cast<std::size_t>(name)].kind == EntityKind::kPlace;
}

int Referents::possessive_of(int word) const {
  const std::vector<int>& children = at(word).children;
  const auto found =
      std::ranges::find_if(children, [&](int child) { return is_possessive(lexicon_.pronouns, at(child)); });
  return found == children.end() ? kNoWord : *found;
}

/// "his stake": in what its owner was said to have founded, to own or to head.
std::vector<Referent> Referents::own_stake(int word, const Kinds& kinds, int depth) {
  for (const Referent& owner : resolve(possessive_of(word), {}, depth + 1)) {
    const auto tied = tied_.find(owner.entity);
    if (tied != tied_.end() && fits(tied->second, kinds))
      return {Referent{.entity = roster_.root(tied->second), .word = word, .certainty = kSureDescription}};
  }
  return {};
}

}  // namespace whofunds::facts
