#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "whofunds/facts/clause.hpp"
#include "whofunds/facts/event.hpp"
#include "whofunds/facts/places.hpp"
#include "whofunds/facts/referents.hpp"
#include "whofunds/facts/triggers.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"

namespace whofunds::facts {

/// Kinds that money is put into.
inline const std::vector<model::EntityKind> takers_of_money = {
    model::EntityKind::kCompany, model::EntityKind::kFund, model::EntityKind::kOrganization,
    model::EntityKind::kProject};

/// Fills the roles of one trigger: asks who stands at each of their places. No word fills two roles.
class Filling {
 public:
  Filling(const mentions::SentenceMentions& mentions, const Clause& clause, const language::Lexicon& lexicon,
          Referents& referents, const Trigger& trigger)
      : mentions_(mentions),
        tree_(mentions.tree),
        clause_(clause),
        lexicon_(lexicon),
        referents_(referents),
        trigger_(trigger),
        frame_(*trigger.frame),
        places_(mentions, clause, lexicon, trigger) {}

  /// Who stands at the first of the places of `role` where anybody does.
  std::vector<Referent> fill(const language::Role& role);

  /// The party that a title names. A name right after it may be that party ("инвестор Юрий Мильнер") or whose
  /// title it is ("дочерняя структура «А», компания «Б»"): the former only where nothing else is named by it.
  std::vector<Referent> denoted(const language::Role& role);

  /// "директор — А", "директором назначен А": the title stands alone, and tells who has it.
  bool introduces(const std::vector<Referent>& party) const;

  /// "гендиректор Иван Белов": a post that one has of a firm, where nobody says of which.
  bool is_post_of_firm(const std::vector<Referent>& party) const;

  /// Whether a title is said of somebody, and is no mere addition to a name: "среди инвесторов — A",
  /// "инвестором выступил A".
  bool is_predicate() const;
  /// "оставил пост гендиректора"
  bool is_of_post() const;
  /// Whether a title tells who won, and of nothing but an auction.
  bool is_auction_winner() const;
  bool tells_winner() const;  ///< of whatever
  /// Whether a verb tells that somebody sells, and whether that is at an auction.
  bool is_sale() const;
  bool is_at_auction() const;
  /// "кто выступил кредитором": it is asked, and not told, who is so.
  bool asks_who() const;
  /// "Модуль «А» является частью платформы «Б»": whether a title that tells what is part of what has its own
  /// name beside it, which is none of `party`.
  bool names_other_part(const std::vector<Referent>& party);

  /// Whether something stands where it is said whose a title is, named or not.
  bool says_whose() const;

  /// "А передала права дочерней компании «Б»": whose it is where nobody says, who does what the clause tells.
  std::vector<Referent> owner_in_clause(const language::Role& role);

  /// "bought its brand A": the verb by which what an English title names is bought, if one does.
  std::optional<Trigger> purchase() const;
  /// Whether a pronoun was taken for who buys: "bought its brand A" from somebody else.
  bool is_buyer(const Trigger& purchase, const Referent& owner);

  /// "parent company Aster said": of what the text is about, where nobody says whose.
  bool is_parent_of_topic(const std::vector<Referent>& party) const;

  /// Names right beside a noun that takes several: "совместное предприятие A и Б", whatever the parser takes
  /// them for.
  std::vector<Referent> names_beside(const language::Role& role);

  /// A title or noun in English with the name right before it: "Brightline CEO John Smith".
  std::vector<Referent> name_right_before(const language::Role& role);

  /// A name right after a title that nothing else took is whose title it is, whatever the parser says.
  std::vector<Referent> name_right_after(const language::Role& role);

  /// A relative pronoun under the verb of a title that nothing else took: "которой он стал соучредителем".
  /// "bought Aster from its parent, Birch": the parent of what is bought.
  std::vector<Referent> bought_from_title(const language::Role& role);
  std::vector<Referent> relative_of_title(const language::Role& role);

  /// Who got the money that an event noun names the source of: "A grew with funding from B", "investment in A
  /// began with funding from B".
  std::vector<Referent> receivers(const language::Role& role);

  /// "A named B chief executive, replacing C": who was appointed is who replaces.
  std::vector<Referent> appointed(const language::Role& role);

  /// "A's shareholders approved a takeover by B": what the owners have is what is bought.
  std::vector<Referent> bought_of_owners(const language::Role& role);

  /// "A agreed to a takeover by B", "A rejected a buyout by B": what is bought does so.
  std::vector<Referent> bought_of_own_will(const language::Role& role);

  /// "buying out its shareholder A": those who are said to own something.
  std::vector<Referent> bought_out();
  /// "buying out its partner A in B": in what.
  /// "A gift from B will pay for a wing of A": whose what is paid for is.
  std::vector<Referent> whose_part_is_paid_for(const language::Role& role);
  bool is_how_stake_rises() const;
  std::vector<Referent> bought_out_in(const language::Role& role);

  /// Whether the verb is one that also says that something was founded: "launch", not "build".
  bool can_found() const;

  /// Who gets what a clause tells of, where the clause above says it.
  std::vector<Referent> told_in_main_clause(const language::Role& role);
  /// "A was financed by B, which lent $5m": who was paid in the clause above.
  std::vector<Referent> paid_in_main_clause(const language::Role& role);

  /// "Завод «А» построит «Б»": where nominative and accusative look alike and nobody fits the roles as a
  /// parser gives them, they are filled the other way round. Empty where that does not fit, too.
  std::pair<std::vector<Referent>, std::vector<Referent>> turned_round();

  /// "«А» (51% принадлежит Б)": of whom brackets say something.
  std::vector<Referent> before_bracket(const language::Role& role);

  /// "сменил Белову на посту главы «А»": what she headed.
  std::vector<Referent> post_left(const language::Role& role);
  /// "сменил Белову на посту главы": a post of which nobody says what it is of.
  bool leaves_post_of_nobody() const;

  /// "A was worth $300m when B first invested": what the clause above is about.
  std::vector<Referent> invested_in_main_clause(const language::Role& role);

  /// "Вложив 45 млн, он получил 7 % «А»", "стал акционером «А», вложив 45 млн": in what those have a share
  /// who are said to put money in, and not in what.
  std::vector<Referent> invested_for_share(const language::Role& role);

  /// "committed $5m to launch A", "gave $5m to establish A": what the money is for.
  std::vector<Referent> paid_for_purpose(const language::Role& role);
  /// "The round, which values A at $9m, was led by B": what the round is said to value.
  std::vector<Referent> valued_by_round(const language::Role& role);

  /// Whether a share of which nobody says what it is of stands where `role` is looked for: "owns 20%", "ещё
  /// четверть принадлежит".
  bool has_bare_stake(const language::Role& role) const;
  /// Whether a relative clause tells more of a party: "A, who had run B".
  bool is_told_of(int word) const;
  /// "the rest belongs to A", "остальное – у А": what is told of is what others leave.
  bool takes_rest() const;
  /// "sold half of its stake", "продал часть своих акций"
  bool sells_part() const;
  bool is_called_head(int name) const;
  /// Whether a colon stands before the trigger in its sentence.
  bool follows_colon() const;
  /// What a sale named before a title in its sentence is of, or else what changed hands last.
  std::vector<Referent> sold_in_clause(const language::Role& role);
  std::vector<Referent> sold_before(const language::Role& role);
  /// Whether a title is what its clause is about, or what it says of that: "предшественник А ушёл", "стал
  /// им".
  bool tells_of_title() const;
  /// "главой вместо А стал Б": who headed before.
  std::vector<Referent> replaced(const language::Role& role);
  /// "Завод «А» сменил владельца: контрольный пакет купил Б": what is spoken of before a colon, where a share
  /// of which nobody says what it is of changes hands after it.
  std::vector<Referent> spoken_of_before_colon(const language::Role& role,
                                               const std::vector<Referent>& owners);
  /// Whose round it is that a participle describes: "A closed a round led by B".
  std::vector<Referent> owner_of_described(const language::Role& role);

  /// What the verb that a title's party goes with is done to: "sold A to founder B".
  std::vector<Referent> dealt_with(const language::Role& role);

  /// Whether something else is named where `role` is looked for: "took part in the conference" speaks of no
  /// deal.
  bool says_where(const language::Role& role) const;

  /// "A bank signed a loan with B": of the two the bank lends, whichever is the subject.
  bool lends_with(const Event& event) const;
  /// "Парк «А» получит 3 млрд: 2 млрд вложит «Б»": who was said to raise the money before the colon.
  std::vector<Referent> raised_before_colon(const language::Role& role);
  /// "Кредит заводу выдал Астрабанк": whether a bank, whose name shows no case, was taken for who borrows.
  bool is_bank_taken_for_borrower(const Referent& giver, const Referent& taker) const;
  /// "A и банк «Б» подписали кредитный договор": of those who agree on a loan, banks (where there is
  /// none, funds) lend to the others.
  void part_lenders(Event& event) const;
  /// "bought the striker A" is the transfer of a player; "having founded A, she has raised $5m": for A.
  void leave_out_persons(Event& event) const;
  /// Who sells; nobody whose loan pays for it: "bought by its staff with a loan from A".
  std::vector<Referent> sellers();

  /// Of what somebody has a title where nobody says of what: what was last bought or held, or what the text
  /// is about; nothing where these are two and either may be meant.
  std::vector<Referent> in_topic(const language::Role& role, const std::vector<Referent>& party);

  /// Who does what a verb says, where a name says it; kNoEntity otherwise.
  int named_subject();
  /// To whom a verb of selling gives, where a name tells; kNoEntity otherwise.
  int named_recipient();

  /// "A sold a 12% stake to B", where nothing was told of what else it could be in: of its own shares.
  std::vector<Referent> seller_of_own_shares();

  /// Who does what the noun or the clause tells, where what stands above says it.
  std::vector<Referent> actor_told_above(const language::Role& role);

  /// "вышел из завода, в который вложил 3 млн": whether what a clause describes was taken for who acts in it.
  bool acts_on_itself(const Event& event) const;
  /// In such a sentence: a clause without a subject of its own is said of who acts in
  /// the one above.
  std::vector<Referent> actor_of_main_clause(const language::Role& role);

  /// "погасил заём, полученный от А", "полученный у А заём погасил Б": who got what is paid back.
  std::vector<Referent> taker_of_loan(const language::Role& role);

  /// "победитель аукциона по продаже А — Б", "аукцион по продаже А выиграл Б": who wins what is sold there.
  std::vector<Referent> auction_winner(const language::Role& role);

  /// "bought Aster's 51% stake in Birch": whose the stake was that is bought.
  std::vector<Referent> owners_of_stake();

  /// Whether there are some, and each of them is among `all`.
  static bool are_among(const std::vector<Referent>& some, const std::vector<Referent>& all);

  /// Whether all of `whose` are among `party`, and are several.
  static bool is_group_of(const std::vector<Referent>& party, const std::vector<Referent>& whose);

  void mark_used(const std::vector<Referent>& referents);

  /// Forgets which words fill roles: they are to be filled anew.
  void release() { used_.clear(); }

 private:
  bool is_investing_verb() const;
  std::vector<Referent> shared_in(int verb, const language::Role& role);
  bool has_omitted_subject(const language::Role& role) const;
  bool is_free(int word) const;
  bool is_debt(int noun) const;
  bool is_of_nothing(int share) const;
  bool is_the_stake(int noun) const;
  bool sums_up(int title) const;
  std::vector<Referent> told_of_apposition(const language::Role& role);
  bool is_told_after_dash(int child) const;
  bool leads_round(int verb) const;
  std::vector<Referent> joined_to_title(const language::Role& role);
  bool is_person_after_title(int named) const;
  bool is_other_than_title(int named) const;
  bool is_of_next_title(int name) const;
  std::vector<Referent> named_before_dash(const language::Role& role);
  std::vector<Referent> named_before_as(int title, const language::Role& role);
  std::vector<Referent> in_brackets_after_owner(const language::Role& role);
  std::vector<Referent> listed_after_title(const language::Role& role);
  std::vector<Referent> named_before_title(const language::Role& role);
  std::vector<Referent> named_after_plural(const language::Role& role);
  std::vector<Referent> names_after_dash(const language::Role& role);
  std::vector<Referent> named_after_titles(int first, const language::Role& role);
  std::vector<Referent> second_subject(const language::Role& role);
  std::vector<Referent> named_after_owner(const language::Role& role) const;
  bool is_in_brackets(int word) const;
  int adjacent_name() const;
  static std::vector<Referent> sure(std::vector<Referent> referents);

  const mentions::SentenceMentions& mentions_;
  const mentions::AnnotatedSentence& tree_;
  const Clause& clause_;
  const language::Lexicon& lexicon_;
  Referents& referents_;
  const Trigger& trigger_;
  const language::Frame& frame_;
  Places places_;
  std::vector<int> used_;
};

}  // namespace whofunds::facts
