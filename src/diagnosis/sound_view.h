#pragma once

#include <optional>
#include <span>
#include <vector>

#include "diagnosis/quiet_noise.h"
#include "diagnosis/quiet_stretches.h"
#include "diagnosis/spectrogram.h"
#include "measure/analysis.h"

namespace linecheck::diagnosis {

/// One channel as the traits are read off it: cut into frames three ways, with the noise between
/// all lines, and what the analysis of a capture finds in it.
struct SoundView {
  /// `samples` outlive the view.
  SoundView(std::span<const double> samples, Hertz rate, const measure::AnalysisOptions& options);

  /// Of what is quiet.
  [[nodiscard]] Seconds duration() const;
  /// The greatest frequency that traits look at, Hz.
  [[nodiscard]] double highest() const;
  /// Whether a line at this frequency (Hz) is the mains', as far as `estimateHum` looks and beyond.
  [[nodiscard]] bool isMainsLine(double frequency) const;
  /// Whether it is what is being played, or one of its multiples.
  [[nodiscard]] bool isPlayed(double frequency) const;

  std::span<const double> samples;
  Hertz rate;
  QuietStretches quiet;  ///< What all the rest is read off, `whole` left out.
  dsp::HumEstimate hum;
  std::vector<Hertz> played;
  dsp::FoldedOvertones folded;
  Spectrogram fine;    ///< 0.7 s frames, or what pauses allow: lines and the noise between them.
  Spectrogram medium;  ///< 85 ms frames: what wanders.
  Spectrogram coarse;  ///< 2.7 ms frames a millisecond apart: what follows the mains' rhythm.
  Spectrogram whole;   ///< 0.7 s frames of all of the capture.
  QuietNoise noise;
};

}  // namespace linecheck::diagnosis
