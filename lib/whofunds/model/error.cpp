#include "whofunds/model/error.hpp"

namespace whofunds {
namespace {

std::string compose(std::string_view where, std::string_view what_was_wrong, std::string_view what_to_do) {
  std::string message;
  if (!where.empty()) message.append(where).append(": ");
  message.append(what_was_wrong);
  if (!what_to_do.empty()) message.append("; ").append(what_to_do);
  return message;
}

}  // namespace

Error::Error(std::string_view where, std::string_view what_was_wrong, std::string_view what_to_do)
    : std::runtime_error(compose(where, what_was_wrong, what_to_do)), where_(where) {}

}  // namespace whofunds
