#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "whofunds/language/morphology.hpp"
#include "whofunds/model/entity_kind.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/model/status.hpp"

namespace whofunds::language {

/// Where a language puts a role of a frame. The grammar in code derives the rest: a `kSubject` stands in the
/// instrumental or after "by" in a passive clause, is the noun that an active participle describes, and so
/// on.
struct Slot {
  enum class Place {
    kSubject,      ///< who does it
    kObject,       ///< whom or what it is done to, with no preposition
    kPossessor,    ///< whose: a bare genitive, "of", "'s", a noun before the noun in English
    kCase,         ///< a bare case: the Russian dative and instrumental, the English indirect object
    kPreposition,  ///< after a preposition, in Russian in a case
    kItself,       ///< the noun that calls the frame, where it has a name beside it: "завод «А»"
    kDescribed,    ///< what the noun says something of: "«А» под руководством Б"
  };
  Place place = Place::kSubject;
  Case grammatical_case = Case::kNone;
  std::string preposition;
  std::string written;  ///< as the data file has it: "в + accusative"
};

/// One role: the places where it is looked for, in this order, and the kinds of entity that can fill it
/// (empty = any).
struct Role {
  std::vector<Slot> slots;
  std::vector<model::EntityKind> kinds;
  bool told = false;  ///< the text must tell its kind: a museum is no firm, an unknown name may be one
  bool named = false;  ///< what is new cannot have been told of before: "построит завод" is no known plant

  /// Whether the role is looked for there.
  bool has(Slot::Place place) const {
    return std::ranges::any_of(slots, [&](const Slot& slot) { return slot.place == place; });
  }

  /// Whether it is told by that case alone.
  bool has_case(Case grammatical_case) const {
    return std::ranges::any_of(slots, [&](const Slot& slot) {
      return slot.place == Slot::Place::kCase && slot.grammatical_case == grammatical_case;
    });
  }
};

/// A word that calls a frame up: its lemma, and lemmas of adjectives that must stand with it ("финансовый
/// сторонник").
struct Trigger {
  std::string lemma;
  std::vector<std::string> modifiers;
};

/// A verb or noun that says who funds, owns, founds or heads whom, as it stands in `frames.toml`. See
/// docs/frames.md.
struct Frame {
  std::string id;  ///< language and name: "ru.invest"
  int line = 0;    ///< in its file
  model::Relation relation = model::Relation::kInvestsIn;
  std::optional<model::Relation> without_from;  ///< the relation where nobody fills `from` (raised)
  std::optional<model::Relation>
      from_lender;  ///< the relation where `from` lends, and the text tells no more
  std::optional<model::Relation> to_nonprofit;  ///< the relation where `to` takes gifts, and no investments
  std::vector<Trigger> verbs;
  std::vector<Trigger> nouns;   ///< name the event: "инвестиция", "acquisition"
  std::vector<Trigger> titles;  ///< name a party: "основатель", "subsidiary"
  std::vector<Trigger> things;  ///< have a name and an owner beside them: "завод «А» холдинга «Б»"
  bool title_is_from = true;  ///< the party that a title names is `from`, else `to`
  Role from;
  Role to;
  Role seller;  ///< who held it before: says that ownership ended
  std::vector<std::string>
      object_words;  ///< lemmas, one of which must be the verb's object: "возглавить раунд"
  std::vector<std::string>
      particles;              ///< words, one of which must stand with the verb: "set up", "take over"
  bool needs_amount = false;  ///< says nothing without a sum of money: "собрать 3 млн"
  bool needs_stake = false;   ///< says nothing unless the object is a stake: "take 20% of"
  bool verbless = false;  ///< of a noun: says nothing unless its clause has no verb: "пакет — у А"
  bool alone = false;  ///< says nothing with an object or a preposition: "«А» joined", "лидером стал"
  bool lead = false;      ///< `from` led the round
  bool both = false;      ///< partners stand together in one place: "партнёрство A и B"
  bool succeeds = false;  ///< `to` is who headed before what `from` heads now: "B succeeded A"
  bool of_topic =
      false;  ///< a title of which nobody says whose: of what the text is about ("Founder A said")
  bool from_context =
      false;  ///< where `to` is not said, it is what the last deal was about: "возглавил раунд"
  bool continues = false;  ///< with `from_context`: the relation, too, is that of the last payment: "$5m more
                           ///< came from A"
  bool known = false;      ///< says nothing but of what was told before, which it ends: "left the company"
  bool named_before = false;  ///< a title that says nothing but with an article and a name before it: "an
                              ///< Aster company"

  /// Whether a sum is what the verb does something to: "дал стартапу 2 млн".
  bool gives_sum() const {
    return needs_amount && !without_from && object_words.empty() && !to.has(Slot::Place::kObject) &&
           to.has(Slot::Place::kCase);
  }

  std::optional<model::Status> status;  ///< what the word itself says: "бывший владелец"
  std::optional<double> stake_percent;  ///< what the word itself says: "wholly owned"
};

}  // namespace whofunds::language
