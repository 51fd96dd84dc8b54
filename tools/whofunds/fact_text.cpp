#include "fact_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "printing.hpp"

namespace whofunds::tools {
namespace {

std::string in_words(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string stake_text(const model::Stake& stake) {
  if (!stake.percent) return stake.controlling ? "controlling stake" : "";
  return fmt::format("{}{:g} %{}", stake.at_least ? "≥ " : "", *stake.percent,
                     stake.controlling ? ", controlling" : "");
}

/// What is known beside who and whom, each preceded by " · ". `Said` is a fact or an edge, which have the
/// same attributes.
template <class Said>
std::string details(const Said& fact) {
  std::vector<std::string> known;
  if (fact.amount) known.push_back(model::to_text(*fact.amount));
  if (fact.date) known.push_back(model::to_string(*fact.date));
  if (fact.stake) known.push_back(stake_text(*fact.stake));
  known.push_back(in_words(fact.round));
  if (fact.lead) known.emplace_back("lead");
  if (fact.valuation) known.push_back("at a valuation of " + model::to_text(*fact.valuation));
  if (fact.status != model::Status::kCompleted) known.emplace_back(model::to_string(fact.status));
  std::string line;
  for (const std::string& one : known) {
    if (!one.empty()) line.append(" · ").append(one);
  }
  return line;
}

std::string arrow(const std::string& subject, model::Relation relation, const std::string& object) {
  if (relation == model::Relation::kRaised) return object + " —raised";
  const std::string_view head = model::is_symmetric(relation) ? "—" : "→";
  return fmt::format("{} —{}{} {}", subject, in_words(model::to_string(relation)), head, object);
}

}  // namespace

std::string fact_line(const model::Fact& fact) {
  return printable(arrow(fact.subject ? fact.subject->name : "", fact.relation, fact.object.name) +
                   details(fact));
}

std::string fact_line(const std::string& subject, const graph::EdgeFact& fact, const std::string& object) {
  return printable(arrow(subject, fact.relation, object) + details(fact));
}

std::string evidence_lines(const std::vector<model::Evidence>& evidence) {
  std::string lines;
  for (const model::Evidence& each : evidence)
    lines.append("    “")
        .append(printable(each.text))
        .append("” ")
        .append(printable("[" + each.document + "]")) += '\n';
  return lines;
}

}  // namespace whofunds::tools
