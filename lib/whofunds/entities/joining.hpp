#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/entities/decisions.hpp"
#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/model/entity_kind.hpp"

namespace whofunds::entities {

/// Why a name was taken to be of an entity. In the order in which they are tried: the first that holds is the
/// reason.
enum class JoinStep {
  kSameName,         ///< the same but for case, quotes and spaces
  kLegalForm,        ///< the same with the legal form dropped
  kTransliteration,  ///< the same in another script
  kPatronymic,       ///< a person's first name and surname, in any order, without patronymic and initials
  kAlias,            ///< a document calls the entity by both names
  kDecision,         ///< people decided so (decisions.hpp)
};

inline constexpr std::array kAllJoinSteps{JoinStep::kSameName,        JoinStep::kLegalForm,
                                          JoinStep::kTransliteration, JoinStep::kPatronymic,
                                          JoinStep::kAlias,           JoinStep::kDecision};

/// For people: "legal form dropped".
std::string_view to_string(JoinStep step);

/// The step by which two names of the kind are one name; nothing if no step but `kAlias` could say so.
std::optional<JoinStep> same_name(std::string_view a, std::string_view b, model::EntityKind kind,
                                  const LegalForms& forms);

/// Whether the name can join an entity of the kind with another: it names somebody in particular, and a
/// person in full.
bool joins(std::string_view name, model::EntityKind kind, const LegalForms& forms);

/// An entity of one document, as joining sees it.
struct LocalEntity {
  std::string document;
  std::string id;  ///< within the document
  std::string name;
  model::EntityKind kind = model::EntityKind::kOrganization;
  std::vector<std::string> aliases;
  std::vector<std::string> countries = {};  ///< as `model::Entity` has them; joining does not look at them
};

/// Which entities of many documents are one. The answer has an entry for each of `locals`: the number of its
/// entity, counted from 0 in the order in which entities first stand in `locals`. How they group does not
/// depend on that order.
///
/// Two entities are one if a name or alias of the one and of the other agree by a step above and their kinds
/// go together: persons only with persons, places only with places and public bodies, other kinds with each
/// other. A person's name of one word, or of one word with initials, joins nobody: two persons are never one
/// on a surname alone. A name that is only a generic word ("Фонд") or starts with no capital and holds no
/// digit joins nobody either.
///
/// Decisions go before all this: what is the same by decision is one, whatever the kinds; what is different
/// by decision never comes to be one, not through others either. A name that is decided to be somebody else's
/// is to be taken from the aliases first (`without_decided_aliases`).
std::vector<std::size_t> join(std::span<const LocalEntity> locals, const LegalForms& forms,
                              const Decisions& decisions = {});

/// The entity without aliases that are decided to be names of another.
LocalEntity without_decided_aliases(LocalEntity local, const Decisions& decisions);

}  // namespace whofunds::entities
