#include "simulation/path_faults.h"

#include <array>

namespace linecheck::simulation {
namespace {

constexpr std::array kPathFaults = {
    PathFault{Fault::volumeSlider, PathPlace::volume},
    PathFault{Fault::sixteenBit, PathPlace::sixteenBit},
    PathFault{Fault::resampler, PathPlace::resampler},
    PathFault{Fault::clockDrift, PathPlace::clockDrift},
    PathFault{Fault::automaticGain, PathPlace::automaticGain},
    PathFault{Fault::systemLimiter, PathPlace::limiter},
    PathFault{Fault::swappedChannels, PathPlace::swap},
    PathFault{Fault::invertedPolarity, PathPlace::outputGain},
    PathFault{Fault::softClipping, PathPlace::amplifierClip},
    PathFault{Fault::crosstalk, PathPlace::crosstalk},
};

constexpr Decibels kVolumeTaken = Decibels::of(6.0);
constexpr double kDriftPpm = 25.0;
constexpr AmplifierClipping kSoftClipping{DecibelsFs::of(-6.0), Decibels::of(6.0)};
constexpr Crosstalk kCrosstalk{Decibels::of(-40.0), std::nullopt};

}  // namespace

std::span<const PathFault> pathFaults() {
  return kPathFaults;
}

PathConfig withFaults(PathConfig config, FaultSet faults, int sampleRate) {
  ComputerPath& computer = config.computer;
  if (faults.has(Fault::volumeSlider)) computer.volume -= kVolumeTaken;
  if (faults.has(Fault::sixteenBit)) computer.sixteenBit = SixteenBit::rounded;
  if (faults.has(Fault::resampler)) computer.mixRate = sampleRate == 44'100 ? 48'000 : 44'100;
  if (faults.has(Fault::clockDrift)) computer.clockDriftPpm = kDriftPpm;
  if (faults.has(Fault::automaticGain)) computer.automaticGain = AutomaticGain{};
  if (faults.has(Fault::systemLimiter)) computer.limits = true;
  if (faults.has(Fault::swappedChannels)) computer.swapsChannels = !computer.swapsChannels;
  if (faults.has(Fault::invertedPolarity)) {
    config.output.gain[0].isInverted = !config.output.gain[0].isInverted;
  }
  if (faults.has(Fault::softClipping)) config.output.amplifierClip = kSoftClipping;
  if (faults.has(Fault::crosstalk)) {
    config.cable.leftToRight = config.cable.rightToLeft = kCrosstalk;
  }
  return config;
}

}  // namespace linecheck::simulation
