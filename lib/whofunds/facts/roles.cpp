#include <algorithm>
#include <utility>

#include "whofunds/facts/event.hpp"
#include "whofunds/facts/status_reading.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using language::Frame;
using language::Slot;
using mentions::kNoWord;
using mentions::SentenceMentions;
using mentions::Word;
using tagging::Dependency;

namespace {

void append_words(std::vector<int>& to, const std::vector<int>& words) {
  to.insert(to.end(), words.begin(), words.end());
}

/// Fills the roles of one trigger.
class Filling {
  using Tiers = std::vector<std::vector<int>>;

 public:
  Filling(const SentenceMentions& mentions, const Clause& clause, const language::Lexicon& lexicon,
          Referents& referents, const Trigger& trigger)
      : mentions_(mentions),
        tree_(mentions.tree),
        clause_(clause),
        lexicon_(lexicon),
        referents_(referents),
        trigger_(trigger),
        frame_(*trigger.frame) {
    if (trigger.form == Trigger::Form::kNoun) support_ = support_verb();
  }

  std::vector<Referent> fill(const language::Role& role) {
    std::vector<Referent> found;
    for (const Slot& slot : role.slots) {
      for (const std::vector<int>& words : places(slot)) {
        for (const int word : words) {
          if (!is_free(word)) continue;
          std::vector<Referent> referents = referents_.of(word, role.kinds);
          if (!referents.empty()) used_.push_back(word);
          append(found, referents);
        }
        if (!found.empty()) break;
      }
      if (!found.empty() && !frame_.both) break;
    }
    if (found.empty() && has_omitted_subject(role))
      found = referents_.omitted_subject(trigger_.word, role.kinds);
    return found;
  }

  /// A relative pronoun under the verb of a title that nothing else took: "которой он стал соучредителем".
  std::vector<Referent> relative_of_title(const language::Role& role) {
    const int verb = tree_.head_of(trigger_.word);
    if (verb == kNoWord || !tree_.at(verb).is_verb()) return {};
    for (const int child : tree_.at(verb).children) {
      if (!lexicon_.relative_pronouns.contains(tree_.at(child).lemma) ||
          tree_.at(child).is(Dependency::kSubject))
        continue;
      if (std::vector<Referent> found = referents_.of(child, role.kinds); !found.empty()) return found;
    }
    return {};
  }

  /// Names right beside a noun that takes several: "совместное предприятие A и Б", whatever the parser takes
  /// them for.
  std::vector<Referent> names_beside(const language::Role& role) {
    std::vector<Referent> found;
    for (const int child : tree_.at(trigger_.word).children) {
      if (!tree_.at(child).is(Dependency::kApposition) && !tree_.at(child).is(Dependency::kFlat)) continue;
      for (const int word : clause_.with_conjuncts(child)) append(found, referents_.of(word, role.kinds));
    }
    return found;
  }

  /// The party that a title names. A name right after it may be that party ("инвестор Юрий Мильнер") or whose
  /// title it is ("дочерняя структура «А», компания «Б»"): the former only where nothing else is named by it.
  std::vector<Referent> denoted(const language::Role& role) {
    const int title = trigger_.word;
    const int adjacent = adjacent_name();
    std::vector<Referent> found;
    for (const int child : tree_.at(title).children) {
      const bool names = tree_.at(child).is(Dependency::kApposition) || tree_.at(child).is(Dependency::kFlat);
      if (!names || child == adjacent) continue;
      for (const int word : clause_.with_conjuncts(child))
        append(found, sure(referents_.of(word, role.kinds)));
    }
    if (sums_up(title)) append(found, names_after_dash(role));
    const bool stands_for_whole = lexicon_.transparent_nouns.contains(tree_.at(title).lemma);
    if (found.empty() && adjacent == kNoWord && !stands_for_whole)
      found = sure(referents_.of(title, role.kinds));
    const int first = first_of_titles();
    if (found.empty() && first != title) found = named_after_titles(first, role);
    if (found.empty()) {
      for (const int word : clause_.equated(first)) append(found, referents_.of(word, role.kinds));
    }
    // "подконтрольный А банк Б"
    const bool describes =
        tree_.at(title).is(Dependency::kAdjectiveModifier) || tree_.at(title).is(Dependency::kClauseOfNoun);
    if (found.empty()) append(found, second_subject(role));
    if (found.empty() && describes) append(found, referents_.of(tree_.head_of(title), role.kinds));
    if (found.empty() && tree_.at(first).is(Dependency::kApposition))
      append(found, referents_.described_by(first, role.kinds));
    if (found.empty()) found = named_after_owner(role);
    if (found.empty() && adjacent != kNoWord) {
      for (const int word : clause_.with_conjuncts(adjacent)) append(found, referents_.of(word, role.kinds));
      used_.push_back(adjacent);
    }
    return found;
  }

  /// Whether a title sums up those that are named after it: "среди акционеров", "в числе инвесторов",
  /// "Владельцы банка: …".
  bool sums_up(int title) const {
    if (lexicon_.listing_words.contains(std::string(tree_.preposition(title)))) return true;
    const int head = tree_.head_of(title);
    if (head == kNoWord) return tree_.at(title).note.number == language::Number::kPlural;
    return lexicon_.listing_words.contains(std::string(tree_.preposition(head)) + " " + tree_.at(head).lower);
  }

  /// "среди акционеров — A, Б и В"
  std::vector<Referent> names_after_dash(const language::Role& role) {
    const auto opens_list = [](std::string_view mark) { return mark == "—" || mark == "–" || mark == ":"; };
    int dash = trigger_.word;
    while (dash < tree_.size() && !opens_list(tree_.at(dash).token.text)) ++dash;
    std::vector<Referent> found;
    for (const mentions::NameMention& name : mentions_.names) {
      if (name.first > dash) append(found, referents_.of(name.head, role.kinds));
    }
    return found;
  }

  /// "Основатель и директор «А» Анна Б": a name after several titles hangs on the first.
  std::vector<Referent> named_after_titles(int first, const language::Role& role) {
    std::vector<Referent> found;
    for (const int child : tree_.at(first).children) {
      if (child > trigger_.word && tree_.at(child).is(Dependency::kApposition))
        append(found, referents_.of(child, role.kinds));
    }
    return found;
  }

  /// Whether a title is said of somebody, and is no mere addition to a name: "среди инвесторов — A",
  /// "инвестором выступил A".
  bool is_predicate() const {
    const Word& title = tree_.at(trigger_.word);
    return sums_up(trigger_.word) || title.is(Dependency::kOblique) || title.is(Dependency::kOpenComplement);
  }

  /// "Дочка «А» компания «Б» построит …": an apposition that the parser took for a second subject.
  std::vector<Referent> second_subject(const language::Role& role) {
    if (!tree_.at(trigger_.word).is(Dependency::kSubject)) return {};
    std::vector<Referent> found;
    for (const int other : tree_.at(tree_.head_of(trigger_.word)).children) {
      if (other > trigger_.word && tree_.at(other).is(Dependency::kSubject))
        append(found, referents_.of(other, role.kinds));
    }
    return found;
  }

  /// A name right after a title that nothing else took is whose title it is, whatever the parser says.
  std::vector<Referent> name_right_after(const language::Role& role) {
    const int adjacent = adjacent_name();
    if (adjacent == kNoWord || !is_free(adjacent)) return {};
    std::vector<Referent> found;
    for (const int word : clause_.with_conjuncts(adjacent)) append(found, referents_.of(word, role.kinds));
    return found;
  }

  /// A title or noun in English with the name right before it: "Brightline CEO John Smith".
  std::vector<Referent> name_right_before(const language::Role& role) {
    if (lexicon_.lang != "en" || trigger_.word == 0) return {};
    int before = trigger_.word - 1;
    // "Brightline chief executive Ann Lee", "Brightline's former boss"
    while (before > 0 && mentions_.name_at(before) == kNoWord &&
           tree_.at(before).note.head == trigger_.word && !tree_.at(before).is_verb())
      --before;
    const int name = mentions_.name_at(before);
    if (name == kNoWord || tree_.at(before).note.head < trigger_.word) return {};
    if (!tree_.at(before).is(Dependency::kCompound) && !tree_.at(before).is(Dependency::kPossessor))
      return {};
    return referents_.of(before, role.kinds);
  }

  /// Whether something else is named where `role` is looked for: "took part in the conference" speaks of no
  /// deal.
  bool says_where(const language::Role& role) const {
    return std::any_of(role.slots.begin(), role.slots.end(), [&](const Slot& slot) {
      const std::vector<int> words = slot.place == Slot::Place::kPreposition
                                         ? clause_.after_preposition(trigger_.word, slot)
                                         : std::vector<int>();
      return std::any_of(words.begin(), words.end(), [&](int word) {
        const auto& asked = frame_.object_words;
        if (lexicon_.pronouns.contains(tree_.at(word).lower)) return false;  // "участие в нём принял"
        return !lexicon_.round_nouns.contains(tree_.at(word).lemma) &&
               std::find(asked.begin(), asked.end(), tree_.at(word).lemma) == asked.end() &&
               tree_.at(word).token.kind == text::TokenKind::kWord &&
               !lexicon_.months.contains(tree_.at(word).lemma);
      });
    });
  }

  /// Who does what a verb says, where a name says it; kNoEntity otherwise.
  int named_subject() {
    if (trigger_.form != Trigger::Form::kVerb) return kNoEntity;
    for (const int subject : clause_.subjects(trigger_.word)) {
      const std::vector<Referent> referents = referents_.of(subject, {});
      if (referents.size() == 1 && referents.front().certainty >= 1.0) return referents.front().entity;
    }
    return kNoEntity;
  }

  void mark_used(const std::vector<Referent>& referents) {
    for (const Referent& referent : referents) used_.push_back(referent.word);
  }

  int support() const { return support_; }

 private:
  bool has_omitted_subject(const language::Role& role) const {
    const Word& verb = tree_.at(trigger_.word);
    const bool asks = std::any_of(role.slots.begin(), role.slots.end(),
                                  [](const Slot& slot) { return slot.place == Slot::Place::kSubject; });
    return asks && lexicon_.lang == "ru" && trigger_.form == Trigger::Form::kVerb &&
           verb.note.part_of_speech == language::PartOfSpeech::kVerb && !clause_.is_passive(trigger_.word) &&
           clause_.subjects(trigger_.word).empty();
  }

  /// Those that are named, or look back to a name by more than a guess.
  static std::vector<Referent> sure(std::vector<Referent> referents) {
    std::erase_if(referents, [](const Referent& referent) { return referent.certainty < 1.0; });
    return referents;
  }

  /// "the owner of A, B, said": a parser hangs B on A, but one thing has one name.
  std::vector<Referent> named_after_owner(const language::Role& role) const {
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

  bool is_in_brackets(int word) const {
    const mentions::NameMention& name = mentions_.names[static_cast<std::size_t>(mentions_.name_at(word))];
    return name.first > 0 && tree_.at(name.first - 1).token.text == "(";
  }

  /// The head of a name that begins right after the trigger, quotes aside, and hangs on it; kNoWord if there
  /// is none.
  int adjacent_name() const {
    for (const int child : tree_.at(trigger_.word).children) {
      const int name = mentions_.name_at(child);
      if (name == kNoWord || !tree_.preposition(child).empty()) continue;
      const mentions::NameMention& mention = mentions_.names[static_cast<std::size_t>(name)];
      if (mention.first == trigger_.word + (mention.quoted ? 2 : 1)) return child;
    }
    return kNoWord;
  }

  /// The object word that the frame asks for is a party only where it stands for one: "входит в группу «А»",
  /// "увеличил долю в Б".
  bool is_free(int word) const {
    if (word == trigger_.carrier) {
      const std::string& lemma = tree_.at(word).lemma;
      return lexicon_.descriptors.contains(lemma) || lexicon_.stake_nouns.contains(lemma);
    }
    return std::find(used_.begin(), used_.end(), word) == used_.end();
  }

  /// "founder and chief executive": the title that the others are coordinated with.
  int first_of_titles() const {
    const int title = trigger_.word;
    const int head = tree_.head_of(title);
    return tree_.at(title).is(Dependency::kConjunct) && head != kNoWord &&
                   lexicon_.frames_by_title.contains(tree_.at(head).lemma)
               ? head
               : title;
  }

  /// "partners such as B"
  bool sums_up_names(int noun) const {
    const std::vector<int>& children = tree_.at(noun).children;
    return std::any_of(children.begin(), children.end(), [&](int child) {
      const std::vector<int>& below = tree_.at(child).children;
      return std::any_of(below.begin(), below.end(), [&](int word) {
        return tree_.at(word).is(Dependency::kCase) && lexicon_.listing_words.contains(tree_.at(word).lower);
      });
    });
  }

  /// Whose a title is: what "of" hangs on, it is of all titles that stand together.
  Tiers possessors_of_title() const {
    const int first = first_of_titles();
    Tiers tiers{clause_.possessors(trigger_.word), clause_.possessors(first)};
    for (const int other : clause_.with_conjuncts(first)) {
      if (lexicon_.frames_by_title.contains(tree_.at(other).lemma))
        tiers.push_back(clause_.possessors(other));
    }
    // "A has three subsidiaries: B, C and D"
    const int verb = tree_.head_of(first);
    const bool is_had = verb != kNoWord && tree_.at(first).is(Dependency::kObject) &&
                        lexicon_.having_verbs.contains(tree_.at(verb).lemma);
    if (is_had) tiers.push_back(clause_.subjects(verb));
    // "A sells its shows to partners such as B"
    const int governing = sums_up_names(first) ? clause_.governing_verb(first) : kNoWord;
    if (governing != kNoWord && !clause_.is_passive(governing)) tiers.push_back(clause_.subjects(governing));
    return tiers;
  }

  /// The verb that carries an event noun: "сделает инвестиции", "approved a loan", "отказался от покупки"; or
  /// whose subject does what the noun names: "expanded with the purchase of A".
  int support_verb() const {
    if (tree_.at(trigger_.word).is(Dependency::kSubject)) return kNoWord;
    const int verb = clause_.governing_verb(trigger_.word);
    if (verb == kNoWord || is_means()) return verb;
    const std::string& lemma = tree_.at(verb).lemma;
    return lexicon_.support_verbs.contains(lemma) || lexicon_.status_verbs.contains(lemma) ? verb : kNoWord;
  }

  /// "with the purchase of A", "in partnership with B"
  bool is_means() const {
    const std::string preposition(tree_.preposition(trigger_.word));
    const bool is_paid = std::any_of(frame_.from.slots.begin(), frame_.from.slots.end(),
                                     [](const Slot& slot) { return slot.preposition == "from"; });
    return (lexicon_.means_prepositions.contains(preposition) && !is_paid) ||
           (frame_.both && preposition == "in");
  }

  /// Where a slot is looked for, the likeliest place first: what is found in one ends the search.
  Tiers places(const Slot& slot) const {
    const int word = trigger_.word;
    const bool is_verb = trigger_.form == Trigger::Form::kVerb;
    switch (slot.place) {
      case Slot::Place::kSubject:
        return is_verb ? subjects_of_verb() : subjects_of_noun();
      case Slot::Place::kObject:
        return is_verb ? objects_of_verb() : objects_of_noun();
      case Slot::Place::kPossessor:
        if (trigger_.form == Trigger::Form::kTitle) return possessors_of_title();
        return {clause_.possessors(trigger_.carrier == kNoWord ? word : trigger_.carrier)};
      case Slot::Place::kCase: {
        Tiers tiers{clause_.in_case(word, slot.grammatical_case)};
        if (support_ != kNoWord) tiers.push_back(clause_.in_case(support_, slot.grammatical_case));
        // "выделение музею гранта"
        const int head = tree_.head_of(word);
        if (!is_verb && head != kNoWord && tree_.at(head).is_noun())
          tiers.push_back(clause_.in_case(head, slot.grammatical_case));
        return tiers;
      }
      case Slot::Place::kPreposition: {
        Tiers tiers{clause_.after_preposition(word, slot)};
        if (trigger_.form == Trigger::Form::kNoun) tiers.push_back(clause_.listed(word));
        if (support_ != kNoWord) tiers.push_back(clause_.after_preposition(support_, slot));
        if (trigger_.carrier != kNoWord) {
          tiers.push_back(clause_.after_preposition(trigger_.carrier, slot));
          tiers.push_back(
              clause_.possessors(trigger_.carrier));  // "led Fjordware's round", "войти в капитал завода"
        }
        return tiers;
      }
    }
    return {};
  }

  /// Where no role of the frame is an object there is no passive: "A partnered with B", read as "A, partnered
  /// with B", says the same.
  Tiers subjects_of_verb() const {
    Tiers tiers{clause_.subjects(trigger_.word)};
    if (!takes_object() && clause_.is_passive(trigger_.word)) tiers.push_back(clause_.objects(trigger_.word));
    return tiers;
  }

  bool takes_object() const {
    const auto is_object = [](const Slot& slot) { return slot.place == Slot::Place::kObject; };
    const auto asks = [&](const language::Role& role) {
      return std::any_of(role.slots.begin(), role.slots.end(), is_object);
    };
    return asks(frame_.from) || asks(frame_.to) || !frame_.object_words.empty() || frame_.needs_amount;
  }

  Tiers objects_of_verb() const {
    Tiers tiers{clause_.objects(trigger_.word)};
    if (trigger_.carrier != kNoWord && frame_.from_context)
      tiers.push_back(clause_.possessors(trigger_.carrier));
    // "increased her stake in A", where a parser hangs A on the verb
    const bool is_stake =
        !tiers.front().empty() && lexicon_.stake_nouns.contains(tree_.at(tiers.front().front()).lemma);
    if (is_stake)
      tiers.push_back(clause_.after_preposition(trigger_.word,
                                                {.place = Slot::Place::kPreposition, .preposition = "in"}));
    return tiers;
  }

  /// To whom what an event noun names is done: "A's acquisition of B", "its acquisition by C".
  Tiers objects_of_noun() const {
    const std::vector<int> all = clause_.possessors(trigger_.word);
    std::vector<int> after_of;
    for (const int word : all) {
      if (tree_.preposition(word) == "of") append_words(after_of, clause_.with_conjuncts(word));
    }
    return {clause_.listed(trigger_.word), after_of.empty() ? all : after_of};
  }

  /// Who does what an event noun names: "покупка Ладогой", "investment by A", "A's acquisition of B"; or the
  /// subject of the verb that carries it. A genitive is whoever does it only where the frame has no object:
  /// "инвестиции «Листвы»", "покупка завода".
  Tiers subjects_of_noun() const {
    const int noun = trigger_.word;
    const bool has_object = std::any_of(frame_.to.slots.begin(), frame_.to.slots.end(),
                                        [](const Slot& slot) { return slot.place == Slot::Place::kObject; });
    std::vector<int> owners;
    for (const int owner : clause_.possessors(noun)) {
      const Word& word = tree_.at(owner);
      if (!has_object || word.is(Dependency::kPossessor) || lexicon_.pronouns.contains(word.lower))
        owners.push_back(owner);
    }
    std::vector<int> agents;
    for (const int child : tree_.at(noun).children) {
      if (tree_.at(child).is(Dependency::kAgent) || tree_.preposition(child) == "by")
        append_words(agents, clause_.with_conjuncts(child));
    }
    // "investments made by A"
    for (const int child : tree_.at(noun).children) {
      const Word& word = tree_.at(child);
      if (word.is_verb() && lexicon_.support_verbs.contains(word.lemma) && clause_.is_passive(child))
        append_words(agents, clause_.subjects(child));
    }
    if (!agents.empty()) return {agents};
    Tiers tiers{clause_.in_case(noun, language::Case::kInstrumental), owners};
    // "announced its acquisition by A", where a parser hangs A on the verb
    const bool is_active = support_ != kNoWord && !clause_.is_passive(support_);
    if (is_active && has_object)
      tiers.push_back(
          clause_.after_preposition(support_, {.place = Slot::Place::kPreposition, .preposition = "by"}));
    // "A, with a stake in B", "A, in partnership with B"
    const int head = tree_.head_of(noun);
    if (head != kNoWord && is_means() && mentions_.name_at(head) != kNoWord) tiers.push_back({head});
    if (support_ != kNoWord) tiers.push_back(clause_.subjects(support_));
    return tiers;
  }

  const SentenceMentions& mentions_;
  const mentions::AnnotatedSentence& tree_;
  const Clause& clause_;
  const language::Lexicon& lexicon_;
  Referents& referents_;
  const Trigger& trigger_;
  const Frame& frame_;
  int support_ = kNoWord;
  std::vector<int> used_;
};

/// "владелец завода", "a unit of A": one party is named by the title, the other is whose it is.
void fill_title(Filling& filling, const Clause& clause, Referents& referents, Event& event) {
  const Trigger& trigger = event.trigger;
  const Frame& frame = *trigger.frame;
  std::vector<Referent>& party = frame.title_is_from ? event.from : event.to;
  const language::Role& party_role = frame.title_is_from ? frame.from : frame.to;
  const language::Role& other_role = frame.title_is_from ? frame.to : frame.from;
  party = filling.denoted({.slots = {}, .kinds = party_role.kinds});
  filling.mark_used(party);
  std::vector<Referent>& other = frame.title_is_from ? event.to : event.from;
  other = filling.fill(other_role);
  if (other.empty()) other = filling.name_right_before(other_role);
  if (other.empty()) other = filling.name_right_after(other_role);
  if (other.empty()) other = filling.relative_of_title(other_role);
  const bool says_whose = !clause.possessors(trigger.word).empty();
  if (other.empty() && !says_whose && !clause.listed(trigger.word).empty())
    other = referents.topic(trigger.word, other_role.kinds);
  event.to_from_context = event.to.empty() && frame.from_context && (frame.lead || filling.is_predicate());
  if (party.size() == 1 && other.size() == 1 && party.front().entity == other.front().entity) {
    // "A и Б, компанией, которой он основатель": he is not what he founded.
    const Referents::Exclusion exclusion(referents, other.front().entity);
    party = filling.denoted({.slots = {}, .kinds = party_role.kinds});
  }
  for (const Referent& from : event.from) {
    if (!event.to.empty()) referents.tie(from.entity, event.to.front().entity);
  }
}

/// The roles of a verb or an event noun.
void fill_event(Filling& filling, Referents& referents, Event& event) {
  const Trigger& trigger = event.trigger;
  const Frame& frame = *trigger.frame;
  {
    // "A инвестирует в неё": nor is it who does it.
    const Referents::Exclusion exclusion(referents, filling.named_subject());
    event.to = filling.fill(frame.to);
  }
  // A pronoun is not what the other party is.
  const Referents::Exclusion exclusion(referents, event.to.size() == 1 ? event.to.front().entity : kNoEntity);
  event.from = filling.fill(frame.from);
  event.seller = filling.fill(frame.seller);
  // "increased her stake": whose it was is who has it still
  std::erase_if(event.seller, [&](const Referent& seller) {
    return std::any_of(event.from.begin(), event.from.end(),
                       [&](const Referent& from) { return from.entity == seller.entity; });
  });
  if (frame.both && trigger.form == Trigger::Form::kNoun)
    append(event.from, filling.names_beside(frame.from));
  if (event.to.empty() && frame.from_context) event.to_from_context = !filling.says_where(frame.to);
}

}  // namespace

Event fill_roles(const SentenceMentions& mentions, const Clause& clause, const language::Lexicon& lexicon,
                 Referents& referents, const Trigger& trigger) {
  Event event{.trigger = trigger, .status = read_status(mentions.tree, trigger, lexicon)};
  Filling filling(mentions, clause, lexicon, referents, trigger);
  if (trigger.form == Trigger::Form::kTitle) {
    fill_title(filling, clause, referents, event);
  } else {
    fill_event(filling, referents, event);
  }
  return event;
}

}  // namespace whofunds::facts
