#include <algorithm>
#include <array>
#include <cmath>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/compression.h"
#include "measure/procedures/loop_inputs.h"
#include "measure/procedures/pilot.h"
#include "measure/procedures/step_traces.h"
#include "measure/procedures/stepped_tone.h"

namespace linecheck::measure {
namespace {

constexpr double kFineStep = 0.02;  // dB.

// A few steps to learn the gain from, then fine ones around Windows's threshold, −0.13 dBFS.
std::vector<DecibelsFs> limiterLevels() {
  std::vector<DecibelsFs> levels;
  for (const double level :
       {-24.0, -18.0, -12.0, -9.0, -6.0, -4.0, -3.0, -2.0, -1.5, -1.0, -0.75}) {
    levels.push_back(DecibelsFs::of(level));
  }
  for (int i = 25; i >= 0; --i) levels.push_back(DecibelsFs::of(-kFineStep * i));
  return levels;
}

// A loud tone on one output and, if there is a second one, a pilot on that.
SteppedTone toneOn(int output, int outputs, const Values& values) {
  SteppedTone tone;
  tone.id = "steps" + std::to_string(output + 1);
  tone.output = output;
  tone.frequency = Hertz::of(997.0);
  tone.levels = limiterLevels();
  tone.hold = Seconds::of(values["seconds"]);
  if (outputs > 1) tone.pilot = {{1 - output, kPilotFrequency, kPilotLevel}};
  return tone;
}

// Whether the operating system's limiter or a converter holds what is near full scale. A limiter
// turns all channels down together, so that a quiet tone beside a loud one drops with it; a
// converter that clips leaves the other channel alone.
class Limiter final : public Procedure {
 public:
  std::string_view id() const override { return "limiter"; }
  std::string_view name() const override { return "Limiter"; }
  std::string_view description() const override {
    return "Does the computer turn loud passages down before they reach the interface?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"seconds", "Length of each step", Unit::seconds, 0.1, 0.05, 10.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    for (int output = 0; output < std::min(sequence.channels(), 2); ++output) {
      addSteppedTone(sequence, toneOn(output, sequence.channels(), values));
    }
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    const int outputs = recording.sequence->channels();
    Reading reading;
    for (int output = 0; output < std::min(outputs, 2); ++output) {
      readOutput(recording, toneOn(output, outputs, values), reading);
    }
    return reading;
  }

 private:
  static void readOutput(const Recording& recording, const SteppedTone& tone, Reading& reading) {
    const auto channel = inputOf(recording, *tone.output);
    if (!channel) return;
    const auto steps = readSteps(recording, tone, *channel);
    if (steps.size() < tone.levels.size()) reading.isComplete = false;
    if (steps.size() < kFewestSteps) return;
    const auto pilot = heardPilot(recording, tone);
    const auto found = findCompression(tone.levels, steps);
    if (!found) {
      reading.statements.push_back({"tone", "not_found", channel});
      return;
    }
    const bool isWhole = steps.size() == tone.levels.size();
    if (hasAutomaticGain(recording, *channel)) {
      addNoKnee(*channel, reading);
      state("automatic_gain", *channel, reading);
      reading.statements.push_back({"knee", "automatic_gain", *channel});
      addGainChange(tone.levels, found->losses, *channel, reading);
      return;
    }
    if (pilot && pilot->drops.size() == steps.size()) {
      readWithPilot(tone, steps, *pilot, isWhole, *channel, reading);
    } else {
      readAlone(tone, *found, isWhole, *channel, reading);
    }
    addTop(tone, steps, *found, *channel, reading);
    addGainChange(tone.levels, found->losses, *channel, reading);
    addStepDistortion(tone.levels, steps, *channel, reading);
  }

  static void addKnee(const Knee& knee, int channel, Reading& reading) {
    reading.figures.push_back({"knee", Unit::dbfs, channel, knee.level.value(), knee.se});
  }
  static void addNoKnee(int channel, Reading& reading) {
    reading.figures.push_back({"knee", Unit::dbfs, channel, {}, {}});
  }
  static void state(const char* word, int channel, Reading& reading) {
    reading.statements.push_back({"limiter", word, channel});
  }

  // What takes from the pilot too is a limiter; what the tone loses below its knee is clipped.
  static void readWithPilot(const SteppedTone& tone, std::span<const StepReading> steps,
                            const PilotDrop& pilot, bool isWhole, int channel, Reading& reading) {
    const bool drops = pilot.first < steps.size();
    std::optional<Knee> knee;
    std::size_t free = steps.size();  // Of the limiter.
    if (drops) {
      knee = kneeOf(tone.levels, pilot);
      const auto held = std::find_if(tone.levels.begin(), tone.levels.end(), [&](DecibelsFs level) {
        return level + Decibels::of(kFineStep / 2.0) > knee->level;
      });
      free = static_cast<std::size_t>(held - tone.levels.begin());
    }
    const auto clipped = findCompression(tone.levels, steps.first(std::min(free, steps.size())));
    const bool isClipping = clipped && clipped->kind != ClipKind::none;
    if (drops) {
      addKnee(*knee, channel, reading);
      constexpr DecibelsFs kLowest = DecibelsFs::of(-1.0);
      const bool isLimiter = knee->level > kLowest;
      state(isLimiter ? "linked_limiter" : "automatic_gain", channel, reading);
    } else {
      addNoKnee(channel, reading);
      // Stopped before the fine steps, it has not looked where the limiter would be.
      const bool isSuspect = isClipping && clipped->kind == ClipKind::limiter;
      if (isSuspect) {
        state("cannot_tell", channel, reading);
      } else if (isClipping || isWhole) {
        state(isClipping ? "clipping" : "none", channel, reading);
      }
    }
    if (isClipping || isWhole) {
      reading.statements.push_back({"clipping", isClipping ? "yes" : "no", channel});
    }
    if (isClipping) addClipLevel(*clipped, channel, reading);
    Trace trace{"pilot_change", channel, "level", Unit::dbfs, Unit::db, {}, {}};
    for (std::size_t i = 0; i < pilot.drops.size(); ++i) {
      trace.x.push_back(tone.levels[i].value());
      trace.y.push_back(-pilot.drops[i]);
    }
    reading.traces.push_back(std::move(trace));
  }

  // One channel cannot show whether another one is turned down with it.
  static void readAlone(const SteppedTone& tone, const Compression& found, bool isWhole,
                        int channel, Reading& reading) {
    if (found.kind == ClipKind::none) {
      addNoKnee(channel, reading);
      if (isWhole) state("none", channel, reading);
      return;
    }
    addKnee(kneeBefore(tone.levels, found.first), channel, reading);
    state("cannot_tell", channel, reading);
  }

  static void addClipLevel(const Compression& clipped, int channel, Reading& reading) {
    std::optional<double> level;
    if (clipped.level) level = clipped.level->value();
    reading.figures.push_back({"clip_level", Unit::dbfs, channel, level, clipped.levelSe});
  }
  static void addTop(const SteppedTone& tone, std::span<const StepReading> steps,
                     const Compression& found, int channel, Reading& reading) {
    if (steps.size() < tone.levels.size()) return;
    const StepReading& top = steps.back();
    reading.figures.push_back(
        {"loss_at_full_scale", Unit::db, channel, found.losses.back(),
         std::hypot(found.gainSe, kDecibelsPerNeper * top.error / top.amplitude)});
    const auto distortion = distortionOf(top);
    std::optional<double> thd;
    if (distortion) thd = distortion->value();
    reading.figures.push_back({"thd", Unit::db, channel, thd, {}});
    reading.figures.push_back({"thdn", Unit::db, channel, distortionAndNoiseOf(top).value(), {}});
  }
};

}  // namespace

const Procedure& limiterProcedure() {
  static const Limiter kLimiter;
  return kLimiter;
}

}  // namespace linecheck::measure
