#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "whofunds/language/frame_gate.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"
#include "whofunds/tagging/tagger.hpp"
#include "whofunds/text/document.hpp"
#include "whofunds/text/segmenter.hpp"

namespace whofunds::extraction {

/// All that is needed to read one language. Safe to use from many threads at once.
class LanguageReader {
 public:
  using Tokens = std::span<const text::Token>;

  /// Throws as `Extractor` does.
  LanguageReader(const std::filesystem::path& share, std::string_view lang, tagging::TaggerKind tagger);

  // Stays where it is: the gate and the rules look into the lexicon.
  LanguageReader(const LanguageReader&) = delete;
  LanguageReader& operator=(const LanguageReader&) = delete;

  text::Segmentation segment(std::string_view text) const { return segmenter_.segment(text); }

  /// Whether a fact may come of the sentence.
  bool may_tell(Tokens sentence) const { return gate_.may_match(sentence); }

  /// Whether the sentence may tell the sum or the date of a deal that another tells.
  bool may_tell_of_deal(Tokens sentence) const { return gate_.may_tell_of_deal(sentence); }

  /// What a sentence names; by far the dearest step. `told` is the date of the document.
  mentions::SentenceMentions read(Tokens sentence, const std::optional<model::PartialDate>& told) const;

  /// Whether `read_otherwise` can tell more than `read`.
  bool has_second_tagger() const { return second_tagger_ != nullptr; }

  /// The same sentence and names in a tree by rules, which has other faults than the model's.
  mentions::SentenceMentions read_otherwise(Tokens sentence, const mentions::SentenceMentions& first) const;

  const language::Lexicon& lexicon() const { return lexicon_; }

 private:
  text::Segmenter segmenter_;
  std::unique_ptr<language::Morphology> morphology_;
  language::Lexicon lexicon_;
  std::unique_ptr<tagging::Tagger> tagger_;
  std::unique_ptr<tagging::Tagger> second_tagger_;  ///< none where the first goes by rules itself
  language::FrameGate gate_;
};

/// A sentence, or a piece of one that is longer than `kLongestSentence` tokens.
struct SentencePiece {
  LanguageReader::Tokens tokens;
  bool is_rest = false;  ///< the sentence begins before it
};

/// The sentences of a document. One that goes on for longer than any sentence does is a table or a fault: it
/// is cut into pieces, so that work stays linear.
std::vector<SentencePiece> sentences_of(const text::Segmentation& cut);

}  // namespace whofunds::extraction
