#include "whofunds/facts/clause.hpp"

#include <algorithm>
#include <iterator>

namespace whofunds::facts {

using language::Case;
using language::PartOfSpeech;
using language::Voice;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

namespace {

/// How far a subject is looked for up the tree: "was said to have agreed to try to buy" is deep enough.
constexpr int kDeepest = 6;

bool fits_case(const Word& word, Case wanted) {
  const Case told = word.note.grammatical_case;
  return wanted == Case::kNone || told == wanted || told == Case::kNone;
}

/// After a preposition there is no nominative: a name in quotes that is tagged so can be in any case.
bool fits_case_after_preposition(const Word& word, Case wanted) {
  return fits_case(word, wanted) || word.note.grammatical_case == Case::kNominative;
}

bool is_oblique(const Word& word) {
  return word.is(Dependency::kOblique) || word.is(Dependency::kNominalModifier) ||
         word.is(Dependency::kIndirectObject) || word.is(Dependency::kAgent) || word.is(Dependency::kObject);
}

/// A name that shows no case, where its relation to the verb lets it stand in the dative or the instrumental.
bool is_bare_foreign(const Word& word, Case wanted) {
  // An indirect object is a dative even where its form is taken for an accusative.
  if (wanted == Case::kDative && word.is(Dependency::kIndirectObject))
    return word.note.grammatical_case != Case::kInstrumental;
  return word.note.grammatical_case == Case::kNone && wanted == Case::kInstrumental &&
         word.is(Dependency::kOblique);
}

void append(std::vector<int>& to, const std::vector<int>& words) {
  to.insert(to.end(), words.begin(), words.end());
}

}  // namespace

std::vector<int> Clause::with_conjuncts(int word) const {
  std::vector<int> words{word};
  for (const int child : tree_.at(word).children) {
    const bool coordinated = tree_.at(child).is(Dependency::kConjunct) && !tree_.at(child).is_verb();
    if (coordinated) words.push_back(child);
    if (is_list_member(child, word)) append(words, with_conjuncts(child));
  }
  return words;
}

/// In a list of names a parser takes one or another for an apposition: "A, B, C and D".
bool Clause::is_list_member(int word, int head) const {
  if (word < head || !tree_.at(word).is(Dependency::kApposition) || !tree_.at(word).is_capitalised() ||
      !tree_.at(head).is_capitalised())
    return false;
  int first = word;
  while (first > 1 && tree_.head_of(first - 1) == word && tree_.at(first - 1).token.text != ",") --first;
  const auto has_conjunct = [&](int parent) {
    const std::vector<int>& children = tree_.at(parent).children;
    return std::any_of(children.begin(), children.end(), [&](int child) {
      return tree_.at(child).is(Dependency::kConjunct) && tree_.at(child).is_capitalised();
    });
  };
  return tree_.at(first - 1).token.text == "," && (has_conjunct(head) || has_conjunct(word));
}

bool Clause::is_passive(int verb) const {
  const Word& word = tree_.at(verb);
  if (tree_.child(verb, Dependency::kPassiveSubject) != kNoWord ||
      tree_.child(verb, Dependency::kPassiveAuxiliary) != kNoWord)
    return true;
  if (tree_.child(verb, Dependency::kAgent) != kNoWord) return true;
  // A finite passive in Russian is reflexive, whatever a tagger thinks of a verb that it never met.
  const bool is_finite = word.note.part_of_speech == PartOfSpeech::kVerb && lexicon_.lang == "ru";
  if (is_finite && !word.lower.ends_with("ся") && !word.lower.ends_with("сь")) return false;
  return word.note.voice == Voice::kPassive;
}

std::vector<int> Clause::overt_subjects(int verb) const {
  std::vector<int> found;
  if (const int subject = subject_taken_for_object(verb); subject != kNoWord) return with_conjuncts(subject);
  const int object = object_taken_for_subject(verb);
  for (const int child : tree_.at(verb).children) {
    const Word& word = tree_.at(child);
    const bool is_subject = word.is(Dependency::kSubject) || word.is(Dependency::kPassiveSubject);
    if (is_subject && !word.is_verb() && !is_object_of_verb_before(child) && child != object)
      append(found, with_conjuncts(child));
  }
  append(found, companions(verb));
  return found;
}

/// Where nominative and accusative look alike a parser may take one for the other. "Банк учредили холдинг и
/// фонд": a plural verb agrees with several; "инвестиции сделал бизнес-ангел": of two objects around a verb
/// without a subject the last does it, or the first where only that can be a nominative.
int Clause::subject_taken_for_object(int verb) const {
  const Word& word = tree_.at(verb);
  if (lexicon_.lang != "ru" || word.note.part_of_speech != PartOfSpeech::kVerb) return kNoWord;
  const int subject = tree_.child(verb, Dependency::kSubject);
  std::vector<int> objects;
  std::copy_if(word.children.begin(), word.children.end(), std::back_inserter(objects),
               [&](int child) { return tree_.at(child).is(Dependency::kObject); });
  if (subject == kNoWord) {
    if (objects.empty() || objects.front() > verb || objects.back() < verb) return kNoWord;
    const auto is_nominative = [&](int object) {
      return tree_.at(object).note.grammatical_case == Case::kNominative;
    };
    if (is_nominative(objects.back())) return objects.back();
    return is_nominative(objects.front()) ? objects.front() : kNoWord;
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
  return one_thing && agrees_with_object && candidates.front() > verb ? candidates.front() : kNoWord;
}

/// "A купил издательство", "70% компании выкупил холдинг": of two subjects of a verb without an object a
/// quantity is the object, else the one that follows.
int Clause::object_taken_for_subject(int verb) const {
  const Word& word = tree_.at(verb);
  if (lexicon_.lang != "ru" || word.note.part_of_speech != PartOfSpeech::kVerb ||
      tree_.child(verb, Dependency::kObject) != kNoWord)
    return kNoWord;
  std::vector<int> subjects;
  for (const int child : word.children) {
    if (tree_.at(child).is(Dependency::kSubject) && !tree_.at(child).is_verb()) subjects.push_back(child);
  }
  if (subjects.size() != 2 || subjects.front() > verb || subjects.back() < verb) return kNoWord;
  const bool quantity_first = tree_.at(subjects.front()).token.kind != text::TokenKind::kWord;
  return quantity_first ? subjects.front() : subjects.back();
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
  for (int i = 0; i + 1 < tree_.size(); ++i) {
    const std::string phrase = tree_.at(i).lower + " " + tree_.at(i + 1).lower;
    const bool two_words = lexicon_.comitatives.contains(phrase);
    if (!two_words && !lexicon_.comitatives.contains(tree_.at(i).lower)) continue;
    int noun = two_words ? tree_.head_of(i + 1) : tree_.head_of(i);
    if (noun == kNoWord || noun < i || !tree_.is_under(noun, verb)) continue;
    // No other verb between: the company is of this one.
    int up = tree_.head_of(noun);
    while (up != kNoWord && up != verb && !tree_.at(up).is_verb()) up = tree_.head_of(up);
    if (up == verb) append(found, with_conjuncts(noun));
  }
  return found;
}

std::vector<int> Clause::agents(int verb) const {
  std::vector<int> found;
  for (const int child : tree_.at(verb).children) {
    const Word& word = tree_.at(child);
    const bool bare_instrumental = word.note.grammatical_case == Case::kInstrumental &&
                                   tree_.preposition(child).empty() && is_oblique(word);
    if (word.is(Dependency::kAgent) || bare_instrumental) append(found, with_conjuncts(child));
  }
  if (const int agent = hyphenated_agent(verb); agent != kNoWord) found.push_back(agent);
  return found;
}

/// "Google-owned": who does it stands before the hyphen, wherever a parser hangs it.
int Clause::hyphenated_agent(int participle) const {
  const bool joined = participle >= 2 && tree_.at(participle - 1).lower == "-";
  return joined && tree_.at(participle).is_verb() && tree_.at(participle - 2).is_capitalised()
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
  return inherited_subjects(verb, depth);
}

std::vector<int> Clause::inherited_subjects(int verb, int depth) const {
  const Word& word = tree_.at(verb);
  const int head = word.note.head;
  if (head == kNoWord || depth > kDeepest) return {};
  const Word& governor = tree_.at(head);
  // "купивший завод холдинг", "the fund buying X"
  const bool describes = word.is(Dependency::kAdjectiveModifier) || word.is(Dependency::kClauseOfNoun) ||
                         word.is(Dependency::kRelativeClause);
  if (describes && word.note.part_of_speech == PartOfSpeech::kParticiple) return {described_by(verb)};
  // "Банк «Опора» (принадлежит …)"
  if (word.is(Dependency::kParataxis) && governor.is_noun() && verb > 0 &&
      tree_.at(verb - 1).token.text == "(")
    return {head};
  // "Стартап, основанный …, привлёк": no finite verb without a "который" describes a noun.
  const bool is_finite =
      word.note.part_of_speech == PartOfSpeech::kVerb && word.is(Dependency::kClauseOfNoun);
  if (is_finite && lexicon_.lang == "ru" && governor.is_noun()) return {head};
  if (word.is(Dependency::kOpenComplement) && lexicon_.control_verbs.contains(governor.lemma))
    return in_case(head, Case::kDative);
  const bool continues = word.is(Dependency::kOpenComplement) || word.is(Dependency::kAdverbialClause) ||
                         word.is(Dependency::kConjunct) || word.is(Dependency::kClausalComplement) ||
                         word.is(Dependency::kSubject) || word.is(Dependency::kParataxis);
  if (continues && !governor.is_noun()) {
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
  if (continues && governor.is_noun()) {
    if (std::vector<int> overt = overt_subjects(head); !overt.empty()) return overt;  // "is the first to buy"
  }
  if (!governor.is_noun()) return {};
  // "решение «Листвы» купить", "plans to buy"
  if (std::vector<int> owners = possessors(head); !owners.empty()) return owners;
  const int governing = governing_verb(head);
  return governing == kNoWord ? std::vector<int>() : subjects_at(governing, depth + 1);
}

/// The noun that a participle describes: of coordinated nouns the one that ends right before its comma, where
/// it is singular. No noun before a participle hangs on what follows it.
int Clause::described_by(int participle) const {
  const int head = tree_.head_of(participle);
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

std::vector<int> Clause::objects(int verb) const {
  const Word& word = tree_.at(verb);
  if (is_passive(verb)) {
    std::vector<int> found = overt_subjects(verb);
    if (!found.empty()) return found;
    const bool describes = word.is(Dependency::kAdjectiveModifier) || word.is(Dependency::kClauseOfNoun) ||
                           word.is(Dependency::kRelativeClause);
    if (describes && word.note.head != kNoWord) return described_parties(verb);
    return inherited_subjects(verb, 0);
  }
  std::vector<int> found;
  const int given_to = recipient(verb);
  const int subject = subject_taken_for_object(verb);
  if (const int told = tree_.child(verb, Dependency::kSubject); subject != kNoWord && told != kNoWord)
    return {told};
  for (const int child : word.children) {
    const bool is_object = tree_.at(child).is(Dependency::kObject) && child != given_to && child != subject;
    if (is_object || is_bare_quantity(child)) append(found, with_conjuncts(child));
  }
  if (const int object = object_taken_for_subject(verb); object != kNoWord)
    append(found, with_conjuncts(object));
  if (verb + 1 < tree_.size() && is_object_of_verb_before(verb + 1)) append(found, with_conjuncts(verb + 1));
  if (!found.empty()) return found;
  // "founded and still owns X": the object stands once, with the last of the verbs.
  for (const int child : word.children) {
    if (tree_.at(child).is(Dependency::kConjunct) && tree_.at(child).is_verb() &&
        overt_subjects(child).empty())
      return objects(child);
  }
  return found;
}

/// The noun that a passive participle describes. "A is majority owned by B", "60 percent owned": a parser
/// takes the majority for what A is.
std::vector<int> Clause::described_parties(int participle) const {
  const int noun = described_by(participle);
  const std::string& lemma = tree_.at(noun).lemma;
  const bool is_share = lexicon_.controlling_words.contains(lemma) || lexicon_.stake_nouns.contains(lemma);
  const bool is_predicate = is_share && !overt_subjects(noun).empty();
  return is_predicate ? overt_subjects(noun) : std::vector{noun};
}

/// "sold A its stake in B": of two objects the former is to whom it is given, whatever the parser calls it.
int Clause::recipient(int verb) const {
  int first = kNoWord;
  for (const int child : tree_.at(verb).children) {
    if (!tree_.at(child).is(Dependency::kObject)) continue;
    if (first != kNoWord) return first;
    first = child;
  }
  return kNoWord;
}

/// "продал 30% акций": a quantity without a preposition, which a parser may take for an adverbial.
bool Clause::is_bare_quantity(int word) const {
  const Word& here = tree_.at(word);
  const bool quantity =
      here.token.kind != text::TokenKind::kWord || lexicon_.stake_nouns.contains(here.lemma);
  return lexicon_.lang == "ru" && quantity && here.is(Dependency::kOblique) &&
         tree_.preposition(word).empty() && here.note.grammatical_case != Case::kInstrumental;
}

std::vector<int> Clause::after_preposition(int word, const language::Slot& slot) const {
  std::vector<int> found;
  const auto look_under = [&](int parent) {
    for (const int child : tree_.at(parent).children) {
      const Word& candidate = tree_.at(child);
      if (!is_oblique(candidate) || tree_.preposition(child) != slot.preposition ||
          !fits_case_after_preposition(candidate, slot.grammatical_case))
        continue;
      append(found, with_conjuncts(child));
      // "в A и в B": the preposition again; other prepositions say something else.
      std::erase_if(found, [&](int w) {
        const std::string_view own = tree_.preposition(w);
        return !own.empty() && own != slot.preposition;
      });
    }
  };
  look_under(word);
  const Word& here = tree_.at(word);
  const bool shares = here.note.part_of_speech == PartOfSpeech::kGerund ||
                      here.note.part_of_speech == PartOfSpeech::kInfinitive;
  if (found.empty() && shares && here.note.head != kNoWord && tree_.at(here.note.head).is_verb()) {
    // "войдя …, выиграл в проекте": what stands after both may hang on either.
    look_under(here.note.head);
    std::erase_if(found, [&](int w) { return w < word; });
  }
  if (found.empty() && here.is_noun() && here.is(Dependency::kSubject)) {
    // "инвестиции A в Б составили …": what stands between a noun and its verb may hang on either.
    look_under(here.note.head);
    std::erase_if(found, [&](int w) { return w < word || w > here.note.head; });
  }
  for (const int child : tree_.at(word).children) {
    const Word& noun = tree_.at(child);
    const bool argument = noun.is(Dependency::kObject) || noun.is(Dependency::kPassiveSubject) ||
                          noun.is(Dependency::kNumericModifier) || is_oblique(noun);
    if (argument && child != kNoWord &&
        (noun.is_noun() || noun.token.kind != text::TokenKind::kWord ||
         noun.note.part_of_speech == PartOfSpeech::kNumeral))
      look_under(child);
  }
  return found;
}

std::vector<int> Clause::in_case(int word, Case grammatical_case) const {
  std::vector<int> found;
  const int given_to = grammatical_case == Case::kNone ? recipient(word) : kNoWord;
  for (const int child : tree_.at(word).children) {
    const Word& candidate = tree_.at(child);
    if (child == given_to) append(found, with_conjuncts(child));
    if (!tree_.preposition(child).empty()) continue;
    const bool bare = grammatical_case == Case::kNone
                          ? candidate.is(Dependency::kIndirectObject)
                          : is_oblique(candidate) && (candidate.note.grammatical_case == grammatical_case ||
                                                      is_bare_foreign(candidate, grammatical_case));
    if (bare) append(found, with_conjuncts(child));
  }
  if (found.empty() && grammatical_case == Case::kDative && tree_.at(word).is_verb())
    return datives_below_object(word);
  return found;
}

/// "продал свою долю корпорации": the feminine dative looks like a genitive, and parsers hang it on the
/// object. With "свой" before it the object is not the corporation's.
std::vector<int> Clause::datives_below_object(int verb) const {
  std::vector<int> found;
  for (const int object : tree_.at(verb).children) {
    if (!tree_.at(object).is(Dependency::kObject)) continue;
    bool is_own = false;
    for (const int child : tree_.at(object).children) {
      const auto pronoun = lexicon_.pronouns.find(tree_.at(child).lemma);
      is_own = is_own || (pronoun != lexicon_.pronouns.end() && pronoun->second.possessive);
    }
    for (const int child : tree_.at(object).children) {
      const Word& candidate = tree_.at(child);
      if (is_own && candidate.is(Dependency::kNominalModifier) && tree_.preposition(child).empty() &&
          !lexicon_.stake_nouns.contains(candidate.lemma))
        append(found, with_conjuncts(child));
    }
  }
  return found;
}

std::vector<int> Clause::possessors(int noun) const {
  std::vector<int> found;
  for (const int child : tree_.at(noun).children) {
    const Word& candidate = tree_.at(child);
    const std::string_view preposition = tree_.preposition(child);
    const bool bare_genitive = candidate.is(Dependency::kNominalModifier) && preposition.empty() &&
                               (lexicon_.lang == "en" || fits_case(candidate, Case::kGenitive));
    const bool of = preposition == "of" && is_oblique(candidate);
    const bool owner = candidate.is(Dependency::kPossessor);
    const bool before = lexicon_.lang == "en" && candidate.is(Dependency::kCompound) &&
                        candidate.is_capitalised() && candidate.is_noun();
    const auto pronoun = lexicon_.pronouns.find(candidate.lower);
    const auto pronoun_lemma = lexicon_.pronouns.find(candidate.lemma);
    const bool possessive =
        (pronoun != lexicon_.pronouns.end() && pronoun->second.possessive && child < noun) ||
        (pronoun_lemma != lexicon_.pronouns.end() && pronoun_lemma->second.possessive);
    if (bare_genitive || of || owner || before || possessive) append(found, with_conjuncts(child));
  }
  return found;
}

std::vector<int> Clause::equated(int noun) const {
  if (std::vector<int> subject = overt_subjects(noun); !subject.empty()) return subject;
  const bool is_one_of_titles =
      tree_.at(noun).is(Dependency::kConjunct) || tree_.at(noun).is(Dependency::kApposition);
  if (is_one_of_titles && tree_.at(tree_.head_of(noun)).is_noun()) {
    // "A — предприниматель, владелец …"
    if (std::vector<int> subject = overt_subjects(tree_.head_of(noun)); !subject.empty()) return subject;
  }
  // "стал владельцем", "remains its chief executive"
  int argument = noun;
  int head = tree_.head_of(argument);
  // "один из проектов X — Y"
  while (head != kNoWord && lexicon_.transparent_nouns.contains(tree_.at(head).lemma) &&
         !tree_.at(head).is_verb()) {
    argument = head;
    head = tree_.head_of(head);
  }
  if (argument != noun) {
    // "один из основателей X предприниматель Y", "Y — один из основателей X"
    for (const int child : tree_.at(argument).children) {
      if (child > noun && tree_.at(child).is(Dependency::kApposition)) return with_conjuncts(child);
    }
    if (std::vector<int> subject = overt_subjects(argument); !subject.empty()) return subject;
  }
  if (head == kNoWord) return {};
  const Word& governor = tree_.at(head);
  const bool is_subject = tree_.at(argument).is(Dependency::kSubject);
  if (std::vector<int> members = listed(argument); !members.empty()) return members;
  const auto status = lexicon_.status_verbs.find(governor.lemma);
  const bool leaves =
      argument != noun && status != lexicon_.status_verbs.end() && status->second == model::Status::kEnded;
  if (governor.is_verb() && (lexicon_.copular_verbs.contains(governor.lemma) || leaves)) {
    if (!is_subject) {
      // "was appointed chief executive", "named her chairwoman"
      const bool acted_upon =
          is_passive(head) || (!leaves && tree_.child(head, Dependency::kObject) != kNoWord);
      std::vector<int> described = acted_upon ? objects(head) : std::vector<int>();
      std::erase_if(described, [&](int w) {
        return w == argument || lexicon_.relative_pronouns.contains(tree_.at(w).lemma);
      });
      if (!described.empty()) return described;
      if (std::vector<int> subject = subjects(head); !subject.empty() && subject.front() != argument)
        return subject;
    }
    std::vector<int> others;
    for (const int child : governor.children) {
      if (child != argument && (tree_.at(child).is(Dependency::kOpenComplement) ||
                                tree_.at(child).note.grammatical_case == Case::kInstrumental))
        others.push_back(child);
    }
    return others;
  }
  // "Новый владелец — группа X": the noun is the subject of a nominal predicate.
  if (tree_.at(argument).is(Dependency::kSubject) && governor.is_noun()) return with_conjuncts(head);
  return {};
}

std::vector<int> Clause::listed(int noun) const {
  const int head = tree_.head_of(noun);
  const bool lists = head != kNoWord && tree_.at(noun).is(Dependency::kSubject) &&
                     lexicon_.listing_verbs.contains(tree_.at(head).lemma);
  return lists ? objects(head) : std::vector<int>();
}

int Clause::governing_verb(int noun) const {
  int word = noun;
  for (int steps = 0; steps < 4; ++steps) {
    const Word& here = tree_.at(word);
    const bool argument = is_oblique(here) || here.is(Dependency::kAdverbModifier) ||
                          here.is(Dependency::kPassiveSubject) || here.is(Dependency::kConjunct) ||
                          here.is(Dependency::kSubject);
    if (!argument || here.note.head == kNoWord) return kNoWord;
    word = here.note.head;
    if (tree_.at(word).is_verb()) return word;
    // "walked away from the deal"
    const bool carries_on = tree_.at(word).is_noun() || tree_.at(word).is(Dependency::kAdverbModifier);
    if (!carries_on) return kNoWord;
  }
  return kNoWord;
}

}  // namespace whofunds::facts
