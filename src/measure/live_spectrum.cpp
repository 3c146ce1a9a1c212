#include "measure/live_spectrum.h"

#include <algorithm>
#include <cmath>

namespace linecheck::measure {
namespace {

constexpr int kFramesPerSecond = 30;
// The longest transforms would fill a core at 30 a second; overlap beyond this shows nothing new.
constexpr std::size_t kMaxOverlap = 64;

std::size_t hopFor(std::size_t fftLength, int sampleRate) {
  const auto smooth = static_cast<std::size_t>(sampleRate / kFramesPerSecond);
  return std::clamp<std::size_t>(std::max(smooth, fftLength / kMaxOverlap), 1, fftLength);
}

// Overlapping spectra say little new: so many of them count as one that overlaps by half.
double redundancy(std::size_t fftLength, std::size_t hop) {
  return std::max(1.0, 0.5 * static_cast<double>(fftLength) / static_cast<double>(hop));
}

dsp::SpectrumAverage averageFor(const SpectrumSettings& settings, std::size_t bins,
                                std::size_t hop) {
  switch (settings.averaging) {
    case LiveAveraging::off:
      return {bins, dsp::Averaging::exponential, 1.0};
    case LiveAveraging::exponential:
      return {bins, dsp::Averaging::exponential,
              settings.depth * redundancy(settings.fftLength, hop)};
    case LiveAveraging::sinceReset:
      return {bins, dsp::Averaging::linear};
  }
  return {bins, dsp::Averaging::linear};
}

}  // namespace

LiveSpectrum::LiveSpectrum(const SpectrumSettings& settings, int sampleRate)
    : settings_(settings),
      sampleRate_(sampleRate),
      hop_(hopFor(settings.fftLength, sampleRate)),
      frames_(settings.fftLength, hop_),
      spectrum_(settings.window, settings.fftLength),
      average_(averageFor(settings, spectrum_.bins(), hop_)),
      peakHold_(settings.peakHold ? spectrum_.bins() : 0, dsp::Averaging::peakHold),
      waterfall_(settings.fftLength, sampleRate) {}

void LiveSpectrum::restart() {
  frames_.reset();
  newestEnd_ = 0;
  average_.reset();
  peakHold_.reset();
}

void LiveSpectrum::compute(std::span<const double> frame) {
  newest_ = spectrum_.compute(frame);
  newestEnd_ += static_cast<std::int64_t>(newestEnd_ == 0 ? frame.size() : hop_);
  average_.add(newest_);
  if (settings_.peakHold) peakHold_.add(newest_);
  double sum = 0.0;
  newestPeak_ = 0.0;
  for (const double sample : frame.last(hop_)) {
    sum += sample * sample;
    newestPeak_ = std::max(newestPeak_, std::abs(sample));
  }
  newestRms_ = std::sqrt(sum / static_cast<double>(hop_));
}

int LiveSpectrum::independentAverages() const {
  if (settings_.averaging == LiveAveraging::off) return 1;
  const double count =
      static_cast<double>(average_.count()) / redundancy(settings_.fftLength, hop_);
  const bool isLimited = settings_.averaging == LiveAveraging::exponential;
  return static_cast<int>(std::ceil(isLimited ? std::min(count, settings_.depth) : count));
}

void LiveSpectrum::fill(SpectrumFrame& target) const {
  target.sampleRate = sampleRate_;
  target.fftLength = settings_.fftLength;
  target.window = settings_.window;
  target.enbwBins = spectrum_.window().enbwBins;
  target.averages = independentAverages();
  const auto average = average_.powers();
  target.average.assign(average.begin(), average.end());
  const auto peaks = settings_.peakHold ? peakHold_.powers() : std::span<const double>();
  target.peakHold.assign(peaks.begin(), peaks.end());
  target.rms = dbfsFromRms(newestRms_);
  target.peak = DecibelsPeak::of(20.0 * std::log10(newestPeak_));
}

void LiveSpectrum::fill(WaterfallRow& target) {
  target.nyquist = Hertz::of(sampleRate_ / 2.0);
  waterfall_.reduce(newest_, target.levels);
}

}  // namespace linecheck::measure
