#pragma once

#include <memory>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/measure_context.h"
#include "cli/stream_choice.h"
#include "measure/procedure_run.h"

namespace linecheck::cli {

/// A device to measure with, chosen by the options.
struct MeasureBench {
  std::unique_ptr<audio::Backend> backend;
  measure::RunRequest request;  ///< Nothing loud is agreed to yet.

  /// Changes the cables of the simulated studio, where nobody else can.
  void wire(measure::Harness harness, const measure::Values& values) const;
  [[nodiscard]] bool isSimulated() const;
};

/// Errors as `openBackend`, `streamFor` and `checkEars`.
[[nodiscard]] Result<MeasureBench> openBench(const Session& session, const StreamArguments& stream,
                                             const MeasureContext& context);

/// Ends with Ctrl-C. `interrupt` outlives it.
[[nodiscard]] measure::CaptureControl controlOf(Interrupt& interrupt);

}  // namespace linecheck::cli
