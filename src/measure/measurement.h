#pragma once

#include <vector>

#include "audio/backend.h"
#include "measure/analysis.h"
#include "measure/assessment.h"
#include "measure/capture.h"
#include "measure/capture_session.h"

namespace linecheck::measure {

enum class MeasurementKind { hum, tone };

/// A capture with all that was read off it.
struct Measurement {
  MeasurementKind kind = MeasurementKind::hum;
  Capture capture;
  Assessment assessment;
  std::vector<ChannelAnalysis> channels;  ///< One for each input channel; none if it is invalid.
};

/// Captured ahead of what is analysed, and not used: latency, ramps, converters waking up.
inline constexpr Seconds kSettle = Seconds::ofMilli(500.0);
/// Captured behind it while a tone fades out.
inline constexpr Seconds kTail = Seconds::ofMilli(100.0);

/// `usage` unless between ½ s, below which the mains cannot be told, and 600 s.
[[nodiscard]] Result<void> checkLength(Seconds seconds);

/// Frames of a capture of which `seconds` are analysed; and the reverse, for a recording to replay.
[[nodiscard]] std::int64_t framesToCapture(Seconds seconds, int sampleRate);
[[nodiscard]] Seconds secondsAnalysed(std::int64_t framesCaptured, int sampleRate);

/// Judges a capture and, if it is sound, analyses it: the same figures each time for the same
/// samples. Thread-safe: yes.
[[nodiscard]] Measurement evaluate(MeasurementKind kind, Capture capture,
                                   const AnalysisOptions& options);

/// Captures under a stimulus of framesToCapture and evaluates. If the capture is invalid for a
/// reason that may pass (lost samples, a jump, flags) it is repeated once. The measurement may
/// still be invalid; errors are those of `capture`.
[[nodiscard]] Result<Measurement> measureWith(audio::Backend& backend,
                                              const audio::StreamConfig& stream,
                                              MeasurementKind kind, const Stimulus& stimulus,
                                              const AnalysisOptions& options,
                                              const CaptureControl& control);

}  // namespace linecheck::measure
