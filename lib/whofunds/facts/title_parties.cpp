#include <algorithm>
#include <string>

#include "whofunds/facts/filling.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

std::vector<Referent> Filling::denoted(const language::Role& role) {
  const int title = trigger_.word;
  // "группа «А» Ивана Белова": a firm of somebody's has its own name right after it, other titles whose they
  // are.
  const bool is_somebodys = !frame_.title_is_from && frame_.from.kinds.size() == 1 &&
                            frame_.from.kinds.front() == model::EntityKind::kPerson;
  const int named = adjacent_name();
  const bool is_own = is_somebodys && named != kNoWord && tree_.at(named).is(Dependency::kApposition) &&
                      tree_.at(named).note.name != tagging::NameClass::kPerson;
  const int adjacent = is_own ? kNoWord : named;
  std::vector<Referent> found = named_before_dash(role);
  if (found.empty()) found = told_of_apposition(role);
  if (!found.empty()) return found;
  const bool is_singular = tree_.at(title).note.number == language::Number::kSingular;
  int first_person = kNoWord;
  for (const int child : tree_.at(title).children) {
    const bool names = tree_.at(child).is(Dependency::kApposition) || tree_.at(child).is(Dependency::kFlat) ||
                       is_told_after_dash(child);
    if (!names || child == adjacent || is_of_next_title(child) || is_other_than_title(child)) continue;
    // "группа «А» Белова, «Б» и «В»": one is his.
    // "the UN agency A and B": nor is B one of the UN
    const bool is_one =
        is_singular &&
        (is_somebodys || (!lexicon_.inflected && tree_.child(title, Dependency::kCopula) == kNoWord));
    for (const int word : is_one ? std::vector{child} : clause_.with_conjuncts(child)) {
      const std::vector<Referent> here = sure(referents_.of(word, role.kinds));
      const bool is_person = word > title && !here.empty() && !referents_.is_thing(here.front().entity);
      if (is_person && (first_person == kNoWord || word < first_person)) first_person = word;
      append(found, here);
    }
  }
  if (lexicon_.inflected && first_person != kNoWord) {
    // "основатель «А» Иван Белов и его брат Пётр": a title in the singular is that of one person.
    if (is_singular) found = sure(referents_.of(first_person, role.kinds));
    if (tree_.at(title).note.number == language::Number::kPlural) append(found, joined_to_title(role));
  }
  if (const int joined = places_.joined_title(); found.empty() && joined != kNoWord) {
    for (const int child : tree_.at(joined).children) {
      if (tree_.at(child).is(Dependency::kApposition) || tree_.at(child).is(Dependency::kFlat))
        append(found, sure(referents_.of(child, role.kinds)));
    }
  }
  if (sums_up(title)) append(found, names_after_dash(role));
  // "Aster, the Oslo developer of Birch": who is described, and not the name before the title
  const int described = tree_.at(title).is(Dependency::kApposition) ? tree_.head_of(title) : kNoWord;
  const bool is_town_before = !lexicon_.inflected && title > 0 && described != kNoWord &&
                              described < title - 1 && mentions_.name_at(described) != kNoWord &&
                              mentions_.name_at(title - 1) != kNoWord && tree_.head_of(title - 1) == title &&
                              title + 1 < tree_.size() && tree_.at(title + 1).lower == "of";
  if (found.empty() && is_town_before) found = sure(referents_.of(described, role.kinds));
  if (found.empty()) found = named_before_title(role);
  if (found.empty()) found = listed_after_title(role);
  if (found.empty()) found = named_after_plural(role);
  if (found.empty()) found = in_brackets_after_owner(role);
  const bool stands_for_whole = lexicon_.transparent_nouns.contains(tree_.at(title).lemma) ||
                                lexicon_.asset_nouns.contains(tree_.at(title).lemma);
  if (found.empty() && adjacent == kNoWord && !stands_for_whole)
    found = sure(referents_.of(title, role.kinds));
  const int first = places_.first_of_titles();
  if (found.empty()) found = named_before_as(first, role);
  if (found.empty() && first != title) found = named_after_titles(first, role);
  // "депутат и владелец «А» Иван Белов"
  const int other = tree_.head_of(title);
  if (found.empty() && first == title && tree_.at(title).is(Dependency::kConjunct) && other != kNoWord) {
    const auto descriptor = lexicon_.descriptors.find(tree_.at(other).lemma);
    if (descriptor != lexicon_.descriptors.end() && descriptor->second.kind == model::EntityKind::kPerson)
      found = named_after_titles(other, role);
  }
  // "войти в проект «А»": whoever does is none
  const bool is_entered = frame_.relation == model::Relation::kDevelops &&
                          !tree_.preposition(first).empty() &&
                          tree_.at(first).note.grammatical_case == language::Case::kAccusative;
  // "директором концессионера «А» назначена Б": she is the director
  const bool is_of_other_title = lexicon_.inflected && frame_.relation != model::Relation::kLeads &&
                                 tree_.at(first).is(Dependency::kNominalModifier) &&
                                 tree_.at(first).note.grammatical_case == language::Case::kGenitive &&
                                 tree_.preposition(first).empty() &&
                                 lexicon_.frames_by_title.contains(tree_.at(tree_.head_of(first)).lemma);
  if (found.empty() && !is_entered && !is_of_other_title) {
    for (const int word : clause_.equated(first)) append(found, referents_.of(word, role.kinds));
  }
  // "подконтрольный А банк Б"
  const bool describes =
      tree_.at(title).is(Dependency::kAdjectiveModifier) || tree_.at(title).is(Dependency::kClauseOfNoun);
  if (found.empty()) append(found, second_subject(role));
  if (found.empty() && describes) append(found, referents_.of(tree_.head_of(title), role.kinds));
  if (found.empty() && tree_.at(first).is(Dependency::kApposition))
    append(found, referents_.described_by(first, role.kinds));
  if (found.empty()) found = named_after_owner(role);
  if (found.empty() && adjacent != kNoWord) {
    for (const int word : clause_.with_conjuncts(adjacent)) append(found, referents_.of(word, role.kinds));
    used_.push_back(adjacent);
  }
  return found;
}

/// "совладельцы «А» Иван Белов и Пётр Крымов": a parser may join the second person to the title.
std::vector<Referent> Filling::joined_to_title(const language::Role& role) {
  std::vector<Referent> found;
  for (const int child : tree_.at(trigger_.word).children) {
    if (tree_.at(child).is(Dependency::kConjunct) && is_person_after_title(child))
      append(found, sure(referents_.of(child, role.kinds)));
  }
  return found;
}

bool Filling::is_person_after_title(int named) const {
  const int name = mentions_.name_at(named);
  return name != kNoWord && named > trigger_.word &&
         mentions_.names[static_cast<std::size_t>(name)].kind == model::EntityKind::kPerson;
}

/// "заместитель директора «А» Иван Белов": a nominative is no name of a title in the genitive.
bool Filling::is_other_than_title(int named) const {
  return lexicon_.inflected && frame_.relation == model::Relation::kLeads &&
         tree_.at(trigger_.word).is(Dependency::kNominalModifier) &&
         tree_.preposition(trigger_.word).empty() &&
         tree_.at(trigger_.word).note.grammatical_case == language::Case::kGenitive &&
         tree_.at(named).note.grammatical_case == language::Case::kNominative &&
         tree_.at(named).note.name == tagging::NameClass::kPerson;
}

/// "Aster, with Ann Lee as its chief executive": who is named right before "as", after "with".
std::vector<Referent> Filling::named_before_as(int title, const language::Role& role) {
  const int preposition = tree_.child(title, Dependency::kCase);
  if (preposition < 1 || !lexicon_.capacity_prepositions.contains(tree_.at(preposition).lower)) return {};
  const int name = preposition - 1;
  if (mentions_.name_at(name) == kNoWord || tree_.at(name).note.head == title ||
      !lexicon_.means_prepositions.contains(std::string(tree_.preposition(name))))
    return {};
  return referents_.of(name, role.kinds);
}

/// Whether a title sums up those that are named after it: "среди акционеров", "в числе инвесторов",
/// "Владельцы банка: …".
bool Filling::sums_up(int title) const {
  if (lexicon_.listing_words.contains(std::string(tree_.preposition(title)))) return true;
  const int head = tree_.head_of(title);
  if (head == kNoWord) return tree_.at(title).note.number == language::Number::kPlural;
  return lexicon_.listing_words.contains(std::string(tree_.preposition(head)) + " " + tree_.at(head).lower);
}

bool Filling::is_predicate() const {
  const Word& title = tree_.at(trigger_.word);
  return sums_up(trigger_.word) || title.is(Dependency::kOblique) || title.is(Dependency::kOpenComplement) ||
         tree_.child(trigger_.word, Dependency::kCopula) != kNoWord;
}

bool Filling::is_of_post() const {
  const int post = tree_.head_of(trigger_.word);
  return post != kNoWord && lexicon_.post_nouns.contains(tree_.at(post).lemma);
}

bool Filling::says_whose() const {
  // "Parent company": the capital of the sentence makes no owner of a part of the title.
  const std::vector<int> owners = clause_.possessors(trigger_.word);
  return std::any_of(owners.begin(), owners.end(), [&](int owner) {
    // "председатель правления": of a board of which nobody says whose it is
    if (lexicon_.inflected && lexicon_.board_nouns.contains(tree_.at(owner).lemma) &&
        clause_.possessors(owner).empty() && mentions_.name_at(owner) == kNoWord)
      return false;
    return owner > 0 || !lexicon_.frames_by_title.contains(tree_.at(owner).lemma);
  });
}

std::optional<Trigger> Filling::purchase() const {
  const bool is_unit = frame_.relation == model::Relation::kOwns && !frame_.title_is_from &&
                       trigger_.form == Trigger::Form::kTitle;
  int noun = trigger_.word;
  if (tree_.at(noun).is(Dependency::kCompound)) noun = tree_.head_of(noun);
  const int verb = tree_.head_of(noun);
  if (lexicon_.inflected || !is_unit || verb == kNoWord || !tree_.at(noun).is(Dependency::kObject) ||
      !tree_.at(verb).is_verb())
    return std::nullopt;
  const auto frames = lexicon_.frames_by_verb.find(tree_.at(verb).lemma);
  if (frames == lexicon_.frames_by_verb.end()) return std::nullopt;
  for (const std::size_t index : frames->second) {
    const language::Frame& frame = lexicon_.frames[index];
    const bool has_particle =
        frame.particles.empty() || std::ranges::any_of(tree_.at(verb).children, [&](int child) {
          return std::ranges::find(frame.particles, tree_.at(child).lower) != frame.particles.end();
        });
    const bool buys = frame.relation == model::Relation::kAcquires && frame.object_words.empty() &&
                      !frame.from.slots.empty() &&
                      frame.from.slots.front().place == language::Slot::Place::kSubject;
    if (buys && has_particle) return Trigger{.frame = &frame, .word = verb, .form = Trigger::Form::kVerb};
  }
  return std::nullopt;
}

bool Filling::is_buyer(const Trigger& purchase, const Referent& owner) {
  if (owner.certainty >= 1.0) return false;
  return std::ranges::any_of(clause_.subjects(purchase.word), [&](int subject) {
    return std::ranges::any_of(referents_.of(subject, {}),
                               [&](const Referent& buyer) { return buyer.entity == owner.entity; });
  });
}

std::vector<Referent> Filling::owner_in_clause(const language::Role& role) {
  const int verb = clause_.governing_verb(trigger_.word);
  const bool takes_company =
      std::find(role.kinds.begin(), role.kinds.end(), model::EntityKind::kCompany) != role.kinds.end();
  const bool is_unit = frame_.relation == model::Relation::kOwns && !frame_.title_is_from && takes_company;
  const bool is_predicate = verb != kNoWord && lexicon_.copular_verbs.contains(tree_.at(verb).lemma);
  // "bought the brand A": it was somebody else's.
  const auto frames =
      verb == kNoWord ? lexicon_.frames_by_verb.end() : lexicon_.frames_by_verb.find(tree_.at(verb).lemma);
  const bool is_bought =
      !lexicon_.inflected && frames != lexicon_.frames_by_verb.end() && tree_.at(verb).is_verb() &&
      std::ranges::any_of(frames->second, [&](std::size_t index) {
        const language::Frame& frame = lexicon_.frames[index];
        // "founded the brand A": it may be theirs, and is not said to be
        const bool deals = frame.relation == model::Relation::kAcquires ||
                           (frame.relation == model::Relation::kFounded && frame.particles.empty() &&
                            !lexicon_.member_nouns.contains(tree_.at(trigger_.word).lemma));
        return deals && frame.object_words.empty() && frame.particles.empty() && !frame.from.slots.empty() &&
               frame.from.slots.front().place == language::Slot::Place::kSubject;
      });
  if (is_bought) return {};
  // "руководить структурой А": what stands for A is no part of whoever does so.
  if (lexicon_.transparent_nouns.contains(tree_.at(trigger_.word).lemma)) return {};
  if (!is_unit || verb == kNoWord || is_predicate || tree_.at(trigger_.word).is(Dependency::kSubject))
    return {};
  // "financed by the state and the brand A": nor of those who do it together
  const std::vector<int> subjects = clause_.subjects(verb);
  if (!lexicon_.inflected && std::ranges::find(subjects, trigger_.word) != subjects.end()) return {};
  std::vector<Referent> found;
  for (const int subject : subjects) append(found, referents_.of(subject, role.kinds));
  return found;
}

bool Filling::is_parent_of_topic(const std::vector<Referent>& party) const {
  const Word& title = tree_.at(trigger_.word);
  const bool names_it =
      title.is(Dependency::kCompound) && mentions_.name_at(tree_.head_of(trigger_.word)) != kNoWord;
  // "A and shareholder B invested": A is not what B owns.
  const bool is_joined = names_it && tree_.at(tree_.head_of(trigger_.word)).is(Dependency::kConjunct);
  return names_it && !is_joined && !lexicon_.inflected && frame_.relation == model::Relation::kOwns &&
         frame_.title_is_from && party.size() == 1 && referents_.is_thing(party.front().entity);
}

std::vector<Referent> Filling::in_topic(const language::Role& role, const std::vector<Referent>& party) {
  const Word& title = tree_.at(trigger_.word);
  if (party.empty()) return {};
  // "a founder", "founders of all kinds"
  const auto is_indefinite = [&](int word) {
    return std::ranges::any_of(tree_.at(word).children, [&](int child) {
      return tree_.at(child).is(Dependency::kDeterminer) &&
             !lexicon_.demonstratives.contains(tree_.at(child).lower);
    });
  };
  if (is_indefinite(trigger_.word) || is_indefinite(places_.first_of_titles())) return {};
  // "bought the rest from founders A and B": they founded what is bought, not whoever buys it.
  const int named = tree_.head_of(trigger_.word);
  if (tree_.preposition(trigger_.word) == "from" || (named != kNoWord && tree_.preposition(named) == "from"))
    return {};
  for (const Referent& who : party) {
    const bool is_person = !referents_.is_thing(who.entity);
    const bool owns =
        frame_.relation == model::Relation::kOwns || frame_.relation == model::Relation::kAcquires;
    if (who.certainty < 1.0 || (!is_person && !owns)) return {};
    // "co-founder and chief executive A": of the same
    if (referents_.is_tied(who.entity))
      return places_.joined_title() == kNoWord ? std::vector<Referent>()
                                               : referents_.tied_to(who.entity, trigger_.word, role.kinds);
  }
  // What it is of may be told by a name beside it that fills no role: "Aster founder Ann Lee".
  if (trigger_.word > 0 && mentions_.name_at(trigger_.word - 1) != kNoWord &&
      tree_.at(trigger_.word - 1).is(Dependency::kCompound))
    return {};
  for (const int child : title.children) {
    const std::string_view preposition = tree_.preposition(child);
    if (preposition == "of" || preposition == "at" || preposition == "for" || preposition == "in") return {};
  }
  const Referents::Exclusion exclusion(referents_, party.front().entity);
  std::vector<Referent> held = referents_.last_asset(trigger_.word, role.kinds);
  std::vector<Referent> topic = referents_.topic(trigger_.word, role.kinds);
  if (held.empty() || topic.empty()) return held.empty() ? topic : held;
  const bool is_same = held.front().entity == topic.front().entity;
  if (is_same || frame_.relation != model::Relation::kLeads) return held;
  // "said chief executive A", where a text speaks of one firm again and again
  return referents_.is_rather_topic(topic.front().entity, held.front().entity) ? topic
                                                                               : std::vector<Referent>();
}

/// Those that are named, or look back to a name by more than a guess.
std::vector<Referent> Filling::sure(std::vector<Referent> referents) {
  std::erase_if(referents, [](const Referent& referent) { return referent.certainty < 1.0; });
  return referents;
}

std::vector<Referent> Filling::bought_from_title(const language::Role& role) {
  const int owner = tree_.child(trigger_.word, Dependency::kPossessor);
  if (lexicon_.inflected || owner == kNoWord || tree_.preposition(trigger_.word) != "from" ||
      !lexicon_.pronouns.contains(tree_.at(owner).lower))
    return {};
  const int verb = clause_.governing_verb(trigger_.word);
  const bool buys = verb != kNoWord && lexicon_.has_verb_of(tree_.at(verb).lemma, model::Relation::kAcquires);
  std::vector<Referent> found;
  for (const int object : buys ? clause_.objects(verb) : std::vector<int>())
    append(found, referents_.of(object, role.kinds));
  return found;
}

std::vector<Referent> Filling::relative_of_title(const language::Role& role) {
  const int verb = tree_.head_of(trigger_.word);
  if (verb == kNoWord || !tree_.at(verb).is_verb()) return {};
  for (const int child : tree_.at(verb).children) {
    if (!lexicon_.relative_pronouns.contains(tree_.at(child).lemma) ||
        tree_.at(child).is(Dependency::kSubject))
      continue;
    // "которой владеет инвестор А": what the verb asks for is not whose he is
    const bool is_of_verb = lexicon_.inflected && tree_.at(child).is(Dependency::kObject) &&
                            tree_.at(trigger_.word).is(Dependency::kSubject);
    if (is_of_verb) continue;
    if (std::vector<Referent> found = referents_.of(child, role.kinds); !found.empty()) return found;
  }
  return {};
}

}  // namespace whofunds::facts
