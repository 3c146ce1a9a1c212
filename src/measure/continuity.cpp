#include "measure/continuity.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "measure/tone_track.h"

namespace linecheck::measure {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

constexpr double kMinSeconds = 0.3;
constexpr double kFoundPowerRatio = 10.0;
// Blocks on each side of a jump of which the median is taken: a click moves one, a jump all.
constexpr std::size_t kSide = 5;
// Beyond this many deviations nothing is noise.
constexpr double kSignificant = 8.0;
// Of one lost sample's phase; what a slowly wandering clock may do within the blocks compared.
constexpr double kSmallestStep = 0.1;
// The share by which a block falls below those around it when the tone was replaced for a moment;
// a click does less.
constexpr double kSmallestDip = 0.15;
// Exact zeros for half a period are no zero crossing, whatever the bits.
constexpr double kSilentPeriods = 0.5;
constexpr std::size_t kFewestZeros = 16;
constexpr std::int64_t kMostSamples = 8192;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double median(std::span<const double> values) {
  return median(std::vector<double>(values.begin(), values.end()));
}

// Standard deviation of normally distributed values among which some are far off.
double robustDeviation(const std::vector<double>& values) {
  const double centre = median(values);
  std::vector<double> distances(values.size());
  std::transform(values.begin(), values.end(), distances.begin(),
                 [centre](double value) { return std::abs(value - centre); });
  return 1.4826 * median(std::move(distances));
}

// The tone's phase without the steady difference of two clocks.
std::vector<double> phaseOf(const ToneTrack& track) {
  std::vector<double> steps(track.tone.size() - 1);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i] = std::arg(track.tone[i + 1] * std::conj(track.tone[i]));
  }
  const double steady = median(steps);
  std::vector<double> phase(track.tone.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    phase[i + 1] = phase[i] + std::remainder(steps[i] - steady, kTurn);
  }
  return phase;
}

std::span<const double> before(const std::vector<double>& values, std::size_t block) {
  const std::size_t count = std::min(kSide, block);
  return std::span(values).subspan(block - count, count);
}

std::span<const double> after(const std::vector<double>& values, std::size_t block) {
  return std::span(values).subspan(block, std::min(kSide, values.size() - block));
}

// What the phase does across each pair of blocks j, j + 1, from those before to those behind.
std::vector<double> phaseSteps(const std::vector<double>& phase) {
  std::vector<double> steps(phase.size(), 0.0);
  for (std::size_t j = 1; j + 2 < phase.size(); ++j) {
    steps[j] = median(after(phase, j + 2)) - median(before(phase, j));
  }
  return steps;
}

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// The pair of blocks near `found` that holds the jump. Medians stay level while the jump lies among
// the blocks that they take; means are greatest where none does.
std::size_t sharpened(const std::vector<double>& phase, std::size_t found) {
  std::size_t best = found;
  double greatest = 0.0;
  const std::size_t end = std::min(found + kSide, phase.size() - 2);
  for (std::size_t j = std::max<std::size_t>(found, kSide) - kSide + 1; j < end; ++j) {
    const double step = std::abs(mean(after(phase, j + 2)) - mean(before(phase, j)));
    if (step > greatest) {
      greatest = step;
      best = j;
    }
  }
  return best;
}

// By how much each block falls below the lesser of its two sides, or below half of all blocks.
std::vector<double> dips(const std::vector<double>& magnitude, double usual) {
  std::vector<double> result(magnitude.size(), 0.0);
  for (std::size_t j = 0; j < magnitude.size(); ++j) {
    double around = 0.5 * usual;
    if (j >= 2 && j + 2 < magnitude.size()) {
      around = std::max(
          around, std::min(median(before(magnitude, j - 1)), median(after(magnitude, j + 2))));
    }
    result[j] = std::max(0.0, 1.0 - magnitude[j] / around);
  }
  return result;
}

// Where exact zeros stand in for the tone.
std::vector<std::size_t> silences(std::span<const double> samples, std::size_t fewest) {
  std::vector<std::size_t> result;
  std::size_t run = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    run = samples[i] == 0.0 ? run + 1 : 0;
    if (run == fewest) result.push_back(i + 1 - run);
  }
  return result;
}

// The smallest number of samples whose phase is the step's, if any is within its uncertainty.
std::optional<std::int64_t> samplesFor(double step, double phasePerSample, double deviation) {
  const double tolerance = 4.0 * deviation + 0.02 * phasePerSample;
  for (std::int64_t count = 0; count <= kMostSamples; ++count) {
    for (const std::int64_t samples : {count, -count}) {
      const double phase = static_cast<double>(samples) * phasePerSample;
      if (std::abs(std::remainder(phase - step, kTurn)) <= tolerance) return samples;
    }
  }
  return std::nullopt;
}

// Peaks above a threshold, no two within one comparison's reach: the greatest of them first.
std::vector<std::size_t> peaks(const std::vector<double>& values, double threshold) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::abs(values[i]) > threshold) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&values](std::size_t a, std::size_t b) {
    return std::abs(values[a]) > std::abs(values[b]);
  });
  std::vector<std::size_t> kept;
  for (const std::size_t i : order) {
    const bool isNew = std::all_of(kept.begin(), kept.end(), [i](std::size_t k) {
      return (i > k ? i - k : k - i) > kSide + 1;
    });
    if (isNew) kept.push_back(i);
  }
  return kept;
}

}  // namespace

Continuity checkContinuity(std::span<const double> samples, Hertz sampleRate, Hertz tone) {
  Continuity result;
  const ToneTrack track = trackTone(samples, sampleRate, tone);
  result.resolutionFrames = static_cast<std::int64_t>(track.hop);
  const bool isLongEnough = static_cast<double>(samples.size()) >= kMinSeconds * sampleRate.value();
  if (!isLongEnough || track.tone.size() < 2 * kSide) return result;

  std::vector<double> magnitude(track.tone.size());
  std::transform(track.tone.begin(), track.tone.end(), magnitude.begin(),
                 [](const auto& value) { return std::abs(value); });
  const double amplitude = median(magnitude);
  result.toneLevel = dbfsFromSinePeak(amplitude);
  result.isToneFound = amplitude * amplitude > kFoundPowerRatio * median(track.besidePower);
  if (!result.isToneFound) return result;

  const double phasePerSample = kTurn * (tone / sampleRate);
  const auto phase = phaseOf(track);
  const auto steps = phaseSteps(phase);
  const double deviation = robustDeviation(steps);
  const double smallest = std::max(kSignificant * deviation, kSmallestStep * phasePerSample);
  result.canSeeOneSample = smallest < phasePerSample;
  for (const std::size_t j : peaks(steps, smallest)) {
    // Blocks j and j + 1 have this hop in common.
    const std::size_t block = sharpened(phase, j);
    const auto centre = static_cast<std::int64_t>((block + 1) * track.hop + track.hop / 2);
    // The outermost block may hold the jump itself, and its phase is then of both sides.
    const bool hasTwoSides = block >= 2 && block + 4 <= phase.size();
    result.jumps.push_back(
        {centre, hasTwoSides ? samplesFor(steps[j], phasePerSample, deviation) : std::nullopt});
  }
  const auto addUnlessKnown = [&result](std::size_t where) {
    const auto frame = static_cast<std::int64_t>(where);
    const bool isKnown =
        std::any_of(result.jumps.begin(), result.jumps.end(), [&](const Jump& jump) {
          return std::abs(jump.frame - frame) <= 3 * result.resolutionFrames;
        });
    if (!isKnown) result.jumps.push_back({frame, std::nullopt});
  };
  const auto falls = dips(magnitude, amplitude);
  const double least =
      std::max(kSmallestDip, kSignificant * robustDeviation(magnitude) / amplitude);
  for (const std::size_t j : peaks(falls, least)) addUnlessKnown((j + 1) * track.hop);
  const double halfPeriod = kSilentPeriods * (sampleRate / tone);
  for (const std::size_t where :
       silences(samples, std::max(kFewestZeros, static_cast<std::size_t>(halfPeriod)))) {
    addUnlessKnown(where);
  }
  std::sort(result.jumps.begin(), result.jumps.end(),
            [](const Jump& a, const Jump& b) { return a.frame < b.frame; });
  return result;
}

}  // namespace linecheck::measure
