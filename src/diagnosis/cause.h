#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace linecheck::diagnosis {

/// What a noise on the line can come from. Exactly one of them is the main one: that which brings
/// the most power above the interface's own noise.
enum class Cause {
  noHum,           ///< Nothing above the chain's own noise.
  groundLoop,      ///< Mains current through a shield: the fundamental with odd harmonics.
  magneticPickup,  ///< A field in a loop of cable: an almost pure fundamental, or a tube's 15.6
                   ///< kHz.
  supplyRipple,    ///< A rectifier: even harmonics, 100/200/300 Hz.
  earthLeakage,    ///< Capacitive leakage of class II supplies, or no working earth: a comb that
                   ///< rises with its order against a loop's.
  dimmer,          ///< A phase-cut: spikes twice a period, odd orders far into the kilohertz.
  mainsHash,       ///< Bursts of noise twice a period and crackle, from switching appliances.
  computerHash,    ///< The computer's whine, which wanders with its load.
  usbFrames,       ///< Tones at USB's frame clock: 1 kHz, 8 kHz and their multiples.
  mobilePhone,     ///< Bursts at 216.7 Hz.
  interfaceNoise,  ///< What the interface's own loopback has as well.
  gainHiss,        ///< Noise that too much gain behind too little level makes.
  unknown,         ///< Something that fits none of these.
};

/// All of them, in the order above.
[[nodiscard]] std::span<const Cause> causes();

/// The stable name in JSON: "no_hum", "ground_loop", …
[[nodiscard]] std::string_view causeId(Cause cause);
/// What it is called, in English: "Ground loop". A window translates it as it does a `Sentence`.
[[nodiscard]] const char* causeName(Cause cause);
/// None if no cause has this id.
[[nodiscard]] std::optional<Cause> findCause(std::string_view id);

}  // namespace linecheck::diagnosis
