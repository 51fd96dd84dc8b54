
#include "whofunds/facts/referents.hpp"

namespace whofunds::facts {

using entities::Reference;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

namespace {

constexpr double kSureOfOwners = 0.85;
}  // namespace

/// "A carved out its paint division and sold it": a thing of somebody's, which stands before the "and" of the
/// verb; kNoWord where none does.
int Referents::object_of_verb_before(int word, const language::Pronoun& pronoun) const {
  const int verb = word - 1;
  const int thing = verb - 2;
  if (lexicon_.inflected || pronoun.possessive || !pronoun.thing || thing < 1 || !at(verb).is_verb() ||
      !at(verb - 1).is(Dependency::kCoordination) || !lexicon_.pronouns.contains(at(word).lower) ||
      sentence_->name_at(thing) != kNoWord || at(thing).note.number == language::Number::kPlural)
    return kNoWord;
  const std::string& noun = at(thing).lemma;
  const bool may_be_sold = lexicon_.member_nouns.contains(noun) || lexicon_.asset_nouns.contains(noun) ||
                           lexicon_.descriptors.contains(noun);
  const bool is_somebodys = sentence_->tree.child(thing, Dependency::kPossessor) != kNoWord;
  return may_be_sold && is_somebodys ? thing : kNoWord;
}

/// "A's shareholders, B and C, sold it": what those do something to whom a title calls by what is theirs.
std::vector<Referent> Referents::owned_by_subject(int word, const language::Pronoun& pronoun,
                                                  const Kinds& kinds) {
  if (pronoun.possessive || !pronoun.thing || at(word).is_subject() ||
      !lexicon_.pronouns.contains(at(word).lower))
    return {};
  int verb = at(word).note.head;
  for (int steps = 0; steps < kDeepest && verb != kNoWord && at(verb).is(Dependency::kOpenComplement);
       ++steps)
    verb = at(verb).note.head;
  if (verb == kNoWord || !at(verb).is_verb()) return {};
  const int subject = sentence_->tree.child(verb, Dependency::kSubject);
  if (subject == kNoWord || subject > word || sentence_->name_at(subject) != kNoWord ||
      !lexicon_.frames_by_title.contains(at(subject).lemma))
    return {};
  std::vector<Referent> found;
  for (const int whose : clause_->possessors(subject)) {
    if (sentence_->name_at(whose) != kNoWord) append(found, resolve(whose, kinds, 1));
  }
  if (found.size() != 1 || !agrees(pronoun, found.front().entity)) return {};
  found.front().word = word;
  found.front().certainty = kSureOfOwners;
  return found;
}

/// "А выделил Б 10 млн, ещё 5 млн даст ему В", "терминалом управляет А, а строил его Б": a pronoun stands
/// for what the verb before has in its place, where another acts.
const Reference* Referents::same_place_of_joined_verb(int pronoun) const {
  const int verb = at(pronoun).note.head;
  const bool is_recipient = at(pronoun).is(Dependency::kIndirectObject) &&
                            at(pronoun).note.grammatical_case == language::Case::kDative;
  const bool is_object = at(pronoun).is(Dependency::kObject) && verb != kNoWord &&
                         sentence_->tree.child(verb, Dependency::kSubject) > verb;
  if ((!is_recipient && !is_object) || verb == kNoWord || !at(verb).is_verb() ||
      !(at(verb).is(Dependency::kConjunct) || at(verb).is(Dependency::kParataxis)))
    return nullptr;
  const int first = at(verb).note.head;
  if (first == kNoWord || first > verb) return nullptr;
  int recipient = sentence_->tree.child(first, is_object ? Dependency::kObject : Dependency::kIndirectObject);
  const bool is_form = recipient != kNoWord && lexicon_.legal_forms.contains(at(recipient).lower);
  if (is_object && (recipient == kNoWord || is_form)) {
    recipient = sentence_->tree.child(first, Dependency::kOblique);
    if (recipient == kNoWord || !sentence_->tree.preposition(recipient).empty() ||
        at(recipient).note.grammatical_case != language::Case::kInstrumental)
      return nullptr;
  }
  if (recipient == kNoWord || recipient > verb) return nullptr;
  const int name = sentence_->tree.child(recipient, Dependency::kApposition);
  for (const Reference& reference : references_) {
    if (reference.sentence == index_ && (reference.word == recipient || reference.word == name))
      return &reference;
  }
  return nullptr;
}

/// "Ann Lee founded A with Carl Holm and sold it", "After it bought A, B sold it": what both verbs act on.
/// nullptr where nothing is so.
const Reference* Referents::object_of_joined_verb(int word, const language::Pronoun& pronoun) const {
  const int verb = at(word).note.head;
  if (lexicon_.inflected) return same_place_of_joined_verb(word);
  // "gave A $5m, and B is putting $3m into it"
  const bool is_paid_into = at(word).is(Dependency::kOblique) && verb != kNoWord &&
                            at(verb).is(Dependency::kConjunct) && sentence_->tree.has_subject(verb);
  if (!pronoun.thing || pronoun.possessive || verb == kNoWord ||
      !(at(word).is(Dependency::kObject) || is_paid_into))
    return nullptr;
  const int before = sentence_->tree.child(verb, Dependency::kAdverbialClause);
  const bool is_after_clause = before != kNoWord && before < verb;
  if (!is_after_clause && !at(verb).is(Dependency::kConjunct)) return nullptr;
  const int first = is_after_clause ? before : at(verb).note.head;
  const Dependency place = is_paid_into ? Dependency::kIndirectObject : Dependency::kObject;
  const int object = first == kNoWord ? kNoWord : sentence_->tree.child(first, place);
  if (object == kNoWord || object > verb || !at(first).is_verb()) return nullptr;
  for (std::size_t i = past_; i < references_.size(); ++i) {
    const bool is_meant = references_[i].word == object ||
                          references_[i].word == sentence_->tree.child(object, Dependency::kApposition);
    if (references_[i].sentence == index_ && is_meant) return &references_[i];
  }
  return nullptr;
}

/// "Фонд раздумал вкладывать в порт «А», 1 млрд туда вложит Б": into what something else was said to go.
std::vector<Referent> Referents::money_before(int adverb, const Kinds& kinds) {
  const std::string& preposition = lexicon_.pronominal_adverbs.find(at(adverb).lower)->second;
  const Reference* found = nullptr;
  for (const Reference& reference : references_) {
    if (reference.sentence != index_ || reference.word > adverb || !fits(reference.entity, kinds)) continue;
    const int noun =
        at(reference.word).is(Dependency::kApposition) ? at(reference.word).note.head : reference.word;
    if (sentence_->tree.preposition(noun) == preposition) found = &reference;
  }
  if (found != nullptr)
    return {Referent{.entity = found->entity, .word = adverb, .certainty = kSureOfOwners}};
  return looked_back({.thing = true}, adverb, kinds);
}

/// "A invested in B before C bought it": what is bought is where the money went. nullptr where nothing is so.
const Reference* Referents::funded_in_main_clause(int word, const language::Pronoun& pronoun) const {
  const int verb = at(word).note.head;
  const bool is_done_to = at(word).is(Dependency::kObject) || at(word).is(Dependency::kPassiveSubject);
  if (lexicon_.inflected || pronoun.possessive || !pronoun.thing || !is_done_to || verb == kNoWord ||
      !at(verb).is(Dependency::kAdverbialClause) || at(verb).note.head == kNoWord ||
      at(verb).note.head > word)
    return nullptr;
  const int main = at(verb).note.head;
  const bool funds =
      at(main).is_verb() && lexicon_.any_frame_of_verb(at(main).lemma, [&](const language::Frame& frame) {
        return frame.object_words.empty() && frame.particles.empty() && !frame.without_from &&
               model::moves_money(frame.relation) && frame.relation != model::Relation::kAcquires;
      });
  const Reference* found = nullptr;
  for (std::size_t i = past_; funds && i < references_.size(); ++i) {
    const Reference& reference = references_[i];
    const bool is_funded = reference.sentence == index_ && reference.word > main && reference.word < verb &&
                           at(reference.word).note.head == main && !reference.is_subject;
    if (is_funded) found = &reference;
  }
  return found;
}

/// "выкупил у холдинга «А» 60% компании": whose it was it is no more, and is not it.
bool Referents::is_bought_from(int word) const {
  const int noun = at(word).is(Dependency::kApposition) ? at(word).note.head : word;
  return at(noun).is(Dependency::kOblique) && sentence_->tree.preposition(noun) == "у";
}

/// "bought A from its founder": whose founder is he from whom A is bought. nullptr where nothing is so.
const Reference* Referents::object_before_source(int word, const language::Pronoun& pronoun) const {
  const int noun = at(word).note.head;
  if (!pronoun.possessive || noun == kNoWord || at(noun).note.head == kNoWord) return nullptr;
  const std::string_view preposition = sentence_->tree.preposition(noun);
  // "sold A to its founder"
  const bool is_of_sold = preposition == "to" && lexicon_.frames_by_title.contains(at(noun).lemma) &&
                          at(at(noun).note.head).is_verb() && heads_or_founds(at(noun).lemma);
  // "advised A on its sale"
  const bool is_of_advised = preposition == "on" && !lexicon_.inflected &&
                             lexicon_.advising_verbs.contains(at(at(noun).note.head).lemma);
  if (preposition != "from" && preposition != "у" && !is_of_sold && !is_of_advised) return nullptr;
  // "bought the Aster chain of bakeries from its founder", where a parser gives him to the bakeries
  int verb = at(noun).note.head;
  for (int steps = 0; steps < kDeepest && preposition == "from" && verb != kNoWord && !at(verb).is_verb();
       ++steps)
    verb = at(verb).note.head;
  for (std::size_t i = past_; i < references_.size(); ++i) {
    const Word& named = at(references_[i].sentence == index_ ? references_[i].word : word);
    int phrase = named.is(Dependency::kApposition) ? named.note.head : references_[i].word;
    // "bought 60 per cent of A from its founder"
    // "bought the Aster chain from its founder"
    constexpr int kFarthestShare = 3;
    const auto is_within = [&](int part) {
      return at(part).is(Dependency::kNominalModifier) ||
             (!lexicon_.inflected && at(part).is(Dependency::kCompound) && references_[i].is_thing);
    };
    for (int steps = 0; steps < kFarthestShare && is_within(phrase); ++steps) phrase = at(phrase).note.head;
    if (references_[i].sentence == index_ && references_[i].word < word &&
        at(phrase).is(Dependency::kObject) && at(phrase).note.head == verb)
      return &references_[i];
  }
  return nullptr;
}

/// "bought the Aster chain", "bought the Aster chain of bakeries", whatever other chain was spoken of
std::vector<Referent> Referents::bought_by_name(int word, const Kinds& kinds) const {
  if (!is_bought(word) || lexicon_.general_nouns.contains(at(word).lemma)) return {};
  for (std::size_t i = past_; i < references_.size(); ++i) {
    const Reference& reference = references_[i];
    const bool is_name = tells_place(word, reference.word) && fits(reference.entity, kinds) &&
                         at(reference.word).note.name != tagging::NameClass::kPlace;
    if (is_name) return {Referent{.entity = roster_.root(reference.entity), .word = word}};
  }
  return {};
}

/// Whether a noun is the object of a verb that says by itself that it is bought or made; "gave the Oslo
/// start-up" may tell where it is.
bool Referents::is_bought(int noun) const {
  const int verb = at(noun).is(Dependency::kObject) ? at(noun).note.head : kNoWord;
  return lexicon_.any_frame_of_verb(at(verb).lemma, [](const language::Frame& frame) {
    const bool is_dealt_with =
        frame.relation == model::Relation::kAcquires || frame.relation == model::Relation::kDevelops;
    return is_dealt_with && frame.object_words.empty() && frame.particles.empty() && !frame.needs_stake;
  });
}

}  // namespace whofunds::facts
