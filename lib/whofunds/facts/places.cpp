#include "whofunds/facts/places.hpp"

#include <algorithm>
#include <string>

#include "whofunds/facts/arguments.hpp"

namespace whofunds::facts {

using language::Slot;
using mentions::kNoWord;
using tagging::Dependency;

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
      // "намерен открыть А линию", where a parser hangs A on what governs the infinitive
      if (const int governor = support_ == kNoWord ? kNoWord : tree_.head_of(support_);
          governor != kNoWord && slot.grammatical_case == language::Case::kDative &&
          tree_.at(support_).is(Dependency::kOpenComplement)) {
        tiers.push_back(clause_.in_case(governor, slot.grammatical_case));
        std::erase_if(tiers.back(), [&](int party) { return party < support_ || party > word; });
      }
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
      if (const int helped = helped_verb();
          helped != kNoWord && slot.grammatical_case == language::Case::kDative)
        tiers.push_back(clause_.in_case(helped, slot.grammatical_case));
      return tiers;
    }
    case Slot::Place::kItself:
      // "Сервис «А» — часть платформы «Б»": what has its name beside it is no other thing.
      if (tree_.at(word).is(Dependency::kNominalModifier) ||
          (trigger_.form == Trigger::Form::kThing && tree_.child(word, Dependency::kApposition) != kNoWord))
        return {{word}};
      return {clause_.equated(word), {word}};
    case Slot::Place::kDescribed: {
      const int described = tree_.head_of(word);
      const bool describes = described != kNoWord && described < word && tree_.at(described).is_noun() &&
                             is_oblique(tree_.at(word));
      return {describes ? std::vector{described} : std::vector<int>()};
    }
    case Slot::Place::kPreposition: {
      Tiers tiers{clause_.after_preposition(word, slot)};
      if (trigger_.carrier != kNoWord) {
        std::erase_if(tiers.front(), [&](int party) { return is_of_other_carrier(party); });
      }
      if (trigger_.form == Trigger::Form::kNoun) tiers.push_back(clause_.listed(word));
      // "talks between A and B over a merger"
      if (const int talks = talks_about(); talks != kNoWord)
        tiers.push_back(clause_.after_preposition(talks, slot));
      // "взял у банка кредит на покупку": nothing is bought of the bank
      if (support_ != kNoWord && !is_purpose()) tiers.push_back(clause_.after_preposition(support_, slot));
      if (const int verb = paying_verb(); verb != kNoWord) tiers.push_back(after_noun(verb, slot));
      // "became a shareholder in A", where a parser hangs A on the verb
      const int verb = tree_.head_of(word);
      const bool is_predicate = tree_.at(word).is(Dependency::kOpenComplement) ||
                                lexicon_.listing_words.contains(std::string(tree_.preposition(word)));
      // "у «А» есть дочерние компании: «Б» и «В»"
      const bool is_had = lexicon_.inflected && tree_.at(word).is(Dependency::kSubject);
      if (trigger_.form == Trigger::Form::kTitle && verb != kNoWord && (is_predicate || is_had) &&
          lexicon_.copular_verbs.contains(tree_.at(verb).lemma))
        tiers.push_back(is_had ? clause_.after_preposition(verb, slot) : after_noun(verb, slot));
      if (trigger_.carrier != kNoWord) {
        tiers.push_back(clause_.after_preposition(trigger_.carrier, slot));
        // "led Fjordware's round", "войти в капитал завода"; but "raised $5m in its round" from nobody, and
        // "weighed a takeover of Fjordware" by nobody else
        // "выиграл тендер А": who holds it is not what it is about.
        if (slot.preposition != "from" && slot.preposition != "by" && slot.preposition != "with" &&
            !lexicon_.auction_nouns.contains(tree_.at(trigger_.carrier).lemma))
          tiers.push_back(clause_.possessors(trigger_.carrier));
      }
      return tiers;
    }
  }
  return {};
}

/// "bonds issued by A", "A issued bonds that B took up"
std::vector<int> Places::issuers(int noun) const {
  std::vector<int> found;
  for (const int child : tree_.at(noun).children) {
    if (tree_.at(child).is_verb() && lexicon_.issuing_verbs.contains(tree_.at(child).lemma) &&
        clause_.is_passive(child))
      append_words(found, clause_.subjects(child));
  }
  int object = noun;
  while (tree_.at(object).is(Dependency::kNominalModifier) && tree_.head_of(object) < object)
    object = tree_.head_of(object);
  const int verb = tree_.at(object).is(Dependency::kObject) ? tree_.head_of(object) : kNoWord;
  if (!lexicon_.inflected && verb != kNoWord && verb != trigger_.word &&
      lexicon_.issuing_verbs.contains(tree_.at(verb).lemma))
    append_words(found, clause_.subjects(verb));
  return found;
}

/// "secured a loan from A and a grant from B": B belongs to the grant.
bool Places::is_of_other_carrier(int party) const {
  const int carrier = trigger_.carrier;
  const int first = tree_.at(carrier).is(Dependency::kConjunct) ? tree_.head_of(carrier) : carrier;
  if (first < party && party < carrier) return true;
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
  return frame_.from.has(Slot::Place::kObject) || frame_.to.has(Slot::Place::kObject) ||
         !frame_.object_words.empty() || frame_.needs_amount;
}

Places::Tiers Places::objects_of_verb() const {
  Tiers tiers{clause_.objects(trigger_.word)};
  // "sold itself to A"
  for (const int object : clause_.objects(trigger_.word)) {
    if (lexicon_.reflexive_pronouns.contains(tree_.at(object).lower))
      return {clause_.subjects(trigger_.word)};
  }
  // "took A private", which a parser takes for one phrase
  const auto is_particle = [&](int word) {
    return std::ranges::find(frame_.particles, tree_.at(word).lower) != frame_.particles.end();
  };
  std::erase_if(tiers.front(), is_particle);
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
  const int next = trigger_.word + 1;  // "sold this to B"
  const bool has_pronoun = next < tree_.size() && lexicon_.demonstratives.contains(tree_.at(next).lower);
  if (!lexicon_.inflected && tiers.front().empty() && !frame_.seller.slots.empty() && !has_pronoun) {
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
  if (is_stake && lexicon_.inflected) tiers.push_back(clause_.after_preposition(trigger_.word, in_russian));
  if (is_stake && !is_part_of_other(tiers.front().front()))
    tiers.push_back(
        clause_.after_preposition(trigger_.word, {.place = Slot::Place::kPreposition, .preposition = "in"}));
  return tiers;
}

/// "grew with financing from A", where a parser hangs A on the verb; kNoWord if it is no such noun.
int Places::paying_verb() const {
  const bool is_source = trigger_.form == Trigger::Form::kNoun && is_paid() &&
                         lexicon_.means_prepositions.contains(std::string(tree_.preposition(trigger_.word)));
  return is_source ? clause_.governing_verb(trigger_.word) : kNoWord;
}

bool Places::has_source() const {
  const Slot from{.place = Slot::Place::kPreposition, .preposition = "from"};
  const int owner = tree_.child(trigger_.word, Dependency::kPossessor);
  return trigger_.form == Trigger::Form::kNoun && is_paid() && owner != kNoWord &&
         mentions_.name_at(owner) != kNoWord &&
         std::ranges::any_of(clause_.after_preposition(trigger_.word, from),
                             [&](int word) { return mentions_.name_at(word) != kNoWord; });
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
  if (lexicon_.inflected || !lexicon_.providing_verbs.contains(tree_.at(verb).lemma)) return false;
  return std::ranges::any_of(mentions_.values.money, [&](const mentions::MoneyMention& money) {
    const int word = tree_.top_within(money.place.first, money.place.first, money.place.last);
    return tree_.head_of(word) == verb && tree_.preposition(word) == "with";
  });
}

/// "with the purchase of A", "in partnership with B"
bool Places::is_means() const {
  const std::string preposition(tree_.preposition(trigger_.word));
  if (tree_.at(trigger_.word).note.grammatical_case == language::Case::kAccusative)
    return false;  // "в альянс"
  return (lexicon_.means_prepositions.contains(preposition) && !is_paid()) ||
         (frame_.both && lexicon_.partner_prepositions.contains(preposition));
}

}  // namespace whofunds::facts
