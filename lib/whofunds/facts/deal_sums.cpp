#include "whofunds/facts/deal_sums.hpp"

#include <algorithm>

#include "whofunds/facts/clause.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using tagging::Dependency;

namespace {

class DealSumSearch {
 public:
  DealSumSearch(const mentions::SentenceMentions& mentions, const language::Lexicon& lexicon)
      : tree_(mentions.tree), lexicon_(lexicon), clause_(mentions.tree, lexicon) {}

  /// Climbs from the sum to the word that it is said of, or to the clause whose subject it is.
  enum class Said { kNothing, kSum, kWorth };

  Said said_of_deal(const mentions::Place& place) const {
    int word = tree_.top_within(place.first, place.first, place.last);
    for (int steps = 0; steps < kFarthest && word != kNoWord; ++steps) {
      const bool is_value = word >= place.first && word < place.last;
      // "«А» купил «Б»; сумма сделки — 420 млн"
      if (!is_value && (is_deal(word) || names_sum_of_deal(word))) return Said::kSum;
      for (const int child : tree_.at(word).children) {
        const bool is_subject = tree_.at(child).is_subject();
        if (!is_subject) continue;
        if (is_cost_of_purchase(word, child) || is_paid_by_buyer(word, child)) return Said::kSum;
        if (has_object(word, place)) return is_deal(child) ? Said::kWorth : Said::kNothing;
        const bool is_talk = lexicon_.told_sums.contains(tree_.at(child).lemma);
        return is_deal(child) || is_talk || is_sum_of_deal(child) ? Said::kSum : Said::kNothing;
      }
      const int head = tree_.head_of(word);
      const bool is_apart = tree_.at(word).is(Dependency::kParataxis) &&
                            !(is_value && head != kNoWord && names_sum_of_deal(head));
      if (is_apart) return Said::kNothing;
      word = head;
    }
    return Said::kNothing;
  }

  /// Whether what is said of that time is done, and said of a deal.
  bool dates_deal(const mentions::Place& place) const {
    int word = place.first;
    while (word != kNoWord && !tree_.at(word).is_verb()) word = tree_.head_of(word);
    if (word == kNoWord) return false;
    const mentions::Word& verb = tree_.at(word);
    const bool is_done = verb.note.tense == language::Tense::kPast || clause_.is_passive(word);
    const bool is_governed = verb.is(Dependency::kOpenComplement) || verb.is(Dependency::kClausalComplement);
    const bool is_to_be = std::ranges::any_of(verb.children, [&](int child) {
      return lexicon_.modal_words.contains(tree_.at(child).lemma) ||
             tree_.at(child).note.tense == language::Tense::kFuture;
    });
    const auto told = lexicon_.status_verbs.find(verb.lemma);
    const bool is_open = told != lexicon_.status_verbs.end() && told->second != model::Status::kEnded;
    if (!is_done || is_governed || is_to_be || is_open) return false;
    return std::ranges::any_of(verb.children, [&](int child) {
      const bool is_subject = tree_.at(child).is_subject();
      return is_subject && (is_deal(child) || names_event(child));
    });
  }

 private:
  static constexpr int kFarthest = 4;

  /// "The deal values the company at …": of the object, not of the deal.
  bool has_object(int verb, const mentions::Place& place) const {
    const int object = tree_.child(verb, Dependency::kObject);
    return object != kNoWord && (object < place.first || object >= place.last);
  }

  /// "Актив обошёлся холдингу в 5 млн": what was just bought, by whom.
  bool is_cost_of_purchase(int verb, int subject) const {
    if (!lexicon_.costing_verbs.contains(tree_.at(verb).lemma)) return false;
    const auto named = [&](int child) {
      return tree_.at(child).is_capitalised() && tree_.at(child).is_noun();
    };
    const bool is_nameless = (subject == 0 || !tree_.at(subject).is_capitalised()) &&
                             std::ranges::none_of(tree_.at(subject).children, named) &&
                             (lexicon_.stake_nouns.contains(tree_.at(subject).lemma) ||
                              lexicon_.descriptors.contains(tree_.at(subject).lemma));
    return is_nameless && tree_.child(verb, Dependency::kIndirectObject) != kNoWord;
  }

  /// "The buyer paid $5m", where no name tells of another.
  bool is_paid_by_buyer(int verb, int subject) const {
    const auto party = lexicon_.party_nouns.find(tree_.at(subject).lemma);
    const auto is_buyer = [](const language::PartyNoun& part) {
      return part.relation == model::Relation::kAcquires && part.end == language::PartyNoun::End::kFrom;
    };
    return lexicon_.paying_words.contains(tree_.at(verb).lemma) && tree_.at(verb).is_verb() &&
           party != lexicon_.party_nouns.end() && std::ranges::any_of(party->second, is_buyer) &&
           tree_.child(verb, Dependency::kOblique) == kNoWord &&
           std::ranges::none_of(tree_.at(subject).children,
                                [&](int child) { return tree_.at(child).is_capitalised(); });
  }

  /// "покупка завода", but not "предприятие", which is an event only as a joint one.
  bool names_event(int word) const {
    const auto frames = lexicon_.frames_by_noun.find(tree_.at(word).lemma);
    return frames != lexicon_.frames_by_noun.end() &&
           std::ranges::any_of(frames->second, [&](std::size_t index) {
             return std::ranges::any_of(lexicon_.frames[index].nouns, [&](const language::Trigger& noun) {
               return noun.lemma == tree_.at(word).lemma && noun.modifiers.empty();
             });
           });
  }

  bool is_deal(int word) const {
    const std::string& lemma = tree_.at(word).lemma;
    return tree_.at(word).is_noun() && lexicon_.deal_nouns.contains(lemma);
  }

  /// "сумма", "стоимость сделки", "the price of the acquisition".
  bool is_sum_of_deal(int word) const {
    if (!lexicon_.sum_nouns.contains(tree_.at(word).lemma)) return false;
    std::vector<int> owners = clause_.possessors(word);
    for (const int child : tree_.at(word).children) {
      if (tree_.at(child).is(Dependency::kCompound)) owners.push_back(child);  // "the purchase price"
    }
    return std::ranges::all_of(owners, [&](int owner) {
      const std::string& lemma = tree_.at(owner).lemma;
      // "Её сумма", of the deal that was told
      return is_deal(owner) || is_possessive(lexicon_.pronouns, tree_.at(owner)) ||
             lexicon_.frames_by_noun.contains(lemma) || lexicon_.round_nouns.contains(lemma);
    });
  }

  /// "сумма сделки", and no sum of which nobody says of what.
  bool names_sum_of_deal(int word) const {
    return lexicon_.sum_nouns.contains(tree_.at(word).lemma) &&
           std::ranges::any_of(clause_.possessors(word), [&](int owner) { return is_deal(owner); });
  }

  const mentions::AnnotatedSentence& tree_;
  const language::Lexicon& lexicon_;
  const Clause clause_;
};

}  // namespace

std::vector<DealSum> find_deal_sums(const mentions::SentenceMentions& mentions,
                                    const language::Lexicon& lexicon) {
  std::vector<DealSum> sums;
  if (mentions.values.money.empty()) return sums;
  const DealSumSearch search(mentions, lexicon);
  for (const mentions::MoneyMention& money : mentions.values.money) {
    if (money.of_unit || money.vague) continue;
    const DealSumSearch::Said said = search.said_of_deal(money.place);
    if (said == DealSumSearch::Said::kSum) sums.push_back({.money = money.money});
    if (said == DealSumSearch::Said::kWorth && money.valuation)
      sums.push_back({.money = money.money, .is_worth = true});
  }
  return sums;
}

std::vector<model::PartialDate> find_deal_dates(const mentions::SentenceMentions& mentions,
                                                const language::Lexicon& lexicon) {
  std::vector<model::PartialDate> dates;
  if (mentions.values.dates.empty()) return dates;
  const DealSumSearch search(mentions, lexicon);
  for (const mentions::DateMention& date : mentions.values.dates) {
    if (search.dates_deal(date.place)) dates.push_back(date.date);
  }
  return dates;
}

bool is_told_of_deal(const mentions::SentenceMentions& mentions, const language::Lexicon& lexicon,
                     const mentions::Place& place) {
  return DealSumSearch(mentions, lexicon).said_of_deal(place) == DealSumSearch::Said::kSum;
}

}  // namespace whofunds::facts
