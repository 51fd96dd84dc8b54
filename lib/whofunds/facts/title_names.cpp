#include <algorithm>
#include <string>

#include "whofunds/facts/filling.hpp"

namespace whofunds::facts {

using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

/// "founders Ann Lee and Carl Holm", "the founders of A, Ann Lee and Carl Holm, met": a title in the plural
/// is that of people who are named together after it, though a parser may join them to what it is of.
std::vector<Referent> Filling::named_after_plural(const language::Role& role) {
  const Word& title = tree_.at(trigger_.word);
  std::vector<Referent> found;
  // "Founders Ann Lee and Carl Holm", of which a tagger makes a name
  const bool are_many = title.note.number == language::Number::kPlural ||
                        (!lexicon_.inflected && title.lower == title.lemma + "s");
  if (!are_many) return found;
  const auto is_person = [&](const Referent& one) { return !referents_.is_thing(one.entity); };
  const bool may_be_people = std::ranges::find(role.kinds, model::EntityKind::kPerson) != role.kinds.end();
  const int named = tree_.head_of(trigger_.word);
  if (title.is(Dependency::kCompound) && named > trigger_.word && mentions_.name_at(named) != kNoWord) {
    for (const int word : clause_.with_conjuncts(named)) append(found, referents_.of(word, role.kinds));
    return found;
  }
  for (const int owner : clause_.possessors(trigger_.word)) {
    const int next = owner + 1;
    if (owner < trigger_.word || next >= tree_.size() || tree_.at(next).token.text != ",") continue;
    for (const int child : tree_.at(owner).children) {
      if (child <= next || !tree_.at(child).is(Dependency::kConjunct) || mentions_.name_at(child) == kNoWord)
        continue;
      const std::vector<Referent> people =
          referents_.of(child, may_be_people ? std::vector{model::EntityKind::kPerson} : role.kinds);
      if (people.empty()) return {};
      append(found, people);
    }
  }
  // Of two whom a model does not take for people both one is enough.
  if (std::ranges::none_of(found, is_person)) found.clear();
  return found;
}

/// "the B unit of A", "A's B unit": where it is said whose, the name before the title is what it names.
std::vector<Referent> Filling::named_before_title(const language::Role& role) {
  const int title = trigger_.word;
  if (lexicon_.inflected || title == 0 || mentions_.name_at(title - 1) == kNoWord) return {};
  const int before = mentions_.names[static_cast<std::size_t>(mentions_.name_at(title - 1))].head;
  if (tree_.head_of(before) != title || !tree_.at(before).is(Dependency::kCompound)) return {};
  const std::vector<int> owners = clause_.possessors(title);
  const bool says_whose = std::any_of(owners.begin(), owners.end(), [&](int owner) {
    return owner != before && mentions_.name_at(owner) != mentions_.name_at(before);
  });
  if (!says_whose) return {};
  // "the Oslo branch of A" is there, and has no name.
  const bool tells_where =
      frame_.relation == model::Relation::kPartOf &&
      mentions_.names[static_cast<std::size_t>(mentions_.name_at(before))].kind == model::EntityKind::kPlace;
  if (tells_where) return {};
  std::vector<Referent> found = referents_.of(before, role.kinds);
  if (!found.empty()) used_.push_back(before);
  return found;
}

/// "A and its subsidiaries, B and C, said": a parser takes B and C for more of what A is.
std::vector<Referent> Filling::listed_after_title(const language::Role& role) {
  const Word& title = tree_.at(trigger_.word);
  if (title.note.number != language::Number::kPlural) return {};
  std::vector<Referent> found;
  // "has two subsidiaries, B and C"
  const bool has_comma = trigger_.word + 1 < tree_.size() && tree_.at(trigger_.word + 1).token.text == ",";
  for (const int child : has_comma ? title.children : std::vector<int>()) {
    if (child > trigger_.word && tree_.at(child).is(Dependency::kConjunct) &&
        mentions_.name_at(child) != kNoWord)
      append(found, referents_.of(child, role.kinds));
  }
  if (!found.empty() || !title.is(Dependency::kConjunct)) return found;
  const bool says_whose = !clause_.possessors(trigger_.word).empty();
  for (const int other : tree_.at(tree_.head_of(trigger_.word)).children) {
    if (says_whose && other > trigger_.word && tree_.at(other).is(Dependency::kConjunct) &&
        mentions_.name_at(other) != kNoWord)
      append(found, referents_.of(other, role.kinds));
  }
  return found;
}

/// "Анна Б. — директор и совладелец «А»": who stands before the dash, whatever a parser makes of a list of
/// such.
std::vector<Referent> Filling::named_before_dash(const language::Role& role) {
  const auto is_dash = [&](int i) {
    const std::string_view mark = tree_.at(i).token.text;
    return (mark == "—" || mark == "–" || mark == "-") && tree_.at(i).token.space_before;
  };
  const auto goes_on = [&](int i) {
    const Word& word = tree_.at(i);
    const auto descriptor = lexicon_.descriptors.find(word.lemma);
    const bool is_title =
        lexicon_.frames_by_title.contains(word.lemma) ||
        (descriptor != lexicon_.descriptors.end() && descriptor->second.kind == model::EntityKind::kPerson);
    return is_title || word.note.part_of_speech == language::PartOfSpeech::kAdjective ||
           word.note.part_of_speech == language::PartOfSpeech::kParticiple ||
           word.note.part_of_speech == language::PartOfSpeech::kConjunction || word.token.text == ",";
  };
  if (tree_.at(trigger_.word).note.number == language::Number::kPlural) return {};
  int i = trigger_.word - 1;
  while (i > 0 && !is_dash(i) && mentions_.name_at(i) == kNoWord && goes_on(i)) --i;
  if (i <= 0 || !is_dash(i)) return {};
  // "А — сын владельца «Б»": who owns it is another.
  const Word& title = tree_.at(trigger_.word);
  if (lexicon_.inflected && title.is(Dependency::kNominalModifier) && title.note.head > i &&
      title.note.grammatical_case == language::Case::kGenitive)
    return {};
  const int name =
      mentions_.name_at(tree_.at(i - 1).token.kind == text::TokenKind::kPunctuation && i > 1 ? i - 2 : i - 1);
  if (name == kNoWord) return {};
  return referents_.of(mentions_.names[static_cast<std::size_t>(name)].head, role.kinds);
}

/// "дочерние компании «А» («Б», «В»)": what stands in brackets after the owner is what the title names.
std::vector<Referent> Filling::in_brackets_after_owner(const language::Role& role) {
  if (tree_.at(trigger_.word).note.number != language::Number::kPlural) return {};
  for (const int owner : clause_.possessors(trigger_.word)) {
    const int name = mentions_.name_at(owner);
    if (name == kNoWord || owner < trigger_.word) continue;
    const mentions::NameMention& mention = mentions_.names[static_cast<std::size_t>(name)];
    const int bracket = mention.last + (mention.quoted ? 1 : 0);
    if (bracket >= tree_.size() || tree_.at(bracket).token.text != "(") continue;
    int end = bracket;
    while (end < tree_.size() && tree_.at(end).token.text != ")") ++end;
    std::vector<Referent> found;
    for (const mentions::NameMention& other : mentions_.names) {
      if (other.first > bracket && other.first < end) append(found, referents_.of(other.head, role.kinds));
    }
    return found;
  }
  return {};
}

/// "среди акционеров — A, Б и В"
std::vector<Referent> Filling::names_after_dash(const language::Role& role) {
  const auto opens_list = [](std::string_view mark) { return mark == "—" || mark == "–" || mark == ":"; };
  int dash = trigger_.word;
  while (dash < tree_.size() && !opens_list(tree_.at(dash).token.text)) ++dash;
  int end = dash;
  while (end < tree_.size() && tree_.at(end).token.text != ";") ++end;
  std::vector<Referent> found;
  for (const mentions::NameMention& name : mentions_.names) {
    if (name.first > dash && name.first < end) append(found, referents_.of(name.head, role.kinds));
  }
  return found;
}

/// "Основатель и директор «А» Анна Б": a name after several titles hangs on the first.
std::vector<Referent> Filling::named_after_titles(int first, const language::Role& role) {
  std::vector<Referent> found;
  for (const int child : tree_.at(first).children) {
    if (child > trigger_.word && tree_.at(child).is(Dependency::kApposition))
      append(found, referents_.of(child, role.kinds));
  }
  return found;
}

/// "Дочка «А» компания «Б» построит …": an apposition that the parser took for a second subject. It stands on
/// the same side of the verb: in "инвестор X финансирует стартап Y" the latter is the object.
std::vector<Referent> Filling::second_subject(const language::Role& role) {
  if (!tree_.at(trigger_.word).is(Dependency::kSubject)) return {};
  std::vector<Referent> found;
  const int verb = tree_.head_of(trigger_.word);
  for (const int other : tree_.at(verb).children) {
    const bool is_beside = other > trigger_.word && (other < verb) == (trigger_.word < verb);
    if (!is_beside || !tree_.at(other).is(Dependency::kSubject)) continue;
    for (const int word : clause_.with_conjuncts(other)) append(found, referents_.of(word, role.kinds));
  }
  return found;
}

/// "the owner of A, B, said": a parser hangs B on A, but one thing has one name.
std::vector<Referent> Filling::named_after_owner(const language::Role& role) const {
  for (const int owner : clause_.possessors(trigger_.word)) {
    if (mentions_.name_at(owner) == kNoWord || owner < trigger_.word) continue;
    for (const int child : tree_.at(owner).children) {
      const bool is_named =
          tree_.at(child).is(Dependency::kApposition) && mentions_.name_at(child) != kNoWord;
      if (!is_named || mentions_.name_at(child) == mentions_.name_at(owner) || is_in_brackets(child))
        continue;
      if (std::vector<Referent> found = referents_.of(child, role.kinds); !found.empty()) return found;
    }
  }
  return {};
}

bool Filling::is_in_brackets(int word) const {
  const mentions::NameMention& name = mentions_.names[static_cast<std::size_t>(mentions_.name_at(word))];
  return name.first > 0 && tree_.at(name.first - 1).token.text == "(";
}

/// The head of a name that begins right after the trigger, quotes aside, and hangs on it; kNoWord if there
/// is none.
int Filling::adjacent_name() const {
  for (const int child : tree_.at(trigger_.word).children) {
    const int name = mentions_.name_at(child);
    if (name == kNoWord || !tree_.preposition(child).empty()) continue;
    const mentions::NameMention& mention = mentions_.names[static_cast<std::size_t>(name)];
    if (mention.first == trigger_.word + (mention.quoted ? 2 : 1)) return child;
  }
  return kNoWord;
}

std::vector<Referent> Filling::name_right_after(const language::Role& role) {
  const int adjacent = adjacent_name();
  if (adjacent == kNoWord || !is_free(adjacent)) return {};
  std::vector<Referent> found;
  for (const int word : clause_.with_conjuncts(adjacent)) append(found, referents_.of(word, role.kinds));
  return found;
}

std::vector<Referent> Filling::name_right_before(const language::Role& role) {
  if (lexicon_.inflected || trigger_.word == 0) return {};
  int before = trigger_.word - 1;
  // "Brightline chief executive Ann Lee", "Brightline's former boss"
  while (before > 0 && mentions_.name_at(before) == kNoWord && tree_.at(before).note.head == trigger_.word &&
         !tree_.at(before).is_verb())
    --before;
  const int name = mentions_.name_at(before);
  if (name == kNoWord || places_.tells_where(before)) return {};
  const bool is_part = tree_.at(before).note.head > before && tree_.is_under(before, trigger_.word);
  if (tree_.at(before).note.head < trigger_.word && !is_part) return {};
  const bool joins = tree_.at(before).is(Dependency::kCompound) ||
                     tree_.at(before).is(Dependency::kPossessor) ||
                     tree_.at(before).is(Dependency::kAdjectiveModifier);
  if (!joins) return {};
  return referents_.of(before, role.kinds);
}

}  // namespace whofunds::facts
