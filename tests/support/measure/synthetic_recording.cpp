#include "support/measure/synthetic_recording.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "dsp/fft.h"
#include "dsp/random.h"

namespace linecheck::measure::testing {
namespace {

using Complex = std::complex<double>;
using std::numbers::pi;

constexpr int kChannels = 2;

std::vector<Complex> spectrumOf(std::span<const double> samples) {
  dsp::RealFft fft(samples.size());
  std::copy(samples.begin(), samples.end(), fft.input().begin());
  const auto spectrum = fft.transform();
  return {spectrum.begin(), spectrum.end()};
}

// Back from bins 0…N/2, by way of Hartley's transform, which is its own inverse.
std::vector<double> samplesOf(const std::vector<Complex>& spectrum, std::size_t length) {
  dsp::RealFft fft(length);
  const auto input = fft.input();
  for (std::size_t k = 0; k < spectrum.size(); ++k) {
    input[k] = spectrum[k].real() - spectrum[k].imag();
    if (k > 0) input[length - k] = spectrum[k].real() + spectrum[k].imag();
  }
  const auto hartley = fft.transform();
  std::vector<double> samples(length);
  for (std::size_t n = 0; n < length; ++n) {
    const Complex at = n < hartley.size() ? hartley[n] : std::conj(hartley[length - n]);
    samples[n] = (at.real() - at.imag()) / static_cast<double>(length);
  }
  return samples;
}

std::vector<double> outputOf(const Sequence& sequence, int output, std::size_t length) {
  std::vector<double> samples(length);
  const auto channels = static_cast<std::size_t>(sequence.channels());
  for (std::size_t i = static_cast<std::size_t>(output), n = 0; i < sequence.samples().size();
       i += channels, ++n) {
    samples[n] = static_cast<double>(sequence.samples()[i]);
  }
  return samples;
}

PathReport truth(const SyntheticPath& path) {
  PathReport report;
  report.wasRun = true;
  for (int input = 0; input < kChannels; ++input) {
    PathChannel channel;
    channel.input = channel.output.emplace(input);
    channel.latency = path.latency;
    report.channels.push_back(channel);
  }
  return report;
}

}  // namespace

Recording syntheticRecording(const Procedure& procedure, std::size_t step, const Values& values,
                             const SyntheticPath& path) {
  audio::StreamConfig stream;
  stream.inputChannels = stream.outputChannels = kChannels;
  stream.sampleRate = kSyntheticRate;
  auto composed = sequenceOf(procedure, step, values, stream, {});
  if (!composed) {
    ADD_FAILURE() << composed.error().message();
    return {};
  }
  Recording recording;
  recording.sequence = std::make_shared<const Sequence>(*std::move(composed));
  const Sequence& sequence = *recording.sequence;
  // Up to a length that transforms quickly. The silence at its end takes what comes late.
  constexpr std::size_t kSteps = 16384;
  const auto frames = static_cast<std::size_t>(sequence.frames());
  const std::size_t length = (frames + kSteps - 1) / kSteps * kSteps;
  std::vector<std::vector<Complex>> sent;
  sent.reserve(kChannels);
  for (int output = 0; output < kChannels; ++output) {
    sent.push_back(spectrumOf(outputOf(sequence, output, length)));
  }
  recording.capture.channels = kChannels;
  recording.capture.sampleRate = kSyntheticRate;
  recording.capture.samples.resize(frames * kChannels);
  dsp::Random random(path.seed);
  const double noise = rmsFromDbfs(path.noise);
  std::vector<double> hum(frames);
  for (std::size_t n = 0; path.hum > 0.0 && n < frames; ++n) {
    for (int order = 1; order < 10; order += 2) {
      hum[n] +=
          path.hum * std::sin(2.0 * pi * 50.013 * order * static_cast<double>(n) / kSyntheticRate);
    }
  }
  for (int input = 0; input < kChannels; ++input) {
    std::vector<Complex> sum(length / 2 + 1);
    for (std::size_t k = 1; k < length / 2; ++k) {
      const double turns = static_cast<double>(k) / static_cast<double>(length);
      for (int output = 0; output < kChannels; ++output) {
        sum[k] += sent[static_cast<std::size_t>(output)][k] *
                  path.response(output, input, turns * kSyntheticRate);
      }
      sum[k] *= std::polar(1.0, -2.0 * pi * turns * path.latency);
    }
    const auto samples = samplesOf(sum, length);
    for (std::size_t n = 0; n < frames; ++n) {
      const double sample = samples[n] + hum[n] + (noise > 0.0 ? noise * random.gaussian() : 0.0);
      recording.capture.samples[n * kChannels + static_cast<std::size_t>(input)] =
          static_cast<float>(sample);
    }
  }
  if (procedure.steps(values)[step].hasLoop) recording.path = truth(path);
  return recording;
}

Recording cutShort(Recording recording) {
  const Segment* end = recording.sequence->segment("gate.end");
  const std::int64_t own = end != nullptr ? end->first : recording.sequence->segment("end")->first;
  recording.capture.samples.resize(
      static_cast<std::size_t>((own - kSyntheticRate / 2) * recording.capture.channels));
  return recording;
}

}  // namespace linecheck::measure::testing
