#pragma once

#include <QStringList>
#include <vector>

#include "plots/ladder_rung.h"
#include "text/level_scale.h"

namespace linecheck::ui {

/// "3×, 150.06 Hz", "−88.2 ± 0.3 dBFS", "fell by 12.4 ± 0.5 dB since A": one line each.
[[nodiscard]] QStringList rungLines(const LadderRung& rung, const LevelScale& levels);

/// All of the ladder in words, for screen readers: the detected harmonics one after another.
[[nodiscard]] QString ladderText(const std::vector<LadderRung>& rungs, const LevelScale& levels);

}  // namespace linecheck::ui
