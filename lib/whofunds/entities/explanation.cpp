#include "whofunds/entities/explanation.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace whofunds::entities {
namespace {

// Names as a graph: two are neighbours where a step, a document or a decision says that they are one.
class NameGraph {
 public:
  NameGraph(std::span<const LocalEntity> locals, model::EntityKind kind, const LegalForms& forms,
            const Decisions& decisions)
      : kind_(kind), forms_(forms) {
    for (const LocalEntity& local : locals) {
      names_.insert(local.name);
      for (const std::string& alias : local.aliases) {
        names_.insert(alias);
        if (alias == local.name) continue;
        std::string& document = together_[std::minmax(local.name, alias)];
        if (document.empty() || local.document < document) document = local.document;
      }
    }
    for (const auto& [a, b] : decisions.same()) {
      decided_.insert(std::minmax(decided_form(a), decided_form(b)));
    }
  }

  // The names that are written as `name` is, as far as the first step that finds one goes.
  std::vector<std::string> like(std::string_view name) const {
    std::vector<std::string> found;
    for (const std::string& each : names_) {
      if (decided_form(each) == decided_form(name)) found.push_back(each);
    }
    for (const std::string& each : names_) {
      if (found.empty() && same_name(each, name, kind_, forms_)) found.push_back(each);
    }
    return found;
  }

  std::optional<ExplainedStep> step(const std::string& from, const std::string& to) const {
    const bool by_itself = joins(from, kind_, forms_) && joins(to, kind_, forms_);
    if (const auto found = by_itself ? same_name(from, to, kind_, forms_) : std::nullopt)
      return ExplainedStep{.from = from, .to = to, .step = *found, .document = {}};
    if (const auto document = together_.find(std::minmax(from, to)); document != together_.end())
      return ExplainedStep{.from = from, .to = to, .step = JoinStep::kAlias, .document = document->second};
    if (decided_.contains(std::minmax(decided_form(from), decided_form(to))))
      return ExplainedStep{.from = from, .to = to, .step = JoinStep::kDecision, .document = {}};
    return std::nullopt;
  }

  const std::set<std::string>& names() const { return names_; }

 private:
  using Pair = std::pair<std::string, std::string>;

  model::EntityKind kind_;
  const LegalForms& forms_;
  std::set<std::string> names_;
  std::map<Pair, std::string> together_;  // two names that a document gives one entity, and the document
  std::set<Pair> decided_;
};

}  // namespace

std::vector<ExplainedStep> explain(std::string_view a, std::string_view b,
                                   std::span<const LocalEntity> locals, model::EntityKind kind,
                                   const LegalForms& forms, const Decisions& decisions) {
  const NameGraph graph(locals, kind, forms, decisions);
  const std::vector<std::string> ends = graph.like(b);
  std::vector<std::string> waiting = graph.like(a);
  std::set<std::string> met(waiting.begin(), waiting.end());
  std::map<std::string, ExplainedStep> came_by;
  const auto spelled = [&](std::string_view from, std::string_view to, std::vector<ExplainedStep>& chain) {
    if (decided_form(from) == decided_form(to)) return;
    const auto step = same_name(from, to, kind, forms);
    chain.push_back({.from = std::string(from),
                     .to = std::string(to),
                     .step = step.value_or(JoinStep::kAlias),
                     .document = {}});
  };
  for (std::size_t at = 0; at < waiting.size(); ++at) {
    if (std::find(ends.begin(), ends.end(), waiting[at]) != ends.end()) {
      std::vector<ExplainedStep> chain;
      std::string name = waiting[at];
      for (auto last = came_by.find(name); last != came_by.end(); last = came_by.find(chain.back().from))
        chain.push_back(last->second);
      // Names as they were asked for, where no document spells them so.
      std::vector<ExplainedStep> whole;
      spelled(a, chain.empty() ? waiting[at] : chain.back().from, whole);
      whole.insert(whole.end(), chain.rbegin(), chain.rend());
      spelled(waiting[at], b, whole);
      return whole;
    }
    for (const std::string& next : graph.names()) {
      if (met.contains(next)) continue;
      const auto step = graph.step(waiting[at], next);
      if (!step) continue;
      met.insert(next);
      came_by.emplace(next, *step);
      waiting.push_back(next);
    }
  }
  return {};
}

}  // namespace whofunds::entities
