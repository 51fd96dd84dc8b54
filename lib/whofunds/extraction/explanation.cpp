#include "whofunds/extraction/explanation.hpp"

#include <array>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "whofunds/facts/triggers.hpp"
#include "whofunds/model/money.hpp"
#include "whofunds/model/partial_date.hpp"

namespace whofunds::extraction {
namespace {

constexpr std::array<std::string_view, 17> kParts{
    "?",      "noun",    "name",       "adj",    "verb", "inf",  "participle", "short",       "gerund",
    "adverb", "pronoun", "determiner", "number", "prep", "conj", "particle",   "interjection"};
constexpr std::array<std::string_view, 7> kCases{"-", "nom", "gen", "dat", "acc", "ins", "prep"};
constexpr std::array<std::string_view, 31> kDependencies{"root",
                                                         "subject",
                                                         "passive-subject",
                                                         "object",
                                                         "indirect-object",
                                                         "oblique",
                                                         "agent",
                                                         "nmod",
                                                         "possessor",
                                                         "apposition",
                                                         "amod",
                                                         "number",
                                                         "det",
                                                         "clause-of-noun",
                                                         "relative",
                                                         "adverbial",
                                                         "ccomp",
                                                         "xcomp",
                                                         "parataxis",
                                                         "conjunct",
                                                         "cc",
                                                         "case",
                                                         "mark",
                                                         "copula",
                                                         "aux",
                                                         "passive-aux",
                                                         "advmod",
                                                         "compound",
                                                         "flat",
                                                         "fixed",
                                                         "punct"};

template <std::size_t N, typename Enum>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names.at(index) : std::string_view("other");
}

}  // namespace

std::string explain_sentence(const mentions::SentenceMentions& sentence, const language::Lexicon& lexicon) {
  std::string text;
  const auto out = std::back_inserter(text);
  const mentions::AnnotatedSentence& tree = sentence.tree;
  for (int i = 0; i < tree.size(); ++i) {
    const mentions::Word& word = tree.at(i);
    const std::string_view head =
        word.note.head == mentions::kNoWord ? std::string_view("-") : tree.at(word.note.head).token.text;
    fmt::format_to(out, "{:>4}  {}  {}  {} {}{}  {} > {}\n", i, word.token.text, word.lemma,
                   name_of(kParts, word.note.part_of_speech), name_of(kCases, word.note.grammatical_case),
                   word.note.voice == language::Voice::kPassive ? " passive" : "",
                   name_of(kDependencies, word.note.dependency), head);
  }
  for (const mentions::NameMention& name : sentence.names) {
    fmt::format_to(out, "name   {} ({}{}) = {}\n", name.text, model::to_string(name.kind),
                   name.kind_told ? "" : "?", name.name);
  }
  for (const auto& money : sentence.values.money) {
    fmt::format_to(out, "money  {}{}\n", model::to_text(money.money),
                   money.valuation ? " (a worth, no sum of a deal)" : "");
  }
  for (const auto& stake : sentence.values.stakes)
    fmt::format_to(out, "stake  {}%\n", stake.stake.percent.value_or(0));
  for (const auto& date : sentence.values.dates)
    fmt::format_to(out, "date   {}\n", model::to_string(date.date));
  for (const auto& round : sentence.values.rounds) fmt::format_to(out, "round  {}\n", round.round);
  const facts::Clause clause(tree, lexicon);
  for (const facts::Trigger& trigger : facts::find_triggers(sentence, clause, lexicon)) {
    fmt::format_to(out, "frame  {} (frames.toml:{}) by '{}'\n", trigger.frame->id, trigger.frame->line,
                   tree.at(trigger.word).token.text);
  }
  text.push_back('\n');
  return text;
}

}  // namespace whofunds::extraction
