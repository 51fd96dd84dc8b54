#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/entities/joining.hpp"

namespace whofunds::entities {

/// Why two names are of one entity: one step of a chain of names.
struct ExplainedStep {
  std::string from;
  std::string to;
  JoinStep step = JoinStep::kSameName;
  std::string document;  ///< of `kAlias`: a document that calls the entity by both names
};

/// The shortest chain from a name like `a` to one like `b` among all names by which `locals`, which were
/// joined to one entity of that kind, are called. Empty if there is none, or if both are the same name. Of
/// several as short the first by names.
std::vector<ExplainedStep> explain(std::string_view a, std::string_view b,
                                   std::span<const LocalEntity> locals, model::EntityKind kind,
                                   const LegalForms& forms, const Decisions& decisions);

}  // namespace whofunds::entities
