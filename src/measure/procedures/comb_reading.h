#pragma once

#include <complex>
#include <optional>
#include <string_view>
#include <vector>

#include "measure/procedures/tone_comb.h"
#include "measure/recording.h"

namespace linecheck::measure {

/// How one tone of a comb came back.
struct CombTone {
  Hertz frequency;
  /// Received against sent, phase included.
  std::complex<double> ratio;
  /// Standard error of its real and of its imaginary part, from the noise beside the tone.
  double error = 0.0;

  /// Whether it stands out of its noise: more than four standard errors.
  [[nodiscard]] bool isHeard() const { return std::abs(ratio) > 4.0 * error; }
  /// Standard error of the magnitude against the magnitude.
  [[nodiscard]] double relativeError() const { return error / std::abs(ratio); }
};

struct CombReading {
  std::vector<CombTone> tones;
  double driftPpm = 0.0;  ///< Of the input's clock against the output's, that was reckoned with.

  /// Most of the tones are.
  [[nodiscard]] bool isHeard() const;
};

struct CombPlace {
  std::string_view segment;  ///< As in `addComb`.
  int input = 0;
  int output = 0;  ///< On which it was played.
  /// Frames of latency that phases are counted from; none: the path's own of this input.
  std::optional<double> latency;
  /// None: estimated from the tones themselves, if they are heard well enough.
  std::optional<double> driftPpm;
};

/// Least squares under a Hann window at the known frequencies, which a clock drift of up to
/// ±200 ppm moves. None if the segment was not captured whole.
[[nodiscard]] std::optional<CombReading> readComb(const Recording& recording, const ToneComb& comb,
                                                  const CombPlace& place);

/// The complex value at a frequency between those of the points, on a straight line over
/// log(frequency); outside of them the nearest. `frequencies` ascending and not empty.
[[nodiscard]] std::complex<double> valueAt(const std::vector<double>& frequencies,
                                           const std::vector<std::complex<double>>& values,
                                           double frequency);

}  // namespace linecheck::measure
