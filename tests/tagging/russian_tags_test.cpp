#include "whofunds/tagging/russian_tags.hpp"

#include <doctest/doctest.h>

using namespace whofunds::language;
using whofunds::tagging::Annotation;
using whofunds::tagging::annotation_of_tag;
using whofunds::tagging::Dependency;
using whofunds::tagging::dependency_of_name;
using whofunds::tagging::name_tag;
using whofunds::tagging::NameClass;

TEST_CASE("a tag of a noun gives its case, gender, number and whether it is alive") {
  const Annotation noun = annotation_of_tag("NOUN|Animacy=Anim|Case=Ins|Gender=Fem|Number=Sing");
  CHECK(noun.part_of_speech == PartOfSpeech::kNoun);
  CHECK(noun.grammatical_case == Case::kInstrumental);
  CHECK(noun.gender == Gender::kFeminine);
  CHECK(noun.number == Number::kSingular);
  CHECK(noun.animate);
  CHECK_FALSE(annotation_of_tag("NOUN|Animacy=Inan|Case=Par").animate);
  CHECK(annotation_of_tag("NOUN|Animacy=Inan|Case=Par").grammatical_case == Case::kGenitive);
}

TEST_CASE("forms of verbs are told apart") {
  struct Expected {
    const char* tag;
    PartOfSpeech part_of_speech;
    Voice voice;
    Tense tense;
  };
  for (const Expected& expected : {
           Expected{"VERB|Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act", PartOfSpeech::kVerb, Voice::kActive,
                    Tense::kPast},
           Expected{"VERB|Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Mid", PartOfSpeech::kVerb, Voice::kActive,
                    Tense::kPresent},
           Expected{"VERB|Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass", PartOfSpeech::kVerb, Voice::kPassive,
                    Tense::kPresent},
           Expected{"AUX|Mood=Ind|Tense=Fut|VerbForm=Fin|Voice=Act", PartOfSpeech::kVerb, Voice::kActive,
                    Tense::kFuture},
           Expected{"VERB|Case=Gen|Tense=Past|VerbForm=Part|Voice=Act", PartOfSpeech::kParticiple,
                    Voice::kActive, Tense::kPast},
           Expected{"VERB|Tense=Past|Variant=Short|VerbForm=Part|Voice=Pass", PartOfSpeech::kShortForm,
                    Voice::kPassive, Tense::kPast},
           Expected{"ADJ|Degree=Pos|Gender=Masc|Number=Sing|Variant=Short", PartOfSpeech::kShortForm,
                    Voice::kNone, Tense::kNone},
           Expected{"VERB|Aspect=Perf|Tense=Past|VerbForm=Conv|Voice=Act", PartOfSpeech::kGerund,
                    Voice::kActive, Tense::kPast},
           Expected{"VERB|Aspect=Perf|VerbForm=Inf|Voice=Act", PartOfSpeech::kInfinitive, Voice::kActive,
                    Tense::kNone},
       }) {
    CAPTURE(expected.tag);
    const Annotation annotation = annotation_of_tag(expected.tag);
    CHECK(annotation.part_of_speech == expected.part_of_speech);
    CHECK(annotation.voice == expected.voice);
    CHECK(annotation.tense == expected.tense);
  }
}

TEST_CASE("a tag that says nothing to us gives an empty annotation") {
  for (const char* tag : {"", "X", "PUNCT", "SYM|Odd", "X|Foreign=Yes", "NEW|Case=Odd|=|"}) {
    CAPTURE(tag);
    const Annotation annotation = annotation_of_tag(tag);
    CHECK(annotation.part_of_speech == PartOfSpeech::kUnknown);
    CHECK(annotation.grammatical_case == Case::kNone);
  }
}

TEST_CASE("names of relations and of names are known") {
  CHECK(dependency_of_name("nsubj:pass") == Dependency::kPassiveSubject);
  CHECK(dependency_of_name("flat:foreign") == Dependency::kFlat);
  CHECK(dependency_of_name("orphan") == Dependency::kOther);
  CHECK(name_tag("B-ORG").name == NameClass::kOrganization);
  CHECK(name_tag("B-ORG").begins);
  CHECK(name_tag("I-LOC").name == NameClass::kPlace);
  CHECK_FALSE(name_tag("I-LOC").begins);
  CHECK(name_tag("O").name == NameClass::kNone);
}
