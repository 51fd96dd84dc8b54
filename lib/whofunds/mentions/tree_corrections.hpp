#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// Mends what parsers of Russian are known to get wrong, where the words leave no doubt. Each correction says
/// what it is about; the heads remain one tree.
void correct_tree(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of these, the ones that are about how clauses and lists are joined; `correct_tree` makes them first.
void correct_clauses(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// "Кредит, который выдал А, погашен": the verb after a relative pronoun is that of its clause, which ends at
/// the next comma, and the noun before it belongs to the verb after that.
void correct_enclosed_clause(AnnotatedSentence& sentence, int pronoun, const language::Lexicon& lexicon);

/// "фонд, который учредила УК «А»": a clause has one object; where the pronoun is that, a nominative after
/// the verb acts.
void correct_second_object_of_relative(AnnotatedSentence& sentence, int verb,
                                       const language::Lexicon& lexicon);

/// Two nouns that stand side by side, and how the one belongs to the other: "дал банку развития заём", "жена
/// Белова Анна", "купленный «А» «Б»".
void correct_neighbours(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon);

/// What stands before or after a verb and is nothing of another: "О сделке объявили «А» и «Б»", "строить
/// будет «А»", "«А» распродаёт активы: завод купил «Б»".
void correct_words_beside_verbs(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon);

/// "«А» купила у «Б» 300 вагонов": after all else, what is counted and taken for who acts.
void correct_counted_subjects(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// "не «А», а «Б» купила", "купит не «А», а «Б»": the second stands in the place of the first, which has
/// none.
void correct_denied_name(AnnotatedSentence& sentence, int negation, const language::Lexicon& lexicon);

/// And those that are about which noun a name, a sum or a case belongs to.
void correct_attachments(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// The same for English: names that parsers part from what describes them.
void correct_english_tree(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, the verbs that parsers take for something else; `correct_english_tree` mends them first.
void correct_english_verbs(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Whether what stands after "to" beside such a word is done: "agreed to", "plans to", "set to".
bool asks_for_infinitive(const AnnotatedSentence& sentence, int governor, const language::Lexicon& lexicon);

/// Of English, names that parsers make one with what stands before or after them.
void correct_english_phrases(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, words before and after a noun that parsers part from it: "pre-Series A round".
void correct_english_modifiers(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of the mends of English trees those that are about what stands between a verb and its complements.
void correct_english_complements(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of those, "A and Peru's B": the name after the place is one of the list.
void correct_english_possessors(AnnotatedSentence& sentence);

/// Of English, clauses joined to others: a part whose verb is left out ("and Aster 30%") hangs on that verb,
/// and is nobody's object; a name before a verb is its subject.
void correct_english_clauses(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, what describes a name and stands apart from it: "A unit of Aster, Birch grew".
void correct_english_appositions(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, what a verb acts on and who does it, where parsers take a word for another: "Aster and Birch
/// each own half".
void correct_english_arguments(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, what stands before or after its place: "Leading the round was Aster".
void correct_english_inversions(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, titles that parsers part from who bears them or from what they are of.
void correct_english_titles(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, what a relative clause is said of and what stands in it.
void correct_english_relatives(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, what tells more of a noun beside it and what parsers hang elsewhere: "backed Aster, since sold
/// to Birch", "with money from Birch".
void correct_english_descriptions(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, who acts, where parsers take its name, or what it does, for something else.
void correct_english_subjects(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, lists of names that parsers cut up.
void correct_english_lists(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

/// Of English, phrases and objects that "and" joins to others, and what they go with.
void correct_english_coordination(AnnotatedSentence& sentence, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
