#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "commands/commands.hpp"
#include "documents.hpp"
#include "fact_text.hpp"
#include "printing.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/extraction/ordered_pool.hpp"

namespace whofunds::tools {
namespace {

class ExtractCommand : public Command {
 public:
  std::string_view name() const override { return "extract"; }

  void setup(CLI::App& app) override {
    declare_document_options(app, documents_);
    app.add_option("--format", format_)->check(CLI::IsMember({"text", "jsonl"}));
    app.add_option("--min-confidence", min_confidence_)->check(CLI::Range(0.0, 1.0));
    app.add_flag("--explain", explain_);
  }

  ExitCode run() override {
    const bool as_text = format_.empty() ? output_is_terminal() : format_ == "text";
    const extraction::Extractor extractor = open_extractor(documents_);
    std::size_t facts = 0;
    Batch batch(documents_);
    extraction::OrderedPool<Output> pool(documents_.jobs, [&facts, &batch](const Output& output) {
      if (output.fault) batch.count_fault(*output.fault);
      batch.count_omissions(output.omitted);
      facts += output.facts;
      print(output.lines);
    });
    batch.read([&](text::Document document) {
      const std::size_t bytes = document.text.size();
      pool.submit(
          [&extractor, this, as_text, document = std::move(document)] {
            Output output;
            output.fault = fault_of(document.id, [&] {
              if (explain_) {
                output.lines = printable_lines(extractor.explain(document, &output.omitted));
              } else {
                take_facts(extractor.extract_facts(document, &output.omitted), as_text, output);
              }
            });
            return output;
          },
          bytes);
    });
    pool.finish();
    const std::string read = counted(batch.documents(), "document");
    return batch.close(explain_ ? read : read + ", " + counted(facts, "fact"));
  }

 private:
  /// What one document gives.
  struct Output {
    std::string lines;
    std::size_t facts = 0;
    std::optional<InputError> fault;
    extraction::Omissions omitted;
  };

  void take_facts(const std::vector<model::Fact>& facts, bool as_text, Output& output) const {
    for (const model::Fact& fact : facts) {
      if (fact.confidence < min_confidence_) continue;
      ++output.facts;
      output.lines += as_text ? fact_line(fact) + '\n' + evidence_lines(fact.evidence)
                              : exchange::to_json_line(fact) + '\n';
    }
  }

  DocumentOptions documents_;
  std::string format_;  // empty: by what standard output is
  double min_confidence_ = 0.0;
  bool explain_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract() {
  return std::make_unique<ExtractCommand>();
}

}  // namespace whofunds::tools
