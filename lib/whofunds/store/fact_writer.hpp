#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "whofunds/model/fact.hpp"
#include "whofunds/store/digest.hpp"
#include "whofunds/store/sqlite.hpp"

namespace whofunds::store {

/// Adds the facts of documents, and what they refer to before them. The facts of a document must stay where
/// they are until the next one is started.
class FactWriter {
 public:
  FactWriter(const Database& database, Digest& digest);

  /// Starts a document that has no facts yet.
  void start(std::int64_t document);
  void add(const model::Fact& fact);

 private:
  struct Hash {
    std::size_t operator()(const model::Entity* entity) const;
  };
  struct Equal {
    bool operator()(const model::Entity* a, const model::Entity* b) const { return *a == *b; }
  };

  std::int64_t number_of(const model::Entity& entity);
  std::int64_t number_of(const std::string& deal);
  void add_entity(std::int64_t number, const model::Entity& entity);
  void add_evidence(std::int64_t fact, const std::vector<model::Evidence>& evidence);

  Digest& digest_;
  Statement entity_;
  Statement alias_;
  Statement deal_;
  Statement fact_;
  Statement evidence_;
  std::int64_t document_ = 0;
  std::int64_t facts_ = 0;
  std::unordered_map<const model::Entity*, std::int64_t, Hash, Equal> entities_;  // by all that is told
  std::unordered_map<std::string_view, std::int64_t> deals_;
};

}  // namespace whofunds::store
