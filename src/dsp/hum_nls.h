#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace linecheck::dsp::hum {

/// Weight of the samples in a fit. Flat is best in white noise; tapered ends keep other tones out.
class Taper {
 public:
  /// A flat weight convolved with a Kaiser window of `edge` samples: 0 is flat, `length` is the
  /// Kaiser window itself. `nullBins` is where the window's main lobe ends, in bins of the edge.
  Taper(std::size_t length, std::size_t edge, double nullBins);

  [[nodiscard]] bool isFlat() const { return weights_.empty(); }
  /// None if flat.
  [[nodiscard]] std::span<const double> weights() const { return weights_; }
  /// Variance of a fitted amplitude in white noise of variance 1: 2·Σw²/(Σw)².
  [[nodiscard]] double amplitudeVariance() const;
  /// Σw²t²/(Σwt²)², t in samples from the middle: what weighting does to a frequency's variance.
  [[nodiscard]] double frequencyVariance() const;
  /// Σwt².
  [[nodiscard]] double secondMoment() const { return moment_; }
  [[nodiscard]] double sum() const { return sum_; }

 private:
  std::vector<double> weights_;
  double sum_ = 0.0;
  double sumOfSquares_ = 0.0;
  double moment_ = 0.0;
  double momentOfSquares_ = 0.0;
};

/// A harmonic a·cos(lωt) + b·sin(lωt), t from the middle of the signal.
struct FittedHarmonic {
  double cosine = 0.0;
  double sine = 0.0;
  [[nodiscard]] double amplitude() const;
};

struct NlsFit {
  double fundamental = 0.0;               ///< Hz.
  double fundamentalError = 0.0;          ///< One standard error, Hz.
  std::vector<FittedHarmonic> harmonics;  ///< Orders 1…n.
};

/// Nonlinear least squares for harmonics of one fundamental (Nielsen, Jensen, Jensen, Christensen,
/// Jensen, Signal Processing 135 (2017) 188–197), by Gauss-Newton steps from `fundamental` (Hz),
/// which has to be right within half a bin at the highest of `orders`. Those orders, ascending,
/// decide the fundamental, each weighted by its own noise variance per sample in `floors`; then
/// the amplitudes of orders 1…`greatestOrder` are fitted. With a flat weight all harmonics and the
/// mean are fitted jointly and nothing leaks between them; a taper keeps them apart by itself.
[[nodiscard]] NlsFit fitNls(std::span<const double> samples, double sampleRate, double fundamental,
                            std::span<const int> orders, std::span<const double> floors,
                            int greatestOrder, const Taper& taper);

}  // namespace linecheck::dsp::hum
