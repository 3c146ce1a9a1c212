#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "dsp/fft.h"

namespace linecheck::dsp::hum {

/// Noise around one frequency, lines left out. Powers are variances per sample of white noise of
/// the same density.
struct NoiseFloor {
  double power = 0.0;
  double below = 0.0;  ///< From the lower side alone.
  double above = 0.0;
  /// Power/truth is distributed as a Gamma variable of this shape and mean 1.
  double shape = 0.0;

  [[nodiscard]] bool isKnown() const { return shape >= 1.0 && power > kSilentPower; }
  /// Of digital silence, whose floor nothing can be held against.
  static constexpr double kSilentPower = 1e-290;
};

/// −ln of the probability that noise alone reaches `power` in one bin: the exact tail
/// (1 + P/(shape·floor))^−shape for a floor that was estimated too.
[[nodiscard]] double evidence(double power, double floor, double shape);

/// The least power that has this evidence: the inverse of `evidence`.
[[nodiscard]] double powerWithEvidence(double evidence, double floor, double shape);

/// Where a line's top lies, by a parabola through its logarithm.
struct Peak {
  double frequency = 0.0;  ///< Hz.
  double power = 0.0;
  bool isInside = false;  ///< A maximum within the range that was searched, not on its edge.
};

/// The window and the transform for blocks of one length. One object is used by one thread at a
/// time.
class LineWindow {
 public:
  /// At least 16 samples at `sampleRate` Hz.
  LineWindow(std::size_t length, double sampleRate);

  [[nodiscard]] std::size_t length() const { return weights_.size(); }
  [[nodiscard]] double sampleRate() const { return sampleRate_; }

 private:
  friend class LineSpectrum;
  double sampleRate_;
  double lobe_ = 0.0;
  std::vector<double> weights_;
  double sum_ = 0.0;
  double sumOfSquares_ = 0.0;
  double slopeVariance_ = 0.0;
  double frequencyVariance_ = 0.0;
  double independentPerHertz_ = 0.0;
  RealFft fft_;
};

/// Power spectrum under one Kaiser window over all of a block: side lobes below −130 dB, so that a
/// full-scale tone hides nothing outside its main lobe. White noise of variance σ² reads σ² in the
/// mean; a sine of peak A reads A²/4 · (Σw)²/Σw². Frequencies in Hz.
class LineSpectrum {
 public:
  /// As many samples as the window was made for. The mean is removed.
  LineSpectrum(std::span<const double> samples, LineWindow& window);

  [[nodiscard]] double binWidth() const { return binWidth_; }
  /// 1/duration: what the block resolves at best.
  [[nodiscard]] double resolution() const { return resolution_; }
  [[nodiscard]] std::span<const double> powers() const { return powers_; }
  /// Half the main lobe, to its first zero.
  [[nodiscard]] double lobe() const { return lobe_; }
  /// Last frequency at which a line can be told from its surroundings.
  [[nodiscard]] double highestLine() const;

  /// Interpolated between bins.
  [[nodiscard]] double powerAt(double frequency) const;
  [[nodiscard]] Peak peakNear(double frequency, double range) const;
  /// From just outside a line's lobe, widened by `margin`, some 10 Hz to both sides, or as far as a
  /// short block needs. The strongest three tenths of the bins count as lines, and exact zero as
  /// the rounding noise of the transform.
  [[nodiscard]] NoiseFloor floorAround(double frequency, double margin = 0.0) const;
  /// The same without telling the sides apart.
  [[nodiscard]] NoiseFloor meanFloorAround(double frequency, double margin) const;
  /// Greatest power between two frequencies; 0 if there is no bin.
  [[nodiscard]] double greatestBetween(double low, double high) const;

  /// Peak amplitude of a sine that reads `power`.
  [[nodiscard]] double amplitude(double power) const;
  /// Standard deviation of the frequency at which a line of this power in this floor peaks.
  [[nodiscard]] double frequencyError(double power, double floor) const;
  /// E[|dX/df|²]/E[|X|²] of noise, in s²: how quickly the spectrum changes along frequency.
  [[nodiscard]] double slopeVariance() const { return slopeVariance_; }

 private:
  struct Sides;
  [[nodiscard]] Sides collectSides(double frequency, double margin) const;
  [[nodiscard]] NoiseFloor meanOf(Sides& sides) const;

  double sampleRate_;
  double binWidth_ = 0.0;
  double resolution_ = 0.0;
  double lobe_ = 0.0;
  double roundingNoise_ = 0.0;
  double slopeVariance_ = 0.0;
  double amplitudeScale_ = 0.0;     // Peak amplitude² of a line over its power.
  double frequencyVariance_ = 0.0;  // Hz² of a line's top, times power over floor.
  double independentPerHertz_ = 0.0;
  std::vector<double> powers_;
};

/// Shortest length of at least `minimum` whose transform is quick: a product of 2s, 3s and 5s.
[[nodiscard]] std::size_t quickFftLength(std::size_t minimum);

}  // namespace linecheck::dsp::hum
