#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <span>
#include <utility>

#include "simulation/scene/scene_sound.h"

namespace linecheck::simulation {

/// How loud each noise of a scene is now; at first all are silent. While it is set, a reader may
/// find some of the new gains beside some of the old ones: for one block. Thread-safe: yes.
/// Realtime-safe: yes.
class SceneMix {
 public:
  void set(const NoiseGains& gains) noexcept {
    for (std::size_t i = 0; i < gains.size(); ++i) gains_[i].store(gains[i]);
  }
  [[nodiscard]] NoiseGains now() const noexcept {
    NoiseGains gains{};
    for (std::size_t i = 0; i < gains.size(); ++i) gains[i] = gains_[i].load();
    return gains;
  }

 private:
  std::array<std::atomic<double>, std::tuple_size_v<NoiseGains>> gains_{};
  static_assert(std::atomic<double>::is_always_lock_free);
};

/// A scene as one stream hears it.
class SceneVoice {
 public:
  SceneVoice(SceneSound sound, std::shared_ptr<const SceneMix> mix)
      : sound_(std::move(sound)), mix_(std::move(mix)) {}

  [[nodiscard]] NoiseGains gains() const noexcept { return mix_->now(); }
  /// Realtime-safe: yes.
  void addTo(std::span<double> left, std::span<double> right, std::int64_t first,
             const NoiseGains& gains) noexcept {
    sound_.addTo(left, right, first, gains);
  }

 private:
  SceneSound sound_;
  std::shared_ptr<const SceneMix> mix_;
};

}  // namespace linecheck::simulation
