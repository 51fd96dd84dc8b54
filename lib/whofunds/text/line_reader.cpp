#include "whofunds/text/line_reader.hpp"

#include <algorithm>
#include <streambuf>

#include "whofunds/model/error.hpp"
#include "whofunds/text/utf8.hpp"

namespace whofunds::text {

// Takes what the input has ready, waiting only where that is nothing; false at its end.
bool LineReader::fill() {
  constexpr std::streamsize kLongestPiece = std::streamsize{1} << 16U;
  std::streambuf& buffer = *input_.rdbuf();
  at_ = 0;
  piece_.clear();
  if (buffer.sgetc() == std::streambuf::traits_type::eof()) return false;
  piece_.resize(static_cast<std::size_t>(std::clamp<std::streamsize>(buffer.in_avail(), 1, kLongestPiece)));
  const auto size = buffer.sgetn(piece_.data(), static_cast<std::streamsize>(piece_.size()));
  piece_.resize(static_cast<std::size_t>(size));
  return size > 0;
}

bool LineReader::next(std::string& line) {
  line.clear();
  too_long_ = false;
  bool any = false;
  try {
    for (bool ended = false; !ended && (at_ < piece_.size() || fill());) {
      any = true;
      const std::size_t end = piece_.find('\n', at_);
      ended = end != std::string::npos;
      const std::size_t size = std::min(end, piece_.size()) - at_;
      const std::size_t room = limit_ - line.size();
      too_long_ = too_long_ || size > room;
      line.append(piece_, at_, std::min(size, room));
      at_ += size + (ended ? 1 : 0);
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
