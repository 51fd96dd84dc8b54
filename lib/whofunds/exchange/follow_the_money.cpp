#include "whofunds/exchange/follow_the_money.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "whofunds/exchange/plain_text.hpp"
#include "whofunds/graph/stable_id.hpp"
#include "whofunds/text/json_text.hpp"

namespace whofunds::exchange {
namespace {

using OrderedJson = nlohmann::ordered_json;
using model::Entity;
using model::EntityKind;
using model::Relation;
using model::Status;

// How a link of FollowTheMoney is written: its schema, and under which properties its ends stand.
struct LinkForm {
  std::string_view schema;
  std::string_view subject;
  std::string_view object;
  std::string_view relation;  // the property that names the relation; empty = the schema says it
  bool has_sum = false;       // and then no status
};

constexpr LinkForm kOwnership{"Ownership", "owner", "asset", "role"};
constexpr LinkForm kPayment{"Payment", "payer", "beneficiary", "purpose", true};
constexpr LinkForm kProjectPayment{"Payment", "payer", "project", "purpose", true};
constexpr LinkForm kDebt{"Debt", "creditor", "debtor", "", true};
constexpr LinkForm kDirectorship{"Directorship", "director", "organization", "role"};
constexpr LinkForm kMembership{"Membership", "member", "organization", "role"};
constexpr LinkForm kProjectParticipant{"ProjectParticipant", "participant", "project", "role"};
constexpr LinkForm kUnknownLink{"UnknownLink", "subject", "object", "role"};

// The longest values that FollowTheMoney takes of a type, in code points.
constexpr std::size_t kLongestFtmName = 384;
constexpr std::size_t kLongestString = 1024;
constexpr std::size_t kLongestText = 65000;
constexpr std::size_t kLongestAddress = 250;

std::string to_line(const OrderedJson& entity) {
  return text::json_text(entity) + '\n';
}

bool says_owned(const graph::EdgeFact& fact) {
  const bool bought = fact.relation == Relation::kInvestsIn && fact.stake;
  return bought || fact.relation == Relation::kOwns || fact.relation == Relation::kAcquires;
}

// The values of a property: texts, each once, in the order in which they came.
class Values {
 public:
  explicit Values(std::size_t longest = kLongestText) : longest_(longest) {}

  void add(const std::string& text) {
    const std::string clean = shortened(clean_text(text), longest_);
    if (!clean.empty() && known_.insert(clean).second) list_.push_back(clean);
  }

  void put(OrderedJson& properties, std::string_view name) const {
    if (!list_.empty()) properties[std::string(name)] = list_;
  }

 private:
  std::size_t longest_;
  OrderedJson list_ = OrderedJson::array();
  std::set<std::string> known_;
};

// Facts that become one link: several only where they are payments into one deal, whose sum is told once.
struct WrittenLink {
  std::vector<const Arc*> arcs;
  const LinkForm* form = nullptr;
  bool tells_sum = true;
};

class Writer {
 public:
  Writer(const GraphTable& table, std::span<const store::DocumentRecord> documents) : table_(table) {
    for (const Arc& arc : table.arcs) {
      if (says_owned(*arc.fact)) owned_.insert(arc.object);
    }
    // Of one id, the record of a document that was read stands after the one of facts alone.
    for (const store::DocumentRecord& document : documents) known_[document.id] = &document;
  }

  void write(std::ostream& out) const {
    for (const Entity* entity : table_.entities) out << to_line(entity_json(*entity));
    for (const std::string& document : quoted_documents()) out << to_line(document_json(document));
    for (const WrittenLink& link : links()) {
      out << to_line(link_json(link, clean_text(link.arcs.front()->fact->id)));
      for (const Arc* arc : link.arcs) {
        if (bought_stake(*arc, *link.form))
          out << to_line(
              link_json({.arcs = {arc}, .form = &kOwnership}, clean_text(arc->fact->id) + "-stake"));
      }
    }
  }

 private:
  std::string_view schema_of(const Entity& entity) const {
    switch (entity.kind) {
      case EntityKind::kPerson:
        return "Person";
      case EntityKind::kCompany:
        return "Company";
      case EntityKind::kPublicBody:
        return "PublicBody";
      case EntityKind::kProject:
        return "Project";
      case EntityKind::kPlace:
        return "Address";
      case EntityKind::kFund:
      case EntityKind::kOrganization:
        break;
    }
    return owned_.count(&entity) != 0 ? "Company" : "Organization";
  }

  OrderedJson entity_json(const Entity& entity) const {
    const std::string name = shortened(clean_text(entity.name), kLongestFtmName);
    Values aliases(kLongestFtmName);
    for (const std::string& alias : entity.aliases) {
      if (alias != entity.name) aliases.add(alias);
    }
    OrderedJson properties{{"name", {name}}};
    aliases.put(properties, "alias");
    if (!entity.countries.empty()) properties["country"] = entity.countries;
    if (entity.kind == EntityKind::kFund) properties["topics"] = {"fin.fund"};
    if (entity.kind == EntityKind::kPlace) properties["full"] = {shortened(name, kLongestAddress)};
    return {{"id", clean_text(entity.id)}, {"schema", schema_of(entity)}, {"properties", properties}};
  }

  std::set<std::string> quoted_documents() const {
    std::set<std::string> documents;
    for (const Arc& arc : table_.arcs) {
      for (const model::Evidence& evidence : arc.fact->evidence) documents.insert(evidence.document);
    }
    return documents;
  }

  static std::string document_id(const std::string& document) { return graph::stable_id("s", {document}); }

  OrderedJson document_json(const std::string& id) const {
    OrderedJson properties{{"fileName", {shortened(clean_text(id), kLongestString)}}};
    if (const auto found = known_.find(id); found != known_.end()) {
      const store::DocumentRecord& record = *found->second;
      if (!record.title.empty()) properties["title"] = {shortened(clean_text(record.title), kLongestString)};
      const bool is_address = record.url.starts_with("https://") || record.url.starts_with("http://");
      if (is_address) properties["sourceUrl"] = {clean_text(record.url)};
      if (record.date) properties["publishedAt"] = {to_string(*record.date)};
    }
    return {{"id", document_id(id)}, {"schema", "Document"}, {"properties", properties}};
  }

  bool is_legal_entity(const Entity& entity) const {
    return entity.kind == EntityKind::kPerson || model::is_organization(entity.kind);
  }

  // The form of the schema that the relation has, if its ends go together with it.
  const LinkForm& form_of(const Arc& arc) const {
    const bool happened = arc.fact->status == Status::kCompleted;
    if (arc.fact->status == Status::kDenied || !is_legal_entity(*arc.subject)) return kUnknownLink;
    switch (arc.fact->relation) {
      case Relation::kOwns:
      case Relation::kAcquires:
        return schema_of(*arc.object) == "Company" ? kOwnership : kUnknownLink;
      case Relation::kInvestsIn:
      case Relation::kGrantsTo:
      case Relation::kRaised:
        if (happened && is_legal_entity(*arc.object)) return kPayment;
        return happened && arc.object->kind == EntityKind::kProject ? kProjectPayment : kUnknownLink;
      case Relation::kLendsTo:
        return happened && is_legal_entity(*arc.object) ? kDebt : kUnknownLink;
      case Relation::kLeads:
        return model::is_organization(arc.object->kind) ? kDirectorship : kUnknownLink;
      case Relation::kParticipatesIn:
      case Relation::kDevelops:
        if (arc.object->kind == EntityKind::kProject) return kProjectParticipant;
        return arc.fact->relation == Relation::kParticipatesIn && model::is_organization(arc.object->kind)
                   ? kMembership
                   : kUnknownLink;
      case Relation::kFounded:
      case Relation::kPartnersWith:
      case Relation::kPartOf:
        break;
    }
    return kUnknownLink;
  }

  // All links in the order of the facts. A deal with several payers is one payment; where it has several
  // objects, the first tells the sum.
  std::vector<WrittenLink> links() const {
    std::vector<WrittenLink> all;
    std::map<std::tuple<std::string, const LinkForm*, const Entity*, Relation, std::string>, std::size_t>
        known;
    std::set<std::string> told;
    for (const Arc& arc : table_.arcs) {
      const LinkForm& form = form_of(arc);
      const std::string& deal = arc.fact->deal;
      if (!form.has_sum || deal.empty()) {
        all.push_back({.arcs = {&arc}, .form = &form});
        continue;
      }
      const std::string sum = arc.fact->amount ? model::to_text(*arc.fact->amount) : "";
      const auto [place, is_new] =
          known.try_emplace({deal, &form, arc.object, arc.fact->relation, sum}, all.size());
      if (is_new) all.push_back({.form = &form, .tells_sum = told.insert(deal).second});
      all[place->second].arcs.push_back(&arc);
    }
    return all;
  }

  bool bought_stake(const Arc& arc, const LinkForm& form) const {
    return arc.fact->relation == Relation::kInvestsIn && arc.fact->stake && form.schema == kPayment.schema &&
           schema_of(*arc.object) == "Company";
  }

  static std::string percentage(const model::Stake& stake) {
    return fmt::format("{}{}", stake.at_least ? "≥" : "", stake.percent.value_or(0));
  }

  // What the schema has no property for, in words.
  static void add_words(const graph::EdgeFact& fact, const WrittenLink& link, Values& words) {
    const bool exact = fact.amount && !fact.amount->approx && !fact.amount->min && !fact.amount->max;
    if (fact.amount && !(link.form->has_sum && link.tells_sum && exact))
      words.add(model::to_text(*fact.amount));
    if (fact.stake && fact.stake->percent && link.form->schema != kOwnership.schema)
      words.add(percentage(*fact.stake) + " %");
    if (fact.stake && fact.stake->controlling) words.add("controlling stake");
    words.add(fact.round);
    if (fact.lead) words.add("lead");
    if (fact.valuation) words.add("valuation " + model::to_text(*fact.valuation));
  }

  // What tells of the one fact of a link, or of all of its facts the same.
  static void add_attributes(const graph::EdgeFact& fact, const WrittenLink& link, OrderedJson& properties) {
    const LinkForm& form = *link.form;
    // That a payer got a share for it is a second link, of owning.
    const bool is_share_of_payer = form.schema == kOwnership.schema && fact.relation == Relation::kInvestsIn;
    const Relation relation = is_share_of_payer ? Relation::kOwns : fact.relation;
    if (!form.relation.empty()) properties[std::string(form.relation)] = {to_string(relation)};
    if (form.has_sum && link.tells_sum && fact.amount) {
      properties["amount"] = {fmt::format("{}", fact.amount->value)};
      properties["currency"] = {clean_text(fact.amount->currency)};
    }
    if (form.schema == kOwnership.schema && fact.stake && fact.stake->percent)
      properties["percentage"] = {percentage(*fact.stake)};
    if (!form.has_sum && fact.status != Status::kCompleted) properties["status"] = {to_string(fact.status)};
    if (fact.date) properties["date"] = {to_string(*fact.date)};
  }

  static OrderedJson link_json(const WrittenLink& link, const std::string& id) {
    const Arc& first = *link.arcs.front();
    Values subjects;
    Values words;
    Values quotes;
    Values proofs;
    for (const Arc* arc : link.arcs) {
      const bool nobody = arc->fact->relation == Relation::kRaised && link.form->has_sum;
      if (!nobody) subjects.add(arc->subject->id);
      add_words(*arc->fact, link, words);
      for (const model::Evidence& evidence : arc->fact->evidence) {
        quotes.add(evidence.text);
        proofs.add(document_id(evidence.document));
      }
    }
    OrderedJson properties = OrderedJson::object();
    subjects.put(properties, link.form->subject);
    properties[std::string(link.form->object)] = {clean_text(first.object->id)};
    add_attributes(*first.fact, link, properties);
    words.put(properties, "summary");
    quotes.put(properties, "description");
    proofs.put(properties, "proof");
    return {{"id", id}, {"schema", link.form->schema}, {"properties", properties}};
  }

  const GraphTable& table_;
  std::set<const Entity*> owned_;  // for membership only: its order reaches nothing
  std::map<std::string, const store::DocumentRecord*, std::less<>> known_;
};

}  // namespace

void write_follow_the_money(const GraphTable& table, std::span<const store::DocumentRecord> documents,
                            std::ostream& out) {
  Writer(table, documents).write(out);
}

}  // namespace whofunds::exchange
