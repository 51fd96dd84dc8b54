#include <algorithm>

#include "whofunds/tagging/rules_russian.hpp"

namespace whofunds::tagging::rules {

using language::Case;
using language::NameKind;
using language::PartOfSpeech;
using text::Script;
using text::TokenKind;

namespace {

/// In tokens.
constexpr int kLongestQuoted = 10;
/// In words: "Министерство финансов Российской Федерации".
constexpr int kLongestBody = 6;
constexpr int kMostAdjectives = 3;

constexpr Agreement kMasculineNominative = 1;

bool is_of_people(NameKind kind) {
  return kind == NameKind::kGivenName || kind == NameKind::kPatronymic || kind == NameKind::kSurname;
}

}  // namespace

bool RussianReading::is_initial(int i) const {
  return is_word(i) && token(i).capitalised && token(i).end - token(i).begin == 1 && is_text(i + 1, ".") &&
         !token(i + 1).space_before;
}

/// Whether a name begins at word `i`: a capital, which at the head of a sentence says nothing by itself.
bool RussianReading::begins_name(int i) const {
  if (!is_word(i)) return false;
  const Item& word = item(i);
  if (word.is(kNoName)) return false;
  if (token(i).script != Script::kCyrillic) {
    if (token(i).text.find_first_not_of("IVXLC") == std::string_view::npos) return false;  // "IV"
    return token(i).capitalised || token(i).script == Script::kMixed ||
           std::ranges::any_of(token(i).text, [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  if (!token(i).capitalised || word.reading == nullptr) return false;
  if (is_initial(i)) return true;
  const bool may_be = word.is_noun() || word.is(PartOfSpeech::kAdjective) || word.reading->guessed;
  if (!may_be) return false;
  if (!begins_sentence(i)) {
    // "Российский рынок": an adjective alone is a name only in names of bodies.
    int noun = i;
    while (is_word(noun) && item(noun).is(PartOfSpeech::kAdjective) && noun < i + kMostAdjectives) ++noun;
    return !word.is(PartOfSpeech::kAdjective) || (is_word(noun) && item(noun).is(kBodyWord)) ||
           word.reading->guessed;
  }
  if (word.is(kDescriptor | kTitle | kPersonWord | kDealNoun)) return false;
  if (word.reading->name != NameKind::kNone || word.reading->guessed || token(i).all_capitals) return true;
  if (!word.is_noun()) return false;
  // "Сбербанк купил": a noun that does nothing else in a deal.
  return is_word(i + 1) && !word.reading->animate &&
         ((item(i + 1).is(PartOfSpeech::kVerb) && item(i + 1).is(kDealVerb)) ||
          (token(i + 1).capitalised && item(i + 1).is_noun()));
}

NameClass RussianReading::class_of_name(int first, int last) const {
  bool people = false;
  for (int i = first; i < last; ++i) {
    const Item& word = item(i);
    if (word.is(kLegalForm | kBodyWord) && token(i).script != Script::kLatin) return NameClass::kOrganization;
    if (is_initial(i)) return NameClass::kPerson;
    if (word.is(kGivenName)) return NameClass::kPerson;
    if (word.reading != nullptr && is_of_people(word.reading->name)) people = true;
  }
  const Item& head = item(first);
  if (head.reading != nullptr && head.reading->name == NameKind::kPlace) return NameClass::kPlace;
  if (people && !token(first).all_capitals) return NameClass::kPerson;
  // "День победы": a noun of the dictionary is a name only by what is said of it.
  if (head.reading != nullptr && !head.reading->guessed && head.reading->name == NameKind::kNone &&
      head.is(PartOfSpeech::kNoun) && last - first == 1 && !token(first).all_capitals)
    return NameClass::kNone;
  return NameClass::kOrganization;
}

/// "в Козлове": an unknown word after "в" is a place, where nothing is said of deals.
bool RussianReading::is_place(int first, int last, int preposition) const {
  if (preposition == kNone || !item(preposition).is(kLoose) || last - first != 1) return false;
  if (item(first).reading == nullptr || !item(first).reading->guessed || token(first).all_capitals)
    return false;
  const int governor = clause(current_).governor;
  const bool deal = (governor != kNone && item(governor).is(kDealVerb)) ||
                    (last_noun_ != kNone && item(last_noun_).is(kDealNoun));
  return !deal && (item(first).agreement & bits_of(Case::kPrepositional)) != 0;
}

/// "Маск", "Элон": a foreign name in a consonant is a nominative, even where the dictionary has only some
/// form of another word that is spelled so.
void RussianReading::add_foreign_nominative(int i) {
  constexpr std::string_view kConsonants = "бвгджзклмнпрстфхцчшщ";
  const std::string_view text = token(i).text;
  if (text.size() < 4 || kConsonants.find(text.substr(text.size() - 2)) == std::string_view::npos) return;
  if (item(i).is_noun()) item(i).agreement |= kMasculineNominative;
}

/// Reads a run of capitals that stand in one case: "Юрия Мильнера", "А. Петров".
int RussianReading::read_name(int i, Phrase& read) {
  read.name = true;
  if (token(i).script != Script::kCyrillic) return read_latin_name(i, read);
  if (const int last = read_body(i, read); last > i) return last;
  read.head = i;
  int last = i;
  while (is_initial(last)) {
    item(last).agreement = kAnyAgreement;
    item(last).part = PartOfSpeech::kProperNoun;
    attach(last + 1, last, Dependency::kPunctuation);
    last += 2;
  }
  const bool has_initials = last > i;
  if (!has_initials) {
    add_foreign_nominative(i);
    ++last;
  }
  Agreement agreed = has_initials ? kAnyAgreement : item(i).agreement;
  while (is_word(last) && token(last).capitalised && token(last).script == Script::kCyrillic &&
         !item(last).is(kNoName)) {
    if (is_initial(last) && is_initial(i)) break;
    if (is_initial(last)) {  // "Петров А. Б."
      attach(last, i, Dependency::kFlat);
      attach(last + 1, last, Dependency::kPunctuation);
      last += 2;
      continue;
    }
    add_foreign_nominative(last);
    const bool nominal = item(last).is_noun() || (item(last).is(PartOfSpeech::kAdjective));
    const Agreement both = in_cases_of(agreed, item(last).agreement);
    if (!nominal || both == 0) break;
    // "Сбербанка Герман Греф": a given name begins another name, unless a surname stands before it.
    if (item(last).is(kGivenName) && !has_initials && !item(i).is(kGivenName) &&
        (item(i).reading == nullptr || !is_of_people(item(i).reading->name)))
      break;
    // "Петра Лунина Иван": nor does one follow a surname.
    if (item(last).is(kGivenName) && item(i).is(kGivenName) && last - i > 1) break;
    agreed = both;
    ++last;
  }
  for (int word = i + 1; word < last; ++word) {
    if (item(word).head == kNone) attach(word, i, Dependency::kFlat);
    if (item(word).is_noun()) item(word).part = PartOfSpeech::kProperNoun;
    if (in_cases_of(item(word).agreement, agreed) != 0)
      item(word).agreement = in_cases_of(item(word).agreement, agreed);
  }
  item(i).agreement = agreed;
  NameClass kind = class_of_name(i, last);
  if (kind == NameClass::kOrganization && is_place(i, last, read.preposition)) kind = NameClass::kPlace;
  if (item(i).is_noun()) item(i).part = PartOfSpeech::kProperNoun;
  const bool plain_noun = begins_sentence(i) && last - i == 1 && item(i).reading != nullptr &&
                          item(i).reading->name == NameKind::kNone && !item(i).reading->guessed &&
                          !token(i).all_capitals;
  if (!plain_noun && kind != NameClass::kNone) set_name(i, last, kind);
  read.person = kind == NameClass::kPerson;
  return last;
}

/// "Farmlight", "Sequoia Capital", "Johnson & Johnson"
int RussianReading::read_latin_name(int i, Phrase& read) {
  read.head = i;
  int last = i + 1;
  while (inside(last)) {
    const bool joined = token(last).text == "&" || token(last).text == "-" || token(last).text == "'" ||
                        token(last).text == "’";
    const bool latin = is_word(last) && token(last).script != Script::kCyrillic;
    if (!latin && !(joined && is_word(last + 1) && token(last + 1).script != Script::kCyrillic) &&
        !(token(last).kind == TokenKind::kNumber && token(last).text.size() < 3))
      break;
    attach(last, i, latin ? Dependency::kFlat : Dependency::kPunctuation);
    item(last).part = latin ? PartOfSpeech::kProperNoun : item(last).part;
    ++last;
  }
  item(i).agreement = kAnyAgreement;
  item(i).caseless = true;
  item(i).part = PartOfSpeech::kProperNoun;
  set_name(i, last, item(i).is(kGivenName) && last - i > 1 ? NameClass::kPerson : NameClass::kOrganization);
  read.person = item(i).name == NameClass::kPerson;
  return last;
}

int RussianReading::closing_quote(int i) const {
  if (!inside(i) || token(i).kind == TokenKind::kWord) return kNone;
  const std::string_view opening = token(i).text;
  std::string_view closing;
  if (opening == "«") closing = "»";
  if (opening == "„") closing = "“";
  if (opening == "“") closing = "”";
  if (opening == "\"" && (i == 0 || token(i).space_before || token(i - 1).text == "(")) closing = "\"";
  if (closing.empty() || !is_word(i + 1)) return kNone;
  if (!token(i + 1).capitalised && token(i + 1).script == Script::kCyrillic) return kNone;
  for (int end = i + 1; inside(end) && end - i <= kLongestQuoted; ++end) {
    if (token(end).text == closing) return end;
    if (token(end).text == "." || token(end).text == "!" || token(end).text == ",") return kNone;
  }
  return kNone;
}

/// «Росинка», «Северный ветер»: one name, whose head is its first noun.
int RussianReading::read_quoted(int i, Phrase& read) {
  const int end = closing_quote(i);
  read.name = true;
  read.quoted = true;
  int head = i + 1;
  Agreement agreed = item(head).agreement;
  while (head + 1 < end && item(head).is(PartOfSpeech::kAdjective) && is_word(head + 1) &&
         (agreed & item(head + 1).agreement) != 0) {
    agreed &= item(head + 1).agreement;
    ++head;
  }
  if (!item(head).is_noun()) {
    head = i + 1;
    agreed = item(head).agreement;
  }
  for (int word = i; word <= end; ++word) {
    if (word == head) continue;
    const bool before = word > i && word < head;
    attach(word, head,
           token(word).kind != TokenKind::kWord ? Dependency::kPunctuation
           : before                             ? Dependency::kAdjectiveModifier
                                                : Dependency::kFlat);
  }
  read.head = head;
  if ((agreed & kAnyAgreement) == 0) {
    agreed = kAnyAgreement;
    item(head).caseless = true;
  }
  item(head).agreement = agreed;
  if (token(head).script == Script::kLatin) item(head).caseless = true;
  if (item(head).is_noun()) item(head).part = PartOfSpeech::kProperNoun;
  // A film or a song may stand in quotes too: what the name is of, only a word before it tells.
  if (i > 0 && item(i - 1).is(kDescriptor | kBodyWord | kLegalForm))
    set_name(i + 1, end, NameClass::kOrganization);
  return end + 1;
}

/// "Министерство финансов", "Российский фонд прямых инвестиций": a body with a capital, and the genitives
/// that follow.
int RussianReading::read_body(int i, Phrase& read) {
  int head = i;
  Agreement agreed = item(i).agreement;
  while (item(head).is(PartOfSpeech::kAdjective) && is_word(head + 1) && head - i < 3) {
    ++head;
    agreed &= item(head).agreement;
  }
  if (!item(head).is(kBodyWord) || !item(head).is_noun() || agreed == 0) return i;
  for (int word = i; word < head; ++word) {
    attach(word, head, Dependency::kAdjectiveModifier);
    item(word).agreement =
        (item(word).agreement & agreed) != 0 ? item(word).agreement & agreed : item(word).agreement;
  }
  read.head = head;
  item(head).agreement = agreed;
  int last = head + 1;
  int owner = head;
  while (is_word(last) && last - i < kLongestBody) {
    int noun = last;
    Agreement genitive = kGenitive;
    while (item(noun).is(PartOfSpeech::kAdjective) && is_word(noun + 1) &&
           (genitive & item(noun).agreement) != 0)
      genitive &= item(noun++).agreement;
    genitive &= item(noun).agreement;
    if (!item(noun).is_noun() || genitive == 0 || item(noun).is(kGivenName) ||
        token(noun).script != Script::kCyrillic)
      break;
    for (int word = last; word < noun; ++word) {
      attach(word, noun, Dependency::kAdjectiveModifier);
      item(word).agreement &= genitive;
    }
    item(noun).agreement = genitive;
    attach(noun, owner, Dependency::kNominalModifier);
    owner = noun;
    last = noun + 1;
  }
  set_name(i, last, NameClass::kOrganization);
  return last;
}

}  // namespace whofunds::tagging::rules
