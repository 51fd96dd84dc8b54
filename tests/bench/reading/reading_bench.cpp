// How fast text is read, in one run, as ratios to what ICU alone needs to cut the same bytes into sentences
// and words:
//
//     build/release/bench_reading FILES…        text or JSON lines; without files, the news in this folder
//
// Every figure is the median of some rounds, in time of the processor: others who use the machine hardly
// change it. Two threads are compared with one by the clock on the wall, which asks for a quiet machine. The
// rounds of all measures take turns, so that a machine that is busy for a while slows down all of them.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "whofunds/extraction/extractor.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/text/reading.hpp"
#include "whofunds/text/segmenter.hpp"

namespace {

using namespace whofunds;

constexpr int kRounds = 5;
/// A round reads the text as often as it takes to come to so many bytes.
constexpr std::size_t kBytesOfRound = 2'000'000;

std::vector<text::Document> read_all(const std::vector<std::filesystem::path>& files) {
  std::vector<text::Document> documents;
  for (const std::filesystem::path& file : files) {
    text::read_file(
        file, text::Format::kAuto, [&](text::Document document) { documents.push_back(std::move(document)); },
        [](const InputError& fault) { fmt::print(stderr, "bench_reading: {}\n", fault.what()); });
  }
  return documents;
}

/// Walks the text by ICU's own rules, as a program would that does nothing else.
class IcuSegmentation {
 public:
  explicit IcuSegmentation(const char* language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(language);
    sentences_.reset(icu::BreakIterator::createSentenceInstance(locale, status));
    words_.reset(icu::BreakIterator::createWordInstance(locale, status));
  }

  std::size_t count(std::string_view text) const {
    UErrorCode status = U_ZERO_ERROR;
    UText* const view = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    std::size_t boundaries = 0;
    for (icu::BreakIterator* const iterator : {sentences_.get(), words_.get()}) {
      iterator->setText(view, status);
      for (iterator->first(); iterator->next() != icu::BreakIterator::DONE;) ++boundaries;
    }
    utext_close(view);
    return boundaries;
  }

 private:
  std::unique_ptr<icu::BreakIterator> sentences_;
  std::unique_ptr<icu::BreakIterator> words_;
};

/// What a piece of work took.
struct Times {
  double processor = 0;  ///< in seconds, of all threads
  double wall = 0;
};

Times times_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t processor = std::clock();
  work();
  return {.processor = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC,
          .wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()};
}

double median(std::vector<Times> times, double Times::*which) {
  std::ranges::sort(times, {}, which);
  return times[times.size() / 2].*which;
}

/// Reads every document `times` times, on so many threads.
void extract_all(const extraction::Extractor& extractor, const std::vector<text::Document>& documents,
                 std::size_t times, unsigned threads, std::atomic<std::size_t>& facts) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < times * documents.size(); i = next++)
      facts += extractor.extract_facts(documents[i % documents.size()]).size();
  };
  std::vector<std::jthread> workers;
  for (unsigned t = 1; t < threads; ++t) workers.emplace_back(work);
  work();
}

long largest_memory() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

struct Measure {
  const char* name;
  std::function<void()> work;
  std::vector<Times> times = {};
};

void compare(const char* language, const extraction::Extractor& extractor,
             const extraction::Extractor& by_rules, const std::vector<text::Document>& documents) {
  if (documents.empty()) return;
  std::size_t bytes = 0;
  for (const text::Document& document : documents) bytes += document.text.size();
  const std::size_t times = std::max<std::size_t>(1, kBytesOfRound / bytes);
  const IcuSegmentation icu_alone(language);
  const text::Segmenter segmenter = text::open_segmenter(language::share_directory(), language);
  std::atomic<std::size_t> counted = 0;
  std::atomic<std::size_t> facts = 0;
  std::atomic<std::size_t> facts_by_rules = 0;

  const auto each = [&](auto&& work) {
    return [&documents, times, work] {
      for (std::size_t round = 0; round < times; ++round) {
        for (const text::Document& document : documents) work(document);
      }
    };
  };
  std::vector<Measure> measures;
  measures.push_back(
      {"ICU sentences and words", each([&](const auto& d) { counted += icu_alone.count(d.text); })});
  measures.push_back({"sentences and tokens",
                      each([&](const auto& d) { counted += segmenter.segment(d.text).tokens.size(); })});
  measures.push_back({"facts", [&] { extract_all(extractor, documents, times, 1, facts); }});
  measures.push_back({"facts, two threads", [&] { extract_all(extractor, documents, times, 2, facts); }});
  measures.push_back(
      {"mentions and facts", each([&](const auto& d) { counted += extractor.find_mentions(d).size(); })});
  measures.push_back({"facts by rules", [&] { extract_all(by_rules, documents, times, 1, facts_by_rules); }});
  measures.push_back(
      {"mentions, by rules", each([&](const auto& d) { counted += by_rules.find_mentions(d).size(); })});

  for (Measure& measure : measures) measure.work();  // once for the caches
  facts = 0;
  facts_by_rules = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (Measure& measure : measures) measure.times.push_back(times_of(measure.work));
  }

  const double megabytes = static_cast<double>(bytes * times) / 1e6;
  const double icu_seconds = median(measures.front().times, &Times::processor);
  fmt::print("{}: {} documents, {:.2f} MB read {} times a round, {} facts, {} by rules\n", language,
             documents.size(), static_cast<double>(bytes) / 1e6, times, facts / (2 * kRounds * times),
             facts_by_rules / (kRounds * times));
  for (const Measure& measure : measures) {
    const double seconds = median(measure.times, &Times::processor);
    fmt::print("  {:<24} {:8.2f} MB/s   {:5.3f} of ICU's speed\n", measure.name, megabytes / seconds,
               icu_seconds / seconds);
  }
  fmt::print("  two threads against one  {:8.2f}\n",
             median(measures[2].times, &Times::wall) / median(measures[3].times, &Times::wall));
}

}  // namespace

int main(int count, char** arguments) {
  try {
    std::vector<std::filesystem::path> files(arguments + 1, arguments + count);
    if (files.empty()) {
      for (const auto& entry : std::filesystem::directory_iterator(WHOFUNDS_NEWS))
        files.push_back(entry.path());
      std::ranges::sort(files);
    }
    const extraction::Extractor extractor(language::share_directory());
    const extraction::Extractor by_rules(language::share_directory(), tagging::TaggerKind::kRules);
    const std::vector<text::Document> documents = read_all(files);
    for (const char* const language : {"ru", "en"}) {
      std::vector<text::Document> chosen;
      std::ranges::copy_if(documents, std::back_inserter(chosen), [&](const text::Document& document) {
        return (document.lang.empty() ? text::detect_language(document.text) : document.lang) == language;
      });
      compare(language, extractor, by_rules, chosen);
    }
    fmt::print("largest memory {} MB\n", largest_memory());
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_reading: {}\n", error.what());
    return 4;
  }
}
