#include "whofunds/render/page.hpp"

#include <fstream>
#include <iterator>
#include <map>

#include <boost/graph/graph_traits.hpp>
#include <nlohmann/json.hpp>

#include "whofunds/model/error.hpp"
#include "whofunds/render/label.hpp"
#include "whofunds/render/page_data.hpp"
#include "whofunds/render/picture.hpp"

namespace whofunds::render {
namespace {

using graph::Graph;
using Json = nlohmann::ordered_json;

constexpr const char* kPageFile = "page.html";

std::string shown(std::string_view text) {
  return escape_markup(one_line(text));
}

// The SVG without its frame as a file, and without what the page itself says around the picture.
std::string inline_svg(const Graph& graph, const Style& style, const Options& options) {
  Options bare = options;
  for (std::string* const text : {&bare.title, &bare.source, &bare.note}) text->clear();
  bare.key = false;
  bare.sources.clear();
  const std::string svg = draw(graph, style, bare, PictureFormat::kSvg);
  return svg.substr(svg.find("<svg"));
}

std::string dumped(const Json& data) {
  return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// As it stands within a <script> of data: "<" is what could end or change that element.
std::string script_data(const Json& data) {
  std::string text;
  for (const char c : dumped(data)) {
    if (c == '<')
      text += "\\u003c";
    else
      text += c;
  }
  return text;
}

// Puts texts where the marks @@name@@ of the frame stand. What is put in is not looked at again.
std::string filled(std::string_view frame, const std::map<std::string_view, std::string>& texts) {
  constexpr std::string_view kMark = "@@";
  std::string page;
  for (std::size_t open = frame.find(kMark); open != std::string_view::npos; open = frame.find(kMark)) {
    const std::size_t close = frame.find(kMark, open + kMark.size());
    const auto text = texts.find(frame.substr(open + kMark.size(), close - open - kMark.size()));
    if (close == std::string_view::npos || text == texts.end()) {
      throw MachineError(kPageFile, "it holds a mark that is not known",
                         "build whofunds again, or set WHOFUNDS_SHARE to its own share folder");
    }
    page.append(frame.substr(0, open)).append(text->second);
    frame.remove_prefix(close + kMark.size());
  }
  return page.append(frame);
}

std::string page(const Graph& graph, const PageKit& kit, const Options& options, bool is_served) {
  const Style& style = kit.styles.front();
  std::string title = shown(options.title);
  if (title.empty()) title = escape_markup(style.word("untitled"));
  std::string source = shown(options.source);
  if (!options.note.empty()) source.append(source.empty() ? "" : " · ").append(shown(options.note));
  Json data = page_data(graph, kit, options);
  data["served"] = is_served;
  return filled(kit.frame, {{"lang", style.language},
                            {"title", title},
                            {"source", source},
                            {"connect", is_served ? "'self'" : "'none'"},
                            {"noscript", escape_markup(style.word("noscript"))},
                            {"picture", inline_svg(graph, style, options)},
                            {"data", script_data(data)}});
}

}  // namespace

PageKit load_page_kit(const std::filesystem::path& share, std::string_view language) {
  const std::filesystem::path path = share / kPageFile;
  std::ifstream file(path, std::ios::binary);
  PageKit kit;
  kit.frame.assign(std::istreambuf_iterator<char>(file), {});
  if (!file || kit.frame.empty()) {
    throw MachineError(path.string(), "the page cannot be read",
                       "build whofunds again, or set WHOFUNDS_SHARE to its share folder");
  }
  kit.styles.push_back(load_style(share, language));
  for (const std::string_view other : {"en", "ru"}) {
    if (other != language) kit.styles.push_back(load_style(share, other));
  }
  kit.dark = load_style(share, language, "dark");
  return kit;
}

std::string to_page(const Graph& graph, const PageKit& kit, const Options& options) {
  return page(graph, kit, options, false);
}

std::string to_served_page(const Graph& graph, const PageKit& kit, const Options& options) {
  return page(graph, kit, options, true);
}

std::string to_page_part(const Graph& graph, const PageKit& kit, const Options& options) {
  Json data = page_data(graph, kit, options);
  data["served"] = true;
  return dumped({{"picture", inline_svg(graph, kit.styles.front(), options)}, {"data", std::move(data)}});
}

}  // namespace whofunds::render
