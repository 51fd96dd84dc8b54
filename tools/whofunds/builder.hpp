#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "whofunds/model/fact.hpp"
#include "whofunds/store/store.hpp"
#include "whofunds/store/unknown_names.hpp"

namespace whofunds::tools {

/// Puts documents with their facts into a store, some hundred at a time, and counts what became of them.
class Builder {
 public:
  /// Opens the graph in `file`. Where there is none it is made when something is added, so that a build that
  /// fails before leaves nothing behind; throws MachineError at once where that could not be.
  explicit Builder(const std::string& file);

  /// Whether this document with this text is there; it need not be read then.
  bool knows(const store::DocumentRecord& record) const { return store_ && store_->has_document(record); }

  /// Notes that a document is met, before it is read. False where one of the same id and another text was met
  /// before: one of them would take the place of the other.
  bool meet(const store::DocumentRecord& record);

  /// Adds a document, or counts it as already there.
  void add(const store::DocumentRecord& record, const std::vector<model::Fact>& facts);

  /// Counts a document that is already there.
  void skip() { ++already_there_; }

  /// Adds decisions on names to those of the graph.
  void decide(const entities::Decisions& decisions) { store().decide(decisions); }

  /// Names in decisions that no entity of the graph has.
  std::vector<std::string> unknown_names(const entities::Decisions& decisions) {
    return store::unknown_names(store(), decisions);
  }

  /// Keeps what was added.
  void commit();

  /// Makes the graph even if nothing was added to it.
  void make() { store(); }

  /// "3 documents, 14 facts, 11 entities; 1 already there"
  std::string summary() const;

 private:
  store::Store& store();

  std::string file_;
  std::optional<store::Store> store_;  // none: there is no file yet
  std::optional<store::Batch> open_;
  std::unordered_map<std::uint64_t, std::uint64_t> met_;  // ids and texts, as numbers: there may be millions
  std::size_t added_ = 0;
  std::size_t already_there_ = 0;
  std::size_t facts_ = 0;
  std::size_t entities_ = 0;
  std::size_t facts_in_commit_ = 0;
};

/// Facts that come without their text, one after the other, gathered while they are of one document.
class LooseFacts {
 public:
  explicit LooseFacts(Builder& builder) : builder_(builder) {}

  /// The facts of this document that follow are those of its text.
  void begin(store::DocumentRecord record);
  void add(model::Fact fact);
  /// Hands on what is still held back.
  void flush();

 private:
  Builder& builder_;
  store::DocumentRecord record_;  // without an id: none is begun
  std::vector<model::Fact> facts_;
};

}  // namespace whofunds::tools
