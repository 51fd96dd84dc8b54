#include "report.hpp"

#include <nlohmann/json.hpp>

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The message without the place before it.
std::string message_of(const InputError& failure) {
  const std::string message = failure.what();
  const std::string before = failure.where() + ": ";
  return message.starts_with(before) ? message.substr(before.size()) : message;
}

}  // namespace

Report::Report(const std::string& file) : file_(file), output_(file, std::ios::binary) {
  output_ << "{\"failures\":[";
  check();
}

void Report::add_failure(const InputError& failure) {
  output_ << (any_ ? ",\n" : "\n")
          << dumped(Json{{"where", failure.where()}, {"message", message_of(failure)}});
  any_ = true;
  check();
}

void Report::close(const BatchCounts& counts) {
  const Json languages(counts.other_languages);
  output_ << (any_ ? "\n" : "") << "],\n\"documents\":" << counts.documents
          << ",\"unreadable\":" << counts.unreadable << ",\"passed_over\":" << counts.passed_over
          << ",\"other_languages\":" << (counts.other_languages.empty() ? "{}" : dumped(languages))
          << ",\"interrupted\":" << (counts.interrupted ? "true" : "false") << "}\n";
  output_.flush();
  check();
}

void Report::check() {
  if (!output_)
    throw MachineError(file_, "the report cannot be written", "is the disk full, the folder there?");
}

}  // namespace whofunds::tools
