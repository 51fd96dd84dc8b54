#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "commands/commands.hpp"
#include "documents.hpp"
#include "ordered_pool.hpp"
#include "whofunds/extraction/extractor.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {
namespace {

/// How many entities the facts of one document speak of.
std::size_t count_entities(const std::vector<model::Fact>& facts) {
  std::set<std::string> ids;
  for (const model::Fact& fact : facts) {
    ids.insert(fact.object.id);
    if (fact.subject) ids.insert(fact.subject->id);
  }
  return ids.size();
}

/// Puts documents with their facts into a store, some hundred at a time, and counts what became of them.
class Builder {
 public:
  explicit Builder(const std::string& file) : store_(store::Store::open_or_create(file)) {
    for (const store::DocumentRecord& record : store_.documents()) known_.insert(key_of(record));
  }

  /// Whether this document with this text is there; it need not be read then.
  bool knows(const store::DocumentRecord& record) const { return known_.count(key_of(record)) != 0; }

  void add(const store::DocumentRecord& record, const std::vector<model::Fact>& facts) {
    if (!open_) open_.emplace(store_);
    if (!store_.add_document(record, facts)) {
      ++already_there_;
      return;
    }
    if (!record.content_hash.empty()) known_.insert(key_of(record));
    ++added_;
    facts_ += facts.size();
    entities_ += count_entities(facts);
    if (added_ % kDocumentsInCommit == 0) commit();
  }

  void skip() { ++already_there_; }

  void commit() {
    if (open_) open_->commit();
    open_.reset();
  }

  /// "3 documents, 14 facts, 11 entities; 1 already there"
  std::string summary() const {
    std::string text =
        counted(added_, "document") + ", " + counted(facts_, "fact") + ", " + counted(entities_, "entity");
    if (already_there_ != 0) text += "; " + std::to_string(already_there_) + " already there";
    return text;
  }

 private:
  static constexpr std::size_t kDocumentsInCommit = 256;

  static std::pair<std::string, std::string> key_of(const store::DocumentRecord& record) {
    return {record.id, record.content_hash};
  }

  store::Store store_;
  std::optional<store::Batch> open_;
  std::set<std::pair<std::string, std::string>> known_;
  std::size_t added_ = 0;
  std::size_t already_there_ = 0;
  std::size_t facts_ = 0;
  std::size_t entities_ = 0;
};

/// Facts that come without their text, gathered while they are of one document.
class LooseFacts {
 public:
  explicit LooseFacts(Builder& builder) : builder_(builder) {}

  void add(model::Fact fact) {
    if (!facts_.empty() && facts_.front().document != fact.document) flush();
    facts_.push_back(std::move(fact));
  }

  void flush() {
    if (!facts_.empty()) builder_.add({.id = facts_.front().document}, facts_);
    facts_.clear();
  }

 private:
  Builder& builder_;
  std::vector<model::Fact> facts_;
};

class BuildCommand : public Command {
 public:
  std::string_view name() const override { return "build"; }

  void setup(CLI::App& app) override {
    declare_document_options(app, documents_);
    app.add_option("-o,--output", output_)->required();
  }

  ExitCode run() override {
    Builder builder(output_);
    LooseFacts loose(builder);
    std::unique_ptr<const extraction::Extractor> extractor;  // facts alone need no dictionaries
    OrderedPool<Read> pool(documents_.jobs,
                           [&builder](const Read& read) { builder.add(read.record, read.facts); });
    Batch batch(documents_);
    const auto take_document = [&](const text::Document& document) {
      store::DocumentRecord record = store::record_of(document);
      if (builder.knows(record)) return builder.skip();
      if (!extractor) extractor = std::make_unique<extraction::Extractor>(language::share_directory());
      pool.submit([&extractor, record = std::move(record), document] {
        return Read{record, extractor->extract_facts(document)};
      });
    };
    batch.read(take_document, [&loose](model::Fact fact) { loose.add(std::move(fact)); });
    pool.finish();
    loose.flush();
    builder.commit();
    return batch.close(builder.summary());
  }

 private:
  /// A document that has been read.
  struct Read {
    store::DocumentRecord record;
    std::vector<model::Fact> facts;
  };

  DocumentOptions documents_;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_build() {
  return std::make_unique<BuildCommand>();
}

}  // namespace whofunds::tools
