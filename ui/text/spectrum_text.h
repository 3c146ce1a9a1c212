#pragma once

#include <QString>
#include <cstddef>

namespace linecheck::ui {

/// "64K", "1M": an FFT length, a power of two.
[[nodiscard]] QString fftLengthText(std::size_t length);

}  // namespace linecheck::ui
