#include <algorithm>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/facts/referents.hpp"
#include "whofunds/language/spelling.hpp"

namespace whofunds::facts {

using entities::kNoEntity;
using entities::Reference;
using mentions::kNoWord;
using mentions::Word;
using model::EntityKind;
using tagging::Dependency;

namespace {

/// "the bank" of "Opal Bank"
bool has_word(const std::string& name, const std::string& noun) {
  const std::vector<std::string> words = entities::words_of(name);
  return words.size() > 1 && std::ranges::find(words, noun) != words.end();
}

/// "завод" of a "хлебозавод"
bool is_short_for(const std::string& noun, const std::string& compound) {
  constexpr std::size_t kShortest = 8;  // in bytes: four Cyrillic letters
  return noun.size() >= kShortest && compound.size() > noun.size() && compound.ends_with(noun);
}

}  // namespace

/// What a definite noun stands for: what was called so, a party of the deal that was told, or what may be
/// called so.
std::vector<Referent> Referents::spoken_of(int word, const language::Descriptor& descriptor,
                                           const Kinds& kinds) {
  std::vector<Referent> known = last_described(word, descriptor, kinds);
  if (known.empty() || !known.front().described_so) {
    if (std::vector<Referent> fund = fund_in_deal(descriptor, word, kinds); !fund.empty()) return fund;
    if (std::vector<Referent> taker = taker_in_deal(word, kinds); !taker.empty()) return taker;
  }
  return known.empty() ? funded_place(descriptor, word, kinds) : known;
}

/// "The company grew. Its founder …": what the subject of a sentence stands for is what the next speaks of.
void Referents::remember_spoken_of(int word, int entity) {
  const bool is_known = std::ranges::any_of(references_, [&](const Reference& reference) {
    return reference.sentence == index_ && reference.word == word;
  });
  if (at(word).is_subject() && !is_known)
    references_.push_back(
        {.sentence = index_, .word = word, .entity = entity, .is_subject = true, .list = word});
}

/// What was spoken of before `word` and can be called so: the latest of that very description, or else the
/// latest of that kind; what a clause named in passing only where there is nothing else.
std::vector<Referent> Referents::last_described(int word, const language::Descriptor& descriptor,
                                                const Kinds& kinds) {
  const std::vector<int> acting = acting_pronouns(word, 1);
  // "Ann Lee left A to start B. She controls the firm": what is hers before what is not
  const bool acts_one = acting.size() == 1 && roster_.at(acting.front()).is_person() &&
                        lexicon_.general_nouns.contains(at(word).lemma);
  if (const auto tied = acts_one ? tied_.find(acting.front()) : tied_.end();
      tied != tied_.end() && fits(tied->second, kinds) && fits(tied->second, {EntityKind::kOrganization}))
    return {Referent{.entity = roster_.root(tied->second), .word = word, .certainty = kSureDescription}};
  const auto look = [&](int farthest, bool exact, bool aside, const std::vector<int>& excluded) {
    for (int back = 0; back <= farthest; ++back) {
      looks_back_ = looks_back_ || back > 0;
      const Reference* const best = best_described(word, descriptor, kinds, back, exact, aside, excluded);
      if (best != nullptr) return best;
    }
    return static_cast<const Reference*>(nullptr);
  };
  const Reference* best = look(lexicon_.inflected ? kFarthestCalled : kFarthest, true, true, acting);
  const bool described_so = best != nullptr;
  if (best == nullptr) {
    if (std::vector<Referent> bought = bought_by_name(word, kinds); !bought.empty()) return bought;
  }
  const auto look_by_kind = [&](const std::vector<int>& excluded) {
    for (const bool aside : {false, true}) {
      if (best == nullptr) best = look(kFarthest, false, aside, excluded);
    }
  };
  const bool is_general = lexicon_.general_nouns.contains(at(word).lemma);
  if (best == nullptr && is_general) {  // "the firm" is a bank only where nothing else is named.
    std::vector<int> acting_or_bank = acting;
    for (const Reference& reference : references_) {
      if (is_called_lender(reference.entity)) acting_or_bank.push_back(roster_.root(reference.entity));
    }
    look_by_kind(acting_or_bank);
  }
  look_by_kind(acting);
  if (best == nullptr) best = last_subject_called(word, descriptor, kinds);
  // "the Disney company", where nothing else can be meant
  for (std::size_t i = past_; best == nullptr && i < references_.size(); ++i) {
    if (tells_place(word, references_[i].word) && fits(references_[i].entity, kinds)) best = &references_[i];
  }
  if (best == nullptr) return {};
  const int topic = described_so && !is_general ? kNoEntity : rather_meant(*best, [&](int entity) {
    const entities::RosterEntity& record = roster_.at(entity);
    return std::ranges::find(acting, entity) == acting.end() && !is_town(entity) && fits(entity, kinds) &&
           may_call(at(word).lemma, entity) && !(excludes_descriptions_ && is_excluded(entity)) &&
           (record.kind() == descriptor.kind || (is_general && record.kind() == EntityKind::kFund) ||
            (!record.kind_told() && model::is_organization(record.kind()) &&
             model::is_organization(descriptor.kind)));
  });
  if (topic != kNoEntity) return {Referent{.entity = topic, .word = word, .certainty = kSureDescription}};
  return {Referent{.entity = roster_.root(best->entity),
                   .word = word,
                   .certainty = kSureDescription,
                   .described_so = described_so}};
}

/// The best of one sentence, `back` before this one: of that very description, if `exact`; one in a clause
/// that describes something else only if `aside`.
const Reference* Referents::best_described(int word, const language::Descriptor& descriptor,
                                           const Kinds& kinds, int back, bool exact, bool aside,
                                           const std::vector<int>& acting) const {
  const Word& here = at(word);
  const bool is_pointed_at = points_back(word);
  // "глава правительства" is of no firm that was spoken of.
  const bool needs_body = lexicon_.inflected && descriptor.kind == EntityKind::kPublicBody;
  const Reference* best = nullptr;
  for (const Reference& reference : references_) {
    if (reference.sentence != index_ - back || (reference.is_aside && !aside) ||
        (back == 0 && (reference.word >= word || is_of_same_verb(reference.word, word))))
      continue;
    // A thing that was called just so is known by it, whoever else may do it: "It owns 30% of the bank".
    const bool is_other = (excludes_descriptions_ && is_excluded(reference.entity)) ||
                          std::ranges::find(acting, roster_.root(reference.entity)) != acting.end();
    if (is_other && !exact) continue;
    if (reference.is_told || !may_call(here.lemma, reference.entity)) continue;
    if (reference.is_investor && back > 0 && descriptor.kind == EntityKind::kCompany) continue;
    if (back == 0 && (tells_place(word, reference.word) || stands_in_opening_phrase(reference.word, word)))
      continue;
    const entities::RosterEntity& record = roster_.at(reference.entity);
    const EntityKind kind = record.kind();
    // "the Oslo-based company": the town is no company.
    if (descriptor.kind != EntityKind::kPlace && is_town(reference.entity)) continue;
    const bool same_kind =
        kind == descriptor.kind || (descriptor.kind == EntityKind::kPlace && record.may_be_place) ||
        (!record.kind_told() && (model::is_organization(kind) || kind == EntityKind::kProject) &&
         model::is_organization(descriptor.kind) && !needs_body);
    const bool same_word = exact && (has_word(record.name(), here.lemma) ||
                                     std::ranges::any_of(record.descriptors, [&](const std::string& said) {
                                       return said == here.lemma || is_short_for(here.lemma, said) ||
                                              lexicon_.is_kind_of(said, here.lemma);
                                     }));
    // A model may take the name of a firm for a person's; what people are called tells.
    const bool may_be_firm = !lexicon_.inflected && !record.kind_told() && record.is_person() &&
                             reference.is_subject && model::is_organization(descriptor.kind);
    if (!(exact ? same_word : same_kind || may_be_firm) || !fits(reference.entity, kinds)) continue;
    // "The bank lent A $5m for the park, which the company is building": a bank is one, but not before
    // another
    const bool is_bank = !exact && back == 0 && is_lender(reference.entity);
    if (is_bank && best != nullptr && !is_lender(best->entity)) continue;
    if (best != nullptr && back == 0 && !exact && !is_bank && is_lender(best->entity)) best = nullptr;
    // "Банк подал иск к «А». Он выдал этой компании …": the last of them, whether subject or not.
    // "A and B set up C. The company …": none of several who act
    const bool is_one_more = !lexicon_.inflected && back > 0 && best != nullptr && !exact;
    const bool is_better = is_one_more && is_one_of_several(*best) && !is_one_of_several(reference);
    if (is_one_more && is_one_of_several(reference) && !is_one_of_several(*best)) continue;
    // "Ann Lee left A to start B. The firm …": of those that are no subjects the last, where it is as well
    // known for what it is
    const bool is_later = is_one_more && !best->is_subject && !reference.is_subject &&
                          (record.kind_told() || !roster_.at(best->entity).kind_told());
    if (best == nullptr || is_pointed_at || is_better || is_later ||
        (reference.is_subject && !best->is_subject) ||
        (back == 0 && reference.is_subject == best->is_subject))
      best = &reference;
  }
  return best;
}

/// "the utility" is no bank.
bool Referents::may_call(const std::string& noun, int entity) const {
  // "государство" is no town
  if (lexicon_.country_nouns.contains(noun))
    return lexicon_.countries.names.contains(language::lower_case(roster_.at(entity).name()));
  const bool lends = lexicon_.inflected ? is_called_lender(entity) : is_lender(entity);
  const bool may_lend = lexicon_.lender_words.contains(noun) || lexicon_.legal_forms.contains(noun) ||
                        lexicon_.general_nouns.contains(noun) ||
                        (!lexicon_.inflected && lexicon_.name_words.contains(noun)) ||
                        lexicon_.acting_groups.contains(noun) || lexicon_.transparent_nouns.contains(noun);
  return !lends || may_lend;
}

}  // namespace whofunds::facts
