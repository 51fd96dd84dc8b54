#include "whofunds/text/line_reader.hpp"

#include <streambuf>

#include "whofunds/model/error.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {

bool LineReader::next(std::string& line) {
  using Traits = std::streambuf::traits_type;
  line.clear();
  too_long_ = false;
  bool any = false;
  try {
    std::streambuf& buffer = *input_.rdbuf();
    for (int c = buffer.sbumpc(); c != Traits::eof(); c = buffer.sbumpc()) {
      any = true;
      if (c == '\n') break;
      if (line.size() < limit_) {
        line.push_back(Traits::to_char_type(c));
      } else {
        too_long_ = true;
      }
    }
  } catch (const std::ios_base::failure& failure) {
    throw MachineError(source_, std::string("reading failed: ").append(failure.what()));
  }
  if (!any) return false;
  if (++number_ == 1) drop_byte_order_mark(line);
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

}  // namespace whofunds::text
