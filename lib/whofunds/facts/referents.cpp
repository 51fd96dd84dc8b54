#include "whofunds/facts/referents.hpp"

#include <algorithm>

#include "whofunds/facts/renamings.hpp"
#include "whofunds/language/spelling.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using entities::Reference;
using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using tagging::Dependency;

namespace {

constexpr double kSureLatter = 0.85;

}  // namespace

void append(std::vector<Referent>& to, const std::vector<Referent>& from) {
  for (const Referent& referent : from) {
    const bool known = std::any_of(to.begin(), to.end(),
                                   [&](const Referent& other) { return other.entity == referent.entity; });
    if (!known) to.push_back(referent);
  }
}

bool Referents::among(EntityKind kind, const Kinds& kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool Referents::fits(int entity, const Kinds& kinds) const {
  if (kinds.empty() || entity == kNoEntity) return entity != kNoEntity;
  const entities::RosterEntity& record = roster_.at(entity);
  const EntityKind kind = record.kind();
  if (among(kind, kinds)) return true;
  if (record.kind_told()) return model::is_organization(kind) && among(EntityKind::kOrganization, kinds);
  // One word that a model took for a person or a product may be a firm; full names are people, but the
  // English model takes many a firm for one.
  const bool is_one_word = record.name().find(' ') == std::string::npos;
  const bool may_be_firm = kind == EntityKind::kPerson && (is_one_word || !lexicon_.inflected);
  const bool is_no_place = kind == EntityKind::kPlace && !lexicon_.inflected;
  // Where only a person can be meant, two capitals of which nothing tells a firm are one: "Vera Lindqvist".
  if (kinds.size() == 1 && kinds.front() == EntityKind::kPerson && !lexicon_.inflected) {
    const std::string name = record.name();
    return kind == EntityKind::kOrganization && record.named &&
           std::count(name.begin(), name.end(), ' ') == 1 &&
           !lexicon_.numerals.contains(language::lower_case(name.substr(name.find(' ') + 1)));
  }
  const bool doubtful =
      kind == EntityKind::kOrganization || kind == EntityKind::kProject || may_be_firm || is_no_place;
  return doubtful && (among(EntityKind::kOrganization, kinds) || among(EntityKind::kCompany, kinds));
}

void Referents::enter(const mentions::SentenceMentions& sentence, std::size_t index) {
  sentence_ = &sentence;
  index_ = static_cast<int>(index);
  if (sentence.begins_paragraph) paragraph_ = index_;
  clause_.emplace(sentence.tree, lexicon_);
  std::erase_if(references_, [&](const Reference& reference) {
    return reference.sentence < index_ - kFarthestCalled || reference.sentence == index_;
  });
  past_ = references_.size();
  for (std::size_t n = 0; n < sentence.names.size(); ++n) {
    const int head = sentence.names[n].head;
    // "Холдинг «А» …": what a subject is called is the subject.
    // "The Aster project counts B among its members": so is what an undertaking is called.
    const auto undertaking = !lexicon_.inflected && at(head).is(Dependency::kCompound) &&
                                     at(head).note.head == sentence.names[n].last
                                 ? lexicon_.descriptors.find(at(at(head).note.head).lemma)
                                 : lexicon_.descriptors.end();
    const bool is_called_so = undertaking != lexicon_.descriptors.end() &&
                              undertaking->second.kind == EntityKind::kProject &&
                              sentence.names[n].kind == EntityKind::kProject;
    int described = at(head).is(Dependency::kApposition) || is_called_so ? at(head).note.head : head;
    // "its biggest shareholder, the fund A, has said"
    while (!lexicon_.inflected && at(described).is(Dependency::kApposition))
      described = at(described).note.head;
    if (is_source(described)) continue;
    const language::Gender told = gender_of_description(described);
    references_.push_back(
        {.sentence = index_,
         .word = head,
         .entity = roster_.entity_of(index, n),
         .is_subject = at(described).is_subject(),
         .gender = told == language::Gender::kNone ? gender_of_agreement(described) : told,
         .list = at(described).is(Dependency::kConjunct) ? at(described).note.head : described,
         .is_aside = is_aside(head),
         .is_told = is_told(head),
         .is_thing = is_before_thing(head),
         .is_investor = is_called_investor(head)});
  }
  learn_descriptions();
  learn_names();
  note_descriptions();
  learn_renamings();
  looks_back_ = false;
}

void Referents::leave() {
  count_named();
  for (std::size_t i = past_; i < references_.size(); ++i) {
    const Reference& reference = references_[i];
    if (is_town(reference.entity)) continue;
    if (topic_ == kNoEntity) {
      has_names_ = has_names_ || fits(reference.entity, {EntityKind::kOrganization});
    } else if (reference.entity != topic_ &&
               (topic_sentence_ < index_ ? is_topical(reference) : tells_whose(reference.word))) {
      ++may_name_[reference.entity];
    }
  }
  sentence_ = nullptr;
  clause_.reset();
}

/// "the Aster mill"
bool Referents::is_before_thing(int name_word) const {
  const int noun = at(name_word).note.head;
  if (lexicon_.inflected || !at(name_word).is(Dependency::kCompound) || noun != name_word + 1) return false;
  const auto descriptor = lexicon_.descriptors.find(at(noun).lemma);
  return descriptor != lexicon_.descriptors.end() && descriptor->second.kind != EntityKind::kPlace &&
         descriptor->second.kind != EntityKind::kPublicBody && !at(noun).is_capitalised();
}

/// "по данным А", "согласно данным А", "The Aster Times reported that …": who only tells what is spoken of.
bool Referents::is_source(int name) const {
  const int verb = sentence_->tree.head_of(name);
  const bool says =
      at(name).is(Dependency::kSubject) && verb != kNoWord && lexicon_.saying_verbs.contains(at(verb).lemma);
  const auto is_paper = [&](int word) { return lexicon_.media_words.contains(at(word).lower); };
  // "The daily A had written that …"
  if (says && (is_paper(name) || std::ranges::any_of(at(name).children, is_paper))) return true;
  // "an SEC filing", "a Hindenburg report"
  if (at(name).is(Dependency::kCompound) && verb > name && lexicon_.told_nouns.contains(at(verb).lemma))
    return true;
  const auto is_told = [&](int noun) {
    const std::string_view preposition = noun >= 0 ? sentence_->tree.preposition(noun) : std::string_view();
    return (preposition == "по" || preposition == "согласно") &&
           lexicon_.source_nouns.contains(at(noun).lemma);
  };
  // "По данным «А», ООО «Б» принадлежит В": whatever a parser hangs the name on
  const int index = sentence_->name_at(name);
  int before = index == kNoWord ? kNoWord : sentence_->names[static_cast<std::size_t>(index)].first - 1;
  if (before >= 0 && at(before).token.text == "«") --before;
  return is_told(at(name).note.head) || is_told(before);
}

/// Whether a word stands in a clause that describes a noun: "пришедший из «А»".
bool Referents::is_aside(int word) const {
  for (int steps = 0; steps < kDeepest && word != kNoWord; ++steps, word = at(word).note.head) {
    if (at(word).is(Dependency::kClauseOfNoun) || at(word).is(Dependency::kRelativeClause)) return true;
  }
  return false;
}

/// "the Oslo-based company": what the sentence says to be a place is no company.
bool Referents::is_town(int entity) const {
  if (lexicon_.inflected) return false;
  const entities::RosterEntity& record = roster_.at(entity);
  const bool is_told = record.kind() == EntityKind::kPlace && record.kind_told() && !record.may_be_place;
  return is_told || lexicon_.countries.names.contains(language::lower_case(record.name()));
}

bool Referents::is_called_person(int entity) const {
  return !lexicon_.inflected && roster_.at(entity).is_person() &&
         std::ranges::any_of(roster_.at(entity).descriptors, [&](const std::string& said) {
           const auto descriptor = lexicon_.descriptors.find(said);
           return descriptor != lexicon_.descriptors.end() && descriptor->second.kind == EntityKind::kPerson;
         });
}

bool Referents::has_given_name(int entity) const {
  const std::string name = language::lower_case(roster_.at(entity).name());
  const std::size_t end = name.find(' ');
  return end != std::string::npos && !roster_.at(entity).kind_told() &&
         name.find(' ', end + 1) == std::string::npos && lexicon_.given_names.contains(name.substr(0, end)) &&
         !lexicon_.inflected;
}

template <typename Predicate>
bool Referents::has_in_name(int entity, const Predicate& is_asked) const {
  const std::string name = language::lower_case(roster_.at(entity).name());
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (is_asked(name.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

bool Referents::is_lender(int entity) const {
  return has_in_name(entity, [&](const std::string& word) {
    return lexicon_.lender_words.contains(word) || lexicon_.ends_as_lender(word);
  });
}

bool Referents::is_said_to_be(int entity, const language::WordSet& words) const {
  return has_in_name(entity, [&](const std::string& word) { return words.contains(word); }) ||
         std::ranges::any_of(roster_.at(entity).descriptors,
                             [&](const std::string& said) { return words.contains(said); });
}

bool Referents::takes_gifts(int entity, int giver) const {
  return is_said_to_be(entity, lexicon_.nonprofit_words) ||
         (giver != kNoEntity && roster_.at(entity).kind() == EntityKind::kProject &&
          is_said_to_be(giver, lexicon_.donor_words));
}

bool Referents::is_called_lender(int entity) const {
  return is_lender(entity) || is_said_to_be(entity, lexicon_.lender_words);
}

/// A subject, "Aster's stores": what a text is about is spoken of so.
bool Referents::is_topical(const Reference& reference) const {
  return (reference.is_subject || tells_whose(reference.word)) &&
         roster_.at(reference.entity).kind() != EntityKind::kPlace;
}

/// "Aster's stores", "the head of Aster", "the Aster brand".
bool Referents::tells_whose(int word) const {
  if (at(word).is(Dependency::kPossessor)) return true;
  const int noun = at(word).note.head;
  if (noun == kNoWord) return false;
  if (at(word).is(Dependency::kCompound)) {
    // "the Aster brand", "the Aster factory"
    const auto descriptor = lexicon_.descriptors.find(at(noun).lemma);
    const bool is_built = descriptor != lexicon_.descriptors.end() && !at(noun).is_capitalised() &&
                          descriptor->second.kind == EntityKind::kProject && !descriptor->second.anaphoric;
    return is_built || lexicon_.name_nouns.contains(at(noun).lemma);
  }
  // "an offer valuing Aster at $90m"
  if (at(word).is(Dependency::kObject) && lexicon_.valuation_words.contains(at(noun).lemma)) return true;
  return at(word).is(Dependency::kNominalModifier) &&
         lexicon_.any_frame_of_title(at(noun).lemma, [](const language::Frame& frame) {
           return frame.from.kinds == Kinds{EntityKind::kPerson};
         });
}

std::optional<Referent> Referents::referent_of_name(int word, const Kinds& kinds) const {
  const int name = sentence_->name_at(word);
  if (name == kNoWord) return std::nullopt;
  const int entity = roster_.entity_of(static_cast<std::size_t>(index_), static_cast<std::size_t>(name));
  if (!fits(entity, kinds)) return std::nullopt;
  return Referent{.entity = entity, .word = word};
}

std::vector<Referent> Referents::resolve(int word, const Kinds& kinds, int depth) {
  if (depth > kDeepest || word == kNoWord) return {};
  if (sentence_->name_at(word) != kNoWord) {
    const auto named = referent_of_name(word, kinds);
    return named ? std::vector{*named} : std::vector<Referent>();
  }
  const Word& here = at(word);
  // "CRH plc", where the name was taken to end before its legal form
  const bool is_form = lexicon_.legal_forms.contains(here.lower) &&
                       (here.is_capitalised() || !lexicon_.descriptors.contains(here.lemma));
  if (word > 0 && is_form && at(word - 1).note.head == word && sentence_->name_at(word - 1) != kNoWord) {
    return resolve(word - 1, kinds, depth + 1);
  }
  if (is_relative(word)) return antecedent(word, kinds, depth);
  if (lexicon_.pronominal_adverbs.contains(here.lower)) return money_before(word, kinds);
  if (const auto pronoun = lexicon_.pronouns.find(here.lower); pronoun != lexicon_.pronouns.end())
    return looked_back(pronoun->second, word, kinds);
  if (const auto pronoun = lexicon_.pronouns.find(here.lemma); pronoun != lexicon_.pronouns.end())
    return looked_back(pronoun->second, word, kinds);
  if (lexicon_.latter_words.contains(here.lower)) return last_named(word, kinds);
  if (is_one_of_two(word)) return one_of_pair(word, kinds);
  if (std::vector<Referent> named = named_beside(word, kinds, depth); !named.empty()) return named;
  if (std::vector<Referent> found = through(word, kinds, depth); !found.empty()) return found;
  if (std::vector<Referent> found = subject_of_predicate(word, kinds, depth); !found.empty()) return found;
  if (is_denied_predicate(word)) return {};
  if (std::vector<Referent> party = party_of_deal(word, kinds); !party.empty()) return party;
  return described(word, kinds, depth);
}

bool Referents::is_relative(int word) const {
  return lexicon_.relative_pronouns.contains(at(word).lemma) ||
         lexicon_.relative_pronouns.contains(at(word).lower) ||
         (lexicon_.pronominal_adverbs.contains(at(word).lower) &&
          !lexicon_.pronouns.contains(at(word).lower));
}

/// "A is not the company founded by B": it is some other.
bool Referents::is_denied_predicate(int word) const {
  const int copula = sentence_->tree.child(word, Dependency::kCopula);
  if (lexicon_.inflected || copula == kNoWord) return false;
  for (int i = copula + 1; i < word; ++i) {
    if (lexicon_.negations.contains(at(i).lower)) return true;
  }
  return false;
}

/// "A is a company founded by B", "«А» — сеть, принадлежащая Б": a predicate stands for its subject.
std::vector<Referent> Referents::subject_of_predicate(int word, const Kinds& kinds, int depth) {
  const mentions::AnnotatedSentence& tree = sentence_->tree;
  if (!at(word).is_noun() || is_denied_predicate(word)) return {};
  const int subject = tree.child(word, Dependency::kSubject);
  // "«А» — сеть, принадлежащая Б"
  const bool has_dash = std::ranges::any_of(at(word).children, [&](int child) {
    return child > subject && child < word && (at(child).token.text == "—" || at(child).token.text == "–");
  });
  if (tree.child(word, Dependency::kCopula) == kNoWord && !has_dash) return {};
  // "which is a company founded by B" is said of something else.
  if (subject == kNoWord || subject > word) return {};
  std::vector<Referent> found;
  for (const int each : clause_->with_conjuncts(subject)) append(found, resolve(each, kinds, depth + 1));
  return found;
}

/// "the latter": who was named last, in this sentence or the one before.
std::vector<Referent> Referents::last_named(int word, const Kinds& kinds) {
  looks_back_ = true;
  const Reference* last = nullptr;
  for (const Reference& reference : references_) {
    const bool is_before =
        reference.sentence == index_ - 1 || (reference.sentence == index_ && reference.word < word);
    if (is_before && fits(reference.entity, kinds) &&
        (last == nullptr ||
         std::pair(reference.sentence, reference.word) > std::pair(last->sentence, last->word)))
      last = &reference;
  }
  if (last == nullptr) return {};
  return {Referent{.entity = roster_.root(last->entity), .word = word, .certainty = kSureLatter}};
}

}  // namespace whofunds::facts
