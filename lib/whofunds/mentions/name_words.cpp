#include <algorithm>

#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;
using text::Script;
using text::TokenKind;

bool NameFinder::is_legal_form(int i) const {
  if (i < 0 || i >= sentence_.size()) return false;
  std::string form = word(i).lower;
  while (form.ends_with('.')) form.pop_back();
  return lexicon_.legal_forms.contains(form);
}

/// One Russian word that the model takes for a name and that is none: "Мариинский" of a theatre read as a
/// person, the adverb or verb that begins a sentence, the "Сеть" of "Сеть «Росинка»".
bool NameFinder::is_no_name(int first, int last) const {
  if (is_quoted_member(first, last)) return true;
  // "Brewer Aster bought": the capital is that of the sentence.
  if (!lexicon_.inflected && first == 0 && last == 1 && is_heading_word()) return true;
  // "Ownership of Aster passed", "Shareholders in Aster": the capital is that of the sentence.
  if (!lexicon_.inflected && first == 0 && last == 1 && sentence_.size() > 1 &&
      word(1).note.part_of_speech == PartOfSpeech::kPreposition &&
      (lexicon_.stake_nouns.contains(word(0).lemma) || (lexicon_.frames_by_title.contains(word(0).lemma) &&
                                                        word(0).note.number == language::Number::kPlural)))
    return true;
  // "Genomics spin-out Aster": what field it is in
  const bool is_field = lexicon_.heading_words.contains(word(0).lower) ||
                        (!is_unknown_word(0) && (word(0).lower.ends_with("ics") ||
                                                 word(0).note.number == language::Number::kPlural));
  if (!lexicon_.inflected && first == 0 && last == 1 && sentence_.size() > 4 && is_field &&
      word(0).is(Dependency::kCompound) && word(1).lower == "spin" && word(2).token.text == "-" &&
      word(4).is_capitalised())
    return true;
  // "Venture funding shrank": a word that tells the kind of a name, and no name before it
  if (!lexicon_.inflected && first == 0 && last == 1 && sentence_.size() > 1 &&
      (lexicon_.name_words.contains(word(0).lower) || lexicon_.name_words.contains(word(0).lower + "s")) &&
      !word(0).token.all_capitals && word(0).is(Dependency::kCompound) && word(0).note.head == 1 &&
      word(1).is_noun() && !word(1).is_capitalised() && word(1).token.kind == text::TokenKind::kWord)
    return true;
  // "Exclusive: Aster buys Birch"
  if (!lexicon_.inflected && first == 0 && last == 1 && sentence_.size() > 1 && word(1).token.text == ":" &&
      lexicon_.heading_words.contains(word(0).lower))
    return true;
  if (last - first == 1 && is_adjective_of_description(first)) return true;
  // "Block 17B", "Terminal 3": one of several things, and no firm.
  if (is_numbered(first, last) && lexicon_.numbered_nouns.contains(word(first).lower)) return true;
  // "on Monday"
  if (last - first == 1 && lexicon_.weekdays.contains(word(first).lower)) return true;
  if (last - first == 1 && is_former_post(first)) return true;
  // "Рыбопереработчик Иван Белов"
  if (lexicon_.inflected && first == 0 && last == 1 && sentence_.size() > 2 && describes_person(0))
    return true;
  // "Логистическая компания «Вектор»", "Издательский дом «Полюс»": the name stands in the quotes.
  if (lexicon_.inflected && last - first > 1 && last < sentence_.size() &&
      is_opening_quote(word(last).token.text) && !word(last - 1).is_capitalised()) {
    const bool begins_sentence = first == 0 && word(first).note.name != NameClass::kPerson &&
                                 std::none_of(sentence_.words.begin() + 1, sentence_.words.begin() + last,
                                              [](const Word& other) { return other.is_capitalised(); });
    if (begins_sentence || lexicon_.descriptors.contains(word(last - 1).lemma)) return true;
  }
  if (!lexicon_.inflected) return false;
  if (first == 0 && last == 2 && is_participle_before_description()) return true;
  // "Суверенный фонд Mubadala": what is called so follows.
  if (last - first > 1 && last < sentence_.size() && !word(last - 1).is_capitalised() &&
      lexicon_.descriptors.contains(word(last - 1).lemma) &&
      (word(last).token.script == text::Script::kLatin || describes_named_person(last - 1)))
    return true;
  // "Фонд прямых инвестиций Meridian купил": nor is a description of several words a name before another
  if (first == 0 && last - first > 1 && last < sentence_.size() && is_foreign(last) &&
      word(last).is_capitalised() && lexicon_.descriptors.contains(word(0).lemma) &&
      std::none_of(sentence_.words.begin() + 1, sentence_.words.begin() + last,
                   [](const Word& other) { return other.is_capitalised(); }))
    return true;
  // "Консорциум инвесторов купил": a group without a name at the head of the sentence
  if (first == 0 && last == 2 && lexicon_.transparent_nouns.contains(word(0).lemma) &&
      word(1).note.number == language::Number::kPlural && !word(1).is_capitalised() &&
      (lexicon_.descriptors.contains(word(1).lemma) || lexicon_.frames_by_title.contains(word(1).lemma)))
    return true;
  if (last - first != 1 || word(first).token.all_capitals) return false;
  const Word& w = word(first);
  // "Банк получит пакет", "Промышленник Белов": the capital is that of the sentence.
  const auto descriptor = lexicon_.descriptors.find(w.lemma);
  if (first == 0 && descriptor != lexicon_.descriptors.end() && w.is_noun() &&
      (descriptor->second.anaphoric || descriptor->second.kind == model::EntityKind::kPerson))
    return true;
  // "Дамбу Noordwal": what is called so follows
  const bool is_called = last < sentence_.size() && word(last).note.head == first &&
                         word(last).is(Dependency::kApposition) && word(last).token.script == Script::kLatin;
  if (first == 0 && descriptor != lexicon_.descriptors.end() && w.is_noun() && is_called) return true;
  const bool is_common = lexicon_.frames_by_title.contains(w.lemma) ||
                         lexicon_.stake_nouns.contains(w.lemma) ||
                         lexicon_.transparent_nouns.contains(w.lemma);
  if (first == 0 && is_common && !lexicon_.descriptors.contains(w.lemma)) return true;
  const PartOfSpeech part = w.note.part_of_speech;
  // "Пермский «Молот»": where it is, not what it is called.
  const bool before_quote = last < sentence_.size() && is_opening_quote(word(last).token.text);
  const bool before_foreign = last < sentence_.size() && word(last).is_capitalised() &&
                              word(last).token.script == Script::kLatin &&
                              w.token.script == Script::kCyrillic;
  if ((before_quote || before_foreign) && may_be_adjective(first)) return true;
  if (part == PartOfSpeech::kAdjective)
    return w.note.name == NameClass::kPerson && w.is(Dependency::kAdjectiveModifier);
  if (part == PartOfSpeech::kAdverb || part == PartOfSpeech::kPreposition || part == PartOfSpeech::kPronoun ||
      part == PartOfSpeech::kConjunction || (w.is_verb() && part != PartOfSpeech::kInfinitive)) {
    return true;
  }
  // "Усадьбу «Липки» купил": a common noun at the head of a sentence, before the name of what it describes
  if (first == 0 && before_quote && (is_common_noun(first) || is_unheard_description(first))) return true;
  // "Указом президента"
  const bool is_means = first == 0 && w.note.grammatical_case == language::Case::kInstrumental &&
                        w.lower != w.lemma && last < sentence_.size() && word(last).is_noun() &&
                        !word(last).is_capitalised() &&
                        word(last).note.grammatical_case == language::Case::kGenitive;
  if (is_means && is_common_noun(first)) return true;
  return lexicon_.descriptors.contains(w.lemma) && before_quote;
}

bool NameFinder::is_common_noun(int i) const {
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(i).token.text, readings);
  return !readings.empty() && std::ranges::all_of(readings, [](const language::Analysis& reading) {
    return reading.part_of_speech == PartOfSpeech::kNoun && !reading.guessed;
  });
}

/// Whether nothing but a figure, a letter or a Roman numeral follows the first word of a name, in it or right
/// after it.
bool NameFinder::is_numbered(int first, int last) const {
  const int next = first + 1;
  if (next >= sentence_.size() || last - first > 2) return false;
  const text::Token& token = word(next).token;
  if (token.kind == TokenKind::kNumber) return true;
  return last > next && token.all_capitals && token.text.find_first_not_of("IVX") == std::string_view::npos;
}

/// "Экс-глава «Вектора»", "Экс-депутат Белов": the capital is that of the sentence.
bool NameFinder::is_former_post(int i) const {
  const std::string& lemma = word(i).lemma;
  const std::size_t hyphen = lemma.find('-');
  if (i != 0 || hyphen == std::string::npos || !lexicon_.status_modifiers.contains(lemma.substr(0, hyphen)))
    return false;
  const std::string post = lemma.substr(hyphen + 1);
  return lexicon_.frames_by_title.contains(post) || lexicon_.descriptors.contains(post) ||
         lexicon_.person_titles.contains(post);
}

bool NameFinder::may_be_adjective(int i) const {
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(i).token.text, readings);
  return std::ranges::any_of(readings, [](const language::Analysis& reading) {
    return reading.part_of_speech == PartOfSpeech::kAdjective && !reading.guessed;
  });
}

bool NameFinder::is_initial(int i) const {
  return i >= 0 && i + 1 < sentence_.size() && !is_taken(i) && word(i).is_capitalised() &&
         word(i).token.end - word(i).token.begin == 1 && word(i + 1).token.text == "." &&
         !word(i + 1).token.space_before;
}

bool NameFinder::is_common_title(int i) const {
  if (lexicon_.person_titles.contains(word(i).lemma)) return true;
  // "the Department of Fisheries"
  const auto own = lexicon_.name_words.find(word(i).lower);
  // "Aster Partners"
  const bool ends_firm = !lexicon_.inflected && i > 0 && word(i).is_capitalised() &&
                         own != lexicon_.name_words.end() && word(i - 1).is_capitalised() &&
                         word(i - 1).note.part_of_speech == PartOfSpeech::kProperNoun;
  if (ends_firm) return false;
  const bool begins_body =
      word(i).is_capitalised() && own != lexicon_.name_words.end() && own->second == EntityKind::kPublicBody;
  if (const auto frames = lexicon_.frames_by_title.find(word(i).lemma);
      frames != lexicon_.frames_by_title.end() && !begins_body) {
    // "Rocket", "Model" may begin a name, which "Chairman" does not.
    const bool is_of_party = std::ranges::any_of(frames->second, [&](std::size_t index) {
      const language::Frame& frame = lexicon_.frames[index];
      const bool is_whole = std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
        // "Executive" after "Chief", but no "Ventures" after "Aster", for all "joint ventures"
        return title.lemma == word(i).lemma &&
               (title.modifiers.empty() || (i > 0 && word(i - 1).lower == title.modifiers.back()));
      });
      const std::vector<EntityKind>& kinds = (frame.title_is_from ? frame.from : frame.to).kinds;
      const bool is_thing = kinds.size() == 1 && kinds.front() == EntityKind::kProject;
      return is_whole && !is_thing;
    });
    if (is_of_party || !word(i).is_capitalised()) return true;
  }
  const auto descriptor = lexicon_.descriptors.find(word(i).lemma);
  return descriptor != lexicon_.descriptors.end() &&
         (descriptor->second.kind == EntityKind::kPerson || !word(i).is_capitalised());
}

/// "Самойлова": what a dictionary knows as a surname, and as no common noun.
bool NameFinder::is_surname(int i) const {
  if (word(i).token.all_capitals || word(i).token.script != Script::kCyrillic) return false;
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(i).token.text, readings);
  const auto is_known = [](const language::Analysis& reading) {
    return !reading.guessed && reading.name == language::NameKind::kSurname;
  };
  return std::ranges::any_of(readings, is_known) && std::ranges::all_of(readings, is_known);
}

bool NameFinder::has_capital(int first, int last) const {
  for (int i = first; i < last; ++i) {
    if (word(i).is_capitalised() || word(i).token.script == Script::kMixed || has_inner_capital(i))
      return !(last - first == 1 && lexicon_.not_names.contains(word(i).lower));
  }
  return false;
}

/// "eBay", "iRobot"; but not "VR-очки", whose capitals tell what kind of thing it is.
bool NameFinder::has_inner_capital(int i) const {
  std::string_view text = word(i).token.text;
  const std::size_t hyphen = text.find('-');
  if (word(i).token.script == Script::kMixed && !word(i).is_capitalised() && hyphen != std::string_view::npos)
    text.remove_prefix(hyphen);
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool NameFinder::is_name_word(int i) const {
  const Word& w = word(i);
  if (is_taken(i) || w.token.kind != TokenKind::kWord || lexicon_.not_names.contains(w.lower) ||
      is_common_title(i))
    return false;
  if (!lexicon_.inflected &&
      (is_bare_party(i) || is_capital_within(i) || is_listed_name(i) || is_hyphenated_agent(i)))
    return true;
  if (is_called_in_latin(i) || is_project_adjective(i) || is_called_so(i)) return true;
  if (!w.is_capitalised() && !has_inner_capital(i)) return false;
  if (lexicon_.inflected && w.token.script == Script::kLatin) return true;
  return w.note.part_of_speech == PartOfSpeech::kProperNoun || (has_inner_capital(i) && !w.is_capitalised());
}

/// "Aster, Birch and Cedar": a capital in the midst of a list of names.
bool NameFinder::is_listed_name(int i) const {
  const Word& w = word(i);
  if (i == 0 || !w.is_capitalised() || !w.is(Dependency::kConjunct) || w.note.head == kNoWord) return false;
  const Word& first = word(w.note.head);
  return first.is_capitalised() && first.note.part_of_speech == PartOfSpeech::kProperNoun &&
         first.note.name != NameClass::kGroup && !lexicon_.descriptors.contains(w.lemma) &&
         !lexicon_.months.contains(w.lower);
}

/// "the Seagrave wind farm": a word that no dictionary has and a tagger takes for an adjective is what the
/// thing that is built is called.
bool NameFinder::is_project_adjective(int i) const {
  constexpr int kFarthest = 2;
  const Word& w = word(i);
  int noun = w.note.head;
  // "the Ampere mobility platform", where a parser takes it for what the kind is like
  const int next = noun == i + 1 && word(noun).is(Dependency::kCompound) ? noun + 1 : kNoWord;
  const bool is_of_kind = next != kNoWord && word(noun).note.head == next && describes_thing(next);
  if (is_of_kind) noun = next;
  const bool modifies = w.is(Dependency::kAdjectiveModifier) ||
                        (w.is(Dependency::kCompound) && w.note.part_of_speech == PartOfSpeech::kAdjective);
  if (lexicon_.inflected || i == 0 || !w.is_capitalised() || !modifies || noun <= i || noun > i + kFarthest ||
      word(noun).is_capitalised())
    return false;
  // "the Luch platform", where nothing tells that a people is meant
  const bool has_article = lexicon_.demonstratives.contains(word(i - 1).lower);
  const bool is_unheard =
      is_unknown_word(i) && std::ranges::none_of(lexicon_.people_endings, [&](const std::string& ending) {
        return w.lower.ends_with(ending);
      });
  if (noun == i + 1 && has_article && is_unheard && describes_thing(noun)) return true;
  if (is_of_kind) return has_article && !tells_people(i);
  if (w.note.name != NameClass::kNone) return false;
  return (names_project(noun) && is_unknown_word(i)) || is_undertaking(i, noun);
}

/// "Bavarian", "Swiss"
bool NameFinder::tells_people(int i) const {
  const Word& w = word(i);
  return w.note.name == NameClass::kGroup || lexicon_.countries.adjectives.contains(w.lower) ||
         std::ranges::any_of(lexicon_.people_endings,
                             [&](const std::string& ending) { return w.lower.ends_with(ending); });
}

/// "platform", "start-up": one of such things
bool NameFinder::describes_thing(int noun) const {
  const auto descriptor = lexicon_.descriptors.find(word(noun).lemma);
  return descriptor != lexicon_.descriptors.end() && descriptor->second.kind != EntityKind::kPerson &&
         descriptor->second.kind != EntityKind::kPlace && !word(noun).is_capitalised() &&
         word(noun).note.number != language::Number::kPlural;
}

/// "Partners" in "Orrin Partners", which alone would be a title.
bool NameFinder::ends_firm_name(int i) const {
  const Word& w = word(i);
  if (lexicon_.inflected || i == 0 || is_taken(i) || !w.is_capitalised() ||
      !word(i - 1).is(Dependency::kCompound) || word(i - 1).note.head != i)
    return false;
  const auto kind = lexicon_.name_words.find(w.lower);
  if (kind != lexicon_.name_words.end() && kind->second == EntityKind::kFund) return true;
  // "sold it to Tarn Drinks": in a sentence with words in small letters
  const bool are_things =
      w.note.part_of_speech == PartOfSpeech::kNoun && !w.token.all_capitals &&
      !lexicon_.frames_by_title.contains(w.lemma) && !lexicon_.descriptors.contains(w.lemma) &&
      !lexicon_.family_nouns.contains(w.lower) && i + 1 < sentence_.size() && !word(i + 1).is_capitalised();
  return are_things && std::ranges::any_of(sentence_.words, [](const Word& other) {
           return other.is_verb() && !other.is_capitalised();
         });
}

/// "сервис reddit": in Russian what a word in Latin letters right after a description is called, capital or
/// not.
bool NameFinder::is_called_in_latin(int i) const {
  const Word& w = word(i);
  return lexicon_.inflected && i > 0 && w.token.script == Script::kLatin && w.note.head == i - 1 &&
         w.token.text.size() > 2 && lexicon_.descriptors.contains(word(i - 1).lemma);
}

bool NameFinder::is_unknown_word(int i) const {
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(i).token.text, readings);
  return !readings.empty() && readings.front().guessed;
}

bool NameFinder::is_given_name(int i) const {
  if (!word(i).is_capitalised()) return false;
  if (lexicon_.given_names.contains(word(i).lower) || lexicon_.given_names.contains(word(i).lemma))
    return true;
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(i).token.text, readings);
  return std::any_of(readings.begin(), readings.end(), [](const language::Analysis& reading) {
    return reading.name == language::NameKind::kGivenName && !reading.guessed;
  });
}

bool NameFinder::is_adjective_of_place(int i) const {
  return word(i).note.part_of_speech == PartOfSpeech::kAdjective ||
         word(i).is(Dependency::kAdjectiveModifier);
}

}  // namespace whofunds::mentions
