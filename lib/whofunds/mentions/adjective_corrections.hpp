#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "через кипрскую Orbisoft Holdings Иван Петров владеет": a foreign name shows no case; an adjective after a
/// preposition that stands right before it describes it, and holds nothing else.
void correct_adjective_before_foreign_name(AnnotatedSentence& sentence, int adjective);

/// "Эмиратский Al Rimal вложит": an adjective that a parser took for the name says where the name after it is
/// from.
void correct_adjective_before_name(AnnotatedSentence& sentence, int adjective);

/// "оманский фонд", "катарской Volta": adjectives that parsers take for participles, subjects or nouns belong
/// to what they describe.
void correct_adjectives(AnnotatedSentence& sentence, int word, const language::Lexicon& lexicon);

}  // namespace whofunds::mentions
