#include "whofunds/store/unknown_names.hpp"

#include <set>

#include "whofunds/store/sqlite.hpp"

namespace whofunds::store {

std::vector<std::string> unknown_names(const Store& store, const entities::Decisions& decisions) {
  std::set<std::string> names;
  for (const auto* const pairs : {&decisions.same(), &decisions.different()}) {
    for (const auto& [a, b] : *pairs) names.insert({a, b});
  }
  for (const auto& [of, show] : decisions.names()) names.insert(of);
  std::set<std::string> wanted;
  for (const std::string& name : names) wanted.insert(entities::decided_form(name));
  Statement select(store.database(), "SELECT name FROM entities UNION SELECT alias FROM aliases");
  while (!wanted.empty() && select.step()) wanted.erase(entities::decided_form(select.view(0)));
  std::erase_if(names,
                [&](const std::string& name) { return !wanted.contains(entities::decided_form(name)); });
  return {names.begin(), names.end()};
}

}  // namespace whofunds::store
