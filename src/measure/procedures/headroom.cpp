#include <array>
#include <cmath>
#include <numbers>

#include "measure/procedures/catalogue.h"
#include "measure/procedures/compression.h"
#include "measure/procedures/loop_inputs.h"
#include "measure/procedures/step_traces.h"
#include "measure/procedures/stepped_tone.h"

namespace linecheck::measure {
namespace {

constexpr double kQuietest = -30.0;  // dBFS.

// Fine steps everywhere, for it is not known beforehand where the end of the range is; finer ones
// just below full scale, where few are left above it.
std::vector<DecibelsFs> levelsOf(const Values& values) {
  constexpr double kFine = 0.1;
  constexpr double kFineBelow = 1.0;
  const double greatest = values["to"];
  const double step = values["step"];
  std::vector<DecibelsFs> levels;
  double level = std::min(kQuietest, greatest - kFineBelow - 10.0);
  while (level < greatest - kFineBelow - 1e-9) {
    levels.push_back(DecibelsFs::of(level));
    level += step;
  }
  for (int i = static_cast<int>(std::lround(kFineBelow / kFine)); i >= 0; --i) {
    levels.push_back(DecibelsFs::of(greatest - kFine * i));
  }
  return levels;
}

SteppedTone toneOf(const Values& values) {
  SteppedTone tone;
  tone.id = "steps";
  tone.frequency = Hertz::of(997.0);
  tone.levels = levelsOf(values);
  tone.hold = Seconds::of(values["seconds"]);
  return tone;
}

// A converter's numbers end at full scale, or at one and the same number while the chain's noise
// moves all others.
bool isConverterIn(const Compression& found, std::span<const StepReading> steps) {
  constexpr double kFullScale = 0.9886;  // −0.1 dBFS.
  constexpr double kNoise = 3e-7;        // More than what 24 bits round.
  const StepReading& loudest = steps.back();
  if (loudest.top >= kFullScale) return true;
  const double over = (found.loudest - *found.level).value();
  const double flat =
      2.0 / std::numbers::pi * std::acos(std::min(1.0, std::pow(10.0, -over / 20.0)));
  return steps.front().restRms > kNoise && loudest.flatPart > 0.3 * flat;
}

std::string placeOf(const Compression& found, std::span<const StepReading> steps) {
  switch (found.kind) {
    case ClipKind::hard:
      return isConverterIn(found, steps) ? "converter_in" : "converter_out_or_amplifier";
    case ClipKind::soft:
      return "amplifier";
    case ClipKind::limiter:
      return "computer";
    case ClipKind::none:
      break;
  }
  return "none";
}

// Where the chain first clips, and how far that is from where one works.
class Headroom final : public Procedure {
 public:
  std::string_view id() const override { return "headroom"; }
  std::string_view name() const override { return "Headroom"; }
  std::string_view description() const override {
    return "At what level does the chain clip, and which stage does it?";
  }
  std::span<const Parameter> parameters() const override {
    static const std::array kParameters = {
        Parameter{"to", "Loudest level", Unit::dbfs, 0.0, -40.0, 0.0},
        Parameter{"step", "Step", Unit::db, 0.25, 0.1, 1.0},
        Parameter{"working", "Working level", Unit::dbfs, -18.0, -60.0, 0.0},
        Parameter{"reserve", "Reserve below clipping", Unit::db, 1.0, 0.0, 20.0},
        Parameter{"seconds", "Length of each step", Unit::seconds, 0.1, 0.05, 10.0}};
    return kParameters;
  }
  Result<void> compose(std::size_t /*step*/, const Values& values,
                       Sequence& sequence) const override {
    addSteppedTone(sequence, toneOf(values));
    return {};
  }
  Reading read(std::span<const Recording> recordings, const Values& values) const override {
    const Recording& recording = recordings.front();
    const SteppedTone tone = toneOf(values);
    Reading reading;
    for (const int channel : recording.usableChannels()) {
      const auto steps = readSteps(recording, tone, channel);
      if (steps.size() < tone.levels.size()) reading.isComplete = false;
      if (steps.size() < kFewestSteps) continue;
      const auto found = findCompression(tone.levels, steps);
      if (!found) {
        reading.statements.push_back({"tone", "not_found", channel});
        continue;
      }
      if (hasAutomaticGain(recording, channel)) {
        addUntold(channel, reading);
      } else {
        addFigures(*found, values, channel, reading);
        addTrim(*found, steps, values, channel, reading);
        if (hasGainToMend(recording, channel)) {
          reading.statements.push_back({"trim_first", "volume", channel});
        }
      }
      addGainChange(tone.levels, found->losses, channel, reading);
      addStepDistortion(tone.levels, steps, channel, reading);
    }
    return reading;
  }

 private:
  // A gain that follows the level bends all steps: none of them clips.
  static void addUntold(int channel, Reading& reading) {
    reading.figures.push_back({"clip_level", Unit::dbfs, channel, {}, {}});
    reading.figures.push_back({"headroom", Unit::db, channel, {}, {}});
    for (const char* id : {"clip_level", "headroom", "clip_kind"}) {
      reading.statements.push_back({id, "automatic_gain", channel});
    }
  }

  static void addFigures(const Compression& found, const Values& values, int channel,
                         Reading& reading) {
    const auto add = [&](const char* id, Unit unit, std::optional<double> value,
                         std::optional<double> uncertainty) {
      reading.figures.push_back({id, unit, channel, value, uncertainty});
    };
    add("gain", Unit::db, found.gain.value(), found.gainSe);
    if (!found.level) {
      add("clip_level", Unit::dbfs, {}, {});
      add("clip_level_in", Unit::dbfs, {}, {});
      add("headroom", Unit::db, {}, {});
      add("clip_level_above", Unit::dbfs, found.loudest.value(), {});
      return;
    }
    const double level = found.level->value();
    const double lost = found.kind == ClipKind::soft ? kSoftCriterion.value() : 0.0;
    add("clip_level", Unit::dbfs, level, found.levelSe);
    add("clip_level_in", Unit::dbfs, level + found.gain.value() - lost,
        std::hypot(found.levelSe, found.gainSe));
    add("headroom", Unit::db, level - values["working"], found.levelSe);
  }
  // By how much to turn up (or down, if negative) so that full scale just fits, as all else stands.
  static void addTrim(const Compression& found, std::span<const StepReading> steps,
                      const Values& values, int channel, Reading& reading) {
    const double reserve = values["reserve"];
    reading.statements.push_back({"clip_kind", std::string(clipKindWord(found.kind)), channel});
    if (found.kind == ClipKind::none) {
      reading.figures.push_back(
          {"trim", Unit::db, channel, -found.gain.value() - reserve, found.gainSe});
      reading.statements.push_back({"clip_place", "none", channel});
      reading.statements.push_back({"trim_at", "input", channel});
      return;
    }
    const std::string place = found.level ? placeOf(found, steps) : "amplifier";
    const std::optional<double> trim =
        found.level ? std::optional(found.level->value() - reserve) : std::nullopt;
    reading.figures.push_back({"trim", Unit::db, channel, trim, found.levelSe});
    reading.statements.push_back({"clip_place", place, channel});
    reading.statements.push_back(
        {"trim_at", place == "converter_in" ? "input" : "output", channel});
  }
};

}  // namespace

const Procedure& headroomProcedure() {
  static const Headroom kHeadroom;
  return kHeadroom;
}

}  // namespace linecheck::measure
