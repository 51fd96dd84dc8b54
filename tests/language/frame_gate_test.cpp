#include "whofunds/language/frame_gate.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "whofunds/language/share.hpp"
#include "whofunds/text/segmenter.hpp"

using namespace whofunds;
using language::FrameGate;

namespace {

/// The gate of a language, with all that it looks into.
struct Gate {
  explicit Gate(std::string_view lang)
      : segmenter(text::open_segmenter(language::share_directory(), lang)),
        morphology(language::open_morphology(language::share_directory(), lang)),
        lexicon(language::load_lexicon(language::share_directory(), lang)),
        gate(lexicon, *morphology) {}

  bool lets_through(std::string_view sentence) const {
    return gate.may_match(segmenter.segment(sentence).tokens);
  }

  text::Segmenter segmenter;
  std::unique_ptr<language::Morphology> morphology;
  language::Lexicon lexicon;
  FrameGate gate;
};

const Gate& gate(std::string_view lang) {
  static const Gate kRussian("ru");
  static const Gate kEnglish("en");
  return lang == "ru" ? kRussian : kEnglish;
}

struct Case {
  std::string_view lang;
  std::string_view sentence;
};

}  // namespace

TEST_CASE("the gate lets a sentence through that holds a form of a word of a frame, and a name") {
  for (const Case& one : std::vector<Case>{
           {"en", "Northgate acquired a rival."},
           {"en", "The sale was funded by Tallow."},
           {"en", "Shares of Quickmart, owned by its founder, rose."},
           {"en", "ACQUIRED: NORTHGATE"},
           {"ru", "«Полюс» купил соперника."},
           {"ru", "Завод, купленный Аникиным, закрыт."},
           {"ru", "Купив завод, Аникин уехал."},
           {"ru", "Терминал строится «Гаванью»."},
           {"ru", "Экс-владелец «Гавани» уехал."},
           {"ru", "Завод принадлежит Lindqvist."},
       }) {
    CAPTURE(one.sentence);
    CHECK(gate(one.lang).lets_through(one.sentence));
  }
}

TEST_CASE("the gate lets go of a sentence without a word of a frame, or without a name") {
  for (const Case& one : std::vector<Case>{
           {"en", "Heavy rain fell on the roads into Alderbrook."},
           {"en", "They bought it for a song."},
           {"en", ""},
           {"en", "... 12 % — ?"},
           {"ru", "В Ярцеве прошёл дождь."},
           {"ru", "Он купил его за бесценок."},
           {"ru", "Купил и уехал."},
       }) {
    CAPTURE(one.sentence);
    CHECK_FALSE(gate(one.lang).lets_through(one.sentence));
  }
}

TEST_CASE("a frame that asks for more than its verb calls only where the sentence has it") {
  CHECK(gate("en").lets_through("Greywether set up a bakery."));
  CHECK_FALSE(gate("en").lets_through("Greywether set a table."));
  CHECK(gate("ru").lets_through("«Гавань» возглавила раунд."));
}

TEST_CASE("what the gate says does not depend on what it was asked before, nor on the thread") {
  const std::vector<Case> cases{{"en", "Northgate acquired a rival."}, {"en", "Rain fell on Alderbrook."}};
  const auto ask = [&] {
    std::string answers;
    for (int round = 0; round < 3; ++round) {
      for (const Case& one : cases) answers += gate(one.lang).lets_through(one.sentence) ? '1' : '0';
    }
    return answers;
  };
  std::string elsewhere;
  std::jthread([&] { elsewhere = ask(); }).join();
  CHECK(ask() == "101010");
  CHECK(elsewhere == "101010");
}
