#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/entities/decisions.hpp"
#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/graph/frozen_layout.hpp"
#include "whofunds/graph/funding_graph.hpp"
#include "whofunds/model/fact.hpp"
#include "whofunds/model/partial_date.hpp"
#include "whofunds/text/document.hpp"

namespace whofunds::store {

/// What the store keeps of a document besides its facts. The text itself stays where it was.
struct DocumentRecord {
  std::string id;
  std::string content_hash;  ///< of its text (`record_of`); empty = only facts of it are known, not the text
                             ///< they came from
  std::string lang;
  std::optional<model::PartialDate> date;
  std::string url;
  std::string title;

  friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};

/// The record of a document that was read.
DocumentRecord record_of(const text::Document& document);

/// How much a store holds.
struct Counts {
  std::size_t documents = 0;
  std::size_t entities = 0;  ///< of single documents: before joining
  std::size_t deals = 0;     ///< of single documents
  std::size_t facts = 0;
  std::size_t evidence = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

class Batch;
class Database;
class Savepoint;

/// One state of a store, held.
using Snapshot = std::unique_ptr<Savepoint>;

/// Facts of documents in one SQLite file, what `build` writes and queries open. It promises:
///
/// - **Whole documents.** A document is in the file with all of its facts or not at all, whenever the program
/// is stopped.
///   What was committed stays, through a power cut too.
/// - **Each once.** A document that is there with the same content is not added again. New content of the
/// same document
///   takes the place of the old. Facts known without their text (`content_hash` empty) are a set of their own
///   beside it, which only grows.
/// - **What went in comes out**: the same facts, in the order of documents by id, and of facts as they were
/// added.
/// - **Nobody else's file is touched.** A file that is no whofunds graph, is damaged, or was written by a
/// newer version is
///   refused (InputError, saying what to do) and left as it is. A fault of the disk or a missing right is a
///   MachineError.
/// - **One writer, many readers.** Readers see the last commit; a second writer waits five seconds, then
/// gives up (MachineError).
///
/// A store is used from one thread at a time.
class Store {
 public:
  /// Opens for reading and writing; a file that is not there, or is empty, becomes an empty store.
  static Store open_or_create(const std::filesystem::path& path);

  /// Opens for reading only. Throws InputError where there is no file.
  static Store open(const std::filesystem::path& path);

  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// Adds a document with its facts, which are facts of that document. False, and nothing done, if it is
  /// there already: the same id and content (where `content_hash` is empty: no fact is new). Committed at
  /// once, or with the batch in which it stands. Throws InputError for a fact that cannot be believed
  /// (`model::first_fault`) or is of another document; nothing of the document is then added. A fault that
  /// only SQLite meets undoes the batch.
  bool add_document(const DocumentRecord& document, std::span<const model::Fact> facts);
  bool add_document(const text::Document& document, std::span<const model::Fact> facts);

  /// Whether the document is there with the same content; it need not be read again then. Facts known without
  /// their text say nothing of it.
  bool has_document(const DocumentRecord& document) const;

  /// Starts a batch: all that is added until its `commit` is committed together. Much faster than one by one.
  Batch batch();

  /// Adds all documents and decisions of another store, in one batch. Where both have read the same document
  /// with different content, the one with the later date, then the greater hash, is kept. Commutative,
  /// associative, idempotent.
  void merge(const Store& other);

  /// Adds decisions on names to those that are kept.
  void decide(const entities::Decisions& decisions);
  entities::Decisions decisions() const;

  /// What is known of a document: as it was read or, where its text never was, by its facts.
  std::optional<DocumentRecord> document(std::string_view id) const;

  /// All documents, sorted by id; for one id, the record without text first.
  std::vector<DocumentRecord> documents() const;

  /// Hands out every fact, one at a time, documents in the order of their id. Needs memory for one document
  /// only.
  void for_each_fact(const std::function<void(model::Fact)>& take) const;

  std::vector<model::Fact> facts() const;

  /// The graph of all facts.
  graph::FundingGraph load(const entities::LegalForms& forms = {}) const;

  /// The frozen form of the graph of all facts, and the stamp that it is to bear. Needs some hundred bytes of
  /// memory a fact.
  std::vector<std::byte> freeze(const entities::LegalForms& forms, const graph::FrozenStamp& stamp) const;

  /// A digest of all that was ever written, in its order: who has read something with the same stamp need not
  /// read it again.
  std::uint64_t stamp() const;

  /// While it lives, all reads are of one commit, though another program may write meanwhile.
  Snapshot snapshot() const;

  Counts counts() const;

  /// For the other readers of this room.
  const Database& database() const;

  /// Reads the whole file and throws InputError, saying what is wrong, if any part is damaged.
  void check() const;

 private:
  friend class Batch;
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Documents that are committed together. Without `commit`, nothing of it stays. Must not outlive or be moved
/// away from its store.
class Batch {
 public:
  explicit Batch(Store& store);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  /// Keeps what was added. Throws MachineError where the disk does not take it; nothing of the batch is then
  /// there.
  void commit();

 private:
  Store* store_;
  bool open_ = true;
};

}  // namespace whofunds::store
