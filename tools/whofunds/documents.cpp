#include "documents.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "interruption.hpp"
#include "printing.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/text/language.hpp"
#include "whofunds/text/reading.hpp"

namespace whofunds::tools {
namespace {

namespace fs = std::filesystem;
using text::Format;

constexpr std::string_view kStandardInput = "-";

struct NamedFormat {
  const char* name;
  Format format;
};
constexpr std::array kFormats{NamedFormat{"auto", Format::kAuto},   NamedFormat{"text", Format::kText},
                              NamedFormat{"md", Format::kMarkdown}, NamedFormat{"html", Format::kHtml},
                              NamedFormat{"pdf", Format::kPdf},     NamedFormat{"docx", Format::kDocx},
                              NamedFormat{"eml", Format::kMail},    NamedFormat{"jsonl", Format::kJsonLines}};

Format format_named(const std::string& name) {
  return std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& each) { return each.name == name; })
      ->format;
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  names.reserve(kFormats.size());
  for (const NamedFormat& each : kFormats) names.emplace_back(each.name);
  return names;
}

/// Thrown out of reading where the user asked for a stop.
struct Stopped {};

/// The languages that there is data for.
std::vector<std::string> languages_with_data() {
  std::vector<std::string> languages;
  std::error_code error;
  for (fs::directory_iterator each(language::share_directory() / "language", error), end;
       !error && each != end; each.increment(error)) {
    if (each->is_directory(error)) languages.push_back(each->path().filename().string());
  }
  return languages;
}

/// "; 3 paragraphs in other languages (de 1, fr 2)", for the summary of a batch.
std::string in_other_languages(const std::map<std::string, std::size_t>& counts, std::string_view what = "") {
  if (counts.empty()) return {};
  std::size_t all = 0;
  std::string each;
  for (const auto& [lang, count] : counts) {
    all += count;
    each += fmt::format("{}{} {}", each.empty() ? "" : ", ", lang, count);
  }
  return fmt::format("; {} in other languages ({})", what.empty() ? std::to_string(all) : counted(all, what),
                     each);
}

}  // namespace

void declare_input_options(CLI::App& app, DocumentOptions& options) {
  app.add_option("FILES", options.files);
  app.add_flag("-r,--recursive", options.folders);
  app.add_option("--input", options.input)->check(CLI::IsMember(format_names()));
  app.add_option("--report", options.report);
}

void declare_document_options(CLI::App& app, DocumentOptions& options) {
  declare_input_options(app, options);
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  constexpr unsigned kMostJobs = 1024;
  app.add_option("--jobs", options.jobs)->check(CLI::Range(1U, kMostJobs));
  app.add_option("--tagger", options.tagger)->check(CLI::IsMember({"model", "rules"}));
}

extraction::Extractor open_extractor(const DocumentOptions& options) {
  return extraction::Extractor(language::share_directory(), options.tagger == "rules"
                                                                ? tagging::TaggerKind::kRules
                                                                : tagging::TaggerKind::kModel);
}

Batch::Batch(const DocumentOptions& options, const std::vector<std::string>& used)
    : options_(options), progress_("documents", [this] { return part_done(); }) {
  if (options.report.empty()) return;
  report_.emplace(options.report);
  for (const std::string& file : used) report_->refuse(file);
}

void Batch::read(const OnDocument& on_document, const OnFactLine& on_fact) {
  try {
    each_input([&](std::istream& input, const std::string& source) {
      read_stream(input, source, on_document, on_fact);
    });
  } catch (const Stopped&) {
    counts_.interrupted = true;
  }
}

void Batch::each_input(const std::function<void(std::istream&, const std::string&)>& on_input) {
  for (const File& file : files()) {
    found_in_folder_ = !file.named;
    source_ = file.name;
    if (file.name == kStandardInput) {
      on_input(std::cin, file.name);
    } else if (std::optional<std::ifstream> input = opened(file.name)) {
      input_ = &*input;
      on_input(*input, file.name);
      input_ = nullptr;
    }
    bytes_before_ += file.bytes;
  }
  source_.clear();
}

std::vector<Batch::File> Batch::files_named(const std::string& name) const {
  std::error_code ignored;
  if (options_.folders && fs::is_directory(name, ignored)) {
    std::vector<File> files;
    for (const fs::path& path : text::files_in(name)) files.push_back({path.string(), false});
    return files;
  }
  if (name.find_first_of("*?[") == std::string::npos || fs::exists(name, ignored)) return {{name}};
  std::vector<File> files;
  for (const std::string& match : text::files_matching(name)) files.push_back({match});
  return files.empty() ? std::vector<File>{{name}} : files;
}

std::vector<Batch::File> Batch::files() {
  std::vector<File> all;
  if (options_.files.empty()) all.push_back({std::string(kStandardInput)});
  for (const std::string& name : options_.files)
    std::ranges::move(files_named(name), std::back_inserter(all));
  if (report_) {
    std::erase_if(all, [&](const File& file) { return report_->was_written_before(file.name); });
    for (const File& file : all) report_->refuse(file.name);
  }
  if (!progress_.is_shown()) return all;
  bool known = true;
  for (File& file : all) {
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(file.name, error);
    known = known && file.name != kStandardInput;
    file.bytes = error ? 0 : bytes;
    bytes_ += file.bytes;
  }
  if (!known) bytes_ = 0;
  return all;
}

std::optional<std::ifstream> Batch::opened(const std::string& file) {
  try {
    return text::open_file(file);
  } catch (const InputError& fault) {
    meet_fault(fault);
    return std::nullopt;
  }
}

void Batch::read_stream(std::istream& input, const std::string& source, const OnDocument& on_document,
                        const OnFactLine& on_fact) {
  text::OnOther take_fact;
  if (on_fact) {
    take_fact = [this, &on_fact](std::string_view line, std::string_view where) {
      stop_where_asked();
      on_fact(line, where);
    };
  }
  text::read_documents(
      input, source, format_named(options_.input),
      [&](text::Document document) { take(std::move(document), on_document); },
      [this](const InputError& fault) { meet_fault(fault); }, take_fact,
      on_fact ? exchange::looks_like_fact : text::IsOther());
}

void Batch::take(text::Document document, const OnDocument& on_document) {
  stop_where_asked();
  if (!options_.every_language && !is_read(document.lang) && !is_read_in_part(document)) {
    ++counts_.other_languages[document.lang];
    return;
  }
  ++counts_.documents;
  progress_.step();
  on_document(std::move(document));
}

void Batch::stop_where_asked() {
  // Not before there is something to finish: until then Ctrl-C just ends the program.
  if (!heeds_interruption_) heed_interruption();
  heeds_interruption_ = true;
  if (interruption() != 0) throw Stopped();
}

bool Batch::is_read(const std::string& lang) {
  if (languages_.empty()) languages_ = languages_with_data();
  return std::find(languages_.begin(), languages_.end(), lang) != languages_.end();
}

bool Batch::is_read_in_part(const text::Document& document) {
  return std::ranges::any_of(text::language_spans(document.text, document.lang),
                             [this](const text::LanguageSpan& span) { return is_read(span.lang); });
}

double Batch::part_done() const {
  if (bytes_ == 0) return 0;
  std::uintmax_t done = bytes_before_;
  if (input_ != nullptr) {
    const auto place = input_->rdbuf()->pubseekoff(0, std::ios::cur, std::ios::in);
    done += place < 0 ? 0 : static_cast<std::uintmax_t>(place);
  }
  return static_cast<double>(std::min(done, bytes_)) / static_cast<double>(bytes_);
}

ExitCode Batch::close(std::string_view summary) {
  progress_.hide();
  std::string line(summary);
  if (counts_.unreadable != 0) line += fmt::format("; {} unreadable", counts_.unreadable);
  if (counts_.passed_over != 0)
    line += fmt::format("; {} passed over", counted(counts_.passed_over, "other file"));
  line += in_other_languages(counts_.other_languages);
  line += in_other_languages(counts_.omitted.paragraphs, "paragraph");
  if (counts_.omitted.long_sentences != 0)
    line += fmt::format("; {} longer than {} words read in pieces",
                        counted(counts_.omitted.long_sentences, "sentence"), extraction::kLongestSentence);
  if (counts_.interrupted) line += "; stopped";
  say(line);
  if (report_) report_->close(counts_);
  if (counts_.interrupted) return static_cast<ExitCode>(128 + interruption());
  return counts_.unreadable == 0 ? ExitCode::kDone : ExitCode::kBadInput;
}

void Batch::meet_fault(const InputError& fault) {
  if (before_fault_) before_fault_();
  count_fault(fault);
}

void Batch::count_fault(const InputError& fault) {
  const bool met = found_in_folder_ || fault.where() != source_;  // in a folder or an archive
  if (met && dynamic_cast<const text::NoDocument*>(&fault) != nullptr) {
    ++counts_.passed_over;
    return;
  }
  progress_.hide();
  say_error(fault.what());
  ++counts_.unreadable;
  if (report_) report_->add_failure(fault);
}

std::optional<InputError> fault_of(const std::string& id, const std::function<void()>& work) {
  try {
    work();
    return std::nullopt;
  } catch (const InputError& fault) {
    return fault;
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& fault) {
    return InputError(id, fmt::format("reading it failed: {}", fault.what()),
                      "this is a fault of whofunds; please report it with the document");
  }
}

std::string counted(std::size_t count, std::string_view thing) {
  if (count == 1) return fmt::format("1 {}", thing);
  if (thing.back() == 'y') return fmt::format("{} {}ies", count, thing.substr(0, thing.size() - 1));
  return fmt::format("{} {}s", count, thing);
}

}  // namespace whofunds::tools
