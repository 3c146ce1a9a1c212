#include "simulation/sources/periodic_wave.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "dsp/fft.h"

namespace linecheck::simulation {
namespace {

constexpr std::size_t kSamplesPerOrder = 32;

}  // namespace

Harmonics noHarmonics(int orders) {
  return Harmonics(static_cast<std::size_t>(std::max(orders, 0)) + 1);
}

void setHarmonic(Harmonics& harmonics, int order, double decibels, double phase) {
  const auto index = static_cast<std::size_t>(order);
  if (!LC_VERIFY(order >= 1 && index < harmonics.size())) return;
  harmonics[index] = std::polar(std::pow(10.0, decibels / 20.0), 2.0 * std::numbers::pi * phase);
}

void cutFrom(Harmonics& harmonics, int order) {
  const auto size = static_cast<std::size_t>(std::max(order, 1));
  if (harmonics.size() > size) harmonics.resize(size);
}

double rmsOf(std::span<const std::complex<double>> harmonics) {
  double power = 0.0;
  for (std::size_t order = 1; order < harmonics.size(); ++order) {
    power += 0.5 * std::norm(harmonics[order]);
  }
  return std::sqrt(power);
}

void scaleToRms(Harmonics& harmonics, double rms) {
  const double now = rmsOf(harmonics);
  if (now == 0.0) return;
  for (auto& harmonic : harmonics) harmonic *= rms / now;
}

PeriodicWave::PeriodicWave(std::span<const std::complex<double>> harmonics) {
  const std::size_t length =
      std::bit_ceil(std::max<std::size_t>(harmonics.size(), 2) * kSamplesPerOrder);
  dsp::RealFft fft(length);
  std::vector<std::complex<double>> spectrum(fft.bins());
  // Im(c·z) = Re(−j·c·z), and a cosine of peak 1 has length / 2 in its bin.
  for (std::size_t order = 1; order < harmonics.size(); ++order) {
    spectrum[order] = harmonics[order] * std::complex(0.0, -0.5 * static_cast<double>(length));
  }
  table_.resize(length + 3);
  fft.invert(spectrum, std::span(table_).subspan(1, length));
  table_[0] = table_[length];
  table_[length + 1] = table_[1];
  table_[length + 2] = table_[2];
  length_ = static_cast<double>(length);
}

double PeriodicWave::at(double cycles) const {
  const double place = (cycles - std::floor(cycles)) * length_;
  const auto index = std::min(static_cast<std::size_t>(place), table_.size() - 4);
  const double x = place - static_cast<double>(index);
  const double* y = &table_[index];
  // Lagrange's cubic through the two samples on each side.
  const double outer = x * (1.0 - x) / 6.0;
  const double inner = 0.5 * (1.0 + x) * (2.0 - x);
  return inner * ((1.0 - x) * y[1] + x * y[2]) - outer * ((2.0 - x) * y[0] + (1.0 + x) * y[3]);
}

}  // namespace linecheck::simulation
