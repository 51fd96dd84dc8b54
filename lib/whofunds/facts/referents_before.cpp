#include <algorithm>

#include "whofunds/facts/referents.hpp"
#include "whofunds/language/spelling.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using entities::Reference;
using language::Gender;
using mentions::kNoWord;
using model::EntityKind;
using tagging::Dependency;

namespace {

constexpr double kSurePronoun = 0.85;
bool may_be(Gender a, Gender b) {
  return a == Gender::kNone || b == Gender::kNone || a == b;
}

}  // namespace

bool Referents::agrees(const language::Pronoun& pronoun, int entity) const {
  const entities::RosterEntity& record = roster_.at(entity);
  const EntityKind kind = record.kind();
  const bool is_person = kind == EntityKind::kPerson;
  // "Aiko Tanabe left. She founded …", where nothing tells that she is a person
  const bool knows_person = std::ranges::any_of(
      references_, [&](const Reference& other) { return roster_.at(other.entity).is_person(); });
  const bool may_be_person = is_person || (!knows_person && fits(entity, {EntityKind::kPerson}));
  if (pronoun.person && !may_be_person) return false;
  const bool is_full_name = record.name().find(' ') != std::string::npos && lexicon_.inflected;
  if (pronoun.thing && is_person && (record.kind_told() || is_full_name)) return false;
  // "разместила облигации, их выкупил А": nor is one firm "they" in Russian
  if (pronoun.number == language::Number::kPlural && (is_person || lexicon_.inflected)) return false;
  // "Грузия заняла 5 млн, ещё 3 млн ей одолжит А": a country acts and is acted on
  const bool is_country = lexicon_.inflected && pronoun.gender != Gender::kNone &&
                          may_be(pronoun.gender, record.gender) &&
                          lexicon_.countries.names.contains(language::lower_case(record.name()));
  const bool is_known_place = (record.kind_told() || lexicon_.inflected) && !is_country;
  if (kind == EntityKind::kPlace && !pronoun.possessive && is_known_place) return false;
  if (pronoun.gender == Gender::kNone || record.gender == Gender::kNone) return true;
  // "она" for a firm of masculine name is "компания"; "он" for one of feminine name must be told a noun
  if (!is_person && lexicon_.inflected)
    return pronoun.gender != Gender::kMasculine || record.gender != Gender::kFeminine ||
           !record.descriptors.empty();
  return record.gender == pronoun.gender;
}

std::vector<Referent> Referents::omitted_subject(int verb, const Kinds& kinds) {
  const tagging::Annotation& note = at(verb).note;
  // "основали", "создано": nobody in particular.
  if (note.number == language::Number::kPlural || note.gender == Gender::kNeuter) return {};
  looks_back_ = true;
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
    if (!at(i).is_subject()) continue;
    const auto descriptor = lexicon_.descriptors.find(at(i).lemma);
    const bool is_unnamed_thing = descriptor != lexicon_.descriptors.end() && descriptor->second.anaphoric &&
                                  sentence_->name_at(i) == kNoWord;
    // "it snapped up A, and its arm invested in B"
    const auto same = lexicon_.pronouns.find(at(i).lower);
    const auto whose = lexicon_.pronouns.find(at(pronoun).lower);
    const bool is_its = !lexicon_.inflected && same != lexicon_.pronouns.end() &&
                        whose != lexicon_.pronouns.end() && whose->second.possessive && same->second.thing &&
                        whose->second.thing && same->second.number == whose->second.number;
    if (at(i).lower == at(pronoun).lower || is_unnamed_thing || is_its) return true;
  }
  return false;
}

/// "Formerly a subsidiary of A, it was bought": what describes a subject before its clause begins names
/// others than that. "According to A, it was bought" tells who says so.
bool Referents::stands_in_opening_phrase(int name, int subject) const {
  int begin = subject;
  for (const int child : at(subject).children) begin = std::min(begin, child);
  if (begin < subject && !lexicon_.demonstratives.contains(at(begin).lower)) return false;
  if (lexicon_.inflected || begin < 2 || name >= begin || !at(subject).is_subject() ||
      at(begin - 1).token.text != "," || lexicon_.citing_prepositions.contains(at(0).lower))
    return false;
  // "After the talks with A, the company …" tells when, and A may be the company.
  if (begin < subject && at(0).note.part_of_speech == language::PartOfSpeech::kPreposition) return false;
  for (int i = 0; i < begin - 1; ++i) {
    if (at(i).token.text == "," || at(i).token.text == ";" || at(i).is_subject()) return false;
  }
  return true;
}

/// Whether an entity fits only as what a model took for a person, and may be a firm.
bool Referents::is_doubtful(int entity, const Kinds& kinds) const {
  return !kinds.empty() && roster_.at(entity).is_person() && !among(EntityKind::kPerson, kinds);
}

bool Referents::is_one_of_several(const Reference& reference) const {
  return std::ranges::any_of(references_, [&](const Reference& other) {
    return other.sentence == reference.sentence && other.list == reference.list &&
           roster_.root(other.entity) != roster_.root(reference.entity);
  });
}

std::vector<Referent> Referents::looked_back(const language::Pronoun& told, int word, const Kinds& kinds) {
  language::Pronoun pronoun = told;
  // "выкупив его": no "его" of "его завод"
  const int above = at(word).note.head;
  if (lexicon_.inflected && at(word).is(Dependency::kObject) && above != kNoWord && at(above).is_verb())
    pronoun.possessive = false;
  if (pronoun.thing && !lexicon_.inflected && kinds == Kinds{EntityKind::kPerson}) return {};
  // "купила 30 % «А» у её основателей": not at those of who buys
  const int whose = pronoun.possessive && lexicon_.inflected ? at(word).note.head : kNoWord;
  const bool is_source = whose != kNoWord && sentence_->tree.preposition(whose) == "у";
  const std::vector<int> acting = is_source                         ? acting_on(whose)
                                  : !pronoun.possessive             ? acting_on(word)
                                  : !lexicon_.inflected             ? acting_on_own(word)
                                  : pronoun.gender != Gender::kNone ? acting_beside(whose)
                                                                    : std::vector<int>();
  const auto usable = [&](const Reference& reference) {
    const int entity = roster_.root(reference.entity);
    if (!pronoun.possessive && is_excluded(entity)) return false;
    if (reference.sentence == index_ && pronoun.thing && pronoun.number == language::Number::kSingular &&
        stands_in_opening_phrase(reference.word, word))
      return false;
    if (std::ranges::find(acting, entity) != acting.end()) return false;
    // "Компанию она основала": who does something is not what it is done to
    if (lexicon_.inflected && reference.sentence == index_ && is_object_beside(reference.word, word))
      return false;
    // No pronoun, but what the text is about: nothing that is told in passing, and no town.
    if (!is_pronoun(word) && (reference.is_aside || is_town(entity))) return false;
    const bool may_be_neuter = pronoun.neuter && reference.gender == Gender::kNeuter;
    if (!may_be(reference.gender, pronoun.gender) && !may_be_neuter) return false;
    // "Aster said it had bought B": what acts is a firm, though a model took it for a place.
    if (!lexicon_.inflected && !pronoun.possessive && roster_.at(entity).kind() == EntityKind::kPlace &&
        !reference.is_subject && !reference.is_thing)
      return false;
    return fits(reference.entity, kinds) && agrees(pronoun, reference.entity);
  };
  const auto answer = [&](const Reference& reference) {
    return std::vector{
        Referent{.entity = roster_.root(reference.entity), .word = word, .certainty = kSurePronoun}};
  };
  if (const Reference* const subject = subject_after(word); subject != nullptr && usable(*subject))
    return answer(*subject);
  if (pronoun.thing && pronoun.number != language::Number::kPlural) {
    if (std::vector<Referent> taker = taker_in_deal(word, kinds); !taker.empty()) return taker;
  }
  if (std::vector<Referent> owned = owned_by_subject(word, pronoun, kinds); !owned.empty()) return owned;
  if (const int thing = object_of_verb_before(word, pronoun); thing != kNoWord) {
    const int name = sentence_->tree.child(thing, Dependency::kApposition);
    return name == kNoWord ? std::vector<Referent>() : resolve(name, kinds, 1);
  }
  if (const Reference* const bought = bought_of_owner(word, pronoun); bought != nullptr && usable(*bought))
    return answer(*bought);
  if (stands_for_topic(word)) return topic_before_names(word, kinds);
  if (const int same = same_object_before(word); same != kNoWord) return resolve(same, kinds, 1);
  if (const Reference* const object = object_of_joined_verb(word, pronoun);
      object != nullptr && !is_excluded(roster_.root(object->entity)) && agrees(pronoun, object->entity)) {
    if (fits(object->entity, kinds)) return answer(*object);
    if (lexicon_.inflected) return {};
  }
  if (std::vector<Referent> who = subject_of_relative(word, pronoun.possessive, kinds); !who.empty()) {
    const bool is_one = who.size() == 1 || pronoun.number == language::Number::kPlural;
    const bool may_be_meant = is_one && (pronoun.possessive || !is_excluded(who.front().entity));
    if (agrees(pronoun, who.front().entity) && may_be_meant) return who;
  }
  if (const Reference* const object = object_before_source(word, pronoun);
      object != nullptr && usable(*object))
    return answer(*object);
  if (const Reference* const object = object_of_main_clause(word, pronoun);
      object != nullptr && usable(*object))
    return answer(*object);
  if (const Reference* const funded = funded_in_main_clause(word, pronoun);
      funded != nullptr && usable(*funded))
    return answer(*funded);
  // In this sentence: the subject before the pronoun, or else the nearest name before it.
  const Reference* nearest = nullptr;
  for (std::size_t i = past_; i < references_.size(); ++i) {
    const Reference& reference = references_[i];
    if (reference.sentence != index_ || reference.word >= word || !usable(reference)) continue;
    // "Белов возглавил завод после его покупки": a person is bought only where nothing else can be.
    if (nearest != nullptr && is_doubtful(reference.entity, kinds) && !is_doubtful(nearest->entity, kinds))
      continue;
    // "Участники программы «А», X и фонд «Б», который дал на неё …": what is known to agree before what may.
    const bool agreed =
        nearest != nullptr && nearest->gender == pronoun.gender && nearest->gender != Gender::kNone;
    if (agreed && reference.gender != pronoun.gender && !reference.is_subject) continue;
    // "A, in which B has 5%, fell when C bought it": the subject of a clause in passing is nobody outside it.
    const bool is_in_passing = !lexicon_.inflected && nearest != nullptr && nearest->is_subject &&
                               !nearest->is_aside && reference.is_aside && !is_aside(word);
    if (is_in_passing) continue;
    // "Сервис «А» придумали студенты Б, его купил В": what is acted on, and not whose somebody is
    if (nearest != nullptr && lexicon_.inflected && !pronoun.possessive && !reference.is_subject &&
        is_whose_of_subject(reference.word) && !is_whose_of_subject(nearest->word))
      continue;
    const bool is_place = !lexicon_.inflected && pronoun.thing &&
                          roster_.at(roster_.root(reference.entity)).kind() == EntityKind::kPlace;
    const bool is_better = nearest != nullptr && !is_place && is_doubtful(nearest->entity, kinds) &&
                           !is_doubtful(reference.entity, kinds);
    if (nearest == nullptr || is_better || !nearest->is_subject || reference.is_subject) nearest = &reference;
  }
  if (nearest != nullptr && pronoun.thing && !pronoun.possessive && !lexicon_.inflected) {
    if (const int thing = unnamed_between(nearest->word, word); thing != kNoWord)
      return described(thing, kinds, 1);
  }
  if (nearest != nullptr && (nearest->is_subject || !pronoun.thing || !continues_subject(word)))
    return answer(*nearest);
  looks_back_ = true;
  for (int back = 1; back <= kFarthest; ++back) {
    const Reference* best = nullptr;
    for (std::size_t i = 0; i < past_; ++i) {
      const Reference& reference = references_[i];
      if (reference.sentence != index_ - back || !usable(reference)) continue;
      // Of those that are no subjects the last: "A left B to start C. It has invested …".
      const bool is_later =
          !lexicon_.inflected && best != nullptr && !best->is_subject && !pronoun.possessive;
      // "A and B hold a quarter of C each. Its founder …": of several who act it is none.
      const bool is_of_thing =
          pronoun.thing || (lexicon_.inflected && !roster_.at(roster_.root(reference.entity)).is_person());
      const bool is_one = is_of_thing && pronoun.number == language::Number::kSingular && best != nullptr;
      const bool was_one_of_many = is_one && is_one_of_several(*best);
      const bool is_one_of_many = is_one && is_one_of_several(reference);
      if (is_one_of_many && !was_one_of_many) continue;
      // "Ann Lee started A after leaving B. It is building …": a thing before a person
      const bool was_person =
          pronoun.thing && best != nullptr && roster_.at(roster_.root(best->entity)).is_person() &&
          !roster_.at(roster_.root(reference.entity)).is_person() &&
          roster_.at(roster_.root(reference.entity)).kind() != EntityKind::kPlace &&
          (roster_.at(roster_.root(reference.entity)).kind_told() || has_given_name(best->entity));
      const bool is_better = (was_one_of_many && !is_one_of_many) || was_person;
      if (best == nullptr || is_better || (reference.is_subject && !best->is_subject) || is_later)
        best = &reference;
    }
    // "«А» и «Б» создали предприятие. У «А» в нём 60 %": what is neither of two is not named
    const bool is_of_both = best != nullptr && lexicon_.inflected && is_one_of_several(*best) &&
                            best->is_subject && !roster_.at(roster_.root(best->entity)).is_person() &&
                            pronoun.number == language::Number::kSingular;
    if (is_of_both) return {};
    if (best == nullptr) continue;
    const int topic = is_pronoun(word) || roster_.at(best->entity).is_person()
                          ? kNoEntity
                          : rather_meant(*best, [&](int entity) {
                              return std::ranges::find(acting, entity) == acting.end() && !is_town(entity) &&
                                     fits(entity, kinds) && agrees(pronoun, entity);
                            });
    if (topic != kNoEntity) return {Referent{.entity = topic, .word = word, .certainty = kSurePronoun}};
    return answer(*best);
  }
  return pronoun.thing || pronoun.number == language::Number::kPlural ? topic_before_names(word, kinds)
                                                                      : std::vector<Referent>();
}

/// "A bought a stake in the club, which controlled it": a thing without a name that stands nearer than the
/// name before the pronoun, and is no subject; kNoWord if none does.
int Referents::unnamed_between(int name, int pronoun) const {
  for (int i = pronoun - 1; i > name; --i) {
    const auto descriptor = lexicon_.descriptors.find(at(i).lemma);
    if (descriptor == lexicon_.descriptors.end() || !descriptor->second.anaphoric ||
        sentence_->name_at(i) != kNoWord)
      continue;
    // An alliance does nothing by itself: "A ended its alliance and wrote off what it had paid".
    if (at(pronoun).is_subject() && descriptor->second.kind == EntityKind::kProject) continue;
    const bool is_complement = at(i).is(Dependency::kObject) || at(i).is(Dependency::kNominalModifier) ||
                               at(i).is(Dependency::kOblique);
    const std::vector<int>& children = at(i).children;
    const bool is_definite = std::any_of(children.begin(), children.end(), [&](int child) {
      return child < i && lexicon_.demonstratives.contains(at(child).lower);
    });
    const bool is_named = std::any_of(children.begin(), children.end(),
                                      [&](int child) { return sentence_->name_at(child) != kNoWord; });
    if (is_complement && is_definite && !is_named && at(i).note.number != language::Number::kPlural) return i;
  }
  return kNoWord;
}

bool Referents::is_pronoun(int word) const {
  return lexicon_.pronouns.contains(at(word).lower) || lexicon_.pronouns.contains(at(word).lemma);
}

/// "After it was bought by A, B grew": what stands before the subject of a clause may speak of it. nullptr
/// where a name stands before the pronoun.
const Reference* Referents::subject_after(int pronoun) const {
  const Reference* subject = nullptr;
  if (!is_pronoun(pronoun)) return nullptr;
  for (std::size_t i = past_; i < references_.size(); ++i) {
    const Reference& reference = references_[i];
    if (reference.sentence != index_) continue;
    if (reference.word < pronoun) return nullptr;
    const int verb = at(reference.word).note.head;
    if (subject == nullptr && reference.is_subject && verb != kNoWord && verb > reference.word &&
        at(verb).is_verb() && at(pronoun).note.head != verb && sentence_->tree.is_under(pronoun, verb))
      subject = &reference;
  }
  return subject;
}

}  // namespace whofunds::facts
