#include "whofunds/tagging/rules_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "whofunds/language/spelling.hpp"
#include "whofunds/language/syntax_data.hpp"

namespace whofunds::tagging::rules {

using language::Analysis;
using language::Case;
using language::Frame;
using language::Gender;
using language::Lexicon;
using language::Number;
using language::PartOfSpeech;
using model::EntityKind;

namespace {

/// In forms. Texts of news have about as many in some hundred documents.
constexpr std::size_t kRemembered = std::size_t{1} << 14U;
/// Frames have fewer prepositions than an integer has bits; the rarest may share the last.
constexpr unsigned kMostPrepositions = 31;

/// What the words of each list of `syntax.toml` are.
constexpr auto kLists = std::to_array<std::pair<std::string_view, std::uint64_t>>({
    {"coordinators", kCoordinator},
    {"contrasting", kContrast},
    {"complementizers", kComplementizer},
    {"subordinators", kSubordinator},
    {"relatives", kRelative},
    {"be", kBe},
    {"have", kHave},
    {"modals", kModal},
    {"to", kTo},
    {"agent_markers", kAgentMarker},
    {"of", kOf},
    {"time", kTime},
    {"saying", kSaying},
    {"copular", kCopular},
    {"ditransitive", kDitransitive},
    {"joints", kJoint},
    {"loose_prepositions", kLoose},
    {"floating", kFloating},
});
static_assert(std::ranges::equal(kLists, language::kSyntaxLists, {},
                                 &std::pair<std::string_view, std::uint64_t>::first));

/// The bits of gender and number that an analysis stands in.
Agreement bits_of_number(const Analysis& analysis) {
  if (analysis.number == Number::kPlural) return 8;
  Agreement bits = 0;
  switch (analysis.gender) {
    case Gender::kMasculine:
      bits = 1;
      break;
    case Gender::kFeminine:
      bits = 2;
      break;
    case Gender::kNeuter:
      bits = 4;
      break;
    case Gender::kNone:
      bits = 7;
      break;
  }
  return analysis.number == Number::kNone ? bits | 8U : bits;
}

Agreement agreement_of(const Analysis& analysis) {
  const Agreement bits = bits_of_number(analysis);
  if (analysis.grammatical_case == Case::kNone) return bits << kVerbShift;
  return bits << (4U * (static_cast<unsigned>(analysis.grammatical_case) - 1U));
}

/// An indeclinable noun stands in any case; dictionaries list but some.
Agreement in_any_case(Agreement bits) {
  Agreement numbers = 0;
  for (unsigned shift = 0; shift <= kVerbShift; shift += 4) numbers |= bits >> shift & 0xFU;
  Agreement all = 0;
  for (unsigned shift = 0; shift < kVerbShift; shift += 4) all |= numbers << shift;
  return all;
}

bool is_nominal(PartOfSpeech part) {
  return part == PartOfSpeech::kNoun || part == PartOfSpeech::kProperNoun;
}

std::uint64_t roles_of_descriptor(EntityKind kind) {
  return kind == EntityKind::kPerson ? kTitle | kPersonWord : std::uint64_t{kDescriptor};
}

}  // namespace

Forms::Forms(const std::filesystem::path& syntax, const language::Morphology& morphology,
             const language::Lexicon& lexicon)
    : morphology_(morphology), lexicon_(lexicon), memory_(kRemembered) {
  read_syntax(syntax);
  number_prepositions();
}

void Forms::read_syntax(const std::filesystem::path& file) {
  const language::Syntax syntax = language::read_syntax(file);
  for (std::size_t list = 0; list < kLists.size(); ++list) {
    for (const std::string& word : syntax.lists.at(list)) listed_[word] |= kLists.at(list).second;
  }
  for (const auto& [preposition, cases] : syntax.prepositions) {
    Agreement& governed = government_[preposition];
    for (const Case one : cases) governed |= bits_of(one);
  }
}

/// Numbers the prepositions of the frames, and tells which words take which.
void Forms::number_prepositions() {
  for (const Frame& frame : lexicon_.frames) {
    if (frame.verbless) continue;  // "у А 60% в Б": with a verb such a noun takes nothing
    std::uint32_t bits = 0;
    for (const language::Role* const role : {&frame.from, &frame.to, &frame.seller}) {
      for (const language::Slot& slot : role->slots) {
        if (slot.preposition.empty()) continue;
        const auto next = static_cast<unsigned>(prepositions_.size());
        const std::uint32_t bit = 1U << std::min(next, kMostPrepositions);
        bits |= prepositions_.emplace(slot.preposition, bit).first->second;
      }
    }
    for (const language::Trigger& verb : frame.verbs) verb_prepositions_[verb.lemma] |= bits;
    for (const language::Trigger& noun : frame.nouns) noun_prepositions_[noun.lemma] |= bits;
    for (const language::Trigger& title : frame.titles) noun_prepositions_[title.lemma] |= bits;
    for (const std::string& word : frame.object_words) noun_prepositions_[word] |= bits;
  }
}

const Form& Forms::find(std::string_view form) const {
  return memory_.find(form, [&](Form& made) {
    made = {};
    make(form, made);
  });
}

void Forms::make(std::string_view form, Form& made) const {
  std::vector<Analysis> analyses;
  morphology_.analyze(form, analyses);
  const std::string lower = language::lower_case(form);
  for (const Analysis& analysis : analyses) add_reading(analysis, made);
  std::stable_sort(made.readings.begin(), made.readings.begin() + made.count,
                   [](const Reading& a, const Reading& b) { return a.probability > b.probability; });
  add_roles(lower, made);
  std::string last;
  for (const Analysis& analysis : analyses) {
    if (analysis.lemma == last || analysis.lemma == lower) continue;
    last = analysis.lemma;
    add_roles(last, made);
    // "экс-владелец"
    if (const std::size_t hyphen = last.find('-'); hyphen != std::string::npos)
      add_roles(last.substr(hyphen + 1), made);
  }
  for (std::size_t i = 0; i < made.count; ++i) {
    if (made.readings[i].name == language::NameKind::kGivenName && !made.readings[i].guessed)
      made.roles |= kGivenName;
  }
  std::string bare = lower;
  std::erase(bare, '.');
  if (lexicon_.legal_forms.contains(bare)) made.roles |= kLegalForm;
  if (const auto found = government_.find(lower); found != government_.end()) made.governs = found->second;
  if (const auto found = prepositions_.find(lower); found != prepositions_.end())
    made.preposition = found->second;
}

void Forms::add_reading(const Analysis& analysis, Form& made) const {
  Reading* const begin = made.readings.data();
  Reading* const end = begin + made.count;
  // English verbs have two finite forms that are spelled alike in one: present and past.
  Reading* place = std::find_if(begin, end, [&](const Reading& reading) {
    return reading.part == analysis.part_of_speech &&
           (reading.part != PartOfSpeech::kVerb || reading.tense == analysis.tense) &&
           (reading.part != PartOfSpeech::kParticiple || reading.tense == analysis.tense);
  });
  Agreement agreement = agreement_of(analysis);
  if (analysis.indeclinable && is_nominal(analysis.part_of_speech)) agreement = in_any_case(agreement);
  if (place == end) {
    if (made.count == Form::kMostReadings) return;
    ++made.count;
    *place = {.part = analysis.part_of_speech,
              .tense = analysis.tense,
              .voice = analysis.voice,
              .number = analysis.number,
              .name = analysis.name,
              .animate = analysis.animate,
              .guessed = analysis.guessed};
  }
  place->probability += analysis.probability;
  place->agreement |= agreement;
  if (place->name == language::NameKind::kNone) place->name = analysis.name;
  if (place->number != analysis.number) place->number = Number::kNone;
}

void Forms::add_roles(const std::string& word, Form& made) const {
  const Lexicon& lexicon = lexicon_;
  if (const auto found = listed_.find(word); found != listed_.end()) made.roles |= found->second;
  if (const auto found = lexicon.descriptors.find(word); found != lexicon.descriptors.end())
    made.roles |= roles_of_descriptor(found->second.kind);
  if (lexicon.person_titles.contains(word)) made.roles |= kTitle | kPersonWord;
  if (const auto found = lexicon.frames_by_title.find(word); found != lexicon.frames_by_title.end())
    made.roles |= kTitle;
  if (lexicon.bodies.contains(word) || lexicon.name_words.contains(word)) made.roles |= kBodyWord;
  if (lexicon.given_names.contains(word)) made.roles |= kGivenName;
  if (lexicon.frames_by_verb.contains(word)) made.roles |= kDealVerb;
  for (const std::string_view ending : {"ся", "сь"}) {
    if (word.ends_with(ending) &&
        lexicon.frames_by_verb.contains(word.substr(0, word.size() - ending.size())))
      made.roles |= kReflexiveDeal;
  }
  if (lexicon.frames_by_noun.contains(word) || lexicon.stake_nouns.contains(word) ||
      lexicon.round_nouns.contains(word))
    made.roles |= kDealNoun;
  if (lexicon.status_verbs.contains(word) || lexicon.transparent_nouns.contains(word))
    made.roles |= kTakesInfinitive;
  if (lexicon.negations.contains(word)) made.roles |= kNegation;
  if (const auto found = lexicon.pronouns.find(word); found != lexicon.pronouns.end()) {
    if (found->second.possessive) made.roles |= kPossessive;
  }
  if (lexicon.scales.contains(word)) made.roles |= kNumberWord;
  if (lexicon.currencies.contains(word) || lexicon.percent_words.contains(word)) made.roles |= kUnit;
  if (lexicon.months.contains(word)) made.roles |= kMonth;
  if (lexicon.not_names.contains(word)) made.roles |= kNoName;
  if (const auto found = verb_prepositions_.find(word); found != verb_prepositions_.end())
    made.verb_prepositions |= found->second;
  if (const auto found = noun_prepositions_.find(word); found != noun_prepositions_.end())
    made.noun_prepositions |= found->second;
}

}  // namespace whofunds::tagging::rules
