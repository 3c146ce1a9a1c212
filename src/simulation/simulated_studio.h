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
#include "simulation/noise_source.h"
#include "simulation/patch.h"
#include "simulation/path_config.h"
#include "simulation/scene/scene.h"
#include "simulation/scene/scene_mix.h"

namespace linecheck::simulation {

/// A noise that the studio always hears, on its own mains and at the stream's sample rate.
struct StudioSource {
  NoiseKind kind = NoiseKind::hiss;
  DecibelsFs level;        ///< As NoiseSourceConfig::level.
  std::uint64_t seed = 1;  ///< As NoiseSourceConfig::seed.
};

/// What the studio is built of. Without faults it is a clean chain.
struct StudioConfig {
  std::uint64_t seed = 1;
  Mains mains;
  PathConfig path;    ///< From what is played to the input; its seed is the studio's.
  Decibels loopGain;  ///< From the output to the input; 0 dB is a plain cable.
  DecibelsFs converterNoise = DecibelsFs::of(-110.0);  ///< White, RMS up to Nyquist.
  std::vector<HarmonicLevel> hum;                      ///< Of the mains, always there.
  std::vector<StudioSource> sources;                   ///< Always there, where the hum comes in.
  std::optional<int> bitDepth;  ///< 2…32; none is a converter that gives floats.
  /// Whether a scene may be set while a stream runs. Costs each stream some 30 ms at its opening.
  bool isReadyForScenes = false;
};

/// That of the program: a usual line output's impedance, for the measurements that load it. In a
/// plain loop nothing does.
[[nodiscard]] StudioConfig demoStudio();

/// A small studio with an interface whose output is patched back into its input, and faults that
/// can be switched while it runs:
///
///     computer → output → cable → + mains hum + computer hash + noise sources → preamplifier →
///     clipping at ±1
///              → + converter noise → bits → input
///
/// Both channels hear the same hum, a noise source by its gains, and each has noise of its own. The
/// samples are a function of the seed, the faults and the sample's number: the same in blocks of
/// any size and at any pace. What is played comes back kLatencyFrames later, and by what the path
/// adds.
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

  /// Lets it stand on a desk: what is captured hears the desk as well, at first as the scene
  /// starts; on the studio's own mains, drawn from its seed. Without a scene, none. Heard from the
  /// next block on if the studio was built ready for it, else from the next stream on.
  /// Thread-safe: yes.
  void setScene(std::optional<Scene> scene);
  /// Brings the scene's desk into this situation; heard from the next block on. Does nothing
  /// without a scene. Thread-safe: yes.
  void setSituation(const chain::Situation& situation);
  /// Hears the scene's interface alone, its output plugged into its input, until a situation is
  /// set. Does nothing without a scene. Thread-safe: yes.
  void setBaseline();

  /// Patches its cables anew, from the next stream on. Thread-safe: yes.
  void setPatch(const Patch& patch);

  [[nodiscard]] std::string name() const override { return "simulated"; }
  Result<std::vector<audio::Device>> devices() override;
  Result<void> probe(const audio::StreamConfig& config) override;
  Result<std::unique_ptr<audio::Stream>> open(const audio::StreamConfig& config,
                                              audio::BlockProcessor& processor) override;

 private:
  StudioConfig config_;
  std::mutex mutex_;  ///< Of the patch and the scene.
  Patch patch_;
  std::optional<Scene> scene_;
  std::shared_ptr<SceneMix> mix_ = std::make_shared<SceneMix>();  ///< Streams look at it too.
  audio::Pacing pacing_;
  std::shared_ptr<FaultSwitches> faults_;  ///< Streams look at it too.
};

}  // namespace linecheck::simulation
