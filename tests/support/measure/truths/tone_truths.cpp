// Noise of a known level, and a tone through a known curve.
#include <cmath>

#include "dsp/random.h"
#include "dsp/weighting.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {
namespace {

constexpr double kFullBand = 24000.0;
constexpr double kNoiseBand = 19980.0;

double powerOf(DecibelsFs level) {
  return std::pow(10.0, level.value() / 10.0);
}

double flat(Hertz /*frequency*/) {
  return 1.0;
}

// What a weighting makes of white noise up to 24 kHz, in dB, by the midpoint rule.
double weightedLoss(double (*weighting)(Hertz)) {
  constexpr double kStep = 1.0;
  double sum = 0.0;
  for (double f = 20.0 + kStep / 2.0; f < 20000.0; f += kStep) sum += weighting(Hertz::of(f));
  return 10.0 * std::log10(sum * kStep / kFullBand);
}

TruthCase noise(std::uint64_t seed) {
  TruthCase made;
  made.run = runOf(noiseProcedure());
  made.run.values.set("seconds", 1.0);
  made.run.studio.seed = seed;
  const double level = dsp::Random(seed).uniform(-120.0, -75.0);
  made.run.studio.converterNoise = DecibelsFs::of(level);
  static const double kFlat = weightedLoss(flat);
  static const double kA = weightedLoss(dsp::aWeighting);
  static const double kItu = weightedLoss(dsp::itu468Weighting);
  static const double kCcir = weightedLoss(dsp::ccirRmsWeighting);
  // 1 s of white noise is known to 0.03 dB; weighted, to some more.
  constexpr double kLimit = 0.25;
  made.figure("noise", 0, level + kFlat, kLimit, "dBFS");
  made.figure("noise_a", 0, level + kA, kLimit, "dBFS");
  made.figure("noise_itu468", 0, level + kItu, kLimit, "dBFS");
  made.figure("noise_ccir_rms", 0, level + kCcir, kLimit, "dBFS");
  made.figure("dynamic_range", 0, -level - kCcir, kLimit, "dB");
  made.figure("dynamic_range_a", 0, -level - kA, kLimit, "dB");
  made.word("silence", 0, "as_beside_tone");
  return made;
}

TruthCase distortion(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  made.run = runOf(distortionProcedure());
  made.run.values.set("seconds", 1.0);
  const DecibelsFs played = DecibelsFs::of(random.uniform(-20.0, -1.0));
  made.run.values.set("level", played.value());
  auto& studio = made.run.studio;
  studio.seed = seed;
  studio.converterNoise = DecibelsFs::of(random.uniform(-120.0, -100.0));
  studio.path.output.nonlinearity = {random.uniform(0.02, 0.1), random.uniform(-0.1, -0.02)};
  const Decibels gain = Decibels::of(random.uniform(-12.0, 0.0));
  studio.path.input.gain[0].gain = gain;

  const auto truth = [&](int order) { return studio.path.harmonicLevel(order, played) + gain; };
  const double fundamental = powerOf(truth(1));
  const double harmonics = powerOf(truth(2)) + powerOf(truth(3));
  const double rest = powerOf(studio.converterNoise) * kNoiseBand / kFullBand;
  const double thdn = 10.0 * std::log10((harmonics + rest) / fundamental);
  made.figure("level", 0, truth(1).value(), 0.01, "dBFS");
  made.figure("gain", 0, (truth(1) - played).value(), 0.01, "dB");
  made.figure("thd", 0, 10.0 * std::log10(harmonics / fundamental), 0.1, "dB");
  made.figure("thdn", 0, thdn, 0.1, "dB");
  made.figure("sinad", 0, -thdn, 0.1, "dB");
  made.figure("effective_bits", 0, (-thdn - truth(1).value() - 1.76) / 6.02, 0.02, "bits");
  made.trace(
      "harmonics", 0,
      [second = (truth(2) - truth(1)).value(),
       third = (truth(3) - truth(1)).value()](double order) -> std::optional<double> {
        if (order > 3.0) return {};
        return order == 2.0 ? second : third;
      },
      0.1, "dB", 2);
  return made;
}

}  // namespace

std::vector<Truth> toneTruths() {
  return {{"noise", "", noise}, {"distortion", "", distortion}};
}

}  // namespace linecheck::measure::testing
