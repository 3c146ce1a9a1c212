#include "measure/procedures/catalogue.h"

#include <algorithm>
#include <array>

namespace linecheck::measure {

std::vector<ProcedureStep> Procedure::steps(const Values& /*values*/) const {
  return {{Harness::loop, true}};
}

std::span<const Procedure* const> procedures() {
  // One on a line, whatever their lengths.
  // clang-format off
  static const std::array kAll = {
      &pathProcedure(),
      &noiseProcedure(),
      &distortionProcedure(),
      &responseProcedure(),
      &crosstalkProcedure(),
      &balanceProcedure(),
      &latencyProcedure(),
      &jitterProcedure(),
      &intermodulationProcedure(),
      &multitoneProcedure(),
      &levelStepsProcedure(),
      &frequencyStepsProcedure(),
      &headroomProcedure(),
      &limiterProcedure(),
      &oversProcedure(),
      &outputImpedanceProcedure(),
      &headphoneImpedanceProcedure(),
      &commonModeProcedure(),
  };
  // clang-format on
  return kAll;
}

bool isPartOfCheckup(const Procedure& procedure) {
  const auto parameters = procedure.parameters();
  const Values values(parameters);
  if (!checkValues(parameters, values)) return false;
  const auto steps = procedure.steps(values);
  return steps.size() == 1 && steps.front().harness == Harness::loop;
}

const Procedure* findProcedure(std::string_view id) {
  const auto all = procedures();
  const auto found = std::find_if(
      all.begin(), all.end(), [id](const Procedure* procedure) { return procedure->id() == id; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace linecheck::measure
