#include "whofunds/render/captions.hpp"

#include <cstddef>
#include <set>
#include <string_view>

#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "whofunds/render/phrases.hpp"

namespace whofunds::render {
namespace {

using graph::Graph;

// Puts a text where {name} stands.
std::string put(std::string text, std::string_view name, std::string_view value) {
  const std::string mark = fmt::format("{{{}}}", name);
  if (const std::size_t at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), value);
  return text;
}

}  // namespace

std::string source_caption(const Graph& graph, const Style& style,
                           const std::map<std::string, Source, std::less<>>& sources) {
  constexpr std::size_t kMostNamed = 3;
  std::set<std::string_view> documents;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    for (const model::Evidence& evidence : graph[edge].evidence) documents.insert(evidence.document);
  }
  if (documents.empty()) return {};
  if (documents.size() > kMostNamed)
    return put(std::string(style.word("documents")), "count", count_phrase(documents.size(), style));
  std::string names;
  for (const std::string_view document : documents) {
    const auto source = sources.find(document);
    const bool has_title = source != sources.end() && !source->second.title.empty();
    names.append(names.empty() ? "" : " · ").append(has_title ? source->second.title : document);
  }
  return put(std::string(style.word("source_line")), "documents", names);
}

std::string limit_caption(const Graph& drawn, const Graph& whole, bool has_focus, const Style& style) {
  std::string text(style.word(has_focus ? "left_out_near" : "left_out"));
  text = put(text, "entities", count_phrase(boost::num_vertices(drawn), style));
  text = put(text, "all_entities", count_phrase(boost::num_vertices(whole), style));
  text = put(text, "facts", count_phrase(boost::num_edges(drawn), style));
  return put(text, "all_facts", count_phrase(boost::num_edges(whole), style));
}

}  // namespace whofunds::render
