#pragma once

namespace linecheck::measure {

/// A sine of peak 1 cut flat at ±`limit`, 0 < limit ≤ 1: peak of its harmonic of odd `order`, with
/// its sign. From Fourier's integrals over the flat and the round part.
[[nodiscard]] double clippedSineHarmonic(double limit, int order);

/// The limit at which a sine of peak 1 keeps this much of its fundamental, 0 < fundamental ≤ 1.
[[nodiscard]] double clippingLimit(double fundamental);

}  // namespace linecheck::measure
