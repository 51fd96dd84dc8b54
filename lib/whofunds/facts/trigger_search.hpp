#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "whofunds/facts/carriers.hpp"
#include "whofunds/facts/taken_values.hpp"
#include "whofunds/facts/triggers.hpp"

namespace whofunds::facts {

/// Looks through the words of one sentence for those that call frames up, or nearly do.
class TriggerSearch {
 public:
  TriggerSearch(const mentions::SentenceMentions& sentence, const Clause& clause,
                const language::Lexicon& lexicon)
      : sentence_(sentence),
        tree_(sentence.tree),
        clause_(clause),
        lexicon_(lexicon),
        carriers_(sentence, clause, lexicon),
        taken_(sentence, clause, lexicon) {}

  void run();

  std::vector<Trigger> take_triggers() { return std::move(triggers_); }
  std::vector<NearTrigger> take_near() { return std::move(near_); }

 private:
  /// "Aster LLC Ивана Белова": a name that is surely a firm's, and a person right after it, say what
  /// "компания «А» Ивана Белова" says.
  void find_owned_name(int word);

  void find_verbal(int word);
  bool tells_size_of_stake(int word) const;

  /// The first thing that the frame of a verb asks for and that is not there.
  std::optional<NearTrigger::Missing> missing_of_verb(const Trigger& trigger) const;
  bool stands_alone(int verb) const;
  bool is_bare_title(int title) const;
  bool is_to_buy(int noun) const;

  void find_nominal(int word);

  /// "Контрольный пакет — у «А»": the clause has no verb, its predicate is a noun.
  bool is_subject_without_verb(int word) const;

  /// "дал 7 млн и получил 30% бюро": what somebody is given for what he put in, and no purchase.
  bool is_given_for_investment(const language::Frame& frame, int verb) const;

  bool is_customer(int buyer) const;  ///< "the biggest buyer": of what is made, and not of who makes it

  /// "совет директоров", "собрание акционеров": what a body is made of is nobody's title.
  bool is_member_of_body(int word) const;

  /// "экс-владелец": a prefix that is a word of status too.
  std::string without_former(const std::string& lemma) const;

  /// The lemma, and of a reflexive the verb without "-ся": "строится" is built.
  std::vector<std::string> verb_lemmas(int word) const;

  bool tells_other_relation(const std::string& reflexive, const std::string& active) const;

  bool has_trigger(const std::vector<language::Trigger>& triggers, const std::string& lemma, int word) const;

  /// Whether the word is that trigger, with all words before it that this has.
  bool is_trigger(const language::Trigger& trigger, const std::string& lemma, int word) const;

  /// "a Tamsin Group company": an article, the name of a firm and what is its.
  bool is_of_firm(int title) const;

  /// "its co-investor A": of them both in something else.
  bool is_fellow(int word) const;

  /// "vice-president", "deputy head"
  bool is_deputy(int word) const;

  /// "investors in A include B", "the deal includes B": what B is to A the noun tells.
  bool lists_titles(int verb) const;

  /// "head of sales", "director of research": of a part that has no name.
  bool heads_part(int word) const;

  /// Whether one of the triggers with words before it fits: "loan agreement", where "agreement" alone says
  /// something else.
  bool has_modified_trigger(const std::vector<language::Trigger>& triggers, const std::string& lemma,
                            int word) const;

  bool has_modifier(int word, const std::string& modifier) const;

  bool has_particle(const language::Frame& frame, int word) const;

  /// Whether a title is that of what its frame asks for: "лидер раунда".
  bool is_title_of(const language::Frame& frame, int title) const;

  /// "акционером завода остаётся А": whether a verb only says who has a title, and not of what it carries.
  bool is_copula_of_title(const Trigger& trigger) const;

  /// "дал заводу 2 млн рублей взаймы": wherever in its clause a parser hangs it.
  bool stands_before_particle(const language::Frame& frame, int verb) const;

  /// "передал завод в управление": who gets it uses it, and does not own it.
  bool is_given_to_use(int verb) const;

  /// "при участии": of a noun the particle is its preposition.
  bool stands_after_particle(const language::Frame& frame, int noun) const;

  /// "bringing its total funding to $5m": of many deals.
  bool is_total(int noun) const;

  /// "участниками ООО «А» являются Б (60%) и В": the sentence tells a stake, or whose the title is has a
  /// legal form.
  bool has_stake_of(int title) const;

  const mentions::SentenceMentions& sentence_;
  const mentions::AnnotatedSentence& tree_;
  const Clause& clause_;
  const language::Lexicon& lexicon_;
  Carriers carriers_;
  TakenValues taken_;
  std::vector<Trigger> triggers_;
  std::vector<NearTrigger> near_;
};

}  // namespace whofunds::facts
