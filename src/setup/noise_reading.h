#pragma once

#include <optional>
#include <span>

#include "diagnosis/audibility.h"
#include "diagnosis/diagnosis.h"
#include "setup/readings.h"

namespace linecheck::setup {

/// How levels at an input become volts; empty: nobody knows.
using ChannelScale = std::optional<diagnosis::InputScale>;

/// What the hum check of some channels says of the desk: of those that `isFine` does not hold of,
/// else of all, the one in which something is likeliest. At least one channel.
///
/// `from` is the output whose cable was listened to, as far as somebody has told, else the usual
/// listening point. `scales` has one for each channel, or none. Whether something can be heard is
/// told of hum, whose lines are held against the threshold one by one; of hash, whine and hiss it
/// stays unknown, unless there is hum beside them that is heard.
[[nodiscard]] NoiseReading noiseReadingOf(std::span<const diagnosis::Diagnosis> channels,
                                          const chain::Desk& desk,
                                          const std::optional<chain::Socket>& from = {},
                                          std::span<const ChannelScale> scales = {});

/// Whether the hum check is content: there is nothing, only the interface's own noise, or what
/// cannot be heard.
[[nodiscard]] bool isFine(const NoiseReading& reading);

}  // namespace linecheck::setup
