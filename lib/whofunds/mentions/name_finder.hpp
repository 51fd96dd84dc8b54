#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/names.hpp"
#include "whofunds/mentions/values.hpp"
#include "whofunds/tagging/annotation.hpp"

namespace whofunds::mentions {

bool is_opening_quote(std::string_view text);
bool is_closing_quote(std::string_view text);

/// The first of the words [first, last) that hangs on none of the others; no mark.
int head_of_words(const AnnotatedSentence& sentence, int first, int last);

/// Finds the names of one sentence. Each kind of question that it asks has a file of its own, name_*.cpp.
class NameFinder {
 public:
  NameFinder(const AnnotatedSentence& sentence, const Values& values, const language::Lexicon& lexicon,
             const language::Morphology& morphology);

  std::vector<NameMention> find();

 private:
  const Word& word(int i) const { return sentence_.at(i); }
  std::string_view text_of(int first, int last) const;
  bool is_taken(int i) const { return taken_[static_cast<std::size_t>(i)]; }

  void find_quoted();
  bool opens_within(int quote, int mark) const;
  void close_inner_quote(NameMention& name, int mark) const;
  bool is_quoted_member(int first, int last) const;
  bool is_quoted_name(int first, int last) const;
  bool is_called_by_last(const NameMention& name) const;
  bool is_fund_of_person(int person, int last) const;
  bool is_one_tagged_name(int first, int last) const;
  void take_description(int quote);
  const language::Descriptor* descriptor_before(int quote) const;
  void find_in_brackets();
  bool is_foreign(int i) const;
  bool ends_bracket(int i) const;
  void find_place_bodies();
  void find_businesses();
  bool is_acting_place(int noun) const;
  int end_of_place_body(int i) const;
  int end_of_body_of_place(int i) const;
  bool begins_name(int i) const;
  void join_halves();
  void join_numerals();
  void join_over_particles();
  void join_dedicated_to_many();
  void join(std::size_t n, int first);
  bool are_joined_persons(const NameMention& name, const NameMention& next) const;
  void share_surnames();
  void share_plural_surnames();
  void find_tagged();
  void find_capitalised();
  bool may_be_name(int first, int last) const;
  void add(int first, int last, bool quoted, tagging::NameClass told = tagging::NameClass::kNone);
  bool is_as_named(const NameMention& name) const;
  bool is_unseen_genitive(const NameMention& name) const;
  AnnotatedSentence with_genitive(int i) const;

  // What one word is.
  bool is_legal_form(int i) const;
  bool is_no_name(int first, int last) const;
  bool is_numbered(int first, int last) const;
  bool is_former_post(int i) const;
  bool is_adjective_of_description(int i) const;
  bool may_be_adjective(int i) const;

  /// Whether a dictionary knows a word as a common noun and as nothing else.
  bool is_common_noun(int i) const;
  bool is_unheard_description(int i) const;
  bool describes_person(int i) const;
  bool is_participle_before_description() const;
  bool ends_as_adjective(int i) const;
  bool is_initial(int i) const;
  bool is_common_title(int i) const;
  bool has_capital(int first, int last) const;
  bool has_inner_capital(int i) const;
  bool is_name_word(int i) const;
  bool acts_as_one(int i) const;
  bool describes_aside(int i) const;
  bool is_capital_within(int i) const;
  bool is_bare_party(int i) const;
  bool is_single_party(int i) const;
  bool is_listed_name(int i) const;
  bool is_hyphenated_agent(int i) const;
  bool is_called_in_latin(int i) const;
  bool tells_people(int i) const;
  bool describes_thing(int noun) const;
  bool is_project_adjective(int i) const;
  bool is_called_so(int i) const;
  bool is_heading_word() const;
  bool is_undertaking(int name, int noun) const;
  bool is_undertaking_of_kind(int name, int noun) const;
  bool counts_model(int last) const;
  bool ends_firm_name(int i) const;
  bool is_told_of_alone(int i) const;
  bool is_unknown_word(int i) const;
  bool is_surname(int i) const;
  bool is_acronym(int first, int last) const;
  bool is_given_name(int i) const;
  bool describes_named_person(int i) const;
  bool is_adjective_of_place(int i) const;

  // Where a name begins and ends.
  bool ends_name(int first, int i) const;
  bool is_outside(int first, int i) const;
  bool joins_names(int first, int i) const;
  bool is_after_list(int i) const;
  bool acts_as_two(int first, int end) const;
  bool tells_of_partners(const language::FrameIndex& index, int i) const;
  bool is_one_by_letters(int first, int joint, int end) const;
  bool agrees_as_one(int next) const;
  void extend_over_letters(int first, int& last) const;
  void extend_over_legal_form(int& last) const;
  void extend_over_possessive(int first, int& last) const;
  void extend_over_dots(int& last) const;
  void extend_over_genitives(int first, int& last) const;
  /// "Lumen Grid plc", whose first word a model takes for a place: the legal form that all the capitals from
  /// `first` on hang on; kNoWord where they do not.
  int legal_form_of_place(int first, int last) const;
  void extend_over_charter(int first, int& last) const;
  void extend_over_product(int first, int& last) const;
  void extend_over_surname(int first, int& last) const;
  bool is_description_at_head(int first, int last) const;
  void extend_over_described(int first, int& last) const;
  void extend_over_hyphens(int& first, int& last) const;
  bool is_bracket(int i) const;
  void extend_over_initials(int& first, int& last) const;
  void extend_over_dedication(int& first) const;
  bool starts_line_anew(int i) const;
  bool may_extend(int i) const;
  bool is_capital_noun(int i) const;
  void extend_over_proper_nouns(int& first, int& last) const;
  bool is_capital_adjective(int i) const;
  void extend_over_other_half(int first, int& last) const;
  bool begins_with_first_word(int first, int last) const;
  bool hangs_within(int i, int first, int last) const;
  void extend_over_project(int first, int& last, bool quoted) const;
  bool is_named_after_owner(int first, int ending) const;
  bool names_project(int noun) const;
  bool is_product_noun(int noun) const;
  bool are_made(int noun) const;
  void extend_over_family(int& last) const;
  void extend_over_family_before(int& first, int last) const;
  void extend_over_family_body(int& last) const;
  void extend_over_patron(int first, int& last) const;
  void extend_over_number(int& last) const;
  void extend_over_station(int& first, int last) const;
  void extend_over_purpose(int first, int& last) const;
  void extend_over_field(int first, int& last) const;
  int end_of_heading(int first, int last) const;
  void trim(int& first, int& last) const;
  bool is_small_verb(int i) const;
  bool is_small_link(int i) const;
  int head_of(int first, int last) const;

  // What kind of thing is named.
  bool is_party(int i) const;
  template <typename Index>
  bool tells_deal(const Index& index, int i) const;
  bool is_bought(int i) const;
  bool is_made(int i) const;
  bool is_owned_firm(int noun) const;
  bool acts(int i) const;
  bool has_given_name(const NameMention& name) const;
  bool has_age(const NameMention& name) const;
  bool is_code(const NameMention& name) const;
  void classify(NameMention& name, tagging::NameClass told) const;
  tagging::NameClass model_opinion(const NameMention& name) const;
  std::string lemmas_of(const NameMention& name) const;
  std::optional<model::EntityKind> kind_within(const NameMention& name) const;
  std::optional<model::EntityKind> kind_beside(const NameMention& name) const;
  std::optional<model::EntityKind> kind_of_list(const NameMention& name) const;
  bool is_name_described(int noun) const;
  bool is_described_as_thing(const NameMention& name) const;
  bool is_in_list(const NameMention& name) const;
  bool is_name_between(int first, int last) const;

  static constexpr int kLongestQuotedName = 9;
  static constexpr int kLongestPlainQuote =
      4;  ///< words; longer quotes that no model and no word calls a name are speech
  static constexpr int kNearInTree = 3;

  const AnnotatedSentence& sentence_;
  const language::Lexicon& lexicon_;
  const language::Morphology& morphology_;
  bool has_money_;  ///< a sum stands in the sentence
  std::vector<bool> taken_;
  std::vector<NameMention> names_;
};

}  // namespace whofunds::mentions
