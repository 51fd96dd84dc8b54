#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "whofunds/entities/joining.hpp"
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

  /// The entities of its document that such a fact is of: its subject, if any, and its object.
  std::vector<entities::LocalEntity> ends(std::span<const graph::FactPlace> places, std::uint32_t number);

 private:
  struct Place {
    std::int64_t document = 0;
    std::int64_t number = 0;
  };
  Place go_to(std::span<const graph::FactPlace> places, std::uint32_t number);
  std::string document_id(std::int64_t document);

  const Database& database_;
  Statement fact_;
  Statement document_;
  Statement evidence_;
  Statement ends_;
  Statement aliases_;
};

}  // namespace whofunds::store
