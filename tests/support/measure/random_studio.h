#pragma once

#include <cmath>
#include <cstdint>
#include <random>

#include "audio/backend.h"
#include "measure/procedure_run.h"
#include "simulation/simulated_studio.h"

namespace linecheck::testing {

/// Draws settings that nobody chose.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : random_(seed) {}

  double between(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
  }
  bool coin() { return between(0.0, 1.0) < 0.5; }

 private:
  std::mt19937_64 random_;
};

/// A studio whose path is sound: any noise, latency and depth, with the corners and the crosstalk
/// that ordinary converters have.
inline simulation::StudioConfig cleanStudio(std::uint64_t seed) {
  Draw draw(1000 + seed);
  simulation::StudioConfig config;
  config.seed = seed;
  config.converterNoise = DecibelsFs::of(draw.between(-130.0, -85.0));
  if (draw.coin()) config.bitDepth = 24;
  config.path.seed = seed;
  config.path.cable.latencyFrames = draw.between(0.0, 3000.0);
  if (draw.coin()) config.path.cable.latencyFrames = std::round(config.path.cable.latencyFrames);
  for (auto& corners : config.path.cable.corners) {
    if (draw.coin()) corners.highPass = Hertz::of(draw.between(0.5, 10.0));
    if (draw.coin()) corners.lowPass = Hertz::of(draw.between(40e3, 90e3));
  }
  if (draw.coin()) {
    config.path.cable.leftToRight.flat = Decibels::of(draw.between(-120.0, -70.0));
  }
  return config;
}

/// As fast as it goes.
inline const audio::Pacing kFast{audio::Pace::asFastAsPossible};

/// A run on the simulated studio that may be as loud as it likes.
inline measure::RunRequest studioRun(int sampleRate = 48000) {
  measure::RunRequest request;
  request.stream.input = audio::DeviceId{simulation::SimulatedStudio::kHostApi,
                                         simulation::SimulatedStudio::kDeviceName};
  request.stream.output = request.stream.input;
  request.stream.sampleRate = sampleRate;
  request.loud = measure::LoudTone::confirmed;
  return request;
}

}  // namespace linecheck::testing
