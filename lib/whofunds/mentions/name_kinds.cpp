#include <algorithm>
#include <array>
#include <cctype>

#include "whofunds/language/spelling.hpp"
#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using language::Case;
using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;
using text::Script;

/// Whether a word near above in the tree is one that moves money: the name is a party to what it tells.
bool NameFinder::is_party(int i) const {
  for (int steps = 0; steps < kNearInTree && i != kNoWord; ++steps) {
    i = sentence_.head_of(i);
    if (i == kNoWord) break;
    if (tells_deal(lexicon_.frames_by_verb, i) || tells_deal(lexicon_.frames_by_noun, i)) return true;
  }
  return false;
}

/// "Ellis Grove raised $9m", "backed Ellis Grove", "Ellis Grove was founded by": no person, whatever the
/// given name.
bool NameFinder::is_bought(int i) const {
  const int verb = sentence_.head_of(i);
  if (lexicon_.inflected || verb == kNoWord || !word(verb).is_verb()) return false;
  const bool is_object = word(i).is(Dependency::kObject) || word(i).is(Dependency::kPassiveSubject);
  return lexicon_.any_frame_of_verb(word(verb).lemma, [&](const language::Frame& frame) {
    if (word(i).is(Dependency::kSubject))
      return frame.without_from && sentence_.child(verb, Dependency::kObject) != kNoWord && has_money_;
    return is_object && sentence_.child(verb, Dependency::kCompound) == kNoWord &&
           frame.object_words.empty() && frame.particles.empty() && !frame.needs_amount &&
           (frame.relation == model::Relation::kAcquires || frame.relation == model::Relation::kFounded ||
            frame.relation == model::Relation::kInvestsIn ||
            (frame.relation == model::Relation::kOwns && word(i).is(Dependency::kPassiveSubject)));
  });
}

/// Whether word `i` tells a deal whatever stands beside it: what people found, lead and join says nothing of
/// whether they are people, and a verb that asks for a certain object or a name is used of many things.
template <typename Index>
bool NameFinder::tells_deal(const Index& index, int i) const {
  const auto found = index.find(word(i).lemma);
  if (found == index.end() || lexicon_.copular_verbs.contains(word(i).lemma)) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](std::size_t frame) {
    const language::Frame& told = lexicon_.frames[frame];
    const bool may_be_people =
        told.relation == model::Relation::kFounded || told.relation == model::Relation::kLeads ||
        told.relation == model::Relation::kParticipatesIn || told.relation == model::Relation::kPartOf;
    // "совместная программа" tells one, "программа" none.
    const bool by_itself =
        std::ranges::any_of(std::array{&told.verbs, &told.nouns}, [&](const auto* triggers) {
          return std::ranges::any_of(*triggers, [&](const language::Trigger& trigger) {
            return trigger.lemma == word(i).lemma && trigger.modifiers.empty();
          });
        });
    return !may_be_people && by_itself && told.object_words.empty() && told.particles.empty() &&
           !told.to.named && !told.alone;
  });
}

/// Whether the place that word `i` names does something or has it done: "Nokia acquired", "a deal with
/// Spotify".
bool NameFinder::acts(int i) const {
  while (word(i).is(Dependency::kConjunct) && sentence_.head_of(i) != kNoWord) i = sentence_.head_of(i);
  const Word& w = word(i);
  if (w.is_subject() || w.is(Dependency::kObject) || w.is(Dependency::kAgent)) return true;
  const std::string_view preposition = sentence_.preposition(i);
  return preposition == "by" || preposition == "with" || preposition == "as";
}

/// A given name, an initial or a title in or before it: a person's name for sure.
bool NameFinder::has_given_name(const NameMention& name) const {
  for (int i = name.first; i < name.last; ++i) {
    if (is_given_name(i) || is_initial(i) || word(i).token.text.ends_with('.')) return true;
  }
  return name.first > 0 && is_common_title(name.first - 1);
}

/// "HB-117": letters and figures are those of a product.
bool NameFinder::is_code(const NameMention& name) const {
  constexpr std::size_t kFewest = 2;
  const std::size_t hyphen = name.text.find('-');
  if (lexicon_.inflected || hyphen == std::string::npos || hyphen < kFewest ||
      name.text.size() - hyphen <= kFewest)
    return false;
  const auto is_letter = [](unsigned char c) { return std::isupper(c) != 0; };
  const auto is_figure = [](unsigned char c) { return std::isdigit(c) != 0; };
  const std::string_view text = name.text;
  return std::ranges::all_of(text.substr(0, hyphen), is_letter) &&
         std::ranges::all_of(text.substr(hyphen + 1), is_figure);
}

/// "Aster, 58, owns Birch": who has an age is a person.
bool NameFinder::has_age(const NameMention& name) const {
  constexpr std::size_t kDigitsOfAge = 2;
  const int age = name.last + 1;
  return !lexicon_.inflected && !name.quoted && age + 1 < sentence_.size() &&
         word(name.last).token.text == "," && word(age + 1).token.text == "," &&
         word(age).token.kind == text::TokenKind::kNumber && word(age).token.text.size() == kDigitsOfAge &&
         !is_taken(age);
}

void NameFinder::classify(NameMention& name, NameClass told) const {
  const auto tell = [&](EntityKind kind) {
    name.kind = kind;
    name.kind_told = true;
  };
  const NameClass model = told != NameClass::kNone ? told : model_opinion(name);
  // "the Lyon-based maker"
  const int hyphen = name.last;
  if (!lexicon_.inflected && hyphen + 1 < sentence_.size() && word(hyphen).token.text == "-" &&
      !word(hyphen + 1).token.space_before && lexicon_.countries.seat_words.contains(word(hyphen + 1).lemma))
    return tell(EntityKind::kPlace);
  if (has_age(name)) return tell(EntityKind::kPerson);
  const auto within = kind_within(name);
  // "the Palo Alto-based firm"
  const int seated = word(name.head).note.head;
  if (!within && word(name.head).is(Dependency::kAdverbModifier) && seated > name.head &&
      lexicon_.countries.seat_words.contains(word(seated).lemma)) {
    return tell(EntityKind::kPlace);
  }
  // "Российская Федерация" is no federation of clubs, but "Евросоюз" does what a body does.
  const bool is_place = model == NameClass::kPlace && !name.quoted && lexicon_.inflected;
  if (is_place && within != EntityKind::kPublicBody) {
    // "месторождение Чульбаткан"
    const bool is_described = word(name.head).is(Dependency::kApposition) && kind_beside(name);
    if (is_described) return tell(*kind_beside(name));
    name.kind = EntityKind::kPlace;
    return;
  }
  // What stands before quotes says more than the words in them: ООО «Лесной край».
  if (name.quoted && is_legal_form(name.first - 2)) return tell(EntityKind::kCompany);
  // «Молочная река» is called so, and is none.
  const bool is_mere_name = name.quoted && (within == EntityKind::kPlace || kind_beside(name));
  if (within && !is_mere_name) return tell(*within);
  // "стартап Громова", "компания Гейтс": a person's name stays one, whatever stands beside it.
  const bool is_person = model == NameClass::kPerson && !name.quoted;
  if (const auto kind = kind_beside(name);
      kind && (!is_person || *kind == EntityKind::kPerson || is_described_as_thing(name)) &&
      !(name.quoted && *kind == EntityKind::kPerson))  // "судовладельцу «А»"
    return tell(*kind);
  if (is_code(name)) return tell(EntityKind::kProject);
  if (!name.quoted && is_given_name(name.first) && name.last - name.first > 1 &&
      model != NameClass::kOrganization && !is_bought(name.head)) {
    return tell(EntityKind::kPerson);
  }
  // "Самойлова возглавила завод", where a model sees no name
  const bool is_surname_alone = lexicon_.inflected && model == NameClass::kNone && !name.quoted &&
                                name.last - name.first == 1 && is_surname(name.first);
  if (is_surname_alone) return tell(EntityKind::kPerson);
  if (is_person && lexicon_.family_nouns.contains(word(name.last - 1).lower))
    return tell(EntityKind::kPerson);
  if (is_person) name.kind = EntityKind::kPerson;
  if (model == NameClass::kPlace) name.kind = EntityKind::kPlace;
  if (model == NameClass::kProduct) name.kind = EntityKind::kProject;
  // The English model takes many a company for a person or a place.
  if (!lexicon_.inflected && !name.quoted && is_party(name.head)) {
    const bool is_family = lexicon_.family_nouns.contains(word(name.last - 1).lower);
    if (model == NameClass::kPerson && !has_given_name(name) && !is_family)
      name.kind = EntityKind::kOrganization;
    if (model == NameClass::kPlace && acts(name.head)) {
      name.kind = EntityKind::kOrganization;
      name.may_be_place = true;
    }
  }
  if (!lexicon_.inflected && name.kind == EntityKind::kOrganization && !name.quoted && is_made(name.head))
    name.kind = EntityKind::kProject;
  // A film, a law, a make of car: an organisation only where it deals as one.
  if (lexicon_.inflected && model == NameClass::kNone && !is_party(name.head))
    name.kind = EntityKind::kProject;
}

NameClass NameFinder::model_opinion(const NameMention& name) const {
  for (int i = name.first; i < name.last; ++i) {
    if (word(i).note.name != NameClass::kNone) return word(i).note.name;
  }
  return NameClass::kNone;
}

/// The words of a name in their dictionary forms: "белый дом".
std::string NameFinder::lemmas_of(const NameMention& name) const {
  std::string text;
  for (int i = name.first; i < name.last; ++i) text.append(i == name.first ? "" : " ").append(word(i).lemma);
  return text;
}

/// "Harbor Peak Ventures" is a fund by its last word, "Банк «Ладога»" a company by its first.
std::optional<EntityKind> NameFinder::kind_within(const NameMention& name) const {
  const auto kind_of = [&](int i) -> std::optional<EntityKind> {
    for (const std::string* const form : {&word(i).lower, &word(i).lemma}) {
      const auto found = lexicon_.name_words.find(*form);
      if (found == lexicon_.name_words.end()) continue;
      // "Atlantic Cable" is built, "Lindholm Cables" is a firm.
      const bool is_many = !lexicon_.inflected && *form != word(i).lower;
      if (!is_many || found->second != EntityKind::kProject) return found->second;
    }
    // "Зейская ГЭС-2"
    const std::size_t hyphen = word(i).lemma.rfind('-');
    const bool is_numbered = hyphen != std::string::npos && hyphen + 1 < word(i).lemma.size() &&
                             std::isdigit(static_cast<unsigned char>(word(i).lemma[hyphen + 1])) != 0;
    if (is_numbered) {
      const auto found = lexicon_.name_words.find(word(i).lemma.substr(0, hyphen));
      if (found != lexicon_.name_words.end()) return found->second;
    }
    return is_legal_form(i) ? std::optional(EntityKind::kCompany) : std::nullopt;
  };
  if (const auto found = lexicon_.name_words.find(lemmas_of(name)); found != lexicon_.name_words.end())
    return found->second;
  if (name.last - name.first < 2 && !lexicon_.inflected) return std::nullopt;
  if (!lexicon_.inflected || word(name.last - 1).token.script == Script::kLatin) {
    if (name.last - name.first > 1) {
      const auto pair = lexicon_.name_words.find(word(name.last - 2).lower + " " + word(name.last - 1).lower);
      if (pair != lexicon_.name_words.end()) return pair->second;  // "Aster Data Centre"
    }
    const Word& ending = word(name.last - 1);
    const auto built =  // "Copperfield mine"
        lexicon_.descriptors.find(are_made(name.last - 1) ? ending.lemma : ending.lower);
    if (name.last - name.first > 1 && !ending.is_capitalised() && built != lexicon_.descriptors.end() &&
        built->second.kind == EntityKind::kProject)
      return EntityKind::kProject;
    if (!lexicon_.inflected && name.last - name.first > 2 && is_product_noun(name.last - 1))
      return EntityKind::kProject;
    if (const auto kind = kind_of(name.last - 1)) return kind;
    // "Mackenzie Publishers": who does something, in the plural, is a firm of such.
    if (!lexicon_.inflected && name.last - name.first > 1 && ending.is_capitalised() &&
        ending.lower == ending.lemma + "s" && lexicon_.descriptors.contains(ending.lemma))
      return EntityKind::kCompany;
    // "Project Aster"
    if (lexicon_.project_openings.contains(word(name.first).lower)) return EntityKind::kProject;
    // "University of Oslo", "Bank of Ireland", "Institute for Ocean Memory"
    for (int i = name.first + 1; i + 1 < name.last; ++i) {
      if (word(i).lower == "of" || word(i).lower == "for") return kind_of(i - 1);
    }
    return std::nullopt;
  }
  if (const auto kind = kind_of(name.head)) return kind;
  return lexicon_.ends_as_lender(word(name.head).lemma) ? std::optional(EntityKind::kCompany)
                                                        : kind_of(name.first);
}

/// A describing word that the name stands beside: before it, or as an apposition either way.
std::optional<EntityKind> NameFinder::kind_beside(const NameMention& name) const {
  const auto kind_of = [&](int i) -> std::optional<EntityKind> {
    if (i < 0 || i >= sentence_.size() || (i >= name.first && i < name.last)) return std::nullopt;
    const auto found = lexicon_.descriptors.find(word(i).lemma);
    // "the director of Oslo Zoo, Ann Lee": nor does a name describe the next.
    const bool is_in_name = !lexicon_.inflected && i > 0 && word(i).is_capitalised() &&
                            word(i - 1).is_capitalised() && word(i - 1).note.head == i;
    if (found == lexicon_.descriptors.end() || !word(i).is_noun() || is_in_name) return std::nullopt;
    if (!lexicon_.inflected && is_owned_firm(i)) return EntityKind::kCompany;
    // "the wind farm Aster" is built
    if (!lexicon_.inflected && i > 0 && !word(i).is_capitalised()) {
      // "two wind farms, Aster and Birch"
      const bool are_many = word(i).note.number == language::Number::kPlural && is_in_list(name);
      const auto pair =
          lexicon_.name_words.find(word(i - 1).lower + " " + (are_many ? word(i).lemma : word(i).lower));
      if (pair != lexicon_.name_words.end() && pair->second == EntityKind::kProject) return pair->second;
    }
    // "проектов «Листвы»" tells whose they are; only a list of names has a word in the plural to describe
    // it.
    // "the Aster satellites": all that are made have one name.
    const bool is_made_so = !lexicon_.inflected && i == name.last && are_made(i);
    if (word(i).note.number == language::Number::kPlural && !is_in_list(name) && !is_made_so)
      return std::nullopt;
    return found->second.kind;
  };
  const int before = name.quoted ? name.first - 2 : name.first - 1;
  if (lexicon_.inflected) {
    if (const auto kind = kind_of(before)) {
      // "компания Громова" is a company, not its owner: the name must not be the possessor of the word.
      // "топ-менеджер «Листвы»" is none of them called so.
      const bool is_owner = !name.quoted || *kind == EntityKind::kPerson;
      // "«А» (проект «Б-ы»)": nor of a word in the nominative, where its own form is another
      const bool is_whose = word(name.head).note.head == before &&
                            word(name.head).lower != word(name.head).lemma &&
                            word(before).note.grammatical_case == Case::kNominative;
      const bool possessor = word(name.head).is(Dependency::kNominalModifier) &&
                             word(name.head).note.grammatical_case == Case::kGenitive &&
                             (is_owner || is_whose);
      if (!possessor) return kind;
    }
  }
  for (const int child : word(name.head).children) {
    if ((word(child).is(Dependency::kApposition) && !is_name_between(name.last, child)) ||
        (!lexicon_.inflected && word(child).is(Dependency::kCompound) && child == name.first - 1)) {
      if (const auto kind = kind_of(child)) return kind;
    }
  }
  // "«Крона» — производитель мебели", "Lumen is a lighting company"
  const int predicate = word(name.head).is(Dependency::kSubject) ? word(name.head).note.head : kNoWord;
  if (predicate > name.last && word(predicate).is_noun()) {
    if (const auto kind = kind_of(predicate); kind && *kind != EntityKind::kPerson) return kind;
  }
  // "the Oslo Fjord project": a place of two words is what the project is called
  const int noun = word(name.head).note.head;
  const bool is_called_so = !lexicon_.inflected && name.last - name.first > 1 &&
                            word(name.head).is(Dependency::kCompound) && noun == name.last &&
                            is_undertaking(name.last - 1, noun) &&
                            !lexicon_.countries.names.contains(language::lower_case(name.name));
  if (is_called_so) return kind_of(noun);
  const bool joined =
      word(name.head).is(Dependency::kApposition) || word(name.head).is(Dependency::kFlat) ||
      (!lexicon_.inflected &&
       (word(name.head).is(Dependency::kCompound) ||
        (word(name.head).is(Dependency::kNumericModifier) && word(name.head).is_capitalised())) &&
       word(name.head).note.head == name.last && model_opinion(name) != NameClass::kPlace &&
       !is_name_described(name.last));
  return joined ? kind_of(word(name.head).note.head) : kind_of_list(name);
}

}  // namespace whofunds::mentions
