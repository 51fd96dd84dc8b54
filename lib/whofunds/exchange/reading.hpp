#pragma once

#include <functional>
#include <istream>
#include <string_view>

#include "whofunds/exchange/register.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/model/fact.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::exchange {

/// How a file that is imported is written.
enum class ImportFormat {
  kAuto,  ///< CSV where its name ends in .csv or .tsv, or where it has none and does not begin as JSON does
  kJson,  ///< lines of JSON, or one list: each object facts, FollowTheMoney or BODS, as its keys tell
  kCsv,
};

/// What to do with what is read. Each is called in the order of the input.
struct ImportTakers {
  /// Facts of our own, and the documents that they are of, as `export --to jsonl` writes them: a document
  /// stands before its facts.
  std::function<void(store::DocumentRecord)> on_document;
  std::function<void(model::Fact)> on_fact;
  /// What could not be read. Reading goes on with the next line.
  std::function<void(const InputError&)> on_fault;
};

/// The largest file of CSV, or list of JSON, that is read, in bytes. Lines of JSON have no such bound.
inline constexpr std::size_t kLargestTable = std::size_t{1} << 30U;

/// Reads data that is no text. Facts go to `takers`, rows and statements of registers into `into`. `source`
/// names the input in messages and in evidence. Throws MachineError where reading fails.
void read_import(std::istream& input, std::string_view source, ImportFormat format, Register& into,
                 const ImportTakers& takers);

}  // namespace whofunds::exchange
