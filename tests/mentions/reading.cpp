#include "reading.hpp"

#include <map>
#include <memory>
#include <string>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/mentions/bodies.hpp"
#include "whofunds/tagging/tagger.hpp"
#include "whofunds/text/segmenter.hpp"

namespace whofunds::mentions::test {
namespace {

struct Language {
  text::Segmenter segmenter;
  std::unique_ptr<language::Morphology> morphology;
  std::unique_ptr<tagging::Tagger> tagger;
  language::Lexicon lexicon;

  explicit Language(std::string_view lang)
      : segmenter(text::open_segmenter(WHOFUNDS_SHARE, lang)),
        morphology(language::open_morphology(WHOFUNDS_SHARE, lang)),
        tagger(tagging::open_tagger(WHOFUNDS_SHARE, lang)),
        lexicon(language::load_lexicon(WHOFUNDS_SHARE, lang)) {}
};

const Language& language_of(std::string_view lang) {
  static std::map<std::string, Language, std::less<>> opened;
  const auto found = opened.find(lang);
  return found != opened.end() ? found->second : opened.try_emplace(std::string(lang), lang).first->second;
}

}  // namespace

SentenceMentions read(std::string_view lang, std::string_view text,
                      const std::optional<model::PartialDate>& told) {
  const Language& language = language_of(lang);
  const text::Segmentation cut = language.segmenter.segment(text);
  SentenceMentions mentions;
  mentions.tree = annotate(cut.tokens, *language.tagger, *language.morphology, language.lexicon);
  mentions.values = find_values(mentions.tree, language.lexicon, told);
  mentions.names = find_names(mentions.tree, mentions.values, language.lexicon, *language.morphology);
  mentions.bodies = find_bodies(mentions.tree, language.lexicon, *language.morphology, mentions.names);
  return mentions;
}

}  // namespace whofunds::mentions::test
