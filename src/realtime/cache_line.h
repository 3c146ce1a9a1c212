#pragma once

#include <cstddef>

namespace linecheck::realtime {

/// Bytes by which data of different threads are kept apart, so that one thread's writes do not
/// take the other's cache line away. Fixed, because the standard's constant changes with
/// compiler options and would change the layout of types with them.
inline constexpr std::size_t kCacheLine = 64;

}  // namespace linecheck::realtime
