// Where a path ends, and how.
#include <cmath>
#include <numbers>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {
namespace {

TruthCase headroomOf(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  made.run = runOf(headroomProcedure());
  made.run.values.set("step", 0.5);
  made.run.values.set("seconds", 0.05);
  made.run.channels = 1;
  made.run.studio.seed = seed;
  made.run.studio.converterNoise = DecibelsFs::of(random.uniform(-115.0, -85.0));
  return made;
}

void addClip(TruthCase& made, double out, double gain) {
  made.figure("clip_level", 0, out, 0.02, "dBFS");
  made.figure("clip_level_in", 0, out + gain, 0.02, "dBFS");
  made.figure("gain", 0, gain, 0.01, "dB");
  made.figure("headroom", 0, out - made.run.values["working"], 0.02, "dB");
  made.figure("trim", 0, out - made.run.values["reserve"], 0.02, "dB");
}

TruthCase inputTooHigh(std::uint64_t seed) {
  TruthCase made = headroomOf(seed);
  const double gain = dsp::Random(100 + seed).uniform(0.1, 20.0);
  made.run.studio.path.input.gain[0].gain = Decibels::of(gain);
  addClip(made, -gain, gain);
  made.word("clip_kind", "hard");
  made.word("clip_place", "converter_in");
  made.word("trim_at", "input");
  return made;
}

TruthCase outputClipsHard(std::uint64_t seed) {
  TruthCase made = headroomOf(seed);
  dsp::Random random(200 + seed);
  auto& path = made.run.studio.path;
  const double clip = random.uniform(-15.0, -0.15);
  const double gain = random.uniform(-12.0, -1.0);
  path.input.gain[0].gain = Decibels::of(gain);
  path.output.nonlinearity.quadratic = random.uniform(0.0, 1e-3);
  // What filters behind the clipping does not flatten tops, and changes nothing.
  path.cable.latencyFrames = random.uniform(0.0, 100.0);
  if (seed % 2 == 0) {
    path.output.converterClip = DecibelsFs::of(clip);
  } else {
    path.output.amplifierClip = simulation::AmplifierClipping{DecibelsFs::of(clip), {}};
  }
  addClip(made, clip, gain);
  made.word("clip_kind", "hard");
  made.word("clip_place", "converter_out_or_amplifier");
  made.word("trim_at", "output");
  return made;
}

// The fundamental of a sine of peak `peak` behind the stated law, by Fourier's integral.
double softFundamental(double peak, double onset, double limit) {
  constexpr int kPoints = 20000;
  double sum = 0.0;
  for (int i = 0; i < kPoints; ++i) {
    const double sine = std::sin(0.5 * std::numbers::pi * (i + 0.5) / kPoints);
    const double x = peak * sine;
    const double room = limit - onset;
    sum += sine * (x <= onset ? x : onset + room * std::tanh((x - onset) / room));
  }
  return 2.0 * sum / kPoints;
}

// The level that loses 0.1 dB, halved down to.
double softTruth(const simulation::AmplifierClipping& clip) {
  const double onset = sinePeakFromDbfs(clip.level - *clip.softness);
  const double limit = sinePeakFromDbfs(clip.level);
  double low = clip.level.value() - clip.softness->value();
  double high = low + 20.0;
  for (int i = 0; i < 30; ++i) {
    const double middle = 0.5 * (low + high);
    const double peak = std::pow(10.0, middle / 20.0);
    const double loss = -20.0 * std::log10(softFundamental(peak, onset, limit) / peak);
    (loss < 0.1 ? low : high) = middle;
  }
  return low;
}

TruthCase amplifierClipsSoftly(std::uint64_t seed) {
  TruthCase made = headroomOf(seed);
  dsp::Random random(300 + seed);
  made.run.values.set("step", 0.25);
  const simulation::AmplifierClipping clip{DecibelsFs::of(random.uniform(-12.0, -1.0)),
                                           Decibels::of(random.uniform(1.0, 6.0))};
  made.run.studio.path.output.amplifierClip = clip;
  const double truth = softTruth(clip);
  made.figure("clip_level", 0, truth, 0.02, "dBFS");
  made.figure("clip_level_in", 0, truth - 0.1, 0.02, "dBFS");
  made.word("clip_kind", "soft");
  made.word("clip_place", "amplifier");
  return made;
}

TruthCase takesFullScale(std::uint64_t seed) {
  TruthCase made = headroomOf(seed);
  dsp::Random random(400 + seed);
  const double gain = random.uniform(-20.0, -0.2);
  auto& path = made.run.studio.path;
  path.input.gain[0].gain = Decibels::of(gain);
  path.output.nonlinearity = {random.uniform(-2e-3, 2e-3), random.uniform(-2e-3, 0.0)};
  made.figure("clip_level_above", 0, 0.0, 0.0, "dBFS");
  made.figure("trim", 0, -gain - 1.0, 0.02, "dB");
  made.word("clip_kind", "none");
  made.word("clip_place", "none");
  made.word("trim_at", "input");
  return made;
}

}  // namespace

std::vector<Truth> headroomTruths() {
  return {{"headroom", "input too high", inputTooHigh, 20, 10},
          {"headroom", "output clips hard", outputClipsHard, 20, 10},
          {"headroom", "amplifier clips softly", amplifierClipsSoftly, 20, 10},
          {"headroom", "takes full scale", takesFullScale, 20, 10}};
}

}  // namespace linecheck::measure::testing
