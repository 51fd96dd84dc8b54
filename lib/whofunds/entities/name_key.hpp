#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/entities/legal_forms.hpp"

namespace whofunds::entities {

/// The words of a name as they are compared: Unicode NFKC with case folded, ё as е, without quotes and other
/// marks, initials joined ("J. P. Morgan" → "jp", "morgan"; "S.p.A." → "spa"), "&" as "and". The script is
/// kept.
std::vector<std::string> words_of(std::string_view name);

/// How many words of a name are written out: initials and single letters do not count. "И. И. Иванов" has
/// one.
std::size_t written_out_words(std::string_view name);

/// The forms of one name, each a step further from how it is written, words joined by single spaces. Two
/// names are the same name by a step if they have the same form there.
struct NameForms {
  std::string plain;  ///< `words_of`, nothing dropped
  std::string bare;   ///< and without legal forms, unless the name is nothing else
  std::string latin;  ///< and in Latin letters, with the usual spellings of a Cyrillic letter made one ("kh"
                      ///< as "h", "y" as "i")
};
NameForms name_forms(std::string_view name, const LegalForms& forms);

/// The comparison form of a name, `name_forms(…).latin`: names with the same key are written the same but for
/// case, quotes, legal form and script. "ООО «Яндекс»", "YANDEX" and "Yandex LLC" have the same.
///
/// Spellings are matched letter by letter: "Сколково" and "Skolkovo", not "Трамп" and "Trump".
std::string name_key(std::string_view name, const LegalForms& forms = {});

/// Whether any letter is of another script than Latin.
bool has_other_script(std::string_view text);

/// Whether it is written as a proper name is: with a capital, a digit, or in a script without capitals.
bool looks_proper(std::string_view text);

}  // namespace whofunds::entities
