#include "whofunds/mentions/bodies.hpp"

#include <algorithm>
#include <optional>

namespace whofunds::mentions {
namespace {

using language::Case;
using language::Number;
using language::PartOfSpeech;
using model::EntityKind;
using tagging::Dependency;

/// The words [first, last) that name a body, and what in them tells it apart from others of its sort.
struct Phrase {
  int first = 0;
  int last = 0;
  int head = 0;
  EntityKind kind = EntityKind::kOrganization;
  bool of_place = false;  ///< "правительство США", "канадское правительство"
  bool of_others = false;     ///< "пресс-служба МВД", "администрация Трампа"
  bool is_programme = false;  ///< "Программа развития ООН"
  bool described = false;  ///< "следственный комитет", "комитет по обороне"
};

class BodyFinder {
 public:
  BodyFinder(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
             const language::Morphology& morphology, std::vector<NameMention>& names)
      : sentence_(sentence), lexicon_(lexicon), morphology_(morphology), names_(names) {}

  std::vector<NameMention> find() {
    std::vector<NameMention> bodies;
    for (int i = 0; i < sentence_.size();) {
      const std::optional<Phrase> phrase = read_at(i);
      if (!phrase) {
        ++i;
        continue;
      }
      if ((phrase->of_place && !phrase->of_others) || phrase->is_programme) {
        keep_as_name(*phrase);
      } else {
        bodies.push_back(mention(*phrase));
      }
      // What an outer body holds may be a body, too: "управление МВД России".
      i = phrase->of_others ? phrase->head + 1 : phrase->last;
    }
    return bodies;
  }

 private:
  const Word& word(int i) const { return sentence_.at(i); }

  const NameMention* name_from(int i) const {
    const auto found =
        std::find_if(names_.begin(), names_.end(), [i](const NameMention& name) { return name.first == i; });
    return found == names_.end() ? nullptr : &*found;
  }

  bool is_in_name(int i) const {
    return std::any_of(names_.begin(), names_.end(),
                       [i](const NameMention& name) { return i >= name.first && i < name.last; });
  }

  std::optional<Phrase> read_at(int i) const {
    if (const NameMention* const name = name_from(i)) return longer_name(*name);
    if (is_in_name(i)) return std::nullopt;
    return body_of_noun(i);
  }

  /// "МИД России": a name of an organisation that its place belongs to.
  std::optional<Phrase> longer_name(const NameMention& name) const {
    const bool may_be_programme = name.kind == EntityKind::kProject && name.last - name.first > 1 &&
                                  lexicon_.charter_nouns.contains(word(name.first + 1).lemma);
    if (name.quoted || !(model::is_organization(name.kind) || may_be_programme)) return std::nullopt;
    Phrase phrase{.first = name.first, .last = name.last, .head = name.head, .kind = name.kind};
    // "немецкий Сименс" is called Сименс, but "немецкий МИД" is one of many.
    const bool is_body = lexicon_.bodies.contains(word(name.head).lemma);
    extend(phrase, is_body);
    // "выделила Программа развития ООН"
    if (may_be_programme && !phrase.of_others) return std::nullopt;
    if (may_be_programme) {
      phrase.is_programme = true;
      phrase.kind = EntityKind::kOrganization;
    }
    if (is_body) take_adjectives(phrase);
    if (phrase.last == name.last && phrase.first == name.first) return std::nullopt;
    return phrase;
  }

  std::optional<Phrase> body_of_noun(int i) const {
    if (const std::optional<Phrase> institution = institution_at(i)) return institution;
    const auto found = lexicon_.bodies.find(word(i).lemma);
    if (found == lexicon_.bodies.end() || !word(i).is_noun()) return std::nullopt;
    if ((word(i).note.number == Number::kPlural) != found->second.plural) return std::nullopt;
    Phrase phrase{.first = i, .last = i + 1, .head = i, .kind = found->second.kind};
    take_adjectives(phrase);
    extend(phrase, !found->second.plural);
    if (!phrase.of_others && !phrase.described && is_named_otherwise(phrase)) return std::nullopt;
    const bool told =
        phrase.of_place || phrase.of_others || (phrase.described && phrase.kind == EntityKind::kPublicBody);
    return told || found->second.alone ? std::optional(phrase) : std::nullopt;
  }

  /// "Корпорация развития Приморского края": a capital, what it is for, and the place that it belongs to.
  std::optional<Phrase> institution_at(int i) const {
    if (!word(i).is_capitalised() || !word(i).is_noun() || i + 1 >= sentence_.size() ||
        !word(i + 1).is_noun() || !lexicon_.charter_nouns.contains(word(i + 1).lemma))
      return std::nullopt;
    const auto kind = lexicon_.name_words.find(word(i).lemma);
    if (kind == lexicon_.name_words.end()) return std::nullopt;
    Phrase phrase{.first = i, .last = i + 1, .head = i, .kind = kind->second};
    extend(phrase, true);
    phrase.is_programme = phrase.of_others && phrase.kind == EntityKind::kProject;
    if (phrase.is_programme) phrase.kind = EntityKind::kOrganization;
    return phrase.of_place || phrase.is_programme ? std::optional(phrase) : std::nullopt;
  }

  /// "канадское агентство Yukon", "рекламное агентство «А»": the name stands after its description.
  bool is_named_otherwise(const Phrase& phrase) const {
    const NameMention* const quoted = name_from(phrase.last + 1);
    if (quoted != nullptr && quoted->quoted && word(phrase.last).lower == "«" &&
        sentence_.head_of(quoted->head) == phrase.head)
      return true;
    const NameMention* const name = name_from(phrase.last);
    return name != nullptr && word(name->head).is(Dependency::kApposition) &&
           sentence_.head_of(name->head) == phrase.head &&
           word(name->first).token.script == text::Script::kLatin;
  }

  /// Adjectives of relation before the noun: "федеральный апелляционный", "канадское", but not "новое".
  void take_adjectives(Phrase& phrase) const {
    for (int i = phrase.first - 1; i >= 0 && !is_in_name(i); --i) {
      if (word(i).note.part_of_speech != PartOfSpeech::kAdjective ||
          !word(i).is(Dependency::kAdjectiveModifier))
        return;
      const std::string& lemma = word(i).lemma;
      if (lexicon_.relational_adjectives.contains(lemma)) {
        phrase.described = true;
      } else if (lemma.ends_with("ский") || lemma.ends_with("цкий")) {
        phrase.of_place = true;
      } else {
        return;
      }
      phrase.first = i;
    }
  }

  /// What stands after and tells whose body it is: names, and where `by_words` also nouns: "связи и массовых
  /// коммуникаций".
  void extend(Phrase& phrase, bool by_words) const {
    while (phrase.last < sentence_.size()) {
      const int before = phrase.last;
      if (const NameMention* const name = owner_at(phrase, before)) {
        (name->kind == EntityKind::kPlace ? phrase.of_place : phrase.of_others) = true;
        phrase.last = name->last;
      } else if (by_words) {
        take_words(phrase);
      }
      if (phrase.last == before) return;
    }
  }

  /// The name that begins at word `i`, where it says whose the body is.
  const NameMention* owner_at(const Phrase& phrase, int i) const {
    const NameMention* const name = name_from(i);
    if (name == nullptr || name->quoted) return nullptr;
    const Word& head = word(name->head);
    const bool hangs = head.note.head >= phrase.first && head.note.head < phrase.last;
    const bool genitive =
        head.note.grammatical_case == Case::kGenitive || head.note.grammatical_case == Case::kNone;
    // "мэрия Тбилиси": a place that does not decline
    const bool is_indeclinable = name->kind == EntityKind::kPlace && head.lower == head.lemma &&
                                 head.note.grammatical_case == Case::kNominative && name->last - i == 1 &&
                                 lexicon_.bodies.contains(word(phrase.head).lemma);
    if (!hangs || !(genitive || is_indeclinable) || !head.is(Dependency::kNominalModifier)) return nullptr;
    const bool fits =
        name->kind == EntityKind::kPlace || model::is_organization(name->kind) ||
        (name->kind == EntityKind::kPerson && lexicon_.bodies.contains(word(phrase.head).lemma));
    return fits ? name : nullptr;
  }

  /// One more group of words under the noun: "по обороне", "внутренних дел", "и торговли".
  void take_words(Phrase& phrase) const {
    int end = phrase.last;
    int last_noun = kNoWord;
    for (; end < sentence_.size() && belongs(phrase, end); ++end) {
      if (word(end).is_noun()) last_noun = end;
    }
    if (last_noun == kNoWord) return;
    for (int i = phrase.last; i <= last_noun; ++i) {
      const NameMention* const name = name_from(i);
      if (name != nullptr) (name->kind == EntityKind::kPlace ? phrase.of_place : phrase.of_others) = true;
    }
    phrase.described = true;
    phrase.last = last_noun + 1;
  }

  bool belongs(const Phrase& phrase, int i) const {
    const Word& w = word(i);
    if (i > 0 && w.token.kind != text::TokenKind::kWord) return false;
    bool near = false;
    for (int at = i, steps = 0; at != kNoWord && steps <= sentence_.size(); ++steps) {
      if (at == phrase.head) {
        near = true;
        break;
      }
      if (!is_part(at)) return false;
      at = sentence_.head_of(at);
    }
    return near;
  }

  /// Whether a word can be in the name of a body by what it is to the word it hangs on.
  bool is_part(int i) const {
    const Word& w = word(i);
    switch (w.note.dependency) {
      case Dependency::kAdjectiveModifier:
        return w.note.part_of_speech == PartOfSpeech::kAdjective;
      case Dependency::kNominalModifier: {
        const std::string_view preposition = sentence_.preposition(i);
        return preposition.empty() ? w.note.grammatical_case == Case::kGenitive
                                   : preposition == "по" || preposition == "при";
      }
      case Dependency::kApposition: {  // "администрация города Перми"
        const auto place = lexicon_.descriptors.find(word(sentence_.head_of(i)).lemma);
        return w.note.grammatical_case == Case::kGenitive && place != lexicon_.descriptors.end() &&
               place->second.kind == EntityKind::kPlace && is_part(sentence_.head_of(i));
      }
      case Dependency::kConjunct:
        return w.is_noun() && sentence_.head_of(i) != kNoWord && is_part(sentence_.head_of(i));
      case Dependency::kCase:
      case Dependency::kCoordination:
      case Dependency::kFlat:
        return true;
      default:
        return false;
    }
  }

  NameMention mention(const Phrase& phrase) const {
    NameMention body{.first = phrase.first,
                     .last = phrase.last,
                     .head = phrase.head,
                     .kind = phrase.kind,
                     .kind_told = true};
    const text::Token& first = word(phrase.first).token;
    const text::Token& last = word(phrase.last - 1).token;
    body.text.assign(first.text.data(), last.text.data() + last.text.size());
    body.begin = first.begin;
    body.end = last.end;
    body.name = nominative(sentence_, phrase.first, phrase.last, phrase.kind, morphology_);
    return body;
  }

  void keep_as_name(const Phrase& phrase) {
    std::erase_if(names_, [&](const NameMention& name) {
      return name.first >= phrase.first && name.last <= phrase.last;
    });
    const auto after = std::find_if(names_.begin(), names_.end(),
                                    [&](const NameMention& name) { return name.first >= phrase.last; });
    names_.insert(after, mention(phrase));
  }

  const AnnotatedSentence& sentence_;
  const language::Lexicon& lexicon_;
  const language::Morphology& morphology_;
  std::vector<NameMention>& names_;
};

}  // namespace

std::vector<NameMention> find_bodies(const AnnotatedSentence& sentence, const language::Lexicon& lexicon,
                                     const language::Morphology& morphology,
                                     std::vector<NameMention>& names) {
  return BodyFinder(sentence, lexicon, morphology, names).find();
}

}  // namespace whofunds::mentions
