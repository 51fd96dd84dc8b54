#pragma once

#include <cstdint>

#include "whofunds/language/morphology.hpp"

namespace whofunds::tagging {

/// Relations of Universal Dependencies 2 (de Marneffe et al., "Universal Dependencies", Computational
/// Linguistics 2021), as far as reading facts needs to tell them apart.
enum class Dependency : std::uint8_t {
  kRoot,
  kSubject,            ///< nsubj, csubj
  kPassiveSubject,     ///< nsubj:pass
  kObject,             ///< obj
  kIndirectObject,     ///< iobj
  kOblique,            ///< obl, with a preposition (a kCase child) or a bare case
  kAgent,              ///< obl:agent: who did it in a passive clause
  kNominalModifier,    ///< nmod, with a preposition or a bare genitive
  kPossessor,          ///< nmod:poss: "Brown's", "its"
  kApposition,         ///< appos
  kAdjectiveModifier,  ///< amod, participles before their noun among them
  kNumericModifier,    ///< nummod and its kin
  kDeterminer,         ///< det
  kClauseOfNoun,       ///< acl: a participle after its noun, an infinitive of a noun
  kRelativeClause,     ///< acl:relcl
  kAdverbialClause,    ///< advcl
  kClausalComplement,  ///< ccomp
  kOpenComplement,     ///< xcomp: the infinitive of "agreed to buy"
  kParataxis,
  kConjunct,          ///< conj: hangs on the first of the list
  kCoordination,      ///< cc: the word "and"
  kCase,              ///< case: a preposition, hangs on its noun
  kMark,              ///< mark: "that", "to"
  kCopula,            ///< cop
  kAuxiliary,         ///< aux
  kPassiveAuxiliary,  ///< aux:pass
  kAdverbModifier,    ///< advmod, negation among them
  kCompound,          ///< compound
  kFlat,              ///< flat, flat:name, flat:foreign: hangs on the first word of the name
  kFixed,             ///< fixed: "вместе с"
  kPunctuation,
  kOther,
};

/// What a model takes a name to be.
enum class NameClass : std::uint8_t { kNone, kPerson, kOrganization, kPlace, kProduct, kGroup };

/// What is said of one token of a sentence.
struct Annotation {
  language::PartOfSpeech part_of_speech = language::PartOfSpeech::kUnknown;
  language::Case grammatical_case = language::Case::kNone;
  language::Gender gender = language::Gender::kNone;
  language::Number number = language::Number::kNone;
  language::Tense tense = language::Tense::kNone;
  language::Voice voice = language::Voice::kNone;
  bool animate = false;
  Dependency dependency = Dependency::kOther;
  std::int32_t head = -1;  ///< index in the sentence of the word it hangs on; -1 for the root
  NameClass name = NameClass::kNone;
  bool name_begins = false;  ///< the first token of a name
};

}  // namespace whofunds::tagging
