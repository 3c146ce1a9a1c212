#include "simulation/variable_delay.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "simulation/windowed_sinc.h"

namespace linecheck::simulation {
namespace {

constexpr double kBeta = 11.16;  // −110 dB by Kaiser's formula.
constexpr std::size_t kRows = 256;

/// Interpolators for the fractions −1/kRows, 0, 1/kRows … 1 + 1/kRows; between them a cubic is
/// exact to 10⁻⁹. Oldest sample first.
struct Table {
  std::vector<double> values = std::vector<double>((kRows + 3) * VariableDelay::kTaps);

  Table() {
    constexpr std::size_t kTaps = VariableDelay::kTaps;
    const WindowedSinc kernel(0.5, VariableDelay::kShortest + 1.0, kBeta);
    for (std::size_t row = 0; row < kRows + 3; ++row) {
      const auto taps = std::span(values).subspan(row * kTaps, kTaps);
      const double fraction = (static_cast<double>(row) - 1.0) / kRows;
      kernel.fill(VariableDelay::kShortest - fraction, -1.0, taps);
      if (fraction != std::floor(fraction)) continue;
      std::fill(taps.begin(), taps.end(), 0.0);
      taps[kTaps / 2 - static_cast<std::size_t>(fraction)] = 1.0;
    }
  }
};

const Table& table() {
  static const Table kTable;
  return kTable;
}

}  // namespace

VariableDelay::VariableDelay(std::size_t channels, double longest)
    : longest_(longest),
      histories_(channels, SampleHistory(static_cast<std::size_t>(longest) + kTaps + 2)) {
  (void)table();
}

void VariableDelay::process(std::span<double> frame, double delay) noexcept {
  const double clamped = std::clamp(delay, kShortest, longest_);
  const double whole = std::floor(clamped);
  const Taps weights = taps(clamped - whole);
  const std::size_t reach = static_cast<std::size_t>(whole) + kTaps / 2 + 1;
  for (std::size_t i = 0; i < frame.size(); ++i) {
    histories_[i].push(frame[i]);
    frame[i] = dot(weights.data(), histories_[i].last(reach), kTaps);
  }
}

void VariableDelay::reset() noexcept {
  for (SampleHistory& history : histories_) history.clear();
}

std::complex<double> VariableDelay::response(double delay, double cyclesPerSample) {
  const double whole = std::floor(delay);
  const Taps weights = taps(delay - whole);
  std::complex<double> sum;
  for (std::size_t i = 0; i < kTaps; ++i) {
    const double age = whole + static_cast<double>(kTaps / 2) - static_cast<double>(i);
    sum += weights.at(i) * std::polar(1.0, -2.0 * std::numbers::pi * cyclesPerSample * age);
  }
  return sum;
}

// Tap i belongs to the sample that is kTaps/2 − i older than the whole part of the delay.
VariableDelay::Taps VariableDelay::taps(double fraction) {
  const double place = fraction * kRows;
  const auto row = std::min(static_cast<std::size_t>(place), kRows - 1);
  const double v = place - static_cast<double>(row);
  const double w0 = -v * (v - 1.0) * (v - 2.0) / 6.0;
  const double w1 = (v + 1.0) * (v - 1.0) * (v - 2.0) / 2.0;
  const double w2 = -(v + 1.0) * v * (v - 2.0) / 2.0;
  const double w3 = (v + 1.0) * v * (v - 1.0) / 6.0;
  const double* rows = table().values.data() + row * kTaps;
  Taps taps{};
  for (std::size_t i = 0; i < kTaps; ++i) {
    taps[i] =
        w0 * rows[i] + w1 * rows[kTaps + i] + w2 * rows[2 * kTaps + i] + w3 * rows[3 * kTaps + i];
  }
  return taps;
}

}  // namespace linecheck::simulation
