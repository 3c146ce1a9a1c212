#include <algorithm>
#include <array>
#include <cmath>

#include "dsp/generators.h"
#include "dsp/log_grid.h"
#include "dsp/multitone_analysis.h"
#include "measure/procedures/catalogue.h"
#include "measure/procedures/multitone_signal.h"

namespace linecheck::measure {
namespace {

constexpr Seconds kFade = Seconds::ofMilli(50.0);
// A ramp, and time for a coupling capacitor of 1 Hz to come to rest.
constexpr Seconds kLead = Seconds::ofMilli(600.0);
constexpr Seconds kEnd = Seconds::ofMilli(100.0);
constexpr Hertz kBandLow = Hertz::of(20.0);
constexpr Hertz kBandHigh = Hertz::of(20'000.0);

Seconds lengthOf(const Values& values) {
  return Seconds::of(values["seconds"]);
}

MultitoneSignal signalOf(const Values& values, int sampleRate) {
  return makeMultitone(DecibelsFs::of(values["level"]), lengthOf(values) + kLead + kEnd,
                       sampleRate);
}

// Noise and distortion in the notches of many tones that sound together, as music does.
class Multitone final : public Procedure {
 public:
  std::string_view id() const override { return "multitone"; }
  std::string_view name() const override { return "Multitone distortion and noise"; }
  std::string_view description() const override {
    return "What does the chain add to many tones at once?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -60.0, 0.0},
        Parameter{"seconds", "Length", Unit::seconds, 8.0, 4.0, 60.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const Hertz rate = Hertz::of(sequence.sampleRate());
    auto samples = signalOf(values, sequence.sampleRate()).samples;
    dsp::applyRamps(samples, rate, kFade);
    const std::span<const double> all(samples);
    const auto lead = static_cast<std::size_t>(kLead * rate);
    const auto end = static_cast<std::size_t>(kEnd * rate);
    sequence.add("multitone.lead", all.first(lead));
    sequence.add("multitone", all.subspan(lead, all.size() - lead - end));
    sequence.add("multitone.end", all.last(end));
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    const MultitoneSignal signal = signalOf(values, recording.sequence->sampleRate());
    Reading reading;
    reading.figures.push_back({"crest_factor", Unit::db, {}, signal.crestFactor.value(), {}});
    for (const int channel : recording.usableChannels()) {
      const auto samples = recording.steady(*recording.sequence->segment("multitone"), channel);
      if (samples.empty()) {
        reading.isComplete = false;
        continue;
      }
      report(samples, recording.sampleRate(), signal, channel, reading);
    }
    return reading;
  }

 private:
  static void report(std::span<const double> samples, Hertz rate, const MultitoneSignal& signal,
                     int channel, Reading& reading) {
    const dsp::MultitoneOptions band{kBandLow, kBandHigh};
    const auto whole = dsp::analyzeMultitone(samples, rate, signal.frequencies, band);
    // Without the tones there is nothing that distortion could be against.
    if (!whole || !whole->clockPpm) return;
    const Decibels ratio = whole->noiseAndDistortion - whole->signal;
    const bool isSilent = whole->noiseAndDistortion.isSilent();
    reading.figures.push_back({"level", Unit::dbfs, channel, whole->signal.value(),
                               levelError(*whole, rate, samples.size())});
    reading.figures.push_back(
        {"tdn", Unit::db, channel, ratio.value(),
         isSilent ? std::optional<double>() : ratioError(*whole, rate, samples.size())});
    reading.figures.push_back(
        {"tdn_level", Unit::dbfs, channel, whole->noiseAndDistortion.value(), {}});
    addTones(*whole, signal, channel, reading);
    addNotches(*whole, channel, reading);
  }

  // A power p that is known within a share e is known within 10·log10(1 + e) dB.
  static double decibelsOf(double share) { return Decibels::fromPowerRatio(1.0 + share).value(); }

  // Cramér and Rao's 2σ²/N for each amplitude, times 1.5 for the Hann weight, of noise that is as
  // dense up to Nyquist as it is in the band.
  static double levelError(const dsp::MultitoneAnalysis& found, Hertz rate, std::size_t count) {
    constexpr double kWeight = 1.5;
    const double all = 0.5 * rate / (kBandHigh - kBandLow);
    const double noise = (found.noiseAndDistortion - found.signal).powerRatio() * all;
    return decibelsOf(std::sqrt(4.0 * kWeight * noise / static_cast<double>(count)));
  }

  // Of a sum of bins that are noise: each is distributed exponentially, and averaged over as many
  // frames as there are. An upper bound if they are steady lines.
  static double ratioError(const dsp::MultitoneAnalysis& found, Hertz rate, std::size_t count) {
    const Seconds length = static_cast<double>(count) / rate;
    const double frames = std::max(1.0, found.scale.binWidth * length);
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t k = 0; k < found.powers.size(); ++k) {
      const Hertz f = static_cast<double>(k) * found.scale.binWidth;
      if (f < kBandLow || f > kBandHigh) continue;
      sum += found.powers[k];
      squares += found.powers[k] * found.powers[k];
    }
    return decibelsOf(std::sqrt(squares * found.scale.enbwBins / frames) / sum);
  }

  static void addTones(const dsp::MultitoneAnalysis& found, const MultitoneSignal& signal,
                       int channel, Reading& reading) {
    Trace gain{"tone_gain", channel, "frequency", Unit::hertz, Unit::db, {}, {}};
    Trace bands{"tdn_bands", channel, "frequency", Unit::hertz, Unit::dbfs, {}, {}};
    const double halfBand = std::pow(10.0, 0.05);
    for (std::size_t i = 0; i < found.lines.size(); ++i) {
      const Hertz sent = signal.frequencies[i];
      gain.x.push_back(sent.value());
      gain.y.push_back((found.lines[i].level - signal.each).value());
      bands.x.push_back(sent.value());
      const double power =
          dsp::bandPower(found.powers, found.scale, sent / halfBand, sent * halfBand);
      bands.y.push_back(dsp::levelFromPower(power).value());
    }
    reading.traces.push_back(std::move(gain));
    reading.traces.push_back(std::move(bands));
  }

  // Of several bins the highest, so that no line is lost.
  static void addNotches(const dsp::MultitoneAnalysis& found, int channel, Reading& reading) {
    constexpr double kPointsPerOctave = 96.0;
    Trace trace{"tdn_spectrum", channel, "frequency", Unit::hertz, Unit::dbfs, {}, {}};
    const auto bin = [&](Hertz f) {
      return std::min(found.powers.size(),
                      static_cast<std::size_t>(std::llround(f / found.scale.binWidth)));
    };
    std::size_t from = bin(kBandLow);
    for (const Hertz edge : dsp::logGrid(kBandLow, kBandHigh, kPointsPerOctave)) {
      const std::size_t to = bin(edge);
      if (to <= from) continue;
      const auto begin = found.powers.begin() + static_cast<std::ptrdiff_t>(from);
      const auto highest =
          std::max_element(begin, found.powers.begin() + static_cast<std::ptrdiff_t>(to));
      trace.x.push_back(static_cast<double>(highest - found.powers.begin()) *
                        found.scale.binWidth.value());
      trace.y.push_back(dsp::levelFromPower(*highest).value());
      from = to;
    }
    reading.traces.push_back(std::move(trace));
  }
};

}  // namespace

const Procedure& multitoneProcedure() {
  static const Multitone kMultitone;
  return kMultitone;
}

}  // namespace linecheck::measure
