#include "whofunds/extraction/language_reader.hpp"

#include <algorithm>

#include "whofunds/extraction/extractor.hpp"
#include "whofunds/language/remembered_morphology.hpp"
#include "whofunds/mentions/bodies.hpp"
#include "whofunds/mentions/countries.hpp"
#include "whofunds/mentions/names.hpp"
#include "whofunds/mentions/values.hpp"
#include "whofunds/tagging/rules_tagger.hpp"

namespace whofunds::extraction {

LanguageReader::LanguageReader(const std::filesystem::path& share, std::string_view lang,
                               tagging::TaggerKind tagger)
    : segmenter_(text::open_segmenter(share, lang)),
      morphology_(std::make_unique<language::RememberedMorphology>(language::open_morphology(share, lang))),
      lexicon_(language::load_lexicon(share, lang)),
      tagger_(tagger == tagging::TaggerKind::kRules ? tagging::open_rule_tagger(share, *morphology_, lexicon_)
                                                    : tagging::open_tagger(share, lang)),
      second_tagger_(tagger == tagging::TaggerKind::kRules
                         ? nullptr
                         : tagging::open_rule_tagger(share, *morphology_, lexicon_)),
      gate_(lexicon_, *morphology_) {}

mentions::SentenceMentions LanguageReader::read(Tokens sentence,
                                                const std::optional<model::PartialDate>& told) const {
  mentions::SentenceMentions mentions;
  mentions.tree = mentions::annotate(sentence, *tagger_, *morphology_, lexicon_);
  mentions.values = mentions::find_values(mentions.tree, lexicon_, told);
  mentions.names = mentions::find_names(mentions.tree, mentions.values, lexicon_, *morphology_);
  mentions::hang_on_names(mentions.tree, mentions.names);
  mentions.bodies = mentions::find_bodies(mentions.tree, lexicon_, *morphology_, mentions.names);
  mentions::find_countries(mentions.tree, lexicon_, *morphology_, mentions.names);
  return mentions;
}

mentions::SentenceMentions LanguageReader::read_otherwise(Tokens sentence,
                                                          const mentions::SentenceMentions& first) const {
  mentions::SentenceMentions mentions;
  mentions.tree = mentions::annotate(sentence, *second_tagger_, *morphology_, lexicon_);
  mentions.values = first.values;
  mentions.names = first.names;
  mentions.bodies = first.bodies;
  mentions::find_heads(mentions.tree, mentions.names);
  mentions::hang_on_names(mentions.tree, mentions.names);
  return mentions;
}

std::vector<SentencePiece> sentences_of(const text::Segmentation& cut) {
  std::vector<SentencePiece> sentences;
  for (const text::Sentence& sentence : cut.sentences) {
    for (std::size_t first = sentence.first; first < sentence.last; first += kLongestSentence) {
      const std::size_t last = std::min(sentence.last, first + kLongestSentence);
      sentences.push_back({.tokens = LanguageReader::Tokens(cut.tokens.data() + first, last - first),
                           .is_rest = first != sentence.first});
    }
  }
  return sentences;
}

}  // namespace whofunds::extraction
