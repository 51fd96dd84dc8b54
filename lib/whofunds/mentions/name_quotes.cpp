#include <algorithm>
#include <string>

#include "whofunds/mentions/name_finder.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::NameClass;
using text::Script;

namespace {

/// The mark that ends what the mark `opening` begins; empty if it begins nothing.
std::string_view closing_quote(std::string_view opening) {
  if (opening == "«") return "»";
  if (opening == "„") return "“";
  if (opening == "“") return "”";
  return opening == "\"" ? opening : std::string_view();
}

}  // namespace

bool is_opening_quote(std::string_view text) {
  return text == "«" || text == "“" || text == "„" || text == "\"";
}

bool is_closing_quote(std::string_view text) {
  return text == "»" || text == "”" || text == "“" || text == "\"";
}

/// «Росинка» after a word that describes it, or where it can be no more than a name; no quoted speech.
void NameFinder::find_quoted() {
  for (int i = 0; i + 2 < sentence_.size(); ++i) {
    const std::string_view closing = closing_quote(word(i).token.text);
    if (closing.empty() || !(word(i + 1).is_capitalised() || has_inner_capital(i + 1))) continue;
    int end = i + 1;
    bool is_nested = false;
    while (end < sentence_.size() && end - i <= kLongestQuotedName) {
      const bool opens = opens_within(i, end);
      if (word(end).token.text == closing && !opens) break;
      is_nested = is_nested || opens;
      ++end;
    }
    if (end >= sentence_.size() || word(end).token.text != closing || end == i + 1) continue;
    // Quoted speech has quotes in it too.
    if (is_nested && descriptor_before(i) == nullptr && !is_legal_form(i - 1)) continue;
    const bool is_closed_twice =
        is_nested && end + 1 < sentence_.size() && word(end + 1).token.text == closing;
    if (is_closed_twice) ++end;
    if (!is_nested && !is_quoted_name(i + 1, end)) continue;
    const std::size_t before = names_.size();
    add(i + 1, end, true);
    if (is_nested && !is_closed_twice && names_.size() > before) close_inner_quote(names_.back(), end);
    take_description(i);
    i = end;
  }
}

/// «ТД «Лесной»: whether the mark at `mark` opens a quote within the one that `quote` opens.
bool NameFinder::opens_within(int quote, int mark) const {
  const std::string_view text = word(mark).token.text;
  if (!lexicon_.inflected || text != word(quote).token.text || mark == quote + 1) return false;
  const bool is_before_word = mark + 1 < sentence_.size() && !word(mark + 1).token.space_before;
  return word(mark).token.space_before && is_before_word;
}

/// «ТД «Лесной»: the one mark ends both quotes, and is part of the name.
void NameFinder::close_inner_quote(NameMention& name, int mark) const {
  name.name += word(mark).token.text;
  name.text = std::string(text_of(name.first, mark + 1));
  name.end = word(mark).token.end;
}

/// "«Дочка» «Вектора» купила": at the head of a sentence a word for what is somebody's, who is named after
/// it.
bool NameFinder::is_quoted_member(int first, int last) const {
  if (!lexicon_.inflected || first != 1 || last != first + 1 || last + 1 >= sentence_.size()) return false;
  const Word& next = word(last + 1);
  const bool names_owner =
      is_opening_quote(next.token.text) || next.is_capitalised() || lexicon_.descriptors.contains(next.lemma);
  return lexicon_.member_nouns.contains(word(first).lemma) && names_owner;
}

bool NameFinder::is_quoted_name(int first, int last) const {
  if (is_quoted_member(first, last)) return false;
  if (descriptor_before(first - 1) != nullptr || is_one_tagged_name(first, last)) return true;
  for (int i = first; i < last; ++i) {
    const std::string_view text = word(i).token.text;
    if (word(i).note.part_of_speech == PartOfSpeech::kVerb || text == "." || text == "?" || text == "!")
      return false;
  }
  return last - first <= kLongestPlainQuote;
}

/// What the model took into one name with the quoted words after it describes them: "Венчурный фонд
/// «Северный ветер»".
void NameFinder::take_description(int quote) {
  if (word(quote + 1).note.name_begins) return;
  const NameClass name = word(quote + 1).note.name;
  for (int i = quote; i >= 0 && name != NameClass::kNone && word(i).note.name == name; --i) {
    taken_[static_cast<std::size_t>(i)] = true;
    if (word(i).note.name_begins) return;
  }
}

/// The word right before the quote, where it describes what is named: "сеть «…»".
const language::Descriptor* NameFinder::descriptor_before(int quote) const {
  if (quote < 1) return nullptr;
  const auto found = lexicon_.descriptors.find(word(quote - 1).lemma);
  return found == lexicon_.descriptors.end() ? nullptr : &found->second;
}

/// "Альфин Банка": of a name whose first word stays as it is the last tells the case.
bool NameFinder::is_called_by_last(const NameMention& name) const {
  const Word& last = word(name.last - 1);
  if (!lexicon_.inflected || name.last - name.first < 2 || !last.is_noun() || !last.is_capitalised() ||
      !last.token.space_before || !lexicon_.name_words.contains(last.lemma) ||
      last.token.script != Script::kCyrillic)
    return false;
  const Case told = last.note.grammatical_case;
  if (told == Case::kNone || told == Case::kNominative) return false;
  for (int i = name.first; i + 1 < name.last; ++i) {
    const Word& part = word(i);
    const bool declines = part.is_noun() && part.token.script == Script::kCyrillic &&
                          nominative(sentence_, i, i + 1, name.kind, morphology_) != part.token.text;
    if (declines || part.note.part_of_speech == language::PartOfSpeech::kAdjective) return false;
  }
  return true;
}

/// "дочерняя структура «Газстроя»": after a title that asks whose it is, a tagger may take the genitive in
/// quotes for a nominative. What its ending says decides.
bool NameFinder::is_unseen_genitive(const NameMention& name) const {
  if (!lexicon_.inflected || !name.quoted || name.first < 2 ||
      word(name.first).token.script != Script::kCyrillic)
    return false;
  if (word(name.first).note.grammatical_case != Case::kNominative) return false;
  // "«дочка» «Гавани»"
  const int before = name.first > 3 && word(name.first - 2).lower == "»" ? name.first - 3 : name.first - 2;
  const std::string& lemma = word(before).lemma;
  // but "компания «Вести»", which may be of people alone
  const bool is_of_firms =
      (is_title(sentence_, before, lexicon_, TitleBy::kAdjective) ||
       lexicon_.any_frame_of_title(lemma, [&](const language::Frame& frame) {
         const bool is_plain = std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
           return title.lemma == lemma && title.modifiers.empty();
         });
         return is_plain && (frame.relation == model::Relation::kLeads ||
                             frame.from.kinds != std::vector{model::EntityKind::kPerson});
       }));
  // "покупка «Гавани»", "у местной «Гавани»"
  const bool is_of_event = !lexicon_.descriptors.contains(lemma) &&
                           (lexicon_.frames_by_noun.contains(lemma) || lexicon_.board_nouns.contains(lemma));
  const tagging::Annotation& described = word(before).note;
  const bool is_described = described.part_of_speech == language::PartOfSpeech::kAdjective &&
                            described.grammatical_case == Case::kGenitive &&
                            described.number == language::Number::kSingular && !word(before).is_capitalised();
  if (!is_of_firms && !is_of_event && !is_described && !lexicon_.stake_nouns.contains(lemma)) return false;
  std::vector<language::Analysis> readings;
  morphology_.analyze(word(name.first).token.text, readings);
  // "владелец «Лесхим-Волги»"
  const std::string_view text = word(name.first).token.text;
  const std::size_t hyphen = text.rfind('-');
  const bool is_known = std::ranges::any_of(readings, [](const auto& reading) { return !reading.guessed; });
  if (!is_known && hyphen != std::string_view::npos) morphology_.analyze(text.substr(hyphen + 1), readings);
  // "Соснефти" is a dative as well.
  const auto may_be_genitive = [](const language::Analysis& reading) {
    return reading.grammatical_case == Case::kGenitive && reading.number != language::Number::kPlural &&
           (reading.part_of_speech == language::PartOfSpeech::kNoun ||
            reading.part_of_speech == language::PartOfSpeech::kProperNoun);
  };
  return !readings.empty() && (readings.front().grammatical_case == Case::kGenitive ||
                               (readings.front().grammatical_case != Case::kNominative &&
                                readings.front().grammatical_case != Case::kAccusative &&
                                std::ranges::any_of(readings, may_be_genitive)));
}

AnnotatedSentence NameFinder::with_genitive(int i) const {
  AnnotatedSentence sentence = sentence_;
  sentence.words[static_cast<std::size_t>(i)].note.grammatical_case = Case::kGenitive;
  sentence.words[static_cast<std::size_t>(i)].note.gender = language::Gender::kNone;
  return sentence;
}

}  // namespace whofunds::mentions
