#include "dsp/clock_ratio.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

#include "base/check.h"
#include "dsp/harmonic_blocks.h"
#include "dsp/tone_track.h"

namespace linecheck::dsp {
namespace {

using Complex = std::complex<double>;

constexpr double kShortest = 0.2;  // Seconds.
constexpr double kFarthestPpm = 300.0;
constexpr std::size_t kMostGroups = 256;
constexpr std::size_t kFewestGroups = 8;
// Share of the blocks' power that is left in the mean of each group: near 1 for a tone.
constexpr double kLeastSteady = 0.3;
constexpr double kTooNoisy = 0.7;  // Radians from group to group; beyond, unwrapping goes astray.

// Least squares of a straight line; the error heeds that neighbours may be alike.
struct Line {
  double slope = 0.0;
  double standardError = 0.0;
  double scatter = 0.0;
};

Line fitLine(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  const double centre = 0.5 * (count - 1.0);
  double mean = 0.0;
  for (const double value : values) mean += value / count;
  Line line;
  double spread = 0.0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    const double u = static_cast<double>(k) - centre;
    line.slope += u * (values[k] - mean);
    spread += u * u;
  }
  line.slope /= spread;
  double squares = 0.0;
  double products = 0.0;
  double last = 0.0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    const double rest = values[k] - mean - line.slope * (static_cast<double>(k) - centre);
    squares += rest * rest;
    products += rest * last;
    last = rest;
  }
  const double variance = squares / (count - 2.0);
  const double alike = squares > 0.0 ? std::clamp(products / squares, 0.0, 0.99) : 0.0;
  line.scatter = std::sqrt(variance);
  line.standardError = std::sqrt(variance * (1.0 + alike) / (1.0 - alike) / spread);
  return line;
}

}  // namespace

std::optional<ClockRatio> estimateClockRatio(std::span<const double> received, Hertz sampleRate,
                                             Hertz tone) {
  const double cycles = tone / sampleRate;
  if (!LC_VERIFY(cycles > 0.0 && cycles < 0.5)) return std::nullopt;
  const ToneTrack track = trackTone(received, cycles);
  const auto stretch = steadyStretch(track);
  constexpr auto kBlock = static_cast<double>(HarmonicBlocks::kLength);
  if (!stretch || static_cast<double>(stretch->blocks) * kBlock < kShortest * sampleRate.value()) {
    return std::nullopt;
  }
  const auto blocks = std::span(track.blocks).subspan(stretch->firstBlock, stretch->blocks);
  Complex turn = 0.0;
  double power = 0.0;
  for (std::size_t q = 0; q < blocks.size(); ++q) {
    power += std::norm(blocks[q]) / static_cast<double>(blocks.size());
    if (q > 0) turn += blocks[q] * std::conj(blocks[q - 1]);
  }
  if (!(power > 0.0)) return std::nullopt;
  const double coarse = std::arg(turn);  // Radians from block to block.

  // Groups of blocks, turned back by the coarse slope.
  const std::size_t size = std::max<std::size_t>(1, blocks.size() / kMostGroups);
  const std::size_t groups = blocks.size() / size;
  if (groups < kFewestGroups) return std::nullopt;
  std::vector<double> phases(groups);
  Complex last = 0.0;
  double steady = 0.0;
  double steps = 0.0;
  for (std::size_t g = 0; g < groups; ++g) {
    Complex mean = 0.0;
    for (std::size_t q = g * size; q < (g + 1) * size; ++q) {
      mean += blocks[q] * std::polar(1.0, -coarse * static_cast<double>(q));
    }
    mean /= static_cast<double>(size);
    steady += std::norm(mean) / static_cast<double>(groups);
    if (g > 0) {
      const double step = std::arg(mean * std::conj(last));
      phases[g] = phases[g - 1] + step;
      steps += step * step / static_cast<double>(groups - 1);
    }
    last = mean;
  }
  const Line line = fitLine(phases);
  if (steady < kLeastSteady * power || std::sqrt(steps) > kTooNoisy || line.scatter > kTooNoisy) {
    return std::nullopt;
  }
  const auto groupSize = static_cast<double>(size);
  const double radiansPerBlock = 2.0 * std::numbers::pi * cycles * kBlock;
  constexpr double kMillion = 1e6;
  const ClockRatio ratio{kMillion * (coarse + line.slope / groupSize) / radiansPerBlock,
                         kMillion * line.standardError / groupSize / radiansPerBlock};
  if (std::abs(ratio.ppm) > kFarthestPpm) return std::nullopt;
  return ratio;
}

}  // namespace linecheck::dsp
