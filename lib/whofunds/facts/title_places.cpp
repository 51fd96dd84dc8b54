#include <algorithm>
#include <string>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/places.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

int Places::member_of_group() const {
  const int group = tree_.head_of(trigger_.word);
  const int member = group == kNoWord ? kNoWord : tree_.head_of(group);
  const bool is_group = member != kNoWord && lexicon_.acting_groups.contains(tree_.at(group).lemma) &&
                        tree_.at(trigger_.word).is(Dependency::kNominalModifier) &&
                        tree_.at(group).is(Dependency::kNominalModifier) &&
                        tree_.preposition(trigger_.word).empty() && tree_.preposition(group).empty();
  return is_group && lexicon_.frames_by_title.contains(tree_.at(member).lemma) ? member : kNoWord;
}

int Places::first_of_titles() const {
  if (const int member = member_of_group(); member != kNoWord) return member;
  const int title = trigger_.word;
  const int head = tree_.head_of(title);
  // "the state of Finland and the brand Aster"
  if (!lexicon_.inflected && title + 1 < tree_.size() && tree_.at(title + 1).is_capitalised() &&
      tree_.child(title, Dependency::kApposition) > title && !tree_.at(title).is_capitalised())
    return title;
  // "Aster Ventures and investor Ann Lee": a name is no title.
  return tree_.at(title).is(Dependency::kConjunct) && head != kNoWord && mentions_.name_at(head) == kNoWord &&
                 lexicon_.frames_by_title.contains(tree_.at(head).lemma)
             ? head
             : title;
}

int Places::joined_title() const {
  constexpr int kFarthest = 3;
  const auto is_title = [&](int word) {
    return mentions_.name_at(word) == kNoWord && lexicon_.frames_by_title.contains(tree_.at(word).lemma);
  };
  const auto is_between = [&](int word) {
    return tree_.at(word).note.part_of_speech == language::PartOfSpeech::kAdjective ||
           tree_.at(word).note.part_of_speech == language::PartOfSpeech::kParticiple ||
           tree_.at(word).is(Dependency::kCompound);
  };
  const auto joins = [&](int word) { return tree_.at(word).lower == "и" || tree_.at(word).lower == "and"; };
  const int title = trigger_.word;
  if (title + 2 < tree_.size() && joins(title + 1)) {
    for (int i = title + 2; i < tree_.size() && i <= title + 1 + kFarthest; ++i) {
      if (is_title(i)) return i;
      if (!is_between(i)) break;
    }
  }
  for (int i = title - 1; i > 0 && i >= title - kFarthest; --i) {
    if (joins(i)) return is_title(i - 1) ? i - 1 : kNoWord;
    if (!is_between(i)) break;
  }
  return kNoWord;
}

/// Whose a title is: what "of" hangs on, it is of all titles that stand together.
Places::Tiers Places::possessors_of_title() const {
  const int first = first_of_titles();
  Tiers tiers{clause_.possessors(trigger_.word), clause_.possessors(first)};
  for (const int other : clause_.with_conjuncts(first)) {
    if (lexicon_.frames_by_title.contains(tree_.at(other).lemma)) tiers.push_back(clause_.possessors(other));
  }
  if (const int joined = joined_title(); joined != kNoWord) tiers.push_back(clause_.possessors(joined));
  // "A and its subsidiary B": in English whose it is hangs on the name after the title.
  const int named = tree_.head_of(first);
  if (!lexicon_.inflected && named != kNoWord && tree_.at(first).is(Dependency::kCompound) &&
      mentions_.name_at(named) != kNoWord) {
    std::vector<int> owners = clause_.possessors(named);
    std::erase_if(owners,
                  [&](int owner) { return owner >= first || tree_.at(owner).is(Dependency::kCompound); });
    tiers.push_back(std::move(owners));
  }
  // "A has three subsidiaries: B, C and D"
  const int verb = tree_.head_of(first);
  const bool is_got = verb != kNoWord && !lexicon_.inflected && frame_.relation == model::Relation::kLeads &&
                      lexicon_.counting_verbs.contains(tree_.at(verb).lemma);
  const bool is_had = verb != kNoWord && tree_.at(first).is(Dependency::kObject) &&
                      (is_got || lexicon_.having_verbs.contains(tree_.at(verb).lemma)) &&
                      // "нашёл покупателя": for what it has
                      !(lexicon_.inflected && trigger_.frame->relation == model::Relation::kAcquires);
  if (is_had) tiers.push_back(clause_.subjects(verb));
  // "Under chief executive A, B has closed three plants"
  const int governed = tree_.preposition(first) == "under"                     ? first
                       : verb != kNoWord && tree_.preposition(verb) == "under" ? verb
                                                                               : kNoWord;
  const int acting = governed == kNoWord ? kNoWord : tree_.head_of(governed);
  if (acting != kNoWord && tree_.at(acting).is_verb() && frame_.title_is_from)
    tiers.push_back(clause_.subjects(acting));
  // "У «А» появился инвестор — Б", "У «А» три совладельца: Б, В и Г"
  const bool is_with =
      lexicon_.inflected && frame_.title_is_from &&
      (verb == kNoWord || (tree_.at(first).is(Dependency::kSubject) && tree_.at(verb).is_verb() &&
                           tree_.child(verb, Dependency::kObject) == kNoWord));
  const language::Slot with{.place = language::Slot::Place::kPreposition,
                            .grammatical_case = language::Case::kGenitive,
                            .preposition = "у"};
  if (lexicon_.inflected && verb != kNoWord && verb < first && tree_.preposition(verb) == "у" &&
      frame_.title_is_from)
    tiers.push_back({verb});
  if (is_with) {
    const int told = verb == kNoWord ? first : verb;
    tiers.push_back(clause_.after_preposition(told, with));
    // "В «А» появился инвестор — Б"
    for (const language::Slot& slot : frame_.to.slots) {
      const bool tells_where = verb != kNoWord && slot.place == language::Slot::Place::kPreposition &&
                               slot.grammatical_case == language::Case::kPrepositional;
      if (!tells_where) continue;
      for (const int owner : clause_.after_preposition(told, slot)) {
        const int name = mentions_.name_at(owner);
        const bool is_town = name != kNoWord && mentions_.names[static_cast<std::size_t>(name)].kind ==
                                                    model::EntityKind::kPlace;
        if (!is_town) tiers.back().push_back(owner);
      }
    }
    std::erase_if(tiers.back(), [&](int owner) { return owner > first; });
  }
  // "A named B chief executive", "A hired B as chairman"
  const bool appoints =
      verb != kNoWord && tree_.at(verb).is_verb() && frame_.relation == model::Relation::kLeads &&
      lexicon_.copular_verbs.contains(tree_.at(verb).lemma) && !clause_.is_passive(verb) &&
      !tree_.at(first).is(Dependency::kSubject) && tree_.child(verb, Dependency::kObject) != kNoWord;
  if (appoints) tiers.push_back(clause_.subjects(verb));
  // "counts A as an investor", "fired A as chief executive", "joined B as chairman"
  if (verb != kNoWord && lexicon_.capacity_prepositions.contains(std::string(tree_.preposition(first))) &&
      tree_.child(verb, Dependency::kObject) != kNoWord && !clause_.is_passive(verb)) {
    const auto status = lexicon_.status_verbs.find(tree_.at(verb).lemma);
    const bool ends = status != lexicon_.status_verbs.end() && status->second == model::Status::kEnded &&
                      tree_.at(tree_.child(verb, Dependency::kObject)).is_capitalised();
    if (lexicon_.counting_verbs.contains(tree_.at(verb).lemma) || ends)
      tiers.push_back(clause_.subjects(verb));
    // "joined B as a director" is one of several.
    const bool is_only_one = tree_.child(first, Dependency::kDeterminer) == kNoWord;
    if (is_only_one && lexicon_.joining_verbs.contains(tree_.at(verb).lemma) &&
        frame_.relation == model::Relation::kLeads)
      tiers.push_back(clause_.objects(verb));
  }
  // "A sells its shows to partners such as B"
  const int governing = sums_up_names(first) && frame_.relation != model::Relation::kOwns
                            ? clause_.governing_verb(first)
                            : kNoWord;
  if (governing != kNoWord && !clause_.is_passive(governing) && !tree_.at(first).is(Dependency::kSubject))
    tiers.push_back(clause_.subjects(governing));
  for (std::vector<int>& tier : tiers) std::erase_if(tier, [&](int owner) { return tells_where(owner); });
  return tiers;
}

bool Places::tells_where(int owner) const {
  const int name = mentions_.name_at(owner);
  const bool may_be_town =
      model::is_funding(frame_.relation) || frame_.relation == model::Relation::kDevelops;
  return !lexicon_.inflected && may_be_town && name != kNoWord && tree_.at(owner).is(Dependency::kCompound) &&
         (frame_.relation == model::Relation::kLendsTo ||  // a town that no model knows
          mentions_.names[static_cast<std::size_t>(name)].kind == model::EntityKind::kPlace);
}

/// "partners such as B"
bool Places::sums_up_names(int noun) const {
  const std::vector<int>& children = tree_.at(noun).children;
  return std::any_of(children.begin(), children.end(), [&](int child) {
    const std::vector<int>& below = tree_.at(child).children;
    return std::any_of(below.begin(), below.end(), [&](int word) {
      return tree_.at(word).is(Dependency::kCase) && lexicon_.listing_words.contains(tree_.at(word).lower);
    });
  });
}

}  // namespace whofunds::facts
