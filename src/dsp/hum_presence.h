#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "dsp/hum_spectrum.h"
#include "dsp/hum_stimulus.h"

namespace linecheck::dsp::hum {

/// The fundamentals that are possible in one mains system, in Hz.
struct FrequencyRange {
  double low = 0.0;
  double high = 0.0;
};

/// Harmonics of which the joint evidence can prove hum. Music has lines at many multiples of
/// 50 Hz; what it does not have is these.
struct PresenceTest {
  std::span<const int> orders;
  /// So many of the orders have to carry half of what is needed each: hum is lines, not a little
  /// too much power everywhere.
  int carriers = 1;
  /// Between these orders there is nothing else of their strength: they are not the sixth and
  /// twelfth harmonic of the mains by being, say, the seventh and fourteenth of a note.
  bool mustBeAlone = false;
  double falseAlarmShare = 0.5;  ///< Of all false alarms that are allowed.

  [[nodiscard]] bool includes(int order) const {
    return std::find(orders.begin(), orders.end(), order) != orders.end();
  }
};

/// The mains itself, rectified mains and its own third harmonic, …
inline constexpr std::array<int, 3> kLowOrders = {1, 2, 3};
/// … and three-phase rectifiers, which make the sixth and the twelfth together.
inline constexpr std::array<int, 2> kRectifierOrders = {6, 12};
inline constexpr std::array<PresenceTest, 2> kPresenceTests = {
    PresenceTest{kLowOrders, 1, false, 0.9}, PresenceTest{kRectifierOrders, 2, true, 0.1}};

/// −ln of the probability under noise, summed over the orders at one fundamental: the logarithm of
/// the generalised likelihood ratio for unknown amplitudes, phases and floors.
struct Candidate {
  double fundamental = 0.0;  ///< Hz.
  double evidence = 0.0;
  double threshold = 0.0;
  const PresenceTest* test = nullptr;
};

/// The evidence that noise alone exceeds anywhere in `ranges` with probability `falseAlarmRate`:
/// the tail of a Gamma variable (a sum of exponential ones), plus the expected number of
/// upcrossings along the fundamental (S. O. Rice, 1945; R. B. Davies, Biometrika 74 (1987) 33–43).
[[nodiscard]] double presenceThreshold(const LineSpectrum& spectrum,
                                       std::span<const FrequencyRange> ranges,
                                       std::span<const int> orders, double falseAlarmRate);

/// What can be said of one block before any line is believed.
struct Presence {
  std::vector<Candidate> candidates;  ///< Above their thresholds, the strongest first.
  Candidate best;                     ///< Of the low orders, above the threshold or not.
  /// Peak amplitude of a single low harmonic that would be found in 99 of 100 blocks; 0 if the
  /// floor is unknown.
  double detectionLimit = 0.0;
};

/// Searches the ranges for hum. `greatestOrder` and Nyquist limit the orders that are used.
[[nodiscard]] Presence searchPresence(const LineSpectrum& spectrum,
                                      std::span<const FrequencyRange> ranges, int greatestOrder,
                                      const Stimulus& stimulus, double falseAlarmRate);

}  // namespace linecheck::dsp::hum
