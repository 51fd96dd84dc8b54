#include "whofunds/text/html_tree.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <vector>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "whofunds/model/error.hpp"

namespace whofunds::text {
namespace {

/// Thrown through the parser, which keeps nothing but what the arena gave it.
struct ArenaIsFull : std::exception {};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What a page has of the things that cost the parser more the more there are.
struct Counts {
  std::size_t tags = 0;
  std::size_t attributes = 0;  ///< of the tag that has the most
};

/// Counts tags and attributes as the parser will find them, roughly: what looks like tags in scripts is
/// passed over.
class Counting {
 public:
  explicit Counting(std::string_view html) : html_(html) {}

  Counts run() {
    for (at_ = html_.find('<'); at_ < html_.size(); at_ = html_.find('<', at_)) {
      ++at_;
      if (at_ >= html_.size() || !is_letter(html_[at_])) continue;
      ++counts_.tags;
      pass_until(" \t\r\n\f/>");
      counts_.attributes = std::max(counts_.attributes, attributes());
    }
    return counts_;
  }

 private:
  std::size_t attributes() {
    std::size_t count = 0;
    for (pass(" \t\r\n\f/"); at_ < html_.size() && html_[at_] != '>'; pass(" \t\r\n\f/")) {
      ++count;
      ++at_;  // a name may begin with "="
      pass_until(" \t\r\n\f/>=");
      pass(" \t\r\n\f");
      if (at_ < html_.size() && html_[at_] == '=') pass_value();
    }
    return count;
  }

  void pass_value() {
    ++at_;
    pass(" \t\r\n\f");
    if (at_ < html_.size() && (html_[at_] == '"' || html_[at_] == '\'')) {
      at_ = html_.find(html_[at_], at_ + 1);
      at_ = at_ == std::string_view::npos ? html_.size() : at_ + 1;
    } else {
      pass_until(" \t\r\n\f>");
    }
  }

  void pass(std::string_view characters) {
    at_ = std::min(html_.size(), html_.find_first_not_of(characters, at_));
  }
  void pass_until(std::string_view characters) {
    at_ = std::min(html_.size(), html_.find_first_of(characters, at_));
  }

  std::string_view html_;
  std::size_t at_ = 0;
  Counts counts_;
};

}  // namespace

/// Memory that is freed at once. The parser's own way to free a tree is recursive, and a deep one would
/// overflow the stack.
struct HtmlTree::Arena {
  static constexpr std::size_t kBlock = 256U * 1024;
  std::vector<std::unique_ptr<std::max_align_t[]>> blocks;
  std::size_t used = kBlock;  // of the last block
  std::size_t total = 0;

  void* allocate(std::size_t size) {
    constexpr std::size_t kAlign = sizeof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    total += size;
    if (total > kLargestTree) throw ArenaIsFull();
    if (size > kBlock / 4) {
      // A large piece has a block of its own, before the one that is being filled.
      auto& block = *blocks.insert(blocks.empty() ? blocks.end() : blocks.end() - 1,
                                   std::make_unique_for_overwrite<std::max_align_t[]>(size / kAlign));
      if (blocks.size() == 1) used = kBlock;
      return block.get();
    }
    if (used + size > kBlock) {
      blocks.push_back(std::make_unique_for_overwrite<std::max_align_t[]>(kBlock / kAlign));
      used = 0;
    }
    std::byte* const place = reinterpret_cast<std::byte*>(blocks.back().get()) + used;
    used += size;
    return place;
  }
};

HtmlTree::HtmlTree(std::string_view html, std::string_view where) : arena_(std::make_unique<Arena>()) {
  const Counts counts = Counting(html).run();
  if (counts.tags > kMostTags)
    throw InputError(where, fmt::format("it has more than {} tags", kMostTags), "split the page");
  if (counts.attributes > kMostAttributes) {
    throw InputError(where, fmt::format("a tag has more than {} attributes", kMostAttributes),
                     "it is no page that people read");
  }
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = arena_.get();
  options.allocator = [](void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.max_errors = 0;
  try {
    const GumboOutput* const output = gumbo_parse_with_options(&options, html.data(), html.size());
    root_ = output->document;
  } catch (const ArenaIsFull&) {
    throw InputError(where, fmt::format("its tree takes more than {} MB", kLargestTree / (1024 * 1024)),
                     "it is no page that people read");
  }
}

HtmlTree::~HtmlTree() = default;

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_tag(const GumboNode& node, GumboTag tag) {
  return is_element(node) && node.v.element.tag == tag;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* const found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string characters_of(const GumboNode& node) {
  std::string text;
  const auto enter = [&text](const GumboNode& each) {
    const bool is_text =
        each.type == GUMBO_NODE_TEXT || each.type == GUMBO_NODE_WHITESPACE || each.type == GUMBO_NODE_CDATA;
    if (is_text) text += each.v.text.text;
    return true;
  };
  walk(node, enter, [](const GumboNode&) {});
  return text;
}

std::string collapsed(std::string_view text) {
  std::string line;
  bool space = false;
  const auto* const units = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(units, at, text.size(), c);
    if (u_isUWhiteSpace(c) && c != 0xA0 && c != 0x202F) {
      space = true;
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    line.append(text.substr(begin, at - begin));
  }
  return line;
}

}  // namespace whofunds::text
