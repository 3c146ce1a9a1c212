#include <array>

#include "dsp/tone.h"
#include "measure/procedures/catalogue.h"

namespace linecheck::measure {
namespace {

// Noise of the chain with silence played, unweighted and weighted, and AES17's dynamic range: a
// 997 Hz tone at −60 dBFS, so that nothing mutes, with the tone and its harmonics taken out.
class Noise final : public Procedure {
 public:
  std::string_view id() const override { return "noise"; }
  std::string_view name() const override { return "Noise and dynamic range"; }
  std::string_view description() const override {
    return "How quiet is the chain, and how far is it from there to full scale?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"seconds", "Length", Unit::seconds, 5.0, 1.0, 60.0}};
    return kParameters;
  }
  std::vector<ProcedureStep> steps(const Values& /*values*/) const override {
    return {{Harness::loop, true}};
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const Seconds length = Seconds::of(values["seconds"]);
    sequence.addSilence("rest", kRest);
    sequence.addSilence("silence", length);
    const std::array tones = {kTone};
    sequence.addTones("tone", tones, length);
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& /*values*/) const override {
    const Recording& recording = recordings.front();
    Reading reading;
    for (const int channel : recording.usableChannels()) {
      readSilence(recording, channel, reading);
      readTone(recording, channel, reading);
    }
    return reading;
  }

 private:
  static constexpr Seconds kRest = Seconds::ofMilli(250.0);
  static constexpr Sequence::Tone kTone = {Hertz::of(997.0), DecibelsFs::of(-60.0)};

  static void readSilence(const Recording& recording, int channel, Reading& reading) {
    const auto samples = recording.steady(*recording.sequence->segment("silence"), channel);
    if (samples.empty()) {
      reading.isComplete = false;
      return;
    }
    const auto noise = dsp::analyzeTone(samples, recording.sampleRate()).noise;
    reading.figures.push_back({"noise", Unit::dbfs, channel, noise.unweighted.value(), {}});
    reading.figures.push_back({"noise_a", Unit::dbfs, channel, noise.aWeighted.value(), {}});
    reading.figures.push_back({"noise_itu468", Unit::dbfs, channel, noise.itu468.value(), {}});
    reading.figures.push_back({"noise_ccir_rms", Unit::dbfs, channel, noise.ccirRms.value(), {}});
  }
  static void readTone(const Recording& recording, int channel, Reading& reading) {
    const auto samples = recording.steady(*recording.sequence->segment("tone"), channel);
    if (samples.empty()) {
      reading.isComplete = false;
      return;
    }
    dsp::ToneOptions options;
    options.expected = kTone.frequency;
    const auto noise = dsp::analyzeTone(samples, recording.sampleRate(), options).noise;
    reading.figures.push_back({"dynamic_range", Unit::db, channel, -noise.ccirRms.value(), {}});
    reading.figures.push_back({"dynamic_range_a", Unit::db, channel, -noise.aWeighted.value(), {}});
  }
};

}  // namespace

const Procedure& noiseProcedure() {
  static const Noise kNoise;
  return kNoise;
}

}  // namespace linecheck::measure
