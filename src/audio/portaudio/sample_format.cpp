#include "audio/portaudio/sample_format.h"

#include <cmath>
#include <limits>

namespace linecheck::audio {
namespace {

constexpr float kFullScale = 2147483648.0F;

}  // namespace

std::int32_t toInt32(float sample) noexcept {
  const float scaled = sample * kFullScale;
  if (scaled >= kFullScale) return std::numeric_limits<std::int32_t>::max();
  if (scaled <= -kFullScale) return std::numeric_limits<std::int32_t>::min();
  if (std::isnan(scaled)) return 0;
  return static_cast<std::int32_t>(std::lrintf(scaled));
}

float toFloat(std::int32_t sample) noexcept {
  return static_cast<float>(sample) / kFullScale;
}

void limitToFullScale(std::span<float> samples) noexcept {
  for (float& sample : samples) {
    if (sample >= -1.0F && sample <= 1.0F) continue;
    if (std::isnan(sample)) {
      sample = 0.0F;
    } else {
      sample = std::copysign(1.0F, sample);
    }
  }
}

}  // namespace linecheck::audio
