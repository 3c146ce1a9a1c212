#include "diagnosis/channel_diagnoses.h"

namespace linecheck::diagnosis {

std::vector<Diagnosis> diagnoseEach(std::span<const std::vector<double>> channels, Hertz rate,
                                    const Listening& listening) {
  std::vector<Diagnosis> result;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    result.push_back(diagnoseSound(channels.subspan(i, 1), rate, listening));
  }
  return result;
}

std::vector<Diagnosis> diagnoseEach(const measure::Measurement& measurement, Listening listening) {
  if (!measurement.assessment.validity.isValid()) return {};
  const measure::Capture& capture = measurement.capture;
  if (capture.stimulus) listening.analysis.stimulus = capture.stimulus->frequency;
  std::vector<std::vector<double>> channels;
  channels.reserve(static_cast<std::size_t>(capture.channels));
  for (int channel = 0; channel < capture.channels; ++channel) {
    channels.push_back(
        capture.channel(channel, measurement.assessment.firstFrame, measurement.assessment.frames));
  }
  return diagnoseEach(channels, Hertz::of(capture.sampleRate), listening);
}

}  // namespace linecheck::diagnosis
