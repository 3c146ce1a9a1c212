#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "audio/backend.h"
#include "audio/paced/paced_stream.h"
#include "simulation/faults.h"
#include "simulation/harmonic_series.h"
#include "simulation/mains.h"
#include "simulation/patch.h"
#include "simulation/path_config.h"

namespace linecheck::simulation {

/// What the studio is built of. Without faults it is a clean chain.
struct StudioConfig {
  std::uint64_t seed = 1;
  Mains mains;
  PathConfig path;    ///< From what is played to the input; its seed is the studio's.
  Decibels loopGain;  ///< From the output to the input; 0 dB is a plain cable.
  DecibelsFs converterNoise = DecibelsFs::of(-110.0);  ///< White, RMS up to Nyquist.
  std::vector<HarmonicLevel> hum;                      ///< Of the mains, always there.
  std::optional<int> bitDepth;  ///< 2…32; none is a converter that gives floats.
};

/// That of the program: a usual line output's impedance, for the measurements that load it. In a
/// plain loop nothing does.
[[nodiscard]] StudioConfig demoStudio();

/// A small studio with an interface whose output is patched back into its input, and faults that
/// can be switched while it runs:
///
///     computer → output → cable → + mains hum + computer hash → preamplifier → clipping at ±1
///              → + converter noise → bits → input
///
/// Both channels hear the same hum, each has noise of its own. The samples are a function of the
/// seed, the faults and the sample's number: the same in blocks of any size and at any pace. What
/// is played comes back kLatencyFrames later, and by what the path adds.
class SimulatedStudio final : public audio::Backend {
 public:
  static constexpr const char* kHostApi = "Simulated studio";
  static constexpr const char* kDeviceName = "Demo studio";
  static constexpr int kChannels = 2;
  static constexpr int kMaxBlockFrames = 2048;
  static constexpr int kLatencyFrames = 2112;

  explicit SimulatedStudio(StudioConfig config = {}, audio::Pacing pacing = {});
  ~SimulatedStudio() override;
  SimulatedStudio(const SimulatedStudio&) = delete;
  SimulatedStudio& operator=(const SimulatedStudio&) = delete;

  /// Switched from any thread; heard from the next block on.
  [[nodiscard]] FaultSwitches& faults();

  /// Patches its cables anew, from the next stream on. Thread-safe: yes.
  void setPatch(const Patch& patch);

  [[nodiscard]] std::string name() const override { return "simulated"; }
  Result<std::vector<audio::Device>> devices() override;
  Result<void> probe(const audio::StreamConfig& config) override;
  Result<std::unique_ptr<audio::Stream>> open(const audio::StreamConfig& config,
                                              audio::BlockProcessor& processor) override;

 private:
  StudioConfig config_;
  std::mutex patchMutex_;
  Patch patch_;
  audio::Pacing pacing_;
  std::shared_ptr<FaultSwitches> faults_;  ///< Streams look at it too.
};

}  // namespace linecheck::simulation
