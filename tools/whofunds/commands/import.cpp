#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "builder.hpp"
#include "commands/commands.hpp"
#include "documents.hpp"
#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/exchange/reading.hpp"
#include "whofunds/exchange/register.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/language/share.hpp"

namespace whofunds::tools {
namespace {

/// Puts the facts of a register into the graph, a document a file. New content of a file takes the place of
/// the old; what comes from standard input, which has no name of its own, only adds.
void add_facts(std::vector<model::Fact> facts, LooseFacts& into) {
  for (auto begin = facts.begin(); begin != facts.end();) {
    const std::string document = begin->document;
    std::string content;
    auto end = begin;
    for (; end != facts.end() && end->document == document; ++end)
      content += exchange::to_json_line(*end) + '\n';
    if (document != "-") into.begin({.id = document, .content_hash = graph::stable_id("", {content})});
    for (; begin != end; ++begin) into.add(std::move(*begin));
  }
  into.flush();
}

std::string passed_over(const exchange::Register& read) {
  std::size_t count = 0;
  std::string kinds;
  for (const auto& [kind, times] : read.passed_over()) {
    count += times;
    kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", times, kind);
  }
  return count == 0 ? ""
                    : fmt::format("; {} passed over, which the graph has no place for ({})", count, kinds);
}

class ImportCommand : public Command {
 public:
  std::string_view name() const override { return "import"; }

  void setup(CLI::App& app) override {
    app.add_option("FILES", files_.files);
    app.add_option("-o,--output", output_)->required();
    app.add_option("--input", input_)->check(CLI::IsMember({"auto", "json", "csv"}));
  }

  ExitCode run() override {
    Builder builder(output_);
    LooseFacts facts(builder);
    Batch batch(files_);
    exchange::Register read;
    const auto on_fault = [&](const InputError& fault) { batch.count_fault(fault); };
    const exchange::ImportTakers takers{
        .on_document = [&](store::DocumentRecord record) { facts.begin(std::move(record)); },
        .on_fact = [&](model::Fact fact) { facts.add(std::move(fact)); },
        .on_fault = on_fault};
    batch.each_input([&](std::istream& input, const std::string& source) {
      exchange::read_import(input, source, format(), read, takers);
      facts.flush();
    });
    add_facts(read.facts(entities::load_legal_forms(language::share_directory()), on_fault), facts);
    builder.commit();
    const ExitCode code = batch.close(builder.summary() + passed_over(read));
    if (code == ExitCode::kDone) builder.make();
    return code;
  }

 private:
  exchange::ImportFormat format() const {
    if (input_ == "csv") return exchange::ImportFormat::kCsv;
    return input_ == "json" ? exchange::ImportFormat::kJson : exchange::ImportFormat::kAuto;
  }

  DocumentOptions files_;
  std::string output_;
  std::string input_ = "auto";
};

}  // namespace

std::unique_ptr<Command> make_import() {
  return std::make_unique<ImportCommand>();
}

}  // namespace whofunds::tools
