#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace linecheck::simulation {

/// What can be wrong in the simulated studio. Any number of them at once.
enum class Fault {
  groundLoop,
  magneticPickup,
  supplyRipple,
  mainsHash,
  computerHash,
  earthLeakage,
  crackle,
  wanderingHash,
  phone,
  hiss,
  clipping,
  dropouts,
  volumeSlider,
  sixteenBit,
  resampler,
  clockDrift,
  automaticGain,
  systemLimiter,
  swappedChannels,
  invertedPolarity,
  softClipping,
  crosstalk,
  noLoopback,
  deadInput,
  unplugged,
};

/// A fault as it stands in a menu; name and description are English, to be translated.
struct FaultInfo {
  Fault fault = Fault::groundLoop;
  std::string_view id;           ///< Stable, for the command line: "ground_loop".
  std::string_view name;         ///< "Ground loop".
  std::string_view description;  ///< One line.
};

/// All faults, in the order of a menu.
[[nodiscard]] std::span<const FaultInfo> faults();

/// None if there is no fault with this id.
[[nodiscard]] std::optional<Fault> findFault(std::string_view id);

/// Some faults.
class FaultSet {
 public:
  FaultSet() = default;
  explicit FaultSet(std::uint32_t bits) : bits_(bits) {}

  [[nodiscard]] bool has(Fault fault) const { return (bits_ & bit(fault)) != 0; }
  [[nodiscard]] static constexpr std::uint32_t bit(Fault fault) {
    return std::uint32_t{1} << static_cast<unsigned>(fault);
  }

 private:
  std::uint32_t bits_ = 0;
};

/// The faults that the studio has now. Thread-safe: yes. Realtime-safe: yes.
class FaultSwitches {
 public:
  void set(Fault fault, bool isOn) {
    if (isOn) {
      bits_ |= FaultSet::bit(fault);
    } else {
      bits_ &= ~FaultSet::bit(fault);
    }
  }
  void clear() { bits_ = 0; }
  [[nodiscard]] bool isOn(Fault fault) const { return now().has(fault); }
  [[nodiscard]] FaultSet now() const { return FaultSet(bits_); }

 private:
  std::atomic<std::uint32_t> bits_ = 0;
  static_assert(std::atomic<std::uint32_t>::is_always_lock_free);
};

}  // namespace linecheck::simulation
