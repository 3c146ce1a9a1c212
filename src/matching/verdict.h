#pragma once

#include "matching/prepared.h"

namespace linecheck::matching {

/// What a verdict weighs, as plain numbers beside the match's own figures.
struct Facts {
  const PreparedOutput& output;
  const PreparedLoad& load;
  const Request& request;
  Triple headroom;   ///< Above the target peak, dB.
  Triple maximum;    ///< dB SPL
  Triple deviation;  ///< dB
  double damping = kUnknown;
  double noise = kUnknown;  ///< dB SPL(A)
  /// Of the knob at the listening level, dB, at the lowest gain and at the chosen one.
  double lowestGainAttenuation = kUnknown;
  double chosenGainAttenuation = kUnknown;
};

// The limits that the weights count from. docs/matching.md gives the reasons for them.
inline constexpr double kAmpleHeadroom = 3.0;      // dB above target and reserve
inline constexpr double kAmpleForListening = 6.0;  // dB above the programme's peaks
inline constexpr double kGoodDamping = 8.0;        // The 1/8 rule: at most 1.02 dB of deviation.
inline constexpr double kAudibleBend = 0.5;        // dB
inline constexpr double kAudibleHiss = 10.0;       // dB SPL(A) of white noise
inline constexpr double kNoisyOutput = -100.0;     // dBV, 10 µV
inline constexpr double kFair = 10.0;              // Sum of weights from which on it is not good.
inline constexpr double kPoor = 40.0;              // Of what is known, from which on it is poor.

/// Fills in the verdict, the reasons and their weight. `match.limitedBy`, `ratedAt` and
/// `deviationBasis` must be there.
void judge(const Facts& facts, Match& match);

}  // namespace linecheck::matching
