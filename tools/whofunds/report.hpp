#pragma once

#include <cstddef>
#include <fstream>
#include <map>
#include <string>

#include "whofunds/model/error.hpp"

namespace whofunds::tools {

/// How a batch ended, besides its failures.
struct BatchCounts {
  std::size_t documents = 0;
  std::size_t unreadable = 0;
  std::size_t passed_over = 0;                         ///< files that hold no document
  std::map<std::string, std::size_t> other_languages;  ///< documents that are in none that we read
  bool interrupted = false;
};

/// A report of a batch for programs: a JSON object with every failure, written as the batch goes on.
class Report {
 public:
  /// Throws MachineError where the file cannot be written, as the other functions do.
  explicit Report(const std::string& file);

  void add_failure(const InputError& failure);
  /// Ends the report.
  void close(const BatchCounts& counts);

 private:
  void check();

  std::string file_;
  std::ofstream output_;
  bool any_ = false;
};

}  // namespace whofunds::tools
