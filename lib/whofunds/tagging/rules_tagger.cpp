#include "whofunds/tagging/rules_tagger.hpp"

#include <vector>

#include "whofunds/model/error.hpp"
#include "whofunds/tagging/english_prefixes.hpp"
#include "whofunds/tagging/rules_english.hpp"
#include "whofunds/tagging/rules_forms.hpp"
#include "whofunds/tagging/rules_russian.hpp"

namespace whofunds::tagging {
namespace {

class RussianRules : public Tagger {
 public:
  RussianRules(const std::filesystem::path& syntax, const language::Morphology& morphology,
               const language::Lexicon& lexicon)
      : forms_(syntax, morphology, lexicon) {}

  void annotate(std::span<const text::Token> tokens, std::span<Annotation> annotations) const override {
    if (tokens.empty()) return;
    // Memory only: nothing of one sentence is seen by the next.
    thread_local rules::Scratch scratch;
    rules::RussianReading(forms_, tokens, scratch).read();
    rules::write_annotations(scratch, annotations);
  }

 private:
  rules::Forms forms_;
};

class EnglishRules : public Tagger {
 public:
  EnglishRules(const std::filesystem::path& syntax, const language::Morphology& morphology,
               const language::Lexicon& lexicon)
      : forms_(syntax, morphology, lexicon) {}

  void annotate(std::span<const text::Token> tokens, std::span<Annotation> annotations) const override {
    if (tokens.empty()) return;
    thread_local rules::Scratch scratch;
    thread_local english::WithoutPrefixes sentence;
    thread_local std::vector<Annotation> kept;
    sentence.leave_out(tokens);
    kept.resize(sentence.tokens().size());
    rules::EnglishReading(forms_, sentence.tokens(), scratch).read();
    rules::write_annotations(scratch, kept);
    sentence.spread(kept, annotations);
  }

 private:
  rules::Forms forms_;
};

}  // namespace

std::unique_ptr<Tagger> open_rule_tagger(const std::filesystem::path& share,
                                         const language::Morphology& morphology,
                                         const language::Lexicon& lexicon) {
  const std::filesystem::path syntax = share / "language" / lexicon.lang / "syntax.toml";
  if (lexicon.lang == "ru") return std::make_unique<RussianRules>(syntax, morphology, lexicon);
  if (lexicon.lang == "en") return std::make_unique<EnglishRules>(syntax, morphology, lexicon);
  throw UsageError(lexicon.lang, "there are no rules for this language", "choose en or ru");
}

}  // namespace whofunds::tagging
