#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "whofunds/entities/roster.hpp"
#include "whofunds/facts/clause.hpp"
#include "whofunds/facts/referent.hpp"
#include "whofunds/facts/told_deals.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::facts {

/// Says what a word of a sentence stands for: a name, "стартап «…»", "49% акций …", "который", "она", "the
/// company". Remembers what was spoken of, so sentences are read in order.
class Referents {
 public:
  Referents(const language::Lexicon& lexicon, entities::Roster& roster)
      : lexicon_(lexicon), roster_(roster) {}

  /// A pronoun or "the company" looks back over this many sentences.
  static constexpr int kFarthest = 3;

  /// "Сервис" looks back over this many for what was called just so.
  static constexpr int kFarthestCalled = 8;

  /// While it lives no pronoun stands for `entity`; with `of_all`, no description either.
  class Exclusion {
   public:
    Exclusion(Referents& referents, int entity, bool of_all = false)
        : referents_(referents),
          former_(referents.excluded_),
          former_of_all_(referents.excludes_descriptions_) {
      referents_.excluded_ = entity;
      referents_.excludes_descriptions_ = of_all;
    }
    ~Exclusion() {
      referents_.excluded_ = former_;
      referents_.excludes_descriptions_ = former_of_all_;
    }
    Exclusion(const Exclusion&) = delete;
    Exclusion& operator=(const Exclusion&) = delete;

   private:
    Referents& referents_;
    int former_;  ///< what was excluded before, and is again afterwards
    bool former_of_all_;
  };

  /// Begins the next sentence. `sentence` must outlive the questions about it.
  void enter(const mentions::SentenceMentions& sentence, std::size_t index);

  /// What `word` stands for, with what is coordinated with it inside ("фонды A и B"). Only entities whose
  /// kind is among `kinds` (any, where empty).
  std::vector<Referent> of(int word, const std::vector<model::EntityKind>& kinds) {
    return resolve(word, kinds, 0);
  }

  /// What a noun in apposition describes: of several names before it, the nearest that it can.
  std::vector<Referent> described_by(int apposition, const std::vector<model::EntityKind>& kinds) const;

  /// Who a Russian verb without a subject speaks of: "Родился в Перми. Основал …", the subject of the
  /// sentence before.
  std::vector<Referent> omitted_subject(int verb, const std::vector<model::EntityKind>& kinds);
  /// What the text is about at `word`, where nobody says whose: "investors include A and B".
  std::vector<Referent> topic(int word, const std::vector<model::EntityKind>& kinds) {
    return looked_back({.thing = true}, word, kinds);
  }

  /// Whether an entity has been named again and again, and more often than another.
  bool is_rather_topic(int entity, int other) const {
    return times_named(entity) > 1 && times_named(entity) > times_named(other);
  }

  /// Whether a Russian noun is pointed at as known: "эта доля".
  bool points_back(int noun) const;

  /// Whether the name of an entity is that of one who lends: "Bank of Aster".
  bool is_lender(int entity) const;
  /// "the Aster Museum", "банк «А»": whether one of the words is in its name or describes it.
  bool is_said_to_be(int entity, const language::WordSet& words) const;
  /// "банк «А»", "Астробанк": whether it lends by its name or by what it is called.
  bool is_called_lender(int entity) const;
  /// Whether it was said what a person heads, founded or owns.
  bool is_tied(int entity) const { return tied_.contains(entity) || tied_.contains(roster_.root(entity)); }

  /// "Petra Lohse", though no model may take her for a person.
  bool has_given_name(int entity) const;
  /// A title has told that it is a person.
  void tell_person(int entity) { roster_.tell_kind(entity, model::EntityKind::kPerson); }

  /// Whether a noun for people describes it: "the striker A".
  bool is_called_person(int entity) const;
  /// Whether money that `giver` (kNoEntity for nobody named) puts into an entity is given: to a museum, or by
  /// a charity to an undertaking.
  bool takes_gifts(int entity, int giver) const;

  /// Whether the text tells that it is of one of those kinds.
  bool is_told_among(int entity, const std::vector<model::EntityKind>& kinds) const {
    return roster_.at(entity).kind_told() && among(roster_.at(entity).kind(), kinds);
  }
  bool is_thing(int entity) const { return !roster_.at(entity).is_person(); }

  /// Remembers what somebody founded, owns or heads: "his stake" is a stake in it.
  void tie(int owner, int asset) {
    tied_[owner] = asset;
    last_asset_ = asset;
    last_asset_sentence_ = index_;
  }

  /// Remembers what was sold to nobody named: "Победителем торгов стал А" tells to whom.
  void remember_sale(int asset, bool at_auction) {
    last_asset_ = asset;
    last_asset_sentence_ = index_;
    if (at_auction) auctioned_ = asset;
  }
  /// Whether what was last bought, held or sold was sold at an auction.
  bool was_auctioned() const { return auctioned_ != entities::kNoEntity && auctioned_ == last_asset_; }

  /// "A now owns 20%", where nobody says of what: of what was last bought or held, a sentence or two ago.
  std::vector<Referent> last_asset(int word, const std::vector<model::EntityKind>& kinds);

  /// Remembers what is said to be built or developed: "the project" is that, where none is named.
  void remember_built(int thing) {
    built_ = thing;
    built_sentence_ = index_;
  }
  int built() const {
    const bool is_near = built_ != entities::kNoEntity && index_ - built_sentence_ <= kFarthest;
    return is_near ? roster_.root(built_) : entities::kNoEntity;
  }

  /// Remembers who sold what, and what a seller sold last; kNoEntity where nothing was told of that.
  void remember_seller(int seller, int asset) { sold_[roster_.root(seller)] = {asset, index_}; }
  int sold_by(int seller) const {
    const auto sold = sold_.find(roster_.root(seller));
    const bool is_near = sold != sold_.end() && index_ - sold->second.second <= kFarthest;
    return is_near ? roster_.root(sold->second.first) : entities::kNoEntity;
  }

  /// "«А» избавился от «Б»: компанию купил В": what a description in the sentence that told so stands for,
  /// where it could be the owner: what that owned.
  int asset_just_told(const Referent& owner) const {
    const auto tied = tied_.find(owner.entity);
    const bool is_so = tied != tied_.end() && last_asset_sentence_ == index_ && last_asset_ == tied->second;
    if (is_so) return roster_.root(tied->second);
    // or a sentence later, where it is not called what the owner is
    return owner.described_so ? entities::kNoEntity : sold_by(owner.entity);
  }

  /// What somebody was said to have founded, to own or to head, where that is of these kinds; nothing if
  /// nothing was said. `word` stands for it.
  std::vector<Referent> tied_to(int owner, int word, const std::vector<model::EntityKind>& kinds) const;

  /// What somebody was said to head, or, where that was not said, what was last said to be headed at all;
  /// kNoEntity if nothing was.
  int post_of(int person) const;
  void remember_post(int person, int headed) {
    tied_[person] = headed;
    last_post_ = headed;
    last_post_sentence_ = index_;
  }

  /// "этот пост": what somebody was said last to head or to have headed; nothing where the noun points to
  /// none.
  std::vector<Referent> last_post(int post, const std::vector<model::EntityKind>& kinds);

  /// Remembers a deal that this sentence tells: "the buyer", "the borrower" are parties to it.
  void remember_deal(ToldDeal deal) {
    deal.sentence = index_;
    told_deals_.remember(std::move(deal));
  }

  /// The sentence is read: what it named can be meant by the next.
  void leave();

  /// Whether an entity can fill a role of these kinds. A kind that no word told is only the model's opinion,
  /// and gives way.
  bool fits(int entity, const std::vector<model::EntityKind>& kinds) const;

  /// Remembers that `noun` of `owner` is `entity`: "стартап Громова" was said of «Листва».
  void remember_description(const std::string& noun, int owner, int entity) {
    described_.emplace(std::pair(noun, owner), entity);
  }

  /// The last thing without a name that money goes into ("проект за 30 млрд"); kNoEntity if there is none.
  int open_project() const { return open_project_; }

  /// Remembers what somebody was told to build, to head or to own no more, of which the next sentences may
  /// speak.
  void remember_told(const language::Frame& frame, const std::vector<Referent>& from,
                     const std::vector<Referent>& to);

  /// Whether a word stands for one of two that were named before: "первый".
  bool is_one_of_two(int word) const;
  /// Whether an entity is the other of two, where a party is one of them.
  bool is_other_of_pair(const Referent& one, int entity) const {
    return is_one_of_two(one.word) && std::ranges::find(pair_, roster_.root(entity)) != pair_.end();
  }

  /// What the document speaks of before it names anything ("The company was bought by A. … B makes cars"),
  /// while no name has been found for it; kNoEntity if there is no such thing.
  int nameless_topic() const;

  /// The document is read: gives the nameless topic the name that is spoken of most like it, unless
  /// `is_other` says that it is something else.
  void name_topic(const std::function<bool(int)>& is_other);

  /// Whether a question since `enter` had to look at the sentences before this one.
  bool looks_back() const { return looks_back_; }

 private:
  void learn_descriptions();
  language::Gender gender_of_description(int word) const;
  language::Gender gender_of_agreement(int name) const;
  void note_descriptions();
  void learn_names();
  void learn_renamings();

  using Kinds = std::vector<model::EntityKind>;

  /// A chain of descriptions is followed no further than this: "49% of the shares of a unit of the group …".
  static constexpr int kDeepest = 6;

  /// In digits. Fewer count shares that one buys for oneself.
  static constexpr std::size_t kFewestDigits = 4;

  static bool among(model::EntityKind kind, const Kinds& kinds);

  std::vector<Referent> resolve(int word, const Kinds& kinds, int depth);
  std::vector<Referent> subject_of_predicate(int word, const Kinds& kinds, int depth);
  bool is_relative(int word) const;
  bool is_pronoun(int word) const;
  bool is_denied_predicate(int word) const;
  std::vector<Referent> last_named(int word, const Kinds& kinds);
  std::vector<Referent> one_of_pair(int word, const Kinds& kinds);
  std::vector<Referent> named_beside(int word, const Kinds& kinds, int depth);
  std::vector<Referent> through(int word, const Kinds& kinds, int depth);
  std::vector<Referent> own_stake(int word, const Kinds& kinds, int depth);
  bool is_kind_of_investors(int word) const;
  std::vector<Referent> heads_of_group(int word, const Kinds& kinds, int depth);
  std::vector<int> describing_group(int word) const;
  int head_told_after(int word) const;
  std::vector<Referent> members_of_group(int word, const Kinds& kinds, int depth);
  bool is_group_of_place(int noun, int place) const;
  bool is_asset_dealt_with(int noun) const;
  bool stands_in_opening_phrase(int name, int subject) const;
  bool is_few_shares(int word) const;
  bool is_project_of_work(int word) const;
  bool is_listed(int word) const;
  bool continues_subject(int pronoun) const;
  bool is_doubtful(int entity, const Kinds& kinds) const;
  std::vector<Referent> subject_of_relative(int pronoun, bool is_possessive, const Kinds& kinds);
  int object_of_verb_before(int word, const language::Pronoun& pronoun) const;
  std::vector<Referent> owned_by_subject(int word, const language::Pronoun& pronoun, const Kinds& kinds);
  int unnamed_between(int name, int pronoun) const;
  const entities::Reference* subject_after(int pronoun) const;
  const entities::Reference* object_of_main_clause(int word, const language::Pronoun& pronoun) const;
  const entities::Reference* funded_in_main_clause(int word, const language::Pronoun& pronoun) const;
  bool heads_or_founds(const std::string& title) const;
  int same_object_before(int word) const;
  const entities::Reference* same_place_of_joined_verb(int pronoun) const;
  const entities::Reference* object_of_joined_verb(int word, const language::Pronoun& pronoun) const;
  const entities::Reference* object_before_source(int word, const language::Pronoun& pronoun) const;
  bool is_of_same_verb(int word, int other) const;
  bool is_object_beside(int word, int subject) const;
  bool is_whose_of_subject(int word) const;
  const entities::Reference* bought_of_owner(int word, const language::Pronoun& pronoun) const;
  bool is_bought_from(int word) const;
  int possessive_of(int word) const;
  std::vector<Referent> antecedent(int pronoun, const Kinds& kinds, int depth);
  std::vector<Referent> antecedents(int pronoun, int verb, const std::vector<int>& candidates,
                                    const Kinds& kinds, int depth);
  std::vector<Referent> looked_back(const language::Pronoun& pronoun, int word, const Kinds& kinds);
  std::vector<Referent> money_before(int adverb, const Kinds& kinds);
  std::vector<Referent> described(int word, const Kinds& kinds, int depth);
  std::vector<Referent> spoken_of(int word, const language::Descriptor& descriptor, const Kinds& kinds);
  void remember_spoken_of(int word, int entity);
  std::vector<Referent> taker_in_deal(int word, const Kinds& kinds);
  std::vector<Referent> fund_in_deal(const language::Descriptor& descriptor, int word, const Kinds& kinds);
  std::vector<Referent> funded_place(const language::Descriptor& descriptor, int word, const Kinds& kinds);
  bool is_said_of_taker(int word, model::Relation deal) const;
  std::vector<Referent> one_in_deal(const std::vector<int>& parties, int word, const Kinds& kinds) const;
  bool is_definite(int word) const;
  bool are_both(int word) const;
  bool is_qualified(int word) const;
  std::vector<Referent> several(int word, const language::Descriptor& descriptor, const Kinds& kinds);
  const entities::Reference* last_called(const std::string& noun, int word, const Kinds& kinds);
  std::vector<Referent> last_described(int word, const language::Descriptor& descriptor, const Kinds& kinds);
  bool is_source(int name) const;
  bool is_town(int entity) const;
  bool is_aside(int word) const;
  bool acts_for_owner(int word) const;
  const entities::Reference* last_subject_called(int word, const language::Descriptor& descriptor,
                                                 const Kinds& kinds) const;
  const entities::Reference* best_described(int word, const language::Descriptor& descriptor,
                                            const Kinds& kinds, int back, bool exact, bool aside,
                                            const std::vector<int>& acting) const;
  bool tells_place(int noun, int name_word) const;
  bool is_topical(const entities::Reference& reference) const;
  void count_named();
  int times_named(int entity) const;
  int named_last(int entity) const;
  int rather_meant(const entities::Reference& found, const std::function<bool(int)>& may_be_meant) const;
  bool tells_whose(int word) const;
  bool stands_for_topic(int word);
  std::vector<int> acting_on(int pronoun);
  std::vector<int> acting_on_own(int pronoun);
  std::vector<int> acting_beside(int noun);
  std::vector<Referent> bought_before(int word);
  std::vector<Referent> party_of_deal(int word, const Kinds& kinds);
  bool may_call_party(int word) const;
  std::vector<int> acting_parties(int word);
  std::vector<Referent> topic_before_names(int word, const Kinds& kinds);
  std::optional<Referent> only_project(int word);
  std::optional<Referent> project(int word, const language::Descriptor& descriptor);
  int name_below(int word, int depth) const;
  int naming_of(int word) const;
  int name_owned_before(int noun) const;
  bool is_called_investor(int name_word) const;
  bool is_told(int name_word) const;
  bool is_bought(int noun) const;
  std::vector<Referent> bought_by_name(int word, const Kinds& kinds) const;
  bool is_before_thing(int name_word) const;
  bool may_call(const std::string& noun, int entity) const;
  std::vector<int> acting_pronouns(int word, int depth);
  bool is_title(int word) const;
  template <typename Predicate>
  bool has_in_name(int entity, const Predicate& is_asked) const;
  bool names_event(int word) const;
  bool is_in_other_case(int name, int noun, bool is_title) const;
  bool is_described_in_quotes(int name) const;
  bool is_called_by(int word, const std::vector<language::Trigger>& triggers) const;
  bool follows_description(int last, int description, bool is_title) const;
  bool follows_whole_description(const mentions::NameMention& name, int description, bool is_title) const;
  bool stands_for_name(int word, int name_word) const;
  std::optional<Referent> referent_of_name(int word, const Kinds& kinds) const;
  bool agrees(const language::Pronoun& pronoun, int entity) const;
  bool is_excluded(int entity) const {
    return excluded_ != entities::kNoEntity && roster_.root(entity) == roster_.root(excluded_);
  }
  bool disagrees(int pronoun, int noun) const;
  bool is_one_of_several(const entities::Reference& reference) const;
  const mentions::Word& at(int word) const { return sentence_->tree.at(word); }

  const language::Lexicon& lexicon_;
  entities::Roster& roster_;
  const mentions::SentenceMentions* sentence_ = nullptr;
  int index_ = 0;
  std::optional<Clause> clause_;
  std::vector<entities::Reference> references_;  ///< of this sentence and those before it, in order
  std::size_t past_ = 0;                         ///< how many of them are of sentences before this one
  std::map<std::pair<std::string, int>, int> described_;
  std::map<int, int> tied_;
  ToldDeals told_deals_;
  std::map<int, std::pair<int, int>> sold_;  ///< by seller: what, and in which sentence
  std::vector<int> pair_;                    ///< the two that "the first" and "the second" were said of
  int built_ = entities::kNoEntity;
  int built_sentence_ = 0;
  int open_project_ = entities::kNoEntity;
  static constexpr double kSureEllipsis = 0.8;
  static constexpr double kSureDescription = 0.8;
  int last_asset_ = entities::kNoEntity;
  int auctioned_ = entities::kNoEntity;
  int last_asset_sentence_ = 0;
  std::map<int, int> named_in_;  ///< entities → how many sentences before this one name them
  std::map<int, int> counted_;   ///< entities → the last of them
  int paragraph_ = 0;            ///< the first sentence of this paragraph
  int topic_ = entities::kNoEntity;
  bool has_names_ = false;  ///< whether a sentence before this one names what could be the topic
  int topic_sentence_ = 0;
  std::map<int, int> may_name_;  ///< entities that later sentences speak of as topics → how often
  int last_post_ = entities::kNoEntity;
  int last_post_sentence_ = 0;
  int excluded_ = entities::kNoEntity;
  bool excludes_descriptions_ = false;
  bool looks_back_ = false;
};

}  // namespace whofunds::facts
