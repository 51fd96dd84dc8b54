#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::Reference;
using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using tagging::Dependency;

namespace {

constexpr double kSureOfPair = 0.85;

}  // namespace

void Referents::remember_told(const language::Frame& frame, const std::vector<Referent>& from,
                              const std::vector<Referent>& to) {
  if (from.empty() || to.empty()) return;
  if (frame.relation == model::Relation::kDevelops && to.size() == 1) remember_built(to.front().entity);
  if (frame.relation == model::Relation::kLeads && to.size() == 1 && !frame.known) {
    for (const Referent& head : from) remember_post(head.entity, to.front().entity);
  }
  if (frame.relation == model::Relation::kOwns && frame.status == model::Status::kEnded && to.size() == 1) {
    for (const Referent& owner : from) remember_seller(owner.entity, to.front().entity);
  }
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
