#pragma once

#include <span>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Any form of a verb.
inline bool is_verbal(language::PartOfSpeech part) {
  return part == language::PartOfSpeech::kVerb || part == language::PartOfSpeech::kInfinitive ||
         part == language::PartOfSpeech::kParticiple || part == language::PartOfSpeech::kShortForm ||
         part == language::PartOfSpeech::kGerund;
}

/// Noun or proper noun.
inline bool is_nominal(language::PartOfSpeech part) {
  return part == language::PartOfSpeech::kNoun || part == language::PartOfSpeech::kProperNoun;
}

/// Of the readings of a word the one that fits its annotation best; nullptr where there are none.
const language::Analysis* best_reading(std::span<const language::Analysis> readings,
                                       const tagging::Annotation& note);

/// Whether a verb that a dictionary calls perfective has a perfective of its own, so that it is none:
/// "спонсировать" beside "проспонсировать".
bool has_perfective(const Word& word, const language::Lexicon& lexicon);

/// A tagger that never met a participle or a gerund may take it for an adjective or a name. A form that the
/// dictionary knows as nothing else is what the dictionary says.
void correct_verbal(Word& word, std::span<const language::Analysis> readings,
                    const language::Analysis& reading);

/// "Входившая в группу «А» сеть": a capital at the head of a sentence makes no name of a participle.
void correct_opening_participle(Word& word, std::span<const language::Analysis> readings,
                                bool has_complement);

/// "«Лотосом»", "«Ромашку»" are no nominatives, whatever a tagger says of a name that it never met.
void correct_case(Word& word, std::span<const language::Analysis> readings,
                  const language::Analysis& reading);

/// A tagger that never met a name may take it for a verb or a common noun. What it sees as a name, and a
/// capitalised noun that no dictionary has, is a proper noun; and "to" before a name is a preposition.
void correct_name(AnnotatedSentence& sentence, int index, bool is_unknown);

}  // namespace whofunds::mentions
