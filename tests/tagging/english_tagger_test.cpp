#include "whofunds/tagging/english_tagger.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/model/error.hpp"

using namespace whofunds::language;
using whofunds::tagging::Annotation;
using whofunds::tagging::Dependency;
using whofunds::tagging::NameClass;
using whofunds::tagging::open_english_tagger;
using whofunds::tagging::Tagger;

namespace {

const Tagger& tagger() {
  static const std::unique_ptr<Tagger> opened = open_english_tagger(WHOFUNDS_SHARE);
  return *opened;
}

/// A sentence and what the tagger says of it. It is written with a space between all tokens, and with "~"
/// before a token that follows the one before at once: "He does ~n't own it ~."
class Sentence {
 public:
  explicit Sentence(const std::string& marked) {
    std::istringstream in(marked);
    for (std::string word; in >> word;) {
      const bool glued = word.size() > 1 && word.front() == '~';
      if (glued) word.erase(0, 1);
      glued_.push_back(glued);
      words_.push_back(word);
    }
    lay_out();
    annotations_.resize(words_.size());
    tagger().annotate(tokens_, annotations_);
  }

  const std::vector<Annotation>& annotations() const { return annotations_; }

  const Annotation& of(std::string_view word) const { return annotations_.at(index(word)); }

  /// "headword dependency", as "bought object" for the "YouTube" of "Google bought YouTube"; "- root" for the
  /// root.
  std::string place(std::string_view word) const {
    const Annotation& annotation = of(word);
    const std::string head = annotation.head < 0 ? "-" : words_.at(static_cast<std::size_t>(annotation.head));
    return head + " " + std::string(name(annotation.dependency));
  }

  /// The names of the sentence, each before its kind.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (annotations_[at].name == NameClass::kNone) continue;
      if (annotations_[at].name_begins) {
        names.push_back(words_[at]);
      } else {
        names.back() += " " + words_[at];
      }
      const bool last = at + 1 == words_.size() || annotations_[at + 1].name == NameClass::kNone ||
                        annotations_[at + 1].name_begins;
      if (last) names.back() += ": " + std::string(name(annotations_[at].name));
    }
    return names;
  }

 private:
  void lay_out() {
    std::vector<std::size_t> begins;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (at > 0 && !glued_[at]) text_ += ' ';
      begins.push_back(text_.size());
      text_ += words_[at];
    }
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const std::string_view text = std::string_view(text_).substr(begins[at], words_[at].size());
      tokens_.push_back({.text = text, .space_before = at > 0 && !glued_[at]});
    }
  }

  std::size_t index(std::string_view word) const {
    const auto found = std::ranges::find(words_, word);
    REQUIRE_MESSAGE(found != words_.end(), "the sentence has no " << std::string(word));
    return static_cast<std::size_t>(found - words_.begin());
  }

  static std::string_view name(Dependency dependency) {
    switch (dependency) {
      case Dependency::kRoot:
        return "root";
      case Dependency::kSubject:
        return "subject";
      case Dependency::kPassiveSubject:
        return "passive subject";
      case Dependency::kObject:
        return "object";
      case Dependency::kIndirectObject:
        return "indirect object";
      case Dependency::kOblique:
        return "oblique";
      case Dependency::kAgent:
        return "agent";
      case Dependency::kNominalModifier:
        return "nominal modifier";
      case Dependency::kPossessor:
        return "possessor";
      case Dependency::kApposition:
        return "apposition";
      case Dependency::kAdjectiveModifier:
        return "adjective";
      case Dependency::kNumericModifier:
        return "number";
      case Dependency::kClauseOfNoun:
        return "clause of noun";
      case Dependency::kRelativeClause:
        return "relative clause";
      case Dependency::kAdverbialClause:
        return "adverbial clause";
      case Dependency::kOpenComplement:
        return "open complement";
      case Dependency::kConjunct:
        return "conjunct";
      case Dependency::kCoordination:
        return "coordination";
      case Dependency::kCase:
        return "case";
      case Dependency::kMark:
        return "mark";
      case Dependency::kCopula:
        return "copula";
      case Dependency::kAuxiliary:
        return "auxiliary";
      case Dependency::kPassiveAuxiliary:
        return "passive auxiliary";
      case Dependency::kAdverbModifier:
        return "adverb";
      case Dependency::kCompound:
        return "compound";
      default:
        return "other";
    }
  }

  static std::string_view name(NameClass kind) {
    switch (kind) {
      case NameClass::kPerson:
        return "person";
      case NameClass::kOrganization:
        return "organization";
      case NameClass::kPlace:
        return "place";
      case NameClass::kProduct:
        return "product";
      case NameClass::kGroup:
        return "group";
      case NameClass::kNone:
        break;
    }
    return "none";
  }

  std::vector<std::string> words_;
  std::vector<bool> glued_;
  std::string text_;
  std::vector<whofunds::text::Token> tokens_;
  std::vector<Annotation> annotations_;
};

/// Every token reaches the one root.
bool is_tree(const std::vector<Annotation>& annotations) {
  std::size_t roots = 0;
  for (const Annotation& annotation : annotations) {
    if (annotation.head == -1) ++roots;
    if ((annotation.head == -1) != (annotation.dependency == Dependency::kRoot)) return false;
    std::size_t steps = 0;
    for (std::int32_t at = annotation.head; at != -1; at = annotations[static_cast<std::size_t>(at)].head) {
      if (at < 0 || static_cast<std::size_t>(at) >= annotations.size()) return false;
      if (++steps > annotations.size()) return false;
    }
  }
  return roots == 1;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t time = 0; time < times; ++time) result.append(text).append(" ");
  return result;
}

}  // namespace

TEST_CASE("an active clause has a subject and an object") {
  const Sentence sentence("Oracle bought the startup in 2016 for $ ~40 million ~.");
  CHECK(sentence.place("bought") == "- root");
  CHECK(sentence.place("Oracle") == "bought subject");
  CHECK(sentence.place("startup") == "bought object");
  CHECK(sentence.place("2016") == "bought oblique");
  CHECK(sentence.place("in") == "2016 case");
  CHECK(sentence.place("million") == "bought oblique");
  CHECK(sentence.place("40") == "million number");
  CHECK(sentence.of("bought").part_of_speech == PartOfSpeech::kVerb);
  CHECK(sentence.of("bought").tense == Tense::kPast);
  CHECK(sentence.of("bought").voice == Voice::kActive);
}

TEST_CASE("a passive clause has a passive subject and an agent with 'by'") {
  const Sentence sentence("The round was led by Northgate Capital and joined by two angels ~.");
  CHECK(sentence.place("round") == "led passive subject");
  CHECK(sentence.place("was") == "led passive auxiliary");
  CHECK(sentence.place("Capital") == "led agent");
  CHECK(sentence.place("by") == "Capital case");
  CHECK(sentence.of("led").part_of_speech == PartOfSpeech::kVerb);
  CHECK(sentence.of("led").voice == Voice::kPassive);
  CHECK(sentence.of("led").tense == Tense::kPast);
  SUBCASE("the second verb of the list has the auxiliary of the first") {
    CHECK(sentence.place("joined") == "led conjunct");
    CHECK(sentence.place("angels") == "joined agent");
    CHECK(sentence.of("joined").part_of_speech == PartOfSpeech::kVerb);
    CHECK(sentence.of("joined").voice == Voice::kPassive);
  }
}

TEST_CASE("the tense of a verb is that of the whole verb phrase") {
  struct Case {
    std::string text;
    std::string verb;
    PartOfSpeech part_of_speech;
    Tense tense;
    Voice voice;
  };
  for (const Case& expected : {
           Case{"Nokia will sell its maps ~.", "sell", PartOfSpeech::kVerb, Tense::kFuture, Voice::kActive},
           Case{"Nokia would sell its maps ~.", "sell", PartOfSpeech::kVerb, Tense::kNone, Voice::kActive},
           Case{"Nokia did ~n't sell its maps ~.", "sell", PartOfSpeech::kVerb, Tense::kPast, Voice::kActive},
           Case{"Nokia has sold its maps ~.", "sold", PartOfSpeech::kVerb, Tense::kPast, Voice::kActive},
           Case{"Nokia is selling its maps ~.", "selling", PartOfSpeech::kVerb, Tense::kPresent,
                Voice::kActive},
           Case{"Its maps are owned by Nokia ~.", "owned", PartOfSpeech::kVerb, Tense::kPresent,
                Voice::kPassive},
           Case{"It ~'s been owned by Nokia ~.", "owned", PartOfSpeech::kVerb, Tense::kPast, Voice::kPassive},
           Case{"Nokia plans to sell its maps ~.", "sell", PartOfSpeech::kInfinitive, Tense::kNone,
                Voice::kActive},
           Case{"The maps are to be sold ~.", "sold", PartOfSpeech::kInfinitive, Tense::kNone,
                Voice::kPassive},
           Case{"A company owned by Nokia makes maps ~.", "owned", PartOfSpeech::kParticiple, Tense::kNone,
                Voice::kPassive},
           Case{"A company making maps moved ~.", "making", PartOfSpeech::kParticiple, Tense::kNone,
                Voice::kActive},
       }) {
    CAPTURE(expected.text);
    const Annotation verb = Sentence(expected.text).of(expected.verb);
    CHECK(verb.part_of_speech == expected.part_of_speech);
    CHECK(verb.tense == expected.tense);
    CHECK(verb.voice == expected.voice);
  }
}

TEST_CASE("a relative clause hangs on its noun, and its pronoun on the verb") {
  const Sentence sentence("Siemens ~, which bought the plant in May ~, will close it ~.");
  CHECK(sentence.place("bought") == "Siemens relative clause");
  CHECK(sentence.place("which") == "bought subject");
  CHECK(sentence.of("which").part_of_speech == PartOfSpeech::kPronoun);
  CHECK(sentence.place("plant") == "bought object");
  CHECK(sentence.place("Siemens") == "close subject");
}

TEST_CASE("the noun that 'be' ascribes is the head of the clause") {
  const Sentence sentence("Anna Bell was the first investor in the company ~.");
  CHECK(sentence.place("investor") == "- root");
  CHECK(sentence.place("was") == "investor copula");
  CHECK(sentence.place("Bell") == "investor subject");
  CHECK(sentence.place("company") == "investor nominal modifier");
  CHECK(sentence.of("was").tense == Tense::kPast);
}

TEST_CASE("after other verbs the noun that is ascribed hangs on the verb") {
  const Sentence sentence("Anna Bell became the owner of the plant ~.");
  CHECK(sentence.place("became") == "- root");
  CHECK(sentence.place("owner") == "became open complement");
  CHECK(sentence.place("Bell") == "became subject");
}

TEST_CASE("what there is is the subject") {
  const Sentence sentence("There is a fund that backs farmers ~.");
  CHECK(sentence.place("is") == "- root");
  CHECK(sentence.place("fund") == "is subject");
}

TEST_CASE("an apposition hangs on the noun it explains") {
  const Sentence sentence("Peter Hansen ~, the chief executive of Maersk ~, resigned yesterday ~.");
  CHECK(sentence.place("executive") == "Hansen apposition");
  CHECK(sentence.place("Maersk") == "executive nominal modifier");
  CHECK(sentence.place("of") == "Maersk case");
  CHECK(sentence.place("Hansen") == "resigned subject");
  CHECK(sentence.place("yesterday") == "resigned adverb");
}

TEST_CASE("a possessor hangs on what is possessed") {
  const Sentence sentence("Samsung ~'s profit rose and its shares fell ~.");
  CHECK(sentence.place("Samsung") == "profit possessor");
  CHECK(sentence.place("'s") == "Samsung case");
  CHECK(sentence.place("its") == "shares possessor");
  CHECK(sentence.of("its").part_of_speech == PartOfSpeech::kPronoun);
  CHECK(sentence.of("its").gender == Gender::kNeuter);
  CHECK(sentence.of("shares").number == Number::kPlural);
}

TEST_CASE("all members of a list hang on the first, and 'and' on the last") {
  const Sentence sentence("The plant is owned by Bosch ~, Continental and Denso ~.");
  CHECK(sentence.place("Bosch") == "owned agent");
  CHECK(sentence.place("Continental") == "Bosch conjunct");
  CHECK(sentence.place("Denso") == "Bosch conjunct");
  CHECK(sentence.place("and") == "Denso coordination");
}

TEST_CASE("a preposition hangs on the word it governs") {
  SUBCASE("to whom something is given") {
    const Sentence sentence("She sold the shares to Alphabet ~.");
    CHECK(sentence.place("Alphabet") == "sold oblique");
    CHECK(sentence.place("to") == "Alphabet case");
  }
  SUBCASE("without a preposition it is an indirect object") {
    const Sentence sentence("The bank gave the farmers a loan ~.");
    CHECK(sentence.place("farmers") == "gave indirect object");
    CHECK(sentence.place("loan") == "gave object");
  }
  SUBCASE("of two prepositions both hang on the noun") {
    const Sentence sentence("He pulled out of the deal because of the war ~.");
    CHECK(sentence.place("deal") == "pulled oblique");
    CHECK(sentence.place("out") == "deal case");
    CHECK(sentence.place("of") == "deal case");
    CHECK(sentence.place("war") == "pulled oblique");
    CHECK(sentence.place("because") == "war case");
  }
  SUBCASE("the second of a list may have one of its own") {
    const Sentence sentence("It has offices in London and in Paris ~.");
    CHECK(sentence.place("Paris") == "London conjunct");
  }
  SUBCASE("a clause is marked by it") {
    const Sentence sentence("By buying the mill ~, the family became rich ~.");
    CHECK(sentence.place("buying") == "became adverbial clause");
    CHECK(sentence.place("By") == "buying mark");
    CHECK(sentence.place("mill") == "buying object");
  }
  SUBCASE("it stays on the verb where its noun is left out") {
    const Sentence sentence("He sold the fund he had invested in ~.");
    CHECK(sentence.place("in") == "invested case");
  }
}

TEST_CASE("an infinitive hangs on its verb") {
  const Sentence sentence("Toyota agreed to buy a stake in the firm ~.");
  CHECK(sentence.place("buy") == "agreed open complement");
  CHECK(sentence.place("to") == "buy mark");
  CHECK(sentence.place("firm") == "stake nominal modifier");
}

TEST_CASE("names are found and told apart") {
  using Names = std::vector<std::string>;
  CHECK(Sentence("Tim Cook of Apple flew from Paris to Berlin ~.").names() ==
        Names{"Tim Cook: person", "Apple: organization", "Paris: place", "Berlin: place"});
  CHECK(Sentence("Microsoft ~'s French rivals complained ~.").names() ==
        Names{"Microsoft: organization", "French: group"});
  CHECK(Sentence("They raised $ ~12 million in March 2019 ~.").names().empty());
  CHECK(Sentence("He works for the World Bank ~.").names() == Names{"World Bank: organization"});
}

TEST_CASE("the tokens of a contraction are read as the words they stand for") {
  const Sentence sentence("We ca ~n't sell it ~.");
  CHECK(sentence.place("ca") == "sell auxiliary");
  CHECK(sentence.place("n't") == "sell adverb");
}

TEST_CASE("a prefix with a hyphen does not stand in the way of its word") {
  SUBCASE("of a verb") {
    const Sentence sentence("Ann Lee co ~- ~founded the firm with Bob Hall ~.");
    CHECK(sentence.place("founded") == "- root");
    CHECK(sentence.place("co") == "founded compound");
    CHECK(sentence.place("Lee") == "founded subject");
    CHECK(sentence.place("firm") == "founded object");
    CHECK(sentence.of("founded").part_of_speech == PartOfSpeech::kVerb);
  }
  SUBCASE("of a noun") {
    const Sentence sentence("Its ex ~- ~chairman sold the fund ~.");
    CHECK(sentence.place("chairman") == "sold subject");
    CHECK(sentence.place("ex") == "chairman compound");
  }
}

TEST_CASE("whatever it reads, the heads form one tree") {
  for (const std::string& text : std::vector<std::string>{
           "Hello",
           ".",
           "of",
           "in and by and of to",
           "is is is is was been",
           "Co ~- ~founded",
           "co ~- ~co ~- ~re ~- ~run ~-",
           "Газпром купил долю в Сибнефти ~.",
           "🙂 🚀 ~🚀 bought 🏦 for 5 👍",
           "Ωμέγα ~, ＡＢＣ and İstanbul ~' ～ ǅ ² ٣",
           "He said it ~. She left ~. They sold it ~. Who knows ~?",
           "\xff\xfe broken \xe2\x82 bytes \xc3",
           repeated("Ford , GM and BMW , which own it ,", 56),
           repeated("of", 500),
           repeated("and", 500),
           repeated(std::string(300, 'x'), 20),
       }) {
    CAPTURE(text);
    CHECK(is_tree(Sentence(text).annotations()));
  }
}

TEST_CASE("a sentence without tokens is left alone") {
  std::vector<Annotation> none;
  CHECK_NOTHROW(tagger().annotate({}, none));
}

TEST_CASE("a sentence is annotated alike, whatever was read before and by how many threads") {
  const std::string text =
      "Vanguard and BlackRock hold shares of Exxon ~, which sold its refinery to Saudi Aramco ~.";
  const auto places = [&] {
    const Sentence sentence(text);
    std::string all;
    for (const char* word : {"Vanguard", "BlackRock", "Exxon", "which", "refinery", "Aramco"}) {
      all += sentence.place(word) + "; ";
    }
    return all;
  };
  const std::string first = places();
  const Sentence other(repeated("a much longer sentence comes between", 20));
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  threads.reserve(found.size());
  for (std::string& result : found) threads.emplace_back([&result, &places] { result = places(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : found) CHECK(result == first);
}

TEST_CASE("a missing or damaged model is refused") {
  const auto folder = std::filesystem::temp_directory_path() / "whofunds_english_tagger_test";
  std::filesystem::create_directories(folder);
  std::filesystem::remove(folder / "english.model");
  CHECK_THROWS_AS(open_english_tagger(folder), whofunds::MachineError);
  std::ofstream(folder / "english.model") << "WFENGLSH, but nothing else";
  CHECK_THROWS_AS(open_english_tagger(folder), whofunds::MachineError);
  std::filesystem::remove_all(folder);
}
