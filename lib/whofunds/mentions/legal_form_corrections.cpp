#include "whofunds/mentions/legal_form_corrections.hpp"

#include <algorithm>
#include <vector>

#include "whofunds/mentions/complement_corrections.hpp"
#include "whofunds/mentions/titles.hpp"

namespace whofunds::mentions {

using language::Case;
using language::PartOfSpeech;
using tagging::Dependency;

namespace {

/// "дочерняя фирма ГК «А»", "владелец ПАО «Б»": the name in quotes after letters that tell a legal form is
/// theirs, and after a title they are whose it is.
void correct_legal_form(AnnotatedSentence& sentence, int form, const language::Lexicon& lexicon) {
  const int quote = form + 1;
  if (!lexicon.legal_forms.contains(sentence.at(form).lower) || !sentence.at(form).token.all_capitals ||
      quote + 1 >= sentence.size() || !is_mark(sentence.at(quote), "«"))
    return;
  const int name = head_in_quotes(sentence, quote);
  if (name == kNoWord) return;
  const int named_by = sentence.head_of(name);
  if (named_by != form && !sentence.is_under(form, name)) {
    // "Дочернее предприятие «А» ООО «Б»": of two trees the one that the name shows
    const bool takes_place = named_by != kNoWord && named_by < form && sentence.at(named_by).is_noun() &&
                             sentence.head_of(form) != named_by;
    if (takes_place) sentence.hang(form, named_by, sentence.at(name).note.dependency);
    sentence.hang(name, form, Dependency::kApposition);
  }
  const int title = sentence.head_of(form);
  // "акционера ОАО «А» Белова в отношении лиц ЗАО «Б»": a title has one owner before its name.
  const int before = form - 1;
  const int named = title == kNoWord ? kNoWord : sentence.child(title, Dependency::kApposition);
  const bool is_beyond_name = named != kNoWord && named > title && named < before &&
                              lexicon.frames_by_title.contains(sentence.at(title).lemma);
  if (is_beyond_name && sentence.at(before).is_noun() && !sentence.at(before).is_capitalised() &&
      sentence.at(form).is(Dependency::kNominalModifier) && !sentence.is_under(before, form))
    return sentence.hang(form, before, Dependency::kNominalModifier);
  // "своей «дочке» ООО «А»": of whom it is has been said, and the form begins its name
  const int close = form - 1;
  const int member = close > 1 && is_mark(sentence.at(close), "»") ? close - 1 : close;
  const bool is_told_whose =
      member > 0 && title == member && lexicon.member_nouns.contains(sentence.at(member).lemma) &&
      std::ranges::any_of(sentence.at(member).children,
                          [&](int child) { return is_possessive(lexicon.pronouns, sentence.at(child)); });
  if (is_told_whose) return sentence.hang(form, member, Dependency::kApposition);
  const bool is_owner = title == form - 1 && sentence.at(form).is(Dependency::kApposition) &&
                        (is_title(sentence, title, lexicon, TitleBy::kAdjective) ||
                         (is_title(sentence, title, lexicon, TitleBy::kItself) &&
                          !lexicon.descriptors.contains(sentence.at(title).lemma)));
  if (!is_owner) return;
  sentence.words[static_cast<std::size_t>(form)].note.dependency = Dependency::kNominalModifier;
  sentence.words[static_cast<std::size_t>(form)].note.grammatical_case = Case::kGenitive;
}

}  // namespace

void correct_legal_forms(AnnotatedSentence& sentence, const language::Lexicon& lexicon) {
  for (int i = 0; i < sentence.size(); ++i) correct_legal_form(sentence, i, lexicon);
}

void correct_name_of_legal_form(AnnotatedSentence& sentence, int quote, const language::Lexicon& lexicon) {
  const int form = quote - 1;
  if (form < 0 || !is_legal_form(sentence.at(form), lexicon)) return;
  const int name = head_in_quotes(sentence, quote);
  if (name == kNoWord) return;
  // "акционера ОАО «А» Белова в отношении лиц ЗАО «Б»": whose one is already told is of nobody else.
  const int told = sentence.head_of(form);
  const int before = form - 1;
  const bool is_complement = sentence.at(form).is(Dependency::kNominalModifier) && told != kNoWord &&
                             told < before && sentence.at(before).is_noun() &&
                             !sentence.at(before).is_capitalised();
  if (is_complement && !sentence.is_under(before, form) &&
      std::ranges::any_of(sentence.at(told).children, [&](int other) {
        return other > told && other < before && is_legal_form(sentence.at(other), lexicon);
      }))
    sentence.hang(form, before, Dependency::kNominalModifier);
  if (sentence.is_under(name, form) || sentence.is_under(form, name)) return;
  sentence.hang(name, form, Dependency::kApposition);
}

void correct_case_of_legal_form(AnnotatedSentence& sentence, int form, const language::Lexicon& lexicon) {
  Word& here = sentence.words[static_cast<std::size_t>(form)];
  if (!is_legal_form(here, lexicon) || !sentence.preposition(form).empty()) return;
  const int head = here.note.head;
  if (head == kNoWord || head > form) return;
  const Word& governor = sentence.at(head);
  const auto other_child = [&](Dependency dependency) {
    const auto found = std::ranges::find_if(
        governor.children, [&](int child) { return child != form && sentence.at(child).is(dependency); });
    return found == governor.children.end() ? kNoWord : *found;
  };
  if (governor.is_verb() && here.is(Dependency::kSubject)) {
    const int subject = other_child(Dependency::kSubject);
    const bool is_given = other_child(Dependency::kObject) != kNoWord;
    if (subject == kNoWord || subject > head || !is_given) return;
    here.note.dependency = Dependency::kIndirectObject;
    here.note.grammatical_case = Case::kDative;
  } else if (governor.is_verb() && here.is(Dependency::kIndirectObject)) {
    const int receiver = other_child(Dependency::kIndirectObject);
    const bool is_taken = receiver != kNoWord && receiver < head &&
                          sentence.at(receiver).note.grammatical_case == Case::kDative;
    if (!is_taken || sentence.has_subject(head)) return;
    here.note.dependency = Dependency::kSubject;
    here.note.grammatical_case = Case::kNominative;
  } else if (governor.is_noun() && here.is(Dependency::kNominalModifier) &&
             governor.is(Dependency::kObject) && lexicon.frames_by_noun.contains(governor.lemma)) {
    const int verb = governor.note.head;
    if (verb == kNoWord || verb > head || !sentence.at(verb).is_verb() || !sentence.has_subject(verb) ||
        !lexicon.providing_verbs.contains(sentence.at(verb).lemma))
      return;
    sentence.hang(form, verb, Dependency::kIndirectObject);
    here.note.grammatical_case = Case::kDative;
  }
}

}  // namespace whofunds::mentions
