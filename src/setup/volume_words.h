#pragma once

#include <optional>

#include "base/sentence.h"
#include "chain/device.h"
#include "setup/opinion.h"

namespace linecheck::setup {

/// How a system volume stands against where it belongs; `position` 0…1, or beyond where the system
/// amplifies. `found` is said by whoever tells the position.
struct VolumeVerdict {
  State state = State::unknown;
  std::optional<Sentence> cure{};
};

[[nodiscard]] VolumeVerdict judgeVolume(double position,
                                        std::optional<chain::OperatingSystem> system);

/// "80 %"
[[nodiscard]] std::string percentText(double fraction);
/// "48.0 kHz", "44.1 kHz"
[[nodiscard]] std::string rateText(Hertz rate);
/// Whether two rates are the same.
[[nodiscard]] bool isSameRate(Hertz a, Hertz b);

}  // namespace linecheck::setup
