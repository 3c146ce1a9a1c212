// Measurements between whose steps the cables are changed.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {
namespace {

// A cable of any length; every second one between two clocks.
simulation::PathConfig cableOf(std::uint64_t seed) {
  dsp::Random random(seed);
  simulation::PathConfig path;
  path.cable.latencyFrames = random.uniform(0.0, 3000.0);
  path.computer.clockDriftPpm = seed % 2 == 0 ? random.uniform(-90.0, 90.0) : 0.0;
  return path;
}

double impedanceLimit(double ohms) {
  return std::max(0.02, 0.01 * ohms);
}

// What the source is at a frequency, bent as the studio's filters bend it.
double ohmsAt(const simulation::SourceImpedance& source, double frequency, int rate) {
  const double bent = rate / std::numbers::pi * std::tan(std::numbers::pi * frequency / rate);
  return std::abs(source.at(Hertz::of(bent)));
}

TruthCase outputImpedance(std::uint64_t seed, double driftPpm) {
  dsp::Random random(seed + 100);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(outputImpedanceProcedure());
  run.studio.seed = seed;
  run.sampleRate = seed % 3 == 0 ? 44100 : 48000;
  auto& path = run.studio.path;
  path = cableOf(seed);
  path.computer.clockDriftPpm = driftPpm;
  auto& source = path.output.source;
  source.resistance = Ohms::of(std::pow(10.0, random.uniform(-0.3, 2.5)));
  if (seed % 4 == 0) source.seriesCapacitor = Farads::of(random.uniform(2e-5, 4e-4));
  const double resistor = source.resistance.value() * random.uniform(1.0, 4.0) + 4.0;
  run.values.set("resistor", resistor);
  run.values.set("resistor-tolerance", 0.0);
  // As good as none.
  run.values.set("input-impedance", 100e6);
  run.values.set("seconds", 2.0);
  run.laterPaths = {path};
  run.laterPaths[0].output.load = Ohms::of(resistor);

  const double truth = ohmsAt(source, 1000.0, run.sampleRate);
  for (const int channel : {0, 1}) {
    made.figure("output_impedance", channel, truth, impedanceLimit(truth), "Ω");
    const auto worst = [channel, source = source, rate = run.sampleRate](const Outcome& outcome) {
      const Trace* trace = outcome.reading.trace("output_impedance", channel);
      if (trace == nullptr || trace->x.empty()) return std::numeric_limits<double>::quiet_NaN();
      double found = 0.0;
      for (std::size_t i = 0; i < trace->x.size(); ++i) {
        const double ohms = ohmsAt(source, trace->x[i], rate);
        found = std::max(found, std::abs(trace->y[i] - ohms) / impedanceLimit(ohms));
      }
      return found;
    };
    if (driftPpm == 0.0) {
      made.figures.push_back({"20 Hz to 20 kHz, of 1 % or 0.02 Ω", "times", 0.0, 1.0, worst});
    } else {
      made.word("output_impedance_curve", channel, "two_clocks");
    }
  }
  return made;
}

TruthCase onOneClock(std::uint64_t seed) {
  return outputImpedance(seed, 0.0);
}

TruthCase onTwoClocks(std::uint64_t seed) {
  const double ppm = dsp::Random(seed + 400).uniform(2.0, 90.0);
  return outputImpedance(seed, seed % 2 == 0 ? ppm : -ppm);
}

// The frequency at which the driver's impedance is greatest, by a fine search.
double peakOf(const simulation::HeadphonesLoad& driver) {
  const double middle = driver.resonance.value();
  const auto ohms = [&](double f) { return std::abs(driver.at(Hertz::of(f))); };
  double best = middle;
  for (double f = 0.5 * middle; f < 2.0 * middle; f *= 1.0001) {
    if (ohms(f) > ohms(best)) best = f;
  }
  return best;
}

TruthCase headphoneImpedance(std::uint64_t seed) {
  dsp::Random random(seed + 300);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(headphoneImpedanceProcedure());
  run.studio.seed = seed;
  run.sampleRate = seed % 3 == 0 ? 44100 : 48000;
  simulation::HeadphonesLoad driver;
  driver.resistance = Ohms::of(std::pow(10.0, random.uniform(1.1, 2.6)));
  driver.peak = driver.resistance * random.uniform(0.3, 3.0);
  driver.resonance = Hertz::of(random.uniform(45.0, 250.0));
  driver.quality = random.uniform(0.8, 3.0);
  const Ohms resistor = driver.resistance * random.uniform(0.7, 4.0);
  auto& path = run.studio.path;
  path = cableOf(seed);
  path.output.isHeardAtBothEnds = true;
  path.output.source.resistance = resistor;
  // Two inputs that are not quite alike.
  path.input.gain[1].gain = Decibels::of(random.uniform(-1.0, 1.0));
  path.cable.corners[1].lowPass = Hertz::of(random.uniform(18e3, 21e3));
  run.laterPaths = {path};
  run.laterPaths[0].output.headphones = driver;
  run.values.set("resistor", resistor.value());
  run.values.set("resistor-tolerance", 0.0);
  run.values.set("input-impedance", 100e6);
  run.values.set("seconds", 3.0);

  const auto read = [](const char* id) {
    return [id](const Outcome& outcome) {
      const Figure* figure = outcome.reading.figure(id);
      return figure != nullptr && figure->value ? *figure->value
                                                : std::numeric_limits<double>::quiet_NaN();
    };
  };
  const double rate = run.sampleRate;
  const auto ohmsAtPlayed = [driver, rate](double f) {
    const double bent = rate / std::numbers::pi * std::tan(std::numbers::pi * f / rate);
    return std::abs(driver.at(Hertz::of(bent)));
  };
  const double peak = peakOf(driver);
  const double top = std::abs(driver.at(Hertz::of(peak)));
  const double reference = ohmsAtPlayed(1000.0);
  made.figures.push_back({"impedance_1k", "Ω", reference, 0.005 * reference, read("impedance_1k")});
  made.figures.push_back({"resonance", "Hz", peak, 0.01 * peak, read("resonance")});
  made.figures.push_back(
      {"resonance_impedance", "Ω", top, 0.01 * top, read("resonance_impedance")});
  const auto worst = [ohmsAtPlayed](const Outcome& outcome) {
    const Trace* trace = outcome.reading.trace("headphone_impedance");
    if (trace == nullptr || trace->x.empty()) return std::numeric_limits<double>::quiet_NaN();
    double found = 0.0;
    for (std::size_t i = 0; i < trace->x.size(); ++i) {
      found = std::max(found, std::abs(trace->y[i] / ohmsAtPlayed(trace->x[i]) - 1.0));
    }
    return 100.0 * found;
  };
  made.figures.push_back({"20 Hz to 20 kHz", "%", 0.0, 0.5, worst});
  return made;
}

TruthCase commonMode(std::uint64_t seed) {
  dsp::Random random(seed + 200);
  TruthCase made;
  StudioRun& run = made.run;
  run = runOf(commonModeProcedure());
  run.values.set("seconds", 2.0);
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(-125.0);
  run.studio.path = cableOf(seed);
  simulation::PathConfig common = run.studio.path;
  // The driver may need another time when it is opened again.
  common.cable.latencyFrames += 100.0;
  common.input.drivesBothLegs = true;
  const double rejection = random.uniform(30.0, 75.0);
  common.input.commonModeRejection = {Decibels::of(rejection), Decibels::of(rejection + 5.0)};
  run.laterPaths = {common};
  // Only the first input has the cable.
  for (const char* id : {"cmrr_50", "cmrr_100", "cmrr_1k", "cmrr_10k"}) {
    made.figure(id, 0, rejection, 0.1, "dB");
  }
  return made;
}

}  // namespace

std::vector<Truth> twoStepTruths() {
  return {{"output-impedance", "one clock", onOneClock},
          {"output-impedance", "two clocks", onTwoClocks},
          {"headphone-impedance", "", headphoneImpedance},
          {"common-mode", "", commonMode}};
}

}  // namespace linecheck::measure::testing
