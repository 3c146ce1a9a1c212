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

/// Every tone starts and stops along a ramp of this length.
inline constexpr Seconds kRamp = Seconds::ofMilli(50.0);

enum class LoudTone {
  refused,
  confirmed,  ///< The user was asked, and takes it.
};

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

  [[nodiscard]] std::int64_t frames() const { return frames_; }
  /// None if it is silence.
  [[nodiscard]] const std::optional<TestTone>& tone() const { return tone_; }
  /// One channel, played to every output; empty if it is silence.
  [[nodiscard]] std::span<const float> samples() const { return samples_; }

 private:
  Stimulus() = default;

  std::int64_t frames_ = 0;
  std::optional<TestTone> tone_;
  std::vector<float> samples_;
};

}  // namespace linecheck::measure
