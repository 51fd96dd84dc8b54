#include <algorithm>
#include <iterator>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/clause.hpp"

namespace whofunds::facts {

using language::Case;
using language::PartOfSpeech;
using language::Voice;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

namespace {

constexpr int kDeepest = 6;

}  // namespace

std::vector<int> Clause::overt_subjects(int verb) const {
  std::vector<int> found;
  if (const int subject = subject_taken_for_object(verb); subject != kNoWord) return with_conjuncts(subject);
  const int object = object_taken_for_subject(verb);
  for (const int child : tree_.at(verb).children) {
    const Word& word = tree_.at(child);
    const bool is_subject = word.is_subject();
    if (is_subject && !word.is_verb() && !is_object_of_verb_before(child) && child != object) {
      append_words(found, with_conjuncts(child));
      append_words(found, counted_with(child, verb));
    }
    // "is 51% owned": a parser may hang the subject on the auxiliary.
    if (!word.is(Dependency::kAuxiliary) && !word.is(Dependency::kPassiveAuxiliary)) continue;
    for (const int below : word.children) {
      if (tree_.at(below).is(Dependency::kSubject) && !tree_.at(below).is_verb())
        append_words(found, with_conjuncts(below));
    }
  }
  append_words(found, companions(verb));
  return found;
}

/// "Белов с Крымовой основали": a verb in the plural counts those with whom its one subject does it.
std::vector<int> Clause::counted_with(int subject, int verb) const {
  const bool is_one =
      tree_.at(subject).note.number == language::Number::kSingular && with_conjuncts(subject).size() == 1;
  if (!is_one || tree_.at(verb).note.number != language::Number::kPlural) return {};
  std::vector<int> found;
  for (const int child : tree_.at(subject).children) {
    const bool is_with = tree_.preposition(child) == "с" || tree_.preposition(child) == "со";
    if (is_with && tree_.at(child).note.grammatical_case == Case::kInstrumental)
      append_words(found, with_conjuncts(child));
  }
  return found;
}

/// Where nominative and accusative look alike a parser may take one for the other. "Банк учредили холдинг и
/// фонд": a plural verb agrees with several; "инвестиции сделал бизнес-ангел": of two objects around a verb
/// without a subject the last does it, or the first where only that can be a nominative.
int Clause::subject_taken_for_object(int verb) const {
  const Word& word = tree_.at(verb);
  if (!lexicon_.inflected || word.note.part_of_speech != PartOfSpeech::kVerb) return kNoWord;
  const int subject = tree_.child(verb, Dependency::kSubject);
  std::vector<int> objects;
  std::copy_if(word.children.begin(), word.children.end(), std::back_inserter(objects),
               [&](int child) { return tree_.at(child).is(Dependency::kObject); });
  if (subject == kNoWord) {
    // "деньги дали Aster и B": a foreign name shows no case, and nobody else does it.
    const int given_to = tree_.child(verb, Dependency::kIndirectObject);
    const bool shows_no_case = given_to > verb && tree_.at(given_to).note.grammatical_case == Case::kNone &&
                               tree_.at(given_to).token.script == text::Script::kLatin;
    if (shows_no_case && !objects.empty() && objects.front() < verb && is_asked_object(verb, objects.front()))
      return given_to;
    if (objects.empty() || objects.front() > verb || objects.back() < verb) return kNoWord;
    const auto is_nominative = [&](int object) {
      return tree_.at(object).note.grammatical_case == Case::kNominative;
    };
    // "фонд, который поддержал «А»", "«А», которую купил фонд", "её купил фонд"
    const auto is_relative = [&](int object) {
      return lexicon_.relative_pronouns.contains(tree_.at(object).lemma);
    };
    if (is_relative(objects.front()) && is_nominative(objects.front())) return objects.front();
    const tagging::Annotation& first = tree_.at(objects.front()).note;
    const tagging::Annotation& last = tree_.at(objects.back()).note;
    const bool shows_object = first.part_of_speech == PartOfSpeech::kPronoun &&
                              first.grammatical_case == Case::kAccusative &&
                              (first.gender == language::Gender::kFeminine || !is_relative(objects.front()));
    const bool may_agree = last.gender == language::Gender::kNone ||
                           word.note.gender == language::Gender::kNone || last.gender == word.note.gender;
    if (shows_object && may_agree && last.gender != language::Gender::kFeminine) return objects.back();
    if (is_nominative(objects.back())) return objects.back();
    if (is_nominative(objects.front())) return objects.front();
    // "Проект кредитует ВТБ": of what forms do not tell apart the name does it.
    const bool is_name_last = tree_.at(objects.back()).is_capitalised() &&
                              (!tree_.at(objects.front()).is_capitalised() || objects.front() == 0) &&
                              lexicon_.descriptors.contains(tree_.at(objects.front()).lemma);
    return is_name_last ? objects.back() : kNoWord;
  }
  // "Структуры А выкупили 40%": a share does nothing, and those before it agree with the verb.
  const bool is_share = lexicon_.percent_words.contains(tree_.at(subject).lemma) && subject > verb;
  if (is_share && objects.size() == 1 && objects.front() < verb && tree_.at(objects.front()).is_noun())
    return objects.front();
  // "Грант фонда получил музей": what a frame of the verb asks for is its object.
  const bool asks_for_first = subject < verb && objects.size() == 1 && objects.front() > verb &&
                              is_asked_object(verb, subject) && !is_asked_object(verb, objects.front()) &&
                              (tree_.at(objects.front()).is_capitalised() ||
                               lexicon_.descriptors.contains(tree_.at(objects.front()).lemma)) &&
                              !lexicon_.descriptors.contains(tree_.at(subject).lemma);
  if (asks_for_first) return objects.front();
  // "Строительство завода кредитует банк": what goes on does nothing to a firm.
  // But "директор завода Павел Белов" is somebody, though "совет директоров завода" is not.
  const int called = tree_.child(subject, Dependency::kApposition);
  const bool is_somebody = tree_.at(subject).note.animate ||
                           (called != kNoWord && tree_.at(called).note.name == tagging::NameClass::kPerson);
  const bool is_undertaking = (!tree_.at(subject).is_capitalised() || subject == 0) && !is_somebody &&
                              !lexicon_.descriptors.contains(tree_.at(subject).lemma);
  if (is_undertaking && lexicon_.transparent_nouns.contains(tree_.at(subject).lemma) && subject < verb &&
      objects.size() == 1 && objects.front() > verb) {
    const auto descriptor = lexicon_.descriptors.find(tree_.at(objects.front()).lemma);
    const bool can_act = descriptor != lexicon_.descriptors.end() &&
                         descriptor->second.kind != model::EntityKind::kProject &&
                         descriptor->second.kind != model::EntityKind::kPlace;
    if (can_act && lexicon_.frames_by_verb.contains(word.lemma)) return objects.front();
  }
  std::vector<int> candidates;
  std::copy_if(objects.begin(), objects.end(), std::back_inserter(candidates), [&](int object) {
    const Case told = tree_.at(object).note.grammatical_case;
    return told == Case::kNominative || told == Case::kAccusative;
  });
  if (candidates.empty()) return kNoWord;
  const bool one_thing =
      tree_.at(subject).note.number == language::Number::kSingular && with_conjuncts(subject).size() == 1;
  const bool agrees_with_object =
      word.note.number == language::Number::kPlural && with_conjuncts(candidates.front()).size() > 1;
  return one_thing && agrees_with_object ? candidates.front() : kNoWord;
}

/// "Раунд закрыл фонд": whether a frame of the verb asks for that very object.
bool Clause::is_asked_object(int verb, int noun) const {
  return lexicon_.any_frame_of_verb(tree_.at(verb).lemma, [&](const language::Frame& frame) {
    const std::vector<std::string>& asked = frame.object_words;
    return std::ranges::find(asked, tree_.at(noun).lemma) != asked.end() ||
           std::ranges::find(asked, tree_.at(noun).lower) != asked.end();
  });
}

/// "A купил издательство", "70% компании выкупил холдинг": of two subjects of a verb without an object a
/// quantity is the object, else the one that follows.
int Clause::object_taken_for_subject(int verb) const {
  const Word& word = tree_.at(verb);
  if (!lexicon_.inflected || word.note.part_of_speech != PartOfSpeech::kVerb ||
      tree_.child(verb, Dependency::kObject) != kNoWord)
    return kNoWord;
  std::vector<int> subjects;
  for (const int child : word.children) {
    if (tree_.at(child).is(Dependency::kSubject) && !tree_.at(child).is_verb()) subjects.push_back(child);
  }
  if (subjects.size() != 2 || subjects.front() > verb || subjects.back() < verb) return kNoWord;
  const bool quantity_first = tree_.at(subjects.front()).token.kind != text::TokenKind::kWord;
  // "завод купила компания": the subject is the one that the verb agrees with.
  const auto disagrees = [&](int noun) {
    const language::Gender told = tree_.at(noun).note.gender;
    return told != language::Gender::kNone && word.note.gender != language::Gender::kNone &&
           told != word.note.gender;
  };
  const bool object_first = disagrees(subjects.front()) && !disagrees(subjects.back());
  const bool asked_first = is_asked_object(verb, subjects.front()) && !is_asked_object(verb, subjects.back());
  return quantity_first || object_first || asked_first ? subjects.front() : subjects.back();
}

/// "может купить банк", "купивший банк холдинг": a nominative that looks like an accusative, which a parser
/// gave to the clause as a second subject, is the object of the infinitive or the participle right before it.
bool Clause::is_object_of_verb_before(int noun) const {
  if (noun == 0 || !tree_.at(noun).is(Dependency::kSubject)) return false;
  const Word& before = tree_.at(noun - 1);
  const PartOfSpeech form = before.note.part_of_speech;
  const bool governs = form == PartOfSpeech::kInfinitive ||
                       (form == PartOfSpeech::kParticiple && before.note.voice != Voice::kPassive);
  if (!governs || tree_.child(noun - 1, Dependency::kObject) != kNoWord) return false;
  const std::vector<int>& siblings = tree_.at(tree_.head_of(noun)).children;
  return std::any_of(siblings.begin(), siblings.end(),
                     [&](int other) { return other != noun && tree_.at(other).is(Dependency::kSubject); });
}

/// "вместе с A и B", "along with A": those who do it, or to whom it is done, beside the subject.
std::vector<int> Clause::companions(int verb) const {
  std::vector<int> found;
  for (const int noun : nouns_after_comitatives()) {
    if (!tree_.is_under(noun, verb)) continue;
    // No other verb between: the company is of this one.
    int up = tree_.head_of(noun);
    while (up != kNoWord && up != verb && !tree_.at(up).is_verb()) up = tree_.head_of(up);
    if (up == verb) append_words(found, with_conjuncts(noun));
  }
  return found;
}

/// What "along with" and its like hang on, of the whole sentence.
const std::vector<int>& Clause::nouns_after_comitatives() const {
  if (nouns_after_comitatives_) return *nouns_after_comitatives_;
  std::vector<int>& nouns = nouns_after_comitatives_.emplace();
  std::string phrase;
  for (int i = 0; i + 1 < tree_.size(); ++i) {
    const std::string& first = tree_.at(i).lower;
    const bool two_words =
        lexicon_.comitatives.may_begin_phrase(first) &&
        lexicon_.comitatives.contains(phrase.assign(first).append(" ").append(tree_.at(i + 1).lower));
    if (!two_words && !lexicon_.comitatives.contains(first)) continue;
    const int noun = two_words ? tree_.head_of(i + 1) : tree_.head_of(i);
    if (noun != kNoWord && noun >= i) nouns.push_back(noun);
  }
  return nouns;
}

std::vector<int> Clause::agents(int verb) const {
  std::vector<int> found;
  for (const int child : tree_.at(verb).children) {
    const Word& word = tree_.at(child);
    // "контролируется Tallow": a name in another script shows no case
    const bool may_be_agent =
        word.note.grammatical_case == Case::kInstrumental ||
        (word.note.grammatical_case == Case::kNone && child == verb + 1 &&
         word.token.script == text::Script::kLatin && tree_.at(verb).token.script == text::Script::kCyrillic);
    const bool may_stand =
        is_oblique(word) || (word.is(Dependency::kOpenComplement) && word.is_capitalised());
    const bool bare_instrumental = may_be_agent && tree_.preposition(child).empty() && may_stand;
    if (word.is(Dependency::kAgent) || bare_instrumental) append_words(found, with_conjuncts(child));
    // "bought by A in 2001 and by B in 2005"
    for (const int below : is_oblique(word) ? word.children : std::vector<int>()) {
      if (tree_.at(below).is(Dependency::kConjunct) && tree_.preposition(below) == "by")
        found.push_back(below);
    }
  }
  if (const int agent = hyphenated_agent(verb); agent != kNoWord) found.push_back(agent);
  // "основана Беловым вместе с Крымовым"
  if (!found.empty()) append_words(found, companions(verb));
  return found;
}

/// "Google-owned": who does it stands before the hyphen, wherever a parser hangs it.
int Clause::hyphenated_agent(int participle) const {
  const bool joined = participle >= 2 && tree_.at(participle - 1).lower == "-";
  return joined && tree_.at(participle).is_verb() && tree_.at(participle - 2).is_capitalised() &&
                 !lexicon_.fellow_words.contains(tree_.at(participle - 2).lower)
             ? participle - 2
             : kNoWord;
}

std::vector<int> Clause::subjects(int verb) const {
  return subjects_at(verb, 0);
}

std::vector<int> Clause::subjects_at(int verb, int depth) const {
  if (depth > kDeepest) return {};
  if (is_passive(verb)) return agents(verb);
  if (std::vector<int> overt = overt_subjects(verb); !overt.empty()) return overt;
  std::vector<int> inherited = inherited_subjects(verb, depth);
  return inherited.empty() && lexicon_.inflected ? subjects_of_joined(verb) : inherited;
}

/// "Проект придумала и запустила А": who stands after the last of joined verbs does what all of them say.
std::vector<int> Clause::subjects_of_joined(int verb) const {
  for (const int joined : tree_.at(verb).children) {
    const Word& word = tree_.at(joined);
    const bool is_next = joined > verb && joined <= verb + 3 && word.is(Dependency::kConjunct) &&
                         word.note.part_of_speech == language::PartOfSpeech::kVerb &&
                         tree_.at(joined - 1).lower == "и";
    if (!is_next || is_passive(joined)) continue;
    std::vector<int> overt = overt_subjects(joined);
    if (!overt.empty() && overt.front() > joined) return overt;
  }
  return {};
}

std::vector<int> Clause::inherited_subjects(int verb, int depth) const {
  const Word& word = tree_.at(verb);
  const int head = word.note.head;
  if (head == kNoWord || depth > kDeepest) return {};
  const Word& governor = tree_.at(head);
  // "купивший завод холдинг", "the fund buying X"
  const bool describes = word.is(Dependency::kAdjectiveModifier) || word.is(Dependency::kClauseOfNoun) ||
                         word.is(Dependency::kRelativeClause);
  // but "the intention of buying X"
  const bool has_mark = tree_.child(verb, Dependency::kMark) != kNoWord;
  if (describes && word.note.part_of_speech == PartOfSpeech::kParticiple && !has_mark)
    return {described_by(verb)};
  // "barred A from buying X"
  if (is_kept_from(verb) && !is_passive(head)) {
    if (std::vector<int> kept = objects(head); !kept.empty()) return kept;
  }
  // The headline "A to buy B": its noun does it.
  const bool is_headline = word.note.part_of_speech == PartOfSpeech::kInfinitive && head < verb &&
                           governor.note.head == kNoWord &&
                           governor.note.part_of_speech == PartOfSpeech::kProperNoun;
  if ((describes || word.is(Dependency::kAdverbialClause)) && is_headline) return with_conjuncts(head);
  // "an agreement for A to buy B": a parser may hang A on the verb above.
  if (const int named = subject_after_for(verb); named != kNoWord) return with_conjuncts(named);
  // "Банк «Опора» (принадлежит …)"
  if (word.is(Dependency::kParataxis) && governor.is_noun() && verb > 0 &&
      tree_.at(verb - 1).token.text == "(")
    return {head};
  // "Стартап, основанный …, привлёк": no finite verb without a "который" describes a noun.
  const bool is_finite =
      word.note.part_of_speech == PartOfSpeech::kVerb && word.is(Dependency::kClauseOfNoun);
  if (is_finite && lexicon_.inflected && governor.is_noun()) return {head};
  // "cleared A to buy B", where a parser takes what is allowed for an aim
  const bool is_aim = !lexicon_.inflected && word.is(Dependency::kAdverbialClause) && has_mark &&
                      word.note.part_of_speech == PartOfSpeech::kInfinitive;
  if ((word.is(Dependency::kOpenComplement) || is_aim) && lexicon_.control_verbs.contains(governor.lemma) &&
      !is_passive(head)) {
    if (std::vector<int> allowed = in_case(head, Case::kDative); lexicon_.inflected && !allowed.empty())
      return allowed;
    if (lexicon_.inflected) return objects(head);
    const bool has_object =
        tree_.child(head, Dependency::kObject) != kNoWord;  // but "a firm she helped found"
    if (std::vector<int> allowed = objects(head); has_object && !allowed.empty()) return allowed;
  }
  if (const int paid = paid_for(verb); paid != kNoWord) return with_conjuncts(paid);
  const bool continues = word.is(Dependency::kOpenComplement) || word.is(Dependency::kAdverbialClause) ||
                         word.is(Dependency::kConjunct) || word.is(Dependency::kClausalComplement) ||
                         word.is(Dependency::kSubject) || word.is(Dependency::kParataxis);
  if (continues && !governor.is_noun()) {
    if (const int nearer = conjunct_before(verb); nearer != kNoWord) return overt_subjects(nearer);
    // The subject of the clause that governs, whichever its voice: "was asked to buy", "купив X, был
    // назначен".
    if (std::vector<int> overt = overt_subjects(head); !overt.empty()) return overt;
    // "удалось удивить": the subject is what happened, and to whom stands in the dative.
    if (const int event = tree_.child(head, Dependency::kSubject);
        event != kNoWord && tree_.at(event).is_verb()) {
      if (std::vector<int> dative = in_case(head, Case::kDative); !dative.empty()) return dative;
      if (const int whom = tree_.child(head, Dependency::kIndirectObject); whom != kNoWord)
        return with_conjuncts(whom);
    }
    return inherited_subjects(head, depth + 1);
  }
  // "is the first to buy", "became the first company to buy"
  const bool is_first_to = word.is(Dependency::kRelativeClause) &&
                           word.note.part_of_speech == PartOfSpeech::kInfinitive && head < verb;
  if (is_first_to && tree_.child(head, Dependency::kCopula) != kNoWord) {
    if (std::vector<int> overt = overt_subjects(head); !overt.empty()) return overt;
  }
  if (is_first_to && governor.is(Dependency::kOpenComplement) &&
      lexicon_.copular_verbs.contains(tree_.at(governor.note.head).lemma))
    return subjects_at(governor.note.head, depth + 1);
  if (continues && governor.is_noun()) {
    if (std::vector<int> overt = overt_subjects(head); !overt.empty()) return overt;  // "is the first to buy"
  }
  if (!governor.is_noun()) return {};
  // "решение «Листвы» купить", "plans to buy"
  if (std::vector<int> owners = possessors(head); !owners.empty()) return owners;
  // "plans by A to buy B"
  for (const int child : governor.children) {
    if (child < verb && tree_.preposition(child) == "by" && tree_.at(child).is_noun())
      return with_conjuncts(child);
  }
  const int governing = governing_verb(head);
  if (governing != kNoWord) return subjects_at(governing, depth + 1);
  // "is close to an agreement to buy B"
  if (governor.is(Dependency::kOblique) && !tree_.at(governor.note.head).is_verb() &&
      lexicon_.status_verbs.contains("be " + tree_.at(governor.note.head).lemma))
    return overt_subjects(governor.note.head);
  // The headline "A in talks to buy B"
  const int named = governor.note.head;
  const bool is_heading = !lexicon_.inflected && named != kNoWord && tree_.head_of(named) == kNoWord &&
                          tree_.at(named).is_capitalised() && tree_.at(named).is_noun() &&
                          !tree_.preposition(head).empty();
  return is_heading ? with_conjuncts(named) : std::vector<int>();
}

/// "from buying X", of what somebody is kept from.
bool Clause::is_kept_from(int verb) const {
  const int mark = tree_.child(verb, Dependency::kMark);
  const int head = tree_.head_of(verb);
  const auto status =
      head == kNoWord ? lexicon_.status_verbs.end() : lexicon_.status_verbs.find(tree_.at(head).lemma);
  return tree_.at(verb).is(Dependency::kAdverbialClause) && mark != kNoWord &&
         tree_.at(mark).lower == "from" && status != lexicon_.status_verbs.end() &&
         status->second == model::Status::kDenied;
}

/// "A was sold, and B was bought and then closed": a verb without a subject goes on with the nearest clause
/// before it that has one, wherever a parser hangs it; kNoWord where that is the first.
int Clause::conjunct_before(int verb) const {
  if (!tree_.at(verb).is(Dependency::kConjunct)) return kNoWord;
  int nearest = kNoWord;
  for (const int sibling : tree_.at(tree_.head_of(verb)).children) {
    const bool is_clause = sibling < verb && tree_.at(sibling).is(Dependency::kConjunct) &&
                           tree_.at(sibling).is_verb() && !overt_subjects(sibling).empty();
    if (is_clause) nearest = sibling;
  }
  return nearest;
}

int Clause::paid_for(int infinitive) const {
  const Word& here = tree_.at(infinitive);
  const int verb = here.note.head;
  if (here.note.part_of_speech != PartOfSpeech::kInfinitive || verb == kNoWord || is_passive(verb) ||
      !lexicon_.paying_verbs.contains(tree_.at(verb).lemma) ||
      tree_.child(infinitive, Dependency::kMark) == kNoWord)
    return kNoWord;
  if (const int whom = tree_.child(verb, Dependency::kIndirectObject); whom != kNoWord) return whom;
  for (const int child : tree_.at(verb).children) {
    const bool is_paid = tree_.at(child).is(Dependency::kOblique) && child > verb && child < infinitive &&
                         tree_.preposition(child) == "to";
    if (is_paid) return child;
  }
  return kNoWord;
}

/// The noun that a participle describes: of coordinated nouns the one that ends right before its comma, where
/// it is singular. No noun before a participle hangs on what follows it.
int Clause::described_by(int participle) const {
  int head = tree_.head_of(participle);
  // "the Aster-backed payments firm Birch"
  while (!lexicon_.inflected && head > participle && tree_.at(head).is(Dependency::kCompound) &&
         tree_.head_of(head) > head)
    head = tree_.head_of(head);
  // "A, itself owned by B"
  while (lexicon_.reflexive_pronouns.contains(tree_.at(head).lower) &&
         tree_.at(head).is(Dependency::kApposition))
    head = tree_.head_of(head);
  if (participle < 2 || tree_.at(participle - 1).token.text != "," ||
      tree_.at(participle).note.number == language::Number::kPlural)
    return head;
  int conjunct = kNoWord;
  int before = participle - 2;
  while (before > 0 && tree_.at(before).is(Dependency::kPunctuation)) --before;
  for (int word = before; word != kNoWord && word != head; word = tree_.head_of(word)) {
    if (word > participle) return before;
    before = word;
    const Word& here = tree_.at(word);
    if (here.is(Dependency::kConjunct)) conjunct = word;
    const bool same_phrase = here.is(Dependency::kConjunct) || here.is(Dependency::kApposition) ||
                             here.is(Dependency::kFlat) || here.is(Dependency::kPunctuation);
    if (!same_phrase) return head;
  }
  return conjunct == kNoWord ? head : conjunct;
}

}  // namespace whofunds::facts
