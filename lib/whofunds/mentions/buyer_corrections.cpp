#include "whofunds/mentions/buyer_corrections.hpp"

#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Whether a word sells or tells of a sale: who gets it stands in the dative.
bool sells(const Word& word, const language::Lexicon& lexicon) {
  const auto goes_to_dative = [&](std::size_t index) {
    const language::Frame& frame = lexicon.frames[index];
    return frame.relation == model::Relation::kAcquires && !frame.seller.slots.empty() &&
           frame.from.has_case(Case::kDative);
  };
  const auto& index = word.is_verb() ? lexicon.frames_by_verb : lexicon.frames_by_noun;
  const auto frames = index.find(word.lemma);
  return frames != index.end() && std::ranges::any_of(frames->second, goes_to_dative);
}

void hang_as_buyer(AnnotatedSentence& sentence, int buyer, int sale) {
  sentence.hang(buyer, sale, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(buyer)].note.grammatical_case = Case::kDative;
}

/// The words that hang on a noun as its bare complements after it.
std::vector<int> bare_complements(const AnnotatedSentence& sentence, int noun) {
  std::vector<int> found;
  for (const int child : sentence.at(noun).children) {
    const Word& word = sentence.at(child);
    if (child > noun && word.is(Dependency::kNominalModifier) && word.is_noun() &&
        sentence.preposition(child).empty())
      found.push_back(child);
  }
  return found;
}

/// "вышел из капитала «А», продав 30% компании «Б»": whether a gerund tells how somebody left what the share
/// is of, so that what stands beside the share is who buys it.
bool tells_how_one_left(const AnnotatedSentence& sentence, int sale, const language::Lexicon& lexicon) {
  const int verb = sentence.head_of(sale);
  if (sentence.at(sale).note.part_of_speech != language::PartOfSpeech::kGerund || verb == kNoWord)
    return false;
  return lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
    if (frame.relation != model::Relation::kOwns || frame.status != model::Status::kEnded) return false;
    return std::ranges::any_of(frame.object_words, [&](const std::string& word) {
      return std::ranges::any_of(sentence.words, [&](const Word& told) { return told.lemma == word; });
    });
  });
}

}  // namespace

void correct_buyer_beside_share(AnnotatedSentence& sentence, int share, const language::Lexicon& lexicon) {
  if (!lexicon.stake_nouns.contains(sentence.at(share).lemma)) return;
  int sale = sentence.head_of(share);
  while (sale != kNoWord && lexicon.stake_nouns.contains(sentence.at(sale).lemma))
    sale = sentence.head_of(sale);
  if (sale == kNoWord || sale > share || !sells(sentence.at(sale), lexicon) ||
      sentence.child(sale, Dependency::kIndirectObject) != kNoWord)
    return;
  // "уступил 18% акций «А» австралийской Volta": an adjective of one thing tells of no shares
  const auto is_described_buyer = [&](int child) {
    const Word& word = sentence.at(child);
    const int adjective = sentence.child(child, Dependency::kAdjectiveModifier);
    return word.token.script == text::Script::kLatin && adjective != kNoWord && adjective < child &&
           (word.is(Dependency::kApposition) || word.is(Dependency::kNominalModifier)) &&
           sentence.at(adjective).note.number == language::Number::kSingular &&
           sentence.preposition(child).empty();
  };
  for (const int child : sentence.at(share).children) {
    const bool has_name_before = std::ranges::any_of(sentence.at(share).children, [&](int other) {
      return other > share && other < child && sentence.at(other).is_capitalised();
    });
    if (child > share && is_described_buyer(child) &&
        (has_name_before || tells_how_one_left(sentence, sale, lexicon)))
      return hang_as_buyer(sentence, child, sale);
  }
  // "продажа 30% акций «А» Газпромбанку": a dative names no genitive.
  for (const int child : sentence.at(share).children) {
    const Word& word = sentence.at(child);
    const bool names = word.is(Dependency::kApposition) || word.is(Dependency::kNominalModifier);
    if (child > share && names && word.is_capitalised() && word.note.grammatical_case == Case::kDative &&
        sentence.at(share).note.grammatical_case != Case::kDative && sentence.preposition(child).empty())
      return hang_as_buyer(sentence, child, sale);
  }
  // "продала 30% акций «А» компании «Б»"
  const std::vector<int> sold = bare_complements(sentence, share);
  if (sold.size() == 2) {
    const Word& last = sentence.at(sold.back());
    const bool may_buy = is_plain_description(last, lexicon) || is_legal_form(last, lexicon) ||
                         last.token.script == text::Script::kLatin;
    const bool has_name = sentence.at(sold.front()).is_capitalised();
    if (may_buy && has_name) hang_as_buyer(sentence, sold.back(), sale);
    return;
  }
  if (sold.size() == 1 && sentence.at(sold.front()).lower.ends_with("и") &&
      sentence.at(sold.front()).note.number != language::Number::kPlural &&
      !lexicon.stake_nouns.contains(sentence.at(sold.front()).lemma) &&
      tells_how_one_left(sentence, sale, lexicon))
    return hang_as_buyer(sentence, sold.front(), sale);
  // "продажа «А» 50% акций «Б»"
  if (!sentence.at(sale).is_noun() || sentence.head_of(share) != sale) return;
  const std::vector<int> beside = bare_complements(sentence, sale);
  if (beside.size() == 2 && beside.back() == share && sentence.at(beside.front()).is_capitalised())
    hang_as_buyer(sentence, beside.front(), sale);
}

void correct_buyer_after_sale(AnnotatedSentence& sentence, int sale, const language::Lexicon& lexicon) {
  if (!sentence.at(sale).is_noun() || !sells(sentence.at(sale), lexicon) ||
      sentence.child(sale, Dependency::kIndirectObject) != kNoWord)
    return;
  const std::vector<int> sold = bare_complements(sentence, sale);
  if (sold.size() != 2 || lexicon.stake_nouns.contains(sentence.at(sold.back()).lemma)) return;
  const Word& last = sentence.at(sold.back());
  const bool has_name = sentence.at(sold.front()).is_capitalised() ||
                        sentence.child(sold.front(), Dependency::kApposition) != kNoWord;
  // "компании" may be a dative, "группы" not
  const bool may_buy = (is_plain_description(last, lexicon) && last.lower.ends_with("и")) ||
                       is_legal_form(last, lexicon) || last.token.script == text::Script::kLatin;
  if (has_name && may_buy) hang_as_buyer(sentence, sold.back(), sale);
}

}  // namespace whofunds::mentions
