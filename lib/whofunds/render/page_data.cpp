#include "whofunds/render/page_data.hpp"

#include <map>

#include <boost/range/iterator_range.hpp>
#include <nlohmann/json.hpp>

#include "whofunds/entities/name_key.hpp"
#include "whofunds/render/label.hpp"
#include "whofunds/render/plan.hpp"

namespace whofunds::render {
namespace {

using Json = nlohmann::ordered_json;
using graph::Edge;
using graph::EdgeFact;
using graph::Graph;
using graph::Vertex;

Json entity_data(const model::Entity& entity) {
  Json aliases = Json::array();
  Json keys = Json::array();
  const auto add = [&](const std::string& name) {
    aliases.push_back(one_line(name));
    keys.push_back(entities::name_key(name));
  };
  add(entity.name);
  for (const std::string& alias : entity.aliases) {
    if (alias != entity.name) add(alias);
  }
  Json data{{"id", one_line(entity.id)},
            {"name", one_line(entity.name)},
            {"kind", to_string(entity.kind)},
            {"aliases", aliases},
            {"keys", keys}};
  if (!entity.countries.empty()) data["countries"] = entity.countries;
  return data;
}

Json money_data(const model::Money& money) {
  Json data{{"value", money.value}, {"currency", one_line(money.currency)}};
  if (money.approx) data["approx"] = true;
  if (money.min) data["min"] = *money.min;
  if (money.max) data["max"] = *money.max;
  return data;
}

Json stake_data(const model::Stake& stake) {
  Json data = Json::object();
  if (stake.percent) data["percent"] = *stake.percent;
  if (stake.at_least) data["at_least"] = true;
  if (stake.controlling) data["controlling"] = true;
  return data;
}

Json evidence_data(const std::vector<model::Evidence>& evidence) {
  Json list = Json::array();
  for (const model::Evidence& each : evidence) {
    list.push_back({{"doc", one_line(each.document)},
                    {"begin", each.begin},
                    {"end", each.end},
                    {"text", one_line(each.text)}});
  }
  return list;
}

Json fact_data(const Graph& graph, const Edge& edge) {
  const EdgeFact& fact = graph[edge];
  Json data{{"id", one_line(fact.id)}};
  if (fact.relation != model::Relation::kRaised) data["subject"] = boost::source(edge, graph);
  data["object"] = boost::target(edge, graph);
  data["relation"] = to_string(fact.relation);
  data["status"] = to_string(fact.status);
  if (fact.amount) data["amount"] = money_data(*fact.amount);
  if (fact.stake) data["stake"] = stake_data(*fact.stake);
  if (!fact.round.empty()) data["round"] = one_line(fact.round);
  if (fact.lead) data["lead"] = true;
  if (fact.date) data["date"] = to_string(*fact.date);
  if (fact.valuation) data["valuation"] = money_data(*fact.valuation);
  if (!fact.deal.empty()) data["deal"] = one_line(fact.deal);
  data["confidence"] = fact.confidence;
  data["evidence"] = evidence_data(fact.evidence);
  return data;
}

std::string_view form_name(PlannedItem::Form form) {
  if (form == PlannedItem::Form::kArrow) return "arrow";
  return form == PlannedItem::Form::kDeal ? "deal" : "note";
}

// By id, the number of a fact in the order of edges.
std::map<std::string_view, std::size_t> fact_numbers(const Graph& graph) {
  std::map<std::string_view, std::size_t> numbers;
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph)))
    numbers.try_emplace(graph[edge].id, numbers.size());
  return numbers;
}

Json items_data(const Graph& graph) {
  const auto numbers = fact_numbers(graph);
  Json items = Json::array();
  for (const PlannedItem& item : plan_picture(graph)) {
    Json facts = Json::array();
    for (const Edge& edge : item.facts) facts.push_back(numbers.at(graph[edge].id));
    items.push_back({{"form", form_name(item.form)}, {"facts", facts}, {"parties", parties_of(item)}});
  }
  return items;
}

// Where the documents that are quoted come from, of those of which it is known.
Json documents_data(const Graph& graph, const Options& options) {
  Json documents = Json::object();
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
    for (const model::Evidence& evidence : graph[edge].evidence) {
      const auto source = options.sources.find(evidence.document);
      if (source == options.sources.end()) continue;
      Json& data = documents[one_line(evidence.document)] = Json::object();
      if (!source->second.title.empty()) data["title"] = one_line(source->second.title);
      if (!source->second.url.empty()) data["url"] = one_line(source->second.url);
      if (!source->second.date.empty()) data["date"] = source->second.date;
    }
  }
  return documents;
}

Json words_data(const Style& style) {
  Json words{{"word", style.words}};
  for (const auto relation : model::kAllRelations) {
    const RelationStyle& look = style.of(relation);
    words["relations"][to_string(relation)] = {{"label", look.label}, {"deal", look.deal}};
  }
  for (const auto kind : model::kAllEntityKinds) words["kinds"][to_string(kind)] = style.of(kind).label;
  for (const auto status : model::kAllStatuses) words["statuses"][to_string(status)] = style.of(status);
  return words;
}

// Each letter of the Cyrillic block as `name_key` writes it: how the program of the page compares names.
Json letters_data() {
  Json letters = Json::object();
  constexpr char32_t kFirst = U'\u0430';
  constexpr char32_t kLast = U'\u0491';
  for (char32_t letter = kFirst; letter <= kLast; ++letter) {
    const auto code = static_cast<unsigned>(letter);
    const std::string text{static_cast<char>(0xC0U | (code >> 6U)),
                           static_cast<char>(0x80U | (code & 0x3FU))};
    const std::string key = entities::name_key(text);
    if (key != text) letters[text] = key;
  }
  return letters;
}

Json colours_data(const PageKit& kit) {
  Json colours = Json::object();
  for (const auto& [light, dark] : recolouring(kit.styles.front(), kit.dark)) colours[light] = dark;
  return colours;
}

void add_looks(Json& data, const Style& style) {
  for (const auto relation : model::kAllRelations) {
    data["relations"][to_string(relation)] = {{"colour", style.of(relation).colour},
                                              {"funding", is_funding(relation)},
                                              {"symmetric", is_symmetric(relation)}};
  }
  for (const auto kind : model::kAllEntityKinds) {
    data["kinds"][to_string(kind)] = {{"fill", style.of(kind).fill}, {"border", style.of(kind).border}};
  }
  for (const auto& [code, currency] : style.currencies) data["currencies"][code] = currency.sign;
}

}  // namespace

Json page_data(const Graph& graph, const PageKit& kit, const Options& options) {
  const Style& style = kit.styles.front();
  const std::string title = one_line(options.title);
  Json data{{"language", style.language},
            {"title", title.empty() ? std::string(style.word("untitled")) : title},
            {"entities", Json::array()},
            {"facts", Json::array()}};
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph)))
    data["entities"].push_back(entity_data(graph[vertex]));
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph)))
    data["facts"].push_back(fact_data(graph, edge));
  data["items"] = items_data(graph);
  data["documents"] = documents_data(graph, options);
  data["total"] = {{"entities", options.total_entities.value_or(boost::num_vertices(graph))},
                   {"facts", options.total_facts.value_or(boost::num_edges(graph))}};
  for (const Style& each : kit.styles) data["languages"][each.language] = words_data(each);
  add_looks(data, style);
  data["letters"] = letters_data();
  data["dark"] = colours_data(kit);
  return data;
}

}  // namespace whofunds::render
