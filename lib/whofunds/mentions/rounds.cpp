#include "whofunds/mentions/rounds.hpp"

namespace whofunds::mentions {

int RoundReader::read(int i, std::vector<RoundMention>& rounds) const {
  if (numbers_.is_dash(i + 1) && inside(i + 2)) {
    const auto named = lexicon_.round_names.find(word(i).lower + "-" + word(i + 2).lower);  // "pre-seed"
    if (named != lexicon_.round_names.end()) {
      rounds.push_back({.place = {i, i + 3}, .round = named->second});
      return i + 3;
    }
  }
  if (is_within_name(i)) return i;
  if (const int end = read_phrase(i, rounds); end > i) return end;
  if (const auto named = find_word(lexicon_.round_names, word(i));
      named != lexicon_.round_names.end() && !ends_name(i)) {
    rounds.push_back({.place = {i, i + 1}, .round = named->second});
    return i + 1;
  }
  if (!in(lexicon_.series_words, word(i))) return i;
  if (const char letter = series_letter(i + 1); letter != 0) {
    rounds.push_back({.place = {i, i + 2}, .round = std::string("series_") + letter});
    return i + 2;
  }
  return i;
}

/// "Oka Seed Partners": no round, but a word of a name.
bool RoundReader::is_within_name(int i) const {
  const auto is_foreign_name = [&](int at) {
    return inside(at) && word(at).is_capitalised() && word(at).token.script == text::Script::kLatin;
  };
  return is_foreign_name(i - 1) && is_foreign_name(i) && is_foreign_name(i + 1) &&
         !lexicon_.round_nouns.contains(word(i + 1).lower) && !in(lexicon_.series_words, word(i - 1)) &&
         !in(lexicon_.series_words, word(i)) && !in(lexicon_.series_words, word(i + 1));
}

/// "Andes Seed", "фонд Andes Seed" is an investor.
bool RoundReader::ends_name(int i) const {
  const bool is_part_of_one_before = i > 0 && word(i).is(tagging::Dependency::kFlat) &&
                                     word(i).note.head == i - 1 && word(i).is_capitalised() &&
                                     word(i - 1).is_capitalised() &&
                                     word(i - 1).token.script == text::Script::kLatin;
  if (is_part_of_one_before) return true;
  return i > 0 && word(i).is_capitalised() && !word(i).token.all_capitals &&
         word(i).note.part_of_speech == language::PartOfSpeech::kProperNoun && word(i - 1).is_capitalised() &&
         (word(i).is_subject() ||
          (word(i - 1).note.head == i && word(i - 1).is(tagging::Dependency::kCompound)));
}

/// "initial public offering", "stock-market debut"
int RoundReader::read_phrase(int i, std::vector<RoundMention>& rounds) const {
  constexpr int kLongest = 4;
  if (!lexicon_.round_names.may_begin_phrase(word(i).lower)) return i;
  std::string phrase = word(i).lower;
  for (int last = i + 1; inside(last) && last < i + 1 + kLongest; ++last) {
    if (numbers_.is_dash(last)) continue;
    phrase.append(" ").append(word(last).lower);
    const auto named = lexicon_.round_names.find(phrase);
    if (named == lexicon_.round_names.end()) continue;
    rounds.push_back({.place = {i, last + 1}, .round = named->second});
    return last + 1;
  }
  return i;
}

/// 'a' … 'h' for a lone capital letter, Cyrillic look-alikes too: "серии А"; 0 if it is none.
char RoundReader::series_letter(int i) const {
  if (!inside(i)) return 0;
  std::string_view text = word(i).token.text;
  if (text.ends_with('.')) text.remove_suffix(1);  // "closed its Series B."
  if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'H') return static_cast<char>(text[0] - 'A' + 'a');
  if (text == "А") return 'a';
  if (text == "В" || text == "Б") return 'b';
  if (text == "С") return 'c';
  return 0;
}

}  // namespace whofunds::mentions
