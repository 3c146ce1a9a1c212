#pragma once

#include <cstdint>
#include <span>

/// Samples between float, full scale ±1, and the 32-bit words that integer hardware is given.
/// PortAudio's own conversion scales by 2^31 − 1 and truncates, which turns 24-bit sample k into
/// k − 1 for half of them; here the scale is 2^31, and every 24-bit value keeps its bits.
/// Thread-safe: yes. Realtime-safe: yes.
namespace linecheck::audio {

/// x × 2^31, rounded to nearest; beyond full scale is limited to it, NaN is 0.
[[nodiscard]] std::int32_t toInt32(float sample) noexcept;

/// x ÷ 2^31, rounded to nearest: exact for words of 24 significant bits.
[[nodiscard]] float toFloat(std::int32_t sample) noexcept;

/// Limits each sample to full scale; NaN becomes 0. Others keep their bits.
void limitToFullScale(std::span<float> samples) noexcept;

}  // namespace linecheck::audio
