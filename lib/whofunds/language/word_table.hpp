#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace whofunds::language {

/// Tells of most words that are not in a table that they are not, by their length and the letters at either
/// end, in a few instructions: a Bloom filter of one hash (Bloom, "Space/time trade-offs in hash coding with
/// allowable errors", CACM 13, 1970). A rule asks dozens of tables about each word, and hardly one has it.
class WordFilter {
 public:
  bool may_have(std::string_view word) const {
    const std::uint64_t place = mark(word) >> shift_;
    return (bits_[place >> 6U] >> (place & 63U) & 1U) != 0;
  }

  void add(std::string_view word) {
    const std::uint64_t place = mark(word) >> shift_;
    bits_[place >> 6U] |= std::uint64_t{1} << (place & 63U);
  }

  /// Whether another word than `words` asks for more room.
  bool is_full(std::size_t words) const { return words * kBitsOfWord >= bits_.size() * 64; }

  /// Forgets all words, and makes twice the room.
  void grow() {
    bits_.assign(bits_.size() * 2, 0);
    --shift_;
  }

 private:
  static constexpr std::size_t kBitsOfWord = 32;

  static std::uint64_t read(const char* bytes, std::size_t count) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes, count);
    return number;
  }

  /// A number whose upper bits are made of the length, the first and the last eight bytes.
  static std::uint64_t mark(std::string_view word) {
    constexpr std::uint64_t kMixFirst = 0x9E3779B97F4A7C15U;
    constexpr std::uint64_t kMixLast = 0xC2B2AE3D27D4EB4FU;
    const char* const text = word.data();
    const std::size_t size = word.size();
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (size >= 8) {
      first = read(text, 8);
      last = read(text + size - 8, 8);
    } else if (size >= 4) {
      first = read(text, 4);
      last = read(text + size - 4, 4);
    } else if (size >= 2) {
      first = read(text, 2);
      last = read(text + size - 2, 2);
    } else if (size == 1) {
      first = read(text, 1);
    }
    const std::uint64_t mixed = (first + size) * kMixFirst ^ (last + (first >> 32U)) * kMixLast;
    return (mixed ^ mixed >> 29U) * kMixFirst;
  }

  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(4);
  unsigned shift_ = 64 - 8;  ///< of a mark, which leaves the number of a bit
};

/// How the tables below hash, also a word that is no string of its own.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};

/// A hash table of words behind a filter. Filled once, then only looked at.
template <typename Table>
class FilteredTable {
 public:
  using const_iterator = typename Table::const_iterator;

  const_iterator find(std::string_view word) const {
    return filter_.may_have(word) ? table_.find(word) : table_.end();
  }
  bool contains(std::string_view word) const { return find(word) != end(); }

  /// Whether an entry of several words may begin with this one. Never false where one does.
  bool may_begin_phrase(std::string_view word) const { return beginnings_.may_have(word); }

  const_iterator begin() const { return table_.begin(); }
  const_iterator end() const { return table_.end(); }
  std::size_t size() const { return table_.size(); }
  bool empty() const { return table_.empty(); }

 protected:
  /// To be called of every word that is new in the table.
  void note(std::string_view word) {
    if (!filter_.is_full(table_.size())) return add_to_filters(word);
    filter_.grow();
    beginnings_.grow();
    for (const auto& entry : table_) {
      if constexpr (requires { entry.first; }) {
        add_to_filters(entry.first);
      } else {
        add_to_filters(entry);
      }
    }
  }

  Table table_;  // NOLINT(*-non-private-member-variables-in-classes): of the two classes below

 private:
  void add_to_filters(std::string_view word) {
    filter_.add(word);
    if (const std::size_t space = word.find(' '); space != std::string_view::npos)
      beginnings_.add(word.substr(0, space));
  }

  WordFilter filter_;
  WordFilter beginnings_;  // of phrases
};

/// What is known of words, by the word.
template <typename Value>
class WordMap : public FilteredTable<std::unordered_map<std::string, Value, WordHash, std::equal_to<>>> {
 public:
  /// Throws std::out_of_range for a word that is not there.
  const Value& at(const std::string& word) const { return this->table_.at(word); }

  /// Adds a word, unless it is there; says where it is, and whether it is new.
  template <typename... Values>
  auto emplace(std::string_view word, Values&&... values) {
    const auto place = this->table_.try_emplace(std::string(word), std::forward<Values>(values)...);
    if (place.second) this->note(word);
    return place;
  }
  Value& operator[](std::string_view word) { return emplace(word).first->second; }
};

/// A list of words.
class WordSet : public FilteredTable<std::unordered_set<std::string, WordHash, std::equal_to<>>> {
 public:
  WordSet() = default;
  WordSet(std::initializer_list<std::string_view> words) : WordSet(words.begin(), words.end()) {}
  template <typename Iterator>
  WordSet(Iterator begin, Iterator end) {
    for (; begin != end; ++begin) insert(*begin);
  }

  void insert(std::string_view word) {
    if (table_.emplace(word).second) note(word);
  }
};

}  // namespace whofunds::language
