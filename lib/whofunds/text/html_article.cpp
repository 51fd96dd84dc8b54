#include "whofunds/text/html_article.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace whofunds::text {
namespace {

/// Elements that stand in a line of text.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

bool is_heading(const GumboNode& node) {
  return is_element(node) && node.v.element.tag >= GUMBO_TAG_H1 && node.v.element.tag <= GUMBO_TAG_H6;
}

bool is_cell(const GumboNode& node) {
  return is_tag(node, GUMBO_TAG_TD) || is_tag(node, GUMBO_TAG_TH);
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE;
}

/// How much text stands in each element, links and asides not counted.
using Weights = std::unordered_map<const GumboNode*, std::size_t>;

Weights weigh(const GumboNode& root) {
  Weights weights;
  int links = 0;
  const auto enter = [&](const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT && links == 0 && node.parent != nullptr)
      weights[node.parent] += collapsed(node.v.text.text).size();
    if (is_aside(node)) return false;
    links += is_tag(node, GUMBO_TAG_A) ? 1 : 0;
    return true;
  };
  const auto leave = [&](const GumboNode& node) {
    links -= is_tag(node, GUMBO_TAG_A) ? 1 : 0;
    if (node.parent == nullptr) return;
    const auto own = weights.find(&node);
    if (own != weights.end()) {
      const std::size_t weight = own->second;
      weights[node.parent] += weight;
    }
  };
  walk(root, enter, leave);
  return weights;
}

std::size_t weight_of(const Weights& weights, const GumboNode& node) {
  const auto found = weights.find(&node);
  return found == weights.end() ? 0 : found->second;
}

/// Whether the page says that the article is here.
bool is_named_article(const GumboNode& node) {
  return is_tag(node, GUMBO_TAG_ARTICLE) || is_tag(node, GUMBO_TAG_MAIN) ||
         attribute(node, "role") == "main" || attribute(node, "itemprop") == "articleBody";
}

/// The element that is named as the article and holds the most text, if that is half of all or more; of two
/// with the same text the inner one.
const GumboNode* named_article(const GumboNode& root, const Weights& weights) {
  const GumboNode* best = nullptr;
  std::size_t most = weight_of(weights, root) / 2;
  const auto enter = [&](const GumboNode& node) {
    if (is_aside(node)) return false;
    const std::size_t weight = weight_of(weights, node);
    if (weight > 0 && weight >= most && is_named_article(node)) {
      best = &node;
      most = weight;
    }
    return true;
  };
  walk(root, enter, [](const GumboNode&) {});
  return best;
}

/// From `node` down to the deepest element that still holds most of its text.
const GumboNode* densest(const GumboNode* node, const Weights& weights) {
  constexpr double kMost = 0.7;
  for (;;) {
    const GumboVector* const children = children_of(*node);
    const GumboNode* next = nullptr;
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      const auto* const child = static_cast<const GumboNode*>(children->data[i]);
      const bool container = is_element(*child) && !is_inline(child->v.element.tag) && !is_heading(*child) &&
                             !is_tag(*child, GUMBO_TAG_P) && !is_tag(*child, GUMBO_TAG_TR) &&
                             !is_cell(*child);
      if (!container || is_aside(*child)) continue;
      const auto weight = static_cast<double>(weight_of(weights, *child));
      if (weight > kMost * static_cast<double>(weight_of(weights, *node))) next = child;
    }
    if (next == nullptr) return node;
    node = next;
  }
}

bool is_within(const GumboNode& node, const GumboNode& root) {
  for (const GumboNode* each = &node; each != nullptr; each = each->parent) {
    if (each == &root) return true;
  }
  return false;
}

/// The only headline of the page, if there is one and no more.
const GumboNode* headline_of(const GumboNode& root) {
  const GumboNode* headline = nullptr;
  int count = 0;
  const auto enter = [&](const GumboNode& node) {
    // Also in a header of the site, which is an aside otherwise.
    if (is_aside(node) && !is_tag(node, GUMBO_TAG_HEADER)) return false;
    if (is_tag(node, GUMBO_TAG_H1)) {
      headline = &node;
      ++count;
    }
    return true;
  };
  walk(root, enter, [](const GumboNode&) {});
  return count == 1 ? headline : nullptr;
}

/// Rows of tables that are there for the look of the page: some cell holds more than one block.
std::unordered_set<const GumboNode*> layout_rows(const GumboNode& root) {
  std::unordered_set<const GumboNode*> rows;
  std::unordered_map<const GumboNode*, std::size_t> blocks;  // in each element
  const auto leave = [&](const GumboNode& node) {
    if (!is_element(node) || is_inline(node.v.element.tag) || node.parent == nullptr) return;
    const std::size_t within = blocks.contains(&node) ? blocks[&node] : 0;
    if (is_cell(node)) {
      if (within > 1) rows.insert(node.parent);
    } else {
      blocks[node.parent] += std::max<std::size_t>(is_tag(node, GUMBO_TAG_TABLE) ? 2 : 1, within);
    }
  };
  walk(
      root, [](const GumboNode&) { return true; }, leave);
  return rows;
}

/// Gathers the paragraphs of an element.
class Paragraphs {
 public:
  explicit Paragraphs(const GumboNode& root) : layout_rows_(layout_rows(root)) {}

  bool enter(const GumboNode& node) {
    if (is_text(node)) {
      append(node.v.text.text);
      return false;
    }
    if (!is_element(node) || is_aside(node)) return false;
    if (is_tag(node, GUMBO_TAG_BR)) {
      text_ += kBreak;
      return false;
    }
    if (is_tag(node, GUMBO_TAG_A)) ++links_;
    if (is_tag(node, GUMBO_TAG_PRE)) ++verbatim_;
    if (is_data_row(node)) ++rows_;
    if (!is_inline(node.v.element.tag)) finish_before(node);
    return true;
  }

  void leave(const GumboNode& node) {
    if (is_tag(node, GUMBO_TAG_A)) --links_;
    if (is_data_row(node)) --rows_;
    if (is_element(node) && !is_inline(node.v.element.tag)) {
      if (rows_ == 0) finish(is_heading(node));
      if (is_cell(node) && rows_ > 0) text_ += kCell;
    }
    if (is_tag(node, GUMBO_TAG_PRE)) --verbatim_;
  }

  std::string take() {
    finish(false);
    return std::move(all_);
  }

 private:
  // Marks that no page has, since control characters are dropped.
  static constexpr char kBreak = '\x01';
  static constexpr char kCell = '\x02';

  void append(std::string_view characters) {
    for (const char c : characters) {
      const bool control =
          static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r';
      if (control) continue;
      text_ += verbatim_ > 0 && c == '\n' ? kBreak : c;
      in_links_ += links_ > 0 ? 1U : 0U;
    }
  }

  bool is_data_row(const GumboNode& node) const {
    return is_tag(node, GUMBO_TAG_TR) && !layout_rows_.contains(&node);
  }

  void finish_before(const GumboNode& node) {
    if (rows_ == 0 || is_tag(node, GUMBO_TAG_TR)) return finish(false);
    text_ += ' ';
  }

  /// Ends a paragraph. One that is nearly all links is a menu or points to other articles.
  void finish(bool heading) {
    constexpr double kNearlyAll = 0.8;
    constexpr std::size_t kLongestLink = 300;
    const auto part_in_links =
        static_cast<double>(in_links_) / static_cast<double>(std::max<std::size_t>(1, text_.size()));
    const bool keeps = heading || part_in_links < kNearlyAll || text_.size() > kLongestLink;
    const std::string paragraph = keeps ? lines() : std::string();
    if (!paragraph.empty()) all_.append(all_.empty() ? "" : "\n\n").append(paragraph);
    text_.clear();
    in_links_ = 0;
  }

  /// The lines of a paragraph: two breaks part paragraphs, one a line.
  std::string lines() const {
    std::string result;
    std::size_t breaks = 0;
    for (std::size_t begin = 0; begin <= text_.size();) {
      const std::size_t end = std::min(text_.size(), text_.find(kBreak, begin));
      const std::string line = row(std::string_view(text_).substr(begin, end - begin));
      if (!line.empty()) {
        if (!result.empty()) result.append(breaks > 1 ? "\n\n" : "\n");
        result += line;
        breaks = 0;
      }
      ++breaks;
      begin = end + 1;
    }
    return result;
  }

  static std::string row(std::string_view cells) {
    std::string result;
    for (std::size_t begin = 0; begin <= cells.size();) {
      const std::size_t end = std::min(cells.size(), cells.find(kCell, begin));
      const std::string cell = collapsed(cells.substr(begin, end - begin));
      if (!cell.empty()) result.append(result.empty() ? "" : " | ").append(cell);
      begin = end + 1;
    }
    return result;
  }

  const std::unordered_set<const GumboNode*> layout_rows_;
  std::string all_;
  std::string text_;  // of the paragraph that is being gathered
  std::size_t in_links_ = 0;
  int links_ = 0;
  int verbatim_ = 0;
  int rows_ = 0;
};

std::string text_of(const GumboNode& root) {
  Paragraphs paragraphs(root);
  walk(
      root, [&](const GumboNode& node) { return &node == &root || paragraphs.enter(node); },
      [&](const GumboNode& node) {
        if (&node != &root) paragraphs.leave(node);
      });
  return paragraphs.take();
}

}  // namespace

std::string article_of(const HtmlTree& page) {
  const Weights weights = weigh(page.root());
  const GumboNode* const named = named_article(page.root(), weights);
  const GumboNode* const article = densest(named != nullptr ? named : &page.root(), weights);
  std::string text = text_of(*article);
  const GumboNode* const headline = headline_of(page.root());
  if (headline != nullptr && !is_within(*headline, *article)) {
    const std::string title = collapsed(characters_of(*headline));
    if (!title.empty()) text = text.empty() ? title : title + "\n\n" + text;
  }
  return text;
}

}  // namespace whofunds::text
