#pragma once

#include <optional>
#include <vector>

#include "diagnosis/comparison.h"
#include "diagnosis/evidence.h"
#include "plots/ladder_rung.h"

namespace linecheck::ui {

/// The harmonics that a capture has, with what changed of each since a mark, where there is one.
[[nodiscard]] std::vector<LadderRung> ladderRungs(
    const diagnosis::Evidence& evidence, const std::optional<diagnosis::Comparison>& sinceMark);

}  // namespace linecheck::ui
