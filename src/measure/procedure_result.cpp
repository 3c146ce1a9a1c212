#include "measure/procedure_result.h"

#include <algorithm>

namespace linecheck::measure {

const PathReport* ProcedureResult::path() const {
  const auto found = std::find_if(recordings.begin(), recordings.end(),
                                  [](const Recording& recording) { return recording.path.wasRun; });
  return found == recordings.end() ? nullptr : &found->path;
}

ProcedureResult resultOf(const Procedure& procedure, const Values& values,
                         std::vector<Recording> recordings) {
  ProcedureResult result;
  result.procedure = &procedure;
  result.values = values;
  result.recordings = std::move(recordings);
  const bool isUsable =
      std::all_of(result.recordings.begin(), result.recordings.end(),
                  [](const Recording& recording) { return recording.path.isUsable(); });
  if (isUsable) result.reading = procedure.read(result.recordings, values);
  return result;
}

}  // namespace linecheck::measure
