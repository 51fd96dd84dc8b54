#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace whofunds::entities {

/// What people decided about names; it goes before what the steps of joining say. A value: who joins names is
/// handed one. Names are compared as `words_of` cuts them: case, quotes and spaces do not matter.
///
///     [[same]]
///     names = ["Ромашка", "Chamomile Group"]
///     [[different]]
///     names = ["Acme", "Acme Ventures"]
///     [[name]]
///     of   = "Romashka"
///     show = "Ромашка"
class Decisions {
 public:
  using Pair = std::pair<std::string, std::string>;

  /// The two names are of one entity.
  void add_same(const std::string& a, const std::string& b);
  /// They are not, whatever documents and steps say. Goes before `same`.
  void add_different(const std::string& a, const std::string& b);
  /// The entity that has the name `of` is shown by the name `show`.
  void add_name(const std::string& of, const std::string& show);

  bool empty() const { return same_.empty() && different_.empty() && names_.empty(); }

  /// Pairs of names as they were given, the lesser first; of names: `of`, then `show`.
  const std::set<Pair>& same() const { return same_; }
  const std::set<Pair>& different() const { return different_; }
  const std::set<Pair>& names() const { return names_; }

  /// Takes over what the other has. Commutative, associative, idempotent.
  void merge(const Decisions& other);

  /// All of it as one text: equal if, and only if, the decisions are.
  std::string digest_text() const;

  friend bool operator==(const Decisions&, const Decisions&) = default;

 private:
  std::set<Pair> same_;
  std::set<Pair> different_;
  std::set<Pair> names_;
};

/// A name as decisions compare it.
std::string decided_form(std::string_view name);

/// Reads a file of decisions (TOML, as above). Throws InputError, naming file and line.
Decisions load_decisions(const std::filesystem::path& file);

}  // namespace whofunds::entities
