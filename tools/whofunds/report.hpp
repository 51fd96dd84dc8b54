#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "whofunds/extraction/extractor.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::tools {

/// How a batch ended, besides its failures.
struct BatchCounts {
  std::size_t documents = 0;
  std::size_t unreadable = 0;
  std::size_t passed_over = 0;                         ///< files that hold no document
  std::map<std::string, std::size_t> other_languages;  ///< documents that are in none that we read
  extraction::Omissions omitted;                       ///< of the documents that were read
  bool interrupted = false;
};

/// A report of a batch for programs: a JSON object with every failure, which `close` writes, whole or not at
/// all.
class Report {
 public:
  /// Throws UsageError where no file is named, MachineError where it could not be written later.
  explicit Report(const std::string& file);

  /// Throws UsageError where `used`, which the batch reads or writes, is the file of the report.
  void refuse(const std::string& used) const;

  /// Whether the file is the report of an earlier batch, which is to be written anew and nothing to read.
  bool was_written_before(const std::string& file) const;

  void add_failure(const InputError& failure);
  /// Writes the report. Throws MachineError.
  void close(const BatchCounts& counts) const;

 private:
  bool is_its_file(const std::string& file) const;

  std::string file_;
  std::string failures_;
};

}  // namespace whofunds::tools
