#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace linecheck::chain {

/// Between which numbers something must lie, both included.
struct Bounds {
  std::string_view what;  ///< "The length of a cable"
  double low = 0.0;
  double high = 0.0;
  std::string_view unit;  ///< May be empty.
};

// Wide: they catch slips of the pen and wrong units, not odd desks.
inline constexpr Bounds kSystemVolumeBounds{"The system volume", 0.0, 1.0, ""};
inline constexpr Bounds kTravelBounds{"The travel of a knob", 0.0, 1.0, ""};
inline constexpr Bounds kGainBounds{"A gain", -200.0, 200.0, "dB"};
inline constexpr Bounds kLevelBounds{"A level", -200.0, 200.0, "dBu"};
inline constexpr Bounds kSampleRateBounds{"The sample rate", 1000.0, 1e6, "Hz"};
inline constexpr Bounds kBitsBounds{"The word length", 8.0, 64.0, "bits"};
inline constexpr Bounds kCableLengthBounds{"The length of a cable", 0.01, 1000.0, "m"};
inline constexpr Bounds kMainsVoltageBounds{"The mains voltage", 80.0, 280.0, "V"};
inline constexpr Bounds kAdapterVoltageBounds{"The voltage of an adapter", 1.0, 500.0, "V"};
inline constexpr Bounds kApparentPowerBounds{"The apparent power of a UPS", 1.0, 1e6, "VA"};
inline constexpr Bounds kUpsPowerBounds{"The power of a UPS", 1.0, 1e6, "W"};
inline constexpr Bounds kCardBounds{"A coordinate of a card", -1e6, 1e6, ""};

/// What to say if the number lies outside or is none; nothing if it is good.
[[nodiscard]] std::optional<std::string> outside(const Bounds& bounds, double number);

}  // namespace linecheck::chain
