#include <algorithm>
#include <string>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/filling.hpp"

namespace whofunds::facts {

using language::Slot;
using mentions::kNoWord;
using tagging::Dependency;

std::vector<Referent> Filling::auction_winner(const language::Role& role) {
  std::vector<Referent> found;
  const int auction = tree_.head_of(trigger_.word);
  const bool is_sale = trigger_.form == Trigger::Form::kNoun && !frame_.seller.slots.empty() &&
                       auction != kNoWord && lexicon_.auction_nouns.contains(tree_.at(auction).lemma);
  const int outcome = is_sale ? tree_.head_of(auction) : kNoWord;
  if (outcome == kNoWord) return found;
  const bool is_won = lexicon_.winning_verbs.contains(tree_.at(outcome).lemma);
  const bool names_winner = lexicon_.winner_nouns.contains(tree_.at(outcome).lemma);
  const std::vector<int> winners = is_won         ? clause_.subjects(outcome)
                                   : names_winner ? clause_.equated(outcome)
                                                  : std::vector<int>();
  for (const int winner : winners) append(found, referents_.of(winner, role.kinds));
  return found;
}

bool Filling::takes_rest() const {
  if (frame_.relation != model::Relation::kOwns && frame_.relation != model::Relation::kAcquires)
    return false;
  if (in(lexicon_.rest_words, tree_.at(trigger_.word))) return true;
  return trigger_.form == Trigger::Form::kVerb &&
         std::ranges::any_of(tree_.at(trigger_.word).children, [&](int child) {
           const mentions::Word& word = tree_.at(child);
           const bool is_argument = word.is(Dependency::kObject) || word.is_subject();
           return in(lexicon_.rest_words, word) && is_argument;
         });
}

bool Filling::tells_winner() const {
  return lexicon_.winner_nouns.contains(tree_.at(trigger_.word).lemma);
}

bool Filling::is_auction_winner() const {
  return tells_winner() && std::ranges::all_of(clause_.possessors(trigger_.word), [&](int of) {
           return lexicon_.auction_nouns.contains(tree_.at(of).lemma);
         });
}

bool Filling::is_sale() const {
  return lexicon_.inflected && trigger_.form == Trigger::Form::kVerb &&
         frame_.relation == model::Relation::kAcquires && frame_.seller.has(Slot::Place::kSubject);
}

bool Filling::is_at_auction() const {
  return std::ranges::any_of(tree_.at(trigger_.word).children, [&](int child) {
    return lexicon_.auction_nouns.contains(tree_.at(child).lemma) && !tree_.preposition(child).empty();
  });
}

bool Filling::sells_part() const {
  if (frame_.seller.slots.empty() || trigger_.form != Trigger::Form::kVerb) return false;
  const auto is_own_stake = [&](int share) {
    const auto is_own = [&](int child) { return is_possessive(lexicon_.pronouns, tree_.at(child)); };
    return lexicon_.stake_nouns.contains(tree_.at(share).lemma) &&
           std::ranges::any_of(tree_.at(share).children, is_own);
  };
  return std::ranges::any_of(clause_.objects(trigger_.word), [&](int object) {
    return lexicon_.part_nouns.contains(tree_.at(object).lemma) &&
           std::ranges::any_of(tree_.at(object).children, is_own_stake);
  });
}

std::vector<Referent> Filling::bought_out() {
  std::vector<Referent> owners;
  if (lexicon_.inflected || frame_.relation != model::Relation::kAcquires || frame_.particles.empty() ||
      trigger_.form != Trigger::Form::kVerb)
    return owners;
  const bool raises_stake = is_how_stake_rises();
  for (const int party : clause_.objects(trigger_.word)) {
    // "its shareholder A", "its Japanese partner, A"
    const auto is_holder = [&](int noun) {
      return mentions_.name_at(noun) == kNoWord &&
             lexicon_.any_frame_of_title(tree_.at(noun).lemma, [&](const language::Frame& frame) {
               const bool is_alone = std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
                 return title.lemma == tree_.at(noun).lemma && title.modifiers.empty();
               });
               return is_alone && frame.title_is_from &&
                      (frame.relation == model::Relation::kOwns ||
                       frame.relation == model::Relation::kFounded ||
                       frame.relation == model::Relation::kPartnersWith);
             });
    };
    const bool is_named_after = tree_.child(party, Dependency::kApposition) > party;
    const bool has_share = raises_stake || (is_named_after && is_holder(party)) ||
                           std::ranges::any_of(tree_.at(party).children, [&](int child) {
                             const bool describes = tree_.at(child).is(Dependency::kCompound) ||
                                                    tree_.at(child).is(Dependency::kApposition);
                             return describes && is_holder(child);
                           });
    // "bought out the Aster family"
    const bool is_family =
        lexicon_.family_nouns.contains(tree_.at(party).lemma) && mentions_.name_at(party) != kNoWord;
    if (has_share || is_family) append(owners, referents_.of(party, {}));
  }
  return owners;
}

/// "raised its stake in A to 65% by buying out B": of B what it had of A.
bool Filling::is_how_stake_rises() const {
  const int verb = tree_.head_of(trigger_.word);
  if (verb == kNoWord || !tree_.at(trigger_.word).is(Dependency::kAdverbialClause) ||
      !tree_.at(trigger_.word).lower.ends_with("ing") || !tree_.at(verb).is_verb())
    return false;
  const int stake = tree_.child(verb, Dependency::kObject);
  if (stake == kNoWord || stake > trigger_.word || !lexicon_.stake_nouns.contains(tree_.at(stake).lemma))
    return false;
  return std::ranges::any_of(tree_.at(stake).children, [&](int child) {
    return tree_.at(child).is(Dependency::kPossessor) || tree_.preposition(child) == "in";
  });
}

std::vector<Referent> Filling::bought_out_in(const language::Role& role) {
  const Slot in{.place = Slot::Place::kPreposition, .preposition = "in"};
  std::vector<Referent> found;
  std::vector<int> places = clause_.after_preposition(trigger_.word, in);
  for (const int party : clause_.objects(trigger_.word))
    append_words(places, clause_.after_preposition(party, in));
  for (const int word : places) {
    if (mentions_.name_at(word) != kNoWord) append(found, referents_.of(word, role.kinds));
  }
  return found;
}

std::vector<Referent> Filling::bought_of_owners(const language::Role& role) {
  std::vector<Referent> found;
  const int verb = trigger_.form == Trigger::Form::kNoun ? clause_.governing_verb(trigger_.word) : kNoWord;
  if (lexicon_.inflected || verb == kNoWord || frame_.relation != model::Relation::kAcquires ||
      clause_.is_passive(verb))
    return found;
  for (const int subject : clause_.subjects(verb)) {
    const bool are_owners = lexicon_.is_holder(tree_.at(subject).lemma, model::Relation::kOwns);
    if (!are_owners || mentions_.name_at(subject) != kNoWord) continue;
    for (const int owned : clause_.possessors(subject)) append(found, referents_.of(owned, role.kinds));
  }
  return found;
}

std::vector<Referent> Filling::bought_of_own_will(const language::Role& role) {
  std::vector<Referent> found;
  if (trigger_.form != Trigger::Form::kNoun || frame_.relation != model::Relation::kAcquires) return found;
  const bool says_who = std::ranges::any_of(tree_.at(trigger_.word).children, [&](int child) {
    return tree_.preposition(child) == "by" && mentions_.name_at(child) != kNoWord;
  });
  const int verb = clause_.governing_verb(trigger_.word);
  if (!says_who || verb == kNoWord || clause_.is_passive(verb) ||
      tree_.at(trigger_.word).is(Dependency::kSubject) ||
      !(lexicon_.support_verbs.contains(tree_.at(verb).lemma) ||
        lexicon_.status_verbs.contains(tree_.at(verb).lemma)))
    return found;
  for (const int subject : clause_.subjects(verb)) append(found, referents_.of(subject, role.kinds));
  return found;
}

std::vector<Referent> Filling::owners_of_stake() {
  std::vector<Referent> found;
  if (lexicon_.inflected || frame_.relation != model::Relation::kAcquires || frame_.seller.slots.empty() ||
      trigger_.form != Trigger::Form::kVerb)
    return found;
  for (const int object : clause_.objects(trigger_.word)) {
    int owner = tree_.child(object, Dependency::kPossessor);
    for (const int child : tree_.at(object).children) {
      if (owner == kNoWord && tree_.preposition(child) == "of") owner = child;
    }
    const bool is_stake = lexicon_.stake_nouns.contains(tree_.at(object).lemma) &&
                          !lexicon_.asset_nouns.contains(tree_.at(object).lemma);
    if (owner == kNoWord || mentions_.name_at(owner) == kNoWord || !is_stake) continue;
    const bool is_in_other = std::ranges::any_of(tree_.at(object).children, [&](int child) {
      return tree_.preposition(child) == "in" && mentions_.name_at(child) != kNoWord;
    });
    if (!is_in_other) continue;
    for (const int each : clause_.with_conjuncts(owner)) append(found, referents_.of(each, {}));
  }
  return found;
}

std::vector<Referent> Filling::raised_before_colon(const language::Role& role) {
  if (!lexicon_.inflected || trigger_.form != Trigger::Form::kVerb ||
      frame_.relation != model::Relation::kInvestsIn || !frame_.object_words.empty())
    return {};
  int colon = trigger_.word - 1;
  while (colon >= 0 && tree_.at(colon).token.text != ":" && !tree_.at(colon).is_verb()) --colon;
  if (colon < 1 || tree_.at(colon).token.text != ":") return {};
  for (int verb = colon - 1; verb > 0; --verb) {
    if (!tree_.at(verb).is_verb() || !lexicon_.frames_by_verb.contains(tree_.at(verb).lemma)) continue;
    const bool raises = lexicon_.any_frame_of_verb(tree_.at(verb).lemma, [](const language::Frame& frame) {
      return frame.without_from && frame.to.has(Slot::Place::kSubject);
    });
    std::vector<Referent> found;
    if (raises) {
      for (const int subject : clause_.subjects(verb)) append(found, referents_.of(subject, role.kinds));
    }
    return found;
  }
  return {};
}

std::vector<Referent> Filling::spoken_of_before_colon(const language::Role& role,
                                                      const std::vector<Referent>& owners) {
  const bool changes_hands =
      frame_.relation == model::Relation::kAcquires || frame_.relation == model::Relation::kOwns;
  if (!lexicon_.inflected || trigger_.form != Trigger::Form::kVerb || !changes_hands) return {};
  const auto is_bare_share = [&](int word) {
    const bool is_share = lexicon_.stake_nouns.contains(tree_.at(word).lemma) ||
                          lexicon_.percent_words.contains(tree_.at(word).lemma);
    // "100% долей"
    const std::vector<int> whose = clause_.possessors(word);
    return is_share && std::ranges::all_of(whose, [&](int of) {
             return lexicon_.stake_nouns.contains(tree_.at(of).lemma) && clause_.possessors(of).empty();
           });
  };
  const std::vector<int> dealt_with =
      role.has(Slot::Place::kObject) ? clause_.objects(trigger_.word) : clause_.subjects(trigger_.word);
  if (!std::ranges::any_of(dealt_with, is_bare_share)) return {};
  // "больше не возглавляет сеть «А», но сохранил 12% акций": of the only thing that was named before
  if (frame_.relation == model::Relation::kOwns && frame_.needs_stake && !clause_.is_passive(trigger_.word)) {
    std::vector<Referent> only;
    for (const mentions::NameMention& name : mentions_.names) {
      if (name.head > trigger_.word) break;
      std::vector<Referent> found = referents_.of(name.head, role.kinds);
      std::erase_if(found, [&](const Referent& thing) {
        return !referents_.is_thing(thing.entity) || std::ranges::any_of(owners, [&](const Referent& owner) {
          return owner.entity == thing.entity;
        });
      });
      if (name.kind == model::EntityKind::kPlace || found.empty()) continue;
      if (!only.empty() && found.front().entity != only.front().entity) return {};
      only = std::move(found);
    }
    if (only.size() == 1) return only;
  }
  int colon = trigger_.word - 1;
  while (colon >= 0 && tree_.at(colon).token.text != ":" && !tree_.at(colon).is_verb()) --colon;
  if (colon < 1 || tree_.at(colon).token.text != ":") return {};
  for (const mentions::NameMention& name : mentions_.names) {
    if (name.head > colon) break;
    std::vector<Referent> found = referents_.of(name.head, role.kinds);
    const bool owns = std::ranges::any_of(owners, [&](const Referent& owner) {
      return found.size() == 1 && owner.entity == found.front().entity;
    });
    if (found.size() == 1 && !owns && name.kind != model::EntityKind::kPlace &&
        name.kind != model::EntityKind::kPerson)
      return found;
  }
  return {};
}

std::vector<Referent> Filling::seller_of_own_shares() {
  const bool is_sale = trigger_.form == Trigger::Form::kVerb && frame_.seller.has(Slot::Place::kSubject);
  std::vector<Referent> found;
  if (!is_sale || clause_.is_passive(trigger_.word)) return found;
  for (const int subject : clause_.subjects(trigger_.word))
    append(found, referents_.of(subject, {model::EntityKind::kCompany, model::EntityKind::kOrganization}));
  std::erase_if(found, [&](const Referent& seller) {
    return seller.certainty < 1.0 || !referents_.is_thing(seller.entity);
  });
  if (found.size() != 1) found.clear();
  return found;
}

/// "B, its new chief executive", "its new chairman, B"
bool Filling::is_called_head(int name) const {
  const auto heads = [&](int word) {
    return word != name && tree_.at(word).is_noun() &&
           lexicon_.has_title_of(tree_.at(word).lemma, model::Relation::kLeads);
  };
  const bool is_apposed = tree_.at(name).is(Dependency::kApposition) && heads(tree_.head_of(name));
  return is_apposed || std::ranges::any_of(tree_.at(name).children, [&](int child) {
           const mentions::Word& told = tree_.at(child);
           return (told.is(Dependency::kApposition) || told.is(Dependency::kCompound)) && heads(child);
         });
}

}  // namespace whofunds::facts
