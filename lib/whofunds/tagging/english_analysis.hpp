#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "whofunds/tagging/english_encoder.hpp"
#include "whofunds/tagging/english_grammar.hpp"
#include "whofunds/tagging/english_names.hpp"
#include "whofunds/tagging/english_parser.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::tagging::english {

/// What the model says of a sentence, in the schemes it was trained on, and the memory it was worked out in.
struct Analysis {
  std::vector<Word> words;
  std::vector<NameSpan> names;

  std::vector<TokenRows> rows;
  Encoder encoder;
  QuantisedRows quantised;
  std::vector<float> tag_scores;
  ParserMemory parser;
  TransitionScorer name_scorer;
};

/// Runs the model of English.
class Analyzer {
 public:
  /// Throws MachineError where the model is missing or damaged.
  explicit Analyzer(const std::filesystem::path& path);

  // Stays where it is: the parser and the finder of names look into the model.
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// Replaces the words and names of `analysis`.
  void analyze(std::span<const text::Token> tokens, Analysis& analysis) const;

 private:
  void tag(std::span<const float> vectors, Analysis& analysis) const;

  Model model_;
  std::vector<Tag> tags_;
  Parser parser_;
  NameFinder name_finder_;
};

}  // namespace whofunds::tagging::english
