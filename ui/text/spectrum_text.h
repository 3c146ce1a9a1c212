#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>

#include "dsp/window.h"

namespace linecheck::ui {

/// "64K", "1M": an FFT length, a power of two.
[[nodiscard]] QString fftLengthText(std::size_t length);
/// "64K · Blackman-Harris 7 · 8 averages · 0 samples lost", as the status bar has it.
[[nodiscard]] QString statusText(std::size_t fftLength, dsp::WindowKind window, int averages,
                                 std::uint64_t lostFrames);

}  // namespace linecheck::ui
