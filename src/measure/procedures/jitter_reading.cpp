#include "measure/procedures/jitter_reading.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dsp/phasor.h"
#include "dsp/spectrum.h"
#include "measure/procedures/known_line.h"

namespace linecheck::measure {
namespace {

using dsp::SteppedPhasor;
using std::numbers::pi;

constexpr std::size_t kFirstBin = 10;  // The tone's own lobe ends at 7.
constexpr std::size_t kLobe = 8;
constexpr std::size_t kMostLines = 20;
constexpr std::size_t kTracePoints = 1000;
// Power of a bin to the median around it, from which on a line is looked for closely. Noise alone
// reaches it in one of 2·10⁷ bins.
constexpr double kCandidate = 25.0;
constexpr std::size_t kAround = 60;
constexpr Hertz kSkirtFrom = Hertz::of(20.0);
constexpr Hertz kSkirtTo = Hertz::of(200.0);

// Radians by which each sample runs ahead of the tone, and the mirror image at twice the tone.
std::vector<double> phaseOf(std::span<const double> samples, double cyclesPerSample,
                            std::complex<double> amplitude) {
  std::vector<double> phase(samples.size());
  const SteppedPhasor phasor(cyclesPerSample);
  SteppedPhasor::Strip cosines;
  SteppedPhasor::Strip sines;
  const double start = std::arg(amplitude) / (2.0 * pi);
  const double scale = -2.0 / std::abs(amplitude);
  for (std::size_t first = 0; first < samples.size(); first += SteppedPhasor::kStrip) {
    const double cycles = start + dsp::fractionOfCycle(cyclesPerSample, static_cast<double>(first));
    phasor.fill(cycles, cosines, sines);
    const std::size_t count = std::min(SteppedPhasor::kStrip, samples.size() - first);
    for (std::size_t i = 0; i < count; ++i)
      phase[first + i] = scale * samples[first + i] * sines[i];
  }
  return phase;
}

double medianOf(std::span<const double> powers, std::size_t first, std::size_t last) {
  if (first >= last) return 0.0;
  std::vector<double> part(powers.begin() + static_cast<std::ptrdiff_t>(first),
                           powers.begin() + static_cast<std::ptrdiff_t>(last));
  const auto middle = part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2);
  std::nth_element(part.begin(), middle, part.end());
  return *middle;
}

// Local floor of each bin: the median of its surroundings, in steps.
std::vector<double> floorOf(std::span<const double> powers) {
  std::vector<double> floor(powers.size());
  constexpr std::size_t kStep = kAround / 4;
  for (std::size_t start = 0; start < powers.size(); start += kStep) {
    const std::size_t from = std::max(kFirstBin, start > kAround ? start - kAround : 0);
    const std::size_t to = std::min(powers.size(), start + kStep + kAround);
    const double median = medianOf(powers, from, to);
    std::fill(floor.begin() + static_cast<std::ptrdiff_t>(start),
              floor.begin() + static_cast<std::ptrdiff_t>(std::min(powers.size(), start + kStep)),
              median);
  }
  return floor;
}

// Bins of the highest peaks above the floor, no two within one lobe.
std::vector<std::size_t> candidates(std::span<const double> powers, std::span<const double> floor) {
  std::vector<std::size_t> above;
  for (std::size_t k = kFirstBin; k < powers.size(); ++k) {
    if (powers[k] > kCandidate * floor[k]) above.push_back(k);
  }
  std::sort(above.begin(), above.end(),
            [&](std::size_t a, std::size_t b) { return powers[a] > powers[b]; });
  std::vector<std::size_t> peaks;
  for (const std::size_t k : above) {
    const bool isNew = std::all_of(peaks.begin(), peaks.end(), [k](std::size_t peak) {
      return (k > peak ? k - peak : peak - k) >= kLobe;
    });
    if (isNew) peaks.push_back(k);
    if (peaks.size() == kMostLines) break;
  }
  return peaks;
}

}  // namespace

std::optional<JitterReading> readJitter(std::span<const double> samples, Hertz sampleRate,
                                        Hertz tone, Hertz span) {
  if (samples.size() < 16 * kAround) return std::nullopt;
  const LineReader whole(samples, sampleRate);
  JitterReading result;
  result.tone = whole.follow(tone);
  const KnownLine carrier = whole.at(result.tone);
  if (!carrier.isFound()) return std::nullopt;
  result.level = carrier.level();

  const auto phase = phaseOf(samples, result.tone / sampleRate, carrier.amplitude);
  dsp::PowerSpectrum spectrum(dsp::WindowKind::blackmanHarris7, phase.size());
  const auto scale = spectrum.scale(sampleRate);
  const auto bins = static_cast<std::size_t>(span / scale.binWidth);
  const auto powers = spectrum.compute(phase).first(bins);
  const auto floor = floorOf(powers);
  const double perRadian = 1.0 / (2.0 * pi * result.tone.value());
  const LineReader lines(phase, sampleRate);
  std::vector<bool> isLine(bins);
  for (const std::size_t k : candidates(powers, floor)) {
    const Hertz offset = lines.follow(static_cast<double>(k) * scale.binWidth);
    const KnownLine line = lines.at(offset);
    if (!line.isFound()) continue;
    result.lines.push_back({offset, Decibels::fromAmplitudeRatio(0.5 * line.peak()),
                            Seconds::of(perRadian * line.peak()),
                            Seconds::of(perRadian * std::sqrt(0.5 * line.errorPower))});
    for (std::size_t i = k - std::min(k, kLobe); i < std::min(bins, k + kLobe); ++i) {
      isLine[i] = true;
    }
  }
  std::stable_sort(result.lines.begin(), result.lines.end(),
                   [](const auto& a, const auto& b) { return a.peak > b.peak; });

  double noise = 0.0;
  for (std::size_t k = kFirstBin; k < bins; ++k) {
    if (!isLine[k]) noise += powers[k];
  }
  result.noiseRms = Seconds::of(perRadian * std::sqrt(0.5 * noise / scale.enbwBins));
  const auto bin = [&](Hertz offset) {
    return std::clamp(static_cast<std::size_t>(offset / scale.binWidth), kFirstBin, bins);
  };
  const double outer = medianOf(powers, bins / 2, bins);
  result.skirt = Decibels::fromPowerRatio(medianOf(powers, bin(kSkirtFrom), bin(kSkirtTo)) / outer);
  result.bound = Seconds::of(perRadian * std::sqrt(kCandidate * medianOf(floor, kFirstBin, bins)));
  const std::size_t step = bins / kTracePoints + 1;
  for (std::size_t k = kFirstBin; k < bins; k += step) {
    const auto last = powers.begin() + static_cast<std::ptrdiff_t>(std::min(k + step, bins));
    const auto highest = std::max_element(powers.begin() + static_cast<std::ptrdiff_t>(k), last);
    result.offsets.push_back(static_cast<double>(highest - powers.begin()) * scale.binWidth);
    result.sides.push_back(Decibels::fromPowerRatio(0.25 * *highest));
  }
  return result;
}

}  // namespace linecheck::measure
