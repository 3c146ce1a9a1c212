#include <array>
#include <cmath>
#include <numeric>

#include "dsp/noise_meter.h"
#include "dsp/tone.h"
#include "measure/procedures/catalogue.h"

namespace linecheck::measure {
namespace {

constexpr Seconds kRest = Seconds::ofMilli(250.0);
constexpr Sequence::Tone kTone = {Hertz::of(997.0), DecibelsFs::of(-60.0)};
// Equal parts of a stretch, whose differences tell how far the whole is to be trusted.
constexpr std::size_t kParts = 8;

// All that is there but DC: a steady whine is noise too, so no tone is looked for.
dsp::NoiseFigures noiseOf(std::span<const double> samples, Hertz sampleRate) {
  const dsp::ToneOptions options;
  std::vector<double> centred(samples.begin(), samples.end());
  const double mean =
      std::accumulate(centred.begin(), centred.end(), 0.0) / static_cast<double>(centred.size());
  for (double& sample : centred) sample -= mean;
  dsp::NoiseMeter meter(options.window, options.fftLength, centred.size(), sampleRate);
  meter.add(centred);
  return meter.figures(options.bandLow, options.bandHigh);
}

// What is there but the tone and its harmonics.
dsp::NoiseFigures noiseBesideTone(std::span<const double> samples, Hertz sampleRate) {
  dsp::ToneOptions options;
  options.expected = kTone.frequency;
  return dsp::analyzeTone(samples, sampleRate, options).noise;
}

// Standard errors, in dB, of the whole's figures.
struct NoiseErrors {
  std::optional<double> unweighted, aWeighted, itu468, ccirRms;
};

template <class Meter>
NoiseErrors errorsOf(std::span<const double> samples, Hertz sampleRate, Meter meter) {
  std::array<dsp::NoiseFigures, kParts> parts;
  const std::size_t length = samples.size() / kParts;
  for (std::size_t i = 0; i < kParts; ++i) {
    parts[i] = meter(samples.subspan(i * length, length), sampleRate);
  }
  const auto error = [&parts](auto figure) -> std::optional<double> {
    double sum = 0.0;
    double squares = 0.0;
    for (const dsp::NoiseFigures& part : parts) {
      const double power = std::pow(10.0, (part.*figure).value() / 10.0);
      sum += power;
      squares += power * power;
    }
    if (sum <= 0.0) return std::nullopt;
    constexpr double kCount = kParts;
    const double mean = sum / kCount;
    const double variance = std::max(0.0, squares / kCount - mean * mean) / (kCount - 1.0);
    return 10.0 / std::log(10.0) * std::sqrt(variance) / mean;
  };
  using dsp::NoiseFigures;
  return {error(&NoiseFigures::unweighted), error(&NoiseFigures::aWeighted),
          error(&NoiseFigures::itu468), error(&NoiseFigures::ccirRms)};
}

// Noise of the chain with silence played, unweighted and weighted, and AES17's dynamic range: a
// 997 Hz tone at −60 dBFS, so that nothing mutes, with the tone and its harmonics taken out. Or of
// the input alone, terminated.
class Noise final : public Procedure {
 public:
  std::string_view id() const override { return "noise"; }
  std::string_view name() const override { return "Noise and dynamic range"; }
  std::string_view description() const override {
    return "How quiet is the chain, and how far is it from there to full scale?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"seconds", "Length", Unit::seconds, 5.0, 1.0, 60.0},
        Parameter{"terminated", "Inputs terminated instead of looped", Unit::count, 0.0, 0.0, 1.0}};
    return kParameters;
  }
  std::vector<ProcedureStep> steps(const Values& values) const override {
    if (isTerminated(values)) return {{Harness::terminatedInput, false}};
    return {{Harness::loop, true}};
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const Seconds length = Seconds::of(values["seconds"]);
    sequence.addSilence("rest", kRest);
    sequence.addSilence("silence", length);
    if (isTerminated(values)) return {};
    const std::array tones = {kTone};
    sequence.addTones("tone", tones, length);
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    Reading reading;
    for (const int channel : recording.usableChannels()) {
      const auto silence = readSilence(recording, channel, reading);
      if (isTerminated(values)) continue;
      const auto beside = readTone(recording, channel, reading);
      if (silence && beside) compare(*silence, *beside, channel, reading);
    }
    return reading;
  }

 private:
  static bool isTerminated(const Values& values) { return values["terminated"] >= 0.5; }

  static std::optional<dsp::NoiseFigures> readSilence(const Recording& recording, int channel,
                                                      Reading& reading) {
    const auto samples = recording.steady(*recording.sequence->segment("silence"), channel);
    if (samples.empty()) {
      reading.isComplete = false;
      return std::nullopt;
    }
    const auto noise = noiseOf(samples, recording.sampleRate());
    const auto errors = errorsOf(samples, recording.sampleRate(), noiseOf);
    const auto add = [&](const char* id, DecibelsFs level, std::optional<double> error) {
      reading.figures.push_back({id, Unit::dbfs, channel, level.value(), error});
    };
    add("noise", noise.unweighted, errors.unweighted);
    add("noise_a", noise.aWeighted, errors.aWeighted);
    add("noise_itu468", noise.itu468, errors.itu468);
    add("noise_ccir_rms", noise.ccirRms, errors.ccirRms);
    return noise;
  }
  static std::optional<dsp::NoiseFigures> readTone(const Recording& recording, int channel,
                                                   Reading& reading) {
    const auto samples = recording.steady(*recording.sequence->segment("tone"), channel);
    if (samples.empty()) {
      reading.isComplete = false;
      return std::nullopt;
    }
    dsp::ToneOptions options;
    options.expected = kTone.frequency;
    const auto analysis = dsp::analyzeTone(samples, recording.sampleRate(), options);
    if (!analysis.tone) {
      reading.figures.push_back({"dynamic_range", Unit::db, channel, {}, {}});
      reading.figures.push_back({"dynamic_range_a", Unit::db, channel, {}, {}});
      reading.statements.push_back({"tone", "not_found", channel});
      return std::nullopt;
    }
    const auto& noise = analysis.noise;
    const auto errors = errorsOf(samples, recording.sampleRate(), noiseBesideTone);
    reading.figures.push_back(
        {"dynamic_range", Unit::db, channel, -noise.ccirRms.value(), errors.ccirRms});
    reading.figures.push_back(
        {"dynamic_range_a", Unit::db, channel, -noise.aWeighted.value(), errors.aWeighted});
    return noise;
  }
  // A converter that mutes on digital silence looks quieter than it is while it plays.
  static void compare(const dsp::NoiseFigures& silence, const dsp::NoiseFigures& beside,
                      int channel, Reading& reading) {
    constexpr Decibels kQuieter = 3.0_dB;
    const bool isQuieter = silence.ccirRms + kQuieter < beside.ccirRms;
    reading.statements.push_back(
        {"silence", isQuieter ? "quieter_than_beside_tone" : "as_beside_tone", channel});
  }
};

}  // namespace

const Procedure& noiseProcedure() {
  static const Noise kNoise;
  return kNoise;
}

}  // namespace linecheck::measure
