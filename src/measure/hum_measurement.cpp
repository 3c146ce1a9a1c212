#include "measure/hum_measurement.h"

namespace linecheck::measure {

Result<Measurement> measureHum(audio::Backend& backend, const HumRequest& request,
                               const CaptureControl& control) {
  if (auto checked = checkLength(request.seconds); !checked) return fail(checked.error());
  const auto stimulus =
      Stimulus::silence(framesToCapture(request.seconds, request.stream.sampleRate));
  return measureWith(backend, request.stream, MeasurementKind::hum, stimulus, request.analysis,
                     control);
}

}  // namespace linecheck::measure
