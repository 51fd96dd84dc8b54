#pragma once

#include <optional>
#include <string>

#include "whofunds/model/money.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/model/status.hpp"
#include "whofunds/render/canvas.hpp"
#include "whofunds/render/style.hpp"

namespace whofunds::render {

/// Neither denied nor over.
bool is_so(model::Status status);

/// From a thin line for a million dollars to a thick one for hundreds of billions, a step a power of ten.
double line_width(const std::optional<model::Money>& amount, const Style& style);

/// That of the relation; pale where the fact is denied or over.
std::string colour_of(model::Relation relation, model::Status status, const Style& style);

/// A line of that width, dashed or dotted where the fact is not done, in its colour.
Attributes line(model::Relation relation, model::Status status, double width, const Style& style);

/// Adds the head that tells the relation.
void set_head(Attributes& attributes, model::Relation relation, const Style& style);

}  // namespace whofunds::render
