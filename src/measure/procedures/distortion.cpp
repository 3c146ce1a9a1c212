#include <array>

#include "dsp/tone.h"
#include "measure/procedures/catalogue.h"

namespace linecheck::measure {
namespace {

// THD, THD+N and SINAD of one steady tone, after AES17.
class Distortion final : public Procedure {
 public:
  std::string_view id() const override { return "distortion"; }
  std::string_view name() const override { return "Distortion of a tone"; }
  std::string_view description() const override {
    return "How much does the chain add to a pure tone?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -100.0, 0.0},
        Parameter{"frequency", "Frequency", Unit::hertz, 997.0, 20.0, 20000.0},
        Parameter{"seconds", "Length", Unit::seconds, 3.0, 0.5, 60.0}};
    return kParameters;
  }
  std::vector<ProcedureStep> steps(const Values& /*values*/) const override {
    return {{Harness::loop, true}};
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const Sequence::Tone tone{Hertz::of(values["frequency"]), DecibelsFs::of(values["level"])};
    if (auto checked = checkBelowNyquist(tone.frequency, sequence); !checked) return checked;
    const std::array tones = {tone};
    sequence.addTones("tone", tones, Seconds::of(values["seconds"]));
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    dsp::ToneOptions options;
    options.expected = Hertz::of(values["frequency"]);
    Reading reading;
    for (const int channel : recording.usableChannels()) {
      const auto samples = recording.steady(*recording.sequence->segment("tone"), channel);
      if (samples.empty()) {
        reading.isComplete = false;
        continue;
      }
      const auto tone = dsp::analyzeTone(samples, recording.sampleRate(), options).tone;
      if (!tone) continue;
      reading.figures.push_back({"level", Unit::dbfs, channel, tone->level.value(), {}});
      reading.figures.push_back({"thd", Unit::db, channel, tone->thd.value(), {}});
      reading.figures.push_back({"thdn", Unit::db, channel, tone->thdn.value(), {}});
      reading.figures.push_back({"sinad", Unit::db, channel, tone->sinad.value(), {}});
    }
    return reading;
  }
};

}  // namespace

const Procedure& distortionProcedure() {
  static const Distortion kDistortion;
  return kDistortion;
}

}  // namespace linecheck::measure
