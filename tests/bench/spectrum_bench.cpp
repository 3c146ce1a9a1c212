// What spectra and analyses cost, in bare FFTs of the same run.
#include <algorithm>

#include "bench/report.h"
#include "dsp/averaging.h"
#include "dsp/fft.h"
#include "dsp/generators.h"
#include "dsp/hum.h"
#include "dsp/spectrum.h"
#include "dsp/tone.h"

namespace linecheck::bench {
namespace {

constexpr Hertz kRate = Hertz::of(48000);
constexpr std::size_t kLength = 1U << 18U;
constexpr std::size_t kFrames = 4;

std::vector<double> studioSignal(std::size_t length) {
  auto samples = dsp::whiteNoise(DecibelsFs::of(-100.0), length, 1);
  dsp::addSine(samples, {Hertz::of(997.0), 0.5}, kRate);
  for (const int order : {1, 3, 5, 7}) {
    dsp::addSine(samples, {Hertz::of(50.02 * order), 1e-3 / order}, kRate);
  }
  return samples;
}

double bareFfts(const std::vector<double>& samples) {
  dsp::RealFft fft(kLength);
  std::copy_n(samples.begin(), kLength, fft.input().begin());
  return medianSeconds(15, [&] {
    for (std::size_t i = 0; i < kFrames; ++i) fft.transform();
  });
}

void measureSpectrum(Report& report) {
  const std::vector<double> samples = studioSignal(kFrames * kLength);
  dsp::PowerSpectrum spectrum(dsp::WindowKind::blackmanHarris7, kLength);
  dsp::SpectrumAverage average(spectrum.bins(), dsp::Averaging::linear);
  const auto spectra = [&] {
    average.reset();
    for (std::size_t i = 0; i < kFrames; ++i) {
      average.add(spectrum.compute(std::span(samples).subspan(i * kLength, kLength)));
    }
  };
  // Both sides of a ratio are measured next to each other, for the machine's speed may wander.
  double bare = bareFfts(samples);
  report.atMost("spectrum of 4 × 256K points / bare FFTs", medianSeconds(15, spectra) / bare, 1.5,
                "×");
  bare = bareFfts(samples);
  const double withAnalyses = medianSeconds(7, [&] {
    spectra();
    (void)dsp::analyzeTone(samples, kRate);
    (void)dsp::estimateHum(samples, kRate);
  });
  report.atMost("the same with tone and hum analysis / bare FFTs", withAnalyses / bare, 4.0, "×");

  constexpr std::size_t kTenSeconds = 480000;
  const std::vector<double> hum = studioSignal(kTenSeconds);
  dsp::RealFft fft(kTenSeconds);
  std::copy(hum.begin(), hum.end(), fft.input().begin());
  const double one = medianSeconds(15, [&] { fft.transform(); });
  report.atMost("hum on 10 s at 48 kHz / one FFT of that length",
                medianSeconds(7, [&] { (void)dsp::estimateHum(hum, kRate); }) / one, 10.0, "×");
}

const Registration kSpectrum{"spectrum", measureSpectrum};

}  // namespace
}  // namespace linecheck::bench
