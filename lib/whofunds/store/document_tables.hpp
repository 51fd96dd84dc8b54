#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "whofunds/model/fact.hpp"
#include "whofunds/store/digest.hpp"
#include "whofunds/store/sqlite.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::store {

class FactWriter;

/// A document in the tables.
struct StoredDocument {
  std::int64_t key = 0;
  DocumentRecord record;
};

/// Rows of documents and of their facts. Knows the tables and nothing of when what is to be kept.
class DocumentTables {
 public:
  /// All that is written goes into the digest.
  DocumentTables(const Database& database, Digest& digest);
  ~DocumentTables();
  DocumentTables(const DocumentTables&) = delete;
  DocumentTables& operator=(const DocumentTables&) = delete;

  /// The document of that id, as read with its text or as known by facts only.
  std::optional<StoredDocument> find(std::string_view id, bool with_text);

  /// All, sorted by id; of one id, the one without text first.
  std::vector<StoredDocument> all();

  /// Adds a document with its facts, and gives its key.
  std::int64_t insert(const DocumentRecord& record, std::span<const model::Fact> facts);

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
  void add_facts(std::int64_t document, std::span<const model::Fact> facts);
  void remove_facts(std::int64_t document);

  const Database& database_;
  Digest& digest_;
  std::optional<Statement> find_;
  std::optional<Statement> insert_;
  std::unique_ptr<FactWriter> writer_;
};

/// The aliases of an entity: those of the table, in their order, and its name at the place `own`, if any.
std::vector<std::string> with_own(std::vector<std::string> aliases, const std::string& name,
                                  std::optional<std::int64_t> own);

}  // namespace whofunds::store
