#pragma once

#include <optional>

#include "diagnosis/sound_view.h"

namespace linecheck::diagnosis {

/// How the noise of the highs follows twice the mains frequency.
struct MainsRhythm {
  bool isThere = false;     ///< Beyond what noise does by chance.
  double twice = 0.0;       ///< Hz: the rhythm's frequency, meaningless unless there.
  double depth = 0.0;       ///< dB: the loudest part of the period over the quietest.
  double depthError = 0.0;  ///< One standard error, dB.
  double power = 0.0;       ///< Of what comes and goes: 10·log10 of it is dBFS.
  double share = 0.0;       ///< Of the noise's power, what comes and goes where it does most.
};

/// Folds the level of three bands above 1.5 kHz at half the period of the mains; where no hum says
/// how long that is, within 1 % of 50 and 60 Hz. None for less than a second.
[[nodiscard]] std::optional<MainsRhythm> mainsRhythm(const SoundView& view);

/// How clearly the level of the highs follows GSM's 216.7 Hz: dB over what noise has there by
/// chance. `coarse` is of all of the capture, or of what is quiet.
[[nodiscard]] std::optional<double> phoneRhythm(const Spectrogram& coarse);

/// Impulses per second that no rhythm of the mains explains: broadband, gone within milliseconds.
struct Clicks {
  double perSecond = 0.0;
  double standardError = 0.0;
  double power = 0.0;  ///< Their mean power: 10·log10 of it is dBFS.
};
[[nodiscard]] std::optional<Clicks> findClicks(const SoundView& view);

}  // namespace linecheck::diagnosis
