#include "diagnosis/quiet_stretches.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "diagnosis/spectrogram.h"

namespace linecheck::diagnosis {
namespace {

// One period of either mains, and a hop that finds the edges of a pause.
constexpr double kBlockSeconds = 0.02;
constexpr double kHopSeconds = 0.005;
constexpr double kLowHz = 500.0;
constexpr double kRumbleHz = 100.0;
constexpr double kProgrammeDb = 8.0;
constexpr double kShare = 0.02;     // Of the power, between the two.
constexpr double kPauseOver = 4.0;  // Power of a pause's blocks over its quietest ones.
constexpr double kShortestSeconds = 0.09;
constexpr double kMarginSeconds = 0.005;

double decibels(double ratio) {
  return 10.0 * std::log10(std::max(ratio, 1e-12));
}

// Mean power per block of samples below kLowHz, rumble left out: two one-pole filters each.
std::vector<double> lowPowers(std::span<const double> samples, double rate, std::size_t block,
                              std::size_t hop) {
  const double pole = std::exp(-2.0 * std::numbers::pi * kLowHz / rate);
  const double slow = std::exp(-2.0 * std::numbers::pi * kRumbleHz / rate);
  double first = 0.0, second = 0.0, third = 0.0, fourth = 0.0;
  std::vector<double> squares(samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) {
    first = samples[i] + pole * (first - samples[i]);
    second = first + pole * (second - first);
    third = second + slow * (third - second);
    fourth = (second - third) + slow * (fourth - (second - third));
    const double band = second - third - fourth;
    squares[i] = band * band;
  }
  std::vector<double> powers;
  for (std::size_t i = 0; i + block <= samples.size(); i += hop) {
    double sum = 0.0;
    for (std::size_t j = i; j < i + block; ++j) sum += squares[j];
    powers.push_back(sum / static_cast<double>(block));
  }
  return powers;
}

double meanSquare(std::span<const double> samples) {
  double sum = 0.0;
  for (const double sample : samples) sum += sample * sample;
  return sum / static_cast<double>(samples.size());
}

}  // namespace

QuietStretches findQuietStretches(std::span<const double> samples, Hertz rate) {
  QuietStretches result;
  result.stretches = {{0, samples.size()}};
  const double hertz = rate.value();
  const auto block = static_cast<std::size_t>(kBlockSeconds * hertz);
  const auto hop = static_cast<std::size_t>(kHopSeconds * hertz);
  if (samples.size() < 20 * block) return result;
  const std::vector<double> powers = lowPowers(samples, hertz, block, hop);
  std::vector<double> sorted = powers;
  const double typical = quantile(sorted, 0.6);
  const double quiet = quantile(sorted, 0.005);
  double mean = 0.0;
  for (const double power : powers) mean += power / static_cast<double>(powers.size());
  const bool isProgramme = decibels(typical / std::max(quiet, 1e-30)) > kProgrammeDb &&
                           mean > kShare * meanSquare(samples);
  if (!isProgramme) return result;

  std::vector<Stretch> stretches;
  const auto shortest = static_cast<std::size_t>(kShortestSeconds * hertz);
  const auto margin = static_cast<std::size_t>(kMarginSeconds * hertz);
  for (std::size_t i = 0; i < powers.size();) {
    std::size_t end = i;
    while (end < powers.size() && powers[end] <= kPauseOver * quiet) ++end;
    if (end > i) {
      const Stretch stretch{i * hop + margin, (end - 1) * hop + block - margin};
      if (stretch.length() >= shortest) stretches.push_back(stretch);
    }
    i = std::max(end, i + 1);
  }
  result.programme = decibels(typical / std::max(quiet, 1e-30));
  if (stretches.empty()) return result;
  result.stretches = std::move(stretches);
  result.isWhole = false;
  return result;
}

}  // namespace linecheck::diagnosis
