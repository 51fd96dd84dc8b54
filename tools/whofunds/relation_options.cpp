#include "relation_options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "option_checks.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::tools {

void declare_relation_option(CLI::App& app, std::vector<std::string>& names) {
  app.add_option("--relation", names)
      ->check(CLI::IsMember(names_of(model::kAllRelations)))
      ->delimiter(',')
      ->allow_extra_args(false);
}

void declare_date_option(CLI::App& app, const std::string& name, std::optional<model::PartialDate>& date) {
  app.add_option_function<std::string>(name, [name, &date](const std::string& text) {
    date = model::parse_partial_date(text);
    if (!date)
      throw CLI::ValidationError(name, "'" + text + "' is no date; write 2023, 2023-01 or 2023-01-15");
  });
}

void check_window(const query::FactWindow& window) {
  if (!query::is_turned_round(window)) return;
  throw UsageError("",
                   fmt::format("--until {} is before --since {}", model::to_string(*window.until),
                               model::to_string(*window.since)),
                   "turn them round");
}

void declare_along_options(CLI::App& app, AlongOptions& options) {
  declare_relation_option(app, options.relations);
  app.add_option("--status", options.statuses)
      ->check(CLI::IsMember(names_of(model::kAllStatuses)))
      ->delimiter(',')
      ->allow_extra_args(false);
  declare_date_option(app, "--since", options.window.since);
  declare_date_option(app, "--until", options.window.until);
  app.add_option("--min-amount", options.window.min_amount)->check(whole_number(0));
}

query::PathOptions along_of(const AlongOptions& options) {
  check_window(options.window);
  query::PathOptions along{.relations = relations_of(options.relations), .window = options.window};
  for (const std::string& status : options.statuses) along.statuses.push_back(*model::parse_status(status));
  return along;
}

std::vector<model::Relation> relations_of(const std::vector<std::string>& names) {
  std::vector<model::Relation> relations;
  relations.reserve(names.size());
  for (const std::string& name : names) relations.push_back(*model::parse_relation(name));
  return relations;
}

}  // namespace whofunds::tools
