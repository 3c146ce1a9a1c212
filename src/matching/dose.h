#pragma once

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::matching {

/// How long a week a level can be listened to: 40 h at 80 dB(A), half of that for each 3 dB more
/// (WHO and ITU-T H.870, adults). Above a week's 168 hours there is no limit to speak of.
[[nodiscard]] Seconds weeklyTime(DecibelsSpl aWeighted);

/// The part of the week's dose after listening so long; 1 is all of it.
[[nodiscard]] double weeklyDose(DecibelsSpl aWeighted, Seconds listened);

}  // namespace linecheck::matching
