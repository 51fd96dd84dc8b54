#include "report.hpp"

#include <nlohmann/json.hpp>

#include "whofunds/text/json_text.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

/// The message without the place before it.
std::string message_of(const InputError& failure) {
  constexpr std::string_view kColon = ": ";
  const std::string message = failure.what();
  return failure.where().empty() ? message : message.substr(failure.where().size() + kColon.size());
}

}  // namespace

Report::Report(const std::string& file) : file_(file), output_(file, std::ios::binary) {
  output_ << "{\"failures\":[";
  check();
}

void Report::add_failure(const InputError& failure) {
  output_ << (any_ ? ",\n" : "\n")
          << text::json_text(Json{{"where", failure.where()}, {"message", message_of(failure)}});
  any_ = true;
  check();
}

void Report::close(const BatchCounts& counts) {
  const Json languages(counts.other_languages);
  output_ << (any_ ? "\n" : "") << "],\n\"documents\":" << counts.documents
          << ",\"unreadable\":" << counts.unreadable << ",\"passed_over\":" << counts.passed_over
          << ",\"other_languages\":" << (counts.other_languages.empty() ? "{}" : text::json_text(languages))
          << ",\"interrupted\":" << (counts.interrupted ? "true" : "false") << "}\n";
  output_.flush();
  check();
}

void Report::check() {
  if (!output_)
    throw MachineError(file_, "the report cannot be written", "is the disk full, the folder there?");
}

}  // namespace whofunds::tools
