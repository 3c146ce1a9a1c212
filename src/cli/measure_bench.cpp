#include "cli/measure_bench.h"

namespace linecheck::cli {

Result<MeasureBench> openBench(const Session& session, const StreamArguments& stream,
                               const MeasureContext& context) {
  auto backend = openBackend(session, stream);
  if (!backend) return fail(backend.error());
  const auto chosen = streamFor(**backend, stream);
  if (!chosen) return fail(chosen.error());
  MeasureBench bench;
  bench.backend = *std::move(backend);
  bench.request.stream = *chosen;
  bench.request.gate = context.gate(*chosen);
  return bench;
}

measure::CaptureControl controlOf(Interrupt& interrupt) {
  measure::CaptureControl control;
  control.stop = interrupt.token();
  control.onProgress = [&interrupt](double /*done*/) { interrupt.poll(); };
  return control;
}

}  // namespace linecheck::cli
