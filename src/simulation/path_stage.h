#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace linecheck::simulation {

struct PathConfig;

/// The stages of a signal path, in its order.
enum class PathPlace {
  swap,
  volume,
  automaticGain,
  limiter,
  sixteenBit,
  resampler,
  clockDrift,
  outputGain,
  nonlinearity,
  converterClip,
  amplifierClip,
  outputLoad,
  crosstalk,
  corners,
  latency,
  commonMode,
  inputGain,
  inputClip,
};
inline constexpr std::size_t kPathPlaces = static_cast<std::size_t>(PathPlace::inputClip) + 1;

/// One thing that happens to samples on their way.
class PathStage {
 public:
  virtual ~PathStage() = default;

  /// Some frames, interleaved, in place. Realtime-safe: must be.
  virtual void process(std::span<double> frames) noexcept = 0;
  /// As it was made. Realtime-safe: must be.
  virtual void reset() noexcept = 0;
};

/// Null if the config has nothing at this place.
[[nodiscard]] std::unique_ptr<PathStage> makePathStage(PathPlace place, const PathConfig& config,
                                                       std::size_t channels, int sampleRate);

}  // namespace linecheck::simulation
