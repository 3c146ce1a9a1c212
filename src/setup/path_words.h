#pragma once

#include "base/sentence.h"
#include "measure/gate.h"

namespace linecheck::setup {

/// What the path's check found, as a sentence of its own: "What arrives has 16 bits."
[[nodiscard]] Sentence pathWords(const measure::PathFinding& finding);

}  // namespace linecheck::setup
