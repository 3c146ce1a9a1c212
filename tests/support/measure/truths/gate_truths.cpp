// What the gate in front of every measurement has to find, and where it has to be silent.
#include <cmath>
#include <limits>

#include "measure/procedures/catalogue.h"
#include "support/measure/random_studio.h"
#include "support/measure/truth.h"

namespace linecheck::measure::testing {
namespace {

using linecheck::testing::cleanStudio;
using linecheck::testing::Draw;

std::string idsOf(const Outcome& outcome) {
  std::string ids;
  for (const PathFinding& finding : outcome.path.findings) {
    ids += std::string(ids.empty() ? "" : " ") + std::string(pathFaultId(finding.fault));
  }
  return ids;
}

double sizeOf(const Outcome& outcome) {
  if (outcome.path.findings.empty()) return std::numeric_limits<double>::quiet_NaN();
  return outcome.path.findings.front().value.value_or(std::numeric_limits<double>::quiet_NaN());
}

int rateOf(std::uint64_t seed) {
  return seed % 2 == 0 ? 48000 : 44100;
}

TruthCase gateOf(std::uint64_t seed, int rate, const char* ids) {
  TruthCase made;
  made.run = runOf(pathProcedure());
  made.run.studio = cleanStudio(seed);
  made.run.sampleRate = rate;
  made.words.push_back({"findings", ids, idsOf});
  return made;
}

TruthCase clean(std::uint64_t seed) {
  return gateOf(seed, rateOf(seed), "");
}

TruthCase volume(std::uint64_t seed) {
  Draw draw(seed);
  TruthCase made = gateOf(seed, rateOf(seed), "gain");
  const double gain = draw.coin() ? -0.1 : draw.between(-30.0, -0.1);
  made.run.studio.path.computer.volume = Decibels::of(gain);
  made.figures.push_back({"gain", "dB", gain, 0.03, sizeOf});
  return made;
}

TruthCase sixteenBit(std::uint64_t seed) {
  TruthCase made = gateOf(seed, rateOf(seed), "sixteen_bit");
  made.run.studio.path.computer.sixteenBit = simulation::SixteenBit::rounded;
  return made;
}

TruthCase drift(std::uint64_t seed) {
  Draw draw(seed);
  TruthCase made = gateOf(seed, rateOf(seed), "clock_drift");
  const double ppm = (draw.coin() ? 1.0 : -1.0) * (draw.coin() ? 10.0 : draw.between(10.0, 200.0));
  made.run.studio.path.computer.clockDriftPpm = ppm;
  // What comes back faster than it was played was captured by a slower clock.
  made.figures.push_back({"drift", "ppm", -ppm, 0.1 + 0.002 * std::abs(ppm), sizeOf});
  return made;
}

TruthCase resampled(std::uint64_t seed) {
  const int rate = rateOf(seed);
  TruthCase made = gateOf(seed, rate, "resampled");
  made.run.studio.path.computer.mixRate = rate == 48000 ? 44100 : 48000;
  return made;
}

TruthCase swapped(std::uint64_t seed) {
  TruthCase made = gateOf(seed, rateOf(seed), "swapped_channels");
  made.run.studio.path.computer.swapsChannels = true;
  return made;
}

TruthCase inverted(std::uint64_t seed) {
  TruthCase made = gateOf(seed, rateOf(seed), "inverted");
  made.run.studio.path.output.gain[seed % 2].isInverted = true;
  return made;
}

TruthCase levelled(std::uint64_t seed) {
  Draw draw(seed);
  TruthCase made = gateOf(seed, rateOf(seed), "automatic_gain");
  auto& leveller = made.run.studio.path.computer.automaticGain.emplace();
  leveller.target = DecibelsFs::of(draw.between(-30.0, -10.0));
  leveller.attack = Seconds::of(draw.between(0.02, 0.3));
  leveller.release = Seconds::of(draw.between(0.2, 3.0));
  return made;
}

}  // namespace

std::vector<Truth> gateTruths() {
  return {{"path", "clean", clean, 1000, 20},
          {"path", "volume", volume, 50, 20},
          {"path", "16 bits", sixteenBit, 50, 20},
          {"path", "drift", drift, 50, 20},
          {"path", "44.1 and 48 kHz converted", resampled, 50, 20},
          {"path", "swapped", swapped, 20, 5},
          {"path", "inverted", inverted, 20, 5},
          {"path", "automatic gain", levelled, 50, 20}};
}

}  // namespace linecheck::measure::testing
