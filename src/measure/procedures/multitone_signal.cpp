#include "measure/procedures/multitone_signal.h"

#include <algorithm>
#include <cmath>

#include "dsp/generators.h"

namespace linecheck::measure {
namespace {

constexpr int kTones = 31;
constexpr double kTonesPerDecade = 10.0;
constexpr double kLowest = 20.0;
constexpr double kHighestPerRate = 0.47;

double distanceToMultiple(double frequency, double of) {
  const double times = std::max(1.0, std::round(frequency / of));
  return std::abs(frequency - times * of);
}

double besideMains(double frequency) {
  constexpr double kBeside = 4.0;
  constexpr double kStep = 0.5;
  constexpr int kSteps = 60;
  for (int i = 0; i <= kSteps; ++i) {
    for (const double shift : {i * kStep, -i * kStep}) {
      const double moved = frequency + shift;
      const double distance =
          std::min(distanceToMultiple(moved, 50.0), distanceToMultiple(moved, 60.0));
      if (distance >= kBeside) return moved;
    }
  }
  return frequency;
}

}  // namespace

MultitoneSignal makeMultitone(DecibelsFs peak, Seconds duration, int sampleRate) {
  MultitoneSignal signal;
  for (int i = 0; i < kTones; ++i) {
    const double frequency = besideMains(kLowest * std::pow(10.0, i / kTonesPerDecade));
    if (frequency < kHighestPerRate * sampleRate) {
      signal.frequencies.push_back(Hertz::of(frequency));
    }
  }
  const Hertz rate = Hertz::of(sampleRate);
  constexpr DecibelsFs kRms = DecibelsFs::of(0.0);
  signal.samples =
      dsp::multitone(signal.frequencies, kRms, rate, static_cast<std::size_t>(duration * rate));
  double greatest = 0.0;
  for (const double sample : signal.samples) greatest = std::max(greatest, std::abs(sample));
  const double scale = sinePeakFromDbfs(peak) / greatest;
  for (double& sample : signal.samples) sample *= scale;
  const DecibelsFs rms = kRms + Decibels::fromAmplitudeRatio(scale);
  signal.each = rms - Decibels::fromPowerRatio(static_cast<double>(signal.frequencies.size()));
  signal.crestFactor = Decibels::fromAmplitudeRatio(sinePeakFromDbfs(peak) / rmsFromDbfs(rms));
  return signal;
}

}  // namespace linecheck::measure
