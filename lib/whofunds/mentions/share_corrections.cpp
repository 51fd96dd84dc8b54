#include "whofunds/mentions/share_corrections.hpp"

#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

void set_dependency(AnnotatedSentence& sentence, int word, Dependency dependency) {
  sentence.words[static_cast<std::size_t>(word)].note.dependency = dependency;
}

/// "25% плюс одна акция завода", "50% минус 1 акция": the one share more or less, which hangs on the percents
/// with all that follows it. The last word of the quantity that begins with `percent`.
int correct_odd_share(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon) {
  constexpr int kFarthest = 3;
  const int sign = percent + 1;
  if (sign + 1 >= sentence.size() || !lexicon.odd_share_words.contains(sentence.at(sign).lower))
    return percent;
  int share = sign + 1;
  while (share < sentence.size() && share <= percent + kFarthest &&
         !lexicon.stake_nouns.contains(sentence.at(share).lemma))
    ++share;
  if (share >= sentence.size() || share > percent + kFarthest) return percent;
  if (!sentence.is_under(percent, share)) sentence.hang(share, percent, Dependency::kNominalModifier);
  if (sentence.head_of(sign) != share) sentence.hang(sign, share, Dependency::kOther);
  set_dependency(sentence, sign, Dependency::kOther);
  return share;
}

/// "20% в уставном капитале завода": of what the share is, where a parser hangs the capital on the verb. The
/// capital; kNoWord if none stands there.
int correct_capital(AnnotatedSentence& sentence, int share, int last, const language::Lexicon& lexicon) {
  constexpr int kFarthest = 3;
  if (last + 2 >= sentence.size() || sentence.at(last + 1).lower != "в") return kNoWord;
  for (int word = last + 2; word < sentence.size() && word <= last + kFarthest; ++word) {
    if (!lexicon.stake_nouns.contains(sentence.at(word).lemma)) continue;
    if (!sentence.is_under(word, share) && !sentence.is_under(share, word))
      sentence.hang(word, share, Dependency::kNominalModifier);
    return word;
  }
  return kNoWord;
}

/// Whether a noun says that a firm is meant: "в комбинате «А»".
bool is_firm_described(const AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const auto kind = lexicon.descriptors.find(sentence.at(noun).lemma);
  return kind != lexicon.descriptors.end() && kind->second.kind == model::EntityKind::kCompany &&
         is_plain_description(sentence.at(noun), lexicon);
}

/// "купил долю «А» в комбинате «Б»": in what the share is, where a parser hangs it on whose it is.
void correct_place_of_holder(AnnotatedSentence& sentence, int share, const language::Lexicon& lexicon) {
  for (const int owner : std::vector<int>(sentence.at(share).children)) {
    const Word& holder = sentence.at(owner);
    if (owner < share || !holder.is(Dependency::kNominalModifier) || !holder.is_capitalised()) continue;
    for (const int place : std::vector<int>(holder.children)) {
      if (place > owner && is_firm_described(sentence, place, lexicon) &&
          sentence.preposition(place) == "в" &&
          sentence.at(place).note.grammatical_case == Case::kPrepositional)
        sentence.hang(place, share, Dependency::kNominalModifier);
    }
  }
}

/// "доли «А» в «Б» подтвердил", "купила долю «А» в «Б»": in what the share is belongs to it, and not to the
/// verb.
void correct_place_of_share(AnnotatedSentence& sentence, int share, const language::Lexicon& lexicon) {
  for (const int owner : sentence.at(share).children) {
    if (owner < share || !sentence.at(owner).is(Dependency::kNominalModifier) ||
        !sentence.at(owner).is_noun())
      continue;
    int link = owner + 1;
    while (link < sentence.size() && sentence.is_under(link, owner)) ++link;
    if (link + 1 >= sentence.size() || sentence.at(link).lower != "в") continue;
    const int place = sentence.head_of(link);
    const bool is_firm = place != kNoWord && is_firm_described(sentence, place, lexicon);
    if (place == kNoWord || place < link || !sentence.at(place).is(Dependency::kOblique) ||
        !(is_firm || sentence.at(place).is_capitalised()))
      continue;
    const int verb = sentence.head_of(place);
    const bool is_of_object = verb == sentence.head_of(share) && sentence.at(share).is(Dependency::kObject) &&
                              (is_firm || is_mark(sentence.at(link + 1), "«"));
    if (verb < place && !is_of_object) continue;
    return sentence.hang(place, share, Dependency::kNominalModifier);
  }
}

/// "10% «Уралкалия»", "25% акций ОАО «А»": a genitive right after a share is whose it is, where a parser
/// hangs it on a noun before.
void correct_issuer(AnnotatedSentence& sentence, int last, const language::Lexicon& lexicon) {
  int name = last + 1;
  if (name < sentence.size() && is_mark(sentence.at(name), "«")) ++name;
  if (name >= sentence.size() || !sentence.at(name).is_noun() || !sentence.preposition(name).empty()) return;
  const Word& here = sentence.at(name);
  const bool hangs_on_noun = here.is(Dependency::kNominalModifier) || here.is(Dependency::kApposition);
  const bool is_genitive = here.note.grammatical_case == Case::kGenitive || is_legal_form(here, lexicon);
  if (!hangs_on_noun || !is_genitive || here.note.head >= last || sentence.is_under(name, last) ||
      sentence.is_under(last, name))
    return;
  sentence.hang(name, last, Dependency::kNominalModifier);
}

/// "доля в размере 30% капитала завода": whose it is follows the size of it.
void correct_size(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon) {
  const int size = sentence.head_of(percent);
  if (size == kNoWord || size > percent || !lexicon.sum_nouns.contains(sentence.at(size).lemma) ||
      sentence.preposition(size) != "в")
    return;
  const int share = sentence.head_of(size);
  if (share == kNoWord || share > size || !lexicon.stake_nouns.contains(sentence.at(share).lemma)) return;
  for (const int child : std::vector<int>(sentence.at(percent).children)) {
    const Word& word = sentence.at(child);
    if (child > percent && word.is(Dependency::kNominalModifier) &&
        word.note.grammatical_case == Case::kGenitive && sentence.preposition(child).empty())
      sentence.hang(child, share, Dependency::kNominalModifier);
  }
}

}  // namespace

namespace {

/// "На аукционе 25% акций «А» достались «Б»": a share right after where it is sold is what the verb is said
/// of.
void correct_share_at_auction(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon) {
  const int auction = sentence.head_of(percent);
  const int verb = auction == kNoWord ? kNoWord : sentence.head_of(auction);
  if (!sentence.at(percent).is(Dependency::kNominalModifier) || auction > percent || verb < percent ||
      !lexicon.auction_nouns.contains(sentence.at(auction).lemma) || sentence.preposition(auction).empty() ||
      !sentence.at(verb).is_verb() || sentence.has_subject(verb) ||
      sentence.child(verb, Dependency::kObject) != kNoWord)
    return;
  const tagging::Annotation& note = sentence.at(verb).note;
  const bool agrees = note.number == language::Number::kPlural || note.gender != language::Gender::kFeminine;
  if (agrees) sentence.hang(percent, verb, Dependency::kSubject);
}

}  // namespace

void correct_share(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon) {
  if (lexicon.stake_nouns.contains(sentence.at(percent).lemma)) {
    correct_place_of_holder(sentence, percent, lexicon);
    correct_place_of_share(sentence, percent, lexicon);
  }
  if (!lexicon.percent_words.contains(sentence.at(percent).lemma)) return;
  correct_share_at_auction(sentence, percent, lexicon);
  correct_size(sentence, percent, lexicon);
  int last = correct_odd_share(sentence, percent, lexicon);
  if (last == percent && percent + 1 < sentence.size() && sentence.head_of(percent + 1) == percent &&
      lexicon.stake_nouns.contains(sentence.at(percent + 1).lemma))
    ++last;
  if (const int capital = correct_capital(sentence, percent, last, lexicon); capital != kNoWord)
    last = capital;
  correct_issuer(sentence, last, lexicon);
}

void correct_share_before_joined_verb(AnnotatedSentence& sentence, int share,
                                      const language::Lexicon& lexicon) {
  const int second = sentence.head_of(share);
  if (!lexicon.percent_words.contains(sentence.at(share).lemma) || second == kNoWord || second < share ||
      !sentence.at(second).is_verb() || !sentence.at(second).is(Dependency::kConjunct) ||
      !sentence.preposition(share).empty())
    return;
  const int first = sentence.head_of(second);
  const int conjunction = sentence.child(second, Dependency::kCoordination);
  if (first < share && conjunction > share && sentence.at(first).is_verb() &&
      sentence.child(first, Dependency::kObject) == kNoWord)
    sentence.hang(share, first, Dependency::kObject);
}

void correct_share_after_purchase(AnnotatedSentence& sentence, int share, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(share);
  const int told = here.note.head;
  if (!(lexicon.percent_words.contains(here.lemma) || lexicon.stake_nouns.contains(here.lemma)) ||
      !(here.is(Dependency::kNominalModifier) || here.is(Dependency::kSubject)) || told == kNoWord ||
      told > share || !sentence.preposition(share).empty())
    return;
  for (int purchase = share - 1; purchase > told; --purchase) {
    const Word& word = sentence.at(purchase);
    // "выкупив оставшиеся 25%"
    if (sentence.is_under(purchase, share)) continue;
    if (word.is_verb()) {
      const bool buys = lexicon.has_verb_of(word.lemma, model::Relation::kAcquires) &&
                        sentence.child(purchase, Dependency::kObject) == kNoWord;
      if (buys && !sentence.is_under(purchase, share)) sentence.hang(share, purchase, Dependency::kObject);
      return;
    }
    const bool is_purchase = word.is_noun() && lexicon.frames_by_noun.contains(word.lemma) &&
                             here.note.grammatical_case != language::Case::kAccusative;
    if (!is_purchase) continue;
    if (!sentence.is_under(purchase, share)) sentence.hang(share, purchase, Dependency::kNominalModifier);
    return;
  }
}

void correct_share_after_agent(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon) {
  if (!lexicon.percent_words.contains(sentence.at(percent).lemma) || percent < 3) return;
  int agent = percent - 2;
  if (is_mark(sentence.at(agent), "»")) --agent;
  while (agent > 0 && sentence.head_of(agent) != kNoWord && sentence.head_of(agent) < agent &&
         (sentence.at(agent).is(Dependency::kApposition) || sentence.at(agent).is(Dependency::kFlat)))
    agent = sentence.head_of(agent);
  const int event = sentence.head_of(agent);
  // "покупка у «А» 100% завода"
  const bool is_seller = sentence.preposition(agent) == "у";
  const bool is_agent = (is_seller || (sentence.at(agent).note.grammatical_case == Case::kInstrumental &&
                                       sentence.preposition(agent).empty())) &&
                        event != kNoWord && event < agent && sentence.at(event).is_noun() &&
                        lexicon.frames_by_noun.contains(sentence.at(event).lemma);
  const int told = sentence.head_of(percent);
  if (is_agent && told != event && sentence.at(percent).is(Dependency::kNominalModifier) &&
      !sentence.is_under(event, percent))
    sentence.hang(percent, event, Dependency::kNominalModifier);
}

}  // namespace whofunds::mentions
