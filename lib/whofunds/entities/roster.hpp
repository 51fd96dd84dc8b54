#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::entities {

/// Stands for "no entity".
inline constexpr int kNoEntity = -1;

/// An entity of a document while the document is read.
struct RosterEntity {
  std::map<std::string, int> names;             ///< nominative names → how often
  std::map<std::string, int> surface_forms;     ///< as they stand in the text → how often
  std::map<model::EntityKind, int> told_kinds;  ///< told by a word → how often
  std::map<model::EntityKind, int> guessed_kinds;
  language::Gender gender = language::Gender::kNone;
  std::vector<std::string> countries;    ///< as `model::Entity` has them
  std::vector<std::string> descriptors;  ///< nouns that described it, in order
  bool named = false;                    ///< false: spoken of as "the project" only, so far
  bool may_be_place = false;             ///< a model takes it for one: "Chile borrowed"

  model::EntityKind kind() const;
  bool kind_told() const { return !told_kinds.empty(); }
  bool is_person() const { return kind() == model::EntityKind::kPerson; }
  /// The form to show: the fullest, of these the commonest, of these the first in the alphabet.
  std::string name() const;
};

/// Where an entity was spoken of: the newest is what a pronoun looks back to.
struct Reference {
  int sentence = 0;
  int word = 0;
  int entity = kNoEntity;
  bool is_subject = false;
  /// Of the noun that describes the name there: "программа «А»" is spoken of as "она".
  language::Gender gender = language::Gender::kNone;
  int list = 0;  ///< the first word of those that it is coordinated with, or its own
  /// In a clause that describes something else: "пришедший из «А»".
  bool is_aside = false;
  bool is_told = false;   ///< what it is told there is about others: "A told Reuters"
  bool is_thing = false;  ///< before what it is there: "the Aster mill", though a model takes it for a place
  bool is_investor = false;  ///< called so there: "existing investor A" is not "the company"
};

/// The entities of one document: its names brought together, and the things that it speaks of without a name.
class Roster {
 public:
  explicit Roster(const language::Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Brings the names of all sentences together: the same name; a declined form; a surname and a full name;
  /// an acronym and its words, or the name that it follows in brackets; a short form of an organisation's
  /// name; Cyrillic and Latin.
  void add_names(const std::vector<mentions::SentenceMentions>& sentences);

  /// The entity that name `name` of sentence `sentence` stands for.
  int entity_of(std::size_t sentence, std::size_t name) const { return root(of_names_[sentence][name]); }

  /// A thing without a name as yet.
  int add_unnamed(model::EntityKind kind, const std::string& descriptor);

  /// From now on both are one entity. Returns it.
  int merge(int a, int b);

  /// The entity that `entity` has become.
  int root(int entity) const;

  const RosterEntity& at(int entity) const { return entities_[static_cast<std::size_t>(root(entity))]; }
  /// What a fact tells of the kind of one of its parties, where no word told it: what is bought is a company.
  void tell_kind(int entity, model::EntityKind kind);
  /// What is held or bought is a firm, though a model takes it for a place.
  void tell_firm(int entity);
  void describe(int entity, const std::string& descriptor);

  std::size_t size() const { return entities_.size(); }

 private:
  RosterEntity& mutable_at(int entity) { return entities_[static_cast<std::size_t>(root(entity))]; }
  int add_entity();

  const language::Lexicon& lexicon_;
  std::vector<RosterEntity> entities_;
  std::vector<int> parents_;
  std::vector<std::vector<int>> of_names_;  ///< sentence → name → entity
};

}  // namespace whofunds::entities
