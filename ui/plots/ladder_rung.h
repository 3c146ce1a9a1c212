#pragma once

#include <optional>

#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::ui {

/// One mains harmonic as the ladder shows it.
struct LadderRung {
  enum class Verdict { changed, unchanged, cannotTell };

  int order = 0;  ///< 1 is the mains itself.
  Hertz frequency;
  DecibelsFs level;  ///< Of a line that was not detected, the most that it can have.
  std::optional<Decibels> standardError;
  bool detected = false;
  std::optional<Decibels> change;  ///< Since mark A.
  std::optional<Decibels> changeStandardError;
  std::optional<Verdict> verdict;
};

}  // namespace linecheck::ui
