// The cases a linguist writes down: tests/cases/segmentation/<lang>.toml.

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include "share.hpp"
#include "whofunds/text/segmenter.hpp"

using namespace whofunds::text;

namespace {

toml::table cases(const std::string& lang) {
  const std::filesystem::path folder = WHOFUNDS_TESTS "/../cases/segmentation";
  return toml::parse_file((folder / lang).replace_extension(".toml").string());
}

std::vector<std::string> texts(const toml::node_view<toml::node>& list) {
  std::vector<std::string> found;
  REQUIRE(list.is_array());
  for (const toml::node& node : *list.as_array()) found.push_back(node.value<std::string>().value());
  return found;
}

std::string_view text_of(std::string_view text, const Segmentation& cut, const Sentence& sentence) {
  const char* const begin = cut.tokens[sentence.first].text.data();
  const std::string_view last = cut.tokens[sentence.last - 1].text;
  return text.substr(static_cast<std::size_t>(begin - text.data()),
                     static_cast<std::size_t>(last.data() + last.size() - begin));
}

}  // namespace

TEST_CASE("a text is cut into the tokens that its treebank would have") {
  for (const std::string lang : {"ru", "en"}) {
    const Segmenter segmenter = open_segmenter(share(), lang);
    toml::table file = cases(lang);
    for (toml::node& node : *file["tokens"].as_array()) {
      const toml::node_view entry(node);
      const std::string text = entry["text"].value<std::string>().value();
      CAPTURE(text);
      std::vector<std::string> found;
      for (const Token& token : segmenter.segment(text).tokens) found.emplace_back(token.text);
      CHECK(found == texts(entry["tokens"]));
    }
  }
}

TEST_CASE("a text is cut into the sentences that a reader would see") {
  for (const std::string lang : {"ru", "en"}) {
    const Segmenter segmenter = open_segmenter(share(), lang);
    toml::table file = cases(lang);
    for (toml::node& node : *file["sentences"].as_array()) {
      const toml::node_view entry(node);
      const std::vector<std::string> wanted = texts(entry["sentences"]);
      const std::string join = entry["join"].value_or(std::string(" "));
      std::string text;
      for (const std::string& sentence : wanted) text.append(text.empty() ? "" : join).append(sentence);
      CAPTURE(text);
      const Segmentation cut = segmenter.segment(text);
      std::vector<std::string> found;
      for (const Sentence& sentence : cut.sentences) found.emplace_back(text_of(text, cut, sentence));
      CHECK(found == wanted);
    }
  }
}
