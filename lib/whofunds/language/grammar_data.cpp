#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "whofunds/language/lexicon_data.hpp"

namespace whofunds::language {

namespace {

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

}  // namespace

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
  lexicon.country_nouns = file.word_set("country_nouns");
  lexicon.joint_negations = file.word_set("joint_negations");
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
  lexicon.earlier_words = file.word_set("earlier_words");
  lexicon.staff_nouns = file.word_set("staff_nouns");
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
  lexicon.first_words = file.word_set("first_words");
  lexicon.second_words = file.word_set("second_words");
  lexicon.works_nouns = file.word_set("works_nouns");
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

}  // namespace whofunds::language
