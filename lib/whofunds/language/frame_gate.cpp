#include "whofunds/language/frame_gate.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "whofunds/language/spelling.hpp"
#include "whofunds/text/capitals.hpp"

namespace whofunds::language {
namespace {

/// Verbs in the passive may have the ending of a reflexive: "строится".
constexpr auto kReflexiveEndings = std::to_array<std::string_view>({"ся", "сь"});

template <typename Value>
void add_once(std::vector<Value>& values, Value value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

/// Whether a word with a capital that only begins its sentence may yet be a name.
bool may_be_name(const Analysis& reading) {
  switch (reading.part_of_speech) {
    case PartOfSpeech::kNoun:
    case PartOfSpeech::kProperNoun:
    case PartOfSpeech::kAdjective:
    case PartOfSpeech::kParticiple:
    case PartOfSpeech::kUnknown:
      return true;
    default:
      return reading.guessed || reading.name != NameKind::kNone;
  }
}

}  // namespace

/// What one thread remembers of the forms that it met. A form that falls on the place of another takes it, so
/// that the memory does not grow.
class FrameGate::Memory {
 public:
  Memory() : places_(kPlaces) {}

  /// Nothing where the form tells nothing.
  const Traits* traits(const FrameGate& gate, std::string_view form) {
    const std::uint64_t hash = std::hash<std::string_view>()(form) | 1U;  // zero marks an empty place
    Place& place = places_[(hash >> 1U) % kPlaces];
    if (place.hash != hash) place = {.hash = hash, .traits = known(gate.traits_of(form))};
    return place.traits;
  }

  std::vector<const Traits*> sentence;  ///< of the words of the sentence that tell something

 private:
  static constexpr std::size_t kPlaces = std::size_t{1} << 16U;

  struct Place {
    std::uint64_t hash = 0;
    const Traits* traits = nullptr;
  };

  /// Forms share few traits: those of one lemma have the same.
  const Traits* known(Traits traits) {
    if (traits == Traits()) return nullptr;
    std::vector<std::unique_ptr<const Traits>>& alike = known_[traits.calls];
    for (const std::unique_ptr<const Traits>& one : alike) {
      if (*one == traits) return one.get();
    }
    alike.push_back(std::make_unique<const Traits>(std::move(traits)));
    return alike.back().get();
  }

  std::vector<Place> places_;
  std::map<std::vector<std::uint16_t>, std::vector<std::unique_ptr<const Traits>>> known_;
};

FrameGate::FrameGate(const Lexicon& lexicon, const Morphology& morphology)
    : lexicon_(lexicon), morphology_(morphology), memories_(std::make_unique<PerThread<Memory>>()) {
  stake_ = needs_++;
  amount_ = needs_++;
  for (const Frame& frame : lexicon.frames) {
    for (const std::vector<Trigger>* const triggers :
         {&frame.verbs, &frame.nouns, &frame.titles, &frame.things})
      add_calls(frame, *triggers);
  }
}

FrameGate::~FrameGate() = default;

FrameGate::Need FrameGate::need_of(const std::string& word) {
  const auto [place, is_new] = needs_by_word_.emplace(word, needs_);
  if (is_new) ++needs_;
  return place->second;
}

std::vector<FrameGate::Need> FrameGate::needs_of(const std::vector<std::string>& words) {
  std::vector<Need> needs;
  needs.reserve(words.size());
  for (const std::string& word : words) needs.push_back(need_of(word));
  return needs;
}

/// The prepositions of which one must stand before what the verb is about: "sits within A". None where it may
/// stand elsewhere, or be told of before.
std::vector<std::string> FrameGate::prepositions_of(const Frame& frame) const {
  if (model::is_funding(frame.relation) || frame.both || frame.to.slots.empty()) return {};
  std::vector<std::string> prepositions;
  for (const Slot& slot : frame.to.slots) {
    if (slot.place != Slot::Place::kPreposition) return {};
    prepositions.push_back(slot.preposition);
  }
  for (const auto& [adverb, preposition] : lexicon_.pronominal_adverbs) prepositions.push_back(adverb);
  return prepositions;
}

/// The words that a frame asks for; for those of rounds what names one stands as well: "led its Series A".
std::vector<std::string> FrameGate::objects_of(const Frame& frame) const {
  std::vector<std::string> words = frame.object_words;
  const bool asks_for_round = std::ranges::any_of(
      words, [&](const std::string& word) { return lexicon_.round_nouns.contains(word); });
  if (!asks_for_round) return words;
  words.insert(words.end(), lexicon_.series_words.begin(), lexicon_.series_words.end());
  for (const auto& [word, round] : lexicon_.round_names) words.push_back(word);
  return words;
}

void FrameGate::add_calls(const Frame& frame, const std::vector<Trigger>& triggers) {
  const bool is_verb = &triggers == &frame.verbs;
  for (const Trigger& trigger : triggers) {
    Call call;
    for (const std::string& modifier : trigger.modifiers) call.needs.push_back({need_of(modifier)});
    if (!frame.object_words.empty()) call.needs.push_back(needs_of(objects_of(frame)));
    if (!frame.particles.empty()) call.needs.push_back(needs_of(frame.particles));
    if (const std::vector<std::string> asked = prepositions_of(frame); is_verb && !asked.empty())
      call.needs.push_back(needs_of(asked));
    if (frame.needs_stake && is_verb) call.needs.push_back({stake_});
    if (frame.needs_amount) call.needs.push_back({amount_});
    call.needs_no_name = is_verb && frame.without_from && !lexicon_.inflected;
    call.looks_back = (is_verb || frame.verbless) && model::is_funding(frame.relation);
    calls_by_word_[trigger.lemma].push_back(static_cast<std::uint16_t>(calls_.size()));
    calls_.push_back(std::move(call));
  }
}

/// Adds what a word is by its dictionary form, or as it is written.
void FrameGate::add_traits_of(const std::string& word, Traits& traits) const {
  if (const auto found = calls_by_word_.find(word); found != calls_by_word_.end()) {
    for (const std::uint16_t call : found->second) add_once(traits.calls, call);
  }
  if (const auto found = needs_by_word_.find(word); found != needs_by_word_.end())
    add_once(traits.meets, found->second);
  const bool tells_stake = lexicon_.stake_nouns.contains(word) || lexicon_.percent_words.contains(word) ||
                           lexicon_.whole_words.contains(word) || lexicon_.stake_fractions.contains(word) ||
                           lexicon_.controlling_words.contains(word);
  const bool tells_number = lexicon_.numerals.contains(word);
  if (lexicon_.deal_nouns.contains(word) || lexicon_.sum_nouns.contains(word) ||
      lexicon_.told_sums.contains(word) || lexicon_.costing_verbs.contains(word))
    traits.tells_deal = true;
  if (tells_stake || tells_number) add_once(traits.meets, stake_);
  if (tells_number || lexicon_.scales.contains(word) || lexicon_.currencies.contains(word))
    add_once(traits.meets, amount_);
}

FrameGate::Traits FrameGate::traits_of(std::string_view form) const {
  Traits traits;
  const std::string lower = lower_case(form);
  add_traits_of(lower, traits);
  std::vector<Analysis> readings;
  morphology_.analyze(form, readings);
  for (const Analysis& reading : readings) {
    add_traits_of(reading.lemma, traits);
    for (const std::string_view ending : kReflexiveEndings) {
      if (reading.lemma.ends_with(ending))
        add_traits_of(reading.lemma.substr(0, reading.lemma.size() - ending.size()), traits);
    }
    // "экс-владелец"
    const std::size_t hyphen = reading.lemma.find('-');
    if (hyphen != std::string::npos) add_traits_of(reading.lemma.substr(hyphen + 1), traits);
    traits.names = traits.names || may_be_name(reading);
  }
  return traits;
}

bool FrameGate::is_met(const Call& call, std::span<const Traits* const> sentence, bool has_number) const {
  return std::ranges::all_of(call.needs, [&](const std::vector<Need>& group) {
    return std::ranges::any_of(group, [&](Need need) {
      if (has_number && (need == amount_ || need == stake_)) return true;
      return std::ranges::any_of(sentence, [&](const Traits* traits) {
        return std::ranges::find(traits->meets, need) != traits->meets.end();
      });
    });
  });
}

bool FrameGate::may_tell_of_deal(std::span<const text::Token> sentence) const {
  Memory& memory = memories_->get([] { return Memory(); });
  bool has_value = false;
  bool has_deal = false;
  for (const text::Token& token : sentence) {
    has_value = has_value || token.kind == text::TokenKind::kNumber;
    const Traits* const traits =
        token.kind == text::TokenKind::kPunctuation ? nullptr : memory.traits(*this, token.text);
    if (traits == nullptr) continue;
    has_deal = has_deal || traits->tells_deal;
    has_value = has_value || std::ranges::find(traits->meets, amount_) != traits->meets.end();
  }
  return has_value && has_deal;
}

bool FrameGate::may_match(std::span<const text::Token> sentence) const {
  Memory& memory = memories_->get([] { return Memory(); });
  std::vector<const Traits*>& told = memory.sentence;
  told.clear();
  bool has_name = false;
  bool has_number = false;
  bool has_sign = false;  // "%", "$"
  bool begins = true;
  for (const text::Token& token : sentence) {
    has_number = has_number || token.kind == text::TokenKind::kNumber;
    if (token.kind == text::TokenKind::kPunctuation) {
      const std::string_view sign = token.text;
      has_sign = has_sign || lexicon_.percent_words.contains(sign) || lexicon_.currencies.contains(sign);
      if (!calls_by_word_.contains(sign)) continue;
      if (const Traits* const told_by_sign = memory.traits(*this, sign)) told.push_back(told_by_sign);
      continue;
    }
    const Traits* const traits = memory.traits(*this, token.text);
    if (traits != nullptr && (!traits->calls.empty() || !traits->meets.empty())) told.push_back(traits);
    const bool is_foreign = lexicon_.inflected && token.script == text::Script::kLatin;
    if ((text::has_capital(token) || is_foreign) && (!begins || (traits != nullptr && traits->names)))
      has_name = true;
    begins = false;
  }
  if (!has_name && !has_number) return false;
  const auto tells_value = [&](const Traits* traits) {
    return std::ranges::any_of(traits->meets, [&](Need need) { return need == stake_ || need == amount_; });
  };
  const bool has_value = has_number && (has_sign || std::ranges::any_of(told, tells_value));
  return std::ranges::any_of(told, [&](const Traits* traits) {
    return std::ranges::any_of(traits->calls, [&](std::uint16_t index) {
      const Call& call = calls_[index];
      const bool is_told = has_name || call.needs_no_name || (call.looks_back && has_value);
      return is_told && is_met(call, told, has_number);
    });
  });
}

}  // namespace whofunds::language
