#pragma once

#include <string_view>

#include "whofunds/tagging/annotation.hpp"

namespace whofunds::tagging {

/// What a tag of the Russian model of morphology says: "NOUN|Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing".
/// Of the form only: the rest is as in an empty Annotation. What our grammar does not tell apart falls
/// together: the partitive is a genitive, the locative the prepositional case, a reflexive verb that is not
/// passive is active, an auxiliary is a verb.
Annotation annotation_of_tag(std::string_view tag);

/// The relation of a name in Universal Dependencies: "nsubj:pass". kOther where we have no name for it.
Dependency dependency_of_name(std::string_view name);

/// A tag of the model of names, "B-PER", "I-PER" or "O".
struct NameTag {
  NameClass name = NameClass::kNone;
  bool begins = false;
};
NameTag name_tag(std::string_view tag);

}  // namespace whofunds::tagging
