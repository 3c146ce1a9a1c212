#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace linecheck::audio {

/// What the exact zeros of an input channel say about its link. A converter's noise is never
/// exactly zero for long; a muted digital input, an unconnected port or a dead program is.
enum class InputLife {
  unknown,  ///< Only zeros so far, but too few to tell.
  silent,   ///< Only zeros since the start: nothing was ever connected, or it is muted.
  live,     ///< Samples other than zero, now or within the limit.
  dead,     ///< Zeros for longer than the limit after it was live: the link was lost.
};

/// Watches captured samples for dead input. It only looks at samples: where the input is a
/// digital loop, the pauses of one's own stimulus are exact zeros too, and it is for the caller
/// to expect them. Thread-safe: no. Realtime-safe: yes, but for the constructor.
class DeadInputDetector {
 public:
  /// `channels` ≥ 1. `limitFrames` ≥ 1: the run of zeros in which a link counts as dead.
  DeadInputDetector(int channels, std::int64_t limitFrames);

  /// Takes the next frames, interleaved.
  void push(std::span<const float> samples) noexcept;

  /// Of one channel, 0-based.
  [[nodiscard]] InputLife life(int channel) const noexcept;
  /// Of the whole input: that of its liveliest channel.
  [[nodiscard]] InputLife life() const noexcept;

  /// The frame, counted from the start, at which the channel's first fatal run of zeros began;
  /// it stays when the channel comes back to life.
  [[nodiscard]] std::optional<std::int64_t> diedAt(int channel) const noexcept;

 private:
  struct Channel {
    std::int64_t zeros = 0;  ///< Frames since the last sample other than zero.
    bool heard = false;      ///< Any sample other than zero yet.
    std::optional<std::int64_t> diedAt;
  };

  std::vector<Channel> channels_;
  std::int64_t limitFrames_;
  std::int64_t frames_ = 0;
};

}  // namespace linecheck::audio
