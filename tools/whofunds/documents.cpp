#include "documents.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/text/reading.hpp"

namespace whofunds::tools {
namespace {

constexpr std::string_view kStandardInput = "-";

/// How the input is written. Where that is not told, standard input, which has no name, has JSON lines if it
/// begins with a brace.
text::Format format_of(const std::string& told, const std::string& file, std::istream& input) {
  if (told == "jsonl") return text::Format::kJsonLines;
  if (told == "text") return text::Format::kText;
  return file == kStandardInput && input.peek() == '{' ? text::Format::kJsonLines : text::Format::kAuto;
}

}  // namespace

void declare_document_options(CLI::App& app, DocumentOptions& options) {
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  app.add_option("FILES", options.files);
  app.add_option("--input", options.input)->check(CLI::IsMember({"auto", "text", "jsonl"}));
  constexpr unsigned kMostJobs = 1024;
  app.add_option("--jobs", options.jobs)->check(CLI::Range(1U, kMostJobs));
  app.add_option("--tagger", options.tagger)->check(CLI::IsMember({"model", "rules"}));
}

extraction::Extractor open_extractor(const DocumentOptions& options) {
  return extraction::Extractor(language::share_directory(), options.tagger == "rules"
                                                                ? tagging::TaggerKind::kRules
                                                                : tagging::TaggerKind::kModel);
}

void Batch::read(const OnDocument& on_document, const OnFactLine& on_fact) {
  each_input([&](std::istream& input, const std::string& source) {
    read_stream(input, source, on_document, on_fact);
  });
}

void Batch::each_input(const std::function<void(std::istream&, const std::string&)>& on_input) {
  if (options_.files.empty()) on_input(std::cin, std::string(kStandardInput));
  for (const std::string& file : options_.files) {
    std::error_code ignored;
    if (file == kStandardInput) {
      on_input(std::cin, file);
    } else if (std::filesystem::is_directory(file, ignored)) {
      meet_fault({file, "it is a folder", "name the files in it"});
    } else if (std::ifstream input(file, std::ios::binary); input) {
      on_input(input, file);
    } else {
      meet_fault({file, fmt::format("it cannot be opened: {}", std::generic_category().message(errno))});
    }
  }
}

void Batch::read_stream(std::istream& input, const std::string& source, const OnDocument& on_document,
                        const OnFactLine& on_fact) {
  const text::Format format = format_of(options_.input, source, input);
  const auto take = [&](text::Document document) {
    ++documents_;
    progress_.step();
    on_document(std::move(document));
  };
  const text::IsOther is_fact = on_fact ? exchange::looks_like_fact : text::IsOther();
  text::read_documents(
      input, source, format, take, [this](const InputError& fault) { meet_fault(fault); }, on_fact, is_fact);
}

ExitCode Batch::close(std::string_view summary) {
  progress_.hide();
  std::string line(summary);
  if (unreadable_ != 0) line += fmt::format("; {} unreadable", unreadable_);
  say(line);
  return unreadable_ == 0 ? ExitCode::kDone : ExitCode::kBadInput;
}

void Batch::meet_fault(const InputError& fault) {
  if (before_fault_) before_fault_();
  count_fault(fault);
}

void Batch::count_fault(const InputError& fault) {
  progress_.hide();
  say_error(fault.what());
  ++unreadable_;
}

std::string counted(std::size_t count, std::string_view thing) {
  if (count == 1) return fmt::format("1 {}", thing);
  if (thing.back() == 'y') return fmt::format("{} {}ies", count, thing.substr(0, thing.size() - 1));
  return fmt::format("{} {}s", count, thing);
}

}  // namespace whofunds::tools
