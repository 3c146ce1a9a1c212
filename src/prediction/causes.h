#pragma once

#include <optional>
#include <vector>

#include "measure/reading.h"
#include "prediction/finding.h"
#include "prediction/loop.h"
#include "units/decibels.h"

namespace linecheck::prediction {

/// What would explain that a lane's gain is off by `difference`, known to `uncertainty`: controls
/// on the way that a legal position moves by just that, a contact of a balanced line that is lost,
/// left and right summed. Ranked by how exactly it explains it: by the square of what is left over
/// its uncertainty; and of what explains it equally well, that with fewer positions to choose from
/// comes first, for it is the lesser coincidence. At most one for each control, at most five.
[[nodiscard]] std::vector<Cause> gainCauses(const Loop& loop, const Lane& lane, Decibels difference,
                                            Decibels uncertainty);

/// What would explain a noise that is higher by `difference`: samples of 16 bits, where it is
/// white and lies where theirs would; hum, where the A curve takes away much of it; a control at
/// the input that stands higher.
[[nodiscard]] std::vector<Cause> noiseCauses(const Loop& loop, const Lane& lane,
                                             const measure::Reading& reading, Decibels difference,
                                             Decibels uncertainty);

}  // namespace linecheck::prediction
