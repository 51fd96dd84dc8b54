#include <algorithm>
#include <string>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/places.hpp"

namespace whofunds::facts {

using language::Slot;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

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
  // "A's B takeover"; but "the Oslo company's financing"
  const int owner = tree_.child(trigger_.word, Dependency::kPossessor);
  for (const int word : owner != kNoWord && after_of.empty() ? all : std::vector<int>()) {
    if (tree_.at(word).is(Dependency::kCompound) && word > owner) after_of.push_back(word);
  }
  if (owner != kNoWord && after_of.empty()) after_of.push_back(owner);
  Tiers tiers{clause_.listed(trigger_.word), after_of.empty() ? all : after_of};
  // "приобретение контроля в А", where a parser hangs A on the purchase
  const Slot within{.place = Slot::Place::kPreposition,
                    .grammatical_case = language::Case::kPrepositional,
                    .preposition = "в"};
  if (!all.empty() && lexicon_.stake_nouns.contains(tree_.at(all.front()).lemma))
    tiers.push_back(clause_.after_preposition(trigger_.word, within));
  return tiers;
}

/// "under the deal, the two firms will pay": a deal of which was spoken before, and no partnership of theirs.
bool Places::is_deal_told_before() const {
  if (!frame_.both || lexicon_.inflected ||
      !lexicon_.partner_prepositions.contains(std::string(tree_.preposition(trigger_.word))))
    return false;
  const int article = tree_.child(trigger_.word, Dependency::kDeterminer);
  return article != kNoWord && lexicon_.demonstratives.contains(tree_.at(article).lower);
}

/// Who does what an event noun names: "покупка Ладогой", "investment by A", "A's acquisition of B"; or the
/// subject of the verb that carries it. A genitive is whoever does it only where the frame has no object:
/// "инвестиции «Листвы»", "покупка завода".
Places::Tiers Places::subjects_of_noun() const {
  const int noun = trigger_.word;
  if (is_deal_told_before()) return {};
  const bool has_object = frame_.to.has(Slot::Place::kObject);
  // "продажа доли А в Б": A sells.
  if (std::vector<int> holders = holders_of_sold(); !holders.empty()) return {std::move(holders)};
  // "advised A on its purchase of B"
  const int governing = clause_.governing_verb(noun);
  if (governing != kNoWord && lexicon_.advising_verbs.contains(tree_.at(governing).lemma)) {
    // "advised A on the financing" tells neither whose nor of what it is.
    const bool is_told = std::ranges::any_of(tree_.at(noun).children, [&](int child) {
      return tree_.at(child).is(Dependency::kNominalModifier) || tree_.at(child).is(Dependency::kPossessor);
    });
    return is_told ? Tiers{clause_.objects(governing)} : Tiers{};
  }
  // "выдал А 3 млн на покупку Б": who gets the money buys
  if (governing != kNoWord && is_purpose() && lexicon_.providing_verbs.contains(tree_.at(governing).lemma) &&
      !clause_.is_passive(governing))
    return {clause_.in_case(governing, language::Case::kDative)};
  // "ФАС отказала группе в покупке": who asked for it
  if (governing != kNoWord && frame_.relation == model::Relation::kAcquires &&
      lexicon_.refusing_verbs.contains(tree_.at(governing).lemma))
    return {clause_.in_case(governing, language::Case::kDative)};
  // "победил в торгах по продаже": who takes part in an auction sells nothing there
  const int link = tree_.child(noun, Dependency::kCase);
  if (link > 0 && tree_.at(link).lower == "по" && lexicon_.auction_nouns.contains(tree_.at(link - 1).lemma))
    return {};
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
      const bool is_whose = tree_.at(owner).is(Dependency::kPossessor) ||
                            (lexicon_.inflected && mentions_.name_at(owner) != kNoWord &&
                             tree_.at(subject).note.grammatical_case == language::Case::kInstrumental);
      if (is_whose) owners.push_back(owner);
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
  // "оплатила покупку акциями А": by what, and not by whom
  std::erase_if(tiers.front(), [&](int word) { return lexicon_.stake_nouns.contains(tree_.at(word).lemma); });
  if (std::vector<int> firms = firms_that_report(governing); !firms.empty())
    tiers.push_back(std::move(firms));
  // "покупка обошлась группе в 5 млн"
  const int costing = tree_.at(noun).is(Dependency::kSubject) ? tree_.head_of(noun) : kNoWord;
  if (costing != kNoWord && lexicon_.costing_verbs.contains(tree_.at(costing).lemma)) {
    tiers.push_back(clause_.in_case(costing, language::Case::kDative));
    tiers.push_back(clause_.in_case(costing, language::Case::kNone));
  }
  // "announced its acquisition by A", where a parser hangs A on the verb
  const bool is_active = support_ != kNoWord && !clause_.is_passive(support_);
  if (is_active && has_object)
    tiers.push_back(
        clause_.after_preposition(support_, {.place = Slot::Place::kPreposition, .preposition = "by"}));
  // "A, with a stake in B", "A, in partnership with B"
  const int head = tree_.head_of(noun);
  if (head != kNoWord && is_means() && mentions_.name_at(head) != kNoWord) tiers.push_back({head});
  // "получила ходатайство А о покупке": whose plan it is
  std::vector<int> planners;
  const int plan = has_object ? plan_of(noun) : kNoWord;
  if (plan != kNoWord) planners = clause_.possessors(plan);
  std::erase_if(planners, [&](int planner) { return planner > noun || planner == tree_.head_of(noun); });
  if (plan != kNoWord && planners.empty()) planners = planners_beside(plan);
  // "получил разрешение ФАС на покупку": who gets leave
  const int given_to = head == kNoWord ? kNoWord : tree_.head_of(head);
  const bool is_leave = plan != kNoWord && head != kNoWord && given_to != kNoWord &&
                        lexicon_.permitting_nouns.contains(tree_.at(head).lemma) &&
                        tree_.at(given_to).is_verb();
  std::vector<int> losers;  // "отозвал у А разрешение на покупку", "выдал А разрешение"
  if (is_leave && !lexicon_.having_verbs.contains(tree_.at(given_to).lemma)) {
    losers = clause_.in_case(given_to, language::Case::kDative);
    append_words(losers, clause_.after_preposition(given_to, {.place = Slot::Place::kPreposition,
                                                              .grammatical_case = language::Case::kGenitive,
                                                              .preposition = "у"}));
  }
  if (!losers.empty())
    planners = losers;
  else if (is_leave && !planners.empty())
    planners = clause_.subjects(given_to);
  std::erase(planners, noun);
  if (!planners.empty()) {
    tiers.push_back(planners);
  } else if (support_ != kNoWord) {
    const bool is_allowed = frame_.relation == model::Relation::kAcquires && is_cleared();
    // "разрешила группе покупку"
    if (is_allowed) tiers.push_back(clause_.in_case(support_, language::Case::kDative));
    tiers.push_back(clause_.subjects(support_));
    if (is_allowed) std::erase_if(tiers.back(), [&](int word) { return is_public_body(word); });
  }
  if (std::vector<int> talking = those_who_talk(); !talking.empty()) tiers.push_back(std::move(talking));
  return tiers;
}

/// "talks about a venture": the noun for the talks on what partners may do; kNoWord if there is none.
int Places::talks_about() const {
  const int talks = tree_.head_of(trigger_.word);
  const bool may_be = frame_.both || !frame_.particles.empty();
  const bool is_talked_of = may_be && trigger_.form == Trigger::Form::kNoun && talks != kNoWord &&
                            talks < trigger_.word && tree_.at(talks).is_noun() &&
                            lexicon_.transparent_nouns.contains(tree_.at(talks).lemma);
  return is_talked_of ? talks : kNoWord;
}

/// "A is in talks with B about a venture"
std::vector<int> Places::those_who_talk() const {
  const int talks = talks_about();
  if (talks == kNoWord || tree_.preposition(talks) != "in") return {};
  const int verb = tree_.head_of(talks);
  return verb != kNoWord && tree_.at(verb).is_verb() ? clause_.subjects(verb) : std::vector<int>();
}

/// "Кредит банка поможет заводу", "гранты фонда достались музею": the verb that tells to whom money goes
/// which is its subject; kNoWord where none does.
int Places::helped_verb() const {
  const int verb = tree_.head_of(trigger_.word);
  const bool is_money = frame_.relation == model::Relation::kLendsTo ||
                        frame_.relation == model::Relation::kGrantsTo ||
                        frame_.relation == model::Relation::kInvestsIn;
  const bool is_first = tree_.at(trigger_.word).is(Dependency::kSubject) ||
                        (tree_.at(trigger_.word).is(Dependency::kObject) && trigger_.word < verb);
  if (!lexicon_.inflected || trigger_.form != Trigger::Form::kNoun || verb == kNoWord || !is_money ||
      !is_first || !tree_.at(verb).is_verb())
    return kNoWord;
  const bool goes_to = lexicon_.any_frame_of_verb(tree_.at(verb).lemma, [&](const language::Frame& frame) {
    const std::vector<std::string>& asked = frame.object_words;
    return frame.to.has(Slot::Place::kCase) &&
           std::ranges::find(asked, tree_.at(trigger_.word).lemma) != asked.end();
  });
  return goes_to || lexicon_.control_verbs.contains(tree_.at(verb).lemma) ? verb : kNoWord;
}

/// "кредит на покупку", "3 млн рублей на покупку": what money is for.
bool Places::is_purpose() const {
  const std::string_view preposition = tree_.preposition(trigger_.word);
  return lexicon_.inflected && frame_.relation == model::Relation::kAcquires &&
         (preposition == "на" || preposition == "для");
}

/// "Компания «А» сообщила о покупке": who tells what it did itself; nobody where that is not called a firm.
std::vector<int> Places::firms_that_report(int verb) const {
  std::vector<int> firms;
  const std::string_view preposition = tree_.preposition(trigger_.word);
  if (verb == kNoWord || !(preposition == "о" || preposition == "об") ||
      !lexicon_.reporting_verbs.contains(tree_.at(verb).lemma) || clause_.is_passive(verb))
    return firms;
  for (const int subject : clause_.subjects(verb)) {
    const std::string& called = tree_.at(subject).lemma;
    const auto descriptor = lexicon_.descriptors.find(called);
    const bool is_firm =
        lexicon_.legal_forms.contains(called) || (descriptor != lexicon_.descriptors.end() &&
                                                  (descriptor->second.kind == model::EntityKind::kCompany ||
                                                   descriptor->second.kind == model::EntityKind::kFund));
    const bool is_named = tree_.child(subject, Dependency::kApposition) != kNoWord;
    if (is_firm && is_named && !lexicon_.media_nouns.contains(called)) firms.push_back(subject);
  }
  return firms;
}

/// "продажа доли А в Б": who holds what is sold; nobody where it is not told so.
std::vector<int> Places::holders_of_sold() const {
  if (!lexicon_.inflected || !frame_.seller.has(Slot::Place::kSubject)) return {};
  for (const int share : clause_.possessors(trigger_.word)) {
    if (!lexicon_.stake_nouns.contains(tree_.at(share).lemma)) continue;
    const bool is_within = std::ranges::any_of(tree_.at(share).children,
                                               [&](int child) { return tree_.preposition(child) == "в"; });
    std::vector<int> holders = is_within ? clause_.possessors(share) : std::vector<int>();
    std::erase_if(holders, [&](int holder) { return mentions_.name_at(holder) == kNoWord; });
    if (!holders.empty()) return holders;
  }
  return {};
}

/// "получила ходатайство А о покупке", "ходатайство о даче согласия на покупку": the noun that says that what
/// `noun` names is wanted; kNoWord if there is none.
int Places::plan_of(int noun) const {
  constexpr int kFarthest = 4;
  int word = tree_.head_of(noun);
  for (int steps = 0; steps < kFarthest && word != kNoWord && tree_.at(word).is_noun(); ++steps) {
    if (lexicon_.status_verbs.contains(tree_.at(word).lemma)) return word;
    const bool goes_on =
        tree_.at(word).is(Dependency::kNominalModifier) && mentions_.name_at(word) == kNoWord;
    if (!lexicon_.inflected || !goes_on) return kNoWord;
    word = tree_.head_of(word);
  }
  return kNoWord;
}

/// "У А есть планы по покупке"
std::vector<int> Places::planners_beside(int plan) const {
  const int verb = tree_.head_of(plan);
  if (!lexicon_.inflected || verb == kNoWord || !tree_.at(plan).is_subject() ||
      !lexicon_.copular_verbs.contains(tree_.at(verb).lemma))
    return {};
  return clause_.after_preposition(verb, {.place = Slot::Place::kPreposition,
                                          .grammatical_case = language::Case::kGenitive,
                                          .preposition = "у"});
}

/// "ФАС одобрила покупку", "выдала решение о согласовании покупки": whether what the noun names was allowed.
bool Places::is_cleared() const {
  constexpr int kFarthest = 6;
  int word = tree_.head_of(trigger_.word);
  for (int steps = 0; steps < kFarthest && word != kNoWord; ++steps) {
    if (lexicon_.clearing_verbs.contains(tree_.at(word).lemma)) return true;
    if (tree_.at(word).is_verb()) return false;
    word = tree_.head_of(word);
  }
  return false;
}

bool Places::is_public_body(int word) const {
  const int name = mentions_.name_at(word);
  return name != kNoWord &&
         mentions_.names[static_cast<std::size_t>(name)].kind == model::EntityKind::kPublicBody;
}

/// The verb that carries an event noun: "сделает инвестиции", "approved a loan", "отказался от покупки"; or
/// whose subject does what the noun names: "expanded with the purchase of A".
int Places::support_verb() const {
  if (tree_.at(trigger_.word).is(Dependency::kSubject)) return kNoWord;
  // "открыл линию для строительства завода", "выделит 5 млн на строительство": who pays for it does not build
  // it.
  const std::string_view purpose = tree_.preposition(trigger_.word);
  if (frame_.relation == model::Relation::kDevelops && (purpose == "для" || purpose == "на")) return kNoWord;
  const int verb = clause_.governing_verb(trigger_.word);
  if (verb == kNoWord || is_means()) return verb;
  // "With a loan from A, B opened a plant": whoever opened it gave nothing.
  const Slot from{.place = Slot::Place::kPreposition, .preposition = "from"};
  const bool has_giver = is_provided() && is_paid() && tree_.at(trigger_.word).note.head == verb &&
                         std::ranges::any_of(clause_.after_preposition(trigger_.word, from),
                                             [&](int word) { return mentions_.name_at(word) != kNoWord; });
  if (has_giver) return kNoWord;
  const std::string& lemma = tree_.at(verb).lemma;
  // "stepped in with a loan"
  const bool has_particle = verb + 1 < tree_.size() && tree_.head_of(verb + 1) == verb;
  const std::string phrase = has_particle ? lemma + " " + tree_.at(verb + 1).lower : lemma;
  const bool carries =
      lexicon_.support_verbs.contains(lemma) || lexicon_.support_verbs.contains(phrase) ||
      lexicon_.status_verbs.contains(lemma) ||
      (is_provided() && is_paid() && lexicon_.providing_verbs.contains(lemma) &&
       clause_.after_preposition(trigger_.word, {.place = Slot::Place::kPreposition, .preposition = "from"})
           .empty());
  return carries ? verb : kNoWord;
}

/// "после его покупки структурами А", "одобрит покупку завода холдингом А": who does it after the noun and
/// its complement, where a parser hangs it on the verb.
std::vector<int> Places::agents_after(int noun) const {
  const int verb = tree_.head_of(noun);
  const bool is_argument = is_oblique(tree_.at(noun)) || tree_.at(noun).is(Dependency::kObject);
  if (!lexicon_.inflected || verb == kNoWord || !is_argument) return {};
  int next = noun + 1;
  while (next < tree_.size() && tree_.is_under(next, noun) && tree_.at(next).token.text != ",") ++next;
  // "дочерней структурой А": its adjectives stand before it.
  int agent = next;
  while (agent < tree_.size() && tree_.at(agent).is(Dependency::kAdjectiveModifier)) ++agent;
  if (agent >= tree_.size() || (next > noun + 1 && !lexicon_.clearing_verbs.contains(tree_.at(verb).lemma)))
    return {};
  const Word& word = tree_.at(agent);
  const bool is_agent = word.note.head == verb && is_oblique(word) && tree_.preposition(agent).empty() &&
                        word.note.grammatical_case == language::Case::kInstrumental;
  return is_agent ? clause_.with_conjuncts(agent) : std::vector<int>();
}

std::vector<int> Places::after_noun(int verb, const Slot& slot) const {
  std::vector<int> words = clause_.after_preposition(verb, slot);
  std::erase_if(words, [&](int word) { return word < trigger_.word; });
  return words;
}

}  // namespace whofunds::facts
