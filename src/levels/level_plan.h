#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "chain/desk.h"
#include "levels/estimate.h"
#include "levels/route.h"
#include "profiles/figure.h"
#include "units/decibels.h"
#include "units/level.h"

/// How high the signal and the noise stand at each point of a desk, from the profiles' figures and
/// the controls' settings. docs/levels.md defines every figure. What cannot be known stays empty.
namespace linecheck::levels {

/// What is played.
struct Programme {
  /// The level that counts as working level: EBU R 68 puts alignment 18 dB below full scale.
  DecibelsFs working = DecibelsFs::of(-18.0);
};

/// A port on the way, and what stands there. Of a digital port all levels are empty: 0 dBFS is its
/// ceiling. Levels at an output are without load; what its impedance takes is lost on the way to
/// the input.
struct Point {
  RoutePoint at;
  bool isDigital = false;
  Estimate<DecibelsU> ceiling;  ///< The greatest sine that this port gives or takes.
  Estimate<DecibelsU> peak;     ///< Where a sine of 0 dBFS at the source stands here.
  Estimate<DecibelsU> working;  ///< Where the working level stands.
  Estimate<DecibelsU> noise;    ///< RMS, of all devices up to here; at an input without its own.
  Estimate<Decibels> margin;    ///< ceiling − peak. Below 0 dB it clips here at full scale.
  Estimate<Decibels> headroom;  ///< ceiling − working.
  Estimate<Decibels> snr;       ///< peak − noise, as if nothing clipped.
  /// From the noise to the greatest signal that comes here without having clipped on the way.
  Estimate<Decibels> dynamicRange;

  bool operator==(const Point&) const = default;
};

/// A device on the way, as a source of noise.
struct Stage {
  chain::DeviceId device;
  Estimate<Decibels> gain;  ///< From its input to its output; empty at the ends and in converters.
  Estimate<Decibels> snr;   ///< Its own noise against a sine of 0 dBFS at the source.
  /// By how much it lowers the signal-to-noise ratio of all before it; empty for the first.
  std::optional<Estimate<Decibels>> noiseFigure;

  bool operator==(const Stage&) const = default;
};

/// An analogue connection from an output to the next input.
struct Interface {
  chain::CableId cable;
  std::size_t input = 0;             ///< Index of the point where it ends.
  Estimate<Decibels> gain;           ///< The divider of the two impedances, 0 dB or less.
  Estimate<DecibelsU> thermalNoise;  ///< Of the two impedances side by side: no line is quieter.
  Estimate<Decibels> snr;            ///< A sine of 0 dBFS against that.
  /// What the thermal noise costs, were it not in the devices' own figures already.
  Estimate<Decibels> noiseFigure;
  /// Noise picked up here that would lower the whole way's signal-to-noise ratio by 1 dB.
  Estimate<DecibelsU> noiseForOneDecibel;

  bool operator==(const Interface&) const = default;
};

/// The point that clips first as the signal grows.
struct FirstLimit {
  std::size_t point = 0;
  Estimate<Decibels> margin;
  bool isCertain = false;  ///< No other point can come before it, whatever is not known.

  bool operator==(const FirstLimit&) const = default;
};

struct Path {
  std::vector<Point> points;
  std::vector<Stage> stages;          ///< Those that can add noise, in order.
  std::vector<Interface> interfaces;  ///< In order.
  /// Whether the mode switches let the signal pass; empty where nobody knows. The levels are what
  /// they would be if it passed.
  std::optional<bool> isPlaying;
  Estimate<Decibels> snr;  ///< Of all stages in a row.
  /// That a connection must have by itself to lower `snr` by no more than 1 dB: 5.87 dB more.
  Estimate<Decibels> interfaceSnrForOneDecibel;
  /// That of every stage's noise figure, if they all have the same; else empty.
  std::optional<profiles::Weighting> weighting;
  std::optional<FirstLimit> firstLimit;  ///< Empty if no margin is known.
  /// At headphones: how loud the working level and a sine of 0 dBFS are.
  std::optional<Estimate<DecibelsSpl>> loudness;
  std::optional<Estimate<DecibelsSpl>> peakLoudness;

  [[nodiscard]] Route route() const;

  bool operator==(const Path&) const = default;
};

struct LevelPlan {
  std::vector<Path> paths;  ///< One for each route, in `findRoutes`' order.
  bool isComplete = true;   ///< False if there are too many.
};

[[nodiscard]] LevelPlan planLevels(const chain::Desk& desk, const Programme& programme = {});

/// A level as a voltage, RMS.
[[nodiscard]] Estimate<Volts> volts(const Estimate<DecibelsU>& level);

}  // namespace linecheck::levels
