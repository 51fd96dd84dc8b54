#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.hpp"
#include "progress.hpp"
#include "report.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/text/document.hpp"

namespace whofunds::tools {

/// What a command that reads documents was told to read, and how.
struct DocumentOptions {
  std::vector<std::string> files;  ///< or patterns ("news/*.txt"); "-" is standard input, and so is none
  bool folders = false;            ///< a folder stands for all the files in it
  std::string input = "auto";      ///< the format, or "auto": told by what is in each file
  std::string report;              ///< file for a report in JSON; "" = none
  unsigned jobs = 1;               ///< documents read at the same time
  bool every_language = false;     ///< also documents in languages that nothing can be extracted from
  std::string tagger = "model";    ///< what reads the grammar of sentences: "model" or "rules"
};

/// Declares FILES, -r, --input and --report.
void declare_input_options(CLI::App& app, DocumentOptions& options);

/// Declares these, and how documents are read: --jobs and --tagger.
void declare_document_options(CLI::App& app, DocumentOptions& options);

/// Opens what reads the documents, as the options say.
extraction::Extractor open_extractor(const DocumentOptions& options);

/// Reads a batch: every document of every file, in order. One that cannot be read is named on standard error
/// and counted; the batch goes on. So it does where Ctrl-C asks it to stop, but takes no further document.
class Batch {
 public:
  using OnDocument = std::function<void(text::Document)>;
  using OnFactLine = std::function<void(std::string_view line, std::string_view where)>;

  /// `used` are files that the batch reads or writes besides its documents. Throws UsageError where the
  /// report would take the place of one of them or of a document, MachineError where it cannot be written, as
  /// the other functions do.
  explicit Batch(const DocumentOptions& options, const std::vector<std::string>& used = {});

  /// Reads documents and, where `on_fact` is given, hands out the lines that are facts as `extract` prints
  /// them: among the lines of a JSON lines input, those with a "relation".
  void read(const OnDocument& on_document, const OnFactLine& on_fact = nullptr);

  /// Opens every input in order and hands it out with its name; one that cannot be opened is counted.
  void each_input(const std::function<void(std::istream&, const std::string&)>& on_input);

  /// Names on standard error what could not be read, and counts it. A file that holds no document is only
  /// counted where it was met in a folder or an archive.
  void count_fault(const InputError& fault);

  /// Counts what was left out of a document that was read.
  void count_omissions(const extraction::Omissions& omitted) { counts_.omitted.add(omitted); }

  /// What to do before something that could not be read is named: to finish what was begun with what stands
  /// before it, so that faults come in the order of the input.
  void before_fault(std::function<void()> finish) { before_fault_ = std::move(finish); }

  /// How many documents were read.
  std::size_t documents() const { return counts_.documents; }

  /// Ends the batch with one line on standard error: `summary`, how many documents were unreadable or in
  /// other languages, and what was left out of the others.
  ExitCode close(std::string_view summary);

 private:
  /// A file of the batch.
  struct File {
    std::string name;
    bool named = true;  ///< by the user; not found in a folder
    std::uintmax_t bytes = 0;
  };

  std::vector<File> files();
  std::vector<File> files_named(const std::string& name) const;
  std::optional<std::ifstream> opened(const std::string& file);
  void read_stream(std::istream& input, const std::string& source, const OnDocument& on_document,
                   const OnFactLine& on_fact);
  void meet_fault(const InputError& fault);
  void take(text::Document document, const OnDocument& on_document);
  void stop_where_asked();
  bool is_read(const std::string& lang);
  bool is_read_in_part(const text::Document& document);
  double part_done() const;

  const DocumentOptions& options_;
  BatchCounts counts_;
  std::function<void()> before_fault_;
  std::optional<Report> report_;
  bool heeds_interruption_ = false;
  std::vector<std::string> languages_;  // those that we read; empty until they are asked for
  std::uintmax_t bytes_ = 0;            // of all the files; 0 = not known
  std::uintmax_t bytes_before_ = 0;     // of the files before the one that is being read
  std::string source_;                  // name of the file that is being read
  bool found_in_folder_ = false;        // that file was not named by the user
  std::ifstream* input_ = nullptr;      // that is being read
  Progress progress_;
};

/// Does `work`, which is about the document `id`. What it throws is a fault of that document and stops no
/// batch; a fault of the machine, or lack of memory, is thrown on.
std::optional<InputError> fault_of(const std::string& id, const std::function<void()>& work);

/// "1 document", "3 documents", "2 entities".
std::string counted(std::size_t count, std::string_view thing);

}  // namespace whofunds::tools
