#include "whofunds/tagging/russian_tagger.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

#include "whofunds/model/error.hpp"
#include "whofunds/tagging/maximum_tree.hpp"
#include "whofunds/tagging/russian_network.hpp"
#include "whofunds/tagging/russian_tags.hpp"
#include "whofunds/tagging/russian_words.hpp"
#include "whofunds/tagging/section_file.hpp"

namespace whofunds::tagging {
namespace {

constexpr std::size_t kLongestPiece = 512;

/// What is needed to read a piece of a sentence, kept by each thread from one to the next.
struct Workspace {
  EncodedWords words;
  NetworkWorkspace network;
  std::vector<std::uint32_t> labels;
  std::vector<std::int32_t> heads;
  std::vector<bool> has_preposition;
};

class RussianTagger final : public Tagger {
 public:
  explicit RussianTagger(const std::filesystem::path& path)
      : file_(path, "WFRUSSIA", 2), words_(file_), networks_(file_) {
    for (const std::string_view tag : file_.lines("morphology.tags"))
      forms_.push_back(annotation_of_tag(tag));
    for (const std::string_view tag : file_.lines("names.tags")) names_.push_back(name_tag(tag));
    for (const std::string_view name : file_.lines("syntax.relations")) {
      // Where the root is, the tree says; "<pad>" only ever filled up the training batches.
      if (name != "root" && name != "<pad>")
        choices_.push_back(static_cast<std::uint32_t>(relations_.size()));
      relations_.push_back(dependency_of_name(name));
    }
    if (forms_.size() != RussianNetworks::kTags || names_.size() != RussianNetworks::kNameTags ||
        relations_.size() != RussianNetworks::kRelations) {
      throw MachineError(path.string(), "has other labels than its networks",
                         "build or install the data again");
    }
  }

  void annotate(std::span<const text::Token> tokens, std::span<Annotation> annotations) const override {
    assert(tokens.size() == annotations.size());
    thread_local Workspace space;
    for (std::size_t first = 0; first < tokens.size(); first += kLongestPiece) {
      const std::size_t length = std::min(kLongestPiece, tokens.size() - first);
      annotate_piece(tokens.subspan(first, length), annotations.subspan(first, length), space);
      mark_agents(annotations.subspan(first, length), space);
      if (first > 0) hang(annotations, first, length);
    }
  }

 private:
  void annotate_piece(std::span<const text::Token> tokens, std::span<Annotation> annotations,
                      Workspace& space) const {
    space.words.words.clear();
    space.words.shapes.clear();
    for (const text::Token& token : tokens) {
      space.words.words.push_back(words_.index(token.text));
      space.words.shapes.push_back(words_.shape(token.text));
    }
    space.labels.resize(tokens.size());
    networks_.embed(space.words, space.network);
    annotate_forms(annotations, space);
    annotate_names(annotations, space);
    annotate_syntax(annotations, space);
  }

  void annotate_forms(std::span<Annotation> annotations, Workspace& space) const {
    networks_.tag_forms(space.words, space.network, space.labels);
    for (std::size_t token = 0; token < annotations.size(); ++token)
      annotations[token] = forms_[space.labels[token]];
  }

  /// A tag that goes on with a name goes on with the class that the name began with; without a name before
  /// it, it says nothing.
  void annotate_names(std::span<Annotation> annotations, Workspace& space) const {
    networks_.tag_names(space.words, space.network, space.labels);
    NameClass name = NameClass::kNone;
    for (std::size_t token = 0; token < annotations.size(); ++token) {
      const NameTag& tag = names_[space.labels[token]];
      if (tag.begins || tag.name == NameClass::kNone) name = tag.name;
      annotations[token].name = name;
      annotations[token].name_begins = tag.begins;
    }
  }

  void annotate_syntax(std::span<Annotation> annotations, Workspace& space) const {
    space.heads.resize(annotations.size());
    maximum_tree(networks_.score_heads(space.words, space.network), space.heads);
    networks_.name_relations(space.heads, choices_, space.network, space.labels);
    for (std::size_t token = 0; token < annotations.size(); ++token) {
      annotations[token].head = space.heads[token];
      annotations[token].dependency =
          space.heads[token] < 0 ? Dependency::kRoot : relations_[space.labels[token]];
    }
  }

  /// The model often takes who did it for any oblique. Where a name in the instrumental, without a
  /// preposition, hangs on a passive form, there is little else that it can be.
  static void mark_agents(std::span<Annotation> annotations, Workspace& space) {
    space.has_preposition.assign(annotations.size(), false);
    for (const Annotation& annotation : annotations) {
      if (annotation.dependency == Dependency::kCase)
        space.has_preposition[static_cast<std::size_t>(annotation.head)] = true;
    }
    for (std::size_t token = 0; token < annotations.size(); ++token) {
      Annotation& annotation = annotations[token];
      if (annotation.dependency == Dependency::kOblique && annotation.name != NameClass::kNone &&
          annotation.grammatical_case == language::Case::kInstrumental && !space.has_preposition[token] &&
          annotations[static_cast<std::size_t>(annotation.head)].voice == language::Voice::kPassive) {
        annotation.dependency = Dependency::kAgent;
      }
    }
  }

  /// Hangs the piece [first, first + length), whose heads count from its own first token, on the root of the
  /// first piece.
  static void hang(std::span<Annotation> annotations, std::size_t first, std::size_t length) {
    const auto root = std::ranges::find(annotations, -1, &Annotation::head) - annotations.begin();
    for (Annotation& annotation : annotations.subspan(first, length)) {
      if (annotation.head < 0) {
        annotation.head = static_cast<std::int32_t>(root);
        annotation.dependency = Dependency::kParataxis;
      } else {
        annotation.head += static_cast<std::int32_t>(first);
      }
    }
  }

  SectionFile file_;
  RussianWords words_;
  RussianNetworks networks_;
  std::vector<Annotation> forms_;
  std::vector<NameTag> names_;
  std::vector<Dependency> relations_;
  std::vector<std::uint32_t> choices_;  // relations that a word other than the root can have
};

}  // namespace

std::unique_ptr<Tagger> open_russian_tagger(const std::filesystem::path& share) {
  return std::make_unique<RussianTagger>(share / "russian.model");
}

}  // namespace whofunds::tagging
