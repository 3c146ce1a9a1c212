#include "dsp/harmonic_blocks.h"

#include <cmath>

#include "base/check.h"
#include "dsp/vector_code.h"

namespace linecheck::dsp {
namespace {

constexpr std::size_t kHalf = HarmonicBlocks::kHalf;
constexpr std::size_t kRow = 2 * kHalf;  // Cosines and sines of one harmonic.
// Partial sums side by side: enough of them that none waits for an addition to end.
constexpr std::size_t kLanes = 16;

double offsetAt(std::size_t i) {
  return static_cast<double>(i) + 0.5;
}

// One after the other, each addition would wait for the last.
inline double total(const std::array<double, kLanes>& sums) {
  constexpr std::size_t kQuarter = kLanes / 4;
  std::array<double, kQuarter> parts;
  for (std::size_t i = 0; i < kQuarter; ++i) {
    parts[i] = (sums[i] + sums[i + kQuarter]) + (sums[i + 2 * kQuarter] + sums[i + 3 * kQuarter]);
  }
  return (parts[0] + parts[2]) + (parts[1] + parts[3]);
}

// A block is read from its middle outwards, which the processor does not foresee.
inline void prefetchBlockAfterNext([[maybe_unused]] const double* block) {
#if defined(__GNUC__)
  constexpr std::size_t kPerCacheLine = 8;
  for (std::size_t i = 0; i < HarmonicBlocks::kLength; i += kPerCacheLine) {
    __builtin_prefetch(block + 2 * HarmonicBlocks::kLength + i);
  }
#endif
}

inline double dot(const double* __restrict a, const double* __restrict b) {
  std::array<double, kLanes> sums{};
  for (std::size_t i = 0; i < kHalf; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  return total(sums);
}

LC_VECTOR_CODE double sumOf(const double* values) {
  std::array<double, kLanes> sums{};
  for (std::size_t i = 0; i < kHalf; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += values[i + lane];
  }
  return total(sums);
}

LC_VECTOR_CODE void correlateRows(const double* even, const double* odd, const double* rows,
                                  std::size_t count, std::complex<double>* sums) {
  for (std::size_t l = 0; l < count; ++l) {
    sums[l] = {dot(even, rows + l * kRow), -dot(odd, rows + l * kRow + kHalf)};
  }
}

// out = start + Σ factors[2l]·(row l), for either the cosines or the sines.
inline void combineRows(const double* __restrict rows, std::size_t count,
                        const double* __restrict factors, double start, double* __restrict out) {
  constexpr std::size_t kWide = 2 * kLanes;  // At half of it GCC 12 turns each vector about.
  for (std::size_t i = 0; i < kHalf; i += kWide) {
    std::array<double, kWide> sums;
    sums.fill(start);
    for (std::size_t l = 0; l < count; ++l) {
      const double factor = factors[2 * l];
      const double* row = rows + l * kRow + i;
      for (std::size_t lane = 0; lane < kWide; ++lane) sums[lane] += factor * row[lane];
    }
    for (std::size_t lane = 0; lane < kWide; ++lane) out[i + lane] = sums[lane];
  }
}

// Real and imaginary parts of the amplitudes alternate.
LC_VECTOR_CODE void combineHalves(const double* rows, std::size_t count, const double* amplitudes,
                                  double dc, double* even, double* odd) {
  combineRows(rows, count, amplitudes, dc, even);
  combineRows(rows + kHalf, count, amplitudes + 1, 0.0, odd);
}

// rest = block − (even ∓ odd) after and before the middle: the sum has −Im·sine in it.
LC_VECTOR_CODE void subtractHalves(const double* __restrict block, const double* __restrict even,
                                   const double* __restrict odd, double* __restrict rest) {
  prefetchBlockAfterNext(block);
  for (std::size_t i = 0; i < kHalf; ++i) rest[kHalf + i] = block[kHalf + i] - (even[i] - odd[i]);
  for (std::size_t i = 0; i < kHalf; ++i) {
    const std::size_t mirrored = kHalf - 1 - i;
    rest[i] = block[i] - (even[mirrored] + odd[mirrored]);
  }
}

LC_VECTOR_CODE void foldHalves(const double* __restrict block, double* __restrict even,
                               double* __restrict odd) {
  prefetchBlockAfterNext(block);
  for (std::size_t i = 0; i < kHalf; ++i) {
    const double after = block[kHalf + i];
    const double before = block[kHalf - 1 - i];
    even[i] = after + before;
    odd[i] = after - before;
  }
}

LC_VECTOR_CODE std::complex<double> momentOf(const double* even, const double* odd,
                                             const double* cosines, const double* sines) {
  return {dot(odd, cosines), -dot(even, sines)};
}

}  // namespace

HarmonicBlocks::HarmonicBlocks(std::size_t harmonics)
    : harmonics_(harmonics), tables_(harmonics * kRow) {}

void HarmonicBlocks::setSlope(double radiansPerSample) {
  if (harmonics_ == 0) return;
  double* first = tables_.data();
  for (std::size_t i = 0; i < kHalf; ++i) {
    first[i] = std::cos(radiansPerSample * offsetAt(i));
    first[kHalf + i] = std::sin(radiansPerSample * offsetAt(i));
    offsetCosines_[i] = offsetAt(i) * first[i];
    offsetSines_[i] = offsetAt(i) * first[kHalf + i];
  }
  for (std::size_t l = 1; l < harmonics_; ++l) {
    const double* before = first + (l - 1) * kRow;
    double* row = first + l * kRow;
    for (std::size_t i = 0; i < kHalf; ++i) {
      row[i] = before[i] * first[i] - before[kHalf + i] * first[kHalf + i];
      row[kHalf + i] = before[kHalf + i] * first[i] + before[i] * first[kHalf + i];
    }
  }
}

void HarmonicBlocks::fold(std::span<const double, kLength> block, HalfBlock& even, HalfBlock& odd) {
  foldHalves(block.data(), even.data(), odd.data());
}

void HarmonicBlocks::correlate(const HalfBlock& even, const HalfBlock& odd,
                               std::span<std::complex<double>> sums) const {
  if (!LC_VERIFY(sums.size() == harmonics_)) return;
  correlateRows(even.data(), odd.data(), tables_.data(), harmonics_, sums.data());
}

double HarmonicBlocks::sum(const HalfBlock& even) {
  return sumOf(even.data());
}

std::complex<double> HarmonicBlocks::moment(const HalfBlock& even, const HalfBlock& odd) const {
  return momentOf(even.data(), odd.data(), offsetCosines_.data(), offsetSines_.data());
}

void HarmonicBlocks::subtract(std::span<const double, kLength> block, double dc,
                              std::span<const std::complex<double>> amplitudes,
                              double envelopeSlope, std::span<double, kLength> rest) const {
  if (!LC_VERIFY(amplitudes.size() == harmonics_)) return;
  HalfBlock even;
  HalfBlock odd;
  // A complex array may be read as pairs of doubles ([complex.numbers.general]).
  combineHalves(tables_.data(), harmonics_, reinterpret_cast<const double*>(amplitudes.data()),
                envelopeSlope == 0.0 ? dc : 0.0, even.data(), odd.data());
  if (envelopeSlope != 0.0) {
    // (1 ± δ·slope)(even ± odd), sorted into halves again.
    for (std::size_t i = 0; i < kHalf; ++i) {
      const double change = -envelopeSlope * offsetAt(i);
      const double before = even[i];
      even[i] += change * odd[i];
      odd[i] += change * before;
    }
    for (double& value : even) value += dc;
  }
  subtractHalves(block.data(), even.data(), odd.data(), rest.data());
}

}  // namespace linecheck::dsp
