#include "whofunds/extraction/extractor.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "whofunds/entities/roster.hpp"
#include "whofunds/extraction/document_parts.hpp"
#include "whofunds/extraction/document_reading.hpp"
#include "whofunds/extraction/explanation.hpp"

namespace whofunds::extraction {

using entities::kNoEntity;
using mentions::SentenceMentions;

namespace {

/// Entities numbered in the order in which the document names them.
class Numbering {
 public:
  Numbering(const entities::Roster& roster, const std::vector<SentenceMentions>& sentences)
      : roster_(roster) {
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      for (std::size_t n = 0; n < sentences[s].names.size(); ++n) {
        numbers_.emplace(roster.root(roster.entity_of(s, n)), static_cast<int>(numbers_.size()) + 1);
      }
    }
    for (const SentenceMentions& sentence : sentences) {
      for (const mentions::NameMention& body : sentence.bodies) {
        bodies_.emplace(body.name, static_cast<int>(numbers_.size() + bodies_.size()) + 1);
      }
    }
  }

  /// Bodies that no fact is of ("правительство") are one where they are called the same.
  std::string id_of_body(const std::string& name) const { return fmt::format("e{}", bodies_.at(name)); }

  std::string id(int entity) const { return fmt::format("e{}", numbers_.at(roster_.root(entity))); }

  model::Entity entity(int number) const {
    const entities::RosterEntity& record = roster_.at(number);
    model::Entity entity{.id = id(number),
                         .name = record.name(),
                         .kind = record.kind(),
                         .aliases = {},
                         .countries = record.countries};
    for (const auto& [form, count] : record.surface_forms) entity.aliases.push_back(form);
    for (const auto& [name, count] : record.names) entity.aliases.push_back(name);
    std::sort(entity.aliases.begin(), entity.aliases.end());
    entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
    return entity;
  }

 private:
  const entities::Roster& roster_;
  std::map<int, int> numbers_;
  std::map<std::string, int> bodies_;
};

model::Evidence evidence_of(const text::Document& document, const SentenceMentions& sentence) {
  const text::Token& first = sentence.tree.words.front().token;
  const text::Token& last = sentence.tree.words.back().token;
  const char* const begin = first.text.data();
  const char* const end = last.text.data() + last.text.size();
  return {.document = document.id, .begin = first.begin, .end = last.end, .text = std::string(begin, end)};
}

/// Facts of entities that have a name, as the document tells them. Deals are numbered in the order of the
/// facts.
std::vector<model::Fact> finish(const text::Document& document, DocumentReading& reading,
                                const Numbering& numbering) {
  const entities::Roster& roster = reading.roster;
  std::vector<facts::FoundFact>& found = reading.facts;
  std::erase_if(found, [&](const facts::FoundFact& fact) {
    return !roster.at(fact.object).named || (fact.subject != kNoEntity && !roster.at(fact.subject).named);
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.sentences < b.sentences; });
  std::map<int, std::string> deals;
  std::vector<model::Fact> result;
  for (facts::FoundFact& fact : found) {
    model::Fact said{.document = document.id,
                     .relation = fact.relation,
                     .object = numbering.entity(fact.object),
                     .amount = fact.amount,
                     .stake = fact.stake,
                     .round = fact.round,
                     .lead = fact.lead,
                     .status = fact.status,
                     .date = fact.date,
                     .valuation = fact.valuation,
                     .confidence = std::round(fact.confidence * 100) / 100,
                     .rule = fact.rule};
    if (fact.subject != kNoEntity) said.subject = numbering.entity(fact.subject);
    if (fact.deal != 0) {
      const auto [deal, is_new] = deals.emplace(fact.deal, fmt::format("d{}", deals.size() + 1));
      said.deal = deal->second;
    }
    for (const std::size_t sentence : fact.sentences)
      said.evidence.push_back(evidence_of(document, reading.sentences[sentence]));
    result.push_back(std::move(said));
  }
  return result;
}

std::vector<model::Fact> facts_of(const LanguageReader& reader, const text::Document& document,
                                  Omissions* omitted) {
  DocumentReading reading = read_for_facts(reader, document);
  if (omitted != nullptr) omitted->long_sentences += reading.long_sentences;
  if (reading.facts.empty()) return {};
  return finish(document, reading, Numbering(reading.roster, reading.sentences));
}

std::vector<NamedMention> mentions_of(const LanguageReader& reader, const text::Document& document,
                                      Omissions* omitted) {
  const DocumentReading reading = read_whole(reader, document);
  if (omitted != nullptr) omitted->long_sentences += reading.long_sentences;
  const std::vector<SentenceMentions>& sentences = reading.sentences;
  const entities::Roster& roster = reading.roster;
  const Numbering numbering(roster, sentences);
  std::vector<NamedMention> result;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t n = 0; n < sentences[s].names.size(); ++n) {
      const mentions::NameMention& name = sentences[s].names[n];
      const int entity = roster.entity_of(s, n);
      result.push_back({.begin = name.begin,
                        .end = name.end,
                        .kind = roster.at(entity).kind(),
                        .text = name.text,
                        .entity = numbering.id(entity),
                        .name = roster.at(entity).name()});
    }
    for (const mentions::NameMention& body : sentences[s].bodies) {
      result.push_back({.begin = body.begin,
                        .end = body.end,
                        .kind = body.kind,
                        .text = body.text,
                        .entity = numbering.id_of_body(body.name),
                        .name = body.name});
    }
  }
  return result;
}

std::string explanation_of(const LanguageReader& reader, const text::Document& document, Omissions* omitted) {
  DocumentReading reading = read_whole(reader, document);
  if (omitted != nullptr) omitted->long_sentences += reading.long_sentences;
  std::string text;
  for (std::size_t s = 0; s < reading.sentences.size(); ++s)
    text += explain_sentence(reading, s, reader.lexicon());
  for (const model::Fact& fact : finish(document, reading, Numbering(reading.roster, reading.sentences))) {
    text += fmt::format("fact {} {} {} [{}]\n", fact.subject ? fact.subject->name : "-",
                        model::to_string(fact.relation), fact.object.name, fact.rule);
  }
  return text;
}

}  // namespace

void Omissions::add(const Omissions& others) {
  for (const auto& [lang, count] : others.paragraphs) paragraphs[lang] += count;
  long_sentences += others.long_sentences;
}

struct Extractor::Readers {
  std::map<std::string, std::unique_ptr<const LanguageReader>, std::less<>> by_language;

  /// Null for a language that we do not read, which is then noted.
  const LanguageReader* of(const DocumentPart& part, Omissions* omitted) const {
    const auto found = by_language.find(part.document().lang);
    if (found != by_language.end()) return found->second.get();
    if (omitted != nullptr) omitted->paragraphs[part.document().lang] += part.paragraphs();
    return nullptr;
  }
};

Extractor::Extractor(const std::filesystem::path& share, tagging::TaggerKind tagger)
    : readers_(std::make_unique<Readers>()) {
  // Each language has much to load and nothing to ask of the other.
  const auto open = [&](std::string_view lang) {
    return std::make_unique<const LanguageReader>(share, lang, tagger);
  };
  std::future<std::unique_ptr<const LanguageReader>> russian = std::async([&] { return open("ru"); });
  readers_->by_language.emplace("en", open("en"));
  readers_->by_language.emplace("ru", russian.get());
}

Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::vector<model::Fact> Extractor::extract_facts(const text::Document& document, Omissions* omitted) const {
  DocumentParts whole(document);
  std::vector<model::Fact> all;
  Renumbering numbers;
  for (const DocumentPart& part : whole.parts()) {
    const LanguageReader* const reader = readers_->of(part, omitted);
    if (reader == nullptr) continue;
    std::vector<model::Fact> facts = facts_of(*reader, part.document(), omitted);
    if (whole.is_plain()) return facts;
    numbers.begin_part();
    for (model::Fact& fact : facts) {
      for (model::Evidence& evidence : fact.evidence) {
        evidence.begin = whole.begin(part, evidence.begin);
        evidence.end = whole.end(part, evidence.end);
        evidence.text = whole.quote(evidence.begin, evidence.end);
      }
      if (whole.parts().size() > 1) numbers.renumber(fact);
      all.push_back(std::move(fact));
    }
  }
  std::ranges::stable_sort(all, {}, [](const model::Fact& fact) { return fact.evidence.front().begin; });
  return all;
}

std::vector<NamedMention> Extractor::find_mentions(const text::Document& document, Omissions* omitted) const {
  DocumentParts whole(document);
  std::vector<NamedMention> all;
  Renumbering numbers;
  for (const DocumentPart& part : whole.parts()) {
    const LanguageReader* const reader = readers_->of(part, omitted);
    if (reader == nullptr) continue;
    numbers.begin_part();
    for (NamedMention& mention : mentions_of(*reader, part.document(), omitted)) {
      if (!whole.is_plain()) {
        mention.begin = whole.begin(part, mention.begin);
        mention.end = whole.end(part, mention.end);
        mention.text = whole.quote(mention.begin, mention.end);
      }
      if (whole.parts().size() > 1) mention.entity = numbers.entity(mention.entity, mention.name);
      all.push_back(std::move(mention));
    }
  }
  std::ranges::stable_sort(all, [](const NamedMention& a, const NamedMention& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return all;
}

std::string Extractor::explain(const text::Document& document, Omissions* omitted) const {
  const DocumentParts whole(document);
  std::string text;
  for (const DocumentPart& part : whole.parts()) {
    const LanguageReader* const reader = readers_->of(part, omitted);
    text += reader != nullptr
                ? explanation_of(*reader, part.document(), omitted)
                : fmt::format("{}: no reader for the language '{}'\n", document.id, part.document().lang);
  }
  return text;
}

}  // namespace whofunds::extraction
