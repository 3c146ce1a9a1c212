#include "dsp/multitone_fit.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include "dsp/phasor.h"
#include "dsp/spectrum.h"
#include "dsp/window.h"

namespace linecheck::dsp {
namespace {

using Complex = std::complex<double>;
using std::numbers::pi;

// Calls use(n, cosine, sine) of 2π·cyclesPerSample·(n − centre) for each sample.
template <class Use>
void forEachPhase(double cyclesPerSample, double centre, std::size_t length, Use&& use) {
  const SteppedPhasor phasor(cyclesPerSample);
  SteppedPhasor::Strip cosines;
  SteppedPhasor::Strip sines;
  for (std::size_t start = 0; start < length; start += cosines.size()) {
    phasor.fill(fractionOfCycle(cyclesPerSample, static_cast<double>(start) - centre), cosines,
                sines);
    const std::size_t count = std::min(cosines.size(), length - start);
    for (std::size_t i = 0; i < count; ++i) use(start + i, cosines[i], sines[i]);
  }
}

// The offset under which the tones' bins hold the most power, to a part of a bin.
double coarseOffset(std::span<const double> samples, std::span<const double> cycles,
                    double greatest) {
  PowerSpectrum spectrum(WindowKind::hann, std::bit_floor(samples.size()));
  const auto powers = spectrum.compute(samples.first(spectrum.length()));
  const auto length = static_cast<double>(spectrum.length());
  const double step = 0.1 / (length * cycles.back());
  const int steps = static_cast<int>(std::ceil(greatest / step));
  double best = 0.0;
  double most = -1.0;
  for (int i = -steps; i <= steps; ++i) {
    double sum = 0.0;
    for (const double tone : cycles) {
      // Along a straight line between two bins, so that half-way is not flat.
      const double bin = tone * (1.0 + i * step) * length;
      const auto below = static_cast<std::size_t>(bin);
      const double part = bin - std::floor(bin);
      sum += (1.0 - part) * powers[below] + part * powers[below + 1];
    }
    if (sum > most) {
      most = sum;
      best = i * step;
    }
  }
  return best;
}

}  // namespace

std::vector<double> withoutMultitone(std::span<const double> samples,
                                     std::span<const double> cycles, const MultitoneFit& fit) {
  std::vector<double> rest(samples.begin(), samples.end());
  for (double& v : rest) v -= fit.dc;
  for (std::size_t i = 0; i < cycles.size(); ++i) {
    const double real = fit.amplitudes[i].real();
    const double imaginary = fit.amplitudes[i].imag();
    forEachPhase(cycles[i] * (1.0 + fit.offset), fit.centre, rest.size(),
                 [&](std::size_t n, double cosine, double sine) {
                   rest[n] -= real * cosine - imaginary * sine;
                 });
  }
  return rest;
}

MultitoneFit fitMultitone(std::span<const double> samples, std::span<const double> cycles,
                          double greatestOffset) {
  const std::size_t length = samples.size();
  MultitoneFit fit;
  fit.centre = 0.5 * static_cast<double>(length);  // Of a periodic window.
  fit.offset = coarseOffset(samples, cycles, greatestOffset);
  fit.amplitudes.resize(cycles.size());
  const auto window = makeWindow(WindowKind::hann, length);
  double sum = 0.0;
  double spread = 0.0;
  for (std::size_t n = 0; n < length; ++n) {
    const double u = static_cast<double>(n) - fit.centre;
    sum += window.coefficients[n];
    spread += window.coefficients[n] * u * u;
  }

  // Under the window the tones hardly touch each other, so each is corrected by what is left of it
  // in the rest, again and again.
  constexpr int kMostPasses = 24;
  constexpr double kDone = 1e-10;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    auto rest = withoutMultitone(samples, cycles, fit);
    double mean = 0.0;
    for (std::size_t n = 0; n < length; ++n) {
      rest[n] *= window.coefficients[n];
      mean += rest[n] / sum;
    }
    fit.dc += mean;
    double slope = 0.0;
    double weight = 0.0;
    double change = mean * mean;
    double power = fit.dc * fit.dc;
    for (std::size_t i = 0; i < cycles.size(); ++i) {
      double real = 0.0;
      double imaginary = 0.0;
      double realMoment = 0.0;
      double imaginaryMoment = 0.0;
      forEachPhase(cycles[i] * (1.0 + fit.offset), fit.centre, length,
                   [&](std::size_t n, double cosine, double sine) {
                     const double u = static_cast<double>(n) - fit.centre;
                     const double a = rest[n] * cosine;
                     const double b = -rest[n] * sine;
                     real += a;
                     imaginary += b;
                     realMoment += u * a;
                     imaginaryMoment += u * b;
                   });
      const Complex correction = 2.0 / sum * Complex(real, imaginary);
      const Complex amplitude = fit.amplitudes[i] += correction;
      change += std::norm(correction);
      power += std::norm(amplitude);
      // A frequency that is wrong by d leaves amplitude·i·d·u.
      const double radians = 2.0 * pi * cycles[i];
      const Complex moment(realMoment, imaginaryMoment);
      slope += radians * (2.0 / spread * moment * std::conj(amplitude)).imag();
      weight += radians * radians * std::norm(amplitude);
    }
    // In the first pass the rest still holds the tones themselves.
    const double step = pass > 0 && weight > 0.0 ? slope / weight : 0.0;
    fit.offset += step;
    const double turn = step * 2.0 * pi * cycles.back() * static_cast<double>(length);
    if (pass > 1 && change <= kDone * kDone * power && std::abs(turn) < kDone) break;
  }
  return fit;
}

}  // namespace linecheck::dsp
