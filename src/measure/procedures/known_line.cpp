#include "measure/procedures/known_line.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dsp/phasor.h"
#include "dsp/window.h"

namespace linecheck::measure {
namespace {

using Complex = std::complex<double>;
using dsp::SteppedPhasor;
using std::numbers::pi;

// |amplitude|² of noise is exponentially distributed: e^−12 of it is above.
constexpr double kFound = 12.0;
// Where the noise beside a line is read, in 1/T: outside its own window, near enough to be alike.
constexpr int kNearest = 8;
constexpr int kFarthest = 40;
// The samples were floats: below their rounding nothing is known.
constexpr double kLeastErrorPower = 1e-20;

Complex turn(double cycles) {
  return std::polar(1.0, 2.0 * pi * cycles);
}

}  // namespace

bool KnownLine::isFound() const {
  return std::norm(amplitude) > kFound * errorPower;
}

double KnownLine::peak() const {
  return std::sqrt(std::max(0.0, std::norm(amplitude) - errorPower));
}

DecibelsFs KnownLine::level() const {
  return dbfsFromSinePeak(peak());
}

Decibels KnownLine::levelSe() const {
  return Decibels::of(20.0 / std::numbers::ln10 * phaseSe());
}

double KnownLine::phaseSe() const {
  return std::sqrt(0.5 * errorPower) / std::abs(amplitude);
}

double KnownLine::bound() const {
  return std::abs(amplitude) + std::sqrt(2.0 * errorPower);
}

// Sums over strips of the windowed samples, turned back by a carrier of phase 0 at sample 0.
struct LineReader::Demodulated {
  std::vector<Complex> strips;

  [[nodiscard]] Complex total() const {
    Complex sum = 0.0;
    for (const Complex& strip : strips) sum += strip;
    return sum;
  }
};

LineReader::LineReader(std::span<const double> samples, Hertz sampleRate)
    : sampleRate_(sampleRate) {
  const auto window = dsp::makeWindow(dsp::WindowKind::blackmanHarris7, samples.size());
  windowed_.resize(samples.size());
  const double centre = 0.5 * static_cast<double>(samples.size());
  for (std::size_t n = 0; n < samples.size(); ++n) {
    const double w = window.coefficients[n];
    const double lag = static_cast<double>(n) - centre;
    windowed_[n] = w * samples[n];
    weight_ += w;
    spread_ += w * lag * lag;
  }
  spread_ /= weight_;
}

LineReader::Demodulated LineReader::demodulate(double cyclesPerSample) const {
  Demodulated result;
  const SteppedPhasor phasor(cyclesPerSample);
  SteppedPhasor::Strip cosines;
  SteppedPhasor::Strip sines;
  for (std::size_t start = 0; start < windowed_.size(); start += SteppedPhasor::kStrip) {
    phasor.fill(dsp::fractionOfCycle(cyclesPerSample, static_cast<double>(start)), cosines, sines);
    const std::size_t count = std::min(SteppedPhasor::kStrip, windowed_.size() - start);
    double real = 0.0;
    double imaginary = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
      real += windowed_[start + i] * cosines[i];
      imaginary -= windowed_[start + i] * sines[i];
    }
    result.strips.emplace_back(real, imaginary);
  }
  return result;
}

KnownLine LineReader::at(Hertz frequency) const {
  KnownLine line;
  if (windowed_.empty()) return line;
  const auto length = static_cast<double>(windowed_.size());
  const double bin = frequency / sampleRate_ * length;
  const Demodulated carrier = demodulate(frequency / sampleRate_);
  line.amplitude = 2.0 / weight_ * carrier.total();
  std::vector<double> beside;
  for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
    const double at = bin + offset;
    if (std::abs(offset) < kNearest || at < kReachBins || at > 0.5 * length - kReachBins) continue;
    const Complex step = turn(-offset * static_cast<double>(SteppedPhasor::kStrip) / length);
    Complex sum = 0.0;
    // Horner's rule, from the last strip on.
    for (std::size_t i = carrier.strips.size(); i-- > 0;) sum = sum * step + carrier.strips[i];
    beside.push_back(std::norm(2.0 / weight_ * sum));
  }
  if (!beside.empty()) {
    // The median passes over other lines; of an exponential distribution it is ln 2 of the mean.
    const auto middle = beside.begin() + static_cast<std::ptrdiff_t>(beside.size() / 2);
    std::nth_element(beside.begin(), middle, beside.end());
    line.errorPower = *middle / std::numbers::ln2;
  }
  line.errorPower = std::max(line.errorPower, kLeastErrorPower);
  return line;
}

Hertz LineReader::follow(Hertz near) const {
  constexpr int kSteps = 4;
  constexpr auto kStrip = static_cast<double>(SteppedPhasor::kStrip);
  const double centre = 0.5 * static_cast<double>(windowed_.size());
  double cyclesPerSample = near / sampleRate_;
  for (int step = 0; step < kSteps; ++step) {
    const Demodulated carrier = demodulate(cyclesPerSample);
    const Complex sum = carrier.total();
    Complex moment = 0.0;
    for (std::size_t i = 0; i < carrier.strips.size(); ++i) {
      moment += carrier.strips[i] * ((static_cast<double>(i) + 0.5) * kStrip - centre);
    }
    if (std::norm(sum) == 0.0) break;
    cyclesPerSample += std::imag(moment / sum) / spread_ / (2.0 * pi);
  }
  return cyclesPerSample * sampleRate_;
}

}  // namespace linecheck::measure
