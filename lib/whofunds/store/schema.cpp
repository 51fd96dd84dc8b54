#include "whofunds/store/schema.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "whofunds/model/entity_kind.hpp"
#include "whofunds/model/money.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/model/status.hpp"

namespace whofunds::store {
namespace {

constexpr int kApplicationId = 0x77686F66;  // "whof"
constexpr int kTables = 8;

// All but documents is clustered by document, so that a document is read, and replaced, in one place of the
// file. {kinds}, {relations}, {statuses} and {largest} are what the model allows. What is one of several
// words is compared with each: for `IN`, SQLite makes a table for every row that is checked.
constexpr const char* kSchema = R"sql(
CREATE TABLE documents (
  key          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL,
  content_hash TEXT NOT NULL,  -- of its text; '' = only facts of it are known
  lang         TEXT NOT NULL,
  date         TEXT,
  url          TEXT NOT NULL,
  title        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX documents_by_id ON documents (id, (content_hash <> ''));

CREATE TABLE entities (
  document INTEGER NOT NULL REFERENCES documents (key),
  number   INTEGER NOT NULL,
  id       TEXT NOT NULL,  -- within the document
  name     TEXT NOT NULL CHECK (name <> ''),
  kind     TEXT NOT NULL CHECK ({kinds}),
  own_alias INTEGER,  -- the place of the name among the aliases; it has no row there then
  countries TEXT,  -- their codes, parted by spaces: 'de fr'
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE aliases (
  document INTEGER NOT NULL,
  entity   INTEGER NOT NULL,
  position INTEGER NOT NULL,
  alias    TEXT NOT NULL,
  PRIMARY KEY (document, entity, position),
  FOREIGN KEY (document, entity) REFERENCES entities (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE deals (
  document INTEGER NOT NULL REFERENCES documents (key),
  number   INTEGER NOT NULL,
  id       TEXT NOT NULL CHECK (id <> ''),  -- within the document
  PRIMARY KEY (document, number),
  UNIQUE (document, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  document           INTEGER NOT NULL REFERENCES documents (key),
  number             INTEGER NOT NULL,
  subject            INTEGER,
  relation           TEXT NOT NULL CHECK ({relations}),
  object             INTEGER NOT NULL,
  amount_value       INTEGER CHECK (amount_value BETWEEN 0 AND {largest}),
  amount_currency    TEXT,
  amount_approx      INTEGER,
  amount_min         INTEGER CHECK (amount_min BETWEEN 0 AND {largest}),
  amount_max         INTEGER CHECK (amount_max BETWEEN 0 AND {largest}),
  stake_percent      REAL CHECK (stake_percent BETWEEN 0 AND 100),
  stake_at_least     INTEGER,
  stake_controlling  INTEGER,
  round              TEXT NOT NULL,
  lead               INTEGER NOT NULL CHECK (lead = 0 OR lead = 1),
  status             TEXT NOT NULL CHECK ({statuses}),
  date               TEXT,
  valuation_value    INTEGER CHECK (valuation_value BETWEEN 0 AND {largest}),
  valuation_currency TEXT,
  valuation_approx   INTEGER,
  valuation_min      INTEGER CHECK (valuation_min BETWEEN 0 AND {largest}),
  valuation_max      INTEGER CHECK (valuation_max BETWEEN 0 AND {largest}),
  deal               INTEGER,
  confidence         REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule               TEXT NOT NULL,
  PRIMARY KEY (document, number),
  FOREIGN KEY (document, subject) REFERENCES entities (document, number),
  FOREIGN KEY (document, object) REFERENCES entities (document, number),
  FOREIGN KEY (document, deal) REFERENCES deals (document, number),
  CHECK (subject IS NOT NULL OR relation = 'raised'),
  CHECK ((amount_value IS NULL) = (amount_currency IS NULL)),
  CHECK ((valuation_value IS NULL) = (valuation_currency IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  document INTEGER NOT NULL,
  fact     INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source   TEXT NOT NULL,  -- id of the document that is quoted
  begin_at INTEGER NOT NULL CHECK (begin_at >= 0),
  end_at   INTEGER NOT NULL CHECK (end_at >= begin_at),
  text     TEXT NOT NULL,
  PRIMARY KEY (document, fact, position),
  FOREIGN KEY (document, fact) REFERENCES facts (document, number)
) STRICT, WITHOUT ROWID;
)sql";

// What the first version did not have. Its entities have a row for every alias, which is still understood;
// those of the second have no countries.
constexpr const char* kSinceVersion2 = R"sql(
-- How names are joined, as people decided; a and b are names or, of 'name', a name and the one to show.
CREATE TABLE decisions (
  kind TEXT NOT NULL CHECK (kind = 'same' OR kind = 'different' OR kind = 'name'),
  a    TEXT NOT NULL CHECK (a <> ''),
  b    TEXT NOT NULL CHECK (b <> ''),
  PRIMARY KEY (kind, a, b)
) STRICT, WITHOUT ROWID;

-- One row: a digest of all that was written, by which what is made from the graph is known to be of it.
CREATE TABLE state (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  stamp INTEGER NOT NULL
) STRICT;
INSERT INTO state VALUES (1, {stamp});
)sql";

// "kind = 'person' OR kind = 'company' …"
template <typename Values>
std::string one_of(std::string_view column, const Values& values) {
  std::string choice;
  for (const auto value : values)
    choice += fmt::format("{}{} = '{}'", choice.empty() ? "" : " OR ", column, to_string(value));
  return choice;
}

bool is_empty(Database& database) {
  return database.number("SELECT count(*) FROM sqlite_master") == 0 &&
         database.number("PRAGMA user_version") == 0;
}

void create(Database& database) {
  database.run("BEGIN IMMEDIATE");
  if (database.number("PRAGMA application_id") != kApplicationId) {  // nobody was faster
    database.run(fmt::format(kSchema, fmt::arg("kinds", one_of("kind", model::kAllEntityKinds)),
                             fmt::arg("relations", one_of("relation", model::kAllRelations)),
                             fmt::arg("statuses", one_of("status", model::kAllStatuses)),
                             fmt::arg("largest", model::kLargestSum)));
    database.run(fmt::format(kSinceVersion2, fmt::arg("stamp", 0)));
    database.run(fmt::format("PRAGMA user_version = {}", kSchemaVersion));
    database.run(fmt::format("PRAGMA application_id = {}", kApplicationId));
  }
  database.run("COMMIT");
}

// Each step brings the tables from one version to the next.
void bring_up_to_date(Database& database) {
  database.run("BEGIN IMMEDIATE");
  if (is_older(database)) {  // nobody was faster
    if (database.number("PRAGMA user_version") < 2) {
      database.run("ALTER TABLE entities ADD COLUMN own_alias INTEGER");
      database.run(
          fmt::format(kSinceVersion2, fmt::arg("stamp", database.number("SELECT count(*) FROM facts"))));
    }
    database.run("ALTER TABLE entities ADD COLUMN countries TEXT");
    database.run(fmt::format("PRAGMA user_version = {}", kSchemaVersion));
  }
  database.run("COMMIT");
}

void check_version(Database& database) {
  if (database.number("PRAGMA application_id") != kApplicationId) {
    throw InputError(database.where(), "this is a database of another program",
                     "name a file that 'whofunds build -o' has written");
  }
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version > kSchemaVersion) {
    throw InputError(
        database.where(),
        fmt::format("the graph was written by a newer whofunds (version {} of its tables; this one knows {})",
                    version, kSchemaVersion),
        "update whofunds");
  }
  if (version < 1) throw database.damaged(fmt::format("version {} of its tables", version));
}

void check_tables(Database& database) {
  const std::int64_t tables = database.number(
      "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN "
      "('documents', 'entities', 'aliases', 'deals', 'facts', 'evidence', 'decisions', 'state')");
  if (tables != kTables) throw database.damaged("a table is missing");
}

}  // namespace

bool is_older(Database& database) {
  const std::int64_t version = database.number("PRAGMA user_version");
  return database.number("PRAGMA application_id") == kApplicationId && version >= 1 &&
         version < kSchemaVersion;
}

void prepare_schema(Database& database, Access access) {
  database.run("PRAGMA trusted_schema = OFF");
  database.run("PRAGMA cell_size_check = ON");
  database.run("PRAGMA foreign_keys = ON");
  database.run("PRAGMA synchronous = FULL");
  // Nothing is written before it is plain that the file is ours or empty.
  const bool is_new = database.number("PRAGMA application_id") == 0 && is_empty(database);
  if (is_new && access == Access::kRead) {
    throw InputError(database.where(), "the file is empty", "make a graph with 'whofunds build -o'");
  }
  if (!is_new) check_version(database);
  if (access == Access::kReadAndWrite) {
    database.run("PRAGMA journal_mode = WAL");
    if (is_new) create(database);
    if (is_older(database)) bring_up_to_date(database);
  }
  check_version(database);
  if (!is_older(database)) check_tables(database);
}

}  // namespace whofunds::store
