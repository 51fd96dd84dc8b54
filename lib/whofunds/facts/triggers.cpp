#include "whofunds/facts/triggers.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "whofunds/facts/carriers.hpp"
#include "whofunds/facts/taken_values.hpp"

namespace whofunds::facts {

using language::Frame;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

namespace {

class TriggerSearch {
 public:
  TriggerSearch(const mentions::SentenceMentions& sentence, const Clause& clause,
                const language::Lexicon& lexicon)
      : sentence_(sentence),
        tree_(sentence.tree),
        clause_(clause),
        lexicon_(lexicon),
        carriers_(sentence, clause, lexicon),
        taken_(sentence, clause, lexicon) {}

  void run() {
    for (int word = 0; word < tree_.size(); ++word) {
      const bool may_call = tree_.at(word).token.kind == text::TokenKind::kWord ||
                            lexicon_.percent_words.contains(tree_.at(word).lemma);
      if (sentence_.name_at(word) != kNoWord) find_owned_name(word);
      if (!may_call || sentence_.name_at(word) != kNoWord) continue;
      // "spin-off" is no verb.
      const bool is_half = lexicon_.lang == "en" && word + 1 < tree_.size() &&
                           tree_.at(word + 1).token.text == "-" && !tree_.at(word + 1).token.space_before;
      if (tree_.at(word).is_verb() && !is_half)
        find_verbal(word);
      else
        find_nominal(word);
    }
  }

  std::vector<Trigger> take_triggers() { return std::move(triggers_); }
  std::vector<NearTrigger> take_near() { return std::move(near_); }

 private:
  /// "Aster LLC Ивана Белова": a name that is surely a firm's, and a person right after it, say what
  /// "компания «А» Ивана Белова" says.
  void find_owned_name(int word) {
    const mentions::NameMention& name = sentence_.names[static_cast<std::size_t>(sentence_.name_at(word))];
    const bool may_be_firm = name.kind == model::EntityKind::kCompany ||
                             (name.kind == model::EntityKind::kOrganization && !name.kind_told);
    if (lexicon_.lang != "ru" || word != name.head || !may_be_firm) return;
    const int next = name.last + (name.quoted ? 1 : 0);
    // "болельщик «А» Иван Белов" is his name.
    const int before = name.first - (name.quoted ? 2 : 1);
    const bool has_form = before >= 0 && lexicon_.legal_forms.contains(tree_.at(before).lower);
    if (before >= 0 && tree_.at(before).is_noun() && !has_form) {
      const auto descriptor = lexicon_.descriptors.find(tree_.at(before).lemma);
      if (descriptor == lexicon_.descriptors.end() || descriptor->second.kind != model::EntityKind::kCompany)
        return;
    }
    const bool is_owned = std::ranges::any_of(tree_.at(word).children, [&](int child) {
      const int owner = sentence_.name_at(child);
      // "рассказал каналу «А» Бойко" shows no case.
      const bool shows_case = owner != kNoWord && sentence_.names[static_cast<std::size_t>(owner)].text !=
                                                      sentence_.names[static_cast<std::size_t>(owner)].name;
      return shows_case && tree_.at(child).is(Dependency::kNominalModifier) &&
             tree_.at(child).note.grammatical_case == language::Case::kGenitive &&
             tree_.preposition(child).empty() &&
             sentence_.names[static_cast<std::size_t>(owner)].first == next &&
             sentence_.names[static_cast<std::size_t>(owner)].kind == model::EntityKind::kPerson;
    });
    if (!is_owned) return;
    for (const Frame& frame : lexicon_.frames) {
      const bool is_of_people = frame.relation == model::Relation::kOwns && !frame.title_is_from &&
                                frame.to.told && frame.from.kinds == std::vector{model::EntityKind::kPerson};
      if (!is_of_people) continue;
      triggers_.push_back({.frame = &frame, .word = word, .form = Trigger::Form::kTitle});
      return;
    }
  }

  void find_verbal(int word) {
    std::vector<Trigger> particular;
    std::vector<Trigger> general;
    for (const std::string& lemma : verb_lemmas(word)) {
      const auto found = lexicon_.frames_by_verb.find(lemma);
      if (found == lexicon_.frames_by_verb.end()) continue;
      for (const std::size_t index : found->second) {
        const Frame& frame = lexicon_.frames[index];
        if (!has_trigger(frame.verbs, lemma, word)) continue;
        Trigger trigger{.frame = &frame, .word = word, .form = Trigger::Form::kVerb};
        if (!frame.object_words.empty()) trigger.carrier = carriers_.find(frame, word);
        if (const auto missing = missing_of_verb(trigger)) {
          near_.push_back({.frame = &frame, .word = word, .missing = *missing});
          continue;
        }
        const bool asks = !frame.object_words.empty() || !frame.particles.empty() || frame.needs_stake;
        (asks ? particular : general).push_back(trigger);
      }
    }
    const std::vector<Trigger>& chosen = particular.empty() ? general : particular;
    triggers_.insert(triggers_.end(), chosen.begin(), chosen.end());
    // "the funding", which a tagger may take for a verb, but no "granted"
    const tagging::Annotation& note = tree_.at(word).note;
    const bool is_done = note.part_of_speech != language::PartOfSpeech::kShortForm &&
                         (note.tense == language::Tense::kPast || note.voice == language::Voice::kPassive);
    if (chosen.empty() && !is_done) find_nominal(word);
  }

  /// The first thing that the frame of a verb asks for and that is not there.
  std::optional<NearTrigger::Missing> missing_of_verb(const Trigger& trigger) const {
    using Missing = NearTrigger::Missing;
    const Frame& frame = *trigger.frame;
    if (!has_particle(frame, trigger.word)) return Missing::kParticle;
    if (!frame.object_words.empty() && trigger.carrier == kNoWord) return Missing::kObjectWord;
    const bool has_stake_of_own =
        taken_.has_stake(trigger.word) && !is_given_for_investment(frame, trigger.word);
    // "raised $5m in a share placing"
    if (frame.needs_stake && (!has_stake_of_own || taken_.is_about_sum(trigger.word))) return Missing::kStake;
    if (frame.continues && !taken_.is_about_sum(trigger.word)) return Missing::kMoney;
    if (frame.object_words.empty() && frame.to.has(language::Slot::Place::kSubject) &&
        lists_titles(trigger.word))
      return Missing::kObjectWord;
    const bool takes_other = !taken_.takes_money(trigger.word) || taken_.takes_stake(trigger.word);
    if (frame.needs_amount && frame.without_from && trigger.carrier == kNoWord && takes_other)
      return Missing::kMoney;
    // "предоставил заводу скидку на 3 млн": no money is given
    if (frame.gives_sum() && !taken_.takes_money(trigger.word) && !taken_.takes_name(trigger.word))
      return Missing::kMoney;
    const bool gives_other = taken_.gives_debt(trigger.word) || taken_.has_stake(trigger.word) ||
                             taken_.takes_earned(trigger.word);
    if (frame.relation == model::Relation::kGrantsTo && frame.needs_amount && gives_other)
      return Missing::kMoney;
    return std::nullopt;
  }

  void find_nominal(int word) {
    std::vector<Trigger> particular;  // "loan agreement"
    std::vector<Trigger> general;     // "agreement"
    const std::string lemma = without_former(tree_.at(word).lemma);
    const auto look_up = [&](const auto& index, Trigger::Form form) {
      const auto found = index.find(lemma);
      if (found == index.end()) return;
      for (const std::size_t i : found->second) {
        const Frame& frame = lexicon_.frames[i];
        const std::vector<language::Trigger>& words = form == Trigger::Form::kNoun    ? frame.nouns
                                                      : form == Trigger::Form::kThing ? frame.things
                                                                                      : frame.titles;
        const auto nearly = [&](NearTrigger::Missing missing) {
          near_.push_back({.frame = &frame, .word = word, .missing = missing});
        };
        if (!has_trigger(words, lemma, word)) continue;
        if (!stands_after_particle(frame, word)) {
          nearly(NearTrigger::Missing::kParticle);
          continue;
        }
        if (form == Trigger::Form::kNoun && is_total(word)) continue;
        if (frame.verbless && !is_subject_without_verb(word)) continue;
        if (form == Trigger::Form::kTitle && frame.needs_stake && !has_stake_of(word)) {
          nearly(NearTrigger::Missing::kStake);
          continue;
        }
        if (form == Trigger::Form::kThing && tree_.at(word).note.number == language::Number::kPlural)
          continue;
        if (frame.named_before && !is_of_firm(word)) continue;
        if (form == Trigger::Form::kTitle && is_member_of_body(word)) continue;
        if (form == Trigger::Form::kTitle && is_fellow(word) && frame.relation == model::Relation::kInvestsIn)
          continue;
        if (frame.relation == model::Relation::kLeads && (is_deputy(word) || heads_part(word))) continue;
        Trigger trigger{.frame = &frame, .word = word, .form = form};
        if (frame.relation == model::Relation::kGrantsTo && frame.needs_amount && taken_.gives_debt(word))
          continue;
        if (form == Trigger::Form::kNoun && !frame.object_words.empty()) {
          trigger.carrier = carriers_.find(frame, word);
          if (trigger.carrier == kNoWord) {
            nearly(NearTrigger::Missing::kObjectWord);
            continue;
          }
        }
        (has_modified_trigger(words, lemma, word) ? particular : general).push_back(trigger);
      }
    };
    look_up(lexicon_.frames_by_noun, Trigger::Form::kNoun);
    look_up(lexicon_.frames_by_title, Trigger::Form::kTitle);
    look_up(lexicon_.frames_by_thing, Trigger::Form::kThing);
    look_up(lexicon_.frames_by_description, Trigger::Form::kTitle);
    const std::vector<Trigger>& chosen = particular.empty() ? general : particular;
    triggers_.insert(triggers_.end(), chosen.begin(), chosen.end());
  }

  /// "Контрольный пакет — у «А»": the clause has no verb, its predicate is a noun.
  bool is_subject_without_verb(int word) const {
    const int predicate = tree_.head_of(word);
    if (predicate == kNoWord) return tree_.child(word, Dependency::kCopula) == kNoWord;
    // "У «А» 30% завода"
    const bool has_holder = tree_.at(word).is(Dependency::kNominalModifier) &&
                            tree_.preposition(word).empty() && predicate < word &&
                            tree_.head_of(predicate) == kNoWord && !tree_.preposition(predicate).empty();
    return (tree_.at(word).is(Dependency::kSubject) || has_holder) && !tree_.at(predicate).is_verb();
  }

  /// "дал 7 млн и получил 30% бюро": what somebody is given for what he put in, and no purchase.
  bool is_given_for_investment(const Frame& frame, int verb) const {
    int before = tree_.at(verb).is(Dependency::kConjunct) ? tree_.head_of(verb) : kNoWord;
    for (const int child : tree_.at(verb).children) {
      if (tree_.at(child).note.part_of_speech == language::PartOfSpeech::kGerund) before = child;
    }
    if (frame.relation != model::Relation::kAcquires || before == kNoWord) return false;
    const auto found = lexicon_.frames_by_verb.find(tree_.at(before).lemma);
    return found != lexicon_.frames_by_verb.end() &&
           (tree_.head_of(before) == verb || !tree_.has_subject(verb)) &&
           std::ranges::any_of(found->second, [&](std::size_t index) {
             const Frame& other = lexicon_.frames[index];
             return other.relation == model::Relation::kInvestsIn && other.object_words.empty() &&
                    other.particles.empty() && !other.without_from;
           });
  }

  /// "совет директоров", "собрание акционеров": what a body is made of is nobody's title.
  bool is_member_of_body(int word) const {
    const Word& here = tree_.at(word);
    return here.is(Dependency::kNominalModifier) && here.note.number == language::Number::kPlural &&
           tree_.preposition(word).empty() && lexicon_.bodies.contains(tree_.at(tree_.head_of(word)).lemma);
  }

  /// "экс-владелец": a prefix that is a word of status too.
  std::string without_former(const std::string& lemma) const {
    const std::size_t hyphen = lemma.find('-');
    if (hyphen == std::string::npos || !lexicon_.status_modifiers.contains(lemma.substr(0, hyphen)))
      return lemma;
    return lemma.substr(hyphen + 1);
  }

  /// The lemma, and of a reflexive the verb without "-ся": "строится" is built.
  std::vector<std::string> verb_lemmas(int word) const {
    const std::string& lemma = tree_.at(word).lemma;
    std::vector<std::string> lemmas{lemma};
    for (const std::string_view ending : {"ся", "сь"}) {
      if (lemma.size() <= ending.size() || !lemma.ends_with(ending) || !clause_.is_passive(word)) continue;
      const std::string active = lemma.substr(0, lemma.size() - ending.size());
      // "влиться" is another verb than "влить".
      if (!tells_other_relation(lemma, active)) lemmas.push_back(active);
    }
    return lemmas;
  }

  bool tells_other_relation(const std::string& reflexive, const std::string& active) const {
    const auto own = lexicon_.frames_by_verb.find(reflexive);
    const auto other = lexicon_.frames_by_verb.find(active);
    if (own == lexicon_.frames_by_verb.end() || other == lexicon_.frames_by_verb.end()) return false;
    return std::ranges::none_of(own->second, [&](std::size_t mine) {
      return std::ranges::any_of(other->second, [&](std::size_t theirs) {
        return lexicon_.frames[mine].relation == lexicon_.frames[theirs].relation;
      });
    });
  }

  bool has_trigger(const std::vector<language::Trigger>& triggers, const std::string& lemma, int word) const {
    return std::any_of(triggers.begin(), triggers.end(), [&](const language::Trigger& trigger) {
      if (trigger.lemma != lemma) return false;
      return std::all_of(trigger.modifiers.begin(), trigger.modifiers.end(),
                         [&](const std::string& modifier) { return has_modifier(word, modifier); });
    });
  }

  /// "a Tamsin Group company": an article, the name of a firm and what is its.
  bool is_of_firm(int title) const {
    const std::vector<int>& children = tree_.at(title).children;
    const bool is_indefinite = std::ranges::any_of(children, [&](int child) {
      return tree_.at(child).is(Dependency::kDeterminer) &&
             !lexicon_.demonstratives.contains(tree_.at(child).lower) &&
             !lexicon_.denying_determiners.contains(tree_.at(child).lower);
    });
    const int name = title == 0 ? kNoWord : sentence_.name_at(title - 1);
    if (!is_indefinite || name == kNoWord) return false;
    const mentions::NameMention& owner = sentence_.names[static_cast<std::size_t>(name)];
    // One word may as well be a town, where it is no abbreviation.
    const bool is_firm = owner.kind != model::EntityKind::kPlace &&
                         (owner.last - owner.first > 1 || tree_.at(owner.head).token.all_capitals);
    return is_firm && tree_.at(owner.head).is(Dependency::kCompound);
  }

  /// "its co-investor A": of them both in something else.
  bool is_fellow(int word) const {
    return std::any_of(lexicon_.fellow_words.begin(), lexicon_.fellow_words.end(),
                       [&](const std::string& fellow) { return has_modifier(word, fellow); });
  }

  /// "vice-president", "deputy head"
  bool is_deputy(int word) const {
    return std::any_of(lexicon_.deputy_words.begin(), lexicon_.deputy_words.end(),
                       [&](const std::string& deputy) { return has_modifier(word, deputy); });
  }

  /// "investors in A include B", "the deal includes B": what B is to A the noun tells.
  bool lists_titles(int verb) const {
    return lexicon_.listing_verbs.contains(tree_.at(verb).lemma) &&
           std::ranges::any_of(clause_.subjects(verb), [&](int subject) {
             // "investors, which include B"
             if (tree_.at(verb).is(tagging::Dependency::kRelativeClause) && tree_.head_of(verb) < verb &&
                 lexicon_.relative_pronouns.contains(tree_.at(subject).lower))
               return lexicon_.frames_by_title.contains(tree_.at(tree_.head_of(verb)).lemma) &&
                      sentence_.name_at(tree_.head_of(verb)) == kNoWord;
             const std::string& lemma = tree_.at(subject).lemma;
             return sentence_.name_at(subject) == kNoWord &&
                    (lexicon_.frames_by_title.contains(lemma) || lexicon_.frames_by_noun.contains(lemma) ||
                     lexicon_.transparent_nouns.contains(lemma));
           });
  }

  /// "head of sales", "director of research": of a part that has no name.
  bool heads_part(int word) const {
    return std::ranges::any_of(tree_.at(word).children, [&](int child) {
      const Word& part = tree_.at(child);
      return tree_.preposition(child) == "of" && part.is_noun() && !part.is_capitalised() &&
             sentence_.name_at(child) == kNoWord && !lexicon_.descriptors.contains(part.lemma) &&
             !lexicon_.general_nouns.contains(part.lemma) && !lexicon_.board_nouns.contains(part.lemma) &&
             !lexicon_.transparent_nouns.contains(part.lemma) &&
             std::ranges::none_of(part.children, [&](int below) {
               return tree_.at(below).is(Dependency::kDeterminer) ||
                      tree_.at(below).is(Dependency::kCompound) || tree_.at(below).is(Dependency::kPossessor);
             });
    });
  }

  /// Whether one of the triggers with words before it fits: "loan agreement", where "agreement" alone says
  /// something else.
  bool has_modified_trigger(const std::vector<language::Trigger>& triggers, const std::string& lemma,
                            int word) const {
    return std::any_of(triggers.begin(), triggers.end(), [&](const language::Trigger& trigger) {
      return !trigger.modifiers.empty() && has_trigger({trigger}, lemma, word);
    });
  }

  bool has_modifier(int word, const std::string& modifier) const {
    const auto matches = [&](int i) {
      // "подконтрольно компании": what is said of something else describes nothing.
      return i >= 0 && i < tree_.size() &&
             tree_.at(i).note.part_of_speech != language::PartOfSpeech::kShortForm &&
             (tree_.at(i).lemma == modifier || tree_.at(i).lower == modifier);
    };
    for (const int child : tree_.at(word).children) {
      if (matches(child)) return true;
    }
    // "подконтрольной структурой банка": what describes the noun before describes no bank.
    const auto is_of_other = [&](int i) {
      const int head = i < 0 ? kNoWord : tree_.head_of(i);
      return head != kNoWord && head > i && head < word && tree_.at(head).is_noun() &&
             tree_.at(i).is(Dependency::kAdjectiveModifier);
    };
    return matches(word - 1) || (matches(word - 2) && !is_of_other(word - 2));
  }

  bool has_particle(const Frame& frame, int word) const {
    if (frame.particles.empty()) return true;
    if (lexicon_.lang == "ru") return stands_before_particle(frame, word);
    return std::any_of(tree_.at(word).children.begin(), tree_.at(word).children.end(), [&](int child) {
      return child > word && child <= word + 6 &&
             std::find(frame.particles.begin(), frame.particles.end(), tree_.at(child).lower) !=
                 frame.particles.end();
    });
  }

  /// "дал заводу 2 млн рублей взаймы": wherever in its clause a parser hangs it.
  bool stands_before_particle(const Frame& frame, int verb) const {
    constexpr int kFarthest = 14;
    for (int i = verb + 1; i < tree_.size() && i <= verb + kFarthest; ++i) {
      if (tree_.at(i).is_verb()) return false;
      if (std::ranges::find(frame.particles, tree_.at(i).lower) != frame.particles.end()) return true;
    }
    return verb > 0 && std::ranges::find(frame.particles, tree_.at(verb - 1).lower) != frame.particles.end();
  }

  /// "при участии": of a noun the particle is its preposition.
  bool stands_after_particle(const Frame& frame, int noun) const {
    const std::string_view preposition = tree_.preposition(noun);
    return frame.particles.empty() ||
           std::find(frame.particles.begin(), frame.particles.end(), preposition) != frame.particles.end();
  }

  /// "bringing its total funding to $5m": of many deals.
  bool is_total(int noun) const {
    return noun > 0 && lexicon_.total_phrases.contains(tree_.at(noun - 1).lower + " " + tree_.at(noun).lower);
  }

  /// "участниками ООО «А» являются Б (60%) и В": the sentence tells a stake, or whose the title is has a
  /// legal form.
  bool has_stake_of(int title) const {
    const std::vector<int>& children = tree_.at(title).children;
    return !sentence_.values.stakes.empty() || std::any_of(children.begin(), children.end(), [&](int child) {
      return lexicon_.legal_forms.contains(tree_.at(child).lower);
    });
  }

  const mentions::SentenceMentions& sentence_;
  const mentions::AnnotatedSentence& tree_;
  const Clause& clause_;
  const language::Lexicon& lexicon_;
  Carriers carriers_;
  TakenValues taken_;
  std::vector<Trigger> triggers_;
  std::vector<NearTrigger> near_;
};

}  // namespace

std::vector<Trigger> find_triggers(const mentions::SentenceMentions& sentence, const Clause& clause,
                                   const language::Lexicon& lexicon) {
  TriggerSearch search(sentence, clause, lexicon);
  search.run();
  return search.take_triggers();
}

std::vector<NearTrigger> find_near_triggers(const mentions::SentenceMentions& sentence, const Clause& clause,
                                            const language::Lexicon& lexicon) {
  TriggerSearch search(sentence, clause, lexicon);
  search.run();
  return search.take_near();
}

}  // namespace whofunds::facts
