#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "base/sentence.h"
#include "units/decibels.h"
#include "units/level.h"

/// Making two things equally loud, such as headphones and monitors that one switch selects.
namespace linecheck::measure {

enum class MatchSide { a, b };

/// By how much A is louder than B, as they are set now.
struct LevelDifference {
  Decibels aOverB;
  double uncertainty = 0.0;  ///< One standard deviation, dB.

  bool operator==(const LevelDifference&) const = default;
};

/// What a sound level meter read, in dB SPL; several readings of one side are averaged.
struct MeterReadings {
  std::span<const DecibelsSpl> a;
  std::span<const DecibelsSpl> b;
  std::optional<DecibelsSpl> background;  ///< With the noise off.
  Decibels resolution = Decibels::of(0.1);
  /// Standard deviation of placing the meter anew; beneath headphones at least this.
  Decibels placement = Decibels::of(0.5);
};

/// The quietest and loudest that a reading may be; and what it must stand above the background by.
inline constexpr DecibelsSpl kQuietestReading = DecibelsSpl::of(30.0);
inline constexpr DecibelsSpl kLoudestReading = DecibelsSpl::of(95.0);
inline constexpr Decibels kAboveBackground = Decibels::of(10.0);

/// Readings of one side that lie farther apart are not of the same thing.
inline constexpr Decibels kDisagreement = Decibels::of(3.0);

/// `usage` without a reading of each side, for one that no meter shows, and for one that is too
/// loud to work at; `measurementInvalid` for one too close to the background, and for readings of
/// one side that disagree.
[[nodiscard]] Result<LevelDifference> differenceOf(const MeterReadings& readings);

/// "A is %1 dB louder than B, ± %2 dB.", or the other way round.
[[nodiscard]] Sentence differenceText(const LevelDifference& difference);

/// Where one side is set, and what is on it.
struct MatchControl {
  std::string name;              ///< "the knob of the L30 II", to stand in a sentence.
  bool isAdjustable = true;      ///< False if nothing sets this side alone.
  std::optional<Decibels> step;  ///< It moves in steps of this; none if it is smooth.
};

/// What to turn.
struct MatchAdvice {
  bool isMatched = false;  ///< Closer than the ear or the measurement can tell: nothing to turn.
  MatchSide side = MatchSide::a;
  Decibels change;  ///< What to set the side's level by: negative is down.
  Decibels left;    ///< What A will be louder by then, for the steps of the control.
  /// Neither side can be set alone: nothing can be done, `change` is what would be needed.
  bool isFixed = false;

  bool operator==(const MatchAdvice&) const = default;
};

/// Closer than this nobody hears a difference.
inline constexpr Decibels kMatched = Decibels::of(0.5);

/// Turns the louder side down where it can be set, else the quieter one up.
[[nodiscard]] MatchAdvice adviceFor(const LevelDifference& difference, const MatchControl& a,
                                    const MatchControl& b);

/// "Turn %1 down by %2 dB.", and the like.
[[nodiscard]] Sentence adviceText(const MatchAdvice& advice, const MatchControl& a,
                                  const MatchControl& b);

}  // namespace linecheck::measure
