#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "builder.hpp"
#include "commands/commands.hpp"
#include "documents.hpp"
#include "printing.hpp"
#include "progress.hpp"
#include "whofunds/entities/decisions.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/extraction/ordered_pool.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {
namespace {

/// What came of reading a document, or of some lines that are facts.
struct Read {
  std::optional<store::DocumentRecord> record;
  std::vector<model::Fact> facts;
  std::vector<InputError> faults;
  extraction::Omissions omitted;
};

struct FactLine {
  std::string line;
  std::string where;
};

Read read_lines(const std::vector<FactLine>& lines) {
  Read read;
  for (const FactLine& each : lines) {
    try {
      read.facts.push_back(exchange::fact_from_json_line(each.line, each.where));
    } catch (const InputError& fault) {
      read.faults.push_back(fault);
    }
  }
  return read;
}

InputError repeated_id(const text::Document& document) {
  return InputError(document.where.empty() ? document.id : document.where,
                    fmt::format("the id '{}' is that of an earlier document with another text", document.id),
                    "give each document an id of its own");
}

class BuildCommand : public Command {
 public:
  std::string_view name() const override { return "build"; }

  void setup(CLI::App& app) override {
    declare_document_options(app, documents_);
    app.add_option("-o,--output", output_)->required();
    app.add_option("--decisions", decisions_);
  }

  ExitCode run() override {
    std::optional<entities::Decisions> decisions;
    if (!decisions_.empty()) decisions = entities::load_decisions(decisions_);
    Batch batch(documents_, {output_, decisions_});
    Builder builder(output_);
    if (decisions) builder.decide(*decisions);
    if (!decisions || !documents_.files.empty()) read(batch, builder);
    const ExitCode code = batch.close(builder.summary());
    if (code == ExitCode::kDone) builder.make();
    if (decisions) {
      for (const std::string& name : builder.unknown_names(*decisions))
        say_error(fmt::format("{}: no entity of the graph has the name '{}'", decisions_, name));
    }
    return code;
  }

 private:
  void read(Batch& batch, Builder& builder) const {
    LooseFacts loose(builder);
    Progress progress("facts");
    std::unique_ptr<const extraction::Extractor> extractor;  // facts alone need no dictionaries
    extraction::OrderedPool<Read> pool(documents_.jobs, [&](Read read) {
      for (const InputError& fault : read.faults) batch.count_fault(fault);
      batch.count_omissions(read.omitted);
      if (read.record) return builder.add(*read.record, read.facts);
      for (model::Fact& fact : read.facts) {
        progress.step();
        loose.add(std::move(fact));
      }
    });
    std::vector<FactLine> lines;
    const auto submit_lines = [&] {
      if (lines.empty()) return;
      std::size_t bytes = 0;
      for (const FactLine& each : lines) bytes += each.line.size();
      pool.submit([some = std::exchange(lines, {})] { return read_lines(some); }, bytes);
    };
    const auto take_document = [&](const text::Document& document) {
      store::DocumentRecord record = store::record_of(document);
      if (!builder.meet(record)) {
        submit_lines();
        return pool.submit([fault = repeated_id(document)] { return Read{.faults = {fault}}; }, 0);
      }
      if (builder.knows(record)) return builder.skip();
      if (!extractor) extractor = std::make_unique<extraction::Extractor>(open_extractor(documents_));
      submit_lines();
      pool.submit(
          [&extractor, record = std::move(record), document] {
            Read read;
            const auto fault = fault_of(
                document.id, [&] { read.facts = extractor->extract_facts(document, &read.omitted); });
            if (fault) {
              read.faults.push_back(*fault);
            } else {
              read.record = record;
            }
            return read;
          },
          document.text.size());
    };
    const auto take_line = [&](std::string_view line, std::string_view where) {
      lines.push_back({.line = std::string(line), .where = std::string(where)});
      if (lines.size() == kLinesAtOnce) submit_lines();
    };
    batch.before_fault([&] {
      submit_lines();
      pool.finish();
    });
    batch.read(take_document, take_line);
    submit_lines();
    pool.finish();
    loose.flush();
    builder.commit();
  }

  static constexpr std::size_t kLinesAtOnce = 128;

  DocumentOptions documents_;
  std::string output_;
  std::string decisions_;
};

}  // namespace

std::unique_ptr<Command> make_build() {
  return std::make_unique<BuildCommand>();
}

}  // namespace whofunds::tools
