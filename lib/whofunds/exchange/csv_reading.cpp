#include "whofunds/exchange/csv_reading.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/csv.hpp"
#include "whofunds/exchange/graph_table.hpp"
#include "whofunds/exchange/register_values.hpp"
#include "whofunds/model/country.hpp"
#include "whofunds/text/json_line.hpp"

namespace whofunds::exchange {
namespace {

using model::EntityKind;
using model::Relation;

// Other names of columns, in lower case; the rest is called as in graph_table.hpp.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSynonyms{{
    {"id:id", "id"},
    {"source", "subject"},
    {"from", "subject"},
    {":start_id", "subject"},
    {"target", "object"},
    {"to", "object"},
    {":end_id", "object"},
    {":type", "relation"},
    {"currency", "amount_currency"},
    {"stake", "stake_percent"},
    {"country", "countries"},
    {"jurisdiction", "countries"},
}};

// "amount" of "Amount:long".
std::string column_name(std::string_view header) {
  std::string name = lower_case(header);
  for (const std::string_view type : {":long", ":int", ":double", ":float", ":boolean", ":string"}) {
    if (name.ends_with(type)) name.resize(name.size() - type.size());
  }
  for (const auto& [other, ours] : kSynonyms) {
    if (name == other) return std::string(ours);
  }
  return name;
}

using Columns = std::map<std::string, std::size_t, std::less<>>;

Columns columns_of(const CsvRow& header) {
  Columns columns;
  for (std::size_t at = 0; at < header.cells.size(); ++at)
    columns.try_emplace(column_name(header.cells[at]), at);
  // Gephi's name for what an edge says.
  if (const auto label = columns.find("label"); columns.count("relation") == 0 && label != columns.end())
    columns["relation"] = label->second;
  return columns;
}

// The cells of a row by the names of their columns; an absent one is empty.
class Cells {
 public:
  Cells(const Columns& columns, const CsvRow& row, const Place& place)
      : columns_(columns), row_(row), place_(place) {}

  const std::string& text(std::string_view column) const {
    static const std::string none;
    const auto found = columns_.find(column);
    return found == columns_.end() || found->second >= row_.cells.size() ? none : row_.cells[found->second];
  }

  bool flag(std::string_view column) const {
    const std::string told = lower_case(text(column));
    if (told == "true" || told == "1" || told == "yes") return true;
    if (!told.empty() && told != "false" && told != "0" && told != "no") refuse(column, "true or false");
    return false;
  }

  std::optional<double> real(std::string_view column) const {
    return real_from(text(column), column, place_);
  }

  // What a cell names, by one of the parse functions of the model.
  template <typename Value, typename Parse>
  Value named(std::string_view column, Parse parse, Value if_empty, std::string_view wanted) const {
    const std::string told = lower_case(text(column));
    if (told.empty()) return if_empty;
    const auto value = parse(told);
    if (!value) refuse(column, wanted);
    return *value;
  }

  [[noreturn]] void refuse(std::string_view column, std::string_view wanted) const {
    throw InputError(place_.where(),
                     fmt::format("'{}' is '{}', which is no {}", column, text(column), wanted),
                     "see 'whofunds help import'");
  }

  const Place& place() const { return place_; }

 private:
  const Columns& columns_;
  const CsvRow& row_;
  const Place& place_;
};

// The list of a cell that is one as JSON; nothing of any other.
std::optional<nlohmann::json> list_of(const Cells& cells, std::string_view column) {
  const std::string& told = cells.text(column);
  if (!told.starts_with('[')) return std::nullopt;
  constexpr int kDepth = 3;
  return text::parse_json_line(fmt::format(R"({{"list":{}}})", told), cells.place().where(), kDepth)
      .at("list");
}

std::vector<std::string> texts_of(const Cells& cells, std::string_view column) {
  std::vector<std::string> texts;
  for (const nlohmann::json& item : list_of(cells, column).value_or(nlohmann::json::array())) {
    if (!item.is_string()) cells.refuse(column, "list of texts");
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

std::vector<model::Evidence> evidence_of(const Cells& cells) {
  std::vector<model::Evidence> evidence;
  for (const nlohmann::json& item : list_of(cells, "evidence").value_or(nlohmann::json::array())) {
    const auto field = [&](const char* key, bool (nlohmann::json::*is)() const noexcept) {
      if (!item.is_object() || !item.contains(key) || !(item.at(key).*is)())
        cells.refuse("evidence", "list of evidence");
      return item.at(key);
    };
    evidence.push_back({.document = field("doc", &nlohmann::json::is_string),
                        .begin = field("begin", &nlohmann::json::is_number_unsigned),
                        .end = field("end", &nlohmann::json::is_number_unsigned),
                        .text = field("text", &nlohmann::json::is_string)});
  }
  return evidence;
}

std::optional<model::Money> money_of(const Cells& cells, const std::string& column) {
  const std::string& currency = cells.text(column + "_currency");
  const auto sum = [&](const std::string& name) {
    return money_from(cells.text(name), currency, name, cells.place());
  };
  if (!cells.text(column).empty() && currency.empty())
    throw InputError(cells.place().where(), fmt::format("the currency of '{}' is missing", column),
                     fmt::format("give a column '{}_currency'", column));
  std::optional<model::Money> money = sum(column);
  if (!money) return money;
  money->approx = cells.flag(column + "_approx");
  if (const auto least = sum(column + "_min")) money->min = least->value;
  if (const auto most = sum(column + "_max")) money->max = most->value;
  return money;
}

std::optional<model::Stake> stake_of(const Cells& cells) {
  std::optional<model::Stake> stake = stake_from(cells.text("stake_percent"), "stake_percent", cells.place());
  const bool at_least = cells.flag("stake_at_least");
  const bool controlling = cells.flag("stake_controlling");
  if (!stake && !at_least && !controlling) return stake;
  if (!stake) stake.emplace();
  stake->at_least = stake->at_least || at_least;
  stake->controlling = controlling;
  return stake;
}

// A list as we write it, or codes as people do: "DE", "de; fr".
std::vector<std::string> countries_of(const Cells& cells) {
  std::vector<std::string> told = texts_of(cells, "countries");
  if (told.empty()) {
    std::string code;
    for (const char c : cells.text("countries") + ' ') {
      if (c != ' ' && c != ',' && c != ';') {
        code += c;
      } else if (!code.empty()) {
        told.push_back(std::exchange(code, {}));
      }
    }
  }
  std::vector<std::string> countries;
  for (const std::string& code : told) {
    const auto country = country_from(code);
    if (!country) cells.refuse("countries", "code of a country");
    model::unite_countries(countries, {*country});
  }
  return countries;
}

Party party_of(const Cells& cells) {
  const std::string& name = cells.text("name");
  return {.id = cells.text("id"),
          .entity = {.name = name.empty() ? cells.text("label") : name,
                     .kind = cells.named("kind", model::parse_entity_kind, EntityKind::kOrganization,
                                         "kind of entity"),
                     .aliases = texts_of(cells, "aliases"),
                     .countries = countries_of(cells)}};
}

Link link_of(const Cells& cells) {
  if (cells.text("relation").empty())
    throw InputError(cells.place().where(), "the relation is missing", "name it");
  Link link{.object = {.id = cells.text("object"), .role = "object", .may_be_name = true}};
  model::Fact& fact = link.fact;
  fact.relation = cells.named("relation", model::parse_relation, Relation::kInvestsIn, "relation");
  link.object.kind = cells.named("object_kind", model::parse_entity_kind, link.object.kind, "kind of entity");
  if (fact.relation != Relation::kRaised) {
    const EntityKind usual =
        fact.relation == Relation::kLeads ? EntityKind::kPerson : EntityKind::kOrganization;
    link.subject = {.id = cells.text("subject"),
                    .role = "subject",
                    .may_be_name = true,
                    .kind = cells.named("subject_kind", model::parse_entity_kind, usual, "kind of entity")};
  }
  fact.amount = money_of(cells, "amount");
  fact.stake = stake_of(cells);
  fact.round = cells.text("round");
  fact.lead = cells.flag("lead");
  fact.status = cells.named("status", model::parse_status, model::Status::kCompleted, "status");
  fact.date = date_from(cells.text("date"), "date", cells.place());
  fact.valuation = money_of(cells, "valuation");
  fact.deal = cells.text("deal");
  fact.confidence = cells.real("confidence").value_or(fact.confidence);
  if (const auto rules = texts_of(cells, "rules"); !rules.empty()) fact.rule = rules.front();
  fact.evidence = evidence_of(cells);
  return link;
}

}  // namespace

void read_csv_register(std::string_view text, std::string_view source, Register& into,
                       const std::function<void(const InputError&)>& on_fault) {
  Columns columns;
  std::size_t width = 0;
  const auto take = [&](const CsvRow& row) {
    const Place place{.source = std::string(source), .line = row.line, .text = row.text};
    if (width == 0) {
      columns = columns_of(row);
      width = row.cells.size();
      const bool of_facts = columns.count("subject") != 0 && columns.count("object") != 0;
      const bool of_entities = columns.count("id") != 0;
      if (!of_facts && !of_entities)
        throw InputError(place.where(), "the header has neither 'Id' nor 'subject' and 'object'",
                         "see 'whofunds help import' for the names of columns");
      return;
    }
    try {
      if (row.cells.size() != width)
        throw InputError(place.where(), fmt::format("{} cells under a header of {}", row.cells.size(), width),
                         "quote cells that hold a separator");
      const Cells cells(columns, row, place);
      if (columns.count("object") != 0) {
        into.add(link_of(cells), place);
      } else {
        into.add(party_of(cells), place);
      }
    } catch (const InputError& fault) {
      on_fault(fault);
    }
  };
  read_csv(text, source, take, on_fault);
}

}  // namespace whofunds::exchange
