#pragma once

/// Before a function: it is compiled for several kinds of processors, and the program takes the best that
/// runs where it is. What it computes is the same to the last bit everywhere, if its file is compiled with
/// -ffp-contract=off. Not under ThreadSanitizer: the choice is made before that has started.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
#define WHOFUNDS_FOR_EACH_PROCESSOR [[gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define WHOFUNDS_FOR_EACH_PROCESSOR
#endif
