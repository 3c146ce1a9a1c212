#include "dsp/phasor.h"

#include <cmath>
#include <numbers>

namespace linecheck::dsp {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

}  // namespace

double fractionOfCycle(double cyclesPerSample, double sample) {
  const double cycles = cyclesPerSample * sample;
  const double rounding = std::fma(cyclesPerSample, sample, -cycles);
  return (cycles - std::floor(cycles)) + rounding;
}

SteppedPhasor::SteppedPhasor(double cyclesPerSample) {
  for (std::size_t i = 0; i < kStrip; ++i) {
    const double angle = kTurn * fractionOfCycle(cyclesPerSample, static_cast<double>(i));
    cosines_[i] = std::cos(angle);
    sines_[i] = std::sin(angle);
  }
}

void SteppedPhasor::fill(double startCycles, Strip& cosines, Strip& sines) const {
  const double cosine = std::cos(kTurn * startCycles);
  const double sine = std::sin(kTurn * startCycles);
  for (std::size_t i = 0; i < kStrip; ++i) {
    cosines[i] = cosine * cosines_[i] - sine * sines_[i];
    sines[i] = sine * cosines_[i] + cosine * sines_[i];
  }
}

}  // namespace linecheck::dsp
