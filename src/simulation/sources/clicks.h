#pragma once

#include <array>
#include <cstdint>

namespace linecheck::simulation {

/// Crackle: clicks that come by chance (a Poisson process), each a ring that swells and dies away
/// within 0.05…1 ms and lies between 1 and 8 kHz.
class Clicks {
 public:
  /// Mean square 1 over a long time. The rate of 0.3…5 per second is drawn from the seed.
  Clicks(std::uint64_t seed, int sampleRate);

  /// Frame ≥ 0. Realtime-safe: yes.
  [[nodiscard]] double at(std::int64_t frame);

  [[nodiscard]] double perSecond() const { return perSecond_; }

 private:
  struct Click {
    double second = 0.0;
    double peak = 0.0;   ///< Of the swell's formula, not of the ring.
    double decay = 0.0;  ///< Seconds.
    double radians = 0.0;
  };
  static constexpr std::size_t kMostPerSlot = 8;
  struct Slot {
    std::int64_t number = -1;
    std::size_t count = 0;
    std::array<Click, kMostPerSlot> clicks{};
  };

  [[nodiscard]] Slot slotAt(std::int64_t number) const;

  std::uint64_t seed_;
  double sampleRate_;
  double perSecond_;
  double decay_;
  double ring_;  ///< Hertz.
  Slot before_;
  Slot now_;
};

}  // namespace linecheck::simulation
