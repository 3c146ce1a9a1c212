#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>
#include <string>
#include <vector>

#include "bench/report.h"
#include "dsp/fft.h"
#include "dsp/hum.h"
#include "dsp/hum_signals.h"

namespace linecheck::bench {
namespace {

using namespace dsp;  // NOLINT: all of it is about one folder.

constexpr double kPi = std::numbers::pi;

// Mean square error of f0 over the Cramér–Rao bound: one second at 1 kHz, f0 evenly in
// 49.7…50.3 Hz, `lines` harmonics of equal level. The signal-to-noise ratio is the power of one of
// them over the variance of the white noise.
double meanSquareOverBound(int lines, double snr) {
  constexpr int kRuns = 2000;
  constexpr int kLength = 1000;
  constexpr double kRate = 1000.0;
  const double variance = 0.5 * std::pow(10.0, -snr / 10.0);
  double orders = 0.0;
  for (int order = 1; order <= lines; ++order) orders += order * order;
  const double bound =
      24.0 * variance / (kLength * (1e6 - 1.0) * orders) * std::pow(kRate / (2.0 * kPi), 2);
  Random random(static_cast<std::uint64_t>(lines));
  double sum = 0.0;
  for (int run = 0; run < kRuns; ++run) {
    const double f = random.uniform(49.7, 50.3);
    std::vector<double> x(kLength);
    for (double& value : x) value = std::sqrt(variance) * random.gaussian();
    for (int order = 1; order <= lines; ++order) {
      addSine(x, {Hertz::of(order * f), 1.0, random.uniform(0.0, 2.0 * kPi)}, Hertz::of(kRate));
    }
    const HumEstimate hum = estimateHum(x, Hertz::of(kRate));
    // A miss counts as an error of the whole search.
    const double error = hum.present ? hum.fundamental.value() - f : 1.0;
    sum += error * error / bound;
  }
  return sum / kRuns;
}

int detections(double sampleRate, const std::function<std::vector<double>(std::uint64_t)>& signal) {
  constexpr std::uint64_t kSeeds = 1000;
  int count = 0;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    count += estimateHum(signal(seed), Hertz::of(sampleRate)).present ? 1 : 0;
  }
  return count;
}

void measureFalseDetections(Report& report) {
  constexpr double kRate = 8000.0;
  constexpr double kSeconds = 2.5;
  const auto add = [&report](const std::string& of, int count) {
    report.atMost("detections in 1000 seeds of " + of, count, 0.0, "");
  };
  add("white noise (2.5 s, 48 kHz)", detections(48000.0, [](std::uint64_t seed) {
        return dsp::test::noise(-60.0, kSeconds, 48000.0, seed);
      }));
  add("pink noise (2.5 s, 8 kHz)", detections(kRate, [](std::uint64_t seed) {
        return pinkNoise(DecibelsFs::of(-60.0), Hertz::of(kRate),
                         static_cast<std::size_t>(kSeconds * kRate), seed);
      }));
  for (const double root : {55.0, 110.0}) {
    add("music at " + std::to_string(static_cast<int>(root)) + " Hz (2.5 s, 8 kHz)",
        detections(kRate, [root](std::uint64_t seed) {
          return dsp::test::musicLike(root, kRate, kSeconds, seed);
        }));
  }
}

void measureKnownLines(Report& report) {
  constexpr double kRate = 48000.0;
  constexpr double kSeconds = 10.0;
  double worst = 0.0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    auto x = dsp::test::noise(-110.0, kSeconds, kRate, seed);
    dsp::test::addLine(x, 50.02, -120.0, kRate, static_cast<double>(seed));
    const HumEstimate hum = estimateHum(x, Hertz::of(kRate));
    worst = std::max(worst, hum.present ? std::abs(hum.fundamental.value() - 50.02) : 1.0);
  }
  report.atMost("|Δf0|, 50.02 Hz at −120 dBFS in −110 dBFS noise, worst of 20", worst, 0.005, "Hz");

  for (const double frequency : {100.0, 120.0}) {
    auto x = dsp::test::noise(-110.0, kSeconds, kRate);
    dsp::test::addLine(x, frequency, -80.0, kRate);
    const HumEstimate hum = estimateHum(x, Hertz::of(kRate));
    const double error = hum.present ? std::abs(hum.harmonics[1].level.value() + 80.0) : 1e3;
    report.atMost("|Δlevel|, only " + std::to_string(static_cast<int>(frequency)) + " Hz", error,
                  0.05, "dB");
  }

  auto x = dsp::test::noise(-100.0, kSeconds, kRate);
  dsp::test::addLine(x, 1000.0, -6.0, kRate);
  const double levels[] = {-60.0, -70.0, -80.0};
  for (int order = 1; order <= 3; ++order) {
    dsp::test::addLine(x, 50.0 * order, levels[order - 1], kRate);
  }
  const HumEstimate hum = estimateHum(x, Hertz::of(kRate));
  double error = hum.present ? 0.0 : 1e3;
  for (std::size_t i = 0; i < 3 && hum.present; ++i) {
    error = std::max(error, std::abs(hum.harmonics[i].level.value() - levels[i]));
  }
  report.atMost("|Δlevel|, 50/100/150 Hz beside 1 kHz at −6 dBFS", error, 0.05, "dB");
}

void measureSpeed(Report& report) {
  constexpr std::size_t kLength = 480000;
  constexpr int kRuns = 15;
  RealFft fft(kLength);
  auto x = dsp::test::noise(-100.0, 10.0, 48000.0);
  std::copy(x.begin(), x.end(), fft.input().begin());
  const double transform = medianSeconds(kRuns, [&fft] { fft.transform(); });
  const auto ratio = [&] {
    return medianSeconds(kRuns, [&x] { (void)estimateHum(x, Hertz::of(48000.0)); }) / transform;
  };
  report.atMost("verdict on 10 s at 48 kHz without hum / one FFT of it", ratio(), 10.0, "");
  for (int order = 1; order <= 20; ++order) {
    dsp::test::addLine(x, 50.02 * order, -60.0 - order, 48000.0);
  }
  report.atMost("the same with 20 harmonics / one FFT", ratio(), 10.0, "");
}

void measureHum(Report& report) {
  for (const double snr : {10.0, 30.0, 60.0}) {
    report.atMost("MSE(f0)/CRLB, one line, SNR " + std::to_string(static_cast<int>(snr)) + " dB",
                  meanSquareOverBound(1, snr), 1.1, "");
  }
  report.atMost("MSE(f0)/CRLB, six harmonics, SNR 60 dB", meanSquareOverBound(6, 60.0), 1.15, "");
  measureKnownLines(report);
  measureSpeed(report);
  measureFalseDetections(report);
}

const Registration kHum{"hum", measureHum};

}  // namespace
}  // namespace linecheck::bench
