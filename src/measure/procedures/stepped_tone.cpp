#include "measure/procedures/stepped_tone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "dsp/generators.h"
#include "dsp/harmonic_blocks.h"
#include "dsp/harmonic_fit.h"

namespace linecheck::measure {
namespace {

// From one step's level to the next one's, and for filters and gains to come to rest.
constexpr Seconds kChange = Seconds::ofMilli(10.0);
constexpr Seconds kRest = Seconds::ofMilli(20.0);

std::string stepId(const SteppedTone& tone, std::size_t step) {
  return tone.id + "." + std::to_string(step);
}

std::int64_t framesOf(Seconds time, int sampleRate) {
  return std::llround(time.value() * sampleRate);
}

// Plays on: the next segment begins where the last one ended.
class Player {
 public:
  Player(Sequence& sequence, const SteppedTone& tone) : sequence_(sequence), tone_(tone) {}

  void add(std::string id, std::int64_t frames, double from, double to, std::int64_t change,
           double pilotFrom, double pilotTo) {
    std::vector<std::vector<double>> outputs(static_cast<std::size_t>(sequence_.channels()),
                                             std::vector<double>(static_cast<std::size_t>(frames)));
    const Hertz rate = Hertz::of(sequence_.sampleRate());
    for (std::size_t output = 0; output < outputs.size(); ++output) {
      const int number = static_cast<int>(output);
      if (!tone_.output || *tone_.output == number) {
        addLine(outputs[output], {tone_.frequency, 1.0, tone_.phase}, rate, from, to, change);
      }
      if (tone_.pilot && tone_.pilot->output == number) {
        addLine(outputs[output], {tone_.pilot->frequency, 1.0, 0.0}, rate, pilotFrom, pilotTo,
                change);
      }
    }
    sequence_.add(std::move(id), outputs);
    played_ += static_cast<std::uint64_t>(frames);
  }

 private:
  void addLine(std::vector<double>& out, const dsp::Sine& sine, Hertz rate, double from, double to,
               std::int64_t change) const {
    std::vector<double> line(out.size());
    dsp::addSine(line, sine, rate, played_);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const double along = std::min(
          1.0, static_cast<double>(i) / static_cast<double>(std::max<std::int64_t>(change, 1)));
      const double share = 0.5 - 0.5 * std::cos(std::numbers::pi * along);
      out[i] += (from + share * (to - from)) * line[i];
    }
  }

  Sequence& sequence_;
  const SteppedTone& tone_;
  std::uint64_t played_ = 0;
};

double partOfFlat(std::span<const double> samples, double top) {
  std::size_t flat = 0;
  for (std::size_t i = 1; i < samples.size(); ++i) {
    const bool isFlat = samples[i] == samples[i - 1] && std::abs(samples[i]) >= 0.999 * top;
    flat += isFlat ? 1 : 0;
  }
  return static_cast<double>(flat) / static_cast<double>(std::max<std::size_t>(samples.size(), 1));
}

dsp::HarmonicFit fitLine(std::span<const double> samples, double cyclesPerSample) {
  constexpr double kMostOrders = 5.0;
  const auto count = static_cast<double>(samples.size());
  const auto orders = static_cast<std::size_t>(
      std::clamp(std::floor((0.5 - 4.0 / count) / cyclesPerSample), 1.0, kMostOrders));
  return dsp::fitHarmonics(samples, dsp::Carrier::steady(cyclesPerSample, samples.size()), orders);
}

std::vector<double> without(std::span<const double> samples, const dsp::HarmonicFit& fit) {
  std::vector<double> result;
  result.reserve(samples.size());
  dsp::subtractHarmonics(samples, fit, [&result](std::span<const double> rest) {
    result.insert(result.end(), rest.begin(), rest.end());
  });
  return result;
}

StepReading readStep(std::span<const double> samples, double cyclesPerSample) {
  const auto fit = fitLine(samples, cyclesPerSample);
  double squares = 0.0;
  for (const double sample : without(samples, fit)) squares += sample * sample;
  const auto count = static_cast<double>(samples.size());
  // The Cramér-Rao bound, and what the fit's Hann weight costs.
  constexpr double kHannLoss = 1.5;
  StepReading reading;
  reading.amplitude = std::abs(fit.amplitudes[0]);
  reading.restRms = std::sqrt(squares / count);
  reading.error = std::sqrt(kHannLoss * 2.0 / count) * reading.restRms;
  for (std::size_t i = 1; i < fit.amplitudes.size(); ++i) {
    reading.harmonics.push_back(std::abs(fit.amplitudes[i]));
  }
  for (const double sample : samples) reading.top = std::max(reading.top, std::abs(sample));
  reading.flatPart = partOfFlat(samples, reading.top);
  return reading;
}

double cyclesPerSample(const Recording& recording, Hertz frequency) {
  return frequency / recording.sampleRate() / (1.0 + 1e-6 * recording.path.driftPpm);
}

// Passes the steady part of each step that is there, whole blocks of it, to `read`.
template <class Read>
std::vector<StepReading> readEach(const Recording& recording, const SteppedTone& tone, int channel,
                                  Read read) {
  constexpr std::size_t kBlock = dsp::HarmonicBlocks::kLength;
  const auto skipped =
      static_cast<std::size_t>(framesOf(kChange + kRest, recording.capture.sampleRate));
  std::vector<StepReading> result;
  for (std::size_t step = 0; step < tone.levels.size(); ++step) {
    const Segment* segment = recording.sequence->segment(stepId(tone, step));
    if (segment == nullptr) break;
    const auto samples = recording.steady(*segment, channel);
    if (samples.empty()) break;
    const std::size_t length = (samples.size() - skipped) / kBlock * kBlock;
    result.push_back(read(std::span(samples).subspan(skipped, length)));
  }
  return result;
}

}  // namespace

void addSteppedTone(Sequence& sequence, const SteppedTone& tone) {
  Player player(sequence, tone);
  const int rate = sequence.sampleRate();
  const std::int64_t ramp = framesOf(kRamp, rate);
  const std::int64_t change = framesOf(kChange, rate);
  const std::int64_t frames = change + framesOf(kRest, rate) + framesOf(tone.hold, rate);
  const double pilot = tone.pilot ? sinePeakFromDbfs(tone.pilot->level) : 0.0;
  double last = sinePeakFromDbfs(tone.levels.front());
  player.add(tone.id + ".in", ramp, 0.0, last, ramp, 0.0, pilot);
  for (std::size_t step = 0; step < tone.levels.size(); ++step) {
    const double next = sinePeakFromDbfs(tone.levels[step]);
    player.add(stepId(tone, step), frames, last, next, change, pilot, pilot);
    last = next;
  }
  player.add(tone.id + ".out", ramp, last, 0.0, ramp, pilot, 0.0);
}

std::vector<StepReading> readSteps(const Recording& recording, const SteppedTone& tone,
                                   int channel) {
  const double cycles = cyclesPerSample(recording, tone.frequency);
  return readEach(recording, tone, channel,
                  [cycles](std::span<const double> samples) { return readStep(samples, cycles); });
}

std::vector<StepReading> readPilot(const Recording& recording, const SteppedTone& tone,
                                   int channel) {
  if (!LC_VERIFY(tone.pilot.has_value())) return {};
  const double loud = cyclesPerSample(recording, tone.frequency);
  const double pilot = cyclesPerSample(recording, tone.pilot->frequency);
  return readEach(recording, tone, channel, [loud, pilot](std::span<const double> samples) {
    // Beside the pilot, or a fit of what is not there would run to it.
    const auto beside = without(samples, fitLine(samples, pilot));
    return readStep(without(samples, fitLine(beside, loud)), pilot);
  });
}

}  // namespace linecheck::measure
