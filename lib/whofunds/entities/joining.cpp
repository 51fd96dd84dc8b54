#include "whofunds/entities/joining.hpp"

#include <algorithm>
#include <map>
#include <set>
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
      return {};  // not a form: what comes of joining by names *and* aliases
  }
  return {};
}

// Who has a form, and whether the form may join them.
struct Holders {
  std::vector<std::size_t> locals;
  bool in_other_script = false;
};

class Joiner {
 public:
  Joiner(std::span<const LocalEntity> locals, const LegalForms& forms)
      : locals_(locals), forms_(forms), sets_(locals.size()) {}

  std::vector<std::size_t> run() {
    for (const JoinStep step : kAllJoinSteps) join_by(step);
    std::vector<std::size_t> numbers;
    std::map<std::size_t, std::size_t> number_of_set;
    for (std::size_t local = 0; local < locals_.size(); ++local) {
      numbers.push_back(number_of_set.try_emplace(sets_.find_set(local), number_of_set.size()).first->second);
    }
    return numbers;
  }

 private:
  void join_by(JoinStep step) {
    std::unordered_map<std::string, Holders> holders_of;
    for (std::size_t local = 0; local < locals_.size(); ++local) {
      add_forms(step, local, locals_[local].name, holders_of);
      for (const std::string& alias : locals_[local].aliases) add_forms(step, local, alias, holders_of);
    }
    // In any order: sets come out the same.
    for (const auto& [form, holders] : holders_of) {
      // Two names in Latin letters that are spelled apart ("Lynx", "Links") are two, unless a name in another
      // script reads as both. Persons have a full name in common, which is enough.
      const bool apart =
          step == JoinStep::kTransliteration && form.front() != 'p' && !holders.in_other_script;
      if (apart) continue;
      for (const std::size_t local : holders.locals) sets_.union_set(holders.locals.front(), local);
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
  boost::disjoint_sets_with_storage<> sets_;
  std::unordered_map<std::string, Surface> surfaces_;  // a name is written many times
};

}  // namespace

std::string_view to_string(JoinStep step) {
  constexpr std::array<std::string_view, kAllJoinSteps.size()> kNames{
      "same name", "legal form dropped", "transliteration", "patronymic or initials dropped", "alias"};
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

std::vector<std::size_t> join(std::span<const LocalEntity> locals, const LegalForms& forms) {
  return Joiner(locals, forms).run();
}

}  // namespace whofunds::entities
