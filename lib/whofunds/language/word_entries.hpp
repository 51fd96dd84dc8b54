#pragma once

#include <cstdint>
#include <string>

#include "whofunds/language/morphology.hpp"
#include "whofunds/language/word_table.hpp"
#include "whofunds/model/entity_kind.hpp"
#include "whofunds/model/relation.hpp"

namespace whofunds::language {

/// What a noun says of the thing that it describes: "фонд" a fund, "the company" a company.
struct Descriptor {
  model::EntityKind kind = model::EntityKind::kOrganization;
  bool anaphoric = false;  ///< can stand alone for a thing already named: "компания", "the bank"
};

/// A party of a deal that a noun calls: "the buyer" is who acquired.
struct PartyNoun {
  enum class End : std::uint8_t { kFrom, kTo, kSeller };
  model::Relation relation = model::Relation::kAcquires;
  End end = End::kFrom;
};

/// A noun that names a body, by itself ("правительство") or with a word that tells whose it is ("комитет
/// Госдумы").
struct Body {
  model::EntityKind kind = model::EntityKind::kOrganization;
  bool alone = false;   ///< by itself
  bool plural = false;  ///< in the plural: "власти"
};

/// Who a pronoun can stand for.
struct Pronoun {
  Gender gender = Gender::kNone;  ///< kNone = any
  bool neuter = false;            ///< masculine or neuter: "его"
  Number number = Number::kSingular;
  bool person = false;      ///< only of people: "she"
  bool thing = false;       ///< never of people: "it"
  bool possessive = false;  ///< "its", "его" before a noun
};

/// What a language tells countries by, `data/<lang>/countries.toml`: words → code of ISO 3166-1 alpha-2 in
/// small letters. Words are in lower case, "ё" written as "е".
struct CountryWords {
  WordMap<std::string> names;       ///< "germany", "южная корея"
  WordMap<std::string> adjectives;  ///< "german", "south korean"
  WordMap<std::string> people;      ///< nouns: "dane"
  WordSet described;                ///< nouns, besides descriptors, of which an adjective tells the country
  WordSet undescribed;              ///< those of which it does not: a "Chinese restaurant"
  WordSet dealing;                  ///< with a country that they deal with: "Germany's supplier"
  WordSet seat_words;               ///< "base": before the country where something has its seat
  WordSet origin_prepositions;      ///< "from"
  WordSet seat_prepositions;        ///< "in"
  /// Legal forms that one country only has, of all languages: "oyj" → "fi".
  WordMap<std::string> legal_forms;
};

}  // namespace whofunds::language
