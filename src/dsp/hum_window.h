#pragma once

#include <cstddef>
#include <vector>

namespace linecheck::dsp::hum {

/// β of the Kaiser window whose main lobe ends `bins` ≥ 1 bins from its middle.
[[nodiscard]] double kaiserBeta(double bins);

/// Symmetric Kaiser window of 1 at its middle, `length` ≥ 1 samples taken at the middles of as many
/// equal cells. Quicker than makeWindow for long windows: one polynomial serves all samples.
[[nodiscard]] std::vector<double> kaiserWindow(std::size_t length, double beta);

/// The transform of a continuous Kaiser window at `bins` from the middle of its main lobe, over
/// its value there.
[[nodiscard]] double kaiserTransform(double bins, double beta);

}  // namespace linecheck::dsp::hum
