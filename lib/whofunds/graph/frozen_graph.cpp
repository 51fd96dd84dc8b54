#include "whofunds/graph/frozen_graph.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/graph/frozen_texts.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/tagging/mapped_file.hpp"

namespace whofunds::graph {
namespace {

[[noreturn]] void refuse(const std::string& where, std::string_view what) {
  throw InputError(where, fmt::format("the frozen graph cannot be used: {}", what),
                   "delete the file; it is made again from its graph");
}

// The item of an edge among those that only some edges have; null if it has none.
template <typename Item>
const Item* item_of(std::span<const Item> items, EdgeNumber edge) {
  const auto found = std::lower_bound(items.begin(), items.end(), edge,
                                      [](const Item& item, EdgeNumber wanted) { return item.edge < wanted; });
  return found == items.end() || found->edge != edge ? nullptr : &*found;
}

std::uint64_t head_checksum(const FrozenHeader& header) {
  return frozen_checksum(reinterpret_cast<const std::byte*>(&header), offsetof(FrozenHeader, checksum));
}

}  // namespace

struct FrozenGraph::Held {
  explicit Held(std::vector<std::byte> bytes) : memory(std::move(bytes)) {}
  explicit Held(const std::filesystem::path& path) : file(std::in_place, path) {}

  std::vector<std::byte> memory;
  std::optional<tagging::MappedFile> file;
};

std::uint64_t frozen_checksum(const std::byte* begin, std::size_t size) {
  constexpr std::uint64_t kPrime = 0x9e3779b97f4a7c15;
  std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
  const std::size_t whole = size / sizeof lanes * sizeof lanes;
  std::array<std::uint64_t, 4> words{};
  for (std::size_t at = 0; at < whole; at += sizeof words) {
    std::memcpy(words.data(), begin + at, sizeof words);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      lanes[lane] = (lanes[lane] ^ words[lane]) * kPrime;
      lanes[lane] ^= lanes[lane] >> 32;
    }
  }
  std::uint64_t sum = size;
  for (const std::uint64_t lane : lanes) sum = (sum ^ lane) * kPrime;
  for (std::size_t at = whole; at < size; ++at)
    sum = (sum ^ std::to_integer<std::uint64_t>(begin[at])) * kPrime;
  return sum ^ (sum >> 32);
}

FrozenGraph::FrozenGraph(std::vector<std::byte> bytes) : where_("memory") {
  held_ = std::make_shared<const Held>(std::move(bytes));
  bytes_ = held_->memory;
  set_sections();
}

FrozenGraph::FrozenGraph(std::shared_ptr<const Held> held, std::span<const std::byte> bytes,
                         std::string where)
    : held_(std::move(held)), bytes_(bytes), where_(std::move(where)) {
  set_sections();
}

FrozenGraph FrozenGraph::open(const std::filesystem::path& file) {
  auto held = std::make_shared<const Held>(file);
  const std::span<const std::byte> bytes = held->file->bytes();
  return {std::move(held), bytes, file.string()};
}

template <typename T>
std::span<const T> FrozenGraph::section(Section section) const {
  const FrozenSection& found = header().section.at(static_cast<std::size_t>(section));
  if (found.begin % alignof(T) != 0 || found.begin > bytes_.size() ||
      found.size > bytes_.size() - found.begin || found.size % sizeof(T) != 0) {
    refuse(where_, "a section lies outside of it");
  }
  return {reinterpret_cast<const T*>(bytes_.data() + found.begin), found.size / sizeof(T)};
}

template <typename T>
std::span<const T> FrozenGraph::section(Section which, std::size_t count) const {
  const std::span<const T> found = section<T>(which);
  if (found.size() != count) refuse(where_, "a section is of another size");
  return found;
}

void FrozenGraph::set_sections() {
  if (bytes_.size() < sizeof(FrozenHeader) || header().magic != kFrozenMagic) refuse(where_, "it is none");
  if (header().version != kFrozenVersion || header().sections != kSections)
    refuse(where_, "another version of whofunds has written it");
  if (header().size != bytes_.size()) refuse(where_, "it is cut short");
  if (header().checksum != head_checksum(header())) refuse(where_, "its head is damaged");
  const std::size_t vertices = header().counts.vertices;
  const std::size_t edges = header().counts.edges;
  out_rows_ = section<std::uint32_t>(Section::kOutRows, vertices + 1);
  targets_ = section<std::uint32_t>(Section::kTargets, edges);
  in_rows_ = section<std::uint32_t>(Section::kInRows, vertices + 1);
  in_sources_ = section<std::uint32_t>(Section::kInSources, edges);
  in_edges_ = section<std::uint32_t>(Section::kInEdges, edges);
  in_classes_ = section<std::uint8_t>(Section::kInClasses, edges);
  attributes_ = section<std::uint32_t>(Section::kAttributes, edges);
  amounts_ = section<std::uint32_t>(Section::kAmounts, edges);
  edge_deals_ = section<StoredDeal>(Section::kEdgeDeals);
  edge_facts_ = section<std::uint32_t>(Section::kEdgeFacts, edges);
  more_facts_ = section<std::uint32_t>(Section::kMoreFacts);
  sums_ = section<StoredSum>(Section::kSums);
  deal_ids_ = section<std::uint64_t>(Section::kDealIds);
  stakes_ = section<StoredStake>(Section::kStakes);
  ids_ = section<std::uint64_t>(Section::kIds, vertices);
  kinds_ = section<std::uint8_t>(Section::kKinds, vertices);
  text_rows_ = section<std::uint32_t>(Section::kTextRows, vertices + 1);
  texts_ = section<char>(Section::kTexts);
  forms_ = section<char>(Section::kNameForms);
  name_entries_ = section<NameEntry>(Section::kNameEntries);
  fact_places_ = section<FactPlace>(Section::kFactPlaces);
  countries_ = section<StoredCountry>(Section::kCountries);
  if (name_entries_.empty()) refuse(where_, "a section is of another size");
}

void FrozenGraph::check() const {
  for (const FrozenSection& each : header().section) {
    if (frozen_checksum(bytes_.data() + each.begin, each.size) != each.checksum)
      refuse(where_, "a section is damaged");
  }
}

VertexNumber FrozenGraph::source(EdgeNumber edge) const {
  const auto after = std::upper_bound(out_rows_.begin(), out_rows_.end(), edge);
  return static_cast<VertexNumber>(after - out_rows_.begin() - 1);
}

std::optional<FrozenSum> FrozenGraph::amount(EdgeNumber edge) const {
  const std::uint32_t number = amounts_[edge];
  if (number == 0) return std::nullopt;
  const StoredSum& sum = sums_[number - 1];
  const std::size_t length = ::strnlen(sum.currency.data(), sum.currency.size());
  return FrozenSum{
      .value = sum.value, .currency = {sum.currency.data(), length}, .inexact = sum.inexact != 0};
}

std::optional<FrozenStake> FrozenGraph::stake(EdgeNumber edge) const {
  const StoredStake* const found = (attributes_[edge] & kHasStake) != 0 ? item_of(stakes_, edge) : nullptr;
  if (found == nullptr) return std::nullopt;
  FrozenStake stake{.at_least = (found->stake & kStakeAtLeast) != 0,
                    .controlling = (found->stake & kStakeControlling) != 0};
  if ((found->stake & kStakeHasPercent) != 0) stake.percent = (found->stake & kStakePercent) / kStakeUnits;
  return stake;
}

std::optional<std::uint32_t> FrozenGraph::deal(EdgeNumber edge) const {
  const StoredDeal* const found = (attributes_[edge] & kHasDeal) != 0 ? item_of(edge_deals_, edge) : nullptr;
  return found == nullptr ? std::nullopt : std::optional(found->deal);
}

std::string FrozenGraph::deal_id(std::uint32_t deal) const {
  return id_text("d", deal_ids_[deal]);
}

std::span<const std::uint32_t> FrozenGraph::facts(EdgeNumber edge) const {
  const std::uint32_t& fact = edge_facts_[edge];
  if ((fact & kManyFacts) == 0) return {&fact, 1};
  const std::size_t at = fact & ~kManyFacts;
  return more_facts_.subspan(at + 1, more_facts_[at]);
}

std::string FrozenGraph::id(VertexNumber vertex) const {
  return id_text("e", ids_[vertex]);
}

std::string_view FrozenGraph::name(VertexNumber vertex) const {
  const auto first = NameReader(texts_, text_rows_[vertex], text_rows_[vertex + 1]).next();
  return first ? first->text : std::string_view();
}

model::Entity FrozenGraph::entity(VertexNumber vertex) const {
  model::Entity entity{.id = id(vertex), .name = std::string(name(vertex)), .kind = kind(vertex)};
  NameReader names(texts_, text_rows_[vertex], text_rows_[vertex + 1]);
  while (const auto name = names.next()) entity.aliases.emplace_back(name->text);
  std::sort(entity.aliases.begin(), entity.aliases.end());
  auto country = std::ranges::lower_bound(countries_, vertex, {}, &StoredCountry::vertex);
  for (; country != countries_.end() && country->vertex == vertex; ++country)
    entity.countries.emplace_back(country->code.data(),
                                  ::strnlen(country->code.data(), country->code.size()));
  return entity;
}

std::vector<JoinedName> FrozenGraph::joined_names(VertexNumber vertex, const entities::LegalForms& forms,
                                                  const entities::Decisions& decisions) const {
  std::vector<std::string> given;
  NameReader names(texts_, text_rows_[vertex], text_rows_[vertex + 1]);
  while (const auto name = names.next()) {
    if (name->given) given.emplace_back(name->text);
  }
  std::sort(given.begin(), given.end());
  return graph::joined_names(given, {.name = std::string(name(vertex)), .kind = kind(vertex)}, forms,
                             decisions);
}

std::string_view FrozenGraph::form(std::size_t entry) const {
  const std::uint32_t begin = name_entries_[entry].begin;
  return {forms_.data() + begin, name_entries_[entry + 1].begin - begin};
}

std::pair<std::size_t, std::size_t> FrozenGraph::entries_of(std::string_view wanted) const {
  const auto first_not = [&](auto before) {
    std::size_t begin = 0;
    std::size_t end = name_entries_.size() - 1;
    while (begin < end) {
      const std::size_t middle = begin + (end - begin) / 2;
      if (before(form(middle))) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    return begin;
  };
  return {first_not([&](std::string_view text) { return text < wanted; }),
          first_not([&](std::string_view text) { return text <= wanted; })};
}

std::vector<VertexNumber> FrozenGraph::find(std::string_view name, const entities::LegalForms& forms) const {
  const entities::NameForms wanted = entities::name_forms(name, forms);
  std::vector<VertexNumber> found;
  const auto take = [&](const std::string& text, std::uint32_t kind) {
    const auto [begin, end] = text.empty() ? std::pair<std::size_t, std::size_t>() : entries_of(text);
    for (std::size_t entry = begin; entry < end; ++entry) {
      if ((name_entries_[entry].vertex & kind) != 0)
        found.push_back(name_entries_[entry].vertex & kVertexOfEntry);
    }
    return !found.empty();
  };
  if (take(wanted.bare, kBareForm) || take(wanted.latin, kLatinForm)) return found;
  if (const auto number = id_number("e", name)) {
    const auto at = std::find(ids_.begin(), ids_.end(), *number);
    if (at != ids_.end()) found.push_back(static_cast<VertexNumber>(at - ids_.begin()));
  }
  return found;
}

std::vector<VertexNumber> FrozenGraph::suggest(std::string_view name, const entities::LegalForms& forms,
                                               std::size_t limit) const {
  const std::string key = entities::name_key(name, forms);
  if (key.empty()) return {};
  std::set<VertexNumber> begin_so;
  const auto add = [&](std::size_t entry, std::set<VertexNumber>& to) {
    if ((name_entries_[entry].vertex & kLatinForm) != 0)
      to.insert(name_entries_[entry].vertex & kVertexOfEntry);
  };
  for (std::size_t entry = entries_of(key).first; entry + 1 < name_entries_.size(); ++entry) {
    if (!form(entry).starts_with(key)) break;
    add(entry, begin_so);
  }
  std::set<VertexNumber> hold;
  const std::string inside = " " + key;
  const std::string_view all(forms_.data(), forms_.size());
  for (std::size_t at = all.find(inside); at != std::string_view::npos && begin_so.size() < limit;
       at = all.find(inside, at + 1)) {
    const auto after =
        std::upper_bound(name_entries_.begin(), name_entries_.end(), at,
                         [](std::size_t place, const NameEntry& e) { return place < e.begin; });
    const auto entry = static_cast<std::size_t>(after - name_entries_.begin()) - 1;
    const std::size_t end = at + inside.size();
    const std::size_t form_end = name_entries_[entry + 1].begin;
    if (end == form_end || (end < form_end && all[end] == ' ')) add(entry, hold);
  }
  std::vector<VertexNumber> suggested(begin_so.begin(), begin_so.end());
  std::copy_if(hold.begin(), hold.end(), std::back_inserter(suggested),
               [&](VertexNumber vertex) { return !begin_so.contains(vertex); });
  if (suggested.size() > limit) suggested.resize(limit);
  return suggested;
}

}  // namespace whofunds::graph
