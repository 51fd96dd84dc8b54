#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "whofunds/entities/joining.hpp"
#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/graph/attributes.hpp"
#include "whofunds/model/fact.hpp"

namespace whofunds::graph {

/// A fact made small: texts and values are numbers of the table it stands in, 0 = not told.
struct ShortFact {
  std::uint32_t subject = 0;  ///< number of its entity: `FactTable::nodes`
  std::uint32_t object = 0;   ///< of `raised`, both are the company
  std::uint32_t source = 0;   ///< where whoever added the fact finds it again
  std::uint32_t deal = 0;
  std::uint32_t amount = 0;
  std::uint32_t valuation = 0;
  std::uint32_t stake = 0;
  std::uint32_t round = 0;
  std::uint32_t date = 0;  ///< `pack(PartialDate)`
  std::uint8_t relation = 0;
  std::uint8_t status = 0;

  model::Relation relation_told() const { return static_cast<model::Relation>(relation); }
  model::Status status_told() const { return static_cast<model::Status>(status); }
};

/// A date as a number that sorts as dates do; 0 = none. Takes 23 bits.
std::uint32_t pack(const std::optional<model::PartialDate>& date);
std::optional<model::PartialDate> unpack_date(std::uint32_t packed);

/// Values, each once, by numbers from 1.
template <typename Value, typename Hash>
class Numbered {
 public:
  std::uint32_t number_of(const Value& value) {
    const auto [known, is_new] = numbers_.try_emplace(value, static_cast<std::uint32_t>(numbers_.size() + 1));
    if (is_new) values_.push_back(&known->first);
    return known->second;
  }
  const Value& operator[](std::uint32_t number) const { return *values_[number - 1]; }
  std::size_t size() const { return values_.size(); }

 private:
  std::unordered_map<Value, std::uint32_t, Hash> numbers_;
  std::vector<const Value*> values_;  // keys of a node-based map stay where they are
};

struct HashOfMoney {
  std::size_t operator()(const model::Money& money) const;
};
struct HashOfStake {
  std::size_t operator()(const model::Stake& stake) const;
};

/// Facts of many documents in little memory: what the entities and edges of a graph are made from. Evidence,
/// rules and confidence are not in it.
///
/// Entities of documents that have the same names and kind and are joined by them anyway (`joins`) are one
/// node from the start, so memory goes with different names rather than with documents.
class FactTable {
 public:
  /// `forms` must outlive the table.
  explicit FactTable(const entities::LegalForms& forms) : forms_(&forms) {}
  FactTable(const FactTable&) = delete;
  FactTable& operator=(const FactTable&) = delete;

  /// Adds a fact. Facts of one document are added one after another.
  void add(const model::Fact& fact, std::uint32_t source);

  /// The same by parts, for who has the entities of a document apart from its facts. Numbers of entities are
  /// good for facts of the document that was started last.
  void start_document(std::string_view id);
  std::uint32_t add_entity(const model::Entity& entity);
  void add_fact(const model::Fact& fact, std::optional<std::uint32_t> subject, std::uint32_t object,
                std::uint32_t source);

  /// Ends the last document: from here on subjects and objects of `facts` are nodes.
  void finish();

  const std::vector<ShortFact>& facts() const { return facts_; }
  std::vector<ShortFact>& facts() { return facts_; }

  /// The entities: of single documents, or of several that are alike.
  std::span<const entities::LocalEntity> nodes() const { return nodes_; }
  /// By node, of how many entities of documents it is.
  std::span<const std::uint32_t> uses() const { return uses_; }

  Attributes attributes(const ShortFact& fact) const;
  const model::Money& sum(std::uint32_t number) const { return sums_[number]; }
  std::size_t sums() const { return sums_.size(); }
  const model::Stake& stake(std::uint32_t number) const { return stakes_[number]; }
  /// The ids of deals as numbers (`id_text("d", …)`); deal n stands at n - 1.
  std::span<const std::uint64_t> deals() const { return deals_; }
  std::size_t documents() const { return documents_; }
  const entities::LegalForms& forms() const { return *forms_; }

 private:
  struct NodeHash {
    const std::vector<entities::LocalEntity>* nodes;
    std::size_t operator()(std::uint32_t node) const;
  };
  struct NodeEqual {
    const std::vector<entities::LocalEntity>* nodes;
    bool operator()(std::uint32_t a, std::uint32_t b) const;
  };

  std::uint32_t node_for(entities::LocalEntity local);
  bool joins(const entities::LocalEntity& local);
  std::uint32_t deal_number(const std::string& deal);
  void end_document();

  const entities::LegalForms* forms_;
  std::vector<ShortFact> facts_;
  std::vector<entities::LocalEntity> nodes_;
  std::vector<std::uint32_t> uses_;
  std::vector<bool> joins_;  // by node, whether another like it is the same
  std::unordered_set<std::uint32_t, NodeHash, NodeEqual> alike_{0, NodeHash{&nodes_}, NodeEqual{&nodes_}};
  Numbered<model::Money, HashOfMoney> sums_;
  Numbered<model::Stake, HashOfStake> stakes_;
  Numbered<std::string, std::hash<std::string>> rounds_;
  std::vector<std::uint64_t> deals_;
  std::size_t documents_ = 0;

  // Of the document that is being added.
  std::string document_;
  bool open_ = false;
  std::size_t first_fact_ = 0;
  std::vector<entities::LocalEntity> locals_;
  std::unordered_map<std::string, std::uint32_t> local_numbers_;
  std::unordered_map<std::string, std::uint32_t> deal_numbers_;
};

}  // namespace whofunds::graph
