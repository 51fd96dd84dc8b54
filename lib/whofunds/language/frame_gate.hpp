#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "whofunds/language/lexicon.hpp"
#include "whofunds/language/morphology.hpp"
#include "whofunds/language/per_thread.hpp"
#include "whofunds/text/token.hpp"

namespace whofunds::language {

/// Tells from the words of a sentence alone, before anything heavy is done with it, whether a frame can match
/// there: whether a word can be a form of one that calls a frame up, and everything is there that the frame
/// asks for beside it (its object word, particle or adjective, a stake, a sum), and something that can be a
/// name.
///
/// It lets through all that the reading of facts could use: a form counts for every lemma that the dictionary
/// gives it. What a form can be is worked out when it is first met and then remembered, by each thread for
/// itself, so that a word costs one look-up.
///
/// Safe to use from many threads at once. Looks into the lexicon and the morphology as long as it lives.
class FrameGate {
 public:
  FrameGate(const Lexicon& lexicon, const Morphology& morphology);
  ~FrameGate();
  FrameGate(const FrameGate&) = delete;
  FrameGate& operator=(const FrameGate&) = delete;

  /// Whether the sentence must be read: nothing can be told by one that is let go.
  bool may_match(std::span<const text::Token> sentence) const;

  /// Whether the sentence may tell the sum or the date of a deal that was told before it.
  bool may_tell_of_deal(std::span<const text::Token> sentence) const;

 private:
  /// The number of a word, or of a kind of words, that a frame asks for.
  using Need = std::uint16_t;

  /// One word that calls a frame up. Of every group of `needs` one must stand in the sentence.
  struct Call {
    std::vector<std::vector<Need>> needs;
    bool needs_no_name = false;  ///< "the start-up raised $5m": one party is enough, and may be named before
    bool looks_back = false;     ///< "it now owns 30% of the company": with a value, both may be named before
  };

  /// What a form can be in a sentence.
  struct Traits {
    std::vector<std::uint16_t> calls;  ///< indexes of `calls_`
    std::vector<Need> meets;
    bool tells_deal = false;  ///< "сделка", "price"
    bool names = false;       ///< can be a name, or a part of one, at the head of a sentence too
    bool operator==(const Traits&) const = default;
  };

  class Memory;

  Need need_of(const std::string& word);
  std::vector<Need> needs_of(const std::vector<std::string>& words);
  std::vector<std::string> objects_of(const Frame& frame) const;
  std::vector<std::string> prepositions_of(const Frame& frame) const;
  void add_calls(const Frame& frame, const std::vector<Trigger>& triggers);
  void add_traits_of(const std::string& word, Traits& traits) const;
  Traits traits_of(std::string_view form) const;
  bool is_met(const Call& call, std::span<const Traits* const> sentence, bool has_number) const;

  const Lexicon& lexicon_;
  const Morphology& morphology_;
  std::unique_ptr<PerThread<Memory>> memories_;
  Need stake_ = 0;
  Need amount_ = 0;
  Need needs_ = 0;  ///< how many there are
  std::vector<Call> calls_;
  WordMap<std::vector<std::uint16_t>> calls_by_word_;
  WordMap<Need> needs_by_word_;
};

}  // namespace whofunds::language
