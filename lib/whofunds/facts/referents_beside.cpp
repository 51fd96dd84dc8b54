#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using tagging::Dependency;

/// Whether a name can be what the noun describes: "стартап" no person, "основатель" no company.
bool Referents::stands_for_name(int word, int name_word) const {
  const int name = sentence_->name_at(name_word);
  if (name == kNoWord) return false;
  const int entity = roster_.entity_of(static_cast<std::size_t>(index_), static_cast<std::size_t>(name));
  const auto descriptor = lexicon_.descriptors.find(at(word).lemma);
  const bool is_person = roster_.at(entity).is_person() &&
                         (roster_.at(entity).kind_told() ||
                          roster_.at(entity).name().find(' ') != std::string::npos || lexicon_.inflected);
  // "the publisher Ann Holm": who does something may be a person or a firm.
  const std::string& lemma = at(word).lemma;
  if (!lexicon_.inflected && is_person && (lemma.ends_with("er") || lemma.ends_with("or"))) return true;
  if (descriptor != lexicon_.descriptors.end())
    return is_person == (descriptor->second.kind == EntityKind::kPerson) ||
           (!lexicon_.inflected && !roster_.at(entity).kind_told());
  return true;
}

/// Whether the noun is the title of a frame here, with the words before it that the frame asks for:
/// "компания" only where "дочерняя".
bool Referents::is_title(int word) const {
  return lexicon_.any_frame_of_title(at(word).lemma, [&](const language::Frame& frame) {
    // "компания", "стартап" of somebody: any such thing may be called so.
    const bool is_anybodys = !frame.title_is_from && frame.from.kinds == Kinds{EntityKind::kPerson};
    return !is_anybodys && is_called_by(word, frame.titles);
  });
}

/// "founder", "chief executive": who has that title founded or heads what it is of.
bool Referents::heads_or_founds(const std::string& title) const {
  return lexicon_.has_title_of(title, model::Relation::kFounded) ||
         lexicon_.has_title_of(title, model::Relation::kLeads);
}

bool Referents::is_called_by(int word, const std::vector<language::Trigger>& triggers) const {
  const auto has_child = [&](const std::string& lemma) {
    return std::any_of(at(word).children.begin(), at(word).children.end(),
                       [&](int child) { return at(child).lemma == lemma; });
  };
  return std::any_of(triggers.begin(), triggers.end(), [&](const language::Trigger& trigger) {
    return trigger.lemma == at(word).lemma &&
           std::all_of(trigger.modifiers.begin(), trigger.modifiers.end(), has_child);
  });
}

/// "совместное предприятие" names what partners do together, no enterprise spoken of before.
bool Referents::names_event(int word) const {
  const bool has_object = std::ranges::any_of(
      at(word).children, [&](int child) { return at(child).is(Dependency::kNominalModifier); });
  return lexicon_.any_frame_of_noun(at(word).lemma, [&](const language::Frame& frame) {
    // "учреждению", but "учреждение фонда"
    if (frame.relation == model::Relation::kFounded && !has_object) return false;
    return is_called_by(word, frame.nouns);
  });
}

/// "газета «Рынок»": a name in quotes with its description right before it.
bool Referents::is_described_in_quotes(int name) const {
  if (name == kNoWord) return false;
  const mentions::NameMention& mention = sentence_->names[static_cast<std::size_t>(name)];
  return mention.quoted && mention.first > 1 && lexicon_.descriptors.contains(at(mention.first - 2).lemma);
}

/// Whether the phrase of a description ends with `last`: "компания", "разработчик лекарств".
bool Referents::follows_description(int last, int description, bool is_title) const {
  if (last <= description || is_title) return last == description;
  // "оператор электростанций «А»": many are not what one name describes.
  const bool describes =
      lexicon_.descriptors.contains(at(last).lemma) && at(last).note.number != language::Number::kPlural;
  return at(last).is_noun() && at(last).note.head == description && !describes &&
         sentence_->name_at(last) == kNoWord;
}

/// "разработчик лекарств «А»", "разработчик лекарств Aster": in Russian a name without quotes that does not
/// inflect may as well be whose the description is where nothing stands between ("поставщик Aster").
bool Referents::follows_whole_description(const mentions::NameMention& name, int description,
                                          bool is_title) const {
  if (name.quoted) return follows_description(name.first - 2, description, is_title);
  const bool is_foreign =
      lexicon_.inflected && at(name.first).token.script == text::Script::kLatin && name.first > 1;
  const int last = name.first - 1;
  return is_foreign && last > description && at(last).note.number == language::Number::kPlural &&
         !lexicon_.frames_by_title.contains(at(last).lemma) &&
         follows_description(last, description, /*is_title=*/false);
}

/// "продал завод «Вектору»", "купил дочку «Ромашки»": a name in a case that says to whom, or whose, is not
/// what the noun is called.
bool Referents::is_in_other_case(int name, int noun, bool is_title) const {
  const language::Case told = at(name).note.grammatical_case;
  if (!lexicon_.inflected || told == at(noun).note.grammatical_case) return false;
  return (told == language::Case::kDative && at(name).is(Dependency::kIndirectObject)) ||
         (is_title && told == language::Case::kGenitive && at(name).is(Dependency::kNominalModifier));
}

/// A name in apposition to the noun, either way round, or given to it by a naming word.
std::vector<Referent> Referents::named_beside(int word, const Kinds& kinds, int depth) {
  if (depth > kDeepest) return {};
  std::vector<Referent> found;
  const bool is_title = this->is_title(word);
  const bool describes = lexicon_.descriptors.contains(at(word).lemma) || is_title;
  const auto apposed_names =
      std::count_if(at(word).children.begin(), at(word).children.end(), [&](int child) {
        return at(child).is(Dependency::kApposition) && at(child).token.kind == text::TokenKind::kWord;
      });
  for (const int child : at(word).children) {
    const Word& candidate = at(child);
    // "дочерняя структура «А», компания «Б»": whose it is comes first.
    if (is_title && apposed_names > 1 && child <= word + 2) continue;
    const bool apposed = candidate.is(Dependency::kApposition) || candidate.is(Dependency::kFlat);
    // Parsers often take the name after its description for a genitive: "завода «Прогресс»", "корпорации
    // Hoshino".
    const int name = sentence_->name_at(child);
    const auto descriptor_here = lexicon_.descriptors.find(at(word).lemma);
    const bool is_person_word =
        descriptor_here != lexicon_.descriptors.end() && descriptor_here->second.kind == EntityKind::kPerson;
    // "инвесторы «А» и «Б»", but "основатели «А-ы»": whose they are
    const bool may_be_called = candidate.note.grammatical_case != language::Case::kGenitive ||
                               at(word).note.grammatical_case == language::Case::kGenitive;
    const bool follows =
        describes && !is_person_word &&
        (!is_title || (at(word).note.number == language::Number::kPlural && may_be_called)) &&
        name != kNoWord && candidate.is(Dependency::kNominalModifier) &&
        sentence_->tree.preposition(child).empty() &&
        (sentence_->names[static_cast<std::size_t>(name)].quoted
             ? sentence_->names[static_cast<std::size_t>(name)].first == word + 2
             : sentence_->names[static_cast<std::size_t>(name)].first == word + 1 &&
                   candidate.note.grammatical_case != language::Case::kGenitive);
    if (is_listed(child)) {
      for (const int each : clause_->with_conjuncts(child)) {
        for (const Referent& referent : resolve(each, kinds, depth + 1)) found.push_back(referent);
      }
      if (!found.empty()) return found;
    }
    if (!apposed && !follows) continue;
    // "газете «Рынок», группа «Гранит»": a name in quotes belongs to the description right before it.
    if (child < word && is_described_in_quotes(name)) continue;
    if (name == kNoWord) {
      // "структура «А», компания «Б»": the description is described again.
      // "две компании: сервис «А» и школа «Б»": of many each has its name
      const bool are_many = lexicon_.inflected && at(word).note.number == language::Number::kPlural;
      for (const int each : are_many ? clause_->with_conjuncts(child) : std::vector<int>{child}) {
        if (apposed && at(each).is_noun()) append(found, named_beside(each, kinds, depth + 1));
      }
      continue;
    }
    if (!stands_for_name(word, child)) continue;
    for (const int each : clause_->with_conjuncts(child)) {
      for (const Referent& referent : resolve(each, kinds, depth + 1)) found.push_back(referent);
    }
    if (!found.empty()) return found;
  }
  if (!found.empty()) return found;
  // A name in quotes right after its description belongs to it, wherever a parser hangs it.
  if (lexicon_.descriptors.contains(at(word).lemma) && !(is_title && apposed_names > 1)) {
    for (const mentions::NameMention& name : sentence_->names) {
      if (!follows_whole_description(name, word, is_title) || !stands_for_name(word, name.head) ||
          is_in_other_case(name.head, word, is_title))
        continue;
      if (const auto named = referent_of_name(name.head, kinds)) return {*named};
    }
  }
  if (const int name = naming_of(word); name != kNoWord) {
    if (const auto named = referent_of_name(name, kinds)) return {*named};
  }
  if (at(word).is(Dependency::kApposition)) {
    if (std::vector<Referent> described_name = described_by(word, kinds); !described_name.empty())
      return described_name;
  }
  if (const int name = name_owned_before(word); name != kNoWord) {
    if (const auto named = referent_of_name(name, kinds)) return {*named};
  }
  // "the Dogger Wind project"
  const auto descriptor = lexicon_.descriptors.find(at(word).lemma);
  if (!lexicon_.inflected && word > 0 && descriptor != lexicon_.descriptors.end() &&
      descriptor->second.kind == EntityKind::kProject && sentence_->name_at(word - 1) != kNoWord &&
      (at(word - 1).is(Dependency::kCompound) ||
       // "the Aster 3 drone", but not "the 120MW plant"
       (at(word - 1).is(Dependency::kNumericModifier) &&
        sentence_->names[static_cast<std::size_t>(sentence_->name_at(word - 1))].first < word - 1))) {
    const auto named = referent_of_name(word - 1, kinds);
    if (named && roster_.at(named->entity).kind() == EntityKind::kProject) return {*named};
  }
  // "the Aster theatre", but not "the Aster mill", which may be one of Aster's
  const bool is_article =
      !lexicon_.inflected && descriptor != lexicon_.descriptors.end() &&
      descriptor->second.kind == EntityKind::kOrganization && !descriptor->second.anaphoric &&
      !at(word).is_capitalised() && std::ranges::any_of(at(word).children, [&](int child) {
        return at(child).is(Dependency::kDeterminer) && lexicon_.demonstratives.contains(at(child).lower);
      });
  if (is_article && word > 0 && sentence_->name_at(word - 1) != kNoWord &&
      at(word - 1).is(Dependency::kCompound) && at(word - 1).note.head == word) {
    const auto named = referent_of_name(word - 1, kinds);
    if (named && roster_.at(named->entity).kind_told() &&
        roster_.at(named->entity).kind() == descriptor->second.kind)
      return {*named};
  }
  // English titles stand before the name as parts of it: "existing investor Anna Lind".
  if (!lexicon_.inflected && at(word).is(Dependency::kCompound) &&
      sentence_->name_at(at(word).note.head) != kNoWord) {
    if (stands_for_name(word, at(word).note.head)) {
      if (const auto named = referent_of_name(at(word).note.head, kinds)) return {*named};
    }
  }
  return {};
}

/// "its Aster Home chain", "Birch's Aster brand": with somebody else before it, the name before a
/// description is what it describes; kNoWord if there is none.
int Referents::name_owned_before(int noun) const {
  if (lexicon_.inflected || noun == 0 || !lexicon_.descriptors.contains(at(noun).lemma)) return kNoWord;
  const int name = sentence_->name_at(noun - 1);
  if (name == kNoWord) return kNoWord;
  const mentions::NameMention& mention = sentence_->names[static_cast<std::size_t>(name)];
  const Word& head = at(mention.head);
  const bool is_part =
      head.note.head == noun && (head.is(Dependency::kCompound) || head.is(Dependency::kAdjectiveModifier));
  if (!is_part || mention.kind == EntityKind::kPlace) return kNoWord;
  const bool is_owned = std::ranges::any_of(at(noun).children, [&](int child) {
    const bool tells_whose =
        at(child).is(Dependency::kPossessor) || is_possessive(lexicon_.pronouns, at(child));
    return child < mention.first && tells_whose;
  });
  return is_owned ? mention.head : kNoWord;
}

/// Whether a noun before `word` sums it up: "investors such as A".
bool Referents::is_listed(int word) const {
  // "banks, among them A": who is told after the pronoun
  if (lexicon_.pronouns.contains(at(word).lower)) return false;
  return std::any_of(at(word).children.begin(), at(word).children.end(), [&](int child) {
    return at(child).is(Dependency::kCase) && lexicon_.listing_words.contains(at(child).lower);
  });
}

std::vector<Referent> Referents::described_by(int apposition, const Kinds& kinds) const {
  if (at(apposition).note.head == kNoWord) return {};
  // "A, a payments firm, a start-up founded by B": appositions hang on one another.
  int described = at(apposition).note.head;
  for (int steps = 0; steps < 2 && !lexicon_.inflected && sentence_->name_at(described) == kNoWord &&
                      at(described).is(Dependency::kApposition) && at(described).note.head != kNoWord;
       ++steps)
    described = at(described).note.head;
  // "Ann Lee and Carl Holm, the founders of A": a noun in the plural tells of all who are named together.
  const bool are_many = at(apposition).note.number == language::Number::kPlural;
  const int joined_to =
      are_many && at(described).is(Dependency::kConjunct) ? at(described).note.head : kNoWord;
  if (joined_to != kNoWord && sentence_->name_at(joined_to) != kNoWord) described = joined_to;
  std::vector<int> candidates = clause_->with_conjuncts(described);
  std::sort(candidates.begin(), candidates.end(),
            [&](int a, int b) { return std::abs(apposition - a) < std::abs(apposition - b); });
  const auto named_at = [&](int word) {
    return stands_for_name(apposition, word) ? referent_of_name(word, kinds) : std::nullopt;
  };
  const auto named_of = [&](int candidate) {
    if (const auto named = named_at(candidate)) return named;
    // "Холдинг «А», материнская компания …"
    for (const int child : at(candidate).children) {
      if (child >= apposition || !at(child).is(Dependency::kApposition)) continue;
      if (const auto named = named_at(child)) return named;
    }
    return std::optional<Referent>{};
  };
  // "Aster Capital, Ann Lee and Carl Holm, founders of A": but no firm among people
  const auto may_be_person = [&](int entity) {
    const entities::RosterEntity& one = roster_.at(entity);
    return one.is_person() || (!one.kind_told() && one.name().find(' ') != std::string::npos);
  };
  std::vector<Referent> found;
  for (const int candidate : candidates) {
    const auto named = named_of(candidate);
    if (!named) continue;
    const bool is_other = !found.empty() && (is_thing(found.front().entity) ? !is_thing(named->entity)
                                                                            : !may_be_person(named->entity));
    if (is_other) continue;
    found.push_back(*named);
    if (!are_many) break;
  }
  return found;
}

/// The name that a naming word gives to `word`: "под названием «…»", "который называется …", "called …".
int Referents::naming_of(int word) const {
  const mentions::AnnotatedSentence& tree = sentence_->tree;
  for (const int child : at(word).children) {
    const Word& candidate = at(child);
    const bool naming =
        lexicon_.naming_words.contains(candidate.lemma) || lexicon_.naming_words.contains(candidate.lower);
    if (naming) return name_below(child, 0);
    if (!candidate.is(Dependency::kRelativeClause) && !candidate.is(Dependency::kClauseOfNoun)) continue;
    for (const int grandchild : candidate.children) {
      if (lexicon_.naming_words.contains(at(grandchild).lemma)) return name_below(grandchild, 0);
    }
  }
  // A relative clause that the parser hung elsewhere: ", который называется …" right after the noun's phrase.
  for (int i = word + 1; i < tree.size() && i <= word + 8; ++i) {
    if (!lexicon_.relative_pronouns.contains(at(i).lemma) || at(i).token.text == ",") continue;
    const int verb = at(i).note.head;
    if (verb == kNoWord || verb < i || !lexicon_.naming_words.contains(at(verb).lemma)) return kNoWord;
    return name_below(verb, 0);
  }
  return kNoWord;
}

int Referents::name_below(int word, int depth) const {
  if (depth > 2) return kNoWord;
  for (const int child : at(word).children) {
    if (child > word && sentence_->name_at(child) != kNoWord) return child;
  }
  for (const int child : at(word).children) {
    if (child < word || at(child).is(Dependency::kPunctuation) || at(child).is_verb()) continue;
    if (const int name = name_below(child, depth + 1); name != kNoWord) return name;
  }
  return kNoWord;
}

}  // namespace whofunds::facts
