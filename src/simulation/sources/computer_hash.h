#pragma once

#include <array>

#include "simulation/sources/coloured_noise.h"
#include "simulation/sources/computer_load.h"
#include "simulation/sources/stepped_source.h"

namespace linecheck::simulation {

/// A computer at work: some lines in 1…16 kHz whose frequencies and levels wander, and step with
/// its load, and unsteady noise that follows the load.
class ComputerHash final : public SteppedSource {
 public:
  explicit ComputerHash(const NoiseSourceConfig& config);

 private:
  static constexpr std::size_t kMostLines = 6;

  struct Line {
    double frequency = 0.0;   ///< Hertz, at half load.
    double stepByLoad = 0.0;  ///< Relative, from no load to full.
    double decibelsByLoad = 0.0;
    double rms = 0.0;          ///< Over a long time.
    double wander = 0.0;       ///< Hertz.
    double wanderRate = 0.0;   ///< Hertz.
    double wanderPhase = 0.0;  ///< Radians.
  };
  struct Sounding {
    Ramp cycles;
    Ramp peak;
  };

  void beginStep(std::int64_t frame) noexcept override;
  void addWithin(std::span<double> mono, std::int64_t first, double part) noexcept override;
  [[nodiscard]] double cyclesOf(std::size_t line, std::int64_t spell, double second) const;
  [[nodiscard]] double peakOf(std::size_t line, std::int64_t spell) const;
  [[nodiscard]] double noiseIn(std::int64_t spell) const;

  std::uint64_t seed_;
  double sampleRate_;
  ComputerLoad load_;
  ColouredNoise noise_;
  double noiseScale_ = 0.0;
  double burstsPerSecond_ = 40.0;
  std::size_t lineCount_ = 0;
  std::array<Line, kMostLines> lines_{};
  /// Those of the load that goes and those of the load that comes.
  std::array<Sounding, 2 * kMostLines> sounding_{};
  Ramp noiseRms_;
};

}  // namespace linecheck::simulation
