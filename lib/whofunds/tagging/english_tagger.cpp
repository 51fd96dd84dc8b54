#include "whofunds/tagging/english_tagger.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "whofunds/tagging/english_analysis.hpp"
#include "whofunds/tagging/english_dependencies.hpp"
#include "whofunds/tagging/english_forms.hpp"
#include "whofunds/tagging/english_prefixes.hpp"

namespace whofunds::tagging {
namespace {

using english::Tag;

/// Labels of numbers, dates, laws and languages are not names here.
NameClass name_class(std::string_view label) {
  constexpr std::array<std::pair<std::string_view, NameClass>, 9> kClasses = {{
      {"PERSON", NameClass::kPerson},
      {"ORG", NameClass::kOrganization},
      {"GPE", NameClass::kPlace},
      {"LOC", NameClass::kPlace},
      {"FAC", NameClass::kProduct},
      {"PRODUCT", NameClass::kProduct},
      {"WORK_OF_ART", NameClass::kProduct},
      {"EVENT", NameClass::kProduct},
      {"NORP", NameClass::kGroup},
  }};
  const auto* const found =
      std::ranges::find(kClasses, label, &std::pair<std::string_view, NameClass>::first);
  return found == kClasses.end() ? NameClass::kNone : found->second;
}

void set_name(const english::NameSpan& name, std::span<const english::Word> words,
              std::span<Annotation> annotations) {
  const NameClass kind = name_class(name.label);
  if (kind == NameClass::kNone) return;
  std::size_t begin = name.begin;
  std::size_t end = name.end;
  if (end - begin > 1 && words[begin].text == "the") ++begin;
  if (end - begin > 1 && words[end - 1].tag == Tag::kPos) --end;
  for (std::size_t at = begin; at < end; ++at) annotations[at].name = kind;
  annotations[begin].name_begins = true;
}

struct Memory {
  english::WithoutPrefixes sentence;
  english::Analysis analysis;
  std::vector<std::int32_t> order;
  std::vector<Annotation> annotations;
};

class EnglishTagger : public Tagger {
 public:
  explicit EnglishTagger(const std::filesystem::path& model) : analyzer_(model) {}

  void annotate(std::span<const text::Token> tokens, std::span<Annotation> annotations) const override {
    if (tokens.empty()) return;
    // Memory only: nothing of one sentence is seen by the next.
    thread_local Memory memory;
    memory.sentence.leave_out(tokens);
    analyzer_.analyze(memory.sentence.tokens(), memory.analysis);
    const std::span<const english::Word> words = memory.analysis.words;
    memory.annotations.assign(words.size(), {});
    english::order_from_root(words, memory.order);
    english::set_forms(words, memory.order, memory.annotations);
    english::set_dependencies(words, memory.order, memory.annotations);
    for (const english::NameSpan& name : memory.analysis.names) set_name(name, words, memory.annotations);
    memory.sentence.spread(memory.annotations, annotations);
  }

 private:
  english::Analyzer analyzer_;
};

}  // namespace

std::unique_ptr<Tagger> open_english_tagger(const std::filesystem::path& share) {
  return std::make_unique<EnglishTagger>(share / "english.model");
}

}  // namespace whofunds::tagging
