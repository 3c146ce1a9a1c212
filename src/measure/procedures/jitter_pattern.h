#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// The J-test (Dunn and Dennis, AES 96th Convention, 1994) for words of 24 bits: a sine at a
/// quarter of the sample rate, and in every other half period of fs/192 all samples one step lower,
/// so that all bits toggle at that rate. Every sample lies on a step: no rounding, no lines but the
/// two.
///
/// At 44.1 and 48 kHz, with the level at kJitterFullLevel, it is the pattern itself:
/// C00000 C00000 400000 400000 × 24, BFFFFF BFFFFF 3FFFFF 3FFFFF × 24. At 2 or 4 times such a rate
/// all periods are as many times longer, so that the tone stays in the audio band.
struct JitterPattern {
  int sampleRate = 48000;  ///< Hz.
  DecibelsFs level;        ///< Of the sine.

  /// 1, 2 or 4.
  [[nodiscard]] int stretch() const;
  [[nodiscard]] Hertz tone() const;    ///< fs / 4 / stretch.
  [[nodiscard]] Hertz toggle() const;  ///< fs / 192 / stretch.
  /// The sample's 24-bit word, −2²³ … 2²³ − 1.
  [[nodiscard]] std::int32_t word(std::size_t n) const;
  [[nodiscard]] std::vector<double> samples(std::size_t count) const;
};

/// Of the sine whose samples are ±½, 20·log10(√½).
inline constexpr DecibelsFs kJitterFullLevel = DecibelsFs::of(-3.0102999566398120);

}  // namespace linecheck::measure
