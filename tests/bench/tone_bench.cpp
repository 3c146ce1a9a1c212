// How far a tone's figures are from the truth, over every window and FFT length, and the floors
// that a bit-exact loopback shows.
#include <algorithm>
#include <array>
#include <cmath>

#include "bench/report.h"
#include "dsp/generators.h"
#include "dsp/quantize.h"
#include "dsp/tone.h"

namespace linecheck::bench {
namespace {

constexpr Hertz kRate = Hertz::of(48000);
constexpr std::array kWindows = {dsp::WindowKind::rectangular,     dsp::WindowKind::hann,
                                 dsp::WindowKind::blackmanHarris4, dsp::WindowKind::blackmanHarris7,
                                 dsp::WindowKind::hft90d,          dsp::WindowKind::hft144d,
                                 dsp::WindowKind::hft248d,         dsp::WindowKind::kaiser};
constexpr double kNoTone = 1e9;  // An error that breaks every limit.

struct Worst {
  double level = 0.0, thd = 0.0, thdn = 0.0, snr = 0.0;
};

// 997 Hz at half of full scale with a second harmonic at −100 dBc, in white noise of −120 dBFS.
std::vector<double> testSignal(std::size_t length) {
  auto samples = dsp::whiteNoise(DecibelsFs::of(-120.0), length, length);
  dsp::addSine(samples, {Hertz::of(997.0), 0.5}, kRate);
  dsp::addSine(samples, {Hertz::of(1994.0), 0.5e-5, 0.7}, kRate);
  return samples;
}

void compare(const std::vector<double>& samples, const dsp::ToneOptions& options, Worst& worst) {
  const auto result = dsp::analyzeTone(samples, kRate, options).tone;
  if (!result) {
    worst = {kNoTone, kNoTone, kNoTone, kNoTone};
    return;
  }
  const double level = 20.0 * std::log10(0.5);
  const double share = (options.bandHigh - options.bandLow) / (kRate * 0.5);
  const double noise = std::pow(10.0, -12.0) * share;
  const double harmonic = std::pow(10.0, (level - 100.0) / 10.0);
  const auto grow = [](double& figure, double error) {
    figure = std::max(figure, std::abs(error));
  };
  grow(worst.level, result->level.value() - level);
  grow(worst.thd, result->thd.value() + 100.0);
  grow(worst.thdn, result->thdn.value() - (10.0 * std::log10(harmonic + noise) - level));
  grow(worst.snr, result->snr.value() - (level - 10.0 * std::log10(noise)));
}

double loopbackFloor(std::vector<double> samples) {
  dsp::ToneOptions options;
  options.bandHigh = kRate * 0.5;
  const auto result = dsp::analyzeTone(samples, kRate, options).tone;
  return result ? result->thdn.value() : kNoTone;
}

void measureTone(Report& report) {
  Worst worst;
  for (std::size_t length = 1U << 16U; length <= 1U << 20U; length *= 2) {
    const std::vector<double> samples = testSignal(4 * length);
    for (const dsp::WindowKind window : kWindows) {
      dsp::ToneOptions options;
      options.window = window;
      options.fftLength = length;
      compare(samples, options, worst);
    }
  }
  report.atMost("level, 8 windows × 64K…1M: worst error", worst.level, 0.005, "dB");
  report.atMost("THD: worst error", worst.thd, 0.02, "dB");
  report.atMost("THD+N: worst error", worst.thdn, 0.05, "dB");
  report.atMost("SNR: worst error", worst.snr, 0.1, "dB");

  constexpr std::size_t kLength = 1U << 19U;
  // As loud as fits under the greatest code with its dither.
  const auto loud =
      dsp::tone(Hertz::of(997.0), dbfsFromSinePeak(1.0 - std::pow(2.0, -21)), kRate, kLength);
  auto dithered = loud;
  dsp::quantize(dithered, 24, dsp::Dither::triangular);
  report.atMost("24-bit TPDF loopback THD+N, distance from −141.48 dB",
                std::abs(loopbackFloor(std::move(dithered)) + 141.48), 0.1, "dB");
  auto floats = loud;
  dsp::quantizeToFloat(floats);
  report.atMost("float loopback THD+N, distance from −153 dB",
                std::abs(loopbackFloor(std::move(floats)) + 153.0), 1.0, "dB");
}

const Registration kTone{"tone", measureTone};

}  // namespace
}  // namespace linecheck::bench
