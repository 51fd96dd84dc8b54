#include "whofunds/extraction/document_reading.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "whofunds/entities/name_comparison.hpp"
#include "whofunds/facts/fact_reader.hpp"
#include "whofunds/language/spelling.hpp"
#include "whofunds/text/capitals.hpp"

namespace whofunds::extraction {

using entities::kNoEntity;
using facts::FactReader;
using Tokens = LanguageReader::Tokens;

namespace {

/// The parties of facts, by how the words of their names begin to sound: enough to find the sentences that
/// may name them, in any case and script.
class Parties {
 public:
  Parties(const std::vector<facts::FoundFact>& facts, const entities::Roster& roster,
          const language::Lexicon& lexicon)
      : lexicon_(lexicon) {
    for (const facts::FoundFact& fact : facts) {
      for (const int party : {fact.subject, fact.object}) {
        if (party != kNoEntity) add(roster.at(party));
      }
    }
  }

  bool may_be_named_in(Tokens sentence) const {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      if (sentence[i].kind != text::TokenKind::kWord || !text::has_capital(sentence[i])) continue;
      const std::string word = language::lower_case(sentence[i].text);
      if (initials_.contains(word) || beginnings_.contains(beginning(word))) return true;
      if (spells_acronym(word, sentence.subspan(i))) return true;
    }
    return false;
  }

  /// Whether a party has no name yet ("проект"): it may be given one anywhere.
  bool has_nameless() const { return has_nameless_; }

 private:
  /// In marks of `sound`. Shorter, half the words of a text begin like some name.
  static constexpr std::size_t kBeginning = 4;

  /// Whether the first letters of `words`, of which `first` is the first in lower case, are a party's
  /// acronym.
  bool spells_acronym(const std::string& first, Tokens words) const {
    return std::ranges::any_of(acronyms_, [&](const std::string& acronym) {
      if (!acronym.starts_with(entities::first_letter(first))) return false;
      std::string initials;
      for (const text::Token& token : words) {
        initials += entities::first_letter(language::lower_case(token.text));
        if (initials.size() >= acronym.size() || !acronym.starts_with(initials)) break;
      }
      return initials == acronym;
    });
  }

  void add(const entities::RosterEntity& party) {
    has_nameless_ = has_nameless_ || !party.named;
    for (const auto& [name, count] : party.names) {
      std::string initials;
      for (const std::string& word : entities::comparison_words(name, lexicon_.legal_forms)) {
        beginnings_.insert(beginning(word));
        initials += entities::first_letter(word);
      }
      initials_.insert(std::move(initials));
    }
    for (const auto& [form, count] : party.surface_forms) {
      if (is_acronym(form)) acronyms_.insert(language::lower_case(form));
    }
  }

  static std::string beginning(const std::string& word) {
    return entities::sound({word}).substr(0, kBeginning);
  }

  /// "КПРФ": capitals alone, of which each may begin a word.
  static bool is_acronym(const std::string& form) {
    const icu::UnicodeString letters = icu::UnicodeString::fromUTF8(form);
    for (int32_t i = 0; i < letters.length(); ++i) {
      if (u_isupper(letters[i]) == 0) return false;
    }
    return letters.length() > 1;
  }

  const language::Lexicon& lexicon_;
  std::set<std::string> beginnings_;
  std::set<std::string> initials_;  ///< of names of several words
  std::set<std::string> acronyms_;
  bool has_nameless_ = false;
};

/// Reads the sentences of a document as they are asked for, each once.
class PartialReading {
 public:
  PartialReading(const LanguageReader& reader, const text::Document& document)
      : reader_(reader),
        document_(document),
        cut_(reader.segment(document.text)),
        pieces_(sentences_of(cut_)),
        may_tell_(pieces_.size()),
        sentences_(pieces_.size()),
        others_(pieces_.size()) {}

  std::size_t size() const { return sentences_.size(); }
  Tokens tokens(std::size_t sentence) const { return pieces_[sentence].tokens; }
  /// Whether the sentence must be read.
  bool may_tell(std::size_t sentence) {
    std::optional<bool>& known = may_tell_[sentence];
    if (!known) known = reader_.may_tell(tokens(sentence));
    return *known;
  }
  bool is_read(std::size_t sentence) const { return sentences_[sentence].tree.size() > 0; }

  /// Says whether it had not been read before.
  bool read(std::size_t sentence) {
    if (is_read(sentence)) return false;
    sentences_[sentence] = reader_.read(tokens(sentence), document_.date);
    sentences_[sentence].begins_paragraph = sentence == 0 || is_after_empty_line(sentence);
    return true;
  }

  bool read_if_it_may_tell_of_deal(std::size_t sentence) {
    return !is_read(sentence) && reader_.may_tell_of_deal(tokens(sentence)) && read(sentence);
  }

  /// Finds the facts of what has been read.
  void find_facts() {
    roster_.emplace(reader_.lexicon()).add_names(sentences_);
    FactReader fact_reader(reader_.lexicon(), *roster_, triggers_);
    outcomes_.assign(size(), {});
    for (std::size_t s = 0; s < size(); ++s) {
      if (!is_read(s)) continue;
      outcomes_[s] = fact_reader.read(sentences_[s], s);
      if (lacks_something(s)) fact_reader.read_otherwise(in_other_tree(s), s, outcomes_[s]);
    }
    facts_ = fact_reader.take();
  }

  /// Whether a sentence that may tell something told nothing, or not all.
  bool lacks_something(std::size_t s) {
    const bool is_whole = outcomes_[s].unfilled.empty() && !outcomes_[s].events.empty();
    return !is_whole && reader_.has_second_tagger() && may_tell(s);
  }

  const mentions::SentenceMentions& in_other_tree(std::size_t s) {
    mentions::SentenceMentions& other = others_[s];
    if (other.tree.size() == 0) other = reader_.read_otherwise(tokens(s), sentences_[s]);
    return other;
  }

  /// What came of a sentence when facts were found last.
  const FactReader::Outcome& outcome(std::size_t sentence) const { return outcomes_[sentence]; }

  /// Those of the facts found last.
  Parties parties() const { return Parties(facts_, *roster_, reader_.lexicon()); }

  /// The facts found last, and what they were found in.
  DocumentReading take() && {
    const std::size_t long_sentences = read_in_pieces();
    return {.sentences = std::move(sentences_),
            .roster = std::move(*roster_),
            .facts = std::move(facts_),
            .outcomes = std::move(outcomes_),
            .long_sentences = long_sentences};
  }

 private:
  bool is_after_empty_line(std::size_t sentence) const {
    const std::string_view before = tokens(sentence - 1).back().text;
    const char* const end = before.data() + before.size();
    const std::string_view between(end, static_cast<std::size_t>(tokens(sentence).front().text.data() - end));
    const std::size_t line = between.find('\n');
    return line != std::string_view::npos && between.find('\n', line + 1) != std::string_view::npos;
  }

  /// How many sentences were read, at least in part, as several pieces.
  std::size_t read_in_pieces() const {
    std::size_t count = 0;
    bool counted = false;
    for (std::size_t s = 1; s < size(); ++s) {
      if (!pieces_[s].is_rest) counted = false;
      if (!pieces_[s].is_rest || counted) continue;
      counted = is_read(s - 1) || is_read(s);
      count += counted ? 1U : 0U;
    }
    return count;
  }

  const LanguageReader& reader_;
  const text::Document& document_;
  text::Segmentation cut_;
  std::vector<SentencePiece> pieces_;
  std::vector<std::optional<bool>> may_tell_;  ///< where it was asked for
  std::vector<mentions::SentenceMentions> sentences_;
  std::vector<mentions::SentenceMentions> others_;  ///< those in the second tree that were asked for
  facts::TriggerMemory triggers_;
  std::optional<entities::Roster> roster_;
  std::vector<facts::FoundFact> facts_;
  std::vector<FactReader::Outcome> outcomes_;
};

/// Reads what the sentences that tell something may look back to, and those that may tell the sum or the
/// date of what they tell; says whether there was any.
bool read_context(PartialReading& reading) {
  bool any = false;
  for (std::size_t s = 0; s < reading.size(); ++s) {
    if (!reading.outcome(s).tells) continue;
    const std::size_t farthest = reading.outcome(s).looks_back ? facts::Referents::kFarthest : 0;
    for (std::size_t before = s - std::min(s, farthest); before < s; ++before)
      any = reading.read(before) || any;
    if (!reading.outcome(s).lacks_value()) continue;
    for (std::size_t after = s + 1; after <= s + FactReader::kDealMemory && after < reading.size(); ++after)
      any = reading.read_if_it_may_tell_of_deal(after) || any;
  }
  return any;
}

/// Reads what may name the parties of the facts; says whether there was any.
bool read_names_of_parties(PartialReading& reading) {
  const Parties parties = reading.parties();
  bool any = false;
  for (std::size_t s = 0; s < reading.size(); ++s) {
    if (reading.is_read(s)) continue;
    if (parties.has_nameless() || parties.may_be_named_in(reading.tokens(s))) any = reading.read(s) || any;
  }
  return any;
}

}  // namespace

DocumentReading read_whole(const LanguageReader& reader, const text::Document& document) {
  PartialReading reading(reader, document);
  for (std::size_t s = 0; s < reading.size(); ++s) reading.read(s);
  reading.find_facts();
  return std::move(reading).take();
}

DocumentReading read_for_facts(const LanguageReader& reader, const text::Document& document) {
  PartialReading reading(reader, document);
  for (std::size_t s = 0; s < reading.size(); ++s) {
    if (reading.may_tell(s)) reading.read(s);
  }
  reading.find_facts();
  if (read_context(reading)) reading.find_facts();
  if (read_names_of_parties(reading)) reading.find_facts();
  return std::move(reading).take();
}

}  // namespace whofunds::extraction
