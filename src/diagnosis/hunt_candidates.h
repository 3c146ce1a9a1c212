#pragma once

#include <optional>
#include <vector>

#include "diagnosis/step.h"
#include "diagnosis/suspect.h"

namespace linecheck::diagnosis {

class Stand;

/// All that could be done at a desk to tell suspects apart, whether it is worth it or not. What the
/// desk has no part for is not there: no battery, no ground lift, no second strip. USB and other
/// digital leads stay plugged in, since the sound comes by them. Nothing here parts a protective
/// earth.
[[nodiscard]] std::vector<Step> candidateSteps(const Stand& stand,
                                               const std::vector<Suspect>& suspects);

/// The step of Whitlock's test before this one, on the same cable; none before the first and for
/// other steps.
[[nodiscard]] std::optional<Step> stepBefore(const Step& step);

}  // namespace linecheck::diagnosis
