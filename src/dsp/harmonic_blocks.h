#pragma once

#include <array>
#include <complex>
#include <cstddef>
#include <span>
#include <vector>

namespace linecheck::dsp {

/// Correlates and synthesises a frequency and its multiples over blocks of a fixed number of
/// samples, the work horse of the tone fit: about one multiplication a sample and harmonic,
/// because a block is folded about its middle into an even and an odd half.
///
/// Offsets within a block are taken from its middle, so they are ±½, ±1½, … samples.
class HarmonicBlocks {
 public:
  static constexpr std::size_t kLength = 256;
  static constexpr std::size_t kHalf = kLength / 2;
  using HalfBlock = std::array<double, kHalf>;

  /// Orders 1…harmonics.
  explicit HarmonicBlocks(std::size_t harmonics);

  [[nodiscard]] std::size_t harmonics() const { return harmonics_; }

  /// Sets the fundamental's radians per sample within a block.
  void setSlope(double radiansPerSample);

  /// Even and odd half of a block: sums and differences of the samples at ±offset.
  static void fold(std::span<const double, kLength> block, HalfBlock& even, HalfBlock& odd);

  /// sums[l − 1] = Σ block(δ)·exp(−i·l·slope·δ) over the offsets δ.
  void correlate(const HalfBlock& even, const HalfBlock& odd,
                 std::span<std::complex<double>> sums) const;

  /// Σ block(δ), of which only the even half has a part.
  [[nodiscard]] static double sum(const HalfBlock& even);

  /// Σ δ·block(δ)·exp(−i·slope·δ), the fundamental's first moment.
  [[nodiscard]] std::complex<double> moment(const HalfBlock& even, const HalfBlock& odd) const;

  /// rest = block − dc − (1 + δ·envelopeSlope)·Re Σ amplitudes[l − 1]·exp(i·l·slope·δ).
  void subtract(std::span<const double, kLength> block, double dc,
                std::span<const std::complex<double>> amplitudes, double envelopeSlope,
                std::span<double, kLength> rest) const;

 private:
  [[nodiscard]] const double* cosines(std::size_t l) const { return &tables_[2 * l * kHalf]; }
  [[nodiscard]] const double* sines(std::size_t l) const { return &tables_[(2 * l + 1) * kHalf]; }

  std::size_t harmonics_;
  std::vector<double> tables_;  ///< Per harmonic kHalf cosines, then kHalf sines.
  HalfBlock offsetCosines_{};   ///< δ·cos and δ·sin of the fundamental.
  HalfBlock offsetSines_{};
};

}  // namespace linecheck::dsp
