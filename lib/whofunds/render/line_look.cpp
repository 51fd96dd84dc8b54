#include "whofunds/render/line_look.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace whofunds::render {
namespace {

using model::Relation;
using model::Status;

std::string_view line_style(Status status) {
  if (status == Status::kAnnounced) return "dashed";
  return status == Status::kRumoured ? "dotted" : "solid";
}

}  // namespace

bool is_so(Status status) {
  return status != Status::kDenied && status != Status::kEnded;
}

double line_width(const std::optional<model::Money>& amount, const Style& style) {
  constexpr double kThinnest = 1.2;
  constexpr double kThickest = 6.0;
  constexpr double kStep = 0.8;
  if (!amount || amount->value <= 0) return kThinnest;
  const auto currency = style.currencies.find(amount->currency);
  const double worth = currency == style.currencies.end() ? 1.0 : currency->second.worth;
  const double millions = static_cast<double>(amount->value) * worth / 1e6;
  return std::clamp(kThinnest + kStep * std::log10(std::max(millions, 1.0)), kThinnest, kThickest);
}

std::string colour_of(Relation relation, Status status, const Style& style) {
  return is_so(status) ? style.of(relation).colour : style.theme.not_so;
}

Attributes line(Relation relation, Status status, double width, const Style& style) {
  return {{"color", colour_of(relation, status, style)},
          {"style", std::string(line_style(status))},
          {"penwidth", fmt::format("{:.1f}", width)},
          {"weight", is_funding(relation) ? "3" : "1"}};
}

void set_head(Attributes& attributes, Relation relation, const Style& style) {
  attributes.emplace_back("arrowhead", style.of(relation).arrowhead);
  if (is_symmetric(relation)) attributes.emplace_back("dir", "none");
}

}  // namespace whofunds::render
