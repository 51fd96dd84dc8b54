#include "whofunds/mentions/countries.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "whofunds/language/spelling.hpp"
#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {
namespace {

using language::Case;
using language::Number;
using language::PartOfSpeech;
using language::Tense;
using model::EntityKind;
using tagging::Dependency;
using Codes = std::set<std::string>;

std::optional<std::string> look_up(const language::WordMap<std::string>& codes, const std::string& word) {
  const auto found = codes.find(word);
  return found == codes.end() ? std::nullopt : std::optional(found->second);
}

class CountryFinder {
 public:
  CountryFinder(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                const language::Morphology& morphology, const std::vector<NameMention>& names)
      : sentence_(sentence),
        lexicon_(lexicon),
        words_(lexicon.countries),
        morphology_(morphology),
        names_(names) {}

  Codes countries_of(const NameMention& name) const {
    Codes found = told_within(name);
    const auto add = [&](const Codes& more) { found.insert(more.begin(), more.end()); };
    if (const auto form = told_by_legal_form(name)) found.insert(*form);
    add(told_beside(name));
    const std::vector<int> nouns = describers(name);
    for (const int noun : nouns) add(told_of_noun(noun, name));
    add(told_after(name, nouns));
    return found;
  }

 private:
  const Word& word(int i) const { return sentence_.at(i); }
  bool has(int i) const { return i >= 0 && i < sentence_.size(); }
  bool is_mark(int i, std::string_view mark) const { return has(i) && word(i).token.text == mark; }
  bool is_beside_hyphen(int i) const { return is_mark(i - 1, "-") || is_mark(i + 1, "-"); }
  static bool is_within(int i, const NameMention& name) { return i >= name.first && i < name.last; }

  // ---- what one word tells

  const NameMention* mention_at(int i) const {
    const auto found =
        std::ranges::find_if(names_, [i](const NameMention& name) { return is_within(i, name); });
    return found == names_.end() ? nullptr : &*found;
  }

  /// The country that one word, or it and the one before it, names.
  std::optional<std::string> country_of_words(int i) const {
    if (!word(i).is_capitalised()) return std::nullopt;
    constexpr std::size_t kAcronym = 3;  // "us" is no country
    if (word(i).lower.size() <= kAcronym && !word(i).token.all_capitals &&
        word(i).token.text.find('.') == std::string::npos)
      return std::nullopt;
    for (const std::string& form : {word(i).lower, word(i).lemma}) {
      if (auto code = look_up(words_.names, language::country_word(form))) return code;
    }
    if (!has(i - 1) || !word(i - 1).is_capitalised()) return std::nullopt;
    return look_up(words_.names, language::country_word(
                                     nominative(sentence_, i - 1, i + 1, EntityKind::kPlace, morphology_)));
  }

  /// The country that the name of which the word is one, or the word, is.
  std::optional<std::string> country_at(int i) const {
    const NameMention* const mention = mention_at(i);
    if (mention == nullptr) return country_of_words(i);
    const bool may_be = mention->kind == EntityKind::kPlace || mention->kind == EntityKind::kPublicBody;
    return may_be ? look_up(words_.names, language::country_word(mention->name)) : std::nullopt;
  }

  /// Those that an adjective is of: two of "российско-французский", none where it is a part of another word
  /// ("French-speaking").
  Codes adjective_at(int i) const {
    if (word(i).note.part_of_speech == PartOfSpeech::kVerb || is_beside_hyphen(i)) return {};
    const bool declines = word(i).token.script == text::Script::kCyrillic;
    const bool is_denied = has(i - 1) && lexicon_.negations.contains(word(i - 1).lower);
    if ((!declines && !word(i).is_capitalised()) || is_denied) return {};
    if (has(i - 1)) {
      if (auto code = look_up(words_.adjectives, word(i - 1).lower + " " + word(i).lower)) return {*code};
    }
    const std::string lemma = language::country_word(declines ? word(i).lemma : word(i).lower);
    if (auto code = look_up(words_.adjectives, lemma)) return {*code};
    return declines ? compound_adjective(lemma) : Codes();
  }

  Codes compound_adjective(std::string_view lemma) const {
    Codes codes;
    for (std::size_t hyphen = lemma.find('-'); hyphen != std::string_view::npos; hyphen = lemma.find('-')) {
      std::string first(lemma.substr(0, hyphen));  // "российско"
      constexpr std::string_view kEnding = "о";
      if (!first.ends_with(kEnding)) return {};
      first.replace(first.size() - kEnding.size(), kEnding.size(), "ий");
      const auto code = look_up(words_.adjectives, first);
      if (!code) return {};
      codes.insert(*code);
      lemma.remove_prefix(hyphen + 1);
    }
    const auto last = look_up(words_.adjectives, std::string(lemma));
    if (codes.empty() || !last) return {};
    codes.insert(*last);
    return codes;
  }

  /// "based in Norway", "UK-based", of a participle or verb.
  Codes seat_at(int i) const {
    if (!words_.seat_words.contains(word(i).lemma)) return {};
    Codes codes;
    for (const int child : word(i).children) {
      const auto code = country_at(child);
      if (!code) continue;
      const bool is_before_hyphen = is_mark(child + 1, "-") && child + 2 == i;
      const bool is_place = words_.seat_prepositions.contains(std::string(sentence_.preposition(child)));
      if (is_before_hyphen || is_place) codes.insert(*code);
    }
    return codes;
  }

  // ---- what a name tells of itself

  Codes told_within(const NameMention& name) const {
    if (name.kind == EntityKind::kPlace || name.kind == EntityKind::kPublicBody) {
      if (const auto code = look_up(words_.names, language::country_word(name.name))) return {*code};
    }
    if (name.kind != EntityKind::kPublicBody) return {};
    Codes codes;
    for (int i = name.first; i < name.last; ++i) {
      const std::string_view preposition = sentence_.preposition(i);
      if (!preposition.empty() && preposition != "of") continue;  // "US Embassy in Chile"
      if (const auto code = country_of_words(i)) codes.insert(*code);
      const Codes adjectives = adjective_at(i);
      codes.insert(adjectives.begin(), adjectives.end());
    }
    return codes;
  }

  std::optional<std::string> told_by_legal_form(const NameMention& name) const {
    const auto form = [&](int first, int last) {
      std::string words;
      for (int i = first; i < last; ++i) words += (i == first ? "" : " ") + word(i).lower;
      std::erase(words, '.');
      return look_up(words_.legal_forms, words);
    };
    const auto told_at = [&](int first) -> std::optional<std::string> {
      if (!has(first) || !word(first).is_capitalised()) return std::nullopt;
      constexpr int kLongestForm = 3;  // "Sp. z o.o."
      for (int last = first + 1; last <= std::min(first + kLongestForm, sentence_.size()); ++last) {
        if (auto code = form(first, last)) return code;
      }
      return std::nullopt;
    };
    const int before =
        name.first - (has(name.first - 1) && is_opening_quote(word(name.first - 1).token.text) ? 2 : 1);
    for (const int first : {before, name.first, name.last - 1, name.last}) {
      const bool is_whole = first == name.first && name.last - name.first == 1;
      if (is_whole || (mention_at(first) != nullptr && !is_within(first, name))) continue;
      if (auto code = told_at(first)) return code;
    }
    return std::nullopt;
  }

  // ---- what words around a name tell

  /// What stands right before the name and belongs to it: "немецкая Falkner", "Germany's Falkner", and with a
  /// noun that describes it between.
  Codes told_beside(const NameMention& name) const {
    int noun = kNoWord;  // the last of those before the name
    for (const int child : word(name.head).children) {
      if (child < name.first && word(child).is_noun() && word(child).is(Dependency::kCompound) &&
          mention_at(child) == nullptr)
        noun = child;
    }
    if (noun != kNoWord && !describes(noun, name)) return {};
    Codes codes;
    for (const int child : word(name.head).children) {
      if (is_within(child, name)) continue;
      Codes more = seat_at(child);
      if (child < name.first && word(child).is(Dependency::kAdjectiveModifier) &&
          name.kind != EntityKind::kPlace)
        more.merge(adjective_at(child));
      const bool deals = noun != kNoWord && words_.dealing.contains(word(noun).lemma);
      if (word(child).is(Dependency::kPossessor) && !deals) {
        if (const auto code = country_at(child)) more.insert(*code);
      }
      codes.merge(more);
    }
    return codes;
  }

  /// The nouns that describe a name: before it, after it in apposition, or said of it: "is a bank".
  std::vector<int> describers(const NameMention& name) const {
    std::vector<int> nouns;
    const auto add = [&](int i) {
      if (i != kNoWord && !is_within(i, name) && describes(i, name)) nouns.push_back(i);
    };
    const Word& head = word(name.head);
    if ((head.is(Dependency::kApposition) || head.is(Dependency::kFlat)) && head.note.head < name.first)
      add(head.note.head);
    if (head.is(Dependency::kConjunct)) add(describer_of_list(name));
    for (const int child : head.children) {
      if (child >= name.last && word(child).is(Dependency::kApposition)) add(child);
      if (child < name.first && word(child).is(Dependency::kCompound)) add(child);
      if (word(child).is(Dependency::kRelativeClause) && is_said(child)) add(child);
    }
    if (head.is_subject() && head.note.head != kNoWord) add(predicate_of(head.note.head));
    return nouns;
  }

  /// "French banks A and B": the noun before the first of a list tells of all where it is in the plural.
  int describer_of_list(const NameMention& name) const {
    const int first = word(name.head).note.head;
    const NameMention* const before = first == kNoWord ? nullptr : mention_at(first);
    if (before == nullptr || !word(before->head).is(Dependency::kApposition)) return kNoWord;
    const int noun = word(before->head).note.head;
    if (noun == kNoWord || noun > before->first) return kNoWord;
    const Number number = word(noun).note.number;
    const bool is_plural =
        number == Number::kPlural || (number == Number::kNone && word(noun).lower != word(noun).lemma);
    return is_plural ? noun : kNoWord;
  }

  /// The noun that a clause says of its subject; `top` is what the subject hangs on.
  int predicate_of(int top) const {
    if (!is_said(top)) return kNoWord;
    if (word(top).is_noun()) return top;
    if (!lexicon_.copular_verbs.contains(word(top).lemma)) return kNoWord;
    for (const int child : word(top).children) {
      if (word(child).is_noun() && word(child).note.grammatical_case == Case::kInstrumental &&
          sentence_.preposition(child).empty())
        return child;
    }
    return kNoWord;
  }

  /// Whether a clause is said as it stands: of today, and neither denied nor supposed.
  bool is_said(int top) const {
    const auto is_past = [&](int i) { return word(i).note.tense == Tense::kPast; };
    if (word(top).is_verb() && is_past(top)) return false;
    return std::ranges::none_of(word(top).children, [&](int child) {
      return lexicon_.negations.contains(word(child).lower) ||
             lexicon_.denying_determiners.contains(word(child).lower) ||
             lexicon_.modal_words.contains(word(child).lemma) || word(child).is(Dependency::kAuxiliary) ||
             (word(child).is(Dependency::kCopula) && is_past(child));
    });
  }

  /// Whether a noun beside a name is what the name is: a kind of thing or of person that it may be.
  bool describes(int noun, const NameMention& name) const {
    const std::string& lemma = word(noun).lemma;
    if (!word(noun).is_noun() || mention_at(noun) != nullptr || words_.undescribed.contains(lemma))
      return false;
    if (words_.described.contains(lemma)) return name.kind != EntityKind::kPlace;
    const bool is_person = name.kind == EntityKind::kPerson;
    if (words_.people.contains(language::country_word(lemma)) || lexicon_.person_titles.contains(lemma))
      return is_person;
    const auto found = lexicon_.descriptors.find(lemma);
    if (found == lexicon_.descriptors.end()) return false;
    const auto is_alike = [&](EntityKind kind) {
      return (found->second.kind == kind) == (name.kind == kind);
    };
    return (is_alike(EntityKind::kPerson) || !name.kind_told) && is_alike(EntityKind::kPlace);
  }

  /// What a noun that describes a name is told by.
  Codes told_of_noun(int noun, const NameMention& name) const {
    Codes codes;
    Codes adjectives;
    for (const int child : word(noun).children) {
      if (is_within(child, name)) continue;
      const std::string& lemma = word(child).lemma;
      const auto status = lexicon_.status_modifiers.find(lemma);
      // "former French bank", "дочерняя компания"
      if ((status != lexicon_.status_modifiers.end() && status->second != model::Status::kRumoured) ||
          words_.undescribed.contains(lemma))
        return {};
      codes.merge(seat_at(child));
      if (const auto code = country_of_noun(noun, child)) codes.insert(*code);
      if (child > noun ||
          !(word(child).is(Dependency::kAdjectiveModifier) || word(child).is(Dependency::kCompound)))
        continue;
      // "French and German banks": which is which is not told.
      if (sentence_.child(child, Dependency::kConjunct) != kNoWord) continue;
      adjectives.merge(adjective_at(child));
    }
    codes.merge(adjectives);
    if (const auto people = look_up(words_.people, language::country_word(word(noun).lemma)))
      codes.insert(*people);
    return codes;
  }

  /// The country that `child`, which hangs on a noun, names as that of the noun.
  std::optional<std::string> country_of_noun(int noun, int child) const {
    const Word& said = word(child);
    if (is_beside_hyphen(child)) return std::nullopt;
    if (said.is(Dependency::kCompound) && child < noun) return country_at(child);  // "US startup"
    const std::string preposition(sentence_.preposition(child));
    if (words_.origin_prepositions.contains(preposition)) return country_at(child);
    if (words_.dealing.contains(word(noun).lemma)) return std::nullopt;
    const bool is_genitive = preposition.empty() && said.is(Dependency::kNominalModifier) &&
                             said.note.grammatical_case == Case::kGenitive;
    return is_genitive || said.is(Dependency::kPossessor) || preposition == "of" ? country_at(child)
                                                                                 : std::nullopt;
  }

  /// "«Тарко» из Германии", of what a clause is about, and "Тарко (Германия)". `nouns` describe the name.
  Codes told_after(const NameMention& name, const std::vector<int>& nouns) const {
    int next = name.last;
    if (has(next) && is_closing_quote(word(next).token.text)) ++next;
    if (!has(next + 1) || name.kind == EntityKind::kPlace) return {};
    const NameMention* const mention = mention_at(next + 1);
    const int last = mention == nullptr ? next + 2 : mention->last;
    const int country = mention == nullptr ? next + 1 : mention->head;
    const auto code = country_at(country);
    if (!code) return {};
    if (is_mark(next, "(")) return is_mark(last, ")") ? Codes{*code} : Codes{};
    if (!words_.origin_prepositions.contains(word(next).lower)) return {};
    const auto is_subject = [&](int i) { return word(i).is_subject(); };
    const bool is_topic = is_subject(name.head) || std::ranges::any_of(nouns, is_subject);
    const int head = word(country).note.head;
    return is_topic && head != kNoWord && !word(head).is_verb() ? Codes{*code} : Codes{};
  }

  const AnnotatedSentence& sentence_;
  const language::Lexicon& lexicon_;
  const language::CountryWords& words_;
  const language::Morphology& morphology_;
  const std::vector<NameMention>& names_;
};

}  // namespace

void find_countries(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                    const language::Morphology& morphology, std::vector<NameMention>& names) {
  const CountryFinder finder(sentence, lexicon, morphology, names);
  for (NameMention& name : names) {
    const Codes codes = finder.countries_of(name);
    name.countries.assign(codes.begin(), codes.end());
  }
}

}  // namespace whofunds::mentions
