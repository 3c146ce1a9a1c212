#include "dsp/swept_sine.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dsp/generators.h"

namespace linecheck::dsp {
namespace {

constexpr double kDefaultEnd = 0.495;  // Of the sample rate.
constexpr double kLeastSpan = 8.0;
constexpr double kMostSamples = 2e7;

}  // namespace

Result<SweptSine> SweptSine::make(const SweepSettings& settings, Hertz sampleRate) {
  SweptSine sweep;
  sweep.sampleRate_ = sampleRate;
  sweep.from_ = settings.from;
  sweep.to_ = settings.to.value_or(kDefaultEnd * sampleRate);
  sweep.ramp_ = settings.ramp;
  // Negated, so that NaN is refused, too.
  if (!(sweep.from_.value() > 0.0 && sweep.to_ >= kLeastSpan * sweep.from_ &&
        sweep.to_ < 0.5 * sampleRate)) {
    return fail(ErrorCode::usage,
                "The sweep must cover at least three octaves below half the sample rate.");
  }
  if (!(settings.level <= DecibelsFs::of(0.0))) {
    return fail(ErrorCode::usage, "The sweep's level must not be above 0 dBFS.");
  }
  if (!(settings.ramp.value() >= 0.0 && settings.duration.value() > 0.0 &&
        settings.duration * sampleRate <= kMostSamples)) {
    return fail(ErrorCode::usage, "Choose a shorter sweep.");
  }
  const double span = std::log(sweep.to_ / sweep.from_);
  const double cycles = std::max(1.0, std::round(sweep.from_ * settings.duration / span));
  sweep.growth_ = cycles / sweep.from_;
  if (sweep.growth_ < 2.0 * settings.ramp) {
    return fail(ErrorCode::usage, "The sweep is too short to fade in and out; make it longer.");
  }

  const double samples = sweep.duration() * sampleRate;
  if (samples > kMostSamples) return fail(ErrorCode::usage, "Choose a shorter sweep.");
  sweep.samples_.resize(static_cast<std::size_t>(samples) + 1);
  const double peak = sinePeakFromDbfs(settings.level);
  for (std::size_t n = 0; n < sweep.samples_.size(); ++n) {
    const Seconds time = static_cast<double>(n) / sampleRate;
    const double turned = cycles * std::exp(time / sweep.growth_);
    sweep.samples_[n] = peak * std::sin(2.0 * std::numbers::pi * (turned - std::floor(turned)));
  }
  applyRamps(sweep.samples_, sampleRate, settings.ramp);
  return sweep;
}

Seconds SweptSine::duration() const {
  return growth_ * std::log(to_ / from_);
}

Hertz SweptSine::frequencyAt(Seconds time) const {
  return from_ * std::exp(time / growth_);
}

}  // namespace linecheck::dsp
