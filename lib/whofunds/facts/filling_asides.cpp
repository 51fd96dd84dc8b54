#include <algorithm>
#include <string_view>

#include "whofunds/facts/arguments.hpp"
#include "whofunds/facts/filling.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::NameMention;
using tagging::Dependency;

namespace {

/// Where the bracket opens that a word stands in; kNoWord if it stands in none.
int opening_bracket(const mentions::AnnotatedSentence& tree, int word) {
  for (int i = word; i >= 0; --i) {
    const std::string_view mark = tree.at(i).token.text;
    if (mark == ")" && i != word) return kNoWord;
    if (mark == "(") return i;
  }
  return kNoWord;
}

}  // namespace

/// "«А» (51% принадлежит Б)", "A (owner: B)": what brackets say without naming of whom they say it is said of
/// the name right before them.
std::vector<Referent> Filling::before_bracket(const language::Role& role) {
  const int bracket = opening_bracket(tree_, trigger_.word);
  // "«А» (принадлежит банку «Б»)": nor is what a thing in brackets is called anything of A's
  if (bracket == kNoWord || frame_.both || trigger_.form == Trigger::Form::kThing) return {};
  // "(основатель холдинга «А»)": what another noun of the bracket is about is not said of the name.
  const int above = tree_.head_of(trigger_.word);
  const bool is_of_person = frame_.from.kinds == std::vector{model::EntityKind::kPerson};
  if (trigger_.form == Trigger::Form::kTitle && is_of_person && above > bracket && above < trigger_.word &&
      tree_.at(above).is_noun())
    return {};
  for (const NameMention& name : mentions_.names) {
    const bool stands_before = name.last + (name.quoted ? 1 : 0) == bracket;
    if (stands_before && is_free(name.head)) return referents_.of(name.head, role.kinds);
  }
  return {};
}

/// "«А», основной владелец которого — Б, закрыт": who is told after a title in apposition, not what it stands
/// beside.
std::vector<Referent> Filling::told_of_apposition(const language::Role& role) {
  std::vector<Referent> found;
  // "«А» (подконтролен Б)": a short form is said of its subject, or of what the bracket stands after.
  if (tree_.at(trigger_.word).note.part_of_speech == language::PartOfSpeech::kShortForm) {
    for (const int subject : clause_.overt_subjects(trigger_.word))
      append(found, referents_.of(subject, role.kinds));
    return found.empty() ? before_bracket(role) : found;
  }
  if (!tree_.at(trigger_.word).is(Dependency::kApposition)) return found;
  for (const int child : tree_.at(trigger_.word).children) {
    if (child > trigger_.word && tree_.at(child).is(Dependency::kSubject))
      append(found, referents_.of(child, role.kinds));
  }
  return found;
}

/// "нашёл инвестора — фонд «А»"
bool Filling::is_told_after_dash(int child) const {
  const bool follows = child > trigger_.word && tree_.at(child).is(Dependency::kParataxis);
  return follows &&
         (tree_.at(trigger_.word + 1).token.text == "—" || tree_.at(trigger_.word + 1).token.text == ":");
}

/// "Глава «А» Иван Белов и директор «Б» Анна Юрьева": a name after the next of two titles is that one's,
/// where the first has a name.
bool Filling::is_of_next_title(int name) const {
  const std::vector<int>& children = tree_.at(trigger_.word).children;
  return std::ranges::any_of(children, [&](int next) {
    const bool is_between = next > trigger_.word && next < name && tree_.at(next).is(Dependency::kConjunct) &&
                            lexicon_.frames_by_title.contains(tree_.at(next).lemma);
    return is_between && std::ranges::any_of(children, [&](int first) {
             return first < next && tree_.at(first).is(Dependency::kApposition);
           });
  });
}

/// "сменил Белову на посту главы «А»": where it is said what was headed.
std::vector<Referent> Filling::sold_before(const language::Role& role) {
  std::vector<Referent> found = sold_in_clause(role);
  return found.empty() ? referents_.last_asset(trigger_.word, role.kinds) : found;
}

std::vector<Referent> Filling::sold_in_clause(const language::Role& role) {
  for (int sale = trigger_.word - 1; sale >= 0 && lexicon_.inflected; --sale) {
    const bool is_sale = lexicon_.has_noun_of(tree_.at(sale).lemma, model::Relation::kAcquires);
    if (!is_sale) continue;
    std::vector<Referent> found;
    for (const int of : clause_.possessors(sale)) append(found, referents_.of(of, role.kinds));
    if (!found.empty()) return found;
  }
  return {};
}

bool Filling::asks_who() const {
  if (!lexicon_.inflected) return false;
  for (const int word : {trigger_.word, tree_.head_of(trigger_.word)}) {
    const int subject = word == kNoWord ? kNoWord : tree_.child(word, Dependency::kSubject);
    if (subject != kNoWord && tree_.at(subject).lemma == "кто") return true;
  }
  return false;
}

bool Filling::names_other_part(const std::vector<Referent>& party) {
  if (!lexicon_.inflected || frame_.relation != model::Relation::kPartOf || party.empty()) return false;
  for (const int child : tree_.at(trigger_.word).children) {
    const bool is_name = child > trigger_.word && tree_.at(child).is(Dependency::kApposition) &&
                         mentions_.name_at(child) != kNoWord;
    if (!is_name) continue;
    const std::vector<Referent> named = referents_.of(child, {});
    return std::ranges::none_of(
        party, [&](const Referent& part) { return !named.empty() && part.entity == named.front().entity; });
  }
  return false;
}

bool Filling::tells_of_title() const {
  const mentions::Word& title = tree_.at(trigger_.word);
  return title.note.grammatical_case == language::Case::kNominative ||
         (title.note.grammatical_case == language::Case::kInstrumental &&
          tree_.preposition(trigger_.word).empty() &&
          (title.is(Dependency::kRoot) || title.is(Dependency::kOpenComplement)));
}

std::vector<Referent> Filling::replaced(const language::Role& role) {
  std::vector<Referent> found;
  if (!lexicon_.inflected) return found;
  const language::Slot instead{.place = language::Slot::Place::kPreposition,
                               .grammatical_case = language::Case::kGenitive,
                               .preposition = "вместо"};
  for (const int word : {trigger_.word, tree_.head_of(trigger_.word)}) {
    const bool tells = word != kNoWord && (trigger_.form == Trigger::Form::kVerb ||
                                           lexicon_.copular_verbs.contains(tree_.at(word).lemma) ||
                                           lexicon_.having_verbs.contains(tree_.at(word).lemma));
    for (const int former : !tells ? std::vector<int>() : clause_.after_preposition(word, instead))
      append(found, sure(referents_.of(former, role.kinds)));
    if (!found.empty()) break;
  }
  return found;
}

std::vector<Referent> Filling::post_left(const language::Role& role) {
  std::vector<Referent> found;
  // "succeeded A at the helm of the firm", "succeeded A at the firm"
  for (const int place : tree_.at(trigger_.word).children) {
    if (lexicon_.inflected || tree_.preposition(place) != "at") continue;
    if (mentions_.name_at(place) != kNoWord) append(found, referents_.of(place, role.kinds));
    for (const int headed : clause_.possessors(place)) append(found, referents_.of(headed, role.kinds));
  }
  for (const int post : tree_.at(trigger_.word).children) {
    // "сменил Белову во главе «А»"
    if (lexicon_.inflected && !tree_.preposition(post).empty() &&
        lexicon_.heading_nouns.contains(tree_.at(post).lemma)) {
      for (const int headed : clause_.possessors(post)) append(found, referents_.of(headed, role.kinds));
    }
    if (tree_.preposition(post).empty() || !lexicon_.transparent_nouns.contains(tree_.at(post).lemma))
      continue;
    for (const int title : clause_.possessors(post)) {
      if (!lexicon_.frames_by_title.contains(tree_.at(title).lemma)) continue;
      for (const int headed : clause_.possessors(title)) append(found, referents_.of(headed, role.kinds));
    }
  }
  return found;
}

/// "20%", "20% акций": nobody says of what.
bool Filling::is_of_nothing(int share) const {
  return std::ranges::all_of(clause_.possessors(share), [&](int of) {
    return lexicon_.inflected && frame_.relation == model::Relation::kOwns &&
           (lexicon_.issued_nouns.contains(tree_.at(of).lemma) ||
            lexicon_.stake_nouns.contains(tree_.at(of).lemma)) &&
           clause_.possessors(of).empty() && clause_.listed(of).empty();
  });
}

bool Filling::leaves_post_of_nobody() const {
  return std::ranges::any_of(tree_.at(trigger_.word).children, [&](int post) {
    if (tree_.preposition(post).empty() || !lexicon_.transparent_nouns.contains(tree_.at(post).lemma))
      return false;
    const std::vector<int> titles = clause_.possessors(post);
    return std::ranges::any_of(titles, [&](int title) {
      return lexicon_.frames_by_title.contains(tree_.at(title).lemma) && clause_.possessors(title).empty();
    });
  });
}

bool Filling::is_told_of(int word) const {
  return tree_.child(word, Dependency::kRelativeClause) != kNoWord;
}

std::vector<Referent> Filling::whose_part_is_paid_for(const language::Role& role) {
  std::vector<Referent> found;
  const int verb = tree_.head_of(trigger_.word);
  if (verb == kNoWord || !tree_.at(trigger_.word).is(Dependency::kSubject) || clause_.is_passive(verb) ||
      !lexicon_.covering_verbs.contains(tree_.at(verb).lemma))
    return found;
  std::vector<int> parts = clause_.objects(verb);
  append_words(parts, clause_.after_preposition(
                          verb, {.place = language::Slot::Place::kPreposition, .preposition = "for"}));
  for (const int part : parts) {
    if (part < verb || mentions_.name_at(part) != kNoWord) continue;
    for (const int child : tree_.at(part).children) {
      const std::string_view preposition = tree_.preposition(child);
      const bool tells_whose =
          tree_.at(child).is(Dependency::kPossessor) || preposition == "of" || preposition == "at";
      if (tells_whose && mentions_.name_at(child) != kNoWord) append(found, referents_.of(child, role.kinds));
    }
  }
  std::erase_if(found, [&](const Referent& party) { return !referents_.is_thing(party.entity); });
  return found;
}

bool Filling::follows_colon() const {
  int colon = 0;
  while (colon < trigger_.word && tree_.at(colon).token.text != ":") ++colon;
  // "«А» и «Б» делят завод: у первого 60%": nothing is a part of one of the two
  for (int i = colon; i < trigger_.word; ++i) {
    if (referents_.is_one_of_two(i)) return false;
  }
  return colon < trigger_.word;
}

}  // namespace whofunds::facts
