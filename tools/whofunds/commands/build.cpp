#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "builder.hpp"
#include "commands/commands.hpp"
#include "documents.hpp"
#include "ordered_pool.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {
namespace {

class BuildCommand : public Command {
 public:
  std::string_view name() const override { return "build"; }

  void setup(CLI::App& app) override {
    declare_document_options(app, documents_);
    app.add_option("-o,--output", output_)->required();
  }

  ExitCode run() override {
    Builder builder(output_);
    LooseFacts loose(builder);
    std::unique_ptr<const extraction::Extractor> extractor;  // facts alone need no dictionaries
    OrderedPool<Read> pool(documents_.jobs,
                           [&builder](const Read& read) { builder.add(read.record, read.facts); });
    Batch batch(documents_);
    const auto take_document = [&](const text::Document& document) {
      store::DocumentRecord record = store::record_of(document);
      if (builder.knows(record)) return builder.skip();
      if (!extractor) extractor = std::make_unique<extraction::Extractor>(language::share_directory());
      pool.submit([&extractor, record = std::move(record), document] {
        return Read{record, extractor->extract_facts(document)};
      });
    };
    batch.read(take_document, [&loose](model::Fact fact) { loose.add(std::move(fact)); });
    pool.finish();
    loose.flush();
    builder.commit();
    return batch.close(builder.summary());
  }

 private:
  /// A document that has been read.
  struct Read {
    store::DocumentRecord record;
    std::vector<model::Fact> facts;
  };

  DocumentOptions documents_;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_build() {
  return std::make_unique<BuildCommand>();
}

}  // namespace whofunds::tools
