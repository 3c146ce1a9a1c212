#include "measure/tone_measurement.h"

namespace linecheck::measure {

Result<Measurement> measureTone(audio::Backend& backend, const ToneRequest& request,
                                const CaptureControl& control) {
  if (auto checked = checkLength(request.seconds); !checked) return fail(checked.error());
  if (auto safe = checkListeners(request.stream, request.jack); !safe) return fail(safe.error());
  const int rate = request.stream.sampleRate;
  const auto stimulus = Stimulus::tone(request.tone, Hertz::of(rate),
                                       framesToCapture(request.seconds, rate), request.loud);
  if (!stimulus) return fail(stimulus.error());
  return measureWith(backend, request.stream, MeasurementKind::tone, *stimulus, request.analysis,
                     control);
}

}  // namespace linecheck::measure
