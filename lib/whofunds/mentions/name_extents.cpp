#include <string_view>

#include "whofunds/mentions/marks.hpp"
#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;
using text::TokenKind;

/// "Aster Research" and then "and Development Authority (ARDA)": one name, of which a model makes two.
void NameFinder::extend_over_letters(int first, int& last) const {
  if (lexicon_.inflected || last + 1 >= sentence_.size() || word(last).lower != "and") return;
  int end = last + 1;
  while (end < sentence_.size() && word(end).is_capitalised() && !is_taken(end)) ++end;
  if (end > last + 1 && is_one_by_letters(first, last, end)) last = end;
}

/// "Techwood Music" and then ", Inc.": one name.
void NameFinder::extend_over_legal_form(int& last) const {
  if (lexicon_.inflected || last >= sentence_.size()) return;
  const int form = word(last).token.text == "," ? last + 1 : last;
  if (form >= sentence_.size()) return;
  const bool is_spelled_out = word(last).token.text != "," && word(form).note.head == last - 1;
  const bool joined = word(form).is_capitalised() || is_spelled_out || word(last - 1).note.head == form;
  // "the Aster company" is described, "Aster plc" is not.
  const bool describes = !word(form).is_capitalised() && lexicon_.descriptors.contains(word(form).lemma);
  // "Aster incorporated Birch in 1925"
  const bool is_verb = !word(form).is_capitalised() && word(form).is_verb();
  const bool begins_word = form + 1 < sentence_.size() && word(form + 1).token.text == "-";  // "co-produced"
  if (is_legal_form(form) && joined && !describes && !is_verb && !begins_word && !starts_line_anew(form))
    last = form + 1;
}

/// "Harlan's Bakeries": capitals after the "'s" that name only a kind of thing are a part of the name.
bool NameFinder::is_named_after_owner(int first, int ending) const {
  if (word(first).note.name == NameClass::kPlace || word(first).note.name == NameClass::kGroup) return false;
  int i = ending + 1;
  for (; i < sentence_.size() && word(i).is_capitalised(); ++i) {
    const auto kind = lexicon_.name_words.find(word(i).lower);
    if (is_taken(i) || kind == lexicon_.name_words.end() || !word(i).token.space_before ||
        (kind->second != EntityKind::kCompany && kind->second != EntityKind::kOrganization))
      return false;
  }
  return i > ending + 1;
}

/// "Harlan's bought the shop": what stands for no owner has the "'s" in its name.
void NameFinder::extend_over_possessive(int first, int& last) const {
  if (lexicon_.inflected || last >= sentence_.size() || is_taken(last)) return;
  const Word& ending = word(last);
  if ((ending.lower != "'s" && ending.lower != "’s") || ending.token.space_before ||
      ending.note.part_of_speech != PartOfSpeech::kParticle)
    return;
  if (is_named_after_owner(first, last)) {
    ++last;
    while (last < sentence_.size() && word(last).is_capitalised() && !is_taken(last)) ++last;
    return;
  }
  // "the bakery chain Harlan's, bankers said": of what is described nothing follows that it has
  const bool is_described = first > 0 && word(first - 1).is_noun() && !word(first - 1).is_capitalised() &&
                            lexicon_.descriptors.contains(word(first - 1).lemma);
  const bool ends_phrase =
      last + 1 >= sentence_.size() || word(last + 1).token.kind == text::TokenKind::kPunctuation;
  if (is_described && ends_phrase) {
    ++last;
    return;
  }
  const Word& head = word(head_of(first, last));
  const bool is_party = head.is_subject() || head.is(Dependency::kObject);
  const int verb = head.note.head;
  if (!is_party || verb == kNoWord || last + 1 >= sentence_.size()) return;
  // What follows is what it does or has done to it, no thing of its.
  const Word& next = word(last + 1);
  const bool is_auxiliary =
      next.note.head == verb && (next.is(Dependency::kAuxiliary) || next.is(Dependency::kPassiveAuxiliary));
  if ((verb == last + 1 && word(verb).note.head == kNoWord) || is_auxiliary) ++last;
}

/// "Карты.Про", "Mail.ru": words that a dot joins are one name.
void NameFinder::extend_over_dots(int& last) const {
  while (last + 1 < sentence_.size() && word(last).token.text == "." && !word(last).token.space_before &&
         word(last + 1).token.kind == TokenKind::kWord && !word(last + 1).token.space_before &&
         !is_taken(last + 1) && !is_initial(last - 1))
    last += 2;
}

/// "Фонд развития интернет-инициатив": what a body is for is a part of its name, to the last genitive that
/// hangs on the ones before.
void NameFinder::extend_over_genitives(int first, int& last) const {
  const auto is_genitive = [&](int i) {
    return word(i).is_noun() && !word(i).is_capitalised() &&
           word(i).note.grammatical_case == language::Case::kGenitive;
  };
  if (!lexicon_.inflected || last - first < 2 || !word(first).is_capitalised() || !is_genitive(last - 1))
    return;
  const auto kind = lexicon_.name_words.find(word(first).lemma);
  if (kind == lexicon_.name_words.end()) return;
  // Of a compound taggers often miss the case: "интернет-проектов".
  while (last < sentence_.size() && word(last).is_noun() && !word(last).is_capitalised() && !is_taken(last) &&
         word(last).is(Dependency::kNominalModifier) && word(last).note.head >= first &&
         word(last).note.head < last && sentence_.preposition(last).empty())
    ++last;
}

/// "Пермский маслокомбинат": an adjective that a model takes for a name goes with the noun that tells of
/// what.
void NameFinder::extend_over_described(int first, int& last) const {
  if (!lexicon_.inflected || last - first != 1 || last >= sentence_.size() || is_taken(last)) return;
  const Word& noun = word(last);
  const auto kind = lexicon_.descriptors.find(noun.lemma);
  const bool is_body = kind != lexicon_.descriptors.end() && (kind->second.kind == EntityKind::kCompany ||
                                                              kind->second.kind == EntityKind::kOrganization);
  const bool has_name = last + 1 < sentence_.size() &&
                        (is_opening_quote(word(last + 1).token.text) || word(last + 1).is_capitalised());
  const bool is_adjective = word(first).note.part_of_speech == PartOfSpeech::kAdjective &&
                            word(first).is(Dependency::kAdjectiveModifier) && word(first).note.head == last;
  if (is_adjective && is_body && !noun.is_capitalised() && !has_name) ++last;
}

/// "In-Q-Tel": capitals that hyphens join are one name.
void NameFinder::extend_over_hyphens(int& first, int& last) const {
  if (lexicon_.inflected) return;
  const auto joins = [&](int i) {
    return i > 0 && i + 1 < sentence_.size() && word(i).token.text == "-" && !word(i).token.space_before &&
           !word(i + 1).token.space_before && word(i - 1).is_capitalised() && word(i + 1).is_capitalised() &&
           !is_taken(i - 1) && !is_taken(i + 1);
  };
  while (joins(first - 1)) first -= 2;
  while (joins(last)) last += 2;
}

bool NameFinder::is_bracket(int i) const {
  const std::string_view text = word(i).token.text;
  return text == "(" || text == ")" || text == "[" || text == "]";
}

/// "В. Ю. Сурков", "Сурков В. Ю.": letters that the model left out.
void NameFinder::extend_over_initials(int& first, int& last) const {
  if (word(first).note.name != NameClass::kPerson) return;
  while (is_initial(first - 2)) first -= 2;
  if (last - first > 1 && !is_initial(last - 1)) return;
  if (is_initial(last - 1) && last - first > 1) ++last;
  while (is_initial(last)) last += 2;
}

/// "театр имени Камала": a body is called after a person, and is what is spoken of.
void NameFinder::extend_over_dedication(int& first) const {
  int link = first - 1;
  if (link > 0 && word(link).token.text == ".") --link;  // "им."
  if (link < 1 || !lexicon_.dedications.contains(word(link).lower)) return;
  const int noun = link - 1;
  const bool is_body = word(noun).is_noun() && (lexicon_.descriptors.contains(word(noun).lemma) ||
                                                lexicon_.name_words.contains(word(noun).lemma));
  if (is_body && !is_taken(noun)) first = noun;
}

/// "Актюбинскому заводу" and then "сплавов": what a works of a place makes, or an institute is
/// for, where that is no owner.
void NameFinder::extend_over_product(int first, int& last) const {
  if (!lexicon_.inflected || last - first != 2 || last >= sentence_.size() || is_taken(last)) return;
  const bool is_works = word(first).note.part_of_speech == PartOfSpeech::kAdjective &&
                        word(first).is_capitalised() && !word(last - 1).is_capitalised() &&
                        (lexicon_.works_nouns.contains(word(last - 1).lemma) ||
                         lexicon_.name_words.contains(word(last - 1).lemma));
  int product = last;
  while (product + 1 < sentence_.size() && word(product).note.head == product + 1 &&
         word(product).is(Dependency::kAdjectiveModifier))
    ++product;
  const Word& made = word(product);
  const bool is_made = made.is_noun() && !made.is_capitalised() && made.note.head == last - 1 &&
                       made.note.grammatical_case == language::Case::kGenitive &&
                       (!made.note.animate || made.note.number == language::Number::kPlural) &&
                       !lexicon_.descriptors.contains(made.lemma) &&
                       !lexicon_.frames_by_title.contains(made.lemma) &&
                       sentence_.preposition(product).empty();
  const bool is_named = product + 1 < sentence_.size() && word(product + 1).is_capitalised();
  if (is_works && is_made && !is_named &&
      !(product + 1 < sentence_.size() && is_mark(word(product + 1), "«")))
    last = product + 1;
}

/// "Африканского банка" and then "развития": what a bank, or a fund, with an adjective before it is for.
void NameFinder::extend_over_charter(int first, int& last) const {
  if (!lexicon_.inflected || last - first != 2 || last >= sentence_.size() || is_taken(last)) return;
  const bool is_institution = word(first).note.part_of_speech == PartOfSpeech::kAdjective &&
                              !word(last - 1).is_capitalised() &&
                              lexicon_.name_words.contains(word(last - 1).lemma);
  if (is_institution && lexicon_.charter_nouns.contains(word(last).lemma) && !word(last).is_capitalised() &&
      word(last).note.grammatical_case == language::Case::kGenitive && word(last).note.head == last - 1)
    ++last;
}

/// "Фонд Варвары" and then "Кругловой": a body that is called after a person has the surname in its name.
void NameFinder::extend_over_surname(int first, int& last) const {
  if (!lexicon_.inflected || last - first != 2 || last >= sentence_.size() || is_taken(last) ||
      !lexicon_.descriptors.contains(word(first).lemma) || !is_given_name(last - 1) ||
      word(last - 1).note.grammatical_case != language::Case::kGenitive)
    return;
  const Word& next = word(last);
  const bool follows = next.is_capitalised() && next.token.space_before && next.is_noun() &&
                       next.note.grammatical_case == language::Case::kGenitive && !is_given_name(last);
  if (follows) ++last;
}

/// "the Aster 3 drone": the number between a name and what is made is a part of the name.
bool NameFinder::counts_model(int last) const {
  const int noun = last + 1;
  return !lexicon_.inflected && noun < sentence_.size() && word(last).note.head == noun &&
         word(last - 1).is_capitalised() && word(last - 1).note.head == noun &&
         word(last - 1).is(Dependency::kCompound) && word(noun).note.number != language::Number::kPlural &&
         (names_project(noun) || is_product_noun(noun));
}

/// "Studio 71": a number right after a name that counts nothing.
void NameFinder::extend_over_number(int& last) const {
  constexpr std::size_t kMostDigits = 3;
  // "Aster Growth II", of which a model of Russian makes two names
  const bool is_roman = lexicon_.inflected && last < sentence_.size() && !is_taken(last) &&
                        word(last).token.all_capitals && word(last).token.text.size() > 1 &&
                        word(last).token.text.find_first_not_of("IVX") == std::string_view::npos;
  if (is_roman && word(last - 1).is_capitalised() && word(last - 1).token.script == text::Script::kLatin) {
    ++last;
    return;
  }
  // "Studio One": in small letters it would count.
  const bool is_spelled = !lexicon_.inflected && last < sentence_.size() && !is_taken(last) &&
                          word(last).is_capitalised() && !word(last).token.all_capitals &&
                          lexicon_.numerals.contains(word(last).lower) && word(last).token.space_before &&
                          (word(last - 1).note.head == last || word(last).note.head == last - 1);
  if (is_spelled) {
    ++last;
    return;
  }
  if (last >= sentence_.size() || is_taken(last) || word(last).token.kind != text::TokenKind::kNumber ||
      word(last).token.text.size() > kMostDigits || word(last).token.script == text::Script::kCyrillic)
    return;
  if (counts_model(last)) {
    ++last;
    return;
  }
  const bool is_after_latin =
      word(last - 1).is_capitalised() && word(last - 1).token.script == text::Script::kLatin;
  const auto is_letters_on = [&](int i) {
    return i < sentence_.size() && !is_taken(i) && !word(i).token.space_before &&
           word(i).token.kind == text::TokenKind::kWord && word(i).token.script == text::Script::kLatin;
  };
  // "H2Aster", "Aster4j": a tokenizer of Russian parts figures from letters.
  if (is_after_latin && !word(last).token.space_before && is_letters_on(last + 1)) {
    last += 2;
    return;
  }
  const bool belongs = word(last).note.head == last - 1 && is_after_latin;
  const bool goes_on = last + 1 < sentence_.size() && !word(last + 1).token.space_before &&
                       word(last + 1).token.kind != text::TokenKind::kPunctuation;
  if (belongs && !goes_on) ++last;
}

/// "the broadcaster TV Aster"
void NameFinder::extend_over_station(int& first, int last) const {
  if (lexicon_.inflected || first == 0 || last - first != 1 || is_taken(first - 1)) return;
  const Word& opening = word(first - 1);
  const bool opens = opening.is_capitalised() && lexicon_.station_openings.contains(opening.lower) &&
                     opening.is(Dependency::kCompound) && opening.note.head == first &&
                     word(first).token.space_before && word(first).is_capitalised();
  if (opens && !is_given_name(first) && !lexicon_.descriptors.contains(word(first).lemma)) --first;
}

/// "the Agency for Rural Roads": what a body that is called by one word is for.
void NameFinder::extend_over_field(int first, int& last) const {
  if (lexicon_.inflected || last - first != 1 || last + 1 >= sentence_.size() || word(last).lower != "for" ||
      !word(first).is_capitalised())
    return;
  const auto kind = lexicon_.name_words.find(word(first).lower);
  if (kind == lexicon_.name_words.end() ||
      (kind->second != EntityKind::kPublicBody && kind->second != EntityKind::kOrganization))
    return;
  int end = last + 1;
  while (end < sentence_.size() && word(end).is_capitalised() && !is_taken(end) &&
         word(end).note.name != NameClass::kPlace && word(end).note.name != NameClass::kPerson)
    ++end;
  if (end > last + 1 && sentence_.is_under(end - 1, first)) last = end;
}

/// "the Aster Fund for the Arts": whom or what a body is for is a part of its name.
void NameFinder::extend_over_purpose(int first, int& last) const {
  extend_over_field(first, last);
  const int purpose = last + 2;
  if (lexicon_.inflected || purpose >= sentence_.size() || last - first < 1 || word(last).lower != "for" ||
      word(last + 1).lower != "the" || is_taken(purpose))
    return;
  const auto kind = lexicon_.name_words.find(word(last - 1).lower);
  const bool is_body = kind != lexicon_.name_words.end() && kind->second != EntityKind::kCompany &&
                       kind->second != EntityKind::kProject && kind->second != EntityKind::kPlace;
  const bool ends = purpose + 1 >= sentence_.size() || !word(purpose + 1).is_capitalised();
  if (is_body && ends && word(purpose).is_capitalised() && !word(purpose).token.all_capitals &&
      !is_unknown_word(purpose) && word(purpose).note.name != tagging::NameClass::kPlace)
    last = purpose + 1;
}

/// "the Harlow family"
void NameFinder::extend_over_family(int& last) const {
  if (lexicon_.inflected || last >= sentence_.size() || word(last - 1).note.head != last) return;
  // A surname that no dictionary has may be taken for an adjective.
  const bool is_surname = word(last - 1).is(Dependency::kCompound) ||
                          (word(last - 1).is(Dependency::kAdjectiveModifier) && is_unknown_word(last - 1));
  if (is_surname && lexicon_.family_nouns.contains(word(last).lower)) ++last;
}

/// "Благотворительного фонда" and then "Лидии Арсеньевой": such a fund is called after a person.
void NameFinder::extend_over_patron(int first, int& last) const {
  if (!lexicon_.inflected || last - first < 2 || last >= sentence_.size() ||
      word(last - 1).is_capitalised() || !word(first).is_capitalised())
    return;
  const auto kind = lexicon_.descriptors.find(word(last - 1).lemma);
  if (kind == lexicon_.descriptors.end() || kind->second.kind != EntityKind::kFund) return;
  while (last < sentence_.size() && word(last).note.name == NameClass::kPerson && !is_taken(last) &&
         word(last).is_capitalised() && word(last).note.grammatical_case == language::Case::kGenitive)
    ++last;
}

/// "семья Беловых": a family is called by the noun and the surname of many.
void NameFinder::extend_over_family_before(int& first, int last) const {
  if (!lexicon_.inflected || first == 0 || last - first != 1 || is_taken(first - 1)) return;
  const Word& surname = word(first);
  const bool is_of_many = surname.note.name == NameClass::kPerson &&
                          (surname.lower.ends_with("ых") || surname.lower.ends_with("их") ||
                           surname.note.grammatical_case == language::Case::kGenitive ||
                           surname.note.grammatical_case == language::Case::kNone);
  if (is_of_many && lexicon_.family_nouns.contains(word(first - 1).lemma) && surname.note.head == first - 1)
    --first;
}

/// "the Hartmann family foundation": what a family has is called after it.
void NameFinder::extend_over_family_body(int& last) const {
  const int body = last + 1;
  if (lexicon_.inflected || body >= sentence_.size() || is_taken(body) ||
      !lexicon_.family_nouns.contains(word(last).lower) || word(last).note.head != body ||
      word(last - 1).note.head < last || word(last - 1).note.head > body || word(body).is_capitalised() ||
      word(body).note.number == language::Number::kPlural)
    return;
  const auto kind = lexicon_.name_words.find(word(body).lower);
  const bool is_body = kind != lexicon_.name_words.end() &&
                       (kind->second == EntityKind::kFund || kind->second == EntityKind::kOrganization);
  if (is_body) last = body + 1;
}

}  // namespace whofunds::mentions
