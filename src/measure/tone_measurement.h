#pragma once

#include "measure/listeners.h"
#include "measure/measurement.h"

namespace linecheck::measure {

/// What to play and to read off what comes back.
struct ToneRequest {
  audio::StreamConfig stream;  ///< Input and output.
  TestTone tone;
  HeadphoneJack jack = HeadphoneJack::mayHaveHeadphones;  ///< As `checkListeners`.
  LoudTone loud = LoudTone::refused;   ///< Whether the user agreed to a tone above −20 dBFS.
  Seconds seconds = Seconds::of(5.0);  ///< Analysed; ½ s to 600 s.
  AnalysisOptions analysis;            ///< Its `stimulus` is set from `tone`.
};

/// Plays a tone and reads level, distortion and noise off what returns. Errors as `measureWith`,
/// and `usage` as `checkListeners` and `checkTone` or for a length out of range. Blocks.
[[nodiscard]] Result<Measurement> measureTone(audio::Backend& backend, const ToneRequest& request,
                                              const CaptureControl& control = {});

}  // namespace linecheck::measure
