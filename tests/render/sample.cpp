#include "sample.hpp"

#include <cstdlib>
#include <utility>

namespace whofunds::render {

using graph::EdgeFact;
using model::EntityKind;
using model::Money;
using model::Relation;
using model::Stake;
using model::Status;

graph::Vertex SampleGraph::entity(const std::string& name, EntityKind kind) {
  if (const auto known = vertices_.find(name); known != vertices_.end()) return known->second;
  const auto id = "id" + std::to_string(vertices_.size());
  const auto vertex =
      boost::add_vertex(model::Entity{.id = id, .name = name, .kind = kind, .aliases = {name}}, graph_);
  vertices_[name] = vertex;
  return vertex;
}

SampleGraph& SampleGraph::of(const std::string& name, std::vector<std::string> countries) {
  graph_[entity(name)].countries = std::move(countries);
  return *this;
}

SampleGraph& SampleGraph::fact(const std::string& from, EdgeFact fact, const std::string& to) {
  const auto source = entity(from);
  const auto target = entity(to);
  const std::string number = std::to_string(boost::num_edges(graph_) + 1);
  fact.id = "f" + number;
  fact.evidence = {{.document = "doc" + number, .begin = 0, .end = 9, .text = from + " … " + to}};
  boost::add_edge(source, target, fact, graph_);
  return *this;
}

Money dollars(std::int64_t value) {
  return {.value = value, .currency = "USD"};
}

model::PartialDate date(const char* text) {
  return model::parse_partial_date(text).value();
}

const Style& english() {
  static const Style style = load_style(std::getenv("WHOFUNDS_SHARE"), "en");
  return style;
}

const Style& russian() {
  static const Style style = load_style(std::getenv("WHOFUNDS_SHARE"), "ru");
  return style;
}

graph::Graph everything() {
  SampleGraph sample;
  sample.entity("Анна Лебедева", EntityKind::kPerson);
  sample.entity("Lumen AI");
  sample.entity("Northgate Capital", EntityKind::kFund);
  sample.entity("Pearl Sovereign Wealth Fund", EntityKind::kFund);
  sample.entity("Ministry of Energy", EntityKind::kPublicBody);
  sample.entity("European Innovation Trust", EntityKind::kOrganization);
  sample.entity("Project Lighthouse", EntityKind::kProject);
  sample.entity("Tromsø", EntityKind::kPlace);
  const EdgeFact round{
      .amount = dollars(6'500'000'000), .round = "series_c", .date = date("2024-03"), .deal = "c"};
  EdgeFact lead = round;
  lead.lead = true;
  EdgeFact denied = round;
  denied.status = Status::kDenied;
  sample.fact("Northgate Capital", lead, "Lumen AI")
      .fact("Pearl Sovereign Wealth Fund", round, "Lumen AI")
      .fact("Ash & Oak", denied, "Lumen AI")
      .fact("Lumen AI",
            {.relation = Relation::kAcquires,
             .amount = dollars(1'100'000'000),
             .stake = Stake{.percent = 51, .controlling = true},
             .status = Status::kRumoured},
            "Quarry Robotics")
      .fact("Quarry Robotics", {.relation = Relation::kOwns, .stake = Stake{.percent = 4.9}}, "Lumen AI")
      .fact("Ministry of Energy",
            {.relation = Relation::kLendsTo,
             .amount = Money{.value = 700'000'000, .currency = "GBP", .approx = true}},
            "Project Lighthouse")
      .fact("European Innovation Trust", {.relation = Relation::kGrantsTo, .status = Status::kAnnounced},
            "Project Lighthouse")
      .fact("Анна Лебедева", {.relation = Relation::kFounded}, "Lumen AI")
      .fact("Анна Лебедева", {.relation = Relation::kLeads, .status = Status::kEnded}, "Quarry Robotics")
      .fact("Lumen AI", {.relation = Relation::kDevelops}, "Project Lighthouse")
      .fact("Quarry Robotics", {.relation = Relation::kParticipatesIn}, "Project Lighthouse")
      .fact("Lumen AI", {.relation = Relation::kPartnersWith, .date = date("2023")}, "Ash & Oak")
      .fact("Pearl Sovereign Wealth Fund", {.relation = Relation::kInvestsIn}, "Tromsø")
      .fact("Lumen AI",
            {.relation = Relation::kRaised, .amount = dollars(10'000'000'000), .status = Status::kAnnounced},
            "Lumen AI");
  return sample.graph();
}

const std::vector<std::string>& nasty_names() {
  using std::string_literals::operator""s;
  static const std::vector<std::string> names{
      R"(A "quoted" name)",
      R"(ends in a stroke\)",
      R"(\N \G \E \T \H \L \l \n \\N)",
      "</script><script>alert(1)</script>",
      "</title></text></svg><svg onload=alert(1)>",
      "\"/><a xlink:href=\"javascript:alert(1)\" x=\"",
      "<B>bold</B><IMG SRC=\"/etc/passwd\"/>",
      "<title>a title</title>",
      "xlink:title=\"x\" <a xlink:title=\"y\">",
      "]]> <![CDATA[ <!-- -- --> <?xml ?>",
      "Tom & Sons &amp; &lt;i&gt; &#60; &bogus; &",
      "two\nlines\r\nand\ta tab",
      "control \x01\x02\x1b[31m and \x7f",
      "NUL \0 within"s,
      "שלום עולם and \u202Egnirts desrever\u202C",
      "😀 👩‍👩‍👧 emoji",
      "e\u0301 combining and \uFFFF \uFFFE",
      "{record|<port> fields}",
      "a -> b; } digraph {",
      "broken \xC3\x28 UTF-8 \xF0\x9F",
      "上海星河科技有限公司有限公司有限公司有限公司有限公司",
      "100% %s %n {0} {}",
      "",
      " ",
      std::string(10'000, 'x'),
      std::string(10'000, '<'),
  };
  return names;
}

}  // namespace whofunds::render
