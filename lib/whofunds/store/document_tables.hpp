#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "whofunds/model/fact.hpp"
#include "whofunds/store/sqlite.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::store {

/// A document in the tables.
struct StoredDocument {
  std::int64_t key = 0;
  DocumentRecord record;
};

/// Rows of documents and of their facts. Knows the tables and nothing of when what is to be kept.
class DocumentTables {
 public:
  explicit DocumentTables(const Database& database);

  /// The document of that id, as read with its text or as known by facts only.
  std::optional<StoredDocument> find(std::string_view id, bool with_text);

  /// All, sorted by id; of one id, the one without text first.
  std::vector<StoredDocument> all();

  /// Adds a document without facts, and gives its key.
  std::int64_t insert(const DocumentRecord& record);

  /// Takes a document and its facts out.
  void remove(std::int64_t document);

  /// Puts facts in the place of all facts of the document.
  void replace_facts(std::int64_t document, std::span<const model::Fact> facts);

  /// The facts of a document, in the order in which they were put in. Throws InputError where they make no
  /// sense.
  std::vector<model::Fact> facts_of(const StoredDocument& document);

 private:
  std::vector<model::Entity> entities_of(std::int64_t document);
  std::vector<std::string> deals_of(std::int64_t document);
  void read_evidence(std::int64_t document, std::vector<model::Fact>& facts);
  void remove_facts(std::int64_t document);

  const Database& database_;
};

}  // namespace whofunds::store
