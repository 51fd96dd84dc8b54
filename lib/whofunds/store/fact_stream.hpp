#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "whofunds/graph/fact_table.hpp"
#include "whofunds/graph/frozen_layout.hpp"
#include "whofunds/model/fact.hpp"
#include "whofunds/store/sqlite.hpp"

namespace whofunds::store {

/// Reads all facts of a store into a table, each table of the store once from its begin to its end, without
/// evidence. Facts are numbered as they stand in the store; of every `graph::kFactsPerPlace`th the place is
/// given back. Finishes the table.
std::vector<graph::FactPlace> gather_facts(const Database& database, graph::FactTable& table);

/// The fact with that number, with its evidence and document, without its ends and its deal. `places` as
/// `gather_facts` gave them, of the same state of the store.
class FactFinder {
 public:
  explicit FactFinder(const Database& database);

  model::Fact find(std::span<const graph::FactPlace> places, std::uint32_t number);

 private:
  const Database& database_;
  Statement fact_;
  Statement document_;
  Statement evidence_;
};

}  // namespace whofunds::store
