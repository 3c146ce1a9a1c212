#pragma once

#include <QString>
#include <vector>

#include "text/reading.h"

namespace linecheck::ui {

/// One named number among the results.
struct Figure {
  QString name;
  Reading reading = unknownReading();
  QString note;  ///< What it means; for an unknown figure, why there is none.

  bool operator==(const Figure&) const = default;
};

using Figures = std::vector<Figure>;

}  // namespace linecheck::ui
