#include <algorithm>
#include <tuple>

#include "whofunds/facts/event.hpp"
#include "whofunds/facts/filling.hpp"
#include "whofunds/facts/posts.hpp"
#include "whofunds/facts/status_reading.hpp"
#include "whofunds/facts/title_roles.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using language::Frame;
using mentions::SentenceMentions;

namespace {

/// "«А» купил акции «Б». Он владеет 51% компании", "It owns 51% of the company": where neither party is
/// named, whoever does it is what the text is about, and the other is not it. A thing that was described in
/// that very word ("банк") is known by it.
void fill_subject_first(Filling& filling, Referents& referents, Event& event) {
  const auto looks_back = [](const std::vector<Referent>& parties) {
    return std::ranges::all_of(parties, [](const Referent& party) { return party.certainty < 1.0; });
  };
  if (event.trigger.form != Trigger::Form::kVerb || event.to.size() != 1 || event.to.front().described_so ||
      !looks_back(event.to) || !looks_back(event.from))
    return;
  filling.release();
  const Frame& frame = *event.trigger.frame;
  std::vector<Referent> from = filling.fill(frame.from);
  const bool is_omitted = from.size() == 1 && from.front().word == event.trigger.word;
  if (from.size() != 1 || is_omitted) return;
  const Referents::Exclusion exclusion(referents, from.front().entity, /*of_all=*/true);
  std::vector<Referent> to = filling.fill(frame.to);
  if (to.size() != 1 || to.front().entity == from.front().entity) return;
  event.from = std::move(from);
  event.to = std::move(to);
}

/// What the money goes into, or is bought, where the words that stand with the trigger do not say: another
/// verb of the sentence does.
std::vector<Referent> target_elsewhere(Filling& filling, const Event& event) {
  const language::Role& role = event.trigger.frame->to;
  if (std::vector<Referent> found = filling.receivers(role); !found.empty()) return found;
  if (std::vector<Referent> found = filling.bought_of_owners(role); !found.empty()) return found;
  if (std::vector<Referent> found = filling.bought_of_own_will(role); !found.empty()) return found;
  if (std::vector<Referent> found = filling.told_in_main_clause(role); !found.empty()) return found;
  if (std::vector<Referent> found = filling.invested_for_share(role); !found.empty()) return found;
  if (std::vector<Referent> found = filling.paid_for_purpose(role); !found.empty()) return found;
  if (std::vector<Referent> found = filling.spoken_of_before_colon(role, event.from); !found.empty())
    return found;
  return filling.raised_before_colon(role);
}

/// "the company" and the like may stand for an owner, of which it has just been told what it had: that is
/// meant.
void replace_owner_by_asset(const language::Lexicon& lexicon, const Referents& referents, Event& event) {
  const Frame& frame = *event.trigger.frame;
  if (event.to.size() != 1 || event.to.front().certainty >= 1.0) return;
  // "«Ока» избавилась от «Рельса»: компанию купил А": what was told to be got rid of, and not who did so
  if (lexicon.inflected && frame.relation == model::Relation::kAcquires &&
      event.trigger.form == Trigger::Form::kVerb) {
    const int asset = referents.asset_just_told(event.to.front());
    if (asset != kNoEntity) event.to.front().entity = asset;
  }
  // "Продавцом выступил А, владевший предприятием с 2009 года": of what A sold, and of nothing of the buyer's
  const bool was_had =
      frame.relation == model::Relation::kOwns || frame.relation == model::Relation::kFounded;
  if (was_had && event.from.size() == 1) {
    const int sold = referents.sold_by(event.from.front().entity);
    if (sold != kNoEntity && referents.fits(sold, frame.to.kinds)) event.to.front().entity = sold;
  }
}

/// "60% — у «Б»": a stake, of which the sentence does not say what it is a stake in.
void fill_firm_of_stake(const SentenceMentions& mentions, const language::Lexicon& lexicon, Filling& filling,
                        Referents& referents, Event& event) {
  const Trigger& trigger = event.trigger;
  const Frame& frame = *trigger.frame;
  event.to = referents.last_asset(trigger.word, frame.to.kinds);
  if (event.to.empty() && !event.from.empty()) event.to = filling.seller_of_own_shares();
  // "Капитал «А»: 60% — у «Б»"
  if (event.to.empty() && frame.verbless && filling.follows_colon())
    event.to = referents.topic(trigger.word, frame.to.kinds);
  // "The staff own 60% of A; the rest belongs to B": of what the text is about
  const bool is_aside = mentions.tree.at(trigger.word).is(tagging::Dependency::kRelativeClause);
  if (event.to.empty() && event.from.size() == 1 && !lexicon.inflected && !is_aside &&
      frame.relation == model::Relation::kOwns)
    event.to = referents.topic(trigger.word, frame.to.kinds);
  if (event.to.size() == 1 && event.from.size() == 1 && event.to.front().entity == event.from.front().entity)
    event.to.clear();
}

/// Who they are that have a partnership, a venture, an agreement: "A и Б создали совместное предприятие".
void fill_partners(const SentenceMentions& mentions, const language::Lexicon& lexicon, Filling& filling,
                   const Clause& clause, Referents& referents, Event& event) {
  const Trigger& trigger = event.trigger;
  const Frame& frame = *trigger.frame;
  // One name beside what partners have is what it is called: "A и Б создали совместное предприятие «В»".
  const std::vector<Referent> beside = filling.names_beside(frame.from);
  // So is one beside "their joint venture".
  const bool is_theirs = std::ranges::any_of(mentions.tree.at(trigger.word).children, [&](int child) {
    return is_possessive(lexicon.pronouns, mentions.tree.at(child));
  });
  // "A and B ended their alliance": both of them
  const int carrying = is_theirs && event.from.size() < 2 && event.to.empty()
                           ? clause.governing_verb(trigger.word)
                           : mentions::kNoWord;
  if (carrying != mentions::kNoWord && !clause.is_passive(carrying)) {
    std::vector<Referent> owners;
    for (const int subject : clause.subjects(carrying))
      append(owners, referents.of(subject, frame.from.kinds));
    if (owners.size() > 1) event.from = std::move(owners);
  }
  // "holds 51% of the venture, C": nor is the name of a venture in passing one of the partners.
  const bool is_aside = !lexicon.inflected && beside.size() == 1 && beside.front().word > trigger.word &&
                        mentions.tree.at(trigger.word + 1).token.text == ",";
  if (beside.size() > 1 || (event.from.size() < 2 && !is_theirs && !is_aside)) append(event.from, beside);
  // "«А» создаст с «Б» совместное предприятие «В»": what it is called is none of the partners
  if (event.from.size() > 1 && !event.to.empty())
    std::erase_if(event.from, [&](const Referent& named) {
      return lexicon.inflected && mentions.tree.at(named.word).is(tagging::Dependency::kApposition) &&
             mentions.tree.head_of(named.word) == trigger.word;
    });
  sign_for_firms(mentions.tree, lexicon, referents, event.from);
}

/// What the money goes into, or is bought or headed, where the text before the sentence says so.
void fill_from_context(Filling& filling, Referents& referents, Event& event) {
  const Trigger& trigger = event.trigger;
  const Frame& frame = *trigger.frame;
  if (!event.to.empty() || !frame.from_context) return;
  // "Ранее этот пост занимал А": that of whom was spoken last
  if (frame.relation == model::Relation::kLeads) {
    event.to = referents.last_post(trigger.carrier, frame.to.kinds);
    return;
  }
  // "ending ten years of ownership by A", "A has no stake in C: he sold out to B": of what was just dealt
  // with
  const bool is_of_ended = frame.relation == model::Relation::kOwns && trigger.form == Trigger::Form::kNoun &&
                           event.status == model::Status::kEnded;
  if (is_of_ended || frame.relation == model::Relation::kAcquires)
    event.to = referents.last_asset(trigger.word, frame.to.kinds);
  if (!event.to.empty()) return;
  event.to_from_context = !filling.says_where(frame.to);
  event.to_else = filling.owner_of_described({.slots = {}, .kinds = takers_of_money});
  if (event.to_else.empty()) event.to_else = filling.valued_by_round({.slots = {}, .kinds = takers_of_money});
}

/// The roles of a verb or an event noun.
void fill_event(const SentenceMentions& mentions, const language::Lexicon& lexicon, Filling& filling,
                const Clause& clause, Referents& referents, Event& event) {
  const Trigger& trigger = event.trigger;
  const Frame& frame = *trigger.frame;
  {
    // "A инвестирует в неё": nor is it who does it.
    int other = filling.named_subject();
    // "продали «А» пакет компании": nor is it to whom it is sold
    if (const int recipient = filling.named_recipient(); recipient != kNoEntity) other = recipient;
    const Referents::Exclusion exclusion(referents, other, true);
    event.to = filling.fill(frame.to);
  }
  if (std::vector<Referent> owners = filling.bought_out(); !owners.empty()) {
    // "buying out its shareholder A": of A what it had of what was bought last.
    event.seller = std::move(owners);
    event.to = filling.bought_out_in(frame.to);
    if (event.to.empty()) event.to = referents.last_asset(trigger.word, frame.to.kinds);
  }
  {
    // A pronoun is not what the other party is.
    const Referents::Exclusion exclusion(referents,
                                         event.to.size() == 1 ? event.to.front().entity : kNoEntity);
    event.from = filling.fill(frame.from);
  }
  fill_subject_first(filling, referents, event);
  if (event.to.empty() && !event.from.empty()) event.to = filling.before_bracket(frame.to);
  const bool is_done_to = trigger.form == Trigger::Form::kVerb && clause.is_passive(trigger.word);
  if (event.from.empty() && !event.to.empty() && !is_done_to) event.from = filling.before_bracket(frame.from);
  if (event.from.empty() && event.to.empty()) std::tie(event.from, event.to) = filling.turned_round();
  const Referents::Exclusion exclusion(referents, event.to.size() == 1 ? event.to.front().entity : kNoEntity);
  if ((event.from.empty() || filling.acts_on_itself(event)) && !event.to.empty())
    event.from = filling.actor_told_above(frame.from);
  if (event.to.empty() && !event.from.empty()) event.to = target_elsewhere(filling, event);
  if (event.to.size() == 1 && event.from.empty() && filling.is_sale())
    referents.remember_sale(event.to.front().entity, filling.is_at_auction());
  replace_owner_by_asset(lexicon, referents, event);
  // "Аукцион по продаже «Б» выиграл А"
  if (event.to.empty() && trigger.carrier != mentions::kNoWord &&
      lexicon.auction_nouns.contains(mentions.tree.at(trigger.carrier).lemma))
    event.to = filling.sold_in_clause(frame.to);
  if (event.to.empty() && filling.has_bare_stake(frame.to))
    fill_firm_of_stake(mentions, lexicon, filling, referents, event);
  // "A and B provide a loan to the plant", "a group that includes A and B": neither to the other
  const bool is_noun = trigger.form == Trigger::Form::kNoun;
  const bool is_group = event.from.size() > 1 && Filling::are_among(event.from, event.to);
  if (!frame.both && (is_noun || is_group) && Filling::are_among(event.to, event.from)) event.to.clear();
  // "a consortium led by A and including B": nobody heads himself
  if (frame.relation == model::Relation::kLeads && Filling::are_among(event.from, event.to)) event.to.clear();
  if (filling.lends_with(event)) std::swap(event.from, event.to);
  filling.part_lenders(event);
  filling.leave_out_persons(event);
  // "handed control of B to A, its new chief executive": to head it
  const bool is_control = !lexicon.inflected && frame.relation == model::Relation::kAcquires &&
                          trigger.carrier != mentions::kNoWord && !frame.seller.slots.empty() &&
                          frame.from.has(language::Slot::Place::kPreposition);
  if (is_control && !event.from.empty() && filling.is_called_head(event.from.front().word)) {
    event.from.clear();
    event.to.clear();
    return;
  }
  if (event.seller.empty()) event.seller = filling.sellers();
  if (event.seller.empty() && !event.to.empty()) event.seller = filling.owners_of_stake();
  // "bought A with money from B": B paid, and sold nothing
  std::erase_if(event.seller, [&](const Referent& seller) {
    constexpr int kHighest = 6;
    int word = seller.word;
    for (int steps = 0; !lexicon.inflected && steps < kHighest; ++steps) {
      word = mentions.tree.head_of(word);
      if (word == mentions::kNoWord || word == trigger.word) return false;
      if (mentions.tree.preposition(word) == "with") return true;
    }
    return false;
  });
  // "increased her stake": whose it was is who has it still; "sold itself": it was nobody's
  std::erase_if(event.seller, [&](const Referent& seller) {
    const auto is_seller = [&](const Referent& other) { return other.entity == seller.entity; };
    return std::ranges::any_of(event.from, is_seller) || std::ranges::any_of(event.to, is_seller);
  });
  for (const Referent& from : event.from) {
    if (event.to.size() == 1 && event.status != model::Status::kDenied && !frame.known)
      referents.tie(from.entity, event.to.front().entity);
  }
  if (frame.both && trigger.form == Trigger::Form::kNoun)
    fill_partners(mentions, lexicon, filling, clause, referents, event);
  fill_from_context(filling, referents, event);
}

/// "завод купил не «А»": what is told of nobody but who is denied is denied.
void deny_with_parties(const Clause& clause, const mentions::AnnotatedSentence& tree, Event& event) {
  // "neither A nor its chairman B": there a negation denies no title
  const mentions::Word& title = tree.at(event.trigger.word);
  const bool is_predicate = title.is_subject() || title.is(tagging::Dependency::kOpenComplement);
  const bool is_title = event.trigger.form == Trigger::Form::kTitle;
  const auto are_denied = [&](const std::vector<Referent>& side) {
    return !side.empty() && std::ranges::all_of(side, [&](const Referent& party) {
      return party.certainty >= 1.0 && clause.is_denied(party.word) &&
             !(is_title && (!is_predicate || tree.at(party.word).is(tagging::Dependency::kApposition)));
    });
  };
  if (are_denied(event.from) || are_denied(event.to)) event.status = model::Status::kDenied;
}

}  // namespace

Event fill_roles(const SentenceMentions& mentions, const Clause& clause, const language::Lexicon& lexicon,
                 Referents& referents, const Trigger& trigger) {
  Event event{.trigger = trigger, .status = read_status(mentions.tree, trigger, lexicon)};
  Filling filling(mentions, clause, lexicon, referents, trigger);
  event.begins = filling.can_found();
  event.sells_part = filling.sells_part();
  event.takes_rest = filling.takes_rest();
  const mentions::Word& verb = mentions.tree.at(trigger.word);
  event.may_be_to_come = event.status == model::Status::kCompleted && verb.is_verb() &&
                         verb.note.part_of_speech == language::PartOfSpeech::kVerb &&
                         verb.note.tense == language::Tense::kPresent &&
                         lexicon.biaspectual_verbs.contains(verb.lemma);
  if (trigger.frame->succeeds) {
    fill_succession(filling, referents, event);
  } else if (trigger.form == Trigger::Form::kTitle) {
    fill_title(filling, clause, referents, event);
    // What is bought was its owner's, or is until then.
    if (const std::optional<Trigger> purchase = filling.purchase(); purchase && !event.from.empty()) {
      std::erase_if(event.from, [&](const Referent& owner) { return filling.is_buyer(*purchase, owner); });
      event.status = read_status(mentions.tree, *purchase, lexicon) == model::Status::kCompleted
                         ? model::Status::kEnded
                         : model::Status::kCompleted;
    }
  } else {
    fill_event(mentions, lexicon, filling, clause, referents, event);
  }
  for (std::vector<Referent>* side : {&event.from, &event.to})
    std::erase_if(*side, [&](const Referent& party) {
      return party.certainty >= 1.0 && clause.is_replaced(party.word);
    });
  deny_with_parties(clause, mentions.tree, event);
  if (event.seller.empty() && trigger.frame->relation == model::Relation::kLeads)
    event.seller = filling.replaced({.slots = {}, .kinds = {model::EntityKind::kPerson}});
  const bool is_owner = trigger.form == Trigger::Form::kTitle && trigger.frame->title_is_from &&
                        trigger.frame->relation == model::Relation::kOwns;
  if (event.seller.empty() && is_owner) event.seller = filling.replaced({});
  for (const Referent& seller : event.seller) {
    if (event.to.size() != 1 || trigger.frame->succeeds) continue;
    referents.tie(seller.entity, event.to.front().entity);
    referents.remember_seller(seller.entity, event.to.front().entity);
  }
  referents.remember_told(*trigger.frame, event.from, event.to);
  return event;
}

}  // namespace whofunds::facts
