#include "whofunds/mentions/headline.hpp"

#include <algorithm>

#include "whofunds/language/spelling.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using text::Token;
using text::TokenKind;

namespace {

/// In letters. Shorter words often keep their small letters in a headline.
constexpr std::size_t kShortWord = 4;
/// In words. Fewer are a name.
constexpr int kShortestHeadline = 4;

bool has_capitals_throughout(std::span<const Token> tokens) {
  int words = 0;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kWord || token.script != text::Script::kLatin) continue;
    if (!token.capitalised && token.text.size() >= kShortWord) return false;
    ++words;
  }
  return words >= kShortestHeadline;
}

/// Which words of a headline are no names.
class Words {
 public:
  Words(const language::Lexicon& lexicon, const language::Morphology& morphology)
      : lexicon_(lexicon), morphology_(morphology) {}

  bool is_common(const std::string& form, const std::string& before) {
    if (lexicon_.name_words.contains(form)) return false;
    if (lexicon_.scales.contains(form)) return true;
    morphology_.analyze(form, readings_);
    return std::any_of(readings_.begin(), readings_.end(), [&](const language::Analysis& reading) {
      return !reading.guessed && (links(reading) || tells_deal(reading, form, before) || is_stake(reading));
    });
  }

 private:
  static bool links(const language::Analysis& reading) {
    return reading.part_of_speech == PartOfSpeech::kPreposition ||
           reading.part_of_speech == PartOfSpeech::kConjunction ||
           reading.part_of_speech == PartOfSpeech::kDeterminer;
  }

  /// "Buys", "Acquired", "to Buy"; a bare "Back" or "Fund" can be a part of a name.
  bool tells_deal(const language::Analysis& reading, const std::string& form,
                  const std::string& before) const {
    const bool is_verb = reading.part_of_speech == PartOfSpeech::kVerb ||
                         reading.part_of_speech == PartOfSpeech::kInfinitive ||
                         reading.part_of_speech == PartOfSpeech::kParticiple;
    return is_verb && (form != reading.lemma || before == "to") &&
           (lexicon_.frames_by_verb.contains(reading.lemma) || lexicon_.status_verbs.contains(reading.lemma));
  }

  bool is_stake(const language::Analysis& reading) const {
    return reading.part_of_speech == PartOfSpeech::kNoun &&
           (lexicon_.stake_nouns.contains(reading.lemma) || lexicon_.round_nouns.contains(reading.lemma));
  }

  const language::Lexicon& lexicon_;
  const language::Morphology& morphology_;
  std::vector<language::Analysis> readings_;
};

}  // namespace

Headline::Headline(std::span<const Token> tokens, const language::Lexicon& lexicon,
                   const language::Morphology& morphology)
    : tokens_(tokens) {
  if (lexicon.inflected || !has_capitals_throughout(tokens)) return;
  changed_.assign(tokens.begin(), tokens.end());
  small_.reserve(tokens.size());
  Words words(lexicon, morphology);
  std::string before;
  bool is_first = true;
  for (Token& token : changed_) {
    if (token.kind != TokenKind::kWord) continue;
    std::string form = language::lower_case(token.text);
    if (!is_first && token.capitalised && !token.all_capitals && words.is_common(form, before)) {
      token.text = small_.emplace_back(form);
      token.capitalised = false;
    }
    before = std::move(form);
    is_first = false;
  }
  tokens_ = changed_;
}

}  // namespace whofunds::mentions
