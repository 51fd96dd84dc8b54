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
  // "took part, as did A"
  for (const int child : tree_.at(verb).children) {
    const int mark = tree_.child(child, Dependency::kMark);
    const bool repeats = !lexicon_.inflected && tree_.at(child).is(Dependency::kAdverbialClause) &&
                         tree_.at(child).lemma == "do" && child > verb && mark != kNoWord &&
                         lexicon_.capacity_prepositions.contains(tree_.at(mark).lower);
    const int subject = repeats ? tree_.child(child, Dependency::kSubject) : kNoWord;
    if (subject > child) append_words(found, with_conjuncts(subject));
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

}  // namespace whofunds::facts
