#include "whofunds/mentions/names.hpp"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace whofunds::mentions {
namespace {

using language::Case;
using language::PartOfSpeech;
using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;
using text::Script;
using text::TokenKind;

bool is_opening_quote(std::string_view text) {
  return text == "«" || text == "“" || text == "„" || text == "\"";
}

/// The mark that ends what the mark `opening` begins; empty if it begins nothing.
std::string_view closing_quote(std::string_view opening) {
  if (opening == "«") return "»";
  if (opening == "„") return "“";
  if (opening == "“") return "”";
  return opening == "\"" ? opening : std::string_view();
}
bool is_closing_quote(std::string_view text) {
  return text == "»" || text == "”" || text == "“" || text == "\"";
}

/// The text of the document from one word to another, spaces between them included.
std::string_view text_of(const AnnotatedSentence& sentence, int first, int last) {
  const std::string_view begin = sentence.at(first).token.text;
  const std::string_view end = sentence.at(last - 1).token.text;
  return {begin.data(), static_cast<std::size_t>(end.data() + end.size() - begin.data())};
}

/// Gives `form` (lower case) the capitals of `model`: all of them, or the first, or none.
std::string with_capitals_of(const std::string& form, const text::Token& model) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(form);
  if (model.all_capitals) {
    text.toUpper();
  } else if (model.capitalised) {
    // A hyphenated name has a capital in each of its parts: "Юг-Терминал".
    const icu::UnicodeString shown = icu::UnicodeString::fromUTF8(
        icu::StringPiece(model.text.data(), static_cast<int32_t>(model.text.size())));
    bool part_begins = true;
    int32_t at_shown = 0;
    for (int32_t i = 0; i < text.length(); ++i) {
      if (part_begins && (i == 0 || (at_shown < shown.length() && u_isupper(shown[at_shown]) != 0))) {
        text.setCharAt(i, static_cast<char16_t>(u_toupper(text[i])));
      }
      part_begins = text[i] == u'-';
      if (part_begins) at_shown = shown.indexOf(u'-', at_shown) + 1;
    }
  }
  std::string result;
  text.toUTF8String(result);
  return result;
}

class Finder {
 public:
  Finder(const AnnotatedSentence& sentence, const Values& values, const language::Lexicon& lexicon,
         const language::Morphology& morphology)
      : sentence_(sentence),
        lexicon_(lexicon),
        morphology_(morphology),
        taken_(sentence.words.size(), false) {
    const auto take = [&](const Place& place) {
      for (int i = place.first; i < place.last; ++i) taken_[static_cast<std::size_t>(i)] = true;
    };
    for (const auto& value : values.money) take(value.place);
    for (const auto& value : values.stakes) take(value.place);
    for (const auto& value : values.dates) take(value.place);
    for (const auto& value : values.rounds) take(value.place);
  }

  std::vector<NameMention> find() {
    find_quoted();
    find_in_brackets();
    find_tagged();
    find_capitalised();
    std::sort(names_.begin(), names_.end(),
              [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
    return std::move(names_);
  }

 private:
  const Word& word(int i) const { return sentence_.at(i); }
  bool is_taken(int i) const { return taken_[static_cast<std::size_t>(i)]; }

  /// «Росинка» after a word that describes it, or where it can be no more than a name; no quoted speech.
  void find_quoted() {
    for (int i = 0; i + 2 < sentence_.size(); ++i) {
      const std::string_view closing = closing_quote(word(i).token.text);
      if (closing.empty() || !(word(i + 1).is_capitalised() || has_inner_capital(i + 1))) continue;
      int end = i + 1;
      while (end < sentence_.size() && end - i <= kLongestQuotedName && word(end).token.text != closing)
        ++end;
      if (end >= sentence_.size() || word(end).token.text != closing || end == i + 1) continue;
      if (!is_quoted_name(i + 1, end)) continue;
      add(i + 1, end, true);
      take_description(i);
      i = end;
    }
  }

  bool is_quoted_name(int first, int last) const {
    if (descriptor_before(first - 1) != nullptr || is_one_tagged_name(first, last)) return true;
    for (int i = first; i < last; ++i) {
      const std::string_view text = word(i).token.text;
      if (word(i).note.part_of_speech == PartOfSpeech::kVerb || text == "." || text == "?" || text == "!")
        return false;
    }
    return last - first <= kLongestPlainQuote;
  }

  bool is_one_tagged_name(int first, int last) const {
    for (int i = first; i < last; ++i) {
      if (word(i).note.name == NameClass::kNone || (i > first && word(i).note.name_begins)) return false;
    }
    return true;
  }

  /// What the model took into one name with the quoted words after it describes them: "Венчурный фонд
  /// «Северный ветер»".
  void take_description(int quote) {
    if (word(quote + 1).note.name_begins) return;
    const NameClass name = word(quote + 1).note.name;
    for (int i = quote; i >= 0 && name != NameClass::kNone && word(i).note.name == name; --i) {
      taken_[static_cast<std::size_t>(i)] = true;
      if (word(i).note.name_begins) return;
    }
  }

  /// The word right before the quote, where it describes what is named: "сеть «…»".
  const language::Descriptor* descriptor_before(int quote) const {
    if (quote < 1) return nullptr;
    const auto found = lexicon_.descriptors.find(word(quote - 1).lemma);
    return found == lexicon_.descriptors.end() ? nullptr : &found->second;
  }

  /// "(Red Renta Básica)", "(АТЭС)" right after a name: the same in its own language, or its letters.
  void find_in_brackets() {
    if (lexicon_.lang != "ru") return;
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

  bool is_foreign(int i) const {
    const text::Token& token = word(i).token;
    if (token.kind == TokenKind::kWord)
      return token.script == Script::kLatin || token.script == Script::kOther;
    return token.text == "&" || token.text == "." || token.text == "-" || token.text == "'" ||
           token.text == "’";
  }

  bool ends_bracket(int i) const {
    const std::string_view text = word(i).token.text;
    return text == ")" || text == ";" || text == ",";
  }

  void find_tagged() {
    for (int i = 0; i < sentence_.size(); ++i) {
      if (word(i).note.name == NameClass::kNone || word(i).note.name == NameClass::kGroup || is_taken(i))
        continue;
      int last = i + 1;
      while (last < sentence_.size() && !is_taken(last) && word(last).note.name == word(i).note.name &&
             !word(last).note.name_begins && !starts_line_anew(last) && !is_bracket(last) &&
             !ends_name(last)) {
        ++last;
      }
      int first = i;
      i = last - 1;
      if (is_bracket(first)) continue;
      extend_over_proper_nouns(first, last);
      extend_over_legal_form(last);
      extend_over_initials(first, last);
      trim(first, last);
      if (first < last && has_capital(first, last) && !is_no_name(first, last)) {
        add(first, last, false);
      }
    }
  }

  bool is_legal_form(int i) const {
    if (i < 0 || i >= sentence_.size()) return false;
    std::string form = word(i).lower;
    while (form.ends_with('.')) form.pop_back();
    return lexicon_.legal_forms.contains(form);
  }

  /// Whether an English name that the model carries on past word `i` ends before it: at a verb, after "Inc.",
  /// at the comma of a list, unless the list is one name ("Kleiner, Perkins & Byers").
  bool ends_name(int i) const {
    if (lexicon_.lang != "en") return false;
    if (word(i).note.part_of_speech == PartOfSpeech::kVerb && !word(i).is_capitalised()) return true;
    if (is_legal_form(i - 1) && word(i - 1).token.text.ends_with('.') && !is_legal_form(i)) return true;
    if (word(i).token.text != "," || is_legal_form(i + 1) || word(i).note.name == NameClass::kPlace)
      return false;
    for (int k = i + 1;
         k < sentence_.size() && word(k).note.name == word(i).note.name && !word(k).note.name_begins; ++k) {
      if (word(k).token.text == "&" || word(k).lower == "and") return false;
    }
    return true;
  }

  /// "Techwood Music" and then ", Inc.": one name.
  void extend_over_legal_form(int& last) const {
    if (lexicon_.lang != "en" || last >= sentence_.size()) return;
    const int form = word(last).token.text == "," ? last + 1 : last;
    if (is_legal_form(form) && word(form).is_capitalised() && !starts_line_anew(form)) last = form + 1;
  }

  bool is_bracket(int i) const {
    const std::string_view text = word(i).token.text;
    return text == "(" || text == ")" || text == "[" || text == "]";
  }

  /// One Russian word that the model takes for a name and that is none: "Мариинский" of a theatre read as a
  /// person, the adverb or verb that begins a sentence, the "Сеть" of "Сеть «Росинка»".
  bool is_no_name(int first, int last) const {
    if (lexicon_.lang != "ru" || last - first != 1 || word(first).token.all_capitals) return false;
    const Word& w = word(first);
    const PartOfSpeech part = w.note.part_of_speech;
    if (part == PartOfSpeech::kAdjective)
      return w.note.name == NameClass::kPerson && w.is(Dependency::kAdjectiveModifier);
    if (part == PartOfSpeech::kAdverb || part == PartOfSpeech::kPreposition ||
        part == PartOfSpeech::kPronoun || part == PartOfSpeech::kConjunction ||
        (w.is_verb() && part != PartOfSpeech::kInfinitive)) {
      return true;
    }
    return lexicon_.descriptors.contains(w.lemma) && last < sentence_.size() &&
           is_opening_quote(word(last).token.text);
  }

  bool is_initial(int i) const {
    return i >= 0 && i + 1 < sentence_.size() && !is_taken(i) && word(i).is_capitalised() &&
           word(i).token.end - word(i).token.begin == 1 && word(i + 1).token.text == "." &&
           !word(i + 1).token.space_before;
  }

  /// "В. Ю. Сурков", "Сурков В. Ю.": letters that the model left out.
  void extend_over_initials(int& first, int& last) const {
    if (word(first).note.name != NameClass::kPerson) return;
    while (is_initial(first - 2)) first -= 2;
    if (last - first > 1 && !is_initial(last - 1)) return;
    if (is_initial(last - 1) && last - first > 1) ++last;
    while (is_initial(last)) last += 2;
  }

  /// A heading and the text below it are no one name.
  bool starts_line_anew(int i) const {
    const std::string_view before = word(i - 1).token.text;
    const std::string_view between(before.data() + before.size(),
                                   static_cast<std::size_t>(word(i).token.text.data() - before.data() -
                                                            static_cast<std::ptrdiff_t>(before.size())));
    return between.find('\n') != std::string_view::npos;
  }

  bool may_extend(int i) const {
    return word(i).note.part_of_speech == PartOfSpeech::kProperNoun &&
           word(i).note.name == NameClass::kNone && is_name_word(i);
  }

  void extend_over_proper_nouns(int& first, int& last) const {
    while (last < sentence_.size() && may_extend(last) && word(last).token.space_before &&
           hangs_within(last, first, last))
      ++last;
    while (first > 0 && may_extend(first - 1) && word(first).token.space_before &&
           hangs_within(first - 1, first, last))
      --first;
  }

  /// Whether word `i` hangs on the words [first, last), or one of these on it, as parts of one name do.
  bool hangs_within(int i, int first, int last) const {
    const auto joins = [](const Word& w) { return w.is(Dependency::kCompound) || w.is(Dependency::kFlat); };
    const int head = word(i).note.head;
    if (head >= first && head < last && joins(word(i))) return true;
    for (int k = first; k < last; ++k) {
      if (word(k).note.head == i && joins(word(k))) return true;
    }
    return false;
  }

  bool is_common_title(int i) const {
    if (lexicon_.person_titles.contains(word(i).lemma)) return true;
    if (lexicon_.frames_by_title.contains(word(i).lemma)) return true;
    const auto descriptor = lexicon_.descriptors.find(word(i).lemma);
    return descriptor != lexicon_.descriptors.end() &&
           (descriptor->second.kind == EntityKind::kPerson || !word(i).is_capitalised());
  }

  /// Drops articles, titles, descriptions and quotes at the ends.
  void trim(int& first, int& last) const {
    for (int i = first; i + 1 < last; ++i) {
      if (is_opening_quote(word(i).token.text)) {
        // A description and then the name in quotes: the name alone.
        if (i > first && !word(first).is_capitalised()) first = i + 1;
      }
    }
    while (first < last &&
           (word(first).token.kind == TokenKind::kPunctuation ||
            word(first).note.part_of_speech == PartOfSpeech::kDeterminer ||
            (is_common_title(first) && last - first > 1) ||
            word(first).note.part_of_speech == PartOfSpeech::kPreposition || is_small_verb(first))) {
      ++first;
    }
    while (first < last && (is_closing_quote(word(last - 1).token.text) || word(last - 1).lower == "'s" ||
                            word(last - 1).lower == "’s" || is_small_link(last - 1) ||
                            (word(last - 1).token.kind == TokenKind::kPunctuation &&
                             word(last - 1).token.text != ")" && !is_initial(last - 2)))) {
      --last;
    }
  }

  bool is_small_verb(int i) const {
    return word(i).note.part_of_speech == PartOfSpeech::kVerb && !word(i).is_capitalised();
  }

  bool is_small_link(int i) const {
    const PartOfSpeech part = word(i).note.part_of_speech;
    return (part == PartOfSpeech::kConjunction || part == PartOfSpeech::kPreposition) &&
           !word(i).is_capitalised() && word(i).token.kind == TokenKind::kWord;
  }

  bool has_capital(int first, int last) const {
    for (int i = first; i < last; ++i) {
      if (word(i).is_capitalised() || word(i).token.script == Script::kMixed || has_inner_capital(i))
        return !(last - first == 1 && lexicon_.not_names.contains(word(i).lower));
    }
    return false;
  }

  /// "eBay", "iRobot".
  bool has_inner_capital(int i) const {
    const std::string_view text = word(i).token.text;
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  bool is_name_word(int i) const {
    const Word& w = word(i);
    if (is_taken(i) || w.token.kind != TokenKind::kWord || lexicon_.not_names.contains(w.lower) ||
        is_common_title(i))
      return false;
    if (lexicon_.lang == "en" && is_bare_party(i)) return true;
    if (!w.is_capitalised() && !has_inner_capital(i)) return false;
    if (lexicon_.lang == "ru" && w.token.script == Script::kLatin) return true;
    return w.note.part_of_speech == PartOfSpeech::kProperNoun ||
           (has_inner_capital(i) && !w.is_capitalised());
  }

  /// "Boots bought …", "mevio secured …": what acts in a deal with nothing before it is a name, whatever the
  /// tagger says of it, where it has a capital or is no word.
  bool is_bare_party(int i) const {
    const Word& w = word(i);
    const bool acts = w.is(Dependency::kSubject) || w.is(Dependency::kPassiveSubject);
    if (!acts || !w.children.empty() || w.note.head == kNoWord) return false;
    if (!lexicon_.frames_by_verb.contains(word(w.note.head).lemma)) return false;
    const bool nominal = w.is_noun() || w.note.part_of_speech == PartOfSpeech::kAdjective;
    if (!nominal || w.note.number == language::Number::kPlural) return false;
    if (lexicon_.descriptors.contains(w.lemma) || lexicon_.name_words.contains(w.lower)) return false;
    return w.is_capitalised() || w.note.part_of_speech == PartOfSpeech::kProperNoun || is_unknown_word(i);
  }

  bool is_unknown_word(int i) const {
    std::vector<language::Analysis> readings;
    morphology_.analyze(word(i).token.text, readings);
    return !readings.empty() && readings.front().guessed;
  }

  /// Runs of capitalised proper nouns that the model did not take for names. In Russian, where it misses few,
  /// only what the sentence says a deal of, what a word describes, and what is in another script.
  void find_capitalised() {
    for (int i = 0; i < sentence_.size(); ++i) {
      if (!is_name_word(i) || lexicon_.months.contains(word(i).lower)) continue;
      const bool is_people = word(i).note.name == NameClass::kGroup || is_adjective_of_place(i);
      if (is_people && !(lexicon_.lang == "en" && is_bare_party(i))) continue;
      int last = i + 1;
      while (last < sentence_.size() && is_name_word(last) && word(last).token.space_before &&
             !starts_line_anew(last))
        ++last;
      int first = i;
      trim(first, last);
      if (first < last && is_no_name(first, last)) continue;
      const bool spelled_as_name =
          first < last && (has_capital(first, last) || (last - first == 1 && is_name_word(first)));
      if (spelled_as_name && may_be_name(first, last)) add(first, last, false);
      i = std::max(i, last - 1);
    }
  }

  bool may_be_name(int first, int last) const {
    if (lexicon_.lang != "ru" || word(first).token.script == Script::kLatin) return true;
    return is_party(head_of(first, last)) || descriptor_before(first) != nullptr;
  }

  /// Whether a word near above in the tree is one that moves money: the name is a party to what it tells.
  bool is_party(int i) const {
    for (int steps = 0; steps < kNearInTree && i != kNoWord; ++steps) {
      i = sentence_.head_of(i);
      if (i == kNoWord) break;
      if (tells_deal(lexicon_.frames_by_verb, i) || tells_deal(lexicon_.frames_by_noun, i)) return true;
    }
    return false;
  }

  /// Whether word `i` tells a deal: what people found and lead says nothing of whether they are people.
  template <typename Index>
  bool tells_deal(const Index& index, int i) const {
    const auto found = index.find(word(i).lemma);
    if (found == index.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](std::size_t frame) {
      const model::Relation relation = lexicon_.frames[frame].relation;
      return relation != model::Relation::kFounded && relation != model::Relation::kLeads;
    });
  }

  /// Whether the place that word `i` names does something or has it done: "Nokia acquired", "a deal with
  /// Spotify".
  bool acts(int i) const {
    while (word(i).is(Dependency::kConjunct) && sentence_.head_of(i) != kNoWord) i = sentence_.head_of(i);
    const Word& w = word(i);
    if (w.is(Dependency::kSubject) || w.is(Dependency::kPassiveSubject) || w.is(Dependency::kObject) ||
        w.is(Dependency::kAgent))
      return true;
    const std::string_view preposition = sentence_.preposition(i);
    return preposition == "by" || preposition == "with" || preposition == "as";
  }

  bool is_given_name(int i) const {
    if (!word(i).is_capitalised()) return false;
    if (lexicon_.given_names.contains(word(i).lower) || lexicon_.given_names.contains(word(i).lemma))
      return true;
    std::vector<language::Analysis> readings;
    morphology_.analyze(word(i).token.text, readings);
    return std::any_of(readings.begin(), readings.end(), [](const language::Analysis& reading) {
      return reading.name == language::NameKind::kGivenName && !reading.guessed;
    });
  }

  /// A given name, an initial or a title in or before it: a person's name for sure.
  bool has_given_name(const NameMention& name) const {
    for (int i = name.first; i < name.last; ++i) {
      if (is_given_name(i) || is_initial(i) || word(i).token.text.ends_with('.')) return true;
    }
    return name.first > 0 && is_common_title(name.first - 1);
  }

  bool is_adjective_of_place(int i) const {
    return word(i).note.part_of_speech == PartOfSpeech::kAdjective ||
           word(i).is(Dependency::kAdjectiveModifier);
  }

  /// `told` is what the model takes the name to be, where its own words do not say.
  void add(int first, int last, bool quoted, NameClass told = NameClass::kNone) {
    if (first >= last) return;
    extend_over_project(first, last, quoted);
    for (int i = first; i < last; ++i) {
      if (is_taken(i)) return;
    }
    for (int i = first; i < last; ++i) taken_[static_cast<std::size_t>(i)] = true;
    NameMention name{.first = first, .last = last, .head = head_of(first, last), .quoted = quoted};
    name.text = std::string(text_of(sentence_, first, last));
    name.begin = word(first).token.begin;
    name.end = word(last - 1).token.end;
    classify(name, told);
    name.name = is_unseen_genitive(name)
                    ? nominative(with_genitive(first), first, last, name.kind, morphology_)
                    : nominative(sentence_, first, last, name.kind, morphology_);
    names_.push_back(std::move(name));
  }

  /// "дочерняя структура «Газстроя»": after a title that asks whose it is, a tagger may take the genitive in
  /// quotes for a nominative. What its ending says decides.
  bool is_unseen_genitive(const NameMention& name) const {
    if (lexicon_.lang != "ru" || !name.quoted || name.first < 2 ||
        word(name.first).token.script != Script::kCyrillic)
      return false;
    if (word(name.first).note.grammatical_case != Case::kNominative) return false;
    if (!lexicon_.frames_by_title.contains(word(name.first - 2).lemma)) return false;
    std::vector<language::Analysis> readings;
    morphology_.analyze(word(name.first).token.text, readings);
    return !readings.empty() && readings.front().grammatical_case == Case::kGenitive;
  }

  AnnotatedSentence with_genitive(int i) const {
    AnnotatedSentence sentence = sentence_;
    sentence.words[static_cast<std::size_t>(i)].note.grammatical_case = Case::kGenitive;
    sentence.words[static_cast<std::size_t>(i)].note.gender = language::Gender::kNone;
    return sentence;
  }

  /// "the Porto cargo terminal": in English what is built takes its name from a noun at the end.
  void extend_over_project(int first, int& last, bool quoted) const {
    if (lexicon_.lang != "en" || quoted || word(first).note.name == NameClass::kOrganization) return;
    const int head = word(last - 1).note.head;
    if (head < last || head - last > 2 || !word(last - 1).is(Dependency::kCompound)) return;
    const auto descriptor = lexicon_.descriptors.find(word(head).lemma);
    if (descriptor == lexicon_.descriptors.end() || descriptor->second.kind != EntityKind::kProject ||
        descriptor->second.anaphoric)
      return;
    for (int i = last; i <= head; ++i) {
      if (!word(i).is_noun() || is_taken(i)) return;
    }
    last = head + 1;
  }

  int head_of(int first, int last) const {
    for (int i = first; i < last; ++i) {
      const int head = word(i).note.head;
      if (head < first || head >= last) {
        if (word(i).token.kind != TokenKind::kPunctuation) return i;
      }
    }
    return first;
  }

  void classify(NameMention& name, NameClass told) const {
    const auto tell = [&](EntityKind kind) {
      name.kind = kind;
      name.kind_told = true;
    };
    const NameClass model = told != NameClass::kNone ? told : model_opinion(name);
    const auto within = kind_within(name);
    // "Российская Федерация" is no federation of clubs, but "Евросоюз" does what a body does.
    const bool is_place = model == NameClass::kPlace && !name.quoted && lexicon_.lang == "ru";
    if (is_place && within != EntityKind::kPublicBody) {
      name.kind = EntityKind::kPlace;
      return;
    }
    // What stands before quotes says more than the words in them: ООО «Лесной край».
    if (name.quoted && is_legal_form(name.first - 2)) return tell(EntityKind::kCompany);
    if (within && !(name.quoted && kind_beside(name))) return tell(*within);
    // "стартап Громова", "компания Гейтс": a person's name stays one, whatever stands beside it.
    const bool is_person = model == NameClass::kPerson && !name.quoted;
    if (const auto kind = kind_beside(name); kind && (!is_person || *kind == EntityKind::kPerson))
      return tell(*kind);
    if (!name.quoted && is_given_name(name.first) && name.last - name.first > 1 &&
        model != NameClass::kOrganization) {
      return tell(EntityKind::kPerson);
    }
    if (is_person) name.kind = EntityKind::kPerson;
    if (model == NameClass::kPlace) name.kind = EntityKind::kPlace;
    if (model == NameClass::kProduct) name.kind = EntityKind::kProject;
    // The English model takes many a company for a person or a place.
    if (lexicon_.lang == "en" && !name.quoted && is_party(name.head)) {
      if (model == NameClass::kPerson && !has_given_name(name)) name.kind = EntityKind::kOrganization;
      if (model == NameClass::kPlace && acts(name.head)) name.kind = EntityKind::kOrganization;
    }
    // A film, a law, a make of car: an organisation only where it deals as one.
    if (lexicon_.lang == "ru" && model == NameClass::kNone && !is_party(name.head))
      name.kind = EntityKind::kProject;
  }

  NameClass model_opinion(const NameMention& name) const {
    for (int i = name.first; i < name.last; ++i) {
      if (word(i).note.name != NameClass::kNone) return word(i).note.name;
    }
    return NameClass::kNone;
  }

  /// The words of a name in their dictionary forms: "белый дом".
  std::string lemmas_of(const NameMention& name) const {
    std::string text;
    for (int i = name.first; i < name.last; ++i)
      text.append(i == name.first ? "" : " ").append(word(i).lemma);
    return text;
  }

  /// "Harbor Peak Ventures" is a fund by its last word, "Банк «Ладога»" a company by its first.
  std::optional<EntityKind> kind_within(const NameMention& name) const {
    const auto kind_of = [&](int i) -> std::optional<EntityKind> {
      for (const std::string* const form : {&word(i).lower, &word(i).lemma}) {
        if (const auto found = lexicon_.name_words.find(*form); found != lexicon_.name_words.end())
          return found->second;
      }
      return is_legal_form(i) ? std::optional(EntityKind::kCompany) : std::nullopt;
    };
    if (const auto found = lexicon_.name_words.find(lemmas_of(name)); found != lexicon_.name_words.end())
      return found->second;
    if (name.last - name.first < 2 && lexicon_.lang == "en") return std::nullopt;
    if (lexicon_.lang == "en" || word(name.last - 1).token.script == Script::kLatin) {
      if (const auto kind = kind_of(name.last - 1)) return kind;
      // "University of Oslo", "Bank of Ireland".
      if (name.last - name.first > 2 && word(name.first + 1).lower == "of") return kind_of(name.first);
      return std::nullopt;
    }
    if (const auto kind = kind_of(name.head)) return kind;
    return kind_of(name.first);
  }

  /// A describing word that the name stands beside: before it, or as an apposition either way.
  std::optional<EntityKind> kind_beside(const NameMention& name) const {
    const auto kind_of = [&](int i) -> std::optional<EntityKind> {
      if (i < 0 || i >= sentence_.size() || (i >= name.first && i < name.last)) return std::nullopt;
      const auto found = lexicon_.descriptors.find(word(i).lemma);
      if (found == lexicon_.descriptors.end() || !word(i).is_noun()) return std::nullopt;
      // "проектов «Листвы»" tells whose they are; only a list of names has a word in the plural to describe
      // it.
      if (word(i).note.number == language::Number::kPlural && !is_in_list(name)) return std::nullopt;
      return found->second.kind;
    };
    const int before = name.quoted ? name.first - 2 : name.first - 1;
    if (lexicon_.lang == "ru") {
      if (const auto kind = kind_of(before)) {
        // "компания Громова" is a company, not its owner: the name must not be the possessor of the word.
        const bool possessor = word(name.head).is(Dependency::kNominalModifier) &&
                               word(name.head).note.grammatical_case == Case::kGenitive && !name.quoted;
        if (!possessor) return kind;
      }
    }
    for (const int child : word(name.head).children) {
      if ((word(child).is(Dependency::kApposition) && !is_name_between(name.last, child)) ||
          (lexicon_.lang == "en" && word(child).is(Dependency::kCompound) && child == name.first - 1)) {
        if (const auto kind = kind_of(child)) return kind;
      }
    }
    const bool joined = word(name.head).is(Dependency::kApposition) ||
                        word(name.head).is(Dependency::kFlat) ||
                        (lexicon_.lang == "en" && word(name.head).is(Dependency::kCompound) &&
                         word(name.head).note.head == name.last);
    if (joined) return kind_of(word(name.head).note.head);
    return std::nullopt;
  }

  bool is_in_list(const NameMention& name) const {
    return word(name.head).is(Dependency::kConjunct) ||
           sentence_.child(name.head, Dependency::kConjunct) != kNoWord;
  }

  /// Whether another name stands in the words [first, last): it is the one that an apposition after it
  /// describes.
  bool is_name_between(int first, int last) const {
    for (int i = first; i < last; ++i) {
      if (word(i).note.name != NameClass::kNone && word(i).note.name != NameClass::kGroup) return true;
    }
    return false;
  }

  static constexpr int kLongestQuotedName = 9;
  static constexpr int kLongestPlainQuote =
      4;  ///< words; longer quotes that no model and no word calls a name are speech
  static constexpr int kNearInTree = 3;

  const AnnotatedSentence& sentence_;
  const language::Lexicon& lexicon_;
  const language::Morphology& morphology_;
  std::vector<bool> taken_;
  std::vector<NameMention> names_;
};

/// The nominative of one word, with its capitals.
std::string nominative_word(const Word& word, const language::Morphology& morphology) {
  if (word.token.script != Script::kCyrillic || word.token.all_capitals) return std::string(word.token.text);
  // Surnames like Седых and Долгих stay as they are.
  if (word.is_noun() && word.is_capitalised() && (word.lower.ends_with("ых") || word.lower.ends_with("их")))
    return std::string(word.token.text);
  std::vector<language::Analysis> readings;
  morphology.analyze(word.token.text, readings);
  const language::Analysis* const reading = best_reading(readings, word.note);
  if (reading == nullptr || reading->indeclinable) return std::string(word.token.text);
  const language::Number number =
      reading->number == language::Number::kNone ? language::Number::kSingular : reading->number;
  const auto form = morphology.inflect(word.token.text, *reading, Case::kNominative, number);
  return form ? with_capitals_of(*form, word.token) : std::string(word.token.text);
}

}  // namespace

std::vector<NameMention> find_names(const AnnotatedSentence& sentence, const Values& values,
                                    const language::Lexicon& lexicon,
                                    const language::Morphology& morphology) {
  return Finder(sentence, values, lexicon, morphology).find();
}

std::string nominative(const AnnotatedSentence& sentence, int first, int last, EntityKind kind,
                       const language::Morphology& morphology) {
  const bool is_person = kind == EntityKind::kPerson;
  const char* const begin = sentence.at(first).token.text.data();
  std::string result;
  const char* copied = begin;
  bool past_head = false;
  for (int i = first; i < last; ++i) {
    const Word& word = sentence.at(i);
    result.append(copied, word.token.text.data());
    const bool declines = is_person || !past_head;
    const bool in_nominative =
        word.note.grammatical_case == Case::kNominative || word.note.grammatical_case == Case::kNone;
    result.append(declines && !in_nominative ? nominative_word(word, morphology)
                                             : std::string(word.token.text));
    past_head = past_head || word.is_noun();
    copied = word.token.text.data() + word.token.text.size();
  }
  return result;
}

}  // namespace whofunds::mentions
