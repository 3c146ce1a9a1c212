#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "dsp/delay.h"
#include "dsp/generators.h"
#include "dsp/pseudo_noise.h"
#include "measure/procedures/catalogue.h"
#include "measure/procedures/loop_inputs.h"

namespace linecheck::measure {
namespace {

constexpr Seconds kBurst = Seconds::ofMilli(170.0);
constexpr Seconds kEdge = Seconds::ofMilli(5.0);
constexpr Seconds kPause = Seconds::ofMilli(80.0);
// Where filters at the band's ends do not bend the phase.
constexpr dsp::DelayOptions kBand = {Hertz::of(1000.0), Hertz::of(17000.0)};
// How far the latency may have moved since the gate, in frames.
constexpr std::int64_t kReach = 4096;
// A whole sample more or less, give or take what a jump leaves of a wander.
constexpr double kJump = 0.5;

std::string burstId(int index) {
  return fmt::format("burst.{}", index + 1);
}

std::vector<double> burst(int sampleRate, DecibelsFs level) {
  constexpr DecibelsFs kRms = DecibelsFs::of(-20.0);
  dsp::PseudoNoiseSettings settings;
  settings.level = kRms;
  settings.seed = 0x6C6174;
  const Hertz rate = Hertz::of(sampleRate);
  auto samples = dsp::pseudoNoise(settings, rate, static_cast<std::size_t>(kBurst * rate));
  dsp::applyRamps(samples, rate, kEdge);
  double peak = 0.0;
  for (const double sample : samples) peak = std::max(peak, std::abs(sample));
  const double scale = sinePeakFromDbfs(level) / peak;
  for (double& sample : samples) sample *= scale;
  return samples;
}

// Latency of one channel at one burst.
struct Repeat {
  int index = 0;
  Seconds time;  ///< Of the burst, on the output's clock.
  double frames = 0.0;
  double error = 0.0;
};

// Least squares of a level and a slope, in frames and frames per second.
struct Line {
  double mean = 0.0, slope = 0.0, residual = 0.0, slopeError = 0.0;
};

Line fitLine(std::span<const Repeat> repeats) {
  Line line;
  const auto count = static_cast<double>(repeats.size());
  double meanTime = 0.0;
  for (const Repeat& repeat : repeats) {
    line.mean += repeat.frames / count;
    meanTime += repeat.time.value() / count;
  }
  double sxx = 0.0;
  double sxy = 0.0;
  for (const Repeat& repeat : repeats) {
    const double t = repeat.time.value() - meanTime;
    sxx += t * t;
    sxy += t * (repeat.frames - line.mean);
  }
  if (sxx > 0.0) line.slope = sxy / sxx;
  for (const Repeat& repeat : repeats) {
    const double rest = repeat.frames - line.mean - line.slope * (repeat.time.value() - meanTime);
    line.residual += rest * rest;
  }
  line.residual = std::sqrt(line.residual / std::max(1.0, count - 2.0));
  if (sxx > 0.0) line.slopeError = line.residual / std::sqrt(sxx);
  return line;
}

// The same burst of noise again and again: when does each come back?
class RoundTrip final : public Procedure {
 public:
  std::string_view id() const override { return "latency"; }
  std::string_view name() const override { return "Latency"; }
  std::string_view description() const override {
    return "How long does sound take there and back, all buffers included, and is it always the "
           "same?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -60.0, 0.0},
        Parameter{"repeats", "Repeats", Unit::count, 40.0, 4.0, 2000.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const auto samples = burst(sequence.sampleRate(), DecibelsFs::of(values["level"]));
    for (int i = 0; i < repeatsOf(values); ++i) {
      sequence.add(burstId(i), samples);
      sequence.addSilence(burstId(i) + ".pause", kPause);
    }
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    const auto sent = burst(recording.sequence->sampleRate(), DecibelsFs::of(values["level"]));
    Reading reading;
    std::vector<std::pair<int, std::vector<Repeat>>> all;
    for (const int channel : recording.usableChannels()) {
      std::vector<Repeat> repeats;
      for (int i = 0; i < repeatsOf(values); ++i) {
        const Segment& segment = *recording.sequence->segment(burstId(i));
        if (!recording.holds(segment)) {
          reading.isComplete = false;
          break;
        }
        if (auto repeat = readBurst(recording, segment, channel, sent, i)) {
          repeats.push_back(*repeat);
        }
      }
      if (repeats.empty()) continue;
      report(repeats, channel, recording.sampleRate(), reading);
      all.emplace_back(channel, std::move(repeats));
    }
    for (std::size_t i = 1; i < all.size(); ++i) {
      reportDifference(all[0].second, all[i].second, all[i].first, reading);
    }
    return reading;
  }

 private:
  static int repeatsOf(const Values& values) {
    return static_cast<int>(std::lround(values["repeats"]));
  }

  static std::optional<Repeat> readBurst(const Recording& recording, const Segment& segment,
                                         int channel, std::span<const double> sent, int index) {
    const auto received = recording.around(segment, channel, kReach, kReach);
    const auto delay = dsp::estimateDelay(sent, received, recording.sampleRate(), kBand);
    if (!delay) return std::nullopt;
    const std::int64_t first = recording.frameOf(segment.first, channel) - kReach;
    const double frames = static_cast<double>(first - segment.first) + delay->samples;
    const Seconds time =
        static_cast<double>(segment.first) / Hertz::of(recording.sequence->sampleRate());
    return Repeat{index, time, frames, delay->standardError};
  }

  static void report(const std::vector<Repeat>& repeats, int channel, Hertz rate,
                     Reading& reading) {
    constexpr double kMilli = 1e3;
    constexpr double kMillion = 1e6;
    Trace trace{"latency", channel, "time", Unit::seconds, Unit::frames, {}, {}};
    std::vector<double> sorted;
    int jumps = 0;
    double error = 0.0;
    for (const Repeat& repeat : repeats) {
      trace.x.push_back(repeat.time.value());
      trace.y.push_back(repeat.frames);
      sorted.push_back(repeat.frames);
      error += repeat.error * repeat.error;
    }
    std::sort(sorted.begin(), sorted.end());
    // From one burst to the next, beyond what goes on steadily.
    std::vector<double> steps;
    for (std::size_t i = 1; i < repeats.size(); ++i) {
      steps.push_back(repeats[i].frames - repeats[i - 1].frames);
    }
    if (!steps.empty()) {
      auto middle = steps;
      std::sort(middle.begin(), middle.end());
      const double usual = middle[middle.size() / 2];
      for (const double step : steps) jumps += std::abs(step - usual) > kJump ? 1 : 0;
    }
    const double spread = sorted.back() - sorted.front();
    const auto count = static_cast<double>(repeats.size());
    const double own = std::sqrt(error) / count;
    // What was there most of the time.
    const double median = sorted[sorted.size() / 2];
    const Line line = fitLine(repeats);
    const double latency = jumps > 0 ? median : line.mean;
    const double se = std::hypot(own, jumps > 0 ? 0.0 : line.residual / std::sqrt(count));
    reading.figures.push_back({"latency", Unit::frames, channel, latency, se});
    reading.figures.push_back({"latency_time", Unit::milliseconds, channel,
                               kMilli * latency / rate.value(), kMilli * se / rate.value()});
    reading.figures.push_back({"latency_spread", Unit::frames, channel, spread, {}});
    reading.figures.push_back(
        {"latency_jumps", Unit::count, channel, static_cast<double>(jumps), {}});
    constexpr std::size_t kLeast = 3;
    constexpr double kSigmas = 4.0;
    bool isDrifting = false;
    if (jumps == 0 && repeats.size() >= kLeast) {
      const double ppm = kMillion * line.slope / rate.value();
      const double ppmError = kMillion * line.slopeError / rate.value();
      reading.figures.push_back({"latency_wander", Unit::partsPerMillion, channel, ppm, ppmError});
      constexpr double kNoticed = 0.1;
      isDrifting = std::abs(line.slope) > kSigmas * line.slopeError && spread > kNoticed;
    }
    const char* word = jumps > 0 ? "jumps" : isDrifting ? "drifts" : "stable";
    reading.statements.push_back({"latency", word, channel});
    reading.traces.push_back(std::move(trace));
  }

  // Burst by burst, so that what moves both does not count.
  static void reportDifference(const std::vector<Repeat>& first, const std::vector<Repeat>& other,
                               int channel, Reading& reading) {
    std::vector<Repeat> differences;
    for (const Repeat& repeat : other) {
      const auto same = std::find_if(first.begin(), first.end(), [&](const Repeat& candidate) {
        return candidate.index == repeat.index;
      });
      if (same == first.end()) continue;
      differences.push_back({repeat.index, repeat.time, repeat.frames - same->frames,
                             std::hypot(repeat.error, same->error)});
    }
    if (differences.empty()) return;
    const Line line = fitLine(differences);
    double error = 0.0;
    for (const Repeat& repeat : differences) error += repeat.error * repeat.error;
    const auto count = static_cast<double>(differences.size());
    reading.figures.push_back(
        {"latency_difference", Unit::frames, channel, line.mean,
         std::hypot(std::sqrt(error) / count, line.residual / std::sqrt(count))});
  }
};

}  // namespace

const Procedure& latencyProcedure() {
  static const RoundTrip kLatency;
  return kLatency;
}

}  // namespace linecheck::measure
