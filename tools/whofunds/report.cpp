#include "report.hpp"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string_view>
#include <system_error>

#include <nlohmann/json.hpp>

#include "output_file.hpp"
#include "whofunds/text/json_text.hpp"

namespace whofunds::tools {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kHead = "{\"failures\":[";

/// The message without the place before it.
std::string message_of(const InputError& failure) {
  constexpr std::string_view kColon = ": ";
  const std::string message = failure.what();
  return failure.where().empty() ? message : message.substr(failure.where().size() + kColon.size());
}

std::string object_of(const std::map<std::string, std::size_t>& counts) {
  return counts.empty() ? "{}" : text::json_text(Json(counts));
}

}  // namespace

Report::Report(const std::string& file) : file_(file) {
  if (file == "-")
    throw UsageError("--report -", "standard output has the results", "name a file, or /dev/stderr");
  check_writable(file);
}

void Report::refuse(const std::string& used) const {
  if (is_its_file(used))
    throw UsageError("--report " + file_, "this file is read or written already",
                     "name another file for the report");
}

bool Report::was_written_before(const std::string& file) const {
  if (!is_its_file(file)) return false;
  std::string head(kHead.size(), '\0');
  std::ifstream(file, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
  return head == kHead;
}

void Report::add_failure(const InputError& failure) {
  failures_ += failures_.empty() ? "\n" : ",\n";
  failures_ += text::json_text(Json{{"where", failure.where()}, {"message", message_of(failure)}});
}

void Report::close(const BatchCounts& counts) const {
  write_file(file_, [&](std::ostream& output) {
    output << kHead << failures_ << (failures_.empty() ? "" : "\n")
           << "],\n\"documents\":" << counts.documents << ",\"unreadable\":" << counts.unreadable
           << ",\"passed_over\":" << counts.passed_over
           << ",\"other_languages\":" << object_of(counts.other_languages)
           << ",\"other_language_paragraphs\":" << object_of(counts.omitted.paragraphs)
           << ",\"long_sentences\":" << counts.omitted.long_sentences
           << ",\"interrupted\":" << (counts.interrupted ? "true" : "false") << "}\n";
  });
}

bool Report::is_its_file(const std::string& file) const {
  std::error_code none;
  const auto place = [&](const std::string& of) { return std::filesystem::weakly_canonical(of, none); };
  return std::filesystem::equivalent(file, file_, none) || (file != "-" && place(file) == place(file_));
}

}  // namespace whofunds::tools
