#include <algorithm>
#include <array>
#include <string>

#include "whofunds/mentions/name_finder.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using model::EntityKind;
using tagging::Dependency;
using tagging::NameClass;
using text::Script;

/// "Digital lender Aster": an adjective at the head of a sentence or after a colon, before the noun that
/// describes the name after it.
bool NameFinder::is_adjective_of_description(int i) const {
  const bool begins = i == 0 || word(i - 1).token.text == ":";
  if (lexicon_.inflected || !begins || i + 2 >= sentence_.size() || word(i).token.all_capitals) return false;
  const Word& noun = word(i + 1);
  const bool describes =
      !noun.is_capitalised() && word(i + 2).is_capitalised() &&
      (lexicon_.descriptors.contains(noun.lemma) || lexicon_.frames_by_title.contains(noun.lemma));
  if (!describes) return false;
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(i).lower, readings);
  return std::ranges::any_of(readings, [](const language::Analysis& reading) {
    return !reading.guessed && reading.part_of_speech == PartOfSpeech::kAdjective;
  });
}

/// "Проданную фирму он возглавляет": at the head of a sentence what was done to something is no part of a
/// name.
bool NameFinder::is_participle_before_description() const {
  const auto descriptor = lexicon_.descriptors.find(word(1).lemma);
  if (word(1).is_capitalised() || descriptor == lexicon_.descriptors.end() || !descriptor->second.anaphoric)
    return false;
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(0).token.text, readings);
  return !readings.empty() && std::ranges::all_of(readings, [](const language::Analysis& reading) {
    return !reading.guessed && reading.part_of_speech == PartOfSpeech::kParticiple;
  });
}

/// "Аэротруба «Ларец»": a word at the head of a sentence that no dictionary knows has no second name in
/// quotes right after it, so it describes that.
bool NameFinder::is_unheard_description(int i) const {
  constexpr std::size_t kShortest = 6;  // of letters; a shorter word may be a brand
  const Word& w = word(i);
  return w.token.script == Script::kCyrillic && w.token.end - w.token.begin >= kShortest && w.is_noun() &&
         w.note.name != NameClass::kPerson && sentence_.preposition(i).empty() && !has_inner_capital(i) &&
         i + 2 < sentence_.size() && sentence_.is_under(i + 2, i);
}

/// Whether a word of no dictionary before a first name and a surname tells what the person is.
bool NameFinder::describes_person(int i) const {
  const auto has_name = [&](int at, language::NameKind kind) {
    std::vector<language::Analysis> readings;
    morphology_.analyze(word(at).token.text, readings);
    return std::ranges::any_of(readings, [&](const language::Analysis& reading) {
      return !reading.guessed && reading.name != language::NameKind::kNone &&
             (kind == language::NameKind::kNone || reading.name == kind);
    });
  };
  // what names of other peoples end in says nothing
  constexpr std::array<std::string_view, 9> kEndings{"ник",  "тель", "щик",    "чик",   "лог",
                                                     "граф", "вод",  "магнат", "мейкер"};
  const bool tells_trade =
      std::ranges::any_of(kEndings, [&](std::string_view ending) { return word(i).lower.ends_with(ending); });
  const Word& given = word(i + 1);
  return tells_trade && given.note.head == i && given.is(Dependency::kApposition) &&
         !word(i).token.all_capitals && !has_name(i, language::NameKind::kNone) &&
         has_name(i + 1, language::NameKind::kGivenName);
}

/// "Brewer Aster bought", "Museum director Ann Lee": whether the first word of the sentence describes what
/// is named after it.
bool NameFinder::is_heading_word() const {
  if (sentence_.size() < 3 || !word(0).is(Dependency::kCompound)) return false;
  const bool is_description = lexicon_.descriptors.contains(word(0).lemma) &&
                              lexicon_.frames_by_title.contains(word(1).lemma) && !word(1).is_capitalised() &&
                              word(2).is_capitalised();
  return is_description || (word(1).is_capitalised() && lexicon_.heading_words.contains(word(0).lower));
}

/// "the chain Habitus": a noun with a capital right after what describes it is what that is called.
bool NameFinder::is_called_so(int i) const {
  if (lexicon_.inflected || i < 2 || !word(i).is_capitalised() || !word(i).is(Dependency::kApposition) ||
      word(i).note.head != i - 1 || word(i).note.number == language::Number::kPlural)
    return false;
  const auto descriptor = lexicon_.descriptors.find(word(i - 1).lemma);
  return descriptor != lexicon_.descriptors.end() && descriptor->second.kind != EntityKind::kPerson &&
         !word(i - 1).is_capitalised() && word(i).is_noun() && !lexicon_.months.contains(word(i).lower);
}

/// "Уральский промышленник Иван Белов": whether a word says what the person is who is named after it.
bool NameFinder::describes_named_person(int i) const {
  const auto kind = lexicon_.descriptors.find(word(i).lemma);
  return kind != lexicon_.descriptors.end() && kind->second.kind == model::EntityKind::kPerson &&
         i + 1 < sentence_.size() && word(i + 1).note.name == tagging::NameClass::kPerson;
}

/// "Фармкомпания «А»", "Заём предоставил": the capital of a sentence makes no name of what describes one, or
/// of what is given.
bool NameFinder::is_description_at_head(int first, int last) const {
  if (!lexicon_.inflected || first != 0 || last != 1 || last >= sentence_.size() ||
      word(0).token.all_capitals)
    return false;
  return (is_opening_quote(word(1).token.text) && lexicon_.descriptors.contains(word(0).lemma)) ||
         (word(1).is_verb() && lexicon_.frames_by_noun.contains(word(0).lemma));
}

bool NameFinder::is_in_list(const NameMention& name) const {
  return word(name.head).is(Dependency::kConjunct) ||
         sentence_.child(name.head, Dependency::kConjunct) != kNoWord;
}

/// "фонды «А» и «Б»": a word in the plural before the first of a list describes all of it.
std::optional<EntityKind> NameFinder::kind_of_list(const NameMention& name) const {
  if (!lexicon_.inflected || !name.quoted || !word(name.head).is(Dependency::kConjunct)) return std::nullopt;
  int first = name.head;
  while (word(first).is(Dependency::kConjunct) && word(first).note.head < first)
    first = word(first).note.head;
  // "фонды Aster и «Б»": letters of another script show no case
  const bool is_described =
      word(first).is(Dependency::kApposition) ||
      (word(first).is(Dependency::kNominalModifier) && word(first).token.script == text::Script::kLatin &&
       sentence_.preposition(first).empty());
  const int noun = is_described ? word(first).note.head : kNoWord;
  if (noun == kNoWord || noun > first || !word(first).is_capitalised() ||
      word(noun).note.number != language::Number::kPlural)
    return std::nullopt;
  const auto descriptor = lexicon_.descriptors.find(word(noun).lemma);
  return descriptor == lexicon_.descriptors.end() ? std::nullopt : std::optional(descriptor->second.kind);
}

/// "the distillery Glen Aster", "Aster, a fund", "the Aster consortium": in English no person, where the word
/// is not one for people too, as "publisher" is.
bool NameFinder::is_described_as_thing(const NameMention& name) const {
  if (lexicon_.inflected || name.quoted) return false;
  // People are called by two names where their trade is told: "publisher Ann Holm".
  const bool is_one_word = name.last - name.first == 1 && !is_given_name(name.first);
  const auto is_thing = [&](int i) {
    if (i < 0 || i >= sentence_.size() || word(i).is_capitalised() || !word(i).is_noun()) return false;
    const std::string& lemma = word(i).lemma;
    const auto descriptor = lexicon_.descriptors.find(lemma);
    return descriptor != lexicon_.descriptors.end() && descriptor->second.kind != EntityKind::kPerson &&
           ((!lemma.ends_with("er") && !lemma.ends_with("or")) || is_one_word ||
            lexicon_.firm_nouns.contains(lemma));
  };
  // "Aster, a power project"
  for (const int child : word(name.head).children) {
    if (child >= name.last && word(child).is(Dependency::kApposition) && is_thing(child) &&
        !is_name_between(name.last, child))
      return true;
  }
  const int head = word(name.head).note.head;
  // "Aster Pass, the loyalty scheme", "its first machine, Aster"
  const bool is_apposed = std::ranges::any_of(word(name.head).children, [&](int child) {
    return child > name.last && word(child).is(Dependency::kApposition) && is_thing(child);
  });
  const bool is_after_comma = head != kNoWord && word(name.head).is(Dependency::kApposition) &&
                              head == name.first - 2 && is_thing(head);
  if (is_apposed || is_after_comma) return true;
  if (is_thing(name.first - 1))
    return (word(name.head).is(Dependency::kApposition) && head == name.first - 1) ||
           word(name.first - 1).note.head == name.head;
  // "the Glen Aster distillery", but "the Glen Aster company"
  const bool is_works = is_thing(name.last) && head == name.last &&
                        word(name.head).is(Dependency::kCompound) &&
                        !lexicon_.general_nouns.contains(word(name.last).lemma) && name.first > 0 &&
                        word(name.first - 1).note.part_of_speech == language::PartOfSpeech::kDeterminer;
  if (is_works) return true;
  const bool is_project =
      is_thing(name.last) && lexicon_.descriptors.at(word(name.last).lemma).kind == EntityKind::kProject;
  return is_project && head == name.last && word(name.head).is(Dependency::kCompound);
}

/// "the Leeds lender Aster", "Aster executive director Carl Holm": the noun describes the name after it, not
/// the one before.
bool NameFinder::is_name_described(int noun) const {
  int named = noun;
  while (word(named).is(Dependency::kCompound) && !word(named).is_capitalised() &&
         word(named).note.head > named)
    named = word(named).note.head;
  return named > noun && word(named).is_capitalised();
}

/// Whether another name stands in the words [first, last): it is the one that an apposition after it
/// describes.
bool NameFinder::is_name_between(int first, int last) const {
  for (int i = first; i < last; ++i) {
    // "the Oslo-born app"
    if (!lexicon_.inflected && i + 1 < last && word(i + 1).token.text == "-") continue;
    if (word(i).note.name != NameClass::kNone && word(i).note.name != NameClass::kGroup) return true;
  }
  return false;
}

}  // namespace whofunds::mentions
