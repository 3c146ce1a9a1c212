#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/compression.h"
#include "measure/procedures/loop_inputs.h"
#include "measure/procedures/pilot.h"
#include "measure/procedures/step_traces.h"
#include "measure/procedures/stepped_tone.h"

namespace linecheck::measure {
namespace {

// A sine of a quarter of the sample rate whose samples all lie at 45° has its crest half-way
// between them, at √2 times their height.
constexpr Decibels kOver = Decibels::of(3.0102999566398119521);
constexpr double kFineStep = 0.1;  // dB.

std::vector<DecibelsFs> oversLevels(DecibelsFs samplePeak) {
  std::vector<DecibelsFs> levels;
  for (const double below : {-24.0, -20.0, -16.0, -13.0, -11.0, -9.0, -8.0, -7.0, -6.0, -5.0}) {
    levels.push_back(samplePeak + Decibels::of(below) + kOver);
  }
  for (int i = 45; i >= 0; --i) {
    levels.push_back(samplePeak - Decibels::of(kFineStep * i) + kOver);
  }
  return levels;
}

SteppedTone toneOn(int output, int outputs, Hertz sampleRate, const Values& values) {
  SteppedTone tone;
  tone.id = "overs" + std::to_string(output + 1);
  tone.output = output;
  tone.frequency = sampleRate / 4.0;
  tone.phase = std::numbers::pi / 4.0;
  tone.levels = oversLevels(DecibelsFs::of(values["level"]));
  tone.hold = Seconds::of(values["seconds"]);
  if (outputs > 1) tone.pilot = {{1 - output, kPilotFrequency, kPilotLevel}};
  return tone;
}

// What the chain does with a wave whose crest between the samples is beyond full scale.
class Overs final : public Procedure {
 public:
  std::string_view id() const override { return "overs"; }
  std::string_view name() const override { return "Inter-sample overs"; }
  std::string_view description() const override {
    return "Do crests between the samples, beyond full scale, come through whole?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"level", "Highest sample (its crest is 3 dB above it)", Unit::dbfs, 0.0, -40.0,
                  0.0},
        Parameter{"seconds", "Length of each step", Unit::seconds, 0.1, 0.05, 10.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    const Hertz rate = Hertz::of(sequence.sampleRate());
    for (int output = 0; output < std::min(sequence.channels(), 2); ++output) {
      addSteppedTone(sequence, toneOn(output, sequence.channels(), rate, values));
    }
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    const int outputs = recording.sequence->channels();
    Reading reading;
    for (int output = 0; output < std::min(outputs, 2); ++output) {
      readOutput(recording, toneOn(output, outputs, recording.sampleRate(), values), reading);
    }
    return reading;
  }

 private:
  static void readOutput(const Recording& recording, const SteppedTone& tone, Reading& reading) {
    const auto channel = inputOf(recording, *tone.output);
    if (!channel) return;
    const auto steps = readSteps(recording, tone, *channel);
    const bool isWhole = steps.size() == tone.levels.size();
    if (!isWhole) reading.isComplete = false;
    if (steps.size() < kFewestSteps) return;
    const auto found = findCompression(tone.levels, steps);
    if (!found) {
      reading.statements.push_back({"tone", "not_found", channel});
      return;
    }
    if (hasAutomaticGain(recording, *channel)) {
      reading.figures.push_back({"passes_up_to", Unit::dbtp, channel, {}, {}});
      reading.statements.push_back({"passes_up_to", "automatic_gain", channel});
      reading.statements.push_back({"overs", "automatic_gain", channel});
      addTrace(tone, *found, *channel, reading);
      return;
    }
    const auto pilot = heardPilot(recording, tone);
    addFigures(tone, steps, *found, *channel, reading);
    const bool passes = found->first == steps.size();
    if (!passes || isWhole) {
      reading.statements.push_back(
          {"overs", passes ? "passes" : wordFor(*found, pilot, steps.size()), channel});
    }
    if (!passes) {
      reading.statements.push_back({"clip_place", placeOf(*found, pilot, steps), channel});
    }
    addTrace(tone, *found, *channel, reading);
  }

  static bool isPulledDown(const Compression& found, const PilotDrop& pilot) {
    return pilot.first < pilot.drops.size() && pilot.drops.back() > 0.5 * found.losses.back();
  }
  static const char* wordFor(const Compression& found, const std::optional<PilotDrop>& pilot,
                             std::size_t steps) {
    if (!pilot || pilot->drops.size() != steps) return "cannot_tell";
    return isPulledDown(found, *pilot) ? "limited" : "clipped";
  }
  // An input that is at the end of its numbers hides what the output does.
  static const char* placeOf(const Compression& found, const std::optional<PilotDrop>& pilot,
                             std::span<const StepReading> steps) {
    constexpr double kFullScale = 0.9886;  // −0.1 dBFS.
    constexpr double kSameTop = 1e-3;
    if (pilot && isPulledDown(found, *pilot)) return "computer";
    const double top = steps.back().top;
    const double topBefore = steps[found.first].top;
    const bool standsStill = top - topBefore < kSameTop;
    return top >= kFullScale && standsStill ? "converter_in" : "converter_out_or_amplifier";
  }
  static void addFigures(const SteppedTone& tone, std::span<const StepReading> steps,
                         const Compression& found, int channel, Reading& reading) {
    const StepReading& top = steps.back();
    reading.figures.push_back({"gain", Unit::db, channel, found.gain.value(), found.gainSe});
    reading.figures.push_back(
        {"loss", Unit::db, channel, found.losses.back(),
         std::hypot(found.gainSe, kDecibelsPerNeper * top.error / top.amplitude)});
    // The level of a sine in dBFS is also the true peak of it in dBTP.
    std::optional<double> whole;
    if (found.first > 0) whole = tone.levels[found.first - 1].value();
    reading.figures.push_back(
        {"passes_up_to", Unit::dbtp, channel, whole, kFineStep / std::sqrt(12.0)});
  }
  static void addTrace(const SteppedTone& tone, const Compression& found, int channel,
                       Reading& reading) {
    Trace trace{"gain_change", channel, "true_peak", Unit::dbtp, Unit::db, {}, {}};
    for (std::size_t i = 0; i < found.losses.size(); ++i) {
      trace.x.push_back(tone.levels[i].value());
      trace.y.push_back(-found.losses[i]);
    }
    reading.traces.push_back(std::move(trace));
  }
};

}  // namespace

const Procedure& oversProcedure() {
  static const Overs kOvers;
  return kOvers;
}

}  // namespace linecheck::measure
