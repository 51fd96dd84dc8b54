#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "whofunds/model/relation.hpp"
#include "whofunds/model/status.hpp"

// How a frozen graph lies in its bytes: a head, then sections, each an array of one of the types below that
// begins at a multiple of 64 bytes. Numbers are little-endian, as on every machine we run on.
namespace whofunds::graph {

inline constexpr std::array<char, 8> kFrozenMagic{'w', 'h', 'o', 'f', 'r', 'o', 'z', '\n'};
inline constexpr std::uint32_t kFrozenVersion = 2;

/// What stands in a section; for each what it has an item for.
enum class Section : std::uint32_t {
  kOutRows,      ///< vertex and one more: its first edge
  kTargets,      ///< edge
  kInRows,       ///< vertex and one more: its first place
  kInSources,    ///< place
  kInEdges,      ///< place
  kInClasses,    ///< place: relation and status of its edge
  kAttributes,   ///< edge: class, packed date, and whether it has a deal and a stake
  kAmounts,      ///< edge: number of its sum; 0 = not told
  kEdgeDeals,    ///< edge with a deal, sorted by edge
  kEdgeFacts,    ///< edge: its fact; with the top bit, the place in kMoreFacts of how many they are
  kMoreFacts,    ///< a count, then as many facts, again and again
  kSums,         ///< sum
  kDealIds,      ///< deal
  kStakes,       ///< edge with a stake, sorted by edge
  kIds,          ///< vertex: the number of its id
  kKinds,        ///< vertex
  kTextRows,     ///< vertex and one more: where its names begin in kTexts
  kTexts,        ///< names: length in two bytes or more, a mark, the text (frozen_texts.hpp)
  kNameForms,    ///< the text of all forms of names, sorted
  kNameEntries,  ///< form of a name, sorted by its text; one more at the end
  kFactPlaces,   ///< every kFactsPerPlace-th fact of the store
  kCountries,    ///< country of a vertex, sorted by vertex, then code
};
inline constexpr std::size_t kSections = 22;

/// Equal stamps: made from the same.
struct FrozenStamp {
  std::uint64_t store = 0;  ///< of all that was ever committed to the store, in its order
  std::uint64_t rules = 0;  ///< of the words of names and decisions by which entities were joined

  friend bool operator==(const FrozenStamp&, const FrozenStamp&) = default;
};

struct FrozenCounts {
  std::uint64_t vertices = 0;
  std::uint64_t edges = 0;
  std::uint64_t documents = 0;
  std::uint64_t evidence = 0;
};

struct FrozenSection {
  std::uint64_t begin = 0;
  std::uint64_t size = 0;  ///< bytes
  std::uint64_t checksum = 0;
};

struct FrozenHeader {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t sections = 0;
  std::uint64_t size = 0;  ///< bytes of the whole
  FrozenStamp stamp;
  FrozenCounts counts;
  std::array<FrozenSection, kSections> section{};
  std::uint64_t checksum = 0;  ///< of all of the head before it
};

struct StoredSum {
  std::int64_t value = 0;
  std::array<char, 7> currency{};  ///< filled up with NUL
  std::uint8_t inexact = 0;
};

struct StoredDeal {
  std::uint32_t edge = 0;
  std::uint32_t deal = 0;
};

struct StoredCountry {
  std::uint32_t vertex = 0;
  std::array<char, 4> code{};  ///< two letters, filled up with NUL
};

/// A stake to a millionth of a percent, with the bits below.
struct StoredStake {
  std::uint32_t edge = 0;
  std::uint32_t stake = 0;
};
inline constexpr double kStakeUnits = 1e6;  ///< in a percent: 100 % takes 27 bits
inline constexpr std::uint32_t kStakeHasPercent = 1U << 27U;
inline constexpr std::uint32_t kStakeAtLeast = 1U << 28U;
inline constexpr std::uint32_t kStakeControlling = 1U << 29U;
inline constexpr std::uint32_t kStakePercent = kStakeHasPercent - 1;

/// A form of a name: where its text begins, and whose it is.
struct NameEntry {
  std::uint32_t begin = 0;
  std::uint32_t vertex = 0;  ///< with the bits below
};
inline constexpr std::uint32_t kBareForm = 1U << 31U;   ///< the name in its own script
inline constexpr std::uint32_t kLatinForm = 1U << 30U;  ///< in Latin letters
inline constexpr std::uint32_t kVertexOfEntry = kLatinForm - 1;

/// Where a fact stands in the store.
struct FactPlace {
  std::uint64_t document = 0;
  std::uint64_t number = 0;
};
inline constexpr std::uint32_t kFactsPerPlace = 64;

inline constexpr std::uint32_t kManyFacts = 1U << 31U;  ///< top bit in kEdgeFacts

inline constexpr unsigned kClassBits = 7;
inline constexpr std::uint32_t kHasDeal = 1U << 30U;  ///< bits of kAttributes, above the date
inline constexpr std::uint32_t kHasStake = 1U << 31U;
inline constexpr std::uint32_t kDateBits = kHasDeal - 1;
inline constexpr std::size_t kEdgeClasses = 1U << kClassBits;

constexpr std::uint8_t class_of(model::Relation relation, model::Status status) {
  constexpr unsigned kStatusBits = 3;
  return static_cast<std::uint8_t>((static_cast<unsigned>(relation) << kStatusBits) |
                                   static_cast<unsigned>(status));
}
constexpr model::Relation relation_of_class(std::uint8_t number) {
  constexpr unsigned kStatusBits = 3;
  return static_cast<model::Relation>(number >> kStatusBits);
}
constexpr model::Status status_of_class(std::uint8_t number) {
  constexpr unsigned kStatusMask = 7;
  return static_cast<model::Status>(number & kStatusMask);
}
constexpr std::uint8_t edge_class_of(std::uint32_t attributes) {
  return static_cast<std::uint8_t>(attributes & (kEdgeClasses - 1));
}

/// The checksum of bytes: four sums side by side, so that a large file is read at the speed of memory.
std::uint64_t frozen_checksum(const std::byte* begin, std::size_t size);

}  // namespace whofunds::graph
