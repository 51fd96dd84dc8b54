#pragma once

#include <cstddef>
#include <vector>

#include "whofunds/entities/roster.hpp"
#include "whofunds/extraction/language_reader.hpp"
#include "whofunds/facts/fact_reader.hpp"
#include "whofunds/facts/found_fact.hpp"
#include "whofunds/mentions/sentence_mentions.hpp"
#include "whofunds/text/document.hpp"

namespace whofunds::extraction {

/// A document read as far as its facts, which still speak of entities of the roster. A sentence that was not
/// read has no words.
struct DocumentReading {
  std::vector<mentions::SentenceMentions> sentences;
  entities::Roster roster;
  std::vector<facts::FoundFact> facts;
  std::vector<facts::FactReader::Outcome> outcomes;  ///< of each sentence
  std::size_t long_sentences = 0;                    ///< that were read in pieces
};

/// Reads every sentence: what `mentions` and `explain` show.
DocumentReading read_whole(const LanguageReader& reader, const text::Document& document);

/// Reads only the sentences that facts come of: those that the gate lets through; where one of them tells
/// something, those that its pronouns and descriptions may look back to; and those that may name the parties
/// in full or otherwise. Most documents have none.
DocumentReading read_for_facts(const LanguageReader& reader, const text::Document& document);

}  // namespace whofunds::extraction
