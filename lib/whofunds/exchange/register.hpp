#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::exchange {

/// Where a row, or a statement, of a register stands.
struct Place {
  std::string source;  ///< the file
  std::size_t line = 0;
  std::string_view text;  ///< the row itself

  /// "companies.csv:17"
  std::string where() const;
};

/// Somebody whom a register knows by an id.
struct Party {
  std::string id;
  model::Entity entity;  ///< name, kind and aliases; its id is that of the register
  /// What tells it from others of its name, the best first: date of birth, number in a register. Empty where
  /// it is not told; of one length for one kind of register.
  std::vector<std::string> marks;
};

/// An end of a link: a party by its id or, where the register does not know that id and `may_be_name`, by its
/// name.
struct LinkEnd {
  std::string id;
  std::string role;  ///< for people: "owner"
  bool may_be_name = false;
  model::EntityKind kind = model::EntityKind::kOrganization;  ///< of one that is known by name only
};

/// What a register says of two parties.
struct Link {
  std::optional<LinkEnd> subject;  ///< absent for `raised`
  LinkEnd object;
  model::Fact fact;  ///< all but its document and ends; its evidence where it has some other than the row
  std::string record = {};  ///< the record of the register that says it, where that may be superseded
};

/// Data that never was text: parties and links between them, of files that belong together, which become
/// facts.
///
/// A fact's document is the file of the link. Its evidence is the row that says it, quoted as it stands there
/// (of a long one the first `kLongestQuote` code points), its document the file with the number of the line:
/// "companies.csv:17".
///
/// Names are what entities of several documents are joined by. A register knows better: parties with ids of
/// their own are never one, so those whose names would make them one are called by what tells them apart,
/// too: "John Smith (1970-03-01)".
class Register {
 public:
  static constexpr std::size_t kLongestQuote = 500;

  /// Adds a party; of one that is known by that id, what is new. Throws InputError for one without id or
  /// name.
  void add(Party party, const Place& place);

  /// Adds a link. Its ends need not be known yet. Throws InputError where it cannot be believed.
  void add(Link link, const Place& place);

  /// Takes away what the record has said so far.
  void supersede(std::string_view record);

  /// Notes a statement of a kind that the graph has no place for.
  void pass_over(std::string_view kind) { ++passed_over_[std::string(kind)]; }

  /// How many statements were passed over, by kind.
  const std::map<std::string, std::size_t>& passed_over() const { return passed_over_; }

  /// All facts, in the order of the links. A link of which an end is not known is given to `on_fault`.
  std::vector<model::Fact> facts(const entities::LegalForms& forms,
                                 const std::function<void(const InputError&)>& on_fault) const;

 private:
  struct PlacedLink {
    Link link;
    std::string source;
    std::string where;
  };

  std::map<std::string, Party, std::less<>> parties_;
  std::vector<std::optional<PlacedLink>> links_;                            // nothing where superseded
  std::map<std::string, std::vector<std::size_t>, std::less<>> of_record_;  // which of them a record has said
  std::map<std::string, std::size_t> passed_over_;
};

}  // namespace whofunds::exchange
