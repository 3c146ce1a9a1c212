// Lines that were not played: of jitter, of two tones, and between many.
#include <cmath>
#include <numbers>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "measure/procedures/multitone_signal.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {
namespace {

double decibels(double ratio) {
  return 20.0 * std::log10(std::abs(ratio));
}

// A tone at f0 with jitter of peak J has side lines of π·f0·J.
TruthCase jitter(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  made.run = runOf(jitterProcedure());
  made.run.values.set("seconds", 3.0);
  made.run.studio.seed = seed;
  const int rate = seed % 4 == 0 ? 44100 : seed % 4 == 1 ? 96000 : 48000;
  made.run.sampleRate = rate;
  const double peak = 1e-10 * std::pow(10.0, random.uniform(0.0, 1.5));
  const double frequency = random.uniform(60.0, 4500.0);
  made.run.studio.path.cable.jitter = {Seconds::of(peak), Hertz::of(frequency)};
  const double tone = rate == 44100 ? 11025.0 : 12000.0;
  for (const int channel : {0, 1}) {
    // Noise of −110 dBFS beside a tone of −20 dBFS leaves some 10 ps unknown in 3 s.
    made.figure("jitter_peak", channel, 1e12 * peak, 40.0, "ps");
    made.figure("jitter_frequency", channel, frequency, 0.05, "Hz");
    made.figure("jitter_side", channel, decibels(std::numbers::pi * tone * peak), 0.5, "dBc");
    made.word("jitter", channel, "sidebands");
  }
  return made;
}

// Of y = x + a2·x² + a3·x³, x = A·sin + B·sin: the lines at f2 ± f1 have a2·A·B each, those at
// f2 ± 2·f1 ¾·a3·A²·B, that at 2·f2 − f1 ¾·a3·A·B², and the tone B comes out as
// B·(1 + a3·(¾·B² + 3/2·A²)).
TruthCase intermodulation(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  const double level = random.uniform(-20.0, -1.0);
  const double a2 = random.uniform(0.001, 0.02);
  const double a3 = -random.uniform(0.002, 0.02);
  made.run = runOf(intermodulationProcedure());
  made.run.values.set("seconds", 1.0);
  made.run.values.set("level", level);
  made.run.studio.seed = seed;
  made.run.studio.converterNoise = DecibelsFs::of(-125.0);
  made.run.studio.path.output.nonlinearity = {a2, a3};
  const double peak = std::pow(10.0, level / 20.0);
  const auto gain = [&](double a, double b) { return 1.0 + a3 * (0.75 * b * b + 1.5 * a * a); };
  const double low = 0.8 * peak;
  const double high = 0.2 * peak;
  const double half = 0.5 * peak;
  const double smpte2 = decibels(2.0 * a2 * low / gain(low, high));
  const double smpte3 = decibels(1.5 * a3 * low * low / gain(low, high));
  for (const int channel : {0, 1}) {
    made.figure("smpte_d2", channel, smpte2, 0.1, "dB");
    made.figure("smpte_d3", channel, smpte3, 0.1, "dB");
    made.figure("smpte", channel,
                10.0 * std::log10(std::pow(10.0, smpte2 / 10.0) + std::pow(10.0, smpte3 / 10.0)),
                0.1, "dB");
    // One line, and two lines, against twice the second tone.
    made.figure("ccif_d2", channel, decibels(0.5 * a2 * half / gain(half, half)), 0.1, "dB");
    made.figure("ccif_d3", channel, decibels(0.75 * a3 * half * half / gain(half, half)), 0.1,
                "dB");
  }
  return made;
}

TruthCase multitone(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(multitoneProcedure());
  run.values.set("seconds", 4.0);
  run.values.set("level", -6.0);
  run.studio.seed = seed;
  run.sampleRate = seed % 2 == 0 ? 44100 : 48000;
  const double noise = random.uniform(-115.0, -70.0);
  run.studio.converterNoise = DecibelsFs::of(noise);
  run.studio.path.cable.corners[0].highPass = Hertz::of(random.uniform(1.0, 20.0));
  run.studio.path.cable.corners[0].lowPass = Hertz::of(random.uniform(15e3, 21e3));
  run.studio.path.output.gain[0].gain = Decibels::of(random.uniform(-3.0, 0.0));
  const double rate = run.sampleRate;
  const auto gainAt = [path = run.studio.path, rate](double f) {
    return std::abs(path.linearResponse(0, 0, Hertz::of(f), Hertz::of(rate)));
  };
  made.trace(
      "tone_gain", 0, [gainAt](double f) -> std::optional<double> { return decibels(gainAt(f)); },
      noise > -90.0 ? 0.02 : 0.005, "dB", 31);
  // What is played, not what is read.
  const auto sent = makeMultitone(DecibelsFs::of(-6.0), Seconds::of(4.7), run.sampleRate);
  double power = 0.0;
  for (const Hertz f : sent.frequencies) power += std::pow(gainAt(f.value()), 2.0);
  const double level = sent.each.value() + 10.0 * std::log10(power);
  // White up to Nyquist, of which the band has a part.
  const double inBand = noise + 10.0 * std::log10((20000.0 - 20.0) / (0.5 * rate));
  made.figure("level", 0, level, 0.01, "dBFS");
  made.figure("tdn_level", 0, inBand, 0.15, "dBFS");
  made.figure("tdn", 0, inBand - level, 0.15, "dB");
  return made;
}

}  // namespace

std::vector<Truth> productTruths() {
  return {{"jitter", "", jitter},
          {"intermodulation", "", intermodulation},
          {"multitone", "", multitone}};
}

}  // namespace linecheck::measure::testing
