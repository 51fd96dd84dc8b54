#include <algorithm>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

bool is_finite_verb(const Word& word) {
  return word.note.part_of_speech == PartOfSpeech::kVerb;
}

/// The word by which the capitals that end at `last` hang on the rest.
int head_of_capitals_before(const AnnotatedSentence& sentence, int last) {
  int first = last;
  while (first > 0 && sentence.at(first - 1).is_capitalised() && sentence.at(first).token.space_before)
    --first;
  return sentence.top_within(last, first, last + 1);
}

/// "Ann Lee heads Aster", "Aster cooperates with Birch": a verb that a parser took for a noun in the plural,
/// where the sentence has no other.
void correct_verb_taken_for_noun(AnnotatedSentence& sentence, int index, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(index)];
  const bool may_be_verb = here.is_noun() && !here.is_capitalised() && here.lower == here.lemma + "s" &&
                           lexicon.frames_by_verb.contains(here.lemma) &&
                           !lexicon.frames_by_noun.contains(here.lemma) &&
                           !lexicon.stake_nouns.contains(here.lemma);
  if (!may_be_verb || index == 0 || index + 1 >= sentence.size() ||
      !sentence.at(index - 1).is_capitalised() || std::ranges::any_of(sentence.words, is_finite_verb))
    return;
  // "Aster heads Ann Lee and Carl Holm": people are called by a title, and do what the verb says.
  const bool is_title = lexicon.frames_by_title.contains(here.lemma);
  if (is_title && sentence.at(index - 1).note.name != tagging::NameClass::kPerson) return;
  const int named = here.note.head;
  const bool is_part = named > index && here.is(Dependency::kCompound) &&
                       sentence.at(named).is_capitalised() && sentence.head_of(named) == kNoWord;
  if (here.note.head != kNoWord && !is_part) return;
  const int subject = head_of_capitals_before(sentence, index - 1);
  if (is_part) sentence.hang(index, kNoWord, Dependency::kRoot);
  if (is_part) sentence.hang(named, index, Dependency::kObject);
  for (const int child : std::vector<int>(sentence.at(index).children)) {
    const Word& argument = sentence.at(child);
    if (child < index || argument.is(Dependency::kPunctuation)) continue;
    const bool has_preposition = sentence.child(child, Dependency::kCase) != kNoWord;
    if (argument.is_noun())
      sentence.hang(child, index, has_preposition ? Dependency::kOblique : Dependency::kObject);
  }
  sentence.hang(subject, index, Dependency::kSubject);
  sentence.words[static_cast<std::size_t>(subject)].note.part_of_speech = PartOfSpeech::kProperNoun;
  here.note.part_of_speech = PartOfSpeech::kVerb;
  here.note.tense = language::Tense::kPresent;
}

/// "Aster and Birch each hold 50%": a bare form that has a subject, and neither "to" nor a modal verb before
/// it, is finite.
void correct_finite_verb(AnnotatedSentence& sentence, int verb) {
  Word& here = sentence.words[static_cast<std::size_t>(verb)];
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (here.note.part_of_speech != PartOfSpeech::kInfinitive || here.note.head != kNoWord ||
      subject == kNoWord || subject > verb || sentence.child(verb, Dependency::kAuxiliary) != kNoWord ||
      sentence.child(verb, Dependency::kMark) != kNoWord)
    return;
  here.note.part_of_speech = PartOfSpeech::kVerb;
  here.note.tense = language::Tense::kPresent;
}

/// "Aster secured backing from Birch": a verb with a subject of its own describes no noun after it, but takes
/// it.
void correct_verb_that_describes(AnnotatedSentence& sentence, int verb) {
  const Word& here = sentence.at(verb);
  const int noun = here.note.head;
  if (!here.is_verb() || !here.is(Dependency::kAdjectiveModifier) || noun <= verb ||
      sentence.child(verb, Dependency::kSubject) == kNoWord)
    return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (subject > verb || !sentence.at(subject).is_noun()) return;
  sentence.hang(verb, sentence.head_of(noun), sentence.at(noun).note.dependency);
  sentence.hang(noun, verb, Dependency::kObject);
  for (const int child : std::vector<int>(sentence.at(noun).children)) {
    if (child < verb || sentence.at(child).is(Dependency::kPunctuation))
      sentence.hang(child, verb, sentence.at(child).note.dependency);
  }
}

/// "Aster, owned 60% by Birch and 40% by Cedar, bought Delm": what stands between the commas, with another
/// verb after them, is done to the subject by whoever "by" tells.
void correct_participle_between_commas(AnnotatedSentence& sentence, int verb) {
  Word& here = sentence.words[static_cast<std::size_t>(verb)];
  const bool may_be = verb > 1 && here.is_verb() && here.note.voice != language::Voice::kPassive &&
                      here.lower.ends_with("ed") && sentence.at(verb - 1).token.text == ",";
  const int subject = may_be ? sentence.child(verb, Dependency::kSubject) : kNoWord;
  if (subject == kNoWord || subject > verb) return;
  const std::vector<int>& children = here.children;
  const bool goes_on = std::ranges::any_of(children, [&](int child) {
    return child > verb && sentence.at(child).is(Dependency::kConjunct) && sentence.at(child).is_verb() &&
           std::any_of(sentence.words.begin() + verb + 1, sentence.words.begin() + child,
                       [](const Word& word) { return word.token.text == ","; });
  });
  if (!goes_on) return;
  for (const int child : children) {
    const bool does_it = child > verb && sentence.at(child).is(Dependency::kOblique) &&
                         sentence.preposition(child) == "by" && sentence.at(child).is_capitalised();
    if (!does_it) continue;
    here.note.voice = language::Voice::kPassive;
    sentence.words[static_cast<std::size_t>(child)].note.dependency = Dependency::kAgent;
  }
}

/// "will found a bank": after a modal verb or "to" a verb stands in its dictionary form.
void correct_lemma_of_infinitive(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(verb)];
  if (!here.is_verb() || here.lemma == here.lower || !lexicon.frames_by_verb.contains(here.lower)) return;
  const bool is_infinitive = std::ranges::any_of(here.children, [&](int child) {
    const Word& before = sentence.at(child);
    return child < verb &&
           ((before.is(Dependency::kAuxiliary) && !lexicon.having_verbs.contains(before.lemma) &&
             !lexicon.plan_verbs.contains(before.lemma)) ||
            (before.is(Dependency::kMark) && before.lower == "to"));
  });
  if (is_infinitive) here.lemma = here.lower;
}

/// "had been managing partner", "buys remaining 49 percent": a participle right before a noun that a parser
/// took for a verb with an object.
void correct_participle_before_noun_of_title(AnnotatedSentence& sentence, int participle,
                                             const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(participle)];
  const int noun = sentence.child(participle, Dependency::kObject);
  if (!here.is_verb() || !here.lower.ends_with("ing") || noun <= participle) return;
  const bool is_title =
      noun == participle + 1 &&
      lexicon.any_frame_of_title(sentence.at(noun).lemma, [&](const language::Frame& frame) {
        return std::ranges::any_of(frame.titles, [&](const language::Trigger& title) {
          return title.lemma == sentence.at(noun).lemma && title.modifiers.size() == 1 &&
                 title.modifiers.front() == here.lower;
        });
      });
  const bool is_rest = here.is(Dependency::kOpenComplement) && participle > 0 &&
                       sentence.head_of(participle) == participle - 1 &&
                       lexicon.remaining_words.contains(here.lower);
  if (!is_title && !is_rest) return;
  sentence.hang(noun, here.note.head, is_rest ? Dependency::kObject : here.note.dependency);
  for (const int child : std::vector<int>(here.children)) {
    if (child == noun) continue;
    const bool was_auxiliary = is_title && sentence.at(child).is(Dependency::kAuxiliary) &&
                               lexicon.plan_verbs.contains(sentence.at(child).lemma);
    sentence.hang(child, is_rest ? sentence.head_of(noun) : noun,
                  was_auxiliary ? Dependency::kCopula : sentence.at(child).note.dependency);
  }
  sentence.hang(participle, noun, Dependency::kAdjectiveModifier);
  here.note.part_of_speech = PartOfSpeech::kAdjective;
}

/// "the vendor Aster (later acquired by Birch)": a participle that opens brackets describes the name before
/// them.
void correct_participle_in_brackets(AnnotatedSentence& sentence, int bracket) {
  constexpr int kFarthest = 3;
  if (bracket == 0 || sentence.at(bracket).token.text != "(" || !sentence.at(bracket - 1).is_capitalised() ||
      !sentence.at(bracket - 1).is_noun())
    return;
  int participle = bracket + 1;
  while (participle < sentence.size() && participle <= bracket + kFarthest &&
         sentence.at(participle).note.part_of_speech == PartOfSpeech::kAdverb)
    ++participle;
  if (participle >= sentence.size() ||
      sentence.at(participle).note.part_of_speech != PartOfSpeech::kParticiple ||
      sentence.at(participle).note.voice != language::Voice::kPassive || sentence.has_subject(participle))
    return;
  const int named = head_of_capitals_before(sentence, bracket - 1);
  if (sentence.is_under(named, participle)) return;
  sentence.hang(participle, named, Dependency::kClauseOfNoun);
}

/// "set up Aster", "still runs Aster": a name right after a verb without an object is one, and no adverb.
void correct_name_taken_for_adverb(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const int verb = here.note.head;
  if (!here.is(Dependency::kAdverbModifier) || !here.is_capitalised() || !here.is_noun() || verb >= name ||
      verb == kNoWord || !sentence.at(verb).is_verb() || sentence.child(verb, Dependency::kObject) != kNoWord)
    return;
  for (int i = verb + 1; i < name; ++i) {
    const bool is_part = sentence.head_of(i) == name || sentence.at(i).is(Dependency::kCompound);
    if (!is_part) return;
  }
  sentence.hang(name, verb, Dependency::kObject);
}

/// "pulls in $12m": what stands before a sum belongs to the verb, where that goes with it.
void correct_particle_before_sum(AnnotatedSentence& sentence, int particle,
                                 const language::Lexicon& lexicon) {
  const int verb = particle - 1;
  const int sum = sentence.head_of(particle);
  if (verb < 0 || !sentence.at(verb).is_verb() || sum <= particle ||
      !sentence.at(particle).is(Dependency::kCase) || sentence.head_of(sum) != verb ||
      particle + 1 >= sentence.size())
    return;
  const Word& next = sentence.at(particle + 1);
  const bool is_sum = next.token.kind == text::TokenKind::kNumber || lexicon.currencies.contains(next.lower);
  if (!is_sum) return;
  const bool goes_with =
      lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
        return frame.needs_amount &&
               std::ranges::find(frame.particles, sentence.at(particle).lower) != frame.particles.end();
      });
  if (!goes_with) return;
  sentence.hang(particle, verb, Dependency::kCompound);
  sentence.hang(sum, verb, Dependency::kObject);
}

/// "the loan that Aster gave Birch": what was given is the relative pronoun, where a parser takes it for whom
/// it was given to.
void correct_given_relative(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(pronoun);
  if (!sentence.at(pronoun).is(Dependency::kIndirectObject) || verb <= pronoun ||
      !lexicon.relative_pronouns.contains(sentence.at(pronoun).lower))
    return;
  const int object = sentence.child(verb, Dependency::kObject);
  if (object < verb) return;
  sentence.hang(pronoun, verb, Dependency::kObject);
  sentence.hang(object, verb, Dependency::kIndirectObject);
}

/// "told Aster that Birch had offered $5m": "that" begins what is told, and stands for nobody.
void correct_that_after_hearer(AnnotatedSentence& sentence, int that, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(that)];
  if (here.lower != "that" || here.note.part_of_speech != PartOfSpeech::kPronoun || that < 2 ||
      !sentence.at(that - 1).is_capitalised())
    return;
  for (int verb = that + 1; verb < sentence.size(); ++verb) {
    const int saying = sentence.head_of(verb);
    if (!sentence.at(verb).is(Dependency::kClausalComplement) || saying == kNoWord || saying > that ||
        !lexicon.saying_verbs.contains(sentence.at(saying).lemma) ||
        sentence.child(verb, Dependency::kMark) != kNoWord || !sentence.has_subject(verb))
      continue;
    int preposition = kNoWord;
    for (const int child : std::vector<int>(here.children)) {
      if (sentence.at(child).is(Dependency::kCase)) {
        preposition = child;
        continue;
      }
      if (child < verb) continue;
      sentence.hang(child, verb, Dependency::kOblique);
      if (preposition != kNoWord) sentence.hang(preposition, child, Dependency::kCase);
    }
    sentence.hang(that, verb, Dependency::kMark);
    here.note.part_of_speech = PartOfSpeech::kConjunction;
    return;
  }
}

/// "agreed to buy Aster and sell Birch": a bare form goes with the infinitive before it, and not with a verb
/// in another form.
void correct_second_infinitive(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(verb)];
  const int governor = here.note.head;
  if (!here.is_verb() || !here.is(Dependency::kConjunct) || governor == kNoWord || governor > verb ||
      here.lower != here.lemma || !lexicon.frames_by_verb.contains(here.lemma) ||
      sentence.at(governor).lower == sentence.at(governor).lemma || sentence.has_subject(verb) || verb == 0 ||
      !sentence.at(verb - 1).is(Dependency::kCoordination))
    return;
  const int infinitive = sentence.child(governor, Dependency::kOpenComplement);
  if (infinitive == kNoWord || infinitive > verb ||
      sentence.at(infinitive).note.part_of_speech != PartOfSpeech::kInfinitive)
    return;
  sentence.hang(verb, infinitive, Dependency::kConjunct);
  here.note.part_of_speech = PartOfSpeech::kInfinitive;
}

/// "own 60% and 40% of Aster": of a verb of owners a share without another object is one.
void correct_share_taken_for_adverb(AnnotatedSentence& sentence, int share,
                                    const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(share);
  if (!sentence.at(share).is(Dependency::kAdverbModifier) || verb == kNoWord || share != verb + 2 ||
      !lexicon.stake_nouns.contains(sentence.at(share).lemma) || !sentence.at(verb).is_verb() ||
      sentence.child(verb, Dependency::kObject) != kNoWord)
    return;
  if (lexicon.has_verb_of(sentence.at(verb).lemma, model::Relation::kOwns))
    sentence.hang(share, verb, Dependency::kObject);
}

/// "called off its merger": a particle that makes another verb of the one before it is no preposition.
void correct_particle_of_status_verb(AnnotatedSentence& sentence, int particle,
                                     const language::Lexicon& lexicon) {
  const int verb = particle - 1;
  const int noun = sentence.head_of(particle);
  if (verb < 0 || noun <= particle || !sentence.at(verb).is_verb() ||
      !sentence.at(particle).is(Dependency::kCase) || sentence.head_of(noun) != verb ||
      !lexicon.status_verbs.contains(sentence.at(verb).lemma + " " + sentence.at(particle).lower))
    return;
  sentence.hang(particle, verb, Dependency::kCompound);
  sentence.hang(noun, verb, Dependency::kObject);
}

/// "the buyout of Aster led by Birch": an event is led, and not the name that it is of.
void correct_leader_of_event(AnnotatedSentence& sentence, int participle, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(participle);
  const int name = here.note.head;
  if (!here.is(Dependency::kClauseOfNoun) || !lexicon.heading_verbs.contains(here.lemma) ||
      name != participle - 1 || !sentence.at(name).is_capitalised() || sentence.preposition(name) != "of")
    return;
  const int event = sentence.head_of(name);
  if (event == kNoWord || event > name || !lexicon.frames_by_noun.contains(sentence.at(event).lemma)) return;
  sentence.hang(participle, event, Dependency::kClauseOfNoun);
}

}  // namespace

void correct_english_verbs(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_verb_taken_for_noun(sentence, i, lexicon);
    correct_finite_verb(sentence, i);
    correct_verb_that_describes(sentence, i);
    correct_participle_between_commas(sentence, i);
    correct_name_taken_for_adverb(sentence, i);
    correct_participle_in_brackets(sentence, i);
    correct_participle_before_noun_of_title(sentence, i, lexicon);
    correct_lemma_of_infinitive(sentence, i, lexicon);
    correct_particle_before_sum(sentence, i, lexicon);
    correct_particle_of_status_verb(sentence, i, lexicon);
    correct_share_taken_for_adverb(sentence, i, lexicon);
    correct_second_infinitive(sentence, i, lexicon);
    correct_that_after_hearer(sentence, i, lexicon);
    correct_leader_of_event(sentence, i, lexicon);
    correct_given_relative(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
