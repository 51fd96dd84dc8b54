#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace whofunds::graph {

/// An id that is a function of the texts alone, the same on every machine and in every version: the prefix
/// and 16 digits of base 16. FNV-1a of 64 bits over the texts and their lengths (Fowler, Noll, Vo;
/// draft-eastlake-fnv).
std::string stable_id(std::string_view prefix, std::initializer_list<std::string_view> texts);

/// The number in an id: `stable_id(prefix, texts)` is `id_text(prefix, stable_number(texts))`. Numbers sort
/// as the ids of one prefix do.
std::uint64_t stable_number(std::initializer_list<std::string_view> texts);
std::string id_text(std::string_view prefix, std::uint64_t number);

/// The number of an id that `id_text` wrote with that prefix; nothing of another text.
std::optional<std::uint64_t> id_number(std::string_view prefix, std::string_view id);

}  // namespace whofunds::graph
