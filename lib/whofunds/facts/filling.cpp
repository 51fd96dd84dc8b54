#include "whofunds/facts/filling.hpp"

#include <algorithm>

#include "whofunds/facts/arguments.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using language::Slot;
using mentions::kNoWord;
using mentions::Word;
using tagging::Dependency;

std::vector<Referent> Filling::fill(const language::Role& role) {
  std::vector<Referent> found;
  bool has_object = false;  // "folded its unit into A": who does so is not what is done to it
  for (const Slot& slot : role.slots) {
    if (slot.place == Slot::Place::kSubject && (has_object || places_.has_source())) continue;
    has_object = !lexicon_.inflected && slot.place == Slot::Place::kObject &&
                 trigger_.form == Trigger::Form::kVerb && !clause_.is_passive(trigger_.word) &&
                 !clause_.objects(trigger_.word).empty();
    for (const std::vector<int>& words : places_.of(slot)) {
      for (const int word : words) {
        if (!is_free(word)) continue;
        std::vector<Referent> referents = referents_.of(word, role.kinds);
        // "завод откроют в мае, его строит А": a pronoun is no new thing.
        const bool is_known = lexicon_.inflected && slot.place == Slot::Place::kObject &&
                              tree_.at(word).is(Dependency::kObject) &&
                              lexicon_.pronouns.contains(tree_.at(word).lower);
        if (role.named && !is_known) referents = sure(std::move(referents));
        // "компанию ведёт А": what is spoken of says itself what it is
        const auto descriptor = lexicon_.descriptors.find(tree_.at(word).lemma);
        const bool says_kind = descriptor != lexicon_.descriptors.end() && descriptor->second.anaphoric &&
                               std::ranges::find(role.kinds, descriptor->second.kind) != role.kinds.end();
        if (role.told && !says_kind)
          std::erase_if(referents,
                        [&](const Referent& r) { return !referents_.is_told_among(r.entity, role.kinds); });
        if (!referents.empty()) used_.push_back(word);
        append(found, referents);
      }
      if (!found.empty()) break;
    }
    if (!found.empty() && !frame_.both) break;
  }
  if (found.empty() && !role.named && has_omitted_subject(role))
    found = referents_.omitted_subject(trigger_.word, role.kinds);
  return found;
}

bool Filling::has_omitted_subject(const language::Role& role) const {
  const Word& verb = tree_.at(trigger_.word);
  const bool asks = role.has(Slot::Place::kSubject);
  const bool is_verb = lexicon_.inflected && trigger_.form == Trigger::Form::kVerb;
  // "Основана в 2013 году Беловым": of whom the sentence before speaks.
  const bool is_short_passive = verb.note.part_of_speech == language::PartOfSpeech::kShortForm &&
                                tree_.child(trigger_.word, Dependency::kSubject) == kNoWord &&
                                tree_.child(trigger_.word, Dependency::kPassiveSubject) == kNoWord;
  const bool is_acted_on = role.has(Slot::Place::kObject);
  if (is_verb && is_short_passive && is_acted_on) return clause_.objects(trigger_.word).empty();
  return asks && is_verb && verb.note.part_of_speech == language::PartOfSpeech::kVerb &&
         !clause_.is_passive(trigger_.word) && clause_.subjects(trigger_.word).empty();
}

/// The object word that the frame asks for is a party only where it stands for one: "входит в группу «А»",
/// "увеличил долю в Б".
bool Filling::is_free(int word) const {
  // "к ним присоединился А": in what they do, told before; no partner of theirs.
  const bool joins_them = lexicon_.inflected && frame_.relation == model::Relation::kPartnersWith &&
                          tree_.preposition(word) == "к" && lexicon_.pronouns.contains(tree_.at(word).lower);
  if (joins_them && tree_.at(word).note.number == language::Number::kPlural) return false;
  // "a loan for its plant": the plant's owner borrows.
  const bool is_own = std::ranges::any_of(tree_.at(word).children, [&](int child) {
    return child < word && is_possessive(lexicon_.pronouns, tree_.at(child));
  });
  if (is_own && frame_.relation == model::Relation::kLendsTo && tree_.preposition(word) == "for")
    return false;
  // "продал долг компании": the debt is sold
  if (lexicon_.inflected && frame_.relation == model::Relation::kAcquires && is_debt(word)) return false;
  if (word == trigger_.carrier) {
    const std::string& lemma = tree_.at(word).lemma;
    return lexicon_.descriptors.contains(lemma) || lexicon_.stake_nouns.contains(lemma);
  }
  return std::find(used_.begin(), used_.end(), word) == used_.end();
}

bool Filling::is_debt(int noun) const {
  const std::string& lemma = tree_.at(noun).lemma;
  const auto frames = lexicon_.frames_by_noun.find(lemma);
  // "кредитная линия", but "линия одежды"
  const auto is_called_so = [&](const language::Trigger& trigger) {
    return trigger.lemma == lemma && std::ranges::all_of(trigger.modifiers, [&](const std::string& modifier) {
             return std::ranges::any_of(tree_.at(noun).children,
                                        [&](int child) { return tree_.at(child).lemma == modifier; });
           });
  };
  return mentions_.name_at(noun) == kNoWord && frames != lexicon_.frames_by_noun.end() &&
         std::ranges::all_of(frames->second,
                             [&](std::size_t index) {
                               return lexicon_.frames[index].relation == model::Relation::kLendsTo;
                             }) &&
         std::ranges::any_of(frames->second, [&](std::size_t index) {
           return std::ranges::any_of(lexicon_.frames[index].nouns, is_called_so);
         });
}

std::vector<Referent> Filling::names_beside(const language::Role& role) {
  std::vector<Referent> found;
  for (const int child : tree_.at(trigger_.word).children) {
    if (!tree_.at(child).is(Dependency::kApposition) && !tree_.at(child).is(Dependency::kFlat)) continue;
    for (const int word : clause_.with_conjuncts(child)) append(found, referents_.of(word, role.kinds));
  }
  return found;
}

std::vector<Referent> Filling::receivers(const language::Role& role) {
  std::vector<Referent> found;
  if (trigger_.form != Trigger::Form::kNoun || !places_.is_paid()) return found;
  // "A's €5m loan from B"
  for (const int owner : places_.has_source() ? clause_.possessors(trigger_.word) : std::vector<int>()) {
    if (tree_.at(owner).is(Dependency::kPossessor)) append(found, referents_.of(owner, role.kinds));
  }
  if (!found.empty()) return found;
  const int provided = tree_.head_of(trigger_.word);
  // "A was financed by a loan from B", "A built it, helped by a loan from B"
  if (!lexicon_.inflected && tree_.at(trigger_.word).is(Dependency::kAgent) && provided != kNoWord &&
      lexicon_.providing_verbs.contains(tree_.at(provided).lemma)) {
    for (const int object : clause_.objects(provided)) append(found, referents_.of(object, role.kinds));
    return found;
  }
  if (frame_.relation == model::Relation::kGrantsTo) append(found, whose_part_is_paid_for(role));
  if (!found.empty()) return found;
  // "A loan from B will help A to build it"
  if (!lexicon_.inflected && tree_.at(trigger_.word).is(Dependency::kSubject) && provided != kNoWord &&
      lexicon_.providing_verbs.contains(tree_.at(provided).lemma) && !clause_.is_passive(provided)) {
    for (const int object : clause_.objects(provided)) append(found, referents_.of(object, role.kinds));
    for (const int child : found.empty() ? tree_.at(provided).children : std::vector<int>()) {
      // a parser may give the helped to what they do: "help A complete it"
      if (child > provided && tree_.at(child).is_verb() &&
          !tree_.at(child).is(Dependency::kAdverbialClause)) {
        for (const int subject : clause_.subjects(child)) {
          if (subject > provided) append(found, referents_.of(subject, role.kinds));
        }
      }
    }
    if (!found.empty()) return found;
  }
  const int verb = clause_.governing_verb(trigger_.word);
  if (verb == kNoWord || clause_.is_passive(verb)) return found;
  // "A led the round, with investments from B": who led it got none.
  if (leads_round(verb)) return found;
  // "beat bids from A": who does it got no bid.
  if (!lexicon_.inflected && lexicon_.outdoing_verbs.contains(tree_.at(verb).lemma)) return found;
  for (const int subject : clause_.subjects(verb)) {
    const bool is_event = lexicon_.frames_by_noun.contains(tree_.at(subject).lemma);
    if (!is_event) append(found, referents_.of(subject, role.kinds));
    for (const Slot& slot : role.slots) {
      if (!is_event || slot.place != Slot::Place::kPreposition) continue;
      for (const int word : clause_.after_preposition(subject, slot))
        append(found, referents_.of(word, role.kinds));
    }
  }
  return found;
}

std::vector<Referent> Filling::dealt_with(const language::Role& role) {
  std::vector<Referent> found;
  const int name = tree_.head_of(trigger_.word);
  const bool stands_before = name != kNoWord && name > trigger_.word && mentions_.name_at(name) != kNoWord &&
                             tree_.at(trigger_.word).is(Dependency::kCompound);
  // "bought A from founders B and C"
  const bool is_source = tree_.preposition(trigger_.word) == "from" &&
                         tree_.child(trigger_.word, Dependency::kApposition) != kNoWord;
  const int verb = stands_before ? tree_.head_of(name) : is_source ? name : kNoWord;
  if (lexicon_.inflected || verb == kNoWord || !tree_.at(verb).is_verb()) return found;
  if (!lexicon_.has_verb_of(tree_.at(verb).lemma, model::Relation::kAcquires)) return found;
  for (const int object : clause_.objects(verb)) {
    if (object != name) append(found, referents_.of(object, role.kinds));
  }
  return found;
}

bool Filling::introduces(const std::vector<Referent>& party) const {
  if (!lexicon_.inflected || party.size() != 1) return false;
  int next = trigger_.word + 1;
  const std::string_view mark = next < tree_.size() ? tree_.at(next).token.text : std::string_view();
  if (mark == "—" || mark == "–" || mark == ":") return party.front().word > next;
  // "Покупатель, холдинг «А», заплатил 90 млн"
  const bool is_named_aside = mark == "," && tree_.at(trigger_.word).is(Dependency::kSubject) &&
                              tree_.head_of(trigger_.word) > party.front().word &&
                              tree_.is_under(party.front().word, trigger_.word);
  if (is_named_aside) return party.front().word > next;
  const int verb = tree_.head_of(trigger_.word);
  return tree_.at(trigger_.word).is(Dependency::kOpenComplement) && verb != kNoWord &&
         lexicon_.copular_verbs.contains(tree_.at(verb).lemma);
}

bool Filling::is_post_of_firm(const std::vector<Referent>& party) const {
  if (party.size() != 1 || referents_.is_thing(party.front().entity) || party.front().word < trigger_.word)
    return false;
  const Word& title = tree_.at(trigger_.word);
  // "сооснователь и гендиректор «А» Иван Белов": the other title tells.
  const bool speaks = title.is_subject() || title.is(Dependency::kApposition);
  if (!speaks || places_.joined_title() != kNoWord || places_.first_of_titles() != trigger_.word)
    return false;
  return lexicon_.firm_posts.contains(title.lemma) || std::ranges::any_of(title.children, [&](int child) {
           return lexicon_.firm_posts.contains(tree_.at(child).lemma + " " + title.lemma);
         });
}

bool Filling::says_where(const language::Role& role) const {
  return std::any_of(role.slots.begin(), role.slots.end(), [&](const Slot& slot) {
    std::vector<int> words = slot.place == Slot::Place::kPreposition
                                 ? clause_.after_preposition(trigger_.word, slot)
                                 : std::vector<int>();
    // "The money for A came from B"
    if (slot.place == Slot::Place::kPreposition && trigger_.carrier != kNoWord && !lexicon_.inflected)
      append_words(words, clause_.after_preposition(trigger_.carrier, slot));
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

std::vector<Referent> Filling::appointed(const language::Role& role) {
  std::vector<Referent> found;
  const int verb = tree_.head_of(trigger_.word);
  if (lexicon_.inflected || verb == kNoWord || !tree_.at(trigger_.word).is(Dependency::kAdverbialClause) ||
      !lexicon_.copular_verbs.contains(tree_.at(verb).lemma))
    return found;
  for (const int object : clause_.objects(verb)) append(found, referents_.of(object, role.kinds));
  return found;
}

bool Filling::can_found() const {
  if (lexicon_.inflected || trigger_.form != Trigger::Form::kVerb) return false;
  return lexicon_.any_frame_of_verb(tree_.at(trigger_.word).lemma, [&](const language::Frame& frame) {
    return frame.relation == model::Relation::kFounded && frame.particles.empty() &&
           frame.object_words.empty();
  });
}

std::pair<std::vector<Referent>, std::vector<Referent>> Filling::turned_round() {
  const bool is_told = frame_.from.has(Slot::Place::kSubject) && frame_.to.has(Slot::Place::kObject) &&
                       !frame_.from.kinds.empty() && !frame_.to.kinds.empty();
  if (!lexicon_.inflected || trigger_.form != Trigger::Form::kVerb || !is_told ||
      clause_.is_passive(trigger_.word))
    return {};
  std::vector<Referent> from;
  std::vector<Referent> to;
  for (const int object : clause_.objects(trigger_.word)) {
    if (tree_.at(object).note.grammatical_case == language::Case::kNominative)
      append(from, referents_.of(object, frame_.from.kinds));
  }
  for (const int subject : clause_.subjects(trigger_.word))
    append(to, referents_.of(subject, frame_.to.kinds));
  if (from.empty() || to.empty()) return {};
  return {std::move(from), std::move(to)};
}

int Filling::named_subject() {
  if (trigger_.form != Trigger::Form::kVerb) return kNoEntity;
  for (const int subject : clause_.subjects(trigger_.word)) {
    const std::vector<Referent> referents = referents_.of(subject, {});
    // "It wrote the company a cheque": nor does "it" stand for a name.
    const bool is_asked = frame_.to.has(Slot::Place::kSubject);
    const bool is_pronoun =
        !lexicon_.inflected && !is_asked && lexicon_.pronouns.contains(tree_.at(subject).lower);
    if (referents.size() == 1 && (referents.front().certainty >= 1.0 || is_pronoun))
      return referents.front().entity;
  }
  return kNoEntity;
}

int Filling::named_recipient() {
  if (!lexicon_.inflected || trigger_.form != Trigger::Form::kVerb ||
      !frame_.seller.has(Slot::Place::kSubject))
    return kNoEntity;
  for (const int word : clause_.in_case(trigger_.word, language::Case::kDative)) {
    const std::vector<Referent> referents = referents_.of(word, {});
    if (referents.size() == 1 && referents.front().certainty >= 1.0) return referents.front().entity;
  }
  return kNoEntity;
}

bool Filling::is_group_of(const std::vector<Referent>& party, const std::vector<Referent>& whose) {
  return whose.size() > 1 && std::ranges::all_of(whose, [&](const Referent& one) {
           return std::ranges::any_of(party,
                                      [&](const Referent& other) { return other.entity == one.entity; });
         });
}

bool Filling::are_among(const std::vector<Referent>& some, const std::vector<Referent>& all) {
  return !some.empty() && std::ranges::all_of(some, [&](const Referent& each) {
    return std::ranges::any_of(all, [&](const Referent& other) { return other.entity == each.entity; });
  });
}

void Filling::mark_used(const std::vector<Referent>& referents) {
  for (const Referent& referent : referents) used_.push_back(referent.word);
}

}  // namespace whofunds::facts
