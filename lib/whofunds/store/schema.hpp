#pragma once

#include "whofunds/store/sqlite.hpp"

namespace whofunds::store {

/// The version of the tables that this program writes. A file of a greater one is refused.
inline constexpr int kSchemaVersion = 3;

/// Whether the file is ours and of an older version, which `prepare_schema` brings up to date where it may
/// write.
bool is_older(Database& database);

/// Makes sure that the file is ours and that its tables are those of `kSchemaVersion`; makes them in a file
/// that is empty, where it may be written. Throws InputError for a database of another program, of a newer
/// version, or that lacks a table.
void prepare_schema(Database& database, Access access);

}  // namespace whofunds::store
