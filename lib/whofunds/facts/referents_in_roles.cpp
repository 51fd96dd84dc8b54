#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::Reference;
using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using tagging::Dependency;

namespace {

constexpr double kSureRole = 0.85;
constexpr double kSureOfPair = 0.85;

std::vector<int> entities_of(const std::vector<Referent>& parties) {
  std::vector<int> found;
  found.reserve(parties.size());
  for (const Referent& party : parties) found.push_back(party.entity);
  return found;
}

}  // namespace

void Referents::remember_sellers(const std::vector<Referent>& sellers, const std::vector<Referent>& sold) {
  if (!sellers.empty()) sale_ = {.from = entities_of(sellers), .to = entities_of(sold), .sentence = index_};
}

void Referents::remember_roles(const language::Frame& frame, const std::vector<Referent>& from,
                               const std::vector<Referent>& to) {
  if (from.empty() || to.empty()) return;
  if (frame.relation == model::Relation::kDevelops && to.size() == 1) remember_built(to.front().entity);
  if (frame.relation == model::Relation::kLeads && to.size() == 1) {
    for (const Referent& head : from) remember_post(head.entity, to.front().entity);
  }
  if (frame.relation == model::Relation::kOwns && frame.status == model::Status::kEnded && to.size() == 1) {
    for (const Referent& owner : from) remember_seller(owner.entity, to.front().entity);
  }
  Roles& roles = roles_[frame.relation];
  roles = {.from = entities_of(from), .to = entities_of(to), .sentence = index_};
}

/// "А вложил в Б 5 млн. Инвестор получил …", "тот же кредитор": a title that stands alone calls whoever it
/// was just told of.
std::vector<Referent> Referents::called_by_role(int word, const Kinds& kinds) {
  const Word& here = at(word);
  const auto frames = lexicon_.frames_by_title.find(here.lemma);
  if (!lexicon_.inflected || !here.is_noun() || frames == lexicon_.frames_by_title.end() ||
      lexicon_.descriptors.contains(here.lemma) || here.is(Dependency::kOpenComplement) ||
      here.note.number == language::Number::kPlural)
    return {};
  const bool is_bare = std::ranges::all_of(here.children, [&](int child) {
    const Word& below = at(child);
    const bool is_same = below.is(Dependency::kDeterminer) && lexicon_.demonstratives.contains(below.lemma);
    return is_same || below.is(Dependency::kCase) || below.is(Dependency::kPunctuation) ||
           below.is(Dependency::kAdverbModifier) || below.is(Dependency::kCoordination) ||
           below.is(Dependency::kConjunct);
  });
  // "инвестором выступил А": it is said who
  const int verb = here.note.head;
  const bool is_predicate = verb == kNoWord || lexicon_.copular_verbs.contains(at(verb).lemma) ||
                            sentence_->tree.child(word, Dependency::kSubject) != kNoWord;
  if (!is_bare || is_predicate) return {};
  for (const std::size_t index : frames->second) {
    const language::Frame& frame = lexicon_.frames[index];
    const bool is_called_so = std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
      return title.lemma == here.lemma && title.modifiers.empty();
    });
    const bool is_payment = model::moves_money(frame.relation);
    const bool has_sold = frame.relation == model::Relation::kOwns && frame.status == model::Status::kEnded;
    const bool is_founder = frame.relation == model::Relation::kFounded && frame.title_is_from;
    if (!is_called_so || !(is_payment || has_sold || is_founder)) continue;
    const auto told = roles_.find(frame.relation);
    if (!has_sold && told == roles_.end()) continue;
    const Roles& roles = has_sold ? sale_ : told->second;
    const std::vector<int>& meant = frame.title_is_from ? roles.from : roles.to;
    if (meant.size() != 1 || index_ - roles.sentence > kFarthest || !fits(meant.front(), kinds)) continue;
    looks_back_ = looks_back_ || roles.sentence < index_;
    return {Referent{.entity = roster_.root(meant.front()), .word = word, .certainty = kSureRole}};
  }
  return {};
}

/// "первому принадлежит 60%", "у второй": it counts nothing that stands after it.
bool Referents::is_one_of_two(int word) const {
  if (!in(lexicon_.first_words, at(word)) && !in(lexicon_.second_words, at(word))) return false;
  const Word& next = at(word + 1);
  return !next.is_noun() && next.note.part_of_speech != language::PartOfSpeech::kAdjective &&
         next.lower != "«" && sentence_->name_at(word) == kNoWord;
}

/// Of two that were named together last: those of one list, or else the only two of a sentence.
std::vector<Referent> Referents::one_of_pair(int word, const Kinds& kinds) {
  looks_back_ = true;
  for (int back = 0; back <= 1; ++back) {
    std::map<int, std::vector<int>> lists;
    std::vector<int> all;
    for (const Reference& reference : references_) {
      if (reference.sentence != index_ - back || (back == 0 && reference.word >= word) ||
          roster_.at(reference.entity).kind() == EntityKind::kPlace)
        continue;
      const int entity = roster_.root(reference.entity);
      for (std::vector<int>* list : {&lists[reference.list], &all}) {
        if (std::ranges::find(*list, entity) == list->end()) list->push_back(entity);
      }
    }
    const std::vector<int>* pair = all.size() == 2 ? &all : nullptr;
    for (const auto& [lead, list] : lists) {
      if (list.size() == 2) pair = &list;
    }
    if (pair == nullptr) continue;
    pair_ = *pair;
    const int meant = in(lexicon_.first_words, at(word)) ? pair->front() : pair->back();
    if (!fits(meant, kinds)) return {};
    return {Referent{.entity = meant, .word = word, .certainty = kSureOfPair}};
  }
  return {};
}

}  // namespace whofunds::facts
