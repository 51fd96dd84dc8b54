#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace whofunds::entities {

/// Words of a name that tell no two entities apart, as data of each language gives them. A value: who
/// compares names is handed one. All words are in the form that `words_of` (name_key.hpp) gives: case folded,
/// without dots.
class LegalForms {
 public:
  /// Knows no legal form at all.
  LegalForms() = default;

  /// Adds a form ("ООО", "Inc.", "общество с ограниченной ответственностью") that stands before a name, after
  /// it, or both.
  void add_form(std::string_view form, bool before, bool after);

  /// Adds a word that names a sort of entity and, alone, nobody: "компания", "Fund".
  void add_generic(std::string_view word);

  /// Whether the words, joined by single spaces, are a form that stands before (after) a name.
  bool stands_before(std::string_view words) const { return before_.contains(words); }
  bool stands_after(std::string_view words) const { return after_.contains(words); }

  /// Whether a name that is only this word names nobody in particular.
  bool is_generic(std::string_view word) const { return generic_.contains(word); }

  /// The most words that one form has; 0 where none is known.
  std::size_t longest() const { return longest_; }

  /// Takes over what the other knows. Commutative, associative, idempotent.
  void merge(const LegalForms& other);

  /// All that it knows, as one text: the same if, and only if, it knows the same.
  std::string digest_text() const;

  friend bool operator==(const LegalForms&, const LegalForms&) = default;

 private:
  using Words = std::set<std::string, std::less<>>;
  Words before_;
  Words after_;
  Words generic_;
  std::size_t longest_ = 0;
};

/// Reads `language/<lang>/legal_forms.toml` of every language in the folder of data
/// (`language::share_directory()`). Throws MachineError where there is none, InputError (file and line) where
/// one is wrong.
LegalForms load_legal_forms(const std::filesystem::path& share);

}  // namespace whofunds::entities
