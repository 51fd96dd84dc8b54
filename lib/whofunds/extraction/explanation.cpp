#include "whofunds/extraction/explanation.hpp"

#include <array>
#include <iterator>
#include <string_view>
#include <vector>

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

std::string listed(const std::vector<std::string>& words) {
  constexpr std::size_t kMost = 6;
  std::string text;
  for (std::size_t i = 0; i < words.size() && i < kMost; ++i) text += (i == 0 ? "" : ", ") + words[i];
  return words.size() > kMost ? text + ", …" : text;
}

/// Where the data file has a role looked for, and the kinds of entity that can fill it.
std::string places_of(const language::Role& role) {
  std::vector<std::string> places;
  for (const language::Slot& slot : role.slots) places.push_back(slot.written);
  std::vector<std::string> kinds;
  for (const model::EntityKind kind : role.kinds) kinds.emplace_back(model::to_string(kind));
  const std::string where = places.empty() ? "the title itself" : listed(places);
  return kinds.empty() ? where : fmt::format("{}; a {}", where, listed(kinds));
}

std::string names_of(const std::vector<facts::Referent>& referents, const entities::Roster& roster) {
  std::vector<std::string> names;
  for (const facts::Referent& referent : referents) {
    const std::string name = roster.at(referent.entity).name();
    names.push_back(name.empty() ? "something without a name" : name);
  }
  return listed(names);
}

std::string called(const language::Frame& frame, const mentions::AnnotatedSentence& tree, int word) {
  return fmt::format("{} (frames.toml:{}) by '{}'", frame.id, frame.line, tree.at(word).token.text);
}

std::string explain_event(const facts::Event& event, const mentions::AnnotatedSentence& tree,
                          const entities::Roster& roster) {
  const language::Frame& frame = *event.trigger.frame;
  std::string text = "frame  " + called(frame, tree, event.trigger.word);
  if (!event.from.empty()) text += fmt::format("; from {}", names_of(event.from, roster));
  if (!event.to.empty()) text += fmt::format("; to {}", names_of(event.to, roster));
  if (event.to.empty() && event.to_from_context) text += "; to what the deal before was about";
  if (!event.seller.empty()) text += fmt::format("; seller {}", names_of(event.seller, roster));
  return text + "\n";
}

std::string explain_unfilled(const facts::Event& event, const mentions::AnnotatedSentence& tree,
                             const entities::Roster& roster) {
  const language::Frame& frame = *event.trigger.frame;
  std::string text = "nearly " + called(frame, tree, event.trigger.word);
  const auto add = [&](const char* role, const std::vector<facts::Referent>& filled,
                       const language::Role& places) {
    text += filled.empty() ? fmt::format("; nobody for '{}' ({})", role, places_of(places))
                           : fmt::format("; {} {}", role, names_of(filled, roster));
  };
  add("from", event.from, frame.from);
  add("to", event.to, frame.to);
  return text + "\n";
}

std::string missing_beside(const facts::NearTrigger& near) {
  using Missing = facts::NearTrigger::Missing;
  switch (near.missing) {
    case Missing::kObjectWord:
      return fmt::format("none of its object words ({})", listed(near.frame->object_words));
    case Missing::kParticle:
      return fmt::format("none of its particles ({})", listed(near.frame->particles));
    case Missing::kStake:
      return "no stake";
    case Missing::kMoney:
      return "no sum of money";
    case Missing::kAlone:
      return "something else beside it";
  }
  return {};
}

}  // namespace

std::string explain_sentence(const DocumentReading& reading, std::size_t index,
                             const language::Lexicon& lexicon) {
  const mentions::SentenceMentions& sentence = reading.sentences[index];
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
  const facts::FactReader::Outcome& outcome = reading.outcomes[index];
  for (const facts::Event& event : outcome.events) text += explain_event(event, tree, reading.roster);
  for (const facts::Event& event : outcome.unfilled) text += explain_unfilled(event, tree, reading.roster);
  for (const facts::NearTrigger& near :
       facts::find_near_triggers(sentence, facts::Clause(tree, lexicon), lexicon)) {
    fmt::format_to(out, "nearly {}; {}\n", called(*near.frame, tree, near.word), missing_beside(near));
  }
  text.push_back('\n');
  return text;
}

}  // namespace whofunds::extraction
