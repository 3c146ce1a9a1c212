#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "audio/paced/paced_stream.h"
#include "simulation/scene/scene_mix.h"
#include "simulation/signal_path.h"
#include "simulation/simulated_studio.h"
#include "simulation/stereo_noise.h"

namespace linecheck::simulation {

/// The signal path of a SimulatedStudio for one stream.
class SimulatedDevice final : public audio::VirtualDevice {
 public:
  /// `scene` may be null.
  SimulatedDevice(const StudioConfig& studio, std::shared_ptr<const FaultSwitches> faults,
                  const audio::StreamConfig& stream, std::unique_ptr<SceneVoice> scene);

  Captured capture(std::span<float> input, int frames) noexcept override;
  void play(std::span<const float> output, int frames) noexcept override;

 private:
  /// A noise source and what switches it; without a fault it is always there.
  struct Noise {
    std::optional<Fault> fault;
    StereoNoise source;
  };

  void switchPath(FaultSet faults);
  void addInterference(std::span<double> samples);
  void addNoises(std::size_t frames);
  void convert(std::span<double> samples, std::uint64_t channel);
  [[nodiscard]] std::int64_t studioFrame(std::size_t i) const;
  [[nodiscard]] double played(std::int64_t frame, std::size_t channel) const;

  StudioConfig studio_;
  std::shared_ptr<const FaultSwitches> faults_;
  int sampleRate_;
  std::size_t inputChannels_;
  std::size_t outputChannels_;
  HarmonicSeries hum_;
  FaultSet now_;               ///< In the block at hand.
  std::int64_t captured_ = 0;  ///< Frames before the block at hand.
  std::int64_t played_ = 0;
  std::vector<Noise> noises_;
  std::unique_ptr<SceneVoice> scene_;
  SignalPath path_;
  std::vector<double> arriving_;      ///< The block at hand on its way through the path.
  std::vector<double> history_;       ///< What comes back, interleaved, in a circle.
  std::vector<double> interference_;  ///< Of the block at hand, the same for each channel.
  std::array<std::vector<double>, SimulatedStudio::kChannels> noise_;  ///< Of the block at hand.
  std::vector<double> channelSamples_;                                 ///< Of the block at hand.
};

}  // namespace linecheck::simulation
