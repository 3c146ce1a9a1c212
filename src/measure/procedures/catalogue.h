#pragma once

#include "measure/procedure.h"

namespace linecheck::measure {

// One for each kind, in the order of a menu; each lives as long as the program.
[[nodiscard]] const Procedure& pathProcedure();
[[nodiscard]] const Procedure& noiseProcedure();
[[nodiscard]] const Procedure& distortionProcedure();
[[nodiscard]] const Procedure& responseProcedure();
[[nodiscard]] const Procedure& crosstalkProcedure();
[[nodiscard]] const Procedure& balanceProcedure();
[[nodiscard]] const Procedure& latencyProcedure();
[[nodiscard]] const Procedure& jitterProcedure();
[[nodiscard]] const Procedure& intermodulationProcedure();
[[nodiscard]] const Procedure& multitoneProcedure();
[[nodiscard]] const Procedure& levelStepsProcedure();
[[nodiscard]] const Procedure& frequencyStepsProcedure();
[[nodiscard]] const Procedure& headroomProcedure();
[[nodiscard]] const Procedure& limiterProcedure();
[[nodiscard]] const Procedure& oversProcedure();
[[nodiscard]] const Procedure& outputImpedanceProcedure();
[[nodiscard]] const Procedure& headphoneImpedanceProcedure();
[[nodiscard]] const Procedure& commonModeProcedure();

}  // namespace linecheck::measure
