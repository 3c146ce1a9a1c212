#pragma once

#include <string_view>

#include "base/result.h"
#include "measure/calibration_record.h"
#include "profiles/profile.h"

namespace linecheck::measure {

/// What a device profile says of full scale at one of its ports.
struct ProfileFullScale {
  DecibelsU fullScale;
  std::optional<Decibels> uncertainty;  ///< To the farther bound, where the figure has bounds.
  audio::Direction direction = audio::Direction::output;
  KnownByProfile knownBy;
};

/// The maximum level of a port, which is full scale on a device that converts to or from digital.
/// `notFound` if there is no such port; `usage` for a device without converters, a port that goes
/// both ways, or one whose maximum level nobody states.
[[nodiscard]] Result<ProfileFullScale> fullScaleFromProfile(const profiles::Profile& profile,
                                                            std::string_view port);

}  // namespace linecheck::measure
