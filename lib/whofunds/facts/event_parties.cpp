#include "whofunds/facts/event_parties.hpp"

#include <algorithm>

namespace whofunds::facts {

using language::Frame;
using model::Relation;

namespace {

bool has(const std::vector<Referent>& side, const Referent& one) {
  return std::ranges::any_of(side, [&](const Referent& other) { return other.entity == one.entity; });
}

}  // namespace

bool is_filled(const Event& event) {
  const Frame& frame = *event.trigger.frame;
  const bool has_from =
      !event.from.empty() || frame.without_from || frame.both || !event.seller.empty() || event.is_from_many;
  return has_from && (!event.to.empty() || event.to_from_context || frame.both);
}

bool is_from_many(const Event& event, const mentions::AnnotatedSentence& tree, const Clause& clause,
                  const language::Lexicon& lexicon) {
  const bool tells_money = event.trigger.form == Trigger::Form::kVerb &&
                           event.trigger.frame->object_words.empty() &&
                           event.trigger.frame->relation == Relation::kInvestsIn;
  if (!tells_money || lexicon.inflected || !event.from.empty() || event.to.size() != 1) return false;
  const std::vector<int> subjects = clause.subjects(event.trigger.word);
  return !subjects.empty() && std::ranges::all_of(subjects, [&](int subject) {
    const mentions::Word& noun = tree.at(subject);
    return noun.is_noun() && noun.note.number == language::Number::kPlural &&
           lexicon.has_title_of(noun.lemma, Relation::kInvestsIn) && clause.possessors(subject).empty() &&
           tree.child(subject, tagging::Dependency::kDeterminer) == mentions::kNoWord;
  });
}

bool is_told_as_investment(const Event& event, const std::vector<Event>& events,
                           const entities::Roster& roster) {
  // "took part in the Aster consortium": in that, and in no firm without a name
  const auto is_unnamed = [&](const std::vector<Referent>& parties) {
    return !parties.empty() && std::ranges::all_of(parties, [&](const Referent& party) {
      return roster.at(party.entity).name().empty();
    });
  };
  // "присоединился к консорциуму «А»": to that, and to none of those who are in it
  const bool is_joining = event.trigger.frame->relation == Relation::kPartnersWith &&
                          event.trigger.form == Trigger::Form::kVerb &&
                          std::ranges::any_of(events, [&](const Event& other) {
                            return other.trigger.word == event.trigger.word &&
                                   other.trigger.frame->relation == Relation::kParticipatesIn &&
                                   !other.to.empty() && !is_unnamed(other.to) && !other.from.empty();
                          });
  if (is_joining) return true;
  // "А совместно с Б откроет кредитную линию": they lend together
  const Frame& told = *event.trigger.frame;
  const bool act_together = told.relation == Relation::kPartnersWith && told.both && event.to.empty() &&
                            event.trigger.form == Trigger::Form::kVerb;
  const bool pay_together =
      act_together && std::ranges::any_of(events, [&](const Event& other) {
        const Relation relation = other.trigger.frame->relation;
        return model::moves_money(relation) && relation != Relation::kAcquires && !other.to.empty() &&
               std::ranges::all_of(event.from, [&](const Referent& one) { return has(other.from, one); });
      });
  if (pay_together) return true;
  return event.trigger.frame->relation == Relation::kParticipatesIn &&
         std::ranges::any_of(events, [&](const Event& other) {
           // "в проект вошёл А, вложивший 5 млн"
           const bool are_same = event.from.size() == 1 && other.from.size() == 1 && event.to.size() == 1 &&
                                 other.to.size() == 1 && has(event.from, other.from.front()) &&
                                 has(event.to, other.to.front());
           return (other.trigger.word == event.trigger.word || are_same) &&
                  other.trigger.frame->relation == Relation::kInvestsIn &&
                  (!is_unnamed(other.to) || is_unnamed(event.to));
         });
}

bool is_sum_of_parts(const Event& event, const std::vector<Event>& events,
                     const mentions::AnnotatedSentence& tree) {
  if (!event.trigger.frame->without_from || !event.from.empty() || event.to.size() != 1) return false;
  return std::ranges::any_of(events, [&](const Event& part) {
    if (part.trigger.frame->relation != Relation::kInvestsIn || part.from.empty() || part.to.size() != 1 ||
        part.to.front().entity != event.to.front().entity || part.trigger.word < event.trigger.word)
      return false;
    const auto first = tree.words.begin() + event.trigger.word;
    const auto last = tree.words.begin() + part.trigger.word;
    return std::any_of(first, last, [](const mentions::Word& word) { return word.token.text == ":"; });
  });
}

bool is_part_of_product(const Event& event, const std::vector<Event>& events) {
  return event.trigger.frame->relation == Relation::kOwns && event.trigger.form == Trigger::Form::kTitle &&
         std::ranges::any_of(events, [&](const Event& other) {
           return other.trigger.word == event.trigger.word &&
                  other.trigger.frame->relation == Relation::kPartOf &&
                  !other.trigger.frame->object_words.empty() && !other.to.empty();
         });
}

bool is_borrowed(const Event& event, const std::vector<Event>& events) {
  if (!event.trigger.frame->without_from || !event.from.empty() || event.to.size() != 1) return false;
  return std::ranges::any_of(events, [&](const Event& other) {
    return other.trigger.frame->relation == Relation::kLendsTo && !other.from.empty() &&
           has(other.to, event.to.front()) && other.trigger.word > event.trigger.word;
  });
}

bool is_told_by_verb(const Event& event, const std::vector<Event>& others) {
  // "ещё 3 млн дал музею А": to whom is said, and not what was spoken of before
  const bool says_to = event.to_from_context && event.trigger.frame->continues &&
                       std::ranges::any_of(others, [&](const Event& other) {
                         return other.trigger.word == event.trigger.word && !other.to.empty();
                       });
  if (says_to) return true;
  if (event.trigger.form != Trigger::Form::kNoun) return false;
  return std::ranges::any_of(others, [&](const Event& other) {
    if (other.trigger.form != Trigger::Form::kVerb || other.trigger.carrier != event.trigger.word ||
        other.trigger.frame->relation != event.trigger.frame->relation)
      return false;
    // "A secured a loan for B": who gets it lends nothing
    const bool is_of_receiver = !other.trigger.frame->both && other.from.empty() && event.from.size() == 1 &&
                                has(other.to, event.from.front());
    return is_of_receiver || (!other.trigger.frame->needs_amount && !other.from.empty() && !other.to.empty());
  });
}

bool is_purpose_of_investment(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                              const std::vector<Trigger>& triggers) {
  const mentions::Word& word = tree.at(trigger.word);
  const std::string_view preposition = tree.preposition(trigger.word);
  if (trigger.form != Trigger::Form::kNoun || trigger.frame->relation != Relation::kFounded ||
      (preposition != "в" && preposition != "на"))
    return false;
  return std::ranges::any_of(triggers, [&](const Trigger& other) {
    return other.frame->relation == Relation::kInvestsIn && other.form == Trigger::Form::kVerb &&
           (other.word == word.note.head || other.word == tree.head_of(word.note.head));
  });
}

bool is_purpose_of_payment(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                           const std::vector<Trigger>& triggers) {
  const mentions::Word& word = tree.at(trigger.word);
  const bool is_purpose =
      trigger.form == Trigger::Form::kVerb && trigger.frame->relation == Relation::kInvestsIn &&
      word.note.part_of_speech == language::PartOfSpeech::kInfinitive && trigger.word > 0 &&
      tree.at(trigger.word - 1).lower == "to" &&
      (word.is(tagging::Dependency::kAdverbialClause) || word.is(tagging::Dependency::kClauseOfNoun));
  if (!is_purpose) return false;
  return std::ranges::any_of(triggers, [&](const Trigger& other) {
    const Relation relation = other.frame->relation;
    const bool pays = relation == Relation::kLendsTo || relation == Relation::kGrantsTo;
    return pays && (other.word == word.note.head || tree.head_of(other.word) == word.note.head);
  });
}

bool is_price_of_share(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                       const language::Lexicon& lexicon) {
  if (trigger.form != Trigger::Form::kVerb || !trigger.frame->without_from ||
      trigger.frame->relation != Relation::kInvestsIn)
    return false;
  const auto sells = [&](int above) {
    return std::ranges::any_of(tree.at(above).children, [&](int child) {
      return tree.preposition(child) == "for" && lexicon.stake_nouns.contains(tree.at(child).lemma);
    });
  };
  const int sum = tree.child(trigger.word, tagging::Dependency::kObject);
  return sells(trigger.word) || (sum != mentions::kNoWord && sells(sum));
}

bool is_carried_by_agent(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                         const std::vector<Trigger>& triggers) {
  if (trigger.form != Trigger::Form::kVerb || trigger.frame->relation != model::Relation::kInvestsIn)
    return false;
  return std::ranges::any_of(triggers, [&](const Trigger& other) {
    // "financed by a loan", "backed it with a loan"
    const bool is_agent = tree.at(other.word).is(tagging::Dependency::kAgent);
    const bool is_means =
        tree.preposition(other.word) == "with" && other.frame->relation != Relation::kInvestsIn;
    return other.form == Trigger::Form::kNoun && tree.head_of(other.word) == trigger.word &&
           (is_agent || is_means) && model::is_funding(other.frame->relation);
  });
}

bool is_argument_of_event(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                          const Clause& clause, const std::vector<Trigger>& triggers) {
  // "won the auction with an offer of $5m"
  if (trigger.form == Trigger::Form::kNoun && trigger.frame->relation == Relation::kAcquires &&
      tree.preposition(trigger.word) == "with" && std::ranges::any_of(triggers, [&](const Trigger& other) {
        return other.form == Trigger::Form::kVerb && other.frame->relation == Relation::kAcquires &&
               other.word == tree.head_of(trigger.word);
      }))
    return true;
  if (trigger.form != Trigger::Form::kNoun || !trigger.frame->needs_stake) return false;
  const bool is_bought = std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& other) {
    return other.form == Trigger::Form::kNoun && other.frame->relation == Relation::kAcquires &&
           other.word != trigger.word && tree.is_under(trigger.word, other.word);
  });
  if (is_bought) return true;  // "the acquisition of a stake in B"
  const int verb = clause.governing_verb(trigger.word);
  return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& other) {
    const bool is_deal =
        other.frame->relation == Relation::kAcquires || other.frame->relation == Relation::kOwns;
    return other.form == Trigger::Form::kVerb && other.word == verb && is_deal;
  });
}

bool is_outcome_of_purchase(const mentions::AnnotatedSentence& tree, const Trigger& trigger,
                            const language::Lexicon& lexicon) {
  const mentions::Word& here = tree.at(trigger.word);
  if (trigger.form != Trigger::Form::kVerb || trigger.frame->relation != Relation::kFounded ||
      here.note.part_of_speech != language::PartOfSpeech::kInfinitive || here.note.head == mentions::kNoWord)
    return false;
  return lexicon.any_frame_of_verb(tree.at(here.note.head).lemma, [&](const language::Frame& frame) {
    return frame.relation == Relation::kAcquires && frame.object_words.empty() && frame.particles.empty() &&
           !frame.needs_amount;
  });
}

bool is_among_fellows(const Event& event, const std::vector<Event>& others) {
  return std::ranges::any_of(others, [&](const Event& other) {
    return std::ranges::any_of(event.from, [&](const Referent& from) {
      return std::ranges::any_of(event.to, [&](const Referent& to) {
        return (has(other.from, from) && has(other.from, to)) || (has(other.to, from) && has(other.to, to));
      });
    });
  });
}

void leave_out_described(Event& event, const std::vector<Event>& others) {
  for (const Event& title : others) {
    if (title.trigger.form != Trigger::Form::kTitle || title.trigger.word == event.trigger.word) continue;
    const bool is_among =
        std::ranges::any_of(title.from, [&](const Referent& titled) { return has(event.from, titled); });
    if (!is_among || event.from.size() < 2) continue;
    std::erase_if(event.from, [&](const Referent& party) {
      return party.certainty >= 1.0 && std::ranges::any_of(title.to, [&](const Referent& described) {
               return described.entity == party.entity && described.word == party.word;
             });
    });
  }
}

bool is_price(const mentions::SentenceMentions& mentions, const Trigger& trigger,
              const language::Lexicon& lexicon) {
  if (trigger.form != Trigger::Form::kVerb || !trigger.frame->without_from ||
      !trigger.frame->object_words.empty())
    return false;
  const mentions::AnnotatedSentence& tree = mentions.tree;
  // "прежний собственник получил 3 млн": for what he had
  const int subject = tree.child(trigger.word, tagging::Dependency::kSubject);
  const auto titles = subject == mentions::kNoWord ? lexicon.frames_by_title.end()
                                                   : lexicon.frames_by_title.find(tree.at(subject).lemma);
  const bool is_owner =
      titles != lexicon.frames_by_title.end() && std::ranges::any_of(titles->second, [&](std::size_t index) {
        const Frame& frame = lexicon.frames[index];
        return frame.relation == Relation::kOwns && frame.title_is_from &&
               std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
                 return title.lemma == tree.at(subject).lemma && title.modifiers.empty();
               });
      });
  if (is_owner) return true;
  constexpr int kFarthest = 12;
  for (int i = trigger.word + 1; i < tree.size() && i <= trigger.word + kFarthest; ++i) {
    // "получил 90 млн рублей от продажи доли"
    const bool is_sale = lexicon.inflected && tree.preposition(i) == "от" &&
                         lexicon.has_noun_of(tree.at(i).lemma, Relation::kAcquires);
    if (is_sale) return true;
    const bool is_share =
        lexicon.stake_nouns.contains(tree.at(i).lemma) || lexicon.percent_words.contains(tree.at(i).lemma);
    const bool is_thing = is_share || mentions.name_at(i) != mentions::kNoWord;
    if (is_thing && tree.preposition(i) == "за" && tree.is_under(i, trigger.word)) return true;
  }
  return false;
}

void leave_out_holders(Event& event, const std::vector<Event>& others) {
  std::erase_if(event.seller, [&](const Referent& seller) {
    return std::ranges::any_of(others, [&](const Event& held) {
      const bool holds = held.trigger.frame->relation == Relation::kOwns && held.trigger.frame->needs_stake &&
                         held.status == model::Status::kCompleted && held.stake;
      return holds && has(held.from, seller) &&
             std::ranges::any_of(held.to, [&](const Referent& asset) { return has(event.to, asset); });
    });
  });
}

void leave_out_told(Event& event, const std::vector<Event>& others) {
  const auto is_pair_told = [&](const Referent& from, const Referent& to) {
    return std::ranges::any_of(others, [&](const Event& other) {
      const Relation told = other.trigger.frame->relation;
      // "A, who heads B, owns a house": B does not own A.
      const bool is_turned = (told == Relation::kLeads || told == Relation::kFounded) &&
                             has(other.from, to) && has(other.to, from);
      // "Investors in A include B": whatever B is to A, it is no part of it.
      const bool is_same =
          told == event.trigger.frame->relation || event.trigger.frame->relation == Relation::kPartOf;
      return is_turned || (is_same && has(other.from, from) && has(other.to, to));
    });
  };
  if (event.to.empty() || !event.seller.empty()) return;
  std::erase_if(event.from, [&](const Referent& from) {
    return std::ranges::all_of(event.to, [&](const Referent& to) { return is_pair_told(from, to); });
  });
}

void pair_titles(std::vector<Event>& events) {
  const auto lacks = [](const Event& event, bool title_is_from) {
    const bool is_title =
        event.trigger.form == Trigger::Form::kTitle && event.trigger.frame->title_is_from == title_is_from;
    return is_title && (title_is_from ? event.to.empty() && !event.from.empty()
                                      : event.from.empty() && !event.to.empty());
  };
  for (Event& giver : events) {
    if (!lacks(giver, true) || !model::moves_money(giver.trigger.frame->relation)) continue;
    for (const Event& taker : events) {
      if (!lacks(taker, false) || taker.trigger.frame->relation != giver.trigger.frame->relation ||
          taker.status != giver.status)
        continue;
      giver.to = taker.to;
      giver.to_from_context = false;
      break;
    }
  }
}

bool adds_nothing(const Event& event, const std::vector<Event>& others,
                  const mentions::AnnotatedSentence& tree) {
  const auto is_named = [](const Referent& party) { return party.certainty >= 1.0; };
  const bool names_somebody =
      std::ranges::any_of(event.from, is_named) || std::ranges::any_of(event.to, is_named);
  return !names_somebody || is_told_by_verb(event, others) || is_among_fellows(event, others) ||
         is_sum_of_parts(event, others, tree);
}

}  // namespace whofunds::facts
