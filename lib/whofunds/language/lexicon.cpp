#include "whofunds/language/lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "whofunds/language/spelling.hpp"
#include "whofunds/model/country.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::language {
namespace {

/// One data file, which knows where a message points to.
class DataFile {
 public:
  explicit DataFile(const std::filesystem::path& path) : path_(path.string()) {
    if (!std::filesystem::exists(path)) {
      throw MachineError(path_, "this data file is missing", "install whofunds again, or set WHOFUNDS_SHARE");
    }
    try {
      table_ = toml::parse_file(path_);
    } catch (const toml::parse_error& error) {
      throw InputError(fmt::format("{}:{}", path_, error.source().begin.line),
                       std::string(error.description()), "mend the file");
    }
  }

  const toml::table& table() const { return table_; }

  [[noreturn]] void fail(const toml::node& node, const std::string& what,
                         std::string_view what_to_do = {}) const {
    throw InputError(fmt::format("{}:{}", path_, node.source().begin.line), what, what_to_do);
  }

  std::string text(const toml::node& node) const {
    if (const auto* const value = node.as_string()) return value->get();
    fail(node, "this must be a text in quotes");
  }

  std::vector<std::string> words(const toml::node& node) const {
    const auto* const array = node.as_array();
    if (array == nullptr) fail(node, "this must be a list of words", "write [\"word\", \"word\"]");
    std::vector<std::string> result;
    for (const toml::node& item : *array) result.push_back(text(item));
    return result;
  }

  bool truth(std::string_view key) const {
    const toml::node* const node = table_.get(key);
    if (node == nullptr) fail(table_, fmt::format("'{}' is missing", key), "write true or false");
    if (const auto* const value = node->as_boolean()) return value->get();
    fail(*node, fmt::format("'{}' must be true or false", key));
  }

  /// A table of words and the words of each.
  WordMap<WordSet> word_sets(std::string_view key) const {
    WordMap<WordSet> sets;
    for (const auto& [word, listed] : sub_table(key)) {
      const std::vector<std::string> all = words(listed);
      sets.emplace(std::string(word.str()), WordSet(all.begin(), all.end()));
    }
    return sets;
  }

  WordSet word_set(std::string_view key) const {
    const toml::node* const node = table_.get(key);
    if (node == nullptr) return {};
    const std::vector<std::string> list = words(*node);
    return {list.begin(), list.end()};
  }

  const toml::table& sub_table(std::string_view key) const {
    static const toml::table empty;
    const toml::node* const node = table_.get(key);
    if (node == nullptr) return empty;
    if (const toml::table* const found = node->as_table()) return *found;
    fail(*node, fmt::format("'{}' must be a table", key));
  }

  template <typename Value, typename Parse>
  Value named(const toml::node& node, Parse parse, std::string_view what) const {
    const std::string name = text(node);
    if (const auto value = parse(name)) return *value;
    fail(node, fmt::format("there is no {} '{}'", what, name), "docs/model.md lists them");
  }

 private:
  std::string path_;
  toml::table table_;
};

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

/// "[party_nouns.acquires]": by relation, which nouns call which party of the last deal of that kind.
void read_party_nouns(const DataFile& file, Lexicon& lexicon) {
  constexpr std::array<std::pair<std::string_view, PartyNoun::End>, 3> kEnds{
      {{"from", PartyNoun::End::kFrom}, {"to", PartyNoun::End::kTo}, {"seller", PartyNoun::End::kSeller}}};
  for (const auto& [name, parties] : file.sub_table("party_nouns")) {
    const auto relation = model::parse_relation(name.str());
    const toml::table* const ends = parties.as_table();
    if (!relation || ends == nullptr)
      file.fail(parties, fmt::format("there is no relation '{}'", name.str()), "docs/model.md lists them");
    for (const auto& [end, nouns] : *ends) {
      const auto known =
          std::ranges::find(kEnds, end.str(), &std::pair<std::string_view, PartyNoun::End>::first);
      if (known == kEnds.end())
        file.fail(nouns, fmt::format("there is no party '{}'", end.str()), "write from, to or seller");
      for (const std::string& noun : file.words(nouns))
        lexicon.party_nouns[noun].push_back({.relation = *relation, .end = known->second});
    }
  }
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
    file.fail(value, fmt::format("a frame has no key '{}'", key), "docs/frames.md lists them");
  }
}

void index_triggers(const std::vector<Trigger>& triggers, std::size_t frame, FrameIndex& index) {
  for (const Trigger& trigger : triggers) {
    std::vector<std::size_t>& frames = index[trigger.lemma];
    if (frames.empty() || frames.back() != frame) frames.push_back(frame);
  }
}

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

void load_descriptors(const DataFile& file, Lexicon& lexicon) {
  for (const auto& [kind_name, lists] : file.table()) {
    const auto kind = model::parse_entity_kind(kind_name.str());
    if (!kind || !lists.is_table()) file.fail(lists, fmt::format("there is no kind '{}'", kind_name.str()));
    for (const auto& [key, value] : *lists.as_table()) {
      const std::string_view list = key.str();
      for (const std::string& word : file.words(value)) {
        if (list == "in_names") {
          lexicon.name_words.emplace(word, *kind);
        } else if (list == "bodies" || list == "bodies_of" || list == "plural_bodies") {
          lexicon.bodies.emplace(
              word, Body{.kind = *kind, .alone = list == "bodies", .plural = list == "plural_bodies"});
        } else {
          lexicon.descriptors.emplace(word, Descriptor{.kind = *kind, .anaphoric = key.str() == "anaphoric"});
        }
      }
    }
  }
}

template <typename Number>
void load_numbers(const DataFile& file, std::string_view table, WordMap<Number>& numbers) {
  for (const auto& [word, number] : file.sub_table(table))
    numbers.emplace(word.str(), number.template value_or<Number>(0));
}

void load_money(const DataFile& file, Lexicon& lexicon) {
  for (const auto& [code, words] : file.sub_table("currencies")) {
    for (const std::string& word : file.words(words)) lexicon.currencies.emplace(word, code.str());
    std::string lower(code.str());
    for (char& letter : lower) letter = static_cast<char>(letter - 'A' + 'a');
    lexicon.currencies.emplace(lower, code.str());
  }
  for (const auto& [code, words] : file.sub_table("country_adjectives")) {
    for (const std::string& word : file.words(words)) lexicon.country_adjectives.emplace(word, code.str());
  }
  for (const auto& [word, factor] : file.sub_table("scales")) {
    lexicon.scales.emplace(word.str(), factor.value_or<std::int64_t>(1));
  }
  load_numbers(file, "stake_fractions", lexicon.stake_fractions);
  load_numbers(file, "numerals", lexicon.numerals);
  lexicon.approximators = file.word_set("approximators");
  lexicon.at_least = file.word_set("at_least");
  lexicon.at_most = file.word_set("at_most");
  lexicon.odd_share_words = file.word_set("odd_share_words");
  lexicon.percent_words = file.word_set("percent");
  lexicon.range_words = file.word_set("ranges");
  lexicon.year_words = file.word_set("years");
  lexicon.total_phrases = file.word_set("total_phrases");
  lexicon.unit_phrases = file.word_set("unit_phrases");
  lexicon.numeral_links = file.word_set("numeral_links");
  lexicon.vague_numerals = file.word_set("vague_numerals");
  lexicon.half_phrases = file.word_set("half_phrases");
  lexicon.each_words = file.word_set("each_words");
  lexicon.unit_prices = file.word_set("unit_prices");
  lexicon.rate_nouns = file.word_set("rate_nouns");
  lexicon.difference_words = file.word_set("difference_words");
  lexicon.worth_nouns = file.word_set("worth_nouns");
  load_numbers(file, "fractions", lexicon.fractions);
  load_numbers(file, "relative_years", lexicon.relative_years);
  load_numbers(file, "quarter_ordinals", lexicon.quarter_ordinals);
  load_numbers(file, "weekdays", lexicon.weekdays);
  load_numbers(file, "relative_days", lexicon.relative_days);
  lexicon.month_words = file.word_set("month_words");
  lexicon.week_words = file.word_set("week_words");
  lexicon.quarter_words = file.word_set("quarter_words");
  lexicon.ago_words = file.word_set("ago_words");
  lexicon.stake_nouns = file.word_set("stake_nouns");
  lexicon.controlling_words = file.word_set("controlling");
  lexicon.whole_words = file.word_set("whole");
  lexicon.valuation_words = file.word_set("valuation");
  lexicon.round_nouns = file.word_set("round_nouns");
  lexicon.change_starts = file.word_set("change_starts");
  lexicon.deal_nouns = file.word_set("deal_nouns");
  lexicon.sum_nouns = file.word_set("sum_nouns");
  lexicon.series_words = file.word_set("series");
  for (const auto& [name, words] : file.sub_table("rounds")) {
    for (const std::string& word : file.words(words)) lexicon.round_names.emplace(word, name.str());
  }
  load_numbers(file, "months", lexicon.months);
}

void load_statuses(const DataFile& file, std::string_view key, WordMap<model::Status>& into) {
  for (const auto& [name, words] : file.sub_table(key)) {
    const auto status = model::parse_status(name.str());
    if (!status) file.fail(words, fmt::format("there is no status '{}'", name.str()));
    for (const std::string& word : file.words(words)) into.emplace(word, *status);
  }
}

Pronoun parse_pronoun(const DataFile& file, const toml::node& node) {
  Pronoun pronoun;
  for (const std::string& trait : file.words(node)) {
    if (trait == "masculine") {
      pronoun.gender = Gender::kMasculine;
    } else if (trait == "feminine") {
      pronoun.gender = Gender::kFeminine;
    } else if (trait == "neuter") {
      pronoun.neuter = pronoun.gender == Gender::kMasculine;
      if (!pronoun.neuter) pronoun.gender = Gender::kNeuter;
    } else if (trait == "plural") {
      pronoun.number = Number::kPlural;
    } else if (trait == "person") {
      pronoun.person = true;
    } else if (trait == "thing") {
      pronoun.thing = true;
    } else if (trait == "possessive") {
      pronoun.possessive = true;
    } else {
      file.fail(node, fmt::format("a pronoun is not '{}'", trait));
    }
  }
  return pronoun;
}

void load_grammar(const DataFile& file, Lexicon& lexicon) {
  lexicon.inflected = file.truth("inflected");
  lexicon.transparent_nouns = file.word_set("transparent_nouns");
  lexicon.support_verbs = file.word_set("support_verbs");
  lexicon.copular_verbs = file.word_set("copular_verbs");
  lexicon.dedications = file.word_set("dedications");
  lexicon.naming_words = file.word_set("naming_words");
  lexicon.naming_links = file.word_set("naming_links");
  lexicon.former_name_words = file.word_set("former_name_words");
  lexicon.founding_verbs = file.word_set("founding_verbs");
  lexicon.agreement_nouns = file.word_set("agreement_nouns");
  lexicon.work_nouns = file.word_set("work_nouns");
  lexicon.holder_nouns = file.word_set("holder_nouns");
  lexicon.costing_verbs = file.word_set("costing_verbs");
  lexicon.span_starts = file.word_set("span_starts");
  lexicon.span_ends = file.word_set("span_ends");
  lexicon.earned_nouns = file.word_set("earned_nouns");
  lexicon.advising_verbs = file.word_set("advising_verbs");
  lexicon.remaining_words = file.word_set("remaining_words");
  lexicon.completing_verbs = file.word_set("completing_verbs");
  lexicon.plural_verbs = file.word_set("plural_verbs");
  lexicon.reflexive_pronouns = file.word_set("reflexive_pronouns");
  lexicon.standing_verbs = file.word_set("standing_verbs");
  lexicon.renaming_verbs = file.word_set("renaming_verbs");
  lexicon.name_changing_verbs = file.word_set("name_changing_verbs");
  lexicon.name_nouns = file.word_set("name_nouns");
  lexicon.comitatives = file.word_set("comitatives");
  lexicon.listing_words = file.word_set("listing_words");
  lexicon.pair_words = file.word_set("pair_words");
  lexicon.list_endings = file.word_set("list_endings");
  lexicon.list_openers = file.word_set("list_openers");
  lexicon.listing_verbs = file.word_set("listing_verbs");
  lexicon.control_verbs = file.word_set("control_verbs");
  lexicon.no_longer = file.word_set("no_longer");
  lexicon.contrasting_words = file.word_set("contrasting_words");
  lexicon.limiting_words = file.word_set("limiting_words");
  lexicon.excluding_verbs = file.word_set("excluding_verbs");
  lexicon.permitting_nouns = file.word_set("permitting_nouns");
  lexicon.leaving_words = file.word_set("leaving_words");
  lexicon.heading_nouns = file.word_set("heading_nouns");
  lexicon.composing_verbs = file.word_set("composing_verbs");
  lexicon.report_nouns = file.word_set("report_nouns");
  lexicon.confirming_verbs = file.word_set("confirming_verbs");
  lexicon.refuting_verbs = file.word_set("refuting_verbs");
  lexicon.false_words = file.word_set("false_words");
  lexicon.built_nouns = file.word_set("built_nouns");
  lexicon.acting_groups = file.word_set("acting_groups");
  lexicon.entering_verbs = file.word_set("entering_verbs");
  lexicon.describing_participles = file.word_set("describing_participles");
  lexicon.purpose_verbs = file.word_set("purpose_verbs");
  lexicon.heading_verbs = file.word_set("heading_verbs");
  lexicon.outdoing_verbs = file.word_set("outdoing_verbs");
  lexicon.general_nouns = file.word_set("general_nouns");
  lexicon.making_verbs = file.word_set("making_verbs");
  lexicon.lender_words = file.word_set("lender_words");
  lexicon.lender_endings = file.word_set("lender_endings");
  lexicon.people_endings = file.word_set("people_endings");
  lexicon.narrower_nouns = file.word_sets("narrower_nouns");
  read_party_nouns(file, lexicon);
  lexicon.young_firms = file.word_set("young_firms");
  lexicon.paying_words = file.word_set("paying_words");
  lexicon.whole_sums = file.word_set("whole_sums");
  lexicon.deputy_prepositions = file.word_set("deputy_prepositions");
  lexicon.until_words = file.word_set("until_words");
  lexicon.bond_nouns = file.word_set("bond_nouns");
  lexicon.told_sums = file.word_set("told_sums");
  lexicon.service_nouns = file.word_set("service_nouns");
  lexicon.undertaking_nouns = file.word_set("undertaking_nouns");
  lexicon.post_nouns = file.word_set("post_nouns");
  lexicon.post_verbs = file.word_set("post_verbs");
  lexicon.customer_words = file.word_set("customer_words");
  lexicon.compounded_nouns = file.word_set("compounded_nouns");
  lexicon.through_prepositions = file.word_set("through_prepositions");
  lexicon.having_verbs = file.word_set("having_verbs");
  lexicon.all_words = file.word_set("all_words");
  lexicon.issued_nouns = file.word_set("issued_nouns");
  lexicon.fellow_words = file.word_set("fellow_words");
  lexicon.told_nouns = file.word_set("told_nouns");
  lexicon.debt_words = file.word_set("debt_words");
  lexicon.clearing_verbs = file.word_set("clearing_verbs");
  lexicon.reported_verbs = file.word_set("reported_verbs");
  lexicon.unsure_verbs = file.word_set("unsure_verbs");
  lexicon.appointing_verbs = file.word_set("appointing_verbs");
  lexicon.providing_verbs = file.word_set("providing_verbs");
  lexicon.deputy_words = file.word_set("deputy_words");
  lexicon.partner_prepositions = file.word_set("partner_prepositions");
  lexicon.means_prepositions = file.word_set("means_prepositions");
  lexicon.relative_pronouns = file.word_set("relative_pronouns");
  lexicon.demonstratives = file.word_set("demonstratives");
  lexicon.negations = file.word_set("negations");
  lexicon.denying_determiners = file.word_set("denying_determiners");
  lexicon.announcing_verbs = file.word_set("announcing_verbs");
  lexicon.conditional_words = file.word_set("conditional_words");
  lexicon.counterfactual_modals = file.word_set("counterfactual_modals");
  lexicon.counting_verbs = file.word_set("counting_verbs");
  lexicon.plan_verbs = file.word_set("plan_verbs");
  lexicon.ending_prepositions = file.word_set("ending_prepositions");
  lexicon.reported_sources = file.word_set("reported_sources");
  lexicon.firm_posts = file.word_set("firm_posts");
  lexicon.media_words = file.word_set("media_words");
  lexicon.source_nouns = file.word_set("source_nouns");
  lexicon.speaking_people = file.word_set("speaking_people");
  lexicon.citing_prepositions = file.word_set("citing_prepositions");
  lexicon.saying_verbs = file.word_set("saying_verbs");
  lexicon.adding_words = file.word_set("adding_words");
  lexicon.sequel_verbs = file.word_set("sequel_verbs");
  lexicon.latter_words = file.word_set("latter_words");
  lexicon.kin_nouns = file.word_set("kin_nouns");
  lexicon.biaspectual_verbs = file.word_set("biaspectual_verbs");
  lexicon.other_words = file.word_set("other_words");
  lexicon.rest_words = file.word_set("rest_words");
  lexicon.charter_nouns = file.word_set("charter_nouns");
  lexicon.auction_nouns = file.word_set("auction_nouns");
  lexicon.using_nouns = file.word_set("using_nouns");
  lexicon.part_nouns = file.word_set("part_nouns");
  lexicon.winner_nouns = file.word_set("winner_nouns");
  lexicon.winning_verbs = file.word_set("winning_verbs");
  lexicon.present_words = file.word_set("present_words");
  lexicon.reporting_verbs = file.word_set("reporting_verbs");
  lexicon.media_nouns = file.word_set("media_nouns");
  lexicon.refusing_verbs = file.word_set("refusing_verbs");
  lexicon.respective_words = file.word_set("respective_words");
  lexicon.covering_verbs = file.word_set("covering_verbs");
  lexicon.firm_participles = file.word_set("firm_participles");
  lexicon.numbered_nouns = file.word_set("numbered_nouns");
  lexicon.preparing_verbs = file.word_set("preparing_verbs");
  lexicon.paying_verbs = file.word_set("paying_verbs");
  lexicon.question_words = file.word_set("question_words");
  lexicon.condition_openers = file.word_set("condition_openers");
  lexicon.issuing_verbs = file.word_set("issuing_verbs");
  lexicon.citing_verbs = file.word_set("citing_verbs");
  lexicon.common_acronyms = file.word_set("common_acronyms");
  lexicon.not_names = file.word_set("not_names");
  lexicon.place_bodies = file.word_set("place_bodies");
  lexicon.family_nouns = file.word_set("family_nouns");
  lexicon.heading_words = file.word_set("heading_words");
  lexicon.donor_words = file.word_set("donor_words");
  lexicon.ending_verbs = file.word_set("ending_verbs");
  lexicon.nonprofit_words = file.word_set("nonprofit_words");
  lexicon.joining_verbs = file.word_set("joining_verbs");
  lexicon.firm_endings = file.word_set("firm_endings");
  lexicon.station_openings = file.word_set("station_openings");
  lexicon.firm_nouns = file.word_set("firm_nouns");
  lexicon.management_words = file.word_set("management_words");
  lexicon.project_openings = file.word_set("project_openings");
  lexicon.name_breakers = file.word_set("name_breakers");
  lexicon.name_particles = file.word_set("name_particles");
  lexicon.merged_words = file.word_set("merged_words");
  lexicon.capacity_prepositions = file.word_set("capacity_prepositions");
  lexicon.member_nouns = file.word_set("member_nouns");
  lexicon.asset_nouns = file.word_set("asset_nouns");
  lexicon.board_nouns = file.word_set("board_nouns");
  lexicon.both_words = file.word_set("both_words");
  lexicon.person_titles = file.word_set("person_titles");
  lexicon.relational_adjectives = file.word_set("relational_adjectives");
  load_statuses(file, "status_verbs", lexicon.status_verbs);
  load_statuses(file, "status_modifiers", lexicon.status_modifiers);
  load_statuses(file, "modal_words", lexicon.modal_words);
  for (const auto& [form, preposition] : file.sub_table("pronominal_adverbs"))
    lexicon.pronominal_adverbs.emplace(form.str(), preposition.value_or(std::string()));
  for (const auto& [form, traits] : file.sub_table("pronouns")) {
    lexicon.pronouns.emplace(form.str(), parse_pronoun(file, traits));
  }
}

/// As `CountryWords` has them.
std::string country_word(std::string_view word) {
  std::string lower = lower_case(word);
  constexpr std::string_view kYo = "ё";
  for (std::size_t at = lower.find(kYo); at != std::string::npos; at = lower.find(kYo, at))
    lower.replace(at, kYo.size(), "е");
  return lower;
}

void load_countries(const DataFile& file, CountryWords& countries) {
  const auto load = [&](std::string_view key, WordMap<std::string>& into) {
    for (const auto& [code, words] : file.sub_table(key)) {
      if (!model::is_country_code(code.str()))
        file.fail(words, fmt::format("'{}' is no code of a country", code.str()), "write \"fr\", \"de\" …");
      for (const std::string& word : file.words(words)) into.emplace(country_word(word), code.str());
    }
  };
  load("names", countries.names);
  load("adjectives", countries.adjectives);
  load("people", countries.people);
  countries.described = file.word_set("described");
  countries.undescribed = file.word_set("undescribed");
  countries.dealing = file.word_set("dealing");
  countries.seat_words = file.word_set("seat_words");
  countries.origin_prepositions = file.word_set("origin_prepositions");
  countries.seat_prepositions = file.word_set("seat_prepositions");
}

void load_forms_of_country(const DataFile& file, const toml::table& form, const std::string& country,
                           Lexicon& lexicon) {
  if (!model::is_country_code(country))
    file.fail(form, fmt::format("'{}' is no code of a country", country), "write \"fr\", \"de\" …");
  for (std::string word : file.words(*form.get("words"))) {
    std::erase(word, '.');
    lexicon.countries.legal_forms.emplace(lower_case(word), country);
  }
}

/// Forms of businesses, as one word without dots: "ооо", "gmbh". Every language's, since names travel with
/// theirs.
void load_legal_forms(const std::filesystem::path& folder, Lexicon& lexicon) {
  for (const auto& language : std::filesystem::directory_iterator(folder)) {
    if (!language.is_directory()) continue;
    const DataFile file(language.path() / "legal_forms.toml");
    const toml::node* const forms = file.table().get("form");
    if (forms == nullptr || !forms->is_array()) continue;
    for (const toml::node& item : *forms->as_array()) {
      const toml::table& form = *item.as_table();
      if (const auto country = form["country"].value<std::string>())
        load_forms_of_country(file, form, *country, lexicon);
      if (form["kind"].value_or(std::string()) != model::to_string(model::EntityKind::kCompany)) continue;
      for (std::string word : file.words(*form.get("words"))) {
        std::erase(word, '.');
        if (word.find(' ') == std::string::npos) lexicon.legal_forms.insert(lower_case(word));
      }
    }
  }
}

}  // namespace

bool Lexicon::ends_as_lender(std::string_view word) const {
  return std::ranges::any_of(lender_endings,
                             [&](const std::string& ending) { return word.ends_with(ending); });
}

bool Lexicon::is_kind_of(std::string_view noun, std::string_view general) const {
  const auto narrower = narrower_nouns.find(general);
  return narrower != narrower_nouns.end() && narrower->second.contains(noun);
}

bool Lexicon::has_verb_of(std::string_view lemma, model::Relation relation) const {
  return any_frame_of_verb(lemma, [&](const Frame& frame) { return frame.relation == relation; });
}

bool Lexicon::has_title_of(std::string_view lemma, model::Relation relation) const {
  return any_frame_of_title(lemma, [&](const Frame& frame) { return frame.relation == relation; });
}

bool Lexicon::has_noun_of(std::string_view lemma, model::Relation relation) const {
  return any_frame_of_noun(lemma, [&](const Frame& frame) { return frame.relation == relation; });
}

bool Lexicon::is_holder(std::string_view title, model::Relation relation) const {
  return any_frame_of_title(
      title, [&](const Frame& frame) { return frame.title_is_from && frame.relation == relation; });
}

Lexicon load_lexicon(const std::filesystem::path& share, std::string_view lang) {
  Lexicon lexicon{.lang = std::string(lang)};
  const std::filesystem::path folder = share / "language" / lang;
  load_frames(DataFile(folder / "frames.toml"), lexicon);
  load_descriptors(DataFile(folder / "descriptors.toml"), lexicon);
  load_money(DataFile(folder / "money.toml"), lexicon);
  load_grammar(DataFile(folder / "grammar.toml"), lexicon);
  load_countries(DataFile(folder / "countries.toml"), lexicon.countries);
  load_legal_forms(share / "language", lexicon);
  for (const std::string& name : DataFile(folder / "given_names.toml").word_set("names"))
    lexicon.given_names.insert(lower_case(name));
  return lexicon;
}

}  // namespace whofunds::language
