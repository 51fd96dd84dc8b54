#include "whofunds/query/stats.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "csv.hpp"
#include "graph_query.hpp"
#include "printing.hpp"
#include "whofunds/store/frozen_file.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

/// The counts by name of `values` that are not zero: {"company", 3} …
template <class Values, class Counts>
std::vector<std::pair<std::string, std::size_t>> named(const Values& values, const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> names;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (counts[i] != 0) names.emplace_back(to_string(values[i]), counts[i]);
  }
  return names;
}

/// A group of counts with its name; the groups are what all three formats show, in this order.
struct Group {
  std::string name;
  std::vector<std::pair<std::string, std::size_t>> counts;
};

std::vector<Group> groups_of(const query::Stats& stats) {
  return {{"",
           {{"documents", stats.documents},
            {"entities", stats.entities},
            {"facts", stats.facts},
            {"deals", stats.deals},
            {"evidence", stats.evidence}}},
          {"entities_by_kind", named(model::kAllEntityKinds, stats.entities_by_kind)},
          {"facts_by_relation", named(model::kAllRelations, stats.facts_by_relation)},
          {"facts_by_status", named(model::kAllStatuses, stats.facts_by_status)}};
}

Json json_of(const query::Stats& stats) {
  Json json;
  for (const Group& group : groups_of(stats)) {
    Json& place = group.name.empty() ? json : json[group.name] = Json::object();
    for (const auto& [name, count] : group.counts) place[name] = count;
  }
  json["sums"] = sums_json(stats.sums);
  return json;
}

std::string csv_of(const query::Stats& stats) {
  std::string rows = csv_row({"group", "name", "number"});
  for (const Group& group : groups_of(stats)) {
    for (const auto& [name, count] : group.counts) rows += csv_row({group.name, name, std::to_string(count)});
  }
  for (const query::Sum& sum : stats.sums) rows += csv_row({"sums", sum.currency, std::to_string(sum.value)});
  return rows;
}

/// The groups one below the other; sums as people write them.
std::string text_of(const query::Stats& stats) {
  std::vector<std::vector<std::string>> rows;
  for (const Group& group : groups_of(stats)) {
    if (!group.name.empty() && !group.counts.empty()) rows.push_back({group.name});
    for (const auto& [name, count] : group.counts)
      rows.push_back({(group.name.empty() ? "" : "  ") + name, std::to_string(count)});
  }
  if (!stats.sums.empty()) rows.push_back({"sums", sums_text(stats.sums)});
  return aligned(rows);
}

class StatsCommand : public Command {
 public:
  std::string_view name() const override { return "stats"; }

  void setup(CLI::App& app) override {
    declare_query_options(app, options_);
    app.add_flag("--check", check_);
  }

  ExitCode run() override {
    if (check_) check();
    const query::Stats stats = query::stats(open_frozen(options_.graph).graph());
    print_answer(options_, {.text = [&] { return text_of(stats); },
                            .json = [&] { return json_of(stats); },
                            .csv = [&] { return csv_of(stats); }});
    return ExitCode::kDone;
  }

 private:
  /// Reads all of the graph, and of what was prepared of it for queries.
  void check() const {
    store::Store::open(options_.graph).check();
    if (store::drop_damaged_form(store::frozen_path(options_.graph)))
      say("what was prepared of " + options_.graph + " for queries is damaged, and is made anew");
  }

  QueryOptions options_;
  bool check_ = false;
};

}  // namespace

std::unique_ptr<Command> make_stats() {
  return std::make_unique<StatsCommand>();
}

}  // namespace whofunds::tools
