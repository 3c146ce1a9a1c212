#include "simulation/mix_resampler.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <mutex>
#include <numeric>
#include <utility>
#include <vector>

#include "base/check.h"
#include "simulation/sample_history.h"
#include "simulation/windowed_sinc.h"

namespace linecheck::simulation {
namespace {

// Kaiser's formulas for −120 dB and a transition from 0.907 to 1 of Nyquist.
constexpr double kBeta = 12.265;
constexpr double kHalfWidth = 84.0;       // Periods of the lower rate.
constexpr double kCutoff = 0.5 * 0.9535;  // Of the lower rate.
constexpr int kMaxPhases = 640;           // 44.1 to 192 kHz.

WindowedSinc kernelFor(int a, int b) {
  const double lower = std::min(a, b);
  return {kCutoff * lower, kHalfWidth / lower, kBeta};
}

// Taps on each side at the rate of what is read.
std::int64_t halfTaps(int rate, int other) {
  return static_cast<std::int64_t>(std::ceil(kHalfWidth * rate / std::min(rate, other)));
}

/// Coefficients of all positions that samples at one rate can have between those at another.
class Phases {
 public:
  Phases(int from, int to)
      : count_(to / std::gcd(from, to)),
        taps_(2 * static_cast<std::size_t>(halfTaps(from, to))),
        coefficients_(taps_ * static_cast<std::size_t>(count_)) {
    const WindowedSinc kernel = kernelFor(from, to);
    for (int phase = 0; phase < count_; ++phase) {
      const auto values =
          std::span(coefficients_).subspan(static_cast<std::size_t>(phase) * taps_, taps_);
      const double after = static_cast<double>(phase) / count_;
      const double oldest = static_cast<double>(taps_ / 2 - 1) + after;
      kernel.fill(oldest / from, -1.0 / from, values);
      for (double& value : values) value /= from;
    }
  }

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] std::size_t taps() const { return taps_; }
  [[nodiscard]] const double* at(std::int64_t phase) const {
    return coefficients_.data() + static_cast<std::size_t>(phase) * taps_;
  }

 private:
  int count_;
  std::size_t taps_;
  std::vector<double> coefficients_;
};

// Streams of the same rates share theirs.
std::shared_ptr<const Phases> phases(int from, int to) {
  static std::mutex mutex;
  static std::map<std::pair<int, int>, std::shared_ptr<const Phases>> made;
  const std::lock_guard lock(mutex);
  auto& entry = made[{from, to}];
  if (!entry) entry = std::make_shared<const Phases>(from, to);
  return entry;
}

// In frame n the mixer has made its samples j with floor(j·up/down) + halfTaps ≤ n; what comes out
// needs those up to floor((n − latency)·down/up) + halfTaps.
class MixResampler final : public PathStage {
 public:
  MixResampler(int mixRate, std::size_t channels, int sampleRate)
      : toMixer_(phases(sampleRate, mixRate)),
        fromMixer_(phases(mixRate, sampleRate)),
        mixPeriod_(toMixer_->count()),
        framePeriod_(fromMixer_->count()),
        latency_(mixResamplerLatency(mixRate, sampleRate)) {
    const auto ahead = static_cast<std::size_t>(latency_) * static_cast<std::size_t>(mixRate) /
                       static_cast<std::size_t>(sampleRate);
    for (std::size_t i = 0; i < channels; ++i) {
      played_.emplace_back(toMixer_->taps() + 8);
      mixed_.emplace_back(fromMixer_->taps() + ahead + 8);
    }
    // Counted from so early that no index is negative.
    const std::int64_t early = 2 * latency_ + static_cast<std::int64_t>(toMixer_->taps());
    const std::int64_t periods = early / framePeriod_ + 2;
    firstFrame_ = periods * framePeriod_;
    firstMixed_ =
        (firstFrame_ - static_cast<std::int64_t>(toMixer_->taps())) * mixPeriod_ / framePeriod_;
    reset();
  }

  void process(std::span<double> frames) noexcept override {
    const std::size_t channels = played_.size();
    for (std::size_t first = 0; first < frames.size(); first += channels) {
      const auto frame = frames.subspan(first, channels);
      for (std::size_t i = 0; i < channels; ++i) played_[i].push(frame[i]);
      mix();
      readBack(frame);
      ++frame_;
    }
  }
  void reset() noexcept override {
    for (SampleHistory& history : played_) history.clear();
    for (SampleHistory& history : mixed_) history.clear();
    frame_ = firstFrame_;
    nextMixed_ = firstMixed_;
  }

 private:
  void mix() {
    const auto half = static_cast<std::int64_t>(toMixer_->taps() / 2);
    while (true) {
      const std::int64_t newest = nextMixed_ * framePeriod_ / mixPeriod_ + half;
      if (newest > frame_) return;
      const double* coefficients = toMixer_->at(nextMixed_ * framePeriod_ % mixPeriod_);
      const auto reach = toMixer_->taps() + static_cast<std::size_t>(frame_ - newest);
      for (std::size_t i = 0; i < played_.size(); ++i) {
        const bool isHeld = reach <= toMixer_->taps() + 8;
        mixed_[i].push(isHeld ? dot(coefficients, played_[i].last(reach), toMixer_->taps()) : 0.0);
      }
      ++nextMixed_;
    }
  }

  void readBack(std::span<double> frame) {
    const std::int64_t place = (frame_ - latency_) * mixPeriod_;
    const auto half = static_cast<std::int64_t>(fromMixer_->taps() / 2);
    const double* coefficients = fromMixer_->at(place % framePeriod_);
    const std::int64_t newest = place / framePeriod_ + half;
    const auto reach = fromMixer_->taps() + static_cast<std::size_t>(nextMixed_ - 1 - newest);
    for (std::size_t i = 0; i < frame.size(); ++i) {
      frame[i] = dot(coefficients, mixed_[i].last(reach), fromMixer_->taps());
    }
  }

  std::shared_ptr<const Phases> toMixer_;
  std::shared_ptr<const Phases> fromMixer_;
  std::int64_t mixPeriod_;    ///< Mixed samples in the rates' common period.
  std::int64_t framePeriod_;  ///< Frames in it.
  std::int64_t latency_;
  std::int64_t firstFrame_ = 0;
  std::int64_t firstMixed_ = 0;
  std::int64_t frame_ = 0;
  std::int64_t nextMixed_ = 0;
  std::vector<SampleHistory> played_;
  std::vector<SampleHistory> mixed_;
};

}  // namespace

int mixResamplerLatency(int mixRate, int sampleRate) {
  if (mixRate == sampleRate) return 0;
  const auto there = static_cast<double>(halfTaps(sampleRate, mixRate));
  const auto back = static_cast<double>(halfTaps(mixRate, sampleRate));
  return static_cast<int>(there + std::ceil(back * sampleRate / mixRate)) + 2;
}

double mixResamplerResponse(int mixRate, Hertz frequency, int sampleRate) {
  if (mixRate == sampleRate) return 1.0;
  const double once = kernelFor(mixRate, sampleRate).response(frequency.value());
  return once * once;
}

std::unique_ptr<PathStage> makeMixResampler(int mixRate, std::size_t channels, int sampleRate) {
  if (mixRate == sampleRate) return nullptr;
  const int common = std::gcd(mixRate, sampleRate);
  if (!LC_VERIFY(common > 0 && std::max(mixRate, sampleRate) / common <= kMaxPhases)) {
    return nullptr;
  }
  return std::make_unique<MixResampler>(mixRate, channels, sampleRate);
}

}  // namespace linecheck::simulation
