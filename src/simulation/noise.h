#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace linecheck::simulation {

/// Random bits that belong to one place of one stream of numbers (splitmix64).
[[nodiscard]] inline std::uint64_t randomBitsAt(std::uint64_t stream, std::uint64_t place) {
  std::uint64_t z = stream * 0xD1342543DE82EF95u + place * 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

/// Even in [0, 1). Realtime-safe: yes.
[[nodiscard]] inline double uniformAt(std::uint64_t stream, std::uint64_t place) {
  return static_cast<double>(randomBitsAt(stream, place) >> 11) * 0x1p-53;
}

/// The two numbers of gaussianAt at `pair` and `pair` + 1 for the work of one; `pair` is even.
/// Realtime-safe: yes.
[[nodiscard]] inline std::array<double, 2> gaussianPairAt(std::uint64_t stream,
                                                          std::uint64_t pair) {
  const double radius = std::sqrt(-2.0 * std::log1p(-uniformAt(stream, pair)));
  const double angle = 2.0 * std::numbers::pi * uniformAt(stream, pair + 1);
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// White Gaussian noise of variance 1 as a function of the sample's number (Box and Muller), so
/// that it is the same however the samples are cut into blocks. Realtime-safe: yes.
[[nodiscard]] inline double gaussianAt(std::uint64_t stream, std::uint64_t place) {
  const std::uint64_t pair = place & ~std::uint64_t{1};
  const double radius = std::sqrt(-2.0 * std::log1p(-uniformAt(stream, pair)));
  const double angle = 2.0 * std::numbers::pi * uniformAt(stream, pair + 1);
  return radius * ((place & 1) == 0 ? std::cos(angle) : std::sin(angle));
}

}  // namespace linecheck::simulation
