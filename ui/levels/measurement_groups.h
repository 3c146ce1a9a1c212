#pragma once

#include <QString>
#include <vector>

#include "measure/procedure.h"

namespace linecheck::ui {

/// Procedures that answer the same sort of question.
struct MeasurementGroup {
  QString name;
  std::vector<const measure::Procedure*> procedures;
};

/// All procedures, each in one group, in their own order within it; no group is empty.
[[nodiscard]] std::vector<MeasurementGroup> measurementGroups();

}  // namespace linecheck::ui
