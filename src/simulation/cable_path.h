#pragma once

#include <optional>

#include "simulation/output_path.h"

namespace linecheck::simulation {

/// What one channel hears of the other: the sum of both parts.
struct Crosstalk {
  std::optional<Decibels> flat;
  /// At 1 kHz, and 6 dB more with each octave (capacitive): within 0.2 dB up to 20 kHz at 48 kHz.
  std::optional<Decibels> rising;
};

/// First-order corners, −3 dB at the frequency. A low-pass at or above Nyquist does nothing.
struct Corners {
  std::optional<Hertz> highPass;
  std::optional<Hertz> lowPass;
};

/// Latency that goes up and down: + amplitudeFrames·sin(2π·t / period).
struct LatencyWander {
  double amplitudeFrames = 0.0;  ///< 0…1000.
  Seconds period = Seconds::of(60.0);
};

/// Latency that is different from some time on.
struct LatencyJump {
  double frames = 0.0;  ///< −1000…1000.
  Seconds at;           ///< After the start.
};

/// A converter's clock that is early and late: x(t + amplitude·sin(2π·frequency·t)). A tone of
/// frequency f has side lines at ±frequency of level 20·log10(π·f·amplitude) to it.
struct Jitter {
  Seconds amplitude;  ///< Peak.
  Hertz frequency = Hertz::of(1000.0);
};

/// From the output's terminals to the input's, in this order.
struct CablePath {
  Crosstalk leftToRight;
  Crosstalk rightToLeft;
  Stereo<Corners> corners{};
  double latencyFrames = 0.0;  ///< 0…10'000, whole ones pass samples bit for bit.
  LatencyWander wander;
  LatencyJump jump;
  Jitter jitter;
};

struct InputPath {
  /// The harness drives both legs of the input together: it hears −commonModeRejection of it.
  bool drivesBothLegs = false;
  Stereo<Decibels> commonModeRejection{Decibels::of(60.0), Decibels::of(60.0)};
  Stereo<ChannelGain> gain{};
  std::optional<DecibelsFs> clip;  ///< Hard; a sine of this level just reaches it.
};

}  // namespace linecheck::simulation
