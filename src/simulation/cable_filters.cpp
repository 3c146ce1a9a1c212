#include "simulation/cable_filters.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "base/check.h"
#include "simulation/first_order.h"

namespace linecheck::simulation {
namespace {

// A high-pass with this corner, bent by the bilinear transform, rises by 6 dB per octave over most
// of the band: within 0.2 dB up to 0.42 of the rate.
constexpr double kRisingCorner = std::numbers::sqrt2;
constexpr Hertz kRisingReference = 1000_Hz;

double risingFactor(const Crosstalk& crosstalk, Hertz rate) {
  if (!crosstalk.rising) return 0.0;
  return crosstalk.rising->amplitudeRatio() /
         std::abs(FirstOrder::highPassResponse(kRisingCorner, kRisingReference, rate));
}

double flatFactor(const Crosstalk& crosstalk) {
  return crosstalk.flat ? crosstalk.flat->amplitudeRatio() : 0.0;
}

class Leak {
 public:
  Leak(const Crosstalk& crosstalk, Hertz rate)
      : flat_(flatFactor(crosstalk)), rising_(risingFactor(crosstalk, rate)) {}

  double of(double sample) { return flat_ * sample + rising_ * filter_.highPass(sample); }
  void reset() { filter_.reset(); }

 private:
  double flat_;
  double rising_;
  FirstOrder filter_{kRisingCorner};
};

class CrosstalkStage final : public PathStage {
 public:
  CrosstalkStage(const CablePath& cable, std::size_t channels, Hertz rate)
      : channels_(channels), toRight_(cable.leftToRight, rate), toLeft_(cable.rightToLeft, rate) {}

  void process(std::span<double> frames) noexcept override {
    for (std::size_t i = 0; i < frames.size(); i += channels_) {
      const double left = frames[i];
      const double right = frames[i + 1];
      frames[i] = left + toLeft_.of(right);
      frames[i + 1] = right + toRight_.of(left);
    }
  }
  void reset() noexcept override {
    toRight_.reset();
    toLeft_.reset();
  }

 private:
  std::size_t channels_;
  Leak toRight_;
  Leak toLeft_;
};

bool hasHighPass(const Corners& corners, Hertz rate) {
  return corners.highPass && LC_VERIFY(*corners.highPass < 0.5 * rate);
}
bool hasLowPass(const Corners& corners, Hertz rate) {
  return corners.lowPass && *corners.lowPass < 0.5 * rate;
}

class ChannelCorners {
 public:
  ChannelCorners(const Corners& corners, Hertz rate) {
    if (hasHighPass(corners, rate)) high_.emplace(FirstOrder::warp(*corners.highPass, rate));
    if (hasLowPass(corners, rate)) low_.emplace(FirstOrder::warp(*corners.lowPass, rate));
  }

  [[nodiscard]] bool isFlat() const { return !high_ && !low_; }
  double next(double sample) {
    if (high_) sample = high_->highPass(sample);
    if (low_) sample = low_->lowPass(sample);
    return sample;
  }
  void reset() {
    if (high_) high_->reset();
    if (low_) low_->reset();
  }

 private:
  std::optional<FirstOrder> high_;
  std::optional<FirstOrder> low_;
};

class CornersStage final : public PathStage {
 public:
  explicit CornersStage(std::vector<ChannelCorners> channels) : channels_(std::move(channels)) {}

  void process(std::span<double> frames) noexcept override {
    for (std::size_t i = 0; i < frames.size(); ++i) {
      frames[i] = channels_[i % channels_.size()].next(frames[i]);
    }
  }
  void reset() noexcept override {
    for (ChannelCorners& channel : channels_) channel.reset();
  }

 private:
  std::vector<ChannelCorners> channels_;
};

bool isSilent(const Crosstalk& crosstalk) {
  return !crosstalk.flat && !crosstalk.rising;
}

}  // namespace

std::unique_ptr<PathStage> makeCrosstalk(const CablePath& cable, std::size_t channels,
                                         int sampleRate) {
  if (channels < 2 || (isSilent(cable.leftToRight) && isSilent(cable.rightToLeft))) return nullptr;
  return std::make_unique<CrosstalkStage>(cable, channels, Hertz::of(sampleRate));
}

std::complex<double> crosstalkResponse(const Crosstalk& crosstalk, Hertz frequency, Hertz rate) {
  return flatFactor(crosstalk) + risingFactor(crosstalk, rate) *
                                     FirstOrder::highPassResponse(kRisingCorner, frequency, rate);
}

std::unique_ptr<PathStage> makeCorners(const CablePath& cable, std::size_t channels,
                                       int sampleRate) {
  std::vector<ChannelCorners> filters;
  for (std::size_t i = 0; i < channels; ++i) {
    filters.emplace_back(cable.corners.at(std::min<std::size_t>(i, 1)), Hertz::of(sampleRate));
  }
  const auto isFlat = [](const ChannelCorners& filter) { return filter.isFlat(); };
  if (std::all_of(filters.begin(), filters.end(), isFlat)) return nullptr;
  return std::make_unique<CornersStage>(std::move(filters));
}

std::complex<double> cornersResponse(const Corners& corners, Hertz frequency, Hertz rate) {
  std::complex<double> response = 1.0;
  if (hasHighPass(corners, rate)) {
    const double corner = FirstOrder::warp(*corners.highPass, rate);
    response *= FirstOrder::highPassResponse(corner, frequency, rate);
  }
  if (hasLowPass(corners, rate)) {
    const double corner = FirstOrder::warp(*corners.lowPass, rate);
    response *= FirstOrder::lowPassResponse(corner, frequency, rate);
  }
  return response;
}

}  // namespace linecheck::simulation
