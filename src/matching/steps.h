#pragma once

#include <cstddef>
#include <vector>

#include "matching/match.h"

namespace linecheck::matching {

/// A pair at one position of the gain switch. An output without one has a single step without name.
struct StepResult {
  std::size_t step = 0;          ///< Index into Output::steps; 0 where there are none.
  bool isChosen = false;         ///< The lowest with the reserve, else the highest.
  Bounded<DecibelsSpl> maximum;  ///< Of a full-scale sine, knob fully up.
  bool isLimitedByFeed = false;  ///< The feed, not the output, ends it here.
  /// What full scale would have to be at the input for the output's own limit. Empty for what is
  /// not fed, or where gain or limit is not known.
  Bounded<Volts> feedForLimit;
  /// The profile's figure, which nobody ties to a step; above the lowest it may be more.
  Bounded<DecibelsSpl> noise;
  /// Below fully up, 0 dB or less: for the listening level, and the window from quiet to loud. What
  /// the knob cannot reach is its upper end.
  Bounded<Decibels> attenuation, quietAttenuation, loudAttenuation;
  Bounded<chain::Travel> travel, quietTravel, loudTravel;

  bool operator==(const StepResult&) const = default;
};

/// In the order of the output's steps, at least one.
[[nodiscard]] std::vector<StepResult> stepResults(const Output& output, const Load& load,
                                                  const Request& request);

/// How far a knob is turned for a gain of 0 dB or less. Of a potentiometer whose taper nobody told
/// there are bounds: the linear one is turned least, the "10A" audio one most. Of relays and
/// digital controls, which follow no such law, nothing is known, and nothing of no knob.
[[nodiscard]] Bounded<chain::Travel> travelOf(const std::optional<Knob>& knob,
                                              const Bounded<Decibels>& attenuation);

}  // namespace linecheck::matching
