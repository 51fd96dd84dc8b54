#include "relation_options.hpp"

#include <CLI/CLI.hpp>

namespace whofunds::tools {

void declare_relation_option(CLI::App& app, std::vector<std::string>& names) {
  app.add_option("--relation", names)
      ->check(CLI::IsMember(names_of(model::kAllRelations)))
      ->delimiter(',')
      ->allow_extra_args(false);
}

std::vector<model::Relation> relations_of(const std::vector<std::string>& names) {
  std::vector<model::Relation> relations;
  relations.reserve(names.size());
  for (const std::string& name : names) relations.push_back(*model::parse_relation(name));
  return relations;
}

}  // namespace whofunds::tools
