#include "whofunds/store/document_tables.hpp"

#include <array>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace whofunds::store {
namespace {

using model::Entity;
using model::Evidence;
using model::Fact;
using model::Money;
using model::PartialDate;
using model::Stake;

// Binds the parameters of a statement from the first to the last, as they stand in it.
class Binder {
 public:
  explicit Binder(Statement& statement) : statement_(statement) {}

  Binder& add(std::string_view text) {
    statement_.bind(next_++, text);
    return *this;
  }
  Binder& add(std::int64_t number) {
    statement_.bind(next_++, number);
    return *this;
  }
  Binder& add(double number) {
    statement_.bind(next_++, number);
    return *this;
  }
  Binder& add(bool value) { return add(std::int64_t{value}); }
  Binder& add(std::size_t number) { return add(static_cast<std::int64_t>(number)); }
  Binder& add(const std::string& text) { return add(std::string_view(text)); }
  Binder& add(const PartialDate& date) { return add(model::to_string(date)); }

  template <typename T>
  Binder& add(const std::optional<T>& value) {
    if (value) return add(*value);
    statement_.bind_nothing(next_++);
    return *this;
  }

  Binder& add_money(const std::optional<Money>& money) {
    constexpr int kColumns = 5;
    if (!money) return add_nothing(kColumns);
    return add(money->value).add(money->currency).add(money->approx).add(money->min).add(money->max);
  }

  Binder& add_stake(const std::optional<Stake>& stake) {
    constexpr int kColumns = 3;
    if (!stake) return add_nothing(kColumns);
    return add(stake->percent).add(stake->at_least).add(stake->controlling);
  }

 private:
  Binder& add_nothing(int columns) {
    for (int column = 0; column < columns; ++column) statement_.bind_nothing(next_++);
    return *this;
  }

  Statement& statement_;
  int next_ = 0;
};

// Reads the columns of a row from the first to the last, as they stand in its statement.
class Row {
 public:
  Row(const Statement& statement, const Database& database) : statement_(statement), database_(database) {}

  std::string text() { return statement_.text(next_++); }
  std::int64_t number() { return statement_.number(next_++); }
  double real() { return statement_.real(next_++); }
  bool flag() { return number() != 0; }
  std::optional<std::int64_t> number_or_nothing() { return statement_.number_or_nothing(next_++); }

  // A number that counts the items of something already read.
  template <typename T>
  const T& item(const std::vector<T>& items, std::string_view what) {
    const std::int64_t at = number();
    if (at < 0 || static_cast<std::size_t>(at) >= items.size()) {
      throw database_.damaged(fmt::format("no {} number {}", what, at));
    }
    return items[static_cast<std::size_t>(at)];
  }

  template <typename T>
  std::optional<T> item_or_nothing(const std::vector<T>& items, std::string_view what) {
    if (statement_.has(next_)) return item(items, what);
    ++next_;
    return std::nullopt;
  }

  // A word that `parse` knows.
  template <typename Parse>
  auto word(Parse parse) {
    const std::string name = text();
    const auto value = parse(name);
    if (!value) throw database_.damaged(fmt::format("the word '{}'", name));
    return *value;
  }

  std::optional<PartialDate> date() {
    if (statement_.has(next_)) return word(model::parse_partial_date);
    ++next_;
    return std::nullopt;
  }

  std::optional<Money> money() {
    const bool told = statement_.has(next_);
    Money money{.value = number(), .currency = text(), .approx = flag()};
    money.min = number_or_nothing();
    money.max = number_or_nothing();
    return told ? std::optional(std::move(money)) : std::nullopt;
  }

  std::optional<Stake> stake() {
    Stake stake;
    if (statement_.has(next_)) stake.percent = statement_.real(next_);
    ++next_;
    const bool told = statement_.has(next_);  // the flags are there whenever a stake is
    stake.at_least = flag();
    stake.controlling = flag();
    return told ? std::optional(stake) : std::nullopt;
  }

 private:
  const Statement& statement_;
  const Database& database_;
  int next_ = 0;
};

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

// Adds the facts of one document, and what they refer to before them.
class FactWriter {
 public:
  FactWriter(const Database& database, std::int64_t document)
      : document_(document),
        entity_(database, "INSERT INTO entities VALUES (?, ?, ?, ?, ?)"),
        alias_(database, "INSERT INTO aliases VALUES (?, ?, ?, ?)"),
        deal_(database, "INSERT INTO deals VALUES (?, ?, ?)"),
        fact_(database,
              "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?, ?, ?)"),
        evidence_(database, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)") {}

  void add(const Fact& fact) {
    const std::int64_t number = facts_++;
    std::optional<std::int64_t> subject;
    if (fact.subject) subject = number_of(*fact.subject);
    const std::int64_t object = number_of(fact.object);
    std::optional<std::int64_t> deal;
    if (!fact.deal.empty()) deal = number_of(fact.deal);
    Binder(fact_)
        .add(document_)
        .add(number)
        .add(subject)
        .add(model::to_string(fact.relation))
        .add(object)
        .add_money(fact.amount)
        .add_stake(fact.stake)
        .add(fact.round)
        .add(fact.lead)
        .add(model::to_string(fact.status))
        .add(fact.date)
        .add_money(fact.valuation)
        .add(deal)
        .add(fact.confidence)
        .add(fact.rule);
    fact_.run();
    for (std::size_t position = 0; position < fact.evidence.size(); ++position) {
      const Evidence& evidence = fact.evidence[position];
      Binder(evidence_)
          .add(document_)
          .add(number)
          .add(position)
          .add(evidence.document)
          .add(evidence.begin)
          .add(evidence.end)
          .add(evidence.text);
      evidence_.run();
    }
  }

 private:
  using EntityKey = std::tuple<std::string, std::string, model::EntityKind, std::vector<std::string>>;

  std::int64_t number_of(const Entity& entity) {
    const auto [known, is_new] =
        entities_.try_emplace(EntityKey(entity.id, entity.name, entity.kind, entity.aliases),
                              static_cast<std::int64_t>(entities_.size()));
    if (!is_new) return known->second;
    Binder(entity_)
        .add(document_)
        .add(known->second)
        .add(entity.id)
        .add(entity.name)
        .add(model::to_string(entity.kind));
    entity_.run();
    for (std::size_t position = 0; position < entity.aliases.size(); ++position) {
      Binder(alias_).add(document_).add(known->second).add(position).add(entity.aliases[position]);
      alias_.run();
    }
    return known->second;
  }

  std::int64_t number_of(const std::string& deal) {
    const auto [known, is_new] = deals_.try_emplace(deal, static_cast<std::int64_t>(deals_.size()));
    if (is_new) {
      Binder(deal_).add(document_).add(known->second).add(deal);
      deal_.run();
    }
    return known->second;
  }

  std::int64_t document_;
  Statement entity_;
  Statement alias_;
  Statement deal_;
  Statement fact_;
  Statement evidence_;
  std::map<EntityKey, std::int64_t> entities_;
  std::map<std::string, std::int64_t> deals_;
  std::int64_t facts_ = 0;
};

Fact read_fact(const Statement& statement, const Database& database, const std::vector<Entity>& entities,
               const std::vector<std::string>& deals) {
  Row row(statement, database);
  Fact fact;
  fact.subject = row.item_or_nothing(entities, "entity");
  fact.relation = row.word(model::parse_relation);
  fact.object = row.item(entities, "entity");
  fact.amount = row.money();
  fact.stake = row.stake();
  fact.round = row.text();
  fact.lead = row.flag();
  fact.status = row.word(model::parse_status);
  fact.date = row.date();
  fact.valuation = row.money();
  fact.deal = row.item_or_nothing(deals, "deal").value_or("");
  fact.confidence = row.real();
  fact.rule = row.text();
  return fact;
}

}  // namespace

DocumentTables::DocumentTables(const Database& database) : database_(database) {}

std::optional<StoredDocument> DocumentTables::find(std::string_view id, bool with_text) {
  Statement select(
      database_,
      fmt::format("SELECT {} FROM documents WHERE id = ? AND (content_hash <> '') = ?", kDocumentColumns));
  Binder(select).add(id).add(with_text);
  if (!select.step()) return std::nullopt;
  return read_document(select, database_);
}

std::vector<StoredDocument> DocumentTables::all() {
  Statement select(database_,
                   fmt::format("SELECT {} FROM documents ORDER BY id, content_hash <> ''", kDocumentColumns));
  std::vector<StoredDocument> documents;
  while (select.step()) documents.push_back(read_document(select, database_));
  return documents;
}

std::int64_t DocumentTables::insert(const DocumentRecord& record) {
  Statement insert(
      database_,
      "INSERT INTO documents (id, content_hash, lang, date, url, title) VALUES (?, ?, ?, ?, ?, ?)");
  Binder(insert)
      .add(record.id)
      .add(record.content_hash)
      .add(record.lang)
      .add(record.date)
      .add(record.url)
      .add(record.title);
  insert.run();
  return database_.last_row();
}

void DocumentTables::remove(std::int64_t document) {
  remove_facts(document);
  Statement remove(database_, "DELETE FROM documents WHERE key = ?");
  remove.bind(0, document);
  remove.run();
}

void DocumentTables::remove_facts(std::int64_t document) {
  // What refers to a row goes before it.
  for (const char* const table : {"evidence", "facts", "deals", "aliases", "entities"}) {
    Statement remove(database_, fmt::format("DELETE FROM {} WHERE document = ?", table));
    remove.bind(0, document);
    remove.run();
  }
}

void DocumentTables::replace_facts(std::int64_t document, std::span<const model::Fact> facts) {
  remove_facts(document);
  FactWriter writer(database_, document);
  for (const Fact& fact : facts) writer.add(fact);
}

std::vector<model::Fact> DocumentTables::facts_of(const StoredDocument& document) {
  const std::vector<Entity> entities = entities_of(document.key);
  const std::vector<std::string> deals = deals_of(document.key);
  Statement select(
      database_,
      "SELECT subject, relation, object, amount_value, amount_currency, amount_approx, amount_min, "
      "amount_max, stake_percent, stake_at_least, stake_controlling, round, lead, status, date, "
      "valuation_value, valuation_currency, valuation_approx, valuation_min, valuation_max, deal, "
      "confidence, rule FROM facts WHERE document = ? ORDER BY number");
  select.bind(0, document.key);
  std::vector<Fact> facts;
  while (select.step()) {
    facts.push_back(read_fact(select, database_, entities, deals));
    facts.back().document = document.record.id;
  }
  read_evidence(document.key, facts);
  return facts;
}

std::vector<model::Entity> DocumentTables::entities_of(std::int64_t document) {
  std::vector<Entity> entities;
  Statement select(database_, "SELECT id, name, kind FROM entities WHERE document = ? ORDER BY number");
  select.bind(0, document);
  while (select.step()) {
    Row row(select, database_);
    Entity entity{.id = row.text(), .name = row.text()};
    entity.kind = row.word(model::parse_entity_kind);
    entities.push_back(std::move(entity));
  }
  Statement aliases(database_,
                    "SELECT entity, alias FROM aliases WHERE document = ? ORDER BY entity, position");
  aliases.bind(0, document);
  while (aliases.step()) {
    const auto at = static_cast<std::size_t>(aliases.number(0));
    if (at >= entities.size()) throw database_.damaged(fmt::format("no entity number {}", at));
    entities[at].aliases.push_back(aliases.text(1));
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

void DocumentTables::read_evidence(std::int64_t document, std::vector<model::Fact>& facts) {
  Statement select(database_,
                   "SELECT fact, source, begin_at, end_at, text FROM evidence WHERE document = ? "
                   "ORDER BY fact, position");
  select.bind(0, document);
  while (select.step()) {
    const auto at = static_cast<std::size_t>(select.number(0));
    if (at >= facts.size()) throw database_.damaged(fmt::format("no fact number {}", at));
    facts[at].evidence.push_back({.document = select.text(1),
                                  .begin = static_cast<std::size_t>(select.number(2)),
                                  .end = static_cast<std::size_t>(select.number(3)),
                                  .text = select.text(4)});
  }
}

}  // namespace whofunds::store
