#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <gumbo.h>

namespace whofunds::text {

/// A page has no more tags than this. The parser's time grows with the square of how deep they are nested.
inline constexpr std::size_t kMostTags = 100'000;
/// A tag has no more attributes than this. The parser's time grows with the square of them.
inline constexpr std::size_t kMostAttributes = 2000;
/// The tree of a page takes no more memory than this, in bytes: a few hostile tags can ask for millions of
/// copies of one another.
inline constexpr std::size_t kLargestTree = 512U * 1024 * 1024;

/// The tree of an HTML page, by the rules of HTML5. The page must outlive it.
class HtmlTree {
 public:
  /// `html` is UTF-8. Throws InputError at `where` beyond the limits.
  HtmlTree(std::string_view html, std::string_view where);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboNode& root() const { return *root_; }

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

bool is_element(const GumboNode& node);
/// Whether it is an element of that name.
bool is_tag(const GumboNode& node, GumboTag tag);
/// The value of an attribute, "" where there is none.
std::string_view attribute(const GumboNode& node, const char* name);

/// Visits a tree without recursion, however deep it is. `enter` says whether to go into a node; where it
/// does, `leave` follows after its children.
template <class Enter, class Leave>
void walk(const GumboNode& root, Enter enter, Leave leave);

/// The characters in a node, white space as it stands.
std::string characters_of(const GumboNode& node);

/// Text without white space at its ends, and with one space for every run of it within.
std::string collapsed(std::string_view text);

// Implementation of the template.

inline const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return is_element(node) ? &node.v.element.children : nullptr;
}

template <class Enter, class Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  const GumboNode* node = &root;
  bool entered = enter(*node);
  for (;;) {
    const GumboVector* const children = entered ? children_of(*node) : nullptr;
    if (children != nullptr && children->length > 0) {
      node = static_cast<const GumboNode*>(children->data[0]);
      entered = enter(*node);
      continue;
    }
    if (entered) leave(*node);
    // Up to where there is a next one.
    for (;;) {
      if (node == &root) return;
      const GumboVector& beside = *children_of(*node->parent);
      const std::size_t next = node->index_within_parent + 1;
      if (next < beside.length) {
        node = static_cast<const GumboNode*>(beside.data[next]);
        entered = enter(*node);
        break;
      }
      node = node->parent;
      leave(*node);
    }
  }
}

}  // namespace whofunds::text
