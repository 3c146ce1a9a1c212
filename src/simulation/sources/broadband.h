#pragma once

#include <array>

#include "simulation/sources/coloured_noise.h"
#include "simulation/sources/stepped_source.h"

namespace linecheck::simulation {

/// The noise of gain stages: flat or a little tilted to 20 kHz, and less beyond their bandwidth.
class Hiss final : public SteppedSource {
 public:
  explicit Hiss(const NoiseSourceConfig& config);

 private:
  void beginStep(std::int64_t /*frame*/) noexcept override {}
  void addWithin(std::span<double> mono, std::int64_t first, double part) noexcept override;

  double rms_;
  ColouredNoise noise_;
};

/// An interface's own noise: white, below some 10…200 Hz with 1/f as well; in half of the seeds one
/// or two idle tones at −120 dBFS, or where that would be a tenth of all noise or more, at that.
class ConverterNoise final : public SteppedSource {
 public:
  explicit ConverterNoise(const NoiseSourceConfig& config);

 private:
  struct Tone {
    double cyclesPerFrame = 0.0;
    double peak = 0.0;
  };

  void beginStep(std::int64_t frame) noexcept override;
  void addWithin(std::span<double> mono, std::int64_t first, double part) noexcept override;

  std::uint64_t whiteStream_;
  double whiteRms_ = 0.0;
  double flickerRms_ = 0.0;
  ColouredNoise flicker_;  ///< 1/f, which is what low-frequency noise is called.
  std::size_t toneCount_ = 0;
  std::array<Tone, 2> tones_{};
  std::array<double, kStep> stepSamples_{};  ///< White noise and tones of the step.
};

}  // namespace linecheck::simulation
