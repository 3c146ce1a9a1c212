#include "simulation/sources/coloured_noise.h"

#include <bit>
#include <cmath>
#include <complex>
#include <numbers>

#include "dsp/fft.h"
#include "dsp/random.h"
#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

// The table holds some 0.7 s, a grain fades in within an eighth of that.
constexpr std::size_t kTableAt48k = 32768;
constexpr std::size_t kHopsPerTable = 8;

std::size_t tableLength(int sampleRate) {
  const auto wanted = kTableAt48k * static_cast<std::size_t>(sampleRate) / 50'000;
  return std::bit_ceil(std::max<std::size_t>(wanted, 4096));
}

}  // namespace

ColouredNoise::ColouredNoise(const std::function<double(double)>& density, std::uint64_t seed,
                             int sampleRate)
    : seed_(seed), table_(tableLength(sampleRate)), fade_(table_.size() / kHopsPerTable) {
  dsp::RealFft fft(table_.size());
  std::vector<std::complex<double>> spectrum(fft.bins());
  dsp::Random random(seed);
  const double spacing = static_cast<double>(sampleRate) / static_cast<double>(table_.size());
  for (std::size_t bin = 1; bin + 1 < spectrum.size(); ++bin) {
    spectrum[bin] = std::polar(std::sqrt(density(static_cast<double>(bin) * spacing)),
                               2.0 * std::numbers::pi * random.uniform());
  }
  fft.invert(spectrum, table_);
  double power = 0.0;
  for (const double sample : table_) power += sample * sample;
  const double scale = power > 0.0 ? std::sqrt(static_cast<double>(table_.size()) / power) : 0.0;
  for (double& sample : table_) sample *= scale;
  for (std::size_t i = 0; i < fade_.size(); ++i) {
    fade_[i] = std::sin(0.5 * std::numbers::pi * (static_cast<double>(i) + 0.5) /
                        static_cast<double>(fade_.size()));
  }
}

double ColouredNoise::at(std::int64_t frame) {
  const auto hop = static_cast<std::int64_t>(fade_.size());
  const std::int64_t grain = frame / hop;
  if (grain != grain_) {
    grain_ = grain;
    rising_ = offsetOf(grain);
    falling_ = offsetOf(grain - 1) + fade_.size();
  }
  const auto place = static_cast<std::size_t>(frame - grain * hop);
  const std::size_t mask = table_.size() - 1;
  return fade_[place] * table_[(rising_ + place) & mask] +
         fade_[fade_.size() - 1 - place] * table_[(falling_ + place) & mask];
}

std::size_t ColouredNoise::offsetOf(std::int64_t grain) const {
  return static_cast<std::size_t>(randomBitsAt(seed_, static_cast<std::uint64_t>(grain))) &
         (table_.size() - 1);
}

}  // namespace linecheck::simulation
