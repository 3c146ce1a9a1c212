#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "measure/capture.h"
#include "measure/continuity.h"

namespace linecheck::measure {

/// Why no figure may be shown from a capture.
enum class InvalidReason {
  notFinite,    ///< A sample is NaN or infinite.
  samplesLost,  ///< This computer was too slow to take them.
  deadInput,    ///< Exact zeros: muted, unconnected, or the link died during the capture.
  noLoopback,   ///< The test tone did not come back.
  jump,         ///< The test tone shows lost, repeated or replaced samples.
  flagged,      ///< The driver doubts so much of it that too little is left.
};

/// The stable name in JSON: "not_finite", "samples_lost", …
[[nodiscard]] std::string_view invalidReasonId(InvalidReason reason);

struct Validity {
  std::optional<InvalidReason> reason;  ///< None: the capture is sound.
  std::string text;                     ///< Why, and what to do, in one English line.

  [[nodiscard]] bool isValid() const { return !reason; }
};

struct ChannelCondition {
  bool isDead = false;                   ///< Exact zeros throughout.
  bool hasTone = false;                  ///< The test tone came back.
  std::optional<Continuity> continuity;  ///< Where a tone was played and the channel lives.
};

/// Whether a capture can be trusted, and which part of it.
struct Assessment {
  Validity validity;
  std::int64_t firstFrame =
      0;  ///< Of the stretch to analyse; the rest settles, fades or is flagged.
  std::int64_t frames = 0;
  std::vector<ChannelCondition> channels;
};

/// A tone that returns weaker than this against what was played is only crosstalk.
inline constexpr Decibels kWeakestLoop = Decibels::of(-60.0);

/// Judges a capture on its samples. Where the test tone came back clearly enough to show a single
/// lost sample, it decides, and the driver's flags mean nothing. Else the longest stretch without
/// a flag is used, if it has 3 s, or all of a shorter capture. Thread-safe: yes.
[[nodiscard]] Assessment assess(const Capture& capture);

}  // namespace linecheck::measure
