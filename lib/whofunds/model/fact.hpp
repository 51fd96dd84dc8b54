#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "whofunds/model/entity_kind.hpp"
#include "whofunds/model/money.hpp"
#include "whofunds/model/partial_date.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/model/stake.hpp"
#include "whofunds/model/status.hpp"

namespace whofunds::model {

/// Somebody or something that a document speaks of.
struct Entity {
  std::string id;    ///< unique within its document ("e1") or its graph
  std::string name;  ///< the form to show: normal (nominative), the fullest that the document uses
  EntityKind kind = EntityKind::kOrganization;
  std::vector<std::string> aliases;  ///< every surface form and the normal form, sorted, each once
  /// Codes of the countries that it is said to be of (`is_country_code`), sorted, each once; empty = unknown.
  std::vector<std::string> countries = {};

  friend bool operator==(const Entity&, const Entity&) = default;
};

/// The place in a document that says a fact. Offsets are Unicode code points of the document's text, end
/// exclusive.
struct Evidence {
  std::string document;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;  ///< the quoted text, exactly as it stands there

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// One thing that a document says of two entities, with the words that say it. Everything optional is absent
/// when the text does not tell it.
struct Fact {
  std::string document;           ///< id of the document
  std::optional<Entity> subject;  ///< absent for `kRaised` only
  Relation relation = Relation::kInvestsIn;
  Entity object;
  std::optional<Money> amount;  ///< the sum of the whole deal, never of one investor in it
  std::optional<Stake> stake;
  std::string round;  ///< "seed", "series_a" …, "ipo", "debt"; empty = unknown
  bool lead = false;  ///< the subject led the round
  Status status = Status::kCompleted;
  std::optional<PartialDate> date;
  std::optional<Money> valuation;
  std::string deal;         ///< facts of one event share it ("d1"); empty = stands alone
  double confidence = 1.0;  ///< 0 … 1: the share of facts so marked that are right
  std::string rule;         ///< the pattern that found it, "ru.invest.active"; empty = unknown
  std::vector<Evidence> evidence;

  friend bool operator==(const Fact&, const Fact&) = default;
};

/// Why a fact cannot be believed, in words for people ("a stake of -3 percent"): an empty name, a missing
/// subject, no code of a country, a stake outside 0–100, a sum below 0 or above `kLargestSum`. Empty if
/// nothing is wrong.
std::string first_fault(const Fact& fact);

}  // namespace whofunds::model
