#pragma once

#include <cstdint>

namespace whofunds::text {

/// Whether a code point does something where it is shown, instead of being seen: a control character, which a
/// terminal obeys, one that ends a line, or a mark that turns the direction of writing, by which a name could
/// pose as another.
bool steers(std::int32_t code_point);

}  // namespace whofunds::text
