#include "measure/stimulus.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "dsp/generators.h"

namespace linecheck::measure {

namespace {

constexpr Decibels kRounding = 1e-6_dB;

}  // namespace

bool isLoud(DecibelsFs level) {
  return level > kLoudestUnasked + kRounding;
}

Result<void> checkLoudness(DecibelsFs level, LoudTone loud) {
  if (!(level <= DecibelsFs::of(0.0) + kRounding)) {
    return fail(ErrorCode::usage,
                fmt::format("A tone of {:g} dBFS is beyond full scale.", level.value()));
  }
  if (isLoud(level) && loud != LoudTone::confirmed) {
    return fail(ErrorCode::usage,
                fmt::format("A tone of {:g} dBFS is loud: above {:g} dBFS it must be confirmed.",
                            level.value(), kLoudestUnasked.value()));
  }
  return {};
}

Result<void> checkTone(const TestTone& tone, Hertz sampleRate, LoudTone loud) {
  const double frequency = tone.frequency.value();
  if (!(frequency > 0.0 && frequency < sampleRate.value() / 2.0)) {
    return fail(ErrorCode::usage,
                fmt::format("A tone of {:g} Hz cannot be played at {:g} Hz: it must lie above 0 "
                            "and below half the sample rate.",
                            frequency, sampleRate.value()));
  }
  return checkLoudness(tone.level, loud);
}

Stimulus Stimulus::silence(std::int64_t frames) {
  Stimulus stimulus;
  stimulus.frames_ = frames;
  return stimulus;
}

Result<Stimulus> Stimulus::tone(const TestTone& tone, Hertz sampleRate, std::int64_t frames,
                                LoudTone loud) {
  if (auto checked = checkTone(tone, sampleRate, loud); !checked) return fail(checked.error());
  auto samples =
      dsp::tone(tone.frequency, tone.level, sampleRate, static_cast<std::size_t>(frames));
  dsp::applyRamps(samples, sampleRate, kRamp);
  Stimulus stimulus;
  stimulus.frames_ = frames;
  stimulus.tone_ = tone;
  stimulus.samples_.assign(samples.begin(), samples.end());
  return stimulus;
}

Result<Stimulus> Stimulus::samples(std::span<const float> samples, int channels, LoudTone loud) {
  const auto loudest = std::max_element(samples.begin(), samples.end(),
                                        [](float a, float b) { return std::abs(a) < std::abs(b); });
  if (!LC_VERIFY(loudest != samples.end() && channels >= 1)) return silence(1);
  const auto level = dbfsFromSinePeak(std::abs(static_cast<double>(*loudest)));
  if (auto checked = checkLoudness(level, loud); !checked) return fail(checked.error());
  Stimulus stimulus;
  stimulus.frames_ = static_cast<std::int64_t>(samples.size()) / channels;
  stimulus.channels_ = channels;
  stimulus.samples_.assign(samples.begin(), samples.end());
  return stimulus;
}

}  // namespace linecheck::measure
