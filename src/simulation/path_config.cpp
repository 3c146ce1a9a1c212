#include "simulation/path_config.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "simulation/cable_filters.h"
#include "simulation/latency_stages.h"
#include "simulation/mix_resampler.h"
#include "simulation/output_load.h"
#include "simulation/system_limiter.h"
#include "simulation/variable_delay.h"

namespace linecheck::simulation {
namespace {

using Complex = std::complex<double>;

std::size_t side(int channel) {
  return channel <= 0 ? 0 : 1;
}

int rateOf(Hertz rate) {
  return static_cast<int>(std::lround(rate.value()));
}

int mixRateOf(const ComputerPath& computer, Hertz rate) {
  return computer.mixRate.value_or(rateOf(rate));
}

int swapped(const ComputerPath& computer, int channel) {
  return computer.swapsChannels && channel <= 1 ? 1 - channel : channel;
}

// Frames that pass before the output, without drift.
double computerFrames(const ComputerPath& computer, Hertz rate) {
  const int limiter = computer.limits ? SystemLimiter::latencyFrames(rateOf(rate)) : 0;
  return limiter + mixResamplerLatency(mixRateOf(computer, rate), rateOf(rate));
}

Complex delay(double frames, Hertz frequency, Hertz rate) {
  return std::polar(1.0, -2.0 * std::numbers::pi * frames * (frequency / rate));
}

// Of what arrives at a cable's far end on one channel, how much was sent on another.
Complex cableResponse(const CablePath& cable, int from, int to, Hertz frequency, Hertz rate) {
  Complex response = 0.0;
  if (from == to) {
    response = 1.0;
  } else if (from == 0 && to == 1) {
    response = crosstalkResponse(cable.leftToRight, frequency, rate);
  } else if (from == 1 && to == 0) {
    response = crosstalkResponse(cable.rightToLeft, frequency, rate);
  }
  response *= cornersResponse(cable.corners.at(side(to)), frequency, rate);
  const CableLatency latency(cable, rate);
  return latency.isWhole()
             ? response * delay(latency.restingFrames(), frequency, rate)
             : response * VariableDelay::response(latency.restingFrames(), frequency / rate);
}

// From the output's inner voltage on one channel to the cable's far end on another.
Complex wiringResponse(const PathConfig& path, int driven, int to, Hertz frequency, Hertz rate) {
  const Complex load = outputLoadResponse(path.output, frequency, rate);
  const auto cable = [&](int from) { return cableResponse(path.cable, from, to, frequency, rate); };
  if (!path.output.isHeardAtBothEnds) return load * cable(driven);
  return driven == 0 ? cable(0) + load * cable(1) : Complex(0.0);
}

}  // namespace

Complex PathConfig::linearResponse(int from, int to, Hertz frequency, Hertz rate) const {
  const int driven = swapped(computer, from);
  Complex response = computer.volume.amplitudeRatio();
  response *= mixResamplerResponse(mixRateOf(computer, rate), frequency, rateOf(rate));
  response *= delay(computerFrames(computer, rate), frequency, rate);
  if (computer.clockDriftPpm != 0.0) response *= delay(ClockDrift::kLatencyFrames, frequency, rate);
  response *= output.gain.at(side(driven)).factor();
  response *= wiringResponse(*this, driven, to, frequency, rate);
  if (input.drivesBothLegs) {
    response *= (-input.commonModeRejection.at(side(to))).amplitudeRatio();
  }
  return response * input.gain.at(side(to)).factor();
}

double PathConfig::latencyFramesAt(std::int64_t frame, Hertz rate) const {
  double frames = computerFrames(computer, rate) + CableLatency(cable, rate).framesAt(frame);
  if (computer.clockDriftPpm != 0.0) {
    frames += ClockDrift::latencyFramesAt(frame, computer.clockDriftPpm);
  }
  return frames;
}

DecibelsFs PathConfig::harmonicLevel(int order, DecibelsFs played, int channel) const {
  const Decibels gain = computer.volume + output.gain.at(side(swapped(computer, channel))).gain;
  return output.nonlinearity.harmonicLevel(order, played + gain);
}

std::optional<DecibelsFs> PathConfig::headroom(int channel) const {
  std::optional<DecibelsFs> lowest;
  Decibels gain = computer.volume;
  const auto allow = [&](DecibelsFs level) {
    lowest = lowest ? std::min(*lowest, level - gain) : level - gain;
  };
  if (computer.limits) allow(dbfsFromSinePeak(SystemLimiter::kCeiling));
  if (computer.sixteenBit) allow(DecibelsFs::of(0.0));
  const std::size_t driven = side(swapped(computer, channel));
  gain += output.gain.at(driven).gain;
  if (output.converterClip) allow(*output.converterClip);
  if (const auto& amplifier = output.amplifierClip) {
    allow(amplifier->level - amplifier->softness.value_or(0_dB));
  }
  if (input.drivesBothLegs) gain -= input.commonModeRejection.at(driven);
  gain += input.gain.at(driven).gain;
  if (input.clip) allow(*input.clip);
  return lowest;
}

}  // namespace linecheck::simulation
