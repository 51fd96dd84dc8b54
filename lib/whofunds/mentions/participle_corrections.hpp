#pragma once

#include "whofunds/mentions/annotated_sentence.hpp"

namespace whofunds::mentions {

/// "построит «А», подконтрольный холдингу": what stands after a comma describes the noun right before it,
/// where it agrees with that.
void correct_modifier_after_comma(AnnotatedSentence& sentence, int modifier);

/// "предоставят синдицированный кредит": a passive participle has no object; the noun is that of the verb
/// before.
void correct_object_of_passive(AnnotatedSentence& sentence, int participle);

/// "принадлежащий «А» «Б»": a participle that no comma parts from what stands before it describes a noun
/// after it, beyond its own complements.
void correct_participle_before_noun(AnnotatedSentence& sentence, int participle);

}  // namespace whofunds::mentions
