#include "whofunds/store/fact_stream.hpp"

#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/store/document_tables.hpp"
#include "whofunds/store/rows.hpp"

namespace whofunds::store {
namespace {

using graph::FactPlace;
using graph::FactTable;
using model::Entity;
using model::Fact;

// Rows in the order of documents, taken document by document. The first column is the document.
class Cursor {
 public:
  Cursor(const Database& database, const std::string& sql)
      : database_(database), statement_(database, sql), more_(statement_.step()) {}

  // Hands out the rows of a document; those of documents before it, which nobody asked for, are passed over.
  template <typename Take>
  void each_of(std::int64_t document, Take take) {
    for (; more_ && statement_.number(0) <= document; more_ = statement_.step()) {
      if (statement_.number(0) < document) continue;
      Row row(statement_, database_);
      row.number();
      take(row);
    }
  }

 private:
  const Database& database_;
  Statement statement_;
  bool more_;
};

class Gathering {
 public:
  Gathering(const Database& database, FactTable& table)
      : table_(table),
        documents_(database, "SELECT key, id FROM documents ORDER BY key"),
        entities_(
            database,
            "SELECT document, id, name, kind, own_alias, countries FROM entities ORDER BY document, number"),
        aliases_(database, "SELECT document, entity, alias FROM aliases ORDER BY document, entity, position"),
        deals_(database, "SELECT document, id FROM deals ORDER BY document, number"),
        facts_(database, fmt::format("SELECT document, number, subject, object, deal, {} FROM facts "
                                     "ORDER BY document, number",
                                     kFactColumns)) {
    Statement twins(database, "SELECT id FROM documents GROUP BY id HAVING count(*) > 1");
    while (twins.step()) twins_.insert(twins.text(0));
  }

  std::vector<FactPlace> run() {
    while (documents_.step()) {
      const std::int64_t key = documents_.number(0);
      id_ = documents_.text(1);
      read_entities(key);
      deal_ids_.clear();
      deals_.each_of(key, [&](Row& row) { deal_ids_.push_back(row.text()); });
      if (twins_.contains(id_)) {
        keep_facts(key);
      } else {
        add_facts(key);
      }
    }
    for (const auto& [id, facts] : kept_) {
      for (const auto& [number, fact] : facts) table_.add(fact, number);
    }
    table_.finish();
    return std::move(places_);
  }

 private:
  void read_entities(std::int64_t document) {
    all_.clear();
    own_.clear();
    entities_.each_of(document, [&](Row& row) {
      Entity entity{.id = row.text(), .name = row.text()};
      entity.kind = row.word(model::parse_entity_kind);
      own_.push_back(row.number_or_nothing());
      entity.countries = row.countries();
      all_.push_back(std::move(entity));
    });
    aliases_.each_of(document, [&](Row& row) {
      const std::size_t at = row.item(all_.size(), "entity");
      all_[at].aliases.push_back(row.text());
    });
    for (std::size_t n = 0; n < all_.size(); ++n) {
      all_[n].aliases = with_own(std::move(all_[n].aliases), all_[n].name, own_[n]);
    }
  }

  // Hands out the facts of a document with the numbers of their ends among its entities.
  template <typename Take>
  void each_fact(std::int64_t document, Take take) {
    facts_.each_of(document, [&](Row& row) {
      const std::int64_t number = row.number();
      if (next_ % graph::kFactsPerPlace == 0) {
        places_.push_back(
            {.document = static_cast<std::uint64_t>(document), .number = static_cast<std::uint64_t>(number)});
      }
      const auto subject = row.item_or_nothing(all_.size(), "entity");
      const std::size_t object = row.item(all_.size(), "entity");
      const auto deal = row.item_or_nothing(deal_ids_.size(), "deal");
      Fact fact{.document = {}, .deal = deal ? deal_ids_[*deal] : std::string()};
      read_fact(row, fact);
      take(fact, subject, object, next_++);
    });
  }

  void add_facts(std::int64_t document) {
    bool started = false;
    each_fact(document, [&](const Fact& fact, std::optional<std::size_t> subject, std::size_t object,
                            std::uint32_t number) {
      if (!started) start_document();
      started = true;
      std::optional<std::uint32_t> subject_number;
      if (subject) subject_number = numbers_[*subject];
      table_.add_fact(fact, subject_number, numbers_[object], number);
    });
  }

  void start_document() {
    table_.start_document(id_);
    numbers_.clear();
    for (const Entity& entity : all_) numbers_.push_back(table_.add_entity(entity));
  }

  // Of a document that is known with its text and also by facts alone: its facts wait for each other.
  void keep_facts(std::int64_t document) {
    each_fact(document,
              [&](Fact& fact, std::optional<std::size_t> subject, std::size_t object, std::uint32_t number) {
                fact.document = id_;
                if (subject) fact.subject = all_[*subject];
                fact.object = all_[object];
                kept_[id_].emplace_back(number, std::move(fact));
              });
  }

  FactTable& table_;
  Statement documents_;
  Cursor entities_;
  Cursor aliases_;
  Cursor deals_;
  Cursor facts_;
  std::unordered_set<std::string> twins_;
  std::map<std::string, std::vector<std::pair<std::uint32_t, Fact>>> kept_;
  std::vector<FactPlace> places_;
  std::uint32_t next_ = 0;

  // Of the document at hand.
  std::string id_;
  std::vector<Entity> all_;
  std::vector<std::optional<std::int64_t>> own_;
  std::vector<std::string> deal_ids_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace

std::vector<FactPlace> gather_facts(const Database& database, FactTable& table) {
  return Gathering(database, table).run();
}

FactFinder::FactFinder(const Database& database)
    : database_(database),
      fact_(database, fmt::format("SELECT document, number, {} FROM facts WHERE (document, number) >= (?, ?) "
                                  "ORDER BY document, number LIMIT 1 OFFSET ?",
                                  kFactColumns)),
      document_(database, "SELECT id FROM documents WHERE key = ?"),
      evidence_(database,
                "SELECT source, begin_at, end_at, text FROM evidence WHERE document = ? AND fact = ? "
                "ORDER BY position"),
      ends_(database,
            "SELECT e.number, e.id, e.name, e.kind, e.own_alias FROM facts f JOIN entities e ON e.document = "
            "f.document "
            "AND (e.number = f.subject OR e.number = f.object) WHERE f.document = ? AND f.number = ? "
            "ORDER BY e.number"),
      aliases_(database, "SELECT alias FROM aliases WHERE document = ? AND entity = ? ORDER BY position") {}

// Leaves the statement of facts at the row.
FactFinder::Place FactFinder::go_to(std::span<const FactPlace> places, std::uint32_t number) {
  const std::size_t place = number / graph::kFactsPerPlace;
  if (place >= places.size()) throw database_.damaged(fmt::format("no fact {}", number));
  fact_.bind(0, static_cast<std::int64_t>(places[place].document));
  fact_.bind(1, static_cast<std::int64_t>(places[place].number));
  fact_.bind(2, static_cast<std::int64_t>(number % graph::kFactsPerPlace));
  if (!fact_.step()) throw database_.damaged(fmt::format("no fact {}", number));
  return {.document = fact_.number(0), .number = fact_.number(1)};
}

std::string FactFinder::document_id(std::int64_t document) {
  document_.bind(0, document);
  std::string id = document_.step() ? document_.text(0) : std::string();
  document_.reset();
  return id;
}

std::vector<entities::LocalEntity> FactFinder::ends(std::span<const FactPlace> places, std::uint32_t number) {
  const auto [document, in_document] = go_to(places, number);
  fact_.reset();
  std::vector<entities::LocalEntity> found;
  ends_.bind(0, document);
  ends_.bind(1, in_document);
  while (ends_.step()) {
    Row row(ends_, database_);
    const std::int64_t entity = row.number();
    entities::LocalEntity local{.document = document_id(document), .id = row.text(), .name = row.text()};
    local.kind = row.word(model::parse_entity_kind);
    const auto own = row.number_or_nothing();
    aliases_.bind(0, document);
    aliases_.bind(1, entity);
    while (aliases_.step()) local.aliases.push_back(aliases_.text(0));
    local.aliases = with_own(std::move(local.aliases), local.name, own);
    found.push_back(std::move(local));
  }
  return found;
}

Fact FactFinder::find(std::span<const FactPlace> places, std::uint32_t number) {
  const auto [document, in_document] = go_to(places, number);
  Row row(fact_, database_);
  row.number();
  row.number();
  Fact fact{.document = document_id(document)};
  read_fact(row, fact);
  fact_.reset();

  evidence_.bind(0, document);
  evidence_.bind(1, in_document);
  while (evidence_.step()) {
    Row said(evidence_, database_);
    model::Evidence evidence{.document = said.text()};
    evidence.begin = static_cast<std::size_t>(said.number());
    evidence.end = static_cast<std::size_t>(said.number());
    evidence.text = said.text();
    fact.evidence.push_back(std::move(evidence));
  }
  return fact;
}

}  // namespace whofunds::store
