#include "whofunds/store/sqlite.hpp"

#include <exception>

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

namespace whofunds::store {
namespace {

constexpr int kBusyMilliseconds = 5000;

/// Whether the memory that readers and writers share, a file, could not be had.
bool lacks_shared_memory(int extended) {
  return extended == SQLITE_IOERR_SHMOPEN || extended == SQLITE_IOERR_SHMSIZE ||
         extended == SQLITE_IOERR_SHMMAP;
}

[[noreturn]] void throw_full(const std::string& where) {
  throw MachineError(where, "the disk is full", "make room; what was committed before is whole");
}

[[noreturn]] void raise(const std::string& where, int extended, std::string_view message) {
  if (lacks_shared_memory(extended)) throw_full(where);
  if (extended == SQLITE_IOERR_WRITE) {
    throw MachineError(where, "it could not be written",
                       "check the disk, and whether files may be so large (ulimit -f); what was committed "
                       "before is whole");
  }
  switch (extended & 0xff) {
    case SQLITE_NOTADB:
      throw InputError(where, "this is no whofunds graph",
                       "name a file that 'whofunds build -o' has written");
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH:
      throw InputError(where, fmt::format("the graph is damaged ({})", message),
                       "build it anew from its documents");
    case SQLITE_CONSTRAINT:
      throw InputError(where, fmt::format("a fact breaks a rule of the store ({})", message),
                       "correct the fact or leave it out");
    case SQLITE_TOOBIG:
      throw InputError(where, "a text is too long to be stored", "a field holds at most a billion bytes");
    case SQLITE_FULL:
      throw_full(where);
    case SQLITE_NOMEM:
      throw MachineError(where, "out of memory", "close other programs, or add fewer documents at once");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw MachineError(where, "another program is writing to the graph", "wait until it is done");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw MachineError(where, "no right to write", "check the rights of the file and its folder");
    case SQLITE_CANTOPEN:
      throw MachineError(where, fmt::format("cannot be opened ({})", message),
                         "check that its folder is there, and the rights of both");
    default:
      throw MachineError(where, fmt::format("{} (SQLite {})", message, extended), "check the disk");
  }
}

// "file:" and the path with what has a meaning in a URI escaped.
std::string uri_of(const std::string& path, std::string_view query) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      uri += c;
    }
  }
  return uri.append(query);
}

// An empty view may have no address, which SQLite would take for NULL.
const char* address_of(std::string_view text) {
  return text.data() == nullptr ? "" : text.data();
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Database::Database(const std::filesystem::path& path, Access access) : where_(path.string()) {
  if (access == Access::kReadAndWrite) {
    open(uri_of(where_, ""), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    return;
  }
  // Whoever may not write at all cannot take the write-ahead log away after reading, so the right is asked
  // for and not used.
  if (::access(where_.c_str(), W_OK) == 0) {
    open(uri_of(where_, "?mode=rw"), SQLITE_OPEN_READWRITE);
    run("PRAGMA query_only = ON");
  } else {
    open(uri_of(where_, "?mode=ro"), SQLITE_OPEN_READONLY);
  }
  // In a folder without the right to write, or on a full disk, SQLite cannot take part in its write-ahead
  // log. Nobody else can write there then.
  const int readable =
      sqlite3_exec(handle(), "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
  std::error_code none;
  const bool kept_out = (readable & 0xff) == SQLITE_CANTOPEN || (readable & 0xff) == SQLITE_READONLY ||
                        lacks_shared_memory(readable);
  const std::filesystem::path log = where_ + "-wal";
  if (kept_out && (!std::filesystem::exists(log, none) || std::filesystem::is_empty(log, none))) {
    open(uri_of(where_, "?immutable=1"), SQLITE_OPEN_READONLY);
  }
}

void Database::open(const std::string& uri, int flags) {
  // Nobody asks how much memory SQLite takes; keeping count of it would cost a lock for each piece.
  static const int no_counting = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(no_counting);  // refused where SQLite is in use already: no harm
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(
      uri.c_str(), &opened, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(opened);
  check(result);
  check(sqlite3_busy_timeout(opened, kBusyMilliseconds));
}

void Database::check(int result) const {
  if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE) return;
  raise(where_, result, handle_ ? sqlite3_errmsg(handle()) : sqlite3_errstr(result));
}

InputError Database::damaged(std::string_view what) const {
  return {where_, fmt::format("the graph is damaged ({})", what), "build it anew from its documents"};
}

void Database::run(const std::string& sql) {
  check(sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::number(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

std::int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(handle());
}

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* prepared = nullptr;
  const int result =
      sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
  handle_.reset(prepared);
  database.check(result);
}

void Statement::bind(int parameter, std::string_view text) {
  database_->check(sqlite3_bind_text64(handle_.get(), parameter + 1, address_of(text), text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_view(int parameter, std::string_view text) {
  database_->check(sqlite3_bind_text64(handle_.get(), parameter + 1, address_of(text), text.size(),
                                       SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int parameter, std::int64_t number) {
  database_->check(sqlite3_bind_int64(handle_.get(), parameter + 1, number));
}

void Statement::bind(int parameter, double number) {
  database_->check(sqlite3_bind_double(handle_.get(), parameter + 1, number));
}

void Statement::bind_nothing(int parameter) {
  database_->check(sqlite3_bind_null(handle_.get(), parameter + 1));
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW) return true;
  reset();
  database_->check(result);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() {
  sqlite3_reset(handle_.get());  // says again what the last step said
}

bool Statement::has(int column) const {
  return sqlite3_column_type(handle_.get(), column) != SQLITE_NULL;
}

std::string_view Statement::view(int column) const {
  const unsigned char* const text = sqlite3_column_text(handle_.get(), column);
  const int size = sqlite3_column_bytes(handle_.get(), column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

std::string Statement::text(int column) const {
  return std::string(view(column));
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(handle_.get(), column);
}

std::optional<std::int64_t> Statement::number_or_nothing(int column) const {
  return has(column) ? std::optional(number(column)) : std::nullopt;
}

Savepoint::Savepoint(Database& database) : database_(database) {
  database_.run("SAVEPOINT document");
}

Savepoint::~Savepoint() {
  if (kept_) return;
  // Where SQLite undid the whole transaction already (a full disk), there is no such savepoint any more.
  sqlite3_exec(database_.handle(), "ROLLBACK TO document", nullptr, nullptr, nullptr);
  sqlite3_exec(database_.handle(), "RELEASE document", nullptr, nullptr, nullptr);
}

void Savepoint::keep() {
  database_.run("RELEASE document");
  kept_ = true;
}

}  // namespace whofunds::store
