#include "whofunds/text/html_tree.hpp"

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

std::size_t count_tags(std::string_view html) {
  std::size_t tags = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    if (at + 1 < html.size() && is_letter(html[at + 1])) ++tags;
  }
  return tags;
}

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
  if (count_tags(html) > kMostTags)
    throw InputError(where, fmt::format("it has more than {} tags", kMostTags), "split the page");
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
