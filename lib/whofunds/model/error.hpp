#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace whofunds {

/// What a caller cannot continue from. The message is one line for people: where, what was wrong, what to do.
///
///     throw InputError("facts.jsonl:12", "stake of -3 percent", "a stake lies between 0 and 100");
///     // what(): "facts.jsonl:12: stake of -3 percent; a stake lies between 0 and 100"
class Error : public std::runtime_error {
 public:
  /// `where` names a file, line or document and may be empty; `what_to_do` may be empty when it is plain, and
  /// may go on in further lines. Line ends in the others become spaces.
  Error(std::string_view where, std::string_view what_was_wrong, std::string_view what_to_do = {});

  const std::string& where() const noexcept { return where_; }

 private:
  std::string where_;
};

/// The command was called in a way that cannot be meant (exit code 2).
class UsageError : public Error {
 public:
  using Error::Error;
};

/// What we were given to read is not what it should be (exit code 3).
class InputError : public Error {
 public:
  using Error::Error;
};

/// The machine let us down: disk, memory, permission (exit code 4).
class MachineError : public Error {
 public:
  using Error::Error;
};

}  // namespace whofunds
