#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "whofunds/tagging/annotation.hpp"
#include "whofunds/tagging/rules_forms.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::tagging::rules {

inline constexpr int kNone = -1;

/// One token of a sentence while it is read.
struct Item {
  Form form;
  const Reading* reading = nullptr;  ///< the one chosen, of `form`; null for marks and numbers
  language::PartOfSpeech part = language::PartOfSpeech::kUnknown;
  Agreement agreement = 0;  ///< what it can still stand in
  language::Voice voice = language::Voice::kNone;
  language::Tense tense = language::Tense::kNone;
  int head = kNone;
  Dependency dependency = Dependency::kOther;
  int clause = kNone;
  NameClass name = NameClass::kNone;
  bool name_begins = false;
  bool caseless = false;  ///< shows no case: a foreign name

  bool is(std::uint64_t roles) const { return form.is(roles); }
  bool is(language::PartOfSpeech wanted) const { return part == wanted; }
  bool animate() const { return reading != nullptr && reading->animate; }
  bool is_noun() const {
    return part == language::PartOfSpeech::kNoun || part == language::PartOfSpeech::kProperNoun;
  }
};

/// A noun with all before it that goes with it, and the preposition.
struct Phrase {
  int first = 0;
  int last = 0;  ///< exclusive
  int head = 0;
  int preposition = kNone;
  bool name = false;
  bool quoted = false;
  bool person = false;
  bool number = false;     ///< counts something
  bool attached = false;   ///< hangs on a noun; else it is an argument of its clause
  bool conjoined = false;  ///< first of a list
  int clause = kNone;
  int next = kNone;      ///< the next phrase of its clause
  int governor = kNone;  ///< the verb before it in its clause
};

enum class ClauseKind : std::uint8_t {
  kMain,
  kConjunct,
  kRelative,
  kParticipial,
  kGerund,
  kComplement,
  kAdverbial,
  kParataxis,
  kBefore,  ///< a participle with its own words before the noun that it describes
};

struct Clause {
  ClauseKind kind = ClauseKind::kMain;
  int parent = kNone;
  int host = kNone;  ///< the word that it hangs on, where that is known from the start
  int predicate = kNone;
  int governor = kNone;  ///< the last verb: what follows are its arguments
  int mark = kNone;
  int first_phrase = kNone;
  int last_phrase = kNone;
  int dash = kNone;
  int resume = kNone;  ///< of what brackets hold: the phrase before them
  bool bracket = false;
};

/// What all readings of one thread write on, so that nothing is allocated for a sentence.
struct Scratch {
  std::vector<Item> items;
  std::vector<Phrase> phrases;
  std::vector<Clause> clauses;
  std::vector<int> marks;  ///< of make_one_tree
};

/// Those bits of `agreement` whose case `other` can stand in too, whatever its gender and number.
Agreement in_cases_of(Agreement agreement, Agreement other);

/// What the readings of both languages share: the words, and where the reading stands.
class SentenceReading {
 protected:
  /// What stands between a phrase and the one before it.
  enum class Separator : std::uint8_t { kAdjacent, kComma, kCoordinator, kDash, kOther };

  SentenceReading(const Forms& forms, std::span<const text::Token> tokens, Scratch& scratch);

  int size() const { return static_cast<int>(tokens_.size()); }
  const text::Token& token(int i) const { return tokens_[static_cast<std::size_t>(i)]; }
  Item& item(int i) { return scratch_.items[static_cast<std::size_t>(i)]; }
  const Item& item(int i) const { return scratch_.items[static_cast<std::size_t>(i)]; }
  Phrase& phrase(int i) { return scratch_.phrases[static_cast<std::size_t>(i)]; }
  const Phrase& phrase(int i) const { return scratch_.phrases[static_cast<std::size_t>(i)]; }
  Clause& clause(int i) { return scratch_.clauses[static_cast<std::size_t>(i)]; }
  const Clause& clause(int i) const { return scratch_.clauses[static_cast<std::size_t>(i)]; }
  bool inside(int i) const { return i >= 0 && i < size(); }
  bool is_text(int i, std::string_view text) const { return inside(i) && token(i).text == text; }
  bool is_word(int i) const { return inside(i) && token(i).kind == text::TokenKind::kWord; }
  /// Whether only marks stand before the word in its sentence.
  bool begins_sentence(int i) const;

  void attach(int word, int head, Dependency dependency);
  void set_name(int first, int last, NameClass name);
  void choose_reading(Item& word, const Reading& reading);

  int open_clause(ClauseKind kind, int host);
  void close_clause();
  /// Opens a clause that has nothing to do with the phrase before it.
  void begin_clause(ClauseKind kind, int host);
  void open_bracket();
  void close_bracket();
  /// Makes word `i` the verb of the clause that is read.
  void set_predicate(int i);
  /// The word at the head of a clause: its verb, else its first noun; kNone where it has none.
  int predicate_of(int number) const;
  /// Lets a phrase be an argument of the clause that is read.
  void add_argument(int number);
  /// The phrase that this one hangs on; kNone where it is an argument.
  int phrase_above(int number) const;
  /// The first of the list that the phrase is in.
  int first_of_list(int number) const;
  /// Hangs each clause on what it belongs to, and all words that hang on nothing yet on the verb of their
  /// clause; makes one tree of it.
  void finish();

  const Forms& forms_;
  std::span<const text::Token> tokens_;
  Scratch& scratch_;
  int current_ = kNone;      ///< the clause that is read
  int last_phrase_ = kNone;  ///< the phrase read last in it
  int last_noun_ = kNone;    ///< the noun read last, which a clause may describe
  int coordinator_ = kNone;  ///< "and" right before
  Separator separator_ = Separator::kAdjacent;

 private:
  void hang_clause(int number);
  void hang_loose_words();
};

/// Makes one tree of what has been attached: what hangs on nothing, or on itself through others, is hung on
/// `root`. Marks hang on the word before them that is no mark, or on the root.
void make_one_tree(Scratch& scratch, int root);

/// Writes what was found to `annotations`.
void write_annotations(const Scratch& scratch, std::span<Annotation> annotations);

}  // namespace whofunds::tagging::rules
