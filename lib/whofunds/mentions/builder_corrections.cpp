#include <algorithm>
#include <vector>

#include "whofunds/mentions/actor_corrections.hpp"
#include "whofunds/mentions/agreement_corrections.hpp"
#include "whofunds/mentions/complement_corrections.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// Whether a noun and the adjectives before it begin a name in quotes: «Белый камень».
bool is_in_quotes(const AnnotatedSentence& sentence, int noun) {
  int first = noun;
  while (first > 0 && sentence.head_of(first - 1) == noun &&
         sentence.at(first - 1).is(Dependency::kAdjectiveModifier))
    --first;
  return first > 0 && is_mark(sentence.at(first - 1), "«");
}

/// "Элеватор «А» построит компания «Б»", "элеватор, который построит «Б»": of two that a verb of building
/// has, the works are built and the firm builds them.
void correct_works_that_build(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const bool builds = lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
    return frame.relation == model::Relation::kDevelops && frame.object_words.empty() &&
           frame.to.kinds == std::vector{model::EntityKind::kCompany};
  });
  if (!builds) return;
  int works = kNoWord;
  int firm = kNoWord;
  bool follows_relative = false;
  for (const int child : sentence.at(verb).children) {
    const Word& word = sentence.at(child);
    if (!(word.is(Dependency::kSubject) || word.is(Dependency::kObject))) continue;
    const int described = sentence.head_of(verb);
    const bool is_relative = sentence.at(verb).is(Dependency::kRelativeClause) && described != kNoWord &&
                             lexicon.relative_pronouns.contains(word.lemma);
    const std::string& called = is_relative ? sentence.at(described).lemma : word.lemma;
    const auto descriptor = lexicon.descriptors.find(called);
    const bool is_project =
        descriptor != lexicon.descriptors.end() && descriptor->second.kind == model::EntityKind::kProject;
    const bool is_works = is_project || (descriptor != lexicon.descriptors.end() &&
                                         descriptor->second.kind == model::EntityKind::kCompany &&
                                         !lexicon.frames_by_title.contains(called));
    // "Кинокластер «А» построит холдинг": a word of no list at the head of a sentence, before a name
    const bool is_unheard = child == 0 && descriptor == lexicon.descriptors.end() && !is_relative &&
                            !word.token.all_capitals && !lexicon.frames_by_title.contains(word.lemma) &&
                            is_mark(sentence.at(1), "«");
    // "Дата-центр возводит «А»": what is built builds nothing, whatever is named after the verb
    follows_relative = follows_relative || (child < verb && is_works && (is_relative || is_project));
    if (child < verb && (is_works || is_unheard || in(lexicon.works_nouns, word))) works = child;
    // "Завод «А» построит Volta": what has no description is no works
    const bool is_bare_name = works != kNoWord && in(lexicon.works_nouns, sentence.at(works)) &&
                              (word.is_capitalised() || is_in_quotes(sentence, child));
    const bool is_firm = is_bare_name || lexicon.legal_forms.contains(word.lower) ||
                         lexicon.frames_by_title.contains(word.lemma) ||
                         (follows_relative && is_works && !is_project) ||
                         (follows_relative && (word.is_capitalised() || is_in_quotes(sentence, child)));
    if (child > verb && is_firm && word.note.grammatical_case != Case::kGenitive) firm = child;
  }
  // "«А» построит музей «Б»": so of a bare name before the verb and works after it that a parser turned round
  const int built = sentence.child(verb, Dependency::kSubject);
  const int builder = sentence.child(verb, Dependency::kObject);
  const auto thing = lexicon.descriptors.find(sentence.at(built).lemma);
  const bool is_turned =
      builder != kNoWord && builder < verb && built > verb && sentence.at(builder).is_capitalised() &&
      is_in_quotes(sentence, builder) && thing != lexicon.descriptors.end() &&
      !sentence.at(built).is_capitalised() &&
      (in(lexicon.works_nouns, sentence.at(built)) || thing->second.kind == model::EntityKind::kProject ||
       thing->second.kind == model::EntityKind::kOrganization);
  if (is_turned && may_agree(sentence, verb, builder)) return exchange(sentence, verb, built, builder);
  if (works == kNoWord || firm == kNoWord || !may_agree(sentence, verb, firm)) return;
  exchange(sentence, verb, works, firm);
}

/// "Клуб «А» спонсирует «Б»": what is no firm takes money, and gives none.
void correct_receiver_that_gives(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const int receiver = sentence.child(verb, Dependency::kSubject);
  const std::vector<int>& children = sentence.at(verb).children;
  const auto after = std::ranges::find_if(children, [&](int child) {
    return child > verb &&
           (sentence.at(child).is(Dependency::kSubject) || sentence.at(child).is(Dependency::kObject));
  });
  const int giver = after == children.end() ? kNoWord : *after;
  if (receiver == kNoWord || giver == kNoWord || receiver > verb || giver < verb ||
      !sentence.at(giver).is_noun())
    return;
  const Word& other = sentence.at(giver);
  const auto descriptor = lexicon.descriptors.find(other.lemma);
  const bool may_give = other.is_capitalised() || (descriptor != lexicon.descriptors.end() &&
                                                   (descriptor->second.kind == model::EntityKind::kCompany ||
                                                    descriptor->second.kind == model::EntityKind::kFund));
  const bool pays = lexicon.any_frame_of_verb(sentence.at(verb).lemma, [&](const language::Frame& frame) {
    return frame.relation == model::Relation::kInvestsIn && frame.object_words.empty() &&
           frame.to.has(language::Slot::Place::kObject) && frame.from.has(language::Slot::Place::kSubject);
  });
  const auto told = lexicon.descriptors.find(sentence.at(receiver).lemma);
  // "Завод «А» профинансирует банк «Б»"
  const bool is_lent_to = told != lexicon.descriptors.end() && lexicon.lender_words.contains(other.lemma) &&
                          !lexicon.lender_words.contains(sentence.at(receiver).lemma) &&
                          told->second.kind == model::EntityKind::kCompany;
  const bool takes_gifts = is_lent_to || (told != lexicon.descriptors.end() &&
                                          told->second.kind == model::EntityKind::kOrganization);
  if (pays && may_give && takes_gifts && may_agree(sentence, verb, giver))
    exchange(sentence, verb, receiver, giver);
}

}  // namespace

void correct_firm_after_place(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  constexpr int kFarthest = 5;
  if (sentence.at(verb).note.part_of_speech != PartOfSpeech::kVerb || verb + 3 >= sentence.size() ||
      sentence.at(verb + 1).note.part_of_speech != PartOfSpeech::kPreposition)
    return;
  int firm = verb + 3;
  while (firm + 1 < sentence.size() && firm < verb + kFarthest && !sentence.at(firm).token.all_capitals)
    ++firm;
  const int place = firm - 1;
  if (firm + 1 >= sentence.size() || !sentence.at(firm).token.all_capitals ||
      !is_mark(sentence.at(firm + 1), "«") || !lexicon.legal_forms.contains(sentence.at(firm).lower))
    return;
  const auto descriptor = lexicon.descriptors.find(sentence.at(place).lemma);
  const bool is_place =
      sentence.at(place).is_capitalised() ||
      (descriptor != lexicon.descriptors.end() && descriptor->second.kind == model::EntityKind::kPlace);
  if (!is_place || sentence.at(firm).is(Dependency::kSubject)) return;
  // a place that a parser took for an adjective of the firm
  if (sentence.head_of(place) == firm) {
    sentence.hang(firm, verb, Dependency::kOther);
    sentence.hang(place, verb, Dependency::kOblique);
    sentence.hang(verb + 1, place, Dependency::kCase);
  }
  const int subject = sentence.child(verb, Dependency::kSubject);
  sentence.hang(firm, verb, subject == kNoWord ? Dependency::kSubject : Dependency::kObject);
  sentence.words[static_cast<std::size_t>(firm)].note.grammatical_case = Case::kNominative;
  // "АО «А» — дочерняя компания «Б»": what a parser took to act tells of it
  if (subject > firm) {
    sentence.hang(subject, firm, Dependency::kApposition);
    sentence.hang(firm, verb, Dependency::kSubject);
  }
}

void correct_builders(AnnotatedSentence& sentence, int verb, const language::Lexicon& lexicon) {
  const auto stands = [&](int child) {
    return sentence.at(child).is(Dependency::kSubject) || sentence.at(child).is(Dependency::kObject);
  };
  const std::vector<int>& children = sentence.at(verb).children;
  const auto first = std::ranges::find_if(children, stands);
  const bool has_both =
      first != children.end() && *first < verb &&
      std::any_of(first, children.end(), [&](int child) { return child > verb && stands(child); });
  if (!has_both || !lexicon.frames_by_verb.contains(sentence.at(verb).lemma)) return;
  correct_works_that_build(sentence, verb, lexicon);
  correct_receiver_that_gives(sentence, verb, lexicon);
}

}  // namespace whofunds::mentions
