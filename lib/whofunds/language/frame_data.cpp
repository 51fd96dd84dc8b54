#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "whofunds/language/lexicon_data.hpp"

namespace whofunds::language {

namespace {

std::optional<Case> parse_case(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Case>, 6> kCases{
      {{"nominative", Case::kNominative},
       {"genitive", Case::kGenitive},
       {"dative", Case::kDative},
       {"accusative", Case::kAccusative},
       {"instrumental", Case::kInstrumental},
       {"prepositional", Case::kPrepositional}}};
  for (const auto& [word, value] : kCases) {
    if (word == name) return value;
  }
  return std::nullopt;
}

/// "subject", "object", "possessor", "dative", "indirect", "by", "в + accusative".
Slot parse_slot(const DataFile& file, const toml::node& node, const std::string& text) {
  if (text == "subject") return {.place = Slot::Place::kSubject};
  if (text == "object") return {.place = Slot::Place::kObject};
  if (text == "possessor") return {.place = Slot::Place::kPossessor};
  if (text == "itself") return {.place = Slot::Place::kItself};
  if (text == "described") return {.place = Slot::Place::kDescribed};
  if (text == "indirect") return {.place = Slot::Place::kCase, .grammatical_case = Case::kNone};
  if (const auto bare = parse_case(text)) return {.place = Slot::Place::kCase, .grammatical_case = *bare};
  const std::size_t plus = text.find(" + ");
  if (plus == std::string::npos) return {.place = Slot::Place::kPreposition, .preposition = text};
  const auto grammatical_case = parse_case(std::string_view(text).substr(plus + 3));
  if (!grammatical_case) file.fail(node, fmt::format("there is no case '{}'", text.substr(plus + 3)));
  return {.place = Slot::Place::kPreposition,
          .grammatical_case = *grammatical_case,
          .preposition = text.substr(0, plus)};
}

Role parse_role(const DataFile& file, const toml::node& node) {
  Role role;
  const auto read_slots = [&](const toml::node& list) {
    if (!list.is_array()) file.fail(list, "a role is a list of places", "write [\"subject\"]");
    for (const toml::node& item : *list.as_array()) {
      const std::string text = file.text(item);
      role.slots.push_back(parse_slot(file, item, text));
      role.slots.back().written = text;
    }
  };
  const toml::table* const table = node.as_table();
  if (table == nullptr) {
    read_slots(node);
    return role;
  }
  for (const auto& [key, value] : *table) {
    if (key.str() == "at") {
      read_slots(value);
    } else if (key.str() == "kinds") {
      for (const toml::node& item : *value.as_array()) {
        role.kinds.push_back(file.named<model::EntityKind>(item, model::parse_entity_kind, "kind"));
      }
    } else if (key.str() == "told") {
      role.told = value.value_or(false);
    } else if (key.str() == "named") {
      role.named = value.value_or(false);
    } else {
      file.fail(value, fmt::format("a role has no key '{}'", key.str()),
                "it has 'at', 'kinds', 'told' and 'named'");
    }
  }
  return role;
}

/// In English a hyphen parts words as a space does.
std::vector<Trigger> parse_triggers(const DataFile& file, const toml::node& node, const Frame& frame) {
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

void read_frame_key(const DataFile& file, std::string_view key, const toml::node& value, Frame& frame) {
  const auto truth = [&] { return value.value_or(false); };
  if (key == "name") {
    frame.id += file.text(value);
  } else if (key == "relation") {
    frame.relation = file.named<model::Relation>(value, model::parse_relation, "relation");
  } else if (key == "without_from") {
    frame.without_from = file.named<model::Relation>(value, model::parse_relation, "relation");
  } else if (key == "from_lender") {
    frame.from_lender = file.named<model::Relation>(value, model::parse_relation, "relation");
  } else if (key == "to_nonprofit") {
    frame.to_nonprofit = file.named<model::Relation>(value, model::parse_relation, "relation");
  } else if (key == "verbs") {
    frame.verbs = parse_triggers(file, value, frame);
  } else if (key == "nouns") {
    frame.nouns = parse_triggers(file, value, frame);
  } else if (key == "titles") {
    frame.titles = parse_triggers(file, value, frame);
  } else if (key == "things") {
    frame.things = parse_triggers(file, value, frame);
  } else if (key == "denotes") {
    frame.title_is_from = file.text(value) == "from";
  } else if (key == "from") {
    frame.from = parse_role(file, value);
  } else if (key == "to") {
    frame.to = parse_role(file, value);
  } else if (key == "seller") {
    frame.seller = parse_role(file, value);
  } else if (key == "object_words") {
    frame.object_words = file.words(value);
  } else if (key == "particles") {
    frame.particles = file.words(value);
  } else if (key == "needs_amount") {
    frame.needs_amount = truth();
  } else if (key == "needs_stake") {
    frame.needs_stake = truth();
  } else if (key == "verbless") {
    frame.verbless = truth();
  } else if (key == "alone") {
    frame.alone = truth();
  } else if (key == "lead") {
    frame.lead = truth();
  } else if (key == "succeeds") {
    frame.succeeds = truth();
  } else if (key == "of_topic") {
    frame.of_topic = truth();
  } else if (key == "known") {
    frame.known = truth();
  } else if (key == "named_before") {
    frame.named_before = truth();
  } else if (key == "both") {
    frame.both = truth();
  } else if (key == "from_context") {
    frame.from_context = truth();
  } else if (key == "continues") {
    frame.continues = truth();
  } else if (key == "status") {
    frame.status = file.named<model::Status>(value, model::parse_status, "status");
  } else if (key == "stake") {
    frame.stake_percent = value.value<double>();
  } else {
    file.fail(value, fmt::format("a frame has no key '{}'", key), "docs/lexicon.md lists them");
  }
}

void index_triggers(const std::vector<Trigger>& triggers, std::size_t frame, FrameIndex& index) {
  for (const Trigger& trigger : triggers) {
    std::vector<std::size_t>& frames = index[trigger.lemma];
    if (frames.empty() || frames.back() != frame) frames.push_back(frame);
  }
}

}  // namespace

void load_frames(const DataFile& file, Lexicon& lexicon) {
  const toml::node* const list = file.table().get("frame");
  if (list == nullptr || !list->is_array()) throw InputError("frames.toml", "it has no [[frame]]");
  for (const toml::node& item : *list->as_array()) {
    Frame frame{.id = lexicon.lang + ".", .line = static_cast<int>(item.source().begin.line)};
    for (const auto& [key, value] : *item.as_table()) read_frame_key(file, key.str(), value, frame);
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
