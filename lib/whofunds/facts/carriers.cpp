#include "whofunds/facts/carriers.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "whofunds/language/spelling.hpp"

namespace whofunds::facts {

using language::Frame;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

/// "co-led its Series B": the name of a round stands for the word.
bool Carriers::is_round(const Frame& frame, int word) const {
  const bool names_round = std::any_of(sentence_.values.rounds.begin(), sentence_.values.rounds.end(),
                                       [&](const mentions::RoundMention& round) {
                                         return word >= round.place.first && word < round.place.last;
                                       });
  return names_round &&
         std::any_of(frame.object_words.begin(), frame.object_words.end(),
                     [&](const std::string& asked) { return lexicon_.round_nouns.contains(asked); });
}

bool Carriers::is_object_word(const Frame& frame, int word) const {
  if (!lexicon_.inflected && sentence_.name_at(word) != kNoWord) return false;
  if (frame.without_from && is_put_into_name(word)) return false;
  const auto named = [&](const std::string& text) {
    return std::find(frame.object_words.begin(), frame.object_words.end(), text) != frame.object_words.end();
  };
  // "debt financing" is asked for by another frame than "financing".
  // "equity and debt financing" is both.
  const bool is_mixed = word > 1 && tree_.at(word - 2).is(Dependency::kCoordination);
  if (word > 0 && !lexicon_.inflected && !is_mixed) {
    const std::string& before = tree_.at(word - 1).lower;
    const std::string& here = tree_.at(word).lemma;
    const bool is_pair = std::ranges::any_of(frame.object_words, [&](const std::string& asked) {
      return asked.size() == before.size() + 1 + here.size() && asked[before.size()] == ' ' &&
             asked.starts_with(before) && asked.ends_with(here);
    });
    if (is_pair) return true;
    // "handed day-to-day control to A"
    if (lexicon_.management_words.contains(before) &&
        (frame.relation == model::Relation::kAcquires || frame.relation == model::Relation::kOwns))
      return false;
    if (lexicon_.debt_words.contains(tree_.at(word - 1).lower) &&
        frame.relation == model::Relation::kInvestsIn)
      return false;
  }
  // "от фонда поддержки «А»": what an institution is for is nothing that it gives
  const int above = tree_.head_of(word);
  if (lexicon_.inflected && above != kNoWord && tree_.at(word).is(Dependency::kNominalModifier) &&
      tree_.preposition(word).empty() && lexicon_.charter_nouns.contains(tree_.at(word).lemma) &&
      lexicon_.descriptors.contains(tree_.at(above).lemma))
    return false;
  // "получил завод за долги": no loan
  if (lexicon_.inflected && frame.relation == model::Relation::kLendsTo && tree_.preposition(word) == "за")
    return false;
  // "долговое финансирование"
  if (lexicon_.inflected && frame.relation == model::Relation::kInvestsIn &&
      std::ranges::any_of(tree_.at(word).children,
                          [&](int child) { return lexicon_.debt_words.contains(tree_.at(child).lemma); }))
    return false;
  if (lexicon_.inflected && std::ranges::any_of(tree_.at(word).children, [&](int child) {
        return child < word && lexicon_.debt_words.contains(tree_.at(child).lemma) &&
               named(tree_.at(child).lemma + " " + tree_.at(word).lemma);
      }))
    return true;
  return named(tree_.at(word).lemma) || named(tree_.at(word).lower);
}

/// "announced its investment in A": money that goes, and does not come.
bool Carriers::is_put_into_name(int noun) const {
  const std::vector<int>& children = tree_.at(noun).children;
  const bool is_own = tree_.child(noun, Dependency::kPossessor) != kNoWord;
  return std::any_of(children.begin(), children.end(), [&](int child) {
    const std::string_view preposition = tree_.preposition(child);
    const int name = sentence_.name_at(child);
    const bool may_be_place = name != kNoWord && !is_own &&
                              lexicon_.countries.names.contains(
                                  language::lower_case(sentence_.names[static_cast<std::size_t>(name)].name));
    return (preposition == "in" || preposition == "into") && name != kNoWord && !may_be_place;
  });
}

/// "вошёл в состав акционеров": among them, and in nothing else.
bool Carriers::is_set_of_holders(const Frame& frame, int noun) const {
  return std::ranges::any_of(tree_.at(noun).children, [&](int child) {
    const Word& member = tree_.at(child);
    return member.is(Dependency::kNominalModifier) && member.note.number == language::Number::kPlural &&
           tree_.preposition(child).empty() && lexicon_.frames_by_title.contains(member.lemma) &&
           !is_object_word(frame, child) && !lexicon_.descriptors.contains(member.lemma);
  });
}

/// The noun that the frame asks for among the arguments of `word`, or a pronoun that stands for one named
/// before.
int Carriers::find(const Frame& frame, int word) const {
  // What the frame is about is the subject: "пакет перешёл", "доля составляет".
  const bool is_about_subject = frame.to.has(language::Slot::Place::kSubject);
  std::vector<int> arguments;
  for (const int child : tree_.at(word).children) {
    const Word& argument = tree_.at(child);
    if (argument.is(Dependency::kObject) || argument.is(Dependency::kPassiveSubject) ||
        argument.is(Dependency::kOblique) || argument.is(Dependency::kNominalModifier) ||
        (argument.is(Dependency::kOpenComplement) && argument.is_noun()) ||  // "стать частью"
        argument.is(Dependency::kNumericModifier) || argument.is(Dependency::kOther) ||
        (argument.is(Dependency::kOpenComplement) && child == word + 1) ||  // the headline "nears deal"
        (argument.is(Dependency::kSubject) && (clause_.is_passive(word) || is_about_subject))) {
      arguments.push_back(child);
    }
  }
  // "a round that A led", "the loan that A gave B"
  if (tree_.at(word).is(Dependency::kRelativeClause) && tree_.head_of(word) < word) {
    for (const int child : tree_.at(word).children) {
      const bool is_object =
          tree_.at(child).is(Dependency::kObject) || tree_.at(child).is(Dependency::kIndirectObject);
      // "notes, some of which A bought", in the passive
      const bool is_passive_object = !lexicon_.inflected && tree_.at(child).is(Dependency::kPassiveSubject);
      const int of_which = is_passive_object ? tree_.child(child, Dependency::kNominalModifier) : kNoWord;
      const bool is_part = of_which > child && in(lexicon_.relative_pronouns, tree_.at(of_which));
      if (is_part || ((is_object || is_passive_object) && in(lexicon_.relative_pronouns, tree_.at(child))))
        arguments.push_back(tree_.head_of(word));
    }
  }
  const bool takes_subject = clause_.is_passive(word) || tree_.child(word, Dependency::kObject) == kNoWord;
  for (const int object :
       takes_subject&& tree_.at(word).is_verb() ? clause_.objects(word) : std::vector<int>())
    arguments.push_back(object);
  // "launched the payments service Aster": what a name is called tells what is made
  if (!lexicon_.inflected && frame.to.named) {
    for (const int argument : std::vector<int>(arguments)) {
      const int noun = tree_.child(argument, Dependency::kCompound);
      if (sentence_.name_at(argument) == kNoWord || noun == kNoWord) continue;
      for (const int child : tree_.at(argument).children) {
        const bool describes = child < argument && tree_.at(child).is(Dependency::kCompound) &&
                               !tree_.at(child).is_capitalised() && sentence_.name_at(child) == kNoWord;
        if (describes) arguments.push_back(child);
      }
    }
  }
  // "joined DLR Group" names a firm, where "joined the group" tells a kind.
  std::erase_if(arguments, [&](int argument) {
    return argument > 0 && sentence_.name_at(argument) != kNoWord && tree_.at(argument).is_capitalised();
  });
  // "Холдинг «А» вошёл в проект": who joins is not what is joined.
  std::erase_if(arguments, [&](int argument) {
    return tree_.at(argument).is(Dependency::kSubject) && !clause_.is_passive(word) &&
           lexicon_.descriptors.contains(tree_.at(argument).lemma) &&
           tree_.child(argument, Dependency::kApposition) != kNoWord;
  });
  // "The round was led by A and included B"
  if (is_about_subject) {
    for (const int subject : clause_.subjects(word)) {
      // "The chemical group Aster joined the initiative": nor in English
      const bool is_named =
          sentence_.name_at(subject) != kNoWord || tree_.child(subject, Dependency::kApposition) != kNoWord;
      const bool describes = lexicon_.descriptors.contains(tree_.at(subject).lemma);
      if (lexicon_.inflected ? !describes : !is_named) arguments.push_back(subject);
    }
  }
  for (std::size_t i = 0; i < arguments.size() && i < 12; ++i) {
    const bool is_asked = is_object_word(frame, arguments[i]) || is_round(frame, arguments[i]);
    if (is_asked && !is_set_of_holders(frame, arguments[i])) return arguments[i];
    // "Ремонт половины верфи обошёлся в 3 млн": no half of it is dealt with
    const std::string& told = tree_.at(arguments[i]).lemma;
    if (frame.relation == model::Relation::kAcquires && lexicon_.transparent_nouns.contains(told) &&
        !lexicon_.stake_nouns.contains(told) && !lexicon_.part_nouns.contains(told))
      continue;
    // "49% акций", "миллионы инвестиций": the word may stand below a number.
    for (const int child : tree_.at(arguments[i]).children) {
      const bool is_whose = lexicon_.inflected && lexicon_.descriptors.contains(tree_.at(child).lemma);
      if (tree_.at(child).is(Dependency::kNominalModifier) && tree_.preposition(child).empty() && !is_whose &&
          is_object_word(frame, child))
        return child;
      // "secured a loan from A and a grant from B"
      // but "«А» и Корпорация развития вошли в капитал": a name is none
      if (tree_.at(child).is(Dependency::kConjunct) && tree_.at(child).is_noun() &&
          sentence_.name_at(child) == kNoWord && is_object_word(frame, child))
        return child;
      // "$5 million in grants", "$5 million of bonds"
      if ((tree_.preposition(child) == "in" || tree_.preposition(child) == "of") &&
          tree_.at(child).is_noun() && is_object_word(frame, child))
        return child;
      // "a commitment for a loan"
      if (tree_.preposition(child) == "for" &&
          lexicon_.transparent_nouns.contains(tree_.at(arguments[i]).lemma) && is_object_word(frame, child))
        return child;
      const bool is_word =
          !tree_.at(child).is_capitalised() || lexicon_.series_words.contains(tree_.at(child).lower);
      if (tree_.at(child).is(Dependency::kCompound) && is_word && is_object_word(frame, child)) return child;
    }
  }
  // "The round was led by A, with B joining": what was joined stands before.
  const bool has_complement = std::any_of(arguments.begin(), arguments.end(), [&](int argument) {
    return !tree_.at(argument).is(Dependency::kOther) && !tree_.at(argument).is(Dependency::kSubject);
  });
  const bool joins_round = frame.relation == model::Relation::kInvestsIn && frame.from_context && !frame.lead;
  for (int i = 0;
       i < word && tree_.at(word).is_verb() && joins_round && !has_complement && !lexicon_.inflected; ++i) {
    const bool is_noun = lexicon_.round_nouns.contains(tree_.at(i).lemma) && tree_.at(i).is_noun();
    if (is_noun || is_round(frame, i)) return i;
  }
  for (const int argument : arguments) {
    const auto pronoun = lexicon_.pronouns.find(tree_.at(argument).lower);
    const bool is_relative =
        lexicon_.inflected && lexicon_.relative_pronouns.contains(tree_.at(argument).lemma);
    const bool is_thing =
        pronoun != lexicon_.pronouns.end() && !pronoun->second.possessive && !pronoun->second.person;
    if (!is_thing && !is_relative) continue;
    for (int i = word; i >= 0; --i) {
      if (is_object_word(frame, i)) return argument;
    }
  }
  return kNoWord;
}

}  // namespace whofunds::facts
