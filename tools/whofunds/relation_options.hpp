#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "whofunds/model/partial_date.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/query/path.hpp"

namespace whofunds::tools {

/// The names of all values of an enumeration of the model, for options that take one of them.
template <class Values>
std::vector<std::string> names_of(const Values& values) {
  std::vector<std::string> names;
  names.reserve(values.size());
  for (const auto value : values) names.emplace_back(to_string(value));
  return names;
}

/// Declares --relation R, which may be given many times or take several names with commas between them.
void declare_relation_option(CLI::App& app, std::vector<std::string>& names);

/// Declares an option that takes a date as exact as 2023, 2023-01 or 2023-01-15.
void declare_date_option(CLI::App& app, const std::string& name, std::optional<model::PartialDate>& date);

/// Which facts a query goes along.
struct AlongOptions {
  std::vector<std::string> relations;
  std::vector<std::string> statuses;
  query::FactWindow window;
};

/// Throws UsageError where the window ends before it begins.
void check_window(const query::FactWindow& window);

/// Declares --relation, --status, --since, --until and --min-amount.
void declare_along_options(CLI::App& app, AlongOptions& options);
query::PathOptions along_of(const AlongOptions& options);

/// The relations of those names, which `declare_relation_option` has checked.
std::vector<model::Relation> relations_of(const std::vector<std::string>& names);

}  // namespace whofunds::tools
