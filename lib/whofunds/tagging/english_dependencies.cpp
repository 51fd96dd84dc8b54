#include "whofunds/tagging/english_dependencies.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace whofunds::tagging::english {
namespace {

bool is_of_number(Tag tag) {
  return tag == Tag::kCd || tag == Tag::kDollar || tag == Tag::kSym;
}

/// What a relation becomes where the tree need not be changed.
Dependency plain_dependency(const Word& word) {
  switch (word.relation) {
    case Relation::kRoot:
      return Dependency::kRoot;
    case Relation::kNsubj:
    case Relation::kCsubj:
      return Dependency::kSubject;
    case Relation::kNsubjpass:
    case Relation::kCsubjpass:
      return Dependency::kPassiveSubject;
    case Relation::kDobj:
      return Dependency::kObject;
    case Relation::kDative:
      return word.tag == Tag::kIn || word.tag == Tag::kTo ? Dependency::kCase : Dependency::kIndirectObject;
    case Relation::kAgent:
    case Relation::kPrep:
    case Relation::kCase:
      return Dependency::kCase;
    case Relation::kPobj:
      return Dependency::kOblique;
    case Relation::kPcomp:
    case Relation::kCcomp:
      return Dependency::kClausalComplement;
    case Relation::kAcomp:
    case Relation::kAttr:
    case Relation::kOprd:
    case Relation::kXcomp:
      return Dependency::kOpenComplement;
    case Relation::kPoss:
      return Dependency::kPossessor;
    case Relation::kAppos:
      return Dependency::kApposition;
    case Relation::kAmod:
      return Dependency::kAdjectiveModifier;
    case Relation::kNummod:
    case Relation::kQuantmod:
      return Dependency::kNumericModifier;
    case Relation::kCompound:
    case Relation::kNmod:
      return is_of_number(word.tag) ? Dependency::kNumericModifier : Dependency::kCompound;
    case Relation::kPrt:
      return Dependency::kCompound;
    case Relation::kDet:
    case Relation::kPredet:
      return Dependency::kDeterminer;
    case Relation::kAcl:
      return Dependency::kClauseOfNoun;
    case Relation::kRelcl:
      return Dependency::kRelativeClause;
    case Relation::kAdvcl:
      return Dependency::kAdverbialClause;
    case Relation::kParataxis:
      return Dependency::kParataxis;
    case Relation::kConj:
      return Dependency::kConjunct;
    case Relation::kCc:
    case Relation::kPreconj:
      return Dependency::kCoordination;
    case Relation::kMark:
      return Dependency::kMark;
    case Relation::kAux:
      return word.tag == Tag::kTo ? Dependency::kMark : Dependency::kAuxiliary;
    case Relation::kAuxpass:
      return Dependency::kPassiveAuxiliary;
    case Relation::kAdvmod:
    case Relation::kNeg:
    case Relation::kNpadvmod:
      return Dependency::kAdverbModifier;
    case Relation::kPunct:
      return Dependency::kPunctuation;
    case Relation::kDep:
    case Relation::kExpl:
    case Relation::kIntj:
    case Relation::kMeta:
      return Dependency::kOther;
  }
  return Dependency::kOther;
}

bool is_preposition(const Word& word) {
  switch (word.relation) {
    case Relation::kPrep:
    case Relation::kAgent:
      return true;
    case Relation::kDative:
    case Relation::kPcomp:
    case Relation::kConj:
    case Relation::kRoot:
      return word.tag == Tag::kIn || word.tag == Tag::kTo;
    default:
      return false;
  }
}

bool is_verb(Tag tag) {
  return tag == Tag::kMd || (tag >= Tag::kVb && tag <= Tag::kVbz);
}

/// Of a noun, or of what stands for one.
bool is_nominal(Tag tag) {
  switch (tag) {
    case Tag::kNn:
    case Tag::kNns:
    case Tag::kNnp:
    case Tag::kNnps:
    case Tag::kCd:
    case Tag::kPrp:
    case Tag::kPrpDollar:
    case Tag::kDt:
    case Tag::kWdt:
    case Tag::kWp:
    case Tag::kDollar:
    case Tag::kFw:
    case Tag::kAdd:
    case Tag::kXx:
      return true;
    default:
      return false;
  }
}

class Converter {
 public:
  Converter(std::span<const Word> words, std::span<Annotation> annotations)
      : words_(words), annotations_(annotations) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      annotations[at].head = words[at].head;
      annotations[at].dependency = plain_dependency(words[at]);
    }
  }

  /// Lets what `preposition` governs take its place. What hangs on it must have been dealt with.
  void turn_preposition(std::int32_t preposition) {
    const std::int32_t object = governed_by(preposition);
    if (object < 0) return;
    const Word& word = at(preposition);
    const bool clause = word_is_clause(object);
    const Dependency as_noun = clause ? Dependency::kClauseOfNoun : Dependency::kNominalModifier;
    const Dependency as_verb = clause ? Dependency::kAdverbialClause : Dependency::kOblique;
    const std::int32_t head = annotation(preposition).head;
    Dependency dependency = head >= 0 && is_nominal(at(head).tag) ? as_noun : as_verb;
    if (word.relation == Relation::kRoot) dependency = Dependency::kRoot;
    if (word.relation == Relation::kConj) dependency = Dependency::kConjunct;
    if (word.relation == Relation::kAgent && !clause) dependency = Dependency::kAgent;
    take_place(object, preposition, dependency, clause ? Dependency::kMark : Dependency::kCase);
  }

  /// Lets the noun or adjective that a form of "be" ascribes take its place.
  void turn_copula(std::int32_t verb) {
    if (!is_verb(at(verb).tag) || !is_form_of_be(at(verb).text)) return;
    const std::int32_t ascribed = first_child(verb, [this](std::int32_t child) {
      return at(child).relation == Relation::kAttr || at(child).relation == Relation::kAcomp;
    });
    if (ascribed < 0) return;
    const std::int32_t expletive =
        first_child(verb, [this](std::int32_t child) { return at(child).tag == Tag::kEx; });
    if (expletive >= 0) {
      annotation(ascribed).dependency = Dependency::kSubject;
    } else {
      take_place(ascribed, verb, annotation(verb).dependency, Dependency::kCopula);
    }
  }

  /// Hangs a member of a list on its first member. Those before it must have been dealt with.
  void turn_conjunct(std::int32_t word) {
    if (annotation(word).dependency == Dependency::kConjunct)
      annotation(word).head = first_of_list(annotation(word).head);
  }

  /// Hangs "and" on the member of the list that it comes before.
  void turn_coordination(std::int32_t word) {
    if (annotation(word).dependency != Dependency::kCoordination || annotation(word).head < 0) return;
    const std::int32_t first = first_of_list(annotation(word).head);
    const auto count = static_cast<std::int32_t>(words_.size());
    for (std::int32_t member = word + 1; member < count; ++member) {
      if (annotation(member).head != first || annotation(member).dependency != Dependency::kConjunct)
        continue;
      annotation(word).head = member;
      return;
    }
    annotation(word).head = first;
  }

 private:
  const Word& at(std::int32_t word) const { return words_[static_cast<std::size_t>(word)]; }
  Annotation& annotation(std::int32_t word) const { return annotations_[static_cast<std::size_t>(word)]; }

  static bool is_form_of_be(std::string_view text) {
    constexpr std::array<std::string_view, 13> kForms = {"be", "is", "are", "was", "were", "been", "being",
                                                         "am", "'s", "’s",  "'re", "’re",  "'m"};
    return std::ranges::any_of(kForms, [text](std::string_view form) {
      return std::ranges::equal(text, form, [](char left, char right) {
        return (left >= 'A' && left <= 'Z' ? static_cast<char>(left + ('a' - 'A')) : left) == right;
      });
    });
  }

  bool word_is_clause(std::int32_t word) const {
    return at(word).relation == Relation::kPcomp && is_verb(at(word).tag);
  }

  template <typename Condition>
  std::int32_t first_child(std::int32_t head, Condition condition) const {
    const auto count = static_cast<std::int32_t>(words_.size());
    for (std::int32_t child = 0; child < count; ++child) {
      if (annotation(child).head == head && condition(child)) return child;
    }
    return -1;
  }

  /// The noun or clause that a preposition governs, be it through another preposition: "out of", "in and
  /// around". -1 where there is none.
  std::int32_t governed_by(std::int32_t preposition) const {
    const std::int32_t own = first_child(preposition, [this](std::int32_t child) {
      const bool object = at(child).relation == Relation::kPobj;
      return object || (at(child).relation == Relation::kPcomp && !is_preposition(at(child)));
    });
    if (own >= 0) return own;
    return first_child(preposition, [this](std::int32_t child) {
      const Dependency dependency = annotation(child).dependency;
      return (dependency == Dependency::kOblique || dependency == Dependency::kNominalModifier ||
              dependency == Dependency::kAdverbialClause || dependency == Dependency::kConjunct) &&
             has_case(child);
    });
  }

  bool has_case(std::int32_t word) const {
    return first_child(word, [this, word](std::int32_t child) {
             const Dependency dependency = annotation(child).dependency;
             return (dependency == Dependency::kCase || dependency == Dependency::kMark) && child < word &&
                    is_preposition(at(child));
           }) >= 0;
  }

  /// `word`, which hangs on `head`, takes its place; `head` and all else that hung on it hang on `word` then.
  void take_place(std::int32_t word, std::int32_t head, Dependency as, Dependency head_as) {
    annotation(word).head = annotation(head).head;
    annotation(word).dependency = as;
    annotation(head).head = word;
    annotation(head).dependency = head_as;
    const auto count = static_cast<std::int32_t>(words_.size());
    for (std::int32_t child = 0; child < count; ++child) {
      if (child == word || annotation(child).head != head) continue;
      annotation(child).head = word;
      Dependency& dependency = annotation(child).dependency;
      // The rest of "because of", the first word of "such as".
      const bool of_preposition = head_as == Dependency::kCase && at(child).relation == Relation::kAmod;
      const bool preposition = at(child).relation == Relation::kPcomp && is_preposition(at(child));
      if (preposition || of_preposition) dependency = Dependency::kCase;
      const bool nominal = head_as == Dependency::kCase && is_nominal(at(word).tag);
      if (nominal && dependency == Dependency::kOblique) dependency = Dependency::kNominalModifier;
    }
  }

  std::int32_t first_of_list(std::int32_t word) const {
    while (annotation(word).dependency == Dependency::kConjunct && annotation(word).head >= 0) {
      word = annotation(word).head;
    }
    return word;
  }

  std::span<const Word> words_;
  std::span<Annotation> annotations_;
};

}  // namespace

void order_from_root(std::span<const Word> words, std::vector<std::int32_t>& order) {
  // Children by head: counted, then placed. The children of -1, which is the root, come first.
  const auto slot = [](std::int32_t head) { return static_cast<std::size_t>(std::int64_t{head} + 1); };
  std::vector<std::size_t> begins(words.size() + 2, 0);
  for (const Word& word : words) ++begins[slot(word.head) + 1];
  for (std::size_t at = 1; at < begins.size(); ++at) begins[at] += begins[at - 1];
  std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
  std::vector<std::int32_t> children(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    children[next[slot(words[at].head)]++] = static_cast<std::int32_t>(at);
  }
  order.clear();
  const auto add_children = [&](std::int32_t head) {
    for (std::size_t at = begins[slot(head)]; at < begins[slot(head) + 1]; ++at)
      order.push_back(children[at]);
  };
  add_children(-1);
  for (std::size_t at = 0; at < order.size(); ++at) add_children(order[at]);
}

void set_dependencies(std::span<const Word> words, std::span<const std::int32_t> order,
                      std::span<Annotation> annotations) {
  Converter converter(words, annotations);
  for (std::size_t at = order.size(); at > 0; --at) {
    const std::int32_t word = order[at - 1];
    if (is_preposition(words[static_cast<std::size_t>(word)])) converter.turn_preposition(word);
  }
  for (const std::int32_t word : order) converter.turn_copula(word);
  for (const std::int32_t word : order) converter.turn_conjunct(word);
  for (const std::int32_t word : order) converter.turn_coordination(word);
}

}  // namespace whofunds::tagging::english
