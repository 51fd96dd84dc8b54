#pragma once

#include <span>

#include "whofunds/tagging/rules_forms.hpp"
#include "whofunds/tagging/rules_sentence.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::tagging::rules {

/// Finite verb, infinitive or participle.
bool is_verbal(language::PartOfSpeech part);

/// Reads one English sentence from left to right, where order tells what case does in Russian: chooses what
/// each word is (rules_english_words.cpp), gathers nouns into phrases (rules_english_phrases.cpp), hangs them
/// on verbs and nouns before them and keeps a stack of clauses (rules_english.cpp, rules_english_verbs.cpp).
/// The work is linear in the length of the sentence.
class EnglishReading : private SentenceReading {
 public:
  EnglishReading(const Forms& forms, std::span<const text::Token> tokens, Scratch& scratch);

  void read();

 private:
  // What each word is.
  void choose_parts();
  void choose_part(int i);
  float fitness(int i, const Reading& reading) const;
  float fitness_of_verb(const Reading& reading, const Item& before) const;
  bool is_name_by_capital(int i) const;
  void choose_between_past_and_participle(int i);
  bool another_finite(int i) const;
  void note_verb(int i);
  void choose_that(int i);
  void choose_to(int i);
  int word_before(int i) const;

  // Phrases.
  bool begins_phrase(int i) const;
  bool goes_on(int i, int noun) const;
  bool is_hyphen(int i) const;
  bool is_sign(int i) const;
  int read_phrase(int i, int preposition);
  bool subject_begins(int i, int noun) const;
  void hang_within(const Phrase& read, int first);
  void find_names(int first, int last);
  NameClass class_of_name(int first, int last) const;
  bool is_in_name(int i) const;

  // Where phrases hang.
  void place_phrase(int number);
  bool coordinate(int number);
  bool hang_after_comma(int number);
  bool hang_preposition(int number);
  bool is_passive_governor(int verb) const;
  int next_finite(int i) const;
  bool finite_follows(int i) const;
  bool continues_list(int i) const;
  void hang(int number, int before, Dependency dependency);

  // Clauses and verbs.
  int read_mark(int i);
  int read_comma(int i);
  bool begins_clause(int i);
  int read_word(int i);
  int read_preposition(int i);
  int read_verbs(int i);
  int hang_auxiliaries(int first, int verb);
  void place_finite(int verb);
  void place_infinitive(int verb, int mark);
  bool is_perfect(int verb) const;
  void place_participle(int verb, int mark);
  int take_last_phrase();
  void resolve(int number);
  void resolve_copula(int number);

  int finite_ = kNone;  ///< while words are chosen: the verb of the clause, where one stood before
  int last_verb_ = kNone;
  int first_preposition_ = kNone;  ///< of several that stand together: "such as"
  int preposition_ = kNone;        ///< one that waits for what it governs
};

}  // namespace whofunds::tagging::rules
