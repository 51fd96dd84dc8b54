#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "commands/commands.hpp"
#include "documents.hpp"
#include "printing.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/extraction/ordered_pool.hpp"

namespace whofunds::tools {
namespace {

using Mentions = std::vector<extraction::NamedMention>;

std::string json_lines(const Mentions& mentions, const std::string& document) {
  std::string lines;
  for (const auto& mention : mentions) lines.append(exchange::to_json_line(mention, document)) += '\n';
  return lines;
}

std::string table(const Mentions& mentions, const std::string& document) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& mention : mentions) {
    rows.push_back({document, std::to_string(mention.begin) + "–" + std::to_string(mention.end),
                    std::string(model::to_string(mention.kind)), mention.text, mention.entity, mention.name});
  }
  return aligned(rows);
}

class MentionsCommand : public Command {
 public:
  std::string_view name() const override { return "mentions"; }

  void setup(CLI::App& app) override {
    declare_document_options(app, documents_);
    app.add_option("--format", format_)->check(CLI::IsMember({"text", "jsonl"}));
  }

  ExitCode run() override {
    const bool as_text = format_.empty() ? output_is_terminal() : format_ == "text";
    const extraction::Extractor extractor = open_extractor(documents_);
    std::size_t found = 0;
    Batch batch(documents_);
    extraction::OrderedPool<Output> pool(documents_.jobs, [&found, &batch](const Output& output) {
      if (output.fault) batch.count_fault(*output.fault);
      batch.count_omissions(output.omitted);
      found += output.mentions;
      print(output.lines);
    });
    batch.read([&](text::Document document) {
      const std::size_t bytes = document.text.size();
      pool.submit(
          [&extractor, as_text, document = std::move(document)] {
            Output output;
            output.fault = fault_of(document.id, [&] {
              const Mentions mentions = extractor.find_mentions(document, &output.omitted);
              output.lines = as_text ? table(mentions, document.id) : json_lines(mentions, document.id);
              output.mentions = mentions.size();
            });
            return output;
          },
          bytes);
    });
    pool.finish();
    return batch.close(counted(batch.documents(), "document") + ", " + counted(found, "mention"));
  }

 private:
  /// What one document gives.
  struct Output {
    std::string lines;
    std::size_t mentions = 0;
    std::optional<InputError> fault;
    extraction::Omissions omitted;
  };

  DocumentOptions documents_;
  std::string format_;  // empty: by what standard output is
};

}  // namespace

std::unique_ptr<Command> make_mentions() {
  return std::make_unique<MentionsCommand>();
}

}  // namespace whofunds::tools
