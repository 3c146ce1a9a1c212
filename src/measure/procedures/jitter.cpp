#include <algorithm>
#include <array>
#include <cmath>

#include "dsp/generators.h"
#include "measure/procedures/catalogue.h"
#include "measure/procedures/jitter_pattern.h"
#include "measure/procedures/jitter_reading.h"
#include "measure/procedures/loop_inputs.h"

namespace linecheck::measure {
namespace {

constexpr Hertz kSpan = Hertz::of(5000.0);
// Fades in with a ramp of 50 ms and gives the filters as long again.
constexpr Seconds kLead = Seconds::ofMilli(100.0);
constexpr Seconds kFade = Seconds::ofMilli(50.0);

double picoseconds(Seconds time) {
  constexpr double kPerSecond = 1e12;
  return kPerSecond * time.value();
}

JitterPattern patternOf(int sampleRate, const Values& values) {
  return {sampleRate, DecibelsFs::of(values["level"])};
}

// Side lines of the J-test's tone: how much the converters' clocks are early and late.
class ConverterJitter final : public Procedure {
 public:
  std::string_view id() const override { return "jitter"; }
  std::string_view name() const override { return "Jitter (J-test)"; }
  std::string_view description() const override { return "How steady is the converters' clock?"; }
  std::span<const Parameter> parameters() const override {
    // At its greatest level it is the pattern that everyone uses; below, the step that toggles
    // stays the same.
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -60.0, kJitterFullLevel.value()},
        Parameter{"seconds", "Length", Unit::seconds, 8.0, 2.0, 30.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const Hertz rate = Hertz::of(sequence.sampleRate());
    const JitterPattern pattern = patternOf(sequence.sampleRate(), values);
    const auto framesOf = [&](Seconds time) {
      // Whole periods, so that the pattern runs on from one segment into the next.
      return static_cast<std::size_t>(std::ceil(pattern.toggle() * time) *
                                      std::round(rate / pattern.toggle()));
    };
    auto lead = pattern.samples(framesOf(kLead));
    auto end = lead;
    const auto fade = static_cast<std::size_t>(kFade * rate);
    // Twice the ramp's length has a ramp at each end, and no more.
    std::vector<double> ramps(2 * fade, 1.0);
    dsp::applyRamps(ramps, rate, kFade);
    for (std::size_t n = 0; n < fade; ++n) {
      lead[n] *= ramps[n];
      end[end.size() - 1 - n] *= ramps[n];
    }
    sequence.add("jtest.lead", lead);
    sequence.add("jtest", pattern.samples(framesOf(Seconds::of(values["seconds"]))));
    sequence.add("jtest.end", end);
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    const JitterPattern pattern = patternOf(recording.sequence->sampleRate(), values);
    Reading reading;
    for (const int channel : recording.usableChannels()) {
      const auto samples = recording.steady(*recording.sequence->segment("jtest"), channel);
      if (samples.empty()) {
        reading.isComplete = false;
        continue;
      }
      const auto jitter = readJitter(samples, recording.sampleRate(),
                                     returnedFrequency(recording, pattern.tone()), kSpan);
      if (jitter) report(*jitter, channel, reading);
    }
    return reading;
  }

 private:
  static void report(const JitterReading& jitter, int channel, Reading& reading) {
    const auto add = [&](std::string id, Unit unit, std::optional<double> value,
                         std::optional<double> uncertainty = {}) {
      reading.figures.push_back({std::move(id), unit, channel, value, uncertainty});
    };
    add("level", Unit::dbfs, jitter.level.value());
    if (jitter.lines.empty()) {
      add("jitter_peak", Unit::picoseconds, {});
      add("jitter_rms", Unit::picoseconds, {});
    } else {
      const JitterLine& strongest = jitter.lines.front();
      add("jitter_peak", Unit::picoseconds, picoseconds(strongest.peak),
          picoseconds(strongest.error));
      add("jitter_frequency", Unit::hertz, strongest.offset.value());
      add("jitter_side", Unit::dbc, strongest.side.value());
      double square = 0.0;
      double squareError = 0.0;
      for (const JitterLine& line : jitter.lines) {
        square += 0.5 * std::pow(picoseconds(line.peak), 2.0);
        squareError += std::pow(picoseconds(line.peak) * picoseconds(line.error), 2.0);
      }
      add("jitter_rms", Unit::picoseconds, std::sqrt(square),
          0.5 * std::sqrt(squareError / square));
    }
    add("jitter_bound", Unit::picoseconds, picoseconds(jitter.bound));
    add("jitter_noise_rms", Unit::picoseconds, picoseconds(jitter.noiseRms));
    add("jitter_skirt", Unit::db, jitter.skirt.value());
    reading.statements.push_back({"jitter", jitter.lines.empty() ? "clean" : "sidebands", channel});
    addTraces(jitter, channel, reading);
  }

  static void addTraces(const JitterReading& jitter, int channel, Reading& reading) {
    Trace spectrum{"jitter_spectrum", channel, "offset", Unit::hertz, Unit::dbc, {}, {}};
    for (std::size_t i = 0; i < jitter.offsets.size(); ++i) {
      spectrum.x.push_back(jitter.offsets[i].value());
      spectrum.y.push_back(jitter.sides[i].value());
    }
    auto lines = jitter.lines;
    std::sort(lines.begin(), lines.end(),
              [](const auto& a, const auto& b) { return a.offset < b.offset; });
    Trace sides{"jitter_sides", channel, "offset", Unit::hertz, Unit::dbc, {}, {}};
    Trace peaks{"jitter_peaks", channel, "offset", Unit::hertz, Unit::picoseconds, {}, {}};
    Trace rms{"jitter_rms", channel, "offset", Unit::hertz, Unit::picoseconds, {}, {}};
    for (const JitterLine& line : lines) {
      for (Trace* trace : {&sides, &peaks, &rms}) trace->x.push_back(line.offset.value());
      sides.y.push_back(line.side.value());
      peaks.y.push_back(picoseconds(line.peak));
      rms.y.push_back(picoseconds(line.peak) / std::sqrt(2.0));
    }
    for (Trace* trace : {&spectrum, &sides, &peaks, &rms}) {
      reading.traces.push_back(std::move(*trace));
    }
  }
};

}  // namespace

const Procedure& jitterProcedure() {
  static const ConverterJitter kJitter;
  return kJitter;
}

}  // namespace linecheck::measure
