// What a path does to small signals: response, crosstalk, balance, latency.
#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {
namespace {

std::complex<double> between(const StudioRun& run, int from, int to, double frequency) {
  return run.studio.path.linearResponse(from, to, Hertz::of(frequency), Hertz::of(run.sampleRate));
}

double gainAt(const StudioRun& run, int channel, double frequency) {
  return 20.0 * std::log10(std::abs(between(run, channel, channel, frequency)));
}

bool isAudible(double frequency) {
  return frequency >= 20.0 && frequency <= 20000.0;
}

// Where the path has fallen by so much against 1 kHz, by bisection between two frequencies of
// which only the first is within.
double cornerOf(const StudioRun& run, int channel, double depth, double inside, double outside) {
  const double reference = gainAt(run, channel, 1000.0);
  for (int i = 0; i < 60; ++i) {
    const double middle = std::sqrt(inside * outside);
    (gainAt(run, channel, middle) > reference - depth ? inside : outside) = middle;
  }
  return inside;
}

void addCorners(TruthCase& made, int channel) {
  const StudioRun& run = made.run;
  const auto add = [&](const std::string& id, double truth) {
    made.figure(id, channel, truth, 0.03 * truth, "Hz");
  };
  for (const auto& [depth, drop] : {std::pair{"0_1", 0.1}, {"1", 1.0}, {"3", 3.0}}) {
    const double low = cornerOf(run, channel, drop, 1000.0, 0.01);
    const double high = cornerOf(run, channel, drop, 1000.0, 0.4999 * run.sampleRate);
    const std::string lowId = std::string("corner_low_") + depth;
    if (low > 20.5) add(lowId, low);
    if (low < 19.5) made.word(lowId, channel, "beyond_sweep");
    if (high < 0.47 * run.sampleRate) add(std::string("corner_high_") + depth, high);
  }
}

TruthCase response(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(responseProcedure());
  run.values.set("seconds", 1.0);
  run.values.set("level", 0.0);
  run.sampleRate = seed % 10 == 0 ? 96000 : seed % 2 == 0 ? 44100 : 48000;
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(-125.0);
  for (auto& corners : run.studio.path.cable.corners) {
    corners.highPass = Hertz::of(random.uniform(0.5, 40.0));
    corners.lowPass = Hertz::of(random.uniform(12'000.0, 21'000.0));
  }
  run.studio.path.output.gain[0].gain = Decibels::of(random.uniform(-12.0, -1.0));
  run.studio.path.output.gain[1].gain = Decibels::of(random.uniform(-12.0, -1.0));
  // A whole latency, for what a fractional one costs near Nyquist is not a filter's response.
  run.studio.path.cable.latencyFrames = std::floor(random.uniform(0.0, 3000.0));
  for (const int channel : {0, 1}) {
    const double reference = gainAt(run, channel, 1000.0);
    made.figure("gain_1k", channel, reference, 0.005, "dB");
    made.trace(
        "response", channel,
        [run, channel, reference](double f) -> std::optional<double> {
          if (!isAudible(f)) return {};
          return gainAt(run, channel, f) - reference;
        },
        0.005, "dB", 200);
    addCorners(made, channel);
  }
  return made;
}

TruthCase crosstalk(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(crosstalkProcedure());
  run.values.set("seconds", 1.0);
  run.values.set("level", 0.0);
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(-138.0);
  auto& cable = run.studio.path.cable;
  cable.leftToRight.flat = Decibels::of(random.uniform(-120.0, -30.0));
  cable.rightToLeft.flat = Decibels::of(random.uniform(-120.0, -30.0));
  if (seed % 2 == 0) cable.leftToRight.rising = Decibels::of(random.uniform(-100.0, -60.0));
  run.studio.path.output.gain[1].gain = Decibels::of(random.uniform(-3.0, 0.0));
  for (const auto& [id, frequency] :
       {std::pair{"crosstalk_100", 103.0}, {"crosstalk_1k", 997.0}, {"crosstalk_10k", 9997.0}}) {
    for (const int to : {0, 1}) {
      const int from = 1 - to;
      const double truth = 20.0 * std::log10(std::abs(between(run, from, to, frequency) /
                                                      between(run, from, from, frequency)));
      made.figure(id, to, truth, 0.1, "dB");
    }
  }
  return made;
}

// Of input 2 against input 1 while both outputs play the same.
double balanceAt(const StudioRun& run, double frequency) {
  const auto heard = [&](int to) {
    return between(run, 0, to, frequency) + between(run, 1, to, frequency);
  };
  return 20.0 * std::log10(std::abs(heard(1) / heard(0)));
}

TruthCase balance(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(balanceProcedure());
  run.values.set("seconds", 1.0);
  run.values.set("level", 0.0);
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(-120.0);
  auto& path = run.studio.path;
  path.output.gain[0].gain = Decibels::of(random.uniform(-6.0, -1.0));
  path.output.gain[1].gain = Decibels::of(random.uniform(-6.0, -1.0));
  path.output.gain[1].isInverted = seed % 2 == 0;
  for (auto& corners : path.cable.corners) {
    corners.highPass = Hertz::of(random.uniform(0.5, 30.0));
    corners.lowPass = Hertz::of(random.uniform(15'000.0, 22'000.0));
  }
  if (seed % 3 == 0) path.cable.leftToRight.flat = Decibels::of(-40.0);
  made.figure("balance_1k", 1, balanceAt(run, 1000.0), 0.005, "dB");
  made.word("relative_polarity", 1, seed % 2 == 0 ? "opposite" : "same");
  made.word("polarity", 0, "normal");
  made.word("polarity", 1, seed % 2 == 0 ? "inverted" : "normal");
  made.trace(
      "balance", 1,
      [run](double f) { return isAudible(f) ? std::optional(balanceAt(run, f)) : std::nullopt; },
      0.01, "dB", 200);
  double worst = balanceAt(run, 20000.0);
  for (double f = 20.0; f < 20000.0; f *= 1.002) {
    const double here = balanceAt(run, f);
    if (std::abs(here) > std::abs(worst)) worst = here;
  }
  made.figure("balance_worst", 1, worst, 0.01, "dB");
  return made;
}

TruthCase latency(std::uint64_t seed) {
  dsp::Random random(seed);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(latencyProcedure());
  run.values.set("repeats", 8);
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(random.uniform(-120.0, -70.0));
  run.studio.path.cable.latencyFrames = random.uniform(0.0, 3000.0);
  const double truth = run.studio.path.latencyFrames(Hertz::of(run.sampleRate));
  for (const int channel : {0, 1}) {
    made.figures.push_back({"latency", "frames", truth, 0.01, [channel](const Outcome& outcome) {
                              return valueOf(outcome.reading, "latency", channel) -
                                     outcome.deviceFrames;
                            }});
    const double perMilli = run.sampleRate / 1000.0;
    made.figures.push_back({"latency_time", "ms", truth / perMilli, 0.001,
                            [channel, perMilli](const Outcome& outcome) {
                              return valueOf(outcome.reading, "latency_time", channel) -
                                     outcome.deviceFrames / perMilli;
                            }});
    made.figure("latency_spread", channel, 0.0, 0.1, "frames");
    made.figure("latency_jumps", channel, 0.0, 0.0, "");
    made.word("latency", channel, "stable");
  }
  made.figure("latency_difference", 1, 0.0, 0.01, "frames");
  return made;
}

}  // namespace

std::vector<Truth> transferTruths() {
  return {{"response", "", response},
          {"crosstalk", "", crosstalk},
          {"balance", "", balance},
          {"latency", "", latency}};
}

}  // namespace linecheck::measure::testing
