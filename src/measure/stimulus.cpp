#include "measure/stimulus.h"

#include <fmt/format.h>

#include "dsp/generators.h"

namespace linecheck::measure {

Result<void> checkTone(const TestTone& tone, Hertz sampleRate, LoudTone loud) {
  const double frequency = tone.frequency.value();
  if (!(frequency > 0.0 && frequency < sampleRate.value() / 2.0)) {
    return fail(ErrorCode::usage,
                fmt::format("A tone of {:g} Hz cannot be played at {:g} Hz: it must lie above 0 "
                            "and below half the sample rate.",
                            frequency, sampleRate.value()));
  }
  if (!(tone.level <= DecibelsFs::of(0.0))) {
    return fail(ErrorCode::usage,
                fmt::format("A tone of {:g} dBFS is beyond full scale.", tone.level.value()));
  }
  if (tone.level > kLoudestUnasked && loud != LoudTone::confirmed) {
    return fail(ErrorCode::usage,
                fmt::format("A tone of {:g} dBFS is loud: above {:g} dBFS it must be confirmed.",
                            tone.level.value(), kLoudestUnasked.value()));
  }
  return {};
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

}  // namespace linecheck::measure
