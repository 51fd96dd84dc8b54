#include "whofunds/mentions/complement_corrections.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;
using text::TokenKind;

namespace {

void hang_as_recipient(AnnotatedSentence& sentence, int noun, int governor) {
  sentence.hang(noun, governor, Dependency::kIndirectObject);
  sentence.words[static_cast<std::size_t>(noun)].note.grammatical_case = Case::kDative;
}

}  // namespace

void correct_first_of_two_objects(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  const bool may_be_dative = here.lower.ends_with("у") || here.lower.ends_with("ю");
  // «Карельскому граниту»
  const bool is_quoted = name > 0 && sentence.at(name - 1).is_capitalised() && name + 1 < sentence.size() &&
                         is_mark(sentence.at(name + 1), "»");
  if (!here.is(Dependency::kObject) || !(here.is_capitalised() || is_quoted) || !may_be_dative ||
      !sentence.preposition(name).empty())
    return;
  const int verb = sentence.head_of(name);
  const std::vector<int>& children = sentence.at(verb).children;
  const bool is_given_something = std::ranges::any_of(children, [&](int other) {
    const Word& given = sentence.at(other);
    return other > name && given.is(Dependency::kObject) && given.is_noun() && !given.is_capitalised() &&
           given.note.grammatical_case == Case::kAccusative;
  });
  if (!is_given_something) return;
  hang_as_recipient(sentence, name, verb);
  sentence.words[static_cast<std::size_t>(name)].note.gender = language::Gender::kMasculine;
}

void correct_sum_of_noun(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  constexpr int kLongestSum = 6;
  const Word& here = sentence.at(noun);
  const bool may_have_sum =
      lexicon.frames_by_noun.contains(here.lemma) || lexicon.round_nouns.contains(here.lemma);
  if (!here.is_noun() || !may_have_sum || noun + 2 >= sentence.size()) return;
  int next = noun + 1;
  const int percent = next + 1;
  if (sentence.at(next).token.kind == TokenKind::kNumber &&
      lexicon.percent_words.contains(sentence.at(percent).lemma)) {
    if (!sentence.is_under(percent, noun) && !sentence.is_under(noun, percent))
      sentence.hang(percent, noun, Dependency::kNominalModifier);
    return;
  }
  const bool is_introduced = sentence.at(next).note.part_of_speech == PartOfSpeech::kPreposition ||
                             lexicon.sum_nouns.contains(sentence.at(next).lemma);
  if (!is_introduced) return;
  ++next;
  if (next < sentence.size() && lexicon.sum_nouns.contains(sentence.at(next).lemma)) ++next;
  if (next >= sentence.size() || (sentence.at(next).token.kind != TokenKind::kNumber &&
                                  !lexicon.numerals.contains(sentence.at(next).lemma)))
    return;
  int currency = next;
  while (currency < sentence.size() && currency < next + kLongestSum &&
         !lexicon.currencies.contains(sentence.at(currency).lemma) &&
         !lexicon.currencies.contains(sentence.at(currency).lower))
    ++currency;
  if (currency >= sentence.size() || currency >= next + kLongestSum) return;
  if (sentence.is_under(currency, noun) || sentence.is_under(noun, currency)) return;
  const int head = sentence.head_of(currency);
  // What hangs on the verb of the noun is near enough.
  if (head == sentence.head_of(noun) && head != kNoWord) return;
  sentence.hang(currency, noun, Dependency::kNominalModifier);
}

void correct_percent(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(percent);
  if (!lexicon.percent_words.contains(here.lemma) || percent + 1 >= sentence.size()) return;
  const std::string_view preposition = sentence.preposition(percent);
  const Word& next = sentence.at(percent + 1);
  const int verb = here.note.head;
  // "выкупить до 25% завода"
  const bool is_of_genitive = std::ranges::any_of(here.children, [&](int child) {
    const Word& whose = sentence.at(child);
    return child > percent && whose.is(Dependency::kNominalModifier) &&
           whose.note.grammatical_case == Case::kGenitive && sentence.preposition(child).empty();
  });
  // "до", "около", "более", "по 49% в «А» и «Б»"
  const std::string measure(preposition);
  const bool is_measure = lexicon.at_most.contains(measure) || lexicon.at_least.contains(measure) ||
                          lexicon.approximators.contains(measure) || measure == "по";
  const int object = verb == kNoWord ? kNoWord : sentence.child(verb, Dependency::kObject);
  // A sum is the price, and no other object.
  const bool has_no_object = object == kNoWord || lexicon.currencies.contains(sentence.at(object).lemma) ||
                             lexicon.currencies.contains(sentence.at(object).lower);
  if (preposition == "на" && next.note.part_of_speech == PartOfSpeech::kParticiple &&
      !sentence.is_under(percent + 1, percent)) {
    sentence.hang(percent, percent + 1, Dependency::kOblique);
  } else if (is_measure && here.is(Dependency::kOblique) && verb != kNoWord && sentence.at(verb).is_verb() &&
             has_no_object &&
             (lexicon.stake_nouns.contains(next.lemma) || is_of_genitive || next.lower == "в")) {
    sentence.words[static_cast<std::size_t>(percent)].note.dependency = Dependency::kObject;
  }
}

void correct_complement_of_money(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int money = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || money == kNoWord || money > noun ||
      !sentence.preposition(noun).empty() || !lexicon.descriptors.contains(here.lemma) ||
      !(lexicon.currencies.contains(sentence.at(money).lemma) ||
        lexicon.scales.contains(sentence.at(money).lemma)))
    return;
  int verb = noun + 1;
  while (verb < sentence.size() && !sentence.at(verb).is_verb() && !is_mark(sentence.at(verb), ",")) ++verb;
  if (verb >= sentence.size() || !sentence.at(verb).is_verb() || sentence.is_under(verb, noun)) return;
  hang_as_recipient(sentence, noun, verb);
}

void correct_subject_of_oblique_adjective(AnnotatedSentence& sentence, int name) {
  const Word& here = sentence.at(name);
  if (here.note.grammatical_case != Case::kNone) return;
  const int adjective = sentence.child(name, Dependency::kAdjectiveModifier);
  if (adjective == kNoWord) return;
  const Case told = sentence.at(adjective).note.grammatical_case;
  if (told != Case::kGenitive && told != Case::kDative) return;
  const int verb = here.note.head;
  // "дочерняя компания американской Bell": it is hers, not she
  const bool is_owner = here.is(Dependency::kApposition) && verb != kNoWord && verb == adjective - 1 &&
                        sentence.at(verb).is_noun() && sentence.at(verb).note.grammatical_case != told;
  if (is_owner) {
    sentence.words[static_cast<std::size_t>(name)].note.dependency = Dependency::kNominalModifier;
    sentence.words[static_cast<std::size_t>(name)].note.grammatical_case = Case::kGenitive;
    return;
  }
  // "продаст корейской Hoshino «дочку»"
  const bool is_first_object = here.is(Dependency::kObject) && told == Case::kDative && verb != kNoWord &&
                               std::ranges::any_of(sentence.at(verb).children, [&](int other) {
                                 return other > name && sentence.at(other).is(Dependency::kObject);
                               });
  if (is_first_object) return hang_as_recipient(sentence, name, verb);
  if (!here.is(Dependency::kSubject)) return;
  if (verb == kNoWord || !sentence.at(verb).is_verb() || sentence.child(verb, Dependency::kObject) == kNoWord)
    return;
  hang_as_recipient(sentence, name, verb);
}

void correct_second_name(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(name);
  const int noun = here.note.head;
  const int adjective = sentence.child(name, Dependency::kAdjectiveModifier);
  const bool is_described = here.is(Dependency::kNominalModifier) && sentence.preposition(name).empty() &&
                            adjective != kNoWord && adjective < name;
  if (!(here.is(Dependency::kApposition) || is_described) || here.token.script != text::Script::kLatin ||
      noun == kNoWord || noun > name || !is_plain_description(sentence.at(noun), lexicon))
    return;
  const int first = sentence.child(noun, Dependency::kApposition);
  if (first == name || first > name || (is_described && first == kNoWord)) return;
  for (int i = first; i < name; ++i) {
    if (is_mark(sentence.at(i), ",") || sentence.at(i).lower == "и") return;
  }
  // "о продаже банка «А» кипрской Volta": to whom a sale goes it says as its verb does
  const auto is_sale = [&](int word) {
    return lexicon.any_frame_of_noun(sentence.at(word).lemma, [](const language::Frame& frame) {
      return !frame.seller.slots.empty() && frame.from.has_case(Case::kDative);
    });
  };
  int given = noun;
  while (given != kNoWord && !sentence.at(given).is_verb() && !is_sale(given))
    given = sentence.head_of(given);
  if (given == kNoWord || sentence.child(given, Dependency::kIndirectObject) != kNoWord) return;
  const bool goes_to_dative =
      !sentence.at(given).is_verb() ||
      lexicon.any_frame_of_verb(sentence.at(given).lemma, [](const language::Frame& frame) {
        return frame.from.has_case(Case::kDative);
      });
  if (!goes_to_dative) return;
  hang_as_recipient(sentence, name, given);
}

void correct_adjective_taken_for_noun(AnnotatedSentence& sentence, int adjective) {
  const int noun = adjective + 1;
  const Word& here = sentence.at(adjective);
  const bool is_party = here.is(Dependency::kObject) || here.is(Dependency::kIndirectObject);
  if (!is_party || noun >= sentence.size() || !sentence.at(noun).is_noun() || here.note.head == kNoWord)
    return;
  // "пожертвовал Енисейскому университету": a tagger may take the adjective of a place for a name.
  const bool is_of_place = here.is_capitalised() && here.lemma.ends_with("ский") &&
                           !sentence.at(noun).is_capitalised() &&
                           here.note.grammatical_case == Case::kDative &&
                           sentence.at(noun).note.grammatical_case == Case::kDative &&
                           (sentence.head_of(noun) == adjective || sentence.head_of(noun) == here.note.head);
  const bool is_described =
      here.note.part_of_speech == PartOfSpeech::kAdjective && sentence.head_of(noun) == adjective;
  if (!is_of_place && !is_described) return;
  const int verb = here.note.head;
  const std::vector<int>& siblings = sentence.at(verb).children;
  const bool has_object = std::any_of(siblings.begin(), siblings.end(), [&](int other) {
    return other != adjective && sentence.at(other).is(Dependency::kObject);
  });
  if (has_object) {
    hang_as_recipient(sentence, noun, verb);
  } else {
    sentence.hang(noun, verb, here.note.dependency);
  }
  sentence.hang(adjective, noun, Dependency::kAdjectiveModifier);
  sentence.words[static_cast<std::size_t>(adjective)].note.part_of_speech = PartOfSpeech::kAdjective;
}

void correct_conjunct_in_other_case(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  const int head = here.note.head;
  const bool is_joined = here.is(Dependency::kConjunct) || here.is(Dependency::kApposition);
  if (!is_joined || head == kNoWord || head > noun || here.is_capitalised() || noun == 0 ||
      !is_mark(sentence.at(noun - 1), ","))
    return;
  const Case told = here.note.grammatical_case;
  const Case wanted = sentence.at(head).note.grammatical_case;
  if (wanted != Case::kAccusative || (told != Case::kGenitive && told != Case::kDative)) return;
  const int verb = sentence.head_of(head);
  if (verb == kNoWord || !sentence.at(verb).is_verb() || !sentence.at(head).is(Dependency::kObject)) return;
  hang_as_recipient(sentence, noun, verb);
}

void correct_content_of_plan(AnnotatedSentence& sentence, int event, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(event);
  const int told = here.note.head;
  const std::string_view preposition = sentence.preposition(event);
  if (!here.is(Dependency::kNominalModifier) || told == kNoWord || told > event ||
      (preposition != "о" && preposition != "об" && preposition != "на") ||
      !lexicon.frames_by_noun.contains(here.lemma) || lexicon.status_verbs.contains(sentence.at(told).lemma))
    return;
  for (const int plan : sentence.at(told).children) {
    const bool is_plan = plan > told && plan < event && sentence.at(plan).is(Dependency::kNominalModifier) &&
                         sentence.at(plan).is_noun() &&
                         lexicon.status_verbs.contains(sentence.at(plan).lemma);
    if (is_plan) return sentence.hang(event, plan, Dependency::kNominalModifier);
  }
}

void correct_dative_subject(AnnotatedSentence& sentence, int noun) {
  const Word& here = sentence.at(noun);
  if (noun == 0 || !here.is(Dependency::kSubject) || here.note.grammatical_case != Case::kDative) return;
  int word = noun - 1;
  while (word > 0 && (is_mark(sentence.at(word), "«") || sentence.head_of(word) == noun)) --word;
  const bool governs =
      sentence.at(word).is_verb() || sentence.at(word).note.part_of_speech == PartOfSpeech::kShortForm;
  const int head = governs && !sentence.is_under(word, noun) ? word : here.note.head;
  sentence.hang(noun, head, Dependency::kIndirectObject);
}

void correct_buyer_in_apposition(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int event = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || here.note.grammatical_case != Case::kGenitive ||
      event == kNoWord || !lexicon.frames_by_noun.contains(sentence.at(event).lemma))
    return;
  std::vector<int> joined;
  for (const int child : here.children) {
    if (sentence.at(child).is(Dependency::kConjunct) || sentence.at(child).is(Dependency::kApposition))
      joined.push_back(child);
    if (sentence.child(child, Dependency::kCoordination) != kNoWord) return;
  }
  const int last = joined.empty() ? kNoWord : joined.back();
  if (joined.size() != 2 || !is_plain_description(sentence.at(last), lexicon) ||
      sentence.child(last, Dependency::kApposition) == kNoWord)
    return;
  sentence.words[static_cast<std::size_t>(joined.front())].note.dependency = Dependency::kApposition;
  hang_as_recipient(sentence, last, event);
}

void correct_recipient_before_object(AnnotatedSentence& sentence, int adjective) {
  const int name = adjective + 1;
  const Word& here = sentence.at(adjective);
  const int given = here.note.head;
  if (!here.is(Dependency::kAdjectiveModifier) || here.note.grammatical_case != Case::kDative ||
      given <= name || sentence.at(name).token.script != text::Script::kLatin ||
      !sentence.at(name).is_capitalised())
    return;
  const int verb = sentence.head_of(given);
  if (!sentence.at(given).is(Dependency::kObject) ||
      sentence.at(given).note.grammatical_case != Case::kAccusative || verb == kNoWord ||
      !sentence.at(verb).is_verb())
    return;
  const int head = sentence.head_of(name);
  if (head != given && head != verb) return;
  // What a parser took for the recipient is the name of what is given.
  const int other = sentence.child(verb, Dependency::kIndirectObject);
  const bool is_beside = other == given + 1 || (other == given + 2 && is_mark(sentence.at(given + 1), "»"));
  if (other != kNoWord && other != name) {
    if (!is_beside) return;
    sentence.hang(other, given, Dependency::kApposition);
    sentence.words[static_cast<std::size_t>(other)].note.grammatical_case = Case::kNone;
  }
  sentence.hang(adjective, name, Dependency::kAdjectiveModifier);
  hang_as_recipient(sentence, name, verb);
}

void correct_object_after_agent(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon) {
  const Word& here = sentence.at(noun);
  const int agent = here.note.head;
  if (!here.is(Dependency::kNominalModifier) || here.note.grammatical_case != Case::kGenitive ||
      agent == kNoWord || agent > noun || sentence.at(agent).note.grammatical_case != Case::kInstrumental ||
      !sentence.preposition(noun).empty() || !sentence.preposition(agent).empty())
    return;
  const int named = sentence.child(agent, Dependency::kApposition);
  const bool has_name = sentence.at(agent).is_capitalised() || (named != kNoWord && named < noun);
  const int event = sentence.head_of(agent);
  if (!has_name || event == kNoWord || event > agent || !sentence.at(event).is_noun() ||
      !lexicon.frames_by_noun.contains(sentence.at(event).lemma))
    return;
  const bool has_object = std::ranges::any_of(sentence.at(event).children, [&](int child) {
    const Word& other = sentence.at(child);
    return other.is(Dependency::kNominalModifier) && other.note.grammatical_case == Case::kGenitive &&
           sentence.preposition(child).empty();
  });
  if (!has_object) sentence.hang(noun, event, Dependency::kNominalModifier);
}

void correct_apposition_of_verb(AnnotatedSentence& sentence, int name) {
  Word& here = sentence.words[static_cast<std::size_t>(name)];
  const int verb = here.note.head;
  int first = name;
  while (first > 0 && sentence.at(first - 1).is(Dependency::kAdjectiveModifier) &&
         sentence.head_of(first - 1) == name)
    --first;
  // "100 млн «А-е» даст «Б»": a dative before its verb is to whom
  if (here.is(Dependency::kApposition) && verb > name &&
      sentence.at(verb).note.part_of_speech == PartOfSpeech::kVerb &&
      here.note.grammatical_case == Case::kDative && sentence.preposition(name).empty()) {
    here.note.dependency = Dependency::kIndirectObject;
    return;
  }
  const bool stands_after = verb == first - 1 || (verb == first - 2 && is_mark(sentence.at(first - 1), "«"));
  if (!here.is(Dependency::kApposition) || verb == kNoWord || !stands_after ||
      sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb)
    return;
  const int subject = sentence.child(verb, Dependency::kSubject);
  if (subject != kNoWord) {
    Word& other = sentence.words[static_cast<std::size_t>(subject)];
    // "А и Б вместе купят «В»"
    const bool has_object = sentence.child(verb, Dependency::kObject) != kNoWord;
    if (other.note.grammatical_case == Case::kNominative && subject < verb && !has_object &&
        is_mark(sentence.at(first - 1), "«")) {
      here.note.dependency = Dependency::kObject;
      return;
    }
    if (other.note.grammatical_case != Case::kGenitive || subject > verb) return;
    other.note.dependency = Dependency::kObject;
  }
  here.note.dependency = Dependency::kSubject;
}

}  // namespace whofunds::mentions
