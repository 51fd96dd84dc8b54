#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/exchange/register_values.hpp"
#include "whofunds/model/country.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/text/json_line.hpp"
#include "whofunds/text/reading.hpp"

namespace whofunds::exchange {
namespace {

using Json = nlohmann::json;

// How deep a fact nests: the fact, its evidence, one piece of evidence.
constexpr int kFactDepth = 3;

// An object of the line, and how to ask it for what it must or may have.
class Reader {
 public:
  // `path` is where in the line the object stands: "stake."; empty for the line itself.
  Reader(const Json& object, std::string path, std::string_view where)
      : object_(object), path_(std::move(path)), where_(where) {}

  bool has(const char* key) const { return find(key) != nullptr; }

  std::string text(const char* key, std::size_t longest = kLongestName) const {
    return checked(get(key, "a text", &Json::is_string), key, longest);
  }

  std::string text_or_empty(const char* key) const { return has(key) ? text(key) : std::string(); }

  bool flag(const char* key) const {
    return has(key) && get(key, "true or false", &Json::is_boolean).get<bool>();
  }

  double real(const char* key) const { return get(key, "a number", &Json::is_number).get<double>(); }

  std::int64_t whole(const char* key) const {
    const Json& value = get(key, "a whole number", &Json::is_number_integer);
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) {
      fail(fmt::format("'{}{}' is {}, which is too large", path_, key, value.get<std::uint64_t>()));
    }
    return value.get<std::int64_t>();
  }

  std::optional<std::int64_t> whole_if_told(const char* key) const {
    return has(key) ? std::optional(whole(key)) : std::nullopt;
  }

  std::size_t offset(const char* key) const {
    const std::int64_t value = whole(key);
    if (value < 0) fail(fmt::format("'{}{}' is {}, below zero", path_, key, value));
    return static_cast<std::size_t>(value);
  }

  // What the text of a key names, by one of the parse functions of the model.
  template <typename Parse>
  auto named(const char* key, Parse parse, std::string_view wanted) const {
    const std::string name = text(key);
    auto value = parse(name);
    if (!value) fail(fmt::format("'{}{}' is '{}', which is no {}", path_, key, name, wanted));
    return *value;
  }

  model::PartialDate date(const char* key) const {
    return named(key, model::parse_partial_date, "YYYY, YYYY-MM or YYYY-MM-DD");
  }

  Reader object(const char* key) const {
    return {get(key, "an object", &Json::is_object), fmt::format("{}{}.", path_, key), where_};
  }

  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> found;
    const Json& list = get(key, "a list", &Json::is_array);
    for (const Json& item : list) {
      if (!item.is_string()) fail(fmt::format("'{}{}' holds what is no text", path_, key));
      found.push_back(checked(item, key, kLongestName));
    }
    return found;
  }

  std::vector<Reader> objects(const char* key) const {
    std::vector<Reader> found;
    const Json& list = get(key, "a list", &Json::is_array);
    for (const Json& item : list) {
      if (!item.is_object()) fail(fmt::format("'{}{}' holds what is no object", path_, key));
      found.emplace_back(item, fmt::format("{}{}.", path_, key), where_);
    }
    return found;
  }

  [[noreturn]] void fail(const std::string& what) const { throw InputError(where_, what); }

 private:
  const Json* find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }

  std::string checked(const Json& value, const char* key, std::size_t longest) const {
    const std::string& text = *value.get_ptr<const std::string*>();
    if (text.size() > longest) fail(fmt::format("'{}{}' is longer than {} bytes", path_, key, longest));
    if (text.find('\0') != std::string::npos) fail(fmt::format("'{}{}' holds NUL", path_, key));
    return text;
  }

  const Json& get(const char* key, std::string_view wanted, bool (Json::*is)() const noexcept) const {
    const Json* const value = find(key);
    if (value == nullptr)
      throw InputError(where_, fmt::format("'{}{}' is missing", path_, key), "a fact must have it");
    if (!(value->*is)()) fail(fmt::format("'{}{}' is not {}", path_, key, wanted));
    return *value;
  }

  const Json& object_;
  std::string path_;
  std::string_view where_;
};

model::Entity entity_from(const Reader& reader) {
  model::Entity entity{.id = reader.text_or_empty("id"),
                       .name = reader.text("name"),
                       .kind = reader.named("kind", model::parse_entity_kind, "kind of entity")};
  if (reader.has("aliases")) entity.aliases = reader.texts("aliases");
  std::sort(entity.aliases.begin(), entity.aliases.end());
  entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
  if (reader.has("countries")) model::unite_countries(entity.countries, reader.texts("countries"));
  return entity;
}

model::Money money_from(const Reader& reader) {
  model::Money money{.value = reader.whole("value"),
                     .currency = reader.text("currency"),
                     .approx = reader.flag("approx"),
                     .min = reader.whole_if_told("min"),
                     .max = reader.whole_if_told("max")};
  if (!is_currency_code(money.currency))
    reader.fail(fmt::format("the currency '{}' is no code of ISO 4217", money.currency));
  return money;
}

model::Stake stake_from(const Reader& reader) {
  model::Stake stake{.at_least = reader.flag("at_least"), .controlling = reader.flag("controlling")};
  if (reader.has("percent")) stake.percent = reader.real("percent");
  return stake;
}

model::Evidence evidence_from(const Reader& reader, const std::string& document) {
  model::Evidence evidence{.document = reader.has("doc") ? reader.text("doc") : document,
                           .begin = reader.offset("begin"),
                           .end = reader.offset("end"),
                           .text = reader.text("text", text::kLargestDocument)};
  if (evidence.end < evidence.begin) {
    reader.fail(fmt::format("evidence ends at {}, before it begins at {}", evidence.end, evidence.begin));
  }
  return evidence;
}

model::Fact fact_from(const Reader& reader) {
  model::Fact fact{.document = reader.text("doc"),
                   .relation = reader.named("relation", model::parse_relation, "relation"),
                   .object = entity_from(reader.object("object")),
                   .round = reader.text_or_empty("round"),
                   .lead = reader.flag("lead"),
                   .deal = reader.text_or_empty("deal"),
                   .rule = reader.text_or_empty("rule")};
  if (reader.has("subject")) fact.subject = entity_from(reader.object("subject"));
  if (reader.has("amount")) fact.amount = money_from(reader.object("amount"));
  if (reader.has("stake")) fact.stake = stake_from(reader.object("stake"));
  if (reader.has("status")) fact.status = reader.named("status", model::parse_status, "status");
  if (reader.has("date")) fact.date = reader.date("date");
  if (reader.has("valuation")) fact.valuation = money_from(reader.object("valuation"));
  if (reader.has("confidence")) fact.confidence = written_confidence(reader.real("confidence"));
  for (const Reader& evidence : reader.objects("evidence")) {
    fact.evidence.push_back(evidence_from(evidence, fact.document));
  }
  if (fact.evidence.empty()) reader.fail("there is no evidence");
  return fact;
}

// The end of the string that begins at `begin`: the place after its closing quote, or the end of the line.
std::size_t string_end(std::string_view line, std::size_t begin) {
  for (std::size_t at = begin + 1; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '"') {
      return at + 1;
    }
  }
  return line.size();
}

}  // namespace

model::Fact fact_from_json_line(std::string_view line, std::string_view where) {
  return fact_from_json(text::parse_json_line(line, where, kFactDepth), where);
}

model::Fact fact_from_json(const Json& object, std::string_view where) {
  model::Fact fact = fact_from(Reader(object, "", where));
  if (const std::string fault = model::first_fault(fact); !fault.empty()) throw InputError(where, fault);
  return fact;
}

store::DocumentRecord document_from_json(const Json& object, std::string_view where) {
  const Reader reader(object, "", where);
  store::DocumentRecord document{.id = reader.text("doc"),
                                 .content_hash = reader.text("hash"),
                                 .lang = reader.text_or_empty("lang"),
                                 .url = reader.text_or_empty("url"),
                                 .title = reader.text_or_empty("title")};
  if (reader.has("date")) document.date = reader.date("date");
  return document;
}

bool looks_like_fact(std::string_view line) {
  int depth = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (c != '"') continue;
    const std::size_t end = string_end(line, at);
    const std::size_t next = std::min(line.find_first_not_of(" \t", end), line.size());
    if (depth == 1 && next < line.size() && line[next] == ':') {
      const std::string_view key = line.substr(at, end - at);
      if (key == R"("relation")") return true;
      if (key == R"("text")") return false;
    }
    at = end - 1;
  }
  return false;
}

}  // namespace whofunds::exchange
