#pragma once

#include <functional>
#include <string_view>

#include "whofunds/exchange/register.hpp"

namespace whofunds::exchange {

/// Takes a file of CSV into a register. What it holds is told by its header, whatever the case of letters:
///
/// - entities: `Id` (or `id:ID`) and `Label` or `name`; `kind`, `aliases`, `countries`
/// - facts: `Source` and `Target` (or `subject` and `object`, `:START_ID` and `:END_ID`), and `relation`
///   (or `Label`, `:TYPE`); any column of graph_table.hpp, `currency` for `amount_currency`, `stake` for
///   `stake_percent`; `subject_kind` and `object_kind` of ends that no other file tells of
///
/// The ends of facts are ids of entities or, where no file has that id, names. Other columns are passed over.
/// A row that cannot be read is given to `on_fault`. Throws InputError where the header is of neither.
void read_csv_register(std::string_view text, std::string_view source, Register& into,
                       const std::function<void(const InputError&)>& on_fault);

}  // namespace whofunds::exchange
