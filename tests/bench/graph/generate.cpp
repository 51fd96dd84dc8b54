// Writes facts as JSON lines, like those that an archive of news would give: bench_generate FACTS [SEED
// [FROZEN]]. With FROZEN it makes the frozen graph of the same facts in that file instead, without a store.
//
// There is one entity to five facts. How often each is named follows a power law, so a few funds and states
// have thousands of facts and most companies one or two. Documents have one to nine facts; two in three facts
// tell a sum, most a date, some a stake or a round. The same seed gives the same bytes on every machine.

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/graph/freezing.hpp"

namespace {

using namespace whofunds;

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

model::Entity entity_of(std::uint64_t entity) {
  using Kind = model::EntityKind;
  constexpr std::array kKinds{Kind::kCompany, Kind::kCompany, Kind::kCompany,
                              Kind::kFund,    Kind::kCompany, Kind::kOrganization};
  const std::string name = name_of(entity);
  return {.id = fmt::format("e{}", entity),
          .name = name,
          .kind = kKinds[entity % kKinds.size()],
          .aliases = {name}};
}

void add_details(model::Fact& fact, Dice& dice) {
  constexpr std::array<std::string_view, 6> kCurrencies{"USD", "USD", "USD", "RUB", "RUB", "EUR"};
  if (dice.percent(66)) {
    auto value = static_cast<std::int64_t>(10 + dice.below(90));
    for (std::uint64_t zeros = 3 + dice.below(7); zeros > 0; --zeros) value *= 10;
    fact.amount = model::Money{.value = value, .currency = std::string(dice.any_of(kCurrencies))};
  }
  if (fact.relation == model::Relation::kOwns ? dice.percent(80) : dice.percent(8))
    fact.stake = model::Stake{.percent = static_cast<double>(1 + dice.below(99))};
  if (dice.percent(12)) fact.round = "series_a";
  if (dice.percent(15)) fact.status = model::Status::kAnnounced;
  if (dice.percent(75)) {
    fact.date = model::PartialDate{.year = static_cast<int>(2000 + dice.below(25)),
                                   .month = static_cast<int>(1 + dice.below(12)),
                                   .day = static_cast<int>(1 + dice.below(28))};
  }
  if (dice.percent(20)) fact.deal = fmt::format("d{}", dice.below(2));
}

// Draws facts one after another.
class Archive {
 public:
  Archive(std::uint64_t facts, std::uint64_t seed) : entities_(facts / kFactsPerEntity + 2), dice_(seed) {}

  model::Fact next() {
    using model::Relation;
    constexpr std::array kRelations{Relation::kInvestsIn, Relation::kInvestsIn,   Relation::kInvestsIn,
                                    Relation::kGrantsTo,  Relation::kLendsTo,     Relation::kAcquires,
                                    Relation::kOwns,      Relation::kPartnersWith};
    if (left_ == 0) {
      ++document_;
      left_ = 1 + dice_.below(9);
    }
    --left_;
    const std::uint64_t subject = any_entity(2.2);
    std::uint64_t object = (any_entity(1.4) * 7919 + 13) % entities_;
    if (object == subject) object = (object + 1) % entities_;
    model::Fact fact{.document = fmt::format("a{}", document_),
                     .subject = entity_of(subject),
                     .relation = kRelations[dice_.below(kRelations.size())],
                     .object = entity_of(object),
                     .confidence = 0.9,
                     .rule = "bench"};
    add_details(fact, dice_);
    const std::size_t begin = dice_.below(5000);
    fact.evidence.push_back({.document = fact.document,
                             .begin = begin,
                             .end = begin + 60,
                             .text = fmt::format("… {} … {} …", fact.subject->name, fact.object.name)});
    return fact;
  }

 private:
  // Low numbers far more often than high ones.
  std::uint64_t any_entity(double slope) {
    return static_cast<std::uint64_t>(static_cast<double>(entities_) * std::pow(dice_.part(), slope)) %
           entities_;
  }

  std::uint64_t entities_;
  Dice dice_;
  std::uint64_t document_ = 0;
  std::uint64_t left_ = 0;
};

bool write_frozen(Archive& archive, std::uint64_t facts, const char* file) {
  const entities::LegalForms forms;
  graph::FactTable table(forms);
  for (std::uint64_t n = 0; n < facts; ++n) table.add(archive.next(), static_cast<std::uint32_t>(n));
  table.finish();
  const std::vector<std::byte> bytes = graph::freeze(table, {.evidence = facts});
  std::ofstream output(file, std::ios::binary);
  output.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(output);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: bench_generate FACTS [SEED [FROZEN]]\n", stderr);
    return 2;
  }
  const std::uint64_t facts = std::strtoull(argv[1], nullptr, 10);
  Archive archive(facts, argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  if (argc > 3) return write_frozen(archive, facts, argv[3]) ? 0 : 4;
  for (std::uint64_t n = 0; n < facts; ++n) {
    const std::string line = exchange::to_json_line(archive.next()) + '\n';
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 4;
  }
  return 0;
}
