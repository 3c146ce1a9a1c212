#include "measure/measurement.h"

#include <fmt/format.h>

#include <cmath>

namespace linecheck::measure {
namespace {

std::int64_t framesIn(Seconds seconds, int sampleRate) {
  return std::llround(seconds.value() * sampleRate);
}

bool mayPass(const Validity& validity) {
  return validity.reason == InvalidReason::samplesLost || validity.reason == InvalidReason::jump ||
         validity.reason == InvalidReason::flagged;
}

}  // namespace

Result<void> checkLength(Seconds seconds) {
  constexpr Seconds kShortest = Seconds::of(0.5);
  constexpr Seconds kLongest = Seconds::of(600.0);
  if (seconds >= kShortest && seconds <= kLongest) return {};
  return fail(ErrorCode::usage,
              fmt::format("A measurement takes {:g} to {:g} s; {:g} s were asked for.",
                          kShortest.value(), kLongest.value(), seconds.value()));
}

std::int64_t framesToCapture(Seconds seconds, int sampleRate) {
  return framesIn(kSettle, sampleRate) + framesIn(seconds, sampleRate) +
         framesIn(kTail, sampleRate);
}

Seconds secondsAnalysed(std::int64_t framesCaptured, int sampleRate) {
  const std::int64_t frames =
      framesCaptured - framesIn(kSettle, sampleRate) - framesIn(kTail, sampleRate);
  return Seconds::of(static_cast<double>(frames) / sampleRate);
}

Measurement evaluate(MeasurementKind kind, Capture capture, const AnalysisOptions& options) {
  Measurement result;
  result.kind = kind;
  result.assessment = assess(capture);
  if (result.assessment.validity.isValid()) {
    AnalysisOptions known = options;
    if (capture.stimulus) known.stimulus = capture.stimulus->frequency;
    result.channels.reserve(static_cast<std::size_t>(capture.channels));
    for (int channel = 0; channel < capture.channels; ++channel) {
      const auto samples =
          capture.channel(channel, result.assessment.firstFrame, result.assessment.frames);
      result.channels.push_back(analyzeChannel(samples, Hertz::of(capture.sampleRate), known));
    }
  }
  result.capture = std::move(capture);
  return result;
}

Result<Measurement> measureWith(audio::Backend& backend, const audio::StreamConfig& stream,
                                MeasurementKind kind, const Stimulus& stimulus,
                                const AnalysisOptions& options, const CaptureControl& control) {
  constexpr int kAttempts = 2;
  for (int attempt = 1;; ++attempt) {
    auto captured = capture(backend, stream, stimulus, control);
    if (!captured) return fail(captured.error());
    captured->settleFrames = framesIn(kSettle, captured->sampleRate);
    captured->tailFrames = framesIn(kTail, captured->sampleRate);
    auto measurement = evaluate(kind, *std::move(captured), options);
    if (attempt == kAttempts || !mayPass(measurement.assessment.validity)) return measurement;
  }
}

}  // namespace linecheck::measure
