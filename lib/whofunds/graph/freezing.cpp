#include "whofunds/graph/freezing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/graph/frozen_texts.hpp"
#include "whofunds/model/error.hpp"

namespace whofunds::graph {
namespace {

// Lays sections one after another.
class Layout {
 public:
  Layout() : bytes_(sizeof(FrozenHeader)) {}

  template <typename Items>
  void add(Section section, const Items& items) {
    constexpr std::size_t kAlignment = 64;
    bytes_.resize((bytes_.size() + kAlignment - 1) / kAlignment * kAlignment);
    const auto* const begin = reinterpret_cast<const std::byte*>(std::data(items));
    const std::size_t size = std::size(items) * sizeof(*std::data(items));
    header_.section.at(static_cast<std::size_t>(section)) = {
        .begin = bytes_.size(), .size = size, .checksum = frozen_checksum(begin, size)};
    bytes_.insert(bytes_.end(), begin, begin + size);
  }

  std::vector<std::byte> finish(const FrozenStamp& stamp, const FrozenCounts& counts) {
    header_.magic = kFrozenMagic;
    header_.version = kFrozenVersion;
    header_.sections = kSections;
    header_.size = bytes_.size();
    header_.stamp = stamp;
    header_.counts = counts;
    header_.checksum =
        frozen_checksum(reinterpret_cast<const std::byte*>(&header_), offsetof(FrozenHeader, checksum));
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    return std::move(bytes_);
  }

 private:
  std::vector<std::byte> bytes_;
  FrozenHeader header_;
};

void check_numbers(bool fits, const char* what) {
  if (!fits) throw MachineError("", std::string("the graph has more ") + what + " than can be numbered");
}

StoredSum stored(const model::Money& money) {
  StoredSum sum{.value = money.value, .inexact = money.approx || money.min || money.max};
  std::copy_n(money.currency.begin(), std::min(money.currency.size(), sum.currency.size()),
              sum.currency.begin());
  return sum;
}

StoredStake stored(const model::Stake& stake, std::uint32_t edge) {
  const auto units = static_cast<std::uint32_t>(std::lround(stake.percent.value_or(0) * kStakeUnits));
  return {.edge = edge,
          .stake = units | (stake.percent ? kStakeHasPercent : 0U) | (stake.at_least ? kStakeAtLeast : 0U) |
                   (stake.controlling ? kStakeControlling : 0U)};
}

// Rows of a sparse matrix: where the items of each vertex begin, from how many each has.
void add_up(std::vector<std::uint32_t>& counts) {
  std::uint32_t sum = 0;
  for (std::uint32_t& count : counts) sum += std::exchange(count, sum);
}

void add_rows(const FactTable& table, const EdgeTable& edges, std::size_t vertices, Layout& layout) {
  std::vector<std::uint32_t> out_rows(vertices + 1);
  std::vector<std::uint32_t> in_rows(vertices + 1);
  std::vector<std::uint32_t> targets;
  targets.reserve(edges.edges.size());
  for (const ShortEdge& edge : edges.edges) {
    ++out_rows[edge.subject];
    ++in_rows[edge.object];
    targets.push_back(edge.object);
  }
  add_up(out_rows);
  add_up(in_rows);
  layout.add(Section::kOutRows, out_rows);
  layout.add(Section::kTargets, targets);
  layout.add(Section::kInRows, in_rows);

  std::vector<std::uint32_t>& next = in_rows;  // the next free place of each vertex
  std::vector<std::uint32_t> sources(targets.size());
  std::vector<std::uint32_t> in_edges(targets.size());
  std::vector<std::uint8_t> classes(targets.size());
  for (std::uint32_t n = 0; n < edges.edges.size(); ++n) {
    const ShortEdge& edge = edges.edges[n];
    const ShortFact& told = table.facts()[edge.told];
    const std::uint32_t place = next[edge.object]++;
    sources[place] = edge.subject;
    in_edges[place] = n;
    classes[place] = class_of(told.relation_told(), told.status_told());
  }
  layout.add(Section::kInSources, sources);
  layout.add(Section::kInEdges, in_edges);
  layout.add(Section::kInClasses, classes);
}

void add_attributes(const FactTable& table, const EdgeTable& edges, Layout& layout) {
  std::vector<std::uint32_t> attributes;
  std::vector<std::uint32_t> amounts;
  std::vector<StoredDeal> deals;
  std::vector<StoredStake> stakes;
  for (std::uint32_t n = 0; n < edges.edges.size(); ++n) {
    const ShortFact& told = table.facts()[edges.edges[n].told];
    const std::uint32_t deal = edges.edges[n].deal;
    attributes.push_back(class_of(told.relation_told(), told.status_told()) | (told.date << kClassBits) |
                         (deal != 0 ? kHasDeal : 0U) | (told.stake != 0 ? kHasStake : 0U));
    amounts.push_back(told.amount);
    if (deal != 0) deals.push_back({.edge = n, .deal = deal - 1});
    if (told.stake != 0) stakes.push_back(stored(table.stake(told.stake), n));
  }
  std::vector<StoredSum> sums;
  for (std::uint32_t number = 1; number <= table.sums(); ++number) sums.push_back(stored(table.sum(number)));
  layout.add(Section::kAttributes, attributes);
  layout.add(Section::kAmounts, amounts);
  layout.add(Section::kEdgeDeals, deals);
  layout.add(Section::kSums, sums);
  layout.add(Section::kDealIds, edges.deals);
  layout.add(Section::kStakes, stakes);
}

void add_facts(const FactTable& table, const EdgeTable& edges, std::span<const FactPlace> places,
               Layout& layout) {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> more;
  first.reserve(edges.edges.size());
  std::vector<std::uint32_t> sources;
  for (const ShortEdge& edge : edges.edges) {
    sources.clear();
    for (std::uint32_t at = edge.facts_begin; at < edge.facts_end; ++at)
      sources.push_back(table.facts()[edges.facts[at]].source);
    std::sort(sources.begin(), sources.end());
    if (sources.size() == 1) {
      first.push_back(sources.front());
      continue;
    }
    first.push_back(static_cast<std::uint32_t>(more.size()) | kManyFacts);
    more.push_back(static_cast<std::uint32_t>(sources.size()));
    more.insert(more.end(), sources.begin(), sources.end());
  }
  layout.add(Section::kEdgeFacts, first);
  layout.add(Section::kMoreFacts, more);
  layout.add(Section::kFactPlaces, places);
}

StoredCountry stored(const std::string& country, std::uint32_t vertex) {
  StoredCountry stored{.vertex = vertex};
  std::copy_n(country.begin(), std::min(country.size(), stored.code.size()), stored.code.begin());
  return stored;
}

void add_entities(const EntityTable& entities, Layout& layout) {
  std::vector<std::uint64_t> ids;
  std::vector<std::uint8_t> kinds;
  std::vector<std::uint32_t> rows;
  std::vector<StoredCountry> countries;
  std::string texts;
  for (const JoinedEntity& joined : entities.entities) {
    ids.push_back(joined.number);
    kinds.push_back(static_cast<std::uint8_t>(joined.entity.kind));
    rows.push_back(static_cast<std::uint32_t>(texts.size()));
    for (const std::string& country : joined.entity.countries)
      countries.push_back(stored(country, static_cast<std::uint32_t>(ids.size() - 1)));
    const auto given = [&](const std::string& name) {
      return std::binary_search(joined.names.begin(), joined.names.end(), name);
    };
    append_name(texts, {.text = joined.entity.name, .given = given(joined.entity.name)});
    for (const std::string& alias : joined.entity.aliases) {
      if (alias != joined.entity.name) append_name(texts, {.text = alias, .given = given(alias)});
    }
    check_numbers(texts.size() < UINT32_MAX, "text of names");
  }
  rows.push_back(static_cast<std::uint32_t>(texts.size()));
  layout.add(Section::kIds, ids);
  layout.add(Section::kKinds, kinds);
  layout.add(Section::kTextRows, rows);
  layout.add(Section::kTexts, texts);
  layout.add(Section::kCountries, countries);
}

void add_names(const EntityTable& entities, const entities::LegalForms& legal_forms, Layout& layout) {
  std::vector<std::pair<std::string, std::uint32_t>> forms;  // with vertex and the bits of an entry
  for (std::uint32_t vertex = 0; vertex < entities.entities.size(); ++vertex) {
    for (const std::string& alias : entities.entities[vertex].entity.aliases) {
      entities::NameForms form = entities::name_forms(alias, legal_forms);
      if (!form.bare.empty()) forms.emplace_back(std::move(form.bare), vertex | kBareForm);
      if (!form.latin.empty()) forms.emplace_back(std::move(form.latin), vertex | kLatinForm);
    }
  }
  const auto vertex_of = [](std::uint32_t marked) { return marked & kVertexOfEntry; };
  std::sort(forms.begin(), forms.end(), [&](const auto& a, const auto& b) {
    const int order = a.first.compare(b.first);
    return order == 0 ? vertex_of(a.second) < vertex_of(b.second) : order < 0;
  });
  std::vector<NameEntry> entries;
  std::string texts;
  const std::string* last = nullptr;
  for (const auto& [form, marked] : forms) {
    if (last != nullptr && *last == form && vertex_of(entries.back().vertex) == vertex_of(marked)) {
      entries.back().vertex |= marked;
      continue;
    }
    entries.push_back({.begin = static_cast<std::uint32_t>(texts.size()), .vertex = marked});
    texts += form;
    check_numbers(texts.size() < UINT32_MAX, "text of names");
    last = &form;
  }
  entries.push_back({.begin = static_cast<std::uint32_t>(texts.size())});
  layout.add(Section::kNameForms, texts);
  layout.add(Section::kNameEntries, entries);
}

}  // namespace

std::vector<std::byte> freeze(FactTable& table, const FreezeDetails& details) {
  const EntityTable entities = join_entities(table.nodes(), table.uses(), table.forms(), details.decisions);
  const EdgeTable edges = merge_facts(table, entities);
  check_numbers(entities.entities.size() < kVertexOfEntry, "entities");
  check_numbers(table.facts().size() < kManyFacts, "facts");
  Layout layout;
  add_rows(table, edges, entities.entities.size(), layout);
  add_attributes(table, edges, layout);
  add_facts(table, edges, details.places, layout);
  add_entities(entities, layout);
  add_names(entities, table.forms(), layout);
  return layout.finish(details.stamp, {.vertices = entities.entities.size(),
                                       .edges = edges.edges.size(),
                                       .documents = table.documents(),
                                       .evidence = details.evidence});
}

FrozenGraph freeze(const FundingGraph& graph) {
  FactTable table(graph.legal_forms());
  std::uint64_t evidence = 0;
  std::uint32_t number = 0;
  for (const model::Fact& fact : graph.facts()) {
    table.add(fact, number++);
    evidence += fact.evidence.size();
  }
  table.finish();
  return FrozenGraph(freeze(table, {.evidence = evidence, .decisions = graph.decisions()}));
}

}  // namespace whofunds::graph
