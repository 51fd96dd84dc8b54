#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::Reference;
using mentions::kNoWord;
using model::EntityKind;
using tagging::Dependency;

/// "a consortium led by A": those who act for the group.
std::vector<Referent> Referents::heads_of_group(int word, const Kinds& kinds, int depth) {
  std::vector<Referent> found;
  const auto add_heads = [&](int head) {
    for (Referent& referent : resolve(head, kinds, depth + 1)) {
      referent.heads_group = true;
      found.push_back(referent);
    }
  };
  const std::vector<int> describing = describing_group(word);
  for (const int child : describing) {
    if (!at(child).is_verb() || !lexicon_.heading_verbs.contains(at(child).lemma) ||
        !clause_->is_passive(child))
      continue;
    for (const int agent : clause_->subjects(child)) add_heads(agent);
  }
  if (found.empty()) add_heads(head_told_after(word));
  if (found.empty()) found = members_of_group(word, kinds, depth);
  // "a group led by A and including B", wherever a parser hangs B
  for (int i = word + 1; !found.empty() && !lexicon_.inflected && i < sentence_->tree.size(); ++i) {
    if (!lexicon_.listing_words.contains(at(i).lower) || !sentence_->tree.is_under(i, word)) continue;
    for (const int child : at(i).children) {
      if (child < i || !at(child).is_noun()) continue;
      for (const int each : clause_->with_conjuncts(child)) {
        for (const Referent& referent : resolve(each, kinds, depth + 1)) found.push_back(referent);
      }
    }
  }
  return found;
}

/// What describes a group or those that it is of: "a consortium of investors led by A".
std::vector<int> Referents::describing_group(int word) const {
  std::vector<int> describing = at(word).children;
  for (const int child : at(word).children) {
    const std::string_view preposition = sentence_->tree.preposition(child);
    const bool is_of = preposition == "of" || (lexicon_.inflected && preposition.empty() &&
                                               at(child).is(Dependency::kNominalModifier));
    if (is_of && sentence_->name_at(child) == kNoWord)
      describing.insert(describing.end(), at(child).children.begin(), at(child).children.end());
  }
  return describing;
}

/// "консорциум во главе с А": A; kNoWord where nobody is said to head.
int Referents::head_told_after(int word) const {
  constexpr int kLongestGroup = 5;
  const mentions::AnnotatedSentence& tree = sentence_->tree;
  for (int i = word + 1; i + 1 < tree.size() && i <= word + kLongestGroup; ++i) {
    if (at(i).is_verb() || at(i).token.text == ",") return kNoWord;
    if (!lexicon_.heading_nouns.contains(at(i).lemma) || at(i - 1).lower != "во") continue;
    const bool is_with = at(i + 1).lower == "с" || at(i + 1).lower == "со";
    return is_with ? at(i + 1).note.head : kNoWord;
  }
  return kNoWord;
}

/// "a consortium made up of A and B", "that includes A and B", "в который вошли А и Б"
std::vector<Referent> Referents::members_of_group(int word, const Kinds& kinds, int depth) {
  std::vector<Referent> found;
  const auto add = [&](const std::vector<int>& members) {
    for (const int member : members) {
      if (!is_relative(member)) append(found, resolve(member, kinds, depth + 1));
    }
  };
  // A group may be a company of its own.
  const auto descriptor = lexicon_.descriptors.find(at(word).lemma);
  const bool is_company =
      descriptor != lexicon_.descriptors.end() && descriptor->second.kind == model::EntityKind::kCompany;
  const std::vector<int> describing = describing_group(word);
  for (const int child : describing) {
    const bool is_clause =
        at(child).is_verb() && (at(child).is(Dependency::kRelativeClause) ||
                                (lexicon_.inflected && at(child).is(Dependency::kClauseOfNoun)));
    const bool is_denied = std::ranges::any_of(at(child).children, [&](int beside) {
      return lexicon_.inflected && lexicon_.negations.contains(at(beside).lower);
    });
    if (is_company || !is_clause || is_denied || !found.empty()) continue;
    if (lexicon_.listing_verbs.contains(at(child).lemma)) add(clause_->objects(child));
    if (lexicon_.entering_verbs.contains(at(child).lemma)) add(clause_->overt_subjects(child));
  }
  for (const int child : describing) {
    if (!found.empty() || !at(child).is_verb() || !lexicon_.composing_verbs.contains(at(child).lemma))
      continue;
    const language::Slot of{.place = language::Slot::Place::kPreposition,
                            .preposition = lexicon_.inflected ? "из" : "of"};
    std::vector<int> members = clause_->after_preposition(child, of);
    if (members.empty() && !clause_->is_passive(child)) members = clause_->objects(child);
    add(members);
  }
  return found;
}

/// "both companies", "обе компании" (the noun in the genitive singular to see), "the two companies"
bool Referents::are_both(int word) const {
  return std::ranges::any_of(at(word).children, [&](int child) {
    const auto numeral = lexicon_.numerals.find(at(child).lower);
    const bool is_two = numeral != lexicon_.numerals.end() && numeral->second == 2;
    return lexicon_.both_words.contains(at(child).lemma) || lexicon_.both_words.contains(at(child).lower) ||
           (is_two && !lexicon_.inflected && is_definite(word));
  });
}

/// "The two companies", "обе компании": those that were named together last, or, of two, the only two of the
/// sentence before.
std::vector<Referent> Referents::several(int word, const language::Descriptor& descriptor,
                                         const Kinds& kinds) {
  const bool are_two = are_both(word);
  const bool is_known = are_two || (!lexicon_.inflected && is_definite(word)) || points_back(word);
  if (!descriptor.anaphoric || !model::is_organization(descriptor.kind) || !is_known || is_qualified(word))
    return {};
  looks_back_ = true;
  for (int back = 0; back <= 1; ++back) {
    std::map<int, std::vector<int>> lists;  // by the word that the others are coordinated with
    std::vector<int> all;
    for (const Reference& reference : references_) {
      if (reference.sentence != index_ - back || (back == 0 && reference.word >= word) ||
          !fits(reference.entity, kinds) || !fits(reference.entity, {EntityKind::kOrganization}) ||
          roster_.at(reference.entity).kind() == EntityKind::kPlace)
        continue;
      const int entity = roster_.root(reference.entity);
      std::vector<int>& list = lists[reference.list];
      if (std::ranges::find(list, entity) == list.end()) list.push_back(entity);
      if (std::ranges::find(all, entity) == all.end()) all.push_back(entity);
    }
    const std::vector<int>* meant = nullptr;
    for (const auto& [lead, list] : lists) {
      if (are_two ? list.size() == 2 : list.size() > 1) meant = &list;
    }
    if (meant == nullptr && are_two && all.size() == 2) meant = &all;
    if (meant == nullptr) continue;
    std::vector<Referent> found;
    for (const int entity : *meant)
      found.push_back({.entity = entity, .word = word, .certainty = kSureDescription});
    return found;
  }
  return {};
}

}  // namespace whofunds::facts
