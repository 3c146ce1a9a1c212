#include "cli/measure_bench.h"

#include "simulation/simulated_studio.h"
#include "simulation/studio_patch.h"

namespace linecheck::cli {

void MeasureBench::wire(measure::Harness harness, const measure::Values& values) const {
  if (auto* studio = dynamic_cast<simulation::SimulatedStudio*>(backend.get())) {
    studio->setPatch(simulation::studioPatch(harness, values));
  }
}

bool MeasureBench::isSimulated() const {
  return dynamic_cast<const simulation::SimulatedStudio*>(backend.get()) != nullptr;
}

Result<MeasureBench> openBench(const Session& session, const StreamArguments& stream,
                               const MeasureContext& context) {
  auto backend = openBackend(session, stream);
  if (!backend) return fail(backend.error());
  const auto chosen = streamFor(**backend, stream);
  if (!chosen) return fail(chosen.error());
  if (auto safe = checkEars(*chosen, stream); !safe) return fail(safe.error());
  MeasureBench bench;
  bench.backend = *std::move(backend);
  bench.request.stream = *chosen;
  bench.request.jack = stream.jack();
  bench.request.gate = context.gate(*chosen);
  return bench;
}

measure::CaptureControl controlOf(Interrupt& interrupt) {
  measure::CaptureControl control;
  control.stop = interrupt.token();
  control.onProgress = [&interrupt](double /*done*/) { (void)interrupt.poll(); };
  return control;
}

}  // namespace linecheck::cli
