#include "whofunds/store/document_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "whofunds/store/fact_writer.hpp"
#include "whofunds/store/rows.hpp"

namespace whofunds::store {
namespace {

using model::Entity;
using model::Fact;

constexpr const char* kDocumentColumns = "key, id, content_hash, lang, date, url, title";

StoredDocument read_document(const Statement& statement, const Database& database) {
  Row row(statement, database);
  StoredDocument document{.key = row.number()};
  document.record = {.id = row.text(), .content_hash = row.text(), .lang = row.text()};
  document.record.date = row.date();
  document.record.url = row.text();
  document.record.title = row.text();
  return document;
}

}  // namespace

std::vector<std::string> with_own(std::vector<std::string> aliases, const std::string& name,
                                  std::optional<std::int64_t> own) {
  if (!own) return aliases;
  const auto at = std::clamp<std::int64_t>(*own, 0, static_cast<std::int64_t>(aliases.size()));
  aliases.insert(aliases.begin() + static_cast<std::ptrdiff_t>(at), name);
  return aliases;
}

DocumentTables::DocumentTables(const Database& database, Digest& digest)
    : database_(database), digest_(digest) {}
DocumentTables::~DocumentTables() = default;

std::optional<StoredDocument> DocumentTables::find(std::string_view id, bool with_text) {
  if (!find_) {
    find_.emplace(database_, fmt::format("SELECT {} FROM documents WHERE id = ? AND (content_hash <> '') = ?",
                                         kDocumentColumns));
  }
  find_->bind(0, id);
  find_->bind(1, std::int64_t{with_text});
  if (!find_->step()) return std::nullopt;
  StoredDocument document = read_document(*find_, database_);
  find_->reset();
  return document;
}

std::vector<StoredDocument> DocumentTables::all() {
  Statement select(database_,
                   fmt::format("SELECT {} FROM documents ORDER BY id, content_hash <> ''", kDocumentColumns));
  std::vector<StoredDocument> documents;
  while (select.step()) documents.push_back(read_document(select, database_));
  return documents;
}

std::int64_t DocumentTables::insert(const DocumentRecord& record, std::span<const Fact> facts) {
  if (!insert_) {
    insert_.emplace(database_,
                    "INSERT INTO documents (id, content_hash, lang, date, url, title) "
                    "VALUES (?, ?, ?, ?, ?, ?)");
  }
  Binder(*insert_, digest_)
      .add(record.id)
      .add(record.content_hash)
      .add(record.lang)
      .add(record.date)
      .add(record.url)
      .add(record.title);
  insert_->run();
  const std::int64_t key = database_.last_row();
  add_facts(key, facts);
  return key;
}

void DocumentTables::remove(std::int64_t document) {
  remove_facts(document);
  Statement remove(database_, "DELETE FROM documents WHERE key = ?");
  Binder(remove, digest_).add(document);
  remove.run();
}

void DocumentTables::remove_facts(std::int64_t document) {
  // What refers to a row goes before it.
  for (const char* const table : {"evidence", "facts", "deals", "aliases", "entities"}) {
    Statement remove(database_, fmt::format("DELETE FROM {} WHERE document = ?", table));
    Binder(remove, digest_).add(document);
    remove.run();
  }
}

void DocumentTables::add_facts(std::int64_t document, std::span<const Fact> facts) {
  if (!writer_) writer_ = std::make_unique<FactWriter>(database_, digest_);
  writer_->start(document);
  for (const Fact& fact : facts) writer_->add(fact);
}

void DocumentTables::replace_facts(std::int64_t document, std::span<const Fact> facts) {
  remove_facts(document);
  add_facts(document, facts);
}

std::vector<Fact> DocumentTables::facts_of(const StoredDocument& document) {
  const std::vector<Entity> entities = entities_of(document.key);
  const std::vector<std::string> deals = deals_of(document.key);
  Statement select(
      database_, fmt::format("SELECT subject, object, deal, {} FROM facts WHERE document = ? ORDER BY number",
                             kFactColumns));
  select.bind(0, document.key);
  std::vector<Fact> facts;
  while (select.step()) {
    Row row(select, database_);
    Fact fact{.document = document.record.id};
    if (const auto subject = row.item_or_nothing(entities.size(), "entity"))
      fact.subject = entities[*subject];
    fact.object = entities[row.item(entities.size(), "entity")];
    if (const auto deal = row.item_or_nothing(deals.size(), "deal")) fact.deal = deals[*deal];
    read_fact(row, fact);
    facts.push_back(std::move(fact));
  }
  read_evidence(document.key, facts);
  return facts;
}

std::vector<Entity> DocumentTables::entities_of(std::int64_t document) {
  std::vector<Entity> entities;
  std::vector<std::optional<std::int64_t>> own;
  Statement select(
      database_,
      "SELECT id, name, kind, own_alias, countries FROM entities WHERE document = ? ORDER BY number");
  select.bind(0, document);
  while (select.step()) {
    Row row(select, database_);
    Entity entity{.id = row.text(), .name = row.text()};
    entity.kind = row.word(model::parse_entity_kind);
    own.push_back(row.number_or_nothing());
    entity.countries = row.countries();
    entities.push_back(std::move(entity));
  }
  Statement aliases(database_,
                    "SELECT entity, alias FROM aliases WHERE document = ? ORDER BY entity, position");
  aliases.bind(0, document);
  while (aliases.step()) {
    Row row(aliases, database_);
    const std::size_t at = row.item(entities.size(), "entity");
    entities[at].aliases.push_back(row.text());
  }
  for (std::size_t n = 0; n < entities.size(); ++n) {
    entities[n].aliases = with_own(std::move(entities[n].aliases), entities[n].name, own[n]);
  }
  return entities;
}

std::vector<std::string> DocumentTables::deals_of(std::int64_t document) {
  std::vector<std::string> deals;
  Statement select(database_, "SELECT id FROM deals WHERE document = ? ORDER BY number");
  select.bind(0, document);
  while (select.step()) deals.push_back(select.text(0));
  return deals;
}

void DocumentTables::read_evidence(std::int64_t document, std::vector<Fact>& facts) {
  Statement select(database_,
                   "SELECT fact, source, begin_at, end_at, text FROM evidence WHERE document = ? "
                   "ORDER BY fact, position");
  select.bind(0, document);
  while (select.step()) {
    Row row(select, database_);
    const std::size_t at = row.item(facts.size(), "fact");
    model::Evidence evidence{.document = row.text()};
    evidence.begin = static_cast<std::size_t>(row.number());
    evidence.end = static_cast<std::size_t>(row.number());
    evidence.text = row.text();
    facts[at].evidence.push_back(std::move(evidence));
  }
}

}  // namespace whofunds::store
