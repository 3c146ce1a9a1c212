#pragma once

#include <cstdint>
#include <optional>

#include "diagnosis/automatic_hunt.h"
#include "simulation/scene/scene.h"

namespace linecheck::cli {

/// Does every step at a simulated desk that he can do, and hears what becomes of it: 3 seconds of
/// it, or four times as much where that is the step. Of a fault that comes and goes he waits until
/// it is there, as somebody does who hunts a noise.
class ScenePlayer : public diagnosis::HuntPlayer {
 public:
  static constexpr int kRate = 48000;

  enum class Baseline { unknown, known };
  /// The scene must outlive it. `known`: the interface alone was heard before.
  explicit ScenePlayer(const simulation::Scene& scene, Baseline baseline = Baseline::unknown);

  void putBack(const diagnosis::Step& /*step*/) override {}
  [[nodiscard]] Reply take(const diagnosis::ProposedStep& /*proposed*/) override {
    return Reply::done;
  }
  [[nodiscard]] Result<diagnosis::Diagnosis> hear(const chain::Situation& situation,
                                                  const diagnosis::Step* step) override;
  void look(const diagnosis::Hunt& /*hunt*/) override {}

 private:
  [[nodiscard]] std::int64_t waitForFault(std::int64_t first, int seconds);
  [[nodiscard]] diagnosis::Diagnosis diagnose(const simulation::NoiseGains& gains, int seconds);

  const simulation::Scene& scene_;
  simulation::SceneSound sound_;
  std::uint64_t takes_ = 0;
  std::optional<diagnosis::Evidence> baseline_;
};

/// The fault's cause as a diagnosis calls it.
[[nodiscard]] diagnosis::Cause causeOf(simulation::NoiseKind kind);
/// None if no noise of a scene is that.
[[nodiscard]] std::optional<simulation::NoiseKind> noiseOf(diagnosis::Cause cause);

}  // namespace linecheck::cli
