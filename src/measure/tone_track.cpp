#include "measure/tone_track.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "dsp/phasor.h"
#include "dsp/window.h"

namespace linecheck::measure {
namespace {

using Complex = std::complex<double>;

constexpr double kBlockSeconds = 0.02;
constexpr double kBlockPeriods = 8.0;
// Beyond a Hann window's main lobe and first side lobes, on both sides of the tone.
constexpr std::array kBeside = {-5, -4, 4, 5};

// samples · e^(−iωn)
std::vector<Complex> mixDown(std::span<const double> samples, double cyclesPerSample) {
  std::vector<Complex> result(samples.size());
  const dsp::SteppedPhasor phasor(cyclesPerSample);
  dsp::SteppedPhasor::Strip cosines;
  dsp::SteppedPhasor::Strip sines;
  for (std::size_t start = 0; start < samples.size(); start += cosines.size()) {
    phasor.fill(dsp::fractionOfCycle(cyclesPerSample, static_cast<double>(start)), cosines, sines);
    const std::size_t count = std::min(cosines.size(), samples.size() - start);
    for (std::size_t i = 0; i < count; ++i) {
      result[start + i] = samples[start + i] * Complex(cosines[i], -sines[i]);
    }
  }
  return result;
}

// A window times e^(−2πi·bin·n/length), with the gain taken off.
std::vector<Complex> shiftedWindow(const dsp::Window& window, int bin) {
  const auto length = static_cast<double>(window.coefficients.size());
  const double scale = 2.0 / (length * window.coherentGain);
  std::vector<Complex> result(window.coefficients.size());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const double turn = 2.0 * std::numbers::pi * bin * static_cast<double>(i) / length;
    result[i] = std::polar(scale * window.coefficients[i], -turn);
  }
  return result;
}

Complex dot(std::span<const Complex> a, std::span<const Complex> b) {
  double real = 0.0;
  double imaginary = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    real += a[i].real() * b[i].real() - a[i].imag() * b[i].imag();
    imaginary += a[i].real() * b[i].imag() + a[i].imag() * b[i].real();
  }
  return {real, imaginary};
}

}  // namespace

ToneTrack trackTone(std::span<const double> samples, Hertz sampleRate, Hertz tone) {
  const double seconds = std::max(kBlockSeconds, kBlockPeriods / tone.value());
  ToneTrack track;
  track.hop = std::max<std::size_t>(
      8, static_cast<std::size_t>(std::lround(seconds * sampleRate.value() / 2.0)));
  const std::size_t length = 2 * track.hop;
  if (samples.size() < length) return track;

  const auto mixed = mixDown(samples, tone / sampleRate);
  const auto window = dsp::makeWindow(dsp::WindowKind::hann, length);
  const auto onTone = shiftedWindow(window, 0);
  std::vector<std::vector<Complex>> beside;
  beside.reserve(kBeside.size());
  for (const int bin : kBeside) beside.push_back(shiftedWindow(window, bin));

  const std::size_t blocks = (samples.size() - length) / track.hop + 1;
  track.tone.reserve(blocks);
  track.besidePower.reserve(blocks);
  for (std::size_t block = 0; block < blocks; ++block) {
    const auto part = std::span(mixed).subspan(block * track.hop, length);
    track.tone.push_back(dot(onTone, part));
    double power = 0.0;
    for (const auto& shifted : beside) power += std::norm(dot(shifted, part));
    track.besidePower.push_back(power / static_cast<double>(beside.size()));
  }
  return track;
}

}  // namespace linecheck::measure
