#pragma once

#include "units/decibels.h"
#include "units/level.h"

namespace linecheck::setup {

/// What the user wants of the desk.
struct Wishes {
  /// Of the programme's working level, at the ear. Over 40 hours a week 80 dB SPL are the ear's
  /// limit (WHO and ITU, H.870).
  DecibelsSpl listening = DecibelsSpl::of(80.0);
  /// How much louder it should go with the knob fully up.
  Decibels reserve = Decibels::of(10.0);

  bool operator==(const Wishes&) const = default;
};

}  // namespace linecheck::setup
