#include "whofunds/facts/places.hpp"

#include <algorithm>
#include <string>

#include "whofunds/facts/arguments.hpp"

namespace whofunds::facts {

using language::Slot;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

int Places::first_of_titles() const {
  const int title = trigger_.word;
  const int head = tree_.head_of(title);
  return tree_.at(title).is(Dependency::kConjunct) && head != kNoWord &&
                 lexicon_.frames_by_title.contains(tree_.at(head).lemma)
             ? head
             : title;
}

int Places::joined_title() const {
  constexpr int kFarthest = 3;
  const auto is_title = [&](int word) { return lexicon_.frames_by_title.contains(tree_.at(word).lemma); };
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

bool Places::tells_what(int verb) const {
  return std::ranges::any_of(frame_.to.slots, [&](const Slot& slot) {
    if (slot.place == Slot::Place::kObject) return !clause_.objects(verb).empty();
    if (slot.place != Slot::Place::kPreposition) return false;
    const std::vector<int> words = clause_.after_preposition(verb, slot);
    return std::ranges::any_of(words, [&](int word) {  // but "invested in 2019"
      return tree_.at(word).token.kind == text::TokenKind::kWord &&
             !lexicon_.months.contains(tree_.at(word).lower);
    });
  });
}

Places::Tiers Places::of(const Slot& slot) const {
  const int word = trigger_.word;
  const bool is_verb = trigger_.form == Trigger::Form::kVerb;
  switch (slot.place) {
    case Slot::Place::kSubject:
      return is_verb ? subjects_of_verb() : subjects_of_noun();
    case Slot::Place::kObject:
      return is_verb ? objects_of_verb() : objects_of_noun();
    case Slot::Place::kPossessor:
      if (trigger_.form == Trigger::Form::kTitle) return possessors_of_title();
      if (trigger_.carrier != kNoWord)
        return {clause_.possessors(trigger_.carrier), issuers(trigger_.carrier)};
      return {clause_.possessors(word)};
    case Slot::Place::kCase: {
      Tiers tiers{clause_.in_case(word, slot.grammatical_case)};
      if (support_ != kNoWord) tiers.push_back(clause_.in_case(support_, slot.grammatical_case));
      // "provided A with a loan"
      const int verb =
          slot.grammatical_case == language::Case::kNone && !is_verb ? clause_.governing_verb(word) : kNoWord;
      if (verb != kNoWord && is_provided() && lexicon_.providing_verbs.contains(tree_.at(verb).lemma))
        tiers.push_back(clause_.objects(verb));
      // "provided A with $5m"
      if (is_verb && slot.grammatical_case == language::Case::kNone && gives_sum_with(word))
        tiers.push_back(clause_.objects(word));
      // "выделение музею гранта"
      const int head = tree_.head_of(word);
      if (!is_verb && head != kNoWord && tree_.at(head).is_noun())
        tiers.push_back(clause_.in_case(head, slot.grammatical_case));
      return tiers;
    }
    case Slot::Place::kPreposition: {
      Tiers tiers{clause_.after_preposition(word, slot)};
      if (trigger_.carrier != kNoWord) {
        std::erase_if(tiers.front(), [&](int party) { return is_of_other_carrier(party); });
      }
      if (trigger_.form == Trigger::Form::kNoun) tiers.push_back(clause_.listed(word));
      if (support_ != kNoWord) tiers.push_back(clause_.after_preposition(support_, slot));
      if (const int verb = paying_verb(); verb != kNoWord) tiers.push_back(after_noun(verb, slot));
      // "became a shareholder in A", where a parser hangs A on the verb
      const int verb = tree_.head_of(word);
      const bool is_predicate = tree_.at(word).is(Dependency::kOpenComplement) ||
                                lexicon_.listing_words.contains(std::string(tree_.preposition(word)));
      if (trigger_.form == Trigger::Form::kTitle && verb != kNoWord && is_predicate &&
          lexicon_.copular_verbs.contains(tree_.at(verb).lemma))
        tiers.push_back(after_noun(verb, slot));
      if (trigger_.carrier != kNoWord) {
        tiers.push_back(clause_.after_preposition(trigger_.carrier, slot));
        // "led Fjordware's round", "войти в капитал завода"; but "raised $5m in its round" from nobody
        if (slot.preposition != "from") tiers.push_back(clause_.possessors(trigger_.carrier));
      }
      return tiers;
    }
  }
  return {};
}

/// "bonds issued by A"
std::vector<int> Places::issuers(int noun) const {
  std::vector<int> found;
  for (const int child : tree_.at(noun).children) {
    if (tree_.at(child).is_verb() && lexicon_.issuing_verbs.contains(tree_.at(child).lemma) &&
        clause_.is_passive(child))
      append_words(found, clause_.subjects(child));
  }
  return found;
}

/// "secured a loan from A and a grant from B": B belongs to the grant.
bool Places::is_of_other_carrier(int party) const {
  const int carrier = trigger_.carrier;
  const int first = tree_.at(carrier).is(Dependency::kConjunct) ? tree_.head_of(carrier) : carrier;
  int nearest = kNoWord;  // the last of the event nouns before the party
  const auto look_at = [&](int noun) {
    const bool is_event = noun == carrier || lexicon_.frames_by_noun.contains(tree_.at(noun).lemma);
    if (is_event && tree_.at(noun).is_noun() && noun < party && noun > nearest) nearest = noun;
  };
  look_at(first);
  for (const int child : tree_.at(first).children) {
    if (tree_.at(child).is(Dependency::kConjunct)) look_at(child);
  }
  return nearest != kNoWord && nearest != carrier;
}

/// Where no role of the frame is an object there is no passive: "A partnered with B", read as "A, partnered
/// with B", says the same.
Places::Tiers Places::subjects_of_verb() const {
  Tiers tiers{clause_.subjects(trigger_.word)};
  if (!takes_object() && clause_.is_passive(trigger_.word)) tiers.push_back(clause_.objects(trigger_.word));
  return tiers;
}

bool Places::takes_object() const {
  const auto is_object = [](const Slot& slot) { return slot.place == Slot::Place::kObject; };
  const auto asks = [&](const language::Role& role) {
    return std::any_of(role.slots.begin(), role.slots.end(), is_object);
  };
  return asks(frame_.from) || asks(frame_.to) || !frame_.object_words.empty() || frame_.needs_amount;
}

Places::Tiers Places::objects_of_verb() const {
  Tiers tiers{clause_.objects(trigger_.word)};
  // "took A private", which a parser takes for one phrase
  for (const int child : tree_.at(trigger_.word).children) {
    if (!tiers.front().empty() || std::find(frame_.particles.begin(), frame_.particles.end(),
                                            tree_.at(child).lower) == frame_.particles.end())
      continue;
    for (const int below : tree_.at(child).children) {
      if (below < child && tree_.at(below).is_capitalised() && tree_.at(below).is_noun())
        tiers.push_back({below});
    }
  }
  // The headline "A sold to B"
  if (lexicon_.lang == "en" && tiers.front().empty() && !frame_.seller.slots.empty()) {
    const Slot to{.place = Slot::Place::kPreposition, .preposition = "to"};
    if (!clause_.after_preposition(trigger_.word, to).empty())
      tiers.push_back(clause_.subjects(trigger_.word));
  }
  if (trigger_.carrier != kNoWord && frame_.from_context)
    tiers.push_back(clause_.possessors(trigger_.carrier));
  // "increased her stake in A", where a parser hangs A on the verb
  const bool is_stake =
      !tiers.front().empty() && lexicon_.stake_nouns.contains(tree_.at(tiers.front().front()).lemma);
  // "получил 15% в уставном капитале завода", likewise
  const Slot in_russian{.place = Slot::Place::kPreposition,
                        .grammatical_case = language::Case::kPrepositional,
                        .preposition = "в"};
  if (is_stake && lexicon_.lang == "ru")
    tiers.push_back(clause_.after_preposition(trigger_.word, in_russian));
  if (is_stake && !is_part_of_other(tiers.front().front()))
    tiers.push_back(
        clause_.after_preposition(trigger_.word, {.place = Slot::Place::kPreposition, .preposition = "in"}));
  return tiers;
}

/// "half of its meetings in A", but "half of the shares in A"
bool Places::is_part_of_other(int share) const {
  return std::ranges::any_of(tree_.at(share).children, [&](int child) {
    return tree_.preposition(child) == "of" && !lexicon_.stake_nouns.contains(tree_.at(child).lemma);
  });
}

/// To whom what an event noun names is done: "A's acquisition of B", "its acquisition by C".
Places::Tiers Places::objects_of_noun() const {
  const std::vector<int> all = clause_.possessors(trigger_.word);
  std::vector<int> after_of;
  for (const int word : all) {
    if (tree_.preposition(word) == "of") append_words(after_of, clause_.with_conjuncts(word));
  }
  return {clause_.listed(trigger_.word), after_of.empty() ? all : after_of};
}

/// Who does what an event noun names: "покупка Ладогой", "investment by A", "A's acquisition of B"; or the
/// subject of the verb that carries it. A genitive is whoever does it only where the frame has no object:
/// "инвестиции «Листвы»", "покупка завода".
Places::Tiers Places::subjects_of_noun() const {
  const int noun = trigger_.word;
  const bool has_object = std::any_of(frame_.to.slots.begin(), frame_.to.slots.end(),
                                      [](const Slot& slot) { return slot.place == Slot::Place::kObject; });
  std::vector<int> owners;
  for (const int owner : clause_.possessors(noun)) {
    const Word& word = tree_.at(owner);
    if (!has_object || word.is(Dependency::kPossessor) || lexicon_.pronouns.contains(word.lower))
      owners.push_back(owner);
  }
  // "A's best acquisition was the purchase of B"
  for (const int subject : clause_.equated(noun)) {
    if (!lexicon_.frames_by_noun.contains(tree_.at(subject).lemma)) continue;
    for (const int owner : clause_.possessors(subject)) {
      if (tree_.at(owner).is(Dependency::kPossessor)) owners.push_back(owner);
    }
  }
  std::vector<int> agents;
  for (const int child : tree_.at(noun).children) {
    if (tree_.at(child).is(Dependency::kAgent) || tree_.preposition(child) == "by")
      append_words(agents, clause_.with_conjuncts(child));
  }
  // "investments made by A"
  for (const int child : tree_.at(noun).children) {
    const Word& word = tree_.at(child);
    if (word.is_verb() && lexicon_.support_verbs.contains(word.lemma) && clause_.is_passive(child))
      append_words(agents, clause_.subjects(child));
  }
  if (!agents.empty()) return {agents};
  Tiers tiers{clause_.in_case(noun, language::Case::kInstrumental), agents_after(noun), owners};
  // "покупка обошлась группе в 5 млн"
  const int costing = tree_.at(noun).is(Dependency::kSubject) ? tree_.head_of(noun) : kNoWord;
  if (costing != kNoWord && lexicon_.costing_verbs.contains(tree_.at(costing).lemma))
    tiers.push_back(clause_.in_case(costing, language::Case::kDative));
  // "announced its acquisition by A", where a parser hangs A on the verb
  const bool is_active = support_ != kNoWord && !clause_.is_passive(support_);
  if (is_active && has_object)
    tiers.push_back(
        clause_.after_preposition(support_, {.place = Slot::Place::kPreposition, .preposition = "by"}));
  // "A, with a stake in B", "A, in partnership with B"
  const int head = tree_.head_of(noun);
  if (head != kNoWord && is_means() && mentions_.name_at(head) != kNoWord) tiers.push_back({head});
  if (support_ != kNoWord) tiers.push_back(clause_.subjects(support_));
  return tiers;
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
  if (lexicon_.lang == "en" && named != kNoWord && tree_.at(first).is(Dependency::kCompound) &&
      mentions_.name_at(named) != kNoWord) {
    std::vector<int> owners = clause_.possessors(named);
    std::erase_if(owners,
                  [&](int owner) { return owner >= first || tree_.at(owner).is(Dependency::kCompound); });
    tiers.push_back(std::move(owners));
  }
  // "A has three subsidiaries: B, C and D"
  const int verb = tree_.head_of(first);
  const bool is_had = verb != kNoWord && tree_.at(first).is(Dependency::kObject) &&
                      lexicon_.having_verbs.contains(tree_.at(verb).lemma);
  if (is_had) tiers.push_back(clause_.subjects(verb));
  // "A named B chief executive", "A hired B as chairman"
  const bool appoints =
      verb != kNoWord && tree_.at(verb).is_verb() && frame_.relation == model::Relation::kLeads &&
      lexicon_.copular_verbs.contains(tree_.at(verb).lemma) && !clause_.is_passive(verb) &&
      !tree_.at(first).is(Dependency::kSubject) && tree_.child(verb, Dependency::kObject) != kNoWord;
  if (appoints) tiers.push_back(clause_.subjects(verb));
  // "counts A as an investor"
  if (verb != kNoWord && lexicon_.counting_verbs.contains(tree_.at(verb).lemma) &&
      lexicon_.capacity_prepositions.contains(std::string(tree_.preposition(first))) &&
      tree_.child(verb, Dependency::kObject) != kNoWord)
    tiers.push_back(clause_.subjects(verb));
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
  return lexicon_.lang == "en" && model::is_funding(frame_.relation) && name != kNoWord &&
         tree_.at(owner).is(Dependency::kCompound) &&
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

/// The verb that carries an event noun: "сделает инвестиции", "approved a loan", "отказался от покупки"; or
/// whose subject does what the noun names: "expanded with the purchase of A".
int Places::support_verb() const {
  if (tree_.at(trigger_.word).is(Dependency::kSubject)) return kNoWord;
  const int verb = clause_.governing_verb(trigger_.word);
  if (verb == kNoWord || is_means()) return verb;
  const std::string& lemma = tree_.at(verb).lemma;
  return lexicon_.support_verbs.contains(lemma) || lexicon_.status_verbs.contains(lemma) ? verb : kNoWord;
}

/// "после его покупки структурами А": who does it right after the noun, where a parser hangs it on the verb.
std::vector<int> Places::agents_after(int noun) const {
  const int verb = tree_.head_of(noun);
  if (lexicon_.lang != "ru" || verb == kNoWord || !is_oblique(tree_.at(noun)) || noun + 1 >= tree_.size())
    return {};
  const Word& next = tree_.at(noun + 1);
  const bool is_agent = next.note.head == verb && is_oblique(next) && tree_.preposition(noun + 1).empty() &&
                        next.note.grammatical_case == language::Case::kInstrumental;
  return is_agent ? clause_.with_conjuncts(noun + 1) : std::vector<int>();
}

/// "grew with financing from A", where a parser hangs A on the verb; kNoWord if it is no such noun.
int Places::paying_verb() const {
  const bool is_source = trigger_.form == Trigger::Form::kNoun && is_paid() &&
                         lexicon_.means_prepositions.contains(std::string(tree_.preposition(trigger_.word)));
  return is_source ? clause_.governing_verb(trigger_.word) : kNoWord;
}

std::vector<int> Places::after_noun(int verb, const Slot& slot) const {
  std::vector<int> words = clause_.after_preposition(verb, slot);
  std::erase_if(words, [&](int word) { return word < trigger_.word; });
  return words;
}

bool Places::is_paid() const {
  return std::any_of(frame_.from.slots.begin(), frame_.from.slots.end(),
                     [](const Slot& slot) { return slot.preposition == "from"; });
}

/// "provided A with a loan"
bool Places::is_provided() const {
  return lexicon_.means_prepositions.contains(std::string(tree_.preposition(trigger_.word)));
}

/// "provided A with $5m"
bool Places::gives_sum_with(int verb) const {
  if (lexicon_.lang != "en" || !lexicon_.providing_verbs.contains(tree_.at(verb).lemma)) return false;
  return std::ranges::any_of(mentions_.values.money, [&](const mentions::MoneyMention& money) {
    const int word = tree_.top_within(money.place.first, money.place.first, money.place.last);
    return tree_.head_of(word) == verb && tree_.preposition(word) == "with";
  });
}

/// "with the purchase of A", "in partnership with B"
bool Places::is_means() const {
  const std::string preposition(tree_.preposition(trigger_.word));
  return (lexicon_.means_prepositions.contains(preposition) && !is_paid()) ||
         (frame_.both && lexicon_.partner_prepositions.contains(preposition));
}

}  // namespace whofunds::facts
