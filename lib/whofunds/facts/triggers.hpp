#pragma once

#include <vector>

#include "whofunds/facts/clause.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::facts {

/// A word of a sentence that calls a frame up.
struct Trigger {
  enum class Form {
    kVerb,   ///< "купил", "was acquired", "investing"
    kNoun,   ///< names the event: "покупка", "acquisition"
    kTitle,  ///< names a party: "владелец", "subsidiary"
    kThing,  ///< is a party that has its name and its owner beside it: "завод «А» холдинга «Б»"
  };
  const language::Frame* frame = nullptr;
  int word = 0;
  Form form = Form::kVerb;
  int carrier =
      mentions::kNoWord;  ///< the object word that the frame asks for: "раунд" of "возглавить раунд"
};

/// A word that calls a frame up, where something is missing that the frame asks for beside it.
struct NearTrigger {
  enum class Missing {
    kObjectWord,  ///< "led a choir": no round
    kParticle,    ///< "set a table": not up
    kStake,       ///< "took the train": no stake
    kMoney,       ///< "won a contract": no sum
    kAlone,       ///< "joined the club": not by itself
  };
  const language::Frame* frame = nullptr;
  int word = 0;
  Missing missing = Missing::kObjectWord;
};

/// The triggers of a sentence in its order. Where a verb has frames that ask for an object, a particle or a
/// stake, and one of these fits, the verb's general frames are left out: to lead a round is not to lead a
/// company.
std::vector<Trigger> find_triggers(const mentions::SentenceMentions& sentence, const Clause& clause,
                                   const language::Lexicon& lexicon);

/// The words that nearly call a frame up, in their order: what `extract --explain` tells a linguist.
std::vector<NearTrigger> find_near_triggers(const mentions::SentenceMentions& sentence, const Clause& clause,
                                            const language::Lexicon& lexicon);

}  // namespace whofunds::facts
