#include "whofunds/graph/frozen_texts.hpp"

#include <algorithm>

namespace whofunds::graph {
namespace {

constexpr unsigned kGroupBits = 7;
constexpr unsigned kMore = 1U << kGroupBits;

}  // namespace

void append_name(std::string& texts, const FrozenName& name) {
  std::size_t length = name.text.size();
  for (; length >= kMore; length >>= kGroupBits) texts += static_cast<char>((length & (kMore - 1)) | kMore);
  texts += static_cast<char>(length);
  texts += name.given ? '\1' : '\0';
  texts += name.text;
}

NameReader::NameReader(std::span<const char> texts, std::size_t begin, std::size_t end)
    : rest_(std::string_view(texts.data(), texts.size())) {
  end = std::min(end, rest_.size());
  begin = std::min(begin, end);
  rest_ = rest_.substr(begin, end - begin);
}

std::optional<FrozenName> NameReader::next() {
  std::size_t length = 0;
  unsigned shift = 0;
  bool more = true;
  for (; more && !rest_.empty() && shift < 64; shift += kGroupBits) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    length |= static_cast<std::size_t>(byte & (kMore - 1)) << shift;
    more = (byte & kMore) != 0;
  }
  if (more || rest_.empty() || length > rest_.size() - 1) return std::nullopt;
  const FrozenName name{.text = rest_.substr(1, length), .given = rest_.front() != '\0'};
  rest_.remove_prefix(length + 1);
  return name;
}

}  // namespace whofunds::graph
