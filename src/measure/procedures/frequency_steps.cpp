#include <algorithm>
#include <array>
#include <cmath>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/tone_traces.h"

namespace linecheck::measure {
namespace {

// Even steps of an octave through 1 kHz, and the two ends.
std::vector<double> frequenciesOf(const Values& values) {
  const double from = values["from"];
  const double to = values["to"];
  const double steps = std::round(values["per-octave"]);
  constexpr double kCentre = 1000.0;
  std::vector<double> frequencies = {from};
  const auto first = static_cast<int>(std::ceil(steps * std::log2(from / kCentre)));
  for (int i = first;; ++i) {
    const double frequency = kCentre * std::exp2(i / steps);
    // A step next to an end would tell the same twice.
    if (frequency > to / 1.02) break;
    if (frequency > from * 1.02) frequencies.push_back(frequency);
  }
  frequencies.push_back(to);
  return frequencies;
}

std::vector<ToneStep> stepsOf(const Values& values) {
  std::vector<ToneStep> steps;
  for (const double frequency : frequenciesOf(values)) {
    steps.push_back({"frequency." + std::to_string(steps.size()),
                     frequency,
                     {Hertz::of(frequency), DecibelsFs::of(values["level"])}});
  }
  return steps;
}

// Gain, THD and THD+N over frequency, tone by tone, after AES17.
class FrequencySteps final : public Procedure {
 public:
  std::string_view id() const override { return "frequency-steps"; }
  std::string_view name() const override { return "Stepped frequency"; }
  std::string_view description() const override {
    return "How do gain and distortion change from the lowest to the highest tone?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Level", Unit::dbfs, -20.0, -100.0, 0.0},
        Parameter{"from", "Lowest frequency", Unit::hertz, 20.0, 20.0, 20000.0},
        Parameter{"to", "Highest frequency", Unit::hertz, 20000.0, 20.0, 20000.0},
        Parameter{"per-octave", "Steps per octave", Unit::count, 3.0, 1.0, 48.0},
        Parameter{"seconds", "Length of each step", Unit::seconds, 0.3, 0.15, 10.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    if (values["from"] >= values["to"]) {
      return fail(ErrorCode::usage, "The lowest frequency has to lie below the highest.", "from");
    }
    if (auto checked = checkBelowNyquist(Hertz::of(values["to"]), sequence); !checked) {
      return checked;
    }
    for (const ToneStep& step : stepsOf(values)) {
      // A low tone is followed for as many periods as it takes to tell it from hum beside it.
      constexpr double kPeriods = 16.0;
      const double seconds = std::max(values["seconds"], kPeriods / step.x);
      sequence.addTones(step.segment, {&step.tone, 1}, Seconds::of(seconds));
    }
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    constexpr double kReference = 1000.0;  // Hz.
    return readSteps(recordings.front(), stepsOf(values), "frequency", Unit::hertz, kReference);
  }
};

}  // namespace

const Procedure& frequencyStepsProcedure() {
  static const FrequencySteps kFrequencySteps;
  return kFrequencySteps;
}

}  // namespace linecheck::measure
