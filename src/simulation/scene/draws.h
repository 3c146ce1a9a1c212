#pragma once

#include <cstdint>
#include <string_view>

#include "units/decibels.h"

namespace linecheck::simulation {

/// Draws that belong to a name, so that a part of a desk is as good or bad in one situation as in
/// the next.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : seed_(seed) {}

  /// Even in [low, high).
  [[nodiscard]] double between(std::string_view what, double low, double high) const;
  [[nodiscard]] Decibels between(std::string_view what, Decibels low, Decibels high) const;
  /// Normal about 0 dB.
  [[nodiscard]] Decibels spread(std::string_view what, Decibels deviation) const;
  /// A seed of its own for what has this name.
  [[nodiscard]] std::uint64_t seedOf(std::string_view what) const;

 private:
  std::uint64_t seed_;
};

}  // namespace linecheck::simulation
