#pragma once

#include <optional>

#include "levels/estimate.h"
#include "levels/route.h"
#include "levels/settings.h"
#include "levels/stage_gain.h"
#include "profiles/figure.h"
#include "units/level.h"

namespace linecheck::levels {

/// The noise that a device makes by itself.
struct OwnNoise {
  Estimate<DecibelsU> level;
  bool isAtInput = false;  ///< As if it came in there; else at the output.
  std::optional<profiles::Weighting> weighting;
};

/// That of a converter at its output.
struct ConverterNoise {
  Estimate<DecibelsU> level;
  Estimate<Decibels> snr;  ///< A sine of 0 dBFS against it; known even where no level is.
  std::optional<profiles::Weighting> weighting;
};

/// As given, or the rated level less the dynamic range or signal-to-noise ratio. A pad attenuates
/// it with the signal, a digital volume does not touch it; of a trim or analogue volume nobody
/// knows how much of it comes before it and how much behind, so it lies between both. A ratio that
/// is given for the whole device holds for its strongest output; a weaker one's noise lies between
/// having that ratio and having the same voltage.
[[nodiscard]] ConverterNoise converterNoise(const chain::Desk& desk, const RoutePoint& output,
                                            const ConverterOutput& levels);

/// That of an analogue device: as given at the output; or its greatest output less its ratio; or
/// at its input, the greatest input less its ratio, where at the more sensitive positions of an
/// input switch the ratio is worse by anything up to the difference. Of a passive device it is the
/// thermal noise of its output impedance, and of no device less. `output` is null where the way
/// ends. Empty for what makes no noise: headphones, loudspeakers, computers.
[[nodiscard]] std::optional<OwnNoise> deviceNoise(const Settings& settings, const RoutePoint& input,
                                                  const RoutePoint* output);

}  // namespace linecheck::levels
