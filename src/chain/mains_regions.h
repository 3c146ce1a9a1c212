#pragma once

#include <span>
#include <string_view>

#include "chain/power.h"

namespace linecheck::chain {

/// The mains of a country: frequency and nominal voltage of its usual outlets.
struct MainsRegion {
  std::string_view territory;  ///< ISO 3166-1, two letters: "DE".
  int frequencyHz = 50;
  int voltageV = 230;

  [[nodiscard]] Mains mains() const;
};

/// Those that are known, by their letters; after the IEC's list "World plugs". Japan has both
/// frequencies, and is in it with that of the east.
[[nodiscard]] std::span<const MainsRegion> mainsRegions();

/// Null if the country is not in the list.
[[nodiscard]] const MainsRegion* findMainsRegion(std::string_view territory);

}  // namespace linecheck::chain
