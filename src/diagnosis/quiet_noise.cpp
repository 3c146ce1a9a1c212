#include "diagnosis/quiet_noise.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace linecheck::diagnosis {
namespace {

constexpr double kLn2 = 0.6931471805599453;
// Of the frames; lower ones would read noise too low, higher ones would read music.
constexpr double kQuietShare = 0.2;
constexpr double kMediumFromHz = 1500;  // Below, the medium frames do not resolve a mains comb.
constexpr double kHighestHz = 20000.0;

bool isNearHarmonic(double frequency, double fundamental, double lobe) {
  const double order = std::round(frequency / fundamental);
  return order >= 1.0 && std::abs(frequency - order * fundamental) < lobe;
}

// Median density of a band in one frame; lines are left out where they are known.
double bandDensity(const Spectrogram& spectrogram, std::span<const float> frame, double low,
                   double high, double fundamental, std::vector<double>& scratch) {
  scratch.clear();
  const double lobe = spectrogram.lobe + 1.0;
  for (std::size_t k = spectrogram.binAt(low); k < spectrogram.binAt(high); ++k) {
    const double frequency = static_cast<double>(k) * spectrogram.binWidth;
    if (lobe < 0.45 * fundamental && isNearHarmonic(frequency, fundamental, lobe)) continue;
    scratch.push_back(static_cast<double>(frame[k]));
  }
  // The median of an exponential variable is ln 2 of its mean.
  // Where the lobes of a comb fill everything, what is lowest between them.
  if (fundamental > 0.0 && lobe >= 0.45 * fundamental) {
    return spectrogram.densityOf(quantile(scratch, 0.15) / 0.1625);
  }
  return spectrogram.densityOf(quantile(scratch, 0.5) / kLn2);
}

std::vector<double> overTime(const Spectrogram& spectrogram, double low, double high,
                             double fundamental) {
  std::vector<double> densities, scratch;
  for (std::size_t i = 0; i < spectrogram.frames; ++i) {
    densities.push_back(
        bandDensity(spectrogram, spectrogram.frame(i), low, high, fundamental, scratch));
  }
  return densities;
}

std::vector<double> bandEdges(double top) {
  std::vector<double> edges = {20.0, 75.0, 125.0, 200.0};
  const double third = std::cbrt(2.0);
  while (edges.back() * third * third < top) edges.push_back(edges.back() * third);
  edges.push_back(top);
  return edges;
}

}  // namespace

QuietNoise::QuietNoise(const Spectrogram& fine, const Spectrogram& medium,
                       const dsp::HumEstimate& hum) {
  if (fine.frames == 0) return;
  const double nyquist = static_cast<double>(fine.bins - 1) * fine.binWidth;
  const double top = std::min(kHighestHz, 0.92 * nyquist);
  const double fundamental = hum.present ? hum.fundamental.value() : 0.0;
  const std::vector<double> edges = bandEdges(top);
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    Band band{edges[i], edges[i + 1], 0.0};
    // Beyond the kilohertz a comb that reaches there leaves nothing between its lines anyway.
    const double comb = band.low < 2500.0 ? fundamental : 0.0;
    auto densities = overTime(fine, band.low, band.high, comb);
    if (densities.empty() || densities.front() <= 0.0) continue;
    band.density = quantile(densities, kQuietShare);
    if (band.low >= kMediumFromHz && medium.frames > 0) {
      auto shortFrames = overTime(medium, band.low, band.high, 0.0);
      band.density = std::min(band.density, quantile(shortFrames, kQuietShare));
    }
    bands_.push_back(band);
  }
  // The band with the most power counts; a median over n bins has 1.44/√n relative error.
  levelError_ = 4.34 * 1.44 * std::sqrt(fine.binWidth / 4000.0);
}

double QuietNoise::densityAt(double frequency) const {
  if (bands_.empty()) return 0.0;
  for (const Band& band : bands_) {
    if (frequency < band.high) return band.density;
  }
  return bands_.back().density;
}

double QuietNoise::level(double low, double high) const {
  double power = 0.0;
  for (const Band& band : bands_) {
    const double width = std::min(high, band.high) - std::max(low, band.low);
    if (width > 0.0) power += band.density * width;
  }
  return power > 0.0 ? 10.0 * std::log10(power) : -std::numeric_limits<double>::infinity();
}

std::optional<QuietNoise::Tilt> QuietNoise::tilt() const {
  double n = 0.0, sx = 0.0, sy = 0.0, sxx = 0.0, sxy = 0.0, syy = 0.0;
  for (const Band& band : bands_) {
    if (band.low < 200.0 || band.density <= 0.0) continue;
    const double x = 0.5 * std::log10(band.low * band.high), y = 10.0 * std::log10(band.density);
    n += 1.0, sx += x, sy += y, sxx += x * x, sxy += x * y, syy += y * y;
  }
  if (n < 4.0) return std::nullopt;
  const double spread = sxx - sx * sx / n, common = sxy - sx * sy / n;
  const double slope = common / spread;
  const double rest = std::max(0.0, syy - sy * sy / n - slope * common);
  return Tilt{slope, std::sqrt(rest / (n - 2.0) / spread)};
}

}  // namespace linecheck::diagnosis
