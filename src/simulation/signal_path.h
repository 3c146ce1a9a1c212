#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "simulation/path_config.h"
#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// Runs samples through a PathConfig. What comes out is a function of the config and of all that
/// went in: the same in blocks of any size.
class SignalPath {
 public:
  /// `channels` ≥ 1; `sampleRate` in Hz.
  SignalPath(const PathConfig& config, int channels, int sampleRate);
  /// With stages of another config to change to.
  SignalPath(const PathConfig& config, const PathConfig& other, int channels, int sampleRate);

  /// One or more frames, interleaved, in place. Full scale is ±1.
  /// Thread-safe: no. Realtime-safe: yes.
  void process(std::span<double> frames) noexcept;
  void process(std::span<float> frames) noexcept;

  /// Takes the stage of the other config, or that of the first again, from the next frame on. A
  /// stage that comes in begins with silence behind it. Thread-safe: no. Realtime-safe: yes.
  void useOther(PathPlace place, bool isOther) noexcept;

  /// Passes everything as it is, at once.
  [[nodiscard]] bool isTransparent() const noexcept { return isTransparent_; }

 private:
  struct Place {
    std::unique_ptr<PathStage> own;    ///< Null passes samples as they are.
    std::unique_ptr<PathStage> other;  ///< Of the second config.
    bool isOther = false;

    [[nodiscard]] PathStage* now() const { return isOther ? other.get() : own.get(); }
  };
  void findTransparent() noexcept;

  std::array<Place, kPathPlaces> places_;
  bool isTransparent_ = true;
  std::size_t channels_;
  std::vector<double> frame_;
};

}  // namespace linecheck::simulation
