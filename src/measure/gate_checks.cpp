#include "measure/gate_checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>

#include "dsp/harmonic_blocks.h"
#include "dsp/harmonic_fit.h"
#include "dsp/level_meter.h"
#include "dsp/spectrum.h"
#include "measure/tone_track.h"

namespace linecheck::measure::gate {
namespace {

constexpr double kSixteenBitStep = 0x1p-15;

// Mean turn of a track's tone from block to block, in cycles per sample.
double slopeOf(const ToneTrack& track) {
  std::complex<double> sum = 0.0;
  for (std::size_t i = 1; i < track.tone.size(); ++i) {
    sum += track.tone[i] * std::conj(track.tone[i - 1]);
  }
  return std::arg(sum) / (2.0 * std::numbers::pi * static_cast<double>(track.hop));
}

// Mean powers of a noise, sent and received, by frequency.
struct BandPowers {
  dsp::SpectrumScale scale;
  std::vector<double> sent;
  std::vector<double> received;

  [[nodiscard]] Decibels gain(double low, double high) const {
    const auto power = [&](const std::vector<double>& powers) {
      return dsp::bandPower(powers, scale, Hertz::of(low), Hertz::of(high));
    };
    return Decibels::fromPowerRatio(power(received) / power(sent));
  }
};

BandPowers bandPowers(std::span<const double> sent, std::span<const double> received,
                      Hertz sampleRate) {
  constexpr std::size_t kFrame = 2048;
  dsp::PowerSpectrum spectrum(dsp::WindowKind::blackmanHarris7, kFrame);
  BandPowers result;
  result.scale = spectrum.scale(sampleRate);
  const auto sumOf = [&](std::span<const double> samples) {
    std::vector<double> sum(spectrum.bins());
    for (std::size_t at = 0; at + kFrame <= samples.size(); at += kFrame / 4) {
      const auto powers = spectrum.compute(samples.subspan(at, kFrame));
      std::transform(sum.begin(), sum.end(), powers.begin(), sum.begin(), std::plus<>());
    }
    return sum;
  };
  const std::size_t length = std::min(sent.size(), received.size());
  result.sent = sumOf(sent.first(length));
  result.received = sumOf(received.first(length));
  return result;
}

}  // namespace

std::optional<ToneReturn> toneReturn(std::span<const double> samples, Hertz sampleRate, Hertz tone,
                                     std::vector<double>* residual) {
  constexpr double kFoundPowerRatio = 10.0;
  constexpr std::size_t kFewestBlocks = 5;
  const ToneTrack track = trackTone(samples, sampleRate, tone);
  if (track.tone.size() < kFewestBlocks) return std::nullopt;
  double power = 0.0;
  for (const auto& block : track.tone) power += std::norm(block);
  const double beside = std::accumulate(track.besidePower.begin(), track.besidePower.end(), 0.0);
  // Written so that NaN and exact zeros are no tone.
  if (!(power > kFoundPowerRatio * beside) || power == 0.0) return std::nullopt;

  const std::size_t length =
      samples.size() / dsp::HarmonicBlocks::kLength * dsp::HarmonicBlocks::kLength;
  const auto part = samples.first(length);
  const double start = tone / sampleRate + slopeOf(track);
  const auto fit = dsp::fitHarmonics(part, dsp::Carrier::steady(start, length), 1);
  std::vector<double> rest;
  rest.reserve(length);
  dsp::subtractHarmonics(part, fit, [&rest](std::span<const double> block) {
    rest.insert(rest.end(), block.begin(), block.end());
  });
  const double meanSquare =
      std::inner_product(rest.begin(), rest.end(), rest.begin(), 0.0) / static_cast<double>(length);
  const auto count = static_cast<double>(length);
  const double peak = std::abs(fit.amplitudes[0]);
  // Cramér-Rao bounds of one sine in white noise, and what the fit's Hann weight costs (1.8 dB).
  const double noise = 1.5 * meanSquare / (peak * peak);
  ToneReturn result;
  result.frequency = fit.carrier.cyclesPerSample * sampleRate;
  result.frequencySe =
      std::sqrt(24.0 * noise / (count * count * count)) / (2.0 * std::numbers::pi) * sampleRate;
  result.level = dbfsFromSinePeak(peak);
  result.levelSe = Decibels::of(20.0 / std::numbers::ln10 * std::sqrt(2.0 * noise / count));
  result.residual = dbfsFromMeanSquare(meanSquare);
  if (residual != nullptr) *residual = std::move(rest);
  return result;
}

double sixteenBitLattice(std::span<const double> samples) {
  std::complex<double> sum = 0.0;
  for (const double sample : samples) {
    const double steps = sample / kSixteenBitStep;
    sum += std::polar(1.0, 2.0 * std::numbers::pi * (steps - std::round(steps)));
  }
  return std::abs(sum) / std::sqrt(static_cast<double>(samples.size()));
}

bool isClipped(std::span<const double> samples) {
  // The greatest sample of a 16-bit converter is not quite full scale.
  constexpr int kCoarsestBits = 16;
  constexpr std::int64_t kFewest = 8;
  return dsp::measureLevels(samples, kCoarsestBits).clippedSamples >= kFewest;
}

std::optional<RateEdge> rateEdge(std::span<const double> sent, std::span<const double> received,
                                 Hertz sampleRate) {
  constexpr std::array kRates = {32000.0, 44100.0, 48000.0, 88200.0, 96000.0, 176400.0};
  constexpr Decibels kMissing = Decibels::of(-30.0);
  constexpr Decibels kGone = Decibels::of(-45.0);
  const auto powers = bandPowers(sent, received, sampleRate);
  const double rate = sampleRate.value();
  const Decibels usual = powers.gain(8000.0, 14000.0);
  const auto edgeAt = [&](double low, double high) -> std::optional<bool> {
    const Decibels gain = powers.gain(low, high) - usual;
    if (gain > kMissing) return std::nullopt;
    return gain < kGone;
  };
  for (const double lower : kRates) {
    if (lower >= 0.99 * rate) break;
    const auto isSharp = edgeAt(0.5 * 1.015 * lower, std::min(0.5 * 1.06 * lower, 0.4925 * rate));
    if (isSharp) return RateEdge{lower, *isSharp};
  }
  // A converter to a higher rate and back has to end its band where this rate ends.
  if (edgeAt(0.4966 * rate, 0.4985 * rate)) return RateEdge{};
  return std::nullopt;
}

double roundingCorrelation(std::span<const double> sent, Decibels volume,
                           std::span<const double> residual) {
  constexpr std::size_t kFarthest = 3;
  const double gain = volume.amplitudeRatio();
  const std::size_t length = std::min(sent.size(), residual.size());
  if (length <= 2 * kFarthest) return 0.0;
  std::vector<double> error(length);
  std::transform(sent.begin(), sent.begin() + static_cast<std::ptrdiff_t>(length), error.begin(),
                 [gain](double sample) {
                   const double exact = gain * sample / kSixteenBitStep;
                   return std::round(exact) - exact;
                 });
  const auto inner = std::span(error).subspan(kFarthest, length - 2 * kFarthest);
  const double errorPower = std::inner_product(inner.begin(), inner.end(), inner.begin(), 0.0);
  double greatest = 0.0;
  for (std::size_t start = 0; start <= 2 * kFarthest; ++start) {
    const auto moved = residual.subspan(start, inner.size());
    const double power = std::inner_product(moved.begin(), moved.end(), moved.begin(), 0.0);
    if (power == 0.0 || errorPower == 0.0) continue;
    const double product = std::inner_product(inner.begin(), inner.end(), moved.begin(), 0.0);
    greatest = std::max(greatest, product / std::sqrt(power * errorPower));
  }
  return greatest * std::sqrt(static_cast<double>(inner.size()));
}

}  // namespace linecheck::measure::gate
