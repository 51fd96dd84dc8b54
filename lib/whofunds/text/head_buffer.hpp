#pragma once

#include <cstddef>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace whofunds::text {

/// The bytes of an input with a look at its head first, so that its format can be told before it is read,
/// even from a pipe.
///
///     HeadBuffer buffer(std::cin, "-");
///     const Format format = recognise(buffer.head(), "-");
///     std::istream input(&buffer);  // from the first byte on
class HeadBuffer : public std::streambuf {
 public:
  /// `source` names the input in messages. Throws MachineError where reading fails, as reading from it does.
  HeadBuffer(std::istream& input, std::string_view source);

  /// The first bytes, `kFormatHead` of them unless the input ends before, or begins with a line of JSON.
  std::string_view head() const { return head_; }

 protected:
  int_type underflow() override;

 private:
  std::size_t fill();

  std::istream& input_;
  std::string source_;
  std::vector<char> bytes_;
  std::string_view head_;
  std::string first_;
};

/// All that `input` has left, but never more than `limit` + 1 bytes.
std::string read_bytes(std::istream& input, std::size_t limit);

}  // namespace whofunds::text
