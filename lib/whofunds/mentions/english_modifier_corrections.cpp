#include <vector>

#include "whofunds/mentions/tree_corrections.hpp"

namespace whofunds::mentions {

using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "the Palo Alto, Calif.-based firm": the town before the state tells where the firm is, as the state does.
void correct_town_before_state(AnnotatedSentence& sentence, int based) {
  constexpr int kShortest = 4;
  if (sentence.at(based).lower != "based" || based < kShortest || sentence.at(based - 1).token.text != "-" ||
      !sentence.at(based - 2).is_capitalised() || sentence.at(based - 3).token.text != ",")
    return;
  const int town = based - 4;
  const int firm = sentence.head_of(based);
  if (!sentence.at(town).is_capitalised() || sentence.at(town).is_verb() || firm < based) return;
  // "of Aster Motors, Germany-based": a firm
  const auto is_article = [&](int i) {
    return sentence.at(i).note.part_of_speech == PartOfSpeech::kDeterminer;
  };
  int before = town - 1;
  while (before > 0 && sentence.at(before).is_capitalised() && !is_article(before)) --before;
  if (before < 0 || !(is_article(before) || sentence.at(before).token.text == ",")) return;
  // A parser may take the town for the firm's name.
  if (sentence.head_of(firm) == town && sentence.head_of(town) != kNoWord) {
    sentence.hang(firm, sentence.head_of(town), sentence.at(town).note.dependency);
    const int article = sentence.child(town, Dependency::kDeterminer);
    if (article != kNoWord) sentence.hang(article, firm, Dependency::kDeterminer);
  }
  if (sentence.is_under(based, town)) return;
  sentence.hang(town, based, Dependency::kAdverbModifier);
}

/// "a pre-Series A round", "a co-founder": a parser may part the prefix from its word, and hang the word on
/// it.
void correct_prefix(AnnotatedSentence& sentence, int prefix) {
  constexpr int kFarthest = 5;
  const int dash = prefix + 1;
  if (dash + 1 >= sentence.size() || sentence.at(dash).token.text != "-" ||
      sentence.at(dash).token.space_before || sentence.at(dash + 1).token.space_before ||
      sentence.at(prefix).note.part_of_speech == PartOfSpeech::kProperNoun)
    return;
  const int governor = sentence.head_of(prefix);
  for (int word = dash + 1; word < sentence.size() && word <= dash + kFarthest; ++word) {
    if (sentence.head_of(word) != prefix || !sentence.at(word).is_noun() || governor == kNoWord ||
        sentence.is_under(governor, word))
      continue;
    const Dependency dependency = sentence.at(prefix).note.dependency;
    for (const int child : std::vector<int>(sentence.at(prefix).children)) {
      if (child < prefix) sentence.hang(child, word, sentence.at(child).note.dependency);
    }
    sentence.hang(word, governor, dependency);
    sentence.hang(prefix, word, Dependency::kCompound);
    return;
  }
}

/// "invested in struggling airline Aster": a participle that describes, which a parser takes for a gerund.
void correct_describing_participle(AnnotatedSentence& sentence, int participle,
                                   const language::Lexicon& lexicon) {
  if (participle == 0 || !lexicon.describing_participles.contains(sentence.at(participle).lower)) return;
  const int preposition = participle - 1;
  const int noun = sentence.child(participle, Dependency::kObject);
  const int governor = sentence.head_of(participle);
  if (noun <= participle || governor == kNoWord || sentence.head_of(preposition) != participle ||
      sentence.at(preposition).note.part_of_speech != PartOfSpeech::kPreposition)
    return;
  sentence.hang(noun, governor,
                sentence.at(governor).is_verb() ? Dependency::kOblique : Dependency::kNominalModifier);
  sentence.hang(preposition, noun, Dependency::kCase);
  for (const int child : std::vector<int>(sentence.at(participle).children)) {
    if (child != noun) sentence.hang(child, noun, sentence.at(child).note.dependency);
  }
  sentence.hang(participle, noun, Dependency::kAdjectiveModifier);
  sentence.words[static_cast<std::size_t>(participle)].note.part_of_speech = PartOfSpeech::kAdjective;
}

/// "struck a deal to buy Aster": what is planned belongs to the plan, where a parser gives it to the verb.
void correct_infinitive_of_plan(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& plan = sentence.at(noun);
  if (!plan.is_noun() || plan.is_capitalised() || !plan.is(Dependency::kObject) ||
      noun + 2 >= sentence.size() || !lexicon.status_verbs.contains(plan.lemma) ||
      sentence.at(noun + 1).lower != "to")
    return;
  const int planned = sentence.head_of(noun + 1);
  if (planned <= noun + 1 || sentence.at(planned).note.part_of_speech != PartOfSpeech::kInfinitive ||
      !sentence.at(planned).is(Dependency::kAdverbialClause) || sentence.head_of(planned) != plan.note.head)
    return;
  sentence.hang(planned, noun, Dependency::kClauseOfNoun);
}

/// "is not the owner": what is denied is the predicate, and not its article.
void correct_negated_article(AnnotatedSentence& sentence, int negation, const language::Lexicon& lexicon) {
  const int article = sentence.head_of(negation);
  if (article != negation + 1 || !lexicon.negations.contains(sentence.at(negation).lower) ||
      !sentence.at(article).is(Dependency::kDeterminer))
    return;
  const int noun = sentence.head_of(article);
  if (noun > article && sentence.child(noun, Dependency::kCopula) != kNoWord)
    sentence.hang(negation, noun, Dependency::kAdverbModifier);
}

/// "Once owned by Aster, Birch is": what is over is what the participle says.
void correct_modifier_of_participle(AnnotatedSentence& sentence, int modifier,
                                    const language::Lexicon& lexicon) {
  const int participle = modifier + 1;
  if (participle >= sentence.size() || sentence.head_of(participle) == kNoWord ||
      sentence.at(participle).note.part_of_speech != PartOfSpeech::kParticiple ||
      sentence.at(participle).note.voice != language::Voice::kPassive ||
      sentence.head_of(modifier) != sentence.head_of(participle) ||
      sentence.child(participle, Dependency::kPassiveAuxiliary) != kNoWord)
    return;
  const auto status = lexicon.status_modifiers.find(sentence.at(modifier).lower);
  if (status == lexicon.status_modifiers.end() || status->second != model::Status::kEnded) return;
  sentence.hang(modifier, participle, Dependency::kAdverbModifier);
}

/// "Aster's 20% owner Birch": the share is that of the owner, and not of the name that a parser hangs it on.
void correct_share_of_title(AnnotatedSentence& sentence, int title, const language::Lexicon& lexicon) {
  const int share = title - 1;
  if (share < 1 ||
      (sentence.at(share).token.text != "%" && sentence.at(share).lower != "percent" &&
       sentence.at(share).lower != "cent") ||
      !lexicon.frames_by_title.contains(sentence.at(title).lemma))
    return;
  const int name = sentence.head_of(title);
  if (name <= title || sentence.head_of(share) != name || !sentence.at(name).is_capitalised()) return;
  sentence.hang(share, title, Dependency::kCompound);
}

/// "Former chief executive Ann Lee": what is over is the post, and not the name that a parser hangs it on.
void correct_modifier_of_title(AnnotatedSentence& sentence, int modifier, const language::Lexicon& lexicon) {
  constexpr int kFarthest = 5;
  Word& here = sentence.words[static_cast<std::size_t>(modifier)];
  if (modifier > 0 && !here.is(Dependency::kAdjectiveModifier)) return;
  const auto status = lexicon.status_modifiers.find(here.lower);
  if (status == lexicon.status_modifiers.end() || status->second != model::Status::kEnded) return;
  // "Former Aster CEO Ann Lee": the capital is that of the sentence.
  for (int i = 1; modifier == 0 && here.note.head > 0 && i < sentence.size() && i < kFarthest; ++i) {
    const Word& title = sentence.at(i);
    if (!title.is_capitalised() && !title.is_noun()) break;
    if (!lexicon.frames_by_title.contains(title.lemma) || sentence.is_under(i, modifier)) continue;
    here.note.part_of_speech = PartOfSpeech::kAdjective;
    here.note.name = tagging::NameClass::kNone;
    here.token.capitalised = false;
    return sentence.hang(modifier, i, Dependency::kAdjectiveModifier);
  }
  const int name = here.note.head;
  if (!here.is(Dependency::kAdjectiveModifier) || name <= modifier || !sentence.at(name).is_capitalised())
    return;
  for (int i = modifier + 1; i < name && i < modifier + kFarthest; ++i) {
    const bool is_title =
        sentence.head_of(i) == name && lexicon.frames_by_title.contains(sentence.at(i).lemma);
    if (is_title) return sentence.hang(modifier, i, Dependency::kAdjectiveModifier);
  }
}

}  // namespace

void correct_english_modifiers(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) {
    correct_town_before_state(sentence, i);
    correct_prefix(sentence, i);
    correct_infinitive_of_plan(sentence, i, lexicon);
    correct_describing_participle(sentence, i, lexicon);
    correct_modifier_of_title(sentence, i, lexicon);
    correct_share_of_title(sentence, i, lexicon);
    correct_negated_article(sentence, i, lexicon);
    correct_modifier_of_participle(sentence, i, lexicon);
  }
}

}  // namespace whofunds::mentions
