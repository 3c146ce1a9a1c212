#pragma once

#include <optional>

#include "diagnosis/sound_view.h"
#include "diagnosis/steady_lines.h"

namespace linecheck::diagnosis {

/// Lines above 1 kHz that drift or step while the capture lasts.
struct WanderingLines {
  double power = 0.0;     ///< 10·log10 of it is dBFS; of the quieter moments.
  double limit = 0.0;     ///< What would have been found.
  double restless = 0.0;  ///< Power of what stands out, but neither stays nor wanders slowly.
};
[[nodiscard]] std::optional<WanderingLines> findWanderingLines(const SoundView& view,
                                                               const SteadyLines& steady);

/// All tones above 1 kHz that nothing else is known to make, whether they stay, wander or step:
/// what a computer's whine is compared by, since it does now this, now that. Its level is the mean
/// over time of a level in decibels, which a change of load moves least.
struct HighTones {
  double level = 0.0;          ///< dBFS.
  double standardError = 0.0;  ///< dB: with what another load would make of it.
};
/// None if less than half of the time there are any.
[[nodiscard]] std::optional<HighTones> findHighTones(const SoundView& view,
                                                     const SteadyLines& steady);

/// How unsteady the noise of the highs is from half second to half second, dB.
struct LoadNoise {
  double spread = 0.0;
  double standardError = 0.0;
};
[[nodiscard]] std::optional<LoadNoise> loadNoise(const SoundView& view);

/// The comb of a GSM phone's bursts.
struct PhoneBursts {
  double overFloor =
      0.0;  ///< dB: the comb's lines over what is between them, in its loudest parts.
  /// 10·log10 of it is dBFS, over the whole capture or, under a programme, its pauses; 0 if no comb
  /// stands out.
  double power = 0.0;
};
[[nodiscard]] std::optional<PhoneBursts> findPhoneBursts(const SoundView& view);

/// The mains' orders from 2.5 to 10 kHz: spikes that come with every period.
struct MainsSpikes {
  double overNoise = 0.0;  ///< dB: over what lies midway between them.
  double standardError = 0.0;
  double power = 0.0;  ///< 10·log10 of it is dBFS; 0 if none stand out.
};
/// `mains` in Hz.
[[nodiscard]] std::optional<MainsSpikes> mainsSpikes(const SoundView& view, double mains);

}  // namespace linecheck::diagnosis
