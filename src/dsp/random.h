#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace linecheck::dsp {

/// Random numbers that are the same for a seed on every system and with every standard library
/// (whose distributions differ): xoshiro256++ (Blackman, Vigna 2019), seeded by splitmix64.
/// Realtime-safe: yes. One object is used by one thread at a time.
class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9E3779B97F4A7C15u;
      std::uint64_t z = seed;
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
      word = z ^ (z >> 31);
    }
  }

  /// 64 random bits.
  std::uint64_t bits() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  /// Even in [0, 1), in steps of 2⁻⁵³.
  double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
  /// Even in [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// Triangular in (−1, 1), the sum of two even distributions: variance 1/6.
  double triangular() { return uniform() - uniform(); }

  /// Normal with mean 0 and variance 1, by Marsaglia's polar method.
  double gaussian() {
    if (hasSpare_) {
      hasSpare_ = false;
      return spare_;
    }
    double u = 0.0;
    double v = 0.0;
    double s = 0.0;
    do {
      u = uniform(-1.0, 1.0);
      v = uniform(-1.0, 1.0);
      s = u * u + v * v;
    } while (s >= 1.0 || s == 0.0);
    const double factor = std::sqrt(-2.0 * std::log(s) / s);
    spare_ = v * factor;
    hasSpare_ = true;
    return u * factor;
  }

 private:
  std::array<std::uint64_t, 4> state_{};
  double spare_ = 0.0;
  bool hasSpare_ = false;
};

}  // namespace linecheck::dsp
