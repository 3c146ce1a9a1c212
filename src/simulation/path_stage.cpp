#include "simulation/path_stage.h"

#include <algorithm>

#include "simulation/automatic_gain.h"
#include "simulation/cable_filters.h"
#include "simulation/distortion.h"
#include "simulation/gain_stages.h"
#include "simulation/latency_stages.h"
#include "simulation/mix_resampler.h"
#include "simulation/output_load.h"
#include "simulation/path_config.h"
#include "simulation/sixteen_bit.h"
#include "simulation/system_limiter.h"

namespace linecheck::simulation {
namespace {

std::vector<double> factors(const Stereo<ChannelGain>& gains, std::size_t channels) {
  std::vector<double> result;
  for (std::size_t i = 0; i < channels; ++i) {
    result.push_back(gains.at(std::min<std::size_t>(i, 1)).factor());
  }
  return result;
}

std::vector<double> commonModeFactors(const InputPath& input, std::size_t channels) {
  std::vector<double> result(channels, 1.0);
  for (std::size_t i = 0; input.drivesBothLegs && i < channels; ++i) {
    result[i] = (-input.commonModeRejection.at(std::min<std::size_t>(i, 1))).amplitudeRatio();
  }
  return result;
}

}  // namespace

std::unique_ptr<PathStage> makePathStage(PathPlace place, const PathConfig& config,
                                         std::size_t channels, int sampleRate) {
  const ComputerPath& computer = config.computer;
  const OutputPath& output = config.output;
  switch (place) {
    case PathPlace::swap:
      return computer.swapsChannels ? makeChannelSwap(channels) : nullptr;
    case PathPlace::volume:
      return makeGains(std::vector(channels, computer.volume.amplitudeRatio()));
    case PathPlace::automaticGain:
      if (!computer.automaticGain) return nullptr;
      return makeAutomaticGain(*computer.automaticGain, channels, sampleRate);
    case PathPlace::limiter:
      return computer.limits ? makeSystemLimiter(channels, sampleRate) : nullptr;
    case PathPlace::sixteenBit:
      if (!computer.sixteenBit) return nullptr;
      return makeSixteenBit(*computer.sixteenBit, config.seed, channels);
    case PathPlace::resampler:
      return makeMixResampler(computer.mixRate.value_or(sampleRate), channels, sampleRate);
    case PathPlace::clockDrift:
      return makeClockDrift(computer.clockDriftPpm, channels);
    case PathPlace::outputGain:
      return makeGains(factors(output.gain, channels));
    case PathPlace::nonlinearity:
      return makeNonlinearity(output.nonlinearity);
    case PathPlace::converterClip:
      return output.converterClip ? makeHardClip(*output.converterClip) : nullptr;
    case PathPlace::amplifierClip:
      return output.amplifierClip ? makeAmplifierClip(*output.amplifierClip) : nullptr;
    case PathPlace::outputLoad:
      return makeOutputLoad(output, channels, sampleRate);
    case PathPlace::crosstalk:
      return makeCrosstalk(config.cable, channels, sampleRate);
    case PathPlace::corners:
      return makeCorners(config.cable, channels, sampleRate);
    case PathPlace::latency:
      return makeCableLatency(config.cable, channels, sampleRate);
    case PathPlace::commonMode:
      return makeGains(commonModeFactors(config.input, channels));
    case PathPlace::inputGain:
      return makeGains(factors(config.input.gain, channels));
    case PathPlace::inputClip:
      return config.input.clip ? makeHardClip(*config.input.clip) : nullptr;
  }
  return nullptr;
}

}  // namespace linecheck::simulation
