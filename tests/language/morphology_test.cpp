#include "whofunds/language/morphology.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "whofunds/language/share.hpp"
#include "whofunds/model/error.hpp"

using namespace whofunds::language;  // NOLINT(google-build-using-namespace)

namespace {

const Morphology& russian() {
  static const std::unique_ptr<Morphology> words = open_morphology(share_directory(), "ru");
  return *words;
}

const Morphology& english() {
  static const std::unique_ptr<Morphology> words = open_morphology(share_directory(), "en");
  return *words;
}

std::vector<Analysis> readings(const Morphology& language, std::string_view word) {
  std::vector<Analysis> found;
  language.analyze(word, found);
  return found;
}

Analysis first(const Morphology& language, std::string_view word) {
  const std::vector<Analysis> found = readings(language, word);
  REQUIRE_FALSE(found.empty());
  return found.front();
}

/// The reading of `word` in a case and number, which there must be.
Analysis reading_in(std::string_view word, Case grammatical_case, Number number) {
  for (const Analysis& reading : readings(russian(), word)) {
    if (reading.grammatical_case == grammatical_case && reading.number == number) return reading;
  }
  FAIL("no such reading of ", std::string(word));
  return {};
}

bool has_reading(const std::vector<Analysis>& found, std::string_view lemma, PartOfSpeech part_of_speech,
                 Tense tense) {
  return std::ranges::any_of(found, [&](const Analysis& reading) {
    return reading.lemma == lemma && reading.part_of_speech == part_of_speech && reading.tense == tense;
  });
}

bool has_lemma(const std::vector<Analysis>& found, std::string_view lemma) {
  return std::ranges::find(found, lemma, &Analysis::lemma) != found.end();
}

/// Replaces the folder of dictionaries with one of the test's own, which is gone afterwards.
class TemporaryShare {
 public:
  TemporaryShare() { std::filesystem::create_directories(path_); }
  ~TemporaryShare() { std::filesystem::remove_all(path_); }
  TemporaryShare(const TemporaryShare&) = delete;
  TemporaryShare& operator=(const TemporaryShare&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_ = std::filesystem::temp_directory_path() / "whofunds_language_test";
};

}  // namespace

TEST_CASE("a word of the Russian dictionary has its likeliest reading first") {
  struct Row {
    std::string word;
    std::string lemma;
    PartOfSpeech part_of_speech;
  };
  for (const Row& row : {
           Row{"компании", "компания", PartOfSpeech::kNoun},
           Row{"вложила", "вложить", PartOfSpeech::kVerb},
           Row{"вложить", "вложить", PartOfSpeech::kInfinitive},
           Row{"купленных", "купить", PartOfSpeech::kParticiple},
           Row{"купившего", "купить", PartOfSpeech::kParticiple},
           Row{"куплена", "купить", PartOfSpeech::kShortForm},
           Row{"купив", "купить", PartOfSpeech::kGerund},
           Row{"крупнейшим", "крупный", PartOfSpeech::kAdjective},
           Row{"второй", "второй", PartOfSpeech::kAdjective},
           Row{"который", "который", PartOfSpeech::kDeterminer},
           Row{"она", "она", PartOfSpeech::kPronoun},
           Row{"быстро", "быстро", PartOfSpeech::kAdverb},
           Row{"двух", "два", PartOfSpeech::kNumeral},
           Row{"через", "через", PartOfSpeech::kPreposition},
           Row{"или", "или", PartOfSpeech::kConjunction},
           Row{"не", "не", PartOfSpeech::kParticle},
           Row{"Ирландии", "ирландия", PartOfSpeech::kProperNoun},
       }) {
    CAPTURE(row.word);
    const Analysis reading = first(russian(), row.word);
    CHECK(reading.lemma == row.lemma);
    CHECK(reading.part_of_speech == row.part_of_speech);
    CHECK_FALSE(reading.guessed);
  }
}

TEST_CASE("every case of a noun is read") {
  struct Row {
    std::string word;
    Case grammatical_case;
  };
  for (const Row& row :
       {Row{"завод", Case::kNominative}, Row{"завода", Case::kGenitive}, Row{"заводу", Case::kDative},
        Row{"завод", Case::kAccusative}, Row{"заводом", Case::kInstrumental},
        Row{"заводе", Case::kPrepositional}, Row{"саду", Case::kPrepositional}}) {
    CAPTURE(row.word);
    const Analysis reading = reading_in(row.word, row.grammatical_case, Number::kSingular);
    CHECK(reading.gender == Gender::kMasculine);
  }
}

TEST_CASE("a participle says its voice and tense") {
  CHECK(first(russian(), "купленный").voice == Voice::kPassive);
  CHECK(first(russian(), "купленный").tense == Tense::kPast);
  CHECK(first(russian(), "финансируемый").voice == Voice::kPassive);
  CHECK(first(russian(), "финансируемый").tense == Tense::kPresent);
  CHECK(first(russian(), "купивший").voice == Voice::kActive);
  CHECK(first(russian(), "куплено").voice == Voice::kPassive);
  CHECK(first(russian(), "купит").tense == Tense::kFuture);
}

TEST_CASE("the Russian dictionary knows names for names") {
  CHECK(first(russian(), "Наталья").name == NameKind::kGivenName);
  CHECK(first(russian(), "Сергеевич").name == NameKind::kPatronymic);
  CHECK(first(russian(), "Самойлову").name == NameKind::kSurname);
  CHECK(first(russian(), "Казани").name == NameKind::kPlace);
  CHECK(first(russian(), "Газпромом").name == NameKind::kOrganization);
  CHECK(first(russian(), "Наталья").animate);
  CHECK(first(russian(), "ВТБ").abbreviation);
  CHECK(first(russian(), "ВТБ").indeclinable);
}

TEST_CASE("probabilities of readings fall and sum to one") {
  for (const std::string_view word :
       {"компании", "все", "стали", "Мордасовым", "стран-участниц", "супербанк", "РФПЦ"}) {
    CAPTURE(word);
    float sum = 0;
    float before = 1;
    for (const Analysis& reading : readings(russian(), word)) {
      CHECK(reading.probability <= before);
      before = reading.probability;
      sum += reading.probability;
    }
    CHECK(sum == doctest::Approx(1.0));
  }
}

TEST_CASE("the letter ё may be written е") {
  CHECK(first(russian(), "еще").lemma == "ещё");
  CHECK(has_lemma(readings(russian(), "Королев"), "королёв"));
  CHECK(has_lemma(readings(russian(), "все"), "весь"));
  CHECK(first(russian(), "ПАРТНЁРОВ").lemma == "партнёр");
  CHECK(first(russian(), "аффёра").lemma.ends_with("а"));
}

TEST_CASE("the case of letters does not change what a word can be") {
  for (const std::string_view word : {"СБЕРБАНКА", "Сбербанка", "сбербанка", "сБерБанка"}) {
    CAPTURE(word);
    CHECK(first(russian(), word).lemma == "сбербанк");
  }
}

TEST_CASE("an accent over a vowel is no letter") {
  CHECK(first(russian(), "за\u0301мок").lemma == "замок");
}

TEST_CASE("an invented surname is read from its ending") {
  struct Row {
    std::string word;
    std::string lemma;
  };
  for (const Row& row :
       {Row{"Зюмским", "зюмский"}, Row{"Шмурдяковым", "шмурдяков"}, Row{"Выдрючкиной", "выдрючкин"},
        Row{"Облакеевой", "облакеев"}, Row{"Жмыховичу", "жмыхович"}}) {
    CAPTURE(row.word);
    const std::vector<Analysis> found = readings(russian(), row.word);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().guessed);
    CHECK(has_lemma(found, row.lemma));
  }
}

TEST_CASE("an invented foreign name is read in every case") {
  struct Row {
    std::string word;
    Case grammatical_case;
    std::string lemma;
  };
  for (const Row& row : {
           Row{"Зобрукс", Case::kNominative, "зобрукс"},
           Row{"Зобрукса", Case::kGenitive, "зобрукс"},
           Row{"Зобруксу", Case::kDative, "зобрукс"},
           Row{"Зобруксом", Case::kInstrumental, "зобрукс"},
           Row{"Зобруксе", Case::kPrepositional, "зобрукс"},
           Row{"Вумбла", Case::kNominative, "вумбла"},
           Row{"Вумблы", Case::kGenitive, "вумбла"},
           Row{"Вумблой", Case::kInstrumental, "вумбла"},
       }) {
    CAPTURE(row.word);
    const std::vector<Analysis> found = readings(russian(), row.word);
    CHECK(std::ranges::any_of(found, [&](const Analysis& reading) {
      return reading.lemma == row.lemma && reading.grammatical_case == row.grammatical_case &&
             russian().inflect(row.word, reading, Case::kNominative, Number::kSingular) == row.lemma;
    }));
    CHECK(std::ranges::none_of(found, [](const Analysis& reading) {
      return reading.part_of_speech == PartOfSpeech::kVerb ||
             reading.part_of_speech == PartOfSpeech::kInfinitive;
    }));
  }
  CHECK(first(russian(), "Зобруксом").lemma == "зобрукс");
  CHECK(first(russian(), "Вумбори").indeclinable);
}

TEST_CASE("a word with a prefix is read by what follows it") {
  CHECK(first(russian(), "криптобиржу").lemma == "криптобиржа");
  CHECK(first(russian(), "киберполигоном").lemma == "киберполигон");
  CHECK(first(russian(), "зюбанком").lemma == "зюбанк");
  CHECK(first(russian(), "криптобиржу").guessed);
}

TEST_CASE("the last part of a hyphenated word decides") {
  CHECK(first(russian(), "IT-компании").lemma == "it-компания");
  CHECK(first(russian(), "смарт-счётчиками").lemma == "смарт-счётчик");
  CHECK(first(russian(), "стран-вкладчиц").lemma == "страна-вкладчица");
  CHECK(first(russian(), "2020-го").part_of_speech == PartOfSpeech::kAdjective);
}

TEST_CASE("a Latin word in a Russian text is a name that is not declined") {
  const std::vector<Analysis> found = readings(russian(), "SpaceX");
  REQUIRE(found.size() == 1);
  CHECK(found.front().lemma == "spacex");
  CHECK(found.front().part_of_speech == PartOfSpeech::kProperNoun);
  CHECK(found.front().grammatical_case == Case::kNone);
  CHECK(found.front().indeclinable);
  CHECK(found.front().guessed);
  CHECK(russian().inflect("SpaceX", found.front(), Case::kGenitive, Number::kSingular) == "spacex");
}

TEST_CASE("an unknown word in capitals may be an abbreviation") {
  const Analysis reading = first(russian(), "РФПЦ");
  CHECK(reading.lemma == "рфпц");
  CHECK(reading.abbreviation);
}

TEST_CASE("what is no word has no reading") {
  for (const std::string_view word : {"", "12", "1,5", "—", "«", "$", "😀", "\xff\xfe"}) {
    CAPTURE(word);
    CHECK(readings(russian(), word).empty());
  }
}

TEST_CASE("a word of letters always has a reading") {
  for (const std::string_view word :
       {"ъ", "бвг", "Щ", "ї", "Київ", "東京", "Ωmega", "a-б", "д'Артаньян", "х-", "-х"}) {
    CAPTURE(word);
    CHECK_FALSE(readings(russian(), word).empty());
  }
}

TEST_CASE("a word is brought to the nominative") {
  struct Row {
    std::string word;
    Case from;
    std::string nominative;
  };
  for (const Row& row :
       {Row{"Ладоге", Case::kPrepositional, "ладога"}, Row{"Самойлову", Case::kDative, "самойлов"},
        Row{"Самойлову", Case::kAccusative, "самойлова"}, Row{"новую", Case::kAccusative, "новая"},
        Row{"партнеру", Case::kDative, "партнёр"}, Row{"купленную", Case::kAccusative, "купленная"},
        Row{"Шмурдяковым", Case::kInstrumental, "шмурдяков"},
        Row{"криптобиржей", Case::kInstrumental, "криптобиржа"}, Row{"ВТБ", Case::kGenitive, "втб"},
        Row{"компанией-вкладчиком", Case::kInstrumental, "компания-вкладчик"}}) {
    CAPTURE(row.word);
    const Analysis reading = reading_in(row.word, row.from, Number::kSingular);
    CHECK(russian().inflect(row.word, reading, Case::kNominative, Number::kSingular) == row.nominative);
  }
}

TEST_CASE("a word is put into any case and number, in its commonest form") {
  const Analysis bank = reading_in("банк", Case::kNominative, Number::kSingular);
  CHECK(russian().inflect("банк", bank, Case::kPrepositional, Number::kPlural) == "банках");
  const Analysis company = reading_in("компания", Case::kNominative, Number::kSingular);
  CHECK(russian().inflect("компания", company, Case::kInstrumental, Number::kSingular) == "компанией");
  const Analysis garden = reading_in("сад", Case::kNominative, Number::kSingular);
  CHECK(russian().inflect("сад", garden, Case::kPrepositional, Number::kSingular) == "саде");
}

TEST_CASE("a form that the paradigm lacks is not made up") {
  const Analysis adverb = first(russian(), "быстро");
  CHECK_FALSE(russian().inflect("быстро", adverb, Case::kGenitive, Number::kSingular));
  const Analysis bank = reading_in("банк", Case::kNominative, Number::kSingular);
  CHECK_FALSE(russian().inflect("река", bank, Case::kGenitive, Number::kSingular));
}

TEST_CASE("an English word has its likeliest reading first") {
  struct Row {
    std::string word;
    std::string lemma;
    PartOfSpeech part_of_speech;
  };
  for (const Row& row : {
           Row{"companies", "company", PartOfSpeech::kNoun},
           Row{"assets", "asset", PartOfSpeech::kNoun},
           Row{"women", "woman", PartOfSpeech::kNoun},
           Row{"acquires", "acquire", PartOfSpeech::kVerb},
           Row{"bought", "buy", PartOfSpeech::kVerb},
           Row{"given", "give", PartOfSpeech::kParticiple},
           Row{"buying", "buy", PartOfSpeech::kParticiple},
           Row{"cheaper", "cheap", PartOfSpeech::kAdjective},
           Row{"quickly", "quickly", PartOfSpeech::kAdverb},
           Row{"the", "the", PartOfSpeech::kDeterminer},
           Row{"they", "they", PartOfSpeech::kPronoun},
           Row{"into", "into", PartOfSpeech::kPreposition},
           Row{"and", "and", PartOfSpeech::kConjunction},
           Row{"is", "be", PartOfSpeech::kVerb},
           Row{"has", "have", PartOfSpeech::kVerb},
           Row{"will", "will", PartOfSpeech::kVerb},
           Row{"billion", "billion", PartOfSpeech::kNumeral},
           Row{"Portugal", "portugal", PartOfSpeech::kProperNoun},
       }) {
    CAPTURE(row.word);
    const Analysis reading = first(english(), row.word);
    CHECK(reading.lemma == row.lemma);
    CHECK(reading.part_of_speech == row.part_of_speech);
    CHECK_FALSE(reading.guessed);
  }
}

TEST_CASE("an English past form is read as finite and as a participle where it is both") {
  for (const std::string_view word : {"bought", "invested", "planned", "put"}) {
    CAPTURE(word);
    const std::vector<Analysis> found = readings(english(), word);
    const std::string lemma = found.front().lemma;
    CHECK(has_reading(found, lemma, PartOfSpeech::kVerb, Tense::kPast));
    CHECK(has_reading(found, lemma, PartOfSpeech::kParticiple, Tense::kPast));
  }
  CHECK_FALSE(has_reading(readings(english(), "gave"), "give", PartOfSpeech::kParticiple, Tense::kPast));
  CHECK_FALSE(has_reading(readings(english(), "given"), "give", PartOfSpeech::kVerb, Tense::kPast));
  CHECK_FALSE(has_reading(readings(english(), "began"), "begin", PartOfSpeech::kParticiple, Tense::kPast));
  CHECK(has_reading(readings(english(), "become"), "become", PartOfSpeech::kParticiple, Tense::kPast));
}

TEST_CASE("WordNet tells places, organisations and persons among names") {
  CHECK(first(english(), "Portugal").name == NameKind::kPlace);
  CHECK(first(english(), "Lisbon").name == NameKind::kPlace);
  CHECK(first(english(), "Beethoven").name == NameKind::kSurname);
  CHECK(first(english(), "UNESCO").abbreviation);
}

TEST_CASE("an unknown English word is read by its capital, its parts and its ending") {
  CHECK(first(english(), "Zorblax").part_of_speech == PartOfSpeech::kProperNoun);
  CHECK(first(english(), "Müller").part_of_speech == PartOfSpeech::kProperNoun);
  CHECK(first(english(), "co-founded").lemma == "co-found");
  CHECK(first(english(), "refinanced").lemma.ends_with("finance"));
  CHECK(first(english(), "glorbing").part_of_speech == PartOfSpeech::kParticiple);
  CHECK(first(english(), "zorblaxes").number == Number::kPlural);
  CHECK(first(english(), "zorblaxes").guessed);
  CHECK(readings(english(), "1,500").empty());
}

TEST_CASE("an English noun has a plural and a singular") {
  struct Row {
    std::string singular;
    std::string plural;
  };
  for (const Row& row : {Row{"bank", "banks"}, Row{"company", "companies"}, Row{"business", "businesses"},
                         Row{"man", "men"}, Row{"day", "days"}}) {
    CAPTURE(row.singular);
    const Analysis noun = first(english(), row.singular);
    CHECK(english().inflect(row.singular, noun, Case::kNone, Number::kPlural) == row.plural);
    CHECK(has_lemma(readings(english(), row.plural), row.singular));
  }
  CHECK_FALSE(english().inflect("quickly", first(english(), "quickly"), Case::kNone, Number::kPlural));
}

TEST_CASE("a list of grammar words that says what it should not is refused with its line") {
  const TemporaryShare share;
  std::filesystem::create_directories(share.path() / "language" / "en");
  std::filesystem::copy_file(share_directory() / "english.dictionary", share.path() / "english.dictionary");
  std::ofstream(share.path() / "language" / "en" / "function_words.toml")
      << "\n[[group]]\npart_of_speech = \"flower\"\nwords = [\"rose\"]\n";
  CHECK_THROWS_WITH_AS(open_morphology(share.path(), "en"), doctest::Contains("function_words.toml:3"),
                       whofunds::InputError);
}

TEST_CASE("a word of a megabyte is read in bounded work") {
  std::string word;
  while (word.size() < 1'000'000) word += "ев";
  const std::vector<Analysis> found = readings(russian(), word);
  REQUIRE(found.size() == 1);
  CHECK(found.front().guessed);
  std::string hyphens;
  while (hyphens.size() < 1'000'000) hyphens += "ещё-";
  CHECK(readings(russian(), hyphens).size() == 1);
  CHECK(readings(english(), std::string(1'000'000, 'x')).size() == 1);
}

TEST_CASE("a language without a dictionary is refused") {
  CHECK_THROWS_AS(open_morphology(share_directory(), "xx"), whofunds::UsageError);
}

TEST_CASE("a missing or damaged dictionary is refused") {
  const TemporaryShare share;
  CHECK_THROWS_AS(open_morphology(share.path(), "ru"), whofunds::MachineError);
  std::ofstream(share.path() / "russian.dictionary")
      << "no dictionary, though longer than a header of thirty-two bytes";
  CHECK_THROWS_AS(open_morphology(share.path(), "ru"), whofunds::MachineError);
  std::filesystem::copy_file(share_directory() / "russian.dictionary", share.path() / "russian.dictionary",
                             std::filesystem::copy_options::overwrite_existing);
  CHECK_NOTHROW(open_morphology(share.path(), "ru"));
  std::filesystem::resize_file(share.path() / "russian.dictionary", 100'000);
  CHECK_THROWS_AS(open_morphology(share.path(), "ru"), whofunds::MachineError);
}
