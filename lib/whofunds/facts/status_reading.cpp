#include "whofunds/facts/status_reading.hpp"

#include <algorithm>
#include <optional>

#include "whofunds/facts/posts.hpp"
#include "whofunds/facts/status_sources.hpp"
#include "whofunds/facts/status_times.hpp"

namespace whofunds::facts {

using language::PartOfSpeech;
using language::Tense;
using mentions::AnnotatedSentence;
using mentions::kNoWord;
using mentions::Word;
using model::Relation;
using model::Status;
using tagging::Dependency;

namespace {

/// What is weaker overrides what is stronger: a denied plan is denied, a rumoured plan is a rumour.
int weakness(Status status) {
  switch (status) {
    case Status::kCompleted:
      return 0;
    case Status::kEnded:
      return 1;
    case Status::kAnnounced:
      return 2;
    case Status::kRumoured:
      return 3;
    case Status::kDenied:
      return 4;
  }
  return 0;
}

class Reading {
 public:
  Reading(const AnnotatedSentence& tree, const Trigger& trigger, const language::Lexicon& lexicon)
      : tree_(tree), trigger_(trigger), lexicon_(lexicon), times_(tree, trigger, lexicon) {}

  Status run() {
    if (trigger_.frame->status) weaken(*trigger_.frame->status);
    look_beside(trigger_.word);
    const bool describes = tree_.at(trigger_.word).is(Dependency::kApposition);
    if (can_end() &&
        (times_.has_end(trigger_.word) || (describes && times_.has_end(tree_.head_of(trigger_.word)))))
      weaken(Status::kEnded);
    if (can_end() && times_.was_so(trigger_.word)) weaken(Status::kEnded);
    const bool takes_time =
        trigger_.frame->relation == Relation::kAcquires || trigger_.frame->without_from.has_value();
    if (takes_time && times_.is_going_on(trigger_.word)) weaken(Status::kAnnounced);
    look_at_prefix(tree_.at(trigger_.word).lemma);
    if (trigger_.form == Trigger::Form::kTitle) look_at_post();
    look_at_subjects(trigger_.word);
    const bool is_event = trigger_.form == Trigger::Form::kVerb || trigger_.form == Trigger::Form::kNoun;
    if (is_event) {
      // A verb that itself tells only an intent: "is seeking €20m".
      const bool says_itself =
          trigger_.frame->status == Status::kCompleted || trigger_.frame->status == Status::kEnded;
      if (trigger_.form == Trigger::Form::kVerb && !says_itself) apply_governor(trigger_.word);
      if (trigger_.form == Trigger::Form::kNoun && is_denied_subject()) weaken(Status::kDenied);
      if (trigger_.form == Trigger::Form::kNoun) look_at_end();
      if (trigger_.form == Trigger::Form::kNoun && is_denied_later()) weaken(Status::kDenied);
      if (is_purpose_of_building()) weaken(Status::kAnnounced);
      if (is_headline_plan(trigger_.word) && trigger_.form == Trigger::Form::kVerb)
        weaken(Status::kAnnounced);
      climb(trigger_.word);
      if (describes_event()) climb(tree_.head_of(trigger_.word));
    }
    const bool is_open = status_ == Status::kAnnounced || (status_ == Status::kCompleted && !is_in_passing());
    if (is_open && is_told_by_sources(tree_, lexicon_)) weaken(Status::kRumoured);
    return status_;
  }

 private:
  void weaken(Status status) {
    if (weakness(status) > weakness(status_)) status_ = status;
  }

  /// The particle of a verb, that makes another verb of it: "called off", "set up"; kNoWord if none.
  int particle_of(int verb) const {
    if (!tree_.at(verb).is_verb()) return kNoWord;
    for (const int child : tree_.at(verb).children) {
      const bool makes_other = tree_.at(child).is(Dependency::kCompound) && !tree_.at(child).is_noun();
      // "stepped down", where a parser takes it for an adverb
      const bool is_known = child == verb + 1 && lexicon_.status_verbs.contains(tree_.at(verb).lemma + " " +
                                                                                tree_.at(child).lower);
      if (child > verb && (makes_other || is_known)) return child;
    }
    return kNoWord;
  }

  /// What a governing word says; with a particle only what both say together.
  void apply_governor(int word) {
    const int particle = particle_of(word);
    // "is close to buying", but not "closed"
    if (tree_.at(word).note.part_of_speech == PartOfSpeech::kAdjective) {
      const auto predicate = lexicon_.status_verbs.find("be " + tree_.at(word).lemma);
      if (predicate != lexicon_.status_verbs.end()) weaken(predicate->second);
    }
    if (particle == kNoWord) return apply(lexicon_.status_verbs, tree_.at(word));
    const auto found = lexicon_.status_verbs.find(tree_.at(word).lemma + " " + tree_.at(particle).lower);
    if (found != lexicon_.status_verbs.end() && (found->second != Status::kEnded || can_end()))
      weaken(found->second);
  }

  std::optional<Status> governor_says(int word) const {
    const int particle = particle_of(word);
    const std::string words =
        tree_.at(word).lemma + (particle == kNoWord ? std::string() : " " + tree_.at(particle).lower);
    const auto found = lexicon_.status_verbs.find(words);
    return found == lexicon_.status_verbs.end() ? std::nullopt : std::optional(found->second);
  }

  /// "announced a $5m round": the money is there, while an announced purchase is to be.
  bool only_tells(const Word& verb) const {
    return (trigger_.frame->without_from || describes_event()) &&
           lexicon_.announcing_verbs.contains(verb.lemma);
  }

  void apply(const std::unordered_map<std::string, Status>& words, const Word& word) {
    if (only_tells(word)) return;
    // "одобрили покупку", "подписал соглашение о покупке": it is yet to come.
    if (trigger_.frame->relation == Relation::kAcquires &&
        ((lexicon_.clearing_verbs.contains(word.lemma) && !word.is(Dependency::kAdverbModifier) &&
          !word.is(Dependency::kCompound)) ||
         lexicon_.agreement_nouns.contains(word.lemma)))
      weaken(Status::kAnnounced);
    for (const std::string* const form : {&word.lemma, &word.lower}) {
      if (const auto found = words.find(*form); found != words.end()) {
        if (found->second != Status::kEnded || can_end()) weaken(found->second);
        return;
      }
    }
  }

  /// A standing relation can have ended, an event cannot.
  bool can_end() const {
    switch (trigger_.frame->relation) {
      case Relation::kInvestsIn:  // "exited its investment"
        return lexicon_.lang == "en" && trigger_.form == Trigger::Form::kNoun;
      case Relation::kOwns:
      case Relation::kLeads:
      case Relation::kParticipatesIn:
      case Relation::kPartnersWith:
      case Relation::kPartOf:
        return true;
      default:
        return false;
    }
  }

  /// "экс-владелец"
  void look_at_prefix(const std::string& lemma) {
    const auto prefix = lexicon_.status_modifiers.find(lemma.substr(0, lemma.find('-')));
    if (prefix != lexicon_.status_modifiers.end() && (prefix->second != Status::kEnded || can_end()))
      weaken(prefix->second);
  }

  /// "ранее владел" tells of what is no more, "ранее владеющий" and "has earlier owned" of nothing ended.
  bool can_have_ended(const Word& word) const {
    return can_end() && (!word.is_verb() || word.note.tense == Tense::kPast);
  }

  /// "neither A nor B invested", "no bank lent": what denies stands with who does it. "A bid failed": the
  /// event itself does.
  void look_at_subjects(int word) {
    for (const int child : tree_.at(word).children) {
      const Word& subject = tree_.at(child);
      if (!subject.is_subject()) continue;
      const bool denies =
          lexicon_.denying_determiners.contains(subject.lower) ||
          std::any_of(subject.children.begin(), subject.children.end(), [&](int below) {
            return below < child && lexicon_.denying_determiners.contains(tree_.at(below).lower);
          });
      if (denies) weaken(Status::kDenied);
    }
    if (takes_nothing(word)) weaken(Status::kDenied);
    const int verb = tree_.head_of(word);
    const bool is_subject = tree_.at(word).is_subject();
    if (trigger_.form == Trigger::Form::kNoun && is_subject && verb != kNoWord && tree_.at(verb).is_verb() &&
        tree_.child(verb, Dependency::kObject) == kNoWord &&
        tree_.child(verb, Dependency::kOpenComplement) == kNoWord && governor_says(verb) == Status::kDenied)
      weaken(Status::kDenied);
  }

  /// "holds no shares in A"
  bool takes_nothing(int verb) const {
    const int object = tree_.at(verb).is_verb() ? tree_.child(verb, Dependency::kObject) : kNoWord;
    return object != kNoWord && std::ranges::any_of(tree_.at(object).children, [&](int child) {
             return tree_.at(child).is(Dependency::kDeterminer) &&
                    lexicon_.denying_determiners.contains(tree_.at(child).lower);
           });
  }

  /// "no longer"
  bool is_negated(int word) const {
    const std::vector<int>& children = tree_.at(word).children;
    return std::any_of(children.begin(), children.end(),
                       [&](int child) { return lexicon_.negations.contains(tree_.at(child).lower); });
  }

  /// Negation, auxiliaries, tense and adverbs of one word.
  void look_beside(int word) {
    const Word& here = tree_.at(word);
    if (here.note.tense == Tense::kFuture && here.is_verb()) weaken(Status::kAnnounced);
    for (const int child : here.children) {
      const Word& beside = tree_.at(child);
      const bool near =
          child < word || beside.is(Dependency::kAdverbModifier) || beside.is(Dependency::kAuxiliary);
      if (!near) continue;
      // "far from needing"
      const bool is_pair = child > 0 && beside.is(Dependency::kMark) &&
                           lexicon_.negations.contains(tree_.at(child - 1).lower + " " + beside.lower);
      if (is_pair) weaken(Status::kDenied);
      if (lexicon_.negations.contains(beside.lower) && !lexicon_.excluding_verbs.contains(here.lemma))
        weaken(is_no_longer(child) ? Status::kEnded : Status::kDenied);
      // "если А купит Б, цены вырастут"
      if (beside.is(Dependency::kMark) && lexicon_.conditional_words.contains(beside.lower) &&
          here.note.tense == Tense::kFuture)
        weaken(Status::kRumoured);
      if (beside.is(Dependency::kMark) && lexicon_.conditional_words.contains(beside.lower) &&
          times_.is_done(word) && tree_.child(word, Dependency::kAuxiliary) != kNoWord)
        weaken(Status::kDenied);
      if (beside.is(Dependency::kAuxiliary) && lexicon_.counterfactual_modals.contains(beside.lower) &&
          times_.is_done(word))
        weaken(Status::kDenied);
      if (beside.is(Dependency::kAuxiliary) || beside.is(Dependency::kPassiveAuxiliary) ||
          beside.is(Dependency::kCopula) || beside.is(Dependency::kOther) ||
          beside.is(Dependency::kAdverbModifier)) {
        apply(lexicon_.modal_words, beside);
        if (beside.note.tense == Tense::kFuture) weaken(Status::kAnnounced);
      }
      auto modifier = lexicon_.status_modifiers.find(beside.lemma);
      if (modifier == lexicon_.status_modifiers.end())
        modifier = lexicon_.status_modifiers.find(beside.lower);
      if (modifier == lexicon_.status_modifiers.end()) continue;
      const bool is_described = lexicon_.lang == "en" && can_end() &&
                                here.note.voice == language::Voice::kPassive &&
                                here.note.part_of_speech == PartOfSpeech::kParticiple;  // "formerly owned by"
      const bool ended = is_described || can_have_ended(here) || (can_end() && is_negated(child));
      if (modifier->second != Status::kEnded || ended) weaken(modifier->second);
    }
  }

  /// An infinitive that nothing governs, or that has a subject of its own: "A to buy B", "an agreement for A
  /// to buy B".
  bool is_headline_plan(int word) const {
    const tagging::Annotation& note = tree_.at(word).note;
    if (note.part_of_speech != PartOfSpeech::kInfinitive) return false;
    if (note.head == kNoWord) return true;
    if (tree_.child(word, Dependency::kMark) == kNoWord) return false;
    if (tree_.child(word, Dependency::kSubject) != kNoWord) return true;
    const Word& governor = tree_.at(note.head);
    return governor.note.head == kNoWord && governor.is_noun() && governor.is_capitalised() &&
           note.head < word;
  }

  /// "plans to raise a round led by A": as far as the round has got its investor has.
  bool describes_event() const {
    const Word& here = tree_.at(trigger_.word);
    return trigger_.form == Trigger::Form::kVerb && here.is(Dependency::kClauseOfNoun) &&
           here.note.part_of_speech == PartOfSpeech::kParticiple &&
           here.note.voice == language::Voice::kPassive && trigger_.frame->from_context &&
           lexicon_.round_nouns.contains(tree_.at(here.note.head).lemma);
  }

  /// "the ownership ended", "the merger collapsed": what becomes of it its verb tells.
  void look_at_end() {
    const Word& here = tree_.at(trigger_.word);
    if (!here.is(Dependency::kSubject) || here.note.head == kNoWord) return;
    const auto told = lexicon_.status_verbs.find(tree_.at(here.note.head).lemma);
    if (told == lexicon_.status_verbs.end()) return;
    // "покупка обсуждается", but not "покупка обещает прибыль"
    const bool is_done_to_it = tree_.at(here.note.head).lemma.ends_with("ся") &&
                               (told->second == Status::kAnnounced || told->second == Status::kRumoured);
    if (told->second == Status::kDenied || is_done_to_it || (told->second == Status::kEnded && can_end()))
      weaken(told->second);
  }

  /// "made a bid for A, but the bid was rejected": what becomes of it a later clause tells.
  bool is_denied_later() const {
    if (lexicon_.lang != "en") return false;
    for (int i = trigger_.word + 1; i < tree_.size(); ++i) {
      const Word& again = tree_.at(i);
      const bool is_subject = again.is_subject();
      if (!is_subject || again.lemma != tree_.at(trigger_.word).lemma || again.note.head == kNoWord) continue;
      const bool is_definite = std::any_of(again.children.begin(), again.children.end(), [&](int child) {
        return lexicon_.demonstratives.contains(tree_.at(child).lower);
      });
      if (is_definite && governor_says(again.note.head) == Status::kDenied) return true;
    }
    return false;
  }

  /// "set up a venture to build A": what is built is still to come.
  bool is_purpose_of_building() const {
    const Word& here = tree_.at(trigger_.word);
    return lexicon_.lang == "en" && trigger_.frame->relation == Relation::kDevelops &&
           here.note.part_of_speech == PartOfSpeech::kInfinitive &&
           (here.is(Dependency::kAdverbialClause) || here.is(Dependency::kClauseOfNoun)) &&
           tree_.child(trigger_.word, Dependency::kMark) != kNoWord;
  }

  /// "слияния не будет", "no merger took place": what is denied is that it happens.
  bool is_denied_subject() const {
    const Word& here = tree_.at(trigger_.word);
    const bool is_subject = here.is_subject();
    return is_subject && here.note.head != kNoWord &&
           lexicon_.copular_verbs.contains(tree_.at(here.note.head).lemma) && is_negated(here.note.head);
  }

  /// "больше не владеет"
  bool is_no_longer(int negation) const {
    return negation > 0 && can_end() && lexicon_.no_longer.contains(tree_.at(negation - 1).lower);
  }

  /// "не является владельцем", "покинул пост директора", "может стать инвестором": the verb that gives a
  /// title, or takes it away.
  void look_at_post() {
    int word = trigger_.word;
    if (trigger_.frame->relation == Relation::kLeads && leaves_post(tree_, word, lexicon_))
      weaken(Status::kEnded);
    // "fired chief executive Ann Lee"
    const int named = tree_.head_of(word);
    if (trigger_.frame->relation == Relation::kLeads && tree_.at(word).is(Dependency::kCompound) &&
        named > word && tree_.at(named).is_capitalised() && tree_.at(named).is(Dependency::kObject) &&
        tree_.head_of(named) < word && governor_says(tree_.head_of(named)) == Status::kEnded &&
        !is_to_come(tree_.head_of(named)))
      return weaken(Status::kEnded);
    if (tree_.at(word).is(Dependency::kSubject) || tree_.head_of(word) == kNoWord) return;
    const bool is_capacity = lexicon_.capacity_prepositions.contains(std::string(tree_.preposition(word)));
    // "resigned as chairman", "left her post as chairwoman", "dismissed its chief executive"
    const bool is_taken =
        trigger_.frame->relation == Relation::kLeads && tree_.at(word).is(Dependency::kObject);
    const auto is_passed = [&](int noun) {
      return lexicon_.transparent_nouns.contains(tree_.at(noun).lemma) ||
             (is_capacity && tree_.at(noun).is_noun());
    };
    do word = tree_.head_of(word);
    while (tree_.head_of(word) != kNoWord && is_passed(word));
    if (!tree_.at(word).is_verb()) return;
    const bool is_post = word != tree_.head_of(trigger_.word) || is_capacity || is_taken;
    // "will step down as chief executive": until then it goes on.
    if (is_post && governor_says(word) == Status::kEnded && is_to_come(word)) return;
    if (is_capacity) look_beside(word);
    if (is_post) apply_governor(word);
    // "подал в отставку с поста главы"
    const bool resigns = std::ranges::any_of(tree_.at(word).children, [&](int child) {
      return lexicon_.leaving_nouns.contains(tree_.at(child).lemma);
    });
    if (is_post && resigns) weaken(is_to_come(word) ? status_ : Status::kEnded);
    if (!lexicon_.copular_verbs.contains(tree_.at(word).lemma)) return;
    if (can_end() && times_.has_end(word)) weaken(Status::kEnded);
    look_beside(word);
    climb(word);
  }

  /// "will leave", "plans to leave", "уйдёт"
  bool is_to_come(int verb) const {
    const Word& here = tree_.at(verb);
    const int head = here.note.head;
    const bool is_planned =
        here.is(Dependency::kOpenComplement) && head != kNoWord && governor_says(head) == Status::kAnnounced;
    return here.note.tense == Tense::kFuture || is_planned ||
           std::ranges::any_of(here.children, [&](int child) {
             const bool is_auxiliary = tree_.at(child).is(Dependency::kAuxiliary);
             return is_auxiliary && lexicon_.modal_words.contains(tree_.at(child).lower);
           });
  }

  /// The verbs and nouns that govern the trigger, up to its clause.
  void climb(int word) {
    for (int steps = 0; steps < 6; ++steps) {
      const Word& here = tree_.at(word);
      const int head = here.note.head;
      if (head == kNoWord || !is_complement(word)) return;
      // "announced that it has bought": what it tells is done.
      const bool told_as_done = here.is(Dependency::kClausalComplement) && times_.is_done(word) &&
                                governor_says(head) == Status::kAnnounced;
      // "is to acquire"
      const bool is_plan = here.is(Dependency::kOpenComplement) &&
                           here.note.part_of_speech == PartOfSpeech::kInfinitive &&
                           tree_.child(word, Dependency::kMark) != kNoWord &&
                           lexicon_.plan_verbs.contains(tree_.at(head).lemma);
      if (is_plan) weaken(Status::kAnnounced);
      const bool is_reported =
          here.is(Dependency::kOpenComplement) && lexicon_.reported_verbs.contains(tree_.at(head).lemma);
      if (is_reported) weaken(Status::kRumoured);
      look_at_talks(word, head);
      word = head;
      if (trigger_.form == Trigger::Form::kNoun && is_headline_plan(word)) weaken(Status::kAnnounced);
      if (is_carried_out(word)) continue;
      if (!told_as_done) apply_governor(word);
      // "не исключает покупки", "исключил покупку"
      if (lexicon_.excluding_verbs.contains(tree_.at(word).lemma))
        weaken(is_negated(word) ? Status::kRumoured : Status::kDenied);
      // "не знает о планах купить", "не комментирует покупку": who says so denies nothing.
      if (lexicon_.lang == "ru" && lexicon_.unsure_verbs.contains(tree_.at(word).lemma) && is_negated(word))
        weaken(Status::kRumoured);
      else
        look_beside(word);
      look_at_subjects(word);
      if (has_come_to_nothing(word)) weaken(Status::kDenied);
    }
  }

  /// "is in advanced talks to buy": a parser may hang the infinitive on the verb.
  void look_at_talks(int infinitive, int verb) {
    if (tree_.at(infinitive).note.part_of_speech != PartOfSpeech::kInfinitive ||
        !lexicon_.plan_verbs.contains(tree_.at(verb).lemma))
      return;
    for (const int child : tree_.at(verb).children) {
      if (child < infinitive && tree_.at(child).is(Dependency::kOblique)) apply_governor(child);
    }
  }

  /// "talks about a merger ended", "plans to buy it collapsed"
  bool has_come_to_nothing(int noun) const {
    const Word& here = tree_.at(noun);
    if (!here.is_noun() || !here.is_subject() || here.note.head == kNoWord ||
        (!lexicon_.status_verbs.contains(here.lemma) && !lexicon_.told_nouns.contains(here.lemma)))
      return false;
    // "the rumours are fiction"
    const bool says =
        tree_.at(here.note.head).is_verb() || tree_.child(here.note.head, Dependency::kCopula) != kNoWord;
    if (!says) return false;
    const std::optional<Status> told = governor_says(here.note.head);
    return told == Status::kEnded || told == Status::kDenied;
  }

  /// "completed the agreement to buy", "exercised its option": what is agreed is done.
  bool is_carried_out(int noun) const {
    const Word& here = tree_.at(noun);
    if (!here.is_noun() || here.note.head == kNoWord) return false;
    const bool is_argument = here.is(Dependency::kObject) || here.is(Dependency::kPassiveSubject);
    return is_argument && lexicon_.completing_verbs.contains(tree_.at(here.note.head).lemma) &&
           times_.is_done(here.note.head);
  }

  /// "was barred from buying"
  bool is_kept_from(int word) const {
    const int mark = tree_.child(word, Dependency::kMark);
    return mark != kNoWord && tree_.at(mark).lower == "from" &&
           governor_says(tree_.head_of(word)) == Status::kDenied;
  }

  /// "would rescue it by buying it"
  bool is_means(int word) const {
    const int mark = tree_.child(word, Dependency::kMark);
    return mark != kNoWord && tree_.at(mark).lower == "by" && tree_.head_of(word) < word;
  }

  /// Whether what governs `word` says something of it, and not the other way round.
  bool is_complement(int word) const {
    const Word& here = tree_.at(word);
    const Word& governor = tree_.at(here.note.head);
    switch (here.note.dependency) {
      case Dependency::kConjunct:
        // "plans to list and raise": what governs the first governs the second.
        return here.note.part_of_speech == PartOfSpeech::kInfinitive &&
               governor.note.part_of_speech == PartOfSpeech::kInfinitive;
      case Dependency::kOpenComplement:
      case Dependency::kClausalComplement:
        return true;
      case Dependency::kObject:
      case Dependency::kOblique:
      case Dependency::kIndirectObject:
      case Dependency::kNominalModifier:
        return !here.is_verb() || here.note.part_of_speech == PartOfSpeech::kInfinitive;
      case Dependency::kPassiveSubject:
        // "планируется создать"
        return !here.is_verb() ||
               (lexicon_.lang == "ru" && here.note.part_of_speech == PartOfSpeech::kInfinitive);
      case Dependency::kSubject:
        return here.note.part_of_speech == PartOfSpeech::kInfinitive;
      case Dependency::kClauseOfNoun:
        // "plans to buy", "reports that it bought", but not "the company buying".
        return (governor.is_noun() || lexicon_.demonstratives.contains(governor.lemma)) &&
               (here.note.part_of_speech == PartOfSpeech::kInfinitive ||
                (here.is_verb() && tree_.child(word, Dependency::kMark) != kNoWord));
      case Dependency::kRelativeClause:
        // "the story that A bought B", where a parser takes it for a relative clause
        if (lexicon_.told_nouns.contains(governor.lemma) && here.note.head + 1 < tree_.size() &&
            lexicon_.relative_pronouns.contains(tree_.at(here.note.head + 1).lower))
          return true;
        // "a plan for A to lend B $5m", where a parser takes the infinitive for a relative clause
        return lexicon_.lang == "en" && here.note.part_of_speech == PartOfSpeech::kInfinitive &&
               (lexicon_.status_verbs.contains(governor.lemma) ||
                lexicon_.transparent_nouns.contains(governor.lemma));
      case Dependency::kAdverbModifier:
        // "walked away from a deal to buy"
        return governor.is_verb() && here.note.head + 1 == word &&
               tree_.child(word, Dependency::kOblique) != kNoWord;
      case Dependency::kAdverbialClause:
        // "was interested in buying"
        return here.note.part_of_speech == PartOfSpeech::kInfinitive || is_kept_from(word) ||
               is_means(word) ||
               (governor.note.part_of_speech == PartOfSpeech::kAdjective &&
                tree_.child(word, Dependency::kMark) != kNoWord);
      default:
        return false;
    }
  }

  /// "A is in talks with B, owned by C, people said": what describes a party in English is known, whatever
  /// the sources tell of it.
  bool is_in_passing() const {
    if (lexicon_.lang != "en") return false;
    constexpr int kFarthest = 8;
    int word = trigger_.word;
    for (int steps = 0; steps < kFarthest && word != kNoWord; ++steps) {
      const Word& here = tree_.at(word);
      const bool is_participle = here.note.part_of_speech == PartOfSpeech::kParticiple &&
                                 tree_.child(word, Dependency::kMark) == kNoWord;
      const bool describes = here.is(Dependency::kRelativeClause) ||
                             (is_participle && (here.is(Dependency::kClauseOfNoun) ||
                                                here.is(Dependency::kAdjectiveModifier))) ||
                             (trigger_.form == Trigger::Form::kTitle &&
                              (here.is(Dependency::kApposition) || here.is(Dependency::kCompound)));
      if (describes) return true;
      word = here.note.head;
    }
    return false;
  }

  const AnnotatedSentence& tree_;
  const Trigger& trigger_;
  const language::Lexicon& lexicon_;
  StatusTimes times_;
  Status status_ = Status::kCompleted;
};

}  // namespace

Status read_status(const AnnotatedSentence& tree, const Trigger& trigger, const language::Lexicon& lexicon) {
  return Reading(tree, trigger, lexicon).run();
}

}  // namespace whofunds::facts
