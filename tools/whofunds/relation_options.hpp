#pragma once

#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "whofunds/model/relation.hpp"

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

/// The relations of those names, which `declare_relation_option` has checked.
std::vector<model::Relation> relations_of(const std::vector<std::string>& names);

}  // namespace whofunds::tools
