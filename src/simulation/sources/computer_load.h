#pragma once

#include <cstdint>

#include "simulation/noise.h"

namespace linecheck::simulation {

/// A computer's work: an even number in [0, 1) that changes every 0.5…3 s, as a function of time.
class ComputerLoad {
 public:
  explicit ComputerLoad(std::uint64_t seed) : seed_(seed) {}

  /// Which stretch of even work this second lies in.
  [[nodiscard]] std::int64_t spellAt(double second) const {
    auto spell = static_cast<std::int64_t>(second / kMeanSeconds);
    if (second < beginOf(spell)) return spell - 1;
    return second >= beginOf(spell + 1) ? spell + 1 : spell;
  }
  /// When a stretch begins, in seconds.
  [[nodiscard]] double beginOf(std::int64_t spell) const {
    const double chance = uniformAt(seed_, static_cast<std::uint64_t>(2 * spell));
    return kMeanSeconds * (static_cast<double>(spell) + kJitter * (2.0 * chance - 1.0));
  }
  [[nodiscard]] double loadIn(std::int64_t spell) const {
    return uniformAt(seed_, static_cast<std::uint64_t>(2 * spell + 1));
  }

 private:
  static constexpr double kMeanSeconds = 1.75;
  static constexpr double kJitter = 1.25 / (2.0 * kMeanSeconds);  ///< 0.5…3 s from one to the next.

  std::uint64_t seed_;
};

}  // namespace linecheck::simulation
