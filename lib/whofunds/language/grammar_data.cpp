#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "whofunds/language/data_keys.hpp"
#include "whofunds/language/lexicon_data.hpp"

namespace whofunds::language {

namespace {

constexpr auto kGrammarLists = std::to_array<ListKey<Lexicon>>({
    {"transparent_nouns", &Lexicon::transparent_nouns},
    {"support_verbs", &Lexicon::support_verbs},
    {"copular_verbs", &Lexicon::copular_verbs},
    {"dedications", &Lexicon::dedications},
    {"naming_words", &Lexicon::naming_words},
    {"naming_links", &Lexicon::naming_links},
    {"former_name_words", &Lexicon::former_name_words},
    {"founding_verbs", &Lexicon::founding_verbs},
    {"agreement_nouns", &Lexicon::agreement_nouns},
    {"work_nouns", &Lexicon::work_nouns},
    {"holder_nouns", &Lexicon::holder_nouns},
    {"costing_verbs", &Lexicon::costing_verbs},
    {"span_starts", &Lexicon::span_starts},
    {"span_ends", &Lexicon::span_ends},
    {"earned_nouns", &Lexicon::earned_nouns},
    {"advising_verbs", &Lexicon::advising_verbs},
    {"remaining_words", &Lexicon::remaining_words},
    {"completing_verbs", &Lexicon::completing_verbs},
    {"plural_verbs", &Lexicon::plural_verbs},
    {"reflexive_pronouns", &Lexicon::reflexive_pronouns},
    {"standing_verbs", &Lexicon::standing_verbs},
    {"renaming_verbs", &Lexicon::renaming_verbs},
    {"name_changing_verbs", &Lexicon::name_changing_verbs},
    {"name_nouns", &Lexicon::name_nouns},
    {"comitatives", &Lexicon::comitatives},
    {"listing_words", &Lexicon::listing_words},
    {"pair_words", &Lexicon::pair_words},
    {"list_endings", &Lexicon::list_endings},
    {"list_openers", &Lexicon::list_openers},
    {"listing_verbs", &Lexicon::listing_verbs},
    {"control_verbs", &Lexicon::control_verbs},
    {"no_longer", &Lexicon::no_longer},
    {"joint_negations", &Lexicon::joint_negations},
    {"replacing_phrases", &Lexicon::replacing_phrases},
    {"country_nouns", &Lexicon::country_nouns},
    {"contrasting_words", &Lexicon::contrasting_words},
    {"limiting_words", &Lexicon::limiting_words},
    {"excluding_verbs", &Lexicon::excluding_verbs},
    {"permitting_nouns", &Lexicon::permitting_nouns},
    {"leaving_words", &Lexicon::leaving_words},
    {"heading_nouns", &Lexicon::heading_nouns},
    {"composing_verbs", &Lexicon::composing_verbs},
    {"report_nouns", &Lexicon::report_nouns},
    {"confirming_verbs", &Lexicon::confirming_verbs},
    {"refuting_verbs", &Lexicon::refuting_verbs},
    {"false_words", &Lexicon::false_words},
    {"built_nouns", &Lexicon::built_nouns},
    {"acting_groups", &Lexicon::acting_groups},
    {"entering_verbs", &Lexicon::entering_verbs},
    {"describing_participles", &Lexicon::describing_participles},
    {"purpose_verbs", &Lexicon::purpose_verbs},
    {"heading_verbs", &Lexicon::heading_verbs},
    {"outdoing_verbs", &Lexicon::outdoing_verbs},
    {"general_nouns", &Lexicon::general_nouns},
    {"making_verbs", &Lexicon::making_verbs},
    {"lender_words", &Lexicon::lender_words},
    {"lender_endings", &Lexicon::lender_endings},
    {"people_endings", &Lexicon::people_endings},
    {"earlier_words", &Lexicon::earlier_words},
    {"staff_nouns", &Lexicon::staff_nouns},
    {"young_firms", &Lexicon::young_firms},
    {"paying_words", &Lexicon::paying_words},
    {"whole_sums", &Lexicon::whole_sums},
    {"deputy_prepositions", &Lexicon::deputy_prepositions},
    {"until_words", &Lexicon::until_words},
    {"bond_nouns", &Lexicon::bond_nouns},
    {"told_sums", &Lexicon::told_sums},
    {"service_nouns", &Lexicon::service_nouns},
    {"undertaking_nouns", &Lexicon::undertaking_nouns},
    {"post_nouns", &Lexicon::post_nouns},
    {"post_verbs", &Lexicon::post_verbs},
    {"customer_words", &Lexicon::customer_words},
    {"compounded_nouns", &Lexicon::compounded_nouns},
    {"through_prepositions", &Lexicon::through_prepositions},
    {"having_verbs", &Lexicon::having_verbs},
    {"all_words", &Lexicon::all_words},
    {"issued_nouns", &Lexicon::issued_nouns},
    {"fellow_words", &Lexicon::fellow_words},
    {"told_nouns", &Lexicon::told_nouns},
    {"debt_words", &Lexicon::debt_words},
    {"clearing_verbs", &Lexicon::clearing_verbs},
    {"reported_verbs", &Lexicon::reported_verbs},
    {"unsure_verbs", &Lexicon::unsure_verbs},
    {"appointing_verbs", &Lexicon::appointing_verbs},
    {"providing_verbs", &Lexicon::providing_verbs},
    {"deputy_words", &Lexicon::deputy_words},
    {"partner_prepositions", &Lexicon::partner_prepositions},
    {"means_prepositions", &Lexicon::means_prepositions},
    {"relative_pronouns", &Lexicon::relative_pronouns},
    {"demonstratives", &Lexicon::demonstratives},
    {"negations", &Lexicon::negations},
    {"denying_determiners", &Lexicon::denying_determiners},
    {"announcing_verbs", &Lexicon::announcing_verbs},
    {"conditional_words", &Lexicon::conditional_words},
    {"counterfactual_modals", &Lexicon::counterfactual_modals},
    {"counting_verbs", &Lexicon::counting_verbs},
    {"plan_verbs", &Lexicon::plan_verbs},
    {"ending_prepositions", &Lexicon::ending_prepositions},
    {"reported_sources", &Lexicon::reported_sources},
    {"firm_posts", &Lexicon::firm_posts},
    {"media_words", &Lexicon::media_words},
    {"source_nouns", &Lexicon::source_nouns},
    {"speaking_people", &Lexicon::speaking_people},
    {"citing_prepositions", &Lexicon::citing_prepositions},
    {"saying_verbs", &Lexicon::saying_verbs},
    {"adding_words", &Lexicon::adding_words},
    {"sequel_verbs", &Lexicon::sequel_verbs},
    {"latter_words", &Lexicon::latter_words},
    {"first_words", &Lexicon::first_words},
    {"second_words", &Lexicon::second_words},
    {"works_nouns", &Lexicon::works_nouns},
    {"kin_nouns", &Lexicon::kin_nouns},
    {"biaspectual_verbs", &Lexicon::biaspectual_verbs},
    {"other_words", &Lexicon::other_words},
    {"rest_words", &Lexicon::rest_words},
    {"charter_nouns", &Lexicon::charter_nouns},
    {"auction_nouns", &Lexicon::auction_nouns},
    {"using_nouns", &Lexicon::using_nouns},
    {"part_nouns", &Lexicon::part_nouns},
    {"winner_nouns", &Lexicon::winner_nouns},
    {"winning_verbs", &Lexicon::winning_verbs},
    {"present_words", &Lexicon::present_words},
    {"reporting_verbs", &Lexicon::reporting_verbs},
    {"media_nouns", &Lexicon::media_nouns},
    {"refusing_verbs", &Lexicon::refusing_verbs},
    {"respective_words", &Lexicon::respective_words},
    {"covering_verbs", &Lexicon::covering_verbs},
    {"firm_participles", &Lexicon::firm_participles},
    {"numbered_nouns", &Lexicon::numbered_nouns},
    {"preparing_verbs", &Lexicon::preparing_verbs},
    {"paying_verbs", &Lexicon::paying_verbs},
    {"question_words", &Lexicon::question_words},
    {"condition_openers", &Lexicon::condition_openers},
    {"issuing_verbs", &Lexicon::issuing_verbs},
    {"citing_verbs", &Lexicon::citing_verbs},
    {"common_acronyms", &Lexicon::common_acronyms},
    {"not_names", &Lexicon::not_names},
    {"place_bodies", &Lexicon::place_bodies},
    {"family_nouns", &Lexicon::family_nouns},
    {"heading_words", &Lexicon::heading_words},
    {"donor_words", &Lexicon::donor_words},
    {"ending_verbs", &Lexicon::ending_verbs},
    {"nonprofit_words", &Lexicon::nonprofit_words},
    {"joining_verbs", &Lexicon::joining_verbs},
    {"firm_endings", &Lexicon::firm_endings},
    {"station_openings", &Lexicon::station_openings},
    {"firm_nouns", &Lexicon::firm_nouns},
    {"management_words", &Lexicon::management_words},
    {"project_openings", &Lexicon::project_openings},
    {"name_breakers", &Lexicon::name_breakers},
    {"name_particles", &Lexicon::name_particles},
    {"merged_words", &Lexicon::merged_words},
    {"capacity_prepositions", &Lexicon::capacity_prepositions},
    {"member_nouns", &Lexicon::member_nouns},
    {"asset_nouns", &Lexicon::asset_nouns},
    {"board_nouns", &Lexicon::board_nouns},
    {"both_words", &Lexicon::both_words},
    {"person_titles", &Lexicon::person_titles},
    {"relational_adjectives", &Lexicon::relational_adjectives},
});

/// A table of statuses and the words that tell each.
template <WordMap<model::Status> Lexicon::*kWords>
void read_statuses(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [name, words] : file.table(node)) {
    const auto status = model::parse_status(name.str());
    if (!status)
      file.fail(words, fmt::format("there is no status '{}'", name.str()), "docs/model.md lists them");
    for (const std::string& word : file.words(words)) (lexicon.*kWords).emplace(word, *status);
  }
}

Pronoun parse_pronoun(const text::DataFile& file, const toml::node& node) {
  constexpr std::array<std::string_view, 7> kTraits{"masculine", "feminine", "neuter",    "plural",
                                                    "person",    "thing",    "possessive"};
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
      file.fail(node, fmt::format("a pronoun is not '{}'", trait), text::hint_among(trait, kTraits));
    }
  }
  return pronoun;
}

void read_pronouns(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [form, traits] : file.table(node))
    lexicon.pronouns.emplace(form.str(), parse_pronoun(file, traits));
}

void read_pronominal_adverbs(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [form, preposition] : file.table(node))
    lexicon.pronominal_adverbs.emplace(form.str(), file.text(preposition));
}

/// A table of words and the words of each.
void read_narrower_nouns(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  for (const auto& [general, nouns] : file.table(node))
    lexicon.narrower_nouns.emplace(general.str(), word_set(file, nouns));
}

/// "[party_nouns.acquires]": by relation, which nouns call which party of the last deal of that kind.
void read_party_nouns(const text::DataFile& file, const toml::node& node, Lexicon& lexicon) {
  constexpr std::array<std::pair<std::string_view, PartyNoun::End>, 3> kEnds{
      {{"from", PartyNoun::End::kFrom}, {"to", PartyNoun::End::kTo}, {"seller", PartyNoun::End::kSeller}}};
  for (const auto& [name, parties] : file.table(node)) {
    const auto relation = model::parse_relation(name.str());
    if (!relation)
      file.fail(parties, fmt::format("there is no relation '{}'", name.str()), "docs/model.md lists them");
    for (const auto& [end, nouns] : file.table(parties)) {
      const auto* const known =
          std::ranges::find(kEnds, end.str(), &std::pair<std::string_view, PartyNoun::End>::first);
      if (known == kEnds.end())
        file.fail(nouns, fmt::format("there is no party '{}'", end.str()), "write from, to or seller");
      for (const std::string& noun : file.words(nouns))
        lexicon.party_nouns[noun].push_back({.relation = *relation, .end = known->second});
    }
  }
}

constexpr auto kGrammarValues = std::to_array<ValueKey<Lexicon>>({
    {"inflected", [](const text::DataFile& file, const toml::node& value,
                     Lexicon& lexicon) { lexicon.inflected = file.truth(value); }},
    {"status_verbs", read_statuses<&Lexicon::status_verbs>},
    {"status_modifiers", read_statuses<&Lexicon::status_modifiers>},
    {"modal_words", read_statuses<&Lexicon::modal_words>},
    {"pronouns", read_pronouns},
    {"pronominal_adverbs", read_pronominal_adverbs},
    {"narrower_nouns", read_narrower_nouns},
    {"party_nouns", read_party_nouns},
});

}  // namespace

void load_grammar(const text::DataFile& file, Lexicon& lexicon) {
  file.required(file.root(), "inflected");
  read_keys<Lexicon>(file, kGrammarLists, kGrammarValues, lexicon);
}

}  // namespace whofunds::language
