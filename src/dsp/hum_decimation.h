#pragma once

#include <span>
#include <vector>

namespace linecheck::dsp::hum {

/// The part of a signal below a band edge, at a lower rate.
struct LowBand {
  std::vector<double> samples;  ///< Only those that no filter reached beyond the ends for.
  double sampleRate = 0.0;      ///< Hz.

  /// Gain of the filters at a frequency (Hz) up to the band edge, to divide levels by.
  [[nodiscard]] double gainAt(double frequency) const;

  struct Stage {
    std::vector<double> taps;  ///< Symmetric.
    int factor = 1;
    double inputRate = 0.0;  ///< Hz.
  };
  std::vector<Stage> stages;
};

/// Lowers the rate by a whole number to 3.2 × `bandEdge` or a little more; signals of less than
/// twice that stay as they are. What folds into 0…`bandEdge` is 150 dB down. The stages are
/// cascaded moving averages, whose zeros lie where the folding comes from, or else Kaiser FIRs.
/// Frequencies in Hz.
[[nodiscard]] LowBand decimate(std::span<const double> samples, double sampleRate, double bandEdge);

}  // namespace linecheck::dsp::hum
