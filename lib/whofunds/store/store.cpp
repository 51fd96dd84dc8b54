#include "whofunds/store/store.hpp"

#include <cstdint>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "whofunds/graph/fact_key.hpp"
#include "whofunds/graph/freezing.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/store/document_tables.hpp"
#include "whofunds/store/fact_stream.hpp"
#include "whofunds/store/rows.hpp"
#include "whofunds/store/schema.hpp"
#include "whofunds/store/sqlite.hpp"

namespace whofunds::store {
namespace {

using model::Fact;

void refuse_folder(const std::filesystem::path& path) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none)) {
    throw InputError(path.string(), "this is a folder", "name the file of a graph");
  }
}

// All that the tables would refuse, found before anything is written.
std::string fault_of(const Fact& fact) {
  for (const model::Evidence& evidence : fact.evidence) {
    if (evidence.end < evidence.begin || evidence.end > INT64_MAX)
      return fmt::format("evidence from {} to {}", evidence.begin, evidence.end);
  }
  return model::first_fault(fact);
}

void check_facts(const DocumentRecord& document, std::span<const Fact> facts) {
  if (document.id.empty()) throw InputError("", "a document without an id", "give it one");
  for (const Fact& fact : facts) {
    if (fact.document != document.id) {
      throw InputError(document.id, fmt::format("a fact of another document ('{}')", fact.document),
                       "add it with its own document");
    }
    if (const std::string fault = fault_of(fact); !fault.empty()) {
      throw InputError(document.id, fault, "correct the fact or leave it out");
    }
  }
}

// Those of `more` that `known` does not have, each once, in their order.
std::vector<Fact> new_facts(std::span<const Fact> known, std::span<const Fact> more) {
  std::set<std::string> keys;
  for (const Fact& fact : known) keys.insert(graph::fact_key(graph::canonical(fact)));
  std::vector<Fact> added;
  for (const Fact& fact : more) {
    if (keys.insert(graph::fact_key(graph::canonical(fact))).second) added.push_back(fact);
  }
  return added;
}

}  // namespace

struct Store::Parts {
  Parts(const std::filesystem::path& path, Access access)
      : database(path, access), documents(database, digest) {
    prepare_schema(database, access);
  }

  std::uint64_t stamp() { return static_cast<std::uint64_t>(database.number("SELECT stamp FROM state")); }

  // What was written since the batch began becomes part of the stamp.
  void write_stamp() {
    if (digest.sum() == stamp()) return;
    database.run(fmt::format("UPDATE state SET stamp = {}", static_cast<std::int64_t>(digest.sum())));
  }

  // Undoes the transaction, if SQLite has not done so itself.
  void undo() { sqlite3_exec(database.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }

  bool in_transaction() const { return sqlite3_get_autocommit(database.handle()) == 0; }

  // Adds facts to those of a document; false if it has them all.
  bool add_facts(const StoredDocument& document, std::span<const Fact> facts) {
    std::vector<Fact> all = documents.facts_of(document);
    std::vector<Fact> added = new_facts(all, facts);
    if (added.empty()) return false;
    all.insert(all.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    documents.replace_facts(document.key, all);
    return true;
  }

  // Puts a document in the place of what is there of it, if anything.
  void replace(const std::optional<StoredDocument>& old, const DocumentRecord& record,
               std::span<const Fact> facts) {
    if (old) documents.remove(old->key);
    documents.insert(record, facts);
  }

  bool add(const DocumentRecord& record, std::span<const Fact> facts) {
    const auto old = documents.find(record.id, !record.content_hash.empty());
    if (old && record.content_hash.empty()) return add_facts(*old, facts);
    if (old && old->record.content_hash == record.content_hash) return false;
    replace(old, record, facts);
    return true;
  }

  void merge(const DocumentRecord& record, std::span<const Fact> facts) {
    const auto old = documents.find(record.id, !record.content_hash.empty());
    if (old && old->record.content_hash == record.content_hash) {
      add_facts(*old, facts);
    } else if (!old || std::tie(old->record.date, old->record.content_hash) <
                           std::tie(record.date, record.content_hash)) {
      replace(old, record, facts);
    }
  }

  void decide(const entities::Decisions& decisions) {
    Statement insert(database, "INSERT OR IGNORE INTO decisions VALUES (?, ?, ?)");
    const auto add = [&](std::string_view kind, const std::set<entities::Decisions::Pair>& pairs) {
      for (const auto& [a, b] : pairs) {
        Binder(insert, digest).add(kind).add(a).add(b);
        insert.run();
      }
    };
    add("same", decisions.same());
    add("different", decisions.different());
    add("name", decisions.names());
  }

  Database database;
  Digest digest;
  DocumentTables documents;
  bool in_batch = false;
};

DocumentRecord record_of(const text::Document& document) {
  return {.id = document.id,
          .content_hash = graph::stable_id("", {document.text}),
          .lang = document.lang,
          .date = document.date,
          .url = document.url,
          .title = document.title};
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open_or_create(const std::filesystem::path& path) {
  refuse_folder(path);
  return Store(std::make_unique<Parts>(path, Access::kReadAndWrite));
}

Store Store::open(const std::filesystem::path& path) {
  std::error_code none;
  if (!std::filesystem::exists(path, none)) {
    throw InputError(path.string(), "there is no such graph", "make it with 'whofunds build -o'");
  }
  refuse_folder(path);
  auto parts = std::make_unique<Parts>(path, Access::kRead);
  if (is_older(parts->database)) {
    parts.reset();
    open_or_create(path);  // brings it up to date
    parts = std::make_unique<Parts>(path, Access::kRead);
  }
  return Store(std::move(parts));
}

bool Store::add_document(const DocumentRecord& document, std::span<const model::Fact> facts) {
  check_facts(document, facts);
  if (!parts_->in_batch) {
    Batch alone(*this);
    const bool added = parts_->add(document, facts);
    alone.commit();
    return added;
  }
  if (!parts_->in_transaction()) {
    throw MachineError(parts_->database.where(), "an earlier fault has undone the batch", "start it again");
  }
  try {
    return parts_->add(document, facts);
  } catch (const Error&) {
    // A document is there whole or not at all; a savepoint for each would double the time of a build.
    parts_->undo();
    throw;
  }
}

bool Store::add_document(const text::Document& document, std::span<const model::Fact> facts) {
  return add_document(record_of(document), facts);
}

bool Store::has_document(const DocumentRecord& document) const {
  if (document.content_hash.empty()) return false;
  const std::optional<StoredDocument> known = parts_->documents.find(document.id, true);
  return known && known->record.content_hash == document.content_hash;
}

Batch Store::batch() {
  return Batch(*this);
}

void Store::merge(const Store& other) {
  Batch all(*this);
  for (const StoredDocument& document : other.parts_->documents.all()) {
    parts_->merge(document.record, other.parts_->documents.facts_of(document));
  }
  parts_->decide(other.decisions());
  all.commit();
}

void Store::decide(const entities::Decisions& decisions) {
  Batch all(*this);
  parts_->decide(decisions);
  all.commit();
}

entities::Decisions Store::decisions() const {
  entities::Decisions decisions;
  Statement select(parts_->database, "SELECT kind, a, b FROM decisions ORDER BY kind, a, b");
  while (select.step()) {
    const std::string kind = select.text(0);
    if (kind == "same") decisions.add_same(select.text(1), select.text(2));
    if (kind == "different") decisions.add_different(select.text(1), select.text(2));
    if (kind == "name") decisions.add_name(select.text(1), select.text(2));
  }
  return decisions;
}

std::optional<DocumentRecord> Store::document(std::string_view id) const {
  for (const bool with_text : {true, false}) {
    if (const auto found = parts_->documents.find(id, with_text)) return found->record;
  }
  return std::nullopt;
}

std::vector<DocumentRecord> Store::documents() const {
  std::vector<DocumentRecord> records;
  for (StoredDocument& document : parts_->documents.all()) records.push_back(std::move(document.record));
  return records;
}

void Store::for_each_fact(const std::function<void(model::Fact)>& take) const {
  Savepoint snapshot(parts_->database);  // all of one commit, though another program may write meanwhile
  for (const StoredDocument& document : parts_->documents.all()) {
    for (Fact& fact : parts_->documents.facts_of(document)) take(std::move(fact));
  }
}

std::vector<model::Fact> Store::facts() const {
  std::vector<Fact> all;
  for_each_fact([&](Fact fact) { all.push_back(std::move(fact)); });
  return all;
}

graph::FundingGraph Store::load(const entities::LegalForms& forms) const {
  graph::FundingGraph graph(forms, decisions());
  graph.add(facts());
  return graph;
}

std::vector<std::byte> Store::freeze(const entities::LegalForms& forms,
                                     const graph::FrozenStamp& stamp) const {
  Savepoint snapshot(parts_->database);
  graph::FactTable table(forms);
  const std::vector<graph::FactPlace> places = gather_facts(parts_->database, table);
  const auto evidence = static_cast<std::uint64_t>(parts_->database.number("SELECT count(*) FROM evidence"));
  return graph::freeze(table,
                       {.stamp = stamp, .evidence = evidence, .places = places, .decisions = decisions()});
}

std::uint64_t Store::stamp() const {
  return parts_->stamp();
}

Snapshot Store::snapshot() const {
  return std::make_unique<Savepoint>(parts_->database);
}

const Database& Store::database() const {
  return parts_->database;
}

Counts Store::counts() const {
  const auto count = [&](const char* what) {
    return static_cast<std::size_t>(parts_->database.number(fmt::format("SELECT count({}", what)));
  };
  Savepoint snapshot(parts_->database);
  return {.documents = count("DISTINCT id) FROM documents"),
          .entities = count("*) FROM entities"),
          .deals = count("*) FROM deals"),
          .facts = count("*) FROM facts"),
          .evidence = count("*) FROM evidence")};
}

void Store::check() const {
  Statement pages(parts_->database, "PRAGMA quick_check(1)");
  while (pages.step()) {
    if (pages.text(0) != "ok") throw parts_->database.damaged(pages.text(0));
  }
  Statement references(parts_->database, "PRAGMA foreign_key_check");
  while (references.step())
    throw parts_->database.damaged(fmt::format("a row of {} refers to nothing", references.text(0)));
  for_each_fact([&](const Fact& fact) {
    if (const std::string fault = model::first_fault(fact); !fault.empty())
      throw parts_->database.damaged(fault);
  });
}

Batch::Batch(Store& store) : store_(&store) {
  store_->parts_->database.run("BEGIN IMMEDIATE");
  store_->parts_->in_batch = true;
  store_->parts_->digest = Digest(store_->parts_->stamp());
}

Batch::~Batch() {
  if (!open_) return;
  store_->parts_->in_batch = false;
  // Nothing can be done about a failure here, and SQLite undoes what was not committed when the file is
  // opened next.
  store_->parts_->undo();
}

void Batch::commit() {
  store_->parts_->write_stamp();
  store_->parts_->database.run("COMMIT");
  store_->parts_->in_batch = false;
  open_ = false;
}

}  // namespace whofunds::store
