#include "whofunds/exchange/json_lines.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <nlohmann/json.hpp>

#include "whofunds/text/json_text.hpp"

namespace whofunds::exchange {
namespace {

using OrderedJson = nlohmann::ordered_json;

// 49 for 49.0, 33.3 for 33.3.
OrderedJson number(double value) {
  constexpr double kExact = 1e15;
  if (value == std::floor(value) && std::abs(value) < kExact) return static_cast<std::int64_t>(value);
  return value;
}

OrderedJson to_json(const model::Entity& entity) {
  OrderedJson json{{"id", entity.id},
                   {"name", entity.name},
                   {"kind", to_string(entity.kind)},
                   {"aliases", entity.aliases}};
  if (!entity.countries.empty()) json["countries"] = entity.countries;
  return json;
}

OrderedJson to_json(const model::Money& money) {
  OrderedJson json{{"value", money.value}, {"currency", money.currency}};
  if (money.approx) json["approx"] = true;
  if (money.min) json["min"] = *money.min;
  if (money.max) json["max"] = *money.max;
  return json;
}

OrderedJson to_json(const model::Stake& stake) {
  OrderedJson json = OrderedJson::object();
  if (stake.percent) json["percent"] = number(*stake.percent);
  if (stake.at_least) json["at_least"] = true;
  if (stake.controlling) json["controlling"] = true;
  return json;
}

// Evidence lies in the fact's document; where it does not, it names its own.
OrderedJson to_json(const model::Evidence& evidence, std::string_view document) {
  OrderedJson json = OrderedJson::object();
  if (evidence.document != document) json["doc"] = evidence.document;
  json["begin"] = evidence.begin;
  json["end"] = evidence.end;
  json["text"] = evidence.text;
  return json;
}

void add_if_told(OrderedJson& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

}  // namespace

double written_confidence(double confidence) {
  constexpr double kSteps = 1000;
  return std::round(confidence * kSteps) / kSteps;
}

std::string to_json_line(const model::Fact& fact) {
  OrderedJson json{{"doc", fact.document}};
  if (fact.subject) json["subject"] = to_json(*fact.subject);
  json["relation"] = to_string(fact.relation);
  json["object"] = to_json(fact.object);
  if (fact.amount) json["amount"] = to_json(*fact.amount);
  if (fact.stake) json["stake"] = to_json(*fact.stake);
  add_if_told(json, "round", fact.round);
  if (fact.lead) json["lead"] = true;
  json["status"] = to_string(fact.status);
  if (fact.date) json["date"] = to_string(*fact.date);
  if (fact.valuation) json["valuation"] = to_json(*fact.valuation);
  add_if_told(json, "deal", fact.deal);
  json["confidence"] = number(written_confidence(fact.confidence));
  add_if_told(json, "rule", fact.rule);
  json["evidence"] = OrderedJson::array();
  for (const model::Evidence& evidence : fact.evidence)
    json["evidence"].push_back(to_json(evidence, fact.document));
  return text::json_text(json);
}

std::string to_json_line(const extraction::NamedMention& mention, std::string_view document) {
  return text::json_text({{"doc", document},
                          {"begin", mention.begin},
                          {"end", mention.end},
                          {"kind", to_string(mention.kind)},
                          {"text", mention.text},
                          {"entity", mention.entity},
                          {"name", mention.name}});
}

std::string to_json_line(const store::DocumentRecord& document) {
  OrderedJson json{{"doc", document.id}, {"hash", document.content_hash}};
  add_if_told(json, "lang", document.lang);
  if (document.date) json["date"] = to_string(*document.date);
  add_if_told(json, "url", document.url);
  add_if_told(json, "title", document.title);
  return text::json_text(json);
}

void write_json_lines(const store::Store& store, std::ostream& out) {
  const std::vector<store::DocumentRecord> documents = store.documents();
  auto next = documents.begin();
  // Documents stand in the order of their ids, as facts do.
  const auto write_documents_up_to = [&](const std::string* id) {
    for (; next != documents.end() && (id == nullptr || next->id <= *id); ++next) {
      if (!next->content_hash.empty()) out << to_json_line(*next) << '\n';
    }
  };
  store.for_each_fact([&](const model::Fact& fact) {
    write_documents_up_to(&fact.document);
    out << to_json_line(fact) << '\n';
  });
  write_documents_up_to(nullptr);
}

}  // namespace whofunds::exchange
