#include "measure/sequence.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "dsp/generators.h"

namespace linecheck::measure {

const Segment* Sequence::segment(std::string_view id) const {
  const auto found = std::find_if(segments_.begin(), segments_.end(),
                                  [id](const Segment& segment) { return segment.id == id; });
  return found == segments_.end() ? nullptr : &*found;
}

Segment& Sequence::append(std::string id, std::int64_t frames) {
  Segment segment;
  segment.id = std::move(id);
  segment.first = this->frames();
  segment.frames = frames;
  samples_.resize(samples_.size() + static_cast<std::size_t>(frames * channels_));
  return segments_.emplace_back(std::move(segment));
}

void Sequence::addSilence(std::string id, Seconds duration) {
  append(std::move(id), framesIn(duration));
}

void Sequence::add(std::string id, std::span<const double> samples, std::optional<int> output) {
  std::vector<std::vector<double>> outputs(static_cast<std::size_t>(channels_));
  for (std::size_t channel = 0; channel < outputs.size(); ++channel) {
    if (output && *output != static_cast<int>(channel)) {
      outputs[channel].resize(samples.size());
    } else {
      outputs[channel].assign(samples.begin(), samples.end());
    }
  }
  add(std::move(id), outputs);
}

void Sequence::add(std::string id, std::span<const std::vector<double>> outputs) {
  if (!LC_VERIFY(outputs.size() == static_cast<std::size_t>(channels_))) return;
  const Segment& segment = append(std::move(id), static_cast<std::int64_t>(outputs[0].size()));
  const auto stride = static_cast<std::size_t>(channels_);
  for (std::size_t channel = 0; channel < stride; ++channel) {
    if (!LC_VERIFY(outputs[channel].size() == outputs[0].size())) return;
    std::size_t at = static_cast<std::size_t>(segment.first) * stride + channel;
    for (const double sample : outputs[channel]) {
      samples_[at] = static_cast<float>(sample);
      at += stride;
    }
  }
}

void Sequence::addTones(std::string id, std::span<const Tone> tones, Seconds duration,
                        std::optional<int> output, Seconds settle) {
  add(std::move(id), rampedTones(tones, duration, settle), output);
  markSteady(settle);
}

void Sequence::addTonesApart(std::string id, std::span<const Tone> tones, Seconds duration) {
  std::vector<std::vector<double>> outputs;
  outputs.reserve(tones.size());
  for (const Tone& tone : tones) outputs.push_back(rampedTones({&tone, 1}, duration, kToneSettle));
  add(std::move(id), outputs);
  markSteady(kToneSettle);
}

std::vector<double> Sequence::rampedTones(std::span<const Tone> tones, Seconds duration,
                                          Seconds settle) const {
  const Hertz rate = Hertz::of(sampleRate_);
  std::vector<double> samples(
      static_cast<std::size_t>(framesIn(duration) + framesIn(settle) + 2 * framesIn(kRamp)));
  for (const Tone& tone : tones) {
    dsp::addSine(samples, {tone.frequency, sinePeakFromDbfs(tone.level), 0.0}, rate);
  }
  dsp::applyRamps(samples, rate, kRamp);
  return samples;
}

void Sequence::markSteady(Seconds settle) {
  segments_.back().settleFrames = framesIn(kRamp) + framesIn(settle);
  segments_.back().tailFrames = framesIn(kRamp);
}

std::int64_t Sequence::framesIn(Seconds duration) const {
  return std::llround(duration.value() * sampleRate_);
}

std::vector<double> Sequence::played(const Segment& segment, int output) const {
  std::vector<double> result(static_cast<std::size_t>(segment.frames));
  const auto stride = static_cast<std::size_t>(channels_);
  std::size_t at =
      static_cast<std::size_t>(segment.first) * stride + static_cast<std::size_t>(output);
  for (double& sample : result) {
    sample = static_cast<double>(samples_[at]);
    at += stride;
  }
  return result;
}

Result<void> checkBelowNyquist(Hertz frequency, const Sequence& sequence) {
  return checkTone({frequency, DecibelsFs::silence()}, Hertz::of(sequence.sampleRate()),
                   LoudTone::refused);
}

DecibelsFs Sequence::loudest() const {
  float peak = 0.0F;
  for (const float sample : samples_) peak = std::max(peak, std::abs(sample));
  return dbfsFromSinePeak(static_cast<double>(peak));
}

}  // namespace linecheck::measure
