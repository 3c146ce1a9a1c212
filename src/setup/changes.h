#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/sentence.h"
#include "chain/desk.h"
#include "chain/place.h"
#include "setup/progress.h"
#include "setup/readings.h"

namespace linecheck::setup {

/// Something that is not as it was.
struct ReadingChange {
  ReadingKind kind = ReadingKind::system;
  /// Stable: "system_volume", "bits", "loop_gain", "output_trim", "noise", …
  std::string id;
  Sentence text;                      ///< "The output trim of Zen Go is 2.0 dB lower."
  std::vector<chain::Place> where{};  ///< What it is about, or what would explain it.
  std::optional<double> before{};     ///< In the unit of the figure: dB, Hz, bits, 0…1.
  std::optional<double> now{};
  bool isWorse = false;
};

/// Beyond so many standard errors of both readings together, and beyond what always moves, a figure
/// has changed.
inline constexpr double kChangeSigmas = 3.0;
/// What always moves: plugs, temperature, a slider's steps. docs/setup.md gives the sources.
inline constexpr Decibels kGainRepeats = Decibels::of(0.1);
inline constexpr Decibels kNoiseRepeats = Decibels::of(1.0);
inline constexpr Decibels kClipRepeats = Decibels::of(0.3);
inline constexpr double kSliderStep = 0.005;

/// What is different, of the kinds that both have. `desk` is that of now.
[[nodiscard]] std::vector<ReadingChange> compareReadings(const chain::Desk& desk,
                                                         const Readings& before,
                                                         const Readings& now);

}  // namespace linecheck::setup
