#include <algorithm>
#include <array>
#include <cmath>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/tone_traces.h"

namespace linecheck::measure {
namespace {

constexpr Hertz kFrequency = Hertz::of(997.0);

std::vector<ToneStep> stepsOf(const Values& values) {
  const double from = values["from"];
  const double to = values["to"];
  const double step = values["step"];
  std::vector<ToneStep> steps;
  // Counted down from the top, so that this is always there.
  for (int i = 0; to - step * i >= from - 1e-9; ++i) {
    const double level = to - step * i;
    steps.push_back({"level." + std::to_string(i), level, {kFrequency, DecibelsFs::of(level)}});
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
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
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    if (values["from"] >= values["to"]) {
      return fail(ErrorCode::usage, "The quietest level has to lie below the loudest.", "from");
    }
    for (const ToneStep& step : stepsOf(values)) {
      sequence.addTones(step.segment, {&step.tone, 1}, Seconds::of(values["seconds"]));
    }
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    constexpr double kReference = -20.0;  // dBFS.
    return readSteps(recordings.front(), stepsOf(values), "level", Unit::dbfs, kReference);
  }
};

}  // namespace

const Procedure& levelStepsProcedure() {
  static const LevelSteps kLevelSteps;
  return kLevelSteps;
}

}  // namespace linecheck::measure
