// Writes facts as JSON lines, like those that an archive of news would give: bench_generate FACTS [SEED].
//
// There is one entity to five facts. How often each is named follows a power law, so a few funds and states
// have thousands of facts and most companies one or two. Documents have one to nine facts; two in three facts
// tell a sum, most a date, some a stake or a round. The same seed gives the same bytes on every machine.

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace {

constexpr std::uint64_t kFactsPerEntity = 5;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  bool percent(std::uint64_t share) { return below(100) < share; }
  double part() { return static_cast<double>(random_() >> 11) * 0x1.0p-53; }

  template <typename T>
  std::string_view any_of(const T& items) {
    return items[below(items.size())];
  }

 private:
  std::mt19937_64 random_;
};

constexpr std::array<std::string_view, 24> kFirst{
    "North",  "Amber",  "Silver",   "Polar", "River",  "Stone",  "Bright", "Harbour",
    "Север",  "Ладога", "Волга",    "Кедр",  "Янтарь", "Гранит", "Вектор", "Заря",
    "Falcon", "Cedar",  "Meridian", "Atlas", "Orion",  "Квант",  "Сигма",  "Лотос"};
constexpr std::array<std::string_view, 16> kSecond{
    "Capital", "Ventures",   "Robotics", "Energy", "Bank",      "Labs",  "Partners", "Group",
    "Инвест",  "Технологии", "Капитал",  "Фонд",   "Logistics", "Media", "Bio",      "Systems"};

// A name of its own for each number, with two words and a third made of syllables.
std::string name_of(std::uint64_t entity) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz";
  constexpr std::string_view kVowels = "aeio";
  std::string word;
  for (std::uint64_t rest = entity + 1; rest != 0; rest /= kConsonants.size() * kVowels.size()) {
    const std::uint64_t syllable = rest % (kConsonants.size() * kVowels.size());
    word += kConsonants[syllable / kVowels.size()];
    word += kVowels[syllable % kVowels.size()];
  }
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return fmt::format("{} {} {}", kFirst[entity % kFirst.size()], word, kSecond[entity / 7 % kSecond.size()]);
}

std::string_view kind_of(std::uint64_t entity) {
  constexpr std::array<std::string_view, 6> kKinds{"company", "company", "company",
                                                   "fund",    "company", "organization"};
  return kKinds[entity % kKinds.size()];
}

void add_entity(std::string& line, std::string_view role, std::uint64_t entity) {
  const std::string name = name_of(entity);
  fmt::format_to(std::back_inserter(line), R"("{}":{{"id":"e{}","name":"{}","kind":"{}","aliases":["{}"]}},)",
                 role, entity, name, kind_of(entity), name);
}

void add_details(std::string& line, Dice& dice, bool owns) {
  constexpr std::array<std::string_view, 6> kCurrencies{"USD", "USD", "USD", "RUB", "RUB", "EUR"};
  auto out = std::back_inserter(line);
  if (dice.percent(66)) {
    const auto value = static_cast<std::uint64_t>(std::pow(10.0, static_cast<double>(3 + dice.below(7)))) *
                       (10 + dice.below(90));
    fmt::format_to(out, R"("amount":{{"value":{},"currency":"{}"}},)", value, dice.any_of(kCurrencies));
  }
  if (owns ? dice.percent(80) : dice.percent(8))
    fmt::format_to(out, R"("stake":{{"percent":{}}},)", 1 + dice.below(99));
  if (dice.percent(12)) line += R"("round":"series_a",)";
  fmt::format_to(out, R"("status":"{}",)", dice.percent(85) ? "completed" : "announced");
  if (dice.percent(75))
    fmt::format_to(out, R"("date":"{}-{:02}-{:02}",)", 2000 + dice.below(25), 1 + dice.below(12),
                   1 + dice.below(28));
  if (dice.percent(20)) fmt::format_to(out, R"("deal":"d{}",)", dice.below(2));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: bench_generate FACTS [SEED]\n", stderr);
    return 2;
  }
  const std::uint64_t facts = std::strtoull(argv[1], nullptr, 10);
  const std::uint64_t entities = facts / kFactsPerEntity + 2;
  Dice dice(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  constexpr std::array<std::string_view, 8> kRelations{
      "invests_in", "invests_in", "invests_in", "grants_to", "lends_to", "acquires", "owns", "partners_with"};
  const auto any_entity = [&](double slope) {
    return static_cast<std::uint64_t>(static_cast<double>(entities) * std::pow(dice.part(), slope)) %
           entities;
  };
  std::string line;
  std::uint64_t document = 0;
  for (std::uint64_t left = 0, n = 0; n < facts; ++n) {
    if (left == 0) {
      ++document;
      left = 1 + dice.below(9);
    }
    --left;
    const std::string_view relation = dice.any_of(kRelations);
    const std::uint64_t subject = any_entity(2.2);
    std::uint64_t object = (any_entity(1.4) * 7919 + 13) % entities;
    if (object == subject) object = (object + 1) % entities;
    line = fmt::format(R"({{"doc":"a{}",)", document);
    add_entity(line, "subject", subject);
    fmt::format_to(std::back_inserter(line), R"("relation":"{}",)", relation);
    add_entity(line, "object", object);
    add_details(line, dice, relation == "owns");
    fmt::format_to(
        std::back_inserter(line),
        R"("confidence":0.9,"rule":"bench","evidence":[{{"begin":{},"end":{},"text":"… {} … {} …"}}]}})"
        "\n",
        n % 5000, n % 5000 + 60, name_of(subject), name_of(object));
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 4;
  }
  return 0;
}
