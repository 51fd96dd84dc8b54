#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "whofunds/model/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace whofunds::store {

/// How a file is opened. To read leaves nothing behind: where the folder allows it, the files that SQLite
/// keeps beside a graph while it is open are taken away by the last to close it.
enum class Access { kRead, kReadAndWrite };

/// A connection to a SQLite file. All that SQLite refuses is thrown: InputError where the file is no database
/// or is damaged, MachineError for the disk, rights, memory or another writer.
class Database {
 public:
  Database(const std::filesystem::path& path, Access access);

  /// Runs statements without results.
  void run(const std::string& sql);

  /// The number in the first column of the first row; 0 if there is none.
  std::int64_t number(const std::string& sql);

  std::int64_t last_row() const;

  /// The path it was opened by, for messages.
  const std::string& where() const { return where_; }

  /// Throws what the result code of a call means, unless it is one of success.
  void check(int result) const;

  /// What to throw where the file holds what no whofunds can have written.
  InputError damaged(std::string_view what) const;

  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };

  void open(const std::string& uri, int flags);

  std::string where_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A statement that is run many times. Columns and parameters count from 0.
///
///     statement.bind(0, name);
///     while (statement.step()) … statement.text(0) …   // at the end it is ready to be bound again
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  void bind(int parameter, std::string_view text);
  /// The same without a copy: the text must stay as it is until the statement has run.
  void bind_view(int parameter, std::string_view text);
  void bind(int parameter, std::int64_t number);
  void bind(int parameter, double number);
  void bind_nothing(int parameter);

  template <typename T>
  void bind(int parameter, const std::optional<T>& value) {
    value ? bind(parameter, *value) : bind_nothing(parameter);
  }

  /// Goes to the next row. False after the last: the statement is then as it was before its first step, and
  /// keeps what is bound.
  bool step();

  /// Runs a statement that has no rows.
  void run();

  /// Ends a statement before its last row.
  void reset();

  bool has(int column) const;  ///< whether the column is not NULL
  std::string text(int column) const;
  std::string_view view(int column) const;  ///< the same, good until the next step
  std::int64_t number(int column) const;
  double real(int column) const;
  std::optional<std::int64_t> number_or_nothing(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A part of a transaction, or a whole one where none is open, that is undone unless `keep` was called.
class Savepoint {
 public:
  explicit Savepoint(Database& database);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;

  void keep();

 private:
  Database& database_;
  bool kept_ = false;
};

}  // namespace whofunds::store
