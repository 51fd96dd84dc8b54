#include "whofunds/mentions/tagger_text.hpp"

#include <algorithm>

#include "whofunds/language/spelling.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using text::Token;
using text::TokenKind;

namespace {

/// What stands for currencies, firms and names that a tagger never met: words that it did.
constexpr std::string_view kKnownSign = "$";
constexpr std::string_view kKnownFirm = "company";
constexpr std::string_view kKnownName = "Xerox";
constexpr std::string_view kKnownForm = "Inc.";
constexpr std::string_view kKnownDash = "–";

constexpr std::string_view kKnownScale = "million";

/// In letters. A longer scale is a word: "million".
constexpr std::size_t kLongestAbbreviation = 3;

bool is_noun(PartOfSpeech part) {
  return part == PartOfSpeech::kNoun || part == PartOfSpeech::kProperNoun;
}

/// The word for what "m" and "bn" abbreviate; empty where the lexicon has none.
std::string_view spelled_out(const language::Lexicon& lexicon, std::int64_t scale) {
  std::string_view longest;
  for (const auto& [word, factor] : lexicon.scales) {
    if (factor == scale && word.size() > kLongestAbbreviation && word.size() > longest.size()) longest = word;
  }
  return longest;
}

/// "Rs" of "Rs 500 crore"
bool is_abbreviated_currency(const Token& token, const Token& next, const language::Lexicon& lexicon) {
  return token.kind == TokenKind::kWord && token.capitalised && next.kind == TokenKind::kNumber &&
         token.text.size() <= kLongestAbbreviation &&
         lexicon.currencies.contains(language::lower_case(token.text));
}

/// "crore": a scale that is no power of a thousand, of which texts in other countries know nothing.
bool is_local_scale(const Token& token, const language::Lexicon& lexicon) {
  const auto scale = lexicon.scales.find(language::lower_case(token.text));
  if (scale == lexicon.scales.end()) return false;
  constexpr std::int64_t kThousand = 1000;
  std::int64_t factor = scale->second;
  while (factor >= kThousand && factor % kThousand == 0) factor /= kThousand;
  return factor != 1;
}

/// "Aster AS": a legal form in capitals that are those of a small word.
bool is_form_like_word(const Token& token, const Token& before, const language::Lexicon& lexicon) {
  if (!token.all_capitals || !before.capitalised || before.all_capitals) return false;
  const std::string lower = language::lower_case(token.text);
  return lexicon.legal_forms.contains(lower) &&
         (lexicon.capacity_prepositions.contains(lower) || lexicon.negations.contains(lower) ||
          lexicon.name_breakers.contains(lower));
}

/// "€", "A$", but not "dollar".
bool is_sign(const Token& token, const language::Lexicon& lexicon) {
  return token.text.back() != '$' || token.text.size() > 1
             ? (token.kind != TokenKind::kWord || token.text.back() == '$') &&
                   lexicon.currencies.contains(language::lower_case(token.text))
             : false;
}

}  // namespace

std::vector<std::string_view> guillemets(std::span<const Token> tokens) {
  const auto is_quote = [&](std::size_t i) {
    const std::string_view mark = i < tokens.size() ? tokens[i].text : std::string_view();
    return mark == "\"" || mark == "“" || mark == "”" || mark == "„" || mark == "«" || mark == "»";
  };
  // "“" opens in one language and closes in another, and a straight mark does both.
  const auto opens = [&](std::size_t i) {
    const std::string_view mark = tokens[i].text;
    const bool is_after_space =
        i == 0 || tokens[i].space_before || tokens[i - 1].text == "(" || tokens[i - 1].text == "«";
    const bool is_before_word = i + 1 < tokens.size() && !tokens[i + 1].space_before;
    return mark == "«" || mark == "„" || (mark != "»" && mark != "”" && is_after_space && is_before_word);
  };
  std::vector<std::string_view> marks;
  int unclosed = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_quote(i)) unclosed += opens(i) ? 1 : -1;
  }
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_quote(i)) continue;
    marks.resize(tokens.size());
    if (opens(i)) {
      if (depth++ == 0) marks[i] = "«";
      continue;
    }
    // "ТД "Лесной": one mark may end both quotes.
    if (depth > 1 && unclosed > 0 && !is_quote(i + 1)) {
      --depth;
      --unclosed;
    }
    if (depth > 0 && --depth == 0) marks[i] = "»";
  }
  return marks;
}

TaggerText::TaggerText(std::span<const Token> tokens, const language::Lexicon& lexicon)
    : lexicon_(lexicon), tokens_(tokens) {
  if (lexicon.inflected) {
    const std::vector<std::string_view> marks = guillemets(tokens);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (!marks[i].empty() && marks[i] != tokens[i].text) show(i, marks[i]);
    }
  }
  if (lexicon.inflected) return;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].text.empty()) continue;
    // "Ann Lee - who owns Aster - said"
    const bool is_dash = tokens[i].text == "-" && tokens[i].space_before && i > 0 && i + 1 < tokens.size() &&
                         tokens[i + 1].space_before;
    if (is_dash) show(i, kKnownDash);
    if (is_sign(tokens[i], lexicon)) show(i, kKnownSign);
    const bool is_form_of_words = tokens[i].text.find(' ') != std::string_view::npos;
    if (is_form_of_words || (i > 0 && is_form_like_word(tokens[i], tokens[i - 1], lexicon)))
      show(i, kKnownForm);
    if (i + 1 < tokens.size() && is_abbreviated_currency(tokens[i], tokens[i + 1], lexicon))
      show(i, kKnownSign);
    if (i > 0 && tokens[i - 1].kind == TokenKind::kNumber && is_local_scale(tokens[i], lexicon)) {
      show(i, kKnownScale);
      continue;
    }
    if (i == 0 || tokens[i - 1].kind != TokenKind::kNumber || tokens[i].text.size() > kLongestAbbreviation)
      continue;
    const auto scale = lexicon.scales.find(language::lower_case(tokens[i].text));
    if (scale == lexicon.scales.end()) continue;
    if (const std::string_view word = spelled_out(lexicon, scale->second); !word.empty()) show(i, word);
  }
}

void TaggerText::show(std::size_t token, std::string_view text) {
  if (changed_.empty()) changed_.assign(tokens_.begin(), tokens_.end());
  changed_[token].text = text;
  tokens_ = changed_;
}

bool TaggerText::doubts(std::span<const tagging::Annotation> notes, const language::Morphology& morphology) {
  if (lexicon_.inflected) return false;
  bool doubtful = false;
  std::vector<language::Analysis> readings;
  for (std::size_t i = 1; i < tokens_.size(); ++i) {
    const Token token = tokens_[i];
    const bool after_mark = notes[i - 1].dependency == tagging::Dependency::kMark &&
                            notes[i - 1].head == static_cast<std::int32_t>(i);
    if (token.kind != TokenKind::kWord || (is_noun(notes[i].part_of_speech) && !after_mark)) continue;
    if (!token.capitalised) {
      const auto descriptor = lexicon_.descriptors.find(std::string(token.text));
      if (descriptor == lexicon_.descriptors.end() || descriptor->second.kind != model::EntityKind::kCompany)
        continue;
      // "to" or a determiner or another word of the phrase before it, and a name after: no verb.
      const bool names = i + 1 < tokens_.size() && tokens_[i + 1].capitalised;
      if (!names) continue;
      show(i, kKnownFirm);
      doubtful = true;
    } else if (!token.all_capitals && notes[i].part_of_speech != PartOfSpeech::kAdjective) {
      morphology.analyze(token.text, readings);
      const bool is_known = readings.empty() || !readings.front().guessed;
      if (is_known && notes[i].part_of_speech != PartOfSpeech::kAdverb) continue;
      show(i, kKnownName);
      doubtful = true;
    }
  }
  return doubtful;
}

namespace {

/// In tokens.
constexpr std::size_t kLongestDateline = 14;
constexpr std::size_t kLongestTicker = 9;

bool stands_for_dash(const Token& token) {
  return token.text == "-" || token.text == "--" || token.text == "–" || token.text == "—";
}

/// "NEW YORK, March 3, 2024 --", "LONDON (Reuters) -": where the sentence begins after it; 0 if there is
/// none.
std::size_t end_of_dateline(std::span<const Token> tokens) {
  if (tokens.empty() || !tokens.front().all_capitals) return 0;
  for (std::size_t i = 1; i + 1 < tokens.size() && i < kLongestDateline; ++i) {
    const bool is_text = tokens[i].kind == TokenKind::kWord && !tokens[i].capitalised;
    if (is_text) return 0;
    if (!stands_for_dash(tokens[i]) || !tokens[i].space_before) continue;
    while (i + 1 < tokens.size() && stands_for_dash(tokens[i + 1])) ++i;
    return i + 1;
  }
  return 0;
}

/// "(NASDAQ: ASTR)": the word after it; `i` if none begins there.
std::size_t end_of_ticker(std::span<const Token> tokens, std::size_t i) {
  if (i == 0 || tokens[i].text != "(") return i;
  bool is_ticker = false;
  for (std::size_t end = i + 1; end < tokens.size() && end < i + kLongestTicker; ++end) {
    if (tokens[end].text == ")") return is_ticker ? end + 1 : i;
    is_ticker = is_ticker || tokens[end].text == ":";
  }
  return i;
}

}  // namespace

Asides::Asides(std::span<const Token> tokens, const language::Lexicon& lexicon,
               const language::Morphology& morphology)
    : count_(tokens.size()) {
  const bool is_english = !lexicon.inflected;
  std::vector<language::Analysis> readings;
  const auto announces = [&](std::size_t i) {
    morphology.analyze(tokens[i].text, readings);
    return std::any_of(readings.begin(), readings.end(), [&](const language::Analysis& reading) {
      return lexicon.announcing_verbs.contains(reading.lemma);
    });
  };
  // "его «дочка»": quotes around a word that is meant in another sense make no name of it.
  const std::vector<std::string_view> marks =
      is_english ? std::vector<std::string_view>() : guillemets(tokens);
  std::size_t quoted = std::string_view::npos - 1;  // where the last of them stood
  const auto is_quoted_title = [&](std::size_t i) {
    if (i + 2 >= marks.size() || marks[i] != "«" || marks[i + 2] != "»" ||
        tokens[i + 1].kind != TokenKind::kWord)
      return false;
    // "«Дочка» «Вектора» купила", at the head of a sentence: whose it is follows.
    const bool begins = tokens[i + 1].capitalised;
    const bool is_whose =
        i == 0 && i + 3 < tokens.size() && (marks[i + 3] == "«" || tokens[i + 3].capitalised);
    if (begins && !is_whose) return false;
    morphology.analyze(tokens[i + 1].text, readings);
    return std::ranges::any_of(readings, [&](const language::Analysis& reading) {
      return begins ? lexicon.member_nouns.contains(reading.lemma)
                    : lexicon.frames_by_title.contains(reading.lemma);
    });
  };
  for (std::size_t i = is_english ? end_of_dateline(tokens) : 0; i < tokens.size();) {
    const std::size_t end = is_english ? end_of_ticker(tokens, i) : i;
    const bool is_day = is_english && i > 0 && i + 1 < tokens.size() &&
                        lexicon.relative_days.contains(std::string(tokens[i].text)) && announces(i + 1);
    if (!is_english && is_quoted_title(i)) quoted = i + 1;
    const bool is_quote_of_title = i + 1 == quoted || i == quoted + 1;
    if (end == i && !is_day && !is_quote_of_title) kept_.push_back(i);
    i = std::max(i + 1, end);
  }
}

std::vector<Token> Asides::without(std::span<const Token> tokens) const {
  std::vector<Token> kept;
  kept.reserve(kept_.size());
  for (const std::size_t i : kept_) kept.push_back(tokens[i]);
  return kept;
}

std::vector<tagging::Annotation> Asides::spread(std::span<const tagging::Annotation> of_kept) const {
  std::vector<tagging::Annotation> all(count_);
  std::size_t last = kept_.empty() ? 0 : kept_.front();
  for (std::size_t i = 0; i < count_; ++i) {
    all[i].head = static_cast<std::int32_t>(last);
    all[i].dependency = tagging::Dependency::kPunctuation;
    const auto place = std::lower_bound(kept_.begin(), kept_.end(), i);
    if (place == kept_.end() || *place != i) continue;
    all[i] = of_kept[static_cast<std::size_t>(place - kept_.begin())];
    if (all[i].head >= 0)
      all[i].head = static_cast<std::int32_t>(kept_[static_cast<std::size_t>(all[i].head)]);
    last = i;
  }
  return all;
}

std::vector<Token> join_compounds(std::span<const Token> tokens, const language::Lexicon& lexicon) {
  std::vector<Token> joined;
  if (lexicon.inflected) return joined;
  const auto text_of = [&](std::size_t first, std::size_t last) {
    const char* const begin = tokens[first].text.data();
    const std::string_view end = tokens[last].text;
    return std::string_view(begin, static_cast<std::size_t>(end.data() + end.size() - begin));
  };
  const auto is_one_word = [&](std::size_t i) {
    if (i + 2 >= tokens.size() || tokens[i + 1].text != "-" || tokens[i + 1].space_before ||
        tokens[i + 2].space_before || tokens[i + 2].kind != TokenKind::kWord)
      return false;
    const std::string word = language::lower_case(text_of(i, i + 2));
    const std::string singular = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    return lexicon.descriptors.contains(singular) || lexicon.frames_by_noun.contains(singular) ||
           lexicon.frames_by_title.contains(singular);
  };
  // "Aster Sp. z o.o."
  const auto end_of_form = [&](std::size_t i) {
    constexpr std::size_t kLongestForm = 6;
    if (i == 0 || !tokens[i].capitalised || !tokens[i - 1].capitalised) return i;
    for (std::size_t last = std::min(i + kLongestForm, tokens.size() - 1); last > i; --last) {
      const std::string_view form = text_of(i, last);
      if (form.find(' ') != std::string_view::npos && form.ends_with('.') &&
          lexicon.legal_forms.contains(language::lower_case(form)))
        return last;
    }
    return i;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t last = is_one_word(i) ? i + 2 : end_of_form(i);
    if (last == i) {
      if (!joined.empty()) joined.push_back(tokens[i]);
      continue;
    }
    if (joined.empty()) joined.assign(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(i));
    Token word = tokens[i];
    word.text = text_of(i, last);
    word.end = tokens[last].end;
    word.all_capitals = false;
    joined.push_back(word);
    i = last;
  }
  return joined;
}

}  // namespace whofunds::mentions
