#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace whofunds::tagging::english {

/// Parts of speech of the Penn Treebank, as OntoNotes has them (Marcus et al., 1993), in the order of
/// kTagNames.
enum class Tag : std::uint8_t {
  kDollar,
  kClosingQuote,
  kComma,
  kOpeningBracket,
  kClosingBracket,
  kPeriod,
  kColon,
  kAdd,
  kAfx,
  kCc,
  kCd,
  kDt,
  kEx,
  kFw,
  kHyph,
  kIn,
  kJj,
  kJjr,
  kJjs,
  kLs,
  kMd,
  kNfp,
  kNn,
  kNnp,
  kNnps,
  kNns,
  kPdt,
  kPos,
  kPrp,
  kPrpDollar,
  kRb,
  kRbr,
  kRbs,
  kRp,
  kSym,
  kTo,
  kUh,
  kVb,
  kVbd,
  kVbg,
  kVbn,
  kVbp,
  kVbz,
  kWdt,
  kWp,
  kWpDollar,
  kWrb,
  kXx,
  kSpace,
  kOpeningQuote,
};

/// Relations of the ClearNLP scheme (Choi and Palmer, "Guidelines for the CLEAR style constituent to
/// dependency conversion", 2012), which the parser was trained on.
enum class Relation : std::uint8_t {
  kRoot,
  kAcl,
  kAcomp,
  kAdvcl,
  kAdvmod,
  kAgent,
  kAmod,
  kAppos,
  kAttr,
  kAux,
  kAuxpass,
  kCase,
  kCc,
  kCcomp,
  kCompound,
  kConj,
  kCsubj,
  kCsubjpass,
  kDative,
  kDep,
  kDet,
  kDobj,
  kExpl,
  kIntj,
  kMark,
  kMeta,
  kNeg,
  kNmod,
  kNpadvmod,
  kNsubj,
  kNsubjpass,
  kNummod,
  kOprd,
  kParataxis,
  kPcomp,
  kPobj,
  kPoss,
  kPreconj,
  kPredet,
  kPrep,
  kPrt,
  kPunct,
  kQuantmod,
  kRelcl,
  kXcomp,
};

/// The tag, or relation, that the model calls `name`; nothing where it is not one.
std::optional<Tag> find_tag(std::string_view name);
std::optional<Relation> find_relation(std::string_view name);

std::string_view name_of(Tag tag);
std::string_view name_of(Relation relation);

/// A token as the model sees it.
struct Word {
  std::string_view text;
  Tag tag = Tag::kXx;
  Relation relation = Relation::kRoot;
  std::int32_t head = -1;  ///< -1 for the root
};

}  // namespace whofunds::tagging::english
