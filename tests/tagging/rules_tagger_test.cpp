#include "whofunds/tagging/rules_tagger.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/text/segmenter.hpp"

using namespace whofunds;
using language::Case;
using language::PartOfSpeech;
using tagging::Annotation;
using tagging::Dependency;
using tagging::NameClass;

namespace {

/// All that the rules of a language need.
struct Language {
  explicit Language(std::string_view lang)
      : segmenter(text::open_segmenter(WHOFUNDS_SHARE, lang)),
        morphology(language::open_morphology(WHOFUNDS_SHARE, lang)),
        lexicon(language::load_lexicon(WHOFUNDS_SHARE, lang)),
        tagger(tagging::open_rule_tagger(WHOFUNDS_SHARE, *morphology, lexicon)) {}

  text::Segmenter segmenter;
  std::unique_ptr<language::Morphology> morphology;
  language::Lexicon lexicon;
  std::unique_ptr<tagging::Tagger> tagger;
};

const Language& language_of(std::string_view lang) {
  static const Language russian("ru");
  static const Language english("en");
  return lang == "ru" ? russian : english;
}

/// A text as one sentence, and what the rules say of it.
class Sentence {
 public:
  Sentence(std::string_view lang, std::string text) : text_(std::move(text)) {
    tokens_ = language_of(lang).segmenter.segment(text_).tokens;
    annotations_.resize(tokens_.size());
    language_of(lang).tagger->annotate(tokens_, annotations_);
  }

  const std::vector<Annotation>& annotations() const { return annotations_; }
  const Annotation& of(std::string_view word) const { return annotations_.at(index(word)); }

  /// The word that `word` hangs on; empty for the root.
  std::string_view head(std::string_view word) const {
    const std::int32_t head = of(word).head;
    return head < 0 ? std::string_view() : tokens_[static_cast<std::size_t>(head)].text;
  }

 private:
  std::size_t index(std::string_view word) const {
    return static_cast<std::size_t>(std::ranges::find(tokens_, word, &text::Token::text) - tokens_.begin());
  }

  std::string text_;
  std::vector<text::Token> tokens_;
  std::vector<Annotation> annotations_;
};

bool is_tree(const std::vector<Annotation>& annotations) {
  if (std::ranges::count(annotations, -1, &Annotation::head) != 1) return false;
  return std::ranges::all_of(annotations, [&](const Annotation& start) {
    std::int32_t word = start.head;
    for (std::size_t steps = 0; word >= 0; ++steps) {
      if (steps > annotations.size()) return false;
      word = annotations.at(static_cast<std::size_t>(word)).head;
    }
    return true;
  });
}

struct Hanging {
  const char* lang;
  const char* text;
  const char* word;
  const char* head;
  Dependency dependency;
};

}  // namespace

TEST_CASE("what hangs on what in plain sentences") {
  const Hanging cases[] = {
      {"ru", "Фонд купил завод.", "Фонд", "купил", Dependency::kSubject},
      {"ru", "Фонд купил завод.", "завод", "купил", Dependency::kObject},
      {"ru", "Завод купила компания.", "компания", "купила", Dependency::kSubject},
      {"ru", "Завод купила компания.", "Завод", "купила", Dependency::kObject},
      {"ru", "Завод был куплен фондом.", "Завод", "куплен", Dependency::kPassiveSubject},
      {"ru", "Завод был куплен фондом.", "был", "куплен", Dependency::kPassiveAuxiliary},
      {"ru", "Завод был куплен фондом.", "фондом", "куплен", Dependency::kOblique},
      {"ru", "Инвестор Юрий Громов вложил деньги.", "Юрий", "Инвестор", Dependency::kApposition},
      {"ru", "Инвестор Юрий Громов вложил деньги.", "Громов", "Юрий", Dependency::kFlat},
      {"ru", "Глава банка Юрий Громов вложил деньги.", "банка", "Глава", Dependency::kNominalModifier},
      {"ru", "Глава банка Юрий Громов вложил деньги.", "Юрий", "Глава", Dependency::kApposition},
      {"ru", "Она вложила 5 млн долларов в стартап.", "долларов", "вложила", Dependency::kObject},
      {"ru", "Она вложила 5 млн долларов в стартап.", "5", "млн", Dependency::kNumericModifier},
      {"ru", "Она вложила 5 млн долларов в стартап.", "стартап", "вложила", Dependency::kOblique},
      {"ru", "Банк, который владеет заводом, продал его.", "владеет", "Банк", Dependency::kRelativeClause},
      {"ru", "Банк, который владеет заводом, продал его.", "который", "владеет", Dependency::kSubject},
      {"ru", "Банк, который владеет заводом, продал его.", "Банк", "продал", Dependency::kSubject},
      {"ru", "Банк, основанный братьями, вырос.", "основанный", "Банк", Dependency::kClauseOfNoun},
      {"ru", "Купив завод, банк вырос.", "Купив", "вырос", Dependency::kAdverbialClause},
      {"ru", "Фонд и банк купили завод.", "банк", "Фонд", Dependency::kConjunct},
      {"ru", "Фонд планирует купить завод.", "купить", "планирует", Dependency::kOpenComplement},
      {"ru", "Фонд сообщил, что купил завод.", "купил", "сообщил", Dependency::kClausalComplement},
      {"en", "Aster bought Birch Group.", "Aster", "bought", Dependency::kSubject},
      {"en", "Aster bought Birch Group.", "Group", "bought", Dependency::kObject},
      {"en", "Birch was bought by Aster.", "Birch", "bought", Dependency::kPassiveSubject},
      {"en", "Birch was bought by Aster.", "was", "bought", Dependency::kPassiveAuxiliary},
      {"en", "Birch was bought by Aster.", "Aster", "bought", Dependency::kAgent},
      {"en", "Aster, a unit of Birch, raised $5 million.", "unit", "Aster", Dependency::kApposition},
      {"en", "Aster, a unit of Birch, raised $5 million.", "Birch", "unit", Dependency::kNominalModifier},
      {"en", "Aster, a unit of Birch, raised $5 million.", "million", "raised", Dependency::kObject},
      {"en", "Aster agreed to buy Birch.", "buy", "agreed", Dependency::kOpenComplement},
      {"en", "Aster agreed to buy Birch.", "to", "buy", Dependency::kMark},
      {"en", "The firm that owns Birch sold it.", "owns", "firm", Dependency::kRelativeClause},
      {"en", "The company founded by Brown raised money.", "founded", "company", Dependency::kClauseOfNoun},
      {"en", "The company founded by Brown raised money.", "company", "raised", Dependency::kSubject},
      {"en", "Aster is the owner of Birch.", "is", "owner", Dependency::kCopula},
      {"en", "Aster is the owner of Birch.", "Aster", "owner", Dependency::kSubject},
      {"en", "Aster and Birch backed Cedar.", "Birch", "Aster", Dependency::kConjunct},
      {"en", "Aster bought a stake in Brown's company.", "Brown", "company", Dependency::kPossessor},
      {"en", "He said Aster bought Birch.", "bought", "said", Dependency::kClausalComplement},
  };
  for (const Hanging& one : cases) {
    CAPTURE(one.text);
    CAPTURE(one.word);
    const Sentence sentence(one.lang, one.text);
    CHECK(sentence.head(one.word) == one.head);
    CHECK(sentence.of(one.word).dependency == one.dependency);
  }
}

TEST_CASE("words that can be many things are read by what stands beside them") {
  const Sentence bought("en", "The fund plans to fund the plans.");
  CHECK(bought.of("fund").part_of_speech == PartOfSpeech::kNoun);
  CHECK(bought.annotations().at(4).part_of_speech == PartOfSpeech::kInfinitive);
  const Sentence genitive("ru", "Доля компании выросла.");
  CHECK(genitive.of("компании").grammatical_case == Case::kGenitive);
  const Sentence dative("ru", "Банк дал кредит компании.");
  CHECK(dative.of("Банк").grammatical_case == Case::kNominative);
  CHECK(dative.of("кредит").grammatical_case == Case::kAccusative);
}

TEST_CASE("names are told by capitals, dictionaries and the words beside them") {
  const Sentence russian("ru", "Юрий Громов купил компанию «Росинка» у фонда Birch Capital.");
  CHECK(russian.of("Юрий").name == NameClass::kPerson);
  CHECK(russian.of("Юрий").name_begins);
  CHECK_FALSE(russian.of("Громов").name_begins);
  CHECK(russian.of("Росинка").name == NameClass::kOrganization);
  CHECK(russian.of("Birch").name == NameClass::kOrganization);
  CHECK(russian.of("купил").name == NameClass::kNone);
  const Sentence english("en", "The company was bought by John Brown and Birch Capital.");
  CHECK(english.of("John").name == NameClass::kPerson);
  CHECK(english.of("Birch").name == NameClass::kOrganization);
  CHECK(english.of("company").name == NameClass::kNone);
}

TEST_CASE("whatever the words are, they form one tree") {
  const char* const texts[] = {
      "",
      "Да.",
      "— , ( « \" ) » .",
      "и и и , что который , который что и",
      "«Росинка» (Росинка (Росинка», ) который купил, который продал, и, но купив; проданный.",
      "5 % $ 5 млн . 2010 2011 г.",
      "to to to of by by , which that and 's 's - - -owned",
      "Bought bought bought (which (that) to buy by, and and the the) sold.",
      "$ % 5 - 5 & , 's",
      "\xF0\x9F\x98\x80 \xE4\xB8\xAD\xE6\x96\x87 \xD7\xA9",
  };
  for (const char* const text : texts) {
    for (const char* const lang : {"ru", "en"}) {
      CAPTURE(text);
      CAPTURE(lang);
      const Sentence sentence(lang, text);
      CHECK((sentence.annotations().empty() || is_tree(sentence.annotations())));
    }
  }
}

TEST_CASE("the same words are read alike, whatever was read before") {
  const std::string text = "Фонд, основанный братьями, купил завод и банк.";
  const std::vector<Annotation> first = Sentence("ru", text).annotations();
  Sentence("ru", "Совсем другие слова, которые стояли до них.");
  const std::vector<Annotation> again = Sentence("ru", text).annotations();
  REQUIRE(first.size() == again.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].head == again[i].head);
    CHECK(first[i].dependency == again[i].dependency);
    CHECK(first[i].grammatical_case == again[i].grammatical_case);
  }
}

TEST_CASE("a language without rules is a fault of usage") {
  language::Lexicon lexicon{.lang = "de"};
  CHECK_THROWS_AS(tagging::open_rule_tagger(WHOFUNDS_SHARE, *language_of("en").morphology, lexicon), Error);
}
