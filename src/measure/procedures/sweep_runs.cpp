#include "measure/procedures/sweep_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace linecheck::measure {
namespace {

// dsp::analyzeSweep knows the response from four times the sweep's start on.
constexpr double kStartPerLowest = 0.25;
// f1·L, see dsp::SweptSine. With 3 the response is right within 0.001 dB from its lowest frequency
// on, with 1 within 0.03 dB.
constexpr double kLeastCycles = 3.0;
constexpr double kSweptPerRate = 0.495;
constexpr Seconds kTail = Seconds::ofMilli(500.0);
constexpr Seconds kRest = Seconds::ofMilli(600.0);
constexpr std::int64_t kBefore = 2048;

std::string runId(int run) {
  return fmt::format("sweep.{}", run + 1);
}

// Root mean square of some values within so many octaves on both sides of each.
std::vector<double> localRms(const std::vector<Hertz>& frequencies,
                             const std::vector<double>& values, double octaves) {
  const double reach = std::exp2(octaves);
  std::vector<double> result(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    double square = 0.0;
    int count = 0;
    for (std::size_t j = 0; j < values.size(); ++j) {
      if (frequencies[j] * reach < frequencies[i] || frequencies[i] * reach < frequencies[j]) {
        continue;
      }
      square += values[j] * values[j];
      ++count;
    }
    result[i] = std::sqrt(square / count);
  }
  return result;
}

// The root mean square of those within so many octaves that are of one kind with each. Where a
// converter of sample rates ends its band nothing but noise is left, and the runs lie dB apart:
// that tells nothing of the points before it.
std::vector<double> localError(const std::vector<Hertz>& frequencies,
                               const std::vector<double>& apart, double octaves) {
  constexpr double kOneKind = 10.0;
  const double reach = std::exp2(octaves);
  std::vector<double> result(apart.size());
  std::vector<double> near;
  for (std::size_t i = 0; i < apart.size(); ++i) {
    near.clear();
    for (std::size_t j = 0; j < apart.size(); ++j) {
      if (frequencies[j] * reach >= frequencies[i] && frequencies[i] * reach >= frequencies[j]) {
        near.push_back(apart[j]);
      }
    }
    const auto middle = near.begin() + static_cast<std::ptrdiff_t>(near.size() / 2);
    std::nth_element(near.begin(), middle, near.end());
    const double limit = kOneKind * *middle;
    if (apart[i] <= limit) std::erase_if(near, [limit](double one) { return one > limit; });
    const double square = std::inner_product(near.begin(), near.end(), near.begin(), 0.0);
    result[i] = std::sqrt(square / static_cast<double>(near.size()));
  }
  return result;
}

double valueAt(const std::vector<Hertz>& frequencies, const std::vector<double>& values,
               Hertz frequency) {
  const auto above = std::lower_bound(frequencies.begin(), frequencies.end(), frequency);
  if (above == frequencies.begin()) return values.front();
  if (above == frequencies.end()) return values.back();
  const auto i = static_cast<std::size_t>(above - frequencies.begin());
  const double share =
      std::log(frequency / frequencies[i - 1]) / std::log(frequencies[i] / frequencies[i - 1]);
  return std::lerp(values[i - 1], values[i], share);
}

}  // namespace

Result<SweepRuns> SweepRuns::make(Hertz from, DecibelsFs level, Seconds length, int count,
                                  int sampleRate) {
  dsp::SweepSettings settings;
  settings.from = kStartPerLowest * from;
  settings.to = kSweptPerRate * Hertz::of(sampleRate);
  const double span = std::log(*settings.to / settings.from);
  settings.duration = std::max(length, kLeastCycles * span / settings.from);
  settings.level = level;
  auto sweep = dsp::SweptSine::make(settings, Hertz::of(sampleRate));
  if (!sweep) return fail(sweep.error());
  return SweepRuns{*std::move(sweep), count};
}

void SweepRuns::addTo(Sequence& sequence) const {
  for (int run = 0; run < count; ++run) {
    sequence.add(runId(run), sweep.samples());
    sequence.addSilence(runId(run) + ".rest", kRest);
  }
}

std::vector<SweepRun> readRuns(const Recording& recording, const SweepRuns& runs, int channel,
                               bool& isComplete) {
  std::vector<SweepRun> result;
  dsp::SweepAnalysisOptions options;
  options.tail = kTail;
  for (int run = 0; run < runs.count; ++run) {
    const Segment& segment = *recording.sequence->segment(runId(run));
    if (!recording.holds(segment)) {
      isComplete = false;
      break;
    }
    const auto behind =
        static_cast<std::int64_t>(kTail * Hertz::of(recording.sequence->sampleRate()));
    const auto samples = recording.around(segment, channel, kBefore, behind);
    auto response = dsp::analyzeSweep(samples, runs.sweep, options);
    if (!response) continue;
    const std::int64_t before = recording.frameOf(segment.first, channel) - kBefore - segment.first;
    const double latency = static_cast<double>(before) + static_cast<double>(response->delay);
    result.push_back({*std::move(response), latency});
  }
  return result;
}

double LevelCurve::at(Hertz frequency) const {
  return valueAt(frequencies, decibels, frequency);
}

std::optional<double> LevelCurve::errorAt(Hertz frequency) const {
  if (errors.empty()) return std::nullopt;
  return valueAt(frequencies, errors, frequency);
}

LevelCurve meanOf(const std::vector<Hertz>& frequencies,
                  const std::vector<std::vector<double>>& curves) {
  LevelCurve mean{frequencies, std::vector<double>(frequencies.size()), {}};
  const auto count = static_cast<double>(curves.size());
  for (const auto& curve : curves) {
    for (std::size_t i = 0; i < curve.size(); ++i) mean.decibels[i] += curve[i] / count;
  }
  if (curves.size() < 2) return mean;
  std::vector<double> apart(frequencies.size());
  for (std::size_t i = 0; i < apart.size(); ++i) {
    double square = 0.0;
    for (const auto& curve : curves) square += std::pow(curve[i] - mean.decibels[i], 2.0);
    apart[i] = std::sqrt(square / (count - 1.0) / count);
  }
  mean.errors = localError(frequencies, apart, 1.0 / 6.0);
  return mean;
}

std::vector<double> harmonicDbc(const std::vector<SweepRun>& runs, std::size_t index,
                                Hertz sampleRate) {
  constexpr double kStandsOut = 4.0;
  constexpr double kOctaves = 0.5;
  const auto& first = runs[0].response.harmonics[index];
  const auto& second = runs[1].response.harmonics[index];
  const auto& linear = runs[0].response.linear;
  const auto points = static_cast<std::ptrdiff_t>(first.response.size());
  const std::vector<Hertz> frequencies(runs[0].response.frequencies.begin(),
                                       runs[0].response.frequencies.begin() + points);
  // A clock that drifts moves the second run by a part of a sample.
  std::vector<std::complex<double>> between(linear.size());
  std::transform(linear.begin(), linear.end(), runs[1].response.linear.begin(), between.begin(),
                 [](auto a, auto b) { return b / a; });
  const double moved = pureDelay(runs[0].response.frequencies, between, sampleRate);
  std::vector<double> level(frequencies.size());
  std::vector<double> apart(frequencies.size());
  for (std::size_t i = 0; i < frequencies.size(); ++i) {
    const double cycles = first.order * (frequencies[i] / sampleRate) * moved;
    const auto back = second.response[i] * std::polar(1.0, 2.0 * std::numbers::pi * cycles);
    level[i] = 0.5 * std::abs(first.response[i] + back) / std::abs(linear[i]);
    apart[i] = 0.5 * std::abs(first.response[i] - back) / std::abs(linear[i]);
  }
  const auto noise = localRms(frequencies, apart, kOctaves);
  for (std::size_t i = 0; i < level.size(); ++i) {
    level[i] = level[i] > kStandsOut * noise[i] ? Decibels::fromAmplitudeRatio(level[i]).value()
                                                : std::numeric_limits<double>::quiet_NaN();
  }
  return level;
}

double pureDelay(const std::vector<Hertz>& frequencies,
                 const std::vector<std::complex<double>>& response, Hertz sampleRate) {
  constexpr Hertz kFrom = Hertz::of(1000.0);
  constexpr Hertz kTo = Hertz::of(10'000.0);
  double sum = 0.0;
  double weight = 0.0;
  double phase = 0.0;
  std::optional<std::complex<double>> before;
  for (std::size_t i = 0; i < frequencies.size(); ++i) {
    if (frequencies[i] < kFrom || frequencies[i] > kTo) continue;
    // The first one's own sign is the polarity's.
    phase = before ? phase + std::arg(response[i] / *before)
                   : std::arg(response[i].real() < 0.0 ? -response[i] : response[i]);
    before = response[i];
    const double cycles = frequencies[i] / sampleRate;
    sum -= phase / (2.0 * std::numbers::pi) * cycles;
    weight += cycles * cycles;
  }
  return weight > 0.0 ? sum / weight : 0.0;
}

}  // namespace linecheck::measure
