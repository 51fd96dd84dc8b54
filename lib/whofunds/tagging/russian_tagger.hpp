#pragma once

#include <filesystem>
#include <memory>

#include "whofunds/tagging/tagger.hpp"

namespace whofunds::tagging {

/// The tagger of Russian from `share`/russian.model: slovnet's networks for morphology, syntax and names,
/// trained on news. Throws MachineError where the file is missing or damaged.
///
/// The networks give each word its best head, which need not make a tree; here the best tree is taken, and
/// relations are named for its heads. Sentences of more than 512 tokens are read in pieces of that length,
/// each a tree that hangs on the root of the first as kParataxis, so that time and memory grow with the
/// length and not with its square.
std::unique_ptr<Tagger> open_russian_tagger(const std::filesystem::path& share);

}  // namespace whofunds::tagging
