#include "builder.hpp"

#include <filesystem>
#include <set>
#include <system_error>

#include "documents.hpp"
#include "output_file.hpp"
#include "whofunds/graph/stable_id.hpp"

namespace whofunds::tools {
namespace {

constexpr std::size_t kDocumentsInCommit = 256;  // that took long to read
constexpr std::size_t kFactsInCommit = 50'000;   // that did not: a commit waits for the disk

/// How many entities the facts of one document speak of.
std::size_t count_entities(const std::vector<model::Fact>& facts) {
  std::set<std::string_view> ids;
  for (const model::Fact& fact : facts) {
    ids.insert(fact.object.id);
    if (fact.subject) ids.insert(fact.subject->id);
  }
  return ids.size();
}

}  // namespace

Builder::Builder(const std::string& file) : file_(file) {
  std::error_code none;
  if (std::filesystem::exists(file, none)) {
    store();
  } else {
    check_writable(file);
  }
}

store::Store& Builder::store() {
  if (!store_) store_.emplace(store::Store::open_or_create(file_));
  return *store_;
}

bool Builder::meet(const store::DocumentRecord& record) {
  const std::uint64_t text = graph::stable_number({record.content_hash});
  return met_.try_emplace(graph::stable_number({record.id}), text).first->second == text;
}

void Builder::add(const store::DocumentRecord& record, const std::vector<model::Fact>& facts) {
  if (!open_) open_.emplace(store());
  if (!store().add_document(record, facts)) {
    ++already_there_;
    return;
  }
  ++added_;
  facts_ += facts.size();
  entities_ += count_entities(facts);
  facts_in_commit_ += facts.size();
  const bool enough =
      record.content_hash.empty() ? facts_in_commit_ >= kFactsInCommit : added_ % kDocumentsInCommit == 0;
  if (enough) commit();
}

void Builder::commit() {
  if (open_) open_->commit();
  open_.reset();
  facts_in_commit_ = 0;
}

std::string Builder::summary() const {
  std::string text =
      counted(added_, "document") + ", " + counted(facts_, "fact") + ", " + counted(entities_, "entity");
  if (already_there_ != 0) text += "; " + std::to_string(already_there_) + " already there";
  return text;
}

void LooseFacts::begin(store::DocumentRecord record) {
  flush();
  record_ = std::move(record);
}

void LooseFacts::add(model::Fact fact) {
  if (record_.id != fact.document) begin({.id = fact.document});
  facts_.push_back(std::move(fact));
}

void LooseFacts::flush() {
  if (!record_.id.empty()) builder_.add(record_, facts_);
  record_ = {};
  facts_.clear();
}

}  // namespace whofunds::tools
