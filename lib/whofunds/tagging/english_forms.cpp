#include "whofunds/tagging/english_forms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace whofunds::tagging::english {
namespace {

using language::Gender;
using language::Number;
using language::PartOfSpeech;
using language::Tense;
using language::Voice;

struct Pronoun {
  std::string_view text;
  Number number;
  Gender gender;
};

constexpr std::array kPronouns = {
    Pronoun{"he", Number::kSingular, Gender::kMasculine},
    Pronoun{"him", Number::kSingular, Gender::kMasculine},
    Pronoun{"his", Number::kSingular, Gender::kMasculine},
    Pronoun{"himself", Number::kSingular, Gender::kMasculine},
    Pronoun{"she", Number::kSingular, Gender::kFeminine},
    Pronoun{"her", Number::kSingular, Gender::kFeminine},
    Pronoun{"hers", Number::kSingular, Gender::kFeminine},
    Pronoun{"herself", Number::kSingular, Gender::kFeminine},
    Pronoun{"it", Number::kSingular, Gender::kNeuter},
    Pronoun{"its", Number::kSingular, Gender::kNeuter},
    Pronoun{"itself", Number::kSingular, Gender::kNeuter},
    Pronoun{"i", Number::kSingular, Gender::kNone},
    Pronoun{"me", Number::kSingular, Gender::kNone},
    Pronoun{"my", Number::kSingular, Gender::kNone},
    Pronoun{"this", Number::kSingular, Gender::kNone},
    Pronoun{"we", Number::kPlural, Gender::kNone},
    Pronoun{"us", Number::kPlural, Gender::kNone},
    Pronoun{"our", Number::kPlural, Gender::kNone},
    Pronoun{"they", Number::kPlural, Gender::kNone},
    Pronoun{"them", Number::kPlural, Gender::kNone},
    Pronoun{"their", Number::kPlural, Gender::kNone},
    Pronoun{"theirs", Number::kPlural, Gender::kNone},
    Pronoun{"themselves", Number::kPlural, Gender::kNone},
    Pronoun{"these", Number::kPlural, Gender::kNone},
    Pronoun{"those", Number::kPlural, Gender::kNone},
};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

bool is_one_of(std::string_view text, std::span<const std::string_view> forms) {
  return std::ranges::find(forms, lower_ascii(text)) != forms.end();
}

bool is_have(std::string_view text) {
  constexpr std::array<std::string_view, 8> kForms = {"have", "has", "had", "having",
                                                      "'ve",  "’ve", "'s",  "’s"};
  return is_one_of(text, kForms);
}

bool is_will(std::string_view text) {
  constexpr std::array<std::string_view, 6> kForms = {"will", "shall", "'ll", "’ll", "wo", "sha"};
  return is_one_of(text, kForms);
}

bool is_finite(Tag tag) {
  return tag == Tag::kMd || tag == Tag::kVbd || tag == Tag::kVbp || tag == Tag::kVbz;
}

/// What hangs on a verb and tells its form.
struct Auxiliaries {
  const Word* first_finite = nullptr;
  bool perfect = false;
  bool passive = false;  ///< a passive auxiliary, a passive subject or an agent
  bool subject = false;
  bool to = false;
};

Auxiliaries auxiliaries_of(std::span<const Word> words, std::int32_t verb) {
  Auxiliaries found;
  for (const Word& word : words) {
    if (word.head != verb) continue;
    switch (word.relation) {
      case Relation::kAux:
        found.to = found.to || word.tag == Tag::kTo;
        found.perfect = found.perfect || is_have(word.text);
        break;
      case Relation::kAuxpass:
        // "It's been owned": the apostrophe may stand for "has" as for "is".
        found.perfect = found.perfect || word.tag == Tag::kVbn;
        found.passive = true;
        break;
      case Relation::kAgent:
        found.passive = true;
        break;
      case Relation::kNsubjpass:
      case Relation::kCsubjpass:
        found.passive = true;
        found.subject = true;
        break;
      case Relation::kNsubj:
      case Relation::kCsubj:
        found.subject = true;
        break;
      default:
        break;
    }
    const bool auxiliary = word.relation == Relation::kAux || word.relation == Relation::kAuxpass;
    if (auxiliary && is_finite(word.tag) && found.first_finite == nullptr) found.first_finite = &word;
  }
  return found;
}

Tense tense_of(const Auxiliaries& auxiliaries, Tag main) {
  const Word& finite = *auxiliaries.first_finite;
  const bool perfect = auxiliaries.perfect && (main == Tag::kVbn || main == Tag::kVbg);
  if (finite.tag == Tag::kMd) return is_will(finite.text) ? Tense::kFuture : Tense::kNone;
  return finite.tag == Tag::kVbd || perfect ? Tense::kPast : Tense::kPresent;
}

void set_finite(const Word& verb, Annotation& annotation) {
  annotation.part_of_speech = PartOfSpeech::kVerb;
  if (verb.tag == Tag::kVbd) annotation.tense = Tense::kPast;
  if (verb.tag == Tag::kVbz || verb.tag == Tag::kVbp) annotation.tense = Tense::kPresent;
  if (verb.tag == Tag::kMd && is_will(verb.text)) annotation.tense = Tense::kFuture;
  if (verb.tag == Tag::kVbz) annotation.number = Number::kSingular;
}

void set_verb(std::span<const Word> words, std::int32_t at, std::span<Annotation> annotations) {
  const Word& verb = words[static_cast<std::size_t>(at)];
  Annotation& annotation = annotations[static_cast<std::size_t>(at)];
  const Auxiliaries auxiliaries = auxiliaries_of(words, at);
  const bool bare = auxiliaries.first_finite == nullptr && !auxiliaries.to && !auxiliaries.subject;
  if (bare && verb.relation == Relation::kConj &&
      words[static_cast<std::size_t>(verb.head)].tag == verb.tag && !is_finite(verb.tag)) {
    const Annotation& first = annotations[static_cast<std::size_t>(verb.head)];
    annotation.part_of_speech = first.part_of_speech;
    annotation.tense = first.tense;
    annotation.voice = first.voice;
    return;
  }

  const bool auxiliary = verb.relation == Relation::kAux || verb.relation == Relation::kAuxpass;
  annotation.voice = auxiliaries.passive ? Voice::kPassive : Voice::kActive;
  if (is_finite(verb.tag)) {
    set_finite(verb, annotation);
  } else if (auxiliaries.first_finite != nullptr) {
    annotation.part_of_speech = PartOfSpeech::kVerb;
    annotation.tense = tense_of(auxiliaries, verb.tag);
  } else if (verb.tag == Tag::kVb || auxiliaries.to) {
    annotation.part_of_speech = PartOfSpeech::kInfinitive;
  } else if (verb.tag == Tag::kVbn && auxiliaries.subject) {
    annotation.part_of_speech = PartOfSpeech::kVerb;
    annotation.tense = Tense::kPast;
  } else {
    annotation.part_of_speech = PartOfSpeech::kParticiple;
    if (verb.tag == Tag::kVbn && !auxiliaries.perfect) annotation.voice = Voice::kPassive;
  }
  if (auxiliary) annotation.voice = Voice::kNone;
}

PartOfSpeech part_of_speech(const Word& word) {
  const bool determiner = word.relation == Relation::kDet || word.relation == Relation::kPredet;
  switch (word.tag) {
    case Tag::kNn:
    case Tag::kNns:
      return PartOfSpeech::kNoun;
    case Tag::kNnp:
    case Tag::kNnps:
      return PartOfSpeech::kProperNoun;
    case Tag::kJj:
    case Tag::kJjr:
    case Tag::kJjs:
    case Tag::kAfx:
      return PartOfSpeech::kAdjective;
    case Tag::kRb:
    case Tag::kRbr:
    case Tag::kRbs:
    case Tag::kWrb:
      return PartOfSpeech::kAdverb;
    case Tag::kPrp:
    case Tag::kPrpDollar:
    case Tag::kWp:
    case Tag::kWpDollar:
    case Tag::kEx:
      return PartOfSpeech::kPronoun;
    case Tag::kDt:
    case Tag::kPdt:
    case Tag::kWdt:
      return determiner ? PartOfSpeech::kDeterminer : PartOfSpeech::kPronoun;
    case Tag::kCd:
      return PartOfSpeech::kNumeral;
    case Tag::kIn:
      return word.relation == Relation::kMark ? PartOfSpeech::kConjunction : PartOfSpeech::kPreposition;
    case Tag::kTo:
      return word.relation == Relation::kAux ? PartOfSpeech::kParticle : PartOfSpeech::kPreposition;
    case Tag::kCc:
      return PartOfSpeech::kConjunction;
    case Tag::kRp:
    case Tag::kPos:
      return PartOfSpeech::kParticle;
    case Tag::kUh:
      return PartOfSpeech::kInterjection;
    default:
      return PartOfSpeech::kUnknown;
  }
}

Number number_of(Tag tag) {
  if (tag == Tag::kNn || tag == Tag::kNnp) return Number::kSingular;
  if (tag == Tag::kNns || tag == Tag::kNnps) return Number::kPlural;
  return Number::kNone;
}

void set_pronoun(std::string_view text, Annotation& annotation) {
  const auto* const found = std::ranges::find(kPronouns, lower_ascii(text), &Pronoun::text);
  if (found == kPronouns.end()) return;
  annotation.number = found->number;
  annotation.gender = found->gender;
}

}  // namespace

void set_forms(std::span<const Word> words, std::span<const std::int32_t> order,
               std::span<Annotation> annotations) {
  for (const std::int32_t at : order) {
    const Word& word = words[static_cast<std::size_t>(at)];
    Annotation& annotation = annotations[static_cast<std::size_t>(at)];
    const bool verb = word.tag == Tag::kMd || (word.tag >= Tag::kVb && word.tag <= Tag::kVbz);
    if (verb && word.relation == Relation::kPrep) {  // "according", "including"
      annotation.part_of_speech = PartOfSpeech::kPreposition;
      continue;
    }
    if (verb) {
      set_verb(words, at, annotations);
      continue;
    }
    annotation.part_of_speech = part_of_speech(word);
    annotation.number = number_of(word.tag);
    if (annotation.part_of_speech == PartOfSpeech::kPronoun) set_pronoun(word.text, annotation);
  }
}

}  // namespace whofunds::tagging::english
