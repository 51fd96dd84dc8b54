#pragma once

#include <span>

#include "whofunds/tagging/rules_forms.hpp"
#include "whofunds/tagging/rules_sentence.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::tagging::rules {

/// Reads one Russian sentence from left to right: chooses what each word is, gathers nouns with what goes
/// with them into phrases (rules_russian_phrases.cpp, rules_russian_names.cpp), hangs phrases on nouns before
/// them and keeps a stack of clauses (rules_russian.cpp, rules_russian_verbs.cpp); in the end tells in each
/// clause who does what to whom (rules_russian_clauses.cpp). The work is linear in the length of the
/// sentence.
class RussianReading : private SentenceReading {
 public:
  RussianReading(const Forms& forms, std::span<const text::Token> tokens, Scratch& scratch);

  void read();

 private:
  // What each word is.
  void choose_parts();
  void choose_part(int i);
  float fitness(int i, const Reading& reading) const;

  // Phrases.
  bool begins_phrase(int i) const;
  bool has_own_words(int participle) const;
  bool is_modifier(int i) const;
  bool is_nominal(int i) const;
  bool is_number(int i) const;
  int read_phrase(int i);
  int read_modifiers(int i, Phrase& read, Agreement& allowed);
  int read_head(int i, Phrase& read, Agreement& allowed);
  int read_count(int i, Phrase& read);
  void hang_modifiers(const Phrase& read, int first, Agreement allowed);

  // Names.
  bool begins_name(int i) const;
  int read_name(int i, Phrase& read);
  void add_foreign_nominative(int i);
  int read_latin_name(int i, Phrase& read);
  int read_quoted(int i, Phrase& read);
  int closing_quote(int i) const;
  int read_body(int i, Phrase& read);
  NameClass class_of_name(int first, int last) const;
  bool is_place(int first, int last, int preposition) const;
  bool is_initial(int i) const;

  // Where phrases hang.
  void place_phrase(int number);
  bool coordinate(int number);
  bool can_coordinate(int before, int number, bool alike) const;
  bool hang_on_noun(int number);
  bool hang_preposition(int number, int before);
  bool hang_bare(int number, int before);
  bool is_apposition(int number, int before) const;
  bool hang_after_comma(int number);
  void become(int number, int before, Dependency dependency, Agreement agreement);

  // Clauses.
  int read_mark(int i);
  int read_comma(int i);
  int begin_after_comma(int next);
  int relative_after(int i) const;
  int described_by(int participle) const;
  bool continues_list(int i) const;
  bool leaves_out_verb(int next) const;
  int next_finite(int i) const;
  void place_verb(int i);
  void place_finite(int i);
  int take_after_comma();
  void place_infinitive(int i);
  void place_participle(int i);

  // Who does what.
  void resolve(int number);
  int subject_of(const Clause& resolved, int predicate);
  bool agrees_with_verb(const Phrase& candidate, int verb) const;
  void hang_argument(Phrase& argument, int verb, bool& has_object);

  int comma_clause_ = kNone;  ///< the clause in which a comma stood last
  int before_comma_ = kNone;  ///< its last argument before that comma
};

}  // namespace whofunds::tagging::rules
