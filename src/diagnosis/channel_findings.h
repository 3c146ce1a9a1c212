#pragma once

#include <optional>

#include "diagnosis/evidence.h"
#include "diagnosis/hum_pattern.h"
#include "diagnosis/mains_rhythm.h"
#include "diagnosis/sound_view.h"
#include "diagnosis/steady_lines.h"
#include "diagnosis/unsteady.h"

namespace linecheck::diagnosis {

/// Everything that was looked for in one channel, before it is put into words.
struct ChannelFindings {
  explicit ChannelFindings(const SoundView& view);

  dsp::HumEstimate hum;
  std::optional<HumPattern> pattern;
  SteadyLines lines;
  double leastFrameLine = 0.0;  ///< Power of the weakest frame line that is found.
  double leastStrayLine = 0.0;
  double leastScreenLine = 0.0;
  bool seesScreenLines = false;  ///< The rate reaches them.
  std::optional<MainsRhythm> rhythm;
  std::optional<Clicks> clicks;
  std::optional<WanderingLines> wandering;
  std::optional<HighTones> highTones;
  std::optional<LoadNoise> load;
  std::optional<PhoneBursts> phone;
  std::optional<MainsSpikes> spikes;
  std::vector<NoiseBand> noise;
  double noisePower = 0.0;  ///< 20 Hz–20 kHz; 10·log10 of it is dBFS. 0: unknown or silent.
  double noiseError = 0.0;  ///< dB.
  std::optional<QuietNoise::Tilt> tilt;
  std::optional<double> rumble;  ///< dB.
  double programme = 0.0;        ///< dB.

  /// Power of all that is there without anything played: what makes a channel the deciding one.
  [[nodiscard]] double interference() const;
};

}  // namespace linecheck::diagnosis
