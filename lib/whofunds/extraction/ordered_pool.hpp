#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace whofunds::extraction {

/// Does work on many threads and hands on what comes of it in the order in which the work was given, on the
/// thread that gives it. Only so much is under way at once that memory stays bounded, however long the batch.
///
///     OrderedPool<std::vector<model::Fact>> pool(4, [&](const auto& facts) { graph.add(facts); });
///     text::read_file(file, text::Format::kAuto, [&](text::Document document) {
///       const std::size_t bytes = document.text.size();
///       pool.submit([&extractor, d = std::move(document)] { return extractor.extract_facts(d); }, bytes);
///     }, on_fault);
///     pool.finish();
template <class Result>
class OrderedPool {
 public:
  using Work = std::function<Result()>;
  using OnResult = std::function<void(Result)>;

  OrderedPool(unsigned threads, OnResult on_result)
      : most_under_way_(std::size_t{kAheadOfEachThread} * threads), on_result_(std::move(on_result)) {
    for (unsigned i = 0; i < threads; ++i) workers_.emplace_back([this] { work_until_closed(); });
  }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  /// Work that no thread has begun is dropped.
  ~OrderedPool() {
    {
      const std::lock_guard lock(mutex_);
      waiting_.clear();
      closed_ = true;
    }
    changed_.notify_all();
  }

  /// Takes on work on so many bytes. Where enough is under way it first waits for the oldest and hands on its
  /// result. What that work threw is thrown here.
  void submit(Work work, std::size_t bytes) {
    while (!results_.empty() && (results_.size() >= most_under_way_ || bytes_ + bytes > kMostBytes))
      hand_on_oldest();
    std::packaged_task<Result()> task(std::move(work));
    results_.push_back({task.get_future(), bytes});
    bytes_ += bytes;
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(task));
    }
    changed_.notify_one();
  }

  /// Waits for all the work and hands on its results.
  void finish() {
    while (!results_.empty()) hand_on_oldest();
  }

 private:
  static constexpr unsigned kAheadOfEachThread = 4;
  static constexpr std::size_t kMostBytes = 48U * 1024 * 1024;

  struct UnderWay {
    std::future<Result> result;
    std::size_t bytes = 0;
  };

  void hand_on_oldest() {
    UnderWay oldest = std::move(results_.front());
    results_.pop_front();
    bytes_ -= oldest.bytes;
    on_result_(oldest.result.get());
  }

  void work_until_closed() {
    for (;;) {
      std::packaged_task<Result()> task;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        task = std::move(waiting_.front());
        waiting_.pop_front();
      }
      task();
    }
  }

  const std::size_t most_under_way_;
  const OnResult on_result_;
  std::deque<UnderWay> results_;  // oldest first; only the giving thread touches it
  std::size_t bytes_ = 0;         // of the work under way
  std::mutex mutex_;              // guards waiting_ and closed_
  std::condition_variable changed_;
  std::deque<std::packaged_task<Result()>> waiting_;
  bool closed_ = false;
  std::vector<std::jthread> workers_;  // last, so that they have ended before the rest goes
};

}  // namespace whofunds::extraction
