#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "whofunds/model/fact.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::tools {

/// Puts documents with their facts into a store, some hundred at a time, and counts what became of them.
class Builder {
 public:
  /// Opens the graph in `file`, or makes it.
  explicit Builder(const std::string& file);

  /// Whether this document with this text is there; it need not be read then.
  bool knows(const store::DocumentRecord& record) const { return store_.has_document(record); }

  /// Adds a document, or counts it as already there.
  void add(const store::DocumentRecord& record, const std::vector<model::Fact>& facts);

  /// Counts a document that is already there.
  void skip() { ++already_there_; }

  /// Adds decisions on names to those of the graph.
  void decide(const entities::Decisions& decisions) { store_.decide(decisions); }

  /// Keeps what was added.
  void commit();

  /// "3 documents, 14 facts, 11 entities; 1 already there"
  std::string summary() const;

 private:
  store::Store store_;
  std::optional<store::Batch> open_;
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
