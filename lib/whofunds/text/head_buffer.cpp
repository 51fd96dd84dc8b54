#include "whofunds/text/head_buffer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/text/format.hpp"

namespace whofunds::text {
namespace {

constexpr std::size_t kHeadStep = 64U * 1024;

/// Whether a whole line of JSON is there: whoever sends lines one by one need not wait for a head of them.
bool is_line_of_json(std::string_view head) {
  return head.starts_with('{') && head.find('\n') != std::string_view::npos;
}

}  // namespace

HeadBuffer::HeadBuffer(std::istream& input, std::string_view source)
    : input_(input), source_(source), bytes_(kHeadStep) {
  // A pipe hands over what it has, which may be less than the head.
  std::size_t size = 0;
  while (size < kFormatHead && !is_line_of_json(first_)) {
    const std::size_t got = fill();
    if (got == 0) break;
    first_.append(bytes_.data(), got);
    size += got;
  }
  bytes_.assign(first_.begin(), first_.end());
  bytes_.resize(std::max(bytes_.size(), kHeadStep));
  setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
  first_.resize(std::min(size, kFormatHead));
  head_ = first_;
}

HeadBuffer::int_type HeadBuffer::underflow() {
  const std::size_t got = fill();
  setg(bytes_.data(), bytes_.data(), bytes_.data() + got);
  return got == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
}

std::size_t HeadBuffer::fill() {
  try {
    // What a pipe has by now, so that the lines of one that goes on for hours are read as they come.
    std::streambuf& buffer = *input_.rdbuf();
    if (traits_type::eq_int_type(buffer.sgetc(), traits_type::eof())) return 0;
    const auto most = static_cast<std::streamsize>(bytes_.size());
    return static_cast<std::size_t>(
        buffer.sgetn(bytes_.data(), std::clamp(buffer.in_avail(), std::streamsize{1}, most)));
  } catch (const std::ios_base::failure& failure) {
    throw MachineError(source_, fmt::format("reading failed: {}", failure.what()));
  }
}

std::string read_bytes(std::istream& input, std::size_t limit) {
  std::string bytes;
  while (bytes.size() <= limit) {
    const std::size_t size = bytes.size();
    const std::size_t wanted = std::min(kHeadStep, limit + 1 - size);
    bytes.resize(size + wanted);
    const std::streamsize got =
        input.rdbuf()->sgetn(bytes.data() + size, static_cast<std::streamsize>(wanted));
    bytes.resize(size + static_cast<std::size_t>(got));
    if (got == 0) break;
  }
  return bytes;
}

}  // namespace whofunds::text
