#pragma once

#include <complex>
#include <cstdint>

#include "simulation/cable_path.h"
#include "simulation/computer_path.h"
#include "simulation/output_path.h"

namespace linecheck::simulation {

/// What happens to samples on their way from a program through the computer, the output, a cable
/// and the input back into the program. As made it is a plain cable: bit for bit, no latency.
/// `channel` counts from 0. The functions give the truth that a measurement should find.
struct PathConfig {
  ComputerPath computer;
  OutputPath output;
  CablePath cable;
  InputPath input;
  std::uint64_t seed = 1;  ///< Of the 16-bit path's dither.

  /// What a small signal played on channel `from` comes back as on channel `to`: the exact
  /// response of the discrete filters at this rate, all delays included; without automatic gain,
  /// rounding, drift, wander, jump and jitter. 0 < frequency < rate/2.
  [[nodiscard]] std::complex<double> linearResponse(int from, int to, Hertz frequency,
                                                    Hertz rate) const;

  /// Frames from what is played to what comes back, all stages' own delays included; what filters
  /// add by their phase is not. At the start, and after `frame` frames.
  [[nodiscard]] double latencyFrames(Hertz rate) const { return latencyFramesAt(0, rate); }
  [[nodiscard]] double latencyFramesAt(std::int64_t frame, Hertz rate) const;

  /// Level of a harmonic (order 1…3) of a sine played at `input` on `channel`, behind the static
  /// nonlinearity; volume and output gain included, limiter, automatic gain, clipping and all that
  /// depends on frequency not.
  [[nodiscard]] DecibelsFs harmonicLevel(int order, DecibelsFs input, int channel = 0) const;

  /// The greatest level of a sine played on `channel` that no limiter, clipping or soft clipping
  /// acts on; none if nothing does. All that depends on frequency is taken as 1.
  [[nodiscard]] std::optional<DecibelsFs> headroom(int channel = 0) const;
};

}  // namespace linecheck::simulation
