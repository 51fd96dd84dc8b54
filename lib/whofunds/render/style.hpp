#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "whofunds/model/entity_kind.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/model/status.hpp"

namespace whofunds::render {

/// How an arrow of one relation looks and reads.
struct RelationStyle {
  std::string label;      ///< between subject and object: "invests in"
  std::string deal;       ///< what a deal of it is called: "investment"
  std::string colour;     ///< "#0072B2"
  std::string arrowhead;  ///< a Graphviz arrow shape
  std::string sign;       ///< that arrowhead as a character, for the key
};

/// How an entity of one kind looks and is called.
struct KindStyle {
  std::string label;   ///< "public body"
  std::string shape;   ///< a Graphviz node shape
  std::string margin;  ///< room around its text, in inches: "0.14,0.07"
  std::string fill;    ///< "#D6EBF7"
  std::string border;  ///< "#2B6A94"
};

/// How a currency is written, and roughly what a unit of it is worth in US dollars. The worth sets the width
/// of lines and nothing else: it tells a billion roubles from a billion dollars.
struct CurrencyStyle {
  std::string sign;  ///< "$"
  double worth = 1;
};

/// The colours of all that is of no kind and no relation.
struct Theme {
  std::string name;    ///< "light", "dark", "grey"
  std::string paper;   ///< behind all
  std::string ink;     ///< names, sums
  std::string pale;    ///< what stands back: kinds, the source
  std::string not_so;  ///< what was denied, or is over
};

/// The looks and the words of pictures and pages in one language, as `share/language/relations.toml` has
/// them.
struct Style {
  std::string language;  ///< ISO 639-1
  Theme theme;
  std::array<RelationStyle, model::kAllRelations.size()> relations;  ///< in the order of `model::Relation`
  std::array<KindStyle, model::kAllEntityKinds.size()> kinds;        ///< in the order of `model::EntityKind`
  std::array<std::string, model::kAllStatuses.size()> statuses;      ///< in the order of `model::Status`
  std::map<std::string, CurrencyStyle, std::less<>> currencies;      ///< by ISO 4217 code
  std::map<std::string, std::string, std::less<>> words;             ///< all other words by their key

  const RelationStyle& of(model::Relation relation) const;
  const KindStyle& of(model::EntityKind kind) const;
  const std::string& of(model::Status status) const;
  /// The word of that key; the key itself where the file has none.
  std::string_view word(std::string_view key) const;
};

/// Reads `language/relations.toml` in the folder `share` (`language::share_directory()`) for the language
/// "en" or "ru" and the theme "light", "dark" or "grey" (for print without colour). Throws MachineError where
/// the file cannot be read, InputError, naming file and key, where it is wrong or has no such language or
/// theme.
Style load_style(const std::filesystem::path& share, std::string_view language = "en",
                 std::string_view theme = "light");

/// What a picture of one look is recoloured by: each colour of `from`, as "#rrggbb" in lower case, and the
/// one that takes its place in `to`. Throws InputError where one colour would become two.
std::map<std::string, std::string> recolouring(const Style& from, const Style& to);

}  // namespace whofunds::render
