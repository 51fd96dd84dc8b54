#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "documents.hpp"
#include "printing.hpp"
#include "whofunds/text/json_text.hpp"

namespace whofunds::tools {
namespace {

std::string json_line(const text::Document& document) {
  nlohmann::ordered_json line{{"id", document.id}, {"text", document.text}, {"lang", document.lang}};
  if (document.date) line["date"] = model::to_string(*document.date);
  if (!document.url.empty()) line["url"] = document.url;
  if (!document.title.empty()) line["title"] = document.title;
  return text::json_text(line) + '\n';
}

class TextCommand : public Command {
 public:
  std::string_view name() const override { return "text"; }

  void setup(CLI::App& app) override {
    declare_input_options(app, documents_);
    app.add_option("--format", format_)->check(CLI::IsMember({"text", "jsonl"}));
    documents_.every_language = true;
  }

  ExitCode run() override {
    Batch batch(documents_);
    batch.read([&](const text::Document& document) {
      print(format_ == "jsonl" ? json_line(document) : plain(document));
    });
    return batch.close(counted(batch.documents(), "document"));
  }

 private:
  /// The text and nothing else where there is only one; else under its name.
  std::string plain(const text::Document& document) const {
    const bool alone = documents_.files.size() <= 1 &&
                       document.id == (documents_.files.empty() ? "-" : documents_.files.front());
    std::string text = output_is_terminal() ? printable_lines(document.text) : document.text;
    if (!text.ends_with('\n')) text += '\n';
    return alone ? text : "==> " + printable(document.id) + " <==\n" + text + "\n";
  }

  DocumentOptions documents_;
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_text() {
  return std::make_unique<TextCommand>();
}

}  // namespace whofunds::tools
