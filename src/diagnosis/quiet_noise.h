#pragma once

#include <optional>
#include <vector>

#include "diagnosis/spectrogram.h"
#include "dsp/hum.h"

namespace linecheck::diagnosis {

/// The broadband noise that is there all the time: per band the median over frequency, which lines
/// do not move, and of that a low quantile over time, which music and voices do not move.
class QuietNoise {
 public:
  QuietNoise() = default;
  /// Lines of `hum` are left out. Either spectrogram may hold no frames.
  QuietNoise(const Spectrogram& fine, const Spectrogram& medium, const dsp::HumEstimate& hum);

  [[nodiscard]] bool isKnown() const { return !bands_.empty(); }
  /// Power per hertz at a frequency in Hz; 10·log10 of it is dBFS in 1 Hz.
  [[nodiscard]] double densityAt(double frequency) const;
  /// dBFS between two frequencies in Hz, as far as the capture reaches. −∞ for digital silence.
  [[nodiscard]] double level(double low, double high) const;
  /// dB per decade of the density from 200 Hz up, least squares over bands.
  struct Tilt {
    double slope = 0.0;
    double standardError = 0.0;
  };
  [[nodiscard]] std::optional<Tilt> tilt() const;
  /// One standard error of `level`, dB.
  [[nodiscard]] double levelError() const { return levelError_; }

  struct Band {
    double low = 0.0;      // Hz.
    double high = 0.0;     // Hz.
    double density = 0.0;  // Power per hertz.
  };
  [[nodiscard]] const std::vector<Band>& bands() const { return bands_; }

 private:
  std::vector<Band> bands_;
  double levelError_ = 0.0;
};

}  // namespace linecheck::diagnosis
