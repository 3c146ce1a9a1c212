#include "diagnosis/pause_hum.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "dsp/fft.h"
#include "dsp/spectrum.h"

namespace linecheck::diagnosis {
namespace {

constexpr double kStepHz = 0.05;
constexpr double kFineStepHz = 0.02;
constexpr int kSearchOrders = 9;
constexpr double kFineRangeHz = 0.3;
constexpr int kFineOrders = 25;
constexpr double kStandsOut = 6.0;
// Against a floor that is estimated from as few pauses: one in a million captures and order.
constexpr double kDetects = 12.0;
constexpr double kPresent = 18.0;

// The spectrum of a pause under a Hann window, so finely sampled that it can be read in between.
class Pause {
 public:
  Pause(std::span<const double> samples, double rate, double latest) {
    // Frequencies of interest end far below: averaging keeps their aliases 20 dB and more down,
    // and the spectrum undoes its droop.
    const auto factor = std::max<std::size_t>(1, static_cast<std::size_t>(rate / (6.0 * latest)));
    const std::size_t count = samples.size() / factor;
    duration_ = static_cast<double>(count * factor) / rate;
    std::vector<double> means(count), window(count);
    double mean = 0.0, weights = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < factor; ++j) means[i] += samples[i * factor + j];
      means[i] /= static_cast<double>(factor);
      const double phase = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
      window[i] = 1.0 - std::cos(2.0 * std::numbers::pi * phase);
      mean += window[i] * means[i];
      weights += window[i];
    }
    dsp::RealFft fft(std::bit_ceil(kFiner * count));
    std::fill(fft.input().begin(), fft.input().end(), 0.0);
    for (std::size_t i = 0; i < count; ++i) {
      fft.input()[i] = 2.0 * (means[i] - mean / weights) * window[i] / weights;
    }
    const auto bins = fft.transform();
    binWidth_ = rate / static_cast<double>(factor * fft.length());
    const auto last = std::min(bins.size(), static_cast<std::size_t>(latest / binWidth_) + 2);
    for (std::size_t k = 0; k < last; ++k) {
      const double x = std::numbers::pi * static_cast<double>(k) * binWidth_ / rate;
      const double n = static_cast<double>(factor);
      const double droop = k > 0 ? std::sin(n * x) / (n * std::sin(x)) : 1.0;
      powers_.push_back(std::norm(bins[k]) / (droop * droop));
    }
  }

  [[nodiscard]] double duration() const { return duration_; }

  /// Peak amplitude squared of a sine at this frequency, as far as the window tells it apart.
  [[nodiscard]] double power(double frequency) const {
    const double at = frequency / binWidth_;
    const auto k =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::lround(at)), 1, powers_.size() - 2);
    // A parabola through three points, exact to a thousandth at this spacing.
    const double x = at - static_cast<double>(k);
    const double a = powers_[k - 1], b = powers_[k], c = powers_[k + 1];
    return std::max(0.0, b + 0.5 * x * (c - a) + 0.5 * x * x * (a - 2.0 * b + c));
  }

 private:
  static constexpr std::size_t kFiner = 8;
  double duration_ = 0.0;
  double binWidth_ = 1.0;
  std::vector<double> powers_;
};

double meanPower(const std::vector<Pause>& pauses, double frequency) {
  double sum = 0.0, time = 0.0;
  for (const Pause& pause : pauses) {
    sum += pause.duration() * pause.power(frequency);
    time += pause.duration();
  }
  return sum / time;
}

// How far the orders 1…`greatest` of a fundamental stand out of what lies between them, nepers.
double standOut(const std::vector<Pause>& pauses, double fundamental, int greatest,
                double highest) {
  double score = 0.0;
  for (int order = 1; order <= greatest && (order + 0.5) * fundamental < highest; ++order) {
    const double beside = 0.5 * (meanPower(pauses, (order - 0.5) * fundamental) +
                                 meanPower(pauses, (order + 0.5) * fundamental));
    const double ratio = meanPower(pauses, order * fundamental) / std::max(beside, 1e-30);
    score += std::log(std::max(ratio, 1.0));
  }
  return score;
}

}  // namespace

dsp::HumEstimate estimatePauseHum(std::span<const double> samples, Hertz rate,
                                  std::span<const Stretch> pauses, const dsp::HumSearch& search) {
  dsp::HumEstimate result;
  result.falseAlarmRate = search.falseAlarmRate;
  std::vector<double> nominals;
  if (search.try50Hz) nominals.push_back(50.0);
  if (search.try60Hz) nominals.push_back(60.0);
  if (nominals.empty() || pauses.empty()) return result;
  const double highest = std::min(0.45 * rate.value(), (search.harmonics + 1) * 61.0);
  std::vector<Pause> heard;
  double longest = 0.0;
  for (const Stretch& pause : pauses) {
    heard.emplace_back(samples.subspan(pause.begin, pause.length()), rate.value(), highest);
    longest = std::max(longest, heard.back().duration());
  }
  // Shorter ones do not tell harmonics apart.
  std::erase_if(heard, [&](const Pause& pause) {
    return pause.duration() < std::max(0.08, std::min(0.5 * longest, 0.15));
  });
  if (heard.empty()) return result;

  double best = -1.0, fundamental = nominals.front();
  const double half = std::min(search.halfWidth.value(), 1.0);
  for (const double nominal : nominals) {
    const int steps = static_cast<int>(2.0 * half / kStepHz + 1e-9);
    for (int i = 0; i <= steps; ++i) {
      const double f = nominal - half + i * kStepHz;
      const double score = standOut(heard, f, kSearchOrders, highest);
      if (score > best) best = score, fundamental = f;
    }
  }

  // High orders know it best, once it is known nearly: those that stand out anyway.
  std::vector<int> orders;
  for (int order = 1; order <= kFineOrders && (order + 0.5) * fundamental < highest; ++order) {
    const double beside = 0.5 * (meanPower(heard, (order - 0.5) * fundamental) +
                                 meanPower(heard, (order + 0.5) * fundamental));
    if (meanPower(heard, order * fundamental) > kStandsOut * beside) orders.push_back(order);
  }
  const double coarse = fundamental;
  best = -std::numeric_limits<double>::infinity();
  const int fineSteps = static_cast<int>(2.0 * kFineRangeHz / kFineStepHz + 1e-9);
  for (int i = 0; i <= fineSteps; ++i) {
    const double f = coarse - kFineRangeHz + i * kFineStepHz;
    double score = 0.0;
    for (const int order : orders) score += std::log(meanPower(heard, order * f) + 1e-30);
    if (!orders.empty() && score > best) best = score, fundamental = f;
  }

  double total = 0.0, limit = 0.0;
  bool isPresent = false;
  result.fundamental = Hertz::of(fundamental);
  result.fundamentalStandardError = Hertz::of(kFineStepHz);
  const auto count = static_cast<double>(heard.size());
  for (int order = 1; order <= search.harmonics && (order + 1) * fundamental < highest; ++order) {
    dsp::HumHarmonic harmonic;
    harmonic.order = order;
    harmonic.frequency = order * result.fundamental;
    const double floor = 0.5 * (meanPower(heard, (order - 0.5) * fundamental) +
                                meanPower(heard, (order + 0.5) * fundamental));
    const double power = meanPower(heard, harmonic.frequency.value());
    // Means over n pauses fluctuate the less, the more there are.
    const double needed = 1.0 + (kDetects - 1.0) / std::sqrt(count);
    harmonic.detected = power > needed * std::max(floor, 1e-28);
    isPresent = isPresent || (order <= 3 && power > (1.0 + (kPresent - 1.0) / std::sqrt(count)) *
                                                        std::max(floor, 1e-28));
    if (order <= 3) limit = std::max(limit, 2.0 * needed * floor);
    harmonic.level = dbfsFromSinePeak(std::sqrt(std::max(power, 1e-40)));
    const double relative = std::sqrt(floor / std::max(power, 1e-40) / count);
    harmonic.levelStandardError = Decibels::of(kDecibelsPerNeper * relative);
    result.harmonics.push_back(harmonic);
  }
  for (dsp::HumHarmonic& harmonic : result.harmonics) {
    harmonic.detected = harmonic.detected && isPresent;
    if (harmonic.detected) total += dsp::powerFromLevel(harmonic.level);
  }
  result.present = isPresent;
  if (limit > 0.0) result.detectionLimit = dbfsFromSinePeak(std::sqrt(limit));
  if (total > 0.0) result.total = dsp::levelFromPower(total);
  if (isPresent) result.track = {result.fundamental};
  return result;
}

}  // namespace linecheck::diagnosis
