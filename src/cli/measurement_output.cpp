#include "cli/measurement_output.h"

#include <fmt/format.h>

#include "base/number_text.h"
#include "cli/analysis_json.h"
#include "cli/analysis_text.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

using json::Object;
using json::Value;

const char* kindId(measure::MeasurementKind kind) {
  return kind == measure::MeasurementKind::hum ? "hum" : "tone";
}

Value deviceJson(const std::optional<audio::DeviceId>& device) {
  if (!device) return {};
  return Object{{"host_api", device->hostApi}, {"name", device->name}};
}

Value stimulusJson(const std::optional<measure::TestTone>& tone) {
  if (!tone) return {};
  Object object;
  object.set("frequency_hz", tone->frequency).set("level_dbfs", tone->level);
  return object;
}

// Places where the samples show a loss, and losses that were counted.
std::int64_t dropouts(const measure::Measurement& measurement) {
  std::size_t places = 0;
  for (const auto& channel : measurement.assessment.channels) {
    if (channel.continuity) places = std::max(places, channel.continuity->jumps.size());
  }
  const bool isCounted = measurement.capture.lostFrames > 0;
  return static_cast<std::int64_t>(places) + (isCounted && places == 0 ? 1 : 0);
}

Seconds duration(const measure::Measurement& measurement) {
  return Seconds::of(static_cast<double>(measurement.assessment.frames) /
                     measurement.capture.sampleRate);
}

}  // namespace

std::string measurementJson(const measure::Measurement& measurement,
                            std::span<const diagnosis::Diagnosis> diagnoses,
                            const std::optional<Calibration>& calibration) {
  const measure::Capture& capture = measurement.capture;
  const measure::Validity& validity = measurement.assessment.validity;
  Object document{{"schema", "linecheck.measurement/1"}, {"kind", kindId(measurement.kind)}};
  document.set("backend", capture.backend)
      .set("input", deviceJson(capture.input))
      .set("output", deviceJson(capture.output))
      .set("sample_rate_hz", capture.sampleRate)
      .set("duration_s", duration(measurement))
      .set("stimulus", stimulusJson(capture.stimulus))
      .set("valid", validity.isValid())
      .set("invalid_reason",
           validity.reason ? Value(measure::invalidReasonId(*validity.reason)) : Value())
      .set("invalid_text", validity.isValid() ? Value() : Value(validity.text))
      .set("dropouts", dropouts(measurement))
      .set("lost_frames", capture.lostFrames)
      .set("driver_warnings", capture.flags.entries().size());
  if (calibration) document.set("full_scale_dbu", calibration->fullScale());
  document.set("channels", channelsJson(measurement.channels, diagnoses, 1, calibration));
  return json::toText(document) + '\n';
}

std::string measurementText(const measure::Measurement& measurement,
                            std::span<const diagnosis::Diagnosis> diagnoses,
                            const std::optional<Calibration>& calibration) {
  if (!measurement.assessment.validity.isValid()) return {};
  const measure::Capture& capture = measurement.capture;
  std::string text = capture.input
                         ? fmt::format("In: {} ({})", capture.input->name, capture.input->hostApi)
                         : std::string("Recording");
  if (capture.stimulus && capture.output) {
    text += fmt::format("   Out: {} ({})", capture.output->name, capture.output->hostApi);
  }
  text +=
      fmt::format("\n{} · {} · 0 samples lost\n", numberText(capture.sampleRate / 1000.0, 1, "kHz"),
                  numberText(duration(measurement).value(), 2, "s"));
  if (capture.stimulus) {
    text +=
        fmt::format("Played: {} at {}\n", numberText(capture.stimulus->frequency.value(), 1, "Hz"),
                    numberText(capture.stimulus->level.value(), 1, "dBFS"));
  }
  return text + channelsText(measurement.channels, diagnoses, 1, calibration);
}

}  // namespace linecheck::cli
