#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "commands/commands.hpp"
#include "documents.hpp"
#include "printing.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {
namespace {

class MergeCommand : public Command {
 public:
  std::string_view name() const override { return "merge"; }

  void setup(CLI::App& app) override {
    app.add_option("GRAPHS", graphs_)->required();
    app.add_option("-o,--output", output_)->required();
  }

  ExitCode run() override {
    std::vector<store::Store> sources;  // all are opened first: where one is no graph, nothing is written
    for (const std::string& graph : graphs_) {
      std::error_code none;
      if (std::filesystem::equivalent(graph, output_, none))
        throw UsageError(graph, "a graph cannot be merged into itself", "name another file with -o");
      sources.push_back(store::Store::open(graph));
    }
    store::Store into = store::Store::open_or_create(output_);
    for (const store::Store& source : sources) into.merge(source);
    const store::Counts counts = into.counts();
    say(counted(counts.documents, "document") + ", " + counted(counts.facts, "fact") + " in " + output_);
    return ExitCode::kDone;
  }

 private:
  std::vector<std::string> graphs_;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_merge() {
  return std::make_unique<MergeCommand>();
}

}  // namespace whofunds::tools
