#include <algorithm>

#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::Reference;
using language::Gender;
using mentions::kNoWord;
using model::EntityKind;
using tagging::Dependency;

namespace {

constexpr double kSureAntecedent = 0.85;

}  // namespace

/// What a relative pronoun stands for: the noun that its clause describes. Where that does not fit, the noun
/// that it belongs to, and then the nearest before the clause.
std::vector<Referent> Referents::antecedent(int pronoun, const Kinds& kinds, int depth) {
  int verb = pronoun;
  for (int steps = 0; steps < kDeepest && verb != kNoWord && !at(verb).is(Dependency::kRelativeClause);
       ++steps)
    verb = at(verb).note.head;
  std::vector<int> candidates;
  const int described_word = verb == kNoWord ? kNoWord : at(verb).note.head;
  // "консорциум, в который вошли А и Б": a group without a name is they.
  if (described_word != kNoWord && lexicon_.entering_verbs.contains(at(verb).lemma) &&
      lexicon_.transparent_nouns.contains(at(described_word).lemma) &&
      named_beside(described_word, kinds, depth + 1).empty())
    return {};
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
  // "the company that runs A" heads it in no sense
  const auto called = described_word == kNoWord ? lexicon_.descriptors.end()
                                                : lexicon_.descriptors.find(at(described_word).lemma);
  if (!lexicon_.inflected && called != lexicon_.descriptors.end() &&
      called->second.kind != EntityKind::kPerson && kinds == Kinds{EntityKind::kPerson})
    return {};
  const auto entity_at = [&](int candidate) { return resolve(candidate, kinds, depth + 1); };
  if (std::vector<Referent> all = antecedents(pronoun, verb, candidates, kinds, depth); !all.empty())
    return all;
  for (const int candidate : candidates) {
    if (std::vector<Referent> found = entity_at(candidate); !found.empty()) return found;
  }
  for (int i = pronoun - 1; i >= 0; --i) {
    if (at(i).is_verb() && at(i).note.part_of_speech == language::PartOfSpeech::kVerb) break;
    if (sentence_->name_at(i) == kNoWord) continue;
    if (const auto named = referent_of_name(i, kinds); named && !is_town(named->entity))
      return {Referent{.entity = named->entity, .word = i, .certainty = kSureAntecedent}};
  }
  return {};
}

/// "bought by A and B, who own": what is said in the plural is said of both.
std::vector<Referent> Referents::antecedents(int pronoun, int verb, const std::vector<int>& candidates,
                                             const Kinds& kinds, int depth) {
  if (lexicon_.inflected || verb == kNoWord || candidates.size() < 2 || pronoun == 0 ||
      at(pronoun - 1).token.text != "," || at(pronoun).note.head != verb)
    return {};
  const bool is_plural =
      at(verb).lower == at(verb).lemma && at(verb).note.part_of_speech == language::PartOfSpeech::kVerb &&
      at(verb).note.tense == language::Tense::kPresent &&
      std::ranges::none_of(at(verb).children,
                           [&](int child) { return at(child).is(Dependency::kAuxiliary); });
  if (!is_plural) return {};
  std::vector<Referent> found;
  for (const int candidate : candidates) {
    if (sentence_->name_at(candidate) == kNoWord) return {};
    for (const Referent& one : resolve(candidate, kinds, depth + 1)) {
      const bool is_known =
          std::ranges::any_of(found, [&](const Referent& other) { return other.entity == one.entity; });
      if (!is_known) found.push_back(one);
    }
  }
  return found.size() > 1 ? found : std::vector<Referent>();
}

/// "зятя А, … компании Б, которой": a relative pronoun has the gender and number of its noun.
bool Referents::disagrees(int pronoun, int noun) const {
  const tagging::Annotation& a = at(pronoun).note;
  const tagging::Annotation& b = at(noun).note;
  if (!lexicon_.inflected || sentence_->name_at(noun) != kNoWord) return false;
  const bool other_number =
      a.number != language::Number::kNone && b.number != language::Number::kNone && a.number != b.number;
  const bool other_gender = a.gender != Gender::kNone && b.gender != Gender::kNone && a.gender != b.gender;
  return other_number || other_gender;
}

/// "А, который рассказал о своей компании": within a relative clause whoever it is about, if it is its
/// subject.
std::vector<Referent> Referents::subject_of_relative(int pronoun, bool is_possessive, const Kinds& kinds) {
  int verb = at(pronoun).note.head;
  // "А, который купил его": nobody is what he does something to.
  if (verb != kNoWord && at(verb).is(Dependency::kRelativeClause) && !is_possessive) return {};
  for (int steps = 0; steps < kDeepest && verb != kNoWord && !at(verb).is(Dependency::kRelativeClause);
       ++steps)
    verb = at(verb).note.head;
  if (verb == kNoWord || !at(verb).is(Dependency::kRelativeClause)) return {};
  for (const int child : at(verb).children) {
    const bool is_subject = at(child).is_subject();
    if (is_subject && is_relative(child) && child < pronoun) return antecedent(child, kinds, 1);
  }
  return {};
}

/// "A sold it to B, and B has passed it on": the pronoun that the verb before acts on; kNoWord if there is
/// none.
int Referents::same_object_before(int word) const {
  const int verb = at(word).note.head;
  if (lexicon_.inflected || !at(word).is(Dependency::kObject) || verb == kNoWord ||
      !at(verb).is(Dependency::kConjunct) || !lexicon_.pronouns.contains(at(word).lower))
    return kNoWord;
  const int first = at(verb).note.head;
  const int object = first == kNoWord ? kNoWord : sentence_->tree.child(first, Dependency::kObject);
  return object != kNoWord && object < verb && at(object).lower == at(word).lower ? object : kNoWord;
}

/// "A bought B from C, which founded it": it is what was bought. nullptr where nothing is so.
const Reference* Referents::object_of_main_clause(int word, const language::Pronoun& pronoun) const {
  const int verb = at(word).note.head;
  if (pronoun.possessive || !pronoun.thing || verb == kNoWord || !at(verb).is(Dependency::kRelativeClause) ||
      at(word).is_subject())
    return nullptr;
  const int described = at(verb).note.head;
  const int main = described == kNoWord ? kNoWord : at(described).note.head;
  if (main == kNoWord || !at(main).is_verb() || !at(described).is(Dependency::kOblique)) return nullptr;
  for (std::size_t i = past_; i < references_.size(); ++i) {
    const Reference& reference = references_[i];
    const bool is_object = reference.sentence == index_ && reference.word < word &&
                           at(reference.word).is(Dependency::kObject) && at(reference.word).note.head == main;
    if (is_object) return &reference;
  }
  return nullptr;
}

/// "«А» покупает «Б», но его владелец против": the owner of what is bought. nullptr where nothing is so.
const Reference* Referents::bought_of_owner(int word, const language::Pronoun& pronoun) const {
  const int title = at(word).note.head;
  const bool is_owner =
      pronoun.possessive && lexicon_.inflected && at(title).is_subject() &&
      lexicon_.any_frame_of_title(at(title).lemma, [](const language::Frame& frame) {
        return frame.relation == model::Relation::kOwns && frame.title_is_from && !frame.status;
      });
  for (std::size_t i = past_; is_owner && i < references_.size(); ++i) {
    const Reference& reference = references_[i];
    const int noun =
        at(reference.word).is(Dependency::kApposition) ? at(reference.word).note.head : reference.word;
    const int verb = at(noun).note.head;
    const bool is_bought = reference.sentence == index_ && reference.word < word && verb != kNoWord &&
                           at(noun).is(Dependency::kObject) && at(title).note.head != verb &&
                           lexicon_.has_verb_of(at(verb).lemma, model::Relation::kAcquires);
    if (is_bought) return &reference;
  }
  return nullptr;
}

/// "студенты Б": whether a name tells whose those who act are.
bool Referents::is_whose_of_subject(int word) const {
  const int noun = at(word).note.head;
  return at(word).is(Dependency::kNominalModifier) && noun != kNoWord && noun < word &&
         at(noun).is_subject() && at(noun).note.animate;
}

/// Whether the first of two words is what the verb acts on that the second is the subject of.
bool Referents::is_object_beside(int word, int subject) const {
  const int noun = at(word).is(Dependency::kApposition) ? at(word).note.head : word;
  return at(subject).is_subject() && at(noun).is(Dependency::kObject) &&
         at(noun).note.head == at(subject).note.head;
}

}  // namespace whofunds::facts
