#pragma once

#include "measure/measurement.h"

namespace linecheck::measure {

/// What to listen to while nothing is played.
struct HumRequest {
  audio::StreamConfig stream;           ///< An output, if named, plays silence.
  Seconds seconds = Seconds::of(10.0);  ///< Analysed; ½ s to 600 s.
  AnalysisOptions analysis;
};

/// Captures silence and reads hum and noise off it: the chain's own, for nothing else plays.
/// Errors as `measureWith`, and `usage` for a length out of range. Blocks.
[[nodiscard]] Result<Measurement> measureHum(audio::Backend& backend, const HumRequest& request,
                                             const CaptureControl& control = {});

}  // namespace linecheck::measure
