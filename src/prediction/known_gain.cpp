#include "prediction/known_gain.h"

namespace linecheck::prediction {

std::optional<KnownGain> knownGain(const measure::Calibrations& calibrations,
                                   const measure::Capture& capture,
                                   const measure::ControlSettings& controls) {
  constexpr Decibels kMeasured = 0.1_dB;
  audio::StreamConfig stream;
  stream.input = capture.input;
  stream.output = capture.output;
  stream.sampleRate = capture.sampleRate;
  if (!stream.input || !stream.output) return std::nullopt;
  const auto* saved = measure::findLoopGain(calibrations, stream, controls);
  if (saved == nullptr) return std::nullopt;
  return KnownGain{saved->gain, kMeasured};
}

}  // namespace linecheck::prediction
