#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.hpp"
#include "printing.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/text/document.hpp"

namespace whofunds::tools {

/// What a command that reads documents was told to read, and how.
struct DocumentOptions {
  std::vector<std::string> files;  ///< "-" is standard input; so is none at all
  std::string input = "auto";      ///< "text", "jsonl", or by the ending of each file
  unsigned jobs = 1;               ///< documents read at the same time
  std::string tagger = "model";    ///< what reads the grammar of sentences: "model" or "rules"
};

/// Declares FILES, --input, --jobs and --tagger.
void declare_document_options(CLI::App& app, DocumentOptions& options);

/// Opens what reads the documents, as the options say.
extraction::Extractor open_extractor(const DocumentOptions& options);

/// Reads a batch: every document of every file, in order. One that cannot be read is named on standard error
/// and counted; the batch goes on.
class Batch {
 public:
  using OnDocument = std::function<void(text::Document)>;
  using OnFactLine = std::function<void(std::string_view line, std::string_view where)>;

  explicit Batch(const DocumentOptions& options) : options_(options), progress_("documents") {}

  /// Reads documents and, where `on_fact` is given, hands out the lines that are facts as `extract` prints
  /// them: among the lines of a JSON lines input, those with a "relation".
  void read(const OnDocument& on_document, const OnFactLine& on_fact = nullptr);

  /// Names what could not be read on standard error, and counts it.
  void count_fault(const InputError& fault);

  /// What to do before something that could not be read is named: to finish what was begun with what stands
  /// before it, so that faults come in the order of the input.
  void before_fault(std::function<void()> finish) { before_fault_ = std::move(finish); }

  /// Opens every input in order and hands it out with its name; one that cannot be opened is counted.
  void each_input(const std::function<void(std::istream&, const std::string&)>& on_input);

  /// How many documents were read.
  std::size_t documents() const { return documents_; }

  /// Ends the batch with one line on standard error: `summary`, and how many documents were unreadable.
  ExitCode close(std::string_view summary);

 private:
  void read_stream(std::istream& input, const std::string& source, const OnDocument& on_document,
                   const OnFactLine& on_fact);
  void meet_fault(const InputError& fault);

  const DocumentOptions& options_;
  Progress progress_;
  std::size_t documents_ = 0;
  std::size_t unreadable_ = 0;
  std::function<void()> before_fault_;
};

/// "1 document", "3 documents", "2 entities".
std::string counted(std::size_t count, std::string_view thing);

}  // namespace whofunds::tools
