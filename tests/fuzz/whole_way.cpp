#include "whole_way.hpp"

#include <sstream>
#include <string>
#include <vector>

#include "readers.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/render/dot.hpp"
#include "whofunds/text/reading.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::fuzz {
namespace {

/// Whether a quote is what stands in the document where it says.
void check_quote(const text::CodePointIndex& places, std::size_t begin, std::size_t end,
                 const std::string& quote) {
  demand(begin < end);
  demand(places.between(begin, end) == quote);
}

/// A short text is read in both languages, whatever it seems to be in.
std::vector<text::Document> in_both_languages(const text::Document& document) {
  std::vector<text::Document> both(2, document);
  both[0].lang = "ru";
  both[1].lang = "en";
  return both;
}

}  // namespace

void read_to_picture(std::string_view bytes) {
  static const extraction::Extractor extractor(language::share_directory(), tagging::TaggerKind::kRules);
  static const render::Style style = render::load_style(language::share_directory(), "en");
  std::istringstream input{std::string(bytes)};
  graph::FundingGraph graph;
  const auto take = [&graph](const text::Document& read) {
    const text::CodePointIndex places(read.text);
    for (const text::Document& document : in_both_languages(read)) {
      for (const auto& mention : extractor.find_mentions(document))
        check_quote(places, mention.begin, mention.end, mention.text);
      const std::vector<model::Fact> facts = extractor.extract_facts(document);
      for (const model::Fact& fact : facts) {
        demand(!fact.object.name.empty() && !fact.evidence.empty());
        for (const model::Evidence& evidence : fact.evidence)
          check_quote(places, evidence.begin, evidence.end, evidence.text);
      }
      graph.add(facts);
    }
  };
  // PDF, which is read in a process of its own, has a target of its own.
  if (bytes.find("%PDF-") != std::string_view::npos) return;
  text::read_documents(input, "x", text::Format::kAuto, take, [](const InputError&) {});
  demand(text::text_fault(render::to_dot(graph.graph(), style)).empty());
}

}  // namespace whofunds::fuzz
