#pragma once

#include "whofunds/language/lexicon.hpp"
#include "whofunds/mentions/annotated_sentence.hpp"
#include "whofunds/mentions/marks.hpp"

namespace whofunds::mentions {

/// Whether a noun may have its name after it, and is one thing.
inline bool is_plain_description(const Word& word, const language::Lexicon& lexicon) {
  return word.is_noun() && word.note.number != language::Number::kPlural && !word.is_capitalised() &&
         lexicon.descriptors.contains(word.lemma);
}

/// Whether a word counts one of two that were named: "первый", "второй".
inline bool is_of_pair(const Word& word, const language::Lexicon& lexicon) {
  return in(lexicon.first_words, word) || in(lexicon.second_words, word);
}

/// Whether a word is a legal form in capitals: "ООО".
inline bool is_legal_form(const Word& word, const language::Lexicon& lexicon) {
  return word.token.all_capitals && lexicon.legal_forms.contains(word.lower);
}

/// "субсидию на 85 млн рублей: …", "заём размером 12 млн рублей": a sum right after a noun is that of the
/// noun.
void correct_sum_of_noun(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon);

/// "приобрести до 15% акций", "на 74% принадлежащее": how much belongs to what is bought, and to the
/// participle right after it.
void correct_percent(AnnotatedSentence& sentence, int percent, const language::Lexicon& lexicon);

/// "Кредит на 6 млрд рублей компании предоставил «А»": money is of nobody; to whom it goes the verb says.
void correct_complement_of_money(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon);

/// "Кредит узбекской Solar выдали A и B": a name whose adjective is in another case than the nominative does
/// nothing; beside an object it is to whom it is done.
void correct_subject_of_oblique_adjective(AnnotatedSentence& sentence, int name);

/// "продал 30% акций банка «А» кипрской Volta": what has its name already has no second one; whom it is sold
/// to stands there.
void correct_second_name(AnnotatedSentence& sentence, int name, const language::Lexicon& lexicon);

/// "открыл кыргызской компании «А» линию": an adjective that a parser took for the party itself belongs to
/// the noun after it; of two things without a preposition the one that is no accusative is to whom it is
/// given.
void correct_adjective_taken_for_noun(AnnotatedSentence& sentence, int adjective);

/// "продать «дочку», «А», компании «Б»": what stands in another case than the first of a list is none of it.
/// After what is sold or given in the accusative it is to whom.
void correct_conjunct_in_other_case(AnnotatedSentence& sentence, int noun);

/// "одобрил «Уралгазу» заём": of two objects without "и" the former, a name whose ending may be a dative, is
/// to whom it is given, whatever a parser takes an unknown word for.
void correct_first_of_two_objects(AnnotatedSentence& sentence, int name);

/// "рассмотрение ходатайства «А» о покупке": the purchase is what was asked for, and not what goes on.
void correct_content_of_plan(AnnotatedSentence& sentence, int event, const language::Lexicon& lexicon);

/// "известно «Вестнику»": a dative is no subject.
void correct_dative_subject(AnnotatedSentence& sentence, int noun);

/// "продажу подразделения, «А», компании «Б»": without "и" it is no list, but a thing, its name, and to whom
/// it goes.
void correct_buyer_in_apposition(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon);

/// "продаст тайваньской Hoshino свою «дочку» Volta": a dative adjective right before a name is of that name,
/// which is to whom the thing after it is given.
void correct_recipient_before_object(AnnotatedSentence& sentence, int adjective);

/// "покупка холдингом «А» завода «Б»": after whoever does it stands what it is done to.
void correct_object_after_agent(AnnotatedSentence& sentence, int noun, const language::Lexicon& lexicon);

/// "завод кредитовала Hoshino": a name that is said to be beside a finite verb is its subject,
/// and a genitive before that verb is none.
void correct_apposition_of_verb(AnnotatedSentence& sentence, int name);

}  // namespace whofunds::mentions
