#pragma once

/// Marks a function whose loops are worth compiling twice, for the processor's wide vector
/// registers and for any processor; which one runs is decided when the program starts. The results
/// are the same to the last bit, because no operation is fused or reordered. Nothing where the
/// compiler has no such feature, or under a sanitizer, which is not ready when that is decided.
#if defined(__x86_64__) && defined(__ELF__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define LC_VECTOR_CODE __attribute__((target_clones("avx2", "default")))
#else
#define LC_VECTOR_CODE
#endif
