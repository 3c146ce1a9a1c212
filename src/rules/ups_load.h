#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "units/quantity.h"

namespace linecheck::rules {

/// From the least to the most that it can be; no most where nobody knows.
struct PowerRange {
  Watts least;
  std::optional<Watts> most;
};

/// What hangs on a UPS, straight or by strips.
struct UpsLoad {
  PowerRange power;
  std::vector<chain::DeviceId> devices;
  std::vector<chain::DeviceId> untold;  ///< Those for which nothing is known or usual.
};

/// Adds up what the devices take: the profile's figure, else what is usual: 300…400 W for a
/// computer together with its screen, the interface and the headphone amplifier, 30…200 W for a
/// pair of active monitors (Neuropunk, "The Audio Signal Chain", "What rating to get").
[[nodiscard]] UpsLoad loadOf(const chain::Desk& desk, const chain::PowerPoint& ups);

/// What it can feed. Of a rating in VA alone, 0.6…1 W per VA: the lower end is what common small
/// models give, such as 900 W at 1500 VA. Empty without a rating.
[[nodiscard]] std::optional<PowerRange> capacityOf(const chain::Ups& ups);

/// A UPS should not run at its limit: half as much again as the load.
inline constexpr double kUpsHeadroom = 1.5;

/// The rating for this load with headroom, at 0.6 W per VA: "1000–1500 VA".
[[nodiscard]] std::string ratingText(const PowerRange& load);
/// "330–600 W", "at least 330 W".
[[nodiscard]] std::string powerText(const PowerRange& power);

}  // namespace linecheck::rules
