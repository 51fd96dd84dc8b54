#include "whofunds/mentions/names.hpp"

#include <algorithm>

#include "whofunds/mentions/name_finder.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;
using tagging::NameClass;
using text::Script;
using text::TokenKind;

NameFinder::NameFinder(const AnnotatedSentence& sentence, const Values& values,
                       const language::Lexicon& lexicon, const language::Morphology& morphology)
    : sentence_(sentence),
      lexicon_(lexicon),
      morphology_(morphology),
      has_money_(!values.money.empty()),
      taken_(sentence.words.size(), false) {
  const auto take = [&](const Place& place) {
    for (int i = place.first; i < place.last; ++i) taken_[static_cast<std::size_t>(i)] = true;
  };
  for (const auto& value : values.money) take(value.place);
  for (const auto& value : values.stakes) take(value.place);
  for (const auto& value : values.dates) take(value.place);
  for (const auto& value : values.rounds) take(value.place);
}

/// The text of the document from one word to another, spaces between them included.
std::string_view NameFinder::text_of(int first, int last) const {
  const std::string_view begin = word(first).token.text;
  const std::string_view end = word(last - 1).token.text;
  return {begin.data(), static_cast<std::size_t>(end.data() + end.size() - begin.data())};
}

std::vector<NameMention> NameFinder::find() {
  find_quoted();
  find_in_brackets();
  find_place_bodies();
  find_businesses();
  find_tagged();
  find_capitalised();
  std::sort(names_.begin(), names_.end(),
            [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
  join_halves();
  join_numerals();
  join_over_particles();
  join_dedicated_to_many();
  share_surnames();
  share_plural_surnames();
  return std::move(names_);
}

bool NameFinder::is_one_tagged_name(int first, int last) const {
  for (int i = first; i < last; ++i) {
    if (word(i).note.name == NameClass::kNone || (i > first && word(i).note.name_begins)) return false;
  }
  return true;
}

/// "(Red Renta Básica)", "(АТЭС)" right after a name: the same in its own language, or its letters.
void NameFinder::find_in_brackets() {
  if (!lexicon_.inflected) return;
  for (int i = 1; i + 2 < sentence_.size(); ++i) {
    if (word(i).token.text != "(") continue;
    const int named = is_closing_quote(word(i - 1).token.text) && i > 1 ? i - 2 : i - 1;
    const NameClass name = word(named).note.name;
    if (name != NameClass::kOrganization && name != NameClass::kPerson) continue;
    int end = i + 1;
    while (end < sentence_.size() && is_foreign(end)) ++end;
    if (end == i + 1 && word(end).token.all_capitals && name == NameClass::kOrganization) ++end;
    if (end >= sentence_.size() || end == i + 1 || !ends_bracket(end) || !has_capital(i + 1, end)) continue;
    add(i + 1, end, false, name);
  }
}

bool NameFinder::is_foreign(int i) const {
  const text::Token& token = word(i).token;
  if (token.kind == TokenKind::kWord) return token.script == Script::kLatin || token.script == Script::kOther;
  return token.text == "&" || token.text == "." || token.text == "-" || token.text == "'" ||
         token.text == "’";
}

bool NameFinder::ends_bracket(int i) const {
  const std::string_view text = word(i).token.text;
  return text == ")" || text == ";" || text == ",";
}

int NameFinder::legal_form_of_place(int first, int last) const {
  const int form = word(last - 1).note.head;
  if (lexicon_.inflected || word(first).note.name != NameClass::kPlace || form == kNoWord || form < last ||
      form >= sentence_.size() || !is_legal_form(form) || lexicon_.descriptors.contains(word(form).lemma))
    return kNoWord;
  for (int i = first; i < form; ++i) {
    if (!word(i).is_capitalised() || word(i).note.head != form || !word(i).is(tagging::Dependency::kCompound))
      return kNoWord;
  }
  return form;
}

void NameFinder::find_tagged() {
  for (int i = 0; i < sentence_.size(); ++i) {
    // Nor does a name begin at the comma of a list that a model takes for one.
    if (word(i).note.name == NameClass::kNone || word(i).note.name == NameClass::kGroup || is_taken(i) ||
        word(i).token.text == ",")
      continue;
    int last = i + 1;
    while (last < sentence_.size() && !is_taken(last) && word(last).note.name == word(i).note.name &&
           !word(last).note.name_begins && !starts_line_anew(last) && !is_bracket(last) &&
           !ends_name(i, last)) {
      ++last;
    }
    if (const int form = legal_form_of_place(i, last); form != kNoWord) last = form + 1;
    extend_over_other_half(i, last);
    int first = i;
    i = last - 1;
    if (is_bracket(first)) continue;
    extend_over_letters(first, last);
    extend_over_proper_nouns(first, last);
    extend_over_hyphens(first, last);
    extend_over_dots(last);
    extend_over_genitives(first, last);
    extend_over_charter(first, last);
    extend_over_product(first, last);
    extend_over_surname(first, last);
    extend_over_patron(first, last);
    extend_over_described(first, last);
    extend_over_legal_form(last);
    extend_over_initials(first, last);
    extend_over_family_body(last);
    extend_over_family(last);
    extend_over_family_before(first, last);
    extend_over_number(last);
    extend_over_station(first, last);
    extend_over_purpose(first, last);
    trim(first, last);
    if (first < last && has_capital(first, last) && !is_no_name(first, last)) add(first, last, false);
  }
}

/// Runs of capitalised proper nouns that the model did not take for names. In Russian, where it misses few,
/// only what the sentence says a deal of, what a word describes, and what is in another script.
void NameFinder::find_capitalised() {
  for (int i = 0; i < sentence_.size(); ++i) {
    if (!is_name_word(i) || lexicon_.months.contains(word(i).lower)) continue;
    const bool is_people = word(i).note.name == NameClass::kGroup || is_adjective_of_place(i);
    // No people is called by a word that no dictionary has.
    const bool is_unheard = word(i).note.part_of_speech == PartOfSpeech::kProperNoun && is_unknown_word(i) &&
                            !word(i).is(tagging::Dependency::kAdjectiveModifier);
    if (is_people &&
        !(!lexicon_.inflected && (is_unheard || is_single_party(i) || is_bare_party(i) || is_listed_name(i) ||
                                  is_hyphenated_agent(i) || begins_name(i) || is_project_adjective(i))))
      continue;
    int last = i + 1;
    while (last < sentence_.size() && (is_name_word(last) || ends_firm_name(last)) &&
           word(last).token.space_before && !starts_line_anew(last))
      ++last;
    int first = i;
    extend_over_hyphens(first, last);
    if (last < sentence_.size() && !word(last).is_capitalised()) extend_over_family(last);
    extend_over_number(last);
    extend_over_station(first, last);
    extend_over_purpose(first, last);
    extend_over_described(first, last);
    if (begins_with_first_word(first, last)) first = 0;
    trim(first, last);
    if (first < last && is_no_name(first, last)) {
      i = std::max(i, last - 1);
      continue;
    }
    const bool spelled_as_name =
        first < last && (has_capital(first, last) || (last - first == 1 && is_name_word(first)));
    if (spelled_as_name && may_be_name(first, last)) add(first, last, false);
    i = std::max(i, last - 1);
  }
}

bool NameFinder::may_be_name(int first, int last) const {
  if (!lexicon_.inflected || word(first).token.script == Script::kLatin) return true;
  // "О намерении НТКС купить завод"
  const int above = sentence_.head_of(head_of(first, last));
  const bool is_told_of = above != kNoWord && (lexicon_.status_verbs.contains(word(above).lemma) ||
                                               lexicon_.frames_by_title.contains(word(above).lemma));
  if (is_told_of && is_acronym(first, last)) return true;
  if (lexicon_.ends_as_lender(word(last - 1).lemma) && is_unknown_word(last - 1)) return true;
  if (last - first == 1 && word(first).is_subject() && is_surname(first)) return true;
  return is_party(head_of(first, last)) || descriptor_before(first) != nullptr;
}

/// "НТКС": letters that no dictionary has, in a sentence that is not all in capitals.
bool NameFinder::is_acronym(int first, int last) const {
  constexpr std::size_t kShortest = 6;  // bytes: three letters
  const text::Token& token = word(first).token;
  const bool is_one = last - first == 1 && token.all_capitals && token.script == Script::kCyrillic &&
                      token.text.size() >= kShortest;
  const bool is_numbered = token.text.find_first_of("0123456789-") != std::string_view::npos;
  if (!is_one || is_numbered || !is_unknown_word(first)) return false;
  return std::ranges::any_of(sentence_.words, [](const Word& other) {
    return other.token.kind == TokenKind::kWord && !other.token.capitalised && other.token.text.size() > 4;
  });
}

/// `told` is what the model takes the name to be, where its own words do not say.
void NameFinder::add(int first, int last, bool quoted, NameClass told) {
  if (first >= last) return;
  // "Совет директоров банка": the capital is that of the sentence.
  const bool is_board = lexicon_.inflected && first == 0 && !quoted &&
                        lexicon_.board_nouns.contains(word(first).lemma) &&
                        std::none_of(sentence_.words.begin() + 1, sentence_.words.begin() + last,
                                     [](const Word& other) { return other.is_capitalised(); });
  if (is_board || (!quoted && is_description_at_head(first, last))) return;
  // "3Com": the tokenizer parts figures from letters.
  const bool has_figures = first > 0 && word(first - 1).token.kind == TokenKind::kNumber &&
                           !word(first).token.space_before && !quoted && !is_taken(first - 1);
  // "Seven Oaks Capital": what counts nothing is part of the name.
  const auto kind = lexicon_.name_words.find(word(last - 1).lower);
  const bool has_numeral =
      first > 0 && last - first > 1 && !quoted && !is_taken(first - 1) && word(first - 1).is_capitalised() &&
      word(first - 1).token.kind == TokenKind::kWord && word(first - 1).is(Dependency::kNumericModifier) &&
      word(first - 1).note.head == last - 1 && kind != lexicon_.name_words.end() &&
      (kind->second == model::EntityKind::kFund || kind->second == model::EntityKind::kCompany) &&
      word(last - 1).note.number != language::Number::kPlural;
  if (has_figures || has_numeral) --first;
  // "Акции Aster Group": what was issued is no part of the name.
  if (lexicon_.inflected && first == 0 && !quoted && last > 1 &&
      lexicon_.issued_nouns.contains(word(0).lemma) && word(1).token.script == Script::kLatin)
    ++first;
  if (!quoted && is_fund_of_person(first, last)) {
    --first;
    if (first > 0 && word(first - 1).is_capitalised() && word(first - 1).is(Dependency::kAdjectiveModifier))
      --first;
    told = NameClass::kNone;
  }
  extend_over_project(first, last, quoted);
  if (!quoted) extend_over_dedication(first);
  if (!quoted) extend_over_possessive(first, last);
  for (int i = first; i < last; ++i) {
    if (is_taken(i)) return;
  }
  if (last - first == 1 && !quoted && lexicon_.common_acronyms.contains(word(first).lower)) return;
  for (int i = first; i < last; ++i) taken_[static_cast<std::size_t>(i)] = true;
  NameMention name{.first = first, .last = last, .head = head_of(first, last), .quoted = quoted};
  name.text = std::string(text_of(first, last));
  name.begin = word(first).token.begin;
  name.end = word(last - 1).token.end;
  classify(name, told);
  const bool is_family =
      lexicon_.inflected && last - first > 1 && !quoted && lexicon_.family_nouns.contains(word(first).lemma);
  if (is_as_named(name))
    name.name = name.text;
  else if (is_family)
    name.name = nominative(sentence_, first, first + 1, name.kind, morphology_) + " " +
                std::string(text_of(first + 1, last));
  else
    name.name = is_called_by_last(name) ? std::string(text_of(first, last - 1)) + " " +
                                              nominative(sentence_, last - 1, last, name.kind, morphology_)
                : is_unseen_genitive(name)
                    ? nominative(with_genitive(first), first, last, name.kind, morphology_)
                    : nominative(sentence_, first, last, name.kind, morphology_);
  names_.push_back(std::move(name));
}

/// "платформа «Ступени»": after the word that describes it a name in quotes is not declined.
bool NameFinder::is_as_named(const NameMention& name) const {
  if (!lexicon_.inflected || !name.quoted || !word(name.head).is(Dependency::kApposition)) return false;
  const int description = sentence_.head_of(name.head);
  if (word(description).note.number == language::Number::kPlural ||
      !lexicon_.descriptors.contains(word(description).lemma) ||
      (name.first > 1 && word(name.first - 2).note.part_of_speech ==
                             PartOfSpeech::kAdjective) ||  // "конкурента, уфимской «А-ы»"
      is_title(sentence_, description, lexicon_, TitleBy::kAdjective))
    return false;
  // "проект «Росинки»" may be hers; not "платформа «Ступени»", nor "проект «Города у моря»".
  const bool may_be_owned =
      is_title(sentence_, description, lexicon_, TitleBy::kItself) && name.last - name.first == 1;
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(name.head).token.text, readings);
  return std::ranges::any_of(readings, [&](const language::Analysis& reading) {
    return reading.grammatical_case == Case::kNominative &&
           (!may_be_owned || reading.number != language::Number::kPlural);
  });
}

/// "фонд Ивана Белова": such funds have no other name.
bool NameFinder::is_fund_of_person(int person, int last) const {
  // "Фонд Веры Орловой", which a model takes for one name
  const bool is_whole =
      word(person).note.name == NameClass::kOrganization && last - person > 1 && is_given_name(person);
  if (!lexicon_.inflected || person == 0 || (word(person).note.name != NameClass::kPerson && !is_whole) ||
      word(person).note.grammatical_case != Case::kGenitive || is_taken(person - 1))
    return false;
  const auto descriptor = lexicon_.descriptors.find(word(person - 1).lemma);
  const bool is_fund =
      descriptor != lexicon_.descriptors.end() && descriptor->second.kind == model::EntityKind::kFund &&
      word(person - 1).note.number != language::Number::kPlural && sentence_.is_under(person, person - 1);
  const bool has_name =
      last < sentence_.size() && (is_opening_quote(word(last).token.text) || word(last).is_capitalised());
  return is_fund && !has_name;
}

void hang_on_names(AnnotatedSentence& sentence, const std::vector<NameMention>& names) {
  for (const NameMention& name : names) {
    for (int part = name.first; part < name.last; ++part) {
      if (part == name.head) continue;
      const bool is_stray = sentence.at(part).is(Dependency::kAdjectiveModifier) &&
                            (sentence.head_of(part) < name.first || sentence.head_of(part) >= name.last);
      if (is_stray && !sentence.is_under(name.head, part))
        sentence.hang(part, name.head, Dependency::kAdjectiveModifier);
      const std::vector<int> children = sentence.at(part).children;
      for (const int child : children) {
        const bool is_outside = child < name.first || child >= name.last;
        if (is_outside && !sentence.is_under(name.head, child))
          sentence.hang(child, name.head, sentence.at(child).note.dependency);
      }
    }
  }
}

void find_heads(const AnnotatedSentence& sentence, std::vector<NameMention>& names) {
  for (NameMention& name : names) name.head = head_of_words(sentence, name.first, name.last);
}

std::vector<NameMention> find_names(const AnnotatedSentence& sentence, const Values& values,
                                    const language::Lexicon& lexicon,
                                    const language::Morphology& morphology) {
  return NameFinder(sentence, values, lexicon, morphology).find();
}

}  // namespace whofunds::mentions
