#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "measure/capture.h"
#include "measure/sequence.h"

namespace linecheck::measure {

/// What can stand between the samples that are played and those that are captured.
enum class PathFault {
  deadInput,        ///< Exact zeros, which no converter gives: the input is muted.
  noLoopback,       ///< Nothing of what was played came back.
  missingChannel,   ///< One input hears nothing while another does.
  swappedChannels,  ///< Left and right are exchanged.
  monoSum,          ///< An input hears more than its own output.
  inverted,         ///< The polarity is reversed.
  gain,             ///< A fixed gain that is not the expected one: a volume control.
  sixteenBit,       ///< The samples were cut to 16 bits on the way.
  resampled,        ///< The system runs at another rate and converts.
  clockDrift,       ///< Input and output run on clocks of their own.
  automaticGain,    ///< The gain follows the signal: an "enhancement".
  dropouts,         ///< Samples were lost or repeated.
  clipping,         ///< The test signal itself is clipped: the input is set too high.
};

/// Stable: "no_loopback", "gain", …
[[nodiscard]] std::string_view pathFaultId(PathFault fault);

enum class Certainty {
  certain,
  likely,  ///< Something else could look the same.
};

struct PathFinding {
  PathFault fault = PathFault::noLoopback;
  Certainty certainty = Certainty::certain;
  std::optional<int> channel;   ///< 0-based input; none: all alike.
  std::optional<double> value;  ///< dB of gain, ppm of drift, Hz of the other rate, lost samples.
};

/// One input and what it hears.
struct PathChannel {
  int input = 0;
  std::optional<int> output;  ///< 0-based; none if it hears no output.
  Decibels gain;              ///< Near 1 kHz, from sent to captured samples.
  double gainSe = 0.0;        ///< Standard error in dB.
  double latency = 0.0;       ///< From sent to captured, in frames, with its fraction.
  double latencySe = 0.0;
  bool isInverted = false;
};

/// What the gate found before anything was measured.
struct PathReport {
  bool wasRun = false;  ///< False for a measurement without a loop.
  std::vector<PathChannel> channels;
  double driftPpm = 0.0;  ///< Of the input's clock against the output's; positive runs fast.
  double driftSePpm = 0.0;
  /// Checks that could not be made, for the noise hides what they look for.
  std::vector<PathFault> unseen;
  std::vector<PathFinding> findings;

  /// Whether figures may be shown: something came back, whole and not clipped.
  [[nodiscard]] bool isUsable() const;
  [[nodiscard]] const PathFinding* find(PathFault fault) const;
};

/// The greatest latency of a loop that is looked for, and waited for at the end.
inline constexpr Seconds kLongestLatency = Seconds::ofMilli(500.0);

struct GateOptions {
  /// The gain that this loop ought to have: 0 dB unless a reference was saved. None: any.
  std::optional<Decibels> expectedGain = Decibels();
  DecibelsFs level = DecibelsFs::of(-20.0);
  bool isStraight = true;  ///< As the function of that name in harness.h.
  /// Only so many inputs, from the first on, have a cable; none: all.
  std::optional<int> inputs{};
};

/// Puts the gate's signal, some 3 s, in front of a sequence: its segments' ids start with "gate.".
void composeGate(Sequence& sequence, const GateOptions& options);

/// Puts the mark behind a sequence that shows whether a sample was lost in between.
void composeGateEnd(Sequence& sequence, const GateOptions& options);

/// Reads the gate off a capture of a sequence that begins with it. A capture that was cut short
/// before its end mark is judged as far as it goes; one that ends within the gate has findings
/// `noLoopback`.
[[nodiscard]] PathReport readGate(const Capture& capture, const Sequence& sequence,
                                  const GateOptions& options);

}  // namespace linecheck::measure
