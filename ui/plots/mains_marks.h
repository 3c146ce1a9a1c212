#pragma once

#include <vector>

#include "units/quantity.h"

namespace linecheck::ui {

/// The mains and its harmonics as they are marked along the top of the plot.
struct MainsMarks {
  struct Mark {
    int order = 0;
    Hertz frequency;
    bool detected = false;
  };
  std::vector<Mark> marks;  ///< By order; empty until the mains frequency is known.
};

}  // namespace linecheck::ui
