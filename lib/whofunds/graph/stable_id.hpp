#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace whofunds::graph {

/// An id that is a function of the texts alone, the same on every machine and in every version: the prefix
/// and 16 digits of base 16. FNV-1a of 64 bits over the texts and their lengths (Fowler, Noll, Vo;
/// draft-eastlake-fnv).
std::string stable_id(std::string_view prefix, std::initializer_list<std::string_view> texts);

}  // namespace whofunds::graph
