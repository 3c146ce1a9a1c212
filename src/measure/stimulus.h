#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// A steady test tone.
struct TestTone {
  Hertz frequency = Hertz::of(997.0);
  DecibelsFs level = DecibelsFs::of(-20.0);

  bool operator==(const TestTone&) const = default;
};

/// Above this nothing is played unless the user has agreed to it.
inline constexpr DecibelsFs kLoudestUnasked = DecibelsFs::of(-20.0);

/// Whether a signal with the peak of a sine of this level is louder than that. What rounding a
/// sample to float adds does not count.
[[nodiscard]] bool isLoud(DecibelsFs level);

/// Every tone starts and stops along a ramp of this length.
inline constexpr Seconds kRamp = Seconds::ofMilli(50.0);

enum class LoudTone {
  refused,
  confirmed,  ///< The user was asked, and takes it.
};

/// Whether a signal with the peak of a sine of this level may be played: `usage` beyond full scale,
/// or above kLoudestUnasked without the user's consent.
[[nodiscard]] Result<void> checkLoudness(DecibelsFs level, LoudTone loud);

/// Whether this tone may be played: `usage` if it is louder than kLoudestUnasked without the
/// user's consent, beyond full scale, or not below Nyquist.
[[nodiscard]] Result<void> checkTone(const TestTone& tone, Hertz sampleRate, LoudTone loud);

/// What is played during a capture, computed beforehand: the audio callback only copies.
class Stimulus {
 public:
  /// Nothing, for `frames` ≥ 1.
  [[nodiscard]] static Stimulus silence(std::int64_t frames);
  /// A tone of `frames` ≥ 1 with its ramps inside. Errors as `checkTone`.
  [[nodiscard]] static Result<Stimulus> tone(const TestTone& tone, Hertz sampleRate,
                                             std::int64_t frames,
                                             LoudTone loud = LoudTone::refused);
  /// Any samples, interleaved, with their ramps inside; at least one frame. `usage` if a peak is
  /// beyond full scale, or above that of a sine of kLoudestUnasked without the user's consent.
  [[nodiscard]] static Result<Stimulus> samples(std::span<const float> samples, int channels,
                                                LoudTone loud = LoudTone::refused);

  [[nodiscard]] std::int64_t frames() const { return frames_; }
  /// None unless it is one steady tone.
  [[nodiscard]] const std::optional<TestTone>& tone() const { return tone_; }
  /// Interleaved; empty if it is silence.
  [[nodiscard]] std::span<const float> samples() const { return samples_; }
  /// Of the samples. One is played to every output; of several each to the output of its number.
  [[nodiscard]] int channels() const { return channels_; }

 private:
  Stimulus() = default;

  std::int64_t frames_ = 0;
  int channels_ = 1;
  std::optional<TestTone> tone_;
  std::vector<float> samples_;
};

}  // namespace linecheck::measure
