#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "whofunds/language/data_keys.hpp"
#include "whofunds/language/lexicon_data.hpp"

namespace whofunds::language {

namespace {

/// Places that are named by a word of their own.
constexpr auto kPlaceNames = std::to_array<std::pair<std::string_view, Slot::Place>>({
    {"subject", Slot::Place::kSubject},
    {"object", Slot::Place::kObject},
    {"possessor", Slot::Place::kPossessor},
    {"itself", Slot::Place::kItself},
    {"described", Slot::Place::kDescribed},
    {"indirect", Slot::Place::kCase},
});

/// Between a preposition and its case: "в + accusative".
constexpr std::string_view kPlus = " + ";

/// The names of places, cases and prepositions, for a message.
std::string hint_among_places(std::string_view name, const Prepositions& prepositions) {
  std::vector<std::string_view> known;
  known.reserve(kPlaceNames.size() + kCaseNames.size() + prepositions.size());
  for (const auto& [place, value] : kPlaceNames) known.push_back(place);
  for (const auto& [grammatical_case, value] : kCaseNames) known.push_back(grammatical_case);
  const std::size_t first = known.size();
  for (const auto& [preposition, cases] : prepositions) known.push_back(preposition);
  std::sort(known.begin() + static_cast<std::ptrdiff_t>(first), known.end());
  std::string hint = text::hint_among(name, known);
  if (hint.starts_with("did you mean")) return hint;
  return "docs/frames.md lists the places; prepositions stand in syntax.toml or function_words.toml";
}

/// "в + accusative": in a case that the preposition stands with.
Slot parse_case_slot(const text::DataFile& file, const toml::node& node, const std::string& written,
                     std::size_t plus, const Prepositions& prepositions) {
  const std::string preposition = written.substr(0, plus);
  const std::string name = written.substr(plus + kPlus.size());
  const auto found = prepositions.find(preposition);
  if (found == prepositions.end())
    file.fail(node, fmt::format("there is no preposition '{}'", preposition),
              hint_among_places(preposition, prepositions));
  const auto grammatical_case = parse_case(name);
  if (!grammatical_case) file.fail(node, fmt::format("there is no case '{}'", name), hint_among_cases(name));
  if (std::ranges::find(found->second, *grammatical_case) == found->second.end())
    file.fail(node, fmt::format("'{}' does not stand with the {}", preposition, name),
              "write another case, or add it to [prepositions] of syntax.toml");
  return {.place = Slot::Place::kPreposition,
          .grammatical_case = *grammatical_case,
          .preposition = preposition,
          .written = written};
}

/// "subject", "object", "possessor", "dative", "indirect", "by", "в + accusative".
Slot parse_slot(const text::DataFile& file, const toml::node& node, const Prepositions& prepositions) {
  const std::string written = file.text(node);
  const auto* const place =
      std::ranges::find(kPlaceNames, written, &std::pair<std::string_view, Slot::Place>::first);
  if (place != kPlaceNames.end())
    return {.place = place->second, .grammatical_case = Case::kNone, .preposition = {}, .written = written};
  if (const auto bare = parse_case(written))
    return {.place = Slot::Place::kCase, .grammatical_case = *bare, .preposition = {}, .written = written};
  if (const std::size_t plus = written.find(kPlus); plus != std::string::npos)
    return parse_case_slot(file, node, written, plus, prepositions);
  const auto preposition = prepositions.find(written);
  if (preposition == prepositions.end())
    file.fail(node, fmt::format("there is no place '{}'", written), hint_among_places(written, prepositions));
  if (!preposition->second.empty())
    file.fail(node, fmt::format("in which case stands what follows '{}'?", written),
              fmt::format("write \"{} + accusative\" or another case", written));
  return {.place = Slot::Place::kPreposition,
          .grammatical_case = Case::kNone,
          .preposition = written,
          .written = written};
}

Role parse_role(const text::DataFile& file, const toml::node& node, const Prepositions& prepositions) {
  constexpr std::array<std::string_view, 4> kKeysOfRole{"at", "kinds", "told", "named"};
  Role role;
  const auto read_slots = [&](const toml::node& list) {
    if (!list.is_array()) file.fail(list, "a role is a list of places", "write [\"subject\"]");
    for (const toml::node& item : file.array(list))
      role.slots.push_back(parse_slot(file, item, prepositions));
  };
  const toml::table* const table = node.as_table();
  if (table == nullptr) {
    read_slots(node);
    return role;
  }
  file.only(*table, kKeysOfRole);
  read_slots(file.required(*table, "at"));
  if (const toml::node* const kinds = table->get("kinds")) {
    for (const toml::node& item : file.array(*kinds))
      role.kinds.push_back(file.named(item, model::parse_entity_kind, "kind"));
  }
  if (const toml::node* const told = table->get("told")) role.told = file.truth(*told);
  if (const toml::node* const named = table->get("named")) role.named = file.truth(*named);
  return role;
}

/// In English a hyphen parts words as a space does.
std::vector<Trigger> parse_triggers(const text::DataFile& file, const toml::node& node, const Frame& frame) {
  std::vector<Trigger> triggers;
  for (std::string text : file.words(node)) {
    if (frame.id.starts_with("en.")) std::replace(text.begin(), text.end(), '-', ' ');
    Trigger trigger;
    std::size_t begin = 0;
    for (std::size_t space = text.find(' '); space != std::string::npos; space = text.find(' ', begin)) {
      trigger.modifiers.push_back(text.substr(begin, space - begin));
      begin = space + 1;
    }
    trigger.lemma = text.substr(begin);
    triggers.push_back(std::move(trigger));
  }
  return triggers;
}

/// A key of a frame, and the member that its value goes to.
template <typename Value>
struct FrameKey {
  std::string_view key;
  Value Frame::*member;
};

constexpr auto kTriggerKeys = std::to_array<FrameKey<std::vector<Trigger>>>({
    {"verbs", &Frame::verbs},
    {"nouns", &Frame::nouns},
    {"titles", &Frame::titles},
    {"things", &Frame::things},
});
constexpr auto kRoleKeys = std::to_array<FrameKey<Role>>({
    {"from", &Frame::from},
    {"to", &Frame::to},
    {"seller", &Frame::seller},
});
constexpr auto kWordKeys = std::to_array<FrameKey<std::vector<std::string>>>({
    {"object_words", &Frame::object_words},
    {"particles", &Frame::particles},
});
constexpr auto kOtherRelationKeys = std::to_array<FrameKey<std::optional<model::Relation>>>({
    {"without_from", &Frame::without_from},
    {"from_lender", &Frame::from_lender},
    {"to_nonprofit", &Frame::to_nonprofit},
});
constexpr auto kTruthKeys = std::to_array<FrameKey<bool>>({
    {"needs_amount", &Frame::needs_amount},
    {"needs_stake", &Frame::needs_stake},
    {"verbless", &Frame::verbless},
    {"alone", &Frame::alone},
    {"lead", &Frame::lead},
    {"both", &Frame::both},
    {"succeeds", &Frame::succeeds},
    {"of_topic", &Frame::of_topic},
    {"from_context", &Frame::from_context},
    {"continues", &Frame::continues},
    {"known", &Frame::known},
    {"named_before", &Frame::named_before},
});

bool title_names_from(const text::DataFile& file, const toml::node& node) {
  const std::string end = file.text(node);
  if (end != "from" && end != "to")
    file.fail(node, fmt::format("there is no end '{}'", end), "write \"from\" or \"to\"");
  return end == "from";
}

constexpr auto kOtherFrameKeys = std::to_array<ValueKey<Frame>>({
    {"name",
     [](const text::DataFile& file, const toml::node& value, Frame& frame) { frame.id += file.text(value); }},
    {"relation", [](const text::DataFile& file, const toml::node& value,
                    Frame& frame) { frame.relation = file.named(value, model::parse_relation, "relation"); }},
    {"denotes", [](const text::DataFile& file, const toml::node& value,
                   Frame& frame) { frame.title_is_from = title_names_from(file, value); }},
    {"status", [](const text::DataFile& file, const toml::node& value,
                  Frame& frame) { frame.status = file.named(value, model::parse_status, "status"); }},
    {"stake", [](const text::DataFile& file, const toml::node& value,
                 Frame& frame) { frame.stake_percent = file.number(value, 0, 100); }},
});

[[noreturn]] void refuse_frame_key(const text::DataFile& file, const toml::key& key) {
  std::vector<std::string_view> known;
  add_keys(kTriggerKeys, known);
  add_keys(kRoleKeys, known);
  add_keys(kWordKeys, known);
  add_keys(kOtherRelationKeys, known);
  add_keys(kTruthKeys, known);
  add_keys(kOtherFrameKeys, known);
  file.refuse(key, known);
}

void read_frame_key(const text::DataFile& file, const toml::key& key, const toml::node& value,
                    const Prepositions& prepositions, Frame& frame) {
  if (const auto* const trigger = entry_of(kTriggerKeys, key.str())) {
    frame.*(trigger->member) = parse_triggers(file, value, frame);
  } else if (const auto* const role = entry_of(kRoleKeys, key.str())) {
    frame.*(role->member) = parse_role(file, value, prepositions);
  } else if (const auto* const words = entry_of(kWordKeys, key.str())) {
    frame.*(words->member) = file.words(value);
  } else if (const auto* const relation = entry_of(kOtherRelationKeys, key.str())) {
    frame.*(relation->member) = file.named(value, model::parse_relation, "relation");
  } else if (const auto* const truth = entry_of(kTruthKeys, key.str())) {
    frame.*(truth->member) = file.truth(value);
  } else if (const auto* const other = entry_of(kOtherFrameKeys, key.str())) {
    other->read(file, value, frame);
  } else {
    refuse_frame_key(file, key);
  }
}

Frame read_frame(const text::DataFile& file, const toml::table& entry, const Prepositions& prepositions,
                 std::string_view lang) {
  Frame frame{.id = fmt::format("{}.", lang), .line = static_cast<int>(entry.source().begin.line)};
  for (const auto& [key, value] : entry) read_frame_key(file, key, value, prepositions, frame);
  file.required(entry, "name");
  file.required(entry, "relation");
  // One whose party must be told is called up by names that stand together, too.
  const bool is_called = std::ranges::any_of(
      kTriggerKeys, [&](const auto& triggers) { return !(frame.*(triggers.member)).empty(); });
  if (!is_called && !frame.to.told)
    file.fail(entry, "a frame without words", "write its verbs, nouns, titles or things");
  return frame;
}

void index_triggers(const std::vector<Trigger>& triggers, std::size_t frame, FrameIndex& index) {
  for (const Trigger& trigger : triggers) {
    std::vector<std::size_t>& frames = index[trigger.lemma];
    if (frames.empty() || frames.back() != frame) frames.push_back(frame);
  }
}

}  // namespace

void load_frames(const text::DataFile& file, const Prepositions& prepositions, Lexicon& lexicon) {
  file.only(file.root(), std::array<std::string_view, 1>{"frame"});
  WordMap<int> lines;  // by name
  for (const toml::table* const entry : file.tables("frame")) {
    Frame frame = read_frame(file, *entry, prepositions, lexicon.lang);
    const auto [first, is_new] = lines.emplace(frame.id, frame.line);
    if (!is_new)
      file.fail(*entry, fmt::format("the frame of line {} has this name, too", first->second),
                "name it anew");
    const std::size_t index = lexicon.frames.size();
    index_triggers(frame.verbs, index, lexicon.frames_by_verb);
    index_triggers(frame.nouns, index, lexicon.frames_by_noun);
    index_triggers(frame.things, index, lexicon.frames_by_thing);
    index_triggers(frame.titles, index,
                   frame.named_before ? lexicon.frames_by_description : lexicon.frames_by_title);
    lexicon.frames.push_back(std::move(frame));
  }
}

}  // namespace whofunds::language
