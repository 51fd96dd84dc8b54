#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "whofunds/language/frame.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/language/word_entries.hpp"
#include "whofunds/language/word_table.hpp"
#include "whofunds/model/entity_kind.hpp"
#include "whofunds/model/relation.hpp"
#include "whofunds/model/status.hpp"

namespace whofunds::language {

using FrameIndex = WordMap<std::vector<std::size_t>>;  ///< lemma → indexes of frames

/// The words of one language that reading facts goes by: everything in `data/<lang>/*.toml` but the lists of
/// names. Keys are lemmas in lower case unless said otherwise. Read once, then only looked at.
struct Lexicon {
  std::string lang;

  /// Whether endings tell who does what to whom, as in Russian; where they do not, articles and the order of
  /// the words do, as in English. Rules of grammar that hold for one kind of language ask this, and for no
  /// language by its name.
  bool inflected = false;
  std::vector<Frame> frames;
  FrameIndex frames_by_verb;
  FrameIndex frames_by_noun;
  FrameIndex frames_by_title;
  FrameIndex frames_by_thing;
  FrameIndex
      frames_by_description;  ///< titles of those with `named_before`, which else are no titles: "company"

  WordMap<Descriptor> descriptors;        ///< common nouns that describe
  WordMap<model::EntityKind> name_words;  ///< words inside a name that tell its kind: "Ventures"
  WordMap<Body> bodies;                   ///< common nouns that name bodies
  WordSet relational_adjectives;  ///< "следственный": part of the name of a body, tells no country
  WordSet legal_forms;            ///< lower case, no dots; those of several words also as written
  WordSet given_names;            ///< lower case
  CountryWords countries;
  WordSet common_acronyms;  ///< that name nobody where they stand alone: "SaaS", but "SaaS Labs"
  WordSet not_names;        ///< capitals that name nobody: "СМИ", "CEO"
  WordSet place_bodies;  ///< of one or two words, with a place or people before them a name: "UK government"
  WordSet family_nouns;  ///< with a surname before them a name: "the Harlow family"
  WordSet kin_nouns;     ///< before names that share a surname: "brothers Hugo and Leo Marr"
  WordSet name_particles;    ///< small words within a name: "del", "de la"
  WordSet merged_words;      ///< what came of two, and is neither: "the combined company"
  WordSet heading_words;     ///< before a name at the head of a sentence no part of it: "Chipmaker Aster"
  WordSet donor_words;       ///< call or name who gives and does not invest: "charity"
  WordSet ending_verbs;      ///< what they have as object stood, and is over: "terminated the partnership"
  WordSet nonprofit_words;   ///< call or name what takes gifts and no investments: "museum"
  WordSet joining_verbs;     ///< whose object is what one then heads: "joined Aster as chairman"
  WordSet firm_endings;      ///< end the name of a firm after "&": "Aster & Sons"
  WordSet station_openings;  ///< before a word, are part of the name of a broadcaster: "TV Aster"
  WordSet firm_nouns;        ///< in "er" or "or", describe firms and no people: "carrier"
  WordSet management_words;  ///< before "control", tell that nothing is owned: "day-to-day control"
  WordSet project_openings;  ///< begin the name of an undertaking: "Project Aster"
  WordSet name_breakers;     ///< stand between names and in none: "A to B"
  WordSet person_titles;     ///< "президент", "mr"

  WordMap<std::string> currencies;          ///< lemma, sign or code in lower case → ISO 4217
  WordMap<std::string> country_adjectives;  ///< "канадский", "canadian" before "dollar" → ISO 4217
  WordMap<std::int64_t> scales;             ///< "млн", "billion" → factor
  WordMap<double> numerals;                 ///< "полтора", "half"
  WordSet approximators;                    ///< "около", "about"
  WordSet at_least;                         ///< "более", "over"
  WordSet at_most;                          ///< "до", "up"
  WordMap<int> months;                      ///< → 1–12
  WordSet percent_words;
  WordMap<double> stake_fractions;  ///< "half" → percent
  WordSet range_words;              ///< "от", "between": before the lower end of a sum
  WordSet year_words;               ///< "год"
  WordMap<double> fractions;        ///< counted, of English: "third" → percent
  WordSet total_phrases;            ///< before a sum that sums up many deals: "total funding"
  WordSet numeral_links;            ///< between the parts of a number in words: "two hundred and fifty"
  WordSet vague_numerals;    ///< before a scale, say not how many: "несколько миллионов"
  WordSet half_phrases;      ///< after a number that is one half more: "с половиной"
  WordSet each_words;        ///< beside what each of several parties gets: "каждому", "apiece"
  WordSet unit_phrases;      ///< after what one of many costs: "a share", "за акцию"
  WordSet unit_prices;       ///< before what one of many costs: "closing price"
  WordSet rate_nouns;        ///< of which a percentage is no stake: "premium", "дисконт"
  WordSet difference_words;  ///< before a percentage that tells how much something changed: "by"
  WordSet worth_nouns;       ///< what is said to be worth a sum is a deal for that sum: "a stake worth $5m"
  WordMap<int> relative_years;  ///< "прошлый" → -1: years after that of the document

  WordSet month_words;  ///< "месяц", "month": with the words of `relative_years`
  WordSet week_words;
  WordSet quarter_words;          ///< "квартал"
  WordMap<int> quarter_ordinals;  ///< "третий" → 3
  WordMap<int> weekdays;          ///< "monday" → 1
  WordMap<int> relative_days;     ///< by form: "вчера" → -1
  WordSet ago_words;              ///< after a span of time: "назад"

  WordSet stake_nouns;        ///< "доля", "stake": hand the role on to what they are of
  WordSet odd_share_words;    ///< before one share more or less: 25 % "плюс" одна акция
  WordSet controlling_words;  ///< "контрольный", "majority"
  WordSet all_words;          ///< of shares, a stake of 100 %: "all the shares", "все акции"
  WordSet whole_words;        ///< "полностью", "wholly": a stake of 100 %
  WordSet transparent_nouns;  ///< "часть", "unit": hand the role on likewise
  WordSet support_verbs;      ///< carry the subject of an event noun: "сделать инвестиции"
  WordSet copular_verbs;      ///< "являться", "become"
  WordSet appointing_verbs;   ///< "назначить": with whom they give a post as object
  WordSet dedications;        ///< by form: "имени": what stands before it is called after the person
  WordSet naming_words;       ///< "называться", "называние", "called"
  WordSet naming_links;       ///< by form, stand between a thing and another name of it: "as", "then"
  WordSet former_name_words;  ///< say that a thing has another name: "formerly", "now"
  WordSet founding_verbs;     ///< with what a thing began or trades as: "was founded as"
  WordSet agreement_nouns;    ///< "соглашение" о покупке: it is yet to come
  WordSet work_nouns;        ///< what is done to what they are of: "в модернизацию завода"
  WordSet holder_nouns;      ///< call those who buy rather than are bought: "холдинг"
  WordSet costing_verbs;     ///< "обойтись" in 5 млн, "cost": whom it costs it does
  WordSet span_starts;       ///< before the year when something began, where its end follows: "from"
  WordSet span_ends;         ///< before that end: "to"
  WordSet earned_nouns;      ///< money of these nobody puts in or gives: €5m "in damages"
  WordSet advising_verbs;    ///< whom they advise does it: "advised A on its purchase of B"
  WordSet remaining_words;   ///< by form: "remaining" 49 percent
  WordSet completing_verbs;  ///< "complete": an agreement that is carried out
  WordSet plural_verbs;      ///< by form, said of several: "have"
  WordSet reflexive_pronouns;   ///< the subject again: "itself"
  WordSet standing_verbs;       ///< "владеть": in the past they tell of what is no more
  WordSet renaming_verbs;       ///< "rename"
  WordSet name_changing_verbs;  ///< with a noun of the next: "change its name to"
  WordSet name_nouns;           ///< "name", "название"
  WordSet comitatives;          ///< by form: "вместе с", "alongside"
  WordSet listing_words;        ///< prepositions before those that a noun sums up: "including"
  WordSet listing_verbs;        ///< with those that a noun sums up: "include"
  WordSet pair_words;           ///< before two names: "between A and B"
  WordSet list_endings;         ///< close a list of names: "others"
  WordSet list_openers;         ///< begin one after a comma: "среди которых"
  WordSet contrasting_words;    ///< set one name against another: "A, but not B"
  WordSet country_nouns;        ///< stand for countries alone: "государство"
  WordSet replacing_phrases;    ///< before one in whose place another acts: "instead of A"
  WordSet joint_negations;      ///< before each of those that are denied: "neither A nor B"
  WordSet limiting_words;       ///< after a negation that denies nothing: "not only A"
  WordSet excluding_verbs;      ///< "исключать": what is not excluded is possible
  WordSet permitting_nouns;     ///< "разрешение": whose it is allows what another does
  WordSet leaving_words;        ///< "отставка", "уволиться": tell that one leaves a post
  WordSet heading_nouns;        ///< "глава": a group at whose head somebody stands
  WordSet composing_verbs;      ///< with "of" and who belongs to a group: "a consortium made up of A and B"
  WordSet report_nouns;         ///< what is said, and may be wrong: "слух"
  WordSet confirming_verbs;     ///< negated, say that a report is wrong: "не подтвердился"
  WordSet refuting_verbs;       ///< say so of what they are done to: "dismissed reports"
  WordSet false_words;          ///< call a report wrong: "ложный", "untrue"
  WordSet built_nouns;          ///< what is built and bought, and does neither: "бизнес-центр"
  WordSet acting_groups;        ///< groups of those who do a deal, never its object: "консорциум"
  WordSet entering_verbs;       ///< their subjects become part of a group: "войти" in a consortium
  WordSet describing_participles;  ///< that stand before a noun and are no gerund: "in struggling airline A"
  WordSet purpose_verbs;           ///< that tell what money is for: "gave $5m to establish A"
  WordSet heading_verbs;           ///< "lead": a group led by somebody acts for them
  WordSet outdoing_verbs;          ///< "beat": what they take is what others offered
  WordSet general_nouns;           ///< call any company: "firm"
  WordSet making_verbs;            ///< "make": what they take is a product
  WordSet lender_words;            ///< in the names of those who lend: "bank"
  WordSet lender_endings;          ///< of words in such names: "Commerzbank"
  WordSet people_endings;          ///< of adjectives that tell of a people or a land: "Bavarian"

  /// Whether a word in lower case ends as names of lenders do: "commerzbank".
  bool ends_as_lender(std::string_view word) const;

  WordMap<std::vector<PartyNoun>> party_nouns;  ///< who takes part in the last deal: "the buyer"
  WordMap<WordSet> narrower_nouns;  ///< what a general noun can stand for: "предприятие" → "завод"
  WordSet earlier_words;            ///< before what came after: "before that"
  WordSet staff_nouns;              ///< who works at an institution and gets money as that: "researcher"
  WordSet young_firms;              ///< who is paid for or into, and does not pay: "startup"
  WordSet paying_words;             ///< what buyers do with a price: "pay"
  WordSet whole_sums;               ///< a part of which is no stake: "half of the money"
  WordSet deputy_prepositions;  ///< after a title, before the only field it is of: "директор по развитию"
  WordSet until_words;  ///< with a negation after it, say when something ended: "пока не"
  WordSet bond_nouns;   ///< whose buyer owns nothing of who issued them: "облигация"
  WordSet told_sums;  ///< "речь": what "речь идёт о 5 млн" says is the sum of the deal before
  WordSet service_nouns;      ///< what a firm makes, and people found: "сервис"
  WordSet undertaking_nouns;  ///< stand for whatever is built: "проект"
  /// Whether a noun tells of a kind of what a more general one does: "завод" of "предприятие".
  bool is_kind_of(std::string_view noun, std::string_view general) const;

  WordSet post_nouns;             ///< "пост", before what somebody is: "пост директора"
  WordSet post_verbs;             ///< say who gets or has a post: "достаться", "совмещать"
  WordSet customer_words;         ///< before "buyer", of one who buys what is made: "biggest"
  WordSet compounded_nouns;       ///< end words of their kind: "завод" of "маслозавод"
  WordSet through_prepositions;   ///< before what somebody holds something by: "through"
  WordSet capacity_prepositions;  ///< before what somebody is or does it as: "operates as a unit of"
  WordSet both_words;             ///< beside "companies": those two that were named together
  WordSet board_nouns;            ///< "board": what it does its company does
  WordSet member_nouns;           ///< what acts for the group that it is of: "an affiliate of A bought B"
  WordSet asset_nouns;            ///< what a thing has that stands for it where it is bought: "A's business"
  WordSet having_verbs;           ///< whose subject has what a title names: "has a subsidiary"
  WordSet control_verbs;          ///< "разрешить": whom they allow does what is allowed
  WordSet no_longer;              ///< with a negation, what has ended: "больше не"
  WordSet issued_nouns;           ///< whose they are said to be issued them: "9% of A's shares"
  WordSet fellow_words;           ///< beside a title, of one among several: "co-investor"
  WordSet told_nouns;             ///< whose content a clause tells: "the story that A bought B"
  WordSet debt_words;             ///< before "financing", what is lent: "debt"
  WordSet clearing_verbs;         ///< a purchase that is allowed is to come: "approved the sale of A"
  WordSet reported_verbs;         ///< with an infinitive, a rumour: "is said to own"
  WordSet providing_verbs;        ///< give what stands after "with": "provided A with a loan"
  WordSet deputy_words;           ///< beside a title, of one who does not head: "vice", "deputy"
  WordSet means_prepositions;     ///< before what the subject of a clause does: "with the purchase of"
  WordSet partner_prepositions;   ///< likewise before what partners do together: "in partnership with"
  WordSet latter_words;           ///< the last of those named before: "the latter"
  WordSet first_words;            ///< the first of two that were named together: "первый"
  WordSet second_words;           ///< the second of them: "второй"
  WordSet works_nouns;  ///< are built rather than build: "завод «А» построит «Б»"
  WordSet relative_pronouns;
  WordSet demonstratives;     ///< "этот", "the": the noun was spoken of before
  WordMap<Pronoun> pronouns;  ///< by form, lower case
  WordSet speaking_people;    ///< of the next, those that are sources only where they say something: "people"
  WordSet citing_prepositions;  ///< before whoever said it: "according"
  WordSet saying_verbs;         ///< with whoever says it: "people said"
  WordSet adding_words;         ///< by form, before one more of the same: "another"
  WordSet sequel_verbs;         ///< in the passive, with what was dealt with next: "followed by"
  WordSet biaspectual_verbs;  ///< whose present with a sum is of what is to come: "инвестирует 5 млн"
  WordSet other_words;        ///< before a fraction, of what was said to be parted: "the other half"
  WordSet rest_words;         ///< what is left of a stake: "the rest"
  WordSet charter_nouns;  ///< tell what an institution of a place is for: "Корпорация развития"
  WordSet auction_nouns;      ///< who wins them buys: "победил в торгах по продаже"
  WordSet using_nouns;        ///< for what a thing is handed over that is not sold: "в аренду"
  WordSet part_nouns;         ///< of a stake, whose owner keeps the rest: "half of its stake"
  WordSet winner_nouns;       ///< name who won one: "победитель аукциона"
  WordSet winning_verbs;      ///< say that somebody did: "выиграть"
  WordSet present_words;      ///< adverbs that set what is against what was: "теперь"
  WordSet reporting_verbs;    ///< by which a firm tells what it did: "сообщила о покупке"
  WordSet media_nouns;        ///< describe those who tell what others did: "газета"
  WordSet refusing_verbs;     ///< "отказать": to whom they refuse would do what is refused
  WordSet respective_words;   ///< by form, give each party its own value: "respectively"
  WordSet covering_verbs;     ///< what a gift does for a part of who gets it: "will pay for a wing of A"
  WordSet firm_participles;   ///< by form: say between two names what the second is: "Oslo holding Aster"
  WordSet numbered_nouns;     ///< by form, with a number after them no firm: "Block 17"
  WordSet preparing_verbs;    ///< before what is then to be done: "raised $5m to buy A"
  WordSet paying_verbs;       ///< to somebody who then does it: "lent A $5m to buy B"
  WordSet question_words;     ///< by form, ask about what is so: "why did A buy B?"
  WordSet condition_openers;  ///< by form, before its subject: "were A to buy B", "had A bought B"
  WordSet issuing_verbs;      ///< in the passive, with who owes what is issued: "bonds issued by"
  WordSet citing_verbs;       ///< with whoever said it: "citing sources"
  WordSet firm_posts;         ///< what one can be of a firm alone: "гендиректор"
  WordSet media_words;        ///< last words of names of those who report on others: "Times"
  WordSet source_nouns;       ///< "по данным" of somebody: who tells it is not what it is about
  WordMap<std::string> pronominal_adverbs;  ///< "куда" → "в": "в который"; "туда": "в него"
  WordSet reported_sources;                 ///< "источник", "people": with a verb of saying, a rumour
  WordMap<model::Status> status_verbs;      ///< governing words: "планировать", "deny"
  WordMap<model::Status> status_modifiers;  ///< words beside the trigger: "бывший", "reportedly"
  WordMap<model::Status> modal_words;       ///< auxiliaries: "will", "мочь"
  WordSet negations;
  WordSet unsure_verbs;         ///< negated, they deny nothing: "не знает о покупке"
  WordSet denying_determiners;  ///< deny what their noun does: "neither A nor B", "no bank"
  WordSet announcing_verbs;     ///< tell of money that was raised: "announced a $5m round"
  WordSet counting_verbs;       ///< say of what one is to the subject: "counts A as an investor"
  WordSet conditional_words;  ///< with a mood that is not the indicative, what did not come to be: "если бы"
  WordSet counterfactual_modals;     ///< with a perfect, what did not come to be: "would have bought"
  WordSet plan_verbs;                ///< whose infinitive is a plan: "is to acquire"
  WordSet ending_prepositions;       ///< tell when what stood ended: "until 2017 a unit of"
  WordSet change_starts;             ///< "с", "from": before what a stake was, where "to 12 %" follows
  WordSet deal_nouns;                ///< "сделка", "transaction": a deal told of before
  WordSet sum_nouns;                 ///< "стоимость", "price": of a deal, its sum
  WordSet round_nouns;               ///< "раунд", "round"
  WordMap<std::string> round_names;  ///< "посевной" → seed, "ipo" → ipo
  WordSet series_words;              ///< "серия", "series": a letter follows or stands before
  WordSet valuation_words;           ///< a sum near them is the company's worth

  /// Whether one of the frames that the verb with that lemma belongs to is such as `is_such` says.
  template <typename Predicate>
  bool any_frame_of_verb(std::string_view lemma, Predicate is_such) const {
    return any_frame(frames_by_verb, lemma, is_such);
  }

  /// The same of a noun that tells an event: "investment".
  template <typename Predicate>
  bool any_frame_of_noun(std::string_view lemma, Predicate is_such) const {
    return any_frame(frames_by_noun, lemma, is_such);
  }

  /// The same of a title: "founder".
  template <typename Predicate>
  bool any_frame_of_title(std::string_view lemma, Predicate is_such) const {
    return any_frame(frames_by_title, lemma, is_such);
  }

  /// Whether a frame of the verb with that lemma has the relation, whatever else the frame asks for.
  bool has_verb_of(std::string_view lemma, model::Relation relation) const;

  /// The same of a noun that tells an event: "investment".
  bool has_noun_of(std::string_view lemma, model::Relation relation) const;

  /// The same of a title: "founder".
  bool has_title_of(std::string_view lemma, model::Relation relation) const;

  /// Whether who bears such a title is the one that the relation goes out of: "shareholder", but no
  /// "subsidiary".
  bool is_holder(std::string_view title, model::Relation relation) const;

 private:
  template <typename Predicate>
  bool any_frame(const FrameIndex& index, std::string_view lemma, Predicate is_such) const {
    const auto found = index.find(lemma);
    return found != index.end() &&
           std::ranges::any_of(found->second, [&](std::size_t frame) { return is_such(frames[frame]); });
  }
};

/// The form by which words of countries are looked up: in lower case, "е" for "ё".
std::string country_word(std::string_view word);

/// Reads the words of a language (ISO 639-1) from `share/language/<lang>`. Throws MachineError where the
/// folder is missing, and InputError with file and line for what is wrong in it: no TOML, an unknown
/// relation, kind, case or key.
Lexicon load_lexicon(const std::filesystem::path& share, std::string_view lang);

}  // namespace whofunds::language
