#include <algorithm>
#include <array>
#include <cmath>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/tone_traces.h"

namespace linecheck::measure {
namespace {

constexpr Hertz kFrequency = Hertz::of(997.0);

std::vector<double> levelsOf(const Values& values) {
  const double from = values["from"];
  const double to = values["to"];
  const double step = values["step"];
  std::vector<double> levels;
  // Counted down from the top, so that this is always there.
  for (int i = 0; to - step * i >= from - 1e-9; ++i) levels.push_back(to - step * i);
  std::reverse(levels.begin(), levels.end());
  return levels;
}

std::string segmentId(std::size_t step) {
  return "level." + std::to_string(step);
}

// Linearity, THD and THD+N of 997 Hz over its level, after AES17.
class LevelSteps final : public Procedure {
 public:
  std::string_view id() const override { return "level-steps"; }
  std::string_view name() const override { return "Stepped level"; }
  std::string_view description() const override {
    return "Is the gain the same at all levels, and where does distortion set in?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"from", "Quietest level", Unit::dbfs, -60.0, -120.0, -1.0},
        Parameter{"to", "Loudest level", Unit::dbfs, 0.0, -119.0, 0.0},
        Parameter{"step", "Step", Unit::db, 2.0, 0.1, 20.0},
        Parameter{"seconds", "Length of each step", Unit::seconds, 0.3, 0.15, 10.0}};
    return kParameters;
  }
  std::vector<ProcedureStep> steps(const Values& /*values*/) const override {
    return {{Harness::loop, true}};
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    if (values["from"] >= values["to"]) {
      return fail(ErrorCode::usage, "The quietest level has to lie below the loudest.", "from");
    }
    const auto levels = levelsOf(values);
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const std::array tones = {Sequence::Tone{kFrequency, DecibelsFs::of(levels[i])}};
      sequence.addTones(segmentId(i), tones, Seconds::of(values["seconds"]));
    }
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    constexpr double kReference = -20.0;  // dBFS.
    const Recording& recording = recordings.front();
    const auto levels = levelsOf(values);
    Reading reading;
    for (const int channel : recording.usableChannels()) {
      ToneTraces traces(channel, "level", Unit::dbfs);
      for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto samples = recording.steady(*recording.sequence->segment(segmentId(i)), channel);
        if (samples.empty()) {
          reading.isComplete = false;
          break;
        }
        traces.add(levels[i], DecibelsFs::of(levels[i]),
                   readTone(samples, recording.sampleRate(), kFrequency));
      }
      if (traces.size() == 0) continue;
      if (const auto reference = traces.nearest(kReference)) {
        traces.finish(*reference, reading);
      } else {
        reading.statements.push_back({"tone", "not_found", channel});
      }
    }
    return reading;
  }
};

}  // namespace

const Procedure& levelStepsProcedure() {
  static const LevelSteps kLevelSteps;
  return kLevelSteps;
}

}  // namespace linecheck::measure
