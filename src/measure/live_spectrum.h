#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "dsp/averaging.h"
#include "dsp/spectrum.h"
#include "dsp/window.h"
#include "measure/spectrum_frame.h"
#include "measure/waterfall_reduction.h"

namespace linecheck::measure {

enum class LiveAveraging {
  off,          ///< Each spectrum as it is.
  exponential,  ///< Forgets after about `depth` independent spectra.
  sinceReset,   ///< Mean of all since the settings changed, or `reset`.
};

/// How the live spectrum is computed.
struct SpectrumSettings {
  std::size_t fftLength = 65536;  ///< Samples, 256…RealFft::kMaxLength.
  dsp::WindowKind window = dsp::WindowKind::blackmanHarris7;
  LiveAveraging averaging = LiveAveraging::exponential;
  double depth = 8.0;  ///< ≥ 1, in spectra that do not overlap by more than half.
  bool peakHold = false;
  int channel = 0;  ///< The one that is shown, from 0.

  bool operator==(const SpectrumSettings&) const = default;
};

/// Turns a stream of samples into spectrum frames, about 30 a second for lengths at which that
/// costs little, fewer for the longest. Thread-safe: no. Realtime-safe: no.
class LiveSpectrum {
 public:
  LiveSpectrum(const SpectrumSettings& settings, int sampleRate);
  ~LiveSpectrum() = default;
  LiveSpectrum(const LiveSpectrum&) = delete;
  LiveSpectrum& operator=(const LiveSpectrum&) = delete;

  [[nodiscard]] const SpectrumSettings& settings() const { return settings_; }

  /// Takes samples of the shown channel. Calls `publish(fill)` for each new spectrum, where
  /// `fill(frame)` writes all of the frame but its sequence number and count of lost frames.
  template <class Publish>
  void push(std::span<const double> samples, Publish&& publish) {
    frames_.push(samples, [&](std::span<const double> frame) {
      compute(frame);
      publish([this](SpectrumFrame& target) { fill(target); });
    });
  }

  /// Writes nyquist and levels of the newest spectrum, by itself.
  void fill(WaterfallRow& target);
  /// Samples from the beginning, or the last restart, to the end of the newest spectrum.
  [[nodiscard]] std::int64_t newestEnd() const { return newestEnd_; }

  /// Forgets everything: the stream was broken.
  void restart();
  /// Forgets the average.
  void resetAverage() { average_.reset(); }
  /// Forgets the held peaks.
  void resetPeakHold() { peakHold_.reset(); }

 private:
  void compute(std::span<const double> frame);
  void fill(SpectrumFrame& target) const;
  [[nodiscard]] int independentAverages() const;

  SpectrumSettings settings_;
  int sampleRate_;
  std::size_t hop_;
  dsp::OverlappedFrames frames_;
  dsp::PowerSpectrum spectrum_;
  dsp::SpectrumAverage average_;
  dsp::SpectrumAverage peakHold_;
  WaterfallReduction waterfall_;
  std::span<const double> newest_;  ///< The spectrum's own.
  std::int64_t newestEnd_ = 0;
  double newestRms_ = 0.0;
  double newestPeak_ = 0.0;
};

}  // namespace linecheck::measure
