#pragma once

#include <string_view>

namespace linecheck::diagnosis {

/// What a noise on the line can come from.
enum class Cause {
  noHum,           ///< Nothing at the mains frequency above the chain's own noise.
  groundLoop,      ///< Mains current through a shield: the fundamental with odd harmonics.
  magneticPickup,  ///< A field in a loop of cable: an almost pure fundamental.
  supplyRipple,    ///< A rectifier: even harmonics, 100/200/300 Hz.
  mainsHash,       ///< Appliances and leakage: a buzz of many harmonics.
  digitalHash,     ///< The computer's own tones, unrelated to the mains.
  unknown,         ///< Mains hum whose pattern fits none of these.
};

/// The stable name in JSON: "no_hum", "ground_loop", …
[[nodiscard]] std::string_view causeId(Cause cause);

}  // namespace linecheck::diagnosis
