#include "whofunds/entities/roster.hpp"

#include <algorithm>
#include <utility>

#include "whofunds/entities/name_cases.hpp"
#include "whofunds/entities/name_comparison.hpp"
#include "whofunds/entities/name_key.hpp"
#include "whofunds/model/country.hpp"

namespace whofunds::entities {

using mentions::NameMention;
using mentions::SentenceMentions;
using model::EntityKind;

namespace {

EntityKind commonest(const std::map<EntityKind, int>& counts) {
  EntityKind best = EntityKind::kOrganization;
  int most = 0;
  for (const auto& [kind, count] : counts) {
    if (count > most || (count == most && model::more_specific(kind, best) == kind)) {
      best = kind;
      most = count;
    }
  }
  return best;
}

/// Names of a document brought together by maps from what each could be called to the entity that has that
/// name.
class Grouping {
 public:
  Grouping(const language::Lexicon& lexicon, Roster& roster) : lexicon_(lexicon), roster_(roster) {}

  /// How a name was written.
  struct Spelling {
    bool is_person = false;   ///< told by a word
    bool is_acronym = false;  ///< all capitals
    bool is_full =
        false;  ///< with its legal form, so that it is no short form: "Allianz SE" is not Allianz Life
    bool has_form = false;  ///< with its legal form, so that it is no surname: "Brandt KG" is not Otto Brandt
    bool is_firm = false;   ///< nobody takes it for a person's or a place's
    bool may_be_given = false;  ///< a model takes it for a person's
    bool is_definite = false;   ///< pointed at: "the Alliance"
  };

  /// The entity that `words`, a name compared by its words, is already known to be; kNoEntity if none.
  int find(const std::vector<std::string>& words, const Spelling& spelling) const {
    if (const int same = look_up(by_key_, joined(words)); same != kNoEntity) return same;
    if (words.size() == 1 && !spelling.has_form) {
      if (const int person = look_up(by_surname_, stem(words[0])); person != kNoEntity) return person;
    }
    if (spelling.may_be_given && words.size() == 1) {
      if (const int person = look_up(by_given_, stem(words[0])); person != kNoEntity) return person;
    }
    if (!spelling.is_person && !spelling.is_full) {
      if (const int longer = look_up(by_beginning_, joined(words)); longer != kNoEntity) return longer;
    }
    // "the Alliance", where one was named that is called so
    if (spelling.is_definite && words.size() == 1 && lexicon_.name_words.contains(words[0])) {
      if (const int called = look_up(by_last_, words[0]); called != kNoEntity) return called;
    }
    if (spelling.is_acronym) {
      if (const int spelled_out = look_up(by_initials_, joined(words)); spelled_out != kNoEntity)
        return spelled_out;
    }
    if (spelling.is_firm) {
      if (const int declined = look_up(by_base_, base_of(words)); declined != kNoEntity) return declined;
    }
    // The same sound tells something across scripts only: within one, "Tramp" is not "Trump".
    return look_up(is_cyrillic(words) ? by_latin_sound_ : by_cyrillic_sound_, sound(words));
  }

  void add_surname(const std::vector<std::string>& words, int entity) {
    by_surname_.emplace(stem(words.back()), entity);
  }

  void add(const std::vector<std::string>& words, bool is_person, bool is_firm, int entity) {
    by_key_.emplace(joined(words), entity);
    std::map<std::string, int>& by_sound = is_cyrillic(words) ? by_cyrillic_sound_ : by_latin_sound_;
    const std::string heard = sound(words);
    if (heard.size() >= kShortestSound) by_sound.emplace(heard, entity);
    if (is_person && words.size() > 1) {
      add_surname(words, entity);
      add_if_only(by_given_, stem(words.front()), entity);
      const std::string surname = sound({words.back()});
      if (surname.size() >= kShortestSound) by_sound.emplace(surname, entity);
    }
    if (is_person) return;
    if (const std::string base = base_of(words); is_firm && !base.empty()) by_base_.emplace(base, entity);
    if (words.size() < 2) return;
    std::string initials;
    for (const std::string& word : words) initials += first_letter(word);
    if (words.size() > 1) by_initials_.emplace(initials, entity);
    add_if_only(by_last_, words.back(), entity);
    std::string beginning;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      beginning += (i == 0 ? "" : " ") + words[i];
      if (i > 0 || !is_common(words[i])) by_beginning_.emplace(beginning, entity);
    }
  }

 private:
  bool is_common(const std::string& word) const {
    return lexicon_.name_words.contains(word) || lexicon_.descriptors.contains(word);
  }

  /// kNoEntity for what several entities are called by.
  void add_if_only(std::map<std::string, int>& names, const std::string& key, int entity) {
    const auto [known, is_new] = names.try_emplace(key, entity);
    if (!is_new && known->second != kNoEntity && roster_.root(known->second) != roster_.root(entity))
      known->second = kNoEntity;
  }

  int look_up(const std::map<std::string, int>& names, const std::string& key) const {
    if (key.empty()) return kNoEntity;
    const auto found = names.find(key);
    return found == names.end() || found->second == kNoEntity ? kNoEntity : roster_.root(found->second);
  }

  static constexpr std::size_t kShortestSound = 3;

  const language::Lexicon& lexicon_;
  Roster& roster_;
  std::map<std::string, int> by_key_;
  std::map<std::string, int> by_surname_;
  std::map<std::string, int> by_given_;  ///< kNoEntity where several are called so
  std::map<std::string, int> by_initials_;
  std::map<std::string, int> by_base_;
  std::map<std::string, int> by_beginning_;
  std::map<std::string, int> by_last_;  ///< kNoEntity where several end so
  std::map<std::string, int> by_cyrillic_sound_;
  std::map<std::string, int> by_latin_sound_;
};

/// "ASTR", "BSkyB": letters of a name.
bool has_inner_capital(std::string_view text) {
  return text.size() > 1 && std::ranges::any_of(text.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "«Союз банков» (СБ)": a name in brackets right after another is another name of it.
bool follows_in_brackets(const mentions::AnnotatedSentence& tree, const NameMention& before,
                         const NameMention& name) {
  // "Иванов (Россия)": a person or a place in brackets is told of the name, not another name for it.
  const auto stands_apart = [](const NameMention& one) {
    return one.kind == EntityKind::kPerson || one.kind == EntityKind::kPlace;
  };
  if (before.kind != name.kind && (stands_apart(before) || stands_apart(name))) return false;
  // "Aster (Oslo)": another word in Latin letters tells where it is, or whose.
  const text::Token& told = tree.at(name.head).token;
  const text::Token& first = tree.at(before.head).token;
  const bool is_other_word = told.script == text::Script::kLatin && first.script == text::Script::kLatin &&
                             !has_inner_capital(told.text) && name.last - name.first == 1 && !name.quoted &&
                             before.name.find(name.name) == std::string::npos;
  if (is_other_word) return false;
  int i = before.last;
  if (i < tree.size() &&
      (tree.at(i).token.text == "»" || tree.at(i).token.text == "”" || tree.at(i).token.text == "\""))
    ++i;
  return i + 1 == name.first && tree.at(i).token.text == "(" && name.last < tree.size() &&
         tree.at(name.last).token.text == ")";
}

/// "Gullhaug spun off Gullhaug Lines", "Midwinter and the Midwinter dinner service": what is named in full
/// after it in one sentence, or is a thing of its, is not it.
bool is_told_apart(const SentenceMentions& sentence, std::size_t name) {
  const NameMention& shorter = sentence.names[name];
  for (std::size_t n = 0; n < sentence.names.size(); ++n) {
    const NameMention& longer = sentence.names[n];
    const bool is_longer = longer.last - longer.first > shorter.last - shorter.first &&
                           longer.name.starts_with(shorter.name + " ") && !longer.quoted;
    const bool is_thing = longer.kind == EntityKind::kProject && shorter.kind != EntityKind::kProject;
    // "«Росток-Юг», «дочка» «Ростка»"
    const bool has_addition = longer.quoted && shorter.quoted && longer.name.starts_with(shorter.name + "-");
    if (has_addition && shorter.kind != EntityKind::kPerson) return true;
    if (is_longer && shorter.kind != EntityKind::kPerson && (n > name || is_thing) &&
        sentence.tree.at(shorter.head).token.script == text::Script::kLatin)
      return true;
  }
  return false;
}

/// "На Урале": a place where something is, and no short form of "Урал-Банк".
bool tells_where(const SentenceMentions& sentence, const NameMention& name) {
  return name.kind == EntityKind::kPlace && !name.kind_told &&
         sentence.tree.at(name.head).note.grammatical_case == language::Case::kPrepositional;
}

/// "the Alliance"
bool is_definite(const SentenceMentions& sentence, const NameMention& name,
                 const language::Lexicon& lexicon) {
  return !lexicon.inflected && name.first > 0 &&
         lexicon.demonstratives.contains(sentence.tree.at(name.first - 1).lower);
}

bool is_in_capitals(std::string_view name) {
  return std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

EntityKind RosterEntity::kind() const {
  const auto& counts = told_kinds.empty() ? guessed_kinds : told_kinds;
  const EntityKind best = commonest(counts);
  // One word that a model takes as often for a firm's as for a person's name: people are called by more.
  const auto firm = counts.find(EntityKind::kOrganization);
  const bool is_as_often = best == EntityKind::kPerson && told_kinds.empty() && firm != counts.end() &&
                           firm->second == counts.at(best) && name().find(' ') == std::string::npos;
  return is_as_often ? EntityKind::kOrganization : best;
}

std::string RosterEntity::name() const {
  const auto better = [](const std::pair<const std::string, int>& a,
                         const std::pair<const std::string, int>& b) {
    const auto words = [](const std::string& text) { return std::count(text.begin(), text.end(), ' '); };
    if (words(a.first) != words(b.first)) return words(a.first) > words(b.first);
    const std::vector<std::string> first = words_of(a.first);
    const std::vector<std::string> second = words_of(b.first);
    if (const std::string base = base_of(first); !base.empty() && base == base_of(second)) {
      const int difference = nominative_likeness(first.back()) - nominative_likeness(second.back());
      if (difference != 0) return difference > 0;
    }
    if (a.second != b.second) return a.second > b.second;
    return is_in_capitals(b.first) && !is_in_capitals(a.first);  // "Aster (ASTR)"
  };
  const std::pair<const std::string, int>* best = nullptr;
  for (const auto& candidate : names) {
    if (best == nullptr || better(candidate, *best)) best = &candidate;
  }
  return best == nullptr ? std::string() : best->first;
}

int Roster::root(int entity) const {
  while (parents_[static_cast<std::size_t>(entity)] != entity)
    entity = parents_[static_cast<std::size_t>(entity)];
  return entity;
}

int Roster::add_entity() {
  entities_.emplace_back();
  parents_.push_back(static_cast<int>(parents_.size()));
  return parents_.back();
}

int Roster::add_unnamed(EntityKind kind, const std::string& descriptor) {
  const int entity = add_entity();
  mutable_at(entity).told_kinds[kind] = 1;
  describe(entity, descriptor);
  return entity;
}

void Roster::tell_kind(int entity, EntityKind kind) {
  RosterEntity& record = mutable_at(entity);
  const bool is_open = record.kind() == EntityKind::kOrganization || record.kind() == EntityKind::kProject ||
                       (record.kind() == EntityKind::kPerson && !lexicon_.inflected);
  if (!record.kind_told() && is_open) record.told_kinds[kind] = 1;
}

void Roster::tell_firm(int entity) {
  RosterEntity& record = mutable_at(entity);
  if (!record.kind_told() && record.kind() == EntityKind::kPlace) record.told_kinds[EntityKind::kCompany] = 1;
}

void Roster::describe(int entity, const std::string& descriptor) {
  std::vector<std::string>& known = mutable_at(entity).descriptors;
  if (std::find(known.begin(), known.end(), descriptor) == known.end()) known.push_back(descriptor);
}

int Roster::merge(int a, int b) {
  a = root(a);
  b = root(b);
  if (a == b) return a;
  if (b < a) std::swap(a, b);
  parents_[static_cast<std::size_t>(b)] = a;
  RosterEntity& kept = entities_[static_cast<std::size_t>(a)];
  const RosterEntity& gone = entities_[static_cast<std::size_t>(b)];
  for (const auto& [name, count] : gone.names) kept.names[name] += count;
  for (const auto& [form, count] : gone.surface_forms) kept.surface_forms[form] += count;
  for (const auto& [kind, count] : gone.told_kinds) kept.told_kinds[kind] += count;
  for (const auto& [kind, count] : gone.guessed_kinds) kept.guessed_kinds[kind] += count;
  model::unite_countries(kept.countries, gone.countries);
  kept.named = kept.named || gone.named;
  kept.may_be_place = kept.may_be_place || gone.may_be_place;
  if (kept.gender == language::Gender::kNone) kept.gender = gone.gender;
  for (const std::string& descriptor : gone.descriptors) describe(a, descriptor);
  return a;
}

void Roster::add_names(const std::vector<SentenceMentions>& sentences) {
  struct Item {
    std::size_t sentence;
    std::size_t name;
    std::vector<std::string> words;
    bool has_form;  ///< a legal form, which is none of the words
  };
  std::vector<Item> items;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    of_names_.emplace_back(sentences[s].names.size(), kNoEntity);
    for (std::size_t n = 0; n < sentences[s].names.size(); ++n) {
      std::vector<std::string> all = words_of(sentences[s].names[n].name);
      const std::size_t with_form = all.size();
      std::vector<std::string> words = without_legal_forms(std::move(all), lexicon_.legal_forms);
      const bool has_form = words.size() < with_form;
      items.push_back({s, n, std::move(words), has_form});
    }
  }
  // Long names first, so that a surname or an acronym finds its full form wherever in the document it stands.
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return items[a].words.size() > items[b].words.size();
  });

  Grouping grouping(lexicon_, *this);
  for (const std::size_t i : order) {
    const Item& item = items[i];
    const SentenceMentions& sentence = sentences[item.sentence];
    const NameMention& name = sentence.names[item.name];
    // "семья Беловых" is none of the Белов.
    const bool is_family = !item.words.empty() && lexicon_.family_nouns.contains(item.words.front());
    const bool is_person = name.kind == EntityKind::kPerson && !is_family;
    const bool is_firm = (model::is_organization(name.kind) && name.kind != EntityKind::kPublicBody) ||
                         (name.kind == EntityKind::kProject && !name.kind_told && name.quoted);
    int entity = grouping.find(item.words, {.is_person = is_person && name.kind_told,
                                            .is_acronym = sentence.tree.at(name.head).token.all_capitals,
                                            .is_full = item.has_form || is_told_apart(sentence, item.name) ||
                                                       tells_where(sentence, name),
                                            .has_form = item.has_form,
                                            .is_firm = is_firm,
                                            .may_be_given = is_person,
                                            .is_definite = is_definite(sentence, name, lexicon_)});
    if (entity == kNoEntity) entity = add_entity();
    // "grain trader Esteban Quiroga", whom a model takes for a firm
    const bool may_be_person = !is_person && !lexicon_.inflected && !name.kind_told &&
                               item.words.size() == 2 && lexicon_.given_names.contains(item.words.front());
    if (may_be_person) grouping.add_surname(item.words, entity);
    grouping.add(item.words, is_person, is_firm, entity);
    of_names_[item.sentence][item.name] = entity;
    RosterEntity& record = mutable_at(entity);
    record.named = true;
    record.may_be_place = record.may_be_place || name.may_be_place;
    model::unite_countries(record.countries, name.countries);
    ++record.names[name.name];
    ++record.surface_forms[name.text];
    ++(name.kind_told ? record.told_kinds : record.guessed_kinds)[name.kind];
    const language::Gender gender = sentence.tree.at(name.head).note.gender;
    if (record.gender == language::Gender::kNone) record.gender = gender;
  }
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t n = 1; n < sentences[s].names.size(); ++n) {
      if (follows_in_brackets(sentences[s].tree, sentences[s].names[n - 1], sentences[s].names[n])) {
        merge(of_names_[s][n - 1], of_names_[s][n]);
      }
    }
  }
}

}  // namespace whofunds::entities
