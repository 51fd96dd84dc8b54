#include <algorithm>
#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

bool is_form_of_be(const Word& word) {
  return word.lower == "is" || word.lower == "are" || word.lower == "was" || word.lower == "were";
}

/// Whether `top`, the head of the words from it on, is a name or has one right after it: "Aster", "the fund
/// Aster", "its founder, Ann Lee".
bool is_named(const AnnotatedSentence& sentence, int top) {
  if (!sentence.at(top).is_noun()) return false;
  return sentence.at(top).is_capitalised() || std::ranges::any_of(sentence.at(top).children, [&](int child) {
           return child > top && sentence.at(child).is(Dependency::kApposition) &&
                  sentence.at(child).is_capitalised();
         });
}

/// "Leading the round was Aster", "Also taking part are Aster and Birch": who does it stands after the verb,
/// of which the participle at the head of the sentence is a part.
void correct_participle_before_subject(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  constexpr int kFarthest = 12;
  int verb = 0;
  while (verb + 3 < sentence.size() && verb < 2 &&
         sentence.at(verb).note.part_of_speech == PartOfSpeech::kAdverb)
    ++verb;
  if (verb + 3 >= sentence.size() || !sentence.at(verb).lower.ends_with("ing") ||
      !sentence.at(verb).is_verb() || !lexicon.frames_by_verb.contains(sentence.at(verb).lemma))
    return;
  int be = verb + 1;
  while (be < sentence.size() && be < verb + kFarthest && !is_form_of_be(sentence.at(be))) {
    if (sentence.at(be).token.text == "," || sentence.at(be).note.part_of_speech == PartOfSpeech::kVerb)
      return;
    ++be;
  }
  if (be + 1 >= sentence.size() || !is_form_of_be(sentence.at(be))) return;
  int end = be + 1;
  while (end < sentence.size() && sentence.at(end).token.kind == text::TokenKind::kWord &&
         !sentence.at(end).is_verb() && sentence.at(end).note.part_of_speech != PartOfSpeech::kPreposition)
    ++end;
  if (end == be + 1) return;
  const int subject = sentence.top_within(be + 1, be + 1, end);
  if (!is_named(sentence, subject)) return;
  const int root = sentence.head_of(verb) == kNoWord ? kNoWord : sentence.head_of(subject);
  sentence.hang(verb, kNoWord, Dependency::kRoot);
  sentence.hang(subject, verb, Dependency::kSubject);
  if (root != kNoWord && root != verb && !sentence.is_under(root, verb))
    sentence.hang(root, verb, Dependency::kOther);
  for (const int child : std::vector<int>(sentence.at(subject).children)) {
    if (child < be) sentence.hang(child, verb, sentence.at(child).note.dependency);
  }
  for (const int child : std::vector<int>(sentence.at(be).children))
    sentence.hang(child, verb, sentence.at(child).note.dependency);
  sentence.hang(be, verb, Dependency::kAuxiliary);
  Word& here = sentence.words[static_cast<std::size_t>(verb)];
  here.note.part_of_speech = PartOfSpeech::kVerb;
}

/// "A year after buying Aster, the Danish brewer Birch is closing a plant": the name right before the verb of
/// the sentence, which has no other subject, is no second name of the one before the comma.
void correct_subject_after_fronted_clause(AnnotatedSentence& sentence) {
  const auto root = std::ranges::find_if(
      sentence.words, [](const Word& word) { return word.note.head == kNoWord && word.is_verb(); });
  if (root == sentence.words.end()) return;
  const int verb = static_cast<int>(root - sentence.words.begin());
  int first = verb;
  for (const int child : sentence.at(verb).children) {
    const Word& part = sentence.at(child);
    if (part.is_subject()) return;
    if (child < first && (part.is(Dependency::kAuxiliary) || part.is(Dependency::kPassiveAuxiliary)))
      first = child;
  }
  if (first < 3 || !sentence.at(first - 1).is_capitalised() ||
      root->note.part_of_speech != PartOfSpeech::kVerb)
    return;
  int comma = first - 1;
  while (comma > 0 && sentence.at(comma).token.text != ",") {
    if (sentence.at(comma).is_verb()) return;
    --comma;
  }
  if (comma < 2 || !sentence.at(comma - 1).is_capitalised()) return;
  const int subject = sentence.top_within(first - 1, comma + 1, first);
  const int other = sentence.head_of(subject);
  if (other == kNoWord || other > comma || !sentence.at(subject).is(Dependency::kApposition) ||
      !sentence.at(other).is_capitalised() || !sentence.at(subject).is_noun())
    return;
  // "by Aster, the Danish brewer Birch": a clause stands before the comma.
  bool has_clause = false;
  for (int i = 0; i < comma; ++i) has_clause = has_clause || sentence.at(i).is_verb();
  if (!has_clause) return;
  const bool is_passive = sentence.child(verb, Dependency::kPassiveAuxiliary) != kNoWord;
  sentence.hang(subject, verb, is_passive ? Dependency::kPassiveSubject : Dependency::kSubject);
}

/// "a consortium led by Aster, and including Birch, has bought Cedar": both lead the group that acts.
void correct_member_beside_leader(AnnotatedSentence& sentence, int including,
                                  const language::Lexicon& lexicon) {
  if (including < 3 || sentence.at(including).lower != "including" ||
      sentence.at(including - 1).lower != "and" || !sentence.at(including).is(Dependency::kCase))
    return;
  const int member = sentence.head_of(including);
  const int group = sentence.head_of(member);
  if (member < including || group == kNoWord || group > including || !sentence.at(group).is_noun() ||
      sentence.at(group).note.number == language::Number::kPlural)
    return;
  for (const int child : sentence.at(group).children) {
    if (child > including || !sentence.at(child).is_verb() ||
        !lexicon.heading_verbs.contains(sentence.at(child).lemma))
      continue;
    const int leader = sentence.child(child, Dependency::kAgent);
    if (leader == kNoWord) continue;
    sentence.hang(member, leader, Dependency::kConjunct);
    sentence.hang(including - 1, member, Dependency::kCoordination);
    sentence.hang(including, member, Dependency::kAdverbModifier);
    return;
  }
}

/// "placed bonds worth $5m with Aster": what follows the sum goes with the verb.
void correct_complement_of_worth(AnnotatedSentence& sentence, int worth) {
  const Word& here = sentence.at(worth);
  if (here.lower != "worth" || here.note.head == kNoWord) return;
  int verb = here.note.head;
  while (verb != kNoWord && !sentence.at(verb).is_verb()) verb = sentence.head_of(verb);
  if (verb == kNoWord || verb > worth) return;
  for (const int child : std::vector<int>(here.children)) {
    const std::string_view preposition = sentence.preposition(child);
    if (child > worth && (preposition == "with" || preposition == "to" || preposition == "from"))
      sentence.hang(child, verb, Dependency::kOblique);
    // "shares worth $5m in Aster"
    const int noun = sentence.head_of(worth);
    if (child > worth && preposition == "in" && sentence.at(noun).is_noun() && noun < worth)
      sentence.hang(child, noun, Dependency::kNominalModifier);
  }
}

/// "after buying its rival Aster", "the shipping line Birch": a name right after a noun in small letters that
/// has an article or an owner is what that is called, where a parser gives it to a word before.
void correct_name_beside_description(AnnotatedSentence& sentence, int noun,
                                     const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  if (!here.is_noun() || here.is_capitalised() || here.note.head == kNoWord ||
      here.note.number == language::Number::kPlural || !sentence.at(noun + 1).is_capitalised() ||
      sentence.child(noun, Dependency::kApposition) != kNoWord ||
      (sentence.child(noun, Dependency::kDeterminer) == kNoWord &&
       sentence.child(noun, Dependency::kPossessor) == kNoWord) ||
      !(lexicon.descriptors.contains(here.lemma) || lexicon.frames_by_title.contains(here.lemma)))
    return;
  int last = noun + 1;
  while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
  const int name = sentence.top_within(noun + 1, noun + 1, last + 1);
  const Word& named = sentence.at(name);
  const bool hangs_loose = named.is(Dependency::kNominalModifier) || named.is(Dependency::kOblique) ||
                           named.is(Dependency::kAdverbModifier);
  if (!hangs_loose || !named.is_noun() || !sentence.preposition(name).empty() ||
      named.note.name == tagging::NameClass::kNone || lexicon.months.contains(named.lower) ||
      lexicon.weekdays.contains(named.lower) || sentence.is_under(noun, name))
    return;
  for (const int child : std::vector<int>(named.children)) {
    if (child < noun) sentence.hang(child, named.note.head, sentence.at(child).note.dependency);
  }
  sentence.hang(name, noun, Dependency::kApposition);
}

/// "Aster has bought Birch, until now owned by Cedar": what it was until then is told of what is named last.
void correct_participle_after_until(AnnotatedSentence& sentence, int until,
                                    const language::Lexicon& lexicon) {
  int participle = sentence.head_of(until);
  if (participle == until + 1 && !sentence.at(participle).is_verb())
    participle = sentence.head_of(participle);
  if (!lexicon.ending_prepositions.contains(sentence.at(until).lower) || until < 2 || participle <= until ||
      sentence.at(until - 1).token.text != "," || !sentence.at(until - 2).is_capitalised() ||
      !sentence.at(participle).is_verb() || sentence.at(participle).is(Dependency::kRoot) ||
      sentence.child(participle, Dependency::kSubject) != kNoWord ||
      sentence.child(participle, Dependency::kAgent) == kNoWord)
    return;
  const int verb = sentence.head_of(participle);
  int name = until - 2;
  while (name != kNoWord && sentence.head_of(name) != verb && sentence.head_of(name) < until) {
    name = sentence.head_of(name);
  }
  if (name == kNoWord || verb == kNoWord || verb > name || !sentence.at(name).is_noun() ||
      sentence.head_of(name) != verb)
    return;
  sentence.hang(participle, name, Dependency::kClauseOfNoun);
  if (sentence.head_of(until) == participle) sentence.hang(until, participle, Dependency::kAdverbModifier);
}

/// "became a member of the Aster consortium, set up by Birch": what is told to be founded by somebody is what
/// is named right before the comma.
void correct_participle_after_noun(AnnotatedSentence& sentence, int participle,
                                   const language::Lexicon& lexicon) {
  const Word& here = sentence.at(participle);
  const int noun = participle - 2;
  const int verb = here.note.head;
  if (noun < 1 || !here.is_verb() || !here.is(Dependency::kAdverbialClause) || verb == kNoWord ||
      verb > noun || sentence.at(participle - 1).token.text != "," ||
      sentence.child(participle, Dependency::kAgent) == kNoWord ||
      sentence.child(participle, Dependency::kSubject) != kNoWord ||
      !lexicon.has_verb_of(here.lemma, model::Relation::kFounded) || !sentence.at(noun).is_noun())
    return;
  const bool is_undertaking = sentence.at(noun - 1).is_capitalised() && sentence.head_of(noun - 1) == noun &&
                              lexicon.descriptors.contains(sentence.at(noun).lemma);
  const bool is_called = sentence.at(noun).is_capitalised() && sentence.at(noun).is(Dependency::kObject);
  if (is_undertaking || is_called) sentence.hang(participle, noun, Dependency::kClauseOfNoun);
}

/// "was set up by Ann Lee, helped by a gift from Birch": what was set up is helped, and not who did so.
void correct_help_after_agent(AnnotatedSentence& sentence, int participle, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(participle);
  const int agent = here.note.head;
  if (!here.is(Dependency::kClauseOfNoun) || sentence.at(participle - 1).token.text != "," ||
      !lexicon.providing_verbs.contains(here.lemma) || agent == kNoWord || agent > participle ||
      !sentence.at(agent).is(Dependency::kAgent) || sentence.child(participle, Dependency::kAgent) == kNoWord)
    return;
  const int verb = sentence.head_of(agent);
  if (verb != kNoWord && verb < agent && sentence.child(verb, Dependency::kPassiveAuxiliary) != kNoWord &&
      lexicon.has_verb_of(sentence.at(verb).lemma, model::Relation::kFounded))
    sentence.hang(participle, verb, Dependency::kAdverbialClause);
}

/// "The charity Aster is funded by Birch", of which a parser makes "the charity that Aster …": the noun is
/// what its name is called, and the sentence is a clause.
void correct_description_taken_for_root(AnnotatedSentence& sentence, int noun,
                                        const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  if (here.note.head != kNoWord || !here.is_noun() || here.is_capitalised() ||
      !lexicon.descriptors.contains(here.lemma) || !sentence.at(noun + 1).is_capitalised())
    return;
  for (const int verb : std::vector<int>(here.children)) {
    if (verb < noun || !sentence.at(verb).is_verb() || !sentence.at(verb).is(Dependency::kRelativeClause))
      continue;
    const int passive = sentence.child(verb, Dependency::kPassiveSubject);
    const int subject = passive == kNoWord ? sentence.child(verb, Dependency::kSubject) : passive;
    int last = noun + 1;
    while (last + 1 < sentence.size() && sentence.at(last + 1).is_capitalised()) ++last;
    if (subject <= noun || subject > last || verb < subject) return;
    sentence.hang(verb, kNoWord, Dependency::kRoot);
    for (const int child : std::vector<int>(sentence.at(noun).children)) {
      const bool is_time = child < noun && sentence.child(child, Dependency::kCase) != kNoWord;
      const bool is_of_verb = is_time || child > subject;
      sentence.hang(child, is_of_verb ? verb : subject,
                    is_time ? Dependency::kOblique : sentence.at(child).note.dependency);
    }
    return sentence.hang(noun, subject, Dependency::kCompound);
  }
}

/// "At the helm of Aster is Ann Lee": who is there is the subject of the verb, and not its predicate.
void correct_place_before_subject(AnnotatedSentence& sentence, int be, const language::Lexicon& lexicon) {
  const int subject = sentence.head_of(be);
  if (!is_form_of_be(sentence.at(be)) || !sentence.at(be).is(Dependency::kCopula) || subject < be ||
      sentence.head_of(subject) != kNoWord || !is_named(sentence, subject) || sentence.has_subject(subject))
    return;
  const int place = sentence.child(subject, Dependency::kOblique);
  const int preposition = place == kNoWord ? kNoWord : sentence.child(place, Dependency::kCase);
  const bool is_post = lexicon.any_frame_of_verb(sentence.at(be).lemma, [&](const language::Frame& frame) {
    return frame.relation == model::Relation::kLeads &&
           std::ranges::find(frame.object_words, sentence.at(place).lemma) != frame.object_words.end();
  });
  if (place > be || preposition != 0 || !is_post) return;
  sentence.hang(be, kNoWord, Dependency::kRoot);
  sentence.hang(subject, be, Dependency::kSubject);
  sentence.hang(place, be, Dependency::kOblique);
}

}  // namespace

void correct_english_inversions(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 2; i + 1 < sentence.size(); ++i) correct_place_before_subject(sentence, i, lexicon);
  for (int i = 0; i + 2 < sentence.size(); ++i) correct_description_taken_for_root(sentence, i, lexicon);
  correct_participle_before_subject(sentence, lexicon);
  correct_subject_after_fronted_clause(sentence);
  for (int i = 1; i + 1 < sentence.size(); ++i) {
    correct_member_beside_leader(sentence, i, lexicon);
    correct_complement_of_worth(sentence, i);
    correct_participle_after_until(sentence, i, lexicon);
    correct_participle_after_noun(sentence, i, lexicon);
    correct_help_after_agent(sentence, i, lexicon);
    correct_name_beside_description(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
