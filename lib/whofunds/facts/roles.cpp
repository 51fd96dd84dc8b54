#include <algorithm>
#include <tuple>

#include "whofunds/facts/event.hpp"
#include "whofunds/facts/filling.hpp"
#include "whofunds/facts/posts.hpp"
#include "whofunds/facts/status_reading.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using language::Frame;
using mentions::SentenceMentions;

namespace {

constexpr double kSurePost = 0.85;

/// Kinds that money is put into.
const std::vector<model::EntityKind> takers_of_money = {model::EntityKind::kCompany, model::EntityKind::kFund,
                                                        model::EntityKind::kOrganization,
                                                        model::EntityKind::kProject};

/// Kinds that have a head.
const std::vector<model::EntityKind> headed_kinds = {
    model::EntityKind::kCompany, model::EntityKind::kFund, model::EntityKind::kOrganization,
    model::EntityKind::kPublicBody, model::EntityKind::kProject};

/// "владелец завода", "a unit of A": one party is named by the title, the other is whose it is.
void fill_title(Filling& filling, const Clause& clause, Referents& referents, Event& event) {
  const Trigger& trigger = event.trigger;
  const Frame& frame = *trigger.frame;
  std::vector<Referent>& party = frame.title_is_from ? event.from : event.to;
  const language::Role& party_role = frame.title_is_from ? frame.from : frame.to;
  const language::Role& other_role = frame.title_is_from ? frame.to : frame.from;
  party = filling.denoted({.slots = {}, .kinds = party_role.kinds});
  if (party_role.told)
    std::erase_if(party, [&](const Referent& named) {
      return !referents.is_told_among(named.entity, party_role.kinds);
    });
  // "неизвестно, кто выступил кредитором"; "Модуль «А» — часть «Б»": what it calls so stands beside it
  if (filling.asks_who() || filling.names_other_part(party)) party.clear();
  filling.mark_used(party);
  // "Aster said Ann Lee would become its chief executive": whoever is to head it is not "it".
  if (frame.relation == model::Relation::kLeads && party.size() == 1 && party.front().certainty >= 1.0)
    referents.tell_person(party.front().entity);
  std::vector<Referent>& other = frame.title_is_from ? event.to : event.from;
  other = filling.bought_from_title(other_role);
  if (other.empty()) other = filling.fill(other_role);
  // "the entrepreneur behind A": a title that asks for a preposition is nobody's without it.
  const bool may_be_anyones = other_role.has(language::Slot::Place::kPossessor);
  // "the Aster service Birch" is no part of Aster.
  if (other.empty() && may_be_anyones && frame.relation != model::Relation::kPartOf)
    other = filling.name_right_before(other_role);
  if (other.empty()) other = filling.name_right_after(other_role);
  if (other.empty()) other = filling.relative_of_title(other_role);
  if (other.empty() && !party.empty()) other = filling.before_bracket(other_role);
  const bool is_head =
      frame.relation == model::Relation::kFounded || frame.relation == model::Relation::kLeads;
  if (other.empty() && is_head && may_be_anyones && clause.possessors(trigger.word).empty())
    other = filling.dealt_with(other_role);
  // "обладатель гранта фонда «А»": whose the grant is
  for (const int of : frame.object_words.empty() || frame.title_is_from || !other.empty()
                          ? std::vector<int>()
                          : clause.possessors(trigger.word)) {
    for (const int whose : clause.possessors(of)) append(other, referents.of(whose, other_role.kinds));
  }
  const bool says_whose = filling.says_whose();
  if (other.empty() && !filling.says_whose() && party.size() == 1 && referents.is_thing(party.front().entity))
    other = filling.owner_in_clause(other_role);
  const bool sums_up = !clause.listed(trigger.word).empty();
  if (other.empty() && !says_whose && (sums_up || filling.is_parent_of_topic(party)))
    other = referents.topic(trigger.word, other_role.kinds);
  // "Other partners include A": of no undertaking that only a model takes for one
  if (frame.relation == model::Relation::kParticipatesIn && sums_up && !says_whose)
    std::erase_if(other, [&](const Referent& undertaking) {
      return !referents.is_told_among(undertaking.entity, other_role.kinds);
    });
  // "Генеральный директор — Белова", "…, рассказал гендиректор Иван Белов": of what the text is about.
  const bool is_owner = frame.relation == model::Relation::kOwns && frame.title_is_from;
  // "«А» продала «Б», покупателем стал В", "Сделка по продаже «Б» закрыта, покупатель – В": of what was sold.
  const bool is_buyer = frame.relation == model::Relation::kAcquires && frame.title_is_from && !frame.status;
  // "Область продала на торгах «Б». Победителем стал В"
  const bool is_winner = is_buyer && filling.tells_winner();
  const bool is_seller = is_owner && frame.status == model::Status::kEnded && other_role.slots.empty();
  if (is_winner) other.clear();
  if (is_winner && filling.is_auction_winner() && filling.is_predicate() && referents.was_auctioned())
    other = referents.last_asset(trigger.word, other_role.kinds);
  if (other.empty() && ((is_buyer && !is_winner) || is_seller) && !says_whose &&
      (filling.introduces(party) || filling.is_predicate()))
    other = filling.sold_before(other_role);
  if (other.empty() && (is_head || is_owner) && !says_whose && !is_seller &&
      (filling.introduces(party) || filling.is_post_of_firm(party))) {
    // "«А» владела Б, вместо неё собственником стала В": of what was owned.
    if (is_owner) other = referents.last_asset(trigger.word, other_role.kinds);
    if (other.empty()) other = referents.topic(trigger.word, other_role.kinds);
  }
  // "Ann Lee founded A. She stepped down as chief executive": of what is hers.
  const bool is_post = frame.relation == model::Relation::kLeads && frame.title_is_from;
  if (other.empty() && is_post && !says_whose && party.size() == 1 &&
      (filling.is_predicate() || filling.is_of_post()))
    other = referents.tied_to(party.front().entity, trigger.word, other_role.kinds);
  if (other.empty() && frame.of_topic && !says_whose) other = filling.in_topic(other_role, party);
  // "a group of investors including A": the group is they.
  if (filling.is_group_of(party, other)) other.clear();
  // "Партнёры проекта — А и Б": of the project, and not of each other
  if (frame.both && other.empty() && says_whose) party.clear();
  if (frame.relation == model::Relation::kPartOf && party.empty()) other.clear();
  event.to_from_context = event.to.empty() && frame.from_context && (frame.lead || filling.is_predicate());
  // "Стартап «А» оценили в 300 млн. Инвестором выступил «Б»"
  if (event.to_from_context && !says_whose && !party.empty())
    event.to_else = referents.topic(trigger.word, takers_of_money);
  // "«А» построит завод «Б». Соинвестором станет В": in what is built, and not in who builds it
  if (event.to_else.size() == 1 && referents.built() != kNoEntity)
    event.to_else.front().entity = referents.built();
  // "В раунде участвовали фонды А и Б, а ведущим инвестором стал В": money goes to none of those who give it
  std::erase_if(event.to_else, [&](const Referent& taker) {
    return frame.relation == model::Relation::kInvestsIn &&
           referents.is_told_among(taker.entity, {model::EntityKind::kFund});
  });
  if (party.size() == 1 && other.size() == 1 && party.front().entity == other.front().entity) {
    // "A и Б, компанией, которой он основатель": he is not what he founded.
    const Referents::Exclusion exclusion(referents, other.front().entity);
    party = filling.denoted({.slots = {}, .kinds = party_role.kinds});
  }
  const bool has_sold = frame.relation == model::Relation::kOwns && frame.status == model::Status::kEnded;
  for (const Referent& from : event.from) {
    if (event.to.empty()) continue;
    referents.tie(from.entity, event.to.front().entity);
    if (has_sold) referents.remember_seller(from.entity, event.to.front().entity);
  }
}

/// "B succeeded A": what A headed B heads.
void fill_succession(Filling& filling, Referents& referents, Event& event) {
  const Frame& frame = *event.trigger.frame;
  const bool names_former = event.trigger.form == Trigger::Form::kTitle && !frame.title_is_from;
  if (names_former) {
    // "её предшественник А ушёл", but not "ушёл вслед за её предшественником А"
    if (!filling.tells_of_title()) return;
    event.seller = filling.denoted({.slots = {}, .kinds = frame.to.kinds});
    event.from = filling.fill(frame.from);
  } else {
    const Referents::Exclusion exclusion(referents, filling.named_subject());
    event.seller = filling.fill(frame.to);
  }
  // "преемником А стал Б"
  if (!names_former) {
    event.from = event.trigger.form == Trigger::Form::kTitle
                     ? filling.denoted({.slots = {}, .kinds = frame.from.kinds})
                     : filling.fill(frame.from);
    if (event.from.empty()) event.from = filling.appointed(frame.from);
  }
  if (event.seller.empty() || (names_former && event.from.empty())) return;
  event.to = filling.post_left({.slots = {}, .kinds = headed_kinds});
  const Referent& known = names_former ? event.from.front() : event.seller.front();
  const int post = referents.post_of(known.entity);
  // "She was succeeded by A, who had run B": what A headed before was not hers
  const std::vector<Referent>& successor = names_former ? event.seller : event.from;
  const bool is_of_successor = !referents.is_tied(known.entity) && !successor.empty() &&
                               filling.is_told_of(successor.front().word) &&
                               referents.post_of(successor.front().entity) == post;
  if (event.to.empty() && post != kNoEntity && !is_of_successor)
    event.to = {Referent{.entity = post, .word = event.trigger.word, .certainty = kSurePost}};
  if (event.to.empty() && filling.leaves_post_of_nobody())
    event.to = referents.topic(event.trigger.word, headed_kinds);
  if (!names_former) return;
  // who comes after has been told; the past is that of him who went
  event.from = std::exchange(event.seller, {});
  const bool is_so = event.status == model::Status::kCompleted || event.status == model::Status::kEnded;
  event.status = is_so ? model::Status::kEnded : model::Status::kDenied;
}

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
  if (event.to.empty() && !event.from.empty()) event.to = filling.receivers(frame.to);
  if (event.to.empty() && !event.from.empty()) event.to = filling.bought_of_owners(frame.to);
  if (event.to.empty() && !event.from.empty()) event.to = filling.bought_of_own_will(frame.to);
  if (event.to.empty() && !event.from.empty()) event.to = filling.told_in_main_clause(frame.to);
  if (event.to.empty() && !event.from.empty()) event.to = filling.invested_for_share(frame.to);
  if (event.to.empty() && !event.from.empty()) event.to = filling.paid_for_purpose(frame.to);
  if (event.to.empty() && !event.from.empty())
    event.to = filling.spoken_of_before_colon(frame.to, event.from);
  if (event.to.empty() && !event.from.empty()) event.to = filling.raised_before_colon(frame.to);
  if (event.to.size() == 1 && event.from.empty() && filling.is_sale())
    referents.remember_sale(event.to.front().entity, filling.is_at_auction());
  // "«Ока» избавилась от «Рельса»: компанию купил А": what was told to be got rid of, and not who did so
  if (lexicon.inflected && frame.relation == model::Relation::kAcquires && event.to.size() == 1 &&
      event.to.front().certainty < 1.0 && trigger.form == Trigger::Form::kVerb) {
    const int asset = referents.asset_just_told(event.to.front());
    if (asset != kNoEntity) event.to.front().entity = asset;
  }
  // "Продавцом выступил А, владевший предприятием с 2009 года": of what A sold, and of nothing of the buyer's
  const bool was_had =
      frame.relation == model::Relation::kOwns || frame.relation == model::Relation::kFounded;
  if (was_had && event.from.size() == 1 && event.to.size() == 1 && event.to.front().certainty < 1.0) {
    const int sold = referents.sold_by(event.from.front().entity);
    if (sold != kNoEntity && referents.fits(sold, frame.to.kinds)) event.to.front().entity = sold;
  }
  // "Аукцион по продаже «Б» выиграл А"
  if (event.to.empty() && trigger.carrier != mentions::kNoWord &&
      lexicon.auction_nouns.contains(mentions.tree.at(trigger.carrier).lemma))
    event.to = filling.sold_in_clause(frame.to);
  if (event.to.empty() && filling.has_bare_stake(frame.to)) {
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
    if (event.to.size() == 1 && event.from.size() == 1 &&
        event.to.front().entity == event.from.front().entity)
      event.to.clear();
  }
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
  // "increased her stake": whose it was is who has it still; "sold itself": it was nobody's
  std::erase_if(event.seller, [&](const Referent& seller) {
    const auto is_seller = [&](const Referent& other) { return other.entity == seller.entity; };
    return std::ranges::any_of(event.from, is_seller) || std::ranges::any_of(event.to, is_seller);
  });
  for (const Referent& from : event.from) {
    if (event.to.size() == 1 && event.status != model::Status::kDenied && !frame.known)
      referents.tie(from.entity, event.to.front().entity);
  }
  if (frame.both && trigger.form == Trigger::Form::kNoun) {
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
    if (beside.size() > 1 || (event.from.size() < 2 && !is_theirs)) append(event.from, beside);
    // "«А» создаст с «Б» совместное предприятие «В»": what it is called is none of the partners
    if (event.from.size() > 1 && !event.to.empty())
      std::erase_if(event.from, [&](const Referent& named) {
        return lexicon.inflected && mentions.tree.at(named.word).is(tagging::Dependency::kApposition) &&
               mentions.tree.head_of(named.word) == trigger.word;
      });
    sign_for_firms(mentions.tree, lexicon, referents, event.from);
  }
  // "ending ten years of ownership by A": of what was just dealt with
  const bool is_of_ended = trigger.form == Trigger::Form::kNoun && event.status == model::Status::kEnded;
  if (event.to.empty() && frame.from_context && frame.relation == model::Relation::kOwns && is_of_ended)
    event.to = referents.last_asset(trigger.word, frame.to.kinds);
  // "A has no stake in C: he sold out to B"
  if (event.to.empty() && frame.from_context && frame.relation == model::Relation::kAcquires)
    event.to = referents.last_asset(trigger.word, frame.to.kinds);
  // "Ранее этот пост занимал А": that of whom was spoken last
  if (event.to.empty() && frame.from_context && frame.relation == model::Relation::kLeads) {
    event.to = referents.last_post(trigger.carrier, frame.to.kinds);
    return;
  }
  if (event.to.empty() && frame.from_context) {
    event.to_from_context = !filling.says_where(frame.to);
    event.to_else = filling.owner_of_described({.slots = {}, .kinds = takers_of_money});
    if (event.to_else.empty())
      event.to_else = filling.valued_by_round({.slots = {}, .kinds = takers_of_money});
  }
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
