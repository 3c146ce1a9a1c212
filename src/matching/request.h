#pragma once

#include <optional>

#include "matching/bounded.h"
#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::matching {

/// What is asked of a pair. All sound pressures are at the ear.
struct Request {
  /// The loudest peak that must come without distortion, as the RMS of a sine as high.
  DecibelsSpl peak = DecibelsSpl::of(115.0);
  /// How much above that a gain step must go to be chosen.
  Decibels reserve = Decibels::of(0.0);
  /// How loud the programme's working level is listened to.
  DecibelsSpl listening = DecibelsSpl::of(80.0);
  /// By how much full scale lies above the working level (EBU R 68).
  Decibels programmePeaks = Decibels::of(18.0);
  /// The part of the knob that is used: the working level from quiet to loud.
  DecibelsSpl quiet = DecibelsSpl::of(60.0);
  DecibelsSpl loud = DecibelsSpl::of(95.0);
  /// What full scale gives at the input of an amplifier, RMS: 2 V, as most converters' unbalanced
  /// outputs.
  Volts feed = Volts::of(2.0);
  /// What if every output had this impedance; empty: as the profiles say.
  std::optional<Ohms> sourceImpedance;

  bool operator==(const Request&) const = default;
};

}  // namespace linecheck::matching
