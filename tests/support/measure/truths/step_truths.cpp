// Tones in steps of level and of frequency.
#include <algorithm>
#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {
namespace {

double powerOf(DecibelsFs level) {
  return std::pow(10.0, level.value() / 10.0);
}

TruthCase levelSteps(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  made.run = runOf(levelStepsProcedure());
  made.run.values.set("step", 10.0);
  made.run.studio.seed = seed;
  made.run.studio.converterNoise = DecibelsFs::of(random.uniform(-120.0, -100.0));
  auto& path = made.run.studio.path;
  path.output.nonlinearity = {random.uniform(1e-3, 5e-2), random.uniform(-5e-2, -1e-3)};
  path.input.gain[0].gain = Decibels::of(random.uniform(-6.0, -1.0));

  const auto truth = [path](int order, double level) {
    return path.harmonicLevel(order, DecibelsFs::of(level)) + path.input.gain[0].gain;
  };
  const double reference = truth(1, -20.0).value() + 20.0;
  const double noise = powerOf(made.run.studio.converterNoise) * 19980.0 / 24000.0;
  const auto harmonics = [truth](double level) {
    return powerOf(truth(2, level)) + powerOf(truth(3, level));
  };
  const auto isClear = [=](double level) { return harmonics(level) > 10.0 * noise; };
  using Maybe = std::optional<double>;
  made.trace(
      "gain", 0, [=](double level) -> Maybe { return truth(1, level).value() - level; }, 0.01, "dB",
      7);
  made.trace(
      "deviation", 0,
      [=](double level) -> Maybe { return truth(1, level).value() - level - reference; }, 0.01,
      "dB");
  made.trace(
      "thd", 0,
      [=](double level) -> Maybe {
        if (!isClear(level)) return {};
        return 10.0 * std::log10(harmonics(level) / powerOf(truth(1, level)));
      },
      0.1, "dB");
  const auto thdn = [=](double level) {
    return 10.0 * std::log10((harmonics(level) + noise) / powerOf(truth(1, level)));
  };
  made.trace(
      "thdn", 0, [=](double level) { return isClear(level) ? Maybe(thdn(level)) : Maybe(); }, 0.1,
      "dB");
  // Where there is more noise than harmonics; in 0.3 s it is known to 0.06 dB.
  made.trace(
      "thdn", 0, [=](double level) { return isClear(level) ? Maybe() : Maybe(thdn(level)); }, 0.4,
      "dB");
  made.figures.back().name = "thdn of noise (trace)";
  return made;
}

double gainAt(const StudioRun& run, double frequency) {
  return 20.0 * std::log10(std::abs(run.studio.path.linearResponse(0, 0, Hertz::of(frequency),
                                                                   Hertz::of(run.sampleRate))));
}

TruthCase frequencySteps(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(frequencyStepsProcedure());
  run.values.set("per-octave", 1.0);
  run.sampleRate = seed % 2 == 0 ? 48000 : 44100;
  run.studio.seed = seed;
  run.studio.path.cable.corners[0] = {Hertz::of(random.uniform(1.0, 30.0)),
                                      Hertz::of(random.uniform(15000.0, 21000.0))};
  run.studio.path.input.gain[0].gain = Decibels::of(random.uniform(-12.0, 0.0));

  made.figure("gain", 0, gainAt(run, 1000.0), 0.01, "dB");
  double least = gainAt(run, 20000.0);
  double greatest = least;
  for (double f = 20.0; f < 20000.0; f *= 1.01) {
    least = std::min(least, gainAt(run, f));
    greatest = std::max(greatest, gainAt(run, f));
  }
  made.figure("deviation", 0, greatest - least, 0.02, "dB");
  const auto gain = [run](double f) -> std::optional<double> { return gainAt(run, f); };
  made.trace("gain", 0, gain, 0.01, "dB", 11);
  made.trace(
      "deviation", 0,
      [run](double f) -> std::optional<double> { return gainAt(run, f) - gainAt(run, 1000.0); },
      0.01, "dB");
  return made;
}

}  // namespace

std::vector<Truth> stepTruths() {
  return {{"level-steps", "", levelSteps}, {"frequency-steps", "", frequencySteps}};
}

}  // namespace linecheck::measure::testing
