#include "support/measure/studio_recording.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "dsp/generators.h"
#include "simulation/signal_path.h"

namespace linecheck::measure::testing {
namespace {

using simulation::SimulatedStudio;

RunRequest requestOf(const StudioRun& run) {
  RunRequest request;
  request.stream.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  request.stream.output = request.stream.input;
  request.stream.inputChannels = run.channels;
  request.stream.outputChannels = run.channels;
  request.stream.sampleRate = run.sampleRate;
  request.loud = LoudTone::confirmed;
  return request;
}

}  // namespace

Recording record(const Procedure& procedure, const StudioRun& run) {
  SimulatedStudio studio(run.studio, {audio::Pace::asFastAsPossible});
  auto recording = recordStep(studio, requestOf(run), procedure, 0, run.values);
  if (!recording) {
    ADD_FAILURE() << recording.error().message();
    return {};
  }
  return *std::move(recording);
}

Reading measured(const Procedure& procedure, const StudioRun& run) {
  const std::array recordings = {record(procedure, run)};
  if (!recordings[0].sequence) return {};
  return procedure.read(recordings, run.values);
}

Recording recordWithoutGate(const Procedure& procedure, const StudioRun& run) {
  constexpr Seconds kRest = Seconds::ofMilli(100.0);
  Sequence sequence(run.channels, run.sampleRate);
  sequence.addSilence("start", kRest);
  if (auto composed = procedure.compose(0, run.values, sequence); !composed) {
    ADD_FAILURE() << composed.error().message();
    return {};
  }
  sequence.addSilence("end", kRest);
  const auto stride = static_cast<std::size_t>(run.channels);
  std::vector<float> samples(sequence.samples().begin(), sequence.samples().end());
  simulation::SignalPath path(run.studio.path, run.channels, run.sampleRate);
  path.process(std::span(samples));
  for (std::size_t channel = 0; channel < stride; ++channel) {
    const auto noise = dsp::whiteNoise(run.studio.converterNoise, samples.size() / stride,
                                       run.studio.seed * stride + channel);
    for (std::size_t i = 0; i < noise.size(); ++i) {
      float& sample = samples[i * stride + channel];
      sample = static_cast<float>(std::clamp(static_cast<double>(sample) + noise[i], -1.0, 1.0));
    }
  }
  Recording recording;
  recording.capture.samples = std::move(samples);
  recording.capture.channels = run.channels;
  recording.capture.sampleRate = run.sampleRate;
  recording.path.wasRun = true;
  for (int channel = 0; channel < run.channels; ++channel) {
    PathChannel known;
    known.input = channel;
    known.output = channel;
    known.latency = run.studio.path.latencyFrames(Hertz::of(run.sampleRate));
    recording.path.channels.push_back(known);
  }
  recording.sequence = std::make_shared<const Sequence>(std::move(sequence));
  return recording;
}

Reading measuredWithoutGate(const Procedure& procedure, const StudioRun& run) {
  const std::array recordings = {recordWithoutGate(procedure, run)};
  if (!recordings[0].sequence) return {};
  return procedure.read(recordings, run.values);
}

Reading stoppedAfter(const Procedure& procedure, const StudioRun& run, double part) {
  Recording whole = record(procedure, run);
  if (!whole.sequence) return {};
  std::int64_t first = 0;
  for (const Segment& segment : whole.sequence->segments()) {
    if (segment.id == "gate.gap") first = segment.first + segment.frames;
  }
  const auto end = first + static_cast<std::int64_t>(
                               part * static_cast<double>(whole.sequence->frames() - first));
  whole.capture.samples.resize(static_cast<std::size_t>(end * whole.capture.channels));
  auto cut = recordingOf(std::move(whole.capture), requestOf(run), procedure, 0, run.values);
  if (!cut) {
    ADD_FAILURE() << cut.error().message();
    return {};
  }
  const std::array recordings = {*std::move(cut)};
  return procedure.read(recordings, run.values);
}

}  // namespace linecheck::measure::testing
