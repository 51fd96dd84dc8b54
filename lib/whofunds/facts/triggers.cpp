#include "whofunds/facts/triggers.hpp"

#include <algorithm>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/trigger_search.hpp"

namespace whofunds::facts {

using language::Frame;
using mentions::kNoWord;
using tagging::Dependency;

void TriggerSearch::run() {
  for (int word = 0; word < tree_.size(); ++word) {
    const bool may_call = tree_.at(word).token.kind == text::TokenKind::kWord ||
                          lexicon_.percent_words.contains(tree_.at(word).lemma);
    if (sentence_.name_at(word) != kNoWord) find_owned_name(word);
    if (!may_call || sentence_.name_at(word) != kNoWord) continue;
    // "spin-off" is no verb.
    const bool is_half = !lexicon_.inflected && word + 1 < tree_.size() &&
                         tree_.at(word + 1).token.text == "-" && !tree_.at(word + 1).token.space_before;
    if (tree_.at(word).is_verb() && !is_half)
      find_verbal(word);
    else
      find_nominal(word);
  }
}

void TriggerSearch::find_owned_name(int word) {
  const mentions::NameMention& name = sentence_.names[static_cast<std::size_t>(sentence_.name_at(word))];
  const bool may_be_firm = name.kind == model::EntityKind::kCompany ||
                           (name.kind == model::EntityKind::kOrganization && !name.kind_told);
  if (!lexicon_.inflected || word != name.head || !may_be_firm) return;
  const int next = name.last + (name.quoted ? 1 : 0);
  // "болельщик «А» Иван Белов" is his name.
  const int before = name.first - (name.quoted ? 2 : 1);
  const bool has_form = before >= 0 && lexicon_.legal_forms.contains(tree_.at(before).lower);
  // "Директора завода «А» Ивана Белова сменила Б": he is the head.
  if (before > 0 && lexicon_.frames_by_title.contains(tree_.at(before - 1).lemma) &&
      !lexicon_.descriptors.contains(tree_.at(before - 1).lemma) &&
      tree_.at(before - 1).note.grammatical_case != language::Case::kNominative)
    return;
  if (before >= 0 && tree_.at(before).is_noun() && !has_form) {
    const auto descriptor = lexicon_.descriptors.find(tree_.at(before).lemma);
    if (descriptor == lexicon_.descriptors.end() || descriptor->second.kind != model::EntityKind::kCompany)
      return;
  }
  const bool is_owned = std::ranges::any_of(tree_.at(word).children, [&](int child) {
    const int owner = sentence_.name_at(child);
    // "рассказал каналу «А» Бойко" shows no case.
    const bool shows_case = owner != kNoWord && sentence_.names[static_cast<std::size_t>(owner)].text !=
                                                    sentence_.names[static_cast<std::size_t>(owner)].name;
    return shows_case && tree_.at(child).is(Dependency::kNominalModifier) &&
           tree_.at(child).note.grammatical_case == language::Case::kGenitive &&
           tree_.preposition(child).empty() &&
           sentence_.names[static_cast<std::size_t>(owner)].first == next &&
           sentence_.names[static_cast<std::size_t>(owner)].kind == model::EntityKind::kPerson;
  });
  if (!is_owned) return;
  for (const Frame& frame : lexicon_.frames) {
    const bool is_of_people = frame.relation == model::Relation::kOwns && !frame.title_is_from &&
                              frame.to.told && frame.from.kinds == std::vector{model::EntityKind::kPerson};
    if (!is_of_people) continue;
    triggers_.push_back({.frame = &frame, .word = word, .form = Trigger::Form::kTitle});
    return;
  }
}

void TriggerSearch::find_verbal(int word) {
  if (tells_size_of_stake(word)) return;
  std::vector<Trigger> particular;
  std::vector<Trigger> general;
  for (const std::string& lemma : verb_lemmas(word)) {
    const auto found = lexicon_.frames_by_verb.find(lemma);
    if (found == lexicon_.frames_by_verb.end()) continue;
    for (const std::size_t index : found->second) {
      const Frame& frame = lexicon_.frames[index];
      if (!has_trigger(frame.verbs, lemma, word)) continue;
      Trigger trigger{.frame = &frame, .word = word, .form = Trigger::Form::kVerb};
      if (!frame.object_words.empty()) trigger.carrier = carriers_.find(frame, word);
      if (const auto missing = missing_of_verb(trigger)) {
        near_.push_back({.frame = &frame, .word = word, .missing = *missing});
        continue;
      }
      // "А и Б совместно создали «В»", "ещё 3 млн дал А": what may be said of others leaves out nothing.
      const bool is_added = (frame.both || frame.continues) && frame.to.slots.empty();
      const bool asks = !is_added && (!frame.object_words.empty() || !frame.particles.empty() ||
                                      frame.needs_stake || frame.alone);
      (asks ? particular : general).push_back(trigger);
    }
  }
  // "привлекла 10 млн от А и кредит от Б": the loan is not all that was raised
  const bool are_joined = std::ranges::all_of(particular, [&](const Trigger& trigger) {
    return trigger.carrier != kNoWord && tree_.at(trigger.carrier).is(Dependency::kConjunct);
  });
  // "основал «А» на деньги Б", "построил на кредит Б": whose money it is leaves out nothing
  const bool tell_whose_money = std::ranges::all_of(particular, [&](const Trigger& trigger) {
    return trigger.frame->from.has(language::Slot::Place::kPossessor) && trigger.carrier != kNoWord &&
           model::moves_money(trigger.frame->relation) && !tree_.preposition(trigger.carrier).empty();
  });
  triggers_.insert(triggers_.end(), particular.begin(), particular.end());
  if (are_joined || tell_whose_money) triggers_.insert(triggers_.end(), general.begin(), general.end());
  // "the funding", which a tagger may take for a verb, but no "granted"
  const tagging::Annotation& note = tree_.at(word).note;
  const bool is_done = note.part_of_speech != language::PartOfSpeech::kShortForm &&
                       (note.tense == language::Tense::kPast || note.voice == language::Voice::kPassive);
  if (particular.empty() && general.empty() && !is_done) find_nominal(word);
}

std::optional<NearTrigger::Missing> TriggerSearch::missing_of_verb(const Trigger& trigger) const {
  using Missing = NearTrigger::Missing;
  const Frame& frame = *trigger.frame;
  if (!has_particle(frame, trigger.word)) return Missing::kParticle;
  if (!frame.object_words.empty() && trigger.carrier == kNoWord) return Missing::kObjectWord;
  // "акционером завода остаётся А": no share remains there
  if (!frame.object_words.empty() && frame.relation == model::Relation::kOwns && is_copula_of_title(trigger))
    return Missing::kObjectWord;
  if (frame.alone && !stands_alone(trigger.word)) return Missing::kAlone;
  // "30% акций находятся в залоге у банка"
  if (frame.relation == model::Relation::kOwns && !frame.object_words.empty() &&
      is_given_to_use(trigger.word))
    return Missing::kObjectWord;
  const bool may_be_lent = frame.needs_stake || frame.from.has(language::Slot::Place::kCase);
  if (frame.relation == model::Relation::kAcquires && may_be_lent && is_given_to_use(trigger.word))
    return Missing::kObjectWord;
  // "gave B $5m in exchange for 6%" invests, and buys nothing.
  const bool has_stake_of_own =
      taken_.has_stake(trigger.word) &&
      (frame.relation == model::Relation::kInvestsIn || !is_given_for_investment(frame, trigger.word));
  // "raised $5m in a share placing"
  const bool is_about_sum = taken_.is_about_sum(trigger.word) && !frame.needs_amount;
  if (frame.needs_stake && (!has_stake_of_own || is_about_sum)) return Missing::kStake;
  // "Акциями «А» распоряжается Б": who disposes of shares heads nothing
  const auto is_share = [&](int child) {
    return tree_.at(child).note.grammatical_case == language::Case::kInstrumental &&
           lexicon_.issued_nouns.contains(tree_.at(child).lemma);
  };
  if (lexicon_.inflected && frame.relation == model::Relation::kLeads &&
      std::ranges::any_of(tree_.at(trigger.word).children, is_share))
    return Missing::kAlone;
  // "directed the firm to pay": who is told to do something is not headed
  const int told = tree_.child(trigger.word, Dependency::kObject);
  if (!lexicon_.inflected && frame.relation == model::Relation::kLeads && told > trigger.word &&
      told + 2 < tree_.size() && tree_.at(told + 1).lower == "to" &&
      tree_.at(told + 2).note.part_of_speech == language::PartOfSpeech::kInfinitive)
    return Missing::kAlone;
  if (frame.continues && !taken_.is_about_sum(trigger.word)) return Missing::kMoney;
  if (frame.object_words.empty() && frame.to.has(language::Slot::Place::kSubject) &&
      lists_titles(trigger.word))
    return Missing::kObjectWord;
  const bool takes_other = !taken_.takes_money(trigger.word) || taken_.takes_stake(trigger.word);
  if (frame.needs_amount && frame.without_from && trigger.carrier == kNoWord && takes_other)
    return Missing::kMoney;
  // "предоставил заводу скидку на 3 млн": no money is given
  if (frame.gives_sum() && !taken_.takes_money(trigger.word) && !taken_.takes_name(trigger.word))
    return Missing::kMoney;
  const bool gives_other =
      taken_.gives_debt(trigger.word) || taken_.has_stake(trigger.word) || taken_.takes_earned(trigger.word);
  if (frame.relation == model::Relation::kGrantsTo && frame.needs_amount && gives_other)
    return Missing::kMoney;
  return std::nullopt;
}

/// "a deal to buy B": those who reach it buy, and are no partners for that, unless it is one with somebody.
bool TriggerSearch::is_to_buy(int noun) const {
  const std::vector<int>& children = tree_.at(noun).children;
  if (std::ranges::any_of(children, [&](int child) { return tree_.preposition(child) == "with"; }))
    return false;
  const auto is_purchase = [&](int word) {
    return tree_.at(word).note.part_of_speech == language::PartOfSpeech::kInfinitive &&
           lexicon_.any_frame_of_verb(tree_.at(word).lemma, [&](const Frame& frame) {
             return frame.relation == model::Relation::kAcquires && frame.object_words.empty() &&
                    has_particle(frame, word);
           });
  };
  // "a contract to buy", wherever a parser hangs what follows
  const bool stands_before_purchase =
      noun + 2 < tree_.size() &&
      (is_purchase(noun + 1) || (tree_.at(noun + 1).is(Dependency::kMark) && is_purchase(noun + 2)));
  return stands_before_purchase || std::ranges::any_of(children, is_purchase);
}

bool TriggerSearch::stands_alone(int verb) const {
  // "participating in", wherever a parser hangs what follows
  const bool has_preposition = verb + 1 < tree_.size() &&
                               tree_.at(verb + 1).note.part_of_speech == language::PartOfSpeech::kPreposition;
  // "invited A to participate" tells no deal; "with A leading and B joining" does.
  const bool is_absolute = !lexicon_.inflected && tree_.at(verb).is(Dependency::kAdverbialClause) &&
                           tree_.at(verb).lower.ends_with("ing") && tree_.has_subject(verb);
  if (has_preposition ||
      (tree_.at(verb).note.part_of_speech != language::PartOfSpeech::kVerb && !is_absolute))
    return false;
  return std::ranges::none_of(tree_.at(verb).children, [&](int child) {
    const mentions::Word& word = tree_.at(child);
    return is_oblique(word) || word.is(Dependency::kOpenComplement) ||
           (word.is(Dependency::kClausalComplement) && child > verb);
  });
}

void TriggerSearch::find_nominal(int word) {
  std::vector<Trigger> particular;  // "loan agreement"
  std::vector<Trigger> general;     // "agreement"
  const std::string lemma = without_former(tree_.at(word).lemma);
  const auto look_up = [&](const auto& index, Trigger::Form form) {
    const auto found = index.find(lemma);
    if (found == index.end()) return;
    for (const std::size_t i : found->second) {
      const Frame& frame = lexicon_.frames[i];
      const std::vector<language::Trigger>& words = form == Trigger::Form::kNoun    ? frame.nouns
                                                    : form == Trigger::Form::kThing ? frame.things
                                                                                    : frame.titles;
      const auto nearly = [&](NearTrigger::Missing missing) {
        near_.push_back({.frame = &frame, .word = word, .missing = missing});
      };
      if (!has_trigger(words, lemma, word)) continue;
      if (!stands_after_particle(frame, word)) {
        nearly(NearTrigger::Missing::kParticle);
        continue;
      }
      if (form == Trigger::Form::kNoun && is_total(word)) continue;
      if (form == Trigger::Form::kNoun && frame.both && is_to_buy(word)) continue;
      if (frame.verbless && !is_subject_without_verb(word)) continue;
      if (form == Trigger::Form::kTitle && frame.needs_stake && !has_stake_of(word)) {
        nearly(NearTrigger::Missing::kStake);
        continue;
      }
      if (form == Trigger::Form::kTitle && !frame.object_words.empty() && !is_title_of(frame, word)) {
        nearly(NearTrigger::Missing::kObjectWord);
        continue;
      }
      if (form == Trigger::Form::kTitle && frame.alone && !is_bare_title(word)) {
        nearly(NearTrigger::Missing::kAlone);
        continue;
      }
      if (form == Trigger::Form::kThing && tree_.at(word).note.number == language::Number::kPlural) continue;
      if (frame.named_before && !is_of_firm(word)) continue;
      if (form == Trigger::Form::kTitle && is_member_of_body(word)) continue;
      if (form == Trigger::Form::kTitle && frame.relation == model::Relation::kAcquires && is_customer(word))
        continue;
      if (form == Trigger::Form::kTitle && is_fellow(word) && frame.relation == model::Relation::kInvestsIn)
        continue;
      if (frame.relation == model::Relation::kLeads && (is_deputy(word) || heads_part(word))) continue;
      Trigger trigger{.frame = &frame, .word = word, .form = form};
      if (frame.relation == model::Relation::kGrantsTo && frame.needs_amount && taken_.gives_debt(word))
        continue;
      if (form == Trigger::Form::kNoun && !frame.object_words.empty()) {
        trigger.carrier = carriers_.find(frame, word);
        if (trigger.carrier == kNoWord) {
          nearly(NearTrigger::Missing::kObjectWord);
          continue;
        }
      }
      (has_modified_trigger(words, lemma, word) ? particular : general).push_back(trigger);
    }
  };
  look_up(lexicon_.frames_by_noun, Trigger::Form::kNoun);
  look_up(lexicon_.frames_by_title, Trigger::Form::kTitle);
  look_up(lexicon_.frames_by_thing, Trigger::Form::kThing);
  look_up(lexicon_.frames_by_description, Trigger::Form::kTitle);
  const std::vector<Trigger>& chosen = particular.empty() ? general : particular;
  triggers_.insert(triggers_.end(), chosen.begin(), chosen.end());
}

std::string TriggerSearch::without_former(const std::string& lemma) const {
  const std::size_t hyphen = lemma.find('-');
  if (hyphen == std::string::npos || !lexicon_.status_modifiers.contains(lemma.substr(0, hyphen)))
    return lemma;
  return lemma.substr(hyphen + 1);
}

std::vector<std::string> TriggerSearch::verb_lemmas(int word) const {
  const std::string& lemma = tree_.at(word).lemma;
  std::vector<std::string> lemmas{lemma};
  for (const std::string_view ending : {"ся", "сь"}) {
    if (lemma.size() <= ending.size() || !lemma.ends_with(ending) || !clause_.is_passive(word)) continue;
    const std::string active = lemma.substr(0, lemma.size() - ending.size());
    // "влиться" is another verb than "влить".
    if (!tells_other_relation(lemma, active)) lemmas.push_back(active);
  }
  return lemmas;
}

bool TriggerSearch::tells_other_relation(const std::string& reflexive, const std::string& active) const {
  const auto own = lexicon_.frames_by_verb.find(reflexive);
  const auto other = lexicon_.frames_by_verb.find(active);
  if (own == lexicon_.frames_by_verb.end() || other == lexicon_.frames_by_verb.end()) return false;
  return std::ranges::none_of(own->second, [&](std::size_t mine) {
    return std::ranges::any_of(other->second, [&](std::size_t theirs) {
      return lexicon_.frames[mine].relation == lexicon_.frames[theirs].relation;
    });
  });
}

std::vector<Trigger> find_triggers(const mentions::SentenceMentions& sentence, const Clause& clause,
                                   const language::Lexicon& lexicon) {
  TriggerSearch search(sentence, clause, lexicon);
  search.run();
  return search.take_triggers();
}

std::vector<NearTrigger> find_near_triggers(const mentions::SentenceMentions& sentence, const Clause& clause,
                                            const language::Lexicon& lexicon) {
  TriggerSearch search(sentence, clause, lexicon);
  search.run();
  return search.take_near();
}

}  // namespace whofunds::facts
