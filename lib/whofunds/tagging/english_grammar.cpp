#include "whofunds/tagging/english_grammar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace whofunds::tagging::english {
namespace {

constexpr std::array<std::string_view, 50> kTagNames = {
    "$",   "''",   ",",   "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX", "CC",  "CD",  "DT",   "EX",
    "FW",  "HYPH", "IN",  "JJ",    "JJR",   "JJS", "LS",  "MD",  "NFP", "NN",  "NNP", "NNPS", "NNS",
    "PDT", "POS",  "PRP", "PRP$",  "RB",    "RBR", "RBS", "RP",  "SYM", "TO",  "UH",  "VB",   "VBD",
    "VBG", "VBN",  "VBP", "VBZ",   "WDT",   "WP",  "WP$", "WRB", "XX",  "_SP", "``"};

constexpr std::array<std::string_view, 45> kRelationNames = {
    "ROOT",   "acl",      "acomp",  "advcl",     "advmod", "agent",    "amod",      "appos", "attr",
    "aux",    "auxpass",  "case",   "cc",        "ccomp",  "compound", "conj",      "csubj", "csubjpass",
    "dative", "dep",      "det",    "dobj",      "expl",   "intj",     "mark",      "meta",  "neg",
    "nmod",   "npadvmod", "nsubj",  "nsubjpass", "nummod", "oprd",     "parataxis", "pcomp", "pobj",
    "poss",   "preconj",  "predet", "prep",      "prt",    "punct",    "quantmod",  "relcl", "xcomp"};

static_assert(kTagNames[static_cast<std::size_t>(Tag::kOpeningQuote)] == "``");
static_assert(kRelationNames[static_cast<std::size_t>(Relation::kXcomp)] == "xcomp");

template <typename Enum, std::size_t Size>
std::optional<Enum> find_in(const std::array<std::string_view, Size>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::optional<Tag> find_tag(std::string_view name) {
  return find_in<Tag>(kTagNames, name);
}

std::optional<Relation> find_relation(std::string_view name) {
  return find_in<Relation>(kRelationNames, name);
}

std::string_view name_of(Tag tag) {
  return kTagNames[static_cast<std::size_t>(tag)];
}

std::string_view name_of(Relation relation) {
  return kRelationNames[static_cast<std::size_t>(relation)];
}

}  // namespace whofunds::tagging::english
