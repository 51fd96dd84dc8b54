#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"
#include "whofunds/tagging/tagger.hpp"

using namespace whofunds::language;
using whofunds::tagging::Annotation;
using whofunds::tagging::Dependency;
using whofunds::tagging::NameClass;
using whofunds::tagging::open_tagger;
using whofunds::tagging::Tagger;

namespace {

const Tagger& tagger() {
  static const std::unique_ptr<Tagger> opened = open_tagger(WHOFUNDS_SHARE, "ru");
  return *opened;
}

/// A sentence whose tokens are written with spaces between them, and what the tagger says of it.
class Sentence {
 public:
  explicit Sentence(const std::string& text) {
    std::istringstream in(text);
    for (std::string word; in >> word;) words_.push_back(word);
    std::vector<whofunds::text::Token> tokens;
    for (const std::string& word : words_) tokens.push_back({.text = word});
    annotations_.resize(tokens.size());
    tagger().annotate(tokens, annotations_);
  }

  const std::vector<Annotation>& annotations() const { return annotations_; }

  const Annotation& of(std::string_view word) const { return annotations_.at(index(word)); }

  /// "dependent < head", the way a test says what hangs on what.
  bool hangs(std::string_view dependent, std::string_view head) const {
    return of(dependent).head == static_cast<std::int32_t>(index(head));
  }

  /// The names of the sentence: "PER Илон Маск".
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (std::size_t token = 0; token < annotations_.size(); ++token) {
      const Annotation& annotation = annotations_[token];
      if (annotation.name_begins)
        names.push_back(annotation.name == NameClass::kPerson         ? "PER"
                        : annotation.name == NameClass::kOrganization ? "ORG"
                                                                      : "LOC");
      if (annotation.name != NameClass::kNone) names.back().append(" ").append(words_[token]);
    }
    return names;
  }

 private:
  std::size_t index(std::string_view word) const {
    return static_cast<std::size_t>(std::ranges::find(words_, word) - words_.begin());
  }

  std::vector<std::string> words_;
  std::vector<Annotation> annotations_;
};

bool is_tree(const std::vector<Annotation>& annotations) {
  if (std::ranges::count(annotations, -1, &Annotation::head) != 1) return false;
  for (const Annotation& start : annotations) {
    std::int32_t word = start.head;
    for (std::size_t steps = 0; word >= 0; ++steps) {
      if (steps > annotations.size()) return false;
      word = annotations.at(static_cast<std::size_t>(word)).head;
    }
  }
  return true;
}

bool same(const Annotation& left, const Annotation& right) {
  return left.part_of_speech == right.part_of_speech && left.grammatical_case == right.grammatical_case &&
         left.dependency == right.dependency && left.head == right.head && left.name == right.name;
}

std::string repeated(const std::string& words, int times) {
  std::string text;
  for (int time = 0; time < times; ++time) text.append(words).append(" ");
  return text;
}

}  // namespace

TEST_CASE("an active clause has a subject, an object and an oblique with its preposition") {
  const Sentence sentence("Компания инвестировала прибыль в строительство завода .");
  CHECK(sentence.of("инвестировала").part_of_speech == PartOfSpeech::kVerb);
  CHECK(sentence.of("инвестировала").dependency == Dependency::kRoot);
  CHECK(sentence.of("инвестировала").tense == Tense::kPast);
  CHECK(sentence.of("инвестировала").voice == Voice::kActive);
  CHECK(sentence.of("Компания").dependency == Dependency::kSubject);
  CHECK(sentence.of("Компания").grammatical_case == Case::kNominative);
  CHECK(sentence.of("прибыль").dependency == Dependency::kObject);
  CHECK(sentence.of("строительство").dependency == Dependency::kOblique);
  CHECK(sentence.of("строительство").grammatical_case == Case::kAccusative);
  CHECK(sentence.hangs("строительство", "инвестировала"));
  CHECK(sentence.of("в").dependency == Dependency::kCase);
  CHECK(sentence.of("в").part_of_speech == PartOfSpeech::kPreposition);
  CHECK(sentence.hangs("в", "строительство"));
}

TEST_CASE("a passive clause has a passive subject and an agent in the instrumental") {
  const Sentence sentence("Завод был куплен немецкой компанией в прошлом году .");
  CHECK(sentence.of("куплен").part_of_speech == PartOfSpeech::kShortForm);
  CHECK(sentence.of("куплен").voice == Voice::kPassive);
  CHECK(sentence.of("Завод").dependency == Dependency::kPassiveSubject);
  CHECK(sentence.of("компанией").grammatical_case == Case::kInstrumental);
  CHECK(sentence.hangs("компанией", "куплен"));
  CHECK(sentence.of("был").dependency == Dependency::kPassiveAuxiliary);
}

TEST_CASE("a name in the instrumental under a passive form is its agent") {
  for (const char* text :
       {"Стартап был куплен Сбербанком .", "Доля приобретена Газпромом у прежних владельцев ."}) {
    CAPTURE(text);
    const std::vector<Annotation> annotations = Sentence(text).annotations();
    CHECK(std::ranges::count(annotations, Dependency::kAgent, &Annotation::dependency) == 1);
  }
}

TEST_CASE("a genitive hangs on its noun as a modifier") {
  const Sentence sentence("Акционеры банка одобрили сделку .");
  CHECK(sentence.of("банка").dependency == Dependency::kNominalModifier);
  CHECK(sentence.of("банка").grammatical_case == Case::kGenitive);
  CHECK(sentence.of("банка").number == Number::kSingular);
  CHECK(sentence.of("банка").gender == Gender::kMasculine);
  CHECK(sentence.hangs("банка", "Акционеры"));
  CHECK(sentence.of("Акционеры").animate);
}

TEST_CASE("a name after a common noun is its apposition") {
  const Sentence sentence("Компания « Ромашка » получила кредит .");
  CHECK(sentence.of("Ромашка").dependency == Dependency::kApposition);
  CHECK(sentence.hangs("Ромашка", "Компания"));
}

TEST_CASE("participles and gerunds are told from finite verbs") {
  const Sentence sentence("Фонд , купивший акции , вышел из проекта , получив прибыль .");
  CHECK(sentence.of("купивший").part_of_speech == PartOfSpeech::kParticiple);
  CHECK(sentence.of("купивший").dependency == Dependency::kClauseOfNoun);
  CHECK(sentence.hangs("купивший", "Фонд"));
  CHECK(sentence.of("получив").part_of_speech == PartOfSpeech::kGerund);
  CHECK(sentence.of("получив").dependency == Dependency::kAdverbialClause);
}

TEST_CASE("persons, organisations and places are found with their ends") {
  CHECK(Sentence("Иван Петров возглавил Сбербанк в Москве .").names() ==
        std::vector<std::string>{"PER Иван Петров", "ORG Сбербанк", "LOC Москве"});
  CHECK(Sentence("Вчера ничего не произошло .").names().empty());
}

TEST_CASE("odd sentences are annotated with one tree") {
  const std::vector<std::string> odd = {
      "да",
      ".",
      "🙂",
      "🙂 🙂 🚀 💰",
      "OpenAI raised money from Microsoft",
      "𝕏 купил X за $ 44 млрд",
      ") ( ! ? … — « »",
      "1 2 3 4 5 6 7",
      "ООО ОАО ЗАО ПАО АО НКО",
      "Ёлка-Палка СИЗО-6 e-mail x + y",
      "é Ǆ ǆ ß İ ı 中文 日本",
      repeated("и", 300),
      repeated("купил завод , и", 125),
      std::string(2000, 'x'),
      repeated("слово", 1) + std::string("\xFF\xC0 \xD0 \xE2\x82"),
  };
  for (const std::string& text : odd) {
    CAPTURE(text);
    CHECK(is_tree(Sentence(text).annotations()));
  }
}

TEST_CASE("a sentence without tokens is annotated with nothing") {
  CHECK(Sentence("").annotations().empty());
}

TEST_CASE("a sentence longer than a piece is one tree, its later pieces hanging on the root of the first") {
  const Sentence sentence(repeated("банк купил долю в заводе ,", 300));
  REQUIRE(sentence.annotations().size() == 1800);
  CHECK(is_tree(sentence.annotations()));
  CHECK(sentence.annotations().at(1799).head >=
        1536);  // a head near by, not one counted from the start of the piece
}

TEST_CASE("annotations do not depend on what was read before, nor on the thread") {
  const std::string text = "Правительство выделило компании Ромашка субсидию в размере 5 млн рублей .";
  const Sentence first(text);
  const Sentence between(repeated("совсем другие слова о погоде в Сочи", 40));
  std::vector<Annotation> elsewhere;
  std::thread([&] { elsewhere = Sentence(text).annotations(); }).join();
  const Sentence again(text);
  CHECK(std::ranges::equal(first.annotations(), again.annotations(), same));
  CHECK(std::ranges::equal(first.annotations(), elsewhere, same));
}

TEST_CASE("a language without a tagger and a folder without a model are refused") {
  CHECK_THROWS_AS(open_tagger(WHOFUNDS_SHARE, "la"), whofunds::UsageError);
  CHECK_THROWS_AS(open_tagger("/no/such/folder", "ru"), whofunds::MachineError);
}
