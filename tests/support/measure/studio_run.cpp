#include "support/measure/studio_run.h"

#include <limits>

namespace linecheck::measure::testing {

StudioRun runOf(const Procedure& procedure) {
  StudioRun run;
  run.values = Values(procedure.parameters());
  return run;
}

double valueOf(const Reading& reading, std::string_view id, int channel) {
  const Figure* figure = reading.figure(id, channel);
  if (figure == nullptr || !figure->value) return std::numeric_limits<double>::quiet_NaN();
  return *figure->value;
}

std::string wordOf(const Reading& reading, std::string_view id, int channel) {
  const Statement* statement = reading.statement(id, channel);
  return statement == nullptr ? std::string() : statement->word;
}

}  // namespace linecheck::measure::testing
