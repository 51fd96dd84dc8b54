#include "whofunds/entities/joining.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <boost/pending/disjoint_sets.hpp>

#include "whofunds/entities/name_key.hpp"

namespace whofunds::entities {
namespace {

// A name as the steps see it.
struct Surface {
  NameForms forms;
  std::string person;      // first name and surname, sorted; empty if it is no full name
  bool joins = false;      // names somebody in particular
  bool full_name = false;  // of a person: two words or more that are written out
  bool other_script = false;
};

constexpr std::array<std::string_view, 10> kPatronymicEndings{
    "ovich", "evich", "ovna", "evna", "ichna", "ilich", "kuzmich", "lukich", "fomich", "nikitich"};

bool is_patronymic(std::string_view word) {
  return std::any_of(kPatronymicEndings.begin(), kPatronymicEndings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

// "aleksandr ivanov" of "aleksandr petrovich ivanov", "ivanov a aleksandr" …; empty where less than two words
// are left.
std::string first_name_and_surname(std::string_view latin) {
  std::vector<std::string> words = words_of(latin);
  std::erase_if(words, [](const std::string& word) { return word.size() < 2; });
  if (words.size() == 3) {
    // In the middle ("Роман Аркадьевич Абрамович") before at the end ("Иванов Иван Иванович").
    for (const std::ptrdiff_t at : {1, 2}) {
      if (!is_patronymic(words[static_cast<std::size_t>(at)])) continue;
      words.erase(words.begin() + at);
      break;
    }
  }
  if (words.size() < 2) return {};
  std::sort(words.begin(), words.end());
  std::string key;
  for (const std::string& word : words) key.append(word).append(" ");
  return key;
}

Surface surface_of(std::string_view name, const LegalForms& forms) {
  Surface surface{.forms = name_forms(name, forms)};
  const NameForms& form = surface.forms;
  surface.joins = !form.bare.empty() && looks_proper(name) && !forms.is_generic(form.plain) &&
                  !forms.is_generic(form.bare);
  surface.full_name = written_out_words(name) >= 2;
  surface.other_script = has_other_script(form.bare);
  if (surface.full_name) surface.person = first_name_and_surname(form.latin);
  return surface;
}

bool joins_as(const Surface& surface, bool person) {
  return surface.joins && (!person || surface.full_name);
}

// Kinds of one family go together. A public body is of two: as a state it is a place, too.
std::string_view families(model::EntityKind kind) {
  switch (kind) {
    case model::EntityKind::kPerson:
      return "p";
    case model::EntityKind::kPlace:
      return "l";
    case model::EntityKind::kPublicBody:
      return "lo";
    default:
      return "o";
  }
}

// What two names must share to be one name by the step; empty = the step says nothing of this name.
std::string_view form_for(JoinStep step, const Surface& surface, bool person) {
  switch (step) {
    case JoinStep::kSameName:
      return surface.forms.plain;
    case JoinStep::kLegalForm:
      return person ? std::string_view{} : surface.forms.bare;
    case JoinStep::kTransliteration:
      return surface.forms.latin;
    case JoinStep::kPatronymic:
      return person ? surface.person : std::string_view{};
    case JoinStep::kAlias:
    case JoinStep::kDecision:
      return {};  // not a form: what comes of joining by names *and* aliases
  }
  return {};
}

// Who has a form, and whether the form may join them.
struct Holders {
  std::vector<std::size_t> locals;
  bool in_other_script = false;
};

// Sets of entities of documents that are one. Of two that are decided to be different, a set has one at most.
class Sets {
 public:
  Sets(std::span<const LocalEntity> locals, const Decisions& decisions) : sets_(locals.size()) {
    if (decisions.different().empty()) return;
    sides_.resize(locals.size());
    for (std::size_t local = 0; local < locals.size(); ++local) mark(local, locals[local], decisions);
  }

  bool keeps_apart() const { return !sides_.empty(); }
  std::size_t find(std::size_t local) { return sets_.find_set(local); }

  // False, and nothing done, where they must not be one.
  bool unite(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return true;
    if (keeps_apart() && oppose(sides_[a], sides_[b])) return false;
    sets_.link(a, b);
    if (keeps_apart()) {
      const std::size_t root = find(a);
      const std::size_t other = root == a ? b : a;
      sides_[root].insert(sides_[other].begin(), sides_[other].end());
    }
    return true;
  }

 private:
  using Side = std::pair<std::size_t, bool>;  // of the decision of that number, the first name or the second

  void mark(std::size_t local, const LocalEntity& entity, const Decisions& decisions) {
    std::set<std::string> names{decided_form(entity.name)};
    for (const std::string& alias : entity.aliases) names.insert(decided_form(alias));
    std::size_t number = 0;
    for (const auto& [a, b] : decisions.different()) {
      if (names.contains(decided_form(a))) sides_[local].emplace(number, false);
      if (names.contains(decided_form(b))) sides_[local].emplace(number, true);
      ++number;
    }
  }

  static bool oppose(const std::set<Side>& a, const std::set<Side>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Side& side) {
      return b.contains({side.first, !side.second});
    });
  }

  boost::disjoint_sets_with_storage<> sets_;
  std::vector<std::set<Side>> sides_;  // by root; empty where nothing is decided to be different
};

class Joiner {
 public:
  Joiner(std::span<const LocalEntity> locals, const LegalForms& forms, const Decisions& decisions)
      : locals_(locals), forms_(forms), decisions_(decisions), sets_(locals, decisions) {}

  std::vector<std::size_t> run() {
    join_decided();
    for (const JoinStep step : kAllJoinSteps) join_by(step);
    std::vector<std::size_t> numbers;
    std::map<std::size_t, std::size_t> number_of_set;
    for (std::size_t local = 0; local < locals_.size(); ++local) {
      numbers.push_back(number_of_set.try_emplace(sets_.find(local), number_of_set.size()).first->second);
    }
    return numbers;
  }

 private:
  void join_by(JoinStep step) {
    std::unordered_map<std::string, Holders> holders_of;
    for (std::size_t local = 0; local < locals_.size(); ++local) {
      add_forms(step, local, locals_[local].name, holders_of);
      for (const std::string& alias : locals_[local].aliases) {
        if (alias != locals_[local].name) add_forms(step, local, alias, holders_of);
      }
    }
    // Where nothing is kept apart, sets come out the same in any order.
    if (sets_.keeps_apart()) return join_in_order(step, holders_of);
    for (const auto& [form, holders] : holders_of) {
      if (is_apart(step, form, holders)) continue;
      for (const std::size_t local : holders.locals) sets_.unite(holders.locals.front(), local);
    }
  }

  // Two names in Latin letters that are spelled apart ("Lynx", "Links") are two, unless a name in another
  // script reads as both. Persons have a full name in common, which is enough.
  static bool is_apart(JoinStep step, const std::string& form, const Holders& holders) {
    return step == JoinStep::kTransliteration && form.front() != 'p' && !holders.in_other_script;
  }

  void join_in_order(JoinStep step, const std::unordered_map<std::string, Holders>& holders_of) {
    std::vector<std::string> forms;
    for (const auto& [form, holders] : holders_of) {
      if (!is_apart(step, form, holders)) forms.push_back(form);
    }
    std::sort(forms.begin(), forms.end());
    for (const std::string& form : forms) unite_as_far_as_may_be(holders_of.at(form).locals);
  }

  void unite_as_far_as_may_be(std::vector<std::size_t> locals) {
    const auto place = [&](std::size_t n) {
      const LocalEntity& local = locals_[n];
      return std::tie(local.name, local.kind, local.aliases, local.document, local.id);
    };
    std::sort(locals.begin(), locals.end(), [&](auto a, auto b) { return place(a) < place(b); });
    std::vector<std::size_t> leaders;
    for (const std::size_t local : locals) {
      const bool joined = std::any_of(leaders.begin(), leaders.end(),
                                      [&](std::size_t leader) { return sets_.unite(leader, local); });
      if (!joined) leaders.push_back(local);
    }
  }

  void join_decided() {
    if (decisions_.same().empty()) return;
    std::map<std::string, std::vector<std::size_t>> having;
    for (const auto& [a, b] : decisions_.same()) {
      having[decided_form(a)];
      having[decided_form(b)];
    }
    for (std::size_t local = 0; local < locals_.size(); ++local) {
      std::set<std::string> names{decided_form(locals_[local].name)};
      for (const std::string& alias : locals_[local].aliases) names.insert(decided_form(alias));
      for (const std::string& name : names) {
        if (const auto found = having.find(name); found != having.end()) found->second.push_back(local);
      }
    }
    for (const auto& [a, b] : decisions_.same()) {
      std::vector<std::size_t> both = having[decided_form(a)];
      const auto& more = having[decided_form(b)];
      both.insert(both.end(), more.begin(), more.end());
      unite_as_far_as_may_be(std::move(both));
    }
  }

  void add_forms(JoinStep step, std::size_t local, const std::string& name,
                 std::unordered_map<std::string, Holders>& holders_of) {
    const bool person = locals_[local].kind == model::EntityKind::kPerson;
    const Surface& surface = surface_for(name);
    const std::string_view form = form_for(step, surface, person);
    if (form.empty() || !joins_as(surface, person)) return;
    for (const char family : families(locals_[local].kind)) {
      Holders& holders = holders_of[std::string(1, family).append(form)];
      holders.locals.push_back(local);
      holders.in_other_script |= surface.other_script;
    }
  }

  const Surface& surface_for(const std::string& name) {
    const auto known = surfaces_.find(name);
    if (known != surfaces_.end()) return known->second;
    return surfaces_.emplace(name, surface_of(name, forms_)).first->second;
  }

  std::span<const LocalEntity> locals_;
  const LegalForms& forms_;
  const Decisions& decisions_;
  Sets sets_;
  std::unordered_map<std::string, Surface> surfaces_;  // a name is written many times
};

}  // namespace

std::string_view to_string(JoinStep step) {
  constexpr std::array<std::string_view, kAllJoinSteps.size()> kNames{
      "same name", "legal form dropped", "transliteration", "patronymic or initials dropped", "alias",
      "decided"};
  return kNames.at(static_cast<std::size_t>(step));
}

std::optional<JoinStep> same_name(std::string_view a, std::string_view b, model::EntityKind kind,
                                  const LegalForms& forms) {
  const bool person = kind == model::EntityKind::kPerson;
  const Surface first = surface_of(a, forms);
  const Surface second = surface_of(b, forms);
  for (const JoinStep step : kAllJoinSteps) {
    const std::string_view form = form_for(step, first, person);
    if (!form.empty() && form == form_for(step, second, person)) return step;
  }
  return std::nullopt;
}

bool joins(std::string_view name, model::EntityKind kind, const LegalForms& forms) {
  return joins_as(surface_of(name, forms), kind == model::EntityKind::kPerson);
}

std::vector<std::size_t> join(std::span<const LocalEntity> locals, const LegalForms& forms,
                              const Decisions& decisions) {
  return Joiner(locals, forms, decisions).run();
}

LocalEntity without_decided_aliases(LocalEntity local, const Decisions& decisions) {
  const std::string name = decided_form(local.name);
  const auto has = [&](const std::string& form) {
    return name == form || std::any_of(local.aliases.begin(), local.aliases.end(),
                                       [&](const std::string& alias) { return decided_form(alias) == form; });
  };
  for (const auto& [a, b] : decisions.different()) {
    const std::string first = decided_form(a);
    const std::string second = decided_form(b);
    if (first == second || !has(first) || !has(second)) continue;
    const std::string& strange = name == second ? first : second;
    std::erase_if(local.aliases, [&](const std::string& alias) { return decided_form(alias) == strange; });
  }
  return local;
}

}  // namespace whofunds::entities
