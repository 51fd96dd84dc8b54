#pragma once

#include <optional>
#include <string>
#include <vector>

#include "whofunds/entities/roster.hpp"
#include "whofunds/facts/deal_sums.hpp"
#include "whofunds/facts/event.hpp"
#include "whofunds/facts/found_fact.hpp"
#include "whofunds/facts/referents.hpp"
#include "whofunds/facts/trigger_memory.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::facts {

/// Reads the facts of a document, sentence by sentence in order, by the frames of its language.
class FactReader {
 public:
  /// `memory` outlives the reader, so that the next one of the same document need not find the same again.
  FactReader(const language::Lexicon& lexicon, entities::Roster& roster, TriggerMemory& memory)
      : lexicon_(lexicon), roster_(roster), memory_(memory), referents_(lexicon, roster) {}

  /// "возглавил раунд", "the deal is worth …", "the deal closed in May" speak of a deal told in this sentence
  /// or in one of so many before it.
  static constexpr std::size_t kDealMemory = 3;

  /// What came of reading a sentence.
  struct Outcome {
    /// Whether it tells of a deal, but no sum or no date of it: these may come in the `kDealMemory` sentences
    /// after it.
    bool lacks_value() const;

    std::vector<Event> events;    ///< those that facts were made of
    std::vector<Event> unfilled;  ///< those in which a party is missing
    bool tells = false;           ///< one of them has a party at least
    /// A word may mean what one of the `Referents::kFarthest` sentences before this one names.
    bool looks_back = false;
  };

  /// Reads one sentence; `sentence` is its number in the document.
  Outcome read(const mentions::SentenceMentions& mentions, std::size_t sentence);

  /// Reads the sentence that `read` has just read once more, in another tree over the same names: an event
  /// that lacked a party there may have all here. Adds to `outcome` what is new.
  void read_otherwise(const mentions::SentenceMentions& other, std::size_t sentence, Outcome& outcome);

  /// All that was found; the same fact said twice is one, with both sentences.
  std::vector<FoundFact> take();

 private:
  mentions::SentenceMentions with_currencies(const mentions::SentenceMentions& mentions) const;
  std::vector<Event> find_events(const mentions::SentenceMentions& mentions, const Clause& clause,
                                 const std::vector<Trigger>& triggers);
  void tell_apart(const mentions::SentenceMentions& mentions, const Clause& clause,
                  std::vector<Event>& events);
  void emit(const Event& event, std::size_t sentence);
  void end_known(const Event& event, std::size_t sentence);
  void remember_deal(const Event& event, const std::vector<Referent>& to, model::Relation relation);
  void remember_asked(const mentions::SentenceMentions& mentions, const std::vector<Event>& events,
                      std::size_t sentence);
  void retell_as_investment(Event& event, std::size_t sentence) const;
  int last_deal_before(std::size_t sentence) const;
  void tell_sum(const DealSum& sum, std::size_t sentence);
  void tell_date(const model::PartialDate& date, std::size_t sentence);
  bool is_undertaking(int entity) const;
  bool may_borrow(int entity) const;
  bool all_lend(const std::vector<Referent>& givers) const;
  std::optional<model::Stake> rest_of(int asset, int holder, std::size_t sentence) const;
  void add(FoundFact fact);
  void tell_kind(const FoundFact& fact);

  const language::Lexicon& lexicon_;
  entities::Roster& roster_;
  TriggerMemory& memory_;
  Referents referents_;
  std::vector<FoundFact> facts_;
  int deals_ = 0;
  std::string last_currency_;  ///< of the sums told so far: that of "ещё 10 миллиардов"

  /// What the last deal was about: "возглавил раунд", "эти инвестиции" speak of it again.
  struct LastDeal {
    std::vector<Referent> to;
    std::optional<model::Money> amount;
    std::string round;
    int deal = 0;
    std::size_t sentence = 0;
    model::Relation relation = model::Relation::kInvestsIn;
  };
  const LastDeal* deal_meant(const language::Frame& frame) const;
  std::optional<LastDeal> last_deal_;
  /// A grant or a loan that somebody got and nobody gave yet: "The museum got a grant. The money is from A".
  std::optional<LastDeal> last_asked_;
  std::optional<LastDeal> last_payment_;  ///< of whatever relation: "another $5m came from A"
};

}  // namespace whofunds::facts
