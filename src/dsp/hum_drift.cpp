#include "dsp/hum_drift.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace linecheck::dsp::hum {
namespace {

using std::numbers::pi;

// Greatest order that takes part in each round of Gauss-Newton steps.
constexpr std::array<int, 3> kOrderLadder = {3, 8, 1000};
constexpr int kStepsPerRung = 3;
// In normal deviations: noise bends a track so far once in ten thousand times.
constexpr double kDriftDeviations = 3.7;
constexpr std::size_t kLeastFrames = 8;

// Solves (data·I + stiffness·DᵀD) x = b, D the second difference: five diagonals, LDLᵀ.
class StiffBand {
 public:
  StiffBand(std::size_t size, double data, double stiffness)
      : diagonal_(size, data), first_(size, 0.0), second_(size, 0.0) {
    constexpr std::array<double, 3> kDifference = {1.0, -2.0, 1.0};
    for (std::size_t row = 0; row + 2 < size; ++row) {
      for (std::size_t i = 0; i < 3; ++i) {
        diagonal_[row + i] += stiffness * kDifference[i] * kDifference[i];
      }
      first_[row] += stiffness * kDifference[0] * kDifference[1];
      first_[row + 1] += stiffness * kDifference[1] * kDifference[2];
      second_[row] += stiffness;
    }
    for (std::size_t i = 0; i < size; ++i) {
      const double d = diagonal_[i];
      const double below = first_[i];
      first_[i] /= d;
      if (i + 1 < size) {
        diagonal_[i + 1] -= below * first_[i];
        first_[i + 1] -= second_[i] * first_[i];
      }
      const double lowest = second_[i];
      second_[i] /= d;
      if (i + 2 < size) diagonal_[i + 2] -= lowest * second_[i];
    }
  }

  [[nodiscard]] std::vector<double> solve(std::vector<double> x) const {
    const std::size_t size = x.size();
    for (std::size_t i = 0; i < size; ++i) {
      if (i + 1 < size) x[i + 1] -= first_[i] * x[i];
      if (i + 2 < size) x[i + 2] -= second_[i] * x[i];
    }
    for (std::size_t i = size; i-- > 0;) {
      x[i] /= diagonal_[i];
      if (i + 1 < size) x[i] -= first_[i] * x[i + 1];
      if (i + 2 < size) x[i] -= second_[i] * x[i + 2];
    }
    return x;
  }

 private:
  std::vector<double> diagonal_, first_, second_;
};

// Phase error of the fundamental in each frame, from the orders up to a limit, with its inverse
// variance.
struct PhaseErrors {
  std::vector<double> errors;
  double information = 0.0;
};

PhaseErrors phaseErrors(const Baseband& baseband, std::span<const double> noise,
                        std::span<const double> phase, int greatestOrder) {
  PhaseErrors result{std::vector<double>(baseband.frames(), 0.0), 0.0};
  for (std::size_t i = 0; i < baseband.orders().size(); ++i) {
    const int order = baseband.orders()[i];
    if (order > greatestOrder) continue;
    const auto values = baseband.values(i);
    std::vector<std::complex<double>> turned(values.size());
    std::complex<double> mean = 0.0;
    for (std::size_t m = 0; m < values.size(); ++m) {
      turned[m] = values[m] * std::polar(1.0, -order * phase[m]);
      mean += turned[m];
    }
    mean /= static_cast<double>(values.size());
    const double power = std::norm(mean);
    if (power == 0.0) continue;
    // The frames together weigh each sample once, so a frame tells as much as a hop of samples of
    // the white noise that would leave the same in a frame.
    const double variance = noise[i] / baseband.whiteNoisePower();
    const double information = order * order * power / (2.0 * variance) * baseband.hopSamples();
    for (std::size_t m = 0; m < values.size(); ++m) {
      result.errors[m] += information * (turned[m] * std::conj(mean)).imag() / (power * order);
    }
    result.information += information;
  }
  if (result.information > 0.0) {
    for (double& error : result.errors) error /= result.information;
  }
  return result;
}

// Σ of the squared departure from its own least-squares straight line.
double bentEnergy(std::span<const double> phase) {
  const auto count = static_cast<double>(phase.size());
  double sum = 0.0, moment = 0.0, energy = 0.0, times = 0.0;
  for (std::size_t m = 0; m < phase.size(); ++m) {
    const double t = static_cast<double>(m) - (count - 1.0) / 2.0;
    sum += phase[m];
    moment += phase[m] * t;
    energy += phase[m] * phase[m];
    times += t * t;
  }
  return energy - sum * sum / count - moment * moment / times;
}

// Whether a track bends more than noise bends it; energies are in units of the noise's variance per
// frame. The modes of the second difference are those of a beam with free ends; the quantile of
// their sum is Satterthwaite's and Wilson and Hilferty's (1931).
bool isMoreThanNoise(double energy, std::size_t frames, double ratio) {
  double mean = 0.0;
  double variance = 0.0;
  for (std::size_t k = 1; k + 2 <= frames; ++k) {
    const double bend =
        std::pow((static_cast<double>(k) + 0.5) * pi / static_cast<double>(frames), 4);
    const double gain = 1.0 / (1.0 + ratio * bend);
    mean += gain * gain;
    variance += 2.0 * std::pow(gain, 4);
  }
  const double part = variance / (9.0 * mean * mean);  // 2/9 over the degrees of freedom.
  return energy > mean * std::pow(1.0 - part + kDriftDeviations * std::sqrt(part), 3);
}

// Finds the line that joins the track's ends, half a frame before the middle of the first and after
// that of the last, and how well its slope is known.
void joinEnds(PhaseTrack& track, double information, double stiffness, double wander) {
  const std::vector<double>& phase = track.phase;
  const std::size_t last = phase.size() - 1;
  const double beyond = kHopsPerFrame / 2.0;  // Hops.
  const double hops = static_cast<double>(last) + 2.0 * beyond;
  // The ends' difference as a sum over the phases.
  std::vector<double> sum(phase.size(), 0.0);
  sum[0] -= 1.0 + beyond;
  sum[1] += beyond;
  sum[last - 1] -= beyond;
  sum[last] += 1.0 + beyond;
  const std::vector<double> spread = StiffBand(phase.size(), information, stiffness).solve(sum);
  const double variance = std::inner_product(sum.begin(), sum.end(), spread.begin(), 0.0);
  track.lineStep = std::inner_product(sum.begin(), sum.end(), phase.begin(), 0.0) / hops;
  track.lineStart = phase[0] + beyond * (phase[0] - phase[1] + track.lineStep);
  // Where no frame looks, the frequency walks on unseen.
  const double seconds = hops * track.hop;
  const double unseen = beyond * track.hop;
  const double walk = 2.0 / 3.0 * wander * wander * std::pow(unseen, 3) / (seconds * seconds);
  track.meanFrequencyError = std::sqrt(variance / std::pow(2.0 * pi * seconds, 2) + walk);
}

// Interpolates between samples 0 and 1 by the cubic through four (Catmull, Rom 1974).
double cubic(double before, double a, double b, double after, double x) {
  return a + 0.5 * x *
                 (b - before +
                  x * (2.0 * before - 5.0 * a + 4.0 * b - after +
                       x * (3.0 * (a - b) + after - before)));
}

}  // namespace

double PhaseTrack::bendAt(double time) const {
  if (phase.size() < 2) return 0.0;
  const double position = (time - firstTime) / hop;
  const auto last = static_cast<std::ptrdiff_t>(phase.size()) - 1;
  const auto at = [&](std::ptrdiff_t m) {
    if (m < 0) return phase[0] + static_cast<double>(m) * (phase[1] - phase[0]);
    if (m > last) {
      const double step =
          phase[static_cast<std::size_t>(last)] - phase[static_cast<std::size_t>(last - 1)];
      return phase[static_cast<std::size_t>(last)] + static_cast<double>(m - last) * step;
    }
    return phase[static_cast<std::size_t>(m)];
  };
  const double cell = std::floor(position);
  const auto m = static_cast<std::ptrdiff_t>(cell);
  return cubic(at(m - 1), at(m), at(m + 1), at(m + 2), position - cell) -
         (lineStart + lineStep * position);
}

double PhaseTrack::deviationAt(double time) const {
  return (bendAt(time + hop) - bendAt(time - hop)) / (4.0 * pi * hop);
}

double PhaseTrack::excursion() const {
  std::vector<double> deviations;
  for (std::size_t m = 0; m < phase.size(); ++m) {
    deviations.push_back(deviationAt(firstTime + hop * static_cast<double>(m)));
  }
  if (deviations.empty()) return 0.0;
  std::sort(deviations.begin(), deviations.end());
  const std::size_t tenth = deviations.size() / 10;
  return deviations[deviations.size() - 1 - tenth] - deviations[tenth];
}

PhaseTrack followPhase(const Baseband& baseband, std::span<const double> noise, double wander,
                       const PhaseTrack& start) {
  PhaseTrack track;
  track.hop = baseband.hop();
  track.phase = start.phase;
  track.phase.resize(baseband.frames(), 0.0);
  if (baseband.frames() < kLeastFrames || baseband.orders().empty()) return track;
  track.firstTime = baseband.timeOf(0);

  // The second difference of the phase is 2π·hop × the change of frequency in a hop.
  const double change = 2.0 * pi * track.hop * wander * std::sqrt(track.hop);
  const double stiffness = 1.0 / (change * change);
  double information = 0.0;
  int lastLimit = 0;
  for (const int rung : kOrderLadder) {
    const int limit = std::max(rung, baseband.orders().front());
    // A rung that brings no new order would repeat the one before.
    const auto& orders = baseband.orders();
    if (std::none_of(orders.begin(), orders.end(),
                     [&](int order) { return order > lastLimit && order <= limit; })) {
      continue;
    }
    lastLimit = limit;
    for (int step = 0; step < kStepsPerRung; ++step) {
      const PhaseErrors seen = phaseErrors(baseband, noise, track.phase, limit);
      information = seen.information;
      if (!(information > 0.0)) return track;
      for (std::size_t m = 0; m < track.phase.size(); ++m) {
        track.phase[m] = information * (track.phase[m] + seen.errors[m]);
      }
      track.phase = StiffBand(baseband.frames(), information, stiffness).solve(track.phase);
    }
  }
  track.isDrifting = isMoreThanNoise(information * bentEnergy(track.phase), track.phase.size(),
                                     stiffness / information);

  joinEnds(track, information, stiffness, wander);
  return track;
}

}  // namespace linecheck::dsp::hum
