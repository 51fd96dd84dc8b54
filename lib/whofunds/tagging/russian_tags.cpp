#include "whofunds/tagging/russian_tags.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace whofunds::tagging {
namespace {

using language::Case;
using language::Gender;
using language::Number;
using language::PartOfSpeech;
using language::Tense;
using language::Voice;

template <typename Value>
using Entry = std::pair<std::string_view, Value>;

constexpr auto kPartsOfSpeech = std::to_array<Entry<PartOfSpeech>>({
    {"NOUN", PartOfSpeech::kNoun},
    {"PROPN", PartOfSpeech::kProperNoun},
    {"ADJ", PartOfSpeech::kAdjective},
    {"VERB", PartOfSpeech::kVerb},
    {"AUX", PartOfSpeech::kVerb},
    {"ADV", PartOfSpeech::kAdverb},
    {"PRON", PartOfSpeech::kPronoun},
    {"DET", PartOfSpeech::kDeterminer},
    {"NUM", PartOfSpeech::kNumeral},
    {"ADP", PartOfSpeech::kPreposition},
    {"CCONJ", PartOfSpeech::kConjunction},
    {"SCONJ", PartOfSpeech::kConjunction},
    {"PART", PartOfSpeech::kParticle},
    {"INTJ", PartOfSpeech::kInterjection},
});

constexpr auto kCases = std::to_array<Entry<Case>>({
    {"Nom", Case::kNominative},
    {"Gen", Case::kGenitive},
    {"Par", Case::kGenitive},
    {"Dat", Case::kDative},
    {"Acc", Case::kAccusative},
    {"Ins", Case::kInstrumental},
    {"Loc", Case::kPrepositional},
});

constexpr auto kGenders = std::to_array<Entry<Gender>>({
    {"Masc", Gender::kMasculine},
    {"Fem", Gender::kFeminine},
    {"Neut", Gender::kNeuter},
});

constexpr auto kNumbers = std::to_array<Entry<Number>>({
    {"Sing", Number::kSingular},
    {"Plur", Number::kPlural},
});

constexpr auto kTenses = std::to_array<Entry<Tense>>({
    {"Past", Tense::kPast},
    {"Pres", Tense::kPresent},
    {"Fut", Tense::kFuture},
});

constexpr auto kVoices = std::to_array<Entry<Voice>>({
    {"Act", Voice::kActive},
    {"Mid", Voice::kActive},
    {"Pass", Voice::kPassive},
});

constexpr auto kDependencies = std::to_array<Entry<Dependency>>({
    {"root", Dependency::kRoot},
    {"nsubj", Dependency::kSubject},
    {"csubj", Dependency::kSubject},
    {"nsubj:pass", Dependency::kPassiveSubject},
    {"csubj:pass", Dependency::kPassiveSubject},
    {"obj", Dependency::kObject},
    {"iobj", Dependency::kIndirectObject},
    {"obl", Dependency::kOblique},
    {"obl:agent", Dependency::kAgent},
    {"nmod", Dependency::kNominalModifier},
    {"appos", Dependency::kApposition},
    {"amod", Dependency::kAdjectiveModifier},
    {"nummod", Dependency::kNumericModifier},
    {"nummod:gov", Dependency::kNumericModifier},
    {"nummod:entity", Dependency::kNumericModifier},
    {"det", Dependency::kDeterminer},
    {"acl", Dependency::kClauseOfNoun},
    {"acl:relcl", Dependency::kRelativeClause},
    {"advcl", Dependency::kAdverbialClause},
    {"ccomp", Dependency::kClausalComplement},
    {"xcomp", Dependency::kOpenComplement},
    {"parataxis", Dependency::kParataxis},
    {"conj", Dependency::kConjunct},
    {"cc", Dependency::kCoordination},
    {"case", Dependency::kCase},
    {"mark", Dependency::kMark},
    {"cop", Dependency::kCopula},
    {"aux", Dependency::kAuxiliary},
    {"aux:pass", Dependency::kPassiveAuxiliary},
    {"advmod", Dependency::kAdverbModifier},
    {"compound", Dependency::kCompound},
    {"flat", Dependency::kFlat},
    {"flat:name", Dependency::kFlat},
    {"flat:foreign", Dependency::kFlat},
    {"fixed", Dependency::kFixed},
    {"punct", Dependency::kPunctuation},
});

constexpr auto kNameClasses = std::to_array<Entry<NameClass>>({
    {"PER", NameClass::kPerson},
    {"ORG", NameClass::kOrganization},
    {"LOC", NameClass::kPlace},
});

template <typename Value, std::size_t kSize>
Value look_up(const std::array<Entry<Value>, kSize>& table, std::string_view name, Value otherwise) {
  const auto found = std::ranges::find(table, name, &Entry<Value>::first);
  return found == table.end() ? otherwise : found->second;
}

/// Cuts `text` at the first `mark`: what is before it is returned, what is after it stays.
std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view before = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return before;
}

PartOfSpeech verb_form(std::string_view name, PartOfSpeech otherwise) {
  if (name == "Inf") return PartOfSpeech::kInfinitive;
  if (name == "Part") return PartOfSpeech::kParticiple;
  if (name == "Conv") return PartOfSpeech::kGerund;
  return otherwise;
}

}  // namespace

Annotation annotation_of_tag(std::string_view tag) {
  Annotation annotation;
  annotation.part_of_speech = look_up(kPartsOfSpeech, take_until(tag, '|'), PartOfSpeech::kUnknown);
  bool short_form = false;
  while (!tag.empty()) {
    std::string_view value = take_until(tag, '|');
    const std::string_view feature = take_until(value, '=');
    if (feature == "Case") annotation.grammatical_case = look_up(kCases, value, Case::kNone);
    if (feature == "Gender") annotation.gender = look_up(kGenders, value, Gender::kNone);
    if (feature == "Number") annotation.number = look_up(kNumbers, value, Number::kNone);
    if (feature == "Tense") annotation.tense = look_up(kTenses, value, Tense::kNone);
    if (feature == "Voice") annotation.voice = look_up(kVoices, value, Voice::kNone);
    if (feature == "Animacy") annotation.animate = value == "Anim";
    if (feature == "VerbForm") annotation.part_of_speech = verb_form(value, annotation.part_of_speech);
    if (feature == "Variant") short_form = value == "Short";
  }
  if (short_form) annotation.part_of_speech = PartOfSpeech::kShortForm;
  return annotation;
}

Dependency dependency_of_name(std::string_view name) {
  return look_up(kDependencies, name, Dependency::kOther);
}

NameTag name_tag(std::string_view tag) {
  const std::string_view part = take_until(tag, '-');
  return {.name = look_up(kNameClasses, tag, NameClass::kNone), .begins = part == "B"};
}

}  // namespace whofunds::tagging
