#include "whofunds/text/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <string_view>

#include <nlohmann/json.hpp>

#include "whofunds/text/dates.hpp"
#include "whofunds/text/json_line.hpp"
#include "whofunds/text/language.hpp"

namespace whofunds::text {
namespace {

using std::string_view;

/// A value that may be told in several places, of which the first in rank counts.
struct Ranked {
  std::string value;
  std::size_t rank = SIZE_MAX;

  void offer(string_view text, std::size_t its_rank) {
    if (its_rank >= rank) return;
    std::string line = collapsed(text);
    if (line.empty()) return;
    value = std::move(line);
    rank = its_rank;
  }
};

struct RankedDate {
  std::optional<model::PartialDate> value;
  std::size_t rank = SIZE_MAX;

  void offer(string_view text, std::size_t its_rank) {
    if (its_rank >= rank) return;
    const auto date = date_in(text);
    if (!date) return;
    value = date;
    rank = its_rank;
  }
};

/// Names of a meta element that tell when the page was published, the surest first.
constexpr std::array<string_view, 14> kDateNames{"article:published_time",
                                                 "datepublished",
                                                 "og:published_time",
                                                 "publication_date",
                                                 "pubdate",
                                                 "publishdate",
                                                 "publish-date",
                                                 "parsely-pub-date",
                                                 "sailthru.date",
                                                 "dc.date.issued",
                                                 "dcterms.created",
                                                 "dc.date",
                                                 "mediator_published_time",
                                                 "date"};
constexpr std::size_t kFirstJsonRank = 20;
constexpr std::size_t kFirstTimeRank = 30;

std::size_t rank_in(const auto& names, string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::string lower_name(string_view text) {
  std::string lowered(text.substr(0, 200));
  for (char& c : lowered) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lowered;
}

class MetadataGathering {
 public:
  bool enter(const GumboNode& node) {
    if (!is_element(node)) return true;
    if (attribute(node, "itemprop") == "datePublished")
      date_.offer(attribute(node, "content"), rank_in(kDateNames, "datepublished"));
    switch (node.v.element.tag) {
      case GUMBO_TAG_META:
        read_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (lower_name(attribute(node, "rel")) == "canonical") url_.offer(attribute(node, "href"), 0);
        break;
      case GUMBO_TAG_HTML:
        lang_.offer(attribute(node, "lang"), 0);
        lang_.offer(attribute(node, "xml:lang"), 1);
        break;
      case GUMBO_TAG_TITLE:
        title_.offer(characters_of(node), 4);
        return false;
      case GUMBO_TAG_H1:
        title_.offer(characters_of(node), 3);
        break;
      case GUMBO_TAG_TIME:
        read_time(node);
        break;
      case GUMBO_TAG_SCRIPT:
        if (lower_name(attribute(node, "type")) == "application/ld+json")
          read_linked_data(parse_embedded_json(characters_of(node), kDeepestData));
        return false;
      default:
        break;
    }
    return true;
  }

  HtmlMetadata take() {
    return {.title = std::move(title_.value),
            .url = std::move(url_.value),
            .lang = language_name(lang_.value),
            .date = date_.value};
  }

 private:
  void read_meta(const GumboNode& node) {
    const string_view content = attribute(node, "content");
    for (const char* const key : {"property", "name", "itemprop"}) {
      const std::string name = lower_name(attribute(node, key));
      if (name.empty()) continue;
      if (const std::size_t rank = rank_in(kDateNames, name); rank < kDateNames.size())
        date_.offer(content, rank);
      if (name == "og:title") title_.offer(content, 0);
      if (name == "twitter:title") title_.offer(content, 2);
      if (name == "og:url") url_.offer(content, 1);
      if (name == "og:locale") lang_.offer(content, 2);
    }
    if (lower_name(attribute(node, "http-equiv")) == "content-language") lang_.offer(content, 3);
  }

  void read_time(const GumboNode& node) {
    const string_view when = attribute(node, "datetime");
    const bool published = attribute(node, "itemprop") == "datePublished" ||
                           gumbo_get_attribute(&node.v.element.attributes, "pubdate") != nullptr;
    date_.offer(when, published ? kFirstTimeRank : kFirstTimeRank + 1);
  }

  static constexpr int kDeepestData = 5;

  /// JSON-LD: an object, a list of them, or a list under "@graph".
  void read_linked_data(const nlohmann::json& data) {
    if (data.is_array()) {
      for (const nlohmann::json& each : data) read_linked_data(each);
    } else if (data.is_object()) {
      read_object(data);
      if (const auto graph = data.find("@graph"); graph != data.end()) read_linked_data(*graph);
    }
  }

  void read_object(const nlohmann::json& object) {
    const auto text = [&object](const char* key) {
      const auto found = object.find(key);
      return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    title_.offer(text("headline"), 1);
    date_.offer(text("datePublished"), kFirstJsonRank);
    date_.offer(text("dateCreated"), kFirstJsonRank + 1);
  }

  Ranked title_;
  Ranked url_;
  Ranked lang_;
  RankedDate date_;
};

}  // namespace

HtmlMetadata metadata_of(const HtmlTree& page) {
  MetadataGathering gathering;
  walk(
      page.root(), [&](const GumboNode& node) { return gathering.enter(node); }, [](const GumboNode&) {});
  return gathering.take();
}

}  // namespace whofunds::text
