#pragma once

#include "whofunds/store/sqlite.hpp"

namespace whofunds::store {

/// The version of the tables that this program writes. A file of a greater one is refused.
inline constexpr int kSchemaVersion = 1;

/// Makes sure that the file is ours and that its tables are those of `kSchemaVersion`; makes them in a file
/// that is empty, where it may be written. Throws InputError for a database of another program, of a newer
/// version, or that lacks a table.
void prepare_schema(Database& database, Access access);

}  // namespace whofunds::store
