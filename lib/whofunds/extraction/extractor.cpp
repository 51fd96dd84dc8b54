#include "whofunds/extraction/extractor.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "whofunds/entities/roster.hpp"
#include "whofunds/extraction/explanation.hpp"
#include "whofunds/facts/fact_reader.hpp"
#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/mentions/bodies.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"
#include "whofunds/tagging/tagger.hpp"
#include "whofunds/text/reading.hpp"
#include "whofunds/text/segmenter.hpp"

namespace whofunds::extraction {

using entities::kNoEntity;
using mentions::SentenceMentions;

namespace {

/// In tokens. A longer run without a final mark is a table or a fault; it is read in pieces, so that work
/// stays linear.
constexpr std::size_t kLongestSentence = 400;

/// All that is needed to read one language.
struct Reader {
  text::Segmenter segmenter;
  std::unique_ptr<language::Morphology> morphology;
  std::unique_ptr<tagging::Tagger> tagger;
  language::Lexicon lexicon;

  Reader(const std::filesystem::path& share, std::string_view lang)
      : segmenter(text::open_segmenter(share, lang)),
        morphology(language::open_morphology(share, lang)),
        tagger(tagging::open_tagger(share, lang)),
        lexicon(language::load_lexicon(share, lang)) {}

  SentenceMentions read_sentence(std::span<const text::Token> tokens, const text::Document& document) const {
    SentenceMentions mentions;
    mentions.tree = mentions::annotate(tokens, *tagger, *morphology);
    mentions.values = mentions::find_values(mentions.tree, lexicon, document.date);
    mentions.names = mentions::find_names(mentions.tree, mentions.values, lexicon, *morphology);
    mentions.bodies = mentions::find_bodies(mentions.tree, lexicon, *morphology, mentions.names);
    return mentions;
  }

  std::vector<SentenceMentions> read(const text::Document& document, const text::Segmentation& cut) const {
    std::vector<SentenceMentions> sentences;
    for (const text::Sentence& sentence : cut.sentences) {
      for (std::size_t first = sentence.first; first < sentence.last; first += kLongestSentence) {
        const std::size_t last = std::min(sentence.last, first + kLongestSentence);
        sentences.push_back(read_sentence({cut.tokens.data() + first, last - first}, document));
      }
    }
    return sentences;
  }
};

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
    model::Entity entity{.id = id(number), .name = record.name(), .kind = record.kind()};
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
std::vector<model::Fact> finish(const text::Document& document,
                                const std::vector<SentenceMentions>& sentences,
                                const entities::Roster& roster, const Numbering& numbering,
                                std::vector<facts::FoundFact> found) {
  std::erase_if(found, [&](const facts::FoundFact& fact) {
    return !roster.at(fact.object).named || (fact.subject != kNoEntity && !roster.at(fact.subject).named);
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.sentences < b.sentences; });
  std::map<int, int> facts_of_deal;
  for (const facts::FoundFact& fact : found) ++facts_of_deal[fact.deal];
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
      said.evidence.push_back(evidence_of(document, sentences[sentence]));
    result.push_back(std::move(said));
  }
  return result;
}

/// A document read as far as its facts, which still speak of entities of the roster.
struct Reading {
  std::vector<SentenceMentions> sentences;
  entities::Roster roster;
  std::vector<facts::FoundFact> facts;
};

Reading read_whole(const Reader& reader, const text::Document& document) {
  Reading reading{.sentences = reader.read(document, reader.segmenter.segment(document.text)),
                  .roster = entities::Roster(reader.lexicon)};
  reading.roster.add_names(reading.sentences);
  facts::FactReader fact_reader(reader.lexicon, reading.roster);
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) fact_reader.read(reading.sentences[s], s);
  reading.facts = fact_reader.take();
  return reading;
}

}  // namespace

struct Extractor::Parts {
  std::map<std::string, Reader, std::less<>> readers;

  const Reader* reader_of(const text::Document& document) const {
    const std::string_view lang =
        document.lang.empty() ? text::detect_language(document.text) : std::string_view(document.lang);
    const auto found = readers.find(lang);
    return found == readers.end() ? nullptr : &found->second;
  }
};

Extractor::Extractor(const std::filesystem::path& share) : parts_(std::make_unique<Parts>()) {
  for (const std::string_view lang : {"en", "ru"})
    parts_->readers.try_emplace(std::string(lang), share, lang);
}

Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extraction Extractor::extract(const text::Document& document) const {
  const Reader* const reader = parts_->reader_of(document);
  if (reader == nullptr) return {};
  auto [sentences, roster, found] = read_whole(*reader, document);
  const Numbering numbering(roster, sentences);
  Extraction extraction;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t n = 0; n < sentences[s].names.size(); ++n) {
      const mentions::NameMention& name = sentences[s].names[n];
      const int entity = roster.entity_of(s, n);
      extraction.mentions.push_back({.begin = name.begin,
                                     .end = name.end,
                                     .kind = roster.at(entity).kind(),
                                     .text = name.text,
                                     .entity = numbering.id(entity),
                                     .name = roster.at(entity).name()});
    }
    for (const mentions::NameMention& body : sentences[s].bodies) {
      extraction.mentions.push_back({.begin = body.begin,
                                     .end = body.end,
                                     .kind = body.kind,
                                     .text = body.text,
                                     .entity = numbering.id_of_body(body.name),
                                     .name = body.name});
    }
  }
  std::stable_sort(extraction.mentions.begin(), extraction.mentions.end(),
                   [](const NamedMention& a, const NamedMention& b) {
                     return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
                   });
  extraction.facts = finish(document, sentences, roster, numbering, std::move(found));
  return extraction;
}

std::string Extractor::explain(const text::Document& document) const {
  const Reader* const reader = parts_->reader_of(document);
  if (reader == nullptr)
    return fmt::format("{}: no reader for the language '{}'\n", document.id, document.lang);
  auto [sentences, roster, found] = read_whole(*reader, document);
  std::string text;
  for (const SentenceMentions& sentence : sentences) text += explain_sentence(sentence, reader->lexicon);
  const Numbering numbering(roster, sentences);
  for (const model::Fact& fact : finish(document, sentences, roster, numbering, std::move(found))) {
    text += fmt::format("fact {} {} {} [{}]\n", fact.subject ? fact.subject->name : "-",
                        model::to_string(fact.relation), fact.object.name, fact.rule);
  }
  return text;
}

}  // namespace whofunds::extraction
