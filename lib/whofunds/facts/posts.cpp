#include "whofunds/facts/posts.hpp"

#include <algorithm>
#include <string>

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

namespace {

bool completes(const Word& word) {
  return word.is(Dependency::kOblique) || word.is(Dependency::kObject) ||
         word.is(Dependency::kOpenComplement) || word.is(Dependency::kNominalModifier);
}

/// "покинул пост", "оставил свой пост", and no other: "покинул пост председателя".
bool is_own_post(const mentions::AnnotatedSentence& tree, int post) {
  return std::ranges::none_of(tree.at(post).children, [&](int child) {
    return tree.at(child).is(Dependency::kNominalModifier) && tree.at(child).is_noun();
  });
}

/// "их руководители – А и Б": whether a noun for those who head something has the word in apposition.
bool is_named_by_post(const mentions::AnnotatedSentence& tree, int word, const language::Lexicon& lexicon) {
  while (word != kNoWord && tree.at(word).is(Dependency::kConjunct)) word = tree.head_of(word);
  const int title = word == kNoWord ? kNoWord : tree.head_of(word);
  if (title == kNoWord || !tree.at(title).is_noun() || !tree.at(word).is(Dependency::kApposition))
    return false;
  return lexicon.has_title_of(tree.at(title).lemma, model::Relation::kLeads);
}

}  // namespace

bool had_post(const mentions::AnnotatedSentence& tree, int title, const language::Lexicon& lexicon) {
  if (!tree.preposition(title).empty()) return false;  // "работал в дочерней компании"
  int word = title;
  while (tree.head_of(word) != kNoWord && completes(tree.at(word)) &&
         lexicon.transparent_nouns.contains(tree.at(tree.head_of(word)).lemma))
    word = tree.head_of(word);
  int verb = tree.head_of(word);
  // "был исполняющим обязанности главы"
  while (verb != kNoWord && tree.at(verb).note.part_of_speech == language::PartOfSpeech::kParticiple &&
         tree.head_of(verb) != kNoWord && tree.at(tree.head_of(verb)).is_verb())
    verb = tree.head_of(verb);
  const int copula = verb == kNoWord ? kNoWord : tree.child(verb, Dependency::kCopula);
  if (copula != kNoWord && tree.at(verb).note.part_of_speech == language::PartOfSpeech::kParticiple &&
      lexicon.standing_verbs.contains(tree.at(verb).lemma))
    return tree.at(copula).note.tense == language::Tense::kPast;
  return verb != kNoWord && completes(tree.at(word)) && tree.at(verb).is_verb() &&
         tree.at(verb).note.tense == language::Tense::kPast &&
         lexicon.copular_verbs.contains(tree.at(verb).lemma) &&
         lexicon.standing_verbs.contains(tree.at(verb).lemma);
}

bool dates_post(const mentions::AnnotatedSentence& tree, int date, int title,
                const language::Lexicon& lexicon) {
  int verb = tree.head_of(title);
  if (verb == kNoWord) return false;
  if (lexicon.copular_verbs.contains(tree.at(verb).lemma)) return true;
  // "dismissed its chief executive, Ann Lee", "dismissed chief executive Ann Lee"
  const bool is_before_name = tree.at(title).is(Dependency::kCompound) && tree.at(verb).is_capitalised() &&
                              (tree.at(verb).is(Dependency::kObject) ||
                               tree.at(verb).is(Dependency::kPassiveSubject) || tree.at(verb).is_subject());
  if (is_before_name) verb = tree.head_of(verb);
  if (verb == kNoWord || !tree.at(verb).is_verb() || !tree.is_under(date, verb)) return false;
  // "said on May 3 that its head would leave": the day is that of the saying.
  for (int i = date; i < verb; ++i) {
    if (tree.at(i).note.part_of_speech == language::PartOfSpeech::kVerb) return false;
  }
  const std::string& lemma = tree.at(verb).lemma;
  const auto ends = [&](const std::string& words) {
    const auto told = lexicon.status_verbs.find(words);
    return told != lexicon.status_verbs.end() && told->second == model::Status::kEnded;
  };
  return ends(lemma) || std::ranges::any_of(tree.at(verb).children, [&](int child) {
           return child > verb && ends(lemma + " " + tree.at(child).lower);
         });
}

bool leaves_post(const mentions::AnnotatedSentence& tree, int title, const language::Lexicon& lexicon) {
  const int verb = tree.head_of(title);
  if (verb == kNoWord || !tree.at(title).is_subject()) return false;
  const auto told = lexicon.status_verbs.find(tree.at(verb).lemma);
  if (told == lexicon.status_verbs.end() || told->second != model::Status::kEnded) return false;
  // "директор покидает пост": of several who do so each leaves his own.
  const int left = tree.child(verb, Dependency::kObject);
  if (lexicon.inflected && left != kNoWord && lexicon.transparent_nouns.contains(tree.at(left).lemma) &&
      (tree.at(verb).note.tense == language::Tense::kPresent || is_own_post(tree, left)))
    return true;
  // "гендиректор уходит в отставку"
  const bool is_told_so = lexicon.inflected && tree.at(verb).note.tense == language::Tense::kPresent;
  if (tree.at(verb).note.tense != language::Tense::kPast && !is_told_so) return false;
  // "Директор А уволился", but not "не увольнялся"
  const bool is_denied = std::ranges::any_of(
      tree.at(verb).children, [&](int child) { return lexicon.negations.contains(tree.at(child).lower); });
  if (is_denied) return false;
  if (lexicon.leaving_words.contains(tree.at(verb).lemma)) return true;
  return std::ranges::any_of(tree.at(verb).children,
                             [&](int child) { return lexicon.leaving_words.contains(tree.at(child).lemma); });
}

void sign_for_firms(const mentions::AnnotatedSentence& tree, const language::Lexicon& lexicon,
                    const Referents& referents, std::vector<Referent>& partners) {
  const auto is_firm = [&](const Referent& party) { return referents.is_thing(party.entity); };
  const auto signs = [&](const Referent& party) {
    return !is_firm(party) && is_named_by_post(tree, party.word, lexicon);
  };
  // "Соглашение между А и Б подписали их руководители – Иван В. и Олег Г."
  if (std::ranges::count_if(partners, is_firm) > 1) std::erase_if(partners, signs);
  const auto is_head = [&](const Referent& party) {
    return !is_firm(party) && referents.is_tied(party.entity) &&
           referents.post_of(party.entity) != entities::kNoEntity;
  };
  if (partners.size() < 2 || !std::ranges::all_of(partners, is_head)) return;
  for (Referent& party : partners) party.entity = referents.post_of(party.entity);
}

}  // namespace whofunds::facts
