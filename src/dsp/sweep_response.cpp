#include "dsp/sweep_response.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <optional>

#include "base/check.h"
#include "dsp/fft.h"
#include "dsp/log_grid.h"
#include "dsp/phasor.h"

namespace linecheck::dsp {
namespace {

using Complex = std::complex<double>;
using std::numbers::pi;

constexpr int kMostHarmonics = 12;
constexpr double kLowestPerStart = 4.0;
// Of f1: a soft edge, so that the impulse response does not ring beyond its window.
constexpr double kMaskFrom = 0.5;
constexpr double kMaskTo = 2.0;
// Of the last ramp; there the sweep is 17 dB down, which costs only signal-to-noise ratio.
constexpr double kUsedRamp = 0.75;
// Of the gap between two impulse responses: what a window takes before and behind its own.
constexpr double kShareBefore = 0.5;
constexpr double kShareBehind = 0.5;
// In medians of the impulse response's magnitude; noise alone reaches 8.
constexpr double kStandsOut = 20.0;

// 0 up to the edge, 1 from its far side on.
double raisedCosine(double x) {
  return 0.5 - 0.5 * std::cos(pi * std::clamp(x, 0.0, 1.0));
}

Hertz highestOf(const SweptSine& sweep) {
  return sweep.frequencyAt(sweep.duration() - (1.0 - kUsedRamp) * sweep.ramp());
}

std::vector<Complex> spectrumOf(RealFft& fft, std::span<const double> samples) {
  const auto in = fft.input();
  std::fill(std::copy(samples.begin(), samples.end(), in.begin()), in.end(), 0.0);
  const auto bins = fft.transform();
  return {bins.begin(), bins.end()};
}

// The capture divided by the sweep, faded out where the sweep has no power: a circular impulse
// response.
std::vector<double> deconvolve(std::span<const double> capture, const SweptSine& sweep,
                               std::size_t length) {
  RealFft fft(length);
  const auto played = spectrumOf(fft, sweep.samples());
  auto ratio = spectrumOf(fft, capture);
  const double binWidth = sweep.sampleRate().value() / static_cast<double>(length);
  const double low = sweep.from().value();
  const double high = highestOf(sweep).value();
  const double end = std::max(sweep.to().value(), high + binWidth);
  for (std::size_t k = 0; k < ratio.size(); ++k) {
    const double f = static_cast<double>(k) * binWidth;
    const double mask = raisedCosine((f - kMaskFrom * low) / (kMaskTo * low - kMaskFrom * low)) *
                        raisedCosine((end - f) / (end - high));
    ratio[k] = mask > 0.0 ? mask * ratio[k] / played[k] : 0.0;
  }
  std::vector<double> impulse(length);
  fft.invert(ratio, impulse);
  return impulse;
}

// A piece of a circular impulse response under a window that rises along a raised cosine up to its
// time 0 and falls along another in the last half.
struct Piece {
  double first = 0.0;  // Lag of the first sample, against the response's own time 0.
  std::vector<double> samples;
};

Piece cut(std::span<const double> circular, double centre, double before, double behind) {
  const double start = std::floor(centre - before);
  Piece piece{start - centre, {}};
  piece.samples.resize(static_cast<std::size_t>(before + behind) + 2);
  const auto length = static_cast<double>(circular.size());
  for (std::size_t n = 0; n < piece.samples.size(); ++n) {
    const double lag = piece.first + static_cast<double>(n);
    const double window =
        raisedCosine(1.0 + lag / before) * raisedCosine(2.0 * (1.0 - lag / behind));
    const double at = start + static_cast<double>(n);
    const double index = at - length * std::floor(at / length);
    piece.samples[n] = window * circular[static_cast<std::size_t>(index) % circular.size()];
  }
  return piece;
}

Complex responseAt(const Piece& piece, double cyclesPerSample) {
  const SteppedPhasor phasor(cyclesPerSample);
  SteppedPhasor::Strip cosines;
  SteppedPhasor::Strip sines;
  double real = 0.0;
  double imaginary = 0.0;
  for (std::size_t start = 0; start < piece.samples.size(); start += cosines.size()) {
    phasor.fill(fractionOfCycle(cyclesPerSample, piece.first + static_cast<double>(start)), cosines,
                sines);
    const std::size_t count = std::min(cosines.size(), piece.samples.size() - start);
    for (std::size_t i = 0; i < count; ++i) {
      real += piece.samples[start + i] * cosines[i];
      imaginary -= piece.samples[start + i] * sines[i];
    }
  }
  return {real, imaginary};
}

// The greatest magnitude, if it stands out.
std::optional<std::size_t> peakOf(std::span<const double> impulse) {
  std::vector<double> magnitudes(impulse.size());
  std::transform(impulse.begin(), impulse.end(), magnitudes.begin(),
                 [](double h) { return std::abs(h); });
  const auto peak = std::max_element(magnitudes.begin(), magnitudes.end());
  const auto index = static_cast<std::size_t>(peak - magnitudes.begin());
  const double greatest = *peak;
  const auto middle = magnitudes.begin() + static_cast<std::ptrdiff_t>(magnitudes.size() / 2);
  std::nth_element(magnitudes.begin(), middle, magnitudes.end());
  // Negated, so that NaN is refused, too.
  if (!(greatest > kStandsOut * *middle)) return std::nullopt;
  return index;
}

}  // namespace

Result<SweepResponse> analyzeSweep(std::span<const double> capture, const SweptSine& sweep,
                                   const SweepAnalysisOptions& options) {
  const auto invalid = [] {
    return fail(ErrorCode::measurementInvalid,
                "The sweep was not found in the recording. Check the cables and levels, then "
                "measure again.");
  };
  const double rate = sweep.sampleRate().value();
  const double growth = sweep.growthTime().value() * rate;
  const double tail = std::max(16.0, options.tail.value() * rate);
  const int orders = std::clamp(options.harmonics, 1, kMostHarmonics);
  LC_VERIFY(orders == options.harmonics && options.pointsPerOctave > 0.0);
  if (capture.size() < sweep.samples().size()) return invalid();

  const double early = growth * std::log(orders + 2.0);
  const auto needed = capture.size() + static_cast<std::size_t>(early + tail);
  if (needed > RealFft::kMaxLength) {
    return fail(ErrorCode::usage, "The recording is too long; choose a shorter sweep.");
  }
  const auto circular = deconvolve(capture, sweep, std::bit_ceil(needed));
  const auto peak = peakOf(circular);
  // A sweep that starts before the capture or ends behind it is not all there.
  if (!peak || *peak > capture.size() - sweep.samples().size()) return invalid();

  SweepResponse result;
  result.delay = *peak;
  const auto centre = static_cast<double>(*peak);
  const auto gap = [&](int order) { return growth * std::log((order + 1.0) / order); };
  const Piece linear = cut(circular, centre, kShareBefore * gap(1), tail);
  result.impulse = linear.samples;
  result.impulsePeak = static_cast<std::size_t>(-linear.first);
  result.frequencies =
      logGrid(kLowestPerStart * sweep.from(), highestOf(sweep), options.pointsPerOctave);
  for (const Hertz f : result.frequencies) {
    result.linear.push_back(responseAt(linear, f / sweep.sampleRate()));
  }
  // A harmonic in the last ramp would be divided by less than it was played at.
  const Hertz unfaded = sweep.frequencyAt(sweep.duration() - sweep.ramp());
  for (int order = 2; order <= orders; ++order) {
    HarmonicResponse harmonic{order, {}, {}};
    const double times = order;
    const Piece piece = cut(circular, centre - growth * std::log(times), kShareBefore * gap(order),
                            kShareBehind * gap(order - 1));
    for (std::size_t i = 0; i < result.frequencies.size(); ++i) {
      const Hertz output = times * result.frequencies[i];
      if (output > unfaded) break;
      harmonic.response.push_back(responseAt(piece, output / sweep.sampleRate()));
      harmonic.relative.push_back(Decibels::fromAmplitudeRatio(std::abs(harmonic.response.back()) /
                                                               std::abs(result.linear[i])));
    }
    result.harmonics.push_back(std::move(harmonic));
  }
  return result;
}

}  // namespace linecheck::dsp
