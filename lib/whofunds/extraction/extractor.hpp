#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "whofunds/model/fact.hpp"
#include "whofunds/tagging/tagger.hpp"
#include "whofunds/text/document.hpp"

namespace whofunds::extraction {

/// A name in a document, and the entity of the document that it stands for. Offsets are Unicode code points,
/// end exclusive.
struct NamedMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  model::EntityKind kind = model::EntityKind::kOrganization;
  std::string text;    ///< as it stands there
  std::string entity;  ///< id of the entity within the document: "e1"
  std::string name;    ///< the entity's name
};

/// In tokens, which are words and signs. A longer sentence is read in pieces.
inline constexpr std::size_t kLongestSentence = 1000;

/// What of documents was not read, or not as it stands.
struct Omissions {
  std::map<std::string, std::size_t>
      paragraphs;                  ///< in each language that we do not read; "und": which, is not known
  std::size_t long_sentences = 0;  ///< with more than `kLongestSentence` tokens, which were read in pieces

  void add(const Omissions& others);
};

/// Reads documents as people write them: the whole way from text to facts. Opening loads dictionaries, models
/// (where the tagger is one) and frames once; reading is safe from many threads (see OrderedPool) and knows
/// nothing of other documents.
///
/// What is read is the normalised text (see text::normalise), each paragraph in its own language; what is
/// answered has its offsets and quotes in the text as it is. Paragraphs in a language that we do not read are
/// passed over, and told to who asks for the omissions.
///
///     const Extractor extractor(language::share_directory());
///     for (const model::Fact& fact : extractor.extract_facts({.id = "a", .text = "…"})) …
class Extractor {
 public:
  /// Throws MachineError where a compiled file is missing, InputError (file and line) where a data file is
  /// wrong.
  explicit Extractor(const std::filesystem::path& share,
                     tagging::TaggerKind tagger = tagging::TaggerKind::kModel);
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// The facts of the document, in the order of their evidence. Reads no more of it than they need; ids of
  /// entities are told in the order of what was read.
  std::vector<model::Fact> extract_facts(const text::Document& document, Omissions* omitted = nullptr) const;

  /// Every name in the document, in its order.
  std::vector<NamedMention> find_mentions(const text::Document& document, Omissions* omitted = nullptr) const;

  /// How each sentence was read, for people: tokens with lemma, case and head, mentions, frames that matched.
  std::string explain(const text::Document& document, Omissions* omitted = nullptr) const;

 private:
  struct Readers;
  std::unique_ptr<Readers> readers_;
};

}  // namespace whofunds::extraction
