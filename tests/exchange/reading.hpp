#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "whofunds/entities/legal_forms.hpp"
#include "whofunds/exchange/json_lines.hpp"
#include "whofunds/exchange/reading.hpp"

/// What became of one file that was imported.
struct Imported {
  std::vector<whofunds::model::Fact> facts;  ///< those of our own, then those of the register
  std::vector<whofunds::store::DocumentRecord> documents;
  std::vector<std::string> faults;
  whofunds::exchange::Register read;
};

/// Imports files, each its name and its text.
inline Imported import_files(const std::vector<std::pair<std::string, std::string>>& files) {
  using namespace whofunds;
  Imported imported;
  const auto on_fault = [&](const InputError& fault) { imported.faults.emplace_back(fault.what()); };
  for (const auto& [name, text] : files) {
    std::istringstream input(text);
    exchange::read_import(
        input, name, exchange::ImportFormat::kAuto, imported.read,
        {.on_document =
             [&](store::DocumentRecord record) { imported.documents.push_back(std::move(record)); },
         .on_fact = [&](model::Fact fact) { imported.facts.push_back(std::move(fact)); },
         .on_fault = on_fault});
  }
  for (model::Fact& fact : imported.read.facts({}, on_fault)) imported.facts.push_back(std::move(fact));
  return imported;
}

/// A fact as short text: "Elm owns Oak [owns.csv:2]".
inline std::string brief(const whofunds::model::Fact& fact) {
  std::string text = (fact.subject ? fact.subject->name + " " : "") + std::string(to_string(fact.relation)) +
                     " " + fact.object.name;
  for (const auto& evidence : fact.evidence) text += " [" + evidence.document + "]";
  return text;
}

inline std::vector<std::string> brief(const std::vector<whofunds::model::Fact>& facts) {
  std::vector<std::string> texts;
  for (const auto& fact : facts) texts.push_back(brief(fact));
  return texts;
}
