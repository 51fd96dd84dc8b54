#include "whofunds/facts/referents.hpp"

#include <algorithm>

namespace whofunds::facts {

using entities::kNoEntity;
using entities::Reference;
using language::Gender;
using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using tagging::Dependency;

namespace {

/// A chain of descriptions is followed no further than this: "49% of the shares of a unit of the group …".
constexpr int kDeepest = 6;
/// A pronoun or "the company" looks back over this many sentences.
constexpr int kFarthest = 3;

constexpr double kSurePronoun = 0.85;
constexpr double kSureDescription = 0.8;

bool may_be(Gender a, Gender b) {
  return a == Gender::kNone || b == Gender::kNone || a == b;
}

bool among(EntityKind kind, const std::vector<EntityKind>& kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

void append(std::vector<Referent>& to, const std::vector<Referent>& from) {
  for (const Referent& referent : from) {
    const bool known = std::any_of(to.begin(), to.end(),
                                   [&](const Referent& other) { return other.entity == referent.entity; });
    if (!known) to.push_back(referent);
  }
}

bool Referents::fits(int entity, const Kinds& kinds) const {
  if (kinds.empty() || entity == kNoEntity) return entity != kNoEntity;
  const entities::RosterEntity& record = roster_.at(entity);
  const EntityKind kind = record.kind();
  if (among(kind, kinds)) return true;
  if (record.kind_told()) return model::is_organization(kind) && among(EntityKind::kOrganization, kinds);
  // One word that a model took for a person or a product may be a firm; full names are people.
  const bool is_one_word = record.name().find(' ') == std::string::npos;
  const bool may_be_firm =
      kind == EntityKind::kPerson || (kind == EntityKind::kPlace && lexicon_.lang == "en");
  const bool doubtful =
      kind == EntityKind::kOrganization || kind == EntityKind::kProject || (may_be_firm && is_one_word);
  return doubtful && (among(EntityKind::kOrganization, kinds) || among(EntityKind::kCompany, kinds));
}

void Referents::enter(const mentions::SentenceMentions& sentence, std::size_t index) {
  sentence_ = &sentence;
  index_ = static_cast<int>(index);
  clause_.emplace(sentence.tree, lexicon_);
  std::erase_if(references_,
                [&](const Reference& reference) { return reference.sentence < index_ - kFarthest; });
  past_ = references_.size();
  for (std::size_t n = 0; n < sentence.names.size(); ++n) {
    const int head = sentence.names[n].head;
    // "Холдинг «А» …": what a subject is called is the subject.
    const int described = at(head).is(Dependency::kApposition) ? at(head).note.head : head;
    references_.push_back({.sentence = index_,
                           .word = head,
                           .entity = roster_.entity_of(index, n),
                           .is_subject = at(described).is(Dependency::kSubject) ||
                                         at(described).is(Dependency::kPassiveSubject)});
  }
  learn_descriptions();
  learn_names();
}

/// Learns from the sentence what describes what ("«Листва», стартап Громова") and what is named ("это
/// партнёрство … под названием …").
void Referents::learn_descriptions() {
  for (int word = 0; word < sentence_->tree.size(); ++word) {
    if (sentence_->name_at(word) != kNoWord || !lexicon_.descriptors.contains(at(word).lemma)) continue;
    const std::vector<Referent> named = named_beside(word, {}, 0);
    if (named.size() != 1) continue;
    roster_.describe(named.front().entity, at(word).lemma);
    for (const int child : at(word).children) {
      const auto owner = referent_of_name(child, {});
      if (owner && owner->entity != named.front().entity && !stands_for_name(word, child)) {
        remember_description(at(word).lemma, owner->entity, named.front().entity);
      }
    }
  }
}

void Referents::learn_names() {
  for (int word = 0; word < sentence_->tree.size(); ++word) {
    const bool naming =
        lexicon_.naming_words.contains(at(word).lemma) || lexicon_.naming_words.contains(at(word).lower);
    const int name = naming ? name_below(word, 0) : kNoWord;
    if (name == kNoWord) continue;
    const int verb = at(word).is_verb() ? word : clause_->governing_verb(word);
    if (verb == kNoWord) continue;
    for (const int subject : clause_->is_passive(verb) ? clause_->objects(verb) : clause_->subjects(verb)) {
      if (sentence_->name_at(subject) != kNoWord) continue;
      for (const Referent& referent : described(subject, {}, 0)) {
        if (roster_.at(referent.entity).named) continue;
        roster_.merge(referent.entity, referent_of_name(name, {})->entity);
        open_project_ = kNoEntity;
      }
    }
  }
}

void Referents::leave() {
  sentence_ = nullptr;
  clause_.reset();
}

std::optional<Referent> Referents::referent_of_name(int word, const Kinds& kinds) const {
  const int name = sentence_->name_at(word);
  if (name == kNoWord) return std::nullopt;
  const int entity = roster_.entity_of(static_cast<std::size_t>(index_), static_cast<std::size_t>(name));
  if (!fits(entity, kinds)) return std::nullopt;
  return Referent{.entity = entity, .word = word};
}

std::vector<Referent> Referents::resolve(int word, const Kinds& kinds, int depth) {
  if (depth > kDeepest || word == kNoWord) return {};
  if (sentence_->name_at(word) != kNoWord) {
    const auto named = referent_of_name(word, kinds);
    return named ? std::vector{*named} : std::vector<Referent>();
  }
  const Word& here = at(word);
  // "CRH plc", where the name was taken to end before its legal form
  if (word > 0 && lexicon_.legal_forms.contains(here.lower) && at(word - 1).note.head == word &&
      sentence_->name_at(word - 1) != kNoWord) {
    return resolve(word - 1, kinds, depth + 1);
  }
  if (lexicon_.relative_pronouns.contains(here.lemma) || lexicon_.relative_pronouns.contains(here.lower))
    return antecedent(word, kinds, depth);
  if (const auto pronoun = lexicon_.pronouns.find(here.lower); pronoun != lexicon_.pronouns.end())
    return looked_back(pronoun->second, word, kinds);
  if (const auto pronoun = lexicon_.pronouns.find(here.lemma); pronoun != lexicon_.pronouns.end())
    return looked_back(pronoun->second, word, kinds);
  if (std::vector<Referent> named = named_beside(word, kinds, depth); !named.empty()) return named;
  if (std::vector<Referent> found = through(word, kinds, depth); !found.empty()) return found;
  return described(word, kinds, depth);
}

/// Whether a name can be what the noun describes: "стартап" no person, "основатель" no company.
bool Referents::stands_for_name(int word, int name_word) const {
  const int name = sentence_->name_at(name_word);
  if (name == kNoWord) return false;
  const int entity = roster_.entity_of(static_cast<std::size_t>(index_), static_cast<std::size_t>(name));
  const auto descriptor = lexicon_.descriptors.find(at(word).lemma);
  const bool is_person = roster_.at(entity).is_person() &&
                         (roster_.at(entity).kind_told() ||
                          roster_.at(entity).name().find(' ') != std::string::npos || lexicon_.lang == "ru");
  if (descriptor != lexicon_.descriptors.end())
    return is_person == (descriptor->second.kind == EntityKind::kPerson) ||
           (lexicon_.lang == "en" && !roster_.at(entity).kind_told());
  return true;
}

/// Whether the noun is the title of a frame here, with the words before it that the frame asks for:
/// "компания" only where "дочерняя".
bool Referents::is_title(int word) const {
  const auto frames = lexicon_.frames_by_title.find(at(word).lemma);
  if (frames == lexicon_.frames_by_title.end()) return false;
  return std::any_of(frames->second.begin(), frames->second.end(),
                     [&](std::size_t index) { return is_called_by(word, lexicon_.frames[index].titles); });
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
  const auto frames = lexicon_.frames_by_noun.find(at(word).lemma);
  if (frames == lexicon_.frames_by_noun.end()) return false;
  return std::any_of(frames->second.begin(), frames->second.end(),
                     [&](std::size_t index) { return is_called_by(word, lexicon_.frames[index].nouns); });
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
  return at(last).is_noun() && at(last).note.head == description &&
         !lexicon_.descriptors.contains(at(last).lemma) && sentence_->name_at(last) == kNoWord;
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
    const bool follows = describes && (!is_title || at(word).note.number == language::Number::kPlural) &&
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
      if (apposed && candidate.is_noun()) {
        for (const Referent& referent : named_beside(child, kinds, depth + 1)) found.push_back(referent);
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
      if (!name.quoted || !follows_description(name.first - 2, word, is_title) ||
          !stands_for_name(word, name.head))
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
  // English titles stand before the name as parts of it: "existing investor Anna Lind".
  if (lexicon_.lang == "en" && at(word).is(Dependency::kCompound) &&
      sentence_->name_at(at(word).note.head) != kNoWord) {
    if (stands_for_name(word, at(word).note.head)) {
      if (const auto named = referent_of_name(at(word).note.head, kinds)) return {*named};
    }
  }
  return {};
}

/// Whether a noun before `word` sums it up: "investors such as A".
bool Referents::is_listed(int word) const {
  return std::any_of(at(word).children.begin(), at(word).children.end(), [&](int child) {
    return at(child).is(Dependency::kCase) && lexicon_.listing_words.contains(at(child).lower);
  });
}

std::vector<Referent> Referents::described_by(int apposition, const Kinds& kinds) const {
  if (at(apposition).note.head == kNoWord) return {};
  std::vector<int> candidates = clause_->with_conjuncts(at(apposition).note.head);
  std::sort(candidates.begin(), candidates.end(),
            [&](int a, int b) { return std::abs(apposition - a) < std::abs(apposition - b); });
  const auto named_at = [&](int word) {
    return stands_for_name(apposition, word) ? referent_of_name(word, kinds) : std::nullopt;
  };
  for (const int candidate : candidates) {
    if (const auto named = named_at(candidate)) return {*named};
    // "Холдинг «А», материнская компания …"
    for (const int child : at(candidate).children) {
      if (child >= apposition || !at(child).is(Dependency::kApposition)) continue;
      if (const auto named = named_at(child)) return {*named};
    }
  }
  return {};
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

/// "49% акций завода", "a stake in the operator", "один из": the noun hands the role on to what it is of.
std::vector<Referent> Referents::through(int word, const Kinds& kinds, int depth) {
  const Word& here = at(word);
  const bool hands_on =
      lexicon_.stake_nouns.contains(here.lemma) || lexicon_.stake_nouns.contains(here.lower) ||
      lexicon_.transparent_nouns.contains(here.lemma) || here.token.kind == text::TokenKind::kNumber ||
      here.note.part_of_speech == language::PartOfSpeech::kNumeral;
  if (!hands_on) return {};
  std::vector<Referent> found;
  const bool is_own = possessive_of(word) != kNoWord;
  const bool asset_told = lexicon_.stake_nouns.contains(here.lemma) &&
                          std::any_of(here.children.begin(), here.children.end(), [&](int child) {
                            const std::string_view preposition = sentence_->tree.preposition(child);
                            return preposition == "в" || preposition == "во";
                          });
  for (const int child : here.children) {
    const Word& candidate = at(child);
    const bool complement = candidate.is(Dependency::kNominalModifier) ||
                            candidate.is(Dependency::kOblique) || candidate.is(Dependency::kPossessor) ||
                            candidate.is(Dependency::kNumericModifier) ||
                            candidate.is(Dependency::kApposition) ||
                            (candidate.is(Dependency::kCompound) && candidate.is_capitalised());
    const std::string_view preposition = sentence_->tree.preposition(child);
    const bool told = preposition.empty() || preposition == "в" || preposition == "во" ||
                      preposition == "из" || preposition == "in" || preposition == "of" ||
                      preposition == "о" || preposition == "об";
    if (!complement || !told) continue;
    // "доля А в Б": of the two, the genitive is the holder.
    if (asset_told && preposition.empty() && !lexicon_.stake_nouns.contains(candidate.lemma)) continue;
    // "its stake", "свою долю": whose it is, not what it is of.
    if (lexicon_.pronouns.contains(candidate.lower) || lexicon_.pronouns.contains(candidate.lemma)) continue;
    if (candidate.is(Dependency::kPossessor) && lexicon_.stake_nouns.contains(here.lemma)) continue;
    // "свою долю корпорации": sold to the corporation; whose the stake is has been said.
    if (is_own && preposition.empty() && lexicon_.lang == "ru" &&
        !lexicon_.stake_nouns.contains(candidate.lemma))
      continue;
    for (const int each : clause_->with_conjuncts(child)) {
      for (const Referent& referent : resolve(each, kinds, depth + 1)) found.push_back(referent);
    }
    if (!found.empty()) break;
  }
  if (found.empty()) found = heads_of_group(word, kinds, depth);
  if (found.empty() && is_own && lexicon_.stake_nouns.contains(here.lemma))
    return own_stake(word, kinds, depth);
  return found;
}

/// "a consortium led by A": those who act for the group.
std::vector<Referent> Referents::heads_of_group(int word, const Kinds& kinds, int depth) {
  std::vector<Referent> found;
  for (const int child : at(word).children) {
    if (!at(child).is_verb() || !lexicon_.heading_verbs.contains(at(child).lemma) ||
        !clause_->is_passive(child))
      continue;
    for (const int agent : clause_->subjects(child)) {
      for (const Referent& referent : resolve(agent, kinds, depth + 1)) found.push_back(referent);
    }
  }
  return found;
}

int Referents::possessive_of(int word) const {
  for (const int child : at(word).children) {
    for (const std::string* const form : {&at(child).lower, &at(child).lemma}) {
      const auto pronoun = lexicon_.pronouns.find(*form);
      if (pronoun != lexicon_.pronouns.end() && pronoun->second.possessive) return child;
    }
  }
  return kNoWord;
}

/// "his stake": in what its owner was said to have founded, to own or to head.
std::vector<Referent> Referents::own_stake(int word, const Kinds& kinds, int depth) {
  for (const Referent& owner : resolve(possessive_of(word), {}, depth + 1)) {
    const auto tied = tied_.find(owner.entity);
    if (tied != tied_.end() && fits(tied->second, kinds))
      return {Referent{.entity = roster_.root(tied->second), .word = word, .certainty = kSureDescription}};
  }
  return {};
}

/// What a relative pronoun stands for: the noun that its clause describes. Where that does not fit, the noun
/// that it belongs to, and then the nearest before the clause.
std::vector<Referent> Referents::antecedent(int pronoun, const Kinds& kinds, int depth) {
  int verb = pronoun;
  for (int steps = 0; steps < kDeepest && verb != kNoWord && !at(verb).is(Dependency::kRelativeClause);
       ++steps)
    verb = at(verb).note.head;
  std::vector<int> candidates;
  const int described_word = verb == kNoWord ? kNoWord : at(verb).note.head;
  if (described_word != kNoWord && described_word < pronoun) {
    // Of coordinated nouns the one right before the pronoun.
    std::vector<int> all = clause_->with_conjuncts(described_word);
    std::erase_if(all, [&](int w) { return w > pronoun; });
    std::sort(all.begin(), all.end(), std::greater<>());
    std::erase_if(all, [&](int w) { return disagrees(pronoun, w); });
    candidates = all;
    // "стартапа Гейтс, который": the description of a name that does not inflect.
    if (described_word > 0 && lexicon_.descriptors.contains(at(described_word - 1).lemma))
      candidates.push_back(described_word - 1);
    if (at(described_word).note.head != kNoWord && at(described_word).note.head < pronoun &&
        !at(at(described_word).note.head).is_verb())
      candidates.push_back(at(described_word).note.head);
  }
  const auto entity_at = [&](int candidate) { return resolve(candidate, kinds, depth + 1); };
  for (const int candidate : candidates) {
    if (std::vector<Referent> found = entity_at(candidate); !found.empty()) return found;
  }
  for (int i = pronoun - 1; i >= 0; --i) {
    if (at(i).is_verb() && at(i).note.part_of_speech == language::PartOfSpeech::kVerb) break;
    if (sentence_->name_at(i) == kNoWord) continue;
    if (const auto named = referent_of_name(i, kinds))
      return {Referent{.entity = named->entity, .word = i, .certainty = kSurePronoun}};
  }
  return {};
}

/// "зятя А, … компании Б, которой": a relative pronoun has the gender and number of its noun.
bool Referents::disagrees(int pronoun, int noun) const {
  const tagging::Annotation& a = at(pronoun).note;
  const tagging::Annotation& b = at(noun).note;
  if (lexicon_.lang != "ru" || sentence_->name_at(noun) != kNoWord) return false;
  const bool other_number =
      a.number != language::Number::kNone && b.number != language::Number::kNone && a.number != b.number;
  const bool other_gender = a.gender != Gender::kNone && b.gender != Gender::kNone && a.gender != b.gender;
  return other_number || other_gender;
}

bool Referents::agrees(const language::Pronoun& pronoun, int entity) const {
  const entities::RosterEntity& record = roster_.at(entity);
  const EntityKind kind = record.kind();
  const bool is_person = kind == EntityKind::kPerson;
  if (pronoun.person && !is_person) return false;
  if (pronoun.thing && is_person && (record.kind_told() || record.name().find(' ') != std::string::npos))
    return false;
  if (pronoun.number == language::Number::kPlural && is_person) return false;
  if (kind == EntityKind::kPlace && !pronoun.possessive) return false;
  if (pronoun.gender == Gender::kNone || record.gender == Gender::kNone) return true;
  if (!is_person && lexicon_.lang == "ru") return true;  // "она" for a firm of masculine name is "компания"
  return record.gender == pronoun.gender;
}

std::vector<Referent> Referents::omitted_subject(int verb, const Kinds& kinds) const {
  const tagging::Annotation& note = at(verb).note;
  // "основали", "создано": nobody in particular.
  if (note.number == language::Number::kPlural || note.gender == Gender::kNeuter) return {};
  for (int back = 1; back <= kFarthest; ++back) {
    for (const Reference& reference : references_) {
      if (reference.sentence != index_ - back || !reference.is_subject || !fits(reference.entity, kinds))
        continue;
      const entities::RosterEntity& record = roster_.at(reference.entity);
      if (record.is_person() && !may_be(note.gender, record.gender)) continue;
      return {Referent{.entity = roster_.root(reference.entity), .word = verb, .certainty = kSurePronoun}};
    }
  }
  return {};
}

/// "It was listed in Oslo until it was bought": the subject before has no name here, so no name of the
/// sentence is meant.
bool Referents::continues_subject(int pronoun) const {
  for (int i = 0; i < pronoun; ++i) {
    if (!at(i).is(Dependency::kSubject) && !at(i).is(Dependency::kPassiveSubject)) continue;
    const auto descriptor = lexicon_.descriptors.find(at(i).lemma);
    const bool is_unnamed_thing = descriptor != lexicon_.descriptors.end() && descriptor->second.anaphoric &&
                                  sentence_->name_at(i) == kNoWord;
    if (at(i).lower == at(pronoun).lower || is_unnamed_thing) return true;
  }
  return false;
}

std::vector<Referent> Referents::looked_back(const language::Pronoun& pronoun, int word,
                                             const Kinds& kinds) const {
  const auto usable = [&](const Reference& reference) {
    if (!pronoun.possessive && excluded_ != kNoEntity &&
        roster_.root(reference.entity) == roster_.root(excluded_))
      return false;
    return fits(reference.entity, kinds) && agrees(pronoun, reference.entity);
  };
  const auto answer = [&](const Reference& reference) {
    return std::vector{
        Referent{.entity = roster_.root(reference.entity), .word = word, .certainty = kSurePronoun}};
  };
  // In this sentence: the subject before the pronoun, or else the nearest name before it.
  const Reference* nearest = nullptr;
  for (std::size_t i = past_; i < references_.size(); ++i) {
    const Reference& reference = references_[i];
    if (reference.sentence != index_ || reference.word >= word || !usable(reference)) continue;
    if (nearest == nullptr || !nearest->is_subject || reference.is_subject) nearest = &reference;
  }
  if (nearest != nullptr && (nearest->is_subject || !pronoun.thing || !continues_subject(word)))
    return answer(*nearest);
  for (int back = 1; back <= kFarthest; ++back) {
    const Reference* best = nullptr;
    for (std::size_t i = 0; i < past_; ++i) {
      const Reference& reference = references_[i];
      if (reference.sentence != index_ - back || !usable(reference)) continue;
      if (best == nullptr || (reference.is_subject && !best->is_subject)) best = &reference;
    }
    if (best != nullptr) return answer(*best);
  }
  return {};
}

/// Whether two words are arguments of one verb, so that the one cannot mean the other: "A and B sold the
/// company".
bool Referents::is_of_same_verb(int word, int other) const {
  const auto verb_of = [&](int argument) {
    int head = at(argument).note.head;
    while (head != kNoWord && !at(head).is_verb()) head = at(head).note.head;
    return head;
  };
  return at(word).is(Dependency::kSubject) || at(word).is(Dependency::kConjunct)
             ? verb_of(word) != kNoWord && verb_of(word) == verb_of(other)
             : false;
}

/// "проект", "это партнёрство": a thing without a name goes on being the same until another is named.
std::optional<Referent> Referents::project(int word, const language::Descriptor& descriptor) {
  if (open_project_ == kNoEntity) {
    open_project_ = roster_.add_unnamed(descriptor.kind, at(word).lemma);
  }
  return Referent{.entity = roster_.root(open_project_), .word = word, .certainty = kSureDescription};
}

/// A common noun for something already spoken of: "the company", "стартап Громова", "проект".
std::vector<Referent> Referents::described(int word, const Kinds& kinds, int depth) {
  const Word& here = at(word);
  const auto found = lexicon_.descriptors.find(here.lemma);
  if (found == lexicon_.descriptors.end() || here.note.number == language::Number::kPlural) return {};
  const language::Descriptor& descriptor = found->second;
  for (const int child : here.children) {
    const int name = sentence_->name_at(child);
    const bool owner =
        name != kNoWord && sentence_->tree.preposition(child).empty() && !stands_for_name(word, child);
    const std::vector<Referent> owners = owner ? resolve(child, {}, depth + 1) : std::vector<Referent>();
    for (const Referent& possessor : owners) {
      const auto known = described_.find({here.lemma, possessor.entity});
      if (known != described_.end() && fits(known->second, kinds))
        return {Referent{.entity = roster_.root(known->second), .word = word, .certainty = kSureDescription}};
    }
    if (!owners.empty()) return {};  // somebody's company, of which nothing was said
  }
  // "свою компанию": the one that its owner was said to found, to own or to head.
  if (possessive_of(word) != kNoWord && model::is_organization(descriptor.kind))
    return own_stake(word, kinds, depth);
  if (!descriptor.anaphoric || (descriptor.kind != EntityKind::kProject && names_event(word))) return {};
  bool definite = lexicon_.lang == "ru";
  bool qualified = false;
  for (const int child : here.children) {
    if (lexicon_.demonstratives.contains(at(child).lemma) ||
        lexicon_.demonstratives.contains(at(child).lower))
      definite = true;
    const Word& modifier = at(child);
    if (modifier.is(Dependency::kNominalModifier) || modifier.is(Dependency::kRelativeClause) ||
        modifier.is(Dependency::kClauseOfNoun))
      qualified = true;
  }
  const bool is_project = descriptor.kind == EntityKind::kProject;
  if (is_project && (kinds.empty() || among(EntityKind::kProject, kinds))) {
    if (const auto unnamed = project(word, descriptor)) return {*unnamed};
  }
  if (!definite || qualified) return {};
  // The latest of that very description, or else the latest of that kind.
  for (const bool exact : {true, false}) {
    for (int back = 0; back <= kFarthest; ++back) {
      const Reference* best = nullptr;
      for (const Reference& reference : references_) {
        if (reference.sentence != index_ - back ||
            (back == 0 && (reference.word >= word || is_of_same_verb(reference.word, word))))
          continue;
        const entities::RosterEntity& record = roster_.at(reference.entity);
        const EntityKind kind = record.kind();
        const bool same_kind =
            kind == descriptor.kind ||
            (!record.kind_told() && model::is_organization(kind) && model::is_organization(descriptor.kind));
        const bool same_word = std::find(record.descriptors.begin(), record.descriptors.end(), here.lemma) !=
                               record.descriptors.end();
        if (!(exact ? same_word : same_kind) || !fits(reference.entity, kinds)) continue;
        if (best == nullptr || (reference.is_subject && !best->is_subject) ||
            (back == 0 && reference.is_subject == best->is_subject))
          best = &reference;
      }
      if (best != nullptr)
        return {Referent{.entity = roster_.root(best->entity), .word = word, .certainty = kSureDescription}};
    }
  }
  return {};
}

}  // namespace whofunds::facts
