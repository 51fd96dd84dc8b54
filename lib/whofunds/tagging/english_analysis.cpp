#include "whofunds/tagging/english_analysis.hpp"

#include <algorithm>
#include <string>

#include "whofunds/model/error.hpp"

namespace whofunds::tagging::english {
namespace {

std::vector<Tag> read_tags(const Model& model) {
  std::vector<Tag> tags;
  for (const std::string_view name : model.tags()) {
    const auto tag = find_tag(name);
    if (!tag) {
      throw MachineError("english.model", "has the unknown tag '" + std::string(name) + "'",
                         "build or install whofunds again");
    }
    tags.push_back(*tag);
  }
  return tags;
}

}  // namespace

Analyzer::Analyzer(const std::filesystem::path& path)
    : model_(path), tags_(read_tags(model_)), parser_(model_), name_finder_(model_) {}

void Analyzer::analyze(std::span<const text::Token> tokens, Analysis& analysis) const {
  analysis.words.resize(tokens.size());
  for (std::size_t at = 0; at < tokens.size(); ++at) analysis.words[at] = {.text = tokens[at].text};
  find_rows(model_, tokens, analysis.rows);
  const auto vectors = analysis.encoder.encode(model_.grammar_encoder(), analysis.rows);
  tag(vectors, analysis);
  parser_.parse(vectors, analysis.parser, analysis.words);
  name_finder_.find(analysis.encoder.encode(model_.name_encoder(), analysis.rows), analysis.name_scorer,
                    analysis.names);
}

void Analyzer::tag(std::span<const float> vectors, Analysis& analysis) const {
  const Affine& layer = model_.tag_scores();
  analysis.tag_scores.resize(analysis.words.size() * layer.outputs());
  layer.apply({vectors.data(), analysis.words.size(), kWidth}, analysis.quantised,
              analysis.tag_scores.data());
  for (std::size_t at = 0; at < analysis.words.size(); ++at) {
    const auto scores = std::span(analysis.tag_scores).subspan(at * layer.outputs(), tags_.size());
    analysis.words[at].tag =
        tags_[static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin())];
  }
}

}  // namespace whofunds::tagging::english
